"""A Chromium for the tests: one that is here, else Playwright's own, else Debian's.

``find()`` says which is here and changes nothing; ``python -m tools.browser`` gets one if there is none.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.say import stop

COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
MAC_APPS = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]
# Quiet and offline: nothing but the pages under test may use the network.
ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Chromium refuses its sandbox to root, which is who runs in a container.
    *(["--no-sandbox"] if os.geteuid() == 0 else []),
]


def starts(path: str) -> bool:
    """Whether this is a browser with all its libraries, and not a stub that asks to install one."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def of_the_machine() -> str | None:
    """The path of a browser that starts: what CHROMIUM names, else the first one found here."""
    if named := os.environ.get("CHROMIUM"):
        return named if starts(named) else stop(f"CHROMIUM is {named!r}, which is not a browser that starts.")
    here = [path for command in COMMANDS if (path := shutil.which(command))]
    here += [path for path in MAC_APPS if Path(path).exists()]
    return next(filter(starts, here), None)


def playwrights_own() -> str | None:
    """The path of Playwright's own Chromium, if that is installed and starts."""
    from playwright.sync_api import sync_playwright  # from requirements/test.txt

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if starts(path) else None


def find() -> str | None:
    """The path of a browser that is here; nothing is installed."""
    return of_the_machine() or playwrights_own()


def get() -> str:
    """The path of a browser, installed now if there is none."""
    if found := find():
        return found
    print("No Chromium here; trying Playwright's own …", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])
    if found := find():
        return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Playwright's own does not run here; trying Debian's …", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], env=quiet)
        if found := find():
            return found
    stop("The browser tests need Chromium, and it could not be installed: install it or name one in CHROMIUM.")


if __name__ == "__main__":
    print(f"Browser: {get()}")
