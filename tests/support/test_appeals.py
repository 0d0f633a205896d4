"""Where appeals stand on readers' pages, which of them, and when."""

from collections import Counter
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from articles.actions import shelves
from articles.models import Edition, Tag
from outlet import actions as pages
from outlet.models import PageKind
from support.appeals import actions, shown
from support.appeals.brought import Asked
from support.models import Appeal, QuietArticle
from tests.cast import make_picture, make_section
from tests.support.asking import BODY, make_appeal, page_of, shown_on

pytestmark = pytest.mark.django_db


def asked(pk, weight):
    return Asked(pk, "", "", "", "", "end", 1, weight, None)


# --- where ---------------------------------------------------------------------------------------


def test_an_appeal_stands_at_the_end_of_the_article(client, publish):
    story = publish(body=BODY)
    appeal = make_appeal(text="First.\n\nSecond <b>line</b>.")
    page = page_of(client, story)
    (section,) = page.xpath("//footer[contains(@class, 'closing')]/section[@class='appeal']")
    assert [each.text_content().strip() for each in section.xpath(".//h2 | .//p")][:3] == [
        appeal.title, "First.", "Second <b>line</b>.",
    ]  # fmt: skip
    (button,) = section.xpath(".//a")
    assert (button.text, button.get("href"), button.get("rel")) == (
        "Become a patron", f"/appeals/{appeal.pk}/go/", "nofollow",
    )  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "is_inside"), [(7, True), (5, True), (4, False)])
def test_in_the_text_it_stands_where_three_more_paragraphs_follow(client, publish, paragraphs, is_inside):
    make_appeal(place="text", after=2)
    body = "".join(f"<p>Paragraph {number}.</p><h2>Between</h2>" for number in range(paragraphs)) + "<p></p>"
    page = page_of(client, publish(body=body))
    before = page.xpath("//*[@id='article-body']/section[@class='appeal']/preceding-sibling::p[@id]")
    assert len(before) == (2 if is_inside else 0)
    assert len(page.xpath("//footer//section[@class='appeal']")) == (0 if is_inside else 1)


@pytest.mark.parametrize("after", [1, 2])
def test_it_never_parts_a_paragraph_from_the_list_that_it_announces(client, publish, after):
    make_appeal(place="text", after=after)
    body = f"<p>These ran:</p><ul><li>tram 3</li></ul><p>Others did not.</p>{BODY}"
    page = page_of(client, publish(body=body))
    assert page.xpath("string(//section[@class='appeal']/preceding-sibling::*[1])") == "Others did not."


def test_it_shows_its_picture_with_words_and_credit_and_caches_know(client, publish, outlet):
    picture = make_picture("olive", credit="Lantern / Iryna Lys")
    story = publish()
    make_appeal(picture=picture)
    response = client.get(story.path)
    page = page_of(client, story)
    (image,) = page.xpath("//section[@class='appeal']//img")
    assert image.get("alt") == "A olive field" and image.get("loading") == "lazy"
    file = client.get(image.get("src"))
    assert file.status_code == 200 and file.getvalue()
    assert "Lantern / Iryna Lys" in page.xpath("string(//section[@class='appeal']//figcaption)")
    assert f"image-{picture.pk}" in response["Surrogate-Key"].split()


def test_only_stories_of_its_sections_and_with_its_tags_have_it(client, publish, write):
    tag = Tag.objects.create(name="Trams")
    science = make_section("Science", "science")
    plain, tagged, scientific = (
        publish(), publish(write(tags=[tag])), publish(headline="Stars", section=science.pk),
    )  # fmt: skip
    make_appeal(sections=[science], tags=[tag])
    assert [bool(shown_on(client, story)[0]) for story in (plain, tagged, scientific)] == [False, True, True]


def test_a_merger_takes_the_appeals_along(client, publish, chris):
    science, stars = make_section("Science", "science"), make_section("Stars", "stars")
    story = publish(section=stars.pk)
    both, one = make_appeal("Both", sections=[science, stars]), make_appeal("One", sections=[science])
    shelves.merge(science, into=stars, by=chris, reason="The same")
    assert list(both.sections.all()) == list(one.sections.all()) == [stars]
    seen, hidden = shown_on(client, story)
    assert len(seen + hidden) == 2


@pytest.mark.parametrize("kind", ["sponsored", "partner"])
def test_a_story_for_which_somebody_paid_asks_for_nothing(client, publish, kind):
    story = publish()
    make_appeal()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_edition SET kind = %s, sponsor = %s WHERE id = %s", [kind, "Seeds", story.pk])
    edition = Edition.objects.get(pk=story.pk)
    edition.appeals = "never read"
    assert shown._standing(type("Story", (), {"edition": edition, "blocks": []})()) == []


