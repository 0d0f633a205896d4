"""The menus at the desk: a list whose numbers put it in order, and the words of each item in each language."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from outlet import actions
from outlet.languages import first_language, pick
from outlet.models import MenuItem, MenuText, StandingPage
from outlet.texts import OncePerLanguage, TextInline


class MenuTextFormSet(OncePerLanguage):
    """Without a standing page an item needs words and an address, in one language at least."""

    def clean(self) -> None:
        super().clean()
        rows = [data for form in self.forms if (data := getattr(form, "cleaned_data", {})) and not data.get("DELETE")]
        if not self.instance.page_id and not any(row.get("label") and row.get("address") for row in rows):
            raise forms.ValidationError(
                _("Choose a standing page above, or write words and an address here."), code="leads-nowhere"
            )


class MenuTextInline(TextInline):
    """A card of words for each language; who may change the item may change these."""

    model = MenuText
    formset = MenuTextFormSet

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission


@admin.register(MenuItem)
class MenuItemAdmin(admin.ModelAdmin):
    """The lines of both menus."""

    list_display = ("named", "place", "leads_to", "order")
    list_editable = ("order",)
    list_filter = ("place",)
    fields = ("place", "order", "page")
    inlines = (MenuTextInline,)
    nothing_here = _("The menus show the sections only. Add what else readers should find.")

    def get_queryset(self, request: HttpRequest) -> QuerySet[MenuItem]:
        return super().get_queryset(request).select_related("page").prefetch_related("texts", "page__texts")

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "page":
            kwargs["queryset"] = StandingPage.objects.prefetch_related("texts").order_by("pk")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description=_("menu item"))
    def named(self, item: MenuItem) -> str:
        return str(item)

    @admin.display(description=_("leads to"))
    def leads_to(self, item: MenuItem) -> str:
        text = pick(item.texts.all(), first_language())
        return str(item.page) if item.page else (text.address if text else "")

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> type[forms.ModelForm]:
        # a table's column head is no label
        number = forms.NumberInput(attrs={"aria-label": _("Order"), "min": 0})
        return super().get_changelist_form(request, **{"widgets": {"order": number}, **kwargs})

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        actions.tell(form.instance, "menu-change", by=request.user)  # type: ignore[arg-type]

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        actions.tell(obj, "menu-remove", by=request.user)  # type: ignore[arg-type]
        super().delete_model(request, obj)

    def get_actions(self, request: HttpRequest) -> Any:
        """None for many rows at once: each removal stands in the log."""
        return {}
