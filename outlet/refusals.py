"""Why a verb on a standing page was not done. Each is shown to the person as it stands; nothing was changed."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True)
class Problem:
    """Something in the way of publication. ``field`` is a name on the form."""

    code: str
    field: str
    message: Words


class Refused(Exception):
    """A verb was not done. ``code`` is stable, ``message`` is for people, ``problems`` are what to mend first."""

    def __init__(self, message: Words, *, code: str, problems: list[Problem] | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.code = code
        self.problems = problems or []
