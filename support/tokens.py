"""What proves that a form was sent from a page of ours: there is no session, and Django's CSRF cookie is the desk's.

A token says for what it is and when it was given out. That of a signed-in person is for them alone (``about`` is
``whose(supporter)``), so nobody else can have their browser send it.
"""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.http import HttpRequest

from support.models.supporter import Supporter

SHORTEST, LONGEST = 3, 24 * 60 * 60  # seconds from the form to what is sent
SIGNER = signing.TimestampSigner(salt="support.form")


class TooSoon(Exception):
    """Nobody writes so fast."""


class TooLate(Exception):
    """The form is not one of ours, or was open for longer than a day."""


def token(purpose: str, about: object = "") -> str:
    """Goes out with a form in a hidden field."""
    return SIGNER.sign(f"{purpose}:{about}")


def check(value: str, purpose: str, about: object = "", *, shortest: int = 0) -> None:
    """Raises unless the form was ours and for this; ``shortest=SHORTEST`` where strangers write."""
    try:
        if SIGNER.unsign(value, max_age=LONGEST) != f"{purpose}:{about}":
            raise TooLate
    except signing.BadSignature as error:
        raise TooLate from error
    if not shortest:
        return
    try:
        SIGNER.unsign(value, max_age=shortest)
    except signing.SignatureExpired:
        return
    raise TooSoon


def whose(supporter: Supporter) -> str:
    """Ends with their sign-ins."""
    return f"{supporter.pk}.{supporter.sessions}"


def is_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that a page of ours sent this. One that says nothing leaves it to the token."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    if origin is None:
        return True
    return origin in (settings.SITE_URL, f"{request.scheme}://{request.get_host()}")
