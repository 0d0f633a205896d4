import logging
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from jobs import outbox
from jobs.models import Message
from jobs.outbox import drain, lease, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def failing():
    """The topic "news" fails until the list is emptied; the list holds the payloads that were tried."""

    class Closed(list):
        is_open = False

        def deliver(self, payload):
            self.append(payload)
            if not self.is_open:
                raise ConnectionError("nobody answers")

    closed = Closed()
    outbox.handler("news")(closed.deliver)
    return closed


def test_a_message_is_delivered_once(delivered, noon):
    post("news", {"headline": "Snow"})
    assert [drain(), drain()] == [1, 0]
    assert delivered == [{"headline": "Snow"}]
    assert Message.objects.get().sent_at == timezone.now()


def test_messages_go_out_in_the_order_of_their_time(delivered, noon):
    post("news", {"n": 1})
    post("news", {"n": 2}, due_at=timezone.now() - timedelta(minutes=1))
    drain()
    assert delivered == [{"n": 2}, {"n": 1}]


def test_a_message_for_later_is_not_delivered_before_its_time(delivered, noon):
    post("news", {}, due_at=timezone.now() + timedelta(hours=1))
    noon.shift(3599)
    assert drain() == 0
    noon.shift(1)
    assert drain() == 1


def test_the_time_may_be_given(delivered, noon):
    tomorrow = timezone.now() + timedelta(days=1)
    post("news", {}, due_at=tomorrow)
    assert [drain(), drain(tomorrow)] == [0, 1]


def test_nothing_of_a_transaction_that_failed_is_posted(delivered):
    with pytest.raises(RuntimeError), transaction.atomic():
        post("news", {})
        raise RuntimeError("publishing failed")
    assert not Message.objects.exists()


def test_a_failed_delivery_is_tried_again_until_it_succeeds(failing, noon):
    post("news", {"n": 1})
    assert drain() == 1
    message = Message.objects.get()
    assert message.sent_at is None
    assert "nobody answers" in message.last_error
    assert drain() == 0
    failing.is_open = True
    noon.shift(10)
    assert drain() == 1
    message.refresh_from_db()
    assert (message.sent_at, message.attempts, message.last_error) == (timezone.now(), 2, "")


def test_a_message_that_always_fails_is_never_given_up(failing, noon):
    post("news", {})
    for _hour in range(50):
        drain()
        noon.shift(3600)
    assert len(failing) == 50
    assert outbox.overdue(timezone.now()).count() == 1


def test_a_failing_message_does_not_hold_up_the_next(noon):
    told = []

    def pick(payload):
        if payload["n"] == 1:
            raise ValueError("a bad message")
        told.append(payload["n"])

    outbox.handler("news")(pick)
    for number in (1, 2, 3):
        post("news", {"n": number})
    assert drain() == 3
    assert told == [2, 3]


def test_draining_stops_at_its_limit(delivered):
    for number in range(3):
        post("news", {"n": number})
    assert [drain(limit=2), drain(limit=2)] == [2, 1]


def test_two_drains_at_once_do_not_deliver_twice(noon):
    """The handler itself drains: to the outbox this is a second worker at the worst moment."""
    told = []

    def deliver(payload):
        told.append(payload)
        assert drain() == 0

    outbox.handler("news")(deliver)
    post("news", {})
    assert drain() == 1
    assert len(told) == 1
    assert Message.objects.get().last_error == ""


def test_of_two_workers_that_saw_the_same_message_one_gets_it(delivered, noon):
    post("news", {})
    seen_by_first, seen_by_second = Message.objects.get(), Message.objects.get()
    assert lease(seen_by_first, timezone.now())
    assert not lease(seen_by_second, timezone.now())


def test_a_message_whose_worker_died_is_delivered_by_another(delivered, noon):
    post("news", {})
    outbox.take(timezone.now())
    assert drain() == 0
    noon.shift(outbox.LEASE)
    assert drain() == 1


def test_a_late_failure_does_not_end_the_lease_of_another_worker(failing, noon):
    post("news", {})
    late = outbox.take(timezone.now())
    noon.shift(outbox.LEASE)
    outbox.take(timezone.now())
    outbox.deliver(late)
    assert Message.objects.get().retry_at == timezone.now() + outbox.LEASE


def test_a_handler_that_hangs_is_stopped(monkeypatch):
    def hang(payload):
        while True:
            pass

    monkeypatch.setattr(outbox, "HANDLER_SECONDS", 0.05)
    outbox.handler("news")(hang)
    post("news", {})
    drain()
    assert "not done after 0.05 seconds" in Message.objects.get().last_error


def test_a_topic_without_a_handler_waits_and_is_reported_once(caplog, delivered):
    post("unheard-of", {})
    post("news", {})
    assert [drain(), drain()] == [1, 0]
    assert [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR] == [
        "No handler for the topic 'unheard-of'; its messages wait."
    ]
    outbox.handler("unheard-of")(delivered.append)
    assert drain() == 1
