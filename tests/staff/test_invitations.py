"""Inviting, whoever calls: a letter, a link that lets one person in once, and its end."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core import mail as mailbox
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from activity.models import Entry
from jobs import outbox
from jobs.models import Message
from staff import invitations, people
from staff.groups import write_roles
from staff.models import Invitation, User
from tests.cast import make_user

PASSWORD = "bridges over the Dnipro"


@pytest.fixture
def nina(ada):
    """Nina has been invited, and has not come yet."""
    person = User(first_name="Nina", last_name="Petrenko", email="nina@paper.example")
    invitations.invite(person, roles=["reporter"], by=ada)
    return person


def link_of(person):
    """The link in the last letter, as the person reads it."""
    outbox.drain()
    letter = [letter for letter in mailbox.outbox if letter.to == [person.email]][-1]
    return next(line for line in letter.body.splitlines() if "/admin/invitation/" in line)


def token_of(person):
    return link_of(person).rstrip("/").rpartition("/")[2]


def make_old(**age):
    now = timezone.now()
    Invitation.objects.update(made_at=now - timedelta(**age), until=now + timedelta(hours=72) - timedelta(**age))


def test_a_letter_goes_to_the_person_with_a_link_and_the_username(nina, settings):
    assert link_of(nina).startswith(settings.SITE_URL + "/admin/invitation/")
    (letter,) = mailbox.outbox
    assert letter.to == ["nina@paper.example"]
    for words in ("Hello Nina", "Ada invites you", "within 72 hours", "username is nina"):
        assert words in letter.body


def test_who_is_invited_has_roles_and_no_password(nina):
    assert people.roles_of(nina) == ["reporter"]
    assert nina.is_active
    assert not nina.has_usable_password()


def test_inviting_stands_in_the_log(nina, ada):
    entries = [(entry.verb, entry.by, entry.details) for entry in Entry.objects.about(nina)]
    assert entries[0] == ("invite", ada, {"email": "nina@paper.example"})
    assert entries[1][0] == "person-add"


def test_the_link_lets_in_once(nina):
    invited = invitations.find(token_of(nina))
    invitations.accept(invited, password=PASSWORD)
    nina.refresh_from_db()
    assert nina.check_password(PASSWORD)
    with pytest.raises(invitations.Gone):
        invitations.accept(invited, password="something else that is long")
    nina.refresh_from_db()
    assert nina.check_password(PASSWORD)
    assert Entry.objects.about(nina).filter(verb="invitation-accept", by=nina).count() == 1


def test_what_is_stored_opens_nothing(nina):
    token = token_of(nina)
    stored = [*Invitation.objects.values_list("key", flat=True), *map(str, Message.objects.values_list("payload"))]
    assert not [text for text in stored if token in text]
    assert invitations.find(Invitation.objects.get().key) is None


@pytest.mark.parametrize("change", [lambda token: token[:-1], lambda token: "x" + token, lambda token: "nothing"])
def test_a_link_that_was_made_up_leads_nowhere_and_asks_the_database_nothing(nina, change, django_assert_num_queries):
    token = change(token_of(nina))
    with django_assert_num_queries(0):
        assert invitations.find(token) is None


def test_the_link_holds_for_72_hours_and_no_longer(nina):
    invited = invitations.find(token_of(nina))
    assert invited.is_open(invited.made_at + timedelta(hours=71, minutes=59))
    make_old(hours=73)
    with pytest.raises(invitations.Gone):
        invitations.accept(invited, password=PASSWORD)


def test_a_new_letter_ends_the_link_of_the_first(nina, ada):
    first = token_of(nina)
    make_old(minutes=2)
    invitations.send(nina, by=ada)
    second = token_of(nina)
    with pytest.raises(invitations.Gone):
        invitations.accept(invitations.find(first), password=PASSWORD)
    invitations.accept(invitations.find(second), password=PASSWORD)


def test_a_new_letter_can_follow_one_that_ran_out(nina, ada):
    make_old(hours=100)
    assert invitations.send(nina, by=ada).is_open(timezone.now())


def test_two_letters_within_a_minute_are_one_too_many(nina, ada):
    with pytest.raises(ValidationError, match="less than a minute ago"):
        invitations.send(nina, by=ada)
    assert Invitation.objects.count() == 1


def test_a_withdrawn_link_lets_nobody_in(nina, ada):
    token = token_of(nina)
    invitations.withdraw(nina, by=ada)
    with pytest.raises(invitations.Gone):
        invitations.accept(invitations.find(token), password=PASSWORD)
    assert Entry.objects.about(nina).first().verb == "invitation-withdraw"


def test_a_letter_that_was_withdrawn_before_the_worker_came_is_not_sent(nina, ada):
    invitations.withdraw(nina, by=ada)
    outbox.drain()
    assert mailbox.outbox == []


def test_suspending_ends_the_link_for_good(nina, ada):
    token = token_of(nina)
    for is_active in (False, True):
        nina.is_active = is_active
        people.save(nina, roles=["reporter"], by=ada)
    with pytest.raises(invitations.Gone):
        invitations.accept(invitations.find(token), password=PASSWORD)


def test_a_mended_address_ends_the_link_that_went_to_the_wrong_one(nina, ada):
    token = token_of(nina)
    nina.email = "nina.petrenko@paper.example"
    people.save(nina, roles=["reporter"], by=ada)
    with pytest.raises(invitations.Gone):
        invitations.accept(invitations.find(token), password=PASSWORD)


def test_a_password_given_by_hand_ends_the_link(nina, ada):
    token = token_of(nina)
    people.password_was_set(nina, by=ada)
    with pytest.raises(invitations.Gone):
        invitations.accept(invitations.find(token), password=PASSWORD)


def test_who_has_a_password_or_is_suspended_or_has_no_address_is_not_invited(ada, rita, nina):
    with pytest.raises(ValidationError, match="password already"):
        invitations.send(rita, by=ada)
    User.objects.filter(pk=nina.pk).update(email="")
    with pytest.raises(ValidationError, match="no e-mail address"):
        invitations.send(nina, by=ada)
    User.objects.filter(pk=nina.pk).update(is_active=False)
    with pytest.raises(ValidationError, match="suspended"):
        invitations.send(nina, by=ada)


@pytest.mark.parametrize(
    ("email", "username"),
    [
        ("Olha.Zhuk@paper.example", "olha.zhuk"),
        ("rita@elsewhere.example", "rita2"),
        ("o'neill+desk@paper.example", "oneill+desk"),
        ("'@paper.example", "person"),
    ],
)
def test_the_username_is_made_from_the_address(rita, email, username):
    assert invitations.free_username(email) == username


@pytest.mark.django_db(transaction=True)
def test_of_two_who_come_with_one_link_at_once_one_gets_in():
    write_roles()
    ada = make_user("ada", "administrator")
    person = User(first_name="Nina", email="nina@paper.example")
    invited = invitations.invite(person, roles=["reporter"], by=ada)
    start, outcomes = Barrier(2), []

    def come(password):
        try:
            start.wait()
            invitations.accept(invited, password=password)
            outcomes.append(password)
        except invitations.Gone:
            outcomes.append("")
        finally:
            connection.close()

    threads = [Thread(target=come, args=[password]) for password in ("the first password", "the other password")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (password,) = filter(None, outcomes)
    assert len(outcomes) == 2
    person.refresh_from_db()
    assert person.check_password(password)
    assert Entry.objects.filter(verb="invitation-accept").count() == 1
