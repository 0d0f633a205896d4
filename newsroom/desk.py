"""The desk: Django's admin under our own name."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from activity.models import record


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
    # The names of all screens stand in the header (templates/admin/base_site.html).
    enable_nav_sidebar = False

    def autocomplete_view(self, request: HttpRequest) -> HttpResponseBase:  # type: ignore[override]
        return Autocomplete.as_view(admin_site=self)(request)

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        """Django's page; the change stands in the log."""
        response = super().password_change(request, extra_context)
        if request.method == "POST" and response.status_code == 302:
            record(request.user, "password-change", by=request.user)  # type: ignore[arg-type]
        return response
