"""What the desk's tests share: in a browser, a newsroom that is served, with somebody signed in."""

import pytest

from staff.groups import write_roles
from tests.desk import screens


@pytest.fixture
def roles(transactional_db):
    """The database is emptied after each test in a browser, and the roles with it."""
    write_roles()


@pytest.fixture
def furnished(publish, write, rita, sam):
    """Something on every screen; the ids by the name of the model."""
    return screens.furnish(publish, write, rita, sam)


@pytest.fixture
def signed_in(live_server, client, ada, page):
    """A page on which Ada is signed in, and the address of the newsroom."""
    client.force_login(ada)
    cookie = client.cookies["desk_session"]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": f"{live_server.url}/admin/"}])
    return page, live_server.url
