"""Whether a link leads somewhere: asked while writing, before publishing, and of old stories by night."""

from __future__ import annotations

import enum
import http.client
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Address, Edition
from articles.models.outside_link import GONE
from jobs import web
from outlet.models import PageEdition

# Names of routes (articles/urls.py): behind these stands a row, or nothing.
PAGE = "standing-page"
THINGS = {"article-page", "section-page", "author-page", "tag-page"}


class State(enum.Enum):
    """How a path of ours stands."""

    PUBLIC = "public"
    MOVED = "moved"
    NOT_PUBLIC = "not-public"
    NOWHERE = "nowhere"
    DESK = "desk"


@dataclass(frozen=True)
class Standing:
    """``path`` is where it should lead by now; ``article`` the one that the path belongs to."""

    state: State
    path: str = ""
    article: int | None = None
    is_owned: bool = False


DOUBTS: dict[State, str | Promise] = {
    State.DESK: gettext_lazy("This leads to the desk, which readers cannot open."),
    State.NOWHERE: gettext_lazy("This site has no such page."),
    State.NOT_PUBLIC: gettext_lazy("This story is not public now."),
}


def own_path(href: str) -> str:
    """The path of an address of ours, with or without our host; else empty."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return ""
    is_ours = href.startswith("/") or (bool(parts.netloc) and parts.netloc == urlsplit(settings.SITE_URL).netloc)
    return unquote(parts.path) or "/" if is_ours else ""


def look_up(paths: Iterable[str], *, at: datetime | None = None) -> dict[str, Standing]:
    """How paths of ours stand at a moment. Two queries at most, however many the paths."""
    found: dict[str, Standing] = {}
    pages, things = set(), set()
    for path in set(paths):
        route = _route(path)
        if route is None:
            found[path] = Standing(State.NOWHERE)
        elif route == "desk":
            found[path] = Standing(State.DESK)
        elif route == PAGE:
            pages.add(path)
        elif route in THINGS:
            things.add(path)
        else:
            found[path] = Standing(State.PUBLIC)
    return found | _things(things, at or timezone.now()) | _pages(pages, at or timezone.now())


def doubt(href: str) -> str:
    """A sentence that says why this link may lead nowhere, or "" where nothing speaks against it."""
    if href.startswith("/"):
        path = own_path(href)
        return str(DOUBTS.get(look_up([path])[path].state, ""))
    if href.lower().startswith(("http://", "https://")):
        return _doubt_outside(href)
    return ""


def status_of(url: str) -> int:
    """What an address of another site answers at the end of its redirects. Raises as ``jobs.web.ask`` does."""
    return web.ask(url).status


def _doubt_outside(href: str) -> str:
    try:
        status = status_of(href)
    except web.NotOutside:
        return _("This leads into a private network, where readers cannot follow.")
    except (OSError, http.client.HTTPException, ValueError, UnicodeError):
        return _("No answer comes from this address.")
    return _("This address answers that there is nothing (%(status)s).") % {"status": status} if status in GONE else ""


def _route(path: str) -> str | None:
    """The name of the route that answers this path, ``"desk"`` for the desk's; None where nobody answers."""
    if path.startswith("/admin/"):
        return "desk"
    if path.startswith((settings.MEDIA_URL, settings.STATIC_URL)):
        return ""
    for spelling in (path, f"{path}/"):
        try:
            return resolve(spelling).url_name or ""
        except Resolver404:
            continue
    return None


def _things(paths: set[str], at: datetime) -> dict[str, Standing]:
    """Stories, sections, authors and tags."""
    if not paths:
        return {}
    now = Edition.objects.live(at).filter(article=OuterRef("article")).values("path")[:1]
    spellings = paths | {f"{path}/" for path in paths if not path.endswith("/")}
    rows = Address.objects.filter(path__in=spellings).annotate(now=Subquery(now)).values_list("path", "article", "now")
    known = {path: (article, now) for path, article, now in rows}
    return {path: _thing(path, known) for path in paths}


def _thing(path: str, known: Mapping[str, tuple[int | None, str | None]]) -> Standing:
    spelling = path if path in known else f"{path}/"
    if spelling not in known:
        return Standing(State.NOWHERE)
    article, now = known[spelling]
    if article is None:
        return Standing(State.PUBLIC if spelling == path else State.MOVED, spelling, is_owned=True)
    if now is None:
        return Standing(State.NOT_PUBLIC, article=article, is_owned=True)
    return Standing(State.PUBLIC if now == path else State.MOVED, now, article, is_owned=True)


def _pages(paths: set[str], at: datetime) -> dict[str, Standing]:
    """Standing pages, which have addresses of their own."""
    if not paths:
        return {}
    found = PageEdition.objects.live(at).filter(text__addresses__path__in=paths)
    public = set(found.values_list("text__addresses__path", flat=True))
    return {path: Standing(State.PUBLIC if path in public else State.NOWHERE) for path in paths}
