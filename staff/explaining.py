"""The table of roles in plain words, made from the table itself, so that it cannot be out of date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.contrib import admin
from django.contrib.auth import get_permission_codename
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from staff.roles import ROLES, Role

DEEDS = {"add": _("add"), "change": _("change"), "delete": _("remove"), "view": _("look at")}


@dataclass(frozen=True)
class Explained:
    """A role: all that the roles in ``includes`` may, and beyond that these sentences by the name of a thing."""

    role: Role
    includes: list[Role]
    things: dict[str, list[str]]


def explain() -> list[Explained]:
    """All roles, in the order of the table."""
    return [_explained(role) for role in ROLES.values()]


def _explained(role: Role) -> Explained:
    lesser = [other for other in ROLES.values() if other.permissions < role.permissions]
    # "All that an editor may" says already that a reporter's is among it.
    includes = [one for one in lesser if not any(one.permissions < other.permissions for other in lesser)]
    own = role.permissions.difference(*(other.permissions for other in includes))
    # What has no screen of its own (the words of a thing in each language) belongs to a thing that has.
    models_shown = (model for model in apps.get_models() if admin.site.is_registered(model))
    things = {str(capfirst(model._meta.verbose_name_plural)): list(_sentences(model, own)) for model in models_shown}
    longest_first = sorted(things.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return Explained(role, includes, {name: sentences for name, sentences in longest_first if sentences})


def _sentences(model: type[models.Model], permissions: frozenset[str]) -> Iterator[str]:
    """What may be done with the things of one model."""
    options = model._meta
    plain = [
        str(DEEDS[action])
        for action in options.default_permissions
        if f"{options.app_label}.{get_permission_codename(action, options)}" in permissions
    ]
    if plain:
        yield capfirst(", ".join(plain))
    for codename, title in options.permissions:
        if f"{options.app_label}.{codename}" in permissions:
            yield str(title)
