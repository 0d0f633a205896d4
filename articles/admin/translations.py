"""The other languages of an article: which versions there are, and how one begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from articles import actions, tagging
from articles.models import Article
from articles.refusals import Refused
from staff.models import User


@dataclass(frozen=True)
class Translation:
    """One of the paper's other languages. ``version`` is None where this person may not open it."""

    code: str
    name: str
    exists: bool
    version: Article | None


def of(article: Article, user: User) -> list[Translation]:
    """For each other language what is there. Costs two queries, one where nothing is."""
    group = Article.objects.filter(translation_group=article.translation_group).exclude(pk=article.pk)
    versions = {version.language: version for version in group}
    numbers = [version.pk for version in versions.values()]
    own = (
        set(Article.objects.visible_to(user).filter(pk__in=numbers).values_list("pk", flat=True)) if numbers else set()
    )
    found = []
    for code, name in settings.LANGUAGES:
        version = versions.get(code)
        if code != article.language:
            mine = version if version is not None and version.pk in own else None
            found.append(Translation(code, str(name), version is not None, mine))
    return found


def begin(request: HttpRequest, article: Article, language: str) -> HttpResponse:
    """A draft in another language, opened at once."""
    user: Any = request.user
    target = article
    try:
        target = actions.translate(article, by=user, language=language)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        tagging.ensure_texts(target)
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[target.pk]))
