"""Providers' snippets: what they may put into a page, and what a page that carries one lets in."""

import lxml.html
import pytest
from django.urls import get_resolver

from ads import providers
from tests.ads.placed import HOST, PROVIDERS, notice, own, snippet
from tests.cast import make_section
from tests.public.crawler import DOORS, crawl, routes

ALLOWED = {
    "script-src": {"'self'", HOST},
    "img-src": {"'self'", "https://*.acme.example"},
    "frame-src": {"'self'", "https://show.acme.example"},
}
BODY = "".join(f"<p>Paragraph {number}.</p>" for number in range(1, 7))


@pytest.fixture(autouse=True)
def acme(settings):
    settings.AD_PROVIDERS = PROVIDERS


def policy(answer):
    headers = getattr(answer, "headers", answer)
    return {
        directive: set(sources)
        for directive, *sources in (part.split() for part in headers["Content-Security-Policy"].split(";"))
    }


def place_of(answer):
    return lxml.html.document_fromstring(answer.content.decode()).xpath("//*[@class='partner']")


# --- the content security policy ---------------------------------------------------------------


def test_pages_that_carry_one_let_its_hosts_in_and_no_other_page_does(publish):
    culture = make_section("Culture", "culture")
    publish(body=BODY)
    publish(body=BODY, section=culture.pk, headline="A choir")
    publish(language="uk", headline="Міст", lead_alt_text="Поле")
    own()
    own(place="top")
    snippet(place="text", sections=[culture])
    snippet(place="bottom", sections=[culture])
    answers = crawl(DOORS, without=["/static/", "/media/", "/partners/"])
    asked = {answer.path for answer in answers.values() if HOST in answer.text}
    assert asked == {"/sections/culture/", next(path for path in answers if path.endswith("/a-choir/"))}
    assert len(answers) > 20 and len(list(routes(get_resolver()))) > 10
    for path, answer in answers.items():
        let_in = {name: sources for name, sources in policy(answer).items() if "acme" in str(sources)}
        assert let_in == (ALLOWED if path in asked else {}), path
        assert "unsafe" not in answer.headers["Content-Security-Policy"], path


def test_so_does_the_answer_that_nothing_has_changed(client, publish):
    story = publish()
    snippet()
    first = client.get(story.path)
    again = client.get(story.path, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304 and policy(again) == policy(first)
    assert policy(first).items() >= ALLOWED.items()


def test_a_provider_that_the_operator_takes_away_is_gone_from_pages(client, publish, settings):
    story = publish()
    snippet()
    settings.AD_PROVIDERS = {}
    answer = client.get(story.path)
    assert place_of(answer) == [] and "acme" not in answer.content.decode() + str(answer.headers)


def test_so_is_one_whose_address_lies_elsewhere(client, publish):
    story = publish()
    for address in ("https://evil.example/x.js", f"{HOST}.evil.example/x.js", "https://cdn.acme.example@evil.example/"):
        snippet(script=address)
    answer = client.get(story.path)
    assert place_of(answer) == [] and "evil" not in answer.content.decode()
    assert "script-src" not in policy(answer)


@pytest.mark.parametrize(
    ("address", "is_let_in"),
    [
        ("https://a.acme.example/x", True),
        ("https://a.b.acme.example/x", True),
        ("https://acme.example/x", False),
        ("http://a.acme.example/x", False),
        ("https://a.acme.example:8443/x", False),
        ("https://evil-acme.example/x", False),
        ("https://user@a.acme.example/x", False),
        ("https://a.acme.example:port/x", False),
        ("javascript:alert(1)", False),
        ("", False),
    ],
)
def test_a_star_stands_for_what_lies_below_a_host(address, is_let_in):
    assert providers.lets_in("acme", "img-src", address) is is_let_in


# --- what stands in the page -------------------------------------------------------------------


def test_a_place_keeps_its_height_and_holds_what_the_provider_asks_for(client, publish):
    story = publish()
    words = 'data-client=ca-1\r\n\r\n data-slot=<script>"1"\n'
    snippet(element_class="acme show", attributes=words, frame="https://show.acme.example/1", height=280)
    (place,) = place_of(client.get(story.path))
    (room,) = place.xpath(".//*[@data-room]")
    assert room.get("class") == "partner-room partner-280" and room.get("data-script") == f"{HOST}/show.js"
    (ins,) = room.xpath("ins")
    assert dict(ins.attrib) == {"class": "acme show", "data-client": "ca-1", "data-slot": '<script>"1"'}
    (frame,) = room.xpath("iframe")
    assert frame.get("src") == "https://show.acme.example/1" and "allow-top-navigation" not in frame.get("sandbox")
    assert room.xpath(".//script") == []


def test_without_an_element_the_attributes_are_the_scripts(client, publish):
    story = publish()
    snippet(element="", attributes="data-zone=7\ndata-script=https://evil.example/\nonclick=alert(1)\nstyle=top:0")
    (place,) = place_of(client.get(story.path))
    (room,) = place.xpath(".//*[@data-room]")
    assert room.get("data-zone") == "7" and room.get("data-script") == f"{HOST}/show.js"
    assert {"onclick", "style"}.isdisjoint(room.attrib)


def test_the_notice_stands_in_places_of_providers_alone_and_only_with_words(client, publish):
    story = publish()
    own()
    notice(uk="")
    assert b"data-words" not in client.get(story.path).content
    snippet(weight=100, place="text", paragraph=1)
    own(place="bottom")
    assert b"data-words" not in client.get("/").content
    story = publish(body=BODY, headline="Longer")
    assert b'data-words="Ads pay for our reporters."' in client.get(story.path).content
    snippet(language="uk")
    ukrainian = publish(language="uk", headline="Міст", lead_alt_text="Поле")
    answer = client.get(ukrainian.path).content
    assert b"data-room" in answer and b"data-words" not in answer


def test_a_low_place_has_no_room_for_it(client, publish):
    story = publish()
    notice()
    snippet(height=100)
    answer = client.get(story.path).content
    assert b"partner-100" in answer and b"data-words" not in answer


def test_markup_in_every_field_is_text(client, publish):
    story = publish(body=BODY)
    evil = "\"'><script>alert(1)</script><b onclick=alert(1)>"
    notice(en=evil)
    words = {
        "advertiser": evil[:120],
        "element_class": evil,
        "attributes": f"data-x={evil}",
        "script": f"{HOST}/{evil}",
    }
    snippet(**words)
    own(place="text", paragraph=1, advertiser=evil, alt_text=evil, link=f"https://bakery.example/{evil}")
    page = lxml.html.document_fromstring(client.get(story.path).content.decode())
    assert len(page.xpath("//*[@class='partner']")) == 2
    assert page.xpath("//script[not(@src) and not(@type='application/ld+json')] | //*[@onclick]") == []
    (ins,) = page.xpath("//ins")
    assert ins.get("data-x") == evil and ins.get("class") == evil
    assert page.xpath("//@data-words") == [evil] and page.xpath("//@data-script") == [f"{HOST}/{evil}"]
