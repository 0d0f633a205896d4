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
    _("Writes articles, uploads pictures and submits articles to the editors. Sees own articles alone."),
    may("articles", "add_article", "change_article", "view_article", "submit_article")
    | may("articles", "add_image", "change_image", "view_image", "add_author", "view_author")
    | may("articles", "view_section", "add_tag", "view_tag")
    | may("support", "view_topic"),
)
PICTURE_EDITOR = Role(
    "picture_editor",
    _("Picture editor"),
    _("All that a reporter does; sees everybody’s articles and says when the picture desk is done with them."),
    REPORTER.permissions | may("articles", "view_any_article", "clear_picture_flag"),
)
EDITOR = Role(
    "editor",
    _("Editor"),
    _(
        "All that a reporter does, on everybody’s articles or on those of some sections; approves, publishes, "
        "corrects and unpublishes them; answers readers who report mistakes."
    ),
    REPORTER.permissions
    | may("articles", "view_any_article", "change_any_article", "approve_article", "publish_article")
    | may("articles", "schedule_article", "correct_article", "unpublish_article", "change_author", "change_tag")
    | may("articles", "view_stylerule", "add_stylerule", "change_stylerule", "delete_stylerule")
    | may("readers", "view_case", "change_case")
    | may("support", "view_appeal", "view_waytosupport")
    | may("support", "add_topic", "change_topic")
    | may("outlet", "add_pagetext", "change_pagetext", "view_pagetext")
    | may("outlet", "add_menuitem", "change_menuitem", "view_menuitem", "delete_menuitem")
    | may("activity", "view_entry"),
)
CHIEF_EDITOR = Role(
    "chief_editor",
    _("Chief editor"),
    _(
        "All that an editor and a picture editor do; retracts and takes down; publishes what is paid for; decides "
        "against a check, takes over reviews, sees legal notes; publishes standing pages and looks after sections, "
        "appeals and supporters."
    ),
    EDITOR.permissions
    | PICTURE_EDITOR.permissions
    | may("articles", "retract_article", "take_down_article", "override_check", "break_lock", "publish_sponsored")
    | may("articles", "see_legal_notes", "clear_legal_flag", "add_section", "change_section")
    | may("outlet", "publish_pagetext")
    | may("support", "add_appeal", "change_appeal")
    | may("support", "add_waytosupport", "change_waytosupport", "delete_waytosupport")
    | may("support", "view_subscriber", "delete_subscriber", "export_subscriber")
    | may("support", "add_supporter", "change_supporter", "view_supporter", "delete_supporter")
    | may("support", "add_tier", "change_tier", "view_tier", "delete_tier", "view_delivery")
    | may("ads", "view_ad", "view_snippet", "view_notice"),
)
ADMINISTRATOR = Role(
    "administrator",
    _("Administrator"),
    _("All that a chief editor does; looks after people and their roles, the outlet, membership services and ads."),
    CHIEF_EDITOR.permissions
    | may("outlet", "add_outlet", "change_outlet", "view_outlet")
    | may("outlet", "add_outlettext", "change_outlettext", "view_outlettext", "delete_outlettext")
    | may("staff", "add_user", "change_user", "view_user")
    | may("jobs", "view_message", "change_message")
    | may("support", "add_mailingservice", "change_mailingservice", "view_mailingservice", "delete_mailingservice")
    | may("support", "add_service", "change_service", "view_service", "delete_service")
    | may("ads", "add_ad", "change_ad", "delete_ad", "add_snippet", "change_snippet", "delete_snippet")
    | may("ads", "add_notice", "change_notice"),
)

ROLES = {role.name: role for role in (REPORTER, PICTURE_EDITOR, EDITOR, CHIEF_EDITOR, ADMINISTRATOR)}
