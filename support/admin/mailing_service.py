"""The services that send the newsletter: where they are, and whether they take what we send."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from activity.models import record
from jobs import web
from outlet.clock import in_the_outlets_time
from support.models import MailingService
from support.newsletter import service

SHOWN = 50


@admin.register(MailingService)
class MailingServiceAdmin(admin.ModelAdmin[MailingService]):
    """Each change stands in the log, without the secret."""

    list_display = ("name", "address", "is_on")
    fields = ("name", "address", "secret", "is_on")
    change_form_template = "admin/support/mailingservice/change_form.html"
    nothing_here = gettext_lazy(
        "There is no mailing service yet. Without one, export the addresses and send the newsletter by hand."
    )

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in ("address", "secret"):
            attributes = {"autocomplete": "off", "spellcheck": "false", "class": "vTextField"}
            kwargs["widget"] = forms.TextInput(attrs=attributes)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: MailingService, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        record(obj, "mailing-service-change", by=request.user, address=obj.address, is_on=obj.is_on)  # type: ignore[arg-type]

    def delete_model(self, request: HttpRequest, obj: MailingService) -> None:
        record(obj, "mailing-service-remove", by=request.user)  # type: ignore[arg-type]
        super().delete_model(request, obj)

    def get_model_perms(self, request: HttpRequest) -> dict[str, bool]:
        """Not among the desk's screens, of which there are many: the list of subscribers leads here."""
        return {}

    def get_actions(self, request: HttpRequest) -> Any:
        """None for many rows at once: each removal stands in the log."""
        return {}

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(in_the_outlets_time(partial(_deliveries, self)))
        own = path("<int:pk>/deliveries/", view, name="support_mailingservice_deliveries")
        return [own, *super().get_urls()]


def _deliveries(desk: MailingServiceAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """What was sent lately, and what went wrong (GET); a message to try the way (POST)."""
    if not desk.has_change_permission(request):
        raise PermissionDenied
    mailing_service = get_object_or_404(MailingService, pk=pk)
    here = reverse("admin:support_mailingservice_deliveries", args=[pk])
    if request.method == "POST":
        if mailing_service.is_on:
            service.test(mailing_service)
            messages.success(request, _("The test is on its way. Look here again in a few seconds."))
        else:
            messages.error(request, _("Switch the service on first."))
        return HttpResponseRedirect(here)
    context = {
        "title": _("Deliveries"),
        "opts": desk.opts,
        "service": mailing_service,
        "rows": [_row(message) for message in service.messages(mailing_service)[:SHOWN]],
    }
    template = "admin/support/mailingservice/deliveries.html"
    return TemplateResponse(request, template, desk.admin_site.each_context(request) | context)


def _row(message: Any) -> dict[str, Any]:
    """A line of the table. No address of a reader stands there."""
    return {"message": message, "event": message.payload["content"]["event"], "error": _why(message.last_error)}


def _why(traceback: str) -> str:
    """The end of a traceback is what says what went wrong."""
    kind, _colon, words = traceback.strip().rpartition("\n")[2].partition(": ")
    if kind.endswith(web.NotOutside.__name__):
        return _("The address does not lead to a public site.")
    return (words or kind)[:200]
