"""A running newspaper from nothing: ``make run``.

Migrates, fills an empty database with the demo newspaper, then keeps two programs running side
by side, the web server and the worker, until Ctrl+C or until one of them dies.
"""

import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from tools.say import stop

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
MANAGE = [PYTHON, "manage.py"]
WEB = [PYTHON, "-m", "gunicorn", "--config", "deploy/gunicorn_config.py", "--log-level", "warning"]
# What a request or a job may still need when the stop comes.
PATIENCE = 15.0


class Asked(BaseException):
    """Somebody wants us to stop. Not an Exception: nothing on the way may take it for an error."""


def ask(number: int, frame: object) -> None:
    """Turn the first signal into an exception; those that follow change nothing."""
    for stopping in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(stopping, signal.SIG_IGN)
    raise Asked


def chosen_port() -> int:
    """The free port that PORT names, 8000 where it is unset."""
    named = os.environ.get("PORT") or "8000"
    if not named.isdecimal() or not 0 < int(named) < 65536:
        stop(f"PORT must be a number from 1 to 65535, not {named!r}.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(named)))
        except OSError as error:
            stop(f"Port {named} cannot be used ({error.strerror}); choose another: make run PORT={int(named) + 1}")
    return int(named)


def manage(*arguments: str) -> str:
    """Run a management command, and give back what it printed; its errors go to the terminal."""
    run = subprocess.Popen([*MANAGE, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        said, _errors = run.communicate()
    except BaseException:
        # with all that it has started: the demo's pictures are drawn by processes of their own
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        raise
    if run.returncode:
        stop(f"{said}`manage.py {' '.join(arguments)}` failed; the reason stands above.")
    return said


def collect_static() -> None:
    """Collect and compress the static files, unless nothing of them has changed since the last time."""
    ours = sorted(file for folder in [ROOT / "static", *ROOT.glob("*/static")] for file in folder.rglob("*"))
    state = [f"{file} {file.stat().st_mtime_ns}" for file in ours if file.is_file()]
    state.append((ROOT / "requirements" / "base.txt").read_text())
    digest = hashlib.sha256("\n".join(state).encode()).hexdigest()
    stamp = Path(os.environ.get("DATA_DIR") or ROOT / "var") / "static.stamp"
    if stamp.exists() and stamp.read_text() == digest:
        return
    manage("collectstatic", "--no-input", "--verbosity", "0")
    stamp.write_text(digest)


def answers(address: str) -> bool:
    """Whether the web server answers; even a report of ill health is an answer."""
    try:
        urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 (our own address)
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def dead(programs: dict[str, subprocess.Popen[bytes]]) -> str | None:
    """The name of a program that has ended by itself."""
    return next((name for name, program in programs.items() if program.poll() is not None), None)


def keep(programs: dict[str, subprocess.Popen[bytes]], site: str, sign_ins: str) -> None:
    """Tell the addresses once they answer; return only when a program has died."""
    told = False
    while not dead(programs):
        if not told and answers(f"{site}/healthz"):
            told = True
            print(f"\n  The newspaper  {site}/\n  The desk       {site}/admin/\n", flush=True)
            if sign_ins.strip():
                print(sign_ins.strip(), end="\n\n", flush=True)
            print("Ctrl+C stops it.", flush=True)
        time.sleep(0.2 if not told else 0.5)


def end(programs: dict[str, subprocess.Popen[bytes]]) -> None:
    """Ask all programs to finish, and wait for them; who does not finish in time is stopped."""
    for program in programs.values():
        if program.poll() is None:
            program.terminate()
    deadline = time.monotonic() + PATIENCE
    for program in programs.values():
        try:
            program.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


def serve(port: int) -> int:
    """Prepare, start and watch; gives the exit code."""
    site = f"http://127.0.0.1:{port}"
    os.environ.setdefault("SITE_URL", site)
    os.environ.setdefault("LOG_LEVEL", "WARNING")  # the terminal is for what somebody should look at
    os.environ["BIND"] = f"127.0.0.1:{port}"
    print("Preparing the database …", flush=True)
    manage("migrate", "--no-input", "--verbosity", "0")
    collect_static()
    sign_ins = manage("load_demo", "--if-empty", "--sign-ins")
    programs: dict[str, subprocess.Popen[bytes]] = {}
    try:
        # In a session of their own, or Ctrl+C in the terminal would stop them in no order.
        programs["web server"] = subprocess.Popen(WEB, cwd=ROOT, start_new_session=True)
        programs["worker"] = subprocess.Popen([*MANAGE, "worker"], cwd=ROOT, start_new_session=True)
        keep(programs, site, sign_ins)
        print(
            f"The {dead(programs)} has ended by itself, so everything stops; its reason stands above.", file=sys.stderr
        )
        return 1
    finally:
        end(programs)


def main() -> int:
    """Serve until asked to stop."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, ask)
    try:
        return serve(chosen_port())
    except Asked:
        print("\nStopped.", flush=True)
        return 0


if __name__ == "__main__":
    sys.exit(main())
