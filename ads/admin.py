"""Ads at the desk: own ones with their counts, snippets of providers, and the notice on ad blockers."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.defaultfilters import floatformat
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ads import actions, counts
from ads.forms import AdForm, SnippetForm
from ads.models import Ad, Notice, NoticeText, Place, Snippet, State
from articles.admin import listing
from articles.admin.pick.shown import show_what_was_chosen
from articles.admin.texts import EachLanguageInline

PICK: Any = Script("desk/pick.js", type="module")
WHERE = ("place", "paragraph", "language", "sections")
WHEN = ("begins", "ends", "weight", "is_on")


class StateFilter(admin.SimpleListFilter):
    """By what readers have of an ad now."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(State.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = self.value()
        if chosen not in State.values:
            return queryset
        found = Ad.objects.in_state(chosen, timezone.now()).order_by()
        return queryset.filter(pk__in=found.values("pk"))


class PlacedAdmin(admin.ModelAdmin):
    """What own ads and snippets share."""

    list_filter = (StateFilter, "place", "language")
    search_fields = ("advertiser",)
    search_help_text = _("Advertiser")
    actions = None
    change_form_template = "admin/ads/ad/change_form.html"
    change_list_template = "admin/ads/ad/change_list.html"

    class Media:
        css = {"all": ["desk/ads.css"]}

    @admin.display(description=_("place"), ordering="place")
    def where(self, ad: Ad) -> str:
        """The place, and in which sections."""
        place = ad.get_place_display()
        if ad.place == Place.TEXT:
            place = gettext("In stories, after paragraph %(number)d") % {"number": ad.paragraph}
        sections = ", ".join(str(section) for section in ad.sections.all()) or gettext("Everywhere")
        return format_html('{}<span class="list-line">{}</span>', place, sections)

    @admin.display(description=_("state"))
    def state(self, ad: Ad) -> str:
        """In a word, and from when to when."""
        begins = listing.short_time(ad.begins)
        span = format_html("{} – {}", begins, listing.short_time(ad.ends) if ad.ends else "…")
        return format_html('{}<span class="list-line">{}</span>', ad.state(timezone.now()).label, span)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("image").prefetch_related("sections__texts")

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        sections = db_field.remote_field.model.objects.standing().prefetch_related("texts")
        return super().formfield_for_manytomany(db_field, request, queryset=sections, **kwargs)

    def save_model(self, request: HttpRequest, obj: Ad, form: Any, change: bool) -> None:
        actions.check(obj, by=request.user)  # type: ignore[arg-type]
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        actions.tell(form.instance, "ad-change" if change else "ad-add", by=request.user)  # type: ignore[arg-type]

    def delete_model(self, request: HttpRequest, obj: Ad) -> None:
        actions.remove(obj, by=request.user)  # type: ignore[arg-type]


@admin.register(Ad)
class AdAdmin(PlacedAdmin):
    """Own ads, with how often they were seen and pressed."""

    form = AdForm
    list_display = ("named", "where", "language", "state", "seen", "pressed", "share")
    nothing_here = _("There is no ad yet. Empty places show nothing to readers.")
    fieldsets = (
        (None, {"fields": ("advertiser", "label", "image", "alt_text", "link")}),
        (_("Where"), {"fields": WHERE}),
        (_("When and how often"), {"fields": WHEN}),
    )

    class Media:
        css = {"all": ["desk/dialog.css", "desk/reports.css"]}
        js = (PICK,)

    @admin.display(description=_("ad"), ordering="advertiser")
    def named(self, ad: Ad) -> str:
        """The picture, who advertises and where a press leads."""
        return listing.entry(ad.advertiser, ad.link, listing.thumbnail(ad.image))

    @admin.display(description=_("seen"), ordering="shown_sum")
    def seen(self, ad: Any) -> int:
        return ad.shown_sum

    @admin.display(description=_("pressed"), ordering="pressed_sum")
    def pressed(self, ad: Any) -> int:
        return ad.pressed_sum

    @admin.display(description=_("of a hundred"))
    def share(self, ad: Any) -> str:
        """How often it was pressed when it was seen."""
        rate = counts.rate(ad.shown_sum, ad.pressed_sum)
        return "–" if rate is None else f"{floatformat(rate, 1)} %"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Ad]:
        sums = {f"{name}_sum": Coalesce(Sum(f"days__{name}"), 0) for name in (counts.SHOWN, counts.PRESSED)}
        return super().get_queryset(request).filter(provider="").annotate(**sums)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        show_what_was_chosen(context["adminform"].form, [], request.user)  # type: ignore[arg-type]
        if (ad := kwargs.get("obj")) is not None:
            context["sums"] = counts.of(ad, timezone.localdate())
        return super().render_change_form(request, context, *args, **kwargs)


class BesideAds(admin.ModelAdmin):
    """A screen to which the list of ads leads; in the menu of the desk that list stands for all of them."""

    def get_model_perms(self, request: HttpRequest) -> dict[str, bool]:
        return {}


@admin.register(Snippet)
class SnippetAdmin(BesideAds, PlacedAdmin):
    """Providers' snippets; whoever may do all else with ads needs a right of its own for these."""

    form = SnippetForm
    list_display = ("named", "where", "language", "state")
    nothing_here = _(
        "There is no snippet. The operator names providers and their hosts first, in the setting AD_PROVIDERS."
    )
    fieldsets = (
        (None, {"fields": ("advertiser", "label", "provider")}),
        (
            _("What the provider asks for"),
            {"fields": ("script", "element", "element_class", "attributes", "frame", "height")},
        ),
        (_("Where"), {"fields": WHERE}),
        (_("When and how often"), {"fields": WHEN}),
    )

    @admin.display(description=_("snippet"), ordering="advertiser")
    def named(self, snippet: Snippet) -> str:
        """Who advertises, and whose snippet it is."""
        return listing.entry(snippet.advertiser, snippet.provider)


class NoticeTextInline(EachLanguageInline):
    model = NoticeText


@admin.register(Notice)
class NoticeAdmin(BesideAds):
    """There is one: it is added once, then changed."""

    inlines = (NoticeTextInline,)
    fieldsets = ()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        actions.tell(form.instance, "ad-notice", by=request.user)  # type: ignore[arg-type]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        notice = Notice.objects.first()
        if notice is None and not self.has_add_permission(request):
            return super().changelist_view(request, extra_context)
        return redirect("admin:ads_notice_change", notice.pk) if notice else redirect("admin:ads_notice_add")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not Notice.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
