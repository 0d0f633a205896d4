"""What all tests share: the named cast (tests/cast.py) and the browser."""

import pytest
from hypothesis import settings

from tools import browser

pytest_plugins = ["tests.cast"]
OF_A_DATABASE = {"db", "transactional_db", "django_db_setup", "live_server"}


def pytest_configure(config):
    """Tests of random texts try the same ones in every run, others where a seed is given, as `make soak` does."""
    settings.register_profile("the same texts", derandomize=True)
    if config.getoption("--hypothesis-seed", None) is None:
        settings.load_profile("the same texts")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """A Chromium of this machine, else Playwright's own; `make test` has seen to it that there is one."""
    arguments = browser_type_launch_args | {"args": browser.ARGUMENTS}
    if path := browser.of_the_machine():
        arguments["executable_path"] = path
    return arguments


@pytest.hookimpl(tryfirst=True)  # before what asks for markers
def pytest_collection_modifyitems(items):
    """A browser on a busy machine can be slower than any limit: such a test may try once more, and the summary says so.

    What asks for a database is marked: the rest says on the second database what it said on the first.
    """
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))
        if item.get_closest_marker("django_db") or OF_A_DATABASE & set(item.fixturenames):
            item.add_marker(pytest.mark.database)
