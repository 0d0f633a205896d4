"""The pages on which administrators look after people."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from activity.models import Entry
from staff import people
from staff.models import User
from tests.cast import PASSWORD, make_user

LIST = "/admin/staff/user/"
NEW = "/admin/staff/user/add/"
NEW_PASSWORD = "quite another long password"


def page_of(person):
    return reverse("admin:staff_user_change", args=[person.pk])


def password_page_of(person):
    return reverse("admin:auth_user_password_change", args=[person.pk])


def filled_in(person, **changes):
    """What the browser sends when the form of a person is saved."""
    fields = {name: getattr(person, name) for name in ("username", "first_name", "last_name", "email")}
    fields |= {"roles": people.roles_of(person), "is_active": "on" if person.is_active else None} | changes
    fields |= {"section_limits-TOTAL_FORMS": 0, "section_limits-INITIAL_FORMS": 0}
    return {name: value for name, value in fields.items() if value is not None}


@pytest.fixture
def desk(client, ada):
    """Ada's browser."""
    client.force_login(ada)
    return client


@pytest.mark.parametrize("name", ["rita", "edna"])
def test_only_administrators_see_people(client, request, name, ada):
    client.force_login(request.getfixturevalue(name))
    for address in (LIST, NEW, page_of(ada), password_page_of(ada)):
        assert client.get(address).status_code == 403
        assert client.post(address, filled_in(ada, roles=[])).status_code == 403
    assert people.roles_of(ada) == ["administrator"]


def test_the_list_shows_roles_in_words(desk, rita, edna):
    page = desk.get(LIST).content.decode()
    assert "rita@paper.example" in page
    assert "Reporter" in page
    assert "Editor" in page


def test_the_list_can_be_narrowed_to_a_role(desk, rita, edna):
    page = desk.get(LIST, {"role": "editor"}).content.decode()
    assert "edna@paper.example" in page
    assert "rita@paper.example" not in page


def test_the_list_costs_no_query_for_each_person(desk, rita):
    with CaptureQueriesContext(connection) as few:
        desk.get(LIST)
    for name in ("sam", "nina", "olha"):
        make_user(name, "reporter")
    with CaptureQueriesContext(connection) as many:
        desk.get(LIST)
    assert len(many) == len(few)


def test_groups_and_the_superuser_switch_are_nowhere_to_be_seen(desk, rita):
    with pytest.raises(NoReverseMatch):
        reverse("admin:auth_group_changelist")
    page = desk.get(page_of(rita)).content.decode()
    for name in ("is_superuser", "is_staff", "groups", "user_permissions"):
        assert f'name="{name}"' not in page


def test_each_role_is_offered_with_its_description(desk, rita):
    page = desk.get(page_of(rita)).content.decode()
    assert "Writes articles, uploads pictures" in page
    assert 'value="reporter"' in page


def test_an_administrator_adds_a_person_who_can_sign_in(desk, client):
    passwords = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    nina = {"username": "nina", "first_name": "Nina", "last_name": "", "email": "nina@paper.example"}
    desk.post(NEW, nina | passwords | {"roles": ["reporter"]})
    person = User.objects.get(username="nina")
    assert people.roles_of(person) == ["reporter"]
    client.logout()
    answer = client.post("/admin/login/?next=/admin/", {"username": "nina", "password": NEW_PASSWORD})
    assert answer.status_code == 302
    assert client.get("/admin/").status_code == 200


def test_an_administrator_makes_a_reporter_an_editor(desk, rita):
    desk.post(page_of(rita), filled_in(rita, roles=["reporter", "editor"]))
    assert people.roles_of(User.objects.get(pk=rita.pk)) == ["reporter", "editor"]


def test_refusing_a_demotion_says_why_beside_the_field_and_loses_nothing(desk, ada):
    answer = desk.post(page_of(ada), filled_in(ada, roles=["editor"], first_name="Adelaide"))
    assert answer.status_code == 200
    assert set(answer.context["adminform"].form.errors) == {"roles"}
    assert "You cannot do this to yourself" in answer.content.decode()
    assert 'value="Adelaide"' in answer.content.decode()
    ada.refresh_from_db()
    assert (people.roles_of(ada), ada.first_name) == (["administrator"], "Ada")


