"""The table of stages and verbs. Buttons, checks, tests and the diagram in the docs read this one table.

Two axes, never mixed: the *stage* is where the working copy stands on the desk; the *publication* is
what readers have, derived from the editions and the time.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """Where the working copy stands."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    SENT_BACK = "sent_back", _("Sent back")
    APPROVED = "approved", _("Approved")


class Publication(models.TextChoices):
    """What readers have."""

    NEVER = "never", _("Never published")
    SCHEDULED = "scheduled", _("Scheduled")
    LIVE = "live", _("Live")
    UNPUBLISHED = "unpublished", _("Unpublished")
    RETRACTED = "retracted", _("Retracted")
    TAKEN_DOWN = "taken_down", _("Taken down")


class Flag(models.TextChoices):
    """What another desk has to say about an article: the lawyers, the picture desk."""

    NOT_NEEDED = "not_needed", _("Not needed")
    REQUIRED = "required", _("Required")
    DONE = "done", _("Done")


class Verb(models.TextChoices):
    """What can be done with an article. ``articles.actions`` has a function for each."""

    SAVE = "save", _("Save")
    RESTORE = "restore", _("Restore")
    SUBMIT = "submit", _("Submit for review")
    SEND_BACK = "send_back", _("Send back")
    CLAIM = "claim", _("Take the review")
    RELEASE = "release", _("Give the review back")
    APPROVE = "approve", _("Approve")
    PUBLISH = "publish", _("Publish")
    SCHEDULE = "schedule", _("Publish at a time ahead")
    CORRECT = "correct", _("Correct publicly")
    CANCEL = "cancel", _("Cancel what lies ahead")
    UNPUBLISH = "unpublish", _("Unpublish")
    RETRACT = "retract", _("Retract")
    TAKE_DOWN = "take_down", _("Take down")
    FLAG = "flag", _("Flag")


@dataclass(frozen=True)
class Rule:
    """When a verb may be done: from which stages and publications, to which stage, with which permission.

    ``to`` is None where the stage stays. Beside the permission every verb asks for the article: an editor's
    verbs are for those in charge of it (``articles.rights``), an author's also for those who wrote it.
    """

    verb: Verb
    stages: frozenset[Stage]
    publications: frozenset[Publication]
    to: Stage | None
    permission: str
    tells: Promise
    is_authors: bool = False

    def allows(self, stage: str, publication: str) -> bool:
        """Whether the verb has a meaning for an article in this state."""
        return stage in self.stages and publication in self.publications


ANY_STAGE = frozenset(Stage)
ANY = frozenset(Publication)
PUBLIC_ONCE = ANY - {Publication.NEVER, Publication.SCHEDULED}

TABLE: dict[Verb, Rule] = {
    rule.verb: rule
    for rule in (
        Rule(Verb.SAVE, ANY_STAGE, ANY, None, "articles.change_article", _("Saves the working copy."), is_authors=True),
        Rule(
            Verb.RESTORE,
            ANY_STAGE,
            ANY,
            None,
            "articles.change_article",
            _("Writes an old version back into the working copy."),
            is_authors=True,
        ),
        Rule(
            Verb.SUBMIT,
            frozenset({Stage.DRAFT, Stage.SENT_BACK}),
            ANY,
            Stage.SUBMITTED,
            "articles.submit_article",
            _("Asks an editor to review the article."),
            is_authors=True,
        ),
        Rule(
            Verb.CLAIM,
            frozenset({Stage.SUBMITTED}),
            ANY,
            None,
            "articles.approve_article",
            _("Tells the others that you review it; until you give it back, nobody else decides."),
        ),
        Rule(
            Verb.RELEASE,
            frozenset({Stage.SUBMITTED}),
            ANY,
            None,
            "articles.approve_article",
            _("Lets others review it."),
        ),
        Rule(
            Verb.SEND_BACK,
            frozenset({Stage.SUBMITTED, Stage.APPROVED}),
            ANY,
            Stage.SENT_BACK,
            "articles.approve_article",
            _("Returns the article to its author with a note."),
        ),
        Rule(
            Verb.APPROVE,
            frozenset({Stage.SUBMITTED}),
            ANY,
            Stage.APPROVED,
            "articles.approve_article",
            _("Declares this version fit to be published."),
        ),
        Rule(
            Verb.PUBLISH,
            frozenset({Stage.APPROVED}),
            ANY,
            None,
            "articles.publish_article",
            _("Makes the approved version public now."),
        ),
        Rule(
            Verb.SCHEDULE,
            frozenset({Stage.APPROVED}),
            ANY,
            None,
            "articles.schedule_article",
            _("Freezes the approved version; it becomes public at the time given."),
        ),
        Rule(
            Verb.CORRECT,
            frozenset({Stage.APPROVED}),
            frozenset({Publication.LIVE, Publication.UNPUBLISHED}),
            None,
            "articles.correct_article",
            _("Makes the mended text public, together with a dated note that says what was wrong."),
        ),
        Rule(
            Verb.CANCEL,
            ANY_STAGE,
            ANY,
            None,
            "articles.schedule_article",
            _("Cancels a publication, or an end, that lies ahead."),
        ),
        Rule(
            Verb.UNPUBLISH,
            ANY_STAGE,
            frozenset({Publication.LIVE}),
            None,
            "articles.unpublish_article",
            _("Takes the story back; its address says so. It can be published again."),
        ),
        Rule(
            Verb.RETRACT,
            ANY_STAGE,
            frozenset({Publication.LIVE, Publication.UNPUBLISHED}),
            None,
            "articles.retract_article",
            _("Withdraws the story for good; the notice stands in place of the text."),
        ),
        Rule(
            Verb.TAKE_DOWN,
            ANY_STAGE,
            PUBLIC_ONCE - {Publication.TAKEN_DOWN},
            None,
            "articles.take_down_article",
            _("Removes the story for legal reasons; only a short notice remains."),
        ),
        Rule(
            Verb.FLAG,
            ANY_STAGE,
            ANY,
            None,
            "articles.change_article",
            _("Asks the lawyers or the picture desk, or says that they are done."),
            is_authors=True,
        ),
    )
}

# To publish over such a notice one needs the right to have made it.
UNDOING = {
    Publication.RETRACTED: TABLE[Verb.RETRACT].permission,
    Publication.TAKEN_DOWN: TABLE[Verb.TAKE_DOWN].permission,
}
