"""What is Ukrainian in the demo, read as a proofreader reads it."""

import re
import tomllib

import pytest

from demo import reading

PAPER = reading.paper()
STORIES = {story.key: story for story in reading.stories()}
UKRAINIAN = [story for story in STORIES.values() if story.language == "uk"]
TRANSLATIONS = [story for story in UKRAINIAN if story.translation_of]
ADDRESS = re.compile(r"https?://\S+|\S+@\S+")
FOREIGN = re.compile(r'<span lang="[^"]*">.*?</span>')
ATTRIBUTE = re.compile(r'data-(?:kicker|headline|alt)="([^"]*)"')


def strings(value):
    """Every text in a table, however deep."""
    if isinstance(value, dict):
        value = list(value.values())
    return [text for each in value for text in strings(each)] if isinstance(value, list) else [value]


def written(story):
    """All that readers see of a story, but for words in another language."""
    shown = [getattr(story, name) for name in ("headline", "kicker", "standfirst", "dateline", "how_we_reported")]
    shown += [story.sponsor, story.disclosure]
    shown += [story.seo_title, story.seo_description, re.sub(r"<[^>]*>", " ", FOREIGN.sub("", story.body))]
    shown += ATTRIBUTE.findall(story.body)
    shown += [text for row in story.related for text in (row.kicker, row.headline)]
    return shown + ([story.lead.alt, story.lead.caption] if story.lead else [])


TEXTS = {story.file: "\n".join(written(story)) for story in UKRAINIAN} | {
    "paper.uk.toml": "\n".join(strings(tomllib.loads((reading.HERE / "paper.uk.toml").read_text(encoding="utf-8"))))
}


@pytest.mark.parametrize("file", TEXTS)
@pytest.mark.parametrize(
    ("what", "wrong"),
    [
        ("a Latin letter", r"[A-Za-zÀ-ɏ]"),
        ("a letter that Ukrainian does not have", r"[ыэъёЫЭЪЁ]"),
        ("a straight or English quotation mark", '["”`´]'),
        ("another apostrophe than ’", r"['ʼ‘]"),
        ("an apostrophe that is not inside a word", r"\B’|’\B"),
        ("a hyphen in place of a dash", r"\s-+\s|--"),
        ("a dash without its spaces", r"\S—|—\S"),
        ("a full stop inside quotation marks", r"\.»"),
    ],
)
def test_no_text_has(file, what, wrong):
    text = ADDRESS.sub("", TEXTS[file])
    assert [text[max(0, found.start() - 20) : found.end() + 20] for found in re.finditer(wrong, text)] == []


@pytest.mark.parametrize("file", TEXTS)
def test_quotation_marks_come_in_pairs(file):
    assert TEXTS[file].count("«") == TEXTS[file].count("»")
    assert TEXTS[file].count("„") == TEXTS[file].count("“")


def test_seven_stories_are_translations_and_four_stand_in_ukrainian_alone():
    assert (len(TRANSLATIONS), len(UKRAINIAN)) == (7, 11)
    assert {story.kind for story in UKRAINIAN if not story.translation_of} == {"report", "brief", "opinion", "review"}


@pytest.mark.parametrize("story", TRANSLATIONS, ids=lambda story: story.key)
def test_a_translation_is_the_same_story_in_other_words(story):
    original = STORIES[story.translation_of]
    assert original.language == "en"
    for name in ("kind", "section", "authors", "tags", "images", "stage"):
        assert getattr(story, name) == getattr(original, name), name
    assert re.findall(r"<(\w+)", story.body) == re.findall(r"<(\w+)", original.body)
    assert story.headline != original.headline


def test_everything_in_the_paper_has_ukrainian_words():
    things = {"outlet": PAPER.outlet} | {row.key: row for row in (*PAPER.sections, *PAPER.authors, *PAPER.tags)}
    assert [key for key, thing in things.items() if "uk" not in thing.words] == []
    assert [key for key, words in PAPER.pictures.items() if "uk" not in words] == []


def test_words_of_something_unknown_are_named(monkeypatch, tmp_path):
    for file in ("paper.toml", "paper.uk.toml"):
        text = (reading.HERE / file).read_text(encoding="utf-8")
        (tmp_path / file).write_text(text.replace("[tags.winter]", "[tags.wynter]"), encoding="utf-8")
    monkeypatch.setattr(reading, "HERE", tmp_path)
    with pytest.raises(reading.ContentError, match=r"paper\.uk\.toml: has words for the unknown “tags\.wynter”"):
        reading.paper.__wrapped__()
