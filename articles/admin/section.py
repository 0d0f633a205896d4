"""Sections at the desk."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.admin import listing
from articles.admin.texts import AddressedAdmin, AddressedTextInline
from articles.models import Edition, Section, SectionText
from outlet.languages import first_language, pick


class SectionTextInline(AddressedTextInline):
    model = SectionText


@admin.register(Section)
class SectionAdmin(AddressedAdmin):
    """The parts of the paper, in the order of the menu."""

    list_display = ("named", "languages", "stories", "order")
    list_editable = ("order",)
    list_filter = (listing.RetiredFilter,)
    inlines = (SectionTextInline,)
    nothing_here = _("There is no section yet. Every story stands in one.")

    @admin.display(description=_("section"))
    def named(self, section: Section) -> str:
        """Name and description."""
        text = pick(section.texts.all(), first_language())
        name = format_html("{}{}", section, listing.retired_mark(section))
        return listing.entry(name, Truncator(text.description if text else "").chars(120))

    @admin.display(description=_("languages"))
    def languages(self, section: Section) -> str:
        return listing.languages_of(section.texts.all())

    @admin.display(description=_("published stories"), ordering="story_count")
    def stories(self, section: Any) -> int:
        return section.story_count

    def get_queryset(self, request: HttpRequest) -> QuerySet[Section]:
        count = listing.count_of(Edition.objects.live(), "section")
        return super().get_queryset(request).prefetch_related("texts").annotate(story_count=count)

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> type[forms.ModelForm]:
        # a table's column head is no label
        number = forms.NumberInput(attrs={"aria-label": _("Order"), "min": 0})
        return super().get_changelist_form(request, **{"widgets": {"order": number}, **kwargs})
