"""Who may place ads, and what is taken: every role, by the form and past it."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.urls import reverse

from activity.models import Entry
from ads import actions
from ads.models import Ad, Notice, Snippet
from articles.models import Section
from articles.refusals import NotAllowed
from jobs.models import Message
from tests.ads.placed import HOST, PROVIDERS, notice, own, snippet
from tests.cast import make_picture, make_section, make_user
from tests.desk.browser import form_data

ROLES = ("reporter", "picture_editor", "editor", "chief_editor", "administrator")
COMMON = {
    "place": "end",
    "paragraph": "4",
    "language": "en",
    "begins": "2026-05-01T08:00",
    "weight": "1",
    "is_on": "on",
}
COMMON |= {"advertiser": "Acme", "label": "ad"}
SNIPPET = COMMON | {"provider": "acme", "script": f"{HOST}/show.js", "element": "ins", "height": "250"}
pytestmark = pytest.mark.usefixtures("outlet", "media")


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.AD_PROVIDERS = PROVIDERS


@pytest.fixture
def person(db):
    return lambda role: make_user(f"one-{role}", role)


def send(client, name, data, *args):
    return client.post(reverse(f"admin:ads_{name}", args=args), data)


def errors(answer):
    assert answer.status_code == 200
    return answer.context["adminform"].form.errors


@pytest.mark.parametrize("role", ROLES)
def test_a_snippet_is_saved_by_who_has_the_right_and_by_nobody_else(client, person, role):
    client.force_login(person(role))
    ad = own()
    stored = snippet(advertiser="Stored")
    answer = send(client, "snippet_add", SNIPPET)
    forged = SNIPPET | {"image": ad.image_id, "alt_text": "x", "link": "https://x.example/"}
    send(client, "ad_add", forged)
    send(client, "ad_change", forged, ad.pk)
    send(client, "ad_change", forged, stored.pk)
    send(client, "snippet_change", SNIPPET | {"advertiser": "Forged"}, stored.pk)
    send(client, "snippet_change", SNIPPET, ad.pk)
    send(client, "snippet_delete", {"post": "yes"}, ad.pk)
    made = Snippet.objects.exclude(pk=stored.pk)
    if role == "administrator":
        assert answer.status_code == 302 and made.get().script == f"{HOST}/show.js"
        assert Snippet.objects.get(pk=stored.pk).advertiser == "Forged"
    else:
        assert answer.status_code == 403 and not made.exists()
        assert Snippet.objects.get(pk=stored.pk).advertiser == "Stored"
    assert Ad.objects.get(pk=ad.pk).provider == "" and not Ad.objects.filter(provider="", image=None).exists()


def test_whoever_may_place_own_ads_may_not_place_snippets_for_that(client, person):
    """A role of a newspaper's own making; the right to own ads is another one."""
    user = person("editor")
    for word in ("add", "change", "delete", "view"):
        permission = Permission.objects.get(content_type__app_label="ads", codename=f"{word}_ad")
        Group.objects.get(name="editor").permissions.add(permission)
    client.force_login(user)
    stored, ad = snippet(), own()
    answer = send(client, "ad_add", SNIPPET | {"image": ad.image_id, "alt_text": "x", "link": "https://x.example/"})
    assert answer.status_code == 302 and Ad.objects.first().provider == ""
    assert send(client, "snippet_add", SNIPPET).status_code == 403
    assert send(client, "ad_change", SNIPPET, stored.pk).status_code == 302  # there is no such ad
    with pytest.raises(NotAllowed):
        actions.save(Ad(provider="acme", advertiser="Acme", script=f"{HOST}/show.js"), by=user)
    stored.provider, stored.image, stored.link = "", ad.image, "https://x.example/"
    with pytest.raises(NotAllowed):
        actions.save(stored, by=user)
    with pytest.raises(NotAllowed):
        actions.remove(Ad.objects.get(pk=stored.pk), by=user)
    assert Snippet.objects.get() == Snippet.objects.get(pk=stored.pk)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("provider", "other"),
        ("provider", ""),
        ("script", "https://evil.example/x.js"),
        ("script", "javascript:alert(1)"),
        ("script", ""),
        ("frame", f"{HOST}/not-for-frames"),
        ("attributes", "onclick=alert(1)"),
        ("attributes", "data-script=https://evil.example/"),
        ("attributes", "data-a=1 onclick=alert(1)\nstyle=x"),
        ("element", "script"),
        ("height", "9999"),
        ("ends", "2026-04-01T08:00"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(client, ada, field, value):
    client.force_login(ada)
    answer = send(client, "snippet_add", SNIPPET | {field: value})
    assert errors(answer) and (field in errors(answer) or "__all__" in errors(answer))
    assert value in answer.context["adminform"].form[field].value() or value == ""
    assert not Snippet.objects.exists()


def test_an_own_ad_needs_a_picture_that_is_not_too_high_words_and_a_link(client, ada):
    client.force_login(ada)
    ad = own()
    high = {"image": str(make_picture("navy", (300, 600)).pk), "alt_text": "Bread", "link": "https://bakery.example/"}
    assert set(errors(send(client, "ad_add", COMMON))) == {"image", "alt_text", "link"}
    assert set(errors(send(client, "ad_add", COMMON | high))) == {"image"}
    answer = send(client, "ad_add", COMMON | high | {"image": str(ad.image_id)})
    assert answer.status_code == 302 and Ad.objects.count() == 2


def test_the_form_takes_what_it_shows_in_the_time_of_the_outlet(client, ada):
    client.force_login(ada)
    section = make_section()
    ad = own(begins="2026-05-01T05:00:00+00:00", ends="2026-05-31T05:00:00+00:00")
    page = client.get(reverse("admin:ads_ad_change", args=[ad.pk]))
    data = form_data(page) | {"sections": [str(section.pk)]}
    assert 'value="2026-05-01T08:00"' in page.content.decode()
    data |= {"begins": "2026-05-01T08:00", "ends": "2026-05-31T08:00"}
    assert send(client, "ad_change", data, ad.pk).status_code == 302
    now = Ad.objects.get(pk=ad.pk)
    assert now.begins.isoformat() == "2026-05-01T05:00:00+00:00" and list(now.sections.all()) == [Section.objects.get()]


def test_a_change_stands_in_the_log_and_caches_forget_all_pages(client, ada):
    client.force_login(ada)
    ad = own()
    notice()
    data = form_data(client.get(reverse("admin:ads_ad_change", args=[ad.pk]))) | {
        "begins": COMMON["begins"],
        "sections": [],
    }
    send(client, "ad_change", data, ad.pk)
    send(client, "ad_delete", {"post": "yes"}, ad.pk)
    words = client.get(reverse("admin:ads_notice_change", args=[Notice.objects.get().pk]))
    data = form_data(words) | {"texts-0-words": "Please let our ads through."}
    assert send(client, "notice_change", data, Notice.objects.get().pk).status_code == 302
    assert Notice.objects.get().texts.get(language="en").words == "Please let our ads through."
    verbs = Entry.objects.filter(verb__startswith="ad-").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["ad-change", "ad-remove", "ad-notice"]
    purged = [message.payload["keys"] for message in Message.objects.filter(topic="purge")]
    assert purged[-3:] == [["site"]] * 3 and not Ad.objects.exists()


def test_the_demo_and_other_programs_save_by_the_same_rules(ada):
    ad = own()
    fresh = Ad(advertiser="Dawn bakery", image=ad.image, alt_text="Bread", link="https://bakery.example/")
    assert actions.save(fresh, by=ada).pk
    with pytest.raises(ValidationError):
        actions.save(Ad(advertiser="Nobody"), by=ada)
