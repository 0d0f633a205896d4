"""What the board of the desk says of readers' reports: what waits, and how the newsroom does."""

from __future__ import annotations

from articles.slots import Piece
from readers import counts
from staff.models import User

MOST = 4


def of_reports(user: User) -> Piece | None:
    """For those who answer readers; one query."""
    if not user.has_perm("readers.view_case"):
        return None
    waiting, total = counts.for_the_board(user)
    about = {"cases": waiting[:MOST], "has_more": len(waiting) > MOST, "total": total.total, "bars": total.bars}
    return Piece("admin/readers/case/board.html", about, styles="desk/reports.css")
