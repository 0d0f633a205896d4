"""The corrections of an article at the desk, and what else may carry the wrong words, to tick off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles import actions
from articles.admin.correcting import STYLES
from articles.models import Article, CarriedOn, Correction
from articles.refusals import Refused
from articles.rights import may_correct
from staff.models import User

if TYPE_CHECKING:
    from articles.admin.article import ArticleAdmin


def view(desk: ArticleAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Reads (GET); settles and adds places (POST). Who may not see the article finds nothing here."""
    user: Any = request.user
    article = get_object_or_404(Article.objects.visible_to(user), pk=pk)
    may_settle = may_correct(article, user)
    status = 200
    if request.method == "POST":
        if not may_settle:
            raise PermissionDenied
        try:
            _settle(request, article, by=user)
        except Refused as refusal:
            messages.error(request, str(refusal))
            status = 422
        else:
            messages.success(request, _("Written down."))
            return HttpResponseRedirect(reverse("admin:articles_article_corrections", args=[pk]))
    context = desk.admin_site.each_context(request) | {
        "title": _("Corrections"),
        "article": article,
        "opts": desk.opts,
        "corrections": _of(article),
        "states": CarriedOn.State.choices,
        "may_settle": may_settle,
        "media": desk.media + STYLES,
    }
    return TemplateResponse(request, "admin/articles/article/corrections.html", context, status=status)


def _of(article: Article) -> list[Correction]:
    found = article.corrections.select_related("written_by", "approved_by", "edition_before", "edition_after")
    return list(found.prefetch_related("carried_on__article", "carried_on__settled_by"))


@transaction.atomic
def _settle(request: HttpRequest, article: Article, *, by: User) -> None:
    """What the form says of each place, and the places that somebody knows of."""
    corrections = _of(article)
    if not corrections:
        raise Refused(_("Nothing has been corrected here."), code="no-correction")
    for correction in corrections:
        for place in correction.carried_on.all():
            state = request.POST.get(f"state-{place.pk}", place.state)
            if state in CarriedOn.State.values and state != place.state:
                place.correction = correction
                actions.settle_place(place, by=by, state=state)
        if words := request.POST.get(f"words-{correction.pk}", "").strip():
            actions.add_place(correction, by=by, words=words)
