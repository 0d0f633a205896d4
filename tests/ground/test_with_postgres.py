"""The throw-away PostgreSQL, with a server that only writes down what it is told."""

import glob
import os
import signal
import subprocess
import sys

import pytest

from tests.ground.conftest import ROOT
from tools import postgres_binaries

WITH = [sys.executable, "-m", "tools.with_postgres", "--"]


@pytest.fixture
def server(program, tmp_path, bare):
    """The environment of a machine with a PostgreSQL of our own making, and its diary."""
    diary = tmp_path / "diary"
    diary.touch()
    diary.chmod(0o666)
    program("postgres", "echo 'postgres (PostgreSQL) 999.1'")
    program("initdb", f'echo "initdb $@" >> {diary}', 'mkdir "$2"')
    folder = program("pg_ctl", f'for last; do :; done; echo "$last" >> {diary}')
    return {**bare, "PG_BIN": str(folder)}, diary


def clusters():
    return set(glob.glob("/tmp/newsroom-pg-*"))


def test_a_command_finds_the_cluster_and_its_exit_code_is_passed_on(server):
    environment, diary = server
    tell = "import os; print(os.environ['DATABASE_URL']); raise SystemExit(7)"
    run = subprocess.run([*WITH, sys.executable, "-c", tell], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert run.returncode == 7, run.stderr
    assert run.stdout.startswith("postgresql://newsroom@%2Ftmp%2Fnewsroom-pg-")
    assert diary.read_text().split("\n")[1:] == ["start", "stop", ""]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_stop_in_the_middle_leaves_nothing_behind(server, number):
    environment, diary = server
    wait = "import sys, os; print(os.environ['DATABASE_URL'], flush=True); sys.stdin.read()"
    process = subprocess.Popen(
        [*WITH, sys.executable, "-c", wait],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    folder = process.stdout.readline().strip().split("%2F")[2].split("/")[0]
    assert f"/tmp/{folder}" in clusters()
    process.send_signal(number)
    # its standard input stays open until then: the end of it would end the command as well
    assert process.wait(timeout=60) == 128 + number
    process.communicate()
    assert f"/tmp/{folder}" not in clusters()
    assert diary.read_text().endswith("start\nstop\n")


def test_a_server_that_does_not_start_is_told_with_its_reason(server, program):
    environment, _ = server
    program("pg_ctl", "echo 'no room on this disk' >&2", "exit 1")
    run = subprocess.run([*WITH, "true"], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert run.returncode == 1
    assert "no room on this disk" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_postgresql_that_is_named_is_used_as_it_is(bare):
    named = {**bare, "DATABASE_URL": "postgresql://somebody@somewhere/something"}
    tell = [*WITH, sys.executable, "-c", "import os; print(os.environ['DATABASE_URL'])"]
    run = subprocess.run(tell, cwd=ROOT, env=named, capture_output=True, text=True)
    assert run.stdout.strip() == named["DATABASE_URL"]


def test_the_newest_server_that_is_new_enough_is_taken(program, monkeypatch, tmp_path):
    for version in (9, 14, 15, 17, 16):
        (tmp_path / "programs").exists() and (tmp_path / "programs").rename(tmp_path / f"before-{version}")
        program("initdb")
        program("postgres", f"echo 'postgres (PostgreSQL) {version}.3 (Some System)'")
    folders = [tmp_path / "programs", *tmp_path.glob("before-*")]
    monkeypatch.setattr(postgres_binaries, "of_the_machine", lambda: folders)
    assert postgres_binaries.version(postgres_binaries.find()) == 17
    old = [folder for folder in folders if postgres_binaries.version(folder) < 15]
    monkeypatch.setattr(postgres_binaries, "of_the_machine", lambda: old)
    assert postgres_binaries.find(wheel=False) is None


def test_programs_out_of_the_servants_reach_are_copied(program, tmp_path):
    programs = program("postgres", "echo 'postgres (PostgreSQL) 18.1'")
    nobody = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    assert postgres_binaries.readable(programs, tmp_path / "copy", nobody) == programs
    if nobody:
        programs.chmod(0o700)
    else:
        (programs / "postgres").chmod(0o600)
    assert postgres_binaries.readable(programs, tmp_path / "copy", nobody) == tmp_path / "copy" / "programs"
