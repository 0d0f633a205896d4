"""The forms of supporters."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class SignInForm(forms.Form):
    """Where the link is sent. ``website`` is a trap: people do not see it."""

    email = forms.EmailField(
        label=_("Your e-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("The one by which you support the paper."),
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    next = forms.CharField(required=False, widget=forms.HiddenInput)
    token = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, label_suffix="", **kwargs)

    def renew(self, token: str) -> None:
        """Shows another token beside all that was written."""
        self.data = {name: self.data.get(name, "") for name in self.fields} | {"token": token}


class ChoicesForm(forms.Form):
    """What supporters decide themselves."""

    is_named = forms.BooleanField(
        label=_("Name me on the page of thanks"),
        required=False,
        help_text=_("Everybody can read that page. A change shows there within some minutes."),
    )
    wants_letters = forms.BooleanField(
        label=_("Write to me about topics"),
        required=False,
        help_text=_("When something that you asked for is published, for instance."),
    )
    token = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, label_suffix="", **kwargs)
