"""The words by which the desk finds an article."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.slugs import LONGEST_WORD

BEHIND_ALL_LETTERS = "\U0010ffff"


class FoldedField(models.CharField):
    """Text in the order of its code points on every database, so that one index serves each question for a prefix.

    SQLite orders so by itself; PostgreSQL by the language of the server, unless it is told.
    """

    def db_parameters(self, connection: BaseDatabaseWrapper) -> Any:
        parameters: Any = super().db_parameters(connection)
        return parameters | {"collation": "C"} if connection.vendor == "postgresql" else parameters


class ArticleWord(models.Model):
    """That a folded word (``articles.slugs.folded_words``) stands in an article's headline, slug or byline."""

    pk = models.CompositePrimaryKey("article_id", "word")
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="words", db_index=False)
    word = FoldedField(max_length=LONGEST_WORD)

    class Meta:
        verbose_name = _("word of an article")
        verbose_name_plural = _("words of articles")
        default_permissions = ()
        indexes = [models.Index(fields=["word", "article"], name="articles_word_begins")]

    def __str__(self) -> str:
        return self.word


def begins(prefix: str) -> Q:
    """Words that begin with this."""
    return Q(word__gte=prefix, word__lt=prefix + BEHIND_ALL_LETTERS)
