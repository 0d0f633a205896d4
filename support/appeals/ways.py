"""The ways to support the paper, below the text of its page on support."""

from __future__ import annotations

from articles import slots
from articles.cards import Frame
from outlet.models import PageEdition, PageKind
from support.models import WayText


@slots.fill_page
def ways(edition: PageEdition, frame: Frame) -> slots.Piece | None:
    """Those that have words in the language of the page, in their order; one query, on this page alone."""
    if edition.page.kind != PageKind.SUPPORT:
        return None
    found = WayText.objects.filter(language=edition.language).select_related("way").order_by("way__order", "way")
    return slots.Piece("support/ways.html", {"ways": found}, script="js/copy.js") if found else None
