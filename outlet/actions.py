"""The verbs of standing pages: the only code that changes a text, or what readers have of it.

Each takes the thing first and the rest by keyword; checks the right; writes text, revision, edition and
log entry in one transaction under a lock on the text's row; and posts to the outbox what caches are told
after commit. All raise ``outlet.refusals.Refused``, and then nothing has changed.
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from activity.models import record
from body.blocks import blocks
from jobs import outbox
from outlet import preflight, templates
from outlet.models import PageAddress, PageEdition, PageKind, PageNotice, PageRevision, PageText, StandingPage
from outlet.refusals import Refused
from staff.models import User

CHANGE = "outlet.change_pagetext"
PUBLISH = "outlet.publish_pagetext"
VERBS = {
    "page-publish": gettext_lazy("published a standing page"),
    "page-unpublish": gettext_lazy("unpublished a standing page"),
    "page-restore": gettext_lazy("restored a version of a standing page"),
    "menu-change": gettext_lazy("changed a menu"),
    "menu-remove": gettext_lazy("removed a menu item"),
    "outlet-change": gettext_lazy("changed the outlet"),
}


@transaction.atomic
def begin(kind: str, *, by: User, language: str, page: StandingPage | None = None) -> PageText:
    """The text of a page in a language, made empty if it is not there yet; ``page`` where it has one of another."""
    _need(by, CHANGE)
    if page is None and kind != PageKind.OTHER:
        page, _made = StandingPage.objects.get_or_create(kind=kind)
    page = page or StandingPage.objects.create(kind=PageKind.OTHER)
    text, _made = PageText.objects.get_or_create(page=page, language=language)
    return text


@transaction.atomic
def begin_from_template(kind: str, *, by: User, language: str) -> PageText:
    """A draft with the words that we propose. What somebody has written already is left as it is."""
    text = begin(kind, by=by, language=language)
    template = templates.template(kind, language)
    if text.version or template is None:
        return text
    save(text, by=by, title=template.title, slug=template.slug, body=template.body, note=_("Begun from the template"))
    return text


@transaction.atomic
def save(
    text: PageText, *, by: User, title: str, slug: str, body: str, version: int | None = None, note: str = ""
) -> PageText:
    """Writes the working copy and keeps a revision; none where nothing changed."""
    _need(by, CHANGE)
    _lock(text, version=version)
    text.title, text.slug, text.body = title.strip(), slug, body
    text.body = PageText._meta.get_field("body").clean(text.body, text)
    latest = text.revisions.first()
    if latest and (latest.title, latest.slug, latest.body) == (text.title, text.slug, text.body):
        return text
    text.version += 1
    text.saved_at, text.saved_by = timezone.now(), by
    text.save()
    PageRevision.objects.create(
        text=text, number=text.version, title=text.title, slug=text.slug, body=text.body, saved_by=by, note=note
    )
    return text


@transaction.atomic
def restore(revision: PageRevision, *, by: User, version: int | None = None) -> PageText:
    """Writes an old version back into the working copy, as a new one. Readers see nothing of it."""
    text = revision.text
    note = _("Version %(number)s restored") % {"number": revision.number}
    save(text, by=by, title=revision.title, slug=revision.slug, body=revision.body, version=version, note=note)
    record(text, "page-restore", by=by, restored=revision.number, version=text.version)
    return text


@transaction.atomic
def publish(text: PageText, *, by: User, version: int | None = None) -> PageEdition:
    """Makes the newest version public, as a new edition; nothing new where readers have it already."""
    _need(by, PUBLISH)
    _lock(text, version=version)
    if problems := preflight.problems(text):
        raise Refused(_("The page is not ready to be published."), code="not-ready", problems=problems)
    revision = text.revisions.get(number=text.version)
    answering = text.editions.answering().first()
    if answering is not None and not answering.notice and answering.revision_id == revision.pk:
        return answering
    address, _made = PageAddress.objects.get_or_create(path=text.path, defaults={"text": text})
    if address.text_id != text.pk:
        raise Refused(_("Another page has this address."), code="path-taken")
    edition = _follow(
        answering,
        PageEdition(
            text=text,
            revision=revision,
            made_by=by,
            title=text.title,
            path=text.path,
            blocks=blocks(text.body),
        ),
    )
    record(text, "page-publish", by=by, edition=edition.number, path=edition.path)
    return edition


@transaction.atomic
def unpublish(text: PageText, *, by: User, reason: str) -> PageEdition:
    """Takes the page back: its address says so, menus and structured data lose it. The draft stays."""
    _need(by, PUBLISH)
    _lock(text)
    answering = text.editions.live().first()
    if answering is None:
        raise Refused(_("The page is not public."), code="not-public")
    if not reason.strip():
        raise Refused(_("Write the reason."), code="reason-missing")
    notice = PageEdition(
        text=text, notice=PageNotice.UNPUBLISHED, made_by=by, title=answering.title, path=answering.path
    )
    edition = _follow(answering, notice)
    record(text, "page-unpublish", by=by, note=reason.strip(), edition=edition.number, path=edition.path)
    return edition


def tell(thing: Model, verb: str, *, by: User) -> None:
    """What stands around every page has changed: it goes into the log, and caches hear of it."""
    record(thing, verb, by=by)
    outbox.post("purge", {"keys": ["site"]})


def _follow(answering: PageEdition | None, edition: PageEdition) -> PageEdition:
    """Saves the edition in the place of the one before it, and has caches forget what changes."""
    text = edition.text
    edition.page_id, edition.language = text.page_id, text.language
    edition.live_from = timezone.now()
    edition.number = text.editions.count() + 1
    if answering is not None:
        PageEdition.objects.filter(pk=answering.pk).update(live_until=edition.live_from)
    edition.save()
    stays_in_menus = answering is not None and (answering.title, answering.path, answering.notice) == (
        edition.title,
        edition.path,
        edition.notice,
    )
    outbox.post("purge", {"keys": [f"page-{edition.page_id}"] if stays_in_menus else ["site"]})
    return edition


def _need(user: User, permission: str) -> None:
    if not user.has_perm(permission):
        raise Refused(_("You lack the right to do this."), code="not-allowed")


def _lock(text: PageText, *, version: int | None = None) -> None:
    """Waits for everybody else who writes this text, and refuses if one has since ``version``."""
    found = PageText.objects.select_for_update().get(pk=text.pk)
    if version is not None and found.version != version:
        raise Refused(
            _("Somebody saved a newer version of this page meanwhile. Open it and bring the two together."),
            code="changed-meanwhile",
        )
    for name in ("title", "slug", "body", "version", "saved_at", "saved_by_id"):
        setattr(text, name, getattr(found, name))
