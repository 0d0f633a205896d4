"""What became of a standing page: its versions, and the two verbs that change what readers have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from activity.models import Entry
from activity.verbs import title
from body import text as body_text
from outlet import actions, preflight
from outlet.models import PageEdition, PageText
from outlet.refusals import Refused

if TYPE_CHECKING:
    from outlet.admin.page import PageTextAdmin

MOST = 200
ASKS = {
    "publish": (gettext_lazy("Publish"), gettext_lazy("Readers get this version at once.")),
    "unpublish": (
        gettext_lazy("Unpublish"),
        gettext_lazy("The address says that the page was taken back; menus lose it. The draft stays."),
    ),
}


def publication(text: PageText, answering: PageEdition | None) -> str:
    """What readers have, as the lists of the desk show it."""
    if answering is None:
        state, label = "never", _("Never published")
    elif answering.notice:
        state, label = "unpublished", _("Unpublished")
    elif answering.revision and answering.revision.number != text.version:
        state, label = "live", _("Live, with unpublished changes")
    else:
        state, label = "live", _("Live")
    return format_html('<span class="list-public list-public-{}">{}</span>', state, label)


def ask(desk: PageTextAdmin, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Asks (GET) and does (POST)."""
    user: Any = request.user
    if not user.has_perm(actions.PUBLISH):
        raise PermissionDenied
    text = get_object_or_404(PageText.objects.select_related("page"), pk=pk)
    back = reverse("admin:outlet_pagetext_change", args=[pk])
    refusal = None
    if request.method == "POST":
        try:
            if verb == "publish":
                edition = actions.publish(text, by=user, version=_version_seen(request))
                messages.success(request, _("Published at %(path)s.") % {"path": edition.path})
            else:
                actions.unpublish(text, by=user, reason=request.POST.get("reason", ""))
                messages.success(request, _("The page is taken back."))
        except Refused as refused:
            refusal = refused
        else:
            return HttpResponseRedirect(back)
    label, tells = ASKS[verb]
    context = desk.admin_site.each_context(request) | {
        "title": label,
        "text": text,
        "opts": desk.opts,
        "tells": tells,
        "verb": verb,
        "problems": preflight.problems(text) if verb == "publish" else [],
        "refusal": refusal,
        "answering": text.editions.live().first(),
        "media": desk.media,
    }
    status = 422 if refusal else 200
    return TemplateResponse(request, "admin/outlet/pagetext/verb.html", context, status=status)


def history(desk: PageTextAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """Versions, what readers had and the log, newest first."""
    if not desk.has_view_permission(request):
        raise PermissionDenied
    if not object_id.isdigit():
        raise Http404
    text = get_object_or_404(PageText.objects.select_related("page"), pk=object_id)
    entries = Entry.objects.about(text).select_related("by")[:MOST]
    context = desk.admin_site.each_context(request) | {
        "title": _("History"),
        "text": text,
        "opts": desk.opts,
        "revisions": text.revisions.select_related("saved_by").defer("body")[:MOST],
        "editions": text.editions.select_related("made_by", "revision").defer("blocks")[:MOST],
        "entries": [(entry, title(entry.verb)) for entry in entries],
        "media": desk.media,
    }
    return TemplateResponse(request, "admin/outlet/pagetext/history.html", context)


def version(desk: PageTextAdmin, request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One version as it was; POST writes it back into the working copy."""
    user: Any = request.user
    if not desk.has_view_permission(request):
        raise PermissionDenied
    text = get_object_or_404(PageText.objects.select_related("page"), pk=pk)
    found = get_object_or_404(text.revisions.select_related("saved_by"), number=number)
    if request.method == "POST":
        try:
            actions.restore(found, by=user, version=_version_seen(request))
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Version %(number)s restored") % {"number": number})
        return HttpResponseRedirect(reverse("admin:outlet_pagetext_change", args=[pk]))
    context = desk.admin_site.each_context(request) | {
        "title": str(found),
        "text": text,
        "opts": desk.opts,
        "revision": found,
        "words": body_text.plain(found.body),
        "may_restore": user.has_perm(actions.CHANGE) and number != text.version,
        "media": desk.media,
    }
    return TemplateResponse(request, "admin/outlet/pagetext/version.html", context)


def _version_seen(request: HttpRequest) -> int:
    """The version that the person looked at; one that there never was where the form does not say."""
    sent = request.POST.get("version", "")
    return int(sent) if sent.isdigit() else -1
