"""After a correction: ticking off what else may carry the wrong words."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from activity.models import record
from articles.actions.steps import lock
from articles.models import CarriedOn, Correction
from articles.refusals import NotAllowed, Refused
from articles.rights import may_correct
from articles.workflow import Verb
from staff.models import User


@transaction.atomic
def add_place(correction: Correction, *, by: User, words: str) -> CarriedOn:
    """Notes a place that only people know of: a newsletter, a post elsewhere."""
    _need(correction, by=by)
    if not words.strip():
        raise Refused(_("Write where the words stand too."), code="words-missing")
    place = CarriedOn.objects.create(correction=correction, what=CarriedOn.What.ELSEWHERE, words=words.strip()[:400])
    record(correction.article, "carried-on", by=by, note=str(place), correction=correction.pk, state=place.state)
    return place


@transaction.atomic
def settle_place(place: CarriedOn, *, by: User, state: str) -> None:
    """Says that a place was mended or needs nothing, or opens it again. Twice is once."""
    _need(place.correction, by=by)
    place.refresh_from_db()
    if place.state == state:
        return
    place.state = CarriedOn.State(state)
    is_open = place.state == CarriedOn.State.OPEN
    place.settled_by, place.settled_at = (None, None) if is_open else (by, timezone.now())
    place.save(update_fields=["state", "settled_by", "settled_at"])
    record(place.correction.article, "carried-on", by=by, note=str(place), correction=place.correction_id, state=state)


def _need(correction: Correction, *, by: User) -> None:
    lock(correction.article)
    if not may_correct(correction.article, by):
        raise NotAllowed(_("You may not do this: %(verb)s.") % {"verb": Verb.CORRECT.label})
