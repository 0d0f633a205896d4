from datetime import timedelta

import pytest
from django.utils import timezone

from jobs.models import PeriodicRun, Run
from jobs.periodic import every, tick
from jobs.tasks import job

pytestmark = pytest.mark.django_db
RINGS = []


@job()
def ring():
    RINGS.append(timezone.now())


@pytest.fixture(autouse=True)
def bell(quiet, noon):
    RINGS.clear()
    every(60)(ring)


def test_a_periodic_job_runs_once_in_each_slot(noon, work):
    for _second in range(0, 180, 5):
        work()
        noon.shift(5)
    assert [moment.strftime("%H:%M:%S") for moment in RINGS] == ["12:00:00", "12:01:00", "12:02:00"]


def test_two_workers_queue_it_once():
    assert [tick(), tick()] == [1, 0]
    assert Run.objects.count() == 1


def test_a_worker_that_comes_a_moment_too_late_queues_nothing(monkeypatch):
    """The other worker wins between the look at the marks and the writing of one."""
    tick()
    nothing_seen = PeriodicRun.objects.none()
    monkeypatch.setattr(PeriodicRun.objects, "filter", lambda **kwargs: nothing_seen)
    assert tick() == 0
    assert Run.objects.count() == 1


def test_slots_do_not_depend_on_when_the_worker_began(noon, work):
    noon.shift(59)
    work()
    noon.shift(1)
    work()
    assert len(RINGS) == 2


def test_slots_that_nobody_worked_in_are_not_made_up_for(noon, work):
    work()
    noon.shift(3600)
    work()
    assert len(RINGS) == 2


def test_old_marks_go_and_recent_ones_stay(noon, work):
    work()
    noon.shift(60)
    work()
    noon.shift(timedelta(days=2))
    work()
    noon.shift(60)
    work()
    assert PeriodicRun.objects.count() == 2
