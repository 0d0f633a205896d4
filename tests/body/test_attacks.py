import pytest

from body import subset
from body.blocks import blocks
from body.clean import clean, clean_inline
from tests.body.hostile import ATTACKS, assert_harmless


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_outside_of_the_allowlist_remains(attack: str):
    for text in (attack, f"<p>{attack}</p>", f"<ul><li>{attack}", f"<table><tr><td>{attack}", f"Words\n\n{attack}"):
        stored = clean(text)
        assert_harmless(stored)
        assert clean(stored) == stored


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_outside_of_the_allowlist_remains_in_captions_and_embeds(attack: str):
    quoted = attack.replace('"', "&quot;")
    for text in (
        f'<figure data-image="1" data-alt="{quoted}"><figcaption>{attack}</figcaption></figure>',
        f'<aside data-story="1" data-kicker="{quoted}" data-headline="{quoted}">{attack}</aside>',
        f'<aside class="pullquote"><p>{attack}</p><cite>{attack}</cite></aside>',
        f'<aside data-post="https://a.example/{quoted}"></aside><a href="/{quoted}" lang="{quoted}">x</a>',
    ):
        stored = clean(text)
        assert_harmless(stored)
        assert clean(stored) == stored


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_caption_of_its_own_keeps_words_and_links_only(attack: str):
    stored = clean_inline(attack)
    assert_harmless(stored, subset.CAPTION)
    assert clean_inline(stored) == stored


@pytest.mark.parametrize("attack", ATTACKS)
def test_every_piece_of_html_in_a_block_is_harmless_by_itself(attack: str):
    figure = f'<figure data-image="1"><figcaption>{attack}</figcaption></figure>'
    quote = f'<aside class="pullquote"><p>{attack}</p><cite>{attack}</cite></aside>'
    for block in blocks(f"{attack}</table></ul>{figure}{quote}<p>{attack}</p><ol><li>{attack}"):
        for name in ("html", "caption", "cite"):
            assert_harmless(block.get(name, ""))
