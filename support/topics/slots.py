"""Below the standfirst of a story that came of a topic: how many asked for it."""

from __future__ import annotations

import json

from articles import slots
from articles.cards import Frame
from articles.reading import Story
from outlet import languages


@slots.fill(slots.HEAD)
def asked_for(story: Story, frame: Frame) -> slots.Piece | None:
    """From what came with the story's row; nothing where nobody asked."""
    rows = json.loads(getattr(story.edition, "asked_for", None) or "[]")
    for number, language, asked in rows:
        if asked:
            return slots.Piece(
                "support/topics/asked.html",
                {"number": asked, "topic": f"{languages.prefix(language)}next/{number}/"},
                is_light=True,
            )
    return None
