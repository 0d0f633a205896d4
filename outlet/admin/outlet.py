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
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from outlet import actions, logo
from outlet.models import Outlet, OutletText
from outlet.texts import TextInline


class OutletTextInline(TextInline):
    """Name and description, once for each language."""

    model = OutletText

    def get_formset(self, request: HttpRequest, obj: Outlet | None = None, **kwargs: Any) -> type[BaseInlineFormSet]:
        return super().get_formset(request, obj, validate_min=True, **kwargs)


class OutletForm(forms.ModelForm):
    """The outlet with a place to drop its logo."""

    logo_file = forms.FileField(
        label=_("Logo"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/png,image/webp,image/jpeg"}),
        help_text=_("PNG, WebP or JPEG; shown at most 800 × 200 pixels large in place of the name."),
    )
    without_logo = forms.BooleanField(label=_("Show the name instead of the logo"), required=False)

    def clean_logo_file(self) -> logo.Logo | None:
        file = self.cleaned_data.get("logo_file")
        return logo.redraw(file) if file else None

    def clean_accent_light(self) -> str:
        return self.cleaned_data["accent_light"].lower()

    def clean_accent_dark(self) -> str:
        return self.cleaned_data["accent_dark"].lower()


@admin.register(Outlet)
class OutletAdmin(admin.ModelAdmin):
    """There is one outlet: it is added once, then changed, never deleted."""

    form = OutletForm
    inlines = [OutletTextInline]
    fieldsets = (
        (None, {"fields": ("time_zone", "email", "four_eyes", "silent_changes", "shows_changes")}),
        (_("Look"), {"fields": ("accent_light", "accent_dark", "logo_now", "logo_file", "without_logo")}),
    )
    readonly_fields = ("logo_now",)

    @admin.display(description=_("logo now"))
    def logo_now(self, outlet: Outlet) -> str:
        if not outlet.logo_path:
            return gettext("none")
        size = (outlet.logo_width, outlet.logo_height)
        return format_html('<img src="{}" width="{}" height="{}" alt="{}">', outlet.logo_path, *size, outlet)

    def save_model(self, request: HttpRequest, obj: Outlet, form: Any, change: bool) -> None:
        if form.cleaned_data.get("without_logo"):
            obj.logo, obj.logo_width, obj.logo_height = "", 0, 0
        if drawn := form.cleaned_data.get("logo_file"):
            obj.logo, obj.logo_width, obj.logo_height = logo.store(drawn), drawn.width, drawn.height
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        actions.tell(form.instance, "outlet-change", by=request.user)  # type: ignore[arg-type]

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
        outlet = getattr(request, "outlet", None) or Outlet.objects.current()
        return super().has_add_permission(request) and outlet.pk is None

    def has_delete_permission(self, request: HttpRequest, obj: Outlet | None = None) -> bool:
        return False
