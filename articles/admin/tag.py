"""Tags at the desk."""

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from taggit import admin as taggits

from articles.admin.texts import AddressedAdmin, AddressedTextInline
from articles.models import Tag, TagText
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
        if Tag.objects.filter(folded=fold(name)[:120]).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("This tag is here already."), code="known")
        return name


class TagTextInline(AddressedTextInline):
    model = TagText


@admin.register(Tag)
class TagAdmin(AddressedAdmin):
    """What stories are about."""

    form = TagForm
    list_display = ("name",)
    fields = ("name",)
    search_fields = ("folded",)
    inlines = (TagTextInline,)

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Tag], search_term: str):  # type: ignore[no-untyped-def]
        return super().get_search_results(request, queryset, fold(search_term))
