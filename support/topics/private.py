"""What is one supporter's alone: their votes, the forms. No cache keeps it, and no search engine lists it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.cards import Frame
from articles.refusals import Refused
from outlet import languages
from support import sessions, tokens
from support.models import Supporter, Topic, Vote
from support.topics import asking, letters
from support.topics.forms import ProposalForm
from support.topics.standing import open_ones
from support.topics.views import around, of_number

logger = logging.getLogger(__name__)
FORM = ["GET", "HEAD", "POST"]
VOTE, PROPOSE = "vote", "propose"


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """My votes and proposals as a page; with ``?part`` the buttons alone, which a script puts into the public pages.

    Who is not signed in gets nothing as a part.
    """
    person = sessions.supporter(request)
    is_part = "part" in request.GET
    if is_part and person is None:
        return _kept_by_nobody(HttpResponse(status=204))
    language = languages.of_path(request.path)
    context: dict[str, Any] = {"person": person}
    if person is not None:
        when: dict[str, Any] = {"day": sessions.today(), "at": timezone.now()}
        context |= {
            "open": open_ones(language, **when),
            "voted": set(Vote.objects.filter(supporter=person).values_list("topic", flat=True)),
            "token": tokens.token(VOTE, tokens.whose(person)),
            "proposals": [] if is_part else Topic.objects.filter(proposed_by=person).select_related("merged_into"),
        }
    if is_part:
        own = {"home": f"{languages.prefix(language)}next/"}
        return _kept_by_nobody(render(request, "support/topics/part.html", context | own))
    return _page(request, "support/topics/mine.html", context)


# The token is for this supporter's sign-in alone: nobody else can have their browser send it.
@csrf_exempt
@require_http_methods(FORM)
def vote(request: HttpRequest, number: str) -> HttpResponse:
    """The vote of this supporter (GET); POST gives it or takes it back."""
    topic = of_number(request, number)
    person = sessions.supporter(request)
    here = f"{topic.path}vote/"
    if person is None:
        status = 403 if request.method == "POST" else 200
        return _page(request, "support/topics/vote.html", {"topic": topic}, status=status)
    context = {
        "topic": topic,
        "person": person,
        "has_voted": Vote.objects.filter(topic=topic, supporter=person).exists(),
        "token": tokens.token(VOTE, tokens.whose(person)),
    }
    if request.method == "POST":
        wants = request.POST.get("vote") != "no"
        refusal = _done(request, person, VOTE, lambda: (asking.vote if wants else asking.take_back)(topic, by=person))
        if refusal is None:
            return _seen(HttpResponseRedirect(here))
        return _page(request, "support/topics/vote.html", context | refusal, status=refusal["status"])
    return _page(request, "support/topics/vote.html", context)


@csrf_exempt
@require_http_methods(FORM)
def propose(request: HttpRequest) -> HttpResponse:
    """The form of a proposal (GET), and what is done with it (POST)."""
    person = sessions.supporter(request)
    template = "support/topics/propose.html"
    if person is None:
        return _page(request, template, {}, status=403 if request.method == "POST" else 200)
    token = tokens.token(PROPOSE, tokens.whose(person))
    if request.method != "POST":
        return _page(
            request, template, {"person": person, "form": ProposalForm(initial={"token": token}, label_suffix="")}
        )
    form = ProposalForm(request.POST, label_suffix="")
    if not form.is_valid():
        form.renew(token)
        return _page(request, template, {"person": person, "form": form}, status=422)
    words = {name: form.cleaned_data[name] for name in ("title", "question")}
    language = languages.of_path(request.path)
    refusal = _done(request, person, PROPOSE, lambda: asking.propose(by=person, language=language, **words))
    if refusal is None:
        return _seen(HttpResponseRedirect(f"{languages.prefix(language)}next/mine/"))
    form.renew(token)
    return _page(request, template, {"person": person, "form": form} | refusal, status=refusal["status"])


# The link stands in a letter, and mailboxes press it without a page (RFC 8058): its signature is all the proof there is.
@csrf_exempt
@require_http_methods(FORM)
def end_letters(request: HttpRequest, token: str) -> HttpResponse:
    """A page with a button (GET), and no more letters (POST). Looking at it ends nothing: mail filters look too."""
    reader = letters.reader_of(token)
    if reader is None:
        raise Http404
    if request.method == "POST":
        letters.end(reader)
    return _page(request, "support/topics/letters.html", {"is_done": request.method == "POST"})


def _done(
    request: HttpRequest, person: Supporter, purpose: str, deed: Callable[[], Topic | None]
) -> dict[str, Any] | None:
    """Does what was sent; else why not, in words, with the status to say it by."""
    if not tokens.is_from_here(request):
        return {"status": 403, "refusal": _("This did not come from our page. Please press the button here.")}
    try:
        tokens.check(request.POST.get("token", ""), purpose, tokens.whose(person))
        deed()
    except (tokens.TooSoon, tokens.TooLate):
        return {"status": 409, "refusal": _("The page was open for a long time. Please press the button once more.")}
    except Refused as refusal:
        return {"status": 409, "refusal": str(refusal.message)}
    except OperationalError:  # such as SQLite's "database is locked"
        logger.exception("A vote or a proposal could not be taken in")
        return {
            "status": 503,
            "refusal": _("We could not take this in just now. Please send it once more in a minute."),
        }
    return None


def _page(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    frame = Frame.of(languages.of_path(request.path))
    sign_in = f"{frame.home}sign-in/?{urlencode({'next': request.path})}"
    own = around(frame) | {"sign_in": sign_in, "site": settings.SITE_URL}
    with timezone.override(frame.outlet.zone):
        return _kept_by_nobody(render(request, template, own | context, status=status))


def _kept_by_nobody(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _seen(response: HttpResponseRedirect) -> HttpResponse:
    """A redirect after which the next page is fetched, whatever the browser sent."""
    response.status_code = 303
    return _kept_by_nobody(response)
