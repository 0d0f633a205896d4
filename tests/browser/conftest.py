"""What the tests in a browser share: a newsroom that is served, with its people."""

import pytest
from playwright.sync_api import expect

from staff.groups import write_roles
from tests.browser import desk

expect.set_options(timeout=20_000)  # waiting longer costs nothing where the machine is quick


@pytest.fixture(autouse=True)
def _roles(transactional_db):
    """The database is emptied after each of these tests, and the roles with it."""
    write_roles()


@pytest.fixture
def site(live_server, settings, tmp_path):
    """The address of the served newsroom, where the tests' pictures are shown."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.SITE_URL = live_server.url
    return live_server.url


@pytest.fixture
def window(browser):
    """Opens windows that share nothing with one another."""
    contexts = []

    def window(**options):
        contexts.append(browser.new_context(locale="en-GB", **options))
        return contexts[-1].new_page()

    yield window
    for context in contexts:
        context.close()


@pytest.fixture
def at_desk(site, window):
    """Signs a person in, in a window of their own."""

    def at_desk(person):
        page = window()
        desk.sign_in(page, site, person.username)
        return page

    return at_desk
