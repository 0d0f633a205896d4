"""Filters of the desk's templates."""

import json
from typing import Any

from django import template
from django.core.serializers.json import DjangoJSONEncoder

register = template.Library()


@register.filter
def as_json(value: Any) -> str:
    """For a data attribute; the template escapes it like any text."""
    return json.dumps(value, cls=DjangoJSONEncoder)


@register.filter
def as_link(story: dict[str, Any]) -> str:
    """A story as the target of a link: its address, and its headline for a link without words."""
    return json.dumps({"href": story["path"], "text": story["headline"]})
