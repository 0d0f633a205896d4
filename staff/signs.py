"""Signing in and out stands in the log."""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from activity.models import record
from staff.models import User


@receiver(user_logged_in, dispatch_uid="staff.signed_in")
def signed_in(*, user: User, **_signal: Any) -> None:
    """Django's signal after a sign-in."""
    record(user, "sign-in", by=user)


@receiver(user_logged_out, dispatch_uid="staff.signed_out")
def signed_out(*, user: User | None, **_signal: Any) -> None:
    """Django's signal before a sign-out; ``user`` is empty where nobody was signed in."""
    if user is not None:
        record(user, "sign-out", by=user)


@receiver(user_login_failed, dispatch_uid="staff.sign_in_failed")
def sign_in_failed(*, credentials: dict[str, Any], **_signal: Any) -> None:
    """Django's signal after a refused sign-in."""
    # What is nobody's name is not kept in any form: people type passwords into that field.
    person = User.objects.filter(username=credentials.get("username")).first()
    if person is not None:
        record(person, "sign-in-fail", by=None)
