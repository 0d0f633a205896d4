"""Own ads are counted by day, whoever sees them; a press leads to the stored address and nowhere else."""

import pytest
from django.urls import reverse

from ads.models import AdDay
from tests.ads.placed import own, snippet

OURS = {"Sec-Fetch-Site": "same-origin"}
pytestmark = pytest.mark.usefixtures("outlet")


def press(client, ad, **options):
    return client.get(reverse("ads:go", args=[ad.pk]), **{"headers": OURS} | options)


def see(client, ad, headers=OURS):
    return client.post(reverse("ads:seen", args=[ad.pk]), headers=headers)


def counts():
    return list(AdDay.objects.order_by("date").values_list("shown", "pressed"))


def test_what_is_seen_and_pressed_is_a_number_of_the_day_where_the_outlet_is(client, time_machine):
    ad = own()
    time_machine.move_to("2026-05-01T20:59:00+00:00", tick=False)
    see(client, ad)
    see(client, ad)
    time_machine.move_to("2026-05-01T21:01:00+00:00", tick=False)  # past midnight in Kyiv
    see(client, ad)
    press(client, ad)
    assert list(AdDay.objects.order_by("date").values_list("date__day", "shown", "pressed")) == [(1, 2, 0), (2, 1, 1)]


def test_nothing_is_kept_of_who_it_was(client):
    ad = own()
    answers = [see(client, ad), press(client, ad)]
    assert [answer.status_code for answer in answers] == [204, 302]
    assert all(answer["Cache-Control"] == "private, no-store" and not answer.cookies for answer in answers)
    assert {field.name for field in AdDay._meta.fields} == {"id", "ad", "date", "shown", "pressed"}


def test_a_press_leads_to_the_stored_address_whatever_is_asked(client):
    ad = own()
    for query in ({"next": "https://evil.example/"}, {"url": "//evil.example"}, {"link": "javascript:alert(1)"}):
        assert press(client, ad, data=query)["Location"] == "https://bakery.example/"


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "none"}, {"Origin": "https://evil.example"}, {},
     {"Referer": "http://127.0.0.1:8000.evil.example/"}, {"Origin": "null"}],
)  # fmt: skip
def test_other_sites_and_programs_count_nothing(client, headers):
    ad = own()
    assert see(client, ad, headers).status_code == 403
    assert press(client, ad, headers=headers)["Location"] == "https://bakery.example/"
    assert counts() == []


def test_an_older_browser_is_known_by_its_origin(client, settings):
    ad = own()
    see(client, ad, {"Origin": settings.SITE_URL})
    press(client, ad, headers={"Referer": f"{settings.SITE_URL}/uk/"})
    assert counts() == [(1, 1)]


def test_to_look_ahead_is_no_press(client):
    ad = own()
    press(client, ad, headers=OURS | {"Sec-Purpose": "prefetch"})
    assert client.head(reverse("ads:go", args=[ad.pk]), headers=OURS).status_code == 302
    assert client.get(reverse("ads:seen", args=[ad.pk]), headers=OURS).status_code == 405
    assert counts() == []


def test_what_is_switched_off_or_a_providers_or_not_there_leads_nowhere(client, settings):
    for number in (own(is_on=False).pk, snippet().pk, 99, 10**30):
        for answer in (client.get(f"/partners/{number}/go/"), client.post(f"/partners/{number}/seen/", headers=OURS)):
            assert answer.status_code == 404
    assert counts() == []
