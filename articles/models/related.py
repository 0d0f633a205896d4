"""Related stories: links from one story to others."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.web import leads_to_the_web


class RelatedStory(models.Model):
    """A story to read next: an article of ours, shown as it stands now, or a link out with its own headline."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="related_stories")
    target = models.ForeignKey(
        "articles.Article",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="related_from",
        verbose_name=_("article of ours"),
    )
    url = models.URLField(_("or a link out"), max_length=500, blank=True)
    kicker = models.CharField(_("kicker"), max_length=80, blank=True)
    headline = models.CharField(
        _("own headline"),
        max_length=300,
        blank=True,
        help_text=_("Needed for a link out; else the story's own is shown."),
    )
    order = models.PositiveIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("related story")
        verbose_name_plural = _("related stories")
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(target__isnull=False, url="") | (Q(target__isnull=True) & ~Q(url="")),
                name="articles_related_target_or_url",
                violation_error_message=_("Choose an article of ours or give a link out, one of the two."),
            ),
            models.CheckConstraint(
                condition=Q(target__isnull=True) | ~Q(target=F("article")),
                name="articles_related_not_itself",
                violation_error_message=_("A story is not related to itself."),
            ),
            models.CheckConstraint(
                condition=Q(url="") | ~Q(headline=""),
                name="articles_related_url_has_headline",
                violation_error_message=_("A link out needs a headline."),
            ),
            leads_to_the_web("url", name="articles_related_to_the_web"),
            models.UniqueConstraint(
                fields=["article", "target"],
                name="articles_related_once",
                violation_error_message=_("This story stands here already."),
            ),
        ]

    def __str__(self) -> str:
        return self.headline or self.url or f"#{self.target_id}"