def test_the_text_only_page_and_other_languages_have_none(client, publish):
    make_appeal()
    story = publish(body=BODY)
    other = publish(language="uk", lead_alt_text="Поле", headline="Міст")
    assert shown_on(client, story, "?lite") == shown_on(client, other) == ([], [])


# --- which ---------------------------------------------------------------------------------------


def test_of_several_a_page_shows_one_and_brings_the_others_along(client, publish):
    story = publish(body=BODY)
    for name in ("One", "Two", "Three"):
        make_appeal(name, place="text" if name == "Two" else "end", after=2)
    seen, hidden = shown_on(client, story)
    assert len(seen) == 1 and len(hidden) == 2 and len({*seen, *hidden}) == 3


def test_without_script_each_is_met_as_often_as_its_weight_says():
    appeals = [asked(1, 10), asked(2, 30)]
    met = Counter(shown.chosen(appeals, article).pk for article in range(4000))
    assert 0.2 < met[1] / 4000 < 0.3


def test_the_page_is_the_same_for_everybody_and_sets_no_cookie(client, publish):
    story = publish(body=BODY)
    for color in ("olive", "maroon", "navy"):
        make_appeal(color, picture=make_picture(color))
    first, second = client.get(story.path), client.get(story.path, headers={"user-agent": "Another"})
    assert first.content == second.content and first["ETag"] == second["ETag"]
    assert not first.cookies and not client.cookies
    assert "Cookie" not in first.get("Vary", "") and first["Cache-Control"].startswith("public")


def test_appeals_cost_the_page_no_query(client, publish):
    story = publish(body=BODY)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(story.path)
        return len(queries)

    client.get(story.path)
    before = cost()
    for name in ("One", "Two", "Three"):
        make_appeal(name, tags=[Tag.objects.create(name=name)], sections=[story.section])
    assert shown_on(client, story)[0]
    assert cost() == before


def test_it_leads_to_other_ways_where_the_page_on_support_is_public(client, publish, chris):
    story, ukrainian = publish(), publish(language="uk", lead_alt_text="Поле", headline="Міст")
    make_appeal()
    make_appeal("Меценат", language="uk")
    text = pages.begin(PageKind.SUPPORT, by=chris, language="en")
    pages.save(text, by=chris, title="Support us", slug="support", body="<p>Help.</p>")
    assert len(page_of(client, story).xpath("//section[@class='appeal']//a")) == 1
    pages.publish(text, by=chris)
    (_button, other) = page_of(client, story).xpath("//section[@class='appeal']//a")
    assert other.get("href") == "/support/"
    assert len(page_of(client, ukrainian).xpath("//section[@class='appeal']//a")) == 1
    Appeal.objects.update(address="/support/")
    assert len(page_of(client, story).xpath("//section[@class='appeal']//a")) == 1


# --- when ----------------------------------------------------------------------------------------


def test_it_begins_and_ends_by_itself_and_caches_let_go_in_time(client, publish, now):
    story = publish(at=None)
    make_appeal(begins_at=now + timedelta(seconds=100), ends_at=now + timedelta(seconds=150))
    make_appeal("Over", ends_at=now - timedelta(days=1))
    make_appeal("Off", is_on=False)
    seen = []
    for later in (60, 101, 151):
        with time_machine.travel(now + timedelta(seconds=later), tick=False):
            kept = int(client.get(story.path)["Cache-Control"].partition("s-maxage=")[2].partition(",")[0])
            seen.append((bool(shown_on(client, story)[0]), kept))
    assert seen == [(False, 40), (True, 49), (False, 300)]


def test_it_cannot_end_before_it_begins(now):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_appeal(begins_at=now, ends_at=now)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "//evil.example", "/\\evil.example", "ftp://x.example", "evil", "", "tel:1"]
)
def test_it_leads_only_to_pages_and_letters(address):
    appeal = make_appeal()
    appeal.address = address
    with pytest.raises(ValidationError):
        appeal.full_clean()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//evil.example", ""])
def test_the_database_refuses_such_an_address_too(address):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_appeal(address=address)


# --- articles without ----------------------------------------------------------------------------


def test_an_article_can_be_without_appeals_and_with_them_again(client, publish, edna):
    story = publish()
    make_appeal()
    actions.set_quiet(story.article, is_quiet=True, by=edna)
    actions.set_quiet(story.article, is_quiet=True, by=edna)
    assert shown_on(client, story) == ([], []) and QuietArticle.objects.count() == 1
    actions.set_quiet(story.article, is_quiet=False, by=edna)
    assert shown_on(client, story)[0]
