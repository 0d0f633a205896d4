"""Editors who keep to some sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from staff.models import User


class SectionLimit(models.Model):
    """That an editor keeps to a section. Who has none of these is an editor of all."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="section_limits", verbose_name=_("person")
    )
    section = models.ForeignKey("articles.Section", models.CASCADE, related_name="limits", verbose_name=_("section"))

    class Meta:
        verbose_name = _("section kept to")
        verbose_name_plural = _("sections kept to")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "section"],
                name="articles_section_limit_once",
                violation_error_message=_("This section stands here already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.section)


def sections_kept_to(user: User) -> frozenset[int]:
    """The sections that an editor is limited to; empty where there is no limit.

    Read once and kept on the user object, as Django keeps permissions; a request has an object of its own.
    """
    if not hasattr(user, "_sections_kept_to"):
        limits = SectionLimit.objects.filter(user_id=user.pk)
        user._sections_kept_to = frozenset(limits.values_list("section_id", flat=True))  # type: ignore[attr-defined]
    return user._sections_kept_to  # type: ignore[attr-defined]
