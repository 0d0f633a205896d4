"""What came of the events of membership services: to look at, for thirty days."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from support.models import Delivery

# What stands in ``because``; a part of what could not be read stands there by the name that the service gave it.
WHY = {
    "json": _("not JSON"),
    "unknown": _("nobody here has this address"),
    "not-paying": _("the member does not pay"),
    "declined": _("a payment was declined; nothing changes until it is made or the pledge ends"),
    "no-address": _("the service told no e-mail address"),
    "event": _("an event of another kind"),
    "carried-elsewhere": _("another service carries this supporter"),
}


@admin.register(Delivery)
class DeliveryAdmin(admin.ModelAdmin[Delivery]):
    """Nobody writes or removes them by hand. What was in them is not kept."""

    list_display = ("at", "service", "event", "outcome", "supporter", "why", "repeats")
    list_filter = ("service", "outcome")
    list_select_related = ("service", "supporter")
    fields = ("at", "service", "event", "outcome", "why", "supporter", "repeats")
    nothing_here = _("No membership service has told us anything in the last thirty days.")
    ordering = ("-at", "-pk")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Delivery]:
        return super().get_queryset(request).filter(is_cleaned=False)

    @admin.display(description=_("why"))
    def why(self, delivery: Delivery) -> str:
        return str(WHY.get(delivery.because, delivery.because))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
