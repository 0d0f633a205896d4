"""Fields of the article's form that are filled by choosing: a number for the machine, a card for the person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from taggit.forms import TagWidget


class Pick(forms.TextInput):
    """A row's number, chosen in a dialog. Without script the number can be typed.

    ``kind`` is image, story or author; ``shown`` is what the card says (``articles.admin.pick``), set by
    whoever knows the row.
    """

    template_name = "admin/articles/pick/widget.html"
    URLS = {
        "image": {"choose": "images", "upload": "image_upload"},
        "story": {"choose": "stories"},
        "author": {"choose": "authors", "add": "author_add"},
    }

    def __init__(self, kind: str, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "numeric", "autocomplete": "off", **(attrs or {})})
        self.kind = kind
        self.shown: dict[str, Any] | None = None
        self.may_make = True

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        urls = {word: reverse(f"admin:articles_article_pick_{view}") for word, view in self.URLS[self.kind].items()}
        return context | {"kind": self.kind, "shown": self.shown, "urls": urls, "may_make": self.may_make}


class Tags(TagWidget):
    """Tags as free text with commas; the script makes a box of it that suggests what is there already."""

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        suggest = {"data-tags": reverse("admin:articles_article_pick_tags"), "autocomplete": "off"}
        return super().build_attrs(base_attrs, extra_attrs) | suggest
