"""Sections at the desk."""

from django.contrib import admin

from articles.admin.texts import AddressedAdmin, AddressedTextInline
from articles.models import Section, SectionText


class SectionTextInline(AddressedTextInline):
    model = SectionText


@admin.register(Section)
class SectionAdmin(AddressedAdmin):
    """The parts of the paper, in the order of the menu."""

    list_display = ("__str__", "order")
    list_editable = ("order",)
    inlines = (SectionTextInline,)
