"""Stories of ours: those that the person may open, and those that readers have."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from articles.admin import stories
from articles.admin.pick.answers import AUTO_ID, chosen, person, piece
from articles.admin.stories import with_what_readers_have, within_reach
from articles.cards import Picture
from articles.models import Article, Edition
from staff.models import User

PAGE = 20


def about(article: Article, own: set[int]) -> dict[str, Any]:
    """A story as the form and the editor show it. ``own``: ids whose draft words this person may read.

    The public headline comes first, because it is what stands on the card.
    """
    public: Edition | None = next(iter(getattr(article, "public", [])), None)
    is_mine = article.pk in own
    image = public.lead_image if public else article.lead_image if is_mine else None
    if public:
        when = timezone.localtime(public.first_published_at) if public.first_published_at else None
        note = _("Public since %(date)s") % {"date": date_format(when, "DATE_FORMAT") if when else ""}
    else:
        note = _("Not public; readers see no card until it is")
    unnamed = _("Article %(number)s, not public") % {"number": article.pk}
    return {
        "story": str(article.pk),
        "headline": public.headline if public else str(article) if is_mine else unnamed,
        "src": Picture.of(image).src if image else "",
        "note": note,
        "is_public": public is not None,
        "language": public.language if public else article.language,
        "path": public.path if public else "",
    }


def own_among(user: User, articles: list[Article]) -> set[int]:
    """Which of these the person may open."""
    numbers = [article.pk for article in articles]
    return set(Article.objects.visible_to(user).filter(pk__in=numbers).values_list("pk", flat=True))


def found(request: HttpRequest, user: User, words: str, *, only_public: bool = False) -> list[dict[str, Any]]:
    """The stories that match, without the one for which is searched (``not=``)."""
    this = request.GET.get("not", "")
    without = int(this) if this.isdigit() else 0
    rows = stories.found(user, words, most=PAGE, only_public=only_public, without=without)
    own = own_among(user, rows)
    return [about(row, own) for row in rows]


@require_safe
def browse(request: HttpRequest) -> HttpResponse:
    """The stories saved last, or those that match."""
    user = person(request, "articles.view_article")
    words = request.GET.get("q", "").strip()
    context = {"choices": found(request, user, words), "words": words, "this": request.GET.get("not", "")}
    return piece(request, "stories", context)


class UseForm(forms.Form):
    """The words of one card; what is left empty is the story's own, as it stands when readers look."""

    kicker = forms.CharField(
        label=gettext_lazy("Kicker"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("A few words above the headline, such as “History repeating”."),
    )
    headline = forms.CharField(
        label=gettext_lazy("Own headline"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Only where it must differ; else the story's own is shown."),
    )


@require_http_methods(["GET", "POST"])
def use(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks for the words of a card in the text."""
    user = person(request, "articles.view_article")
    article = get_object_or_404(with_what_readers_have(within_reach(user)), pk=pk)
    initial = {name: request.GET.get(name, "") for name in ("kicker", "headline")}
    form = UseForm(request.POST if request.method == "POST" else None, initial=initial, auto_id=AUTO_ID)
    if form.is_bound and form.is_valid():
        return chosen(story=str(pk), **form.cleaned_data)
    context = {"form": form, "story": about(article, own_among(user, [article]))}
    return piece(request, "story_use", context, status=422 if form.is_bound else 200)
