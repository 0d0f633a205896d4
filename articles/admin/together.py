"""One verb for several articles: what it would do and what not is shown first, each is judged by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import actions
from articles.admin.questions import Note, Reason
from articles.models import Article
from articles.refusals import AnswerNeeded, NotReady, Refused
from articles.workflow import TABLE, Flag, Verb
from staff.models import User

if TYPE_CHECKING:
    from articles.admin.article import ArticleAdmin

MOST = 200
CONFIRMED = "_confirmed"


class NoQuestion(forms.Form):
    """The verb asks nothing."""


@dataclass(frozen=True)
class Deed:
    """A verb for several articles. ``do`` takes article, by, version and what the form asked."""

    name: str
    label: str | Promise
    tells: str | Promise
    permissions: frozenset[str]
    do: Callable[..., Any]
    form: type[forms.Form] = NoQuestion
    is_withdrawing: bool = False


@dataclass(frozen=True)
class Verdict:
    """What becomes of one article: nothing, where there is a refusal."""

    article: Article
    refusal: str


def _of_verb(verb: Verb, do: Callable[..., Any], **more: Any) -> Deed:
    rule = TABLE[verb]
    return Deed(verb.value, verb.label, rule.tells, frozenset({rule.permission}), do, **more)


def _unpublish(article: Article, *, by: User, version: int | None, reason: str) -> None:
    actions.unpublish(article, by=by, reason=reason)


def _ask(desk: actions.flags.Desk, article: Article, *, by: User, version: int | None) -> None:
    actions.flag(article, desk=desk, value=Flag.REQUIRED, by=by)


DEEDS = {
    deed.name: deed
    for deed in (
        _of_verb(Verb.SUBMIT, actions.submit),
        _of_verb(Verb.APPROVE, actions.approve),
        _of_verb(Verb.SEND_BACK, actions.send_back, form=Note),
        _of_verb(Verb.PUBLISH, actions.publish),
        _of_verb(Verb.UNPUBLISH, _unpublish, form=Reason, is_withdrawing=True),
        Deed(
            "ask_picture_desk",
            gettext_lazy("Ask the picture desk"),
            gettext_lazy("The picture desk is asked to look at the pictures."),
            frozenset({"articles.change_article", "articles.clear_picture_flag"}),
            partial(_ask, "picture"),
        ),
        Deed(
            "ask_lawyers",
            gettext_lazy("Ask for a legal check"),
            gettext_lazy("The lawyers are asked to read it."),
            frozenset({"articles.change_article", "articles.clear_legal_flag"}),
            partial(_ask, "legal"),
        ),
    )
}


def offered(desk: ArticleAdmin, request: HttpRequest) -> dict[str, Any]:
    """The deeds that this person may do with some article at least, as the admin's actions."""
    user: Any = request.user
    return {
        name: (partial(_action, deed), name, deed.label)
        for name, deed in DEEDS.items()
        if any(user.has_perm(permission) for permission in deed.permissions)
    }


def _action(deed: Deed, desk: ArticleAdmin, request: HttpRequest, _articles: Any) -> HttpResponse:
    """Shows what would become of each of the chosen ones, and with that confirmed does it.

    What may not be seen is counted as not found; no word of it is shown.
    """
    user: Any = request.user
    numbers = {int(text) for text in request.POST.getlist(ACTION_CHECKBOX_NAME)[:MOST] if text.isdecimal()}
    numbers = {number for number in numbers if number < 2**63}
    articles = list(Article.objects.visible_to(user).filter(pk__in=numbers))
    missing = len(numbers) - len(articles)
    is_confirmed = CONFIRMED in request.POST
    form = deed.form(request.POST if is_confirmed else None, label_suffix="")
    if is_confirmed and form.is_valid():
        seen = {article.pk: request.POST.get(f"version-{article.pk}", "") for article in articles}
        verdicts = [
            Verdict(article, _refusal(deed, article, by=user, seen=seen[article.pk], answers=form.cleaned_data))
            for article in articles
        ]
        _report(request, deed, verdicts, missing)
        return HttpResponseRedirect(request.get_full_path())
    verdicts = [Verdict(article, _refusal(deed, article, by=user, is_trial=True)) for article in articles]
    context = desk.admin_site.each_context(request) | {
        "title": deed.label,
        "opts": desk.opts,
        "media": desk.media,
        "deed": deed,
        "form": form,
        "possible": [verdict.article for verdict in verdicts if not verdict.refusal],
        "refused": [verdict for verdict in verdicts if verdict.refusal],
        "missing": missing,
        "back": request.get_full_path(),
        "checkbox": ACTION_CHECKBOX_NAME,
        "confirmed": CONFIRMED,
    }
    status = 422 if is_confirmed else 200
    return TemplateResponse(request, "admin/articles/article/together.html", context, status=status)


def _refusal(
    deed: Deed, article: Article, *, by: User, seen: str = "", answers: Any = None, is_trial: bool = False
) -> str:
    """Does it, in a transaction of its own; why it was not done, or "". A trial is undone whatever comes of it.

    So the page that asks says what will happen because it has happened: no second set of rules can differ.
    """
    if is_trial:
        answers = dict.fromkeys(deed.form.base_fields, "–")
    try:
        with transaction.atomic():
            version = int(seen) if seen.isdecimal() else None
            deed.do(Article.objects.get(pk=article.pk), by=by, version=version, **answers)
            transaction.set_rollback(is_trial)
    except NotReady as refusal:
        return " ".join([str(refusal), *(str(problem.message) for problem in refusal.problems)])
    except AnswerNeeded as refusal:
        return " ".join([str(refusal), _("Answer this on the article’s own page.")])
    except Refused as refusal:
        return str(refusal)
    return ""


def _report(request: HttpRequest, deed: Deed, verdicts: list[Verdict], missing: int) -> None:
    """How many it was done for, and each refusal by the article's headline."""
    done = sum(not verdict.refusal for verdict in verdicts)
    if done:
        told = ngettext("%(verb)s: done for %(count)s article.", "%(verb)s: done for %(count)s articles.", done)
        messages.success(request, told % {"verb": deed.label, "count": done})
    for verdict in verdicts:
        if verdict.refusal:
            values = {"headline": verdict.article, "reason": verdict.refusal}
            messages.error(request, _("“%(headline)s” stays as it is. %(reason)s") % values)
    if missing:
        told = ngettext("%(count)s article was not found.", "%(count)s articles were not found.", missing)
        messages.warning(request, told % {"count": missing})
