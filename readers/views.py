"""The pages of a report: a form and a thank-you. They are never kept by caches, and know no one."""

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
from articles.models import Edition, Notice
from outlet import languages
from outlet.senders import address_of
from readers import actions, limits
from readers.forms import ReportForm
from readers.paths import form_of, thanks_for

logger = logging.getLogger(__name__)


# Without a cookie there is nobody whose name somebody else could send in; the form's own token keeps machines out.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, number: str) -> HttpResponse:
    """The form (GET), and what is done with it (POST). ``number`` is that of the edition that the reader saw."""
    edition = _seen(number, languages.of_path(request.path))
    if request.method != "POST":
        form = ReportForm(edition, initial={"token": limits.token(edition.pk)})
        return _page(request, edition, {"form": form})
    form = ReportForm(edition, request.POST)
    if not form.is_valid():
        return _page(request, edition, {"form": form}, status=422)
    try:
        limits.check_token(form.cleaned_data["token"], edition.pk)
        is_spam = bool(form.cleaned_data["website"])
        actions.report(edition, form.words, address=address_of(request), is_spam=is_spam)
    except limits.TooSoon:
        return _again(request, edition, form, _("That was quick. Please look over your report and send it once more."))
    except limits.TooLate:
        form.renew(limits.token(edition.pk))
        words = _("The form was open for a long time. Please look over your report and send it once more.")
        return _again(request, edition, form, words)
    except limits.TooMany as refusal:
        return _wait(request, edition, form, refusal)
    except limits.Full:
        context = {"form": form, "is_full": True}
        response = _page(request, edition, context, status=429)
        response["Retry-After"] = str(int(limits.HOUR.total_seconds()))
        return response
    except OperationalError:  # such as SQLite's "database is locked": nobody loses what they wrote for that
        logger.exception("A report could not be taken in")
        words = _("We could not take this in just now. Please send it once more in a minute.")
        response = _page(request, edition, {"form": form, "refusal": words}, status=503)
        response["Retry-After"] = "60"
        return response
    return HttpResponseRedirect(thanks_for(edition))


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """The same words for everybody; ``story`` is the edition to which it leads back."""
    language = languages.of_path(request.path)
    number = request.GET.get("story", "")
    edition = _seen(number, language) if number else None
    return _answer(request, "readers/thanks.html", language, {"back": edition and _present(edition)})


def _seen(number: str, language: str) -> Edition:
    """An edition that readers have or had, of a story that they have now; its own text, not the newest."""
    now = timezone.now()
    found = Edition.objects.uncancelled().filter(
        pk=int(number) if number.isdecimal() and len(number) < 18 else 0,
        language=language,
        notice=Notice.NONE,
        live_from__lte=now,
        article__in=Edition.objects.live(now).order_by().values("article"),
    )
    edition = found.select_related("body").first()
    if edition is None:
        raise Http404
    return edition


def _present(edition: Edition) -> Edition:
    """What readers find at the story's address now."""
    return Edition.objects.live().get(article=edition.article_id)


def _again(request: HttpRequest, edition: Edition, form: ReportForm, words: str) -> HttpResponse:
    """The form with all that was written, and why it came back."""
    return _page(request, edition, {"form": form, "refusal": words}, status=409)


def _wait(request: HttpRequest, edition: Edition, form: ReportForm, refusal: limits.TooMany) -> HttpResponse:
    minutes = -(-int(refusal.wait.total_seconds()) // 60) or 1
    words = ngettext(
        "Thank you, you have sent several reports. The next one can be sent in %(minutes)d minute.",
        "Thank you, you have sent several reports. The next one can be sent in %(minutes)d minutes.",
        minutes,
    ) % {"minutes": minutes}
    response = _page(request, edition, {"form": form, "refusal": words}, status=429)
    response["Retry-After"] = str(minutes * 60)
    return response


def _page(request: HttpRequest, edition: Edition, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    own = {"edition": edition, "action": form_of(edition), "back": _present(edition)}
    return _answer(request, "readers/report.html", edition.language, own | context, status=status)


def _answer(
    request: HttpRequest, template: str, language: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """A page with the paper's frame that no cache keeps and no search engine lists."""
    frame = Frame.of(language)
    with timezone.override(frame.outlet.zone):
        response = render(request, template, context | {"frame": frame, "site": settings.SITE_URL}, status=status)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
