import re

import pytest

from demo import content, reading
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
    return len(re.sub(r"<[^>]*>", " ", story.body).split())


def read(front=FRONT, body="<p>One.</p>"):
    story = reading.story("99-one.html", f"+++\n{front}+++\n{body}\n")
    reading.check((story,))
    return story


def test_the_paper_has_three_sections_four_authors_and_about_ten_tags():
    paper = reading.paper()
    assert (len(paper.sections), len(paper.authors)) == (3, 4)
    assert 9 <= len(paper.tags) <= 12
    assert any(author.links for author in paper.authors)


def test_twelve_stories_stand_in_every_stage_of_the_desk():
    stages = [story.stage for story in STORIES.values()]
    assert len(stages) == 12
    assert {stage: stages.count(stage) for stage in reading.STAGES} == {
        "published": 9,
        "draft": 1,
        "submitted": 1,
        "sent_back": 1,
    }


def test_each_kind_is_published():
    assert {story.kind for story in PUBLISHED} == set(reading.KINDS)


def test_stories_are_short_but_for_the_one_long_analysis():
    assert 1000 <= words(ANALYSIS) <= 1250
    assert [key for key, story in STORIES.items() if story is not ANALYSIS and not 100 <= words(story) <= 450] == []


def test_all_but_briefs_have_what_the_door_asks_for():
    assert [story.key for story in PUBLISHED if story.kind != "brief" and not (story.standfirst and story.lead)] == []
    assert [story.key for story in PUBLISHED if not (story.authors and story.section and story.headline)] == []


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
    ):
        assert mark in ANALYSIS.body, mark


def test_one_published_story_has_a_second_edition():
    (story,) = (story for story in PUBLISHED if story.update)
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
    files = [reading.HERE / "paper.toml", *(reading.HERE / "stories").glob("*.html")]
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
    assert used | {author.portrait for author in reading.paper().authors} == set(PICTURES)
