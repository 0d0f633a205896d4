"""What the tests share that look at readers' pages in a browser."""

import io
from functools import partial

import pytest
from django.db import connections
from PIL import Image as Pillow

from demo import loading
from tests.public import homes


def flat(keys):
    """Pictures that need no drawing; no two are the same."""
    for number, key in enumerate(keys):
        file = io.BytesIO()
        Pillow.new("RGB", (1600, 1000), (number, 96, 96)).save(file, "PNG")
        yield key, file.getvalue()


@pytest.fixture(scope="session")
def home(browser, django_db_setup, django_db_blocker, tmp_path_factory):
    """Pages of every kind, of a paper whose pictures are flat.

    While a browser is driven, Django has a connection of its own for that. It is closed as long as the browser is
    there, or it would hold on to the database of the tests.
    """
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "jpegs", flat)
        home = homes.bring(tmp_path_factory.mktemp("media"))
    yield home
    connections.close_all()


@pytest.fixture
def reader(browser, home):
    """Opens a browser of a reader's own, at home: ``reader(width=390)`` takes options of a context, too.

    Who reads there wants no movement, so that no test has to wait for the end of one.
    """
    contexts = []

    def reader(*, width=1280, height=844, with_styles=True, **options):
        options = {"reduced_motion": "reduce", "base_url": homes.SITE} | options
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.route("**/*", partial(home.give, with_styles=with_styles))
        return context.new_page()

    yield reader
    for context in contexts:
        context.close()
