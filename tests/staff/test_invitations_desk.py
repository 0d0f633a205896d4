"""Inviting at the desk, and what the invited person finds behind the link."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail as mailbox
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jobs import outbox
from staff import invitations, people
from staff.models import Invitation, User

PASSWORD = "bridges over the Dnipro"
LIST = reverse("admin:staff_user_changelist")
NEW = reverse("admin:staff_user_add")
NINA = {"first_name": "Nina", "last_name": "Petrenko", "email": "nina@paper.example", "roles": ["reporter"]}


@pytest.fixture
def desk(client, ada):
    """Ada's browser."""
    client.force_login(ada)
    return client


@pytest.fixture
def nina(desk):
    desk.post(NEW, NINA)
    return User.objects.get(email="nina@paper.example")


@pytest.fixture
def stranger():
    return Client()


def page_of(person):
    return reverse("admin:staff_user_change", args=[person.pk])


def buttons_of(person):
    return reverse("admin:staff_user_invitation", args=[person.pk])


def path_of(person):
    """Where the last letter leads, without the host."""
    return urlsplit(invitations.link(person.invitations.first())).path


def come(browser, person, first=PASSWORD, second=PASSWORD):
    return browser.post(path_of(person), {"new_password1": first, "new_password2": second})


def make_old(person):
    long_ago = timezone.now() - timedelta(hours=80)
    person.invitations.update(made_at=long_ago, until=long_ago + timedelta(hours=invitations.HOURS))


def test_a_person_with_a_name_an_address_and_a_role_is_written_to(desk):
    answer = desk.post(NEW, NINA, follow=True)
    assert "A letter with a link goes to nina@paper.example" in answer.content.decode()
    outbox.drain()
    assert [letter.to for letter in mailbox.outbox] == [["nina@paper.example"]]
    assert people.roles_of(User.objects.get(username="nina")) == ["reporter"]


@pytest.mark.parametrize("missing", ["email", "roles"])
def test_without_an_address_or_a_role_nobody_is_invited(desk, missing):
    answer = desk.post(NEW, {name: value for name, value in NINA.items() if name != missing})
    assert set(answer.context["adminform"].form.errors) == {missing}
    assert not Invitation.objects.exists()


def test_a_first_password_by_hand_sends_no_letter(desk):
    desk.post(NEW, NINA | {"username": "petrenko", "password1": PASSWORD, "password2": PASSWORD})
    assert User.objects.get(username="petrenko").check_password(PASSWORD)
    assert not Invitation.objects.exists()


def test_half_a_password_is_no_invitation(desk):
    answer = desk.post(NEW, NINA | {"username": "petrenko", "password1": PASSWORD})
    assert set(answer.context["adminform"].form.errors) == {"password2"}
    assert not User.objects.filter(username="petrenko").exists()


def test_the_invited_person_chooses_a_password_and_is_in(nina, stranger):
    page = stranger.get(path_of(nina)).content.decode()
    for words in ("Welcome, Nina", "Ada invites you", 'value="nina"'):
        assert words in page
    assert come(stranger, nina)["Location"] == reverse("admin:index")
    assert stranger.get(reverse("admin:index")).status_code == 200
    again = Client()
    again.post("/admin/login/", {"username": "nina", "password": PASSWORD})
    assert again.get(reverse("admin:index")).status_code == 200


def test_looking_at_the_link_uses_nothing_up(nina, stranger):
    for _time in range(3):
        assert stranger.head(path_of(nina)).status_code == stranger.get(path_of(nina)).status_code == 200
    assert come(stranger, nina).status_code == 302


@pytest.mark.parametrize(
    ("first", "second"), [("short", "short"), (PASSWORD, "something else"), ("password1234", "password1234")]
)
def test_a_password_that_will_not_do_is_refused_and_uses_nothing_up(nina, stranger, first, second):
    answer = come(stranger, nina, first, second)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    nina.refresh_from_db()
    assert not nina.has_usable_password()
    assert come(stranger, nina).status_code == 302


def test_a_link_that_was_used_says_so(nina, stranger):
    come(stranger, nina)
    for answer in (Client().get(path_of(nina)), come(Client(), nina, "another long password", "another long password")):
        assert answer.status_code == 410
        assert "has been used" in answer.content.decode()
    nina.refresh_from_db()
    assert nina.check_password(PASSWORD)


