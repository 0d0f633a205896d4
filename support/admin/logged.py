"""What the screens of support share: their history is what the log says, and Django keeps no second one."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from activity.models import Entry
from activity.verbs import title
from outlet.clock import in_the_outlets_time

MOST = 200


class LoggedAdmin(admin.ModelAdmin):
    """Django's own history would keep names and addresses of those who want to be forgotten."""

    def get_actions(self, request: HttpRequest) -> Any:
        """None for many rows at once: each removal stands in the log."""
        return {}

    def log_addition(self, request: HttpRequest, object: Any, message: Any) -> Any:
        return None

    def log_change(self, request: HttpRequest, object: Any, message: Any) -> Any:
        return None

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        return None

    @in_the_outlets_time
    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        thing = self.get_object(request, object_id)
        if thing is None:
            raise Http404
        found = Entry.objects.about(thing).select_related("by")[:MOST]
        context = {"title": _("History"), "opts": self.opts, "object": thing, "media": self.media}
        context["entries"] = [(entry, title(entry.verb)) for entry in found]
        return TemplateResponse(request, "admin/support/history.html", self.admin_site.each_context(request) | context)
