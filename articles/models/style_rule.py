"""House style: what editors want to be told of while they write."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.patterns import LONGEST, PatternError, compiled
from articles.refusals import Level
from outlet.languages import LanguageField


class StyleRule(models.Model):
    """A spelling that the paper does not use, and what it uses instead."""

    language = LanguageField(help_text=_("Looked for in articles of this language."))
    pattern = models.CharField(
        _("look for"),
        max_length=LONGEST,
        help_text=_("Whole words. One that begins with a small letter is found at the beginning of a sentence too."),
    )
    is_regex = models.BooleanField(
        _("regular expression"),
        default=False,
        help_text=_("In the syntax of RE2. A letter of any alphabet is \\p{L}: “Одес\\p{L}*” finds every ending."),
    )
    suggestion = models.CharField(_("write instead"), max_length=200, blank=True)
    message = models.CharField(
        _("why"), max_length=300, blank=True, help_text=_("A sentence for the one who writes. May be empty.")
    )
    level = models.CharField(
        _("weight"),
        max_length=10,
        choices=[(level.value, level.label) for level in (Level.WARN, Level.INFO)],
        default=Level.WARN,
    )
    is_on = models.BooleanField(_("on"), default=True)
    note = models.TextField(_("note"), blank=True, help_text=_("For those who look after the rules."))

    class Meta:
        verbose_name = _("rule of style")
        verbose_name_plural = _("rules of style")
        ordering = ["language", "pattern", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "pattern", "is_regex"],
                name="articles_style_rule_once",
                violation_error_message=_("This rule is here already."),
            ),
            models.CheckConstraint(
                condition=Q(level__in=[Level.WARN, Level.INFO]), name="articles_style_rule_never_in_the_way"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pattern} → {self.suggestion}" if self.suggestion else self.pattern

    def clean(self) -> None:
        super().clean()
        try:
            compiled(self.pattern, is_regex=self.is_regex)
        except PatternError as error:
            words = _("This pattern cannot be used: %(reason)s.") % {"reason": error}
            raise ValidationError({"pattern": ValidationError(words, code="pattern")}) from error
