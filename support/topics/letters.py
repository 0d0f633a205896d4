"""Who asked for a topic hears of it when readers have the story: once, at whatever moment that begins.

No verb starts this, as a time ahead needs none: the worker looks every minute which editions are live. The letter is
posted in the transaction that writes down in the vote that it was, so there is never one without the other.
"""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.models import Edition
from jobs import mail
from jobs.periodic import every
from jobs.tasks import job
from outlet import languages
from outlet.models import Outlet
from support.models import Supporter, Topic, TopicState, Vote

MINUTE = 60
AT_ONCE = 100
# Without a time at which it ends: a letter is kept for years, and its link has to work.
SIGNER = signing.Signer(salt="support.letters")


@every(MINUTE)
@job()
def tell_all() -> int:
    """How many letters were posted."""
    live = Edition.objects.live().filter(article=OuterRef("article")).order_by()
    untold = Vote.objects.filter(topic=OuterRef("pk"), told_at=None).order_by()
    due = Topic.objects.public().filter(Exists(live), Exists(untold), state=TopicState.REPORTED).order_by("pk")
    return sum(_tell_all_of(number) for number in list(due.values_list("pk", flat=True)))


def _tell_all_of(number: int) -> int:
    posted = 0
    while (more := _tell_some(number)) is not None:
        posted += more
    return posted


@transaction.atomic
def _tell_some(number: int) -> int | None:
    """Writes to the next of those who asked; None where nobody is left, or the story is not public any more.

    Under a lock on the topic, so that two workers never write to the same. Who wants no letter now counts as told: a
    change of mind brings no letters on old stories.
    """
    topic = Topic.objects.select_for_update(of=("self",)).get(pk=number)
    edition = Edition.objects.live().filter(article=topic.article_id).first()
    votes = list(topic.votes.filter(told_at=None).select_related("supporter").order_by("pk")[:AT_ONCE])
    if edition is None or not votes:
        return None
    Vote.objects.filter(pk__in=[vote.pk for vote in votes]).update(told_at=timezone.now())
    readers = [vote.supporter for vote in votes if vote.supporter.wants_letters]
    outlet = Outlet.objects.current()
    for reader in readers:
        _write(reader, topic, edition, outlet)
    return len(readers)


def _write(reader: Supporter, topic: Topic, edition: Edition, outlet: Outlet) -> None:
    end = end_of(reader)
    context = {
        "reader": reader,
        "topic": topic,
        "headline": edition.headline,
        "link": f"{settings.SITE_URL}{edition.path}",
        "page": f"{settings.SITE_URL}{topic.path}",
        "end": end,
        "outlet": outlet.text(reader.language).name,
    }
    with translation.override(reader.language):
        subject = _("You asked for it: %(headline)s") % context
        body = render_to_string("support/topics/letter.txt", context)
    mail.post(reader.email, subject, body, unsubscribe=end)


def end_of(reader: Supporter) -> str:
    """Where letters to this supporter end, without signing in."""
    return f"{settings.SITE_URL}{languages.prefix(reader.language)}letters/end/{SIGNER.sign(str(reader.pk))}/"


def reader_of(token: str) -> Supporter | None:
    """The supporter whose letters this ends; None where it is not one of ours."""
    try:
        number = SIGNER.unsign(token)
    except signing.BadSignature:
        return None
    return Supporter.objects.filter(pk=number).first()


def end(reader: Supporter) -> None:
    """No more letters about topics, once however often it is pressed."""
    Supporter.objects.filter(pk=reader.pk).update(wants_letters=False)
