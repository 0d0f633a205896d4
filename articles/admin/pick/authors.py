"""Authors: a list to choose from, and a guest made in place."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from articles import addresses, tagging
from articles.admin.pick.answers import AUTO_ID, chosen, containing, language, person, piece
from articles.cards import Picture
from articles.models import Author, AuthorText
from outlet.languages import pick

PAGE = 30


def about(author: Author, in_language: str) -> dict[str, Any]:
    """An author as the form shows one."""
    text = pick(author.texts.all(), in_language)
    return {
        "author": str(author.pk),
        "name": text.name if text else str(author),
        "job_title": text.job_title if text else "",
        "src": Picture.of(author.picture).src if author.picture else "",
    }


@require_safe
def browse(request: HttpRequest) -> HttpResponse:
    """Authors by name."""
    person(request, "articles.view_author")
    words = request.GET.get("q", "").strip()
    authors = Author.objects.offered().select_related("picture").prefetch_related("texts")
    if words:
        authors = authors.filter(containing(words, "texts__name")).distinct()
    context = {
        "choices": sorted(
            (about(author, language(request)) for author in authors[:PAGE]),
            key=lambda choice: choice["name"].casefold(),
        ),
        "words": words,
        "language": language(request),
        "may_add": request.user.has_perm("articles.add_author"),  # type: ignore[union-attr]
    }
    return piece(request, "authors", context)


class GuestForm(forms.ModelForm):
    """Somebody without a sign-in. More can be written on the author's own page later."""

    class Meta:
        model = AuthorText
        fields = ("name", "job_title", "biography")
        widgets = {"biography": forms.Textarea(attrs={"rows": 3})}


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Makes a guest author with a page of their own."""
    person(request, "articles.add_author")
    form = GuestForm(
        request.POST if request.method == "POST" else None, initial={"name": request.GET.get("q", "")}, auto_id=AUTO_ID
    )
    if form.is_bound and form.is_valid():
        with transaction.atomic():
            text = form.save(commit=False)
            text.language = language(request)
            tagging.free_slug(text)
            text.author = Author.objects.create()
            text.save()
            addresses.settle(text)
        return chosen(**about(text.author, language(request)))
    return piece(request, "author_add", {"form": form}, status=422 if form.is_bound else 200)
