"""Why a verb was not done. Each is shown to the person as it stands; nothing was changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from articles.models import Edition

Words = str | Promise


@dataclass(frozen=True)
class Problem:
    """Something in the way of publication. ``field`` is a name on the form, empty for the whole."""

    code: str
    field: str
    message: Words


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
