"""The one element that a provider's script fills."""

from __future__ import annotations

from django import template
from django.forms.utils import flatatt

register = template.Library()


@register.filter
def attributes_of(attributes: dict[str, str]) -> str:
    """As they stand in a tag, escaped; ``ads.providers`` has looked at their names."""
    return flatatt(attributes)
