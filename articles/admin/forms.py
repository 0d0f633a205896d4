"""The forms of the article's screens."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import addresses, preflight
from articles.admin import checks, conflict
from articles.admin.offered import refuse_retired_tags
from articles.admin.questions import Note, Reason
from articles.admin.widgets import Pick, Tags
from articles.models import PAID, Article
from outlet.models import Outlet, SilentChanges

# How many characters search engines and cards show before they cut; advice, never a limit.
ROOM = {"headline": 110, "standfirst": 220, "seo_title": 65, "seo_description": 160, "social_title": 70,
        "social_description": 200}  # fmt: skip


class ArticleForm(forms.ModelForm):
    """The working copy. ``base_version`` is the version that the person began from.

    A save from an older version is refused here, under the lock that the admin took on the row, and
    the form comes back with everything that was typed, beside what is stored by now. ``_over`` names the
    newer version where the person has seen it and saves over it.
    """

    base_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    is_check = False
    conflict: list[conflict.Difference] | None = None

    class Meta:
        model = Article
        fields: tuple[str, ...] = ()  # the admin's fieldsets name them
        help_texts = {"tags": _("Separated by commas.")}
        widgets = {
            "headline": forms.Textarea(attrs={"rows": 1}),
            "standfirst": forms.Textarea(attrs={"rows": 2}),
            "lead_caption": forms.Textarea(attrs={"rows": 2}),
            "how_we_reported": forms.Textarea(attrs={"rows": 3}),
            "disclosure": forms.Textarea(attrs={"rows": 2}),
            "seo_description": forms.Textarea(attrs={"rows": 2}),
            "social_description": forms.Textarea(attrs={"rows": 2}),
            "tags": Tags(),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["base_version"].initial = self.instance.version
        if "lead_image" in self.fields:
            # here, because the admin wraps the choices of its form with pop-ups that we do not need
            self.fields["lead_image"].widget = Pick("image")
        if "section" in self.fields:
            section: Any = self.fields["section"].widget
            self.fields["section"].widget = getattr(section, "widget", section)
            choice: Any = self.fields["section"]
            choice.keep(self.instance.section_id)
        for name, room in ROOM.items():
            if name in self.fields:
                self.fields[name].widget.attrs["data-room"] = room
        for name in (
            "headline",
            "kicker",
            "standfirst",
            "body",
            "lead_caption",
            "lead_alt_text",
            "how_we_reported",
            "disclosure",
        ):
            if name in self.fields:
                self.fields[name].widget.attrs["lang"] = self.instance.language
        if "kind" in self.fields:
            self.fields["kind"].widget.attrs["data-paid"] = " ".join(sorted(PAID))
        if self.is_check and self.instance.pk:
            self._show_what_is_missing()

    def _get_validation_exclusions(self) -> set[str]:
        # Their fields have just read these rows or judged this address: asking again would cost a query each.
        return {*super()._get_validation_exclusions(), "section", "lead_image", "sponsor_url"}  # type: ignore[misc]

    def _show_what_is_missing(self) -> None:
        """Beside each field, what stands in the way of publication; saving never asks for it."""
        self._errors = forms.utils.ErrorDict()
        for problem in preflight.blocking(self.instance):
            if problem.field in self.fields:
                self._errors.setdefault(problem.field, self.error_class()).append(str(problem.message))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name, value in data.items():
            if isinstance(value, str):
                # browsers send line ends of two characters; they are no change
                data[name] = value.replace("\r\n", "\n")
        begun_from = data.get("base_version")
        seen = self.data.get("_over", "")
        is_undone = "_preview" in self.data or self.data.get("_check") == checks.TYPED
        if (
            self.instance.pk
            and not is_undone
            and self.instance.version not in {begun_from, int(seen) if seen.isdigit() else -1}
        ):
            self.conflict = conflict.differences(self.instance, data)
            self.add_error(
                None,
                forms.ValidationError(
                    _(
                        "%(name)s saved version %(newer)s while you were writing from version %(older)s. Nothing was saved, "
                        "and everything you typed is still here. Below stands where the two differ: bring them together "
                        "in the form, then save over the newer version."
                    ),
                    code="changed-meanwhile",
                    params={
                        "name": Article.objects.select_related("saved_by").get(pk=self.instance.pk).saved_by,
                        "newer": self.instance.version,
                        "older": begun_from,
                    },
                ),
            )
        return data

    def clean_headline(self) -> str:
        # the field is high so that a long headline can be read, but it is one line
        return " ".join(self.cleaned_data["headline"].split())

    def clean_sponsor(self) -> str:
        return " ".join(self.cleaned_data["sponsor"].split())

    def clean_sponsor_url(self) -> str:
        url = self.cleaned_data["sponsor_url"]
        if url and not url.lower().startswith(("http://", "https://")):
            raise forms.ValidationError(URLValidator.message, code="not-of-the-web")
        return url

    def clean_tags(self) -> list[str]:
        refuse_retired_tags(self.cleaned_data["tags"], self.instance)
        return self.cleaned_data["tags"]

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        latest = self.instance.editions.uncancelled().last() if self.instance.pk else None
        if slug:
            day = latest.published_on if latest else Outlet.objects.current().date_of(timezone.now())
            path = addresses.article_path(self.cleaned_data.get("language", self.instance.language), day, slug)
            if not addresses.is_free(path, article=self.instance.pk or 0):
                raise forms.ValidationError(_("Another article has this address. Change the slug."), code="slug-taken")
        return slug


class VerbForm(forms.Form):
    """What a verb asks before it is done. ``version`` is the version that the person looked at."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class NoteForm(Note, VerbForm):
    """For sending back."""


