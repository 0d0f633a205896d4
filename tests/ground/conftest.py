import os
import socket
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def bare(tmp_path):
    """The environment of a machine on which nobody has set anything."""
    (tmp_path / "data").mkdir()
    return {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "DATA_DIR": str(tmp_path / "data")}


@pytest.fixture
def program(tmp_path):
    """Puts a small program of a test's own into a folder, which it returns."""

    def write(name, *lines):
        folder = tmp_path / "programs"
        folder.mkdir(exist_ok=True)
        file = folder / name
        file.write_text("\n".join(["#!/bin/sh", *lines, ""]))
        file.chmod(0o755)
        return folder

    # Servers refuse root, so the folders up to here must be open to whom they run as.
    for folder in [tmp_path, *tmp_path.parents]:
        if folder.stat().st_uid == os.geteuid() and "pytest" in str(folder):
            folder.chmod(0o755)
    return write


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
