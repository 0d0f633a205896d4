"""Other ways to support the paper: on its page on support, to be copied."""

import lxml.html
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from activity.models import Entry
from jobs.models import Message
from outlet import actions as pages
from outlet.models import PageKind
from support.models import WayText, WayToSupport

pytestmark = pytest.mark.django_db

IBAN = "UA00 0000 0000 0000 0000 0000 0000 0"


@pytest.fixture
def support_page(outlet, chris):
    """The page on support and another one, in English; the first in Ukrainian too."""
    for kind, language, slug in ((PageKind.SUPPORT, "en", "support"), (PageKind.SUPPORT, "uk", "support"), (PageKind.ABOUT, "en", "about")):  # fmt: skip
        text = pages.begin(kind, by=chris, language=language)
        pages.save(text, by=chris, title="A page", slug=slug, body="<p>Words.</p>")
        pages.publish(text, by=chris)
    return "/support/"


def make_way(value=IBAN, order=0, **words):
    way = WayToSupport.objects.create(value=value, order=order)
    for language, label in words.items():
        WayText.objects.create(way=way, language=language, label=label, note=f"Note on {label}")
    return way


def ways_at(client, path):
    page = lxml.html.document_fromstring(client.get(path).content.decode())
    names = page.xpath("//section[@class='ways']//h3/text()")
    values = [value.text_content() for value in page.xpath("//*[@class='way-value']")]
    return list(zip(names, values, strict=True))


def test_they_stand_in_order_in_the_languages_in_which_they_have_words(client, support_page):
    make_way("0x0", 2, en="Wallet", uk="Гаманець")
    make_way(IBAN, 1, en="IBAN")
    assert ways_at(client, support_page) == [("IBAN", IBAN), ("Wallet", "0x0")]
    assert ways_at(client, "/uk/support/") == [("Гаманець", "0x0")]
    assert ways_at(client, "/about/") == []


def test_each_has_a_button_that_copies_and_a_page_without_ways_no_script(client, support_page):
    assert b"copy.js" not in client.get(support_page).content
    make_way('Street "1" <b>', en="Post")
    page = lxml.html.document_fromstring(client.get(support_page).content.decode())
    (button,) = page.xpath("//button[@data-copy-link]")
    assert button.get("data-copy-link") == 'Street "1" <b>'
    assert button.text_content() == "Copy: Post" and "hidden" in button.attrib
    assert page.xpath("//script[contains(@src, 'js/copy')]")


def test_the_page_is_public_and_costs_one_query_more_than_others(client, support_page):
    make_way(en="IBAN")
    costs = []
    for path in ("/about/", support_page):
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path)
        costs.append(len(queries))
    assert costs[1] == costs[0] + 1
    assert response["Cache-Control"].startswith("public") and not response.cookies


def test_a_chief_editor_writes_and_removes_them_and_the_log_keeps_what_was_copied(client, support_page, chris):
    client.force_login(chris)
    data = {
        "value": IBAN, "order": "0", "texts-TOTAL_FORMS": "1", "texts-INITIAL_FORMS": "0",
        "texts-0-language": "en", "texts-0-label": "IBAN", "texts-0-note": "",
    }  # fmt: skip
    assert client.post(reverse("admin:support_waytosupport_add"), data).status_code == 302
    way = WayToSupport.objects.get()
    change = reverse("admin:support_waytosupport_change", args=[way.pk])
    data |= {"value": "Another", "texts-INITIAL_FORMS": "1", "texts-0-id": way.texts.get().pk, "texts-0-way": way.pk}
    Message.objects.all().delete()
    assert client.post(change, data).status_code == 302
    assert any(key.startswith("page-") for message in Message.objects.all() for key in message.payload["keys"])
    assert ways_at(client, support_page) == [("IBAN", "Another")]
    delete = reverse("admin:support_waytosupport_delete", args=[way.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 302
    assert ways_at(client, support_page) == []
    told = list(Entry.objects.filter(verb__startswith="way-").order_by("pk").values_list("verb", "details__value"))
    assert told == [("way-add", IBAN), ("way-change", f"{IBAN} → Another"), ("way-remove", "Another")]


def test_an_editor_reads_them_and_a_reporter_does_not(client, support_page, edna, rita):
    way = make_way(en="IBAN")
    change = reverse("admin:support_waytosupport_change", args=[way.pk])
    client.force_login(edna)
    assert client.get(change).status_code == 200 and client.post(change, {"value": "Mine"}).status_code == 403
    client.force_login(rita)
    assert client.get(change).status_code == 403
    way.refresh_from_db()
    assert way.value == IBAN
