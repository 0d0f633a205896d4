"""The rules about people, whoever calls them."""

from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from activity.models import Entry
from staff import people
from staff.models import User
from tests.cast import make_user


def refused_fields(person, **change):
    with pytest.raises(ValidationError) as refusal:
        people.save(person, **change)
    return set(refusal.value.message_dict)


def test_whoever_has_a_role_can_open_the_desk_and_nobody_else(ada):
    person = User(username="nina")
    people.save(person, roles=["reporter"], by=ada)
    assert person.is_staff
    people.save(person, roles=[], by=ada)
    assert not person.is_staff


def test_a_superuser_can_open_the_desk_without_a_role(root):
    people.save(root, roles=[], by=None)
    assert root.is_staff


def test_an_administrator_cannot_demote_themselves(ada, alma):
    assert refused_fields(ada, roles=["editor"], by=ada) == {"roles"}
    assert people.roles_of(ada) == ["administrator"]


def test_an_administrator_cannot_suspend_themselves(ada, alma):
    ada.is_active = False
    assert refused_fields(ada, roles=["administrator"], by=ada) == {"is_active"}
    ada.refresh_from_db()
    assert ada.is_active


def test_a_superuser_cannot_suspend_themselves(root, ada):
    root.is_active = False
    assert refused_fields(root, roles=[], by=root) == {"is_active"}


def test_an_administrator_may_take_another_role_on_and_off(ada):
    people.save(ada, roles=["administrator", "editor"], by=ada)
    people.save(ada, roles=["administrator"], by=ada)
    assert people.roles_of(ada) == ["administrator"]


@pytest.mark.parametrize("by_superuser", [True, False])
def test_the_last_administrator_stays_whoever_asks(ada, root, by_superuser):
    by = root if by_superuser else None
    assert refused_fields(ada, roles=["editor"], by=by) == {"roles"}
    ada.is_active = False
    assert refused_fields(ada, roles=["administrator"], by=by) == {"is_active"}


def test_a_suspended_administrator_does_not_count_as_another_one(ada, alma, root):
    alma.is_active = False
    people.save(alma, roles=["administrator"], by=ada)
    assert refused_fields(ada, roles=[], by=root) == {"roles"}


def test_one_of_two_administrators_may_be_demoted_by_the_other(ada, alma):
    people.save(alma, roles=["reporter"], by=ada)
    assert people.roles_of(alma) == ["reporter"]


@pytest.mark.django_db(transaction=True)
def test_the_last_administrator_stays_even_when_two_demote_each_other_at_once():
    ada, alma = make_user("ada", "administrator"), make_user("alma", "administrator")
    start, outcomes = Barrier(2), []

    def demote(person, by):
        try:
            start.wait()
            people.save(person, roles=["reporter"], by=by)
            outcomes.append("demoted")
        except ValidationError:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [Thread(target=demote, args=pair) for pair in ((ada, alma), (alma, ada))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["demoted", "refused"]
    assert people.administrators().count() == 1


def test_a_new_person_stands_in_the_log_with_their_roles(ada):
    person = User(username="nina")
    people.save(person, roles=["editor", "reporter"], by=ada)
    (entry,) = Entry.objects.about(person)
    assert (entry.verb, entry.by, entry.details) == ("person-add", ada, {"roles": ["reporter", "editor"]})


def test_a_change_of_roles_stands_in_the_log_with_before_and_after(ada, rita):
    people.save(rita, roles=["editor"], by=ada)
    (entry,) = Entry.objects.about(rita)
    assert (entry.verb, entry.by) == ("role-change", ada)
    assert entry.details == {"before": ["reporter"], "after": ["editor"]}


def test_suspending_and_letting_in_again_stand_in_the_log(ada, rita):
    for is_active in (False, True):
        rita.is_active = is_active
        people.save(rita, roles=["reporter"], by=ada)
    assert [entry.verb for entry in Entry.objects.about(rita)] == ["readmit", "suspend"]


def test_a_change_of_a_name_alone_does_not_stand_in_the_log(ada, rita):
    rita.first_name = "Margarita"
    people.save(rita, roles=["reporter"], by=ada)
    assert not Entry.objects.about(rita).exists()


def test_a_role_that_does_not_exist_is_refused(ada, rita):
    with pytest.raises(ValueError, match="owner"):
        people.save(rita, roles=["owner"], by=ada)
