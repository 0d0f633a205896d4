"""The passage of a case as an editor sees it: in the article as it stands at the desk, or as it was."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote as quoted

from django.urls import reverse

from articles.refusals import Problem
from readers import quotes, texts
from readers.models import Case
from staff.models import User


@dataclass(frozen=True)
class Part:
    """A line; ``marked`` is what of it was reported."""

    before: str
    marked: str = ""
    after: str = ""


@dataclass(frozen=True)
class Passage:
    """``mend`` leads to the words on the article's form, or to the form where they cannot be found any more."""

    parts: list[Part]
    mend: str
    is_changed: bool = False


def passage_of(case: Case, *, by: User) -> Passage:
    """The lines that hold the words, with those beside them."""
    form = reverse("admin:articles_article_change", args=[case.article_id])
    quote = case.quote
    if quote is None:
        return Passage([], form)
    now = texts.of_working_copy(case.article, by=by)
    text = texts.text_of(now)
    start = quotes.locate(quote, texts.text_of(texts.of_edition(case.edition)), text)
    if start is None:
        return Passage([Part(quote.prefix, quote.exact, quote.suffix)], form, is_changed=True)
    end = start + len(quote.exact)
    line, begins = texts.line_at(now, start)
    first_words = line.text[start - begins : end - begins]
    anchor = Problem("", line.field, "").anchor
    return Passage(_parts(now, start, end), f"{form}?place={quoted(first_words)}#{anchor}")


def _parts(lines: list[texts.Line], start: int, end: int) -> list[Part]:
    """The marked lines, and one on each side."""
    parts, begins = [], 0
    for line in lines:
        left, right = max(start - begins, 0), min(end - begins, len(line.text))
        if left < right:
            parts.append(Part(line.text[:left], line.text[left:right], line.text[right:]))
        else:
            parts.append(Part(line.text))
        begins += len(line.text) + 1
    marked = [number for number, part in enumerate(parts) if part.marked]
    return parts[max(0, marked[0] - 1) : marked[-1] + 2]
