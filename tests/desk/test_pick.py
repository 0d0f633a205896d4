"""Choosing pictures, stories, authors, tags and links in the form's dialogs."""

import pytest
from django.urls import reverse

from articles import actions, links
from articles.models import Author, Image, Tag
from tests.cast import make_author, make_picture
from tests.desk.test_pictures import picture


def pick(name, *arguments):
    return reverse(f"admin:articles_article_pick_{name}", args=arguments)


@pytest.fixture
def as_sam(client, sam, outlet, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    client.force_login(sam)
    return client


def offered(page):
    return [choice.get("headline") or choice.get("name") or choice.get("caption") for choice in page.context["choices"]]


# --- pictures ----------------------------------------------------------------------------------


def test_pictures_are_found_by_any_word_of_theirs_and_the_newest_stands_first(as_sam):
    make_picture("teal")
    make_picture("olive", credit="Agency / Bohdan")
    assert offered(as_sam.get(pick("images"))) == ["A field in olive", "A field in teal"]
    assert offered(as_sam.get(pick("images"), {"q": "bohdan"})) == ["A field in olive"]
    assert "No picture matches" in as_sam.get(pick("images"), {"q": "bohdan teal"}).content.decode()


def test_a_caption_in_ukrainian_is_found_whatever_its_case(as_sam):
    make_picture().texts.update(caption="Міст через Вербну")
    for words in ("міст", "МІСТ", "Вербну"):
        assert len(as_sam.get(pick("images"), {"q": words}).context["choices"]) == 1


def test_what_a_picture_lacks_is_told_where_it_is_chosen(as_sam):
    make_picture(credit="")
    assert "needs a credit" in as_sam.get(pick("images")).content.decode()


def test_an_upload_is_chosen_at_once(as_sam, sam):
    answer = as_sam.post(
        pick("image_upload"), {"original": picture(), "alt_text": "A field", "caption": "Our field", "credit": "Sam"}
    )
    image = Image.objects.get()
    assert answer.json()["chosen"]["image"] == str(image.pk)
    assert answer.json()["chosen"]["missing"] == []
    assert (image.uploaded_by, image.credit, image.texts.get().caption) == (sam, "Sam", "Our field")


def test_an_upload_that_is_no_picture_loses_nothing_that_was_typed(as_sam):
    answer = as_sam.post(pick("image_upload"), {"original": "", "caption": "Typed with care", "credit": "Sam"})
    assert answer.status_code == 422
    assert "Typed with care" in answer.content.decode()
    assert not Image.objects.exists()


def test_a_picture_that_is_here_already_is_offered_instead_of_stored_twice(as_sam):
    as_sam.post(pick("image_upload"), {"original": picture(), "credit": "Sam"})
    answer = as_sam.post(pick("image_upload"), {"original": picture(name="again.png"), "credit": "Sam"})
    assert answer.status_code == 422
    assert answer.context["known"]["image"] == str(Image.objects.get().pk)


def test_the_words_of_one_use_are_cleaned(as_sam):
    image = make_picture()
    data = {"alt": " A  dam ", "caption": "Ours & <b>theirs</b>", "layout": "wide"}
    chosen = as_sam.post(pick("image_use", image.pk), data).json()["chosen"]
    assert (chosen["alt"], chosen["layout"]) == ("A dam", "wide")
    assert chosen["caption"] == "Ours &amp; &lt;b&gt;theirs&lt;/b&gt;"


def test_a_caption_with_a_link_is_kept_as_it_is(as_sam):
    image = make_picture()
    caption = 'Photo: <a href="https://a.example/">the archive</a>'
    page = as_sam.get(pick("image_use", image.pk), {"caption": caption})
    assert "caption" not in page.context["form"].fields
    path = f"{pick('image_use', image.pk)}?caption=Photo:%20<a%20href='https://a.example/'>the%20archive</a>"
    assert as_sam.post(path, {"layout": "normal"}).json()["chosen"]["caption"] == caption


# --- stories -----------------------------------------------------------------------------------


def test_a_reporter_is_offered_their_own_drafts_and_what_is_public(as_sam, sam, write, publish):
    write(headline="Rita's secret bridge")
    public = publish(headline="The public bridge")
    own = write(by=sam, headline="Sam's own bridge")
    assert offered(as_sam.get(pick("stories"))) == ["Sam's own bridge", "The public bridge"]
    assert offered(as_sam.get(pick("stories"), {"q": "bridge"})) == ["Sam's own bridge", "The public bridge"]
    assert offered(as_sam.get(pick("stories"), {"q": "secret"})) == []
    assert offered(as_sam.get(pick("stories"), {"not": own.pk})) == ["The public bridge"]
    assert "Public since" in as_sam.get(pick("stories"), {"q": "public"}).content.decode()
    assert as_sam.get(pick("story_use", public.article_id)).status_code == 200


def test_the_words_of_a_draft_that_follows_a_public_story_are_not_offered_to_others(as_sam, publish, rita):
    article = publish(headline="Public words").article
    actions.save(article, by=rita, changes={"fields": {"headline": "Hidden words"}})
    assert offered(as_sam.get(pick("stories"), {"q": "words"})) == ["Public words"]
    answer = as_sam.get(pick("describe"), {"story": article.pk}).json()
    assert answer["stories"][str(article.pk)]["headline"] == "Public words"


def test_the_editor_learns_no_more_of_a_draft_than_its_number(as_sam, write):
    secret = write(headline="Rita's secret")
    answer = as_sam.get(pick("describe"), {"story": secret.pk, "image": secret.lead_image_id})
    assert "secret" not in answer.content.decode()
    assert answer.json()["stories"][str(secret.pk)]["src"] == ""
    assert answer.json()["images"][str(secret.lead_image_id)]["credit"] == "Paper / Iryna Lys"


def test_a_card_gets_its_own_words(as_sam, publish):
    article = publish().article
    data = {"kicker": "History repeating", "headline": ""}
    chosen = as_sam.post(pick("story_use", article.pk), data).json()["chosen"]
    assert chosen == {"story": str(article.pk), "kicker": "History repeating", "headline": ""}


# --- authors and tags --------------------------------------------------------------------------


def test_a_guest_author_is_made_in_place_with_a_page_of_their_own(as_sam, client):
    answer = as_sam.post(pick("author_add"), {"name": "Олена Знам'янка", "job_title": "Historian"})
    author = Author.objects.get(pk=answer.json()["chosen"]["author"])
    assert author.user is None
    client.logout()
    assert client.get("/authors/olena-znamianka/").status_code == 200


def test_a_guest_without_a_name_is_refused_beside_the_field(as_sam):
    answer = as_sam.post(pick("author_add"), {"name": "", "job_title": "Kept"})
    assert answer.status_code == 422
    assert "Kept" in answer.content.decode()
    assert not Author.objects.exists()


def test_authors_are_found_by_name(as_sam):
    make_author("Olha Zhuk", "olha-zhuk")
    make_author("Rita Rudenko", "rita-rudenko")
    assert offered(as_sam.get(pick("authors"), {"q": "zhu"})) == ["Olha Zhuk"]


def test_tags_are_suggested_without_case_and_with_any_apostrophe(as_sam):
    for name in ("Кам’янка", "Мости", "Старі мости"):
        Tag.objects.create(name=name)
    assert as_sam.get(pick("tags"), {"q": "кам'ян"}).json()["names"] == ["Кам’янка"]
    assert as_sam.get(pick("tags"), {"q": "МОСТ"}).json()["names"] == ["Мости", "Старі мости"]
    assert as_sam.get(pick("tags"), {"q": ""}).json()["names"] == []


# --- links -------------------------------------------------------------------------------------


@pytest.fixture
def outside(monkeypatch):
    """What addresses outside answer: a status, or an exception."""
    answers = {}

    def status_of(url):
        answer = answers.get(url, 200)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(links, "status_of", status_of)
    return answers


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("example.org/plan", "https://example.org/plan"),
        ("desk@example.org", "mailto:desk@example.org"),
        ("http://127.0.0.1:8000/", "/"),
        (" https://example.org/ ", "https://example.org/"),
    ],
)
def test_an_address_is_completed(as_sam, outside, typed, kept):
    assert as_sam.post(pick("link"), {"href": typed}).json()["chosen"]["href"] == kept


