"""What stands in the places for ads: nothing at all where there is none."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from ads import placing, providers
from ads.models import Ad, Height, Place
from articles import slots, stories
from articles.cards import Frame
from articles.figures import Picture
from articles.reading import Story

stories.ALONG |= {placing.NAME: placing.of_stories, placing.NOTICE: placing.notice_of_stories}
stories.ALONG_LISTS |= {placing.NAME: placing.of_lists, placing.NOTICE: placing.notice_of_lists}
# On what somebody has paid for, nobody else advertises.
PAID = {"sponsored", "partner"}


@slots.fill(slots.TEXT)
def in_text(story: Story, frame: Frame) -> slots.Piece | None:
    """Between two paragraphs."""
    return _of_story(story, Place.TEXT)


@slots.fill(slots.END)
def at_end(story: Story, frame: Frame) -> slots.Piece | None:
    """Below the text."""
    return _of_story(story, Place.END)


@slots.fill_list(slots.TOP)
def above_cards(listing: slots.Listing, frame: Frame) -> slots.Piece | None:
    """At the head of the front and of sections."""
    return _of_list(listing, Place.TOP)


@slots.fill_list(slots.BOTTOM)
def below_cards(listing: slots.Listing, frame: Frame) -> slots.Piece | None:
    """At their foot."""
    return _of_list(listing, Place.BOTTOM)


def _of_story(story: Story, place: Place) -> slots.Piece | None:
    if story.edition.kind in PAID:
        return None
    rows, words = (getattr(story.edition, name, None) for name in (placing.NAME, placing.NOTICE))
    return _piece(rows, words, place, story.edition.path)


def _of_list(listing: slots.Listing, place: Place) -> slots.Piece | None:
    rows, words = (listing.along.get(name) for name in (placing.NAME, placing.NOTICE))
    return _piece(rows, words, place, f"{listing.kind} {listing.section} {listing.language}")


def _piece(rows: str | None, words: str | None, place: Place, page: str) -> slots.Piece | None:
    """The ad of a place, or when there will be one."""
    ads = [placed for placed in placing.read(rows) if placed.ad.place == place]
    ad, until = placing.choose(ads, f"{place} {page}", timezone.now())
    if ad is None:
        return slots.Piece("", until=until) if until else None
    return _snippet(ad, words or "", until) if ad.provider else _own(ad, until)


def _own(ad: Ad, until: datetime | None) -> slots.Piece:
    picture = Picture.of(ad.image, alt=ad.alt_text) if ad.image else None
    about = {"ad": ad, "picture": picture}
    keys = frozenset({f"image-{ad.image_id}"})
    return slots.Piece("ads/own.html", about, "js/partners.js", after=ad.paragraph, until=until, keys=keys)


def _snippet(ad: Ad, words: str, until: datetime | None) -> slots.Piece | None:
    """Only what the operator lets in today: hosts may have been taken away since the snippet was saved."""
    script, frame = (
        address if providers.lets_in(ad.provider, directive, address) else ""
        for address, directive in ((ad.script, providers.SCRIPT), (ad.frame, providers.FRAME))
    )
    if not script and not frame:
        return slots.Piece("", until=until) if until else None
    about = {
        "ad": ad,
        "script": script,
        "frame": frame,
        "attributes": providers.attributes(ad.attributes),
        "words": words.strip() if ad.height > Height.LOW else "",
    }
    sources = providers.sources(ad.provider)
    return slots.Piece("ads/snippet.html", about, "js/rooms.js", after=ad.paragraph, until=until, sources=sources)
