"""What stands at the end of every story: how to tell us what is wrong in it."""

from __future__ import annotations

from articles import slots
from articles.cards import Frame
from articles.reading import Story
from readers.paths import form_of


@slots.fill(slots.END)
def invitation(story: Story, frame: Frame) -> slots.Piece:
    """Leads to the form for the edition that is on the page, whatever is public when it is sent."""
    about = {"form": form_of(story.edition), "email": frame.outlet.email}
    return slots.Piece("readers/invitation.html", about, script="js/report.js", is_light=True)
