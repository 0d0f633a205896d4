"""The pages of supporters: thanks for everybody to read, and what is theirs alone, which no cache keeps."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
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
from support import limits, sessions, tokens
from support.models import Supporter
from support.supporters import keeping, signing_in
from support.supporters.forms import ChoicesForm, SignInForm
from support.supporters.thanks import thanked

LINK, ASK, ME = "sign-in-link", "sign-in", "me"


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """The names of those who carry the paper; who is one of them changes at midnight at the latest."""
    language = languages.of_path(request.path)
    frame = Frame.of(language)
    frame.translations = {code: f"{languages.prefix(code)}supporters/" for code in languages.codes()}
    today = frame.outlet.date_of(timezone.now())
    midnight = datetime.combine(today + timedelta(days=1), time(), tzinfo=frame.outlet.zone)
    context = {"tiers": thanked(language, today)}
    return send(request, "support/thanks.html", frame, context, keys={keeping.THANKS}, until=midnight)


# Who asks has no cookie yet; the form's own token keeps machines out.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form (GET), and the same answer to every address (POST)."""
    language = languages.of_path(request.path)
    if request.method != "POST":
        next_path = signing_in.own_path(request.GET.get("next", ""))
        return _form(request, SignInForm(initial={"token": tokens.token(ASK), "next": next_path}))
    form = SignInForm(request.POST)
    if not form.is_valid():
        return _form(request, form, status=422)
    try:
        tokens.check(form.cleaned_data["token"], ASK)
        next_path = signing_in.own_path(form.cleaned_data["next"])
        if not form.cleaned_data["website"]:
            email = form.cleaned_data["email"]
            signing_in.ask(email, language=language, next=next_path, address=address_of(request))
    except tokens.TooLate:
        form.renew(tokens.token(ASK))
        words = _("The form was open for a long time. Please send it once more.")
        return _form(request, form, refusal=words, status=409)
    except limits.TooMany as refusal:
        words = ngettext(
            "We have been asked for several links. Please try again in %(minutes)d minute.",
            "We have been asked for several links. Please try again in %(minutes)d minutes.",
            refusal.minutes,
        ) % {"minutes": refusal.minutes}
        response = _form(request, form, refusal=words, status=429)
        response["Retry-After"] = str(refusal.seconds)
        return response
    return HttpResponseRedirect(f"{languages.prefix(language)}sign-in/sent/")


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """The same words for everybody."""
    return _own(request, "support/sent.html", {"minutes": signing_in.MINUTES})


# A page of ours has to have sent it, and what the link opens is the link's own.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, token: str) -> HttpResponse:
    """A button (GET), as mail scanners open links; only pressing it uses the link up and signs in (POST)."""
    if request.method != "POST":
        return _own(request, "support/link.html", {"token": tokens.token(LINK)})
    if not tokens.is_from_here(request):
        return _own(request, "support/link.html", {"token": tokens.token(LINK), "is_foreign": True}, status=403)
    try:
        tokens.check(request.POST.get("token", ""), LINK)
    except tokens.TooLate:
        return _own(request, "support/link.html", {"token": tokens.token(LINK), "is_late": True}, status=409)
    used = signing_in.use(token)
    if used is None or used.supporter is None:
        form = SignInForm(initial={"token": tokens.token(ASK)})
        words = _("This link does not work any more. Have another one sent.")
        return _form(request, form, refusal=words, status=410)
    response = HttpResponseRedirect(used.next or f"{languages.prefix(used.language)}me/")
    sessions.sign_in(response, used.supporter)
    return _private(response)


# Django's own token needs a cookie that only the desk has; this form's is for one supporter alone.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def me(request: HttpRequest) -> HttpResponse:
    """What somebody who is signed in finds of themselves and can decide; everybody else, how to sign in."""
    supporter = sessions.supporter(request)
    if supporter is None:
        form = SignInForm(initial={"token": tokens.token(ASK), "next": request.path})
        return _form(request, form)
    if request.method != "POST":
        return _page_of(request, supporter)
    if not tokens.is_from_here(request):
        return _page_of(request, supporter, refusal=_("This was not sent from our page."), status=403)
    try:
        tokens.check(request.POST.get("token", ""), ME, tokens.whose(supporter))
    except tokens.TooLate:
        return _page_of(
            request, supporter, refusal=_("The page was open for a long time. Please try again."), status=409
        )
    return _do(request, supporter)


def _do(request: HttpRequest, supporter: Supporter) -> HttpResponse:
    """What a button of their page says."""
    home = languages.prefix(languages.of_path(request.path))
    form = ChoicesForm(request.POST)
    match request.POST.get("do"):
        case "sign-out" | "sign-out-everywhere" as deed:
            if deed == "sign-out-everywhere":
                keeping.end_sign_ins(supporter)
            response = HttpResponseRedirect(f"{home}sign-in/")
            sessions.sign_out(response)
        case "save" if form.is_valid():
            is_named, wants_letters = form.cleaned_data["is_named"], form.cleaned_data["wants_letters"]
            keeping.choose(supporter, is_named=is_named, wants_letters=wants_letters)
            response = HttpResponseRedirect(f"{home}me/?saved")
        case _:
            response = HttpResponseRedirect(f"{home}me/")
    return _private(response)


@require_safe
def fragment(request: HttpRequest) -> HttpResponse:
    """A line for public pages that want to say who is signed in; nothing where nobody is."""
    supporter = sessions.supporter(request)
    if supporter is None:
        return _private(HttpResponse())
    home = languages.prefix(languages.of_path(request.path))
    return _private(render(request, "support/fragment.html", {"supporter": supporter, "me": f"{home}me/"}))


def _form(request: HttpRequest, form: SignInForm, *, refusal: str = "", status: int = 200) -> HttpResponse:
    action = f"{languages.prefix(languages.of_path(request.path))}sign-in/"
    return _own(request, "support/sign_in.html", {"form": form, "refusal": refusal, "action": action}, status=status)


def _page_of(request: HttpRequest, supporter: Supporter, *, refusal: str = "", status: int = 200) -> HttpResponse:
    language = languages.of_path(request.path)
    chosen = {"is_named": supporter.is_named, "wants_letters": supporter.wants_letters}
    token = tokens.token(ME, tokens.whose(supporter))
    text = languages.pick(supporter.tier.texts.all(), language)
    context = {
        "supporter": supporter,
        "tier": text.name if text else supporter.tier.key,
        "form": ChoicesForm(initial=chosen | {"token": token}),
        "token": token,
        "refusal": refusal,
        "is_saved": "saved" in request.GET and not refusal,
    }
    return _own(request, "support/me.html", context, status=status)


def _own(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """A page with the paper's frame that no cache keeps and no search engine lists."""
    language = languages.of_path(request.path)
    frame = Frame.of(language)
    rest = request.path.removeprefix(languages.prefix(language))
    frame.translations = {code: f"{languages.prefix(code)}{rest}" for code in languages.codes()}
    with timezone.override(frame.outlet.zone):
        response = render(request, template, context | {"frame": frame, "site": settings.SITE_URL}, status=status)
    return _private(response)


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "same-origin"  # a link that signs somebody in is told to nobody
    return response
