"""The forms in which administrators look after people."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import (
    AdminPasswordChangeForm,
    ReadOnlyPasswordHashField,
    ReadOnlyPasswordHashWidget,
    UserChangeForm,
    UserCreationForm,
)
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from staff import people
from staff.models import User
from staff.roles import ROLES


class RolesForm(forms.ModelForm):
    """Roles as boxes to tick, each with its description; the rules of ``people`` beside the fields."""

    by: User  # the person who fills in the form; set by the admin

    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=[(role.name, format_lazy("{}: {}", role.title, role.description)) for role in ROLES.values()],
        widget=forms.CheckboxSelectMultiple(attrs={"class": "radiolist"}),  # the admin's class for a wide list
        required=False,
        help_text=_("Somebody without a role cannot open the desk."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("roles", people.roles_of(self.instance))

    def clean(self) -> dict[str, Any]:
        super().clean()
        if "roles" in self.cleaned_data:
            is_active = self.cleaned_data.get("is_active", self.instance.is_active)
            roles = self.cleaned_data["roles"]
            for field, error in people.objections(self.instance, roles=roles, is_active=is_active, by=self.by).items():
                self.add_error(field, error)
        return self.cleaned_data


class NewPersonForm(RolesForm, UserCreationForm):
    """A new person, who is sent an invitation unless the administrator sets a first password."""

    class Meta(UserCreationForm.Meta):
        model = User

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("username", "password1", "password2"):
            self.fields[name].required = False
        self.fields["username"].help_text = _("Only without a letter, for instance where there is no mail server.")
        self.fields["username"].widget.attrs.pop("autofocus", None)

    @property
    def is_invitation(self) -> bool:
        """Whether the administrator left the password to the person."""
        return not any(self.cleaned_data.get(name) for name in ("password1", "password2"))

    def clean(self) -> dict[str, Any]:
        super().clean()
        needed = ("email", "roles") if self.is_invitation else ("username", "password1", "password2")
        for name in needed:
            if not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(name, forms.ValidationError(self.fields[name].error_messages["required"], "required"))
        return self.cleaned_data


class PasswordLink(ReadOnlyPasswordHashWidget):
    """Leads to the page for a new password; how the old one is kept is of no use to anybody here."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        return super().get_context(name, value, attrs) | {"summary": []}


class PersonForm(RolesForm, UserChangeForm):
    """A person who is here already; the password has a page of its own."""

    password = ReadOnlyPasswordHashField(label=_("Password"), widget=PasswordLink)

    class Meta(UserChangeForm.Meta):
        model = User
        help_texts = {"is_active": _("Take this away when somebody leaves: they are signed out at once.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


class PasswordForm(AdminPasswordChangeForm):
    """A new password for somebody. Switching passwords off could lock everybody out, so it is not offered."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("usable_password", None)
        self.fields["password1"].required = self.fields["password2"].required = True


class HandOverForm(forms.Form):
    """Who gets somebody's unfinished things."""

    to = forms.ModelChoiceField(User.objects.none(), label=_("To whom"))

    def __init__(self, person: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        colleagues = User.objects.filter(is_active=True, is_staff=True).exclude(pk=person.pk)
        choices: Any = self.fields["to"]
        choices.queryset = colleagues.order_by("first_name", "last_name", "username")
