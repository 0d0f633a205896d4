from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus, task

from jobs import backoff
from jobs.models import Run
from jobs.tasks import UNDECLARED, Policy, job, policy_of

pytestmark = pytest.mark.django_db
ATTEMPTS = []


def no_jitter(low, high):
    return 1.0


@job(max_attempts=4, base=10, cap=25, jitter=no_jitter)
def always_fails():
    ATTEMPTS.append(timezone.now())
    raise ValueError("the post office is closed")


@job(max_attempts=3, base=10, jitter=no_jitter)
def succeeds_at_second_attempt():
    ATTEMPTS.append(timezone.now())
    if len(ATTEMPTS) < 2:
        raise ValueError("not yet")
    return "done"


@job(max_attempts=1, timeout=0.05)
def hangs():
    while True:
        pass


@job()
def returns_what_json_cannot_hold():
    return object()


@task()
def of_another_package():
    ATTEMPTS.append(timezone.now())
    raise ValueError("once is enough")


@pytest.fixture(autouse=True)
def no_attempts():
    ATTEMPTS.clear()


def test_a_failing_job_runs_again_after_waits_that_double_up_to_a_bound(noon, work):
    begin = timezone.now()
    always_fails.enqueue()
    for _second in range(120):
        work()
        noon.shift(1)
    assert [(moment - begin).total_seconds() for moment in ATTEMPTS] == [0, 10, 30, 55]


def test_the_last_failure_stays_with_its_traceback(noon, work):
    result = always_fails.enqueue()
    for _attempt in range(6):
        work()
        noon.shift(60)
    run = Run.objects.get(pk=result.id)
    assert run.status == TaskResultStatus.FAILED
    assert run.exception_class_path == "builtins.ValueError"
    assert "the post office is closed" in run.traceback
    assert run.attempts == 4


def test_the_reason_of_a_failure_is_kept_while_the_job_waits(noon, work):
    result = always_fails.enqueue()
    work()
    run = Run.objects.get(pk=result.id)
    assert run.status == TaskResultStatus.READY
    assert "the post office is closed" in run.traceback


def test_a_job_that_succeeds_at_last_is_a_success_without_a_trace_of_failure(noon, work):
    result = succeeds_at_second_attempt.enqueue()
    work()
    noon.shift(10)
    work()
    run = Run.objects.get(pk=result.id)
    assert (run.status, run.return_value, run.traceback) == (TaskResultStatus.SUCCESSFUL, "done", "")


def test_a_job_that_hangs_is_stopped_at_its_time_limit(work):
    result = hangs.enqueue()
    work()
    run = Run.objects.get(pk=result.id)
    assert run.status == TaskResultStatus.FAILED
    assert "not done after 0.05 seconds" in run.traceback


def test_a_result_that_cannot_be_kept_is_a_failure_of_the_job(work):
    result = returns_what_json_cannot_hold.enqueue()
    work()
    assert Run.objects.get(pk=result.id).exception_class_path == "builtins.TypeError"


def test_a_task_that_was_not_declared_as_a_job_is_never_run_twice(noon, work):
    result = of_another_package.enqueue()
    for _attempt in range(3):
        work()
        noon.shift(3600)
    assert len(ATTEMPTS) == 1
    assert Run.objects.get(pk=result.id).status == TaskResultStatus.FAILED


def test_a_task_whose_code_is_gone_fails_and_harms_nothing_else(noon, work):
    gone, sound = of_another_package.enqueue(), succeeds_at_second_attempt.enqueue()
    Run.objects.filter(pk=gone.id).update(task_path="jobs.nowhere.gone")
    work()
    assert Run.objects.get(pk=gone.id).status == TaskResultStatus.FAILED
    assert Run.objects.get(pk=sound.id).attempts == 1


def test_jitter_scatters_the_waits_by_a_fifth():
    shortest = backoff.delay(1, base=10, cap=60, jitter=lambda low, high: low)
    longest = backoff.delay(1, base=10, cap=60, jitter=lambda low, high: high)
    assert (shortest, longest) == (timedelta(seconds=8), timedelta(seconds=12))


def test_a_wait_stays_within_its_bound_however_often_it_failed():
    assert backoff.delay(100_000, base=5, cap=900, jitter=no_jitter) == timedelta(minutes=15)


def test_a_policy_is_found_by_the_path_of_its_function():
    assert policy_of(always_fails.module_path) == Policy(4, 10, 25, 600, no_jitter)
    assert policy_of("jobs.nowhere.gone") == UNDECLARED
