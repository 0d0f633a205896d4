"""The log at the desk."""

import pytest
from django.urls import reverse

from activity.models import Entry, record
from staff.models import User
from tests.cast import PASSWORD

LIST = "/admin/activity/entry/"


@pytest.fixture
def entry(rita, ada):
    return record(rita, "role-change", by=ada, note="Rita takes over the city pages")


def test_an_editor_reads_who_did_what_and_why(client, edna, entry):
    client.force_login(edna)
    page = client.get(LIST).content.decode()
    for words in ("Ada", "changed roles", "Rita", "takes over the city pages"):
        assert words in page
    assert client.get(reverse("admin:activity_entry_change", args=[entry.pk])).status_code == 200


def test_a_reporter_does_not_see_the_log(client, rita, entry):
    client.force_login(rita)
    assert client.get(LIST).status_code == 403


def test_the_log_is_narrowed_by_verb_and_by_the_beginning_of_a_name(client, edna, entry, sam):
    client.force_login(edna)
    record(sam, "suspend", by=edna)
    found = client.get(LIST, {"verb": "suspend"}).context["cl"].queryset
    assert [row.subject_name for row in found] == ["Sam"]
    found = client.get(LIST, {"q": "rit"}).context["cl"].queryset
    assert [row.subject_name for row in found] == ["Rita"]


def test_nobody_adds_changes_or_deletes_an_entry_not_even_a_superuser(client, entry):
    client.force_login(User.objects.create_superuser("root", "", PASSWORD))
    change, delete = (reverse(f"admin:activity_entry_{page}", args=[entry.pk]) for page in ("change", "delete"))
    for address in ("/admin/activity/entry/add/", change, delete):
        assert client.post(address, {"note": "never happened", "post": "yes"}).status_code == 403
    client.post(LIST, {"action": "delete_selected", "_selected_action": [entry.pk], "post": "yes"})
    assert Entry.objects.get(pk=entry.pk).note == "Rita takes over the city pages"
