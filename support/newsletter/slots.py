"""Where readers are offered the newsletter: below the cards of the front page, and after every story."""

from __future__ import annotations

from articles import slots
from articles.cards import Frame
from articles.reading import Story
from support.newsletter import offers


@slots.fill(slots.END)
def after_a_story(story: Story, frame: Frame) -> slots.Piece | None:
    """Right after what was read."""
    return _offer(frame)


@slots.fill_list(slots.BOTTOM)
def below_the_front(listing: slots.Listing, frame: Frame) -> slots.Piece | None:
    """On the front page alone."""
    return _offer(frame) if listing.kind == "front" else None


def _offer(frame: Frame) -> slots.Piece | None:
    """The outlet comes with every page, and its words say whether there is a newsletter: this asks nothing."""
    words = offers.words(frame.outlet, frame.language)
    if not words:
        return None
    about = {"words": words, "page": offers.page(frame.language), "language": frame.language}
    return slots.Piece("support/newsletter/offer.html", about, script="js/newsletter.js")
