"""Public pages. A view finds what the address names, has the page built, and sends it with its keys."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from csp.constants import SELF
from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import corrections, fronts, reading, renditions, slots, stories, structured_data
from articles.cards import Frame, cards, give_faces
from articles.delivery import deliver
from articles.models import Address, AddressedText, AuthorText, Edition, Notice, SectionText, TagText
from articles.paging import Paged
from articles.stories import next_change
from outlet import languages

STATUS = {Notice.UNPUBLISHED: 410, Notice.RETRACTED: 200, Notice.TAKEN_DOWN: 451}
OLD_PATH_SECONDS = 3600


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The newest stories of a language, composed."""
    language = languages.of_path(request.path)
    now = timezone.now()
    frame = Frame.of(language)
    editions = stories.of_language.newest(most=fronts.NEWEST, at=now, language=language)
    frame.translations = {code: languages.prefix(code) for code in languages.codes()}
    composed = fronts.compose(cards(editions, frame), frame.menu)
    give_faces(composed.opinions)
    listing = slots.Listing("front", language, now, along=stories.brought_along(editions))
    placed = slots.filled_list(listing, frame)
    context = {"front": composed, "latest": f"{frame.home}latest/", "slots": placed}
    keys, until = {f"front-{language}"}, next_change(editions)
    return send(request, "articles/front.html", frame, context, keys=keys, until=until)


@require_safe
def latest(request: HttpRequest, path: str, language: str = "") -> HttpResponse:
    """Every story of a language, newest first."""
    language = language or languages.first_language()
    now = timezone.now()
    frame = Frame.of(language)
    editions, older = stories.of_language(request.GET.get("before"), at=now, language=language)
    frame.translations = {code: f"{languages.prefix(code)}latest/" for code in languages.codes()}
    context = _list_context(request, editions, older, frame)
    keys, until = {f"front-{language}"}, next_change(editions)
    return send(request, "articles/latest.html", frame, context, keys=keys, until=until)


@require_safe
def section(request: HttpRequest, path: str, slug: str, language: str = "") -> HttpResponse:
    """A section with its stories."""
    language = language or languages.first_language()
    now = timezone.now()
    frame = Frame.of(language)
    text = next(
        (
            text
            for texts in frame.section_texts.values()
            for text in texts
            if (text.language, text.slug) == (language, slug)
        ),
        None,
    )
    if text is None:
        return _sent_on(path)
    before = request.GET.get("before")
    editions, older = stories.of_section(before, at=now, section=text.section_id, language=language)
    frame.translations = _paths(frame.section_texts[text.section_id])
    context = _list_context(request, editions, older, frame) | {"text": text}
    along = stories.brought_along(editions)
    listing = slots.Listing("section", language, now, text.section_id, context["is_first"], along)
    context["slots"] = slots.filled_list(listing, frame)
    keys = {f"section-{text.section_id}"}
    return send(request, "articles/section.html", frame, context, keys=keys, until=next_change(editions))


@require_safe
def author(request: HttpRequest, path: str, slug: str, language: str = "") -> HttpResponse:
    """An author with what they wrote."""
    language = language or languages.first_language()
    text, others = _one_of(reading.author_texts(slug=slug), language, slug)
    if text is None:
        return _sent_on(path)
    more = {"profile": reading.profile(text.author, text)}
    return _indexed(request, "author", text, stories.of_author, more, others)


@require_safe
def tag(request: HttpRequest, path: str, slug: str, language: str = "") -> HttpResponse:
    """A tag with its stories. One that stands in drafts alone is a word of theirs, so it has no page yet."""
    language = language or languages.first_language()
    text, others = _one_of(reading.tag_texts(at=timezone.now(), slug=slug), language, slug)
    if text is None:
        return _sent_on(path)
    return _indexed(request, "tag", text, stories.of_tag, {}, others)


@require_safe
def article(request: HttpRequest, path: str) -> HttpResponse:
    """The edition that answers now, at its own path; 404 for a path whose edition has not begun."""
    now = timezone.now()
    edition = next(iter(stories.answering(at=now, path=f"/{path}")), None)
    if edition is None:
        raise Http404
    if edition.path != f"/{path}":
        known = Edition.objects.uncancelled().filter(article=edition.article_id, path=f"/{path}", live_from__lte=now)
        if not known.exists():
            raise Http404
        return moved(edition.path, keys={f"article-{edition.article_id}", "site"})
    frame = Frame.of(edition.language)
    if edition.notice:
        context, status = {"edition": edition}, STATUS[Notice(edition.notice)]
        if edition.notice == Notice.RETRACTED:
            context |= corrections.beside_notice(edition)
        keys = {f"article-{edition.article_id}"}
        until = next_change([edition])
        return send(request, f"articles/{edition.notice}.html", frame, context, status=status, keys=keys, until=until)
    story = reading.story(edition, frame, now)
    with timezone.override(frame.outlet.zone):
        data = structured_data.graph(story, frame, settings.SITE_URL)
    is_light = "lite" in request.GET
    placed = slots.filled(story, frame, is_light=is_light)
    context = {"story": story, "data": data, "slots": placed}
    template = "articles/lite.html" if is_light else "articles/article.html"
    return send(request, template, frame, context, keys=story.keys, until=next_change([edition]))


