"""Renaming, merging and retiring sections, tags and authors: readers find everything, whatever was done."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from activity.models import Entry
from articles import actions, addresses, editions, merging
from articles.actions import shelves
from articles.models import (
    Address,
    Article,
    Author,
    AuthorLink,
    AuthorText,
    Byline,
    Edition,
    EditionAuthor,
    Section,
    SectionLimit,
    SectionText,
    Tag,
    TagText,
)
from articles.refusals import NotAllowed, Refused
from jobs.models import Message
from outlet.models import MenuItem, MenuText
from tests.cast import make_author, make_picture, make_section, make_user

TEXTS = {Section: SectionText, Tag: TagText, Author: AuthorText}


def make_tag(name, slug="", languages=("en",)):
    tag = Tag.objects.create(name=name)
    for language in languages:
        text = TagText.objects.create(tag=tag, language=language, name=name, slug=slug or name.lower())
        addresses.settle(text)
    return tag


def rename(shelf, by, language="en", **words):
    """As the desk's form does it."""
    before = merging.words_of(shelf)
    TEXTS[type(shelf)].objects.filter(language=language, **{type(shelf)._meta.model_name: shelf}).update(**words)
    shelves.settle(shelf, by=by, before=before)


def arrive(client, path):
    """Where a reader ends who asks for a path, after how many steps, and with what."""
    steps = 0
    answer = client.get(path)
    while answer.status_code == 301:
        steps += 1
        path = answer["Location"]
        answer = client.get(path)
        assert steps < 5, "in a circle"
    return path, steps, answer


