"""Lists of supporters as CSV: what a file holds, line by line, and a file made of what we have.

Nothing here reads or writes the database.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from support.models import Supporter

COLUMNS = ("name", "email", "tier", "since", "until", "language", "named")
NEEDED = {"email", "tier"}
MOST_BYTES, MOST_LINES = 1_000_000, 5_000
# A spreadsheet would reckon what begins so; with an apostrophe before it, it is a word.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
YES, NO = {"yes", "true", "1", "так"}, {"no", "false", "0", "ні"}


class Unfit(Exception):
    """The file as a whole cannot be read; the message is for people."""


@dataclass(frozen=True)
class Line:
    """Cells by the name of their column; ``number`` is where the line begins in the file."""

    number: int
    cells: dict[str, str]
    is_whole: bool = True


def read(data: bytes) -> list[Line]:
    """The lines of a file; raises ``Unfit``."""
    if len(data) > MOST_BYTES:
        raise Unfit(_("The file is larger than a megabyte. Divide it."))
    if b"\0" in data:
        raise Unfit(_("This is not a CSV file. In a spreadsheet, save it as “CSV UTF-8”."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        words = _(
            "The file is not written in UTF-8 but perhaps in Windows-1251. In a spreadsheet, save it as “CSV UTF-8”."
        )
        raise Unfit(words) from error
    head = text.partition("\n")[0]
    rows = csv.reader(
        io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",", strict=True
    )
    try:
        return _lines(rows)
    except csv.Error as error:
        raise Unfit(
            _("Line %(number)d cannot be read: a quotation mark is missing.") % {"number": rows.line_num}
        ) from error


def _lines(rows: Any) -> list[Line]:
    names = [name.strip().casefold() for name in next(rows, [])]
    if unknown := [name for name in names if name not in COLUMNS]:
        raise Unfit(
            _("The first line has to name the columns, which are %(columns)s. It says “%(unknown)s”.")
            % {"columns": ", ".join(COLUMNS), "unknown": ", ".join(unknown)[:80]}
        )
    if missing := NEEDED - set(names):
        raise Unfit(_("A column is missing: %(columns)s.") % {"columns": ", ".join(sorted(missing))})
    if len(set(names)) < len(names):
        raise Unfit(_("A column stands there twice."))
    found, begins = [], rows.line_num + 1
    for cells in rows:
        if any(cell.strip() for cell in cells):
            words = [" ".join(cell.split()) for cell in cells]
            found.append(Line(begins, dict(zip(names, map(_unquoted, words), strict=False)), len(cells) == len(names)))
        begins = rows.line_num + 1
        if len(found) > MOST_LINES:
            raise Unfit(_("The file has more than %(most)d lines. Divide it.") % {"most": MOST_LINES})
    if not found:
        raise Unfit(_("Below the first line there is nothing in the file."))
    return found


def write(supporters: Iterable[Supporter]) -> str:
    """A file that a spreadsheet opens and that can be read in again; a mark at its beginning says UTF-8."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for each in supporters:
        named = "yes" if each.is_named else "no"
        cells = (each.name, each.email, each.tier.key, each.since, each.until or "", each.language, named)
        rows.writerow([_quoted(str(cell)) for cell in cells])
    return "\ufeff" + out.getvalue()


def day_of(cell: str) -> date:
    """``2026-03-01`` or ``01.03.2026``; raises ``ValueError``."""
    return datetime.strptime(cell, "%d.%m.%Y").date() if "." in cell else date.fromisoformat(cell)


def _quoted(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _unquoted(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell
