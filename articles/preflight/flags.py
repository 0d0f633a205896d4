"""What other desks have to say, and what happened to the original of a translation."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.preflight.registry import Found, check
from articles.preflight.subject import Subject
from articles.refusals import Level
from articles.workflow import Flag


@check(
    "legal-check", Level.BLOCK, _("Wait for the legal check, which has been asked for and is not done."),
    overridable=False,
)  # fmt: skip
def legal(subject: Subject) -> Iterator[Found]:
    if subject.article.legal_flag == Flag.REQUIRED:
        yield Found("")


@check(
    "picture-desk", Level.BLOCK, _("Wait for the picture desk, which has been asked and is not done."),
    overridable=False,
)  # fmt: skip
def picture_desk(subject: Subject) -> Iterator[Found]:
    if subject.article.picture_flag == Flag.REQUIRED:
        yield Found("")


@check(
    "translation-behind", Level.WARN, _("Compare with the original: it was changed after this version was last saved.")
)
def translation(subject: Subject) -> Iterator[Found]:
    changed = subject.facts.original_changed_at
    if changed is not None and changed > subject.article.saved_at:
        yield Found("")
