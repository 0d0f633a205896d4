"""Why a verb was not done. Each is shown to the person as it stands; nothing was changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from articles.models import Edition

Words = str | Promise


class Level(TextChoices):
    """How much a finding of the preflight weighs, the heaviest first."""

    BLOCK = "block", _("In the way")
    WARN = "warn", _("Look at this")
    INFO = "info", _("To know")


@dataclass(frozen=True)
class Problem:
    """What a check found. ``field`` is a name on the form, empty for the whole; ``place`` the words in it.

    What is ``overridable`` may be published all the same by one who has the right and gives a reason.
    """

    code: str
    field: str
    message: Words
    level: Level = Level.BLOCK
    place: str = ""
    overridable: bool = True

    @property
    def anchor(self) -> str:
        """The part of the article's form to which a link leads."""
        groups = {"author": "bylines-group", "related": "related_stories-group"}
        return groups.get(self.field) or (f"id_{self.field}" if self.field else "article_form")


class Refused(Exception):
    """A verb was not done. ``code`` is stable, ``message`` is for people."""

    code = "refused"

    def __init__(self, message: Words, *, code: str = "") -> None:
        super().__init__(str(message))
        self.message = message
        self.code = code or self.code


class NotAllowed(Refused):
    """The person lacks the right."""

    code = "not-allowed"


class WrongState(Refused):
    """The table has no such step from where the article stands."""

    code = "wrong-state"


class ChangedMeanwhile(Refused):
    """Somebody saved a newer version than the one that this began from."""

    code = "changed-meanwhile"


class NotReady(Refused):
    """The preflight found what must be mended first."""

    code = "not-ready"

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(_("The article is not ready to be published."))
        self.problems = problems


class AnswerNeeded(Refused):
    """A question must be answered first: ``ahead`` (cancel or renew) or ``substantial`` (yes or no)."""

    def __init__(self, message: Words, *, code: str, editions: list[Edition] | None = None) -> None:
        super().__init__(message, code=code)
        self.editions = editions or []
