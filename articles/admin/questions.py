"""What verbs ask, wherever they are done: on the page of one article, of several, of a section."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class Note(forms.Form):
    """What the author is told."""

    note = forms.CharField(label=_("What should be mended"), widget=forms.Textarea(attrs={"rows": 4}))


class Reason(forms.Form):
    """Why it is done."""

    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stands in the log and is not public."),
    )
