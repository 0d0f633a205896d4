"""The form of the one outlet."""

import pytest
from django.urls import reverse

from outlet.models import Outlet

LIST = "/admin/outlet/outlet/"
NEW = "/admin/outlet/outlet/add/"
TEXTS = {"texts-INITIAL_FORMS": 0, "texts-TOTAL_FORMS": 1, "texts-0-language": "en", "texts-0-name": "The Lantern"}


@pytest.fixture
def desk(client, ada):
    """Ada's browser."""
    client.force_login(ada)
    return client


def test_the_list_leads_to_an_empty_form_first_and_to_the_outlet_then(desk):
    assert desk.get(LIST)["Location"] == NEW
    desk.post(NEW, TEXTS | {"time_zone": "Europe/Lisbon", "silent_changes": "reason"})
    outlet = Outlet.objects.get()
    assert (str(outlet), outlet.time_zone, outlet.first_language) == ("The Lantern", "Europe/Lisbon", "en")
    assert desk.get(LIST)["Location"] == reverse("admin:outlet_outlet_change", args=[outlet.pk])


def test_a_second_outlet_cannot_be_added(desk, outlet):
    assert desk.get(NEW).status_code == 403


def test_the_outlet_cannot_be_deleted(desk, outlet):
    assert desk.post(reverse("admin:outlet_outlet_delete", args=[outlet.pk]), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("name", ["rita", "edna"])
def test_only_administrators_get_to_the_outlet(client, request, name, outlet):
    client.force_login(request.getfixturevalue(name))
    for address in (LIST, reverse("admin:outlet_outlet_change", args=[outlet.pk])):
        assert client.get(address).status_code == 403


def test_time_zones_are_chosen_from_a_list(desk, outlet):
    page = desk.get(reverse("admin:outlet_outlet_change", args=[outlet.pk])).content.decode()
    assert '<option value="Europe/Kyiv" selected>' in page


def test_the_first_language_cannot_be_changed(desk, outlet):
    text = outlet.texts.get()
    sent = TEXTS | {"texts-INITIAL_FORMS": 1, "texts-0-id": text.pk, "texts-0-outlet": outlet.pk}
    sent |= {
        "time_zone": "Europe/Kyiv",
        "silent_changes": "reason",
        "first_language": "uk",
        "singleton": "",
        "texts-0-name": "The Lamp",
    }
    desk.post(reverse("admin:outlet_outlet_change", args=[outlet.pk]), sent)
    outlet.refresh_from_db()
    assert (outlet.first_language, outlet.texts.get().name) == ("en", "The Lamp")


@pytest.mark.parametrize("second", ["en", "pl"])
def test_a_language_is_written_once_and_is_one_of_the_paper(desk, second):
    texts = TEXTS | {"texts-TOTAL_FORMS": 2, "texts-1-language": second, "texts-1-name": "The Other"}
    answer = desk.post(NEW, texts | {"time_zone": "Europe/Kyiv", "silent_changes": "reason"})
    assert answer.status_code == 200
    assert "The Other" in answer.content.decode()
    assert not Outlet.objects.exists()


def test_an_outlet_needs_a_name(desk):
    answer = desk.post(
        NEW, {"texts-INITIAL_FORMS": 0, "texts-TOTAL_FORMS": 0, "time_zone": "Europe/Kyiv", "silent_changes": "reason"}
    )
    assert answer.status_code == 200
    assert not Outlet.objects.exists()
