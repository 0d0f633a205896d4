"""The verbs: what the desk writes about appeals and ways to support stands in the log, and caches hear of it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from activity.models import record
from articles.models import Article
from articles.refusals import NotAllowed
from articles.rights import may_change
from jobs import outbox
from outlet.models import PageKind, StandingPage
from staff.models import User
from support.models import Appeal, QuietArticle, WayToSupport

SHOWN_IN_LOG = ("title", "text", "button", "address", "place", "after", "begins_at", "ends_at", "weight", "is_on")


@transaction.atomic
def settle_appeal(appeal: Appeal, *, by: User, before: Appeal | None = None) -> None:
    """After an appeal was written: the log has what changed, and caches let go of the pages on which it may stand."""
    _need(by, "change_appeal" if before else "add_appeal")
    names = [name for name in SHOWN_IN_LOG if before and getattr(before, name) != getattr(appeal, name)]
    changed = {name: f"{getattr(before, name)} → {getattr(appeal, name)}" for name in names}
    record(appeal, "appeal-change" if before else "appeal-add", by=by, **changed)
    outbox.post("purge", {"keys": ["site"]})


@transaction.atomic
def settle_way(way: WayToSupport, *, by: User, is_new: bool = False, value_before: str = "") -> None:
    """After a way to support was written. What was to be copied before stays in the log: money went there."""
    _need(by, "add_waytosupport" if is_new else "change_waytosupport")
    is_other = value_before and value_before != way.value
    details = {"value": f"{value_before} → {way.value}" if is_other else way.value}
    record(way, "way-add" if is_new else "way-change", by=by, **details)
    _forget_ways()


@transaction.atomic
def remove_way(way: WayToSupport, *, by: User) -> None:
    """Takes one away."""
    _need(by, "delete_waytosupport")
    record(way, "way-remove", by=by, value=way.value)
    way.delete()
    _forget_ways()


@transaction.atomic
def set_quiet(article: Article, *, is_quiet: bool, by: User) -> None:
    """Lets no appeal stand at an article, or again; in force for readers at once, without a new edition."""
    if not may_change(article, by):
        raise NotAllowed(_("You may not change this article."))
    quiet = QuietArticle.objects.filter(article=article.pk)
    if quiet.exists() == is_quiet:
        return
    if is_quiet:
        QuietArticle.objects.get_or_create(article=article)
    else:
        quiet.delete()
    record(article, "appeals-off" if is_quiet else "appeals-on", by=by)
    outbox.post("purge", {"keys": [f"article-{article.pk}"]})


def _forget_ways() -> None:
    pages = StandingPage.objects.filter(kind=PageKind.SUPPORT).values_list("pk", flat=True)
    if keys := [f"page-{pk}" for pk in pages]:
        outbox.post("purge", {"keys": keys})


def _need(user: User, permission: str) -> None:
    if not user.has_perm(f"support.{permission}"):
        raise NotAllowed(_("You lack the right to do this."))
