"""Those who get the newsletter as a table, for a mailing service that takes files."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from activity.models import record
from articles.refusals import NotAllowed
from staff.models import User
from support.models import Subscriber
from support.newsletter import links

HEAD = ("email", "language", "confirmed_at", "unsubscribe")
# With these a cell begins that a spreadsheet takes for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _Echo:
    """A file that gives back what is written, a line at a time."""

    def write(self, line: str) -> str:
        return line


@transaction.atomic
def export(*, by: User, language: str = "") -> Iterator[str]:
    """The lines of the file; who took it, and how many addresses, stands in the log."""
    if not by.has_perm("support.export_subscriber"):
        raise NotAllowed(_("You lack the right to do this."))
    found = Subscriber.objects.confirmed().order_by("pk")
    if language:
        found = found.filter(language=language)
    record(by, "newsletter-export", by=by, addresses=found.count(), language=language)
    return _lines(found)


def _lines(found: Any) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield writer.writerow(HEAD)
    for each in found.iterator(1000):
        confirmed = each.confirmed_at.isoformat(timespec="seconds")
        yield writer.writerow([_harmless(each.email), each.language, confirmed, links.to_end(each)])


def _harmless(cell: str) -> str:
    """An apostrophe before what would be a formula; such addresses are rare, and none of them is a person's."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
