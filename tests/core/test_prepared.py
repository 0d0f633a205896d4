"""A prepared query gives what the queryset gives that it was made of, and Django writes it once."""

import threading
import uuid
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.db.models import Q

from articles.models import Edition
from articles.prepared import Prepared


def public(at, articles, group):
    return Edition.objects.live(at).filter(Q(article__in=articles) | Q(translation_group=group)).order_by("pk")


@pytest.fixture
def editions(publish):
    return [publish(headline=f"Story {number}") for number in range(3)]


def test_it_gives_the_rows_of_the_queryset_for_all_kinds_of_values(editions, now):
    prepared = Prepared(public)
    numbers = [edition.article_id for edition in editions]
    for at in (now + timedelta(hours=1), now - timedelta(days=1)):
        for articles in ([], numbers[:1], set(numbers), tuple(numbers)):
            for group in (None, uuid.uuid4(), editions[2].translation_group):
                values = {"at": at, "articles": articles, "group": group}
                assert prepared(**values) == list(public(**values))
    assert prepared(at=now + timedelta(hours=1), articles=numbers, group=None, most=2) == editions[:2]


def test_rows_come_with_what_was_asked_for(editions, now, django_assert_num_queries):
    @Prepared
    def whole(at):
        return Edition.objects.live(at).select_related("body", "lead_image").order_by("pk")

    @Prepared
    def tuples(at):
        return Edition.objects.live(at).order_by("pk").values_list("pk", "live_from")

    later = now + timedelta(hours=1)
    with django_assert_num_queries(1):
        (first, *_others) = whole(at=later)
        assert first.lead_image.credit and first.body.document["blocks"]
    assert tuples(at=later) == [(edition.pk, edition.live_from) for edition in editions]


def test_the_function_runs_once(editions, now):
    runs = []

    @Prepared
    def counted(at):
        runs.append(at)
        return Edition.objects.live(at)

    assert not counted(at=now - timedelta(days=1))
    assert len(counted(at=now + timedelta(hours=1))) == 3
    assert len(runs) == 1


@pytest.mark.django_db(transaction=True)
def test_each_thread_asks_on_its_own_connection():
    @Prepared
    def everything():
        return Edition.objects.all()

    everything()
    used = []

    def ask():
        with connection.execute_wrapper(lambda run, *rest: used.append(rest[-1]["connection"]) or run(*rest)):
            everything()
        connection.close()

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert len(used) == 1 and used[0] is not connections["default"]


def test_a_missing_value_is_an_error(db, now):
    prepared = Prepared(lambda at: Edition.objects.live(at))
    prepared(at=now)
    with pytest.raises(KeyError):
        prepared()
