"""The house style, which editors write themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from articles.models import StyleRule
from articles.patterns import PatternError, matches
from articles.preflight.registry import Found, check
from articles.preflight.subject import Subject
from articles.preflight.words import Passage, near
from articles.refusals import Level


class Hit(NamedTuple):
    """A rule that matched: the words, and a little of what stands around them."""

    rule: StyleRule
    passage: Passage
    words: str
    before: str
    after: str


def hits(rules: Iterable[StyleRule], passages: Iterable[Passage]) -> Iterator[Hit]:
    """Where the rules match, in passages of their language. A rule that cannot be used is passed over."""
    ready = list(rules)
    for passage in passages:
        for rule in ready:
            if rule.language != passage.language:
                continue
            try:
                found = list(matches(rule.pattern, passage.text, is_regex=rule.is_regex))
            except PatternError:
                continue
            for match in found:
                around = near(passage.text, match.start, match.end)
                before, _words, after = around.partition(match.words)
                yield Hit(rule, passage, match.words, before, after)


@check("house-style", Level.WARN, _("“%(words)s” is not our style. %(advice)s"))
def house_style(subject: Subject) -> Iterator[Found]:
    for hit in hits(subject.rules, subject.passages):
        advice = hit.rule.message or (f"→ {hit.rule.suggestion}" if hit.rule.suggestion else "")
        if hit.rule.message and hit.rule.suggestion:
            advice = f"{hit.rule.message} → {hit.rule.suggestion}"
        yield Found(
            hit.passage.field,
            place=hit.words,
            values={"words": hit.words, "advice": advice},
            level=Level(hit.rule.level),
        )
