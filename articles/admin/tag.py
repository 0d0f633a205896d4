"""Tags at the desk."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from taggit import admin as taggits

from articles.admin import listing
from articles.admin.texts import AddressedAdmin, AddressedTextInline
from articles.models import Tag, TaggedArticle, TagText
from articles.slugs import fold

# Its tags are not ours, and its page for merging them asks for no right.
admin.site.unregister(taggits.Tag)


class TagForm(forms.ModelForm):
    """Two names that differ only in case or apostrophe are one tag."""

    class Meta:
        model = Tag
        fields = ("name",)

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        known = Tag.objects.filter(folded=fold(name)[:120]).exclude(pk=self.instance.pk).first()
        if known is not None and known.merged_into_id:
            raise forms.ValidationError(
                _("This was merged into “%(name)s”."), code="merged", params={"name": known.survivor}
            )
        if known is not None:
            raise forms.ValidationError(_("This tag is here already."), code="known")
        return name


class TagTextInline(AddressedTextInline):
    model = TagText


@admin.register(Tag)
class TagAdmin(AddressedAdmin):
    """What stories are about."""

    form = TagForm
    list_display = ("named", "languages", "carried")
    list_filter = (listing.RetiredFilter, listing.UnusedTagFilter)
    fields = ("name",)
    search_fields = ("folded",)
    search_help_text = _("Name")
    nothing_here = _("There is no tag yet. Tags are made while articles are written.")
    inlines = (TagTextInline,)

    @admin.display(description=_("name"), ordering="name")
    def named(self, tag: Tag) -> str:
        return format_html("{}{}", tag, listing.retired_mark(tag))

    @admin.display(description=_("languages"))
    def languages(self, tag: Tag) -> str:
        return listing.languages_of(tag.texts.all())

    @admin.display(description=_("articles"), ordering="article_count")
    def carried(self, tag: Any) -> int:
        """How many working copies carry it."""
        return tag.article_count

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tag]:
        count = listing.count_of(TaggedArticle.objects.all(), "tag")
        return super().get_queryset(request).prefetch_related("texts").annotate(article_count=count)

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Tag], search_term: str):  # type: ignore[no-untyped-def]
        return super().get_search_results(request, queryset, fold(search_term))
