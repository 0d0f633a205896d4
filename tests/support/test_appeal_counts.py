"""Appeals are counted by day, from our own pages alone, and of nobody is kept who it was."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import IntegrityError, OperationalError, transaction
from django.test import Client

from support.appeals import counts
from support.models import Appeal, AppealDay
from tests.support.asking import make_appeal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("outlet")]

OURS = {"sec-fetch-site": "same-origin"}
FOREIGN = [
    {},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "none"},
    {"sec-fetch-site": "cross-site", "origin": "http://testserver"},
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"referer": "https://evil.example/?http://testserver/"},
    {"referer": "nonsense"},
]


def shown(appeal, headers=OURS, **options):
    return Client().post(f"/appeals/{appeal.pk}/shown/", headers=headers, **options)


def go(appeal, headers=OURS):
    return Client(enforce_csrf_checks=True).get(f"/appeals/{appeal.pk}/go/", headers=headers)


def counted():
    return sorted(AppealDay.objects.values_list("date", "shown", "pressed"))


def test_what_is_seen_and_followed_is_counted_by_the_outlets_day():
    appeal = make_appeal()
    for hour in (20, 21, 23):  # Kyiv is two hours ahead in winter
        with time_machine.travel(datetime(2026, 1, 5, hour, 30, tzinfo=UTC), tick=False):
            assert shown(appeal).status_code == 204
    with time_machine.travel(datetime(2026, 1, 6, 12, tzinfo=UTC), tick=False):
        assert go(appeal)["Location"] == "https://bank.example/"
    assert counted() == [(date(2026, 1, 5), 2, 0), (date(2026, 1, 6), 1, 1)]


@pytest.mark.parametrize("headers", FOREIGN)
def test_what_does_not_come_from_our_pages_is_not_counted_and_led_on_all_the_same(headers):
    appeal = make_appeal()
    assert shown(appeal, headers).status_code == 204
    assert go(appeal, headers).status_code == 302
    assert counted() == []


@pytest.mark.parametrize("headers", [{"origin": "http://testserver"}, {"referer": "http://testserver/2026/"}])
def test_old_browsers_say_it_in_another_way(headers):
    appeal = make_appeal()
    shown(appeal, headers)
    go(appeal, headers)
    assert [row[1:] for row in counted()] == [(1, 1)]


def test_fetching_ahead_and_asking_for_the_head_are_no_press():
    appeal = make_appeal()
    go(appeal, OURS | {"sec-purpose": "prefetch;prerender"})
    go(appeal, OURS | {"purpose": "prefetch"})
    assert Client().head(f"/appeals/{appeal.pk}/go/", headers=OURS).status_code == 302
    assert counted() == []


def test_no_answer_is_kept_or_sets_a_cookie():
    appeal = make_appeal()
    missing = make_appeal("Off", is_on=False)
    for response in (shown(appeal), go(appeal), shown(missing), go(missing)):
        assert response["Cache-Control"] == "private, no-store"
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert not response.cookies


def test_it_leads_nowhere_but_to_its_own_address():
    appeal = make_appeal(address="/support/")
    response = Client().get(f"/appeals/{appeal.pk}/go/?to=https://evil.example&next=//evil.example", headers=OURS)
    assert response["Location"] == "/support/"
    assert go(make_appeal("Letter", address="mailto:help@paper.example"))["Location"] == "mailto:help@paper.example"


def test_what_is_off_or_lies_ahead_answers_nobody_and_what_is_over_still_does(now):
    off = make_appeal("Off", is_on=False)
    ahead = make_appeal("Ahead", begins_at=datetime(2100, 1, 1, tzinfo=UTC))
    for appeal in (off, ahead, Appeal(pk=10**6), Appeal(pk=10**30)):
        assert shown(appeal).status_code == go(appeal).status_code == 404
    over = make_appeal("Over", ends_at=now)
    assert shown(over).status_code == 204 and go(over).status_code == 302


@pytest.mark.parametrize(("method", "what"), [("get", "shown"), ("put", "shown"), ("post", "go"), ("delete", "go")])
def test_other_methods_are_refused(method, what):
    appeal = make_appeal()
    assert getattr(Client(), method)(f"/appeals/{appeal.pk}/{what}/", headers=OURS).status_code == 405
    assert counted() == []


def test_what_is_sent_along_is_not_looked_at():
    appeal = make_appeal()
    assert shown(appeal, data=b"\x00" * 1000, content_type="application/octet-stream").status_code == 204
    assert shown(appeal, data={"shown": 1000, "date": "2000-01-01"}).status_code == 204
    assert [row[1:] for row in counted()] == [(2, 0)]


def test_nothing_of_who_it_was_can_be_kept():
    assert {field.name for field in AppealDay._meta.get_fields()} == {"id", "appeal", "date", "shown", "pressed"}
    appeal = make_appeal()
    AppealDay.objects.create(appeal=appeal, date=date(2026, 1, 5))
    with pytest.raises(IntegrityError), transaction.atomic():
        AppealDay.objects.create(appeal=appeal, date=date(2026, 1, 5))


def test_a_busy_database_keeps_no_reader_from_where_they_want_to_go(monkeypatch):
    appeal = make_appeal()

    def busy(*args, **kwargs):
        raise OperationalError("database is locked")

    monkeypatch.setattr(AppealDay.objects, "filter", busy)
    assert go(appeal)["Location"] == "https://bank.example/"


# --- what may be said of it ----------------------------------------------------------------------


def seen(name, shown, pressed, *, day=date(2026, 1, 5), language="en"):
    appeal = Appeal.objects.filter(name=name).first() or make_appeal(name, language=language)
    AppealDay.objects.create(appeal=appeal, date=day, shown=shown, pressed=pressed)
    return appeal


@pytest.mark.parametrize(
    ("pressed", "shown", "low", "high"),
    [(0, 0, 0, 1), (0, 10, 0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1), (20, 1000, 0.01299, 0.0307)],
)
def test_the_interval_is_wilsons(pressed, shown, low, high):
    assert counts.wilson(pressed, shown) == pytest.approx((low, high), abs=0.0001)


@pytest.mark.parametrize(("pressed", "shown"), [(1, 0), (7, 3), (10**6, 10**6), (0, 10**9)])
def test_whatever_was_counted_the_interval_holds_the_share(pressed, shown):
    low, high = counts.wilson(pressed, shown)
    assert 0 <= low <= (min(1, pressed / shown) if shown else 0.5) <= high <= 1


def test_the_best_is_named_only_where_chance_is_hardly_the_reason():
    seen("One", 150, 50)
    assert counts.best(counts.rates()) is None  # nothing beside it
    seen("Two", 1000, 20)
    assert counts.best(counts.rates()) is None  # one was hardly seen
    seen("One", 850, 40, day=date(2026, 1, 6))
    assert counts.best(counts.rates()).appeal.name == "One"
    seen("Three", 1000, 80)
    assert counts.best(counts.rates()) is None  # the ranges overlap


def test_rates_are_of_a_period_and_of_what_was_seen():
    seen("One", 100, 10)
    seen("One", 50, 1, day=date(2025, 12, 7))
    seen("Two", 10, 1, day=date(2025, 12, 6), language="uk")
    make_appeal("Never seen")
    whole = counts.rates(today=date(2026, 1, 5))
    assert [(rate.appeal.name, rate.shown, rate.pressed) for rate in whole] == [("One", 150, 11), ("Two", 10, 1)]
    lately = counts.rates(days=30, today=date(2026, 1, 5))
    assert [(rate.appeal.name, rate.shown) for rate in lately] == [("One", 150)]
    (last,) = counts.rates(days=29, today=date(2026, 1, 5))
    assert (last.shown, last.pressed) == (100, 10)
    assert 0 <= last.left <= last.middle <= last.right <= 100