def test_refusing_to_suspend_oneself_says_why_beside_the_field(desk, ada, alma):
    answer = desk.post(page_of(ada), filled_in(ada, is_active=None))
    assert set(answer.context["adminform"].form.errors) == {"is_active"}
    ada.refresh_from_db()
    assert ada.is_active


def test_forged_fields_change_nothing(desk, rita):
    forged = {"is_superuser": "on", "is_staff": "on", "groups": ["1", "2", "3"], "user_permissions": ["1"]}
    desk.post(page_of(rita), filled_in(rita, first_name="Margarita", **forged))
    rita.refresh_from_db()
    assert rita.first_name == "Margarita"
    assert not rita.is_superuser
    assert people.roles_of(rita) == ["reporter"]
    assert not rita.user_permissions.exists()


def test_a_made_up_role_is_refused(desk, rita):
    answer = desk.post(page_of(rita), filled_in(rita, roles=["owner"]))
    assert set(answer.context["adminform"].form.errors) == {"roles"}


def test_nobody_can_be_deleted(desk, rita, root, client):
    delete = reverse("admin:staff_user_delete", args=[rita.pk])
    assert desk.post(delete, {"post": "yes"}).status_code == 403
    client.force_login(root)
    assert client.post(delete, {"post": "yes"}).status_code == 403
    client.post(LIST, {"action": "delete_selected", "_selected_action": [rita.pk], "post": "yes"})
    assert User.objects.filter(pk=rita.pk).exists()


def test_an_administrator_can_neither_change_a_superuser_nor_their_password(desk, root):
    page = desk.get(page_of(root))
    assert page.status_code == 200
    assert 'name="username"' not in page.content.decode()
    assert desk.post(page_of(root), filled_in(root, username="mine")).status_code == 403
    passwords = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    assert desk.post(password_page_of(root), passwords).status_code == 403
    root.refresh_from_db()
    assert root.username == "root"
    assert root.check_password(PASSWORD)


def test_a_superuser_changes_a_superuser(client, root):
    client.force_login(root)
    client.post(page_of(root), filled_in(root, first_name="Rescue"))
    root.refresh_from_db()
    assert root.first_name == "Rescue"
    assert root.is_superuser


def test_a_new_password_signs_the_person_out_and_stands_in_the_log(desk, ada, rita):
    browser = Client()
    browser.force_login(rita)
    answer = desk.post(password_page_of(rita), {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    assert answer.status_code == 302
    assert browser.get("/admin/").status_code == 302
    entry = Entry.objects.about(rita).first()
    assert (entry.verb, entry.by, entry.details) == ("password-change", ada, {})


def test_passwords_that_differ_change_nothing_and_do_not_stand_in_the_log(desk, rita):
    answer = desk.post(password_page_of(rita), {"password1": NEW_PASSWORD, "password2": "something else"})
    assert answer.status_code == 200
    assert not Entry.objects.about(rita).exists()


def test_a_password_cannot_be_switched_off(desk, ada):
    page = desk.get(password_page_of(ada)).content.decode()
    assert 'name="usable_password"' not in page
    desk.post(password_page_of(ada), {"usable_password": "false", "unset-password": "yes"})
    ada.refresh_from_db()
    assert ada.has_usable_password()


def test_a_suspended_person_is_refused_at_the_next_request(desk, rita):
    browser = Client()
    browser.force_login(rita)
    assert browser.get("/admin/").status_code == 200
    desk.post(page_of(rita), filled_in(rita, is_active=None))
    assert browser.get("/admin/").status_code == 302
    browser.post("/admin/login/", {"username": "rita", "password": PASSWORD})
    assert browser.get("/admin/").status_code == 302


def test_an_e_mail_address_belongs_to_one_person(desk, rita, sam):
    answer = desk.post(page_of(sam), filled_in(sam, email="RITA@paper.example"))
    assert "Somebody with this e-mail address is here already." in answer.content.decode()
    sam.refresh_from_db()
    assert sam.email == "sam@paper.example"
