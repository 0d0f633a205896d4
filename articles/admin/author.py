"""Authors at the desk."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin import listing
from articles.admin.pick.answers import containing
from articles.admin.pick.shown import show_what_was_chosen
from articles.admin.texts import AddressedAdmin, AddressedTextInline, PartOfParent
from articles.admin.widgets import Pick
from articles.models import Author, AuthorLink, AuthorText, EditionAuthor
from articles.models.edition import is_live
from outlet.languages import first_language, pick

ROWS: Any = Script("desk/rows.js", type="module")
PICK: Any = Script("desk/pick.js", type="module")


def by_name() -> Coalesce:
    """The name in the first language, else the oldest that there is."""
    texts = AuthorText.objects.filter(author=OuterRef("pk"))
    of_paper = texts.filter(language=first_language()).values("name")
    return Coalesce(Subquery(of_paper), Subquery(texts.order_by("pk").values("name")[:1]))


class AuthorForm(forms.ModelForm):
    """The picture is chosen in a dialog, as on the article's form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "picture" in self.fields:
            self.fields["picture"].widget = Pick("image")


class AuthorTextInline(AddressedTextInline):
    model = AuthorText


class AuthorLinkInline(PartOfParent, admin.TabularInline):
    model = AuthorLink
    template = "admin/articles/article/rows.html"
    extra = 0
    fields = ("order", "label", "url")


@admin.register(Author)
class AuthorAdmin(AddressedAdmin):
    """The people whose names stand on stories."""

    form = AuthorForm
    list_display = ("person", "user", "stories", "languages")
    list_select_related = ("user", "picture")
    list_filter = (listing.RetiredFilter,)
    search_fields = ("texts__name",)
    search_help_text = _("Name or job title")
    nothing_here = _("There is no author yet. Add the first one; a story needs somebody who signs it.")
    inlines = (AuthorTextInline, AuthorLinkInline)

    class Media:
        css = {"all": ["desk/dialog.css"]}
        js = (ROWS, PICK)

    @admin.display(description=_("author"), ordering="name")
    def person(self, author: Author) -> str:
        """Portrait, name and job title."""
        text = pick(author.texts.all(), first_language())
        portrait = listing.thumbnail(author.picture, is_face=True)
        name = format_html("{}{}", author, listing.retired_mark(author))
        return listing.entry(name, text.job_title if text else "", portrait)

    @admin.display(description=_("published stories"), ordering="story_count")
    def stories(self, author: Any) -> int:
        return author.story_count

    def get_fields(self, request: HttpRequest, obj: Author | None = None) -> Any:
        # A sign-in decides whose work an article is, so it is not for everybody to give.
        own = ["picture", "languages"]
        return ["user", *own] if self.has_change_permission(request) else own

    def get_queryset(self, request: HttpRequest) -> QuerySet[Author]:
        live = EditionAuthor.objects.filter(is_live(timezone.now(), via="edition__"))
        authors = super().get_queryset(request).prefetch_related("texts")
        return authors.annotate(name=by_name(), story_count=listing.count_of(live, "author"))

    def get_ordering(self, request: HttpRequest) -> Any:
        return (by_name().asc(), "pk")

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        words = containing(search_term, "texts__name", "texts__job_title")
        return (queryset.filter(pk__in=Author.objects.filter(words).values("pk")) if search_term else queryset), False

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        show_what_was_chosen(context["adminform"].form, [], request.user)  # type: ignore[arg-type]
        return super().render_change_form(request, context, *args, **kwargs)
