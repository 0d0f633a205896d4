"""What readers told us of themselves is gone after ninety days."""

from datetime import timedelta

import time_machine

from readers.cleaning import clean
from readers.models import Case, Day, Report, Sending
from tests.readers.reports import reported


def at(moment, days, hours=0):
    return time_machine.travel(moment + timedelta(days=days, hours=hours), tick=False)


def test_name_address_and_comment_are_deleted_and_the_passage_stays(publish, now):
    edition = publish()
    reported(edition, "tram crossed", "I was there.", name="Lida", email="lida@home.example", at=now)
    with at(now, 90, -1):
        assert clean.func() == 0
        assert Report.objects.get().email
    with at(now, 90, 1):
        assert clean.func() == 1
        report = Report.objects.get()
        assert (report.name, report.email, report.comment) == ("", "", "")
        assert Case.objects.get().exact == "tram crossed"
        assert clean.func() == 0


def test_sendings_and_salts_are_kept_for_a_day(publish, now):
    reported(publish(), at=now)
    with at(now, 1, -1):
        clean.func()
        assert Sending.objects.exists() and Day.objects.exists()
    with at(now, 2, 1):
        clean.func()
        assert not Sending.objects.exists() and not Day.objects.exists()
