"""The one outlet: its texts, its calendar, its constraint, its check."""

from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import IntegrityError, transaction

from outlet.models import Outlet, OutletText


def test_there_is_never_a_second_outlet(outlet):
    for fields in ({}, {"singleton": False}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Outlet.objects.create(**fields)


def test_the_outlet_and_its_texts_cost_one_query(outlet, django_assert_num_queries):
    OutletText.objects.create(outlet=outlet, language="uk", name="Ліхтар")
    with django_assert_num_queries(1):
        current = Outlet.objects.current()
        assert current == outlet
        assert [current.text(language).name for language in ("en", "uk")] == ["The Lantern", "Ліхтар"]


def test_an_outlet_without_texts_is_still_found(db):
    outlet = Outlet.objects.create(time_zone="Europe/Warsaw")
    assert Outlet.objects.current() == outlet
    assert Outlet.objects.current().time_zone == "Europe/Warsaw"


def test_before_anything_is_set_up_there_is_a_made_up_outlet(db):
    outlet = Outlet.objects.current()
    assert outlet.pk is None
    assert outlet.text("uk").name == "A new newspaper"


def test_a_missing_name_falls_back_to_the_first_language(outlet):
    assert outlet.text("uk").name == "The Lantern"


def test_the_day_begins_where_the_outlet_is(outlet):
    assert outlet.date_of(datetime(2026, 11, 23, 21, 59, tzinfo=UTC)) == date(2026, 11, 23)
    assert outlet.date_of(datetime(2026, 11, 23, 22, 0, tzinfo=UTC)) == date(2026, 11, 24)


@pytest.mark.parametrize("zone", ["Kyiv", "Europe/Nowhere", "../../etc/passwd"])
def test_what_is_no_time_zone_is_refused(zone):
    with pytest.raises(ValidationError) as refusal:
        Outlet(time_zone=zone).full_clean(validate_unique=False, validate_constraints=False)
    assert set(refusal.value.message_dict) == {"time_zone"}


def check():
    call_command("check", databases=["default"], stderr=StringIO(), stdout=StringIO())


def test_the_first_language_is_kept_from_the_day_of_setting_up(outlet, settings):
    check()
    settings.LANGUAGE_CODE = "uk"
    with pytest.raises(SystemCheckError, match=r"outlet\.E001"):
        check()


def test_a_newsroom_that_is_not_set_up_may_still_choose_its_first_language(db, settings):
    settings.LANGUAGE_CODE = "uk"
    check()
