"""Who stands under it."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.models import Kind
from articles.preflight.registry import Found, check
from articles.preflight.subject import Subject
from articles.refusals import Level


@check("author-unknown", Level.WARN, _("Write a line about each author: readers learn nothing about one of them."))
def unknown(subject: Subject) -> Iterator[Found]:
    if subject.nameless_authors:
        yield Found("author")


@check("author-edits", Level.WARN, _("Name another editor: an analysis is edited by somebody who did not write it."))
def edits(subject: Subject) -> Iterator[Found]:
    by_role = {role: {row["author"] for row in subject.bylines if row["role"] == role} for role in ("writer", "editor")}
    if subject.article.kind == Kind.ANALYSIS and by_role["writer"] & by_role["editor"]:
        yield Found("author")
