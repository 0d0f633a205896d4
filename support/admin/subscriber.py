"""Who gets the newsletter, for those who may see addresses. Nobody is added by hand: each has to confirm."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outlet import languages
from outlet.clock import in_the_outlets_time
from support.models import Subscriber
from support.models.newsletter import State
from support.newsletter import actions
from support.newsletter.counts import tally
from support.newsletter.export import export


class StateFilter(admin.SimpleListFilter):
    """Of what has ended there is nothing to list."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(state, state.label) for state in (State.CONFIRMED, State.ASKED)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Subscriber]) -> QuerySet[Subscriber]:
        return queryset.filter(state=self.value()) if self.value() else queryset


@admin.register(Subscriber)
class SubscriberAdmin(admin.ModelAdmin[Subscriber]):
    """To be looked at, exported, and deleted on request."""

    list_display = ("email", "language", "state", "asked_at", "confirmed_at")
    list_filter = (StateFilter, "language")
    search_fields = ("email",)
    search_help_text = gettext_lazy("A part of the address")
    ordering = ("-asked_at", "-pk")
    fields = ("email", "language", "state", "asked_at", "confirmed_at")
    change_list_template = "admin/support/subscriber/change_list.html"
    nothing_here = gettext_lazy(
        "Nobody has asked for the newsletter yet. Readers see its form as soon as the outlet’s texts say what you send."
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Subscriber]:
        return super().get_queryset(request).known()  # type: ignore[attr-defined]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Subscriber | None = None) -> bool:
        return False

    def get_actions(self, request: HttpRequest) -> Any:
        """None for many rows at once: each deletion stands in the log."""
        return {}

    def delete_model(self, request: HttpRequest, obj: Subscriber) -> None:
        actions.forget(obj, by=request.user)  # type: ignore[arg-type]

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("counts/", view(in_the_outlets_time(partial(_counts, self))), name="support_subscriber_counts"),
            path("export/", view(partial(_export, self)), name="support_subscriber_export"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        own = {
            "may_export": request.user.has_perm("support.export_subscriber"),
            "may_see_services": request.user.has_perm("support.view_mailingservice"),
        }
        return super().changelist_view(request, own | (extra_context or {}))


def _counts(desk: SubscriberAdmin, request: HttpRequest) -> HttpResponse:
    """Who came and went, by month. No address stands there."""
    if not desk.has_view_or_change_permission(request):
        raise PermissionDenied
    context = {"title": _("Subscribers by month"), "opts": desk.opts, "tally": tally()}
    template = "admin/support/subscriber/counts.html"
    return TemplateResponse(request, template, desk.admin_site.each_context(request) | context)


def _export(desk: SubscriberAdmin, request: HttpRequest) -> HttpResponseBase:
    """The file. A POST, as it stands in the log."""
    user: Any = request.user
    if not user.has_perm("support.export_subscriber"):
        raise PermissionDenied
    if request.method != "POST" or "_export" not in request.POST:
        return HttpResponseNotAllowed(["POST"])
    language = request.POST.get("language", "")
    lines = export(by=user, language=language if language in languages.codes() else "")
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="newsletter-{timezone.localdate():%Y-%m-%d}.csv"'
    return response
