import unicodedata

import pytest

from body import embeds
from body.clean import clean, clean_inline


def test_text_without_any_tag_becomes_paragraphs_at_its_blank_lines():
    assert clean("One\r\ngoes on\r\n\r\nTwo\n \n\nThree") == "<p>One goes on</p>\n<p>Two</p>\n<p>Three</p>"


def test_brackets_and_ampersands_in_plain_text_are_kept_as_characters():
    assert clean("x<y & z\n\n2 < 3 > 1 <3") == "<p>x&lt;y &amp; z</p>\n<p>2 &lt; 3 &gt; 1 &lt;3</p>"


def test_a_tag_left_unfinished_swallows_no_words():
    assert clean("<p>One</p>\n<em and the whole rest") == "<p>One</p>\n<p>&lt;em and the whole rest</p>"


def test_plain_paragraphs_and_tags_may_be_mixed():
    written = "Loose <em>words</em>\n\nMore\n<h2>Head</h2>\nEnd"
    assert clean(written) == "<p>Loose <em>words</em></p>\n<p>More</p>\n<h2>Head</h2>\n<p>End</p>"


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("<h1>a</h1><h4>b</h4><h6>c</h6>", "<h2>a</h2>\n<h3>b</h3>\n<h3>c</h3>"),
        ("<div><b>a</b> <i>b</i> <del>c</del></div>", "<p><strong>a</strong> <em>b</em> <s>c</s></p>"),
        ("<section><div>a</div><div>b</div></section>", "<p>a</p>\n<p>b</p>"),
        ("<p>a <span style='color:red'>b</span> <u>c</u> <font>d</font></p>", "<p>a b c d</p>"),
        ("<p>a<br><br></p><p>&nbsp;</p><p><em> </em></p><p></p>", "<p>a</p>"),
        ("<p>  a \n\t b  </p>\n\n\n<hr/>", "<p>a b</p>\n<hr>"),
        ("<p>H<sub>2</sub>O m<sup>2</sup> <s>x</s></p>", "<p>H<sub>2</sub>O m<sup>2</sup> <s>x</s></p>"),
        ("<p>a <strong>b <em>c <b>d</b></em></strong></p>", "<p>a <strong>b <em>c d</em></strong></p>"),
        ('<p lang="en" title="x" class="y" style="z">a</p>', '<p lang="en">a</p>'),
        ('<p lang="not a language">a <em lang="fr">b</em></p>', '<p>a <em lang="fr">b</em></p>'),
        ('<a href="/x"><p>a</p><p>b</p></a>', "<p>a</p>\n<p>b</p>"),
        ("<p>a <cite>b</cite> c</p>", "<p>a b c</p>"),
        ("<p>one<p>two", "<p>one</p>\n<p>two</p>"),
    ],
)
def test_what_other_programs_write_is_stored_as_what_it_means_here(written: str, stored: str):
    assert clean(written) == stored


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("<ul><li>a<li>b<ul><li>c</ul>d</ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul>d</li></ul>"),
        ("<ol><li><p>a</p><p>b</p></li><li> </li></ol>", "<ol><li>a<br>b</li></ol>"),
        ("<ul><li>a</li><ol><li>b</li></ol></ul>", "<ul><li>a<ol><li>b</li></ol></li></ul>"),
        ("<ul></ul><ol><li></li></ol>", ""),
        ("<ul>stray<li>a</li></ul>", "<ul><li>a</li></ul>\n<p>stray</p>"),
        ("<li>a</li>", "<p>a</p>"),
    ],
)
def test_lists_hold_items_and_items_hold_lines_and_lists(written: str, stored: str):
    assert clean(written) == stored


def test_a_quotation_holds_paragraphs_and_lists():
    written = "<blockquote lang='en'>a\n\nb<h2>c</h2><ul><li>d</li></ul><hr></blockquote>"
    quotation = '<blockquote lang="en"><p>a</p><p>b</p><p>c</p><ul><li>d</li></ul></blockquote>'
    assert clean(written) == f"{quotation}\n<hr>"


def test_a_table_gets_a_body_and_keeps_spans_and_scopes():
    written = "<table><caption>C</caption><tr><th scope=row rowspan=2>a</th><td colspan=x>b<p>c</table>"
    body = '<tbody><tr><th rowspan="2" scope="row">a</th><td>b<br>c</td></tr></tbody>'
    assert clean(written) == f"<table><caption>C</caption>{body}</table>"


def test_a_table_has_one_caption_of_one_line_and_a_caption_needs_a_table():
    rows = "<tbody><tr><td>a</td></tr></tbody>"
    written = (
        f"<table><caption><p>One</p><p><b>two</b></p></caption>{rows}</table><table><caption>Three</caption></table>"
    )
    assert clean(written) == f"<table><caption>One <strong>two</strong></caption>{rows}</table>\n<p>Three</p>"
    assert clean(f"<table>{rows}<caption> </caption></table><caption>Stray</caption>") == (
        f"<table>{rows}</table>\n<p>Stray</p>"
    )


def test_a_table_in_a_table_stands_behind_it():
    table = "<table><tbody><tr><td>{}</td></tr></tbody></table>"
    assert clean(table.format("a" + table.format("b"))) == f"{table.format('a')}\n{table.format('b')}"


