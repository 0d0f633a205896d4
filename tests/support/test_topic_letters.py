"""Who asked for a topic gets one letter when readers have the story, and can end that with one click."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone, translation

from articles import actions
from jobs import outbox
from jobs.models import Message
from support.models import Supporter, Vote
from support.topics import asking, deciding, letters, reporting
from tests.support.topics import letters as posted
from tests.support.topics import make_voter, opened


@pytest.fixture
def lida(outlet):
    return make_voter("Lida")


@pytest.fixture
def topic(lida, edna):
    return opened(edna, by=lida)


def tell():
    return letters.tell_all.call()


def test_a_letter_goes_out_once_the_story_is_public_and_never_again(topic, lida, edna, rita, publish):
    asking.vote(topic, by=make_voter("Pavlo"))
    article = reporting.begin(topic, by=edna)
    assert tell() == 0 and posted() == []
    edition = publish()
    deciding.reopen(topic, by=edna)
    reporting.link(topic, article=edition.article, by=edna)
    assert tell() == 2 and tell() == 0
    first, second = posted()
    assert {first["to"], second["to"]} == {"lida@home.example", "pavlo@home.example"}
    assert edition.headline in first["subject"] and "Dear Lida," in first["body"]
    assert edition.path in first["body"] and topic.path in first["body"] and first["unsubscribe"] in first["body"]
    assert article.pk != edition.article_id


def test_a_time_ahead_needs_no_verb_then(topic, edna, publish):
    ahead = publish(at=timezone.now() + timedelta(hours=3))
    reporting.link(topic, article=ahead.article, by=edna)
    assert tell() == 0
    with time_machine.travel(ahead.live_from + timedelta(minutes=1)):
        assert tell() == 1


def test_each_is_written_to_in_their_language(topic, edna, publish):
    asking.vote(topic, by=make_voter("Олена", email="olena@home.example", language="uk"))
    reporting.link(topic, article=publish().article, by=edna)
    tell()
    letter = next(each for each in posted() if each["to"] == "olena@home.example")
    with translation.override("uk"):
        assert str(translation.gettext("You asked for it: %(headline)s")).partition("%")[0] in letter["subject"]
    assert "/uk/letters/end/" in letter["unsubscribe"]


def test_who_wants_no_letters_gets_none_and_none_of_old_stories_later(topic, lida, edna, publish):
    Supporter.objects.update(wants_letters=False)
    reporting.link(topic, article=publish().article, by=edna)
    assert tell() == 0
    Supporter.objects.update(wants_letters=True)
    assert tell() == 0 and posted() == []


def test_who_has_ended_since_is_told_all_the_same(topic, lida, edna, publish):
    Supporter.objects.update(until=timezone.localdate() - timedelta(days=2))
    reporting.link(topic, article=publish().article, by=edna)
    assert tell() == 1


def test_what_was_taken_back_is_told_to_nobody_until_it_is_there_again(topic, edna, rita, chris, publish):
    edition = publish()
    reporting.link(topic, article=edition.article, by=edna)
    actions.unpublish(edition.article, by=chris, reason="A mistake")
    assert tell() == 0
    actions.publish(edition.article, by=edna, substantial=False)
    assert tell() == 1
    actions.unpublish(edition.article, by=chris, reason="Again")
    actions.publish(edition.article, by=edna, substantial=False)
    assert tell() == 0


def test_those_who_came_by_a_merger_are_told_too(topic, lida, edna, publish):
    other = opened(edna, "The same again", by=lida)
    asking.vote(other, by=make_voter("Pavlo"))
    reporting.link(topic, article=publish().article, by=edna)
    assert tell() == 1
    deciding.merge(other, into=topic, by=edna)
    assert tell() == 1 and len(posted()) == 2


def test_a_worker_that_dies_in_between_writes_to_nobody_twice(topic, edna, publish, monkeypatch):
    """Each batch is one transaction: of one that fails neither the letters are there nor the word that they are."""
    for number in range(4):
        asking.vote(topic, by=make_voter(f"Voter {number}"))
    reporting.link(topic, article=publish().article, by=edna)
    monkeypatch.setattr(letters, "AT_ONCE", 2)
    write, written = letters._write, []

    def dies(reader, *rest):
        if len(written) == 3:
            raise KeyboardInterrupt
        written.append(reader)
        write(reader, *rest)

    monkeypatch.setattr(letters, "_write", dies)
    with pytest.raises(KeyboardInterrupt):
        tell()
    assert len(posted()) == Vote.objects.filter(told_at__isnull=False).count() == 2
    monkeypatch.setattr(letters, "_write", write)
    assert tell() == 3
    addresses = [letter["to"] for letter in posted()]
    assert len(addresses) == len(set(addresses)) == 5


# --- ending them -------------------------------------------------------------------------------


def end_path(reader):
    return letters.end_of(reader).partition("//")[2].partition("/")[2].join(["/", ""])


def test_the_mail_has_the_button_of_mailboxes(topic, lida, edna, publish):
    reporting.link(topic, article=publish().article, by=edna)
    tell()
    Message.objects.exclude(topic="mail").delete()
    outbox.drain()
    headers = mail.outbox[0].extra_headers
    assert headers["List-Unsubscribe"] == f"<{letters.end_of(lida)}>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize("language", ["en", "uk"])
def test_one_click_ends_them_without_signing_in(client, outlet, language):
    reader = make_voter("Lida", language=language)
    path = end_path(reader)
    page = client.get(path)
    assert page.status_code == 200 and page["Cache-Control"] == "private, no-store" and not page.cookies
    reader.refresh_from_db()
    assert reader.wants_letters  # looking at it ends nothing
    for _time in range(2):
        answer = client.post(path, {"List-Unsubscribe": "One-Click"}, headers={"Sec-Fetch-Site": "cross-site"})
        assert answer.status_code == 200
    reader.refresh_from_db()
    assert not reader.wants_letters


def test_a_forged_end_is_not_there(client, lida):
    make_voter("Pavlo")
    _number, _colon, signature = end_path(lida).rpartition("/end/")[2].partition(":")
    for token in ("1", "1:x", f"{lida.pk + 1}:{signature}"):
        assert client.post(f"/letters/end/{token}").status_code in (301, 404)
        assert client.post(f"/letters/end/{token.strip('/')}/").status_code == 404
    assert Supporter.objects.filter(wants_letters=False).count() == 0
