"""Correcting publicly: the mended text and its note together, and what is remembered of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from activity.models import Entry
from articles import actions
from articles.models import Article, CarriedOn, Correction, NoteIsFinal
from articles.refusals import AnswerNeeded, NotAllowed, Refused, WrongState
from articles.workflow import Verb
from jobs.models import Message
from outlet.models import Outlet

WRONG = "An earlier version of this article said that the bridge opened in May. It opened in June."


@pytest.fixture
def mended(publish, rita, edna):
    """A live story whose newest version is mended and approved, and not public yet."""
    article = publish(headline="Opened in May").article
    actions.save(article, by=rita, changes={"fields": {"headline": "Opened in June"}})
    actions.approve(article, by=edna)
    return article


def test_text_and_note_become_public_together(mended, edna):
    before = mended.editions.live().get()
    note = actions.correct(mended, by=edna, text=WRONG, was_wrong="May", is_right="June")
    after = mended.editions.live().get()
    assert (note.edition_before, note.edition_after) == (before, after)
    assert after.headline == "Opened in June"
    assert (note.text, note.placement, note.written_by, note.approved_by) == (WRONG, "end", edna, None)
    assert note.published_at == after.live_from
    assert not mended.is_pending
    entry = Entry.objects.about(mended).first()
    assert (entry.verb, entry.details["correction"], entry.details["edition"]) == (Verb.CORRECT, note.pk, 2)
    assert "corrections-en" in Message.objects.filter(topic="purge").order_by("pk").last().payload["keys"]


def test_a_note_may_stand_alone(publish, edna):
    edition = publish()
    note = actions.correct(edition.article, by=edna, text=WRONG)
    assert note.edition_before == note.edition_after == edition
    assert edition.article.editions.count() == 1


def test_a_note_is_never_changed_or_removed_but_followed(publish, edna):
    article = publish().article
    note = actions.correct(article, by=edna, text="It opened in Juli.")
    note.text = "It opened in July."
    for deed in (note.save, note.delete, Correction.objects.all().delete, lambda: Correction.objects.update(text="")):
        with pytest.raises(NoteIsFinal):
            deed()
    actions.correct(article, by=edna, text="Our note misspelt July.")
    assert [each.text for each in article.corrections.all()] == ["Our note misspelt July.", "It opened in Juli."]


@pytest.mark.parametrize(
    "note", [{"gravity": "grave"}, {"kind": "clarification"}, {"kind": "clarification", "gravity": "grave"}]
)
def test_what_weighs_much_needs_two_persons(publish, edna, boris, note):
    article = publish().article
    with pytest.raises(NotAllowed) as refusal:
        actions.correct(article, by=edna, text=WRONG, **note)
    assert refusal.value.code == "second-needed"
    actions.propose_note(article, by=edna, **{"kind": "correction"} | note, text=WRONG)
    with pytest.raises(NotAllowed):
        actions.correct(article, by=edna, text=WRONG, **note)
    with pytest.raises(NotAllowed):
        actions.correct(article, by=boris, text="In words that Edna has not written.", **note)
    made = actions.correct(article, by=boris, text=WRONG, **note)
    assert (made.written_by, made.approved_by) == (edna, boris)
    assert actions.waiting_note(article) is None


def test_one_person_is_enough_where_the_outlet_says_so(publish, edna):
    Outlet.objects.update(four_eyes=False)
    note = actions.correct(publish().article, by=edna, text=WRONG, gravity="grave")
    assert (note.approved_by, note.placement) == (None, "top")


def test_who_may_not_correct_is_refused(publish, rita, sam):
    article = publish().article
    for person in (rita, sam):
        with pytest.raises(NotAllowed):
            actions.correct(article, by=person, text=WRONG)
        with pytest.raises(NotAllowed):
            actions.propose_note(article, by=person, kind="correction", text=WRONG)


def test_only_what_readers_have_had_is_corrected(write, rita, edna):
    article = write()
    actions.submit(article, by=rita)
    actions.approve(article, by=edna)
    for deed in (actions.correct, actions.propose_note):
        with pytest.raises(WrongState):
            deed(article, by=edna, kind="correction", text=WRONG)


def test_the_note_must_say_something(publish, edna):
    with pytest.raises(Refused) as refusal:
        actions.correct(publish().article, by=edna, text=" \n")
    assert refusal.value.code == "text-missing"


def test_what_lies_ahead_does_not_bring_the_error_back(mended, rita, edna):
    ahead = actions.publish(mended, by=edna, at=timezone.now() + timedelta(hours=3), substantial=True, why="New facts")
    actions.save(mended, by=rita, changes={"fields": {"headline": "Opened in July"}})
    actions.approve(mended, by=edna)
    with pytest.raises(AnswerNeeded):
        actions.correct(mended, by=edna, text=WRONG)
    actions.correct(mended, by=edna, text=WRONG, ahead="renew")
    assert mended.editions.ahead().get().live_from == ahead.live_from
    assert {edition.headline for edition in mended.editions.uncancelled()[1:]} == {"Opened in July"}


def test_a_retraction_makes_its_note_by_itself(publish, ada):
    article = publish().article
    with pytest.raises(WrongState):
        actions.correct(article, by=ada, kind="retraction", text="We withdraw this story.")
    notice = actions.retract(article, by=ada, reason="Fabricated", words="We withdraw this story.")
    note = article.corrections.get()
    assert (note.kind, note.gravity, note.text) == ("retraction", "grave", "We withdraw this story.")
    assert (note.edition_after, note.published_at, note.was_wrong) == (notice, notice.live_from, "Fabricated")


def test_a_substantial_change_without_a_note_needs_a_reason(mended, edna):
    with pytest.raises(AnswerNeeded) as question:
        actions.publish(mended, by=edna, substantial=True)
    assert question.value.code == "why"
    actions.publish(mended, by=edna, substantial=True, why="The council voted meanwhile")
    assert "The council voted meanwhile" in Entry.objects.about(mended).first().note


def test_the_outlet_may_refuse_a_substantial_change_without_a_note(mended, edna):
    Outlet.objects.update(silent_changes="refuse")
    with pytest.raises(Refused) as refusal:
        actions.publish(mended, by=edna, substantial=True, why="The council voted meanwhile")
    assert refusal.value.code == "note-needed"
    actions.correct(mended, by=edna, kind="update", text="The council has voted since.")
    assert mended.editions.live().get().updated_at


def test_a_correction_lists_what_else_may_carry_the_words(publish, write, edna):
    article = publish(headline="Opened in May").article
    translation = Article.objects.create(
        language="uk", translation_group=article.translation_group, headline="Відкрили в травні"
    )
    card = f'<aside data-story="{article.pk}" data-headline="The bridge of May"></aside>'
    told = write(headline="The year", body=f"<p>Text.</p>{card}")
    write(headline="Bare card", body=f'<p>Text.</p><aside data-story="{article.pk}"></aside>')
    related = write(
        headline="The flood",
        related=[{"target": article.pk, "url": "", "kicker": "It opened in May", "headline": ""}],
    )
    note = actions.correct(article, by=edna, text=WRONG)
    assert [(row.what, row.article, row.words) for row in note.carried_on.all()] == [
        ("translation", translation, "Відкрили в травні"),
        ("card", told, "The bridge of May"),
        ("related", related, "It opened in May"),
    ]


def test_places_are_ticked_off_and_added_by_those_who_correct(publish, edna, rita):
    note = actions.correct(publish().article, by=edna, text=WRONG)
    with pytest.raises(NotAllowed):
        actions.add_place(note, by=rita, words="Newsletter of Friday")
    place = actions.add_place(note, by=edna, words="Newsletter of Friday")
    with pytest.raises(NotAllowed):
        actions.settle_place(place, by=rita, state="mended")
    actions.settle_place(place, by=edna, state="mended")
    assert (place.state, place.settled_by) == (CarriedOn.State.MENDED, edna)
    actions.settle_place(place, by=edna, state="open")
    assert (place.state, place.settled_by, place.settled_at) == (CarriedOn.State.OPEN, None, None)
