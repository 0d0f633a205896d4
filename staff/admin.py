"""Where administrators look after people and their roles."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from activity.models import record
from staff import people
from staff.forms import NewPersonForm, PasswordForm, PersonForm
from staff.models import User
from staff.roles import ROLES

# Groups carry the roles of the table (staff/roles.py); edited by hand they would drift from it.
admin.site.unregister(Group)


class RoleFilter(admin.SimpleListFilter):
    """People with a role."""

    title = _("role")
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [(role.name, role.title) for role in ROLES.values()]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[User]) -> models.QuerySet[User]:
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


@admin.register(User)
class PersonAdmin(UserAdmin):
    """People, without Django's superuser switch, groups and single permissions."""

    form = PersonForm
    add_form = NewPersonForm
    add_form_template = None
    change_password_form = PasswordForm
    change_user_password_template = "staff/password.html"  # noqa: S105  (a file, not a password)
    list_display = ["name", "username", "email", "roles", "may_sign_in", "last_login"]
    list_filter = [RoleFilter, "is_active"]
    search_help_text = _("Name, username or e-mail address")
    filter_horizontal = []
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["username", "first_name", "last_name", "email", "password"]}),
        (_("At the desk"), {"fields": ["roles", "is_active"]}),
        (_("Dates"), {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "first_name", "last_name", "email", "password1", "password2"]}),
        (_("At the desk"), {"fields": ["roles"]}),
    ]

    @admin.display(description=_("name"), ordering=models.functions.Concat("last_name", "first_name"))
    def name(self, person: User) -> str:
        return str(person)

    @admin.display(description=_("roles"))
    def roles(self, person: User) -> str:
        return ", ".join(str(ROLES[name].title) for name in people.roles_of(person))

    @admin.display(description=_("sign-in"), ordering="is_active")
    def may_sign_in(self, person: User) -> Any:
        return _("open") if person.is_active else _("shut")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def get_form(self, request: HttpRequest, obj: User | None = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.by = request.user
        return form

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        # Else an administrator could take over a superuser's account by giving it a new password.
        out_of_reach = obj is not None and obj.is_superuser and not request.user.is_superuser
        return not out_of_reach and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: User, form: PersonForm, change: bool) -> None:
        people.save(obj, roles=form.cleaned_data["roles"], by=cast(User, request.user))

    @transaction.atomic
    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        response = super().user_change_password(request, id, form_url)
        # The page is shown again until a password was saved; only then does it lead on.
        if response.status_code == 302:
            record(User.objects.get(pk=id), "password-change", by=cast(User, request.user))
        return response
