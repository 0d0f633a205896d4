"""The log is added to and read, nothing else."""

import pytest
from django.db import transaction
from django.db.models import ProtectedError

from activity.models import AppendOnly, Entry, record


@pytest.fixture
def entry(rita, edna):
    return record(rita, "role-change", by=edna, note="Edna is on leave", before=[], after=["editor"])


def test_an_entry_says_who_did_what_to_what_and_why(entry, rita, edna):
    stored = Entry.objects.get()
    assert (stored.by, stored.verb, stored.subject_name, stored.note) == (edna, "role-change", "Rita", entry.note)
    assert stored.details == {"before": [], "after": ["editor"]}
    assert list(Entry.objects.about(rita)) == [entry]
    assert not Entry.objects.about(edna).exists()


def test_newer_entries_come_first(rita):
    entries = [record(rita, verb, by=None) for verb in ("sign-in", "sign-out")]
    assert list(Entry.objects.all()) == entries[::-1]


def test_what_the_thing_is_called_now_does_not_change_what_the_log_says(entry, rita):
    rita.first_name = "Margarita"
    rita.save()
    assert Entry.objects.get().subject_name == "Rita"


@pytest.mark.parametrize(
    "tamper",
    [
        lambda entry: entry.save(),
        lambda entry: entry.delete(),
        lambda entry: Entry.objects.update(note="never happened"),
        lambda entry: Entry.objects.filter(pk=entry.pk).delete(),
        lambda entry: Entry.objects.bulk_update([entry], ["note"]),
        lambda entry: Entry.objects.update_or_create(pk=entry.pk, defaults={"note": "never happened"}),
    ],
    ids=["save", "delete", "update", "delete-many", "bulk-update", "update-or-create"],
)
def test_an_entry_can_be_neither_changed_nor_removed(entry, tamper):
    with pytest.raises(AppendOnly), transaction.atomic():
        tamper(entry)
    assert Entry.objects.get().note == "Edna is on leave"


def test_whoever_stands_in_the_log_cannot_be_deleted(entry, edna):
    with pytest.raises(ProtectedError):
        edna.delete()
