"""Publishing: what the verb makes public, and what it refuses."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from activity.models import Entry
from articles import actions
from articles.models import Address, Edition, RelatedStory, Revision
from articles.models.edition import EditionIsFinal
from articles.models.revision import RevisionIsFinal
from articles.refusals import AnswerNeeded, ChangedMeanwhile, NotAllowed, NotReady, Refused, WrongState
from articles.workflow import Stage
from jobs.models import Message
from outlet.models import Outlet
from staff.models import User

SOON = timedelta(hours=3)


def rewrite(article, user, **fields):
    return actions.save(article, by=user, changes={"fields": fields})


def approve_again(article, writer, editor):
    if article.stage != Stage.SUBMITTED:
        actions.submit(article, by=writer)
    actions.approve(article, by=editor)


def test_a_published_story_is_frozen_while_its_draft_goes_on(publish, rita):
    edition = publish(headline="As it was published")
    rewrite(edition.article, rita, headline="As it is being rewritten")
    live = Edition.objects.live().get()
    assert (live.headline, live.article.headline) == ("As it was published", "As it is being rewritten")
    assert live.article.stage == Stage.SUBMITTED


def test_publishing_again_replaces_the_story_and_keeps_its_place_and_address(publish, rita, edna):
    first = publish()
    rewrite(first.article, rita, headline="Another headline")
    actions.approve(first.article, by=edna)
    second = actions.publish(first.article, by=edna, substantial=True, why="New facts")
    live = Edition.objects.live().get()
    assert live.pk == second.pk
    assert (live.number, live.headline) == (2, "Another headline")
    assert (live.first_published_at, live.path) == (first.live_from, first.path)
    assert live.updated_at == second.live_from
    first.refresh_from_db()
    assert first.live_until == second.live_from


def test_a_minor_change_is_not_called_an_update(publish, rita, edna):
    first = publish()
    rewrite(first.article, rita, headline="Another headline")
    actions.approve(first.article, by=edna)
    assert actions.publish(first.article, by=edna, substantial=False).updated_at is None


def test_a_second_publication_is_asked_whether_it_is_substantial(publish, rita, edna):
    article = publish().article
    rewrite(article, rita, headline="Another headline")
    actions.approve(article, by=edna)
    with pytest.raises(AnswerNeeded) as question:
        actions.publish(article, by=edna)
    assert question.value.code == "substantial"
    assert Edition.objects.count() == 1


def test_publishing_the_same_thing_twice_makes_one_edition(publish, edna):
    edition = publish()
    assert actions.publish(edition.article, by=edna).pk == edition.pk
    assert Edition.objects.count() == 1


def test_scheduling_the_same_thing_twice_makes_one_edition(publish, edna):
    edition = publish(at=timezone.now() + SOON)
    assert actions.publish(edition.article, by=edna, at=edition.live_from).pk == edition.pk
    assert Edition.objects.count() == 1


def test_a_story_scheduled_ahead_appears_by_itself(publish):
    edition = publish(at=timezone.now() + SOON)
    assert not Edition.objects.live().exists()
    with time_machine.travel(edition.live_from + timedelta(seconds=1)):
        assert Edition.objects.live().get().pk == edition.pk


def test_what_lies_ahead_is_cancelled_or_renewed_and_never_left_with_the_old_text(publish, rita, edna):
    edition = publish(at=timezone.now() + SOON, headline="The old text")
    article = edition.article
    rewrite(article, rita, headline="The new text")
    actions.approve(article, by=edna)
    with pytest.raises(AnswerNeeded) as question:
        actions.publish(article, by=edna)
    assert [ahead.pk for ahead in question.value.editions] == [edition.pk]
    actions.publish(article, by=edna, ahead="renew")
    with time_machine.travel(edition.live_from + timedelta(seconds=1)):
        live = Edition.objects.live().get()
    assert (live.headline, live.live_from) == ("The new text", edition.live_from)


def test_a_cancelled_publication_never_begins_and_its_path_is_free_again(publish, edna):
    edition = publish(at=timezone.now() + SOON)
    actions.cancel(edition, by=edna)
    assert not Address.objects.filter(path=edition.path).exists()
    with time_machine.travel(edition.live_from + timedelta(days=1)):
        assert not Edition.objects.live().exists()
        with pytest.raises(WrongState):
            actions.cancel(edition, by=edna)


def test_a_time_that_is_past_is_refused(write, rita, edna):
    article = write()
    approve_again(article, rita, edna)
    with pytest.raises(Refused) as refusal:
        actions.publish(article, by=edna, at=timezone.now() - SOON)
    assert refusal.value.code == "time-past"


def test_an_unapproved_text_is_never_published(publish, write, rita, edna):
    with pytest.raises(WrongState):
        actions.publish(write(), by=edna)
    article = publish(headline="Approved").article
    rewrite(article, edna, headline="Not approved")
    with pytest.raises(WrongState):
        actions.publish(article, by=edna, substantial=True, why="New facts")
    assert Edition.objects.live().get().headline == "Approved"


def test_approving_a_text_that_changed_since_one_looked_is_refused(write, rita, edna):
    article = write()
    actions.submit(article, by=rita)
    looked_at = article.version
    rewrite(article, rita, headline="Changed meanwhile")
    with pytest.raises(ChangedMeanwhile):
        actions.approve(article, by=edna, version=looked_at)
    article.refresh_from_db()
    assert article.stage == Stage.SUBMITTED


def test_one_step_approval_is_for_those_who_did_not_write_the_change(publish, write, rita, edna, boris):
    article = write()
    actions.submit(article, by=rita)
    actions.publish(article, by=edna, approving=True)
    rewrite(article, edna, headline="Edna's own change")
    with pytest.raises(NotAllowed):
        actions.publish(article, by=edna, approving=True, substantial=False)
    actions.publish(article, by=boris, approving=True, substantial=False)
    assert Edition.objects.live().get().headline == "Edna's own change"


def test_with_four_eyes_nobody_approves_their_own_change(publish, edna, boris):
    article = publish().article
    rewrite(article, edna, headline="Edna's own change")
    with pytest.raises(NotAllowed):
        actions.approve(article, by=edna)
    actions.approve(article, by=boris)
    assert article.stage == Stage.APPROVED


def test_persons_are_compared_and_not_permissions(publish, edna):
    article = publish().article
    rewrite(article, edna, headline="Edna's own change")
    User.objects.filter(pk=edna.pk).update(is_superuser=True)
    with pytest.raises(NotAllowed):
        actions.approve(article, by=User.objects.get(pk=edna.pk))


def test_an_outlet_of_two_people_can_relax_it(publish, outlet, edna):
    article = publish().article
    rewrite(article, edna, headline="Edna's own change")
    Outlet.objects.update(four_eyes=False)
    actions.approve(article, by=edna)
    assert article.stage == Stage.APPROVED


@pytest.mark.parametrize("field", ["headline", "standfirst", "section", "lead_image", "body"])
def test_a_report_without_what_it_needs_is_refused_beside_the_field(write, rita, edna, field):
    article = write(**{field: None if field in {"section", "lead_image"} else ""})
    approve_again(article, rita, edna)
    with pytest.raises(NotReady) as refusal:
        actions.publish(article, by=edna)
    assert [problem.field for problem in refusal.value.problems] == [field]
    assert not Edition.objects.exists()


def test_a_brief_needs_neither_standfirst_nor_picture(write, rita, edna):
    article = write(kind="brief", standfirst="", lead_image=None)
    approve_again(article, rita, edna)
    assert actions.publish(article, by=edna).kind == "brief"


def test_a_picture_without_credit_or_words_is_refused_wherever_it_stands(write, rita, edna):
    from tests.cast import make_picture

    bare = make_picture("red", credit="")
    bare.texts.all().delete()
    article = write(body=f'<p>Text.</p><figure data-image="{bare.pk}"></figure>')
    approve_again(article, rita, edna)
    with pytest.raises(NotReady) as refusal:
        actions.publish(article, by=edna)
    assert {problem.code for problem in refusal.value.problems} == {"alt-text-missing", "credit-missing"}


def test_an_article_without_author_needs_the_newsroom_to_sign(write, rita, edna, boris):
    article = write()
    actions.save(article, by=rita, changes={"bylines": []})
    approve_again(article, rita, edna)
    with pytest.raises(NotReady):
        actions.publish(article, by=edna)
    actions.save(article, by=edna, changes={"fields": {"by_newsroom": True}})
    actions.approve(article, by=boris)
    assert actions.publish(article, by=edna).by_newsroom


def test_a_path_is_never_given_to_another_article(publish, write, rita, edna):
    first = publish(slug="the-bridge")
    second = write(slug="the-bridge")
    approve_again(second, rita, edna)
    with pytest.raises(NotReady) as refusal:
        actions.publish(second, by=edna)
    assert refusal.value.problems[0].field == "slug"
    assert publish().path != first.path


def test_a_changed_slug_leaves_the_old_path_with_the_article(publish, rita, edna):
    first = publish(slug="one")
    rewrite(first.article, rita, slug="two")
    actions.approve(first.article, by=edna)
    second = actions.publish(first.article, by=edna, substantial=False)
    assert {address.path for address in first.article.addresses.all()} == {first.path, second.path}


def test_the_date_in_the_address_is_the_outlets(write, rita, edna):
    with time_machine.travel("2026-11-22T22:30:00Z"):  # half past midnight in Kyiv
        article = write(slug="late")
        approve_again(article, rita, edna)
        assert actions.publish(article, by=edna).path == "/2026/11/23/late/"


def test_every_verb_stands_in_the_log_and_the_world_is_told(publish):
    edition = publish()
    verbs = list(Entry.objects.about(edition.article).order_by("id").values_list("verb", flat=True))
    assert verbs == ["save", "submit", "approve", "publish"]
    keys = Message.objects.get(topic="purge").payload["keys"]
    assert f"article-{edition.article_id}" in keys and "front-en" in keys


def test_a_save_that_changes_nothing_makes_no_revision(write, rita):
    article = write()
    rewrite(article, rita, headline=article.headline)
    assert Revision.objects.filter(article=article).count() == 1


def test_a_save_from_an_older_version_is_refused(write, rita):
    article = write()
    rewrite(article, rita, headline="Second")
    with pytest.raises(ChangedMeanwhile):
        actions.save(article, by=rita, version=1, changes={"fields": {"headline": "From the first"}})
    article.refresh_from_db()
    assert article.headline == "Second"


def test_restoring_brings_back_text_bylines_and_tags_as_a_new_revision(write, rita):
    article = write(headline="First")
    before = article.revisions.get()
    actions.save(article, by=rita, changes={"fields": {"headline": "Second"}, "bylines": []})
    restored = actions.restore(before, by=rita)
    assert (restored.number, restored.snapshot) == (3, before.snapshot)
    article.refresh_from_db()
    assert article.headline == "First" and article.bylines.count() == 1


def test_reporters_cannot_touch_each_others_drafts(write, sam):
    article = write()
    for deed in (
        lambda: actions.save(article, by=sam, changes={"fields": {"headline": "Sam was here"}}),
        lambda: actions.submit(article, by=sam),
        lambda: actions.restore(article.revisions.get(), by=sam),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_a_note_is_needed_to_send_back_and_the_author_can_mend(write, rita, edna):
    article = write()
    actions.submit(article, by=rita)
    with pytest.raises(Refused):
        actions.send_back(article, by=edna, note="  ")
    actions.send_back(article, by=edna, note="Who paid?")
    assert article.stage == Stage.SENT_BACK
    actions.submit(article, by=rita)
    assert article.stage == Stage.SUBMITTED


def test_what_was_published_cannot_be_rewritten(publish):
    edition = publish()
    edition.headline = "Something else"
    with pytest.raises(EditionIsFinal):
        edition.save()
    with pytest.raises(EditionIsFinal):
        edition.body.save()
    with pytest.raises(RevisionIsFinal):
        edition.revision.save()


def test_numbers_are_never_double_and_no_edition_overlaps_another(publish):
    edition = publish()
    double = Edition.objects.get(pk=edition.pk)
    double.pk, double._state.adding = None, True
    with pytest.raises(IntegrityError), transaction.atomic():
        double.save()
    double.number, double.live_from = 2, edition.live_from + SOON
    with pytest.raises(IntegrityError), transaction.atomic():
        double.save()  # a second one without an end
    double.live_until = double.live_from - SOON
    with pytest.raises(IntegrityError), transaction.atomic():
        double.save()  # an end before the beginning


def test_a_story_is_not_related_to_itself(write):
    article = write()
    with pytest.raises(IntegrityError), transaction.atomic():
        RelatedStory.objects.create(article=article, target=article)
    with pytest.raises(IntegrityError), transaction.atomic():
        RelatedStory.objects.create(article=article)
