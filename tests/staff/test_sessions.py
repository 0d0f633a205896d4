"""Who is suspended, or gets a new password, is signed out of every browser at once."""

import pytest
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import UpdateError
from django.test import Client

from staff import people
from staff.models import Session
from staff.sessions import SessionStore
from tests.cast import PASSWORD


@pytest.fixture
def browsers(rita):
    """Two browsers in which Rita has signed in."""
    browsers = [Client(), Client()]
    for browser in browsers:
        browser.post("/admin/login/", {"username": "rita", "password": PASSWORD})
        assert browser.get("/admin/").status_code == 200
    return browsers


def test_a_session_knows_whose_it_is(browsers, rita):
    assert rita.sessions.count() == 2


def test_suspending_ends_every_session_of_the_person_and_nobody_elses(browsers, rita, ada, client):
    client.force_login(ada)
    rita.is_active = False
    people.save(rita, roles=["reporter"], by=ada)
    assert not rita.sessions.exists()
    for browser in browsers:
        assert browser.get("/admin/")["Location"].startswith("/admin/login/")
        assert browser.post("/admin/password_change/", {})["Location"].startswith("/admin/login/")
    assert client.get("/admin/").status_code == 200


def test_who_is_let_in_again_has_to_sign_in_anew(browsers, rita, ada):
    for is_active in (False, True):
        rita.is_active = is_active
        people.save(rita, roles=["reporter"], by=ada)
    assert [browser.get("/admin/").status_code for browser in browsers] == [302, 302]
    browsers[0].post("/admin/login/", {"username": "rita", "password": PASSWORD})
    assert browsers[0].get("/admin/").status_code == 200


def test_a_request_that_was_under_way_does_not_bring_an_ended_session_back(rita, ada):
    session = SessionStore()
    session[SESSION_KEY] = str(rita.pk)
    session.create()
    rita.is_active = False
    people.save(rita, roles=["reporter"], by=ada)
    session["late"] = True
    with pytest.raises(UpdateError):
        session.save()
    assert not Session.objects.exists()


def test_a_new_password_ends_the_sessions_too(browsers, rita, ada):
    people.password_was_set(rita, by=ada)
    assert not rita.sessions.exists()
