"""What somebody pays for: who may make it public, what it must say, and what stays as it was published."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from articles import actions, paid, snapshots
from articles.actions.writing import keep
from articles.models import PAID, Edition, Revision
from articles.refusals import AnswerNeeded, NotAllowed, NotReady, Refused
from articles.workflow import Stage, Verb

ZERNIA = {"kind": "sponsored", "sponsor": "Zernia Seeds", "sponsor_url": "https://zernia.example/"}
UNPAID = {"kind": "report", "sponsor": "", "sponsor_url": ""}


def rewrite(article, by, approver, **fields):
    actions.save(article, by=by, changes={"fields": fields})
    actions.approve(article, by=approver)


@pytest.fixture
def approved(write, rita, edna):
    """An editor may approve it as any other story."""

    def approved(**fields):
        article = write(**fields)
        actions.submit(article, by=rita)
        actions.approve(article, by=edna)
        return article

    return approved


@pytest.fixture
def sponsored(approved, chris):
    return actions.publish(approved(**ZERNIA), by=chris)


# --- who may ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", sorted(PAID))
def test_an_editor_may_not_publish_it_in_any_way(approved, edna, now, kind):
    article = approved(**ZERNIA | {"kind": kind})
    for at in (None, now.replace(year=now.year + 1)):
        with pytest.raises(NotAllowed, match="paid for"):
            actions.publish(article, by=edna, at=at)
    with pytest.raises(NotAllowed, match="paid for"):
        actions.correct(article, by=edna, text="It was wrong.")
    assert not actions.may(article, Verb.PUBLISH, edna)
    assert not Edition.objects.exists()


@pytest.mark.parametrize("who", ["chris", "ada"])
def test_a_chief_editor_and_an_administrator_may(approved, request, who):
    edition = actions.publish(approved(**ZERNIA), by=request.getfixturevalue(who))
    assert (edition.kind, edition.sponsor) == ("sponsored", "Zernia Seeds")


def test_nobody_without_the_right_takes_the_label_off(sponsored, rita, edna, boris, chris):
    article = sponsored.article
    rewrite(article, rita, edna, **UNPAID)
    for verb, more in ((actions.publish, {"substantial": True, "why": "x"}), (actions.correct, {"text": "No."})):
        with pytest.raises(NotAllowed, match="paid for"):
            verb(article, by=boris, **more)
    actions.unpublish(article, by=edna, reason="Looked at again")
    with pytest.raises(NotAllowed, match="paid for"):
        actions.publish(article, by=boris, substantial=True, why="x")
    assert actions.publish(article, by=chris, substantial=True, why="Nobody paid after all").sponsor == ""


def test_what_lies_ahead_is_not_relabelled_either(approved, rita, edna, boris, chris, now):
    article = approved(**ZERNIA)
    actions.publish(article, by=chris, at=now.replace(year=now.year + 1))
    rewrite(article, rita, edna, **UNPAID)
    with pytest.raises(NotAllowed, match="paid for"):
        actions.publish(article, by=boris, ahead="renew")


def test_a_reporter_may_write_one(write):
    assert write(**ZERNIA).stage == Stage.DRAFT


# --- what it must say ---------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", sorted(PAID))
def test_nothing_goes_out_without_a_sponsor_whoever_decides(approved, chris, kind):
    article = approved(kind=kind, sponsor="  ")
    with pytest.raises(NotReady) as refusal:
        actions.publish(article, by=chris, override="They are shy.")
    assert "sponsor" in {problem.field for problem in refusal.value.problems}


def test_a_report_with_a_sponsor_is_stopped_and_never_shows_one(approved, chris):
    article = approved(sponsor="Zernia Seeds", disclosure="They paid.")
    with pytest.raises(NotReady) as refusal:
        actions.publish(article, by=chris)
    assert [(problem.code, problem.field) for problem in refusal.value.problems] == [("sponsor-unused", "sponsor")]
    edition = actions.publish(article, by=chris, override="It was a slip of the mouse.")
    assert edition.sponsor == "" and "paid" not in edition.body.document


def test_an_author_is_asked_of_what_we_made_and_not_of_what_a_sponsor_wrote(write, rita, chris):
    for kind, needs in (("sponsored", False), ("partner", True)):
        article = write(**ZERNIA | {"kind": kind, "headline": kind})
        actions.save(article, by=rita, changes={"bylines": []})
        actions.submit(article, by=rita)
        actions.approve(article, by=chris)
        if needs:
            with pytest.raises(NotReady):
                actions.publish(article, by=chris)
        else:
            assert actions.publish(article, by=chris)


@pytest.mark.parametrize("language", ["en", "uk"])
def test_who_paid_and_who_wrote_is_frozen_in_the_storys_language(approved, chris, language):
    article = approved(**ZERNIA, language=language, lead_alt_text="A field")
    with translation.override("en" if language == "uk" else "uk"):  # whoever presses the button reads another one
        edition = actions.publish(article, by=chris)
    told = edition.body.document["paid"]
    with translation.override(language):
        assert told["disclosure"] == paid.DISCLOSURES["sponsored"] % {"sponsor": "Zernia Seeds"}
    assert told["url"] == "https://zernia.example/"


def test_an_article_may_say_it_in_its_own_words(approved, chris):
    edition = actions.publish(approved(**ZERNIA, disclosure="Zernia wrote this; we mended commas."), by=chris)
    assert edition.body.document["paid"]["disclosure"] == "Zernia wrote this; we mended commas."


# --- a change of kind ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("before", "after"), [(UNPAID, ZERNIA), (ZERNIA, UNPAID)])
def test_to_become_paid_for_or_not_is_never_minor(approved, rita, edna, chris, before, after):
    article = approved(**before)
    actions.publish(article, by=chris)
    rewrite(article, rita, edna, **after)
    with pytest.raises(Refused) as refusal:
        actions.publish(article, by=chris, substantial=False)
    assert refusal.value.code == "relabelled"
    with pytest.raises(AnswerNeeded):
        actions.publish(article, by=chris, substantial=True)  # the reason is asked as for every such change
    assert actions.publish(article, by=chris, substantial=True, why="The contract came late").updated_at


def test_a_correction_that_says_who_paid_is_an_update_of_the_page(approved, rita, edna, chris):
    article = approved()
    actions.publish(article, by=chris)
    rewrite(article, rita, edna, **ZERNIA)
    correction = actions.correct(article, by=chris, text="We did not say that Zernia Seeds paid for this.")
    assert correction.edition_after.is_substantial
    assert correction.edition_after.sponsor == "Zernia Seeds"


def test_other_words_about_the_sponsor_may_be_minor(sponsored, rita, edna, chris):
    rewrite(sponsored.article, rita, edna, sponsor="Zernia Seeds & Sons")
    edition = actions.publish(sponsored.article, by=chris, substantial=False)
    assert (edition.sponsor, edition.updated_at) == ("Zernia Seeds & Sons", None)


def test_a_notice_still_knows_who_paid(sponsored, chris):
    notice = actions.retract(sponsored.article, by=chris, reason="False", words="It was not true.")
    assert notice.sponsor == "Zernia Seeds"


def test_the_database_takes_no_paid_story_without_a_name_and_no_name_without_one(sponsored):
    for wrong in ({"sponsor": ""}, {"kind": "report"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Edition.objects.filter(pk=sponsored.pk).update(**wrong)


# --- from before there were any ------------------------------------------------------------------------


@pytest.fixture
def old(publish):
    """A live report whose revision was written before there were sponsors."""
    edition = publish()
    revision = edition.revision
    snapshot = revision.snapshot | {"schema": 1}
    snapshot["fields"] = {k: v for k, v in snapshot["fields"].items() if k not in snapshots.PAID_FOR}
    Revision.objects.filter(pk=revision.pk).update(snapshot=snapshot, digest=snapshots.digest(snapshot))
    return Edition.objects.get(pk=edition.pk)


def test_a_save_that_changes_nothing_makes_no_version_of_an_old_article(old, rita):
    kept = keep(old.article, by=rita, note="")
    assert (kept.number, old.article.stage) == (1, Stage.APPROVED)


def test_an_old_article_is_published_already(old, edna):
    assert actions.publish(old.article, by=edna) == old


def test_an_old_version_comes_back_as_nobody_paid_for_it(old, rita):
    actions.save(old.article, by=rita, changes={"fields": ZERNIA})
    actions.restore(old.revision, by=rita)
    old.article.refresh_from_db()
    assert (old.article.kind, old.article.sponsor, old.article.sponsor_url) == ("report", "", "")


def test_a_version_with_a_sponsor_comes_back_whole(write, rita):
    article = write(**ZERNIA, disclosure="They paid.")
    actions.save(article, by=rita, changes={"fields": UNPAID | {"disclosure": ""}})
    actions.restore(article.revisions.get(number=1), by=rita)
    article.refresh_from_db()
    assert (article.kind, article.sponsor, article.disclosure) == ("sponsored", "Zernia Seeds", "They paid.")


def test_a_translation_begins_with_the_sponsor(write, edna):
    made = actions.translate(write(**ZERNIA), by=edna, language="uk")
    assert (made.kind, made.sponsor) == ("sponsored", "Zernia Seeds")
