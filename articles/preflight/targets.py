"""Where links, story cards and related stories lead."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from django.utils.translation import gettext_lazy as _

from articles import links
from articles.preflight.registry import Found, check
from articles.preflight.subject import Subject
from articles.preflight.words import Link
from articles.refusals import Level
from articles.slugs import fold

EMPTY_WORDS = {
    *("here", "click here", "read more", "more", "link", "this", "this link", "see here", "source"),
    *("тут", "ось тут", "за посиланням", "посилання", "читати далі", "читати більше", "детальніше", "джерело", "далі"),
}
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
FOLLOWING = re.compile(r"utm_\w+|fbclid|gclid|yclid|mc_[ce]id|igshid", re.IGNORECASE)
HOST = re.compile(r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*\.[^\W\d_][\w-]*[^\W_]")


def _inside(subject: Subject, *states: links.State) -> Iterator[tuple[Link, links.Standing]]:
    for link in subject.links:
        standing = subject.paths.get(links.own_path(link.href))
        if standing is not None and standing.state in states:
            yield link, standing


def _found(link: Link, **values: str) -> Found:
    return Found("body", place=link.words, values={"words": link.words or link.href, **values})


@check("link-nowhere", Level.BLOCK, _("Mend the link “%(words)s”: this site has no page %(path)s."))
def nowhere(subject: Subject) -> Iterator[Found]:
    for link, _standing in _inside(subject, links.State.NOWHERE):
        yield _found(link, path=links.own_path(link.href))


@check("link-not-public", Level.BLOCK, _("Take the link “%(words)s” away, or wait: what it leads to is not public."))
def not_public(subject: Subject) -> Iterator[Found]:
    for link, _standing in _inside(subject, links.State.NOT_PUBLIC):
        yield _found(link)


@check("link-to-desk", Level.BLOCK, _("Mend the link “%(words)s”: it leads to the desk, which readers cannot open."))
def to_desk(subject: Subject) -> Iterator[Found]:
    for link, _standing in _inside(subject, links.State.DESK):
        yield _found(link)


@check("link-moved", Level.WARN, _("Lead the link “%(words)s” to the present address, %(path)s."))
def moved(subject: Subject) -> Iterator[Found]:
    for link, standing in _inside(subject, links.State.MOVED):
        yield _found(link, path=standing.path)


@check("link-own-host", Level.WARN, _("Write the address of “%(words)s” without the name of our site: %(path)s."))
def own_host(subject: Subject) -> Iterator[Found]:
    for link in subject.links:
        path = links.own_path(link.href)
        if path and not link.href.startswith("/"):
            yield _found(link, path=path)


@check("link-follows-readers", Level.WARN, _("Take away from the link “%(words)s” what follows readers: %(part)s."))
def follows(subject: Subject) -> Iterator[Found]:
    for field, url, words in subject.outside:
        parts = [name for name, _value in parse_qsl(_query(url)) if FOLLOWING.fullmatch(name)]
        if parts:
            yield Found(field, place=words, values={"words": words or url, "part": ", ".join(parts)})


@check("link-private", Level.WARN, _("Mend the link “%(words)s”: only this machine or this network can open it."))
def private(subject: Subject) -> Iterator[Found]:
    for field, url, words in subject.outside:
        if _is_private(_host(url)):
            yield Found(field, place=words, values={"words": words or url})


@check("link-malformed", Level.BLOCK, _("Mend the address of the link “%(words)s”: %(url)s is none."))
def malformed(subject: Subject) -> Iterator[Found]:
    for field, url, words in subject.outside:
        host = _host(url)
        if not _is_private(host) and not _is_number(host) and not HOST.fullmatch(host):
            yield Found(field, place=words, values={"words": words or url, "url": url})


@check("link-dead", Level.WARN, _("Look at the link “%(words)s”: nothing was there when it was last asked for."))
def dead(subject: Subject) -> Iterator[Found]:
    for field, url, words in subject.outside:
        if url in subject.dead:
            yield Found(field, place=words, values={"words": words or url})


@check("link-words", Level.WARN, _("Say in the words of the link where it leads; “%(words)s” says nothing."))
def empty_words(subject: Subject) -> Iterator[Found]:
    for link in subject.links:
        words = fold(link.words).strip(".…:→» ")
        if words in EMPTY_WORDS or ADDRESS.fullmatch(words):
            yield _found(link)


@check("story-gone", Level.BLOCK, _("The story %(number)s does not exist."))
def story_gone(subject: Subject) -> Iterator[Found]:
    for block in subject.blocks:
        if block["type"] == "story" and block["article"] not in subject.stories:
            yield Found("body", values={"number": block["article"]})


@check("story-itself", Level.BLOCK, _("A story card points at this very story."))
def story_itself(subject: Subject) -> Iterator[Found]:
    for block in subject.blocks:
        if block["type"] == "story" and block["article"] == subject.article.pk:
            yield Found("body")


# Readers are not shown a card until its story is public, so these two only say that something is to come.
@check("story-not-public", Level.WARN, _("Publish article %(number)s too: until then readers do not see its card."))
def story_not_public(subject: Subject) -> Iterator[Found]:
    for block in subject.blocks:
        story = subject.stories.get(block["article"]) if block["type"] == "story" else None
        if story is not None and not story.is_public and story.pk != subject.article.pk:
            yield Found("body", values={"number": story.pk})


@check(
    "related-not-public", Level.WARN, _("Publish article %(number)s too: until then nobody sees that it is related.")
)
def related_not_public(subject: Subject) -> Iterator[Found]:
    for row in subject.related:
        story = subject.stories.get(row["target"])
        if story is not None and not story.is_public:
            yield Found("related", values={"number": story.pk})


@check("related-language", Level.BLOCK, _("Choose the related article %(number)s in the language of this story."))
def related_language(subject: Subject) -> Iterator[Found]:
    for row in subject.related:
        story = subject.stories.get(row["target"])
        if story is not None and story.language != subject.article.language:
            yield Found("related", values={"number": story.pk})


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def _query(url: str) -> str:
    try:
        return urlsplit(url).query
    except ValueError:
        return ""


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_private(host: str) -> bool:
    """By its look alone: no name is looked up while somebody writes."""
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal", ".lan", ".test")):
        return True
    return _is_number(host) and not ipaddress.ip_address(host).is_global
