"""Supporters, and topics that they ask for."""

import re
from datetime import date

from django.http import HttpResponse
from django.test import Client

from jobs.models import Message
from support import sessions
from support.models import Supporter, Tier
from support.topics import asking, deciding

SINCE = date(2020, 1, 1)


def make_voter(name="Lida", *, weight=1, **fields):
    """One who pays; the address is made of the name."""
    tier, _made = Tier.objects.get_or_create(key=f"tier-{weight}", defaults={"weight": weight})
    email = f"{name.lower().replace(' ', '-')}@home.example"
    return Supporter.objects.create(**{"name": name, "email": email, "tier": tier, "since": SINCE} | fields)


def proposed(title="Who pays for the bus stops?", *, by=None, language="en", question="Ten of them stand empty."):
    """A topic that waits for an editor."""
    by = by or Supporter.objects.first() or make_voter()
    return asking.propose(by=by, title=title, question=question, language=language)


def opened(edna, title="Who pays for the bus stops?", *, by=None, language="en"):
    """A topic that takes votes, with one from the supporter who proposed it."""
    topic = proposed(title, by=by, language=language)
    deciding.accept(topic, by=edna, title=topic.title, question=topic.question)
    return topic


def signed_in(supporter):
    """The browser of a supporter."""
    response = HttpResponse()
    sessions.sign_in(response, supporter)
    client = Client()
    client.cookies[sessions.COOKIE] = response.cookies[sessions.COOKIE].value
    return client


def token_of(client, path):
    """That of the form on a page."""
    return re.search(r'name="token" value="([^"]+)"', client.get(path).content.decode())[1]


def purged():
    """All keys that caches were told, whenever that is due."""
    return {key for message in Message.objects.filter(topic="purge") for key in message.payload["keys"]}


def letters():
    return [message.payload for message in Message.objects.filter(topic="mail").order_by("pk")]
