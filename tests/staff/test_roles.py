"""The table of roles, and the groups that come of it."""

import pytest
from django.apps.registry import Apps
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from staff import checks, roles
from staff.groups import write_roles
from staff.models import User
from staff.roles import ADMINISTRATOR, EDITOR, REPORTER, ROLES


def permissions_of(role):
    rows = Group.objects.get(name=role.name).permissions.select_related("content_type")
    return {f"{row.content_type.app_label}.{row.codename}" for row in rows}


@pytest.mark.parametrize("role", ROLES.values(), ids=list(ROLES))
def test_a_migrated_newsroom_has_the_role_with_exactly_its_permissions(role, db):
    assert permissions_of(role) == role.permissions


def test_each_role_may_do_all_that_the_one_before_may():
    assert REPORTER.permissions < EDITOR.permissions < ADMINISTRATOR.permissions


@pytest.mark.parametrize(
    ("person", "permission", "allowed"),
    [
        ("rita", "articles.submit_article", True),
        ("rita", "articles.approve_article", False),
        ("rita", "articles.publish_article", False),
        ("rita", "activity.view_entry", False),
        ("edna", "articles.publish_article", True),
        ("edna", "articles.retract_article", False),
        ("edna", "staff.view_user", False),
        ("ada", "articles.take_down_article", True),
        ("ada", "staff.change_user", True),
        ("ada", "staff.delete_user", False),
    ],
)
def test_a_person_may_do_what_the_role_says(person, permission, allowed, request):
    assert request.getfixturevalue(person).has_perm(permission) is allowed


def test_the_next_migrate_puts_right_what_drifted(db):
    reporters = Group.objects.get(name="reporter")
    reporters.permissions.set([Permission.objects.get(codename="publish_article")])
    Group.objects.get(name="editor").delete()
    write_roles()
    write_roles()
    assert permissions_of(REPORTER) == REPORTER.permissions
    assert permissions_of(EDITOR) == EDITOR.permissions


def test_other_groups_are_left_alone(db):
    own = Group.objects.create(name="interns")
    own.permissions.add(Permission.objects.get(codename="view_section"))
    write_roles()
    assert own.permissions.count() == 1


def test_a_migration_that_stops_half_way_does_no_harm(db):
    write_roles(apps=Apps())
    early = MigrationLoader(connection).project_state([("staff", "0001_people")]).apps
    write_roles(apps=early)
    assert permissions_of(ADMINISTRATOR) == ADMINISTRATOR.permissions


def test_every_permission_of_the_table_exists():
    assert checks.roles_name_real_permissions() == []


def test_a_mistyped_permission_is_named_at_start(monkeypatch):
    wrong = roles.Role("reader", "Reader", "Reads.", roles.may("articles", "raed_article"))
    monkeypatch.setitem(ROLES, "reader", wrong)
    (error,) = checks.roles_name_real_permissions()
    assert error.id == "staff.E001"
    assert "articles.raed_article" in error.msg


def test_no_role_makes_a_superuser(ada):
    assert not User.objects.filter(is_superuser=True).exists()
    assert not ada.is_superuser
