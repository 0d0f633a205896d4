"""Signing in, failing to, and signing out stand in the log."""

import logging

from activity.models import Entry
from tests.cast import PASSWORD


def sign_in(client, name, password):
    return client.post("/admin/login/", {"username": name, "password": password})


def test_signing_in_and_out_stand_in_the_log(client, rita):
    sign_in(client, "rita", PASSWORD)
    client.post("/admin/logout/")
    assert [(entry.verb, entry.by) for entry in Entry.objects.about(rita)] == [("sign-out", rita), ("sign-in", rita)]


def test_a_wrong_password_stands_in_the_log_without_the_password(client, rita):
    sign_in(client, "rita", "hunter2 hunter2")
    (entry,) = Entry.objects.about(rita)
    assert (entry.verb, entry.by) == ("sign-in-fail", None)
    assert "hunter2" not in repr(vars(entry))


def test_what_is_nobodys_name_is_not_kept_for_it_may_be_a_password(client, rita, caplog):
    with caplog.at_level(logging.DEBUG, logger="staff"):
        sign_in(client, "hunter2 hunter2", "x")
    assert not Entry.objects.exists()
    assert "hunter2" not in caplog.text


def test_signing_out_twice_is_no_error(client, rita):
    client.force_login(rita)
    client.post("/admin/logout/")
    client.post("/admin/logout/")
    assert Entry.objects.filter(verb="sign-out").count() == 1
