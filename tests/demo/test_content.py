import re

import pytest

from demo import ads, content, reading
from demo.pictures import PICTURES, draw

STORIES = {story.key: story for story in reading.stories()}
PUBLISHED = [story for story in STORIES.values() if story.stage == "published"]
ANALYSIS = STORIES["winter-on-six-engines"]

FRONT = """key = "one"
kind = "brief"
section = "city"
headline = "One"
language = "en"
authors = [{ key = "taras-vodianyk" }]
published = { days_ago = 1, hour = 9 }
"""


def words(story):
    """Those of the running text, without footnotes."""
    return len(re.sub(r"<small.*?</small>|<[^>]*>", " ", story.body).split())


def read(front=FRONT, body="<p>One.</p>"):
    story = reading.story("99-one.html", f"+++\n{front}+++\n{body}\n")
    reading.check((story,))
    return story


def test_the_paper_has_six_sections_eight_authors_and_some_twenty_tags():
    paper = reading.paper()
    assert (len(paper.sections), len(paper.authors)) == (6, 8)
    assert 14 <= len(paper.tags) <= 24
    assert any(author.links for author in paper.authors)


def test_forty_stories_are_english_and_ten_ukrainian_beside_one_that_is_paid_for():
    languages = [story.language for story in STORIES.values()]
    assert {language: languages.count(language) for language in languages} == {"en": 41, "uk": 11}


def test_stories_stand_in_every_stage_of_the_desk_and_most_are_published():
    assert {story.stage for story in STORIES.values()} == set(reading.STAGES)
    assert len(PUBLISHED) >= 36


@pytest.mark.parametrize("language", ["en", "uk"])
def test_every_section_has_something_to_read(language):
    read = {story.section for story in PUBLISHED if story.language == language}
    assert read == {section.key for section in reading.paper().sections}


def test_every_author_and_tag_has_something_to_read():
    paper = reading.paper()
    assert {byline.key for story in PUBLISHED for byline in story.authors} == {author.key for author in paper.authors}
    assert {tag for story in PUBLISHED for tag in story.tags} == {tag.key for tag in paper.tags}


def test_each_kind_is_published():
    assert {story.kind for story in PUBLISHED} == set(reading.KINDS) - {"partner"}


def test_stories_are_short_but_for_analyses_and_one_of_them_is_long():
    assert 1000 <= words(ANALYSIS) <= 1250
    most = {kind: 1000 if kind == "analysis" else 500 for kind in reading.KINDS}
    others = [story for story in STORIES.values() if story is not ANALYSIS]
    assert {story.key: words(story) for story in others if not 100 <= words(story) <= most[story.kind]} == {}


def test_all_but_briefs_have_what_the_door_asks_for():
    assert [story.key for story in PUBLISHED if story.kind != "brief" and not (story.standfirst and story.lead)] == []
    assert [
        story.key for story in PUBLISHED if not ((story.authors or story.sponsor) and story.section and story.headline)
    ] == []


def test_the_analysis_carries_every_element():
    assert len(ANALYSIS.authors) == 2 and all(byline.role for byline in ANALYSIS.authors)
    assert ANALYSIS.lead and ANALYSIS.lead.alt and ANALYSIS.lead.caption
    for text in (ANALYSIS.kicker, ANALYSIS.standfirst, ANALYSIS.dateline, ANALYSIS.how_we_reported):
        assert text
    assert ANALYSIS.tags and len(ANALYSIS.related) == 2
    assert len(ANALYSIS.cards) == 2 and 'data-kicker="History repeating"' in ANALYSIS.body
    for mark in (
        "<h2>",
        "<ul>",
        '<a href="https://',
        "<figure data-image=",
        "<figcaption>",
        '<aside class="pullquote">',
        '<small data-note="">',
        '<span lang="de">',
    ):
        assert mark in ANALYSIS.body, mark


def test_a_published_story_has_a_second_edition():
    updated = [story for story in PUBLISHED if story.update]
    assert updated
    for story in updated:
        assert story.update.old not in story.updated_body and story.update.new in story.updated_body
        assert story.update.moment.days_ago < story.published.days_ago


