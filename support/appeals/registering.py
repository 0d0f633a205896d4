"""What appeals add to lower apps, all in one place."""

from __future__ import annotations

from django.db.models import OuterRef
from django.utils.translation import gettext_lazy as _

from activity.verbs import TITLES
from articles import stories
from articles.admin.panels import PANELS
from articles.admin.usage import OTHERS
from articles.merging import POINTERS, Pointer
from articles.models import Section, Tag
from support.appeals import brought, panel, shown, ways  # noqa: F401  # some for what they register
from support.models import Appeal


def register() -> None:
    """Called once, when the app is ready."""
    stories.ALONG |= {"appeals": brought.fitting, "appeals_change": brought.next_moment}
    stories.MOMENTS.append("appeals_change")
    PANELS.append(panel.PANEL)
    OTHERS.append(lambda: Appeal.objects.filter(picture=OuterRef("pk")))
    POINTERS[Section] += (Pointer(Appeal.sections.through, "section", same=("appeal",)),)
    POINTERS[Tag] += (Pointer(Appeal.tags.through, "tag", same=("appeal",)),)
    TITLES.update(
        {
            "appeal-add": _("wrote an appeal"),
            "appeal-change": _("changed an appeal"),
            "appeals-off": _("switched appeals off for an article"),
            "appeals-on": _("let appeals stand at an article"),
            "way-add": _("added a way to support us"),
            "way-change": _("changed a way to support us"),
            "way-remove": _("removed a way to support us"),
        }
    )
