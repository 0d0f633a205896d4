"""Supporters at the desk: found, kept by hand, read in from a file and taken out into one."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from activity.models import record
from articles.admin.pick.answers import containing
from outlet.clock import in_the_outlets_time
from support import sessions
from support.admin import importing
from support.admin.logged import LoggedAdmin
from support.models import Supporter, Tier
from support.supporters import keeping, spreadsheets


class TierFilter(admin.SimpleListFilter):
    """Those at a tier."""

    title = gettext_lazy("tier")
    parameter_name = "tier"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(tier.key, str(tier)) for tier in Tier.objects.prefetch_related("texts")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Supporter]) -> QuerySet[Supporter]:
        return queryset.filter(tier__key=self.value()) if self.value() else queryset


class ActiveFilter(admin.SimpleListFilter):
    """Whether they carry the paper today."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("active", _("Active")), ("ended", _("Ended")), ("ahead", _("Not begun yet"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Supporter]:
        today = sessions.today()
        if self.value() == "active":
            return queryset.active(today)
        chosen = {"ended": {"until__lt": today}, "ahead": {"since__gt": today}}
        return queryset.filter(**chosen.get(self.value() or "", {}))


class SupporterForm(forms.ModelForm):
    """A name is one line."""

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())


@admin.register(Supporter)
class SupporterAdmin(LoggedAdmin):
    """Only who looks after supporters sees them, as there are addresses here."""

    form = SupporterForm
    list_display = ("person", "email", "tier_name", "since", "until", "is_named")
    list_filter = (ActiveFilter, TierFilter, "is_named")
    search_fields = ("name", "email")
    search_help_text = gettext_lazy("Name or e-mail address")
    nothing_here = gettext_lazy(
        "There is no supporter yet. Add them by hand, import a list, or have a membership service tell us."
    )
    ordering = ("name", "pk")
    change_list_template = "admin/support/supporter/change_list.html"
    fieldsets = (
        (None, {"fields": ("name", "email", "language")}),
        (gettext_lazy("Support"), {"fields": ("tier", "since", "until")}),
        (gettext_lazy("What they agreed to"), {"fields": ("is_named", "wants_letters")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Supporter]:
        return super().get_queryset(request).select_related("tier").prefetch_related("tier__texts")

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        return (queryset.filter(containing(search_term, "name", "email")) if search_term else queryset), False

    @admin.display(description=gettext_lazy("supporter"), ordering="name")
    def person(self, supporter: Supporter) -> str:
        return str(supporter)

    @admin.display(description=gettext_lazy("tier"), ordering="tier__order")
    def tier_name(self, supporter: Supporter) -> str:
        return str(supporter.tier)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "tier":
            kwargs["queryset"] = Tier.objects.prefetch_related("texts")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        if isinstance(db_field, models.DateField):
            kwargs["widget"] = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Supporter, form: Any, change: bool) -> None:
        keeping.keep(obj, by=request.user)  # type: ignore[arg-type]

    def delete_model(self, request: HttpRequest, obj: Supporter) -> None:
        keeping.forget(obj, by=request.user)  # type: ignore[arg-type]

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path("import/", wrap(in_the_outlets_time(partial(importing.page, self))), name="support_supporter_import"),
            path("export/", wrap(self._export), name="support_supporter_export"),
        ]
        return own + super().get_urls()

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        asked = {"asked": request.GET.urlencode(), "may_import": importing.may(request)}
        return super().changelist_view(request, asked | (extra_context or {}))

    def _export(self, request: HttpRequest) -> HttpResponse:
        """What the list is narrowed to, as a file; that it was taken out stands in the log."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method != "GET":
            return HttpResponseNotAllowed(["GET"])
        user: Any = request.user
        found: list[Any] = list(self.get_changelist_instance(request).get_queryset(request))
        record(user, "supporters-export", by=user, count=len(found))
        response = HttpResponse(spreadsheets.write(found), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="supporters-{sessions.today()}.csv"'
        response["Cache-Control"] = "no-store"
        return response
