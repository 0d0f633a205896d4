"""The language of a request: by the path for readers, by the browser at the desk."""

import pytest
from django.http import HttpResponse
from django.utils.translation import get_language

from outlet.middleware import LanguageFromPath


@pytest.fixture
def answer(rf):
    """The response to a path, whose body is the language that the view ran in."""

    def answer(path, **headers):
        return LanguageFromPath(lambda request: HttpResponse(get_language()))(rf.get(path, headers=headers))

    return answer


@pytest.mark.parametrize(("path", "language"), [("/", "en"), ("/uk/", "uk"), ("/uk/2026/11/23/mist/", "uk")])
def test_readers_get_the_language_of_the_address_whatever_their_browser_likes(answer, path, language):
    response = answer(path, accept_language="de, uk;q=0.5")
    assert response.content.decode() == language
    assert response["Content-Language"] == language


def test_a_public_page_varies_on_nothing(answer):
    assert "Vary" not in answer("/uk/", accept_language="uk")


def test_the_desk_speaks_the_language_of_the_browser_and_says_so(answer):
    response = answer("/admin/", accept_language="uk")
    assert response.content.decode() == "uk"
    assert response["Content-Language"] == "uk"
    assert response["Vary"] == "Accept-Language, Cookie"


def test_the_language_of_one_request_does_not_stay_for_the_next(answer):
    before = get_language()
    answer("/uk/")
    assert get_language() == before
    assert answer("/").content.decode() == "en"


def test_a_missing_page_has_a_language_too(client, db):
    assert client.get("/uk/nothing-here/")["Content-Language"] == "uk"
