"""The page “Correct publicly”: what was wrong, the note for readers, and whether a second person must read it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import actions
from articles.admin.forms import Asking
from articles.models import Article, CorrectionKind, Gravity, Placement
from outlet.models import Outlet
from staff.models import User

STYLES = forms.Media(css={"all": ["desk/corrections.css"]})
KINDS = [
    (CorrectionKind.CORRECTION, gettext_lazy("Correction: a fact was wrong")),
    (CorrectionKind.CLARIFICATION, gettext_lazy("Clarification: true, but unclear or misleading")),
    (CorrectionKind.UPDATE, gettext_lazy("Update: there are new facts, and nothing was wrong")),
    (CorrectionKind.EDITORS_NOTE, gettext_lazy("Editors’ note: we were not fair, or left out what mattered")),
]
GRAVITIES = [
    (Gravity.MINOR, gettext_lazy("Minor: readers took away the right picture")),
    (Gravity.GRAVE, gettext_lazy("Grave: readers took away a wrong picture, or somebody was harmed")),
]
PLACES = [
    ("", gettext_lazy("By its gravity: grave at the top, minor at the end")),
    (Placement.TOP, gettext_lazy("At the top")),
    (Placement.END, gettext_lazy("At the end")),
]
OF_THE_NOTE = ("kind", "gravity", "placement", "text", "was_wrong", "is_right")


def _words(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class CorrectForm(Asking):
    """Asks for the note. Where one by somebody else waits, it asks only whether that is to be published.

    The answers to ``OF_THE_NOTE``, and what it is ``because`` of, may stand in the address, for one who comes from a
    report by a reader.
    """

    kind = forms.ChoiceField(label=gettext_lazy("What is it?"), choices=KINDS, widget=forms.RadioSelect)
    gravity = forms.ChoiceField(
        label=gettext_lazy("How grave is it?"),
        choices=GRAVITIES,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("A second person reads a grave note, and every clarification, before readers do."),
    )
    was_wrong = forms.CharField(
        label=gettext_lazy("What was wrong"),
        required=False,
        widget=_words(2),
        help_text=gettext_lazy("For the desk only."),
    )
    is_right = forms.CharField(
        label=gettext_lazy("What is right"),
        required=False,
        widget=_words(2),
        help_text=gettext_lazy("For the desk only."),
    )
    text = forms.CharField(
        label=gettext_lazy("The public note"),
        widget=_words(4),
        help_text=gettext_lazy(
            "Say what stood here and what is right, so that one who missed the first version understands it. Blame "
            "nobody. Kind and date are put before it. Example: An earlier version of this article said that the "
            "bridge opened in May. It opened in June."
        ),
    )
    because = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
    placement = forms.ChoiceField(label=gettext_lazy("Where it stands"), choices=PLACES, required=False)
    field_order = ("version", *OF_THE_NOTE[:2], "was_wrong", "is_right", "text", "placement", "ahead", "override")

    def __init__(self, *args: Any, article: Article, by: User, anew: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.article = article
        self.fields["text"].widget.attrs["lang"] = article.language
        self.waiting = actions.waiting_note(article)
        self.is_own = self.waiting is not None and self.waiting.written_by_id == by.pk
        self.approves = self.waiting is not None and not self.is_own and not anew
        if self.approves:
            for name in (*OF_THE_NOTE, "because"):
                del self.fields[name]
        elif self.waiting is not None and self.is_own:
            self.initial.update({name: getattr(self.waiting, name) for name in (*OF_THE_NOTE, "because")})
        self.done = ""

    def do(self, *, by: User, approving: bool) -> None:
        """Corrects, or proposes the note where a second person must read it."""
        note = {name: self.cleaned_data[name] for name in OF_THE_NOTE if name in self.cleaned_data}
        because = self.cleaned_data.get("because", "")
        if self.approves and self.waiting is not None:
            note = {name: getattr(self.waiting, name) for name in OF_THE_NOTE}
        elif actions.needs_second(note["kind"], note["gravity"]) and Outlet.objects.current().four_eyes:
            actions.propose_note(self.article, by=by, because=because, **note)
            self.done = _("The note waits for a second person. Readers see nothing of it until another editor agrees.")
            return
        actions.correct(
            self.article,
            by=by,
            version=self.cleaned_data["version"],
            approving=approving,
            ahead=self.cleaned_data.get("ahead") or None,
            override=self.cleaned_data.get("override", ""),
            because=because,
            **note,
        )
        self.done = _("Corrected. Now look where else the wrong words may stand.")
