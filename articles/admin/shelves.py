"""Merging, retiring and offering again: a page that says what is touched and asks why, and does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import merging
from articles.actions import shelves as verbs
from articles.admin.pick.answers import containing
from articles.admin.questions import Reason
from articles.models import Shelf, Tag
from articles.refusals import Refused
from articles.slugs import fold
from outlet.clock import in_the_outlets_time
from staff.models import User

MOST = 30


class ReasonOrNone(Reason):
    """For what needs no reason."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = False


@dataclass(frozen=True)
class Deed:
    """A verb on shelves: who may, the form that asks, and its words. ``done`` is said afterwards."""

    name: str
    title: str | Promise
    tells: str | Promise
    done: str | Promise
    may: Callable[[type[Shelf], User], bool]
    form: type[Reason] = Reason
    is_final: bool = False


MERGE = Deed(
    "merge",
    gettext_lazy("Merge"),
    gettext_lazy("All that stands there will stand under the other, and every old address will lead there."),
    gettext_lazy("Merged into “%(name)s”."),
    verbs.may_merge,
    is_final=True,
)
RETIRE = Deed(
    "retire",
    gettext_lazy("Retire"),
    gettext_lazy(
        "Nobody can choose it for an article any more. What stands there stays, and its pages stay open to readers. "
        "You can offer it again at any time."
    ),
    gettext_lazy("Retired: %(name)s."),
    verbs.may_retire,
)
REINSTATE = Deed(
    "reinstate",
    gettext_lazy("Offer again"),
    gettext_lazy("It can be chosen for articles again."),
    gettext_lazy("Offered again: %(name)s."),
    verbs.may_retire,
    form=ReasonOrNone,
)
DEEDS = {deed.name: deed for deed in (MERGE, RETIRE, REINSTATE)}


def urls(desk: ModelAdmin) -> list[URLPattern]:
    """The addresses below those of a kind, named ``articles_tag_merge`` and so on."""
    return [
        path(
            f"<int:pk>/{deed.name}/",
            desk.admin_site.admin_view(in_the_outlets_time(partial(view, desk, deed))),
            name=f"articles_{desk.opts.model_name}_{deed.name}",
        )
        for deed in DEEDS.values()
    ]


def page_of(shelf: Shelf, name: str) -> str:
    """The address of such a page."""
    return reverse(f"admin:articles_{shelf._meta.model_name}_{name}", args=[shelf.pk])


def form_of(shelf: Shelf) -> str:
    """The address of its form."""
    return page_of(shelf, "change")


def merged_into(model: type[Any], number: str | None) -> Shelf | None:
    """What the shelf with this id was merged into."""
    if not number or not number.isdigit():
        return None
    merged = model.objects.select_related("merged_into").filter(pk=number, merged_into__isnull=False).first()
    return merged.merged_into if merged else None


def buttons(shelf: Shelf, user: User) -> list[tuple[str, Deed]]:
    """What this person may do with it now: addresses and deeds."""
    possible = (MERGE, REINSTATE) if shelf.is_retired else (MERGE, RETIRE)
    return [(page_of(shelf, deed.name), deed) for deed in possible if deed.may(type(shelf), user)]


def to_page(chosen: QuerySet[Any], name: str) -> HttpResponse:
    """From the rows that were ticked in a list to the page that asks about all of them."""
    first, *others = chosen.order_by("pk")
    query = QueryDict(mutable=True)
    query.setlist("also", [str(shelf.pk) for shelf in others])
    return HttpResponseRedirect(f"{page_of(first, name)}{'?' if others else ''}{query.urlencode()}")


def view(desk: ModelAdmin, deed: Deed, request: HttpRequest, pk: int) -> HttpResponse:
    """Asks (GET) and does (POST). ``also`` names further ones, ``into`` the one that they are merged into."""
    user: Any = request.user
    kind: Any = desk.model
    if not deed.may(kind, user):
        raise PermissionDenied
    numbers = [pk, *map(int, filter(str.isdigit, request.GET.getlist("also")))]
    chosen = list(kind.objects.filter(pk__in=numbers).prefetch_related("texts").order_by("pk"))
    if pk not in {shelf.pk for shelf in chosen}:
        raise Http404
    into = None
    if deed is MERGE:
        wanted = request.GET.get("into", "")
        if not wanted.isdigit():
            return _ask_into_which(desk, request, chosen)
        into = get_object_or_404(kind, pk=int(wanted))
        chosen = [shelf for shelf in chosen if shelf.pk != into.pk] or chosen
    form = deed.form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            _do(deed, chosen, into, by=user, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.add_error(None, str(refusal.message))
        else:
            messages.success(request, deed.done % {"name": into or ", ".join(map(str, chosen))})
            return HttpResponseRedirect(form_of(into or chosen[0]))
    elif request.method != "POST" and chosen[0].merged_into_id:
        return HttpResponseRedirect(form_of(chosen[0]))  # whose page says what became of it
    context = _context(desk, request, deed, chosen) | {
        "form": form,
        "into": into,
        "touched": merging.touched(chosen, into=into),
    }
    status = 200 if request.method != "POST" else 422
    return TemplateResponse(request, "admin/articles/shelf/verb.html", context, status=status)


@transaction.atomic
def _do(deed: Deed, chosen: list[Any], into: Any, *, by: User, reason: str) -> None:
    """All of them or none."""
    for shelf in chosen:
        if deed is MERGE:
            verbs.merge(shelf, into=into, by=by, reason=reason)
        elif deed is RETIRE:
            verbs.retire(shelf, by=by, reason=reason)
        else:
            verbs.reinstate(shelf, by=by, reason=reason)


def _ask_into_which(desk: ModelAdmin, request: HttpRequest, chosen: list[Any]) -> HttpResponse:
    """A list to choose from: those that were ticked first, else what was looked for."""
    kind: Any = desk.model
    words = request.GET.get("q", "").strip()
    offered = kind.objects.offered().prefetch_related("texts")
    among = [shelf for shelf in chosen if not shelf.is_retired] if len(chosen) > 1 and not words else []
    if words:
        found = offered.filter(folded__contains=fold(words)) if kind is Tag else offered.filter(_named(kind, words))
    else:
        found = offered
    others = [] if among else found.exclude(pk__in=[shelf.pk for shelf in chosen])[: MOST + 1]
    query = request.GET.copy()
    choices = []
    for shelf in [*among, *list(others)[:MOST]]:
        query["into"] = str(shelf.pk)
        choices.append((f"?{query.urlencode()}", shelf))
    context = _context(desk, request, MERGE, chosen) | {
        "choices": choices,
        "words": words,
        "also": request.GET.getlist("also"),
        "has_more": len(others) > MOST,
    }
    return TemplateResponse(request, "admin/articles/shelf/into.html", context)


def _named(kind: Any, words: str) -> Any:
    """A condition; by id, because one with two texts would be found twice."""
    from_texts = kind.objects.filter(containing(words, "texts__name")).values("pk")
    return Q(pk__in=from_texts)


def _context(desk: ModelAdmin, request: HttpRequest, deed: Deed, chosen: list[Any]) -> dict[str, Any]:
    names = ", ".join(map(str, chosen))
    return desk.admin_site.each_context(request) | {
        "title": _("%(verb)s: %(name)s") % {"verb": deed.title, "name": names},
        "deed": deed,
        "chosen": chosen,
        "names": names,
        "opts": desk.opts,
        "back": form_of(chosen[0]),
    }
