"""What the demo newspaper is made of, before any of it is in a database: plain values, tied together by keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

_REFERENCE = re.compile(r'data-(image|story)="([^"]*)"')


@dataclass(frozen=True)
class OutletWords:
    """What readers see of the outlet in one language."""

    name: str
    tagline: str
    description: str


@dataclass(frozen=True)
class Outlet:
    """``language`` is that of ``paper.toml``; the words of other languages stand in files beside it."""

    email: str
    time_zone: str
    language: str
    words: Mapping[str, OutletWords]


@dataclass(frozen=True)
class Words:
    """What readers see of a section or a tag in one language."""

    name: str
    description: str


@dataclass(frozen=True)
class Section:
    key: str
    words: Mapping[str, Words]


@dataclass(frozen=True)
class Tag:
    key: str
    words: Mapping[str, Words]


@dataclass(frozen=True)
class Link:
    label: str
    url: str


@dataclass(frozen=True)
class AuthorWords:
    """What readers see of an author in one language."""

    name: str
    job_title: str
    biography: str


@dataclass(frozen=True)
class Author:
    """``portrait`` is the key of a picture; ``login`` says whose demo sign-in the author shares, if any."""

    key: str
    words: Mapping[str, AuthorWords]
    languages: tuple[str, ...]
    portrait: str
    email: str
    login: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class PictureWords:
    """What a picture shows, in one language."""

    alternative_text: str
    caption: str = ""


@dataclass(frozen=True)
class Paper:
    """Words are told by their language, those of ``paper.toml`` first; pictures' words by key before that."""

    outlet: Outlet
    sections: tuple[Section, ...]
    authors: tuple[Author, ...]
    tags: tuple[Tag, ...]
    pictures: Mapping[str, Mapping[str, PictureWords]]


@dataclass(frozen=True)
class Moment:
    """A time told from the day of loading, so that the demo never looks old; a negative day lies ahead."""

    days_ago: int
    hour: int
    minute: int = 0

    def seen_from(self, now: datetime, zone: ZoneInfo) -> datetime:
        """The aware moment that is meant, by the clock on the wall where the paper is."""
        day = now.astimezone(zone).date() - timedelta(days=self.days_ago)
        return datetime(day.year, day.month, day.day, self.hour, self.minute, tzinfo=zone)


@dataclass(frozen=True)
class Byline:
    key: str
    role: str = ""


@dataclass(frozen=True)
class Lead:
    """The picture above the text; an empty caption or alternative text means the picture's own."""

    image: str
    caption: str = ""
    alt: str = ""


@dataclass(frozen=True)
class Related:
    """What to read next: the key of a story of ours, or an address elsewhere."""

    story: str = ""
    url: str = ""
    kicker: str = ""
    headline: str = ""


@dataclass(frozen=True)
class Update:
    """A second edition: ``old`` stands once in the body and gives way to ``new``.

    Where there is a ``public_note`` it is a public correction.
    """

    moment: Moment
    substantial: bool
    old: str
    new: str
    note: str = ""
    public_note: str = ""
    gravity: str = "minor"
    was_wrong: str = ""
    is_right: str = ""


@dataclass(frozen=True)
class Story:
    """One file of ``demo/stories``. ``published`` is empty unless ``stage`` is ``published`` or ``scheduled``.

    ``translation_of`` is the key of the story of which this one is the version in another language.
    """

    file: str
    key: str
    kind: str
    section: str
    headline: str
    authors: tuple[Byline, ...]
    body: str
    language: str
    stage: str
    published: Moment | None
    update: Update | None
    lead: Lead | None
    kicker: str = ""
    standfirst: str = ""
    dateline: str = ""
    how_we_reported: str = ""
    sponsor: str = ""
    sponsor_url: str = ""
    disclosure: str = ""
    seo_title: str = ""
    seo_description: str = ""
    note: str = ""
    translation_of: str = ""
    tags: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()

    @property
    def slug(self) -> str:
        return self.key

    @property
    def images(self) -> list[str]:
        """The keys of all pictures that the story uses, the lead first."""
        return ([self.lead.image] if self.lead else []) + self._keys("image")

    @property
    def cards(self) -> list[str]:
        """The keys of the stories that stand as cards inside the text."""
        return self._keys("story")

    @property
    def updated_body(self) -> str:
        """The body of the second edition; of the only one, if there is no second."""
        return self.body.replace(self.update.old, self.update.new) if self.update else self.body

    def _keys(self, what: str) -> list[str]:
        return [key for kind, key in _REFERENCE.findall(self.body) if kind == what]


def with_ids(body: str, images: Mapping[str, int], stories: Mapping[str, int]) -> str:
    """A body ready for the database: each key of a picture or story replaced by its row's id."""
    ids = {"image": images, "story": stories}
    return _REFERENCE.sub(lambda found: f'data-{found[1]}="{ids[found[1]][found[2]]}"', body)
