"""Real worker processes, killed without warning in the middle of their work: nothing is lost, nothing sticks."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg2
import pytest

ROOT = Path(__file__).resolve().parents[2]
CHORES = 60
KILLS = 6
# A killed worker's message is its own for five minutes.
LIMIT_SECONDS = 480


def until(condition, seconds=60):
    """Waits for a condition, and fails when it takes longer than it may."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"still not so after {seconds} seconds"
        threading.Event().wait(0.05)


@pytest.fixture
def database():
    """The address of a new database on the PostgreSQL under test; nothing where SQLite is."""
    address = os.environ.get("DATABASE_URL", "")
    if not address.startswith("postgres"):
        yield ""
        return
    name = f"soak_{uuid4().hex[:12]}"
    server = psycopg2.connect(address)
    server.autocommit = True
    with server.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
        yield urlsplit(address)._replace(path=f"/{name}").geturl()
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
    server.close()


@pytest.fixture
def manage(tmp_path, database):
    """Runs ``manage.py`` in a newsroom of its own; gives what it printed."""
    environment = os.environ | {"DATA_DIR": str(tmp_path / "data"), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    environment.pop("DATABASE_URL", None)
    if database:
        environment["DATABASE_URL"] = database
    (tmp_path / "data").mkdir()

    class Manage:
        def begin(self, *arguments):
            with (tmp_path / "worker.log").open("ab") as log:
                return subprocess.Popen(
                    [sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, stdout=log, stderr=log
                )

        def __call__(self, *arguments):
            command = [sys.executable, "manage.py", *arguments]
            return subprocess.run(
                command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
            ).stdout

        def chores(self, call):
            return self("shell", "--verbosity", "0", "-c", f"from tests.soak import chores; chores.{call}")

        def state(self):
            return json.loads(self.chores("tell()"))

    manage = Manage()
    manage("migrate", "--verbosity", "0")
    return manage


@pytest.fixture
def workers(manage):
    """Begins workers; whatever still lives afterwards is ended."""
    alive = []

    def begin():
        alive.append(manage.begin("worker"))
        return alive[-1]

    yield begin
    for worker in alive:
        if worker.poll() is None:
            worker.kill()
        worker.wait()


def test_a_job_in_the_hands_of_a_killed_worker_is_done_by_another(manage, workers, tmp_path):
    manage.chores(f"wait_for_gate.enqueue({str(tmp_path)!r})")
    first = workers()
    until((tmp_path / "begun").exists)
    first.send_signal(signal.SIGKILL)
    first.wait()
    (tmp_path / "gate").touch()
    second = workers()
    until((tmp_path / "ended").exists, 120)
    assert (tmp_path / "ended").read_text() == str(second.pid)


def test_a_worker_that_is_told_to_stop_ends_its_job_first(manage, workers, tmp_path):
    manage.chores(f"wait_for_gate.enqueue({str(tmp_path)!r})")
    worker = workers()
    until((tmp_path / "begun").exists)
    worker.send_signal(signal.SIGTERM)
    (tmp_path / "gate").touch()
    assert worker.wait(timeout=30) == 0
    assert (tmp_path / "ended").exists()
    assert manage.state()["heartbeats"] == 0


def test_however_often_workers_are_killed_all_work_is_done(manage, workers, tmp_path):
    def done():
        return len(list(tmp_path.glob("*.done")))

    manage.chores(f"plan({str(tmp_path)!r}, {CHORES})")
    team = [workers(), workers()]
    for kill in range(KILLS):
        until(lambda kill=kill: done() >= (kill + 1) * CHORES // (KILLS + 2), LIMIT_SECONDS)
        victim = team.pop(0)
        victim.send_signal(signal.SIGKILL)
        victim.wait()
        team.append(workers())
    until(lambda: done() == CHORES, LIMIT_SECONDS)
    until(lambda: not (manage.state()["open"] or manage.state()["unsent"]), LIMIT_SECONDS)
    state = manage.state()
    assert (state["failed"], state["tidied"]) == (0, 1)
