"""``make run``, as the program behind it: what a newcomer sees, and how it ends."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from tests.ground.conftest import ROOT

RUN = [sys.executable, "-m", "tools.run"]


@pytest.fixture
def newspaper(bare, free_port):
    """Starts a newspaper; gives the program and what it has said when it is ready."""
    started = []

    def start():
        process = subprocess.Popen(
            RUN,
            cwd=ROOT,
            env={**bare, "PORT": str(free_port)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        started.append(process)
        said = ""
        for line in process.stdout:
            said += line
            if "Ctrl+C" in line:
                break
        return process, said

    yield start
    for process in started:
        if process.poll() is None:
            process.terminate()
        process.communicate()


def get(port, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
        return answer.read().decode()


def children(process):
    """The programs started by another one, by their command lines."""
    found = {}
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True).stdout
    for line in listed.splitlines():
        number, parent, command = line.split(None, 2)
        if int(parent) == process.pid:
            found[int(number)] = command
    return found


def test_a_newspaper_from_nothing_and_once_again(newspaper, free_port):
    process, said = newspaper()
    assert f"http://127.0.0.1:{free_port}/admin/" in said
    for role in ("Reporter", "Editor", "Administrator"):
        assert f"  {role} " in said
    assert "<h1" in get(free_port, "/")
    assert "csrfmiddlewaretoken" in get(free_port, "/admin/login/")
    assert json.loads(get(free_port, "/healthz"))["database"] == "ok"
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert rest.strip() == "Stopped."

    process, again = newspaper()
    assert again == said
    process.terminate()
    rest, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert rest.strip() == "Stopped."


def test_when_one_program_dies_the_other_is_stopped_and_the_user_is_told(newspaper):
    process, _ = newspaper()
    programs = children(process)
    worker = next(number for number, command in programs.items() if "worker" in command and "gunicorn" not in command)
    os.kill(worker, signal.SIGKILL)
    rest, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert rest.strip() == "The worker has ended by itself, so everything stops; its reason stands above."
    for number in programs:
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


def refused(bare, port):
    return subprocess.run(RUN, cwd=ROOT, env={**bare, "PORT": port}, capture_output=True, text=True)


def test_a_taken_port_is_told_in_one_sentence(bare):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        told = refused(bare, str(taken))
    assert told.returncode == 1
    assert told.stderr.startswith(f"Port {taken} cannot be used")
    assert told.stderr.count("\n") == 1


@pytest.mark.parametrize("port", ["http", "0", "70000", "-1"])
def test_a_port_that_is_none_is_told_in_one_sentence(bare, port):
    told = refused(bare, port)
    assert told.returncode == 1
    assert told.stderr == f"PORT must be a number from 1 to 65535, not {port!r}.\n"


def test_a_setting_that_makes_no_sense_is_named(bare, free_port):
    told = refused({**bare, "LANGUAGES": "xx"}, str(free_port))
    assert told.returncode == 1
    assert "LANGUAGES may name" in told.stderr
