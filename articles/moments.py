"""Moments as machines read them."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone


def stamp(moment: datetime | None) -> str:
    """ISO 8601 to the second with the offset of the current zone; empty for None.

    The same on the page and in structured data, as those who read both compare them.
    """
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else ""


def years_since(moment: datetime | None, at: datetime) -> int:
    """Whole years between the two; 0 for what is younger than one."""
    return (at - moment).days // 365 if moment else 0
