"""Pictures: the file, whose it is, and what it shows."""

from __future__ import annotations

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.web import leads_to_the_web
from outlet.languages import Text, first_language, pick

FRACTION = [MinValueValidator(0.0), MaxValueValidator(1.0)]


def originals() -> Storage:
    """The storage of uploaded files, to which no address leads."""
    return storages["originals"]


class Image(models.Model):
    """A picture that the paper may print. Credit and rights belong to it, not to its uses.

    The file is never replaced: another file is another picture. Width and height are pixels as the
    picture is seen (orientation applied); the focal point is a fraction of them from the left and top.
    ``palette`` is the number of the colour that stands for it until it has come (``articles.palette``),
    ``words_hash`` a fingerprint of its texts, from which names of its public files are made.
    """

    original = models.FileField(_("file"), storage=originals, upload_to="pictures/", max_length=255)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    size = models.PositiveIntegerField(_("size in bytes"), editable=False)
    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("Says nothing that the text does not say; read over by screen readers."),
    )
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("What stands under it after “Source:”.")
    )
    creator = models.CharField(_("creator"), max_length=200, blank=True)
    copyright_notice = models.CharField(_("copyright notice"), max_length=300, blank=True)
    licence_url = models.URLField(_("address of the licence"), max_length=500, blank=True)
    focal_x = models.FloatField(_("focal point from the left"), default=0.5, validators=FRACTION)
    focal_y = models.FloatField(_("focal point from the top"), default=0.5, validators=FRACTION)
    palette = models.PositiveSmallIntegerField(null=True, editable=False)
    words_hash = models.CharField(max_length=12, blank=True, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, verbose_name=_("uploaded by")
    )
    uploaded_at = models.DateTimeField(_("uploaded"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(width__gt=0, height__gt=0), name="articles_image_has_size"),
            leads_to_the_web("licence_url", name="articles_image_licence_on_the_web"),
            models.CheckConstraint(
                condition=Q(focal_x__gte=0, focal_x__lte=1, focal_y__gte=0, focal_y__lte=1),
                name="articles_image_focal_inside",
            ),
        ]

    def __str__(self) -> str:
        text = self.text(first_language())
        words = (text.caption or text.alt_text) if text else ""
        return words[:80] or (self.original.name or "").rsplit("/", 1)[-1] or str(_("Image"))

    def text(self, language: str) -> ImageText | None:
        """Default caption and alternative text in this language, or what stands in for them."""
        return pick(self.texts.all(), language) if self.pk else None


class ImageText(Text):
    """What a picture shows, in one language; each use may say it in its own words."""

    image = models.ForeignKey(Image, models.CASCADE, related_name="texts")
    alt_text = models.CharField(
        _("alternative text"),
        max_length=400,
        blank=True,
        help_text=_("What one who cannot see the picture must know. Not the caption again."),
    )
    caption = models.CharField(_("caption"), max_length=600, blank=True)

    class Meta:
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        constraints = [models.UniqueConstraint(fields=["image", "language"], name="articles_image_text_once")]

    def __str__(self) -> str:
        return self.caption or self.alt_text
