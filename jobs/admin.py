"""The outbox at the desk: to look at, and to try again what failed."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from jobs import outbox
from jobs.models import Message


class SentFilter(admin.SimpleListFilter):
    """What still has to be sent, and what was."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("waiting", _("Waiting")), ("failing", _("Failing")), ("sent", _("Sent"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Message]) -> QuerySet[Message]:
        waiting = queryset.filter(sent_at=None)
        chosen = {
            "waiting": waiting,
            "failing": waiting.exclude(last_error=""),
            "sent": queryset.exclude(sent_at=None),
        }
        return chosen.get(self.value() or "", queryset)


@admin.register(Message)
class MessageAdmin(admin.ModelAdmin[Message]):
    """Nobody writes or removes messages by hand."""

    list_display = ["__str__", "created_at", "due_at", "sent_at", "attempts", "retry_at", "error_line"]
    list_filter = [SentFilter, "topic"]
    ordering = ["-id"]
    actions = ["try_again"]
    nothing_here = _("Nothing has to be sent.")

    @admin.display(description=_("last error"))
    def error_line(self, message: Message) -> str:
        """The end of a traceback is what says what went wrong."""
        return message.last_error.strip().rpartition("\n")[2][:200]

    @admin.action(description=_("Try again now"), permissions=["retry"])
    def try_again(self, request: HttpRequest, queryset: QuerySet[Message]) -> None:
        """Ends the waiting after a failure; what is due only later stays so."""
        count = outbox.overdue(timezone.now()).filter(pk__in=queryset.values("pk")).update(retry_at=None)
        text = ngettext("%(count)d message is tried again now.", "%(count)d messages are tried again now.", count)
        self.message_user(request, text % {"count": count}, messages.SUCCESS if count else messages.WARNING)

    def has_retry_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("jobs.change_message")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Message | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Message | None = None) -> bool:
        return False
