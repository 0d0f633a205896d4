"""Ads stand in their places, in their time, their sections and their language, and leave nothing behind elsewhere."""

from datetime import timedelta

import lxml.html
import pytest
from django.utils import timezone

from ads import slots as own_slots
from articles import slots
from articles.models import Section
from tests.ads.placed import own
from tests.cast import make_section

BODY = "".join(f"<p>Paragraph {number}.</p>" for number in range(1, 7))
MARK = "Dawn bakery"


@pytest.fixture
def story(publish):
    return publish(body=BODY)


def html(client, path="/"):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def age(answer):
    parts = dict(part.strip().partition("=")[::2] for part in answer["Cache-Control"].split(","))
    return int(parts["s-maxage"]) + int(parts["stale-while-revalidate"])


def test_an_ad_appears_in_its_time_and_is_gone_after_and_caches_know(client, story, time_machine):
    now = timezone.now().replace(microsecond=0) + timedelta(minutes=1)
    own(begins=now + timedelta(seconds=200), ends=now + timedelta(seconds=500))
    time_machine.move_to(now, tick=False)
    before = client.get(story.path)
    assert MARK not in before.content.decode() and age(before) == 200
    time_machine.move_to(now + timedelta(seconds=200), tick=False)
    during = client.get(story.path)
    assert MARK in during.content.decode() and age(during) == 300
    time_machine.move_to(now + timedelta(seconds=500), tick=False)
    assert MARK not in html(client, story.path)


@pytest.mark.parametrize("place", ["top", "bottom"])
def test_on_lists_too(client, story, time_machine, place):
    now = timezone.now().replace(microsecond=0) + timedelta(minutes=1)
    own(place=place, begins=now + timedelta(seconds=200))
    time_machine.move_to(now, tick=False)
    for path in ("/", "/sections/city/"):
        answer = client.get(path)
        assert MARK not in answer.content.decode() and age(answer) == 200
    time_machine.move_to(now + timedelta(seconds=200), tick=False)
    for path in ("/", "/sections/city/"):
        text = html(client, path)
        card = text.index('class="card')
        assert (text.index(MARK) < card) == (place == "top")
    assert MARK not in html(client, story.path) and MARK not in html(client, "/latest/")


def test_a_section_has_its_own(client, publish, story):
    other = publish(section=make_section("Culture", "culture").pk, headline="A choir")
    sections = Section.objects.filter(texts__slug="city")
    own(sections=sections)
    own(sections=sections, place="top")
    assert MARK in html(client, story.path) and MARK not in html(client, other.path)
    assert MARK in html(client, "/sections/city/") and MARK not in html(client, "/sections/culture/")
    assert MARK not in html(client, "/")


def test_one_of_two_sections_shows_it_once(client, story):
    own(sections=[Section.objects.get(texts__slug="city"), make_section("Culture", "culture")])
    assert html(client, story.path).count('class="partner"') == 1


def test_another_language_shows_nothing_of_it(client, publish):
    story = publish(language="uk", headline="Міст", lead_alt_text="Поле")
    own()
    assert MARK not in html(client, story.path)
    own(language="uk", advertiser="Пекарня")
    assert "</b> Пекарня<" in html(client, story.path)


def test_in_the_text_it_stands_below_its_paragraph(client, story):
    own(place="text", paragraph=3)
    page = lxml.html.document_fromstring(html(client, story.path))
    (ad,) = page.xpath("//*[@id='article-body']/aside")
    assert ad.getprevious().text == "Paragraph 3." and ad.getnext().text == "Paragraph 4."


def test_a_text_that_is_too_short_goes_without(client, publish):
    own(place="text", paragraph=3)
    text = html(client, publish(body="<p>One.</p><p>Two.</p><p>Three.</p>").path)
    assert MARK not in text and "partners.js" not in text


def test_the_text_only_page_has_none(client, story):
    own()
    own(place="text")
    assert MARK not in html(client, f"{story.path}?lite")


def test_neither_has_a_preview(client, story, ada):
    own()
    client.force_login(ada)
    answer = client.get(f"/admin/articles/article/{story.article_id}/preview/")
    assert answer.status_code == 200 and MARK not in answer.content.decode()


def test_what_is_paid_for_by_others_has_none(client, story, monkeypatch):
    own()
    monkeypatch.setattr(own_slots, "PAID", {"report"})
    assert MARK not in html(client, story.path)


def test_what_is_switched_off_is_gone(client, story):
    ad = own()
    assert MARK in html(client, story.path)
    ad.is_on = False
    ad.save()
    assert MARK not in html(client, story.path)


def test_several_take_turns_by_weight_and_everybody_sees_the_same(client, story, time_machine):
    own(advertiser="Light", weight=1)
    own(advertiser="Heavy", weight=3)
    start = timezone.now().replace(minute=30, second=0, microsecond=0) + timedelta(hours=1)
    seen = []
    for hour in range(48):
        time_machine.move_to(start + timedelta(hours=hour), tick=False)
        first, second = client.get(story.path), client.get(story.path)
        assert first.content == second.content and age(first) <= 1800
        seen.append("Heavy" in first.content.decode())
        assert ("Light" in first.content.decode()) != seen[-1]
    assert 24 < sum(seen) < 48


def test_it_is_labelled_sized_and_marked_as_paid(client, story):
    ad = own(label="social")
    page = lxml.html.document_fromstring(html(client, story.path))
    (place,) = page.xpath("//*[@class='partner']")
    assert place.text_content().split("Source")[0].strip() == "Public service advertisement Dawn bakery"
    (link,) = place.xpath(".//a")
    assert link.get("href") == f"/partners/{ad.pk}/go/" and link.get("rel") == "sponsored nofollow"
    (image,) = link.xpath(".//img")
    assert int(image.get("width")) == 2 * int(image.get("height")) and image.get("alt") == "Bread"


def test_a_page_with_one_names_the_picture_for_caches_and_sets_no_cookie(client, story):
    ad = own()
    first, second = client.get(story.path), client.get(story.path)
    assert f"image-{ad.image_id}" in first["Surrogate-Key"].split()
    assert first.content == second.content and not client.cookies
    assert first["Cache-Control"].startswith("public")


def test_without_ads_pages_are_as_if_the_app_were_not_there(client, story, monkeypatch):
    paths = ["/", "/uk/", "/latest/", "/sections/city/", story.path, f"{story.path}?lite"]
    with_app = [client.get(path).content for path in paths]
    for places in (slots.FILLERS, slots.LIST_FILLERS):
        for place, fillers in places.items():
            theirs = [filler for filler in fillers if not filler.__module__.startswith("ads")]
            assert place == "head" or len(theirs) < len(fillers)
            monkeypatch.setitem(places, place, theirs)
    assert [client.get(path).content for path in paths] == with_app
    assert all(b"partner" not in page for page in with_app)
