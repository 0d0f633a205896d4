"""The home of the desk: what each person finds there, and what it costs."""

import re
from html import unescape

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from articles import actions
from articles.admin.filters import Filters
from articles.board import QUESTIONS, ROWS
from articles.models import Article, LiveProblem, SectionLimit
from articles.workflow import Flag
from tests.cast import make_section


def shown(client, person):
    """The headlines of each panel, by its name, as they stand on the page."""
    client.force_login(person)
    html = client.get("/admin/").content.decode()
    return {
        name: re.findall(r'class="board-headline"[^>]*>([^<]+)</a>', part)
        for name, part in re.findall(r'<section class="board-panel board-(\w+)"(.*?)</section>', html, re.S)
    }


@pytest.fixture
def day(write, publish, rita, sam, edna):
    """A day's work: a draft, one sent back, one to be reviewed, one approved, one live, one live and changed."""
    write(headline="Draft")
    back = write(headline="Sent back")
    actions.submit(back, by=rita)
    actions.send_back(back, by=edna, note="Who says so?")
    actions.submit(write(headline="Submitted"), by=rita)
    approved = write(headline="Approved")
    actions.submit(approved, by=rita)
    actions.approve(approved, by=edna)
    publish(headline="Live")
    changed = publish(headline="Changed").article
    actions.save(changed, by=rita, changes={"fields": {"headline": "Changed again"}})
    write(by=sam, headline="Sam's draft")


def test_a_reporter_finds_own_work_and_the_editors_words(client, day, rita, sam):
    """Rita stands in the byline of what Sam began, too."""
    assert shown(client, rita) == {
        "own": ["Sent back", "Sam&#x27;s draft", "Draft"],
        "submitted": ["Submitted", "Changed again"],
        "behind": ["Changed again"],
        "lately": ["Changed again", "Live"],
    }
    assert "Who says so?" in client.get("/admin/").content.decode()
    assert shown(client, sam)["own"] == ["Sam&#x27;s draft"]


def test_an_editor_finds_what_waits_the_longest_first(client, day, edna):
    found = shown(client, edna)
    assert found["review"] == ["Submitted", "Changed again"]
    assert found["approved"] == ["Approved"]
    assert found["behind"] == ["Changed again"]
    assert found["own"] == []


def test_an_editor_with_sections_finds_those_alone(client, day, write, rita, edna):
    culture = make_section("Culture", "culture")
    actions.submit(write(headline="The choir", section=culture.pk), by=rita)
    SectionLimit.objects.create(user=edna, section=culture)
    found = shown(client, edna)
    assert found["review"] == ["The choir"]
    assert not found["approved"]
    assert not found["lately"]


def test_a_desk_finds_what_it_was_asked_for(client, day, write, pia, chris, rita):
    asked = write(headline="With a picture")
    actions.flag(asked, desk="picture", value=Flag.REQUIRED, by=rita)
    actions.flag(asked, desk="legal", value=Flag.REQUIRED, by=rita)
    assert shown(client, pia)["picture"] == ["With a picture"]
    assert "legal" not in shown(client, pia)
    assert shown(client, chris)["legal"] == ["With a picture"]


def test_a_review_is_taken_from_the_board(client, day, edna, boris):
    article = Article.objects.get(headline="Submitted")
    client.force_login(edna)
    client.post(f"/admin/articles/article/{article.pk}/verb/claim/", {"version": article.version})
    article.refresh_from_db()
    assert article.claimed_by == edna
    client.force_login(boris)
    assert "Edna reviews" in client.get("/admin/").content.decode()


def test_what_is_wrong_with_live_stories_is_shown_to_those_who_can_mend_it(client, day, rita, sam, edna):
    story = Article.objects.get(headline="Live")
    story.bylines.all().delete()
    Article.objects.filter(pk=story.pk).update(created_by=sam)
    LiveProblem.objects.create(article=story, code="link-dead", level="warn", words="A link is dead.")
    for person, finds in ((edna, True), (sam, True), (rita, False)):
        client.force_login(person)
        assert ("A link is dead." in client.get("/admin/").content.decode()) is finds, person


def test_all_of_a_panel_stand_in_the_list_to_which_it_leads(client, write, publish, rita, edna):
    """Each with what belongs there, beside something that does not."""
    publish(headline="Live")
    for number in range(ROWS + 1):
        actions.submit(write(headline=f"Submitted {number}"), by=rita)
        approved = write(headline=f"Approved {number}")
        actions.submit(approved, by=rita)
        actions.approve(approved, by=edna)
    client.force_login(edna)
    page = client.get("/admin/").content.decode()
    for name, word in (("review", "Submitted"), ("approved", "Approved")):
        panel = re.search(rf'<section class="board-panel board-{name}".*?</section>', page, re.S)[0]
        [address] = re.findall(r'<p class="board-more"><a href="([^"]+)"', panel)
        found = client.get(unescape(address)).context["cl"].result_list
        assert {article.headline for article in found} == {f"{word} {number}" for number in range(ROWS + 1)}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_list_understands_what_every_panel_asks_of_it(question, edna, outlet):
    filters = Filters(QueryDict(question.more), user=edna)
    assert not filters.errors
    assert {name for name, value in filters.cleaned_data.items() if value} == set(QueryDict(question.more))


@pytest.mark.parametrize("name", ["rita", "pia", "edna", "chris", "ada"])
def test_the_board_costs_the_same_for_few_articles_and_for_many(request, client, day, write, rita, name):
    client.force_login(request.getfixturevalue(name))
    counts = []
    for more in (0, 12):
        for number in range(more):
            actions.submit(write(headline=f"More {number}"), by=rita)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get("/admin/")
        counts.append(len(queries))
    assert counts[0] == counts[1] < 10
