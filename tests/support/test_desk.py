"""Supporters, tiers and services are looked after at the desk."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from jobs.models import Message
from support.models import Delivery, LastEvent, Outcome, Service, SignInLink, Supporter, Tier
from support.supporters import keeping
from tests.desk.browser import form_data
from tests.support.people import SECRET, log, make_service, make_supporter, make_tier

LIST, ADD = reverse("admin:support_supporter_changelist"), reverse("admin:support_supporter_add")

pytestmark = pytest.mark.usefixtures("outlet")


@pytest.fixture
def desk(client, chris):
    client.force_login(chris)
    return client


def change(client, thing, **fields):
    path = reverse(f"admin:support_{thing._meta.model_name}_change", args=[thing.pk])
    return client.post(path, form_data(client.get(path)) | fields)


def found(client, query):
    return {supporter.name for supporter in client.get(LIST + query).context["cl"].result_list}


# --- supporters --------------------------------------------------------------------------------


def test_a_supporter_is_added_changed_and_forgotten(desk, chris):
    tier = make_tier()
    data = {
        "name": "Olha  Bahan",
        "email": "olha@home.example",
        "tier": tier.pk,
        "since": "2026-03-01",
        "language": "uk",
    }
    desk.post(ADD, data | {"is_named": "on"})
    olha = Supporter.objects.get()
    assert (olha.name, olha.is_named) == ("Olha Bahan", True)
    change(desk, olha, until="2026-12-31")
    SignInLink.objects.create(supporter=olha)
    LastEvent.objects.create(service=make_service(), who=keeping.who(olha.email), at=timezone.now())
    desk.post(reverse("admin:support_supporter_delete", args=[olha.pk]), {"post": "yes"})
    assert not Supporter.objects.exists() and not SignInLink.objects.exists() and not LastEvent.objects.exists()
    entries = list(log())
    assert [entry.verb for entry in entries] == ["supporter-add", "supporter-change", "supporter-forget"]
    assert entries[1].details == {"fields": ["until"]} and {entry.by for entry in entries} == {chris}
    assert "Olha" not in str(list(log().values())) and "olha" not in str(list(log().values()))
    assert not LogEntry.objects.exists()
    assert Message.objects.filter(topic="purge").count() == 3


def test_saving_without_a_change_writes_nothing(desk):
    olha = make_supporter()
    change(desk, olha)
    assert not log().exists()


def test_an_address_stands_once_whatever_its_case(desk):
    make_supporter()
    answer = desk.post(
        ADD, {"email": "OLHA@home.example", "tier": make_tier().pk, "since": "2026-03-01", "language": "en"}
    )
    assert "There is a supporter with this address." in answer.content.decode()


def test_a_last_day_before_the_first_is_refused_in_words(desk):
    answer = change(desk, make_supporter(), until="2020-01-01")
    assert "The last day lies before the first." in answer.content.decode()


def test_a_new_address_ends_links_that_went_to_the_old_one(desk):
    olha = make_supporter()
    SignInLink.objects.create(supporter=olha)
    change(desk, olha, email="new@home.example")
    assert not SignInLink.objects.exists()


def test_the_list_is_searched_and_narrowed(desk):
    today = timezone.localdate()
    make_supporter("Ольга Баган", "olha@home.example", is_named=True)
    make_supporter("Petro", "petro@work.example", until=today - timedelta(days=3), tier=make_tier("patron"))
    make_supporter("Later", "later@home.example", since=today + timedelta(days=3))
    assert found(desk, "?q=ольга") == {"Ольга Баган"}
    assert found(desk, "?q=work.example") == {"Petro"}
    assert found(desk, "?state=active") == {"Ольга Баган"}
    assert found(desk, "?state=ended") == {"Petro"}
    assert found(desk, "?state=ahead") == {"Later"}
    assert found(desk, "?tier=patron") == {"Petro"}
    assert found(desk, "?is_named__exact=1") == {"Ольга Баган"}


def test_an_empty_list_says_what_to_do(desk):
    assert "Add them by hand, import a list" in desk.get(LIST).content.decode()


def test_the_list_costs_the_same_however_long(desk):
    def cost():
        with CaptureQueriesContext(connection) as captured:
            desk.get(LIST)
        return len(captured)

    make_supporter("First", "first@home.example")
    desk.get(LIST)
    few = cost()
    for number in range(12):
        make_supporter(f"P{number}", f"p{number}@home.example", tier=make_tier(f"tier-{number % 4}"))
    assert cost() == few <= 12


def test_the_history_of_a_supporter_is_what_the_log_says(desk):
    olha = make_supporter()
    change(desk, olha, until="2030-12-31")
    page = desk.get(reverse("admin:support_supporter_history", args=[olha.pk])).content.decode()
    assert "changed a supporter" in page


# --- tiers -------------------------------------------------------------------------------------


def test_a_tier_has_words_in_each_language_and_purges_the_page_of_thanks(desk):
    path = reverse("admin:support_tier_add")
    data = form_data(desk.get(path)) | {"key": "patron", "weight": "3", "order": "0"}
    desk.post(path, data | {"texts-0-name": "Patrons", "texts-1-name": "Меценати", "texts-1-thanks": "Дякуємо."})
    tier = Tier.objects.get()
    assert (tier.weight, sorted(tier.texts.values_list("language", "name"))) == (
        3,
        [("en", "Patrons"), ("uk", "Меценати")],
    )
    assert Message.objects.get().payload == {"keys": ["supporters"]} and log().get().verb == "tier-change"


def test_a_tier_needs_a_name(desk):
    path = reverse("admin:support_tier_add")
    desk.post(path, form_data(desk.get(path)) | {"key": "patron", "weight": "1", "order": "0"})
    assert not Tier.objects.exists()


def test_a_tier_with_supporters_is_not_removed(desk):
    olha = make_supporter()
    path = reverse("admin:support_tier_delete", args=[olha.tier_id])
    assert "cannot be deleted" in desk.get(path).content.decode()
    desk.post(path, {"post": "yes"})
    assert Tier.objects.exists() and not log().filter(verb="tier-remove").exists()
    empty = make_tier("empty")
    desk.post(reverse("admin:support_tier_delete", args=[empty.pk]), {"post": "yes"})
    assert not Tier.objects.filter(key="empty").exists() and log().get().verb == "tier-remove"


# --- services ----------------------------------------------------------------------------------


@pytest.fixture
def office(client, ada):
    client.force_login(ada)
    return client


def add_service(client, **fields):
    data = {"name": "Patreon", "kind": "own", "key": "patreon", "is_active": "on", "default_tier": make_tier().pk}
    return client.post(reverse("admin:support_service_add"), data | {"names": ""} | fields, follow=True)


def test_a_service_is_added_and_its_secret_shown_once(office):
    make_tier("patron")
    answer = add_service(office, names="Gold member = patron\n\nBasic=friend")
    service = Service.objects.get()
    assert sorted(service.tiers.values_list("name", "tier__key")) == [("Basic", "friend"), ("Gold member", "patron")]
    path = reverse("admin:support_service_secret", args=[service.pk])
    assert answer.redirect_chain[-1][0] == path
    shown = office.post(path, {"secret": ""})
    service.refresh_from_db()
    assert len(service.secret) > 30 and service.secret in shown.content.decode()
    assert "no-store" in shown["Cache-Control"] and "/webhooks/support/patreon/" in shown.content.decode()
    for address in (path, reverse("admin:support_service_change", args=[service.pk])):
        page = office.get(address).content.decode()
        assert service.secret not in page and service.masked in page
    assert service.secret not in str(list(log().values()))


def test_a_secret_of_the_service_is_pasted_and_the_one_before_kept(office):
    service = make_service("patreon")
    path = reverse("admin:support_service_secret", args=[service.pk])
    assert office.post(path, {"secret": ""}).status_code == 422
    shown = office.post(path, {"secret": "from-patreon-12345"})
    service.refresh_from_db()
    assert (service.secret, service.old_secret) == ("from-patreon-12345", SECRET)
    assert "from-patreon-12345" not in shown.content.decode() and "for another day" in shown.content.decode()


@pytest.mark.parametrize("names", ["Gold", "Gold = nothing", "= friend", "Gold = friend\nGold = friend"])
def test_names_of_tiers_that_lead_nowhere_are_refused_beside_the_field(office, names):
    answer = add_service(office, names=names)
    assert answer.context["adminform"].form.errors["names"] and not Service.objects.exists()
    assert "Gold" in answer.content.decode() or "= friend" in answer.content.decode()


def test_a_service_is_removed_and_its_supporters_stay(office):
    service, olha = make_service(), make_supporter()
    Delivery.objects.create(service=service, digest="x", outcome=Outcome.BEGUN, supporter=olha)
    office.post(reverse("admin:support_service_delete", args=[service.pk]), {"post": "yes"})
    assert not Service.objects.exists() and Supporter.objects.exists()
    assert log().get().verb == "service-remove"


def test_what_came_of_deliveries_is_listed(desk):
    olha, service = make_supporter(), make_service()
    Delivery.objects.create(service=service, digest="x", event="begun", outcome=Outcome.BEGUN, supporter=olha)
    Delivery.objects.create(service=service, digest="y", event="ended", outcome=Outcome.IGNORED, because="unknown")
    page = desk.get(reverse("admin:support_delivery_changelist")).content.decode()
    assert "Supporter added" in page and "Olha Bahan" in page and "nobody here has this address" in page
    assert (
        desk.get(reverse("admin:support_delivery_changelist") + "?outcome__exact=begun").context["cl"].result_count == 1
    )


def test_a_chief_editor_sees_deliveries_and_no_secrets(desk):
    service = make_service()
    for name in ("change", "secret"):
        assert desk.get(reverse(f"admin:support_service_{name}", args=[service.pk])).status_code == 403
