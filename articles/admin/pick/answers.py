"""What all pickers share: the right, the piece of HTML, the choice, and how words are searched."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from outlet.languages import codes, first_language
from staff.models import User

# The dialog stands in a page whose form has fields of the same names.
AUTO_ID = "pick_%s"
View = Callable[..., HttpResponse]


def person(request: HttpRequest, permission: str) -> User:
    """The one who asks; raises ``PermissionDenied`` without the right."""
    user: Any = request.user
    if not user.has_perm(permission):
        raise PermissionDenied
    return user


def language(request: HttpRequest) -> str:
    """The language of the article for which something is chosen."""
    wanted = request.GET.get("language", "")
    return wanted if wanted in codes() else first_language()


def piece(request: HttpRequest, name: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """A piece of HTML for the dialog, which never lies in a cache."""
    response = render(request, f"admin/articles/pick/{name}.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


def chosen(**choice: Any) -> JsonResponse:
    """What the person decided; the dialog closes with it."""
    return JsonResponse({"chosen": choice}, headers={"Cache-Control": "no-store"})


def containing(words: str, *fields: str) -> Q:
    """Every word stands in one of the fields at least, in any case of letters.

    SQLite knows the case of ASCII letters only, so the usual spellings of a word are asked for.
    """
    found = Q()
    for word in words.split():
        spellings = {word, word.lower(), word.upper(), word.capitalize()}
        anywhere = Q()
        for field in fields:
            for spelling in spellings if not word.isascii() else {word}:
                anywhere |= Q(**{f"{field}__icontains": spelling})
        found &= anywhere
    return found
