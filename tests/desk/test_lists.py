"""The lists: what a row tells, what narrows them, and that they cost the same however long they are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from activity.models import record
from articles import actions
from articles.models import AuthorText, Image, Tag, TagText
from jobs import outbox
from tests.cast import make_author, make_picture, make_section, make_user

# The number of queries of each list. Six are of every screen: session, person, two for rights, and two for the outlet.
BUDGETS = {"article": 17, "image": 13, "author": 9, "section": 9, "tag": 9, "user": 9, "entry": 8, "message": 8}


def of(model):
    app = {"user": "staff", "entry": "activity", "message": "jobs"}.get(model, "articles")
    return reverse(f"admin:{app}_{model}_changelist")


def add(model, number, publish, write):
    """One more thing with all that its row shows."""
    if model == "article":
        publish(section=make_section(f"Section {number}", f"section-{number}").pk)
        write(lead_image=make_picture(size=(300 + number, 200)).pk)
    elif model == "image":
        image = make_picture(size=(300 + number, 200))
        write(body=f'<figure data-image="{image.pk}"></figure>')
        publish(lead_image=image.pk)
        make_author(f"Face {number}", f"face-{number}")
    elif model == "author":
        author = make_author(f"Author {number}", f"author-{number}", user=make_user(f"person{number}", "reporter"))
        author.picture = make_picture(size=(300 + number, 200))
        author.save()
    elif model == "section":
        make_section(f"Section {number}", f"section-{number}")
    elif model == "tag":
        tag = Tag.objects.create(name=f"Tag {number}")
        TagText.objects.create(tag=tag, language="en", name=tag.name, slug=f"tag-{number}")
        write(tags=[tag])
    elif model == "user":
        make_user(f"person{number}", "reporter")
    elif model == "entry":
        record(make_user(f"person{number}", "editor"), "suspend", by=make_user(f"other{number}", "editor"))
    else:
        outbox.post("purge", {"keys": [str(number)]})


def titles(page):
    return [str(thing) for thing in page.context["cl"].result_list]


@pytest.fixture
def as_ada(client, ada, outlet):
    client.force_login(ada)
    return client


@pytest.fixture
def as_edna(client, edna, outlet):
    client.force_login(edna)
    return client


@pytest.mark.parametrize("model", BUDGETS)
def test_a_list_costs_the_same_for_few_rows_and_for_many(as_ada, publish, write, model):
    counts = []
    for numbers in (range(1), range(1, 6)):
        for number in numbers:
            add(model, number, publish, write)
        with CaptureQueriesContext(connection) as captured:
            assert as_ada.get(of(model)).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1] <= BUDGETS[model]


def test_lists_are_called_by_what_is_in_them(as_ada):
    page = as_ada.get(of("article")).content.decode()
    assert "<h1>Articles</h1>" in page
    assert "New article" in page
    assert "There is no article yet." in page
    assert "Nothing matches." in as_ada.get(of("article"), {"q": "zebra"}).content.decode()


# --- articles ----------------------------------------------------------------------------------


def test_an_articles_row_tells_where_it_stands(as_edna, publish, write, rita):
    article = publish(headline="A bridge for one tram").article
    actions.save(article, by=rita, changes={"fields": {"headline": "A bridge for two trams"}})
    page = as_edna.get(of("article")).content.decode()
    for words in ("Report · City", "desk-stage-submitted", "Live, with unpublished changes", "Rita Rudenko", "<time"):
        assert words in page


@pytest.mark.parametrize("words", ["МІСТ", "міст", "trams", "zhuk", "мосту zhuk"])
def test_articles_are_found_by_headline_slug_and_author_without_case(as_edna, write, rita, words):
    author = make_author("Olha Zhuk", "olha-zhuk")
    write(headline="Nothing of that")
    article = write(headline="Міст: ремонт мосту завершено", slug="trams-again")
    actions.save(article, by=rita, changes={"bylines": [{"author": author.pk, "role": "writer", "text": ""}]})
    assert titles(as_edna.get(of("article"), {"q": words})) == ["Міст: ремонт мосту завершено"]


def test_a_reporter_finds_no_article_of_others(client, write, sam):
    write(headline="Rita's own")
    client.force_login(sam)
    assert titles(client.get(of("article"), {"q": "rita"})) == []


# --- images ------------------------------------------------------------------------------------


def used(page):
    return {image.pk: len(image.articles) for image in page.context["cl"].result_list}


def test_an_image_counts_each_article_that_uses_it_once(as_edna, publish, write, rita):
    image, other = make_picture("navy"), make_picture("plum")
    figure = f'<p>Words</p><figure data-image="{image.pk}"></figure>'
    write(lead_image=image.pk, body=figure)  # twice in one working copy
    publish(body=figure)  # in an edition
    gone = publish(lead_image=image.pk).article  # in an edition, and no longer in the working copy
    actions.save(gone, by=rita, changes={"fields": {"lead_image": other.pk}})
    counts = used(as_edna.get(of("image")))
    assert (counts[image.pk], counts[other.pk]) == (3, 1)


def test_images_are_narrowed_to_those_that_nothing_uses(as_edna, publish, write):
    lead, text, portrait, unused = (make_picture(color) for color in ("navy", "plum", "olive", "maroon"))
    write(lead_image=lead.pk, body=f'<figure data-image="{text.pk}"></figure>')
    author = make_author("Olha Zhuk", "olha-zhuk")
    author.picture = portrait
    author.save()
    free = {image.pk for image in as_edna.get(of("image"), {"use": "unused"}).context["cl"].result_list}
    taken = {image.pk for image in as_edna.get(of("image"), {"use": "used"}).context["cl"].result_list}
    assert unused.pk in free
    assert {lead.pk, text.pk, portrait.pk} <= taken
    assert not free & taken


def test_images_are_narrowed_to_what_cannot_be_published(as_edna, outlet, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    fine, unsigned, mute = make_picture("navy"), make_picture("plum", credit=""), make_picture("olive")
    mute.texts.update(alt_text="")
    ornament = make_picture("maroon", is_decorative=True)
    ornament.texts.update(alt_text="")
    found = {lack: as_edna.get(of("image"), {"lacks": lack}).context["cl"].result_list for lack in ("credit", "alt")}
    assert (list(found["credit"]), list(found["alt"])) == ([unsigned], [mute])
    page = as_edna.get(of("image")).content.decode()
    assert page.count("No credit") == 1
    assert fine.credit in page


def test_images_are_found_by_words_in_any_case(as_edna, outlet, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    image = make_picture("navy")
    image.texts.update(caption="Гребля біля Млинків")
    make_picture("plum")
    assert list(as_edna.get(of("image"), {"q": "гребля"}).context["cl"].result_list) == [image]
    assert list(as_edna.get(of("image"), {"q": "ГРЕБЛЯ"}).context["cl"].result_list) == [image]


# --- authors, sections, tags -------------------------------------------------------------------


def test_authors_stand_by_name_with_the_number_of_their_public_stories(as_edna, publish, write):
    publish()
    write()
    make_author("Olha Zhuk", "olha-zhuk")
    make_author("Andrii Bilyi", "andrii-bilyi")
    rows = as_edna.get(of("author")).context["cl"].result_list
    assert [(str(author), author.story_count) for author in rows] == [
        ("Andrii Bilyi", 0), ("Olha Zhuk", 0), ("Rita Rudenko", 1),
    ]  # fmt: skip


def test_authors_are_found_by_name_and_job_title_in_any_case(as_edna):
    make_author("Ольга Жук", "olha-zhuk", language="uk")
    make_author("Rita Rudenko", "rita-rudenko")
    AuthorText.objects.filter(name="Rita Rudenko").update(job_title="Кореспондентка")
    assert titles(as_edna.get(of("author"), {"q": "жук"})) == ["Ольга Жук"]
    assert titles(as_edna.get(of("author"), {"q": "кореспондентка"})) == ["Rita Rudenko"]


def test_sections_count_what_is_live_and_are_ordered_in_place(as_ada, publish, write):
    section = publish().section
    write(section=section.pk)
    page = as_ada.get(of("section"))
    assert [row.story_count for row in page.context["cl"].result_list] == [1]
    form = page.context["cl"].formset.forms[0]
    sent = {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1, "form-0-id": section.pk, "form-0-order": 7, "_save": "1"}
    assert form["order"].field.widget.attrs["aria-label"] == "Order"
    as_ada.post(of("section"), sent)
    section.refresh_from_db()
    assert section.order == 7


def test_tags_count_their_articles_and_are_narrowed_to_the_unused(as_edna, write, publish, rita):
    carried, lost, free = (Tag.objects.create(name=name) for name in ("Дрони", "Мости", "Річки"))
    write(tags=[carried])
    article = publish(tags=[lost]).article
    actions.save(article, by=rita, changes={"tags": []})
    counts = {tag.name: tag.article_count for tag in as_edna.get(of("tag")).context["cl"].result_list}
    assert counts == {"Дрони": 1, "Мости": 0, "Річки": 0}
    assert titles(as_edna.get(of("tag"), {"use": "unused"})) == [free.name]
    assert titles(as_edna.get(of("tag"), {"q": "ДРОНИ"})) == ["Дрони"]


def test_an_image_that_is_searched_in_nonsense_is_no_error(as_edna):
    assert titles(as_edna.get(of("image"), {"q": "   "})) == [str(image) for image in Image.objects.all()]
