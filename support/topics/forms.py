"""What a supporter may write."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from support.models import Topic
from support.models.topic import MOST_WORDS


class ProposalForm(forms.ModelForm):
    """A topic in the supporter's words."""

    question = forms.CharField(
        label=_("What should be found out?"),
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What you want to know, why it matters, and what you know already."),
    )
    token = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Topic
        fields = ("title", "question")
        labels = {"title": _("The topic in a few words")}
        help_texts = {"title": _("As in “Who pays for the new bus stops?”")}

    def renew(self, token: str) -> None:
        """Shows another token beside all that was written."""
        self.data = {name: self.data.get(name, "") for name in self.fields} | {"token": token}
