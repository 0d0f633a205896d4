"""The screens of ads: a list with counts, a form with a chart, and the words to readers with a blocker."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from ads import counts
from ads.models import AdDay, Notice
from tests.ads.placed import PROVIDERS, notice, own, snippet

LIST = reverse("admin:ads_ad_changelist")


@pytest.fixture(autouse=True)
def desk(client, outlet, ada, settings, tmp_path):
    settings.MEDIA_ROOT, settings.AD_PROVIDERS = tmp_path, PROVIDERS
    client.force_login(ada)


def shown(client, query=""):
    return [ad.advertiser for ad in client.get(LIST + query).context["cl"].result_list]


def test_the_list_tells_how_often_each_was_seen_and_pressed(client):
    ad = own()
    for back, seen, pressed in ((0, 300, 2), (1, 100, 4)):
        AdDay.objects.create(ad=ad, date=timezone.localdate() - timedelta(days=back), shown=seen, pressed=pressed)
    (row,) = client.get(LIST).context["cl"].result_list
    assert (row.shown_sum, row.pressed_sum) == (400, 6)
    assert "1.5 %" in client.get(LIST).content.decode()


def test_it_narrows_by_what_readers_have(client):
    now, day = timezone.now(), timedelta(days=1)
    own(advertiser="Running")
    own(advertiser="Ahead", begins=now + day)
    own(advertiser="Ended", begins=now - 2 * day, ends=now - day)
    own(advertiser="Off", is_on=False)
    assert {name: shown(client, f"?state={name.lower()}") for name in ("Running", "Ahead", "Ended", "Off")} == {
        name: [name] for name in ("Running", "Ahead", "Ended", "Off")
    }
    assert len(shown(client)) == 4


def test_own_ads_and_snippets_stand_apart(client):
    own(advertiser="Bakery")
    other = snippet(advertiser="Acme")
    assert shown(client) == ["Bakery"]
    page = client.get(reverse("admin:ads_snippet_changelist"))
    assert [row.pk for row in page.context["cl"].result_list] == [other.pk]


def test_the_list_leads_to_the_other_screens_and_stands_for_them_in_the_menu(client):
    html = client.get(LIST).content.decode()
    for screen in ("snippet", "notice"):
        assert html.count(reverse(f"admin:ads_{screen}_changelist")) == 1
    assert LIST in client.get(reverse("admin:ads_snippet_changelist")).content.decode().partition("list-head")[2]


def test_more_rows_ask_no_more_queries(client, django_assert_max_num_queries):
    for number in range(5):
        own(advertiser=f"Number {number}")
    with django_assert_max_num_queries(12):
        client.get(LIST)


def test_the_chart_draws_the_days_and_a_table_says_the_same(client):
    ad = own()
    today = timezone.localdate()
    AdDay.objects.create(ad=ad, date=today, shown=50, pressed=5)
    AdDay.objects.create(ad=ad, date=today - timedelta(days=90), shown=150, pressed=1)
    sums = counts.of(ad, today)
    assert (sums.shown, sums.pressed, sums.rate) == (200, 6, 3.0)
    assert (sums.bars[-1].shown_height, sums.bars[-1].pressed_height, len(sums.bars)) == (100, 10, 30)
    html = client.get(reverse("admin:ads_ad_change", args=[ad.pk])).content.decode()
    assert html.count('<rect class="counts-all"') == 30 and "<td>50</td><td>5</td>" in html


def test_a_chief_editor_reads_and_changes_nothing(client, chris):
    client.force_login(chris)
    numbers = {"ad": own().pk, "snippet": snippet().pk, "notice": notice().pk}
    for model, number in numbers.items():
        page = client.get(reverse(f"admin:ads_{model}_change", args=[number]))
        assert page.status_code == 200 and 'name="_save"' not in page.content.decode()
        assert client.post(reverse(f"admin:ads_{model}_change", args=[number]), {}).status_code == 403


def test_there_is_one_notice_and_its_door_leads_to_it(client, chris):
    door = reverse("admin:ads_notice_changelist")
    assert client.get(door)["Location"] == reverse("admin:ads_notice_add")
    data = {"texts-TOTAL_FORMS": "2", "texts-INITIAL_FORMS": "0", "texts-0-language": "en", "texts-1-language": "uk"}
    data |= {"texts-0-words": "Ads pay for our reporters.", "texts-1-words": "Реклама оплачує наших репортерів."}
    assert client.post(reverse("admin:ads_notice_add"), data).status_code == 302
    row = Notice.objects.get()
    assert row.texts.count() == 2
    assert client.get(door)["Location"] == reverse("admin:ads_notice_change", args=[row.pk])
    assert client.get(reverse("admin:ads_notice_add")).status_code == 403
    row.delete()
    client.force_login(chris)
    assert client.get(door).status_code == 200


def test_markup_is_text_here_too(client):
    evil = "<script>alert(1)</script>"
    ad = own(advertiser=evil, link=f"https://x.example/{evil}", alt_text=evil)
    other = snippet(advertiser=evil, attributes=f"data-x={evil}", element_class=evil)
    notice(en=evil)
    for address in (
        LIST,
        reverse("admin:ads_ad_change", args=[ad.pk]),
        reverse("admin:ads_snippet_changelist"),
        reverse("admin:ads_snippet_change", args=[other.pk]),
        reverse("admin:ads_notice_change", args=[Notice.objects.get().pk]),
    ):
        html = client.get(address).content.decode()
        assert "<script>alert" not in html and "&lt;script&gt;alert" in html, address
