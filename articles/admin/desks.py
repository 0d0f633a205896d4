"""Beside the form: what lawyers and picture desk have to say, and legal notes for those who may see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import actions
from articles.actions.flags import DESKS, may_flag
from articles.models import Article
from articles.refusals import Refused
from articles.workflow import Flag, Publication
from staff.models import User

NAMES = {"legal": gettext_lazy("Legal check"), "picture": gettext_lazy("Picture desk")}
DOES = {
    Flag.REQUIRED: gettext_lazy("Ask for it"),
    Flag.DONE: gettext_lazy("It is done"),
    Flag.NOT_NEEDED: gettext_lazy("Not needed"),
}


@dataclass(frozen=True)
class Desk:
    """A flag as the form shows it, and what this person may make of it."""

    name: str
    title: str | Promise
    value: str
    label: str | Promise
    by: User | None
    at: datetime | None
    buttons: Sequence[tuple[str, str | Promise]]


def of(article: Article, user: User, state: Publication) -> list[Desk]:
    """The flags of an article, with a button for each value that this person may give."""
    found = []
    for name in DESKS:
        value = getattr(article, f"{name}_flag")
        offered = [
            (f"{name}:{flag}", DOES[flag])
            for flag in Flag
            if flag != value and may_flag(article, name, flag, user, state=state)
        ]
        by, at = getattr(article, f"{name}_flag_by"), getattr(article, f"{name}_flag_at")
        found.append(Desk(name, NAMES[name], value, Flag(value).label, by, at, offered))
    return found


def do(request: HttpRequest, article: Article) -> None:
    """Sets the flag whose button was pressed and adds the note that was written; says what came of it."""
    user: Any = request.user
    desk, _colon, value = request.POST.get("_flag", "").partition(":")
    note = request.POST.get("legal_note", "").strip()
    try:
        if desk in DESKS and value in Flag.values:
            actions.flag(article, desk=desk, value=Flag(value), by=user)
            messages.success(request, f"{NAMES[desk]}: {Flag(value).label}.")
        if note:
            actions.add_legal_note(article, by=user, text=note)
            messages.success(request, _("The legal note is kept."))
    except Refused as refusal:
        messages.error(request, str(refusal))


def view(request: HttpRequest, pk: int) -> HttpResponse:
    """The same for those who see the article and may not change it; by POST only."""
    user: Any = request.user
    article = get_object_or_404(Article.objects.visible_to(user), pk=pk)
    if request.method != "POST":
        raise Http404
    do(request, article)
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
