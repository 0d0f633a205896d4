"""What is looked at before readers get a story, and every night in those that they have.

Saving a draft never asks for any of this. A check is a function under ``@check``; importing its module here
makes it known. Which there are: docs/concepts/preflight.md.
"""

from __future__ import annotations

from datetime import datetime

from articles.models import Article
from articles.preflight import (
    bylines,
    flags,
    headlines,
    marks,
    pictures,
    required,
    rules,
    structure,
    targets,
    typography,
)
from articles.preflight.pictures import lacks
from articles.preflight.registry import CHECKS, Check, find
from articles.preflight.subject import of_article
from articles.refusals import Level, Problem

# Each registers its checks when it is imported.
MODULES = (required, headlines, bylines, flags, pictures, targets, marks, typography, structure, rules)

__all__ = ["CHECKS", "Check", "blocking", "find", "lacks", "run"]


def run(article: Article, *, at: datetime | None = None) -> list[Problem]:
    """All that is found in the working copy: what is in the way first, then in the order of the form.

    ``at`` is when it is to be public. Costs nine queries at most, five for most articles.
    """
    return [check.problem(found) for check, found in find(of_article(article, at=at))]


def blocking(article: Article, *, at: datetime | None = None) -> list[Problem]:
    """What is in the way of publication."""
    return [problem for problem in run(article, at=at) if problem.level == Level.BLOCK]
