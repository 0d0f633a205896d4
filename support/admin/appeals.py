"""Appeals at the desk: written, looked at as a reader would, and how well they do; and the ways to support us."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet, Sum
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from articles.admin import listing
from articles.admin.pick.shown import show_what_was_chosen
from outlet.clock import in_the_outlets_time
from outlet.texts import TextInline
from support.appeals import actions, counts, preview
from support.appeals.forms import AppealForm
from support.models import Appeal, WayText, WayToSupport

ROWS: Any = Script("desk/tags.js", type="module")
PICK: Any = Script("desk/pick.js", type="module")
# Of the page of rates, in days; None is all the time.
PERIODS = ((30, gettext_lazy("30 days")), (None, gettext_lazy("All the time")))


@admin.register(Appeal)
class AppealAdmin(admin.ModelAdmin[Appeal]):
    """Nothing is removed here: what was counted belongs to it. What is no longer wanted is switched off."""

    form = AppealForm
    change_form_template = "admin/support/appeal/change_form.html"
    change_list_template = "admin/support/appeal/change_list.html"
    list_display = ("named", "language", "where", "state", "weight", "shown", "pressed")
    list_filter = ("is_on", "language", "place")
    search_fields = ("name", "title", "text")
    search_help_text = gettext_lazy("Name, title or text")
    nothing_here = gettext_lazy("There is no appeal yet. Write the first one, and look at it as a reader would.")
    fieldsets = (
        (None, {"fields": ("name", "language", "title", "text", "picture", "button", "address")}),
        (gettext_lazy("Where it stands"), {"fields": ("place", "after", "sections", "tags")}),
        (gettext_lazy("When, and how often"), {"fields": ("is_on", "begins_at", "ends_at", "weight")}),
    )

    class Media:
        css = {"all": ["desk/article.css", "desk/dialog.css"]}
        js = (ROWS, PICK)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Appeal]:
        counted = {name: Sum(f"days__{name}", default=0) for name in (counts.SHOWN, counts.PRESSED)}
        return super().get_queryset(request).annotate(**{f"times_{name}": value for name, value in counted.items()})

    def has_delete_permission(self, request: HttpRequest, obj: Appeal | None = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("appeal"), ordering="name")
    def named(self, appeal: Appeal) -> str:
        return listing.entry(appeal.name, appeal.title)

    @admin.display(description=gettext_lazy("place"), ordering="place")
    def where(self, appeal: Appeal) -> str:
        if appeal.place == "end":
            return _("End of the article")
        return _("After paragraph %(number)d") % {"number": appeal.after}

    @admin.display(description=gettext_lazy("state"))
    def state(self, appeal: Appeal) -> str:
        now = timezone.now()
        if not appeal.is_on:
            return pgettext("appeal", "Off")
        if appeal.begins_at and appeal.begins_at > now:
            return _("From %(moment)s") % {"moment": listing.short_time(appeal.begins_at)}
        return _("Running") if appeal.is_running(now) else _("Over")

    @admin.display(description=gettext_lazy("seen"), ordering="times_shown")
    def shown(self, appeal: Any) -> int:
        return appeal.times_shown

    @admin.display(description=gettext_lazy("followed"), ordering="times_pressed")
    def pressed(self, appeal: Any) -> int:
        return appeal.times_pressed

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        form.before = Appeal.objects.filter(pk=form.instance.pk).first() if change else None
        return super().save_form(request, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        actions.settle_appeal(form.instance, by=request.user, before=form.before)  # type: ignore[arg-type]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        show_what_was_chosen(context["adminform"].form, [], request.user)  # type: ignore[arg-type]
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("rates/", wrap(in_the_outlets_time(partial(_rates, self))), name="support_appeal_rates"),
            path("<int:pk>/preview/", wrap(partial(_preview, self)), name="support_appeal_preview"),
            *super().get_urls(),
        ]


def _preview(desk: AppealAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """As a reader sees it, for those who may read appeals here."""
    if not desk.has_view_or_change_permission(request):
        raise PermissionDenied
    return preview.page(request, get_object_or_404(Appeal, pk=pk))


def _rates(desk: AppealAdmin, request: HttpRequest) -> HttpResponse:
    """How often those who saw an appeal followed it, and whether that says which is better."""
    if not desk.has_view_or_change_permission(request):
        raise PermissionDenied
    days = 30 if request.GET.get("days") == "30" else None
    groups = [(name, rows, counts.best(rows)) for name, rows in counts.by_language(counts.rates(days=days))]
    context = {
        "title": _("How appeals do"),
        "opts": desk.opts,
        "groups": groups,
        "days": days,
        "periods": PERIODS,
        "least": counts.LEAST_SHOWN,
    }
    return TemplateResponse(request, "admin/support/appeal/rates.html", desk.admin_site.each_context(request) | context)


class WayTextInline(TextInline):
    """A card of words for each language; who may change the way may change these."""

    model = WayText

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission


@admin.register(WayToSupport)
class WayToSupportAdmin(admin.ModelAdmin[WayToSupport]):
    """What stands on the page on support, in order."""

    list_display = ("named", "languages", "order")
    list_editable = ("order",)
    fields = ("value", "order")
    inlines = (WayTextInline,)
    nothing_here = gettext_lazy(
        "There is nothing to copy on the page on support yet. Add the number of an account, or an address."
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[WayToSupport]:
        return super().get_queryset(request).prefetch_related("texts")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "value":
            kwargs["widget"] = forms.Textarea(attrs={"rows": 3, "spellcheck": "false"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description=gettext_lazy("way to support us"))
    def named(self, way: WayToSupport) -> str:
        return listing.entry(str(way), way.value)

    @admin.display(description=gettext_lazy("languages"))
    def languages(self, way: WayToSupport) -> str:
        return listing.languages_of(way.texts.all())

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> type[forms.ModelForm]:
        # a table's column head is no label
        number = forms.NumberInput(attrs={"aria-label": _("Order"), "min": 0})
        return super().get_changelist_form(request, **{"widgets": {"order": number}, **kwargs})

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        form.value_before = form.initial.get("value", "")
        return super().save_form(request, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        about = {"is_new": not change, "value_before": form.value_before}
        actions.settle_way(form.instance, by=request.user, **about)  # type: ignore[arg-type]

    def delete_model(self, request: HttpRequest, obj: WayToSupport) -> None:
        actions.remove_way(obj, by=request.user)  # type: ignore[arg-type]

    def get_actions(self, request: HttpRequest) -> Any:
        """None for many rows at once: each removal stands in the log."""
        return {}
