"""Correcting publicly at the desk: the page that asks, the second person, and what is ticked off afterwards."""

import pytest
from django.urls import reverse

from articles import actions, board
from articles.models import Article
from outlet.models import Outlet

NOTE = {"kind": "correction", "gravity": "minor", "text": "It opened in June.", "was_wrong": "May", "is_right": "June"}


def verb(article, name="correct"):
    return reverse("admin:articles_article_verb", args=[article.pk, name])


@pytest.fixture
def mended(publish, rita, edna):
    article = publish(headline="Opened in May").article
    actions.save(article, by=rita, changes={"fields": {"headline": "Opened in June"}})
    actions.approve(article, by=edna)
    return article


def test_one_page_publishes_text_and_note_and_leads_to_what_is_left_to_do(client, mended, edna):
    client.force_login(edna)
    assert "Opened in May" not in client.get(verb(mended)).context["form"].as_div()
    answer = client.post(verb(mended), NOTE | {"version": mended.version})
    assert answer["Location"] == reverse("admin:articles_article_corrections", args=[mended.pk])
    note = mended.corrections.get()
    assert (note.text, note.was_wrong, note.edition_after.headline) == ("It opened in June.", "May", "Opened in June")
    assert "It opened in June." in client.get(answer["Location"]).content.decode()


def test_an_editor_approves_the_mended_text_and_corrects_in_one_step(client, publish, rita, edna):
    article = publish(headline="Opened in May").article
    actions.save(article, by=rita, changes={"fields": {"headline": "Opened in June"}})
    client.force_login(edna)
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert "Approve and correct publicly" in page
    client.post(verb(article), NOTE | {"version": article.version})
    assert article.corrections.get().edition_after.headline == "Opened in June"


def test_a_grave_note_waits_until_another_editor_agrees(client, mended, edna, boris):
    client.force_login(edna)
    answer = client.post(verb(mended), NOTE | {"version": mended.version, "gravity": "grave"}, follow=True)
    assert "waits for a second person" in answer.content.decode()
    assert not mended.corrections.exists()
    client.force_login(boris)
    page = client.get(verb(mended))
    assert "It opened in June." in page.content.decode() and "text" not in page.context["form"].fields
    client.post(verb(mended), {"version": mended.version})
    note = mended.corrections.get()
    assert (note.written_by, note.approved_by, note.gravity) == (edna, boris, "grave")


def test_another_note_takes_the_place_of_the_one_that_waits(client, mended, edna, boris):
    actions.propose_note(mended, by=edna, **NOTE | {"gravity": "grave"})
    client.force_login(boris)
    anew = f"{verb(mended)}?anew=1"
    assert "text" in client.get(anew).context["form"].fields
    client.post(anew, NOTE | {"version": mended.version, "gravity": "grave", "text": "In June it was."})
    waiting = actions.waiting_note(mended)
    assert (waiting.written_by, waiting.text) == (boris, "In June it was.")


def test_what_a_report_says_may_stand_in_the_address(client, mended, edna):
    client.force_login(edna)
    form = client.get(f"{verb(mended)}?was_wrong=May&is_right=June").context["form"]
    assert (form["was_wrong"].value(), form["is_right"].value()) == ("May", "June")


def test_an_outlet_that_wants_a_note_is_obeyed_and_the_way_to_it_shown(client, mended, edna):
    Outlet.objects.update(silent_changes="refuse")
    client.force_login(edna)
    assert verb(mended) in client.get(verb(mended, "publish")).content.decode()
    refused = client.post(verb(mended, "publish"), {"version": mended.version, "substantial": "yes"})
    assert refused.status_code == 422 and "correct publicly instead" in refused.content.decode()


def test_places_are_ticked_off_and_noted_by_hand(client, mended, edna):
    Article.objects.create(language="uk", translation_group=mended.translation_group, headline="Відкрили в травні")
    note = actions.correct(mended, by=edna, text="It opened in June.")
    (place,) = note.carried_on.all()
    client.force_login(edna)
    address = reverse("admin:articles_article_corrections", args=[mended.pk])
    assert "Відкрили в травні" in client.get(address).content.decode()
    client.post(address, {f"state-{place.pk}": "mended", f"words-{note.pk}": "Newsletter of Friday"})
    assert [(row.state, row.words) for row in note.carried_on.all()] == [
        ("mended", "Відкрили в травні"), ("open", "Newsletter of Friday"),
    ]  # fmt: skip


def test_the_board_shows_what_waits_for_a_second_person_and_what_is_left_to_do(client, mended, edna, boris):
    def titles(person):
        return {panel.title for panel in board.of(type(person).objects.get(pk=person.pk)).panels if panel.rows}

    actions.propose_note(mended, by=edna, **NOTE | {"gravity": "grave"})
    assert "Public notes for a second person" in titles(boris) - titles(edna)
    Article.objects.create(language="uk", translation_group=mended.translation_group, headline="Відкрили в травні")
    note = actions.correct(mended, by=boris, **NOTE | {"gravity": "grave"})
    assert "Public notes for a second person" not in titles(boris)
    assert "Corrected: where else do the words stand?" in titles(edna)
    actions.settle_place(note.carried_on.get(), by=edna, state="not_needed")
    assert "Corrected: where else do the words stand?" not in titles(edna)
