"""Finding articles at the desk: words, pages without a count, and the ways that are taken for few and for many."""

import re

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from articles import actions, finding, upkeep, words
from articles.actions import shelves
from articles.admin.article import ArticleAdmin
from articles.models import Article, ArticleWord
from articles.slugs import folded_words
from tests.cast import make_author
from tests.desk.browser import form_data

LIST = reverse("admin:articles_article_changelist")


def titles(page):
    return [str(article) for article in page.context["cl"].result_list]


@pytest.fixture
def as_edna(client, edna, outlet):
    client.force_login(edna)
    return client


@pytest.fixture
def many(write):
    """Seven articles, the newest last; each two have a word in common."""
    return [write(headline=f"Bridge {name}") for name in ("one", "two", "three", "four", "five", "six", "seven")]


# --- words -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("М’яч, м'яч і МʼЯЧ", ["мяч", "і"]),
        ("Café CAFE", ["cafe"]),
        ("Івано-Франківськ_2026", ["івано", "франківськ", "2026"]),
        ("Straße", ["strasse"]),
        ("…!", []),
    ],
)
def test_words_are_folded_alike_whatever_they_are_spelled_with(text, found):
    expected = [folded_words(word)[0] for word in found]
    assert folded_words(text) == expected


def test_a_longer_prefix_implies_a_shorter_one():
    assert words.typed("tr tram bridge b") == ["tram", "bridge"]


@pytest.mark.parametrize("typed", ["мяч", "М'ЯЧ", "мʼяч кам’ян", "miach", "kamianka", "кам"])
def test_apostrophes_case_and_alphabet_do_not_matter(as_edna, write, typed):
    write(headline="Nothing of that")
    write(headline="М’яч у Кам'янці", slug="")
    expected = ["М’яч у Кам'янці"] if typed != "kamianka" else []
    assert titles(as_edna.get(LIST, {"q": typed})) == expected


def test_every_word_that_was_typed_must_begin_a_word(as_edna, many):
    assert titles(as_edna.get(LIST, {"q": "brid thr"})) == ["Bridge three"]
    assert titles(as_edna.get(LIST, {"q": "ridge"})) == []
    assert titles(as_edna.get(LIST, {"q": "?!"})) == []
    assert len(titles(as_edna.get(LIST, {"q": "  "}))) == 7


def test_a_changed_headline_is_found_by_its_new_words_alone(as_edna, write, rita):
    article = write(headline="Old harbour")
    actions.save(article, by=rita, changes={"fields": {"headline": "New station"}})
    assert titles(as_edna.get(LIST, {"q": "station"})) == ["New station"]
    assert titles(as_edna.get(LIST, {"q": "harbour"})) == []


def test_what_readers_have_is_found_by_their_words_too(as_edna, publish, rita):
    article = publish(headline="Old harbour").article
    actions.save(article, by=rita, changes={"fields": {"headline": "New station"}})
    assert titles(as_edna.get(LIST, {"q": "harbour"})) == ["New station"]


def test_a_version_that_comes_back_brings_its_words(as_edna, write, rita):
    article = write(headline="Old harbour")
    actions.save(article, by=rita, changes={"fields": {"headline": "New station"}})
    actions.restore(article.revisions.get(number=1), by=rita)
    assert titles(as_edna.get(LIST, {"q": "harb"})) == ["Old harbour"]


def test_an_author_who_is_renamed_is_found_by_the_new_name(as_edna, write, rita):
    author = make_author("Olha Zhuk", "olha-zhuk")
    article = write(headline="Hers")
    actions.save(article, by=rita, changes={"bylines": [{"author": author.pk, "role": "writer", "text": ""}]})
    address = reverse("admin:articles_author_change", args=[author.pk])
    data = form_data(as_edna.get(address))
    name = next(key for key, value in data.items() if value == "Olha Zhuk")
    assert as_edna.post(address, data | {name: "Olha Bilyk"}).status_code == 302
    assert DBTaskResult.objects.filter(task_path__endswith="keep_words_of").count() == 1
    upkeep.keep_words_of.call(author.pk)
    assert titles(as_edna.get(LIST, {"q": "bilyk"})) == ["Hers"]
    assert titles(as_edna.get(LIST, {"q": "zhuk"})) == []


def test_an_author_who_is_merged_is_found_by_the_name_that_stays(as_edna, write, rita, edna):
    double, author = make_author("O. Zhuk", "o-zhuk"), make_author("Olha Bilyk", "olha-bilyk")
    article = write(headline="Hers")
    actions.save(article, by=rita, changes={"bylines": [{"author": double.pk, "role": "writer", "text": ""}]})
    shelves.merge(double, into=author, by=edna, reason="One person")
    upkeep.keep_words_of.call(author.pk)
    assert titles(as_edna.get(LIST, {"q": "bilyk"})) == ["Hers"]
    assert titles(as_edna.get(LIST, {"q": "zhuk"})) == []


def test_an_author_whose_name_stays_begins_no_work(as_edna):
    author = make_author("Olha Zhuk", "olha-zhuk")
    address = reverse("admin:articles_author_change", args=[author.pk])
    as_edna.post(address, form_data(as_edna.get(address)) | {"languages": "Ukrainian"})
    assert not DBTaskResult.objects.filter(task_path__endswith="keep_words_of").exists()


