"""Pictures at the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import ValidationError
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles import pictures
from articles.admin import listing, usage
from articles.admin.pick.answers import containing
from articles.admin.texts import EachLanguageInline
from articles.cards import Picture
from articles.models import Article, Image, ImageText
from jobs import outbox

FOCAL: Any = Script("desk/focal.js", type="module")


class ImageForm(forms.ModelForm):
    """An upload is looked into before anything is stored."""

    inspected: pictures.Inspected | None = None
    known: Image | None = None

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
