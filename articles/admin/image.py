"""Pictures at the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import ValidationError
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles import embedded, pictures
from articles.admin import listing, usage
from articles.admin.pick.answers import containing
from articles.admin.texts import EachLanguageInline
from articles.cards import Picture
from articles.embedded import Embedded
from articles.models import Article, Image, ImageText
from jobs import outbox

FOCAL: Any = Script("desk/focal.js", type="module")


class ImageForm(forms.ModelForm):
    """An upload is looked into before anything is stored. What the person left empty is taken from the file.

    ``taken`` says what that was, by the label of its field, for the person to look over.
    """

    inspected: pictures.Inspected | None = None
    known: Image | None = None
    embedded: Embedded | None = None
    taken: dict[str, str]

    def clean_original(self) -> Any:
        upload = self.cleaned_data["original"]
        if not upload or self.instance.pk:
            return upload
        self.inspected = pictures.inspect(upload)
        self.known = known = Image.objects.filter(sha256=self.inspected.sha256).first()
        if known is not None:
            raise ValidationError(
                format_html(
                    '{} <a href="{}">{}</a>',
                    _("This picture is here already:"),
                    reverse("admin:articles_image_change", args=[known.pk]),
                    known,
                ),
                code="known",
            )
        return upload

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.taken = {}
        if self.inspected is not None and "original" not in self.errors:
            self.embedded = embedded.read(self.inspected.content)
            for name, words in self.proposals(self.embedded, data).items():
                self.propose(data, name, words)
        return data

    def proposals(self, found: Embedded, data: dict[str, Any]) -> dict[str, str]:
        """Words of the file by the field that they fit."""
        return {name: getattr(found, name) for name in ("credit", "creator", "copyright_notice", "licence_url")}

    def propose(self, data: dict[str, Any], name: str, words: str) -> None:
        """Fills a field that is there, was left empty and has no error."""
        field = self.fields.get(name)
        if field is None or name in self.errors or data.get(name) or not words:
            return
        most = getattr(field, "max_length", None)
        if most and len(words) > most:
            words = "" if name == "licence_url" else f"{words[: most - 1].rstrip()}…"
        if words:
            data[name] = words
            self.taken[str(field.label)] = words

    def taken_words(self) -> str:
        """A sentence about what was taken from the file, empty if nothing was."""
        said = "; ".join(f"{label}: {words}" for label, words in self.taken.items())
        return gettext("Taken from the file, please check it. %(words)s") % {"words": said} if said else ""


class ImageTextForm(forms.ModelForm):
    """Both are sentences, so they have room for two lines."""

    class Meta:
        model = ImageText
        fields = ("language", "alt_text", "caption")
        widgets = {name: forms.Textarea(attrs={"rows": 2}) for name in ("alt_text", "caption")}


class ImageTextInline(EachLanguageInline):
    model = ImageText
    form = ImageTextForm


class ImageList(ChangeList):
    """The list, whose pictures know where they are used: four queries for a whole page of them."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        uses = usage.articles_with(image.pk for image in self.result_list)
        for image in self.result_list:
            image.articles = uses[image.pk]


@admin.register(Image)
class ImageAdmin(admin.ModelAdmin):
    """The picture library."""

    form = ImageForm
    list_display = ("picture", "source", "used", "uploaded_at")
    list_filter = (listing.UseFilter, listing.LackFilter)
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("texts__caption", "texts__alt_text", "credit", "creator")
    search_help_text = _("Caption, alternative text, credit or creator")
    nothing_here = _("There is no picture yet. Upload the first one.")
    inlines = (ImageTextInline,)

    class Media:
        js = (FOCAL,)

    def get_fieldsets(self, request: HttpRequest, obj: Image | None = None) -> Any:
        rights = ["credit", "creator", "copyright_notice", "licence_url", "is_decorative"]
        if obj is None:
            return [(None, {"fields": ["original", *rights]})]
        return [
            (_("What must stay in sight"), {"fields": ["focal_x", "focal_y"]}),
            (_("Rights"), {"fields": rights}),
        ]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("texts", "portrayed")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return ImageList

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        words = containing(search_term, *self.search_fields)
        return (queryset.filter(pk__in=Image.objects.filter(words).values("pk")) if search_term else queryset), False

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        image = kwargs.get("obj")
        if image is not None:
            articles = usage.articles_with([image.pk])[image.pk]
            own = Article.objects.visible_to(request.user).filter(pk__in=articles)  # type: ignore[arg-type]
            context |= {
                "picture": Picture.of(image),
                "faces": image.portrayed.prefetch_related("texts"),
                "articles": list(own.only("headline", "language")),
                "others": len(articles) - len(own),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Image, form: ImageForm, change: bool) -> None:
        if not change and form.inspected is not None:
            pictures.store(obj, form.inspected, by=request.user)  # type: ignore[arg-type]
            return
        super().save_model(request, obj, form, change)
        outbox.post("purge", {"keys": [f"image-{obj.pk}"]})

    def save_related(self, request: HttpRequest, form: ImageForm, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        image = form.instance
        if not change and form.embedded is not None:
            form.taken |= pictures.give_words(image, form.embedded)
        if form.taken_words():
            messages.info(request, form.taken_words())
        pictures.settle(image)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("picture"))
    def picture(self, image: Image) -> str:
        """The picture with its caption and its size in pixels."""
        return listing.entry(image, f"{image.width} × {image.height}", listing.thumbnail(image))

    @admin.display(description=_("credit"), ordering="credit")
    def source(self, image: Image) -> str:
        return image.credit or format_html('<strong class="list-lack">{}</strong>', gettext("No credit"))

    @admin.display(description=_("used"))
    def used(self, image: Any) -> str:
        """In how many articles, and whether it is somebody's portrait."""
        count = len(image.articles)
        stories = ngettext("%(count)d article", "%(count)d articles", count) % {"count": count} if count else ""
        portrait = gettext("Portrait") if image.portrayed.all() else ""
        return " · ".join(filter(None, [stories, portrait])) or gettext("Unused")
