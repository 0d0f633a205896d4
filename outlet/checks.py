"""The first language is fixed at installation: this tells when the settings say something else."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections

from outlet.languages import first_language
from outlet.models import Outlet


def first_language_is_unchanged(*, databases: Sequence[str] | None = None, **_kwargs: Any) -> list[CheckMessage]:
    """outlet.E001: the first language of the settings is not the one that the outlet was set up with."""
    found: list[CheckMessage] = []
    for alias in databases or []:
        # ``migrate`` checks before there are any tables.
        if Outlet._meta.db_table not in connections[alias].introspection.table_names():
            continue
        for stored in Outlet.objects.using(alias).values_list("first_language", flat=True):
            if stored != first_language():
                found.append(
                    Error(
                        f"LANGUAGES begins with “{first_language()}”, but this newspaper was set up with “{stored}”.",
                        hint=f"Every address and every text depends on it. Put “{stored}” first in LANGUAGES.",
                        id="outlet.E001",
                    )
                )
    return found
