"""The desk sees who gets the newsletter, exports it, counts it, and deletes whom it is asked to delete."""

import csv
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from activity.models import Entry
from articles.refusals import NotAllowed
from support.models import Subscriber
from support.newsletter import actions, links
from support.newsletter.counts import tally
from support.newsletter.export import export
from tests.support.newsletter import WORDS, subscribed

LIST = reverse("admin:support_subscriber_changelist")
EXPORT = reverse("admin:support_subscriber_export")
COUNTS = reverse("admin:support_subscriber_counts")


@pytest.fixture
def as_chris(client, chris, outlet):
    client.force_login(chris)
    return client


def listed(client, **query):
    return sorted(str(each.email) for each in client.get(LIST, query).context["cl"].result_list)


def exported(client, **data):
    response = client.post(EXPORT, {"_export": "1"} | data)
    text = response.getvalue().decode()
    return response, list(csv.DictReader(text.splitlines()))


def test_only_chief_editors_and_administrators_see_addresses(client, outlet, rita, pia, edna, chris, ada):
    subscriber = subscribed()
    one = reverse("admin:support_subscriber_change", args=[subscriber.pk])
    for person in (rita, pia, edna):
        client.force_login(person)
        assert {client.get(path).status_code for path in (LIST, one, COUNTS)} == {403}, person
        assert client.post(EXPORT).status_code == 403
        with pytest.raises(NotAllowed):
            export(by=person)
        with pytest.raises(NotAllowed):
            actions.forget(subscriber, by=person)
    for person in (chris, ada):
        client.force_login(person)
        assert subscriber.email in client.get(LIST).content.decode()
        assert subscriber.email in client.get(one).content.decode()


def test_it_is_found_by_address_and_narrowed_by_language_and_state(as_chris):
    for name, language, state in (("a", "en", "confirmed"), ("b", "uk", "confirmed"), ("c", "uk", "asked")):
        subscribed(f"{name}@home.example", language, state=state)
    subscribed("", state="ended", ended_at=timezone.now())
    assert listed(as_chris) == ["a@home.example", "b@home.example", "c@home.example"]
    assert listed(as_chris, q="B@HOME") == ["b@home.example"]
    assert listed(as_chris, language__exact="uk") == ["b@home.example", "c@home.example"]
    assert listed(as_chris, state="asked") == ["c@home.example"]


def test_an_empty_list_says_how_it_begins(as_chris):
    assert "Nobody has asked for the newsletter yet." in as_chris.get(LIST).content.decode()


def test_the_newsletter_is_switched_on_with_the_outlets_words(client, ada, outlet):
    client.force_login(ada)
    page = client.get(reverse("admin:outlet_outlet_change", args=[outlet.pk]))
    data = {
        name: "" if value is None else value
        for form in (page.context["adminform"].form, *page.context["inline_admin_formsets"][0].formset.forms)
        for name, value in ((form.add_prefix(field), form[field].value()) for field in form.fields)
    }
    formset = page.context["inline_admin_formsets"][0].formset
    data |= {f"{formset.prefix}-{name}": value for name, value in formset.management_form.initial.items()}
    assert client.get("/newsletter/").status_code == 404
    answer = client.post(page.request["PATH_INFO"], data | {f"{formset.prefix}-0-newsletter": WORDS["en"]})
    assert answer.status_code == 302, answer.context["errors"]
    assert WORDS["en"] in client.get("/newsletter/").content.decode()


# --- export ------------------------------------------------------------------------------------


def test_the_file_has_those_who_confirmed_and_stands_in_the_log(as_chris, chris):
    lida = subscribed(confirmed_at=datetime(2026, 11, 3, 9, 30, tzinfo=UTC))
    subscribed("taras@home.example", "uk")
    subscribed("asked@home.example", state="asked", confirmed_at=None)
    subscribed("", state="ended", ended_at=timezone.now())
    response, rows = exported(as_chris)
    assert response["Content-Type"].startswith("text/csv") and "no-store" in response["Cache-Control"]
    assert [row["email"] for row in rows] == ["lida@home.example", "taras@home.example"]
    assert rows[0] == {
        "email": lida.email, "language": "en", "confirmed_at": "2026-11-03T09:30:00+00:00",
        "unsubscribe": links.to_end(lida),
    }  # fmt: skip
    assert [row["email"] for row in exported(as_chris, language="uk")[1]] == ["taras@home.example"]
    first, second = Entry.objects.filter(verb="newsletter-export").order_by("pk")
    assert first.by == chris and (first.details["addresses"], second.details["addresses"]) == (2, 1)
    assert "@home.example" not in f"{first.subject_name} {first.note} {first.details}"


@pytest.mark.parametrize("email", ["=1+1@home.example", "+cmd@home.example", "-2@home.example", "@x@home.example"])
def test_no_cell_of_the_file_is_a_formula(as_chris, email):
    subscribed(email)
    assert exported(as_chris)[1][0]["email"] == f"'{email}"


def test_looking_at_the_address_of_the_export_does_nothing(as_chris):
    assert as_chris.get(EXPORT).status_code == 405 and not Entry.objects.filter(verb="newsletter-export")


# --- deleting ----------------------------------------------------------------------------------


def delete(client, subscriber):
    return client.post(reverse("admin:support_subscriber_delete", args=[subscriber.pk]), {"post": "yes"})


def test_who_asks_for_it_is_deleted_and_the_log_does_not_know_the_address(as_chris, chris):
    confirmed, asked = subscribed(), subscribed("asked@home.example", state="asked", confirmed_at=None)
    for subscriber in (confirmed, asked):
        assert delete(as_chris, subscriber).status_code == 302
    assert list(Subscriber.objects.values_list("email", "state")) == [("", "ended")]
    entries = Entry.objects.filter(verb="newsletter-forget")
    assert len(entries) == 2 and {entry.by for entry in entries} == {chris}
    assert "@home.example" not in "".join(f"{entry.subject_name}{entry.details}" for entry in entries)
    assert listed(as_chris) == []


# --- counts ------------------------------------------------------------------------------------


def test_counts_tell_who_came_and_went_in_each_month(as_chris):
    at = datetime(2026, 11, 20, 12, tzinfo=UTC)
    for number, days in enumerate((0, 1, 40, 500)):
        subscribed(f"{number}@home.example", confirmed_at=at - timedelta(days=days))
    subscribed("", state="ended", confirmed_at=at - timedelta(days=40), ended_at=at)
    subscribed("uk@home.example", "uk", confirmed_at=at)
    subscribed("asked@home.example", state="asked", confirmed_at=None)
    found = tally(at=at)
    assert found.now == [("English", 4), ("Українська", 1)] and found.total == 5
    assert [(line.month.month, line.came, line.went) for line in found.months[-2:]] == [(10, 2, 0), (11, 3, 1)]
    assert len(found.months) == 12 and max(line.came_height for line in found.months) == 100
    with time_machine.travel(at, tick=False):
        page = as_chris.get(COUNTS).content.decode()
    assert "5 subscribers now" in page and "November 2026" in page and "@home.example" not in page


def test_counts_of_nothing(as_chris):
    assert "Nobody gets the newsletter yet." in as_chris.get(COUNTS).content.decode()
