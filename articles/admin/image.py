"""Pictures at the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles import pictures
from articles.admin.texts import OncePerLanguage, PartOfParent
from articles.models import Image, ImageText
from jobs import outbox


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


class ImageTextInline(PartOfParent, admin.StackedInline):
    model = ImageText
    formset = OncePerLanguage
    extra = 0
    min_num = 1

    def get_max_num(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return len(settings.LANGUAGES)


@admin.register(Image)
class ImageAdmin(admin.ModelAdmin):
    """The picture library."""

    form = ImageForm
    list_display = ("thumbnail", "__str__", "credit", "size_in_pixels", "uploaded_at")
    list_display_links = ("thumbnail", "__str__")
    search_fields = ("texts__caption", "texts__alt_text", "credit", "creator")
    readonly_fields = ("preview", "number", "size_in_pixels", "uploaded_by", "uploaded_at")
    inlines = (ImageTextInline,)

    def get_fields(self, request: HttpRequest, obj: Image | None = None) -> Any:
        words = ["is_decorative", "credit", "creator", "copyright_notice", "licence_url", "focal_x", "focal_y"]
        if obj is None:
            return ["original", *words]
        return ["preview", "number", *words, "size_in_pixels", "uploaded_by", "uploaded_at"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("texts")

    def save_model(self, request: HttpRequest, obj: Image, form: ImageForm, change: bool) -> None:
        if not change and form.inspected is not None:
            pictures.store(obj, form.inspected, by=request.user)  # type: ignore[arg-type]
            return
        super().save_model(request, obj, form, change)
        outbox.post("purge", {"keys": [f"image-{obj.pk}"]})

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("number in the text"))
    def number(self, image: Image) -> str:
        """What a reporter writes to put it into a text."""
        return f'<figure data-image="{image.pk}"></figure>'

    @admin.display(description=_("size"))
    def size_in_pixels(self, image: Image) -> str:
        return f"{image.width} × {image.height}"

    @admin.display(description=_("picture"))
    def thumbnail(self, image: Image) -> str:
        return self._shown(image, 96)

    @admin.display(description=_("picture"))
    def preview(self, image: Image) -> str:
        return self._shown(image, 320)

    def _shown(self, image: Image, width: int) -> str:
        name = image.rendition_name(image.widths()[0])
        height = image.rendition_height(width)
        return format_html('<img src="{}{}" alt="" width="{}" height="{}">', settings.MEDIA_URL, name, width, height)