def under(client, path):
    """The headlines on a page."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    return {card.headline for card in answer.context["cards"]}


# --- renaming ----------------------------------------------------------------------------------


def test_every_old_name_leads_to_the_newest_in_one_step(client, chris, publish):
    section = publish().section
    for slug in ("town", "our-town", "city", "townsfolk"):
        rename(section, chris, name=slug.capitalize(), slug=slug)
    for slug in ("city", "town", "our-town"):
        path, steps, answer = arrive(client, f"/sections/{slug}/")
        assert (path, steps, answer.status_code) == ("/sections/townsfolk/", 1, 200)
    entry = Entry.objects.about(section).filter(verb="rename").first()
    assert entry.details == {"en": "City /sections/city/ → Townsfolk /sections/townsfolk/"}


def test_an_old_path_is_given_to_nobody_else(chris, outlet):
    section = make_section()
    rename(section, chris, slug="town")
    assert not addresses.is_free("/sections/city/", section=make_section("Other", "other").pk)


def test_a_menu_follows_the_new_path(chris, outlet):
    section = make_section()
    line = MenuText.objects.create(item=MenuItem.objects.create(), label="Our city", address="/sections/city/")
    rename(section, chris, slug="town")
    line.refresh_from_db()
    assert line.address == "/sections/town/"


def test_what_shows_the_thing_is_purged_redirects_too(client, chris, publish):
    tag = make_tag("Trams")
    publish(tags=[tag])
    Message.objects.all().delete()
    rename(tag, chris, slug="tram")
    assert Message.objects.get().payload["keys"] == ["missing", f"tag-{tag.pk}"]
    assert f"tag-{tag.pk}" in client.get("/tags/trams/")["Surrogate-Key"]
    rename(make_section("Sport", "sport"), chris, slug="sports")
    assert "site" in Message.objects.last().payload["keys"]


# --- merging -----------------------------------------------------------------------------------


def test_of_a_merged_section_everything_stands_under_the_other(client, chris, edna, publish, write):
    old = publish(headline="The bridge is open")
    other = make_section("Town", "town")
    publish(headline="A park for all", section=other.pk)
    draft = write(headline="Not yet read")
    SectionLimit.objects.create(user=edna, section=old.section)
    line = MenuText.objects.create(item=MenuItem.objects.create(), label="City", address="/sections/city/")
    shelves.merge(old.section, into=other, by=chris, reason="Two for one place")
    assert under(client, "/sections/town/") == {"The bridge is open", "A park for all"}
    assert arrive(client, "/sections/city/")[:2] == ("/sections/town/", 1)
    draft.refresh_from_db()
    line.refresh_from_db()
    assert draft.section == other
    assert line.address == "/sections/town/"
    assert edna.section_limits.get().section == other
    page = client.get(old.path)
    assert page.context["story"].section.name == "Town"
    assert f"section-{other.pk}" in page["Surrogate-Key"]


def test_a_story_shows_the_tag_and_the_author_that_others_were_merged_into_once(client, chris, rita, edna, write):
    trams, rails = make_tag("Trams"), make_tag("Rails")
    article = write(tags=[trams, rails])
    rita_once, rita_twice = article.bylines.get().author, make_author("R. Rudenko", "r-rudenko")
    rows = [{"author": each.pk, "role": "writer", "text": ""} for each in (rita_twice, rita_once)]
    actions.save(article, by=rita, changes={"bylines": [*rows, {**rows[0], "role": "photographs"}]})
    actions.submit(article, by=rita)
    actions.approve(article, by=edna)
    edition = actions.publish(article, by=edna)
    shelves.merge(rails, into=trams, by=chris, reason="Same thing")
    shelves.merge(rita_twice, into=rita_once, by=chris, reason="Same person")
    page = client.get(edition.path)
    story = page.context["story"]
    assert [tag.name for tag in story.tags] == ["Trams"]
    assert [person.name for person in story.writers] == ["Rita Rudenko"]
    assert [person.name for credit in story.credits for person in credit.people] == ["Rita Rudenko"]
    assert {f"author-{rita_once.pk}", f"tag-{trams.pk}"} <= set(page["Surrogate-Key"].split())
    assert sorted(article.bylines.values_list("author", "role")) == [
        (rita_once.pk, "photographs"),
        (rita_once.pk, "writer"),
    ]
    assert EditionAuthor.objects.filter(edition=edition).count() == 1
    assert list(article.tags.all()) == [trams]
    assert under(client, "/tags/trams/") == under(client, "/authors/rita-rudenko/") == {article.headline}


def test_words_in_a_language_that_the_other_lacks_are_taken_over(client, chris, publish):
    poor, rich = make_tag("Trams"), make_tag("Rails", languages=("en", "uk"))
    TagText.objects.filter(tag=rich).update(description="Everything on rails.")
    edition = publish(language="uk", tags=[rich], lead_alt_text="Поле")
    shelves.merge(rich, into=poor, by=chris, reason="Same thing")
    assert under(client, "/uk/tags/rails/") == {edition.headline}
    assert arrive(client, "/tags/rails/")[:2] == ("/tags/trams/", 1)
    assert poor.texts.get(language="en").description == "Everything on rails."
    assert sorted(merging.words_of(poor)) == ["desk", "en", "uk"]


def test_an_author_brings_sign_in_portrait_and_links_along(chris, sam, outlet, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    old, other = make_author("S. Sulyma", "s-sulyma", user=sam), make_author("Sam Sulyma", "sam-sulyma")
    Author.objects.filter(pk=old.pk).update(picture=make_picture(), languages="English")
    for author, label in ((old, "Letters"), (other, "Blog"), (old, "Blog")):
        AuthorLink.objects.create(author=author, label=label, url=f"https://{label}.example/")
    shelves.merge(old, into=other, by=chris, reason="Same person")
    other.refresh_from_db()
    assert (other.user, other.languages, other.picture is not None) == (sam, "English", True)
    assert sorted(other.links.values_list("label", flat=True)) == ["Blog", "Letters"]
    sam.refresh_from_db()
    assert sam.author == other


def test_two_sign_ins_cannot_become_one(chris, sam, rita, outlet):
    one, other = make_author("S. Sulyma", "s-sulyma", user=sam), make_author(user=rita)
    with pytest.raises(Refused) as refused:
        shelves.merge(one, into=other, by=chris, reason="A mistake")
    assert refused.value.code == "two-sign-ins"
    assert Author.objects.offered().count() == 2
    assert not Entry.objects.filter(verb="merge").exists()


def test_an_old_version_comes_back_under_the_other(chris, rita, write):
    tag, other = make_tag("Rails"), make_tag("Trams")
    section, town = make_section("Village", "village"), make_section("Town", "town")
    author = make_author("R. Rudenko", "r-rudenko")
    article = write(tags=[tag, other], section=section.pk)
    byline = {"author": author.pk, "role": "writer", "text": ""}
    actions.save(article, by=rita, changes={"bylines": [byline, {**byline, "author": article.bylines.get().author_id}]})
    actions.save(article, by=rita, changes={"tags": [], "fields": {"section": None}})
    shelves.merge(tag, into=other, by=chris, reason="Same thing")
    shelves.merge(section, into=town, by=chris, reason="Same place")
    shelves.merge(author, into=Author.objects.get(user=rita), by=chris, reason="Same person")
    actions.restore(article.revisions.get(number=2), by=rita)
    assert list(article.tags.all()) == [other]
    assert article.section == town
    assert Byline.objects.get(article=article).author.user == rita


def test_a_merger_is_nobodys_change_of_an_article(chris, rita, edna, write):
    tag, other = make_tag("Rails"), make_tag("Trams")
    article = write(tags=[tag])
    actions.submit(article, by=rita)
    actions.approve(article, by=edna)
    shelves.merge(tag, into=other, by=chris, reason="Same thing")
    article = Article.objects.get()
    actions.save(article, by=edna)
    assert (article.version, article.stage) == (1, "approved")
    edition = actions.publish(article, by=edna)
    assert list(edition.tagged.values_list("tag", flat=True)) == [other.pk]


def test_the_name_of_a_merged_tag_gives_the_other(chris, write):
    article = write()
    tag, other = make_tag("Rails"), make_tag("Trams")
    shelves.merge(tag, into=other, by=chris, reason="Same thing")
    article.tags.add("RAILS")
    assert list(article.tags.all()) == [other]


def test_pressed_twice_it_is_done_once(chris, outlet):
    tag, other = make_tag("Rails"), make_tag("Trams")
    for _time in range(2):
        shelves.merge(tag, into=other, by=chris, reason="Same thing")
    assert list(Entry.objects.filter(verb="merge").values_list("subject_id", flat=True)) == [other.pk, tag.pk]
    assert Message.objects.filter(topic="purge").count() == 1


def test_what_cannot_be_merged_says_why(chris, outlet):
    tag, other, retired, gone = (make_tag(name) for name in ("Rails", "Trams", "Buses", "Carts"))
    shelves.merge(gone, into=tag, by=chris, reason="Same thing")
    shelves.retire(retired, by=chris, reason="Out of use")
    for shelf, into, code in (
        (tag, tag, "itself"),
        (tag, make_section(), "other-kind"),
        (tag, retired, "not-offered"),
        (tag, gone, "not-offered"),
        (gone, other, "merged"),
        (gone, tag, ""),
    ):
        if not code:
            shelves.merge(shelf, into=into, by=chris, reason="Same thing")
            continue
        with pytest.raises(Refused) as refused:
            shelves.merge(shelf, into=into, by=chris, reason="Same thing")
        assert refused.value.code == code
    with pytest.raises(Refused) as refused:
        shelves.merge(tag, into=other, by=chris, reason=" ")
    assert refused.value.code == "reason-missing"


def test_merging_is_for_editors_of_all_sections(rita, edna, chris, outlet):
    tag, other = make_tag("Rails"), make_tag("Trams")
    local = make_user("lina", "editor")
    SectionLimit.objects.create(user=local, section=make_section())
    for person in (rita, local):
        with pytest.raises(NotAllowed):
            shelves.merge(tag, into=other, by=person, reason="Same thing")
    with pytest.raises(NotAllowed):
        shelves.merge(make_section("Sport", "sport"), into=Section.objects.first(), by=edna, reason="Same thing")
    shelves.merge(tag, into=other, by=edna, reason="Same thing")


# --- retiring ----------------------------------------------------------------------------------


def test_a_retired_section_keeps_its_page_and_leaves_the_menu(client, chris, publish):
    edition = publish()
    make_section("Town", "town")
    shelves.retire(edition.section, by=chris, reason="Nobody writes for it")
    assert under(client, "/sections/city/") == {edition.headline}
    page = client.get("/")
    assert [section.name for section in page.context["frame"].menu] == ["Town"]
    assert client.get(edition.path).context["story"].section.name == "City"
    shelves.reinstate(Section.objects.get(pk=edition.section_id), by=chris)
    assert [section.name for section in client.get("/").context["frame"].menu] == ["City", "Town"]
    assert sorted(Entry.objects.about(edition.section).values_list("verb", flat=True)) == ["reinstate", "retire"]


# --- whatever is done --------------------------------------------------------------------------


def test_every_pointer_at_a_shelf_is_turned(db):
    """A row that points at a section, a tag or an author needs its line in ``merging.POINTERS``."""
    for kind, pointers in merging.POINTERS.items():
        known = {(pointer.model, pointer.field) for pointer in pointers} | {
            (TEXTS[kind], kind._meta.model_name),
            (kind, "merged_into"),
        }
        pointing = {
            (each.related_model, each.field.name) for each in kind._meta.related_objects if not each.many_to_many
        }
        # rows between two things point by themselves, and no attribute leads from the shelf to them
        pointing |= {
            (each.through, each.field.m2m_reverse_field_name())
            for each in kind._meta.get_fields(include_hidden=True)
            if each.many_to_many and each.auto_created and each.through._meta.auto_created
        }
        assert pointing == known


deeds = some.lists(
    some.one_of(
        some.tuples(some.just("merge"), some.integers(0, 3), some.integers(0, 3)),
        some.tuples(some.just("rename"), some.integers(0, 3), some.sampled_from(["north", "south", "east", "shelf-0"])),
        some.tuples(some.sampled_from(["retire", "reinstate"]), some.integers(0, 3), some.none()),
        some.tuples(some.just("restore"), some.integers(0, 3), some.none()),
    ),
    min_size=2,
    max_size=10,
)


def make_shelves(kind):
    names = [f"shelf-{number}" for number in range(4)]
    if kind is Section:
        made = [make_section(name, name) for name in names]
    elif kind is Author:
        made = [make_author(name, name) for name in names]
    else:
        made = [make_tag(name, name) for name in names]
    for shelf in made[:2]:
        owner = kind._meta.model_name
        text = TEXTS[kind].objects.create(language="uk", name="слово", slug=f"slovo-{shelf.pk}", **{owner: shelf})
        addresses.settle(text)
    return made


def put(kind, shelf):
    """What an article says to stand under a shelf."""
    if kind is Section:
        return {"fields": {"section": shelf.pk}}
    if kind is Tag:
        return {"tags": [shelf.pk]}
    return {"bylines": [{"author": shelf.pk, "role": "writer", "text": ""}]}


@pytest.mark.parametrize("kind", [Section, Tag, Author])
@given(deeds=deeds)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_address_and_no_story_is_lost_whatever_is_done(kind, deeds, client, chris, rita, edna, write):
    write(headline="What the cast needs is made before, lest it is undone")
    from_the_start = connection.savepoint()
    try:
        _do_and_look(kind, deeds, client, chris, rita, edna, write)
    finally:
        connection.savepoint_rollback(from_the_start)
        cache.clear()


def _do_and_look(kind, deeds, client, chris, rita, edna, write):
    made = make_shelves(kind)
    stories = []
    for number, shelf in enumerate(made):
        article = write(
            headline=f"Story {number}",
            slug=f"story-{number}",
            language="uk" if number == 1 else "en",
            lead_alt_text="Поле",
        )
        actions.save(article, by=rita, changes=put(kind, shelf))
        actions.submit(article, by=rita)
        actions.approve(article, by=edna)
        stories.append(actions.publish(article, by=edna))
    for verb, number, detail in deeds:
        shelf = kind.objects.get(pk=made[number].pk)
        try:
            if verb == "merge":
                shelves.merge(shelf, into=kind.objects.get(pk=made[detail].pk), by=chris, reason="Same")
            elif verb == "rename" and not shelf.merged_into_id:
                free = addresses.is_free(f"/{TEXTS[kind].SHELF}/{detail}/", **{kind._meta.model_name: shelf.pk})
                if free:
                    rename(shelf, chris, slug=detail)
            elif verb == "restore":
                article = stories[number].article
                actions.restore(article.revisions.order_by("-number").first(), by=chris)
            elif verb in {"retire", "reinstate"}:
                getattr(shelves, verb)(shelf, by=chris, reason="Same")
        except Refused:
            pass
    for address in Address.objects.filter(**{f"{kind._meta.model_name}__in": made}):
        _path, steps, answer = arrive(client, address.path)
        assert steps <= 1, address.path
        assert answer.status_code == 200 or (kind is Tag and not steps), address.path
        assert answer.status_code != 200 or answer.context["text"].owner_id == getattr(
            address, f"{kind._meta.model_name}_id"
        )
    for shelf, edition in zip(made, stories, strict=True):
        survivor = kind.objects.get(pk=shelf.pk).survivor
        assert survivor.merged_into_id is None
        text = survivor.texts.filter(language=edition.language).first()
        if text is not None:
            assert edition.headline in under(client, text.path)
        assert client.get(edition.path).status_code == 200
    assert set(Edition.objects.live().values_list("pk", flat=True)) == {edition.pk for edition in stories}


def test_a_story_whose_shelves_were_merged_costs_no_further_query(client, chris, publish):
    tags = [make_tag(name) for name in ("Rails", "Trams", "Carts")]
    edition = publish(tags=tags)
    other = make_author("R. Rudenko", "r-rudenko")

    def cost():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(edition.path).status_code == 200
        return len(captured)

    before = cost()
    shelves.merge(tags[0], into=tags[1], by=chris, reason="Same thing")
    shelves.merge(Author.objects.get(pk=EditionAuthor.objects.get().author_id), into=other, by=chris, reason="Same")
    assert cost() == before
    assert "author-" in " ".join(editions.keys([edition]))
