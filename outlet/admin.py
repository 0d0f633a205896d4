"""The one outlet, as a form without a list."""

from __future__ import annotations

import zoneinfo
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.forms import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from outlet.models import Outlet, OutletText
from outlet.texts import TextInline


class OutletTextInline(TextInline):
    """Name and description, once for each language."""

    model = OutletText

    def get_formset(self, request: HttpRequest, obj: Outlet | None = None, **kwargs: Any) -> type[BaseInlineFormSet]:
        return super().get_formset(request, obj, validate_min=True, **kwargs)


@admin.register(Outlet)
class OutletAdmin(admin.ModelAdmin):
    """There is one outlet: it is added once, then changed, never deleted."""

    inlines = [OutletTextInline]

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> forms.Field | None:
        if db_field.name == "time_zone":
            kwargs["widget"] = forms.Select(choices=[(zone, zone) for zone in sorted(zoneinfo.available_timezones())])
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        outlet = Outlet.objects.first()
        return redirect("admin:outlet_outlet_change", outlet.pk) if outlet else redirect("admin:outlet_outlet_add")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not Outlet.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: Outlet | None = None) -> bool:
        return False
