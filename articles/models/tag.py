"""Tags: what a story is about."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import _TaggableManager
from taggit.models import ItemBase, NaturalKeyManager, TagBase

from articles.models.address import AddressedText
from articles.models.shelf import Shelf, ShelfQuerySet
from articles.slugs import fold, slug_of


class Tag(TagBase, Shelf):  # type: ignore[django-manager-missing]  # taggit comes without types
    """A topic. ``name`` is the desk's; two names that differ only in case or apostrophe are one tag.

    One that was merged keeps its name, so that whoever types it gets the tag that it was merged into.
    """

    folded = models.CharField(max_length=120, unique=True, editable=False)

    objects: ClassVar[Any] = NaturalKeyManager.from_queryset(ShelfQuerySet)()  # type: ignore[django-manager-missing]

    class Meta(Shelf.Meta):
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold(self.name)[:120]
        super().save(*args, **kwargs)

    def slugify(self, tag: str, i: int | None = None) -> str:
        slug = slug_of(tag) or "tag"
        return f"{slug}-{i}" if i else slug


class TagText(AddressedText):
    """What readers see of a tag in one language."""

    SHELF = "tags"
    OWNER = "tag"

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="texts")
    description = models.TextField(_("description"), blank=True)

    class Meta:
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        constraints = [
            models.UniqueConstraint(fields=["tag", "language"], name="articles_tag_text_once"),
            models.UniqueConstraint(fields=["language", "slug"], name="articles_tag_slug_once"),
        ]


class TagManager(_TaggableManager):
    """Finds tags by their folded name, so that “Дрони” and “дрони” are never two."""

    def _to_tag_model_instances(self, tags: Any, tag_kwargs: dict[str, Any]) -> set[Tag]:
        """Existing tags for these names or tags; what is missing is made."""
        found: set[Tag] = set()
        for tag in tags:
            if isinstance(tag, Tag):
                found.add(tag.survivor)
                continue
            name = " ".join(str(tag).split())
            known = Tag.objects.filter(folded=fold(name)[:120]).select_related("merged_into").first()
            found.add(known.survivor if known else Tag.objects.create(name=name, **tag_kwargs))
        return found


class TaggedArticle(ItemBase):
    """That an article carries a tag."""

    tag = models.ForeignKey(Tag, models.PROTECT, related_name="tagged_articles")
    content_object = models.ForeignKey("articles.Article", models.CASCADE, related_name="tagged")

    class Meta:
        verbose_name = _("tag of an article")
        verbose_name_plural = _("tags of an article")
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="articles_tagged_once")]
