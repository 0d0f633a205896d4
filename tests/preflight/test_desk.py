"""The preflight beside the form, and the rules of style: written, tried out, refused."""

import pytest
from django.urls import reverse

from activity.models import Entry
from articles import actions, preflight
from articles.models import Revision, StyleRule
from tests.desk.browser import form_data


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


@pytest.fixture
def as_rita(client, rita):
    client.force_login(rita)
    return client


@pytest.fixture
def as_edna(client, edna):
    client.force_login(edna)
    return client


# --- beside the form ----------------------------------------------------------------------------


def test_the_form_shows_what_is_found_with_the_way_there(as_rita, write):
    html = as_rita.get(change(write(body="<p>He lives in Kiev.</p>"))).content.decode()
    assert 'href="#id_body" data-place="Kiev"' in html
    assert 'href="#bylines-group"' in html


def test_what_is_typed_is_checked_and_not_saved(as_rita, write):
    article = write()
    data = form_data(as_rita.get(change(article)))
    before = (Revision.objects.count(), Entry.objects.count())
    answer = as_rita.post(change(article), data | {"headline": "", "body": "<p>TK in Kiev</p>", "_check": "typed"})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "<html" not in html
    assert "Write a headline." in html
    assert 'data-place="TK in Kiev"' in html
    article.refresh_from_db()
    assert article.headline == "The bridge is open again"
    assert (Revision.objects.count(), Entry.objects.count()) == before


def test_a_new_article_is_checked_before_it_is_anywhere(as_rita, outlet):
    path = reverse("admin:articles_article_add")
    data = form_data(as_rita.get(path)) | {"headline": "Not there yet", "_check": "typed"}
    assert "Write a standfirst." in as_rita.post(path, data).content.decode()
    assert not Revision.objects.exists()


def test_errors_of_the_form_stand_in_the_list(as_rita, write):
    article = write()
    data = form_data(as_rita.get(change(article))) | {"slug": "no slug!", "_check": "typed"}
    answer = as_rita.post(change(article), data)
    assert answer.status_code == 422
    assert "slug" in answer.content.decode()


def test_the_check_does_not_mind_that_somebody_else_saved(as_rita, write, edna):
    article = write()
    data = form_data(as_rita.get(change(article)))
    actions.save(article, by=edna, changes={"fields": {"headline": "Newer"}})
    answer = as_rita.post(change(article), data | {"headline": "It is open.", "_check": "typed"})
    assert "full stop" in answer.content.decode()


def test_without_script_the_button_saves_and_marks_the_fields(as_rita, write):
    article = write()
    data = form_data(as_rita.get(change(article))) | {"standfirst": "", "_check": "saved"}
    answer = as_rita.post(change(article), data)
    assert answer["Location"] == change(article) + "?check=1"
    page = as_rita.get(answer["Location"])
    assert "Write a standfirst." in str(page.context["adminform"].form.errors["standfirst"])


def test_a_stranger_to_the_article_learns_nothing(client, write, sam):
    article = write(headline="Rita's secret.")
    client.force_login(sam)
    answer = client.post(change(article), {"_check": "typed", "headline": "x"})
    assert answer.status_code in {302, 403, 404}


def test_the_check_costs_a_bounded_number_of_queries(as_edna, write, django_assert_max_num_queries):
    article = write()
    data = form_data(as_edna.get(change(article))) | {"headline": "Mended", "_check": "typed"}
    with django_assert_max_num_queries(50):
        as_edna.post(change(article), data)


# --- rules of style -----------------------------------------------------------------------------


def rule_data(**fields):
    data = {"language": "en", "pattern": "Dnepr", "suggestion": "Dnipro", "message": "", "level": "warn", "note": ""}
    return data | {"is_on": "on", "article": ""} | fields


ADD = "admin:articles_stylerule_add"


def test_an_editor_writes_a_rule_and_it_speaks(as_edna, write):
    article = write(body="<p>Over the Dnepr.</p>")
    as_edna.post(reverse(ADD), rule_data())
    assert "Dnepr" in [problem.place for problem in preflight.run(article)]
    rule = StyleRule.objects.get(pattern="Dnepr")
    rule.is_on = False
    rule.save()
    assert "Dnepr" not in [problem.place for problem in preflight.run(article)]


def test_a_rule_is_tried_out_before_it_is_saved(as_edna, write):
    write(headline="The river", body="<p>Over the Dnepr it went.</p>")
    write(headline="Another", body="<p>No river.</p>")
    page = as_edna.post(reverse(ADD), rule_data(article="river", _try="1"))
    html = page.content.decode()
    assert page.status_code == 200
    assert "Over the <mark>Dnepr</mark> it went." in html
    assert 'value="Dnepr"' in html
    assert not StyleRule.objects.filter(pattern="Dnepr").exists()
    assert "in 0 places" in as_edna.post(reverse(ADD), rule_data(article="Another", _try="1")).content.decode()
    assert "no such article" in as_edna.post(reverse(ADD), rule_data(article="Nowhere", _try="1")).content.decode()


@pytest.mark.parametrize("pattern", ["(", "[а-", "a*", "(((a{100}){100}){100}", "(?<=x)y"])
def test_a_pattern_that_cannot_be_used_is_refused_beside_the_field(as_edna, pattern):
    page = as_edna.post(reverse(ADD), rule_data(pattern=pattern, is_regex="on"))
    assert page.status_code == 200
    assert page.context["adminform"].form.errors["pattern"]
    assert not StyleRule.objects.filter(pattern=pattern).exists()


def test_a_catastrophic_pattern_does_not_hang_the_server(write):
    StyleRule.objects.create(language="en", pattern="(a+)+$|(a|aa)+b", is_regex=True)
    article = write(body=f"<p>{'a' * 30_000}!</p>")
    assert preflight.run(article)  # a backtracking engine would never come back


def test_a_reporter_writes_no_rules(as_rita):
    assert as_rita.get(reverse(ADD)).status_code == 403
    assert as_rita.post(reverse(ADD), rule_data()).status_code == 403


@pytest.mark.parametrize(
    ("language", "pattern", "is_regex", "text", "found"),
    [
        ("en", "the Ukraine", False, "The Ukraine and the Ukraine; the Ukrainian", ["The Ukraine", "the Ukraine"]),
        ("en", "Kiev", False, "KIEV, kiev, Kiev’s, Kievan", ["Kiev"]),
        ("uk", r"Одес\p{L}*", True, "в Одесі й Одесою, Надодесся", ["Одесі", "Одесою"]),
        ("uk", "на протязі", False, "На протязі року", ["На протязі"]),
    ],
)
def test_a_pattern_stands_for_whole_words(write, language, pattern, is_regex, text, found):
    StyleRule.objects.all().delete()
    StyleRule.objects.create(language=language, pattern=pattern, is_regex=is_regex)
    article = write(language=language, body=f"<p>{text}</p>")
    assert [problem.place for problem in preflight.run(article) if problem.code == "house-style"] == found


def test_a_passage_in_another_language_is_spared(write):
    article = write(body='<p lang="uk">Kiev</p>')
    assert "house-style" not in {problem.code for problem in preflight.run(article)}
