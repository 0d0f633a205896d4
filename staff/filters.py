"""By what the list of people can be narrowed."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from staff.models import User
from staff.roles import ROLES


class RoleFilter(admin.SimpleListFilter):
    """People with a role."""

    title = _("role")
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [(role.name, role.title) for role in ROLES.values()]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[User]) -> models.QuerySet[User]:
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


class StateFilter(admin.SimpleListFilter):
    """Who may sign in, who has not come yet, who was suspended."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [
            ("in", _("may sign in")),
            ("expected", _("invited, or without a password")),
            ("suspended", _("suspended")),
        ]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[User]) -> models.QuerySet[User]:
        without_password = models.Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)
        states = {
            "in": models.Q(is_active=True) & ~without_password,
            "expected": models.Q(is_active=True) & without_password,
            "suspended": models.Q(is_active=False),
        }
        chosen = states.get(self.value() or "")
        return queryset.filter(chosen) if chosen else queryset
