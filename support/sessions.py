"""Who of the supporters is signed in: a signed cookie, set for those alone who followed the link sent to them.

No public page reads it, so all of them stay the same for everybody; what is personal stands at addresses of its own
that no cache keeps (``support.urls``).
"""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from outlet.models import Outlet
from support.models import Supporter

COOKIE = "supporter"
KEPT = timedelta(days=90)
SIGNER = signing.TimestampSigner(salt="support.session")


def sign_in(response: HttpResponse, supporter: Supporter) -> None:
    """Has the browser remember who this is."""
    response.set_cookie(
        COOKIE,
        SIGNER.sign(f"{supporter.pk}.{supporter.sessions}"),
        max_age=KEPT,
        secure=settings.IS_HTTPS,
        httponly=True,
        samesite="Lax",
    )


def sign_out(response: HttpResponse) -> None:
    """Has the browser forget it."""
    response.delete_cookie(COOKIE, samesite="Lax")


def supporter(request: HttpRequest) -> Supporter | None:
    """The supporter of this browser, as long as they carry the paper; None for everybody else."""
    try:
        value = SIGNER.unsign(request.COOKIES.get(COOKIE, ""), max_age=KEPT)
    except signing.BadSignature:
        return None
    number, _dot, sessions = value.partition(".")
    found = Supporter.objects.select_related("tier").filter(pk=number, sessions=sessions).first()
    return found if found and found.is_active(today()) else None


def today() -> date:
    """The day it is where the outlet is."""
    return timezone.localdate(timezone=Outlet.objects.current().zone)
