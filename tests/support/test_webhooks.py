"""Services tell who carries the paper: what is forged, replayed, late or repeated changes nothing wrongly."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from activity.models import Entry
from support.models import Delivery, LastEvent, Sending, Service, Supporter
from support.supporters import hearing
from support.supporters.cleaning import clean
from tests.support.people import (
    SECRET,
    encode,
    ghost,
    headers_of,
    make_service,
    make_supporter,
    make_tier,
    own,
    patreon,
)  # fmt: skip

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
KINDS = ["own", "ghost", "patreon"]
BEGINS = {"own": own(), "ghost": ghost(), "patreon": patreon()}
ENDS = {
    "own": own("ended", number="evt-2", at="2026-03-02T10:00:00Z"),
    "ghost": ghost(there=False, before={"email": "olha@home.example", "status": "paid"}),
    "patreon": patreon(patron_status="former_patron"),
}

pytestmark = pytest.mark.usefixtures("outlet")


@pytest.fixture
def send(client):
    """Sends a delivery at a moment, signed then unless said otherwise."""

    def send(kind, data, *, at=NOW, signed_at=None, body=None, headers=None, key=None, **signing):
        body = encode(data) if body is None else body
        signed = headers_of(kind, body, signed_at or at, **signing) if headers is None else headers
        with time_machine.travel(at, tick=False):
            address = f"/webhooks/support/{key or kind}/"
            return client.post(address, body, content_type="application/json", headers=signed)

    return send


def state():
    """All that a delivery could change."""
    return list(Supporter.objects.order_by("pk").values()), LastEvent.objects.count(), Entry.objects.count()


# --- what each kind tells ----------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_supporter_begins_and_ends(send, kind):
    make_service(kind)
    answer = send(kind, BEGINS[kind])
    assert (answer.status_code, answer.json()) == (200, {"outcome": "begun", "repeated": False})
    supporter = Supporter.objects.get()
    assert (supporter.email, supporter.name, supporter.tier.key) == ("olha@home.example", "Olha Bahan", "friend")
    assert (supporter.since, supporter.until, supporter.is_named) == (date(2026, 3, 1), None, False)
    later = NOW + timedelta(days=1)
    assert send(kind, ENDS[kind], at=later, event="members:pledge:delete").json()["outcome"] == "ended"
    supporter.refresh_from_db()
    assert supporter.until == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("own", own(tier="Gold")),
        ("ghost", ghost(tiers=[{"name": "Gold", "slug": "gold-plan", "active": True}])),
        ("patreon", patreon(tiers=["Silver?", "Gold"])),
    ],
)
def test_the_names_of_a_service_are_turned_into_our_tiers(send, kind, data):
    patron = make_tier("patron", "Patrons")
    make_service(kind, tiers=[("Gold", patron)])
    send(kind, data)
    assert Supporter.objects.get().tier == patron


def test_a_tier_that_nobody_knows_is_the_default(send):
    make_tier("patron")
    make_service("own", default_tier=make_tier("patron"))
    send("own", own(tier="unheard-of"))
    assert Supporter.objects.get().tier.key == "patron"


def test_our_own_format_says_everything(send):
    make_service("own")
    send("own", own(since="2025-05-01", until="2026-12-31", language="uk", named=True, name="Ольга"))
    supporter = Supporter.objects.get()
    assert (supporter.since, supporter.until) == (date(2025, 5, 1), date(2026, 12, 31))
    assert (supporter.language, supporter.is_named, supporter.name) == ("uk", True, "Ольга")


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("own", own(), own("changed", number="evt-2", email="new@home.example", previous_email="OLHA@home.example")),
        ("ghost", ghost(), ghost(email="new@home.example", before={"email": "olha@home.example"})),
    ],
)
def test_an_address_can_change(send, kind, first, second):
    make_service(kind)
    send(kind, first)
    assert send(kind, second, at=NOW + timedelta(minutes=1)).json()["outcome"] == "changed"
    assert Supporter.objects.get().email == "new@home.example"


@pytest.mark.parametrize(
    ("kind", "data", "signing"),
    [
        ("ghost", ghost(status="free"), {}),
        ("patreon", patreon(), {"event": "members:create"}),
        ("patreon", patreon(patron_status="declined_patron"), {}),
        ("patreon", patreon(email=None), {}),
        ("own", own("ended"), {}),
    ],
)
def test_what_does_not_concern_us_is_taken_and_changes_nobody(send, kind, data, signing):
    make_service(kind)
    assert send(kind, data, **signing).json()["outcome"] == "ignored"
    assert not Supporter.objects.exists()


def test_a_member_who_stops_paying_in_ghost_has_ended(send):
    make_service("ghost")
    send("ghost", ghost())
    answer = send("ghost", ghost(status="free", before={"status": "paid"}), at=NOW + timedelta(days=3))
    assert answer.json()["outcome"] == "ended"


def test_who_moved_to_another_service_is_not_ended_by_the_first(send):
    make_service("patreon"), make_service("ghost")
    send("patreon", patreon())
    send("ghost", ghost(), at=NOW + timedelta(days=1))
    send("patreon", ENDS["patreon"], at=NOW + timedelta(days=2), event="members:pledge:delete")
    assert Supporter.objects.get().until is None
    assert Delivery.objects.first().because == "carried-elsewhere"


def test_the_log_says_which_service_and_neither_name_nor_address(send):
    make_service("own")
    send("own", own())
    send("own", own("changed", number="evt-2", name="Somebody Else"))
    entries = list(Entry.objects.order_by("pk"))
    assert [entry.verb for entry in entries] == ["supporter-add", "supporter-change"]
    assert all(entry.details["service"] == "own" and entry.by is None for entry in entries)
    written = str(list(Entry.objects.values()))
    assert not any(word in written for word in ("olha", "Olha", "Somebody"))


# --- forged ------------------------------------------------------------------------------------


def _tampered(kind, body):
    return headers_of(kind, body + b" ", NOW)


FORGED = {
    "no signature": lambda kind, body: {},
    "another secret": lambda kind, body: headers_of(kind, body, NOW, secret="guessed"),
    "an empty secret": lambda kind, body: headers_of(kind, body, NOW, secret=""),
    "of another body": _tampered,
    "of another kind": lambda kind, body: headers_of("ghost" if kind == "own" else "own", body, NOW),
    "nonsense": lambda kind, body: dict.fromkeys(headers_of(kind, body, NOW), "t=,v1=,sha256=é;=,"),
    "cut short": lambda kind, body: {name: value[:-1] for name, value in headers_of(kind, body, NOW).items()},
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("way", FORGED)
def test_what_is_forged_is_answered_as_if_there_were_no_such_service(send, kind, way):
    make_service(kind)
    make_supporter()
    before = state()
    forged = send(kind, ENDS[kind], headers=FORGED[way](kind, encode(ENDS[kind])))
    unknown = send(kind, ENDS[kind], key="nobody")
    assert (forged.status_code, forged.content) == (unknown.status_code, unknown.content)
    assert forged.status_code == 404
    assert state() == before and not Delivery.objects.exists()
    assert Service.objects.get().refused_at == NOW


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lacks", [{"secret": ""}, {"is_active": False}])
def test_a_service_without_a_secret_or_switched_off_takes_nothing(send, kind, lacks):
    make_service(kind, **lacks)
    signing = {"secret": lacks["secret"]} if "secret" in lacks else {}
    assert send(kind, BEGINS[kind], **signing).status_code == 404
    assert not Supporter.objects.exists()


def test_the_old_secret_counts_for_a_day(send):
    make_service("own", secret="new", old_secret=SECRET, secret_at=NOW)
    assert send("own", own(), at=NOW + timedelta(hours=23)).status_code == 200
    assert send("own", own(number="evt-2"), at=NOW + timedelta(hours=25)).status_code == 404
    assert send("own", own(number="evt-3"), at=NOW + timedelta(hours=25), secret="new").status_code == 200


# --- replayed, repeated, late ------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["own", "ghost"])
@pytest.mark.parametrize("minutes", [-6, 6])
def test_what_was_signed_long_ago_or_will_be_is_refused(send, kind, minutes):
    make_service(kind)
    assert send(kind, BEGINS[kind], signed_at=NOW + timedelta(minutes=minutes)).status_code == 404
    assert Service.objects.get().refused_because == "time"


@pytest.mark.parametrize("kind", KINDS)
def test_the_very_same_again_changes_nothing(send, kind):
    make_service(kind)
    send(kind, BEGINS[kind])
    send(kind, ENDS[kind], at=NOW + timedelta(seconds=60), event="members:pledge:delete")
    before = state()
    again = send(kind, BEGINS[kind], at=NOW + timedelta(seconds=120), signed_at=NOW)
    assert (again.status_code, again.json()) == (200, {"outcome": "begun", "repeated": True})
    assert state() == before
    assert sorted(Delivery.objects.values_list("repeats", flat=True)) == [0, 1]


def test_an_event_of_patreon_cannot_be_sent_again_under_another_name(send):
    """The name of the event is not signed there."""
    make_service("patreon")
    send("patreon", patreon(), event="members:pledge:create")
    assert send("patreon", patreon(), event="members:pledge:delete").json()["repeated"]
    assert Supporter.objects.get().until is None


def test_an_event_of_patreon_is_known_again_after_any_time(send):
    make_service("patreon")
    send("patreon", patreon())
    send("patreon", ENDS["patreon"], event="members:pledge:delete", at=NOW + timedelta(days=1))
    with time_machine.travel(NOW + timedelta(days=40), tick=False):
        clean.func()
    assert send("patreon", patreon(), at=NOW + timedelta(days=41)).json()["repeated"]
    assert Supporter.objects.get().until == date(2026, 3, 2)


@pytest.mark.parametrize("kind", ["own", "ghost"])
def test_a_beginning_that_comes_after_the_end_changes_nothing(send, kind):
    """Neither where the supporter is known, nor where the end came before anything else."""
    make_service(kind)
    send(kind, ENDS[kind], at=NOW + timedelta(minutes=2))
    late = send(kind, BEGINS[kind], at=NOW + timedelta(minutes=3), signed_at=NOW)
    assert late.json()["outcome"] == "late" and not Supporter.objects.exists()


@pytest.mark.parametrize("kind", ["own", "ghost"])
def test_an_older_change_does_not_undo_a_newer_one(send, kind):
    make_service(kind)
    newer = {"own": own("changed", number="evt-3", at="2026-03-01T11:00:00Z", name="New"), "ghost": ghost(name="New")}
    older = {"own": own("changed", number="evt-2", at="2026-03-01T10:30:00Z", name="Old"), "ghost": ghost(name="Old")}
    send(kind, BEGINS[kind], signed_at=NOW - timedelta(minutes=4))
    send(kind, newer[kind])
    assert send(kind, older[kind], signed_at=NOW - timedelta(minutes=2)).json()["outcome"] == "late"
    assert Supporter.objects.get().name == "New"


def test_a_repeat_with_another_body_under_the_same_number_changes_nothing(send):
    make_service("own")
    send("own", own())
    assert send("own", own(name="Another")).json()["repeated"]
    assert Supporter.objects.get().name == "Olha Bahan"


def test_who_returns_is_active_again(send):
    make_service("own")
    send("own", own())
    send("own", ENDS["own"])
    send("own", own(number="evt-3", at="2026-04-01T10:00:00Z"))
    supporter = Supporter.objects.get()
    assert (supporter.since, supporter.until) == (date(2026, 3, 1), None)


# --- hostile and broken ------------------------------------------------------------------------

BROKEN = {
    "own": [
        b"", b"{", b"[]", b"null", b"[" * 50_000, encode({"event": "begun"}), encode(own(email="none")),
        encode(own(number="")), encode(own("other")), encode(own(at="yesterday")), encode(own(at="2026-03-01T10:00:00")),
        encode(own(since="2026-02-31")), encode(own(named="yes")), encode(own(name="x" * 121)), encode(own(language="xx")),
        encode(own(email=["a@b.example"])), encode(own(name="a\0b")),
    ],
    "ghost": [b"[]", encode({"member": []}), encode(ghost(email=None)), encode(ghost(tiers={})), encode({})],
    "patreon": [b"1", encode({"data": []}), encode(patreon(email="none")), encode({"data": {"attributes": []}})],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "body"), [(kind, body) for kind, bodies in BROKEN.items() for body in bodies])
def test_what_makes_no_sense_is_refused_and_changes_nothing(send, kind, body):
    make_service(kind)
    before = state()
    answer = send(kind, None, body=body)
    outcomes = set(Delivery.objects.values_list("outcome", flat=True))
    assert (answer.status_code, outcomes) in ((400, {"refused"}), (200, {"ignored"}))
    assert state() == before
    assert send(kind, None, body=body).status_code == answer.status_code


def test_it_is_a_door_for_posts_that_are_not_too_large(client, send):
    make_service("own")
    assert client.get("/webhooks/support/own/").status_code == 405
    assert send("own", None, body=b" " * (hearing.MOST + 1)).status_code == 413


def test_a_sender_who_does_not_stop_is_held_up(send, monkeypatch):
    make_service("own")
    monkeypatch.setattr(hearing, "LIMITS", ((2, timedelta(minutes=5)),))
    answers = [send("own", own(number=str(number)), at=NOW + timedelta(seconds=number)) for number in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[-1]["Retry-After"]) == 300
    assert Sending.objects.count() == 2


def test_deliveries_are_kept_for_thirty_days(send):
    make_service("own")
    send("own", own())
    with time_machine.travel(NOW + timedelta(days=29), tick=False):
        assert clean.func() == 0
    with time_machine.travel(NOW + timedelta(days=31), tick=False):
        assert clean.func() == 1
    assert not Delivery.objects.exists() and Supporter.objects.exists()
