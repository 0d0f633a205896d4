"""Who leaves hands open work to a colleague."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from activity.models import record
from articles.actions.steps import let_go
from articles.models import Article
from articles.refusals import NotAllowed
from articles.workflow import Verb
from staff.models import User


def open_work(user: User) -> int:
    """How many articles this user began that are not finished."""
    return Article.objects.filter(created_by=user, is_pending=True).count()


@transaction.atomic
def hand_over(user: User, *, to: User, by: User) -> int:
    """Makes another person the one who began all of the user's unfinished articles; gives how many.

    Bylines stay: they say who wrote the words. Reviews that the user had taken are given back.
    """
    if not by.has_perm("staff.change_user"):
        raise NotAllowed(_("You may not hand over the work of others."))
    drafts = list(Article.objects.select_for_update(of=("self",)).filter(created_by=user, is_pending=True))
    for article in drafts:
        article.created_by = to
        article.save(update_fields=["created_by"])
        record(article, "hand-over", by=by, taken_from=user.pk, given_to=to.pk)
    for article in Article.objects.select_for_update(of=("self",)).filter(claimed_by=user):
        record(article, Verb.RELEASE, by=by, taken_from=user.pk)
        let_go(article)
    return len(drafts)
