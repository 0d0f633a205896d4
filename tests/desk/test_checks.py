"""The preflight in a real browser: it follows what is typed, and its links lead to the words."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Revision

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("roles")]


def open_form(signed_in, article, query=""):
    page, site = signed_in
    page.goto(site + reverse("admin:articles_article_change", args=[article.pk]) + query)
    page.wait_for_selector("textarea[name=body][data-body-state=ready]", state="attached")
    return page


def selected(page):
    """The words that are selected in the editor's frame."""
    return page.evaluate("() => document.querySelector('.field-body iframe').contentDocument.getSelection().toString()")


def test_the_list_follows_what_is_typed_and_nothing_is_saved(signed_in, write):
    article = write(standfirst="Two men cross.")
    page = open_form(signed_in, article)
    findings = page.locator("[data-findings]")
    expect(page.locator("[data-check]")).to_be_hidden()
    expect(findings).not_to_contain_text("Write a headline.")
    page.locator("#id_headline").fill("")
    expect(findings).to_contain_text("Write a headline.")
    page.locator("#id_headline").fill("It is open")
    expect(findings).not_to_contain_text("Write a headline.")
    page.locator("#id_standfirst").fill("He paid TK hryvnias.")
    expect(findings).to_contain_text("He paid TK hryvnias.")
    assert Revision.objects.filter(article=article).count() == 1


def test_a_link_selects_the_words_in_a_field(signed_in, write):
    page = open_form(signed_in, write(standfirst="Long words before. He paid TK hryvnias."))
    page.locator("[data-findings] a[href='#id_standfirst']").click()
    expect(page.locator("#id_standfirst")).to_be_focused()
    words = page.locator("#id_standfirst").evaluate("(one) => one.value.slice(one.selectionStart, one.selectionEnd)")
    assert "TK" in words


def test_a_link_selects_the_words_in_the_editor_whatever_divides_them(signed_in, write):
    page = open_form(signed_in, write(body="<p>One.</p><p>He <em>paid</em> TK <strong>hryv</strong>nias.</p>"))
    page.locator("[data-findings] a[href='#id_body']", has_text="TK").click()
    page.wait_for_function(
        "() => document.querySelector('.field-body iframe').contentDocument.getSelection().toString()"
    )
    assert re.fullmatch(r"He paid TK hryvnias\.", selected(page))


def test_a_link_from_elsewhere_leads_to_the_words(signed_in, write):
    page = open_form(signed_in, write(body="<p>One.</p><p>He lives in Kiev.</p>"), "?check=1&place=Kiev#id_body")
    page.wait_for_function(
        "() => document.querySelector('.field-body iframe').contentDocument.getSelection().toString()"
    )
    assert selected(page) == "Kiev"


def test_a_link_into_the_folded_part_opens_it(signed_in, write):
    page = open_form(signed_in, write(social_title="a" * 80, seo_title="", slug=""))
    page.locator(".desk-more").evaluate("(one) => one.removeAttribute('open')")
    page.locator("[data-findings] a[href='#id_social_title']").click()
    expect(page.locator("#id_social_title")).to_be_visible()
