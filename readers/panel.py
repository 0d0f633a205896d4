"""What the board of the desk says of readers' reports: what waits, and how the newsroom does."""

from __future__ import annotations

from articles.slots import Piece
from readers import counts
from readers.models import Case
from staff.models import User

MOST = 4


def of_reports(user: User) -> Piece | None:
    """For those who answer readers; two queries."""
    if not user.has_perm("readers.view_case"):
        return None
    waiting = list(Case.objects.visible_to(user).waiting().select_related("article")[: MOST + 1])
    total = counts.total(user)
    about = {"cases": waiting[:MOST], "has_more": len(waiting) > MOST, "total": total.total, "bars": total.bars}
    return Piece("admin/readers/case/board.html", about, styles="desk/reports.css")
