"""Two people, one article, the same moment."""

import threading

import pytest
from django.db import connection

from articles import actions
from articles.models import Article, Edition, Revision
from articles.refusals import ChangedMeanwhile, Refused
from staff.groups import write_roles


@pytest.fixture(autouse=True)
def _roles(transactional_db):
    """The database is emptied after each of these tests, and the roles with it."""
    write_roles()


def at_once(*deeds):
    """Does the deeds in threads that start together; gives what each returned or raised."""
    outcomes = [None] * len(deeds)
    barrier = threading.Barrier(len(deeds), timeout=20)

    def run(place, deed):
        try:
            barrier.wait()
            outcomes[place] = deed()
        except Refused as refusal:
            outcomes[place] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert not any(thread.is_alive() for thread in threads)
    return outcomes


def fresh(article):
    return Article.objects.get(pk=article.pk)


def test_publishing_the_same_thing_twice_at_once_makes_one_edition(write, rita, edna, boris):
    article = write()
    actions.submit(article, by=rita)
    actions.approve(article, by=edna)
    outcomes = at_once(
        lambda: actions.publish(fresh(article), by=edna), lambda: actions.publish(fresh(article), by=boris)
    )
    assert {edition.pk for edition in outcomes} == set(Edition.objects.values_list("pk", flat=True))
    assert Edition.objects.count() == 1


def test_of_two_saves_from_the_same_version_one_is_refused(write, rita, edna):
    article = write()
    outcomes = at_once(
        lambda: actions.save(fresh(article), by=rita, version=1, changes={"fields": {"headline": "Rita's"}}),
        lambda: actions.save(fresh(article), by=edna, version=1, changes={"fields": {"headline": "Edna's"}}),
    )
    kinds = sorted(type(outcome).__name__ for outcome in outcomes)
    assert kinds == [ChangedMeanwhile.__name__, Revision.__name__]
    assert fresh(article).version == 2


def test_unpublishing_and_publishing_at_once_end_in_one_clear_state(publish, rita, edna, boris):
    article = publish().article
    actions.save(article, by=rita, changes={"fields": {"headline": "Changed"}})
    actions.approve(article, by=edna)
    at_once(
        lambda: actions.unpublish(fresh(article), by=boris, reason="Stop"),
        lambda: actions.publish(fresh(article), by=edna, substantial=False),
    )
    editions = list(Edition.objects.uncancelled())
    assert Edition.objects.answering().get() == editions[-1]
    assert [edition.live_until for edition in editions[:-1]] == [edition.live_from for edition in editions[1:]]
