"""A reader signs up on the front page, confirms from the letter, and ends it with one press; with and without script."""

from datetime import timedelta
from gzip import compress
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from support import limits
from support.models import Subscriber
from support.newsletter import views
from tests import axe
from tests.support.newsletter import letters, link_in, path_to_end, subscribed, switch_on

pytestmark = pytest.mark.browser
HOMES = {"en": "/", "uk": "/uk/"}


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch, publish):
    """A machine need not be slow to be let in here."""
    monkeypatch.setattr(views, "SHORTEST", -1)
    switch_on("en", "uk")
    publish()


def go_through(page, site, language, look, *, has_script=True):
    """From the front page to the end; ``look`` is called at every state, the words of which are the language's own."""
    page.goto(site + HOMES[language])
    look("the front page")
    page.locator(".offer [type=email]").focus()
    if has_script:
        expect(page.locator(".offer [name=token]")).not_to_have_value("")
    page.keyboard.type("lida@home.example")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{HOMES[language]}newsletter/**")
    if not page.url.endswith("/sent/"):
        expect(page.get_by_role("alert")).to_be_visible()
        expect(page.locator("main [type=email]")).to_have_value("lida@home.example")
        look("one more press")
        page.locator("main button").click()
    expect(page).to_have_url(f"{site}{HOMES[language]}newsletter/sent/")
    look("sent")
    (letter,) = letters()
    page.goto(site + link_in(letter))
    look("confirm")
    assert Subscriber.objects.get().state == "asked"
    page.locator("main button").press("Enter")
    expect(page).to_have_url(f"{site}{HOMES[language]}newsletter/thanks/")
    look("thanks")
    assert Subscriber.objects.get().state == "confirmed"
    (welcome,) = letters()
    page.goto(site + link_in(welcome))
    look("end")
    page.locator("main button").click()
    expect(page.locator("main form")).to_have_count(0)
    look("ended")
    assert Subscriber.objects.values_list("email", "state").get() == ("", "ended")
    assert page.context.cookies() == []


@pytest.mark.journey
@pytest.mark.parametrize("language", HOMES)
def test_from_the_front_page_to_the_end(site, window, language):
    page, found = window(), []
    go_through(page, site, language, lambda name: found.extend(axe.wrong(page, f"{name} in {language}")))
    assert found == []


@pytest.mark.parametrize("language", HOMES)
def test_the_same_without_script(site, window, language):
    go_through(window(java_script_enabled=False), site, language, lambda name: None, has_script=False)


@pytest.mark.parametrize("language", HOMES)
def test_where_the_token_does_not_come_one_more_press_will_do(site, window, language):
    page = window()
    page.route("**/newsletter/token/", lambda route: route.abort())
    page.goto(site + HOMES[language])
    page.locator(".offer [type=email]").fill("lida@home.example")
    page.locator(".offer button").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert axe.wrong(page, "one more press") == []


def test_one_click_of_a_mail_program_ends_it(site, window):
    subscriber = subscribed()
    answer = window().request.post(
        site + path_to_end(subscriber), form={"List-Unsubscribe": "One-Click"}, max_redirects=0
    )
    assert answer.status == 200 and "set-cookie" not in answer.headers
    assert Subscriber.objects.get().state == "ended"


def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(site, window, monkeypatch):
    page = window(viewport={"width": 390, "height": 844})
    page.goto(site + "/newsletter/")
    page.get_by_label("Your e-mail").fill("lida")
    page.get_by_label("Українська").check()
    page.get_by_role("button", name="Sign up").click()
    field = page.get_by_label("Your e-mail")
    expect(field).to_have_value("lida")
    expect(field).to_have_accessible_description("Enter a valid email address.")
    expect(page.get_by_label("Українська")).to_be_checked()
    found = axe.wrong(page, "an error")
    page.get_by_label("Українська").uncheck()
    page.get_by_label("English").uncheck()
    field.fill("lida@home.example")
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("group", name="Language")).to_have_accessible_description("Choose a language.")
    found += axe.wrong(page, "no language")
    page.get_by_label("English").check()

    def refuse(*args, **how):
        raise limits.TooMany(timedelta(minutes=4))

    monkeypatch.setattr(limits, "count", refuse)
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("alert")).to_contain_text("in 4 minutes")
    expect(field).to_have_value("lida@home.example")
    page.goto(site + "/newsletter/confirm/made-up/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This link does nothing any more")
    assert found + axe.wrong(page, "closed") == []


def test_both_languages_can_be_ended_at_once(site, window):
    subscribers = [subscribed(), subscribed(language="uk")]
    page = window()
    page.goto(site + path_to_end(subscribers[0]))
    assert axe.wrong(page, "end one or all") == []
    page.get_by_role("button", name="End it in all languages").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The newsletter has ended")
    assert not Subscriber.objects.confirmed().exists() and timezone.now() >= Subscriber.objects.first().ended_at


def test_the_script_is_small():
    script = Path(__file__).resolve().parents[2] / "static/js/newsletter.js"
    assert len(compress(script.read_bytes())) <= 700
