"""Roles become Django's groups, with exactly the permissions of the table."""

from typing import Any

from django.apps import apps as installed
from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import DEFAULT_DB_ALIAS

from staff.roles import ROLES


def write_roles(*, apps: Apps = installed, using: str = DEFAULT_DB_ALIAS, **_signal: Any) -> None:
    """Brings the groups in line with the table; runs after every ``migrate`` and may run at any time.

    A permission whose model is not migrated yet is left out; the run after its migration adds it.
    """
    try:
        group_model, permission_model = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    except LookupError:
        return
    wanted = {permission for role in ROLES.values() for permission in role.permissions}
    # Django makes permissions app by app, after this signal has come for ours.
    for label in sorted({permission.partition(".")[0] for permission in wanted}):
        if installed.is_installed(label):
            create_permissions(installed.get_app_config(label), apps=apps, using=using, verbosity=0)

    rows = permission_model.objects.using(using).select_related("content_type")
    present = {f"{row.content_type.app_label}.{row.codename}": row for row in rows}
    for role in ROLES.values():
        group, _made = group_model.objects.using(using).get_or_create(name=role.name)
        group.permissions.set([present[name] for name in role.permissions if name in present])
