"""Public pages of topics. They are the same for everybody and kept by caches, and they know no one."""

from __future__ import annotations

from typing import Any

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.cards import Frame
from articles.stories import next_change
from articles.views import send
from outlet import languages
from outlet.models import PageKind
from support.models import Topic, TopicState
from support.sessions import today
from support.topics.standing import earlier, open_ones, with_standing, with_story

EARLIER = 20


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """What is open, most wanted first, and what became of earlier ones."""
    language = languages.of_path(request.path)
    when: dict[str, Any] = {"day": today(), "at": timezone.now()}
    frame = Frame.of(language)
    frame.translations = {code: f"{languages.prefix(code)}next/" for code in languages.codes()}
    try:
        ended = Paginator(earlier(language, **when), EARLIER).page(request.GET.get("page", 1))
    except InvalidPage as trouble:
        raise Http404 from trouble
    # further pages are about what was
    takes_votes = list(open_ones(language, **when)) if ended.number == 1 else []
    shown = [*takes_votes, *ended]
    context = around(frame) | {
        "open": takes_votes,
        "most": max([topic.voices for topic in takes_votes], default=0) or 1,
        "earlier": ended,
    }
    keys = {f"topics-{language}"}.union(*(topic.keys for topic in shown))
    return send(request, "support/topics/list.html", frame, context, keys=keys, until=next_change(shown))


@require_safe
def topic(request: HttpRequest, number: str) -> HttpResponse:
    """One of them."""
    found = of_number(request, number)
    context = around(Frame.of(found.language)) | {"topic": found}
    keys, until = found.keys, next_change([found])
    return send(request, "support/topics/topic.html", context.pop("frame"), context, keys=keys, until=until)


def of_number(request: HttpRequest, number: str) -> Any:
    """A topic that readers may see, in the language of the address; with its standing and its story."""
    known = Topic.objects.public().filter(pk=int(number) if len(number) < 18 else 0)
    known = known.filter(language=languages.of_path(request.path))
    found = with_story(with_standing(known, today()), timezone.now()).first()
    if found is None:
        raise Http404
    return found


def around(frame: Frame) -> dict[str, Any]:
    """What all these pages know. Those who are not signed in are shown how to support the paper."""
    home = f"{frame.home}next/"
    return {
        "frame": frame,
        "home": home,
        "mine": f"{home}mine/",
        "propose": f"{home}propose/",
        "support": frame.menus.policies.get(PageKind.SUPPORT, ""),
        "State": TopicState,
    }
