"""What the list of articles is narrowed to, and how that is taken away again."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from articles import actions
from articles.models import Tag
from articles.workflow import Flag
from outlet.models import Outlet
from tests.cast import make_author, make_section

LIST = reverse("admin:articles_article_changelist")


def titles(page):
    return {str(article) for article in page.context["cl"].result_list}


@pytest.fixture
def as_edna(client, edna, outlet):
    client.force_login(edna)
    return client


@pytest.fixture
def states(write, publish, rita, edna, chris):
    """One article for each thing that readers can have."""
    tomorrow = timezone.now() + timedelta(days=1)
    write(headline="never")
    publish(headline="scheduled", at=tomorrow)
    publish(headline="live")
    changed = publish(headline="changed").article
    actions.save(changed, by=rita, changes={"fields": {"kicker": "More"}})
    ahead = publish(headline="changed tomorrow").article
    actions.save(ahead, by=rita, changes={"fields": {"kicker": "More"}})
    actions.approve(ahead, by=edna)
    actions.publish(ahead, by=edna, at=tomorrow, substantial=True, why="More is known")
    to_end = publish(headline="live until tomorrow").article
    actions.unpublish(to_end, by=edna, reason="Ends", at=tomorrow)
    actions.unpublish(publish(headline="unpublished").article, by=edna, reason="Checking")
    actions.retract(publish(headline="retracted").article, by=chris, reason="Wrong", words="It was wrong.")
    actions.take_down(publish(headline="taken down").article, by=chris, reason="A court")


@pytest.mark.parametrize(
    ("public", "found"),
    [
        ("never", {"never"}),
        ("scheduled", {"scheduled"}),
        ("live", {"live", "changed", "changed tomorrow", "live until tomorrow"}),
        ("changed", {"changed", "changed tomorrow"}),
        ("unpublished", {"unpublished"}),
        ("retracted", {"retracted"}),
        ("taken_down", {"taken down"}),
    ],
)
def test_by_what_readers_have_as_the_rows_say_it(as_edna, states, public, found):
    page = as_edna.get(LIST, {"public": public})
    assert titles(page) == found
    label = {"never": "Never published", "taken_down": "Taken down", "changed": "Live, with unpublished changes"}
    assert page.content.decode().count(f">{label.get(public, public.capitalize())}</span>") >= (public != "live")


def test_by_stage_section_kind_and_language_all_at_once(as_edna, write, rita):
    science = make_section("Science", "science")
    wanted = write(headline="Wanted", section=science.pk, kind="opinion", language="uk")
    actions.submit(wanted, by=rita)
    actions.submit(write(headline="In another section", kind="opinion", language="uk"), by=rita)
    write(headline="A draft", section=science.pk, kind="opinion", language="uk")
    actions.submit(write(headline="A report", section=science.pk, language="uk"), by=rita)
    actions.submit(write(headline="In English", section=science.pk, kind="opinion"), by=rita)
    query = {"stage": "submitted", "section": science.pk, "kind": "opinion", "language": "uk"}
    assert titles(as_edna.get(LIST, query)) == {"Wanted"}
    for name in query:
        assert len(titles(as_edna.get(LIST, {key: value for key, value in query.items() if key != name}))) == 2


@pytest.mark.parametrize("typed", ["Жук", "ольга ж", "zhuk", "Olha Zhuk"])
def test_by_an_author_in_any_language_and_alphabet(as_edna, write, rita, typed):
    author = make_author("Ольга Жук", "olha-zhuk", language="uk")
    write(headline="Жук на мосту")  # the word stands in it, but she has not written it
    hers = write(headline="Hers")
    actions.save(hers, by=rita, changes={"bylines": [{"author": author.pk, "role": "editor", "text": ""}]})
    assert titles(as_edna.get(LIST, {"author": typed})) == {"Hers"}
    assert titles(as_edna.get(LIST, {"author": "nobody at all"})) == set()


def test_by_a_tag_of_that_name_else_by_all_that_begin_so(as_edna, write):
    bridges, old = Tag.objects.create(name="Мости"), Tag.objects.create(name="Мости старі")
    write(headline="New", tags=[bridges])
    write(headline="Old", tags=[old])
    write(headline="None")
    assert titles(as_edna.get(LIST, {"tag": "мости"})) == {"New"}
    assert titles(as_edna.get(LIST, {"tag": "мост"})) == {"New", "Old"}


def test_by_flags_and_by_who_reviews(as_edna, write, rita, edna, boris):
    for name in ("plain", "legal", "picture"):
        article = write(headline=name)
        if name != "plain":
            actions.flag(article, desk=name, value=Flag.REQUIRED, by=rita)
    for name, reviewer in (("mine", edna), ("boris", boris), ("free", None)):
        article = write(headline=name)
        actions.submit(article, by=rita)
        if reviewer:
            actions.claim(article, by=reviewer)
    found = {flag: titles(as_edna.get(LIST, {"flag": flag})) for flag in ("legal", "picture", "taken", "waiting")}
    assert found == {"legal": {"legal"}, "picture": {"picture"}, "taken": {"mine", "boris"}, "waiting": {"free"}}
    assert titles(as_edna.get(LIST, {"whose": "reviewed"})) == {"mine"}
    page = as_edna.get(LIST).content.decode()
    for words in ("reviewed by Boris", "Legal check", "Picture desk"):
        assert words in page


def test_by_notes_that_wait_and_words_that_stand_elsewhere_as_they_are_now(as_edna, publish, edna, boris):
    """Asked before and after: what the first answer found must not stay."""
    corrected = publish(headline="corrected").article
    publish(headline="as it was")
    assert titles(as_edna.get(LIST, {"flag": "note"})) == titles(as_edna.get(LIST, {"flag": "carried"})) == set()
    note = {"kind": "clarification", "text": "The bridge is not closed to cyclists."}
    actions.propose_note(corrected, by=boris, **note)
    assert titles(as_edna.get(LIST, {"flag": "note"})) == {"corrected"}
    place = actions.add_place(actions.correct(corrected, by=edna, **note), by=edna, words="The newsletter")
    assert titles(as_edna.get(LIST, {"flag": "note"})) == set()
    assert titles(as_edna.get(LIST, {"flag": "carried"})) == {"corrected"}
    actions.settle_place(place, by=edna, state="mended")
    assert titles(as_edna.get(LIST, {"flag": "carried"})) == set()


def test_mine_is_what_i_began_or_stand_under(as_edna, write, edna, rita):
    own = write(by=edna, headline="Begun")
    actions.save(own, by=edna, changes={"bylines": []})
    signed = write(headline="Signed")
    author = make_author("Edna", "edna", user=edna)
    actions.save(signed, by=rita, changes={"bylines": [{"author": author.pk, "role": "writer", "text": ""}]})
    write(headline="Rita's")
    assert titles(as_edna.get(LIST, {"whose": "mine"})) == {"Begun", "Signed"}


def test_by_the_day_of_the_last_save_on_the_outlets_clock(as_edna, write):
    assert Outlet.objects.get().time_zone == "Europe/Kyiv"
    # half past midnight in Kyiv is still the day before in UTC
    for name, moment in (
        ("last year", "2025-06-01 12:00Z"),
        ("the 9th", "2026-06-08 21:30Z"),
        ("the 8th", "2026-06-08 20:30Z"),
    ):
        with time_machine.travel(moment, tick=False):
            write(headline=name)
    with time_machine.travel("2026-06-09 10:00Z", tick=False):
        found = {saved: titles(as_edna.get(LIST, {"saved": saved})) for saved in ("today", "week", "month")}
        assert found == {"today": {"the 9th"}, "week": {"the 9th", "the 8th"}, "month": {"the 9th", "the 8th"}}
        assert titles(as_edna.get(LIST, {"since": "2026-06-09"})) == {"the 9th"}
        assert titles(as_edna.get(LIST, {"until": "2026-06-08"})) == {"the 8th", "last year"}
        assert titles(as_edna.get(LIST, {"since": "2026-06-08", "until": "2026-06-08"})) == {"the 8th"}


def test_what_is_set_is_shown_and_each_can_be_taken_away(as_edna, write):
    section = make_section("Science", "science")
    write(headline="Bridge", section=section.pk)
    query = {"q": "bri", "stage": "draft", "section": section.pk, "since": "2020-01-31"}
    page = as_edna.get(LIST, query)
    chips = {str(chip.label): chip for chip in page.context["cl"].filters.chips}
    assert {label: str(chip.value) for label, chip in chips.items()} == {
        "Stage": "Draft", "Section": "Science", "Saved from": "Jan. 31, 2020",
    }  # fmt: skip
    without = as_edna.get(LIST + chips["Stage"].without)
    assert [str(chip.label) for chip in without.context["cl"].filters.chips] == ["Section", "Saved from"]
    assert titles(without) == {"Bridge"}
    assert 'value="bri"' in without.content.decode()


def test_nonsense_is_told_beside_its_field_and_narrows_nothing(as_edna, write):
    write(headline="Bridge")
    page = as_edna.get(LIST, {"stage": "nonsense", "since": "yesterday", "section": "0", "unknown": "x", "o": "1"})
    assert titles(page) == {"Bridge"}
    assert set(page.context["cl"].filters.errors) == {"stage", "since", "section"}
    assert " open>" in page.content.decode()


def test_one_comes_back_from_an_article_to_the_list_as_it_was(as_edna, write):
    article = write(headline="Bridge")
    page = as_edna.get(LIST, {"stage": "draft"}).content.decode()
    assert f"{reverse('admin:articles_article_change', args=[article.pk])}?_changelist_filters=stage%3Ddraft" in page


def test_an_editor_of_one_section_has_a_list_of_that_section(client, write, edna):
    science = make_section("Science", "science")
    edna.section_limits.create(section=science)
    write(headline="In the city")
    write(headline="In science", section=science.pk)
    client.force_login(edna)
    assert titles(client.get(LIST)) == {"In science"}
    assert titles(client.get(LIST, {"q": "in"})) == {"In science"}
