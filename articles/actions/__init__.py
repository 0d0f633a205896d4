"""The verbs: the only code that changes what is public, or an article's stage.

Each function takes the thing first and the rest by keyword: ``by`` a user, ``at`` an aware moment,
``version`` the number of the revision that the person looked at. Each checks the right, the table in
``articles.workflow`` and, where it publishes, the preflight; writes state, revision, edition and log
entry in one transaction under a lock on the article's row; and posts to the outbox what the world is
told after commit. All raise ``articles.refusals.Refused``, and then nothing has changed.
"""

from articles.actions.carrying import add_place, settle_place
from articles.actions.correcting import correct, needs_second, propose_note, waiting_note
from articles.actions.flags import add_legal_note, flag
from articles.actions.handing_over import hand_over
from articles.actions.publishing import cancel, may_override, publish
from articles.actions.review import approve, claim, release, send_back, submit
from articles.actions.steps import may
from articles.actions.withdrawing import retract, take_down, unpublish
from articles.actions.writing import restore, save, translate

__all__ = [
    "add_legal_note",
    "add_place",
    "approve",
    "cancel",
    "claim",
    "correct",
    "flag",
    "hand_over",
    "may",
    "may_override",
    "needs_second",
    "propose_note",
    "publish",
    "release",
    "restore",
    "retract",
    "save",
    "send_back",
    "settle_place",
    "submit",
    "take_down",
    "translate",
    "unpublish",
    "waiting_note",
]
