"""A stranger goes to every public address of a whole newspaper, and this is what may be said of every answer.

The paper is the demo, with everything beside it that nobody may see. It is loaded and crawled once, in a
transaction that is taken back; the tests look at what the crawler brought home.
"""

from urllib.parse import urlsplit

import pytest
from django.db import transaction
from django.test import RequestFactory, override_settings
from django.urls import get_resolver, resolve
from django.utils import translation

from articles import paging, views
from articles.models import Address, Image
from articles.renditions import first
from outlet import languages
from tests.public.crawler import DOORS, WITHOUT_A_PAGE, crawl, in_letters, internal, links, routes
from tests.public.paper import HIDDEN, Paper
from tests.support import newsletter
from tools import nu

pytestmark = pytest.mark.django_db  # asks for the database; the tests themselves read nothing from it


@pytest.fixture(scope="module")
def visit(django_db_setup, django_db_blocker, tmp_path_factory):
    """The answers by path, and what the paper expects of some."""
    served = {"WHITENOISE_USE_FINDERS": True, "WHITENOISE_AUTOREFRESH": True}  # nothing has been collected
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"), **served),
        pytest.MonkeyPatch.context() as patch,
        transaction.atomic(),
    ):
        patch.setattr(paging, "PAGE", 5)
        paper = Paper()
        paper.fill()
        known = Address.objects.values_list("path", flat=True)
        pictures = [f"/media/{rendition.name}" for image in Image.objects.all() for rendition in first(image)]
        answers = crawl([*DOORS, *newsletter.doors(), *in_letters(), *known, *pictures])
        transaction.set_rollback(True)
    return answers, paper.expected | {path: 404 for path in DOORS if "nothing" in path or "?" in path}


@pytest.fixture
def answers(visit):
    return visit[0]


@pytest.fixture
def pages(answers):
    return {path: answer for path, answer in answers.items() if answer.is_page}


def test_whatever_is_paid_for_says_so_beside_every_link_to_it(pages):
    """In words, in the card that leads there, on whatever page it stands; links on pages of the story itself are none."""
    own = "string(//article[contains(@class, 'is-paid')]/p[@class='paid-label'])"
    labels = {path: label for path, page in pages.items() if (label := page.tree.xpath(own))}
    assert len(labels) >= 4 and {"?" in path for path in labels} == {False}
    places, wrong = set(), []
    for path, page in pages.items():
        for link in page.tree.xpath("//body//a[@href and not(@hreflang)]"):
            target = urlsplit(link.get("href")).path
            if target not in labels or path.startswith(target):
                continue
            (card,) = link.xpath(
                "ancestor::*[self::article or self::aside or self::p][not(contains(@class, 'headline'))][1]"
            )
            places.add(card.get("class", "").split(" ")[0])
            if labels[target] not in card.text_content():
                wrong.append((path, target))
    assert wrong == []
    assert places == {"card", "story-card", "corrected", "report-story", ""}  # the last are those of text-only pages


# --- what may be said of every answer ----------------------------------------------------------


def test_every_address_answers_as_it_should(visit):
    answers, expected = visit
    assert len(answers) > 150
    assert {path: answer.status for path, answer in answers.items()} == dict.fromkeys(answers, 200) | expected


def test_no_link_leads_nowhere_or_to_where_something_stood_before(answers):
    for path, answer in answers.items():
        for link in internal(links(answer)) - {path}:
            status = answers[link].status
            leads_away = status == 302 and resolve(link).route in WITHOUT_A_PAGE
            assert leads_away or status == 200, f"{path} leads to {link}"


def test_no_word_of_a_draft_is_found(answers):
    for answer in answers.values():
        assert HIDDEN.lower() not in answer.text.lower(), answer.path
        assert HIDDEN.lower() not in str(answer.headers).lower(), answer.path


def test_no_answer_sets_a_cookie_or_knows_who_asks(answers):
    for answer in answers.values():
        assert not answer.has_cookie, answer.path
        varies = {name.strip().lower() for name in answer.headers.get("Vary", "").split(",") if name.strip()}
        assert varies <= {"accept-encoding"}, answer.path


def test_every_page_is_in_the_language_of_its_address(pages):
    for path, answer in pages.items():
        language = languages.of_path(path)
        assert answer.headers["Content-Language"] == answer.tree.get("lang") == language, path


def test_every_answer_forbids_what_it_does_not_need(answers):
    needed = {"default-src": "'self'", "base-uri": "'none'", "object-src": "'none'", "form-action": "'self'"}
    for path, answer in answers.items():
        if path.startswith("/static/"):
            continue
        policy = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
        assert policy.items() >= (needed | {"frame-ancestors": "'none'"}).items(), path
        assert set(" ".join(policy.values()).split()) <= {"'self'", "'none'"}, path
        assert answer.headers["X-Content-Type-Options"] == "nosniff", path


def test_no_page_has_a_script_a_style_or_anything_from_elsewhere(pages):
    loads = {"src", "srcset", "action", "formaction", "poster", "data"}
    for path, answer in pages.items():
        tree = answer.tree
        # data, and files of our own; nothing that stands in the page runs
        assert not tree.xpath("//script[not(@type='application/ld+json') and (not(@src) or text())]"), path
        assert not tree.xpath("//style | //iframe | //object | //embed | //base | //meta[@http-equiv]"), path
        names = {name for element in tree.iter() for name in element.keys()}  # noqa: SIM118
        assert "style" not in names and not [name for name in names if name.startswith("on")], path
        loaded = [value for element in tree.iter() for name, value in element.items() if name in loads]
        loaded += tree.xpath("//link[not(@rel='canonical' or @rel='alternate')]/@href")
        assert all(value.startswith("/") and not value.startswith("//") for value in loaded), path


def test_every_page_is_valid_html(pages):
    written = {path: answer.text for path, answer in pages.items()}
    for language in languages.codes():
        with translation.override(language):
            written[f"500 {language}"] = views.server_error(RequestFactory().get("/")).content.decode()
    assert [str(problem) for problem in nu.check(written) if problem.kind != "info"] == []


# --- and no address is left out ----------------------------------------------------------------


def test_no_kind_of_address_is_left_out(answers):
    visited = {
        resolve(path.partition("?")[0]).route
        for path, answer in answers.items()
        if answer.status == 200 and not path.startswith("/static/")
    }
    assert visited == set(routes(get_resolver())) - WITHOUT_A_PAGE
