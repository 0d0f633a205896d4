"""A permission that no model has would silently give nothing; this names it at start."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.auth import get_permission_codename
from django.core.checks import CheckMessage, Error

from staff.roles import ROLES


def known_permissions() -> Iterator[str]:
    """All permissions that models bring with them, as ``app.codename``."""
    for model in apps.get_models():
        options = model._meta
        for action in options.default_permissions:
            yield f"{options.app_label}.{get_permission_codename(action, options)}"
        for codename, _title in options.permissions:
            yield f"{options.app_label}.{codename}"


def roles_name_real_permissions(**_kwargs: Any) -> list[CheckMessage]:
    """staff.E001: the table of roles names a permission that does not exist."""
    known = set(known_permissions())
    return [
        Error(
            f"The role “{role.name}” names the permission “{permission}”, which no model has.",
            hint="Mend the name in staff/roles.py, or add it to the permissions of its model.",
            obj=role.name,
            id="staff.E001",
        )
        for role in ROLES.values()
        for permission in sorted(role.permissions - known)
    ]
