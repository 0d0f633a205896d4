"""The rules about people at the desk. The admin calls these; so do commands and tests.

Nobody is deleted: what they did stands in the log under their name. Who leaves is suspended.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from activity.models import record
from staff.models import Session, User
from staff.roles import ADMINISTRATOR, ROLES

VERBS = {
    "person-add": _("added a person"),
    "role-change": _("changed roles"),
    "suspend": _("suspended a person"),
    "readmit": _("let a person in again"),
    "invite": _("sent an invitation"),
    "invitation-withdraw": _("withdrew an invitation"),
    "invitation-accept": _("accepted an invitation"),
    "work-hand-over": _("handed somebody’s open work to another"),
    "password-change": _("changed a password"),
    "sign-in": _("signed in"),
    "sign-in-fail": _("failed to sign in"),
    "sign-out": _("signed out"),
}

# Whose work a higher app keeps, it adds here when it is ready: a function that gives how many unfinished things
# of a person there are, and one that hands them over (from, to, by) and gives how many it were.
OPEN_WORK: list[Callable[[User], int]] = []
HANDING_OVER: list[Callable[[User, User, User], int]] = []


def roles_of(person: User) -> list[str]:
    """The names of the person's roles, in the order of the table."""
    names = {group.name for group in person.groups.all()} if person.pk else set()
    return [name for name in ROLES if name in names]


def objections(person: User, *, roles: Collection[str], is_active: bool, by: User | None) -> dict[str, ValidationError]:
    """Why the person may not be given these roles or this access, by field; empty if they may.

    Holds a lock until the transaction ends, so that of two administrators who demote each other at
    once the second is refused.
    """
    lock_administrators()
    field = "roles" if is_active else "is_active"
    demoted = is_administrator(person) and not (is_active and ADMINISTRATOR.name in roles)
    if person == by and (demoted or not is_active):
        return {field: ValidationError(_("You cannot do this to yourself. Ask another administrator."), code="self")}
    if demoted and not administrators().exclude(pk=person.pk).exists():
        message = _("This is the last active administrator. Make somebody else an administrator first.")
        return {field: ValidationError(message, code="last")}
    return {}


@transaction.atomic
def save(person: User, *, roles: Collection[str], by: User | None) -> None:
    """Stores the person with exactly these roles; what changed in roles and access stands in the log.

    Raises ``ValidationError`` where ``objections`` has any. ``by`` is empty on the command line.
    """
    if unknown := set(roles) - set(ROLES):
        raise ValueError(f"no such role: {', '.join(sorted(unknown))}")
    if refused := objections(person, roles=roles, is_active=person.is_active, by=by):
        raise ValidationError(refused)
    stored = User.objects.filter(pk=person.pk).first()
    before = roles_of(stored) if stored else []

    person.is_staff = bool(roles) or person.is_superuser
    person.save()
    person.groups.set(Group.objects.filter(name__in=roles))

    after = roles_of(person)
    if stored is None:
        record(person, "person-add", by=by, roles=after)
        return
    if before != after:
        record(person, "role-change", by=by, before=before, after=after)
    if stored.email != person.email:
        person.invitations.withdraw()  # a link lets in whoever reads the mail that it was sent to
    if stored.is_active != person.is_active:
        shut_out(person)
        record(person, "readmit" if person.is_active else "suspend", by=by)


def shut_out(person: User) -> None:
    """Ends every session of the person, and the link of an invitation; a new sign-in is another matter."""
    Session.objects.filter(person=person).delete()
    person.invitations.withdraw()


@transaction.atomic
def password_was_set(person: User, *, by: User) -> None:
    """What follows when an administrator has given the person a new password."""
    shut_out(person)
    record(person, "password-change", by=by)


def open_work(person: User) -> int:
    """How many unfinished things the person has."""
    return sum(count(person) for count in OPEN_WORK)


@transaction.atomic
def hand_over(person: User, *, to: User, by: User) -> int:
    """Gives all unfinished things of the person to a colleague who is at the desk; how many."""
    if to == person or not (to.is_active and to.is_staff):
        raise ValidationError(_("Choose somebody else who works at the desk."), code="to")
    number = sum(hand(person, to, by) for hand in HANDING_OVER)
    record(person, "work-hand-over", by=by, to=str(to), number=number)
    return number


def administrators() -> models.QuerySet[User]:
    """Everybody who may look after people. Superusers are for rescue and do not count."""
    return User.objects.filter(is_active=True, groups__name=ADMINISTRATOR.name)


def is_administrator(person: User) -> bool:
    """Whether the stored person, not the one being edited, is an active administrator."""
    return administrators().filter(pk=person.pk).exists()


def lock_administrators() -> None:
    """Waits for everybody else who is changing people; SQLite locks with the transaction itself."""
    list(Group.objects.select_for_update(no_key=True).filter(name=ADMINISTRATOR.name))