def test_cards_and_related_stories_point_at_what_readers_can_see():
    public = {story.key for story in PUBLISHED}
    assert [
        story.key for story in PUBLISHED if not {*story.cards, *(r.story for r in story.related if r.story)} <= public
    ] == []


def test_keys_in_a_body_become_ids():
    body = content.with_ids('<figure data-image="a"></figure><aside data-story="b"></aside>', {"a": 4}, {"b": 9})
    assert body == '<figure data-image="4"></figure><aside data-story="9"></aside>'


def test_no_text_has_a_mark_of_something_unfinished():
    unfinished = re.compile(r"\b(lorem|ipsum|todo|tbd|fixme|xxx)\b|\?\?\?|\{\{", re.IGNORECASE)
    files = [*reading.HERE.glob("paper*.toml"), *(reading.HERE / "stories").rglob("*.html")]
    assert [file.name for file in files if unfinished.search(file.read_text(encoding="utf-8"))] == []


def test_addresses_lead_nowhere_but_to_reserved_names():
    text = "".join(file.read_text(encoding="utf-8") for file in reading.HERE.rglob("*.*ml"))
    hosts = re.findall(r"https?://([^/\"]+)", text) + re.findall(r"@([\w.]+\w)", text)
    assert {host.rsplit(".", 1)[-1] for host in hosts if not host.endswith("example.org")} == {"example"}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("city", "sports"), "99-one.html: names the unknown section “sports”"),
        (("taras-vodianyk", "nobody"), "99-one.html: names the unknown author “nobody”"),
        (("brief", "poem"), "99-one.html: names the unknown kind “poem”"),
        (("language", "lang"), "99-one.html: names the unknown key for story “lang”"),
        (('headline = "One"\n', ""), "99-one.html: lacks “headline” in story"),
        (('"en"', "en"), "99-one.html: is not valid TOML"),
        (("authors", 'stage = "approved"\nauthors'), "99-one.html: needs either a time of publication or a stage"),
        (("authors", 'translation_of = "two"\nauthors'), "99-one.html: names the unknown story “two”"),
        (("authors", 'translation_of = "one"\nauthors'), "99-one.html: cannot be the translation of “one”"),
    ],
)
def test_a_wrong_file_is_named(change, problem):
    with pytest.raises(reading.ContentError) as error:
        read(FRONT.replace(*change))
    assert str(error.value).startswith(problem)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ('<figure data-image="moon"></figure>', "names the unknown picture “moon”"),
        ('<aside data-story="two"></aside>', "names the unknown story “two”"),
        ('<aside data-story="one"></aside>', "points at itself"),
    ],
)
def test_a_reference_that_leads_nowhere_is_named(body, problem):
    with pytest.raises(reading.ContentError, match=f"99-one.html: {problem}"):
        read(body=body)


def test_a_story_points_at_none_in_another_language():
    ukrainian = FRONT.replace('key = "one"', 'key = "two"').replace('"en"', '"uk"')
    two = reading.story("98-two.html", f"+++\n{ukrainian}+++\n<p>Two.</p>")
    one = reading.story("99-one.html", f'+++\n{FRONT}+++\n<aside data-story="two"></aside>')
    with pytest.raises(reading.ContentError, match=r"99-one\.html: points at “two”, which is in another language"):
        reading.check((two, one))


@pytest.mark.parametrize("key", sorted(PICTURES))
def test_a_picture_is_drawn_at_its_size_and_always_the_same(key):
    picture = draw(key)
    assert (picture.mode, picture.size) == ("RGB", PICTURES[key].size)
    assert picture.tobytes() == draw(key).tobytes()


@pytest.mark.parametrize("picture", PICTURES.values(), ids=lambda picture: picture.key)
def test_a_picture_says_what_it_shows_and_whose_it_is(picture):
    for text in (picture.alternative_text, picture.credit, picture.creator, picture.copyright_notice, picture.licence):
        assert text
    assert 0 <= picture.focal_x <= 1 and 0 <= picture.focal_y <= 1
    assert picture.caption or picture.key.startswith("portrait-")


def test_every_picture_is_used():
    used = {image for story in STORIES.values() for image in story.images}
    portraits = {author.portrait for author in reading.paper().authors}
    assert used | portraits | {ads.PICTURE} == set(PICTURES)
