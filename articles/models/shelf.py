"""Shelves: what stories stand under, each with a page of its own. Sections, tags and authors are shelves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class ShelfQuerySet(models.QuerySet[Any]):
    """Shelves by what became of them."""

    def standing(self) -> ShelfQuerySet:
        """Without those that were merged into another: of these a pointer is left and nothing else."""
        return self.filter(merged_into=None)

    def offered(self) -> ShelfQuerySet:
        """Those that may be chosen for an article: neither merged nor retired."""
        return self.standing().filter(retired_at=None)

    def survivors(self, numbers: Iterable[int]) -> dict[int, int]:
        """Of these ids, those that were merged, and into what. What was never merged is left out."""
        merged = self.filter(pk__in=list(numbers), merged_into__isnull=False).order_by()
        return dict(merged.values_list("pk", "merged_into"))


class Shelf(models.Model):
    """A section, a tag or an author, as far as they are alike: each can be retired, or merged into another.

    One that was merged keeps its row for good, because editions and revisions know it by its id
    (docs/decisions/0010-merged-shelves.md). ``merged_into`` never leads to another that was merged.
    """

    retired_at = models.DateTimeField(_("retired"), null=True, editable=False)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, related_name="merged", verbose_name=_("merged into")
    )

    if TYPE_CHECKING:
        merged_into_id: int | None

    objects = ShelfQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=F("id")), name="articles_%(class)s_merged_elsewhere"
            )
        ]

    @property
    def survivor(self) -> Any:
        """What it was merged into, else itself."""
        return self.merged_into or self

    @property
    def is_retired(self) -> bool:
        """Whether it is offered no more."""
        return self.retired_at is not None
