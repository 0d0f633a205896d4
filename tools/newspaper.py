"""A demo newspaper of its own for whoever measures or photographs it, and how to find one's way in it."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools.say import stop

ROOT = Path(__file__).resolve().parent.parent
ANALYSIS = "winter-on-six-engines"
PASSWORD = "lantern at the ford"  # noqa: S105 (the demo's, which it prints itself)
TRIES = 240


@contextmanager
def newspaper(settings: str = "newsroom.settings") -> Iterator[str]:
    """Loads it into a temporary folder and serves it on this machine; gives its address."""
    with tempfile.TemporaryDirectory(prefix="newsroom-demo-") as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        site = f"http://127.0.0.1:{port}"
        own = {"DATA_DIR": folder, "SITE_URL": site, "BIND": f"127.0.0.1:{port}", "LOG_LEVEL": "ERROR"}
        own["DJANGO_SETTINGS_MODULE"] = settings
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | own
        for command in (["migrate", "-v0"], ["collectstatic", "--no-input", "-v0"], ["load_demo", "--if-empty"]):
            subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True)
        web = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn_config.py", "--log-level", "error"]
        server = subprocess.Popen(web, cwd=ROOT, env=environment)
        try:
            for _try in range(TRIES):
                if answers(f"{site}/healthz") or server.poll() is not None:
                    break
                time.sleep(0.25)
            yield site
        finally:
            server.terminate()
            server.wait()


def answers(address: str) -> bool:
    """Whether the server is there; waits half a second for the answer."""
    try:
        urllib.request.urlopen(address, timeout=0.5).close()  # noqa: S310 (our own address)
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def sign_in(page: Any, site: str, name: str) -> None:
    """As one of the demo's people."""
    page.goto(f"{site}/admin/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", PASSWORD)
    page.click("[type=submit]")
    page.wait_for_load_state("networkidle")


def path_of(page: Any, site: str, words: str) -> str:
    """The address of a story from the list of all, the newest that has these words in it."""
    page.goto(f"{site}/latest/")
    while True:
        for link in page.locator(".card-headline a").all():
            if words in (path := link.get_attribute("href") or ""):
                return path
        older = page.locator(".older a")
        if not older.count():
            stop(f"The demo has no story with {words!r} in its address.")
        older.click()
