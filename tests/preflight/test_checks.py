"""Every check finds what it is for, and leaves alone what only looks like it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import actions, preflight
from articles.models import Article, Author, AuthorText, Image, OutsideLink, RelatedStory, Tag
from articles.preflight import subject
from articles.refusals import Level
from tests.cast import make_author, make_picture

LONG = "Word " * 60
PARAGRAPH = "<p>The first tram crossed at dawn.</p>"


def p(words):
    return f"<p>{words}</p>"


def link(href, words="the budget"):
    return f'<p>See <a href="{href}">{words}</a>.</p>'


# The check, the field, and two articles: one with what it finds, one with what it leaves alone.
WORDS = [
    ("headline-missing", "headline", {"headline": " "}, {"headline": "A"}),
    ("headline-long", "headline", {"headline": "a" * 111}, {"headline": "a" * 110}),
    ("headline-full-stop", "headline", {"headline": "It is open."}, {"headline": "It is open…"}),
    ("headline-full-stop", "headline", {"headline": "It is open."}, {"headline": "Is it open?"}),
    ("headline-capitals", "headline", {"headline": "THE BRIDGE IS OPEN"}, {"headline": "NATO IN KYIV"}),
    ("headline-capitals", "headline", {"headline": "МІСТ ЗНОВУ ВІДКРИТО"}, {"headline": "Міст знову відкрито"}),
    ("standfirst-missing", "standfirst", {"standfirst": ""}, {"standfirst": "", "kind": "brief"}),
    ("standfirst-long", "standfirst", {"standfirst": "a" * 221}, {"standfirst": "a" * 220}),
    (
        "standfirst-repeats", "standfirst", {"headline": "It is open", "standfirst": "It is open."},
        {"headline": "It is open", "standfirst": "It is open again."},
    ),
    ("standfirst-repeats", "standfirst", {"standfirst": "Same.", "body": p("Same.")}, {"standfirst": "Same."}),
    ("lead_image-missing", "lead_image", {"lead_image": None}, {"lead_image": None, "kind": "brief"}),
    ("body-missing", "body", {"body": ""}, {"body": p("One.")}),
    ("section-missing", "section", {"section": None}, {}),
    ("sponsor-missing", "sponsor", {"kind": "sponsored", "sponsor": " "}, {"kind": "sponsored", "sponsor": "Zernia"}),
    ("sponsor-missing", "sponsor", {"kind": "partner"}, {"kind": "report"}),
    ("sponsor-unused", "sponsor", {"sponsor": "Zernia"}, {"kind": "partner", "sponsor": "Zernia"}),
    ("description-missing", "seo_description", {"kind": "brief", "standfirst": ""},
     {"kind": "brief", "standfirst": "", "seo_description": "What it is about."}),
    ("description-long", "seo_description", {"seo_description": "a" * 161}, {"seo_description": "a" * 160}),
    ("seo-title-long", "seo_title", {"seo_title": "a" * 66}, {"seo_title": "a" * 65}),
    ("social-title-long", "social_title", {"social_title": "a" * 71}, {"social_title": "a" * 70}),
    ("slug-missing", "slug", {"headline": "؟ — !"}, {"headline": "؟ — !", "slug": "question"}),
    (
        "slug-short", "slug", {"headline": "Україна отримала нові F-16: що далі?", "slug": "f-16"},
        {"headline": "Україна отримала нові F-16: що далі?"},
    ),
    ("slug-short", "slug", {"headline": "Що буде далі з нами?", "slug": "shcho"}, {"slug": "tram"}),
    ("unfinished", "body", {"body": p("He paid TK hryvnias.")}, {"body": p("He paid the TKB bank, he said [sic].")}),
    ("unfinished", "body", {"body": p("Lorem ipsum dolor.")}, {"body": p("The word “lorem” is Latin.")}),
    ("unfinished", "standfirst", {"standfirst": "XXX people came."}, {"standfirst": "XX century."}),
    ("unfinished", "headline", {"headline": "ПОТРІБНО: число"}, {"headline": "Потрібно більше числа"}),
    ("unfinished", "body", {"body": p("He said [..] and left.")}, {"body": p("He said […] and left.")}),
    ("marks-unbalanced", "body", {"body": p("He said “yes and left.")}, {"body": p("He said “yes” (and left).")}),
    ("marks-unbalanced", "body", {"body": p("A bracket (here.")}, {"body": p("1) one, a screen of 5&quot;")}),
    (
        "marks-unbalanced", "body", {"body": p("“One.") + p("Two.")},
        {"body": p("“One.") + p("“Two.”")},
    ),
    (
        "marks-unbalanced", "body", {"language": "uk", "body": p("Він сказав «так і пішов.")},
        {"language": "uk", "body": p("Він сказав: «Газета „День“ вийшла».")},
    ),
    (
        "quotes-mixed", "body", {"body": p("He said “yes” and &quot;no&quot;.")},
        {"body": p("He said &quot;yes&quot; and &quot;no&quot;.")},
    ),
    ("space-double", "standfirst", {"standfirst": "Two  spaces."}, {"standfirst": "One space."}),
    ("space-double", "body", {"body": p("Two\u00a0 spaces.")}, {"body": p("One\u00a0space.")}),
    ("space-before-mark", "body", {"body": p("Yes , he said.")}, {"body": p("Yes, he said ... 3 : 2 :)")}),
    ("hyphen-for-dash", "body", {"body": p("Kyiv - the capital.")}, {"body": p("Kyiv – the well-known 5 - 3.")}),
    (
        "letters-mixed", "body", {"language": "uk", "body": p("У Кiєві тихо.")},
        {"language": "uk", "body": p("У Києві SIM-карта і F-16.")},
    ),
    ("number-style", "body", {"body": p("It cost 1 000,50 hryvnias.")}, {"body": p("It cost 1,000.50, or 10,000.")}),
    (
        "number-style", "body", {"language": "uk", "body": p("Це коштує 1,000.50 гривень.")},
        {"language": "uk", "body": p("Це коштує 1 000,50 гривень, 24.11.")},
    ),
    ("heading-skipped", "body", {"body": "<h3>Below</h3>" + PARAGRAPH}, {"body": "<h2>A</h2><h3>B</h3>" + PARAGRAPH}),
    ("paragraph-long", "body", {"body": p("word " * 121)}, {"body": p("word " * 120)}),
    ("list-of-one", "body", {"body": "<ul><li>One</li></ul>"}, {"body": "<ul><li>One</li><li>Two</li></ul>"}),
    (
        "table-without-heads", "body", {"body": "<table><tbody><tr><td>1</td></tr></tbody></table>"},
        {"body": "<table><tbody><tr><th scope='row'>1</th><td>2</td></tr></tbody></table>"},
    ),
    ("link-nowhere", "body", {"body": link("/2020/01/01/nothing/")}, {"body": link("/latest/")}),
    ("link-nowhere", "body", {"body": link("/no/such/page/")}, {"body": link("/sections/city/")}),
    ("link-to-desk", "body", {"body": link("/admin/articles/")}, {"body": link("/sections/city/")}),
    (
        "link-own-host", "body", {"body": link("http://127.0.0.1:8000/latest/")},
        {"body": link("https://elsewhere.example/latest/")},
    ),
    (
        "link-follows-readers", "body", {"body": link("https://a.example/?utm_source=x&page=2")},
        {"body": link("https://a.example/?page=2")},
    ),
    ("link-private", "body", {"body": link("http://192.168.1.4/plan")}, {"body": link("https://a.example/192.168.1.4")}),
    ("link-private", "body", {"body": link("http://localhost:3000/plan")}, {"body": link("https://localhost.example/")}),
    ("link-malformed", "body", {"body": link("https://exmple/plan")}, {"body": link("https://приклад.укр/план")}),
    ("link-malformed", "body", {"body": link("https://a..example/")}, {"body": link("http://8.8.8.8/")}),
    ("link-words", "body", {"body": link("/latest/", "here")}, {"body": link("/latest/", "what came here lately")}),
    ("link-words", "body", {"body": link("/latest/", "https://a.example/")}, {"body": link("/latest/", "a.example")}),
    ("link-words", "body", {"body": link("/latest/", "Читати далі…")}, {"body": link("/latest/", "план далі")}),
    ("image-gone", "body", {"body": PARAGRAPH + '<figure data-image="999"></figure>'}, {}),
    ("story-gone", "body", {"body": PARAGRAPH + '<aside data-story="999"></aside>'}, {}),
]  # fmt: skip


def found(article, code):
    return [problem for problem in preflight.run(article) if problem.code == code]


def lone(article, code):
    problems = found(article, code)
    assert len(problems) == 1, problems
    return problems[0]


@pytest.mark.parametrize(("code", "field", "wrong", "right"), WORDS)
def test_words(write, code, field, wrong, right):
    problem = lone(write(**wrong), code)
    assert problem.field == field
    assert problem.message
    assert not found(write(**right), code)


@pytest.mark.parametrize("language", ["en", "uk"])
def test_a_found_place_stands_in_the_text(write, language):
    words = "У Кiєві  він сказав «так , 1,000.50 - TK"
    article = write(language=language, headline="A", standfirst=words, body=p(words))
    problems = [problem for problem in preflight.run(article) if problem.field in {"standfirst", "body"}]
    assert {problem.code for problem in problems} >= {"letters-mixed", "marks-unbalanced", "unfinished"}
    assert all(
        problem.place and problem.place in words.replace("  ", " ") for problem in problems if problem.field == "body"
    )


# --- the byline ---------------------------------------------------------------------------------


def sign(article, *rows):
    actions.save(
        article,
        by=article.created_by,
        changes={"bylines": [{"author": author.pk, "role": role, "text": ""} for author, role in rows]},
    )


def test_author_missing(write):
    article = write()
    sign(article)
    assert lone(article, "author-missing").field == "author"
    article.by_newsroom = True
    assert not found(article, "author-missing")


def test_author_unknown(write):
    article = write()
    assert lone(article, "author-unknown").field == "author"
    AuthorText.objects.update(biography="Writes about bridges.")
    assert not found(article, "author-unknown")


def test_author_edits(write):
    article = write(kind="analysis")
    writer, other = Author.objects.get(), make_author("Edna Editor", "edna-editor")
    sign(article, (writer, "writer"), (writer, "editor"))
    assert lone(article, "author-edits").field == "author"
    sign(article, (writer, "writer"), (other, "editor"))
    assert not found(article, "author-edits")


# --- tags, related stories, cards ---------------------------------------------------------------


def test_tags(write):
    tags = [Tag.objects.create(name=f"tag {number}") for number in range(13)]
    assert found(write(), "tags-missing")
    assert found(write(tags=tags), "tags-many")
    assert not {"tags-missing", "tags-many"} & {problem.code for problem in preflight.run(write(tags=tags[:12]))}


def row(target=None, url=""):
    return {"target": target, "url": url, "kicker": "", "headline": "More" if url else ""}


def test_related_missing(write):
    assert found(write(), "related-missing")
    assert not found(write(kind="brief"), "related-missing")
    assert not found(write(related=[row(url="https://a.example/")]), "related-missing")


def test_related_not_public(write, publish):
    assert found(write(related=[row(write().pk)]), "related-not-public")
    assert not found(write(related=[row(publish().article_id)]), "related-not-public")


def test_related_language(write):
    assert lone(write(related=[row(write(language="uk").pk)]), "related-language").field == "related"
    assert not found(write(related=[row(write().pk)]), "related-language")


def card(number):
    return PARAGRAPH + f'<aside data-story="{number}"></aside>'


def test_story_not_public(write, publish):
    assert found(write(body=card(write().pk)), "story-not-public")
    assert not found(write(body=card(publish().article_id)), "story-not-public")


def test_story_itself(write):
    article = write()
    article.body = card(article.pk)
    assert found(article, "story-itself")
    assert not found(write(body=card(article.pk)), "story-itself")


# --- links --------------------------------------------------------------------------------------


def test_link_not_public(write, publish, edna):
    edition = publish()
    assert not found(write(body=link(edition.path)), "link-not-public")
    actions.unpublish(edition.article, by=edna, reason="Checking")
    assert lone(write(body=link(edition.path)), "link-not-public").place == "the budget"


def test_link_to_what_is_public_only_when_this_is(write, publish, now):
    edition = publish(at=now + timedelta(hours=1))
    article = write(body=link(edition.path))
    assert found(article, "link-not-public")
    codes = {problem.code for problem in preflight.run(article, at=now + timedelta(hours=2))}
    assert "link-not-public" not in codes


def test_link_moved(write, publish, rita, edna):
    edition = publish(slug="old-name")
    actions.save(edition.article, by=rita, changes={"fields": {"slug": "new-name"}})
    actions.approve(edition.article, by=edna)
    newer = actions.publish(edition.article, by=edna, substantial=False)
    assert newer.path in str(lone(write(body=link(edition.path)), "link-moved").message)
    assert not found(write(body=link(newer.path)), "link-moved")


def test_link_dead(write):
    for url, status in (("https://dead.example/", 404), ("https://fine.example/", 200)):
        OutsideLink.objects.create(url=url, digest=OutsideLink.digest_of(url), status=status, asked_at=timezone.now())
    assert lone(write(body=link("https://dead.example/")), "link-dead").level == Level.WARN
    assert not found(write(body=link("https://fine.example/")), "link-dead")
    assert found(write(related=[row(url="https://dead.example/")]), "link-dead")[0].field == "related"


def test_slug_taken(write, publish):
    publish(slug="one-name")
    problem = lone(write(slug="one-name"), "slug-taken")
    assert not problem.overridable
    assert not found(write(slug="another-name"), "slug-taken")


def test_ones_own_slug_is_not_taken(publish):
    assert not found(publish(slug="one-name").article, "slug-taken")


def test_headline_twice(write, publish):
    publish(headline="The same words")
    assert found(write(headline="The same words"), "headline-twice")
    assert not found(write(headline="Other words"), "headline-twice")


# --- pictures -----------------------------------------------------------------------------------


def described(alt, caption="A field"):
    picture = Image.objects.filter(width=1300).first() or make_picture("red", size=(1300, 800))
    picture.texts.update(alt_text=alt, caption=caption)
    return picture.pk


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        ("alt-text-missing", "", "Two men on a bridge"),
        ("alt-text-is-caption", "A field", "A field of wheat"),
        ("alt-text-is-file-name", "IMG_2034", "Two men on a bridge"),
        ("alt-text-is-file-name", "bridge.jpg", "A bridge. People cross it"),
        ("alt-text-says-image", "Photo of a bridge", "Photographers on a bridge"),
        ("alt-text-says-image", "На фото міст", "Фотограф на мосту"),
        ("alt-text-long", "a " * 126, "a " * 124),
    ],
)
def test_alternative_texts(write, code, wrong, right):
    assert lone(write(lead_image=described(wrong)), code).field == "lead_image"
    assert not found(write(lead_image=described(right)), code)
    figure = f'{PARAGRAPH}<figure data-image="{described(wrong)}"></figure>'
    assert lone(write(body=figure), code).field == "body"


def test_a_picture_may_say_it_in_the_words_of_its_use(write):
    picture = described("")
    figure = f'{PARAGRAPH}<figure data-image="{picture}" data-alt="Two men on a bridge"></figure>'
    assert not found(write(body=figure, lead_image=picture, lead_alt_text="A bridge"), "alt-text-missing")


def test_a_text_in_another_language_is_none(write):
    assert found(write(language="uk", lead_image=described("A bridge")), "alt-text-missing")


def test_credit_missing(write):
    assert found(write(lead_image=make_picture("red", credit="").pk), "credit-missing")
    assert not found(write(lead_image=make_picture("blue").pk), "credit-missing")


def test_lead_decorative(write):
    picture = make_picture("red", is_decorative=True)
    picture.texts.update(alt_text="")
    assert found(write(lead_image=picture.pk), "lead-decorative")
    assert not found(write(body=f'{PARAGRAPH}<figure data-image="{picture.pk}"></figure>'), "lead-decorative")
    assert not found(write(body=f'{PARAGRAPH}<figure data-image="{picture.pk}"></figure>'), "alt-text-missing")


def test_lead_small(write):
    assert "400" in str(lone(write(lead_image=make_picture("red").pk), "lead-small").message)
    assert not found(write(lead_image=make_picture("blue", size=(1200, 800)).pk), "lead-small")


# --- other desks, translations ------------------------------------------------------------------


@pytest.mark.parametrize(("code", "field"), [("legal-check", "legal_flag"), ("picture-desk", "picture_flag")])
def test_flags(write, code, field):
    article = write()
    for value, count in (("required", 1), ("done", 0), ("not_needed", 0)):
        setattr(article, field, value)
        assert len(found(article, code)) == count, value
    setattr(article, field, "required")
    assert not lone(article, code).overridable


def test_translation_behind(publish, rita, edna):
    original = publish().article
    version = actions.translate(original, by=edna, language="uk")
    assert not found(version, "translation-behind")
    actions.save(original, by=rita, changes={"fields": {"headline": "Mended"}})
    actions.approve(original, by=edna)
    actions.publish(original, by=edna, substantial=True, why="New facts")
    assert found(version, "translation-behind")
    assert not found(original, "translation-behind")


# --- house style --------------------------------------------------------------------------------


def test_house_style(write):
    problem = lone(write(body=p("He lives in Kiev.")), "house-style")
    assert (problem.level, problem.place, problem.field) == (Level.WARN, "Kiev", "body")
    assert "Kyiv" in str(problem.message)
    assert not found(write(body=p("He lives in Kyiv, near Kievan things.")), "house-style")


# --- all of them --------------------------------------------------------------------------------


def test_every_check_has_its_case_above(request):
    source = request.path.read_text()
    assert not [code for code in preflight.CHECKS if f'"{code}"' not in source]


def test_the_heaviest_stands_first_and_then_the_form_decides(write):
    article = write(headline="It is open.", standfirst="", section=None, body=p("Kiev TK"))
    problems = preflight.run(article)
    levels = [Level.values.index(problem.level) for problem in problems]
    assert levels == sorted(levels)
    blocking = [problem.code for problem in preflight.blocking(article)]
    assert blocking == ["standfirst-missing", "unfinished", "section-missing"]


def test_the_cost_does_not_grow_with_the_text(write, publish, django_assert_max_num_queries):
    path = publish().path
    body = PARAGRAPH
    for number in range(12):
        picture = make_picture(f"#00000{number:x}", size=(64 + number, 64))
        body += f'<figure data-image="{picture.pk}"></figure>' + card(publish(headline=f"Story {number}").article_id)
        body += link(f"https://a.example/{number}") + link(path) + link("/about/")
    article = write(body=body, slug="a-long-one", related=[row(url="https://b.example/")])
    article = Article.objects.get(pk=article.pk)
    with django_assert_max_num_queries(9) as asked:
        problems = preflight.run(article)
    assert problems, asked.captured_queries
    plain = Article.objects.get(pk=write().pk)
    with django_assert_max_num_queries(5):
        preflight.run(plain)


def test_a_live_story_is_judged_by_what_readers_have(publish, rita):
    edition = publish(headline="It is open.")
    actions.save(edition.article, by=rita, changes={"fields": {"headline": "It is open"}})
    RelatedStory.objects.all().delete()
    edition.refresh_from_db()
    codes = {check.id for check, _found in preflight.find(subject.of_edition(edition))}
    assert "headline-full-stop" in codes
    assert not found(edition.article, "headline-full-stop")
