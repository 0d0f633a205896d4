"""Filters of the public pages."""

from django import template

from articles.moments import stamp

register = template.Library()
register.filter("stamp", stamp)


@register.filter
def absolute(path: str, site: str) -> str:
    """A path of ours with the site before it."""
    return f"{site}{path}"
