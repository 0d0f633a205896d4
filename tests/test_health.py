from datetime import UTC, datetime, timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from jobs import state
from jobs.models import Heartbeat
from jobs.outbox import post
from jobs.tasks import job

pytestmark = pytest.mark.django_db


@job()
def nothing():
    pass


@pytest.fixture(autouse=True)
def noon(time_machine):
    time_machine.move_to(datetime(2026, 11, 23, 12, 0, tzinfo=UTC), tick=False)
    return time_machine


@pytest.fixture
def worker():
    now = timezone.now()
    return Heartbeat.objects.create(name="steady", seen_at=now, expected_at=now + timedelta(minutes=2))


def test_all_is_well_with_a_database_and_a_worker(client, worker, noon):
    noon.shift(7)
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {
        "status": "ok",
        "database": "ok",
        "worker": {"alive": True, "last_seen_seconds": 7},
        "backlog": {"tasks": 0, "messages": 0, "oldest_seconds": 0},
    }


def test_a_missing_worker_is_reported_but_keeps_the_web_in_service(client):
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json()["status"] == "degraded"
    assert response.json()["worker"] == {"alive": False, "last_seen_seconds": None}


def test_a_worker_that_did_not_sign_in_time_is_missing(client, worker, noon):
    noon.shift(121)
    assert client.get("/healthz").json()["worker"] == {"alive": False, "last_seen_seconds": 121}


def test_one_living_worker_is_enough(client, worker):
    long_ago = timezone.now() - timedelta(hours=1)
    Heartbeat.objects.create(name="dead", seen_at=long_ago, expected_at=long_ago)
    assert client.get("/healthz").json()["worker"] == {"alive": True, "last_seen_seconds": 0}


def test_the_backlog_counts_what_is_due_and_not_what_is_planned(client, worker, noon):
    later = timezone.now() + timedelta(hours=1)
    nothing.enqueue()
    nothing.using(run_after=later).enqueue()
    post("news", {}, due_at=timezone.now() + timedelta(seconds=20))
    post("news", {}, due_at=later)
    noon.shift(30)
    assert client.get("/healthz").json()["backlog"] == {"tasks": 1, "messages": 1, "oldest_seconds": 30}


def test_work_that_waits_too_long_is_reported_even_with_a_worker(client, worker, noon):
    post("news", {})
    noon.shift(16 * 60)
    Heartbeat.objects.update(expected_at=timezone.now() + timedelta(minutes=2))
    assert client.get("/healthz").json()["status"] == "degraded"


def test_a_database_that_does_not_answer_takes_the_web_out_of_service_and_tells_no_secret(client, monkeypatch):
    def fail(now):
        raise OperationalError("password of newsroom@10.0.0.7 refused")

    monkeypatch.setattr(state, "workers", fail)
    response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json() == {"status": "down", "database": "down", "worker": None, "backlog": None}


def test_health_is_never_stored_and_sets_no_cookie(client):
    response = client.get("/healthz")
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies


def test_health_is_only_read(client):
    assert client.post("/healthz").status_code == 405
