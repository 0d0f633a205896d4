"""The form of the newsletter: an address, and the languages where there are several."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from support.newsletter import offers


class SignUpForm(forms.Form):
    """``website`` is a trap: people do not see it."""

    email = forms.EmailField(
        label=_("Your e-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Write your e-mail address.")},
    )
    languages = forms.MultipleChoiceField(
        label=_("Language"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose a language.")},
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    token = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, offered: list[str], data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, label_suffix="", **kwargs)
        languages: Any = self.fields["languages"]
        languages.choices = [(code, offers.own_name(code)) for code in offered]

    def renew(self, token: str) -> None:
        """Shows another token beside all that was written."""
        names = set(self.fields) - {"languages"}
        self.data = {name: self.data.get(name, "") for name in names} | {
            "token": token,
            "languages": self["languages"].value() or [],
        }
