"""Standing pages: drafts, publication, addresses, menus and what machines are told."""

import json
import re

import pytest

from activity.models import Entry
from jobs.models import Message
from outlet import actions
from outlet.models import MenuItem, MenuText, PageEdition, PageRevision, PageText, Place, StandingPage
from outlet.models.page import PageIsFinal
from outlet.refusals import Refused


@pytest.fixture
def about(outlet, edna):
    """A draft of the page about us."""
    text = actions.begin("about", by=edna, language="en")
    return actions.save(text, by=edna, title="About us", slug="about", body="<p>We print what we know.</p>")


def problems(text, by):
    with pytest.raises(Refused) as refusal:
        actions.publish(text, by=by)
    return [(problem.code, problem.field) for problem in refusal.value.problems]


def organization(page):
    graph = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1])["@graph"]
    return next(node for node in graph if node["@type"] == "NewsMediaOrganization")


def test_a_draft_is_nowhere(client, about, publish):
    MenuItem.objects.create(page=about.page)
    assert client.get("/about/").status_code == 404
    for path in ("/", publish().path):
        page = client.get(path).content.decode()
        assert "About us" not in page and "/about/" not in page


def test_readers_get_what_was_published_and_nothing_newer(client, about, edna, ada):
    actions.publish(about, by=ada)
    actions.save(about, by=edna, title="About them", slug="about", body="<p>A secret.</p>")
    answer = client.get("/about/")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<h1>About us</h1>" in page and "We print what we know." in page
    assert "About them" not in page and "secret" not in page
    edition = actions.publish(about, by=ada)
    assert "A secret." in client.get("/about/").content.decode()
    assert [row.number for row in PageEdition.objects.all()] == [2, 1]
    assert PageEdition.objects.get(number=1).live_until == edition.live_from


def test_a_page_taken_back_says_so_and_comes_back(client, about, edna, ada):
    actions.publish(about, by=ada)
    MenuItem.objects.create(page=about.page)
    with pytest.raises(Refused, match="reason"):
        actions.unpublish(about, by=ada, reason="")
    actions.unpublish(about, by=ada, reason="A secret reason")
    answer = client.get("/about/")
    assert answer.status_code == 410
    assert "taken back" in answer.content.decode() and "secret" not in answer.content.decode()
    assert "/about/" not in client.get("/").content.decode()
    with pytest.raises(Refused, match="not public"):
        actions.unpublish(about, by=ada, reason="Again")
    actions.publish(about, by=ada)
    assert client.get("/about/").status_code == 200
    verbs = list(Entry.objects.about(about).order_by("pk").values_list("verb", flat=True))
    assert verbs == ["page-publish", "page-unpublish", "page-publish"]


def test_an_old_address_leads_to_the_present_one_and_goes_to_nobody_else(client, about, edna, ada):
    actions.publish(about, by=ada)
    actions.save(about, by=edna, title="About us", slug="who-we-are", body=about.body)
    assert client.get("/who-we-are/").status_code == 404
    actions.publish(about, by=ada)
    answer = client.get("/about/")
    assert (answer.status_code, answer["Location"]) == (301, "/who-we-are/")
    other = actions.begin("other", by=edna, language="en")
    actions.save(other, by=edna, title="Other", slug="about", body="<p>Words.</p>")
    assert problems(other, ada) == [("slug", "slug")]


def test_publishing_what_readers_have_makes_nothing_new(about, ada):
    first = actions.publish(about, by=ada)
    assert actions.publish(about, by=ada) == first
    assert PageEdition.objects.count() == 1


@pytest.mark.parametrize("blank", ["[how many days]", "[…]", "[]", "____", "TK", "TKTK"])
def test_a_blank_is_told_and_keeps_the_page_from_readers(about, edna, ada, blank):
    body = f"<p>We answer within {blank} days.</p><p>{blank} again</p>"
    actions.save(about, by=edna, title=f"About {blank}", slug="about", body=body)
    assert problems(about, ada) == [("blank", "title"), ("blank", "body")]


