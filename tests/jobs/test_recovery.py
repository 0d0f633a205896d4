from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus

from jobs.models import Run
from jobs.recovery import reap
from jobs.tasks import job
from jobs.worker import Worker, take

pytestmark = pytest.mark.django_db
DONE = []


@job(max_attempts=3, timeout=60, base=1)
def short():
    DONE.append("short")


@job(max_attempts=3, timeout=3600)
def long():
    DONE.append("long")


@job()
def looks_for_more_work():
    DONE.append(take("a second worker"))


@pytest.fixture(autouse=True)
def nothing_done():
    DONE.clear()


def begin_and_die(job):
    """A worker takes the job and is never heard of again."""
    job.enqueue()
    return take("the dead worker")


def test_a_job_whose_worker_died_runs_again(noon, work):
    run = begin_and_die(short)
    noon.shift(300)
    assert reap() == 1
    noon.shift(5)
    work()
    assert DONE == ["short"]
    assert Run.objects.get(pk=run.pk).status == TaskResultStatus.SUCCESSFUL


def test_a_worker_recovers_the_dead_by_itself(noon, work):
    begin_and_die(short)
    noon.shift(300)
    work()
    noon.shift(5)
    work()
    assert DONE == ["short"]


def test_a_slow_job_is_not_taken_for_dead_before_its_own_limit(noon):
    slow, dead = begin_and_die(long), begin_and_die(short)
    noon.shift(600)
    assert reap() == 1
    slow.refresh_from_db()
    dead.refresh_from_db()
    assert (slow.status, dead.status) == (TaskResultStatus.RUNNING, TaskResultStatus.READY)


def test_a_job_that_kills_its_workers_is_given_up_after_its_attempts(noon):
    run = begin_and_die(short)
    for _attempt in range(5):
        noon.shift(300)
        reap()
        noon.shift(60)
        take("the dead worker")
    run.refresh_from_db()
    assert run.status == TaskResultStatus.FAILED
    assert run.attempts == 3
    assert "the worker the dead worker did not come back" in run.traceback


def test_two_reapers_recover_a_job_once(noon):
    begin_and_die(short)
    noon.shift(300)
    assert [reap(), reap()] == [1, 0]


def test_a_worker_that_was_given_up_overwrites_nothing_when_it_comes_back(noon, caplog):
    late = begin_and_die(short)
    noon.shift(300)
    reap()
    noon.shift(5)
    second = take("another worker")
    late.set_successful("too late")
    second.refresh_from_db()
    assert (second.status, second.return_value) == (TaskResultStatus.RUNNING, None)
    assert "in other hands" in caplog.text


def test_of_two_workers_that_saw_the_same_job_one_gets_it(noon):
    short.enqueue()
    seen_by_first, seen_by_second = Run.objects.get(), Run.objects.get()
    assert seen_by_first.take("first")
    assert not seen_by_second.take("second")
    assert Run.objects.get().worker_ids == ["first"]


def test_a_job_that_is_being_run_is_offered_to_nobody_else(work):
    looks_for_more_work.enqueue()
    work()
    assert DONE == [None]


def test_a_job_for_later_waits_for_its_time(noon, work):
    short.using(run_after=timezone.now() + timedelta(minutes=5)).enqueue()
    work()
    assert DONE == []
    noon.shift(300)
    work()
    assert DONE == ["short"]


def test_a_long_job_is_announced_so_that_its_worker_is_not_missed(noon):
    worker = Worker("busy")
    worker.sign(timedelta(minutes=2))
    long.enqueue()
    worker.run_once()
    assert worker._heartbeat.expected_at >= timezone.now() + timedelta(hours=1)
