"""Looking after sections, tags and authors: renaming, merging, retiring.

The thing first; ``by`` a user, ``reason`` for the log. Merging locks the articles that it touches and then the
shelves, in the order of their ids, as every verb of an article locks the article first.
"""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from activity.models import record
from articles import addresses, merging, upkeep
from articles.models import Author, Shelf, Tag, sections_kept_to
from articles.refusals import NotAllowed, Refused
from jobs import outbox
from staff.models import User


def may_retire(kind: type[Shelf], user: User) -> bool:
    """Whether the user may retire such shelves and offer them again."""
    return user.has_perm(f"articles.change_{kind._meta.model_name}")


def may_merge(kind: type[Shelf], user: User) -> bool:
    """The same for merging, which changes everybody's articles: so not for one who keeps to some sections."""
    is_editor_of_all = user.has_perm("articles.change_any_article") and not sections_kept_to(user)
    return may_retire(kind, user) and is_editor_of_all


@transaction.atomic
def settle(shelf: Shelf, *, by: User, before: dict[str, tuple[str, str]]) -> None:
    """After the texts of a shelf were written: their addresses lead to it, and what was renamed is told.

    ``before`` holds name and path by language, as they were. Old paths are sent on; menu items follow.
    """
    after = merging.words_of(shelf)
    for text in merging.texts_of(shelf):
        addresses.settle(text)
    changed = {code: (before[code], both) for code, both in after.items() if code in before and before[code] != both}
    merging.follow({old[1]: new[1] for old, new in changed.values()})
    if changed:
        details = {code: f"{' '.join(old).strip()} → {' '.join(new).strip()}" for code, (old, new) in changed.items()}
        record(shelf, "rename", by=by, **details)
    if {code: name for code, (name, _path) in before.items()} != {code: name for code, (name, _path) in after.items()}:
        _find_anew(shelf)
    _tell([shelf])


@transaction.atomic
def merge(shelf: Shelf, *, into: Shelf, by: User, reason: str) -> None:
    """Puts all that stands under one shelf under another of its kind, for good; pressed twice it is done once.

    The other keeps its own words, and takes over those in languages that it has none in. Every address of
    the first is sent on. Articles get no new version: what they say has not changed.
    """
    _need_the_same_kind(shelf, into)
    if not may_merge(type(shelf), by):
        raise NotAllowed(_("You may not merge this: it changes the articles of all sections."))
    list(merging.articles_under(shelf).order_by("pk").select_for_update(of=("self",)).values_list("pk", flat=True))
    _lock([shelf, into])
    is_new = shelf.merged_into_id is None
    if not is_new and shelf.merged_into_id != into.pk:
        raise Refused(_("“%(name)s” has been merged already.") % {"name": shelf}, code="merged")
    if into.merged_into_id or into.is_retired:
        raise Refused(_("“%(name)s” is retired or merged. Choose another one.") % {"name": into}, code="not-offered")
    _need_reason(reason)
    if is_new:
        names = {"merged": str(shelf), "into": str(into)}
        record(shelf, "merge", by=by, note=reason.strip(), **names)
        record(into, "merge", by=by, note=reason.strip(), **names)
        _tell([shelf, into])
    merging.become(shelf, into)
    _find_anew(into)


@transaction.atomic
def retire(shelf: Shelf, *, by: User, reason: str) -> None:
    """Offers it no more for new articles. Its page and all that stands there stay; twice is once."""
    _need_right_to_retire(shelf, by)
    _lock([shelf])
    _need_standing(shelf)
    if shelf.is_retired:
        return
    _need_reason(reason)
    shelf.retired_at = timezone.now()
    shelf.save(update_fields=["retired_at"])
    record(shelf, "retire", by=by, note=reason.strip())
    _tell([shelf])


@transaction.atomic
def reinstate(shelf: Shelf, *, by: User, reason: str = "") -> None:
    """Offers it again."""
    _need_right_to_retire(shelf, by)
    _lock([shelf])
    _need_standing(shelf)
    if not shelf.is_retired:
        return
    shelf.retired_at = None
    shelf.save(update_fields=["retired_at"])
    record(shelf, "reinstate", by=by, note=reason.strip())
    _tell([shelf])


# --- what may not be ---


def _need_the_same_kind(shelf: Shelf, into: Shelf) -> None:
    if type(shelf) is not type(into):
        raise Refused(_("Only things of one kind can be merged."), code="other-kind")
    if shelf.pk == into.pk:
        raise Refused(_("Nothing can be merged into itself. Choose another one."), code="itself")


def _need_right_to_retire(shelf: Shelf, by: User) -> None:
    if not may_retire(type(shelf), by):
        raise NotAllowed(_("You may not retire this, nor offer it again."))


def _need_standing(shelf: Shelf) -> None:
    if shelf.merged_into_id:
        raise Refused(_("“%(name)s” has been merged already.") % {"name": shelf}, code="merged")


def _need_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused(_("Write the reason."), code="reason-missing")


def _lock(shelves: list[Shelf]) -> None:
    """Locks the rows and brings what is in memory up to date."""
    kind = type(shelves[0])
    numbers = [shelf.pk for shelf in shelves]
    list(kind._default_manager.select_for_update(of=("self",)).filter(pk__in=numbers).order_by("pk"))
    for shelf in shelves:
        shelf.refresh_from_db()


def _find_anew(shelf: Shelf) -> None:
    """An author's articles are found by the author's names; the worker writes them down."""
    if isinstance(shelf, Author):
        upkeep.keep_words_of.enqueue(shelf.pk)


def _tell(shelves: list[Shelf]) -> None:
    """Purges what shows them. A tag stands on its own page and its stories'; the others in every list and menu."""
    everywhere = {"site"} if not isinstance(shelves[0], Tag) else set()
    keys = {f"{shelf._meta.model_name}-{shelf.pk}" for shelf in shelves}
    outbox.post("purge", {"keys": sorted({*keys, *everywhere, "missing"})})
