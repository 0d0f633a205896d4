import pytest

from body.blocks import blocks
from body.text import References, links, plain, references, word_count

BODY = """
<p>One <a href="https://a.example/">two</a><br>three</p>
<figure data-image="5"><figcaption>Caption <a href="/c/">here</a></figcaption></figure>
<ul><li>four<ul><li>five</li></ul></li><li>six</li></ul>
<aside data-story="9" data-headline="Headline"></aside>
<table><tr><th>a</th><td>b</td></tr><tr><td>c &amp; d</td></tr></table>
<aside class="pullquote"><p>Pulled</p></aside>
<figure data-image="2"></figure><aside data-story="8"></aside><figure data-image="5"></figure>
<blockquote><p>seven</p><p>eight</p></blockquote>
<p><a href="/c/">again</a> <a href="mailto:a@b.example">mail</a></p>
"""


def test_plain_text_has_the_running_words_and_neither_embeds_nor_captions():
    assert plain(BODY) == "One two\nthree\n\nfour\nfive\nsix\n\na b\nc & d\n\nseven\neight\n\nagain mail"


def test_blocks_may_be_given_where_they_are_at_hand():
    typed = blocks(BODY)
    assert plain(typed) == plain(BODY)
    assert word_count(typed) == word_count(BODY)
    assert references(typed) == references(BODY)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("п'ять об’єктів сімʼї", 3),
        ("будь-який науково-технічний", 2),
        ("Він — тут", 2),
        ("за\u0301мок і замо\u0301к", 3),
        ("3,5 млн і 1.000.000", 4),
        ("кінець.Початок", 2),
        ("со\u00adба\u00adка", 1),
        ("'quoted' «слово»", 2),
        ("2014–2022", 2),
        ("<p>сло<em>во</em></p><p>два</p>", 2),
    ],
)
def test_words_are_counted_as_a_reader_would(text: str, count: int):
    assert word_count(text) == count


def test_references_come_in_order_and_once():
    assert references(BODY) == References(images=[5, 2], stories=[9, 8])


def test_links_come_in_order_and_once():
    assert links(BODY) == ["https://a.example/", "/c/", "mailto:a@b.example"]
