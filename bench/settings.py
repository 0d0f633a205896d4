"""Settings of the bench: those of the tests, which touch no newsroom that runs here, and the reference view."""

from tests.settings import *  # noqa: F403
from tests.settings import DATABASES

ROOT_URLCONF = "bench.urls"
# Not the name that the tests use, so that both may run on one server.
DATABASES["default"].setdefault("TEST", {"NAME": "test_bench"})
