"""What scripts do on the lists and on the forms of everything but articles, as a person sees it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Author, Image
from tests.desk import screens

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("roles")]


def test_a_click_on_the_picture_sets_its_focal_point(furnished, signed_in):
    page, site = signed_in
    page.goto(site + screens.forms(furnished)["image"])
    picture = page.locator(".focal-whole")
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    expect(page.get_by_label("Focal point from the left")).to_have_value("0.25")
    expect(page.get_by_text("Not saved yet")).to_be_visible()
    page.get_by_label("Focal point from the top").fill("0.6")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/image/")
    image = Image.objects.get(pk=furnished["image"])
    assert (image.focal_x, image.focal_y) == (0.25, 0.6)


def test_an_authors_picture_is_chosen_in_a_dialog_and_taken_away(furnished, signed_in):
    page, site = signed_in
    address = site + screens.forms(furnished)["author"]
    page.goto(address)
    page.get_by_role("button", name="Choose a picture…").click()
    page.get_by_role("searchbox").fill("maroon")
    page.locator(".pick-grid button").filter(has_text="A field in maroon").click()
    expect(page.locator(".pick-shown")).to_contain_text("A field in maroon")
    page.get_by_role("button", name="Save and continue editing").click()
    page.wait_for_load_state()
    assert str(Author.objects.get(pk=furnished["author"]).picture) == "A field in maroon"
    page.get_by_role("button", name="Take away").click()
    page.get_by_role("button", name="Save and continue editing").click()
    page.wait_for_load_state()
    assert Author.objects.get(pk=furnished["author"]).picture is None


def test_links_of_an_author_are_added_and_sorted(furnished, signed_in):
    page, site = signed_in
    page.goto(site + screens.forms(furnished)["author"])
    page.get_by_role("button", name="Add: link").click()
    row = page.locator("[data-row]").last
    row.get_by_label("Label").fill("Photographs")
    row.get_by_label("Address").fill("https://photographs.example/")
    row.get_by_role("button", name="Move up").click()
    page.get_by_role("button", name="Save and continue editing").click()
    page.wait_for_load_state()
    links = Author.objects.get(pk=furnished["author"]).links.all()
    assert [link.label for link in links] == ["Photographs", "Letters"]


def test_a_filter_opens_narrows_and_closes(furnished, signed_in):
    page, site = signed_in
    page.goto(site + screens.LISTS["list of image"])
    lacks = page.locator(".list-filter").filter(has_text="What is missing")
    lacks.locator("summary").click()
    page.keyboard.press("Escape")
    expect(lacks.get_by_role("link", name="Without a credit")).to_be_hidden()
    expect(lacks.locator("summary")).to_be_focused()
    lacks.locator("summary").click()
    lacks.get_by_role("link", name="Without a credit").click()
    expect(page.locator("#result_list tbody tr")).to_have_count(1)
    expect(page.locator(".list-filter summary.is-chosen")).to_contain_text("Without a credit")
    page.get_by_role("link", name="Clear all filters").click()
    page.wait_for_url(lambda url: "lacks" not in url)


def test_a_row_leads_to_its_form_and_back_to_the_narrowed_list(furnished, signed_in):
    page, site = signed_in
    page.goto(site + screens.LISTS["list of section"] + "?o=-1")
    page.get_by_role("link", name="Science").click()
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/section/?o=-1")


def test_what_failed_is_tried_again_from_the_outbox(furnished, signed_in):
    page, site = signed_in
    page.goto(site + reverse("admin:jobs_message_changelist"))
    page.locator("#action-toggle").check()
    expect(page.locator(".action-counter")).to_contain_text("selected")
    page.locator("select[name=action]").select_option("try_again")
    page.get_by_role("button", name="Go").click()
    expect(page.locator(".messagelist")).to_be_visible()