@pytest.mark.parametrize("typed", ["javascript:alert(1)", "data:text/html,x", "//elsewhere.example/", "just words", ""])
def test_what_no_link_may_have_is_refused_beside_the_field(as_sam, outside, typed):
    answer = as_sam.post(pick("link"), {"href": typed})
    assert answer.status_code == 422
    assert answer.context["form"].errors["href"]


def test_a_link_that_seems_dead_is_taken_only_when_that_is_confirmed(as_sam, outside):
    outside["https://dead.example/"] = 404
    outside["https://silent.example/"] = OSError()
    for href in outside:
        answer = as_sam.post(pick("link"), {"href": href})
        assert answer.status_code == 422
        assert answer.context["doubt"]
        assert as_sam.post(pick("link"), {"href": href, "anyway": href}).json()["chosen"]["href"] == href
    other = as_sam.post(pick("link"), {"href": "https://dead.example/", "anyway": "https://silent.example/"})
    assert other.status_code == 422


def test_a_link_to_ourselves_is_looked_up_and_not_fetched(as_sam, publish, write, edna, monkeypatch):
    edition = publish(headline="The bridge")
    assert links.doubt(edition.path) == ""
    assert links.doubt("/sections/city/") == ""
    assert "no such page" in links.doubt("/2020/01/01/nothing/")
    assert "no such page" in links.doubt("/sections/nothing/")
    assert "desk" in links.doubt("/admin/articles/")
    assert [row["path"] for row in as_sam.get(pick("link"), {"q": "bridge"}).context["choices"]] == [edition.path]
    actions.unpublish(edition.article, by=edna, reason="Checking")
    assert "not public" in links.doubt(edition.path)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "10.0.0.8", "169.254.169.254", "[::1]", "192.168.1.1:80"])
def test_the_server_does_not_knock_inside_for_anybody(host):
    assert "private network" in links.doubt(f"http://{host}/")
