"""The form of an appeal: its picture, sections and tags are chosen as on an article's form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from taggit.utils import parse_tags

from articles.admin.forms import WhenField
from articles.admin.widgets import Pick
from articles.models import Section, Tag
from articles.slugs import fold
from support.models import Appeal


class TagsField(forms.CharField):
    """Names of tags that are there already, with commas; the script of the article's form suggests them."""

    widget = forms.TextInput(
        attrs={"data-tags": reverse_lazy("admin:articles_article_pick_tags"), "autocomplete": "off"}
    )
    default_error_messages = {"unknown": _("There is no tag “%(name)s”.")}

    def prepare_value(self, value: Any) -> str:
        if value is None or isinstance(value, str):
            return value or ""
        names = [tag.name for tag in value]
        return ", ".join(f'"{name}"' if "," in name else name for name in names)

    def has_changed(self, initial: Iterable[Tag] | None, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)

    def clean(self, value: Any) -> list[Tag]:  # type: ignore[override]
        names = parse_tags(super().clean(value))
        found = {
            tag.folded: tag.survivor
            for tag in Tag.objects.filter(folded__in=map(fold, names)).select_related("merged_into")
        }
        for name in names:
            if fold(name) not in found:
                raise forms.ValidationError(self.error_messages["unknown"], code="unknown", params={"name": name})
        return list(found.values())


class SectionsField(forms.ModelMultipleChoiceField):
    """A box for each section."""

    widget = forms.CheckboxSelectMultiple(attrs={"class": "radiolist"})


class AppealForm(forms.ModelForm):
    """Readers' words are written in the language in which they will be read."""

    sections = SectionsField(
        label=_("Sections"),
        required=False,
        queryset=Section.objects.none(),
        help_text=_(
            "It stands at stories of these sections, and at those with the tags below. None of either: everywhere."
        ),
    )
    tags = TagsField(label=_("Tags"), required=False, help_text=_("Separated by commas."))
    begins_at = WhenField(label=_("From"), required=False, help_text=_("Empty: at once."))
    ends_at = WhenField(label=_("Until"), required=False, help_text=_("Empty: as long as it is switched on."))

    class Meta:
        model = Appeal
        fields: tuple[str, ...] = ()  # the admin's fieldsets name them
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "sections" in self.fields:
            own = list(self.instance.sections.values_list("pk", flat=True)) if self.instance.pk else []
            choice: Any = self.fields["sections"]
            choice.queryset = (Section.objects.offered() | Section.objects.filter(pk__in=own)).prefetch_related("texts")
        if "picture" in self.fields:
            self.fields["picture"].widget = Pick("image")
        for name in ("title", "text", "button"):
            if name in self.fields:
                self.fields[name].widget.attrs["lang"] = self.instance.language
