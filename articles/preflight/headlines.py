"""Headline and standfirst, and what search engines and cards take of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.preflight.registry import Found, check
from articles.preflight.subject import Subject
from articles.refusals import Level
from articles.slugs import fold

HEADLINE, STANDFIRST, SEO_TITLE, SEO_DESCRIPTION, SOCIAL_TITLE = 110, 220, 65, 160, 70
# Shorter ones may be a name: NATO, ЗСУ.
SHOUTED = 12
LETTERS = re.compile(r"[^\W\d_]")


def _too_long(subject: Subject, name: str, most: int) -> Iterator[Found]:
    count = len(getattr(subject.article, name).strip())
    if count > most:
        yield Found(name, values={"count": count})


@check("headline-long", Level.WARN, _("Shorten the headline: it has %(count)s characters, cards cut it after 110."))
def long_headline(subject: Subject) -> Iterator[Found]:
    yield from _too_long(subject, "headline", HEADLINE)


@check("headline-full-stop", Level.WARN, _("Take away the full stop at the end of the headline."))
def full_stop(subject: Subject) -> Iterator[Found]:
    headline = subject.article.headline.rstrip()
    if headline.endswith(".") and not headline.endswith(".."):
        yield Found("headline", place=headline[-1])


@check("headline-capitals", Level.WARN, _("Write the headline in small letters; capitals alone are hard to read."))
def capitals(subject: Subject) -> Iterator[Found]:
    headline = subject.article.headline
    if len(LETTERS.findall(headline)) >= SHOUTED and headline == headline.upper():
        yield Found("headline")


@check("headline-twice", Level.WARN, _("Change the headline: another story of the last 30 days has the same."))
def twin(subject: Subject) -> Iterator[Found]:
    if subject.article.headline.strip() and subject.facts.has_twin:
        yield Found("headline")


@check("standfirst-long", Level.WARN, _("Shorten the standfirst: it has %(count)s characters, 220 are enough."))
def long_standfirst(subject: Subject) -> Iterator[Found]:
    yield from _too_long(subject, "standfirst", STANDFIRST)


@check("standfirst-repeats", Level.WARN, _("Say something new in the standfirst: it repeats the headline or the text."))
def repeats(subject: Subject) -> Iterator[Found]:
    standfirst = fold(subject.article.standfirst)
    first = next((passage.text for passage in subject.passages if passage.kind == "paragraph"), "")
    if standfirst and standfirst.rstrip(".") in {fold(subject.article.headline).rstrip("."), fold(first).rstrip(".")}:
        yield Found("standfirst")


@check("seo-title-long", Level.WARN, _("Shorten the headline for search engines: %(count)s characters, 65 are shown."))
def seo_title(subject: Subject) -> Iterator[Found]:
    yield from _too_long(subject, "seo_title", SEO_TITLE)


@check("description-long", Level.WARN, _("Shorten the description: it has %(count)s characters, 160 are shown."))
def seo_description(subject: Subject) -> Iterator[Found]:
    yield from _too_long(subject, "seo_description", SEO_DESCRIPTION)


@check(
    "social-title-long", Level.WARN, _("Shorten the headline for sharing: it has %(count)s characters, 70 are shown.")
)
def social_title(subject: Subject) -> Iterator[Found]:
    yield from _too_long(subject, "social_title", SOCIAL_TITLE)
