"""Axe finds nothing on any screen of the desk: in light and in dark, on a phone and on a desk."""

from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from articles import actions
from articles.models import Article
from staff import invitations
from staff.models import User
from tests.axe import wrong
from tests.desk import screens

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("roles")]

DIALOGS = ("images", "image_upload", "image_use", "stories", "story_use", "authors", "author_add", "link")


def test_lists_forms_and_all_other_screens(furnished, signed_in):
    page, site = signed_in
    article = [furnished["live"]]
    others = {
        "the home": reverse("admin:index"),
        "submitting": reverse("admin:articles_article_verb", args=[furnished["article"], "submit"]),
        "publishing": reverse("admin:articles_article_verb", args=[furnished["submitted"], "publish"]),
        "sending back": reverse("admin:articles_article_verb", args=[furnished["submitted"], "send_back"]),
        "unpublishing": reverse("admin:articles_article_verb", args=[furnished["live"], "unpublish"]),
        "retracting": reverse("admin:articles_article_verb", args=[furnished["live"], "retract"]),
        "the form of what was submitted": reverse("admin:articles_article_change", args=[furnished["submitted"]]),
        "history": reverse("admin:articles_article_history", args=article),
        "a version": reverse("admin:articles_article_revision", args=[*article, 1]),
        "history of an author": reverse("admin:articles_author_history", args=[furnished["author"]]),
        "into which": reverse("admin:articles_section_merge", args=[furnished["section"]]),
        "merging": reverse("admin:articles_section_merge", args=[furnished["section"]]) + f"?into={furnished['city']}",
        "retiring": reverse("admin:articles_tag_retire", args=[furnished["tag"]]),
        "a new password": reverse("admin:auth_user_password_change", args=[furnished["user"]]),
        "one's own password": reverse("admin:password_change"),
        "counts of reports": reverse("admin:readers_case_counts"),
        "how appeals do": reverse("admin:support_appeal_rates"),
        "counts of subscribers": reverse("admin:support_subscriber_counts"),
        "deliveries": reverse("admin:support_mailingservice_deliveries", args=[furnished["mailingservice"]]),
        "importing supporters": reverse("admin:support_supporter_import"),
        "forgetting a supporter": reverse("admin:support_supporter_delete", args=[furnished["supporter"]]),
        "a secret": reverse("admin:support_service_secret", args=[furnished["service"]]),
        "removing": reverse("admin:outlet_menuitem_delete", args=[furnished["menuitem"]]),
        "refused": reverse("admin:articles_article_delete", args=article),
        "nothing found": screens.LISTS["list of article"] + "?q=nothing+of+the+kind",
        "what is missing": reverse("admin:articles_article_change", args=[furnished["article"]]) + "?check=1",
    }
    found = []
    for name, address in {**screens.LISTS, **screens.forms(furnished), **others}.items():
        page.goto(site + address)
        found += wrong(page, name)
    assert found == []


def test_correcting(furnished, signed_in, edna, boris):
    page, site = signed_in
    live = Article.objects.get(pk=furnished["live"])
    Article.objects.create(language="uk", translation_group=live.translation_group, headline="Міст")
    actions.correct(live, by=edna, text="It opened in June.", was_wrong="May", is_right="June")
    address = site + reverse("admin:articles_article_verb", args=[live.pk, "correct"])
    page.goto(address)
    found = wrong(page, "correcting")
    actions.propose_note(live, by=boris, kind="clarification", text="The bridge is for one tram at a time.")
    page.goto(address)
    page.get_by_role("heading", name="proposes this note").wait_for()
    found += wrong(page, "a note that waits")
    page.goto(site + reverse("admin:articles_article_corrections", args=[live.pk]))
    assert found + wrong(page, "corrections") == []


def test_people(furnished, signed_in, ada):
    page, site = signed_in
    nina = User(first_name="Nina", email="nina@paper.example")
    invited = invitations.invite(nina, roles=["reporter"], by=ada)
    addresses = {
        "roles": reverse("admin:staff_user_roles"),
        "handing over": reverse("admin:staff_user_hand_over", args=[furnished["user"]]),
        "one who is invited": reverse("admin:staff_user_change", args=[nina.pk]),
        "an invitation": urlsplit(invitations.link(invited)).path,
        "no invitation": reverse("staff:invitation", args=["made-up"]),
    }
    found = []
    for name, address in addresses.items():
        page.goto(site + address)
        found += wrong(page, name)
    page.goto(site + reverse("admin:staff_user_add"))
    page.locator("details.desk-more summary").click()
    page.get_by_label("Username").wait_for()
    assert found + wrong(page, "a first password") == []


def test_an_open_filter_and_a_form_with_errors(furnished, signed_in):
    page, site = signed_in
    page.goto(site + screens.LISTS["list of image"])
    page.locator(".list-filter summary").first.click()
    found = wrong(page, "filter")
    page.goto(site + reverse("admin:articles_tag_add"))
    page.locator("[name=_save]").click()
    assert page.locator(".errorlist").count()
    assert found + wrong(page, "errors") == []


def test_the_dialogs_of_the_articles_form(furnished, signed_in):
    page, site = signed_in
    page.goto(site + reverse("admin:articles_article_change", args=[furnished["article"]]))
    found = []
    for name in DIALOGS:
        about = {"image_use": [furnished["image"]], "story_use": [furnished["live"]]}.get(name, [])
        address = reverse(f"admin:articles_article_pick_{name}", args=about)
        page.evaluate("url => { import('/static/desk/dialog.js').then((module) => module.choose(url)); }", address)
        page.wait_for_selector(".desk-dialog h2")
        found += wrong(page, name)
        page.keyboard.press("Escape")
        page.wait_for_selector(".desk-dialog", state="detached")
    assert found == []


def test_the_sign_in(outlet, live_server, page):
    page.goto(f"{live_server.url}/admin/")
    found = wrong(page, "sign-in")
    page.get_by_label("Username").fill("nobody")
    page.get_by_label("Password").fill("nothing")
    page.get_by_role("button", name="Log in").click()
    page.wait_for_selector(".errornote")
    assert found + wrong(page, "refused") == []
