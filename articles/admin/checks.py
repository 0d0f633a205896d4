"""The preflight beside the form: of what is stored, and of what is being typed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles import preflight
from articles.models import Article
from articles.refusals import Level, Problem

TYPED, SAVED = "typed", "saved"


def context(problems: list[Problem]) -> dict[str, Any]:
    """The findings for the panel, and those of them that are in the way."""
    return {"problems": problems, "in_the_way": [problem for problem in problems if problem.level == Level.BLOCK]}


def of_stored(article: Article) -> dict[str, Any]:
    """What is found in the article as it is stored."""
    return context(preflight.run(article))


def piece(request: HttpRequest, article: Article) -> HttpResponse:
    """The same list, of an article whose save is about to be undone."""
    return _never_kept(TemplateResponse(request, "admin/articles/article/checks.html", of_stored(article)))


def not_yet(request: HttpRequest, errors: list[str]) -> HttpResponse:
    """Stands in the list while the form has errors that keep it from being read as an article."""
    found = [Problem("form", "", error) for error in errors]
    return _never_kept(TemplateResponse(request, "admin/articles/article/checks.html", context(found), status=422))


def _never_kept(response: TemplateResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response.render()