class ReasonForm(Reason, VerbForm):
    """For taking a story back."""


class NoticeForm(ReasonForm):
    words = forms.CharField(
        label=_("Public notice"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Readers find it in place of the story."),
    )


class WhenField(forms.DateTimeField):
    """A time in the outlet's zone, which the desk's views make the current one."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class UnpublishForm(ReasonForm):
    at = WhenField(label=_("When"), required=False, help_text=_("Empty: now."))


class Asking(VerbForm):
    """What every verb that publishes may have to ask; each question only where it arises."""

    ahead = forms.ChoiceField(
        label=_("Something lies ahead already. What becomes of it?"),
        choices=[("cancel", _("Cancel it")), ("renew", _("Make it anew from this text, for the same time"))],
        initial="cancel",
        widget=forms.RadioSelect,
    )

    override = forms.CharField(
        label=_("Why it is published all the same"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It stands in the log, with the checks against which you decide."),
    )

    def __init__(self, *args: Any, asks_ahead: bool, asks_override: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_ahead:
            del self.fields["ahead"]
        if not asks_override:
            del self.fields["override"]


class PublishForm(Asking):
    """Now or at a time ahead."""

    at = WhenField(label=_("When"), required=False)
    substantial = forms.TypedChoiceField(
        label=_("What kind of change is it?"),
        choices=[("no", _("Minor: spelling, a better word")), ("yes", _("Substantial: readers see “Updated”"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        empty_value=None,
    )
    why = forms.CharField(
        label=_("If it is substantial: why without a public note?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It stands in the log. If something was wrong, correct publicly instead."),
    )
    field_order = ("version", "at", "substantial", "why", "ahead", "override")

    def __init__(self, *args: Any, article: Article, asks_substantial: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.article = article
        outlet = Outlet.objects.current()
        self.fields["at"].help_text = _("Empty: now. Otherwise a time ahead, in the zone %(zone)s.") % {
            "zone": outlet.time_zone
        }
        self.is_refused = outlet.silent_changes == SilentChanges.REFUSE
        if not asks_substantial:
            del self.fields["substantial"]
        if not asks_substantial or self.is_refused:
            del self.fields["why"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("substantial") and not self.is_refused and not data.get("why", "").strip():
            self.add_error("why", _("Say why this substantial change comes without a public note."))
        return data
