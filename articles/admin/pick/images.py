"""Pictures: a grid to choose from, an upload in place, and the words of one use."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.html import escape, strip_tags
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from articles import pictures
from articles.admin.image import ImageForm
from articles.admin.pick.answers import AUTO_ID, chosen, containing, language, person, piece
from articles.cards import Picture
from articles.embedded import Embedded
from articles.models import Image, ImageText
from articles.preflight import lacks
from body.clean import clean_inline

PAGE = 24


def about(image: Image, in_language: str) -> dict[str, Any]:
    """A picture as the form and the editor show it: file, words, credit, and what it still needs."""
    text = image.text(in_language)
    shown = Picture.of(image)
    return {
        "image": str(image.pk),
        "src": shown.src,
        "width": shown.width,
        "height": shown.height,
        "alt": text.alt_text if text else "",
        "caption": text.caption if text else "",
        "credit": image.credit,
        "missing": [message % {"number": image.pk} for _code, message in lacks(image, "", in_language)],
    }


@require_safe
def browse(request: HttpRequest) -> HttpResponse:
    """The newest pictures, or those whose words match; a page begins below the last picture's number."""
    person(request, "articles.view_image")
    words, before = request.GET.get("q", "").strip(), request.GET.get("before", "")
    images = Image.objects.prefetch_related("texts").order_by("-pk")
    if words:
        images = images.filter(containing(words, "texts__caption", "texts__alt_text", "credit", "creator")).distinct()
    if before.isdigit():
        images = images.filter(pk__lt=int(before))
    found = list(images[: PAGE + 1])
    context = {
        "choices": [about(image, language(request)) for image in found[:PAGE]],
        "older": found[PAGE - 1].pk if len(found) > PAGE else None,
        "words": words,
        "language": language(request),
        "may_upload": request.user.has_perm("articles.add_image"),  # type: ignore[union-attr]
    }
    return piece(request, "images", context)


class UploadForm(ImageForm):
    """A new picture with its words in the article's language."""

    language = ""
    alt_text = ImageText._meta.get_field("alt_text").formfield()
    caption = ImageText._meta.get_field("caption").formfield(widget=forms.Textarea(attrs={"rows": 2}))

    class Meta:
        model = Image
        fields = ("original", "credit", "creator", "copyright_notice", "licence_url", "is_decorative")

    field_order = (
        "original", "alt_text", "is_decorative", "caption", "credit", "creator", "copyright_notice", "licence_url",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["original"].widget.attrs["accept"] = "image/jpeg,image/png,image/webp"

    def proposals(self, found: Embedded, data: dict[str, Any]) -> dict[str, str]:
        alt_text = "" if data.get("is_decorative") else found.alt_text(self.language)
        return super().proposals(found, data) | {"alt_text": alt_text, "caption": found.caption(self.language)}


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Takes in a new picture; one that is here already is offered instead of stored twice."""
    user = person(request, "articles.add_image")
    form = UploadForm(request.POST or None, request.FILES or None, auto_id=AUTO_ID)
    form.language = language(request)
    known = None
    if request.method == "POST":
        if form.is_valid() and form.inspected is not None:
            words = {name: form.cleaned_data[name] for name in ("alt_text", "caption")}
            text = ImageText(language=form.language, **words)
            image = pictures.store(form.save(commit=False), form.inspected, by=user, texts=[text])
            shown = about(image, form.language)
            return chosen(**shown | {"missing": [*shown["missing"], *filter(None, [form.taken_words()])]})
        known = form.known and about(form.known, language(request))
    context = {"form": form, "known": known, "language": language(request)}
    return piece(request, "upload", context, status=422 if form.is_bound else 200)


class UseForm(forms.Form):
    """How a picture stands in a text; what is left empty is the picture's own."""

    alt = forms.CharField(
        label=_("Alternative text here"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only where it must differ from the image's own."),
    )
    caption = forms.CharField(
        label=_("Caption here"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only where it must differ from the image's own."),
    )
    layout = forms.ChoiceField(
        label=_("Layout"),
        choices=[("normal", _("Normal: as wide as the text")), ("wide", _("Wide: wider than the text"))],
        initial="normal",
        widget=forms.RadioSelect,
    )

    def clean_alt(self) -> str:
        return " ".join(self.cleaned_data["alt"].split())


@require_http_methods(["GET", "POST"])
def use(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks for the words and the layout of one use. A caption with links or emphasis is left to the editor."""
    person(request, "articles.view_image")
    image = get_object_or_404(Image.objects.prefetch_related("texts"), pk=pk)
    given = {name: request.GET.get(name, "") for name in ("alt", "caption", "layout")}
    form = UseForm(
        request.POST if request.method == "POST" else None,
        initial={k: v for k, v in given.items() if v},
        auto_id=AUTO_ID,
    )
    has_markup = strip_tags(given["caption"]) != given["caption"]
    if has_markup:
        del form.fields["caption"]
    picture = about(image, language(request))
    if form.is_bound and form.is_valid():
        caption = given["caption"] if has_markup else escape(form.cleaned_data["caption"].strip())
        return chosen(
            image=str(pk),
            alt=form.cleaned_data["alt"],
            layout=form.cleaned_data["layout"],
            caption=clean_inline(caption),
        )
    context = {"form": form, "picture": picture, "has_markup": has_markup, "language": language(request)}
    return piece(request, "image_use", context, status=422 if form.is_bound else 200)
