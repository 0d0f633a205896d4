"""What lawyers and picture desk of the demo newspaper were asked, and who reviews what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles import actions
from articles.actions.flags import Desk
from articles.workflow import Flag

if TYPE_CHECKING:
    from demo.loading import Loader

# What other desks are asked, as the articles' panel shows it.
FLAGS: tuple[tuple[str, Desk, Flag], ...] = (
    ("names-on-the-depot-wall", "legal", Flag.REQUIRED),
    ("ferry-for-the-last-houses", "legal", Flag.DONE),
    ("ferry-for-the-last-houses", "picture", Flag.REQUIRED),
)
NOTED, NOTE = (
    "ferry-for-the-last-houses",
    "The ferry’s owner has confirmed the timetable in writing; the letter is in the safe.",
)
REVIEWED = "let-them-sleep-until-nine"


def load(loader: Loader) -> None:
    """Flags, a legal note and a review that was begun."""
    for key, desk, value in FLAGS:
        person = loader.users["chief_editor" if value == Flag.DONE else "editor"]
        actions.flag(loader.articles[key], desk=desk, value=value, by=person)
    actions.add_legal_note(loader.articles[NOTED], by=loader.users["chief_editor"], text=NOTE)
    actions.claim(loader.articles[REVIEWED], by=loader.users["chief_editor"])
