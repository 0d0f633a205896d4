"""The one table of roles: what somebody at the desk may do, in plain words and in permissions."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Role:
    """``name`` is the name of the group that carries the role; title and description are for people."""

    name: str
    title: str | Promise
    description: str | Promise
    permissions: frozenset[str]


def may(app: str, *codenames: str) -> frozenset[str]:
    """Permissions of one app, written in full."""
    return frozenset(f"{app}.{codename}" for codename in codenames)


REPORTER = Role(
    "reporter",
    _("Reporter"),
    _("Writes articles, uploads pictures and submits articles to the editors."),
    may("articles", "add_article", "change_article", "view_article", "submit_article")
    | may("articles", "add_image", "change_image", "view_image", "add_author", "view_author")
    | may("articles", "view_section", "add_tag", "view_tag"),
)
EDITOR = Role(
    "editor",
    _("Editor"),
    _("All that a reporter does, on everybody’s articles; approves, publishes, corrects and unpublishes them."),
    REPORTER.permissions
    | may("articles", "change_any_article", "approve_article", "publish_article", "schedule_article")
    | may("articles", "correct_article", "unpublish_article", "change_author", "change_tag")
    | may("outlet", "add_pagetext", "change_pagetext", "view_pagetext")
    | may("outlet", "add_menuitem", "change_menuitem", "view_menuitem", "delete_menuitem")
    | may("activity", "view_entry"),
)
ADMINISTRATOR = Role(
    "administrator",
    _("Administrator"),
    _("All that an editor does; retracts and takes down articles; looks after sections, the outlet and people."),
    EDITOR.permissions
    | may("articles", "retract_article", "take_down_article", "add_section", "change_section")
    | may("outlet", "add_outlet", "change_outlet", "view_outlet")
    | may("outlet", "add_outlettext", "change_outlettext", "view_outlettext", "delete_outlettext")
    | may("outlet", "publish_pagetext")
    | may("staff", "add_user", "change_user", "view_user")
    | may("jobs", "view_message", "change_message"),
)

ROLES = {role.name: role for role in (REPORTER, EDITOR, ADMINISTRATOR)}
