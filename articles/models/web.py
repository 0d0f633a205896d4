"""Links to other sites."""

from __future__ import annotations

from django.core.validators import URLValidator
from django.db.models import CheckConstraint, Q


def leads_to_the_web(field: str, *, name: str) -> CheckConstraint:
    """A link is empty or begins with http:// or https://: an address such as ``javascript:…`` is a program."""
    scheme = Q(**{f"{field}__istartswith": "https://"}) | Q(**{f"{field}__istartswith": "http://"})
    return CheckConstraint(condition=Q(**{field: ""}) | scheme, name=name, violation_error_message=URLValidator.message)
