"""Articles: the desk's working copy, one row for life. Nothing that readers see is read from here."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.models.limit import sections_kept_to
from articles.models.tag import TaggedArticle, TagManager
from articles.models.web import leads_to_the_web
from articles.slugs import LONGEST
from articles.workflow import Flag, Stage
from body.fields import BodyField
from outlet.languages import LanguageField

if TYPE_CHECKING:
    from staff.models import User


class Kind(models.TextChoices):
    """What sort of piece it is; readers see the word above the headline."""

    BRIEF = "brief", _("Brief")
    REPORT = "report", _("Report")
    ANALYSIS = "analysis", _("Analysis")
    OPINION = "opinion", _("Opinion")
    EXPLAINER = "explainer", _("Explainer")
    INTERVIEW = "interview", _("Interview")
    REVIEW = "review", _("Review")
    SPONSORED = "sponsored", _("Sponsored")
    PARTNER = "partner", _("Partner content")


# Somebody outside the paper pays for these; readers are told so wherever one stands (``articles.paid``).
PAID = frozenset({Kind.SPONSORED, Kind.PARTNER})


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles as the desk sees them."""

    def written_by(self, user: User) -> ArticleQuerySet:
        """Those that this user began or in whose byline they stand."""
        return self.filter(pk__in=numbers_written_by(user))

    def in_charge_of(self, user: User) -> ArticleQuerySet:
        """Those whose editor this user is: all with the right to others', or those of the sections they keep to."""
        if not user.has_perm("articles.change_any_article"):
            return self.none()
        sections = sections_kept_to(user)
        return self.filter(section__in=sections) if sections else self.all()

    def visible_to(self, user: User) -> ArticleQuerySet:
        """What this user may open at the desk: their own, and what they are in charge of or may all see."""
        sees_others = user.has_perm("articles.view_any_article") or user.has_perm("articles.change_any_article")
        if not sees_others:
            return self.written_by(user) if user.has_perm("articles.view_article") else self.none()
        sections = sections_kept_to(user)
        return self.written_by(user) | self.filter(section__in=sections) if sections else self.all()


