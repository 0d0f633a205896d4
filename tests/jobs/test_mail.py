"""Mail goes out through the outbox: after commit, until the mail server takes it."""

import pytest
from django.core import mail as mailbox
from django.db import transaction

from jobs import mail, outbox
from jobs.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def postman(quiet):
    outbox.handler("mail")(mail.deliver)


def test_a_letter_arrives_as_plain_text(settings):
    settings.DEFAULT_FROM_EMAIL = "The Lantern <desk@paper.example>"
    mail.post("rita@paper.example", "Sent back", "Whose words are these?\nSay so.")
    assert outbox.drain() == 1
    (letter,) = mailbox.outbox
    assert (letter.to, letter.subject) == (["rita@paper.example"], "Sent back")
    assert letter.body == "Whose words are these?\nSay so."
    assert letter.from_email == "The Lantern <desk@paper.example>"
    assert letter.message()["Message-ID"].endswith("@paper.example>")


def test_nothing_is_sent_from_a_transaction_that_failed():
    with pytest.raises(RuntimeError), transaction.atomic():
        mail.post("rita@paper.example", "Sent back", "Text")
        raise RuntimeError
    outbox.drain()
    assert mailbox.outbox == []


def test_a_letter_that_goes_out_twice_is_known_as_one():
    message = mail.post("rita@paper.example", "Sent back", "Text")
    for _time in range(2):
        outbox.deliver(message)
    first, second = mailbox.outbox
    assert first.message()["Message-ID"] == second.message()["Message-ID"]


def test_a_line_break_in_a_headline_makes_no_second_header():
    mail.post("rita@paper.example", "Sent back:\r\nBcc: all@paper.example", "Text")
    outbox.drain()
    (letter,) = mailbox.outbox
    assert letter.subject == "Sent back: Bcc: all@paper.example"
    assert letter.recipients() == ["rita@paper.example"]


def test_a_mail_server_that_is_down_is_tried_again(settings, noon):
    settings.EMAIL_BACKEND = "django.core.mail.backends.nothing"
    message = mail.post("rita@paper.example", "Sent back", "Text")
    outbox.drain()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    noon.shift(outbox.CAP_SECONDS)
    outbox.drain()
    message.refresh_from_db()
    assert (len(mailbox.outbox), message.attempts, message.last_error) == (1, 2, "")


def test_to_somebody_without_an_address_nothing_is_posted():
    assert mail.post("", "Sent back", "Text") is None
    assert not Message.objects.exists()
