"""Filters of the public pages."""

from django import template

from articles.moments import stamp

register = template.Library()
register.filter("stamp", stamp)