@require_safe
def media(request: HttpRequest, name: str) -> HttpResponse | FileResponse:
    """A public file of a picture, made now if it is the first time; a proxy before us serves what is there itself."""
    name = f"{renditions.FOLDER}/{name}"
    if not default_storage.exists(name) and not renditions.make_on_demand(name):
        raise Http404
    kind = renditions.ENDINGS[name.rpartition(".")[2]]
    response = FileResponse(default_storage.open(name), content_type=kind)
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, in the language of the path; forgotten when the next story begins, which may be the one asked for."""
    frame = Frame.of(languages.of_path(request.path))
    until = Edition.objects.next_change(timezone.now()).values_list("live_from", flat=True).first()
    return send(request, "404.html", frame, {}, status=404, keys={"missing"}, until=until)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, without a query: what failed may be the database."""
    return render(request, "500.html", status=500)


def _one_of(texts: list[Any], language: str, slug: str) -> tuple[Any, list[Any]]:
    """The text with this slug in this language, and all texts of the same thing."""
    text = next((row for row in texts if (row.language, row.slug) == (language, slug)), None)
    return text, [row for row in texts if text and row.owner_id == text.owner_id]


def _indexed(
    request: HttpRequest,
    kind: str,
    text: AddressedText,
    places: Paged[Any],
    more: dict[str, Any],
    others: list[AddressedText],
) -> HttpResponse:
    """A page whose list is read from rows of an index. ``others``: the texts of the same thing in all languages."""
    now = timezone.now()
    frame = Frame.of(text.language)
    frame.translations = _paths(others)
    owner = {kind: text.owner_id}
    rows, older = places(request.GET.get("before"), at=now, language=text.language, **owner)
    context = _list_context(request, [row.edition for row in rows], older, frame) | {"text": text} | more
    keys = {f"{kind}-{text.owner_id}"}
    return send(request, f"articles/{kind}.html", frame, context, keys=keys, until=next_change(rows))


def _paths(texts: Iterable[AddressedText]) -> dict[str, str]:
    """The pages of one thing, by language."""
    return {text.language: text.path for text in texts}


def _list_context(request: HttpRequest, editions: list[Edition], older: str, frame: Frame) -> dict[str, Any]:
    """What every list shows."""
    return {"cards": cards(editions, frame), "older": older, "is_first": "before" not in request.GET}


def moved(path: str, *, keys: Iterable[str] = ()) -> HttpResponse:
    """To the present path. Kept for an hour only, so that A to B to A makes no circle in a browser."""
    response = HttpResponsePermanentRedirect(path)
    response["Cache-Control"] = f"public, max-age={OLD_PATH_SECONDS}"
    if keys:
        response["Surrogate-Key"] = " ".join(sorted(keys))
    return response


def _sent_on(path: str) -> HttpResponse:
    """From an old path of a section, author or tag to its present one; 404 where there is none.

    A path belongs to its thing and to no other path, so one step is enough, whatever was renamed or merged.
    """
    found = Address.objects.filter(path=f"/{path}").first()
    if found is None:
        raise Http404
    texts: dict[str, Any] = {"section": SectionText, "author": AuthorText, "tag": TagText}
    for owner, model in texts.items():
        number = getattr(found, f"{owner}_id")
        text = languages.pick(model.objects.filter(**{owner: number}), found.language) if number else None
        if text is not None and text.path != found.path:
            return moved(text.path, keys={f"{owner}-{number}", "site"})
    raise Http404


def send(
    request: HttpRequest,
    template: str,
    frame: Frame,
    context: dict[str, Any],
    *,
    keys: set[str],
    until: datetime | None = None,
    status: int = 200,
) -> HttpResponse:
    """Renders in the outlet's time zone and sends with keys for the caches, and with what the page's slots ask for."""
    with timezone.override(frame.outlet.zone):
        response = render(request, template, context | {"frame": frame, "site": settings.SITE_URL}, status=status)
    asked = context.get("slots") or {}
    until = min(filter(None, (until, asked.get("until"))), default=None)
    response = deliver(request, response, keys={*keys, "site", *asked.get("keys", ())}, until=until)
    if asked.get("sources"):
        widened = {directive: [SELF, *hosts] for directive, hosts in asked["sources"].items()}
        response._csp_update = widened  # type: ignore[attr-defined]  # django-csp reads it, of a 304 too
    return response
