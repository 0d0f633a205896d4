"""Signing in by a link that is sent by mail: it works once, within a quarter of an hour, and needs no password.

Whether an address is known is told by nothing: answer, queries and hashes are the same. A link of nobody is written
down and posted too; the worker drops it. So nobody can have us write to strangers either.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from jobs import mail, outbox
from outlet import languages
from outlet.models import Outlet
from support import limits, sessions
from support.models import SignInLink, Supporter
from support.models.link import MINUTES

TOPIC = "sign-in"
SIGNER = Signer(salt="support.sign-in")
OF_A_SENDER = ((10, timedelta(minutes=10)), (60, timedelta(days=1)))
OF_AN_ADDRESS = ((3, timedelta(minutes=15)), (10, timedelta(days=1)))
PER_HOUR = 1000  # from everybody


@transaction.atomic
def ask(email: str, *, language: str, next: str, address: str, at: datetime | None = None) -> None:
    """Posts a link, or what looks like one. Raises ``limits.TooMany``, for known and unknown addresses alike."""
    now = at or timezone.now()
    limits.count("sign-in", address, limits=OF_A_SENDER, at=now, of_all=PER_HOUR)
    limits.count("sign-in-to", email.strip().lower(), limits=OF_AN_ADDRESS, at=now)
    supporter = Supporter.objects.at(email).active(sessions.today()).first()
    link = SignInLink.objects.create(
        supporter=supporter, language=language, next=next, until=now + timedelta(minutes=MINUTES)
    )
    outbox.post(TOPIC, {"link": link.pk})


@transaction.atomic
def use(token: str, *, at: datetime | None = None) -> SignInLink | None:
    """The link, used up by this; None where it was made up, was used before, has ended, or the support has."""
    try:
        key = SIGNER.unsign(token)
    except BadSignature:
        return None
    now = at or timezone.now()
    open_ones = SignInLink.objects.filter(key=key, supporter__isnull=False, used_at=None, until__gt=now)
    if not open_ones.update(used_at=now):
        return None
    link = SignInLink.objects.select_related("supporter__tier").get(key=key)
    return link if link.supporter and link.supporter.is_active(sessions.today()) else None


def address_of(link: SignInLink) -> str:
    """Where the letter leads."""
    return f"{settings.SITE_URL}{languages.prefix(link.language)}sign-in/{SIGNER.sign(link.key)}/"


def own_path(path: str) -> str:
    """The path if it is one of a page of ours for readers, else ""."""
    is_ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if is_ours and not path.startswith("/admin") and len(path) <= 300 and path.isprintable() else ""


@outbox.handler(TOPIC)
def deliver(payload: dict[str, Any]) -> None:
    """Sends the letter; that of nobody, or of a link that has ended meanwhile, is dropped."""
    link = SignInLink.objects.select_related("supporter").filter(pk=payload["link"]).first()
    if link is None or link.supporter is None or link.used_at or link.until <= timezone.now():
        return
    with translation.override(link.language):
        outlet = Outlet.objects.current().text(link.language).name
        subject = _("Sign in to %(outlet)s") % {"outlet": outlet}
        about = {"link": address_of(link), "minutes": MINUTES, "outlet": outlet, "name": link.supporter.name}
        body = render_to_string("support/sign_in.txt", about)
    mail.send(link.supporter.email, subject, body, key=f"sign-in-{link.pk}")
