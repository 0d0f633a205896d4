"""What the nightly preflight found in stories that readers have."""

from __future__ import annotations

from urllib.parse import quote

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.refusals import Level, Problem


class LiveProblemQuerySet(models.QuerySet["LiveProblem"]):
    """Findings by time."""

    def open(self) -> LiveProblemQuerySet:
        """What was there at the last look, the heaviest first."""
        weight = models.Case(
            *(models.When(level=level, then=models.Value(place)) for place, level in enumerate(Level.values)),
            output_field=models.IntegerField(),
        )
        return self.filter(gone__isnull=True).order_by(weight, "-found_at", "id")


class LiveProblem(models.Model):
    """One finding in the published text of an article. ``gone`` is when it was found no more.

    ``words`` is the message before translation and before its ``values`` are filled in.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="live_problems")
    code = models.CharField(_("check"), max_length=60)
    level = models.CharField(_("weight"), max_length=10, choices=Level.choices)
    field = models.CharField(max_length=60, blank=True)
    place = models.TextField(blank=True)
    words = models.TextField()
    values = models.JSONField(default=dict)
    found_at = models.DateTimeField(_("found"), default=timezone.now)
    gone = models.DateTimeField(_("gone"), null=True, blank=True)

    objects = LiveProblemQuerySet.as_manager()

    class Meta:
        verbose_name = _("problem of a live story")
        verbose_name_plural = _("problems of live stories")
        default_permissions = ()
        indexes = [
            models.Index(fields=["level", "-found_at"], condition=Q(gone__isnull=True), name="articles_problem_open")
        ]

    def __str__(self) -> str:
        return self.message

    @property
    def message(self) -> str:
        """In the language of the one who reads it."""
        return gettext(self.words) % self.values if self.values else gettext(self.words)

    @property
    def link(self) -> str:
        """Takes an editor to the place in the article's form."""
        path = reverse("admin:articles_article_change", args=[self.article_id])
        anchor = Problem(self.code, self.field, "").anchor
        return f"{path}?check=1&place={quote(self.place)}#{anchor}"
