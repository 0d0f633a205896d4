"""Filters of the public pages."""

from django import template

from articles.moments import stamp
from articles.paid import label

register = template.Library()
register.filter("stamp", stamp)
register.filter("paid_label", label)


@register.filter
def absolute(path: str, site: str) -> str:
    """A path of ours with the site before it."""
    return f"{site}{path}"