def test_words_can_be_written_anew_for_all(write):
    article = write(headline="Lost and found")
    before = set(ArticleWord.objects.values_list("word", flat=True))
    ArticleWord.objects.all().delete()
    ArticleWord.objects.create(article=article, word="wrong")
    words.keep_all([article.pk])
    assert set(ArticleWord.objects.values_list("word", flat=True)) == before


# --- pages -------------------------------------------------------------------------------------


def pages(client, step, address=LIST):
    """The titles of one page after another, by its link."""
    found = []
    while address:
        page = client.get(address)
        found.append(titles(page))
        query = getattr(page.context["cl"], step)
        address = LIST + query if query else ""
    return found


@pytest.fixture
def by_three(monkeypatch):
    monkeypatch.setattr(ArticleAdmin, "list_per_page", 3)


NAMES = ["seven", "six", "five", "four", "three", "two", "one"]
PAGES = [[f"Bridge {name}" for name in NAMES[start : start + 3]] for start in (0, 3, 6)]


def test_pages_lead_through_all_that_there_is_and_back(as_edna, many, by_three):
    assert pages(as_edna, "older") == PAGES
    last = as_edna.get(LIST)
    while last.context["cl"].older:
        last = as_edna.get(LIST + last.context["cl"].older)
    assert pages(as_edna, "newer", LIST + last.context["cl"].newer) == [PAGES[1], PAGES[0]]


def test_a_page_stays_what_it_is_when_something_new_is_written(as_edna, many, write, by_three):
    second = as_edna.get(LIST).context["cl"].older
    write(headline="Newest of all")
    assert titles(as_edna.get(LIST + second)) == PAGES[1]


def test_a_page_before_the_first_one_is_the_first_one_in_full(as_edna, many, write, by_three):
    second = as_edna.get(LIST + as_edna.get(LIST).context["cl"].older)
    write(headline="Newest of all")
    first = as_edna.get(LIST + second.context["cl"].newer)
    assert titles(first) == PAGES[0]
    assert titles(as_edna.get(LIST + first.context["cl"].newer)) == ["Newest of all", *PAGES[0][:2]]


def test_pages_keep_what_was_searched(as_edna, many, write, by_three):
    write(headline="Tunnel")
    assert pages(as_edna, "older", LIST + "?q=brid") == PAGES


@pytest.mark.parametrize("place", ["nonsense", "1", "-", "9" * 40 + "-1", "-5--7"])
def test_a_place_that_makes_no_sense_is_no_error(as_edna, many, place):
    assert as_edna.get(LIST, {"before": place}).status_code == 200


def test_nothing_is_counted(as_edna, many, by_three):
    for query in ({}, {"q": "bridge"}, {"stage": "draft", "public": "never"}):
        with CaptureQueriesContext(connection) as captured:
            page = as_edna.get(LIST, query)
        assert not [query["sql"] for query in captured if "COUNT(" in query["sql"].upper()]
        assert not re.search(r"\d+ (articles|entries)", page.content.decode())


@pytest.mark.parametrize("few", [finding.FEW, 0])
def test_both_ways_to_search_find_the_same(as_edna, many, write, by_three, monkeypatch, few):
    write(headline="Tunnel")
    monkeypatch.setattr(finding, "FEW", few)
    monkeypatch.setattr(finding, "BATCH", 2)
    for walks in (finding.WALKS, (2, 2, 2)):
        monkeypatch.setattr(finding, "WALKS", walks)
        assert pages(as_edna, "older", LIST + "?q=brid") == PAGES
        assert titles(as_edna.get(LIST, {"q": "brid thr"})) == ["Bridge three"]


def test_what_many_have_but_hardly_any_both_is_found_at_once(as_edna, write, monkeypatch):
    for name in ("Alpha beta", "Alpha 1", "Beta 1", "Alpha 2", "Beta 2", "Alpha 3"):
        write(headline=name)
    for name, value in (("FEW", 0), ("WALKS", (2,))):
        monkeypatch.setattr(finding, name, value)
    page = as_edna.get(LIST, {"q": "alpha beta"})
    assert titles(page) == ["Alpha beta"]
    assert page.context["cl"].page.stopped is None


def test_a_search_that_takes_too_long_says_how_far_it_came_and_goes_on_from_there(as_edna, write, monkeypatch):
    with time_machine.travel("2026-03-03 12:00Z", tick=True):
        write(headline="Needle")
    for number in range(9):
        write(headline=f"Hay {number}")
    for name, value in (("FEW", 0), ("WALKS", (2, 2))):
        monkeypatch.setattr(finding, name, value)
    page = as_edna.get(LIST, {"q": "needle"})
    assert titles(page) == []
    assert "Search further back" in page.content.decode()
    assert titles(as_edna.get(LIST + page.context["cl"].older)) == ["Needle"]


# --- who sees what -----------------------------------------------------------------------------


def test_a_reporter_pages_through_their_own_alone(client, many, write, sam, by_three):
    own = write(by=sam, headline="Sam's bridge")
    actions.save(own, by=sam, changes={"bylines": []})
    client.force_login(sam)
    for query in ({}, {"q": "bridge"}, {"whose": "mine"}, {"stage": "draft"}):
        assert titles(client.get(LIST, query)) == ["Sam's bridge"]


def test_one_who_has_no_right_to_see_articles_finds_none(write, pia):
    write()
    pia.groups.clear()
    pia = type(pia).objects.get(pk=pia.pk)
    articles, narrowings = finding.within(pia)
    assert finding.page(articles, narrowings, shown=Article.objects.all(), size=9).rows == []
