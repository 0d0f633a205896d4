"""From an invitation to the first day at the desk and to the last one, in two browsers."""

import pytest
from django.core import mail as mailbox
from django.urls import reverse

from jobs import outbox
from staff.models import User

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("roles")]

PASSWORD = "bridges over the Dnipro"


@pytest.fixture
def elsewhere(browser):
    """A page in a browser of somebody who has never been here."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_who_is_invited_comes_in_and_who_is_suspended_is_out_at_once(outlet, signed_in, elsewhere, settings):
    page, site = signed_in
    settings.SITE_URL = site
    page.goto(site + reverse("admin:staff_user_changelist"))
    page.get_by_role("link", name="Invite somebody").click()
    page.get_by_label("First name").fill("Nina")
    page.get_by_label("E-mail address").fill("nina@paper.example")
    page.get_by_label("Reporter: ").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.get_by_text("A letter with a link goes to nina@paper.example").wait_for()
    assert page.get_by_text("invited, until").is_visible()

    outbox.drain()
    link = next(line for line in mailbox.outbox[0].body.splitlines() if "/admin/invitation/" in line)
    elsewhere.goto(link)
    elsewhere.get_by_label("New password", exact=True).fill(PASSWORD)
    elsewhere.get_by_label("New password confirmation").fill(PASSWORD)
    elsewhere.keyboard.press("Enter")
    elsewhere.get_by_role("link", name="Articles").first.wait_for()

    nina = reverse("admin:staff_user_change", args=[User.objects.get(username="nina").pk])
    page.goto(site + nina)
    page.get_by_text("accepted an invitation").wait_for()
    page.get_by_label("Active").uncheck()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("row", name="Nina").get_by_text("suspended").wait_for()

    elsewhere.get_by_role("link", name="Articles").first.click()
    elsewhere.get_by_role("button", name="Log in").wait_for()
    elsewhere.goto(link)
    assert elsewhere.get_by_text("This invitation has been used.").is_visible()


def test_an_invitation_is_withdrawn_by_a_button_beside_the_form(outlet, signed_in, ada):
    page, site = signed_in
    page.goto(site + reverse("admin:staff_user_add"))
    page.get_by_label("E-mail address").fill("nina@paper.example")
    page.get_by_label("Reporter: ").check()
    page.get_by_role("button", name="Add this person").click()
    page.get_by_role("button", name="Withdraw the invitation").focus()
    page.keyboard.press("Enter")
    page.get_by_text("its link lets nobody in").wait_for()
    assert page.get_by_text("not invited").is_visible()
