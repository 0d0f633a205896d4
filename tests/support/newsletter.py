"""A newsletter for tests: switched on, asked for, confirmed, as readers do it."""

import re
from datetime import timedelta

import time_machine
from django.core import mail
from django.utils import timezone

from jobs import outbox
from outlet import languages
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


def doors():
    """Where the links in letters lead, of one who has asked and of one who gets it."""
    asked, confirmed = (Subscriber.objects.filter(state=state).first() for state in ("asked", "confirmed"))
    found = [links.to_confirm([asked], code) for code in languages.codes()]
    return [_path(link) for link in found] + [path_to_end(confirmed, code) for code in languages.codes()]


def path_to_end(subscriber, language=""):
    token = links.to_end(subscriber).split("/")[-2]
    return f"{languages.prefix(language or subscriber.language)}newsletter/end/{token}/"


def _path(link):
    return re.sub(r"^https?://[^/]+", "", link)
