"""A worker's world with nothing in it: no periodic jobs, no handlers but those of the test."""

from datetime import UTC, datetime

import pytest

from jobs import outbox, periodic
from jobs.worker import Worker

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    monkeypatch.setattr(periodic, "PERIODIC", {})
    monkeypatch.setattr(outbox, "HANDLERS", {})
    monkeypatch.setattr(outbox, "_reported_topics", set())


@pytest.fixture
def noon(time_machine):
    """The clock stands at noon; ``noon.shift(seconds)`` moves it."""
    time_machine.move_to(NOON, tick=False)
    return time_machine


@pytest.fixture
def work():
    """Does all that is due now, as ``manage.py worker --once`` does."""
    return lambda: Worker("tester").run_once()


@pytest.fixture
def delivered():
    """The payloads that the handler of the topic "news" was given."""
    payloads = []
    outbox.handler("news")(payloads.append)
    return payloads
