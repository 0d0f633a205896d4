"""What supporters want to be found out, and who asked for it. ``support.topics`` alone writes these rows."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from outlet import languages
from outlet.languages import LanguageField

MOST_WORDS = 2000


class TopicState(models.TextChoices):
    """Where a topic stands. Whether something was published of it the editions of its article say, and no state."""

    PROPOSED = "proposed", _("Waits for moderation")
    OPEN = "open", _("Open for votes")
    REPORTED = "reported", _("Being reported")
    DECLINED = "declined", _("Declined")
    MERGED = "merged", _("Merged")


class TopicQuerySet(models.QuerySet["Topic"]):
    """Topics by what readers may see of them."""

    def public(self) -> TopicQuerySet:
        """What readers find: all that was ever let through, but for what became a part of another topic."""
        return self.filter(public_since__isnull=False).exclude(state=TopicState.MERGED)

    def waiting(self) -> TopicQuerySet:
        """What nobody has decided about, the longest wait first."""
        return self.filter(state=TopicState.PROPOSED).order_by("proposed_at", "pk")


class Topic(models.Model):
    """A question that the newsroom is asked to look into.

    ``proposed_by`` is a supporter, ``begun_by`` somebody at the desk; neither is known of a supporter who was deleted.
    ``public_since`` is empty until an editor lets it through. ``article`` is what came of it.
    """

    title = models.CharField(_("title"), max_length=140)
    question = models.TextField(_("what should be found out"), max_length=MOST_WORDS)
    language = LanguageField()
    state = models.CharField(
        _("state"), max_length=20, choices=TopicState.choices, default=TopicState.PROPOSED, editable=False
    )
    proposed_by = models.ForeignKey(
        "support.Supporter", models.SET_NULL, null=True, editable=False, related_name="proposals",
        verbose_name=_("proposed by"),
    )  # fmt: skip
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("begun by"),
    )  # fmt: skip
    proposed_at = models.DateTimeField(_("proposed"), default=timezone.now, editable=False)
    public_since = models.DateTimeField(_("public since"), null=True, editable=False)
    reason = models.TextField(_("reason"), blank=True, editable=False)
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("decided by"),
    )  # fmt: skip
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, related_name="merged", verbose_name=_("merged into")
    )
    article = models.OneToOneField(
        "articles.Article", models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("article")
    )

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["-proposed_at", "-id"]
        default_permissions = ("view", "add", "change")
        constraints = [
            models.CheckConstraint(condition=Q(state__in=TopicState.values), name="support_topic_state_known"),
            models.CheckConstraint(
                condition=Q(state=TopicState.REPORTED) ^ Q(article__isnull=True),
                name="support_topic_reported_has_article",
            ),
            models.CheckConstraint(
                condition=Q(state=TopicState.MERGED) ^ Q(merged_into__isnull=True), name="support_topic_merged_into_one"
            ),
            models.CheckConstraint(
                condition=Q(state=TopicState.PROPOSED) | Q(decided_at__isnull=False),
                name="support_topic_decided_some_time",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "proposed_at"], name="support_topic_queue"),
            models.Index(fields=["language", "state", "-decided_at"], name="support_topic_of_language"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def path(self) -> str:
        """Its page."""
        return f"{languages.prefix(self.language)}next/{self.pk}/"

    @property
    def keys(self) -> set[str]:
        """The surrogate keys of the pages that show it; that of the article's page too, which tells of it."""
        own = {f"topic-{self.pk}", f"topics-{self.language}"}
        return own | {f"article-{self.article_id}"} if self.article_id else own


class Vote(models.Model):
    """That a supporter asks for a topic; who proposes it does, too. How many voices that is their tier says.

    ``told_at`` is when the letter to them was posted that the story is public. It stays empty until there is one.
    """

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="votes")
    supporter = models.ForeignKey("support.Supporter", models.CASCADE, related_name="votes")
    at = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["topic", "supporter"], name="support_vote_once_a_person")]
        indexes = [models.Index(fields=["topic"], condition=Q(told_at=None), name="support_vote_to_tell")]

    def __str__(self) -> str:
        return f"{self.topic_id}: {self.supporter_id}"
