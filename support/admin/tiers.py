"""Tiers at the desk: how many voices, and in each language a name and the words of thanks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from outlet.texts import TextInline
from support.admin.logged import LoggedAdmin
from support.models import Tier, TierText
from support.supporters import keeping


class TierTextInline(TextInline):
    """A card of words for each language; who may change the tier may change these."""

    model = TierText

    def get_formset(self, request: HttpRequest, obj: Tier | None = None, **kwargs: Any) -> type[BaseInlineFormSet]:
        return super().get_formset(request, obj, validate_min=True, **kwargs)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission


@admin.register(Tier)
class TierAdmin(LoggedAdmin):
    """The tiers in the order of the page of thanks."""

    list_display = ("named", "key", "weight", "supporters", "order")
    list_editable = ("order",)
    fields = ("key", "weight", "order")
    inlines = (TierTextInline,)
    nothing_here = _("There is no tier yet. Every supporter stands at one, so begin here.")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tier]:
        return super().get_queryset(request).prefetch_related("texts").annotate(count=Count("supporters"))

    @admin.display(description=_("tier"))
    def named(self, tier: Tier) -> str:
        return str(tier)

    @admin.display(description=_("supporters"), ordering="count")
    def supporters(self, tier: Any) -> int:
        return tier.count

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> type[forms.ModelForm]:
        # a table's column head is no label
        number = forms.NumberInput(attrs={"aria-label": _("Order"), "min": 0})
        return super().get_changelist_form(request, **{"widgets": {"order": number}, **kwargs})

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        keeping.tell_of_tier(form.instance, "tier-change", by=request.user)  # type: ignore[arg-type]

    def delete_model(self, request: HttpRequest, obj: Tier) -> None:
        keeping.tell_of_tier(obj, "tier-remove", by=request.user)  # type: ignore[arg-type]
        super().delete_model(request, obj)
