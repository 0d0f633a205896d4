"""Taking reviews, flags of other desks, legal notes, and editors who keep to some sections."""

import pytest

from activity.models import Entry
from articles import actions, rights
from articles.models import Article, SectionLimit
from articles.refusals import NotAllowed, WrongState
from articles.workflow import Flag, Stage, Verb
from jobs.models import Message
from staff.models import User
from tests.cast import make_section


def again(user):
    """The same person in another request, with nothing remembered."""
    return User.objects.get(pk=user.pk)


@pytest.fixture
def submitted(write, rita):
    article = write()
    actions.submit(article, by=rita)
    return article


def test_a_review_that_is_taken_is_decided_by_nobody_else(submitted, edna, boris):
    actions.claim(submitted, by=edna)
    for verb, options in ((actions.approve, {}), (actions.send_back, {"note": "Shorter."})):
        with pytest.raises(NotAllowed, match="Edna"):
            verb(submitted, by=boris, **options)
    with pytest.raises(NotAllowed):
        actions.claim(submitted, by=boris)
    actions.approve(submitted, by=edna)
    assert submitted.stage == Stage.APPROVED
    assert submitted.claimed_by is None


def test_a_review_is_given_back(submitted, edna, boris):
    actions.claim(submitted, by=edna)
    with pytest.raises(NotAllowed):
        actions.release(submitted, by=boris)
    actions.release(submitted, by=edna)
    actions.claim(submitted, by=boris)
    assert submitted.claimed_by == boris


def test_the_chief_editor_takes_a_review_over(submitted, edna, chris):
    actions.claim(submitted, by=edna)
    actions.claim(submitted, by=chris)
    assert submitted.claimed_by == chris
    entry = Entry.objects.about(submitted).filter(verb=Verb.CLAIM).first()
    assert (entry.by, entry.details["taken_from"]) == (chris, edna.pk)


def test_only_what_was_submitted_can_be_taken_and_only_by_editors(write, rita, sam, edna):
    article = write()
    with pytest.raises(WrongState):
        actions.claim(article, by=edna)
    actions.submit(article, by=rita)
    for person in (rita, sam):
        with pytest.raises(NotAllowed):
            actions.claim(article, by=person)


def test_an_editor_with_sections_sees_and_decides_on_those_alone(submitted, write, rita, edna):
    culture = make_section("Culture", "culture")
    in_culture = write(headline="The choir", section=culture.pk)
    actions.submit(in_culture, by=rita)
    SectionLimit.objects.create(user=edna, section=culture)
    edna = again(edna)
    assert list(Article.objects.visible_to(edna)) == [in_culture]
    assert not rights.may_see(submitted, edna)
    with pytest.raises(NotAllowed):
        actions.approve(submitted, by=edna)
    actions.approve(in_culture, by=edna)
    assert in_culture.stage == Stage.APPROVED


def test_an_editor_with_sections_still_writes_elsewhere_but_does_not_publish_there(write, edna, boris):
    SectionLimit.objects.create(user=edna, section=make_section("Culture", "culture"))
    edna = again(edna)
    own = write(by=edna)
    actions.save(own, by=edna, changes={"fields": {"headline": "The bridge at night"}})
    actions.submit(own, by=edna)
    actions.approve(own, by=boris)
    with pytest.raises(NotAllowed):
        actions.publish(own, by=edna)


def test_a_picture_editor_sees_all_and_changes_none_of_it(submitted, pia):
    assert rights.may_see(submitted, pia)
    assert not rights.may_change(submitted, pia)
    with pytest.raises(NotAllowed):
        actions.save(submitted, by=pia, changes={"fields": {"headline": "Mine"}})


def test_what_is_sent_back_reaches_its_authors_by_mail(submitted, edna, rita):
    actions.send_back(submitted, by=edna, note="Who says so?")
    [message] = Message.objects.filter(topic="mail")
    assert message.payload["to"] == rita.email
    assert "Who says so?" in message.payload["body"]
    assert f"/admin/articles/article/{submitted.pk}/change/" in message.payload["body"]


def test_nothing_is_mailed_where_sending_back_was_refused(submitted, edna, boris):
    actions.claim(submitted, by=edna)
    with pytest.raises(NotAllowed):
        actions.send_back(submitted, by=boris, note="Who says so?")
    assert not Message.objects.filter(topic="mail").exists()


@pytest.mark.parametrize(("desk", "clears", "does_not"), [("legal", "chris", "edna"), ("picture", "pia", "edna")])
def test_a_flag_is_asked_for_by_anybody_and_taken_away_by_its_desk(request, write, rita, sam, desk, clears, does_not):
    article = write()
    with pytest.raises(NotAllowed):
        actions.flag(article, desk=desk, value=Flag.REQUIRED, by=sam)
    actions.flag(article, desk=desk, value=Flag.REQUIRED, by=rita)
    for value in (Flag.DONE, Flag.NOT_NEEDED):
        for name in ("rita", does_not):
            with pytest.raises(NotAllowed):
                actions.flag(article, desk=desk, value=value, by=request.getfixturevalue(name))
    person = request.getfixturevalue(clears)
    actions.flag(article, desk=desk, value=Flag.DONE, by=person)
    article.refresh_from_db()
    assert getattr(article, f"{desk}_flag") == Flag.DONE
    assert getattr(article, f"{desk}_flag_by") == person
    assert [entry.details["after"] for entry in Entry.objects.about(article).filter(verb="flag")] == [
        "done",
        "required",
    ]


def test_a_legal_note_is_for_few_and_leaves_no_words_elsewhere(write, rita, edna, chris):
    article = write()
    for person in (rita, edna):
        with pytest.raises(NotAllowed):
            actions.add_legal_note(article, by=person, text="Quokka")
    actions.add_legal_note(article, by=chris, text="Quokka")
    actions.save(article, by=rita, changes={"fields": {"headline": "Another"}})
    assert [note.text for note in article.legal_notes.all()] == ["Quokka"]
    written = [str(entry.details) + entry.note + entry.subject_name for entry in Entry.objects.all()]
    written += [str(revision.snapshot) for revision in article.revisions.all()]
    assert not [each for each in written if "Quokka" in each]


def test_open_work_is_handed_over_and_published_work_is_not(write, publish, rita, sam, ada, edna):
    public, draft = publish().article, write(headline="Unfinished")
    with pytest.raises(NotAllowed):
        actions.hand_over(rita, to=sam, by=edna)
    assert actions.hand_over(rita, to=sam, by=ada) == 1
    draft.refresh_from_db()
    public.refresh_from_db()
    assert (draft.created_by, public.created_by) == (sam, rita)
    assert rights.may_change(draft, sam)
