"""The desk: Django's admin under our own name."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from activity.models import record
from articles import board
from newsroom import menu
from outlet.clock import in_the_outlets_time

# What is used most comes first, in every language; what is not named here comes last.
SCREENS = (
    "Article", "Case", "Image", "Author", "Tag", "Section", "Topic", "Appeal", "WayToSupport", "Supporter", "Tier",
    "Service", "Delivery", "Subscriber", "Ad", "PageText", "MenuItem", "Outlet", "User", "Entry",
    "Message",
)  # fmt: skip
LEAVE: Any = Script("desk/leave.js", type="module")


class Screen(admin.ModelAdmin):
    """What all screens of the desk share. It stands between an app's own admin class and Django's."""

    formfield_overrides = {models.URLField: {"widget": forms.URLInput}}
    show_full_result_count = False  # a second count of all rows, which no list of ours shows
    # What an empty list says; an app's class may know something better.
    nothing_here = _("There is nothing here yet.")

    @property
    def media(self) -> forms.Media:
        """Django's scripts (jQuery and what hangs on it) serve pop-ups and inlines that we do not have."""
        return forms.Media(css={"all": ["desk/form.css", "desk/screens.css"]}, js=[LEAVE])

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        """A choice among rows is a plain one: adding to them has screens of its own."""
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    @in_the_outlets_time
    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        name = capfirst(self.opts.verbose_name_plural)
        own = {"title": name, "nothing_here": self.nothing_here}
        return super().changelist_view(request, own | (extra_context or {}))

    @in_the_outlets_time
    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return super().changeform_view(request, *args, **kwargs)

    @in_the_outlets_time
    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        return super().history_view(request, object_id, extra_context)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """The media without that of Django's inlines, whose rows are ours (templates/admin/edit_inline/)."""
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        context["media"] = sum((each.media for each in formsets), self.media + context["adminform"].form.media)
        for form in (context["adminform"].form, *(form for each in formsets for form in each.forms)):
            form.label_suffix = ""  # labels stand above their fields
        return super().render_change_form(request, context, *args, **kwargs)


def on_our_screens(admin_class: type[admin.ModelAdmin] | None) -> type[admin.ModelAdmin]:
    """The admin class with ours under it: whatever it says itself is said last."""
    if admin_class is None or issubclass(Screen, admin_class):
        return Screen
    names = {"__module__": admin_class.__module__, "__doc__": admin_class.__doc__}
    return type(admin_class.__name__, (admin_class, Screen), names)


def _place(model: dict[str, Any]) -> int:
    """Where the name of a screen stands among the others."""
    return SCREENS.index(model["object_name"]) if model["object_name"] in SCREENS else len(SCREENS)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What somebody finds at an address of the desk for which they lack the right."""
    return render(request, "403.html", admin.site.each_context(request) | {"title": _("Not for you")}, status=403)


class Autocomplete(AutocompleteJsonView):
    """Django's, but a screen may say what its things are called in front of this person."""

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        result = super().serialize_result(obj, to_field_name)
        label = getattr(self.model_admin, "autocomplete_label", None)
        return result | {"text": label(self.request, obj)} if label else result


class DeskSite(admin.AdminSite):
    """The admin site; its home and names are the newsroom's."""

    site_header = _("Newsroom desk")
    site_title = _("Newsroom desk")
    index_title = _("Desk")
    empty_value_display = "–"
    # The names of all screens stand in the header (templates/admin/base_site.html).
    enable_nav_sidebar = False

    @in_the_outlets_time
    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The board: what waits for this person, and what the others are at."""
        user: Any = request.user
        home = board.of(user)
        found = {"panels": home.panels, "more": home.more}
        return super().index(request, found | (extra_context or {}))

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        context = super().each_context(request)
        return context | {"desk_menu": menu.groups(context["available_apps"])}

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        if app_label is None and hasattr(request, "desk_apps"):
            return request.desk_apps  # the home asks twice
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=_place)
        apps = sorted(apps, key=lambda app: _place(app["models"][0]))
        if app_label is None:
            request.desk_apps = apps  # type: ignore[attr-defined]
        return apps

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        super().register(model_or_iterable, on_our_screens(admin_class), **options)

    def autocomplete_view(self, request: HttpRequest) -> HttpResponseBase:  # type: ignore[override]
        return Autocomplete.as_view(admin_site=self)(request)

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        """Django's page; the change stands in the log."""
        response = super().password_change(request, extra_context)
        if request.method == "POST" and response.status_code == 302:
            record(request.user, "password-change", by=request.user)  # type: ignore[arg-type]
        return response
