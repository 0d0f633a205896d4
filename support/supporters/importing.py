"""A list of supporters comes in: first what it would do, then exactly that, in one transaction.

As long as one line is refused nothing is done. Between the two the lines travel in the form, signed, so that what is
done is what was shown; the supporters may have changed meanwhile, and then it is shown anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.core import signing
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from activity.models import Entry
from articles.refusals import NotAllowed
from outlet import languages
from staff.models import User
from support import sessions
from support.models import Supporter, Tier
from support.supporters import keeping
from support.supporters.spreadsheets import NO, YES, Line, day_of

SALT = "support.import"
VALID = timedelta(hours=1)
LONGEST_NAME, LONGEST_ADDRESS = 120, 254


@dataclass(frozen=True)
class Refusal:
    """Why a line cannot be taken."""

    line: int
    column: str
    reason: str


@dataclass(frozen=True)
class Change:
    """One supporter as they would be; ``before`` is empty for a new one."""

    line: int
    supporter: Supporter
    before: Supporter | None
    fields: list[str]


@dataclass
class Plan:
    """What a file would do."""

    changes: list[Change] = field(default_factory=list)
    same: int = 0
    refused: list[Refusal] = field(default_factory=list)

    @property
    def added(self) -> list[Change]:
        return [change for change in self.changes if change.before is None]

    @property
    def changed(self) -> list[Change]:
        return [change for change in self.changes if change.before is not None]

    @property
    def mark(self) -> str:
        """The same for two plans that do the same."""
        does = [
            [change.before and change.before.pk, *(str(getattr(change.supporter, name)) for name in keeping.FIELDS)]
            + [str(getattr(change.before, name)) for name in change.fields if change.before]
            for change in self.changes
        ]
        return hashlib.sha256(repr([does, self.same, len(self.refused)]).encode()).hexdigest()


class ShownAnew(Exception):
    """Supporters changed since the plan was shown; nothing was done."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self.plan = plan


def plan(lines: list[Line], *, lock: bool = False) -> Plan:
    """What these lines would do now; two queries."""
    by_name: dict[str, Tier] = {}
    for tier in Tier.objects.prefetch_related("texts"):
        by_name |= {word.casefold(): tier for word in (tier.key, *(text.name for text in tier.texts.all()))}
    addresses = {line.cells.get("email", "").lower() for line in lines}
    rows = Supporter.objects.at(*addresses)
    known = {row.email.lower(): row for row in (rows.select_for_update() if lock else rows)}
    made, seen, today = Plan(), dict[str, int](), sessions.today()
    for line in lines:
        refusals = _refusals(line, by_name, seen)
        before = known.get(line.cells.get("email", "").lower())
        supporter = None if refusals else _as_said(line, before, by_name, today)
        if supporter is not None and supporter.until and supporter.until < supporter.since:
            refusals = [Refusal(line.number, "until", _("The last day lies before the first."))]
        if refusals or supporter is None:
            made.refused += refusals
        elif fields := keeping.differences(before, supporter):
            made.changes.append(Change(line.number, supporter, before, fields))
        else:
            made.same += 1
    return made


def carry(lines: list[Line], plan: Plan, *, by: User) -> str:
    """What goes out with the form: the lines and what they were shown to do, signed for this person."""
    rows = [[line.number, line.cells] for line in lines]
    return signing.dumps({"rows": rows, "mark": plan.mark, "by": by.pk}, salt=SALT, compress=True)


@transaction.atomic
def do(carried: str, *, by: User) -> Plan:
    """Does what was shown. Raises ``signing.BadSignature`` for what we did not carry, and ``ShownAnew``."""
    if not (by.has_perm(keeping.ADD) and by.has_perm(keeping.CHANGE)):
        raise NotAllowed(_("You lack the right to do this."))
    data = signing.loads(carried, salt=SALT, max_age=VALID)
    if data["by"] != by.pk:
        raise signing.BadSignature
    found = plan(lines_of(data), lock=True)
    if found.refused or found.mark != data["mark"]:
        raise ShownAnew(found)
    _write(found.changes, by=by)
    return found


