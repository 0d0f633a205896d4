"""Flags and legal notes beside the form: kept with a save, never by a look."""

import pytest

from articles.models import LegalNote
from tests.desk.browser import form_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def form(client, write, chris):
    """The article's address, and what the browser would send."""
    client.force_login(chris)
    address = f"/admin/articles/article/{write().pk}/change/"
    return address, form_data(client.get(address))


def test_a_note_and_a_flag_are_kept_with_a_save(client, form):
    address, data = form
    page = client.post(address, data | {"legal_note": "Ask counsel.", "_flag": "legal:required"}, follow=True)
    words = page.content.decode()
    assert "The legal note is kept." in words and "Legal check: Required." in words
    assert LegalNote.objects.get().text == "Ask counsel."


@pytest.mark.parametrize("look", [{"_preview": "1"}, {"_check": "typed"}])
def test_a_look_keeps_nothing_and_says_nothing_of_it(client, form, look):
    address, data = form
    client.post(address, data | {"legal_note": "Ask counsel.", "_flag": "legal:required"} | look)
    assert not LegalNote.objects.exists()
    assert "is kept" not in client.get(address).content.decode()


def test_what_was_typed_comes_back_with_a_refused_save(client, form):
    address, data = form
    page = client.post(address, data | {"legal_note": "Ask counsel.", "slug": "no slug at all!"})
    assert "Ask counsel." in page.content.decode()
    assert not LegalNote.objects.exists()


def test_who_only_sees_the_article_clears_the_flag_of_their_desk(client, write, pia, rita):
    article = write()
    client.force_login(pia)
    address = f"/admin/articles/article/{article.pk}/desks/"
    assert "Picture desk: Done." in client.post(address, {"_flag": "picture:done"}, follow=True).content.decode()
    client.post(address, {"_flag": "legal:done"})
    article.refresh_from_db()
    assert (article.picture_flag, article.legal_flag) == ("done", "not_needed")
