"""A mailing service hears of who comes and goes: signed, in time, and again until it has taken it."""

import hashlib
import hmac
import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from activity.models import Entry
from jobs import outbox, web
from jobs.models import Message
from support.models import MailingService
from support.newsletter import actions, links, service
from tests.support.newsletter import subscribed

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
HOOK = "https://lists.example/hook"
DOCS = Path(__file__).resolve().parents[2] / "docs" / "operators" / "newsletter.md"


@pytest.fixture
def lists(outlet):
    return MailingService.objects.create(name="Lists", address=HOOK, secret="a secret of ours")


@pytest.fixture
def taken(monkeypatch):
    """What was sent, as (address, body, headers); ``taken.answers`` are what the service says to it, 200 at last."""

    class Taken(list):
        answers = []

    taken = Taken()

    def send(url, body, headers):
        taken.append((url, body, headers))
        answer = taken.answers.pop(0) if taken.answers else 200
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(web, "send", send)
    return taken


def drain(at=None):
    outbox.drain(at or timezone.now() + timedelta(minutes=1))


def events(taken):
    return [json.loads(body)["event"] for _url, body, _headers in taken]


# --- what is sent ------------------------------------------------------------------------------


def test_a_service_hears_of_who_confirms_and_of_who_ends(lists, taken):
    subscriber = subscribed(state="asked", confirmed_at=None)
    actions.confirm([subscriber.pk], at=NOON)
    subscriber.refresh_from_db()
    actions.end(subscriber, at=NOON + timedelta(days=1))
    drain()
    assert events(taken) == ["newsletter.confirmed", "newsletter.ended"]
    url, body, headers = taken[0]
    content = json.loads(body)
    assert url == HOOK and headers["Content-Type"] == "application/json"
    assert headers["Idempotency-Key"] == content["id"] and content["at"] == "2026-11-30T12:00:00Z"
    assert content["subscriber"] == {
        "email": "lida@home.example", "language": "en", "confirmed_at": "2026-11-30T12:00:00Z",
        "unsubscribe": links.to_end(subscriber),
    }  # fmt: skip
    assert json.loads(taken[1][1])["subscriber"]["email"] == "lida@home.example"


def test_it_hears_once_of_what_happens_twice_and_never_of_what_was_not_confirmed(lists, taken):
    subscriber = subscribed(state="asked", confirmed_at=None)
    other = subscribed("other@home.example", state="asked", confirmed_at=None)
    for _press in range(2):
        actions.confirm([subscriber.pk])
    subscriber.refresh_from_db()
    for _press in range(2):
        actions.end(subscriber)
        actions.end(other)
    drain()
    assert events(taken) == ["newsletter.confirmed", "newsletter.ended"]


def test_who_has_the_secret_can_tell_that_it_was_us_and_when(lists, taken):
    with time_machine.travel(NOON, tick=False):
        service.test(lists)
        drain(NOON)
    _url, body, headers = taken[0]
    signed = dict(part.split("=", 1) for part in headers["Newsroom-Signature"].split(","))
    assert signed["t"] == str(int(NOON.timestamp()))
    expected = hmac.new(b"a secret of ours", f"{signed['t']}.".encode() + body, hashlib.sha256).hexdigest()
    assert signed["v1"] == expected


def test_the_documentation_shows_what_is_sent_and_how_it_is_signed(lists, taken):
    text = DOCS.read_text()
    body = re.search(r"```json\n(.+?)\n```", text, re.DOTALL)[1].encode()
    secret = re.search(r"The secret in the example is `([^`]+)`", text)[1]
    said = re.search(r"^Newsroom-Signature: (t=(\d+),v1=[0-9a-f]{64})$", text, re.MULTILINE)
    assert service.signature(body, secret, at=datetime.fromtimestamp(int(said[2]), UTC)) == said[1]
    actions.confirm([subscribed(state="asked", confirmed_at=None).pk])
    drain()
    shown, sent = json.loads(body), json.loads(taken[0][1])
    assert shown.keys() == sent.keys() and shown["subscriber"].keys() == sent["subscriber"].keys()
    assert service.written(shown) == body
    assert all(event in text for event in (service.CONFIRMED, service.ENDED, service.TEST))


@pytest.mark.parametrize("failure", [500, 404, 301, OSError("no line"), web.NotOutside()])
def test_what_is_not_taken_is_sent_again_with_the_same_key(lists, taken, failure):
    taken.answers = [failure]
    service.test(lists)
    drain()
    message = Message.objects.get(topic=service.TOPIC)
    assert message.sent_at is None and message.last_error
    drain(timezone.now() + timedelta(hours=1))
    message.refresh_from_db()
    assert message.sent_at and taken[0][2]["Idempotency-Key"] == taken[1][2]["Idempotency-Key"]


