"""The menu of the desk: what is used daily by itself, the rest in groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Apps whose screens stand together under one word; those of all others stand by themselves.
GROUPS: dict[str, str | Promise] = {
    "support": _("Support"),
    "ads": _("Advertising"),
    "outlet": _("The paper"),
    "staff": _("The paper"),
    "activity": _("The paper"),
    "jobs": _("The paper"),
}


@dataclass
class Group:
    """Screens under a title; one without a title holds a single screen that stands by itself."""

    title: str | Promise
    screens: list[dict[str, Any]]

    @property
    def names(self) -> set[str]:
        """By which the template finds the group of the screen that is open."""
        return {screen["object_name"].lower() for screen in self.screens}


def groups(apps: Iterable[dict[str, Any]]) -> list[Group]:
    """The screens that this person may open, in the order in which the apps come; groups come last."""
    single, grouped = [], dict[str, Group]()
    for app in apps:
        title = GROUPS.get(app["app_label"], "")
        for screen in app["models"]:
            if not screen["admin_url"]:
                continue
            if title:
                grouped.setdefault(str(title), Group(title, [])).screens.append(screen)
            else:
                single.append(Group("", [screen]))
    for group in grouped.values():
        if len(group.screens) == 1:
            group.title = ""
    return [*single, *grouped.values()]
