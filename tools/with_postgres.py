"""Run a command on a throw-away PostgreSQL: ``python -m tools.with_postgres -- pytest``.

DATABASE_URL is used as it is where it names a PostgreSQL. Otherwise a new cluster is made in a
temporary folder, reachable over a socket there and nowhere else, and removed afterwards.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tools import postgres_binaries
from tools.say import stop

# Nobody keeps this data: what guards it against a power cut only costs time.
OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "128MB",
}
# In this locale capital and small letters of every script are known; macOS has it under another name.
LOCALE = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def named_by_environment() -> bool:
    """Whether DATABASE_URL already names a PostgreSQL."""
    return os.environ.get("DATABASE_URL", "").startswith("postgres")


def servant() -> dict[str, Any]:
    """As whom to start the server: ourselves, but PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    import pwd

    users = {user.pw_name: user for user in pwd.getpwall()}
    user = (
        users.get("postgres") or users.get("nobody") or stop("PostgreSQL cannot run as root, and there is no `nobody`.")
    )
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def run(*command: str | Path, folder: Path, log: Path) -> bool:
    """Run a program of PostgreSQL's as the servant, away from the terminal, so that Ctrl+C does not reach it."""
    with log.open("ab") as out:
        process = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, "HOME": str(folder)},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
            **servant(),
        )
    return process.returncode == 0


@contextmanager
def cluster() -> Iterator[str]:
    """A new PostgreSQL, as an address for DATABASE_URL; gone when the block ends."""
    # In /tmp, because a socket's path may have 107 letters, and the servant must be able to walk there.
    with tempfile.TemporaryDirectory(prefix="newsroom-pg-", dir="/tmp", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if as_whom := servant():
            os.chown(folder, as_whom["user"], as_whom["group"])
        programs = postgres_binaries.find() or stop(
            "No PostgreSQL here: set DATABASE_URL, install PostgreSQL, or run `make test`, which brings one."
        )
        programs = postgres_binaries.readable(programs, folder / "programs", as_whom)
        log, data = folder / "setup.log", folder / "data"
        initdb = ["--username=newsroom", "--auth=trust", "--encoding=UTF8", f"--locale={LOCALE}", "--no-sync"]
        settings = " ".join(f"-c {option}='{value}'" for option, value in OPTIONS.items())
        settings += f" -c unix_socket_directories='{name}'"
        control: list[str | Path] = [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "server.log"]
        try:
            if not run(programs / "initdb", "-D", data, *initdb, folder=folder, log=log) or not run(
                *control, "-o", settings, "start", folder=folder, log=log
            ):
                stop(f"PostgreSQL from {programs} did not start. It said:\n{log.read_text(errors='replace')}")
            yield f"postgresql://newsroom@{quote(name, safe='')}/postgres"
        finally:
            run(*control, "-m", "immediate", "stop", folder=folder, log=log)


def obey(command: list[str], environment: dict[str, str]) -> int:
    """Run the command to its end and give its exit code; requests to stop are left to the command."""
    process: subprocess.Popen[bytes] | None = None

    def pass_on(number: int, frame: object) -> None:
        # Ctrl+C reaches the command by the terminal as well; other signals come to us alone.
        if process and number != signal.SIGINT:
            process.send_signal(number)

    for number in STOPPING:
        signal.signal(number, pass_on)
    try:
        process = subprocess.Popen(command, env=environment)
    except OSError as error:
        stop(f"{command[0]} could not be started: {error.strerror}.")
    code = process.wait()
    return code if code >= 0 else 128 - code


def leave(number: int, frame: object) -> None:
    """Unwind, so that what was begun is cleaned up."""
    raise SystemExit(128 + number)


def main(arguments: list[str]) -> int:
    """Run what follows the two dashes."""
    command = arguments[1:] if arguments[:1] == ["--"] else arguments
    if not command:
        stop("What shall run on PostgreSQL? python -m tools.with_postgres -- COMMAND")
    for number in STOPPING:
        signal.signal(number, leave)
    if named_by_environment():
        return obey(command, dict(os.environ))
    with cluster() as address:
        return obey(command, {**os.environ, "DATABASE_URL": address})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
