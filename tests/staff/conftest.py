import pytest

from staff.models import User
from tests.cast import PASSWORD, make_user


@pytest.fixture
def alma(db):
    """A second administrator."""
    return make_user("alma", "administrator")


@pytest.fixture
def root(db):
    return User.objects.create_superuser("root", "root@paper.example", PASSWORD)
