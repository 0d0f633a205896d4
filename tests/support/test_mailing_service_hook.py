"""A mailing service tells us that somebody ended the newsletter there; nobody else can."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from support.models import MailingService, Subscriber
from support.newsletter import service
from tests.support.newsletter import subscribed


@pytest.fixture
def lists(outlet):
    return MailingService.objects.create(name="Lists", address="https://lists.example/", secret="a secret of ours")


@pytest.fixture
def say(client, lists):
    """Sends a message as the service would, or as somebody who is not quite the service."""

    def say(content, *, secret=lists.secret, ago=timedelta(0), number=lists.pk, signature=None):
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        signed = service.signature(body, secret, at=timezone.now() - ago) if signature is None else signature
        path = f"/newsletter/service/{number}/"
        return client.post(path, body, content_type="application/json", headers={"Newsroom-Signature": signed})

    return say


def ended(email="LIDA@home.example", **more):
    return {"event": "newsletter.ended", "email": email} | more


def states():
    return sorted(Subscriber.objects.values_list("email", "language", "state"))


def test_who_ended_it_there_is_ended_here_and_only_the_others_are_told(say, lists):
    other = MailingService.objects.create(name="Other", address="https://other.example/")
    subscribed()
    subscribed("other@home.example")
    assert say(ended()).status_code == 204
    assert states() == [("", "en", "ended"), ("other@home.example", "en", "confirmed")]
    assert service.messages(other).count() == 1 and not service.messages(lists).exists()


def test_one_language_or_all_of_them(say):
    for language in ("en", "uk"):
        subscribed(language=language)
    say(ended(language="uk"))
    assert states() == [("", "uk", "ended"), ("lida@home.example", "en", "confirmed")]
    say(ended())
    assert states() == [("", "en", "ended"), ("", "uk", "ended")]


def test_the_answer_does_not_tell_whether_an_address_is_known(say):
    subscribed()
    known, unknown = say(ended()), say(ended("nobody@home.example"))
    assert (known.status_code, known.content) == (unknown.status_code, unknown.content) == (204, b"")


def test_nobody_else_can_say_so(say, lists):
    subscribed()
    good = service.signature(json.dumps(ended("other@home.example")).encode(), lists.secret, at=timezone.now())
    for how in (
        {"secret": "another"}, {"secret": ""}, {"ago": timedelta(minutes=6)}, {"ago": -timedelta(minutes=6)},
        {"number": lists.pk + 1}, {"number": lists.pk + 1, "secret": "nobody's secret"}, {"signature": ""},
        {"signature": "t=,v1="}, {"signature": "t=99999999999999999999,v1=0"}, {"signature": "v1=é"},
        {"signature": good}, {"signature": f"t={10**11},v1=0"},
    ):  # fmt: skip
        assert say(ended(), **how).status_code == 403, how
    MailingService.objects.update(is_on=False)
    assert say(ended()).status_code == 403
    assert states() == [("lida@home.example", "en", "confirmed")]


@pytest.mark.parametrize(
    "content",
    [
        b"", b"no json", b"[]", b"\xff", {"event": "newsletter.confirmed", "email": "lida@home.example"},
        {"event": "newsletter.ended"}, ended(""), ended(None), ended(["lida@home.example"]), ended("a\x00b"),
        ended(language=3),
    ],
)  # fmt: skip
def test_what_is_not_understood_changes_nothing(say, content):
    subscribed()
    assert say(content).status_code == 400
    assert states() == [("lida@home.example", "en", "confirmed")]


def test_it_is_not_for_looking_at_and_not_for_long_bodies(client, say, lists):
    assert client.get(f"/newsletter/service/{lists.pk}/").status_code == 405
    assert say(b"x" * 9000).status_code == 413