def test_one_that_was_switched_off_or_removed_hears_nothing(lists, taken):
    other = MailingService.objects.create(name="Other", address="https://other.example/")
    for each in (lists, other):
        service.test(each)
    MailingService.objects.filter(pk=lists.pk).update(is_on=False)
    other.delete()
    actions.end(subscribed())
    drain()
    assert taken == [] and not outbox.overdue(timezone.now()).exists()


# --- at the desk -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address", ["http://lists.example/", "lists.example", "ftp://lists.example/", "javascript:alert(1)", "https://"]
)
def test_only_https_addresses_are_taken(client, ada, outlet, address):
    client.force_login(ada)
    data = {"name": "Lists", "address": address, "secret": "a secret of ours", "is_on": "on"}
    page = client.post(reverse("admin:support_mailingservice_add"), data)
    assert "https://" in str(page.context["errors"]) and not MailingService.objects.exists()
    with pytest.raises(ValidationError):
        MailingService(name="Lists", address=address).full_clean()


def test_the_database_takes_no_other_address_either(lists):
    with pytest.raises(IntegrityError), transaction.atomic():
        MailingService.objects.filter(pk=lists.pk).update(address="http://lists.example/")


def test_only_administrators_come_near_the_secret(client, lists, edna, chris, ada):
    paths = [
        reverse("admin:support_mailingservice_changelist"),
        reverse("admin:support_mailingservice_change", args=[lists.pk]),
        reverse("admin:support_mailingservice_deliveries", args=[lists.pk]),
    ]
    for person in (edna, chris):
        client.force_login(person)
        for path in paths:
            answers = (client.get(path), client.post(path))
            assert [answer.status_code for answer in answers] == [403, 403], path
    client.force_login(ada)
    assert lists.secret in client.get(paths[1]).content.decode()
    assert lists.secret not in client.get(paths[0]).content.decode() + client.get(paths[2]).content.decode()


def test_a_change_stands_in_the_log_without_the_secret(client, ada, outlet):
    client.force_login(ada)
    page = client.get(reverse("admin:support_mailingservice_add"))
    secret = page.context["adminform"].form["secret"].value()
    assert len(secret) > 30
    client.post(page.request["PATH_INFO"], {"name": "Lists", "address": HOOK, "secret": secret, "is_on": "on"})
    entry = Entry.objects.get(verb="mailing-service-change")
    assert entry.by == ada and entry.details["address"] == HOOK and secret not in str(entry.details)
    lists = MailingService.objects.get(secret=secret)
    client.post(reverse("admin:support_mailingservice_delete", args=[lists.pk]), {"post": "yes"})
    assert Entry.objects.filter(verb="mailing-service-remove").exists() and not MailingService.objects.exists()


def test_a_test_is_sent_and_its_fate_is_shown(client, ada, lists, taken):
    client.force_login(ada)
    here = reverse("admin:support_mailingservice_deliveries", args=[lists.pk])
    assert "Nothing has been sent to this service yet" in client.get(here).content.decode()
    taken.answers = [503]
    assert "on its way" in client.post(here, follow=True).content.decode()
    assert "Waiting" in client.get(here).content.decode()
    drain()
    page = client.get(here).content.decode()
    assert "Failed 1 time" in page and "The service answered 503." in page and "NotTaken" not in page
    drain(timezone.now() + timedelta(hours=1))
    assert "Sent, " in client.get(here).content.decode() and events(taken) == ["test", "test"]


def test_deliveries_show_no_address_of_a_reader_and_none_of_another_service(client, ada, lists, taken):
    other = MailingService.objects.create(name="Other", address="https://other.example/")
    actions.end(subscribed())
    service.test(other)
    client.force_login(ada)
    page = client.get(reverse("admin:support_mailingservice_deliveries", args=[lists.pk])).content.decode()
    assert "newsletter.ended" in page and "lida@home.example" not in page and "<td>test</td>" not in page


def test_no_test_goes_to_one_that_is_switched_off(client, ada, lists):
    MailingService.objects.update(is_on=False)
    client.force_login(ada)
    here = reverse("admin:support_mailingservice_deliveries", args=[lists.pk])
    assert "Switch the service on first." in client.post(here, follow=True).content.decode()
    assert not service.messages(lists).exists()
