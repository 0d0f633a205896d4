"""Taking a story back, in its three ways."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles import actions
from articles.models import Edition, Notice
from articles.refusals import NotAllowed, Refused, WrongState

SOON = timedelta(hours=3)


def test_unpublishing_leaves_a_notice_and_cancels_all_that_lies_ahead(publish, rita, edna):
    article = publish().article
    actions.save(article, by=rita, changes={"fields": {"headline": "Ahead"}})
    actions.approve(article, by=edna)
    ahead = actions.publish(article, by=edna, at=timezone.now() + SOON, substantial=True, why="New facts")
    actions.unpublish(article, by=edna, reason="The source withdrew.")
    assert not Edition.objects.live().exists()
    assert Edition.objects.answering().get().notice == Notice.UNPUBLISHED
    with time_machine.travel(ahead.live_from + timedelta(days=1)):
        assert not Edition.objects.live().exists()


def test_an_end_can_lie_ahead(publish, edna):
    edition = publish()
    notice = actions.unpublish(edition.article, by=edna, reason="Offer ends", at=timezone.now() + SOON)
    assert Edition.objects.live().exists()
    with time_machine.travel(notice.live_from):
        assert not Edition.objects.live().exists()
    actions.cancel(notice, by=edna)
    with time_machine.travel(notice.live_from):
        assert Edition.objects.live().get().pk == edition.pk


def test_an_unpublished_story_can_come_back_where_it_stood(publish, edna):
    first = publish()
    actions.unpublish(first.article, by=edna, reason="Checking a fact.")
    again = actions.publish(first.article, by=edna)
    assert (again.path, again.first_published_at, again.updated_at) == (first.path, first.live_from, None)


def test_a_reason_is_needed(publish, edna):
    with pytest.raises(Refused) as refusal:
        actions.unpublish(publish().article, by=edna, reason=" ")
    assert refusal.value.code == "reason-missing"


def test_what_was_never_public_cannot_be_taken_back(write, edna):
    with pytest.raises(WrongState):
        actions.unpublish(write(), by=edna, reason="No reason")


def test_a_retraction_needs_its_public_words_and_only_its_right_undoes_it(publish, edna, ada):
    article = publish().article
    with pytest.raises(NotAllowed):
        actions.retract(article, by=edna, reason="Fabricated", words="We withdraw this story.")
    with pytest.raises(Refused):
        actions.retract(article, by=ada, reason="Fabricated", words="")
    actions.retract(article, by=ada, reason="Fabricated", words="We withdraw this story.")
    with pytest.raises(NotAllowed):
        actions.publish(article, by=edna)
    assert actions.publish(article, by=ada).is_story


def test_a_take_down_follows_on_a_retraction(publish, ada):
    article = publish().article
    actions.retract(article, by=ada, reason="Fabricated", words="We withdraw this story.")
    assert actions.take_down(article, by=ada, reason="Court order").notice == Notice.TAKEN_DOWN
