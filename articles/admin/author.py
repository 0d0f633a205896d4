"""Authors at the desk."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.admin.texts import AddressedAdmin, AddressedTextInline, PartOfParent
from articles.models import Author, AuthorLink, AuthorText


class AuthorTextInline(AddressedTextInline):
    model = AuthorText


class AuthorLinkInline(PartOfParent, admin.TabularInline):
    model = AuthorLink
    extra = 0


@admin.register(Author)
class AuthorAdmin(AddressedAdmin):
    """The people whose names stand on stories."""

    list_display = ("__str__", "user", "languages")
    search_fields = ("texts__name",)
    autocomplete_fields = ("picture",)
    inlines = (AuthorTextInline, AuthorLinkInline)

    def get_fields(self, request: HttpRequest, obj: Author | None = None) -> Any:
        # A sign-in decides whose work an article is, so it is not for everybody to give.
        own = ["picture", "languages"]
        return ["user", *own] if self.has_change_permission(request) else own

    def get_queryset(self, request: HttpRequest) -> QuerySet[Author]:
        return super().get_queryset(request).select_related("user").prefetch_related("texts")
