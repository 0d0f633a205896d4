"""Install locked requirements into .venv: ``python -m tools.install base test``.

Runs with the Python of the machine and needs only the standard library. Each lock is installed
once; its hash is kept in .venv, so a second run takes no time and a changed lock is noticed.
"""

import hashlib
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

from tools.say import stop

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
# A lock names all that is needed, so nothing is looked up beyond it.
LOCKED = ["--require-hashes", "--only-binary", ":all:", "--no-deps"]


def works(*command: str | Path) -> bool:
    """Whether the command can be started and succeeds; what it says is thrown away."""
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False


def pip() -> list[str | Path]:
    """The pip to install with: that of .venv, else the machine's (Debian may lack `ensurepip`)."""
    if works(PYTHON, "-m", "pip", "--version"):
        return [PYTHON, "-m", "pip"]
    return [sys.executable, "-m", "pip", "--python", PYTHON]


def make_venv() -> None:
    """Make .venv, or make it anew where its Python has gone or is too old."""
    if works(PYTHON, "-c", "import sys; sys.exit(sys.version_info < (3, 11))") and works(*pip(), "--version"):
        return
    own_pip = importlib.util.find_spec("ensurepip") is not None
    if not own_pip and not works(sys.executable, "-m", "pip", "--version"):
        stop(
            "This Python cannot make a virtual environment: install python3-venv (Debian: apt-get install python3-venv)."
        )
    print("Making .venv …", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    if not works(sys.executable, "-m", "venv", *([] if own_pip else ["--without-pip"]), VENV):
        stop(f"{sys.executable} could not make a virtual environment in {VENV}.")


def install(name: str) -> None:
    """Install requirements/``name``.txt, unless exactly that lock is installed already."""
    lock = ROOT / "requirements" / f"{name}.txt"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = VENV / "locked" / name
    if stamp.exists() and stamp.read_text() == digest:
        return
    print(f"Installing requirements/{name}.txt …", flush=True)
    options = ["--quiet", "--disable-pip-version-check", "--no-input", *LOCKED]
    if subprocess.run([*pip(), "install", *options, "-r", lock]).returncode:
        stop(f"requirements/{name}.txt could not be installed; what pip said stands above.")
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(digest)


def main(names: list[str]) -> None:
    """Make .venv and install each of the named locks."""
    make_venv()
    for name in names:
        install(name)


if __name__ == "__main__":
    main(sys.argv[1:])
