"""The rules of style that every new installation has."""

from importlib import import_module

import pytest
from django.apps import apps


@pytest.fixture(autouse=True)
def first_rules(db):
    """As a migration wrote them; a test in a browser that ran before may have emptied the table."""
    import_module("articles.migrations.0009_first_rules_of_style").add(apps, None)
