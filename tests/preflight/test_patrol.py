"""The nightly round: what readers have is looked at, findings come and go, links are asked once a week."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone, translation

from articles import actions, links, patrol
from articles.models import LiveProblem, OutsideLink, StyleRule
from jobs import web
from jobs.worker import Worker

LINKED = '<p>He lives in Kiev, see <a href="https://a.example/plan">the plan</a>.</p>'


@pytest.fixture
def outside(monkeypatch):
    """What addresses outside answer, and which were asked."""
    answers, asked = {}, []

    def status_of(url):
        asked.append(url)
        answer = answers.get(url, 200)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(links, "status_of", status_of)
    answers["asked"] = asked
    return answers


def codes(article):
    return set(LiveProblem.objects.open().filter(article=article).values_list("code", flat=True))


def test_findings_come_and_go(publish, outside):
    edition = publish(body=LINKED)
    patrol.inspect(edition)
    problem = LiveProblem.objects.get(code="house-style")
    assert (problem.level, problem.field, problem.place) == ("warn", "body", "Kiev")
    assert "Kyiv" in problem.message
    with translation.override("uk"):
        assert "Kiev" in problem.message
        assert problem.message != LiveProblem.objects.get(pk=problem.pk).words
    assert f"/{edition.article_id}/change/?check=1&place=Kiev#id_body" in problem.link
    patrol.inspect(edition)
    assert LiveProblem.objects.filter(code="house-style").count() == 1
    StyleRule.objects.update(is_on=False)
    patrol.inspect(edition)
    problem.refresh_from_db()
    assert problem.gone is not None
    assert "house-style" not in codes(edition.article)


def test_the_draft_is_not_what_is_looked_at(publish, rita, outside):
    edition = publish()
    actions.save(edition.article, by=rita, changes={"fields": {"body": LINKED}})
    edition.refresh_from_db()
    patrol.inspect(edition)
    assert "house-style" not in codes(edition.article)


def test_what_is_taken_back_has_no_problems(publish, edna, outside):
    edition = publish(body=LINKED)
    patrol.inspect(edition)
    assert codes(edition.article)
    actions.unpublish(edition.article, by=edna, reason="Checking")
    patrol.forget()
    assert not codes(edition.article)


def test_the_worker_goes_the_whole_round(publish, outside, monkeypatch):
    monkeypatch.setattr(patrol, "SLICE", 2)
    articles = [publish(headline=f"Story {number}", body=LINKED).article for number in range(3)]
    patrol.begin.enqueue()
    Worker("test").run_once()
    assert ["house-style" in codes(article) for article in articles] == [True, True, True]
    assert outside["asked"] == ["https://a.example/plan"]


def test_a_link_is_asked_once_a_week(publish, outside):
    patrol.inspect(publish(body=LINKED))
    assert patrol.ask.func() == 1
    assert patrol.ask.func() == 0
    OutsideLink.objects.update(asked_at=timezone.now() - timedelta(days=8))
    assert patrol.ask.func() == 1


@pytest.mark.parametrize(
    ("answer", "nights"), [(404, 1), (410, 1), (OSError("no route"), 2), (web.NotOutside(), 1)], ids=str
)
def test_a_dead_link_becomes_a_warning(publish, outside, answer, nights):
    edition = publish(body=LINKED)
    outside["https://a.example/plan"] = answer
    for night in range(nights):
        patrol.inspect(edition)
        assert "link-dead" not in codes(edition.article), night
        patrol.ask.func()
        OutsideLink.objects.update(asked_at=timezone.now() - timedelta(days=1))
    patrol.inspect(edition)
    assert "link-dead" in codes(edition.article)


@pytest.mark.parametrize("answer", [200, 403, 500])
def test_one_that_only_does_not_want_us_is_not_dead(publish, outside, answer):
    edition = publish(body=LINKED)
    outside["https://a.example/plan"] = answer
    patrol.inspect(edition)
    patrol.ask.func()
    patrol.inspect(edition)
    assert "link-dead" not in codes(edition.article)


def test_publishing_asks_nobody(publish, outside):
    publish(body=LINKED)
    assert outside["asked"] == []


def test_the_command_tells_what_is_found(publish, outside):
    edition = publish(body=LINKED)
    told = StringIO()
    call_command("preflight", level="warn", links=True, stdout=told)
    assert f"{edition.path}  warn  house-style" in told.getvalue()
    assert "1 live stories" in told.getvalue()
    assert outside["asked"] == ["https://a.example/plan"]
    assert "house-style" in codes(edition.article)
