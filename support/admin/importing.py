"""The page on which a list of supporters is read in: chosen, looked at, done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from support.models import Tier
from support.supporters import importing, keeping, spreadsheets

SHOWN = 200  # of each kind


class FileForm(forms.Form):
    """The file."""

    file = forms.FileField(label=gettext_lazy("CSV file"), widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}))

    lines: list[spreadsheets.Line]

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        try:
            # one byte more than is allowed tells that it is too large
            self.lines = spreadsheets.read(file.read(spreadsheets.MOST_BYTES + 1))
        except spreadsheets.Unfit as unfit:
            raise forms.ValidationError(str(unfit), code="unfit") from unfit
        return file


def may(request: HttpRequest) -> bool:
    """An import adds and changes."""
    user: Any = request.user
    return user.has_perm(keeping.ADD) and user.has_perm(keeping.CHANGE)


def page(desk: Any, request: HttpRequest) -> HttpResponse:
    """The form (GET), what the file would do (POST with a file), and doing it (POST with what was carried)."""
    if not may(request):
        raise PermissionDenied
    if "carried" in request.POST:
        return _do(desk, request, request.POST["carried"])
    is_sent = request.method == "POST"
    form = FileForm(request.POST if is_sent else None, request.FILES if is_sent else None, label_suffix="")
    if not form.is_valid():
        return _page(desk, request, {"form": form}, status=422 if form.errors else 200)
    return _page(desk, request, {"form": form} | _looked_at(request, form.lines, importing.plan(form.lines)))


def _do(desk: Any, request: HttpRequest, carried: str) -> HttpResponse:
    user: Any = request.user
    try:
        done = importing.do(carried, by=user)
    except importing.ShownAnew as anew:
        context = _looked_at(request, importing.carried_lines(carried), anew.plan) | {"is_anew": True}
        return _page(desk, request, {"form": FileForm(label_suffix="")} | context, status=409)
    except BadSignature:
        return _page(desk, request, {"form": FileForm(label_suffix=""), "is_gone": True}, status=409)
    words = _("Imported: %(added)d added, %(changed)d changed, %(same)d left as they were.")
    about = {"added": len(done.added), "changed": len(done.changed), "same": done.same}
    messages.success(request, words % about)
    return HttpResponseRedirect(reverse("admin:support_supporter_changelist"))


def _looked_at(request: HttpRequest, lines: list[spreadsheets.Line], plan: importing.Plan) -> dict[str, Any]:
    user: Any = request.user
    is_doable = bool(plan.changes) and not plan.refused
    return {
        "plan": plan,
        "added": plan.added[:SHOWN],
        "changed": plan.changed[:SHOWN],
        "refused": plan.refused[:SHOWN],
        "most": SHOWN,
        "carried": importing.carry(lines, plan, by=user) if is_doable else "",
    }


def _page(desk: Any, request: HttpRequest, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    about = {
        "title": _("Import supporters"),
        "opts": desk.opts,
        "media": desk.media,
        "columns": spreadsheets.COLUMNS,
        "tiers": [tier.key for tier in Tier.objects.all()],
    }
    context = desk.admin_site.each_context(request) | about | context
    response = TemplateResponse(request, "admin/support/supporter/import.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response
