"""One story in two languages: each leads to the other, and to no version that is not public."""

import re

import pytest

from articles import actions
from articles.models import Article, SectionText
from articles.refusals import NotAllowed, Refused


@pytest.fixture
def both(publish, write):
    """A story in English and its translation, both public."""
    english = publish(headline="The bridge")
    ukrainian = write(headline="Міст", language="uk", lead_alt_text="Поле")
    Article.objects.filter(pk=ukrainian.pk).update(translation_group=english.article.translation_group)
    ukrainian.refresh_from_db()
    return english, publish(ukrainian)


def alternates(html):
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="http://127.0.0.1:8000([^"]+)"', html))


def switch(html):
    return re.search(r'<a class="language" href="([^"]+)" lang="(\w+)"', html).groups()


def test_each_version_lists_all_versions_and_itself(client, both):
    english, ukrainian = both
    paths = {"en": english.path, "uk": ukrainian.path, "x-default": english.path}
    for edition in both:
        assert alternates(client.get(edition.path).content.decode()) == paths


def test_the_switch_leads_to_the_same_story_else_to_the_front(client, both, publish):
    english, ukrainian = both
    alone = publish(headline="Only here")
    assert switch(client.get(english.path).content.decode()) == (ukrainian.path, "uk")
    assert switch(client.get(ukrainian.path).content.decode()) == (english.path, "en")
    assert switch(client.get(alone.path).content.decode()) == ("/uk/", "uk")
    assert alternates(client.get(alone.path).content.decode()) == {}


def test_a_version_that_is_not_public_is_linked_from_nowhere(client, both, edna):
    english, ukrainian = both
    actions.unpublish(ukrainian.article, by=edna, reason="Checking")
    html = client.get(english.path).content.decode()
    assert alternates(html) == {}
    assert switch(html) == ("/uk/", "uk")
    assert ukrainian.path not in html


def test_a_section_with_two_names_is_one_section(client, both):
    section = SectionText.objects.get(slug="city").section
    SectionText.objects.create(section=section, language="uk", name="Місто", slug="misto")
    html = client.get("/sections/city/").content.decode()
    assert alternates(html) == {"en": "/sections/city/", "uk": "/uk/sections/misto/", "x-default": "/sections/city/"}
    assert switch(html) == ("/uk/sections/misto/", "uk")


def test_a_translation_is_begun_from_its_original(write, rita, edna):
    article = write(headline="The bridge")
    translation = actions.translate(article, by=rita, language="uk")
    assert (translation.language, translation.translation_group) == ("uk", article.translation_group)
    assert (translation.section, translation.lead_image) == (article.section, article.lead_image)
    assert (translation.headline, translation.stage) == ("The bridge", "draft")
    with pytest.raises(Refused, match="is here already"):
        actions.translate(article, by=edna, language="uk")


def test_nobody_translates_what_they_may_not_see(write, sam):
    with pytest.raises(NotAllowed):
        actions.translate(write(), by=sam, language="uk")


def test_a_language_that_the_paper_does_not_have_is_refused(write, rita):
    with pytest.raises(Refused, match="no such language"):
        actions.translate(write(), by=rita, language="xx")
    assert Article.objects.count() == 1