class Article(models.Model):  # type: ignore[django-manager-missing]  # taggit comes without types
    """A story as it is being written. ``version`` is the number of its newest revision.

    Stage (where the working copy stands) lives here; publication (what readers have) is derived
    from the editions, never stored. Both change only through ``articles.actions``.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.REPORT)
    language = LanguageField()
    translation_group = models.UUIDField(_("translations"), default=uuid.uuid4, editable=False)
    headline = models.CharField(_("headline"), max_length=300, blank=True)
    kicker = models.CharField(
        _("kicker"),
        max_length=80,
        blank=True,
        help_text=_("A few words above the headline, such as “History repeating”."),
    )
    standfirst = models.TextField(
        _("standfirst"), blank=True, help_text=_("One or two sentences under the headline that say why to read on.")
    )
    lead_image = models.ForeignKey(
        "articles.Image", models.PROTECT, null=True, blank=True, related_name="leads", verbose_name=_("lead image")
    )
    lead_alt_text = models.CharField(
        _("alternative text here"),
        max_length=400,
        blank=True,
        help_text=_("Only where it must differ from the image's own."),
    )
    lead_caption = models.CharField(
        _("caption here"), max_length=600, blank=True, help_text=_("Only where it must differ from the image's own.")
    )
    body = BodyField(_("text"), blank=True, default="")
    section = models.ForeignKey(
        "articles.Section", models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("section")
    )
    tags = TaggableManager(_("tags"), through=TaggedArticle, manager=TagManager, blank=True)
    by_newsroom = models.BooleanField(
        _("by the newsroom"), default=False, help_text=_("Signed by the paper itself, where no person signs it.")
    )
    dateline = models.CharField(_("dateline"), max_length=80, blank=True, help_text=_("Where it was reported from."))
    how_we_reported = models.TextField(_("how we reported this"), blank=True)
    sponsor = models.CharField(
        _("sponsor"),
        max_length=120,
        blank=True,
        help_text=_(
            "For what is paid for: who pays, as readers know them. Stands above the headline and on every card."
        ),
    )
    sponsor_url = models.URLField(_("sponsor’s website"), max_length=300, blank=True)
    disclosure = models.TextField(
        _("who paid and who wrote"),
        blank=True,
        help_text=_("For what is paid for: stands before the text. Empty: a sentence of ours with the sponsor’s name."),
    )
    slug = models.SlugField(
        _("slug"), max_length=LONGEST, blank=True, help_text=_("The last part of the address; made from the headline.")
    )
    seo_title = models.CharField(_("headline for search engines"), max_length=120, blank=True)
    seo_description = models.CharField(_("description for search engines"), max_length=300, blank=True)
    social_title = models.CharField(_("headline for sharing"), max_length=120, blank=True)
    social_description = models.CharField(_("description for sharing"), max_length=300, blank=True)

    stage = models.CharField(_("stage"), max_length=20, choices=Stage.choices, default=Stage.DRAFT, editable=False)
    approved_revision = models.ForeignKey(
        "articles.Revision", models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    version = models.PositiveIntegerField(_("version"), default=0, editable=False)
    word_count = models.PositiveIntegerField(_("words"), default=0, editable=False)
    stage_since = models.DateTimeField(_("in this stage since"), default=timezone.now, editable=False)
    # Desk work, not publication: whether the newest version is in no edition. Boards read it; the verbs write it.
    is_pending = models.BooleanField(_("waits to be published"), default=True, editable=False)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("reviewed by"),
    )
    claimed_at = models.DateTimeField(_("review taken"), null=True, editable=False)
    legal_flag = models.CharField(
        _("legal check"), max_length=20, choices=Flag.choices, default=Flag.NOT_NEEDED, editable=False
    )
    legal_flag_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    legal_flag_at = models.DateTimeField(null=True, editable=False)
    picture_flag = models.CharField(
        _("picture desk"), max_length=20, choices=Flag.choices, default=Flag.NOT_NEEDED, editable=False
    )
    picture_flag_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    picture_flag_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(_("begun"), default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("begun by"),
    )
    saved_at = models.DateTimeField(_("last saved"), default=timezone.now, editable=False)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("saved by"),
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-saved_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["translation_group", "language"], name="articles_article_once_a_language"),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="articles_article_stage_known"),
            leads_to_the_web("sponsor_url", name="articles_article_sponsor_on_the_web"),
            models.CheckConstraint(
                condition=~Q(stage=Stage.APPROVED) | Q(approved_revision__isnull=False),
                name="articles_article_approval_of_revision",
            ),
            models.CheckConstraint(condition=Q(legal_flag__in=Flag.values), name="articles_article_legal_flag_known"),
            models.CheckConstraint(
                condition=Q(picture_flag__in=Flag.values), name="articles_article_picture_flag_known"
            ),
            models.CheckConstraint(
                condition=Q(claimed_by__isnull=True) | Q(claimed_at__isnull=False, stage=Stage.SUBMITTED),
                name="articles_article_claimed_in_review",
            ),
        ]
        indexes = [
            # The list of the desk begins with what was saved last, whatever it is narrowed to.
            models.Index(fields=["-saved_at", "-id"], name="articles_article_last_saved"),
            models.Index(fields=["stage", "-saved_at", "-id"], name="articles_article_of_stage"),
            models.Index(fields=["section", "-saved_at", "-id"], name="articles_article_of_section"),
            models.Index(fields=["kind", "-saved_at", "-id"], name="articles_article_of_kind"),
            models.Index(fields=["language", "-saved_at", "-id"], name="articles_article_of_language"),
            models.Index(fields=["legal_flag", "-saved_at", "-id"], name="articles_article_legal_flag"),
            models.Index(fields=["picture_flag", "-saved_at", "-id"], name="articles_article_picture_flag"),
            models.Index(fields=["-saved_at", "-id"], condition=Q(is_pending=True), name="articles_article_pending"),
            models.Index(
                fields=["stage", "stage_since"], condition=Q(is_pending=True), name="articles_article_to_be_done"
            ),
            models.Index(
                fields=["saved_at"], condition=Q(legal_flag=Flag.REQUIRED), name="articles_article_for_lawyers"
            ),
            models.Index(
                fields=["saved_at"], condition=Q(picture_flag=Flag.REQUIRED), name="articles_article_for_pictures"
            ),
            models.Index(
                fields=["created_by", "-saved_at"], condition=Q(is_pending=True), name="articles_article_own_to_do"
            ),
        ]
        permissions = [
            ("view_any_article", _("Can see articles of others")),
            ("change_any_article", _("Can change articles of others")),
            ("submit_article", _("Can submit for review")),
            ("approve_article", _("Can approve or send back")),
            ("publish_article", _("Can publish")),
            ("schedule_article", _("Can publish at a time ahead")),
            ("publish_sponsored", _("Can publish what is paid for: sponsored stories and partner content")),
            ("correct_article", _("Can publish corrections")),
            ("unpublish_article", _("Can unpublish")),
            ("retract_article", _("Can retract")),
            ("take_down_article", _("Can take down for legal reasons")),
            ("override_check", _("Can publish although a check is in the way")),
            ("break_lock", _("Can take over a review that somebody else has taken")),
            ("see_legal_notes", _("Can see and write legal notes")),
            ("clear_legal_flag", _("Can say that the legal check is done")),
            ("clear_picture_flag", _("Can say that the picture desk is done")),
        ]

    def __str__(self) -> str:
        return self.headline or str(_("Without a headline"))


class Role(models.TextChoices):
    """As what an author stands in a byline."""

    WRITER = "writer", _("Writer")
    REPORTING = "reporting", _("Additional reporting")
    PHOTOGRAPHS = "photographs", _("Photographs")
    ILLUSTRATION = "illustration", _("Illustration")
    EDITOR = "editor", _("Editor")
    TRANSLATOR = "translator", _("Translator")


class Byline(models.Model):
    """That an author stands under a story, as what, and in which place."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    author = models.ForeignKey("articles.Author", models.PROTECT, related_name="bylines", verbose_name=_("author"))
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.WRITER)
    text = models.CharField(
        _("name here"), max_length=120, blank=True, help_text=_("Only where it must differ from the author's name.")
    )
    order = models.PositiveIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "author", "role"],
                name="articles_byline_once",
                violation_error_message=_("This author stands here with this role already."),
            )
        ]

    def __str__(self) -> str:
        return self.text or str(self.author)


def numbers_written_by(user: User) -> models.QuerySet[Article, int]:
    """The ids of the articles that this user began or signs, each found by an index of its own; for a subquery."""
    begun = Article.objects.filter(created_by=user).order_by().values_list("pk", flat=True)
    return begun.union(Byline.objects.filter(author__user=user).order_by().values_list("article_id", flat=True))
