"""A supporter arrives by webhook, signs in by the link from a letter, and decides on their own page, all by keys."""

import re

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from jobs import outbox
from support import sessions
from support.models import Supporter
from tests import axe
from tests.public.walk import tab_to
from tests.support.people import encode, headers_of, make_service, make_tier, own
from tests.support.topics import make_voter, opened, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("outlet")]

REMEMBERED = "() => localStorage.getItem('newsroom.supporter')"


@pytest.mark.journey
def test_from_the_webhook_to_the_page_of_thanks(page, site, client):
    make_service("own", default_tier=make_tier(thanks="You pay the printer."))
    body = encode(own(at=timezone.now().isoformat()))
    signed = headers_of("own", body, timezone.now())
    told = client.post("/webhooks/support/own/", body, content_type="application/json", headers=signed)
    assert told.json()["outcome"] == "begun"

    page.goto(f"{site}/supporters/")
    expect(page.get_by_text("Nobody is named here yet.")).to_be_visible()
    page.get_by_role("link", name="Sign in").press("Enter")
    tab_to(page, "[name=email]")
    page.keyboard.type("no address")
    page.keyboard.press("Enter")
    expect(page.locator(".support-error")).to_be_visible()
    found = axe.wrong(page, "a form with errors")
    page.get_by_label("Your e-mail").fill("olha@home.example")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Look into your mailbox")).to_be_visible()
    assert page.context.cookies() == []

    outbox.drain()
    [letter] = mail.outbox
    page.goto(re.search(r"http\S+/sign-in/\S+", letter.body)[0])
    found += axe.wrong(page, "the page of a link")
    assert page.context.cookies() == []
    tab_to(page, ".support button")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Olha Bahan, thank you for carrying The Lantern.")).to_be_visible()
    assert [cookie["name"] for cookie in page.context.cookies()] == ["supporter"]
    assert page.evaluate(REMEMBERED) == "1"  # no word about ad blockers for those who pay

    tab_to(page, "[name=is_named]")
    page.keyboard.press("Space")
    tab_to(page, "[value=save]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Saved.")
    expect(page.get_by_label("Name me on the page of thanks")).to_be_checked()
    found += axe.wrong(page, "their own page")
    assert Supporter.objects.get().is_named

    page.get_by_role("link", name="The page of thanks").press("Enter")
    page.reload()  # the browser has kept what it was, for a minute
    expect(page.get_by_role("listitem").filter(has_text="Olha Bahan")).to_be_visible()
    expect(page.get_by_text("You are signed in as Olha Bahan.")).to_be_visible()
    page.get_by_role("link", name="Olha Bahan").press("Enter")
    page.get_by_role("button", name="Sign out", exact=True).press("Enter")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(page.locator("[data-supporter]")).to_have_count(0)
    page.wait_for_function(f"({REMEMBERED})() === null")
    assert page.context.cookies() == [] and found == []


@pytest.mark.parametrize("language", ["en", "uk"])
def test_without_script_one_signs_in_too(browser, site, language):
    make_service("own")
    Supporter.objects.create(email="olha@home.example", tier=make_tier())
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/{'uk/' if language == 'uk' else ''}sign-in/")
    page.locator("[name=email]").fill("olha@home.example")
    page.locator(".support [type=submit]").click()
    outbox.drain()
    page.goto(re.search(r"http\S+/sign-in/\S+", mail.outbox[-1].body)[0])
    page.locator(".support [type=submit]").click()
    expect(page.locator(".support-facts")).to_contain_text("olha@home.example")
    context.close()


def test_pages_of_ones_own_in_ukrainian(page, site, edna):
    supporter = make_voter("Lida", language="uk")
    topic = opened(edna, "Хто платить за зупинки?", by=supporter, language="uk")
    cookie = {"name": sessions.COOKIE, "value": signed_in(supporter).cookies[sessions.COOKIE].value, "url": site}
    page.context.add_cookies([cookie])
    found = []
    for path in ("/uk/me/", "/uk/next/mine/", f"{topic.path}vote/", "/uk/next/propose/"):
        page.goto(site + path)
        expect(page.locator("[data-supporter] h1")).to_be_visible()
        found += axe.wrong(page, path)
    assert found == []
