"""Every address of the desk that there is, asked of the resolver and not of a list that somebody must remember."""

import re

from django.urls import get_resolver
from django.urls.resolvers import URLResolver

# What stands in an address where it asks for something.
ARGUMENTS = {
    "object_id": "1", "id": "1", "pk": "1", "number": "1", "edition": "1", "verb": "submit", "app_label": "articles",
    "content_type_id": "1", "url": "nothing-here", "token": "made-up",
}  # fmt: skip


def addresses(resolver=None, route="/"):
    """Names and routes of all that lies below /admin/."""
    for entry in (resolver or get_resolver()).url_patterns:
        whole = route + str(entry.pattern).removeprefix("^").removesuffix("$")
        if isinstance(entry, URLResolver):
            yield from addresses(entry, whole)
        elif whole.startswith("/admin/"):
            yield entry.name, whole


def filled(route, **arguments):
    """The path of a route, with something in every place."""
    values = ARGUMENTS | arguments
    return re.sub(r"\(\?P<(\w+)>[^()]*\)|<(?:\w+:)?(\w+)>", lambda place: values[place[1] or place[2]], route)