def test_a_link_that_ran_out_says_so(nina, stranger):
    make_old(nina)
    for answer in (stranger.get(path_of(nina)), come(stranger, nina)):
        assert answer.status_code == 410
        assert "has run out" in answer.content.decode()


def test_a_link_that_was_withdrawn_says_so(nina, desk, stranger):
    path = path_of(nina)
    desk.post(buttons_of(nina), {"do": "withdraw"})
    answer = stranger.get(path)
    assert answer.status_code == 410
    assert "has been withdrawn" in answer.content.decode()


def test_a_link_that_was_made_up_leads_nowhere(nina, stranger):
    answer = stranger.get(path_of(nina)[:-3] + "x/")
    assert answer.status_code == 404
    assert "no such invitation" in answer.content.decode()
    assert "Nina" not in answer.content.decode()


def test_the_page_is_kept_nowhere_and_tells_its_address_to_nobody(nina, stranger):
    answer = stranger.get(path_of(nina))
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert '<meta name="robots" content="noindex">' in answer.content.decode()


def test_the_form_cannot_be_sent_from_elsewhere(nina):
    browser = Client(enforce_csrf_checks=True)
    assert come(browser, nina).status_code == 403
    nina.refresh_from_db()
    assert not nina.has_usable_password()


def test_somebody_else_who_is_signed_in_there_is_told_and_signed_out(nina, rita):
    browser = Client()
    browser.force_login(rita)
    assert "Rita is signed in here now" in browser.get(path_of(nina)).content.decode()
    come(browser, nina)
    assert browser.get(reverse("admin:index")).context["user"] == nina


def test_the_list_says_who_was_invited_and_until_when(nina, desk):
    assert "invited, until" in desk.get(LIST).content.decode()
    make_old(nina)
    assert "invitation ran out" in desk.get(LIST).content.decode()
    desk.post(buttons_of(nina), {"do": "withdraw"})
    assert "not invited" in desk.get(LIST).content.decode()


@pytest.mark.parametrize(("state", "name"), [("in", "ada"), ("expected", "nina"), ("suspended", "rita")])
def test_the_list_can_be_narrowed_to_a_state(nina, desk, rita, state, name):
    User.objects.filter(pk=rita.pk).update(is_active=False)
    found = desk.get(LIST, {"state": state}).context["cl"].queryset
    assert [person.username for person in found] == [name]


def test_a_second_letter_is_sent_from_the_persons_page(nina, desk):
    make_old(nina)
    page = desk.get(page_of(nina)).content.decode()
    assert "Send the invitation again" in page
    assert buttons_of(nina) in page
    desk.post(buttons_of(nina), {"do": "send"})
    outbox.drain()
    assert [letter.to for letter in mailbox.outbox] == [["nina@paper.example"]]


def test_two_letters_at_once_are_refused_in_words(nina, desk):
    answer = desk.post(buttons_of(nina), {"do": "send"}, follow=True)
    assert "less than a minute ago" in answer.content.decode()
    assert Invitation.objects.count() == 1


def test_who_is_in_gets_no_letter(desk, rita):
    assert 'name="do"' not in desk.get(page_of(rita)).content.decode()
    desk.post(buttons_of(rita), {"do": "send"})
    assert not Invitation.objects.exists()


def test_nobody_but_an_administrator_sends_or_withdraws(nina, edna, rita):
    for person in (edna, rita):
        browser = Client()
        browser.force_login(person)
        for deed in ("send", "withdraw"):
            assert browser.post(buttons_of(nina), {"do": deed}).status_code == 403
        assert browser.post(NEW, NINA | {"email": "olha@paper.example"}).status_code == 403
    assert Invitation.objects.get().is_open(timezone.now())
    assert not User.objects.filter(email="olha@paper.example").exists()


def test_an_administrator_cannot_invite_a_superuser_into_a_new_password(desk, root):
    root.set_unusable_password()
    root.save()
    assert desk.post(buttons_of(root), {"do": "send"}).status_code == 403
    assert not Invitation.objects.exists()
