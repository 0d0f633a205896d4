"""What somebody wanted to fill in later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.preflight.registry import Found, check
from articles.preflight.subject import Subject
from articles.preflight.words import near
from articles.refusals import Level

# TK is the printers' mark for “to come”; capitals, because in small letters these are words.
MARK = re.compile(
    r"\b(?:TK)+\b|\b[XХ]{3,}\b|\b(?:TODO|FIXME|TBC|TBD|ПОТРІБНО|УТОЧНИТИ|ДОПИСАТИ|ПЕРЕВІРИТИ)\b"
    r"|\b(?i:lorem ipsum)\b|\?{3,}|_{3,}|\[(?:\s*|\.\.|\?+|(?:TK)+|ТК)\]"
)


@check("unfinished", Level.BLOCK, _("Fill in what was left open: “%(words)s”."))
def unfinished(subject: Subject) -> Iterator[Found]:
    for passage in subject.passages:
        for found in MARK.finditer(passage.text):
            around = near(passage.text, *found.span())
            yield Found(passage.field, place=around, values={"words": around})
