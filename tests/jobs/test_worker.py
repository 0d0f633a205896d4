import signal

import pytest
from django.core.management import call_command
from django.db import OperationalError

from jobs import outbox, periodic, worker
from jobs.management.commands.worker import stopped_by_signals
from jobs.models import Heartbeat, Message, Run
from jobs.outbox import post
from jobs.periodic import every
from jobs.tasks import job
from jobs.worker import Worker

DONE = []
# Tests of the endless loop are not wrapped in a transaction: the loop looks after its connections itself.


@job()
def greet(name):
    DONE.append(name)


@job()
def greet_in_turn():
    greet.enqueue("from the periodic job")


@pytest.fixture(autouse=True)
def nothing_done():
    DONE.clear()


@pytest.fixture
def pauses(monkeypatch):
    """How long the worker paused each time, without pausing."""
    seconds = []
    monkeypatch.setattr(Worker, "_pause", lambda worker, pause: seconds.append(pause))
    return seconds


@pytest.mark.django_db
def test_once_does_all_that_is_due_and_ends(delivered):
    every(60)(greet_in_turn)
    greet.enqueue("Olena")
    post("news", {"headline": "Snow"})
    call_command("worker", "--once")
    assert DONE == ["Olena", "from the periodic job"]
    assert delivered == [{"headline": "Snow"}]
    assert set(Run.objects.values_list("status", flat=True)) == {"SUCCESSFUL"}
    assert not Heartbeat.objects.exists()


@pytest.mark.django_db
def test_once_leaves_other_signal_handlers_as_they_were():
    before = signal.getsignal(signal.SIGTERM)
    call_command("worker", "--once")
    assert signal.getsignal(signal.SIGTERM) == before


@pytest.mark.django_db(transaction=True)
def test_a_working_worker_has_a_heartbeat_and_one_that_stopped_has_none():
    steady = Worker("steady")
    seen = []

    @outbox.handler("stop")
    def stop(payload):
        seen.extend(Heartbeat.objects.values_list("name", flat=True))
        steady.stop()

    post("stop", {})
    steady.run()
    assert seen == ["steady"]
    assert not Heartbeat.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_told_to_stop_takes_no_further_work():
    steady = Worker("steady")
    outbox.handler("stop")(lambda payload: steady.stop())
    post("stop", {})
    post("stop", {})
    greet.enqueue("Olena")
    steady.run()
    assert DONE == []
    assert Message.objects.filter(sent_at=None).count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_pause_ends_at_once_when_the_worker_is_told_to_stop(monkeypatch):
    """Without that the test would take a day."""
    steady = Worker("steady")
    monkeypatch.setattr(worker, "IDLE_SECONDS", 86_400.0)

    def idle_round():
        signal.raise_signal(signal.SIGTERM)
        return False

    monkeypatch.setattr(steady, "round", idle_round)
    with stopped_by_signals(steady):
        steady.run()
        assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL  # a second one ends the process


@pytest.mark.django_db(transaction=True)
def test_a_worker_outlives_a_database_that_is_away_for_a_moment(monkeypatch, pauses, caplog):
    steady = Worker("steady")
    answers = [OperationalError("gone"), OperationalError("gone"), OperationalError("gone"), None]

    def tick():
        answer = answers.pop(0)
        if answer:
            raise answer
        steady.stop()

    monkeypatch.setattr(periodic, "tick", tick)
    steady.run()
    assert pauses[:3] == [2.0, 4.0, 8.0]
    assert "could not go on (3 times running)" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_an_idle_worker_pauses_a_second_and_signs_every_ten(monkeypatch, pauses, noon):
    steady = Worker("steady")
    signs = []

    def pause(self, seconds):
        pauses.append(seconds)
        noon.shift(1)
        signs.append(Heartbeat.objects.get().seen_at)
        if len(signs) == 25:
            self.stop()

    monkeypatch.setattr(Worker, "_pause", pause)
    steady.run()
    assert set(pauses) == {1.0}
    assert len(set(signs)) == 3
