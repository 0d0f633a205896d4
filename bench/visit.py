"""Asking for a page as gunicorn does: the application itself, with all its middleware, and no server around it."""

from __future__ import annotations

from functools import cache
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.core.wsgi import get_wsgi_application

application = cache(get_wsgi_application)


def visit(address: str) -> bytes:
    """The page at this address; raises ``AssertionError`` for any other answer than 200."""
    path, _, query = address.partition("?")
    environ: dict[str, Any] = {"PATH_INFO": path, "QUERY_STRING": query}
    setup_testing_defaults(environ)
    response: Any = application()(environ, lambda *_answer: lambda _data: None)
    try:
        assert response.status_code == 200, f"{address} answered {response.status_code}"
        return b"".join(response)
    finally:
        response.close()
