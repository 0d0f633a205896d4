"""Where an invitation leads."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth import login
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from staff import invitations
from staff.models import Invitation


@sensitive_post_parameters()
@csrf_protect
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Takes a first password and lets its owner in. Looking uses up nothing: mail programs look at links."""
    invited = invitations.find(token)
    if invited is None:
        return _closed(request, _("There is no such invitation. Is the link complete?"), status=404)
    if not invited.is_open(timezone.now()):
        return _closed(request, _why_closed(invited), status=410)
    form: Any = SetPasswordForm(invited.person, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = invitations.accept(invited, password=form.cleaned_data["new_password1"])
        except invitations.Gone:
            invited.refresh_from_db()
            return _closed(request, _why_closed(invited), status=410)
        login(request, person)
        return redirect("admin:index")
    title = _("Welcome, %(name)s") % {"name": invited.person.first_name or invited.person}
    return _page(request, {"title": title, "invitation": invited, "form": form})


def _why_closed(invited: Invitation) -> str:
    """What to tell somebody who comes with a link that was good once."""
    if invited.accepted_at:
        return _("This invitation has been used. Sign in with the password that you chose.")
    if invited.withdrawn_at:
        return _("This invitation has been withdrawn, or a newer letter is in your mailbox.")
    return _("This invitation has run out. Ask for a new one.")


def _closed(request: HttpRequest, reason: str, *, status: int) -> HttpResponse:
    return _page(request, {"title": _("This link lets nobody in"), "reason": reason}, status=status)


def _page(request: HttpRequest, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    response = render(request, "staff/invitation.html", admin.site.each_context(request) | context, status=status)
    # The address is a secret: it is told to nobody else, not even to the rest of this site but to its own form.
    response.headers["Referrer-Policy"] = "same-origin"
    return response
