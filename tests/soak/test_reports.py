"""A thousand reports over sixteen connections: none is lost, none is there twice, and no limit is passed."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from ipaddress import ip_network
from urllib.parse import urlencode, urlsplit

import pytest
from django.db.models import Sum

from readers import limits
from readers.models import Case, Report, Sending
from staff.groups import write_roles

CONNECTIONS = 16
REPORTS = 1000
# All together may send so many in an hour, where the test says nothing else.
MOST = 900


@pytest.fixture
def story(transactional_db, publish_after_roles):
    return publish_after_roles(body="<p>The first tram crossed at dawn. The last one came at dusk.</p>")


@pytest.fixture
def publish_after_roles(transactional_db, request):
    """The database is emptied after each of these tests, and the roles with it."""
    write_roles()
    return request.getfixturevalue("publish")


@pytest.fixture
def send(live_server, story, settings, monkeypatch):
    """Sends many reports at once, ``(sender, words, comment)`` each; the answers' status codes, counted."""
    settings.TRUSTED_PROXIES = [ip_network("127.0.0.0/8")]
    settings.REPORTS_PER_HOUR = MOST
    monkeypatch.setattr(limits, "SHORTEST", -1)
    host = urlsplit(live_server.url).netloc
    token = limits.token(story.pk)

    def one(report):
        sender, exact, comment = report
        connection = HTTPConnection(host, timeout=120)
        headers = {"X-Forwarded-For": sender, "Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode({"exact": exact, "comment": comment, "token": token})
        connection.request("POST", f"/report/{story.pk}/", body, headers)
        status = connection.getresponse().status
        connection.close()
        return status

    def send(reports):
        with ThreadPoolExecutor(CONNECTIONS) as pool:
            return Counter(pool.map(one, reports))

    return send


def thousand(senders):
    """Reports on three passages with fifty comments, from so many senders in turn."""
    words = ("tram crossed at dawn", "one came at dusk", "")
    for number in range(REPORTS):
        sender = number % senders
        yield f"198.51.{sender // 200}.{sender % 200 + 1}", words[number % 3], f"Comment {number % 50}"


def test_a_thousand_reports_of_distinct_senders_are_all_there_once(send, settings):
    settings.REPORTS_PER_HOUR = 2 * REPORTS
    reports = list(thousand(REPORTS))
    assert send(reports) == {302: REPORTS}
    found = Report.objects.values_list("case__exact", "comment", "count")
    assert {(exact, comment): count for exact, comment, count in found} == Counter(
        (exact, comment) for _sender, exact, comment in reports
    )
    assert len(found) == 150 and Case.objects.count() == 3
    assert Case.objects.aggregate(all=Sum("count"))["all"] == REPORTS
    assert Sending.objects.values("sender").distinct().count() == Sending.objects.count() == REPORTS


def test_the_limit_of_all_together_is_kept_to_the_last(send):
    assert send(list(thousand(200))) == {302: MOST, 429: REPORTS - MOST}
    assert Case.objects.aggregate(all=Sum("count"))["all"] == MOST
    assert Report.objects.aggregate(all=Sum("count"))["all"] == MOST
    assert Sending.objects.count() == MOST


def test_one_sender_passes_no_limit_by_sending_all_at_once(send):
    assert send([("203.0.113.9", "", f"Comment {number}") for number in range(64)]) == {302: 5, 429: 59}
    assert Case.objects.get().count == 5
