from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus

from jobs import housekeeping, purge
from jobs.models import Heartbeat, Message, Run
from jobs.outbox import post
from jobs.tasks import job
from staff.models import Session

pytestmark = pytest.mark.django_db


@job()
def nothing():
    pass


def age(days):
    return timezone.now() - timedelta(days=days)


def test_sent_messages_go_after_thirty_days_and_unsent_ones_never(noon):
    for sent_at in (age(31), age(29), None):
        message = post("news", {}, due_at=age(400))
        Message.objects.filter(pk=message.pk).update(sent_at=sent_at)
    housekeeping.tidy.call()
    assert set(Message.objects.values_list("sent_at", flat=True)) == {age(29), None}


def test_successes_go_after_a_week_failures_after_a_month_and_waiting_jobs_never(noon):
    success, failure, ready = TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED, TaskResultStatus.READY
    for status, finished_at in [(success, age(8)), (failure, age(8)), (failure, age(31)), (ready, None)]:
        Run.objects.filter(pk=nothing.enqueue().id).update(status=status, finished_at=finished_at)
    housekeeping.tidy.call()
    assert sorted(Run.objects.values_list("status", flat=True)) == [failure, ready]


def test_heartbeats_of_workers_that_died_go_after_a_day(noon):
    Heartbeat.objects.create(name="dead", seen_at=age(2), expected_at=age(2))
    Heartbeat.objects.create(name="alive", seen_at=age(0), expected_at=age(-1))
    housekeeping.tidy.call()
    assert [heartbeat.name for heartbeat in Heartbeat.objects.all()] == ["alive"]


def test_sessions_that_ran_out_go(noon):
    for number, expires in enumerate([age(1), age(-1)]):
        Session.objects.create(session_key=f"session-{number}", expire_date=expires)
    housekeeping.tidy.call()
    assert [session.session_key for session in Session.objects.all()] == ["session-1"]


def test_without_a_cache_in_front_purged_keys_are_written_down(caplog):
    caplog.set_level("INFO")
    purge.record({"keys": ["article-12", "front-1"]})
    assert "Purge article-12 front-1" in caplog.text