def test_every_other_lack_is_told(about, edna, ada):
    actions.save(about, by=edna, title=" ", slug="", body='<figure data-image="1"></figure>')
    assert problems(about, ada) == [
        ("title-missing", "title"), ("slug", "slug"), ("body-missing", "body"), ("embeds", "body"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "slug", ["admin", "media", "static", "latest", "sections", "uk", "en", "pl", "2026", "outlet", "feeds"]
)
def test_no_page_takes_the_place_of_another_part_of_the_site(about, edna, ada, slug):
    actions.save(about, by=edna, title="About", slug=slug, body=about.body)
    assert problems(about, ada) == [("slug", "slug")]


def test_only_who_may_publish_publishes(about, rita, edna):
    for user, verb in ((edna, actions.publish), (rita, actions.publish)):
        with pytest.raises(Refused) as refusal:
            verb(about, by=user)
        assert refusal.value.code == "not-allowed"
    with pytest.raises(Refused) as refusal:
        actions.save(about, by=rita, title="Mine", slug="mine", body="")
    assert refusal.value.code == "not-allowed"
    assert not PageEdition.objects.exists()


def test_one_who_looked_at_an_older_version_publishes_nothing(about, edna, ada):
    actions.save(about, by=edna, title="Newer", slug="about", body=about.body)
    with pytest.raises(Refused) as refusal:
        actions.publish(about, by=ada, version=1)
    assert refusal.value.code == "changed-meanwhile"


def test_versions_are_kept_and_final(about, edna, ada):
    actions.save(about, by=edna, title="About us", slug="about", body="<p>We print what we know.</p>")
    assert about.version == 1
    actions.publish(about, by=ada)
    for row in (PageRevision.objects.get(), PageEdition.objects.get()):
        with pytest.raises(PageIsFinal):
            row.save()


def test_a_page_is_in_its_language_and_leads_to_the_others(client, about, edna, ada):
    actions.publish(about, by=ada)
    ukrainian = actions.begin("about", by=edna, language="uk")
    actions.save(ukrainian, by=edna, title="Про нас", slug="pro-nas", body="<p>Друкуємо, що знаємо.</p>")
    assert "hreflang" not in client.get("/about/").content.decode().partition("</head>")[0]
    actions.publish(ukrainian, by=ada)
    page = client.get("/uk/pro-nas/").content.decode()
    assert '<html lang="uk"' in page and '<link rel="alternate" hreflang="en"' in page
    assert 'href="/about/" lang="en" hreflang="en"' in page


def test_a_page_is_kept_by_caches_under_its_key(client, about, ada):
    actions.publish(about, by=ada)
    answer = client.get("/about/")
    assert answer["Surrogate-Key"] == f"page-{about.page_id} site"
    assert "s-maxage=300" in answer["Cache-Control"]
    assert client.get("/about/", headers={"if-none-match": answer["ETag"]}).status_code == 304
    assert "Cookie" not in answer.get("Vary", "")


def test_caches_forget_the_page_alone_where_menus_stay(about, edna, ada):
    actions.publish(about, by=ada)
    actions.save(about, by=edna, title="About us", slug="about", body="<p>We print less.</p>")
    actions.publish(about, by=ada)
    keys = [message.payload["keys"] for message in Message.objects.filter(topic="purge").order_by("pk")]
    assert keys == [["site"], [f"page-{about.page_id}"]]


def test_menus_stand_in_order_and_in_the_language_of_the_page(client, about, edna, ada):
    actions.publish(about, by=ada)
    MenuItem.objects.create(place=Place.FOOTER, order=2, page=about.page)
    item = MenuItem.objects.create(place=Place.FOOTER, order=1)
    MenuText.objects.create(item=item, language="en", label="Archive", address="/latest/")
    MenuText.objects.create(item=item, language="uk", label="Архів", address="/uk/latest/")
    MenuItem.objects.create(place=Place.HEADER, page=about.page)
    MenuItem.objects.create(place=Place.HEADER)
    footers = {
        path: re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', client.get(path).content.decode().rpartition("<nav")[2])
        for path in ("/", "/uk/")
    }
    assert footers["/"][:2] == [("/latest/", "Archive"), ("/about/", "About us")]
    assert footers["/uk/"][:2] == [("/uk/latest/", "Архів"), ("/about/", "About us")]
    assert '<a href="/about/" lang="en" hreflang="en">About us</a>' in client.get("/uk/").content.decode()
    header = client.get("/").content.decode().partition("</header>")[0]
    assert '<a href="/about/">About us</a>' in header


def test_machines_are_told_of_policies_that_exist(client, about, edna, ada, publish):
    path = publish().path
    actions.save(
        actions.begin("corrections", by=edna, language="en"),
        by=edna,
        title="Mistakes",
        slug="mistakes",
        body="<p>X</p>",
    )
    assert "correctionsPolicy" not in organization(client.get(path).content.decode())
    actions.publish(PageText.objects.get(slug="mistakes"), by=ada)
    actions.publish(about, by=ada)
    told = organization(client.get(path).content.decode())
    assert told["correctionsPolicy"].endswith("/mistakes/") and told["masthead"].endswith("/about/")
    assert "ownershipFundingInfo" not in told and "publishingPrinciples" not in told
    actions.unpublish(PageText.objects.get(slug="mistakes"), by=ada, reason="Old")
    assert "correctionsPolicy" not in organization(client.get(path).content.decode())


def test_a_page_costs_three_queries(client, about, ada, django_assert_num_queries):
    actions.publish(about, by=ada)
    MenuItem.objects.create(page=about.page)
    client.get("/about/")
    with django_assert_num_queries(3):
        client.get("/about/")


def test_a_kind_is_there_once_and_other_pages_as_many_as_are_wanted(about, edna):
    assert actions.begin("about", by=edna, language="en").page == about.page
    actions.begin("other", by=edna, language="en")
    actions.begin("other", by=edna, language="en")
    assert StandingPage.objects.count() == 3