@pytest.mark.parametrize(
    "embed",
    [
        '<figure data-image="12"></figure>',
        '<figure data-image="12" data-layout="wide" data-alt="5 &lt; 6"><figcaption>A <em>b</em></figcaption></figure>',
        '<aside data-story="7"></aside>',
        '<aside data-story="7" data-kicker="History" data-headline="Own &amp; new"></aside>',
        '<aside class="pullquote"><p>Words</p></aside>',
        '<aside class="pullquote" lang="en"><p>Words</p><cite>Who</cite></aside>',
        '<aside data-post="https://example.org/post/1?a=b&amp;c=d"></aside>',
    ],
)
def test_embeds_are_stored_as_they_are_documented(embed: str):
    assert clean(embed) == embed


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ('<figure data-image="012"><img src="x"></figure>', ""),
        ('<figure data-image="12" data-layout="normal"></figure>', '<figure data-image="12"></figure>'),
        ('<figure data-image="12" data-alt=" "></figure>', '<figure data-image="12"></figure>'),
        ('<figure data-image="12345678901"><figcaption>Words</figcaption></figure>', "<p>Words</p>"),
        ('<aside data-image="12" data-story="x">Words</aside>', "<p>Words</p>"),
        ('<aside data-post="http://example.org/">Words</aside>', "<p>Words</p>"),
        ('<aside class="pullquote big">W <cite>who</cite></aside>', None),
        ('<aside class="pullquote"><cite>who</cite></aside>', "<p>who</p>"),
        ("<aside class='other'><p>W</p></aside>", "<p>W</p>"),
    ],
)
def test_an_embed_that_points_at_nothing_leaves_its_words(written: str, stored: str | None):
    expected = '<aside class="pullquote"><p>W</p><cite>who</cite></aside>' if stored is None else stored
    assert clean(written) == expected


def test_embeds_inside_other_blocks_are_lifted_out_and_follow_them():
    written = '<ul><li>a<figure data-image="1"></figure></li><li>b</li></ul><p>c<aside data-story=2></aside>d'
    lifted = '<figure data-image="1"></figure>\n<p>c</p>\n<aside data-story="2"></aside>\n<p>d</p>'
    assert clean(written) == f"<ul><li>a</li><li>b</li></ul>\n{lifted}"


def test_an_embed_that_was_not_closed_does_not_swallow_the_article():
    written = 'One\n\n<aside data-story="7">\n\nTwo\n\n<figure data-image="3"><figcaption>Caption<p>Three</p>\n\nFour'
    embeds_between = (
        '<aside data-story="7"></aside>\n<p>Two</p>\n<figure data-image="3"><figcaption>Caption</figcaption>'
    )
    assert clean(written) == f"<p>One</p>\n{embeds_between}</figure>\n<p>Three</p>\n<p>Four</p>"


@pytest.mark.parametrize(
    "address",
    ["https://a.example/b?c=d", "HTTP://a.example", "mailto:a@b.example", "tel:+380441234567", "/2026/11/23/a/", "#b"],
)
def test_links_lead_to_the_web_to_mail_to_telephones_and_into_the_site(address: str):
    assert clean(f'<p><a href=" {address} ">x</a></p>') == f'<p><a href="{address}">x</a></p>'


@pytest.mark.parametrize(
    "address",
    [
        *("//evil.example", "/\\evil.example", "/\t/evil.example", "/&#1;/evil.example", "a/b", "http:a", "https:///"),
        *("javascript:alert(1)", "java&#9;script:alert(1)", "\x01javascript:alert(1)", "data:text/html,x", "ftp://a.b"),
    ],
)
def test_any_other_link_keeps_only_its_words(address: str):
    assert clean(f'<p><a href="{address}">x</a></p>') == "<p>x</p>"


def test_letters_are_composed_and_unseen_characters_removed():
    decomposed = unicodedata.normalize("NFD", "їжак")
    assert clean(f"{decomposed}\x00\x0b\ufeff\ud800\uffff&#x1;!") == "<p>їжак!</p>"
    assert clean("<p>e<em></em>\u0301</p>") == "<p>é</p>"


def test_a_combining_mark_at_the_start_does_not_melt_with_the_tag_before_it():
    assert clean("<p>\u0338a</p>") == "<p>\u0338a</p>"


def test_words_survive_any_depth_of_nesting():
    assert "deep" in clean("<ul><li>" * 500 + "deep")
    assert clean("<em><sub>" * 5000 + "deep") == "<p>deep</p>"
    assert clean("<blockquote>" * 3000 + "deep").count("deep") == 1


def test_a_caption_is_one_line_of_words():
    written = '<p>A <b>b</b><br>c</p><ul><li>d</li></ul> <a href="/e">f</a><script>g</script>'
    assert clean_inline(written) == 'A <strong>b</strong> c d <a href="/e">f</a>'
    assert clean_inline("a < b & c") == "a &lt; b &amp; c"
    assert clean_inline(" <br> ") == ""


def test_an_app_may_register_a_further_kind_of_embed(monkeypatch: pytest.MonkeyPatch):
    poll = '<aside data-poll="3"></aside>'
    assert clean(poll) == ""
    monkeypatch.setattr(embeds, "_kinds", dict(embeds._kinds))
    embeds.register(embeds.EmbedKind("poll", "aside", "data-poll", {"data-poll": embeds.ID}))
    assert clean(poll) == poll
    assert clean('<aside data-poll="x"></aside>') == ""


def test_kinds_of_embeds_must_not_contradict_one_another(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(embeds, "_kinds", dict(embeds._kinds))
    with pytest.raises(ValueError, match="'image'"):
        embeds.register(embeds.EmbedKind("image", "aside", "data-poll", {"data-poll": embeds.ID}))
    with pytest.raises(ValueError, match="'story'"):
        embeds.register(
            embeds.EmbedKind("poll", "aside", "data-poll", {"data-poll": embeds.ID, "data-kicker": embeds.ID})
        )
    with pytest.raises(ValueError, match="not among"):
        embeds.register(embeds.EmbedKind("poll", "aside", "data-poll", {}))
