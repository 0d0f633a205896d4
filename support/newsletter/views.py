"""The pages of the newsletter. What is the same for everybody may be kept by caches; no page sets a cookie."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.cards import Frame
from articles.views import send
from outlet import languages
from outlet.senders import address_of
from support import limits, tokens
from support.models import Subscriber
from support.models.newsletter import State
from support.newsletter import actions, links, offers
from support.newsletter.forms import SignUpForm

logger = logging.getLogger(__name__)

PURPOSE = "newsletter"
SHORTEST = 1  # a browser that knows the address fills in the one field at once


# Without a cookie there is nobody whose name somebody else could send in; the form's own token keeps machines out.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest) -> HttpResponse:
    """The form (GET), and what is done with it (POST). The answer is the same, whatever is known of an address."""
    frame = _frame(request)
    offered = offers.offered(frame.outlet)
    if frame.language not in offered:
        raise Http404
    if request.method != "POST":
        initial = {"token": tokens.token(PURPOSE), "languages": [frame.language]}
        return _form(request, frame, SignUpForm(offered, initial=initial))
    form = SignUpForm(offered, request.POST)
    if not form.is_valid():
        form.renew(form.data.get("token") or tokens.token(PURPOSE))
        return _form(request, frame, form, status=422)
    try:
        tokens.check(form.cleaned_data["token"], PURPOSE, shortest=SHORTEST)
    except (tokens.TooSoon, tokens.TooLate):
        return _once_more(request, frame, form)
    return _take(request, frame, form)


def _take(request: HttpRequest, frame: Frame, form: SignUpForm) -> HttpResponse:
    wish = form.cleaned_data
    try:
        if not wish["website"]:
            actions.ask(wish["email"], wish["languages"], page=frame.language, sender=address_of(request))
    except limits.TooMany as refusal:
        return _wait(request, frame, form, refusal)
    except OperationalError:  # such as SQLite's "database is locked"
        logger.exception("A wish for the newsletter could not be taken in")
        words = _("We could not take this in just now. Please send it once more in a minute.")
        response = _form(request, frame, form, words, status=503)
        response["Retry-After"] = "60"
        return response
    return HttpResponseRedirect(f"{offers.page(frame.language)}sent/")


@require_safe
def token(request: HttpRequest) -> HttpResponse:
    """For the form on pages that caches keep, when somebody begins to fill it in."""
    return _private(HttpResponse(tokens.token(PURPOSE), content_type="text/plain"))


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Look into your mailbox."""
    return _public(request, "sent")


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """All is done."""
    return _public(request, "thanks")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Asks for a press on a button (GET): mail programs open links to look at them. The button confirms (POST)."""
    try:
        numbers = links.confirming(token)
    except links.Closed:
        return _closed(request)
    if request.method == "POST":
        is_done = bool(actions.confirm(numbers))
        return HttpResponseRedirect(f"{offers.page(_frame(request).language)}thanks/") if is_done else _closed(request)
    found = Subscriber.objects.known().filter(pk__in=numbers).order_by("pk")
    names = [offers.own_name(subscriber.language) for subscriber in found]
    return _page(request, "confirm", {"names": ", ".join(names)}) if names else _closed(request)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, token: str) -> HttpResponse:
    """One press ends it (GET), and so does a mail program by itself (POST, RFC 8058), which follows no redirect."""
    try:
        subscriber = Subscriber.objects.filter(pk=links.ending(token)).first()
    except links.Closed:
        return _closed(request)
    if subscriber is None or subscriber.state == State.ENDED:
        return _page(request, "ended", {})
    confirmed = list(Subscriber.objects.of(subscriber.email).confirmed())
    if request.method == "POST":
        for each in confirmed if "all" in request.POST else [subscriber]:
            actions.end(each)
        return _page(request, "ended", {})
    return _page(request, "end", {"name": offers.own_name(subscriber.language), "has_others": len(confirmed) > 1})


def _frame(request: HttpRequest) -> Frame:
    return Frame.of(languages.of_path(request.path))


def _once_more(request: HttpRequest, frame: Frame, form: SignUpForm) -> HttpResponse:
    """What came without a token of ours that is old enough: from a page without script, or from a machine."""
    form.renew(tokens.token(PURPOSE))
    return _form(request, frame, form, _("One more press on the button, so that we know you are no machine."))


def _wait(request: HttpRequest, frame: Frame, form: SignUpForm, refusal: limits.TooMany) -> HttpResponse:
    words = ngettext(
        "We cannot take more just now. Please send this again in %(minutes)d minute.",
        "We cannot take more just now. Please send this again in %(minutes)d minutes.",
        refusal.minutes,
    )
    response = _form(request, frame, form, words % {"minutes": refusal.minutes}, status=429)
    response["Retry-After"] = str(refusal.seconds)
    return response


def _form(
    request: HttpRequest, frame: Frame, form: SignUpForm, refusal: str = "", *, status: int = 200
) -> HttpResponse:
    frame.translations = {code: offers.page(code) for code in offers.offered(frame.outlet)}
    context = {"form": form, "refusal": refusal, "words": offers.words(frame.outlet, frame.language)}
    return _page(request, "form", context, frame=frame, status=status)


def _closed(request: HttpRequest) -> HttpResponse:
    """The link does nothing any more, or never did."""
    frame = _frame(request)
    is_offered = frame.language in offers.offered(frame.outlet)
    return _page(request, "closed", {"form": offers.page(frame.language) if is_offered else ""}, status=410)


def _public(request: HttpRequest, name: str) -> HttpResponse:
    frame = _frame(request)
    frame.translations = {code: f"{offers.page(code)}{name}/" for code in languages.codes()}
    response = send(request, f"support/newsletter/{name}.html", frame, {}, keys=set())
    response["X-Robots-Tag"] = "noindex"
    return response


def _page(
    request: HttpRequest, name: str, context: dict[str, Any], *, frame: Frame | None = None, status: int = 200
) -> HttpResponse:
    """A page that no cache keeps. Its address may be a secret, so it is told to no other site."""
    frame = frame or _frame(request)
    context |= {"frame": frame, "site": settings.SITE_URL}
    with timezone.override(frame.outlet.zone):
        response = render(request, f"support/newsletter/{name}.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "same-origin"
    return _private(response)


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    return response
