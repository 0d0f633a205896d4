"""Who publishes, the standing pages of the paper and its menus."""

from outlet.models.menu import MenuItem, MenuText, Place
from outlet.models.outlet import Outlet, OutletText, SilentChanges, is_time_zone
from outlet.models.page import (
    PageAddress,
    PageEdition,
    PageKind,
    PageNotice,
    PageRevision,
    PageText,
    StandingPage,
    is_public,
)

__all__ = [
    "MenuItem",
    "MenuText",
    "Outlet",
    "OutletText",
    "PageAddress",
    "PageEdition",
    "PageKind",
    "PageNotice",
    "PageRevision",
    "PageText",
    "Place",
    "SilentChanges",
    "StandingPage",
    "is_public",
    "is_time_zone",
]
