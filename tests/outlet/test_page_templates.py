"""The words that we propose: complete, clean, and never public as they are."""

import pytest

from body.clean import clean
from body.text import word_count
from outlet import actions, preflight, templates
from outlet.languages import codes
from outlet.models import PageKind, PageText, StandingPage

ALL = [(kind, language) for kind in PageKind.values if kind != PageKind.OTHER for language in ("en", "uk")]


@pytest.mark.parametrize(("kind", "language"), ALL)
def test_a_template_is_a_text_of_ours_with_blanks(kind, language, db):
    template = templates.template(kind, language)
    assert clean(template.body).replace("\n", "") == template.body.replace("\n", "")
    assert 80 <= word_count(template.body) <= 260
    text = PageText(page=StandingPage(kind=kind), language=language, title=template.title, slug=template.slug)
    assert preflight.of_slug(text) == ""
    text.body = template.body
    assert {problem.code for problem in preflight.problems(text)} == {"blank"}


def test_what_is_written_already_is_left_alone(outlet, edna):
    text = actions.begin_from_template("about", by=edna, language="en")
    assert text.title == "About us"
    actions.save(text, by=edna, title="Ours", slug="ours", body="<p>Words.</p>")
    assert actions.begin_from_template("about", by=edna, language="en").title == "Ours"


def test_every_language_of_the_paper_has_templates():
    assert {language for _kind, language in ALL} >= set(codes())


def test_another_page_has_no_template(outlet, edna):
    assert actions.begin_from_template("other", by=edna, language="en").version == 0
