"""What a verb will do, in one sentence with the address at which it does it."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from articles import editions
from articles.models import Article, Edition
from articles.workflow import TABLE, Verb
from staff.models import User


def of(verb: Verb, article: Article, *, by: User) -> str:
    """The sentence that stands above the button."""
    answering = article.editions.answering(timezone.now()).first()
    if verb == Verb.PUBLISH:
        return _of_publishing(article, answering, by=by)
    if verb == Verb.CORRECT and answering is not None:
        return _("At %(path)s readers get the text of this version, with your note and its date.") % {
            "path": answering.path
        }
    if answering is None or verb not in WITHDRAWING:
        return str(TABLE[verb].tells)
    return WITHDRAWING[verb]() % {"path": answering.path}


def _of_publishing(article: Article, answering: Edition | None, *, by: User) -> str:
    """Where the story will stand, and in place of what."""
    revision = article.revisions.get(number=article.version)
    planned, _document = editions.draft_edition(article, revision, by=by, at=timezone.now())
    place = {"path": planned.path, "old": answering.path if answering else ""}
    if answering is None:
        return _("The story becomes public at %(path)s.") % place
    if answering.path != planned.path:
        return _("The story moves from %(old)s, which leads on, to %(path)s, with the text of this version.") % place
    if answering.notice:
        return _("The story comes back at %(path)s, where readers find a notice now.") % place
    return _("This version takes the place of what readers have at %(path)s.") % place


WITHDRAWING = {
    Verb.UNPUBLISH: lambda: _(
        "Readers no longer find the story at %(path)s: the address says that it was taken back (410), and it leaves "
        "all lists, fronts and cards. It can be published again."
    ),
    Verb.RETRACT: lambda: _(
        "At %(path)s your notice stands in place of the text, and the story leaves all lists, fronts and cards."
    ),
    Verb.TAKE_DOWN: lambda: _(
        "The story disappears from everywhere; %(path)s answers that it was removed for legal reasons (451)."
    ),
}
