"""The form of a report. What stands on it is what a reader may write; nothing is asked for that is not needed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.models import Edition
from readers import quotes, texts
from readers.actions import Words
from readers.models import MOST_WORDS


class ReportForm(forms.Form):
    """Words of the story, what is wrong with them, and whom to answer. ``website`` is a trap: people do not see it."""

    exact = forms.CharField(
        label=_("Words in the story"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Copy them as they stand there. Leave this empty if you mean the story as a whole."),
    )
    before = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)
    after = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)
    comment = forms.CharField(
        label=_("What is wrong?"),
        required=False,
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Tell us what is right, and how you know, if you can."),
    )
    name = forms.CharField(
        label=_("Your name"), required=False, max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("Your e-mail"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    token = forms.CharField(required=False, widget=forms.HiddenInput)

    quote: quotes.Quote | None = None

    def __init__(self, edition: Edition, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, label_suffix="", **kwargs)
        self.edition = edition

    def renew(self, token: str) -> None:
        """Shows another token beside all that was written."""
        self.data = {name: self.data.get(name, "") for name in self.fields} | {"token": token}

    @property
    def shown(self) -> quotes.Quote | None:
        """The passage in its surroundings, where it was selected in the story and not typed."""
        return self.quote if self.is_bound and (self.data.get("before") or self.data.get("after")) else None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        exact = quotes.plain(data.get("exact", ""))
        if exact:
            self._find(exact, data.get("before", ""), data.get("after", ""))
        elif not data.get("comment") and "comment" not in self.errors:
            self.add_error("comment", ValidationError(_("Tell us what is wrong."), code="empty"))
        return data

    def _find(self, exact: str, prefix: str, suffix: str) -> None:
        """The words have to stand in the edition that the reader saw, in one place."""
        if not quotes.LEAST <= len(exact) <= quotes.MOST:
            words = _("Choose from %(least)d to %(most)d characters.")
            limits = {"least": quotes.LEAST, "most": quotes.MOST}
            self.add_error("exact", ValidationError(words, code="length", params=limits))
            return
        try:
            self.quote = quotes.anchor(texts.text_of(texts.of_edition(self.edition)), exact, prefix, suffix)
        except quotes.NotThere:
            words = _("These words are not in the story. Copy them as they stand there, or leave this empty.")
            self.add_error("exact", ValidationError(words, code="not-there"))
        except quotes.SeveralTimes:
            words = _("These words are in the story more than once. Add some of those beside them.")
            self.add_error("exact", ValidationError(words, code="several"))

    @property
    def words(self) -> Words:
        """What the reader sends."""
        data = self.cleaned_data
        return Words(self.quote, comment=data["comment"], name=data["name"], email=data["email"])
