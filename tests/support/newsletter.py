"""A newsletter for tests: switched on, asked for, confirmed, as readers do it."""

import re
from datetime import timedelta

import time_machine
from django.core import mail
from django.utils import timezone

from jobs import outbox
from outlet.models import Outlet, OutletText
from support.models import Subscriber
from support.newsletter import links

WORDS = {"en": "The week on Saturdays.", "uk": "Щосуботи – тиждень міста."}
LATER = timedelta(seconds=10)


def switch_on(*languages):
    """There is a newsletter in these languages."""
    outlet = Outlet.objects.get()
    for language in languages or ("en",):
        text, _made = OutletText.objects.get_or_create(
            outlet=outlet, language=language, defaults={"name": "The Lantern"}
        )
        OutletText.objects.filter(pk=text.pk).update(newsletter=WORDS[language])


def ask(client, email, *, page="/newsletter/", after=LATER, **data):
    """Opens the form and sends it a little later."""
    token = client.get(page).context["form"]["token"].value()
    data = {"email": email, "languages": ["en"], "token": token} | data
    with time_machine.travel(timezone.now() + after, tick=False):
        return client.post(page, data)


def letters():
    """What the worker sends when it comes by."""
    mail.outbox.clear()
    outbox.drain(timezone.now() + timedelta(minutes=1))
    return list(mail.outbox)


def link_in(letter):
    """The path to which a letter leads."""
    return re.search(r"https?://[^/\s]+(/\S+)", letter.body)[1]


def subscribed(email="lida@home.example", language="en", **fields):
    """One who gets it already."""
    fields = {"state": "confirmed", "confirmed_at": timezone.now()} | fields
    return Subscriber.objects.create(email=email, language=language, **fields)


def path_to_end(subscriber):
    return re.sub(r"^https?://[^/]+", "", links.to_end(subscriber))