def lines_of(data: dict[str, Any]) -> list[Line]:
    """The lines as they were carried."""
    return [Line(number, cells) for number, cells in data["rows"]]


def carried_lines(carried: str) -> list[Line]:
    """For showing anew what could not be done."""
    return lines_of(signing.loads(carried, salt=SALT, max_age=VALID))


def _write(changes: Iterable[Change], *, by: User) -> None:
    changes = list(changes)
    Supporter.objects.bulk_create([change.supporter for change in changes if not change.before])
    old_ones = [change.supporter for change in changes if change.before]
    Supporter.objects.bulk_update(old_ones, keeping.FIELDS, batch_size=100)
    entries = [keeping.told(change.supporter, change.before, change.fields, by=by, by_file=True) for change in changes]
    Entry.objects.bulk_create(entries)
    keeping.purge_thanks(each for change in changes for each in (change.before, change.supporter))


def _refusals(line: Line, tiers: dict[str, Tier], seen: dict[str, int]) -> list[Refusal]:
    """All that is wrong with a line by itself, and that an address stood above already."""
    if not line.is_whole:
        return [Refusal(line.number, "", _("The line has more or fewer cells than the first one."))]
    cells = line.cells
    email, name, code = cells["email"].lower(), cells.get("name", ""), cells.get("language", "").lower()
    found = []
    if not _is_address(email):
        found.append(("email", _("This is no e-mail address.")))
    if email in seen:
        found.append(("email", _("The same address stands in line %(number)d.") % {"number": seen[email]}))
    seen.setdefault(email, line.number)
    if cells["tier"].casefold() not in tiers:
        found.append(("tier", _("There is no such tier.")))
    if len(name) > LONGEST_NAME:
        found.append(("name", _("The name is longer than %(most)d characters.") % {"most": LONGEST_NAME}))
    if not name.isprintable():
        found.append(("name", _("There are signs in the name that cannot be read.")))
    for column in ("since", "until"):
        if not _is_day(cells.get(column, "")):
            found.append((column, _("This is no day. Write it as in 2026-03-01.")))
    if code and code not in languages.codes():
        words = _("The paper has no such language. It has: %(codes)s.") % {"codes": ", ".join(languages.codes())}
        found.append(("language", words))
    if cells.get("named", "").casefold() not in YES | NO | {""}:
        found.append(("named", _("Write yes or no.")))
    return [Refusal(line.number, column, reason) for column, reason in found]


def _is_address(cell: str) -> bool:
    try:
        validate_email(cell)
    except ValidationError:
        return False
    return len(cell) <= LONGEST_ADDRESS


def _is_day(cell: str) -> bool:
    try:
        return not cell or bool(day_of(cell))
    except ValueError:
        return False


def _as_said(line: Line, before: Supporter | None, tiers: dict[str, Tier], today: date) -> Supporter:
    """The supporter as the line says. A column that is not there leaves things as they are; so does an empty cell,
    but for name and last day, which it empties.
    """
    cells = line.cells
    made = Supporter(pk=before.pk if before else None, sessions=before.sessions if before else 0)
    for name in keeping.FIELDS:
        if before:
            setattr(made, name, getattr(before, name))
    made.since = before.since if before else today
    made.email = before.email if before else cells["email"]
    made.tier = tiers[cells["tier"].casefold()]
    if "name" in cells:
        made.name = cells["name"]
    if "until" in cells:
        made.until = day_of(cells["until"]) if cells["until"] else None
    if cells.get("since"):
        made.since = day_of(cells["since"])
    if cells.get("language"):
        made.language = cells["language"].lower()
    if cells.get("named"):
        made.is_named = cells["named"].casefold() in YES
    return made
