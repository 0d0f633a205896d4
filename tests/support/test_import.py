"""A list of supporters is looked at first, and then done exactly so, or not at all."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from jobs.models import Message
from support.models import Supporter
from support.supporters import spreadsheets
from tests.support.people import log, make_supporter, make_tier

PAGE = reverse("admin:support_supporter_import")
HEAD = "name,email,tier,since,until,language,named\n"

pytestmark = pytest.mark.usefixtures("outlet")


@pytest.fixture
def desk(client, chris):
    """The chief editor's browser."""
    make_tier(), make_tier("patron", "Patrons")
    client.force_login(chris)
    return client


def look(client, text, *, name="list.csv"):
    data = text if isinstance(text, bytes) else text.encode()
    return client.post(PAGE, {"file": SimpleUploadedFile(name, data)})


def do(client, looked_at):
    return client.post(PAGE, {"carried": looked_at.context["carried"]}, follow=True)


def refusals(answer):
    return [(refusal.line, refusal.column) for refusal in answer.context["plan"].refused]


# --- looking and doing -------------------------------------------------------------------------


def test_what_a_list_would_do_is_shown_and_then_done(desk, chris):
    make_supporter(name="Olha", since=date(2025, 1, 1))
    make_supporter("Same", "same@home.example", since=date(2025, 1, 1))
    text = (
        HEAD
        + "Olha Bahan,OLHA@home.example,patron,,2026-12-31,uk,yes\nSame,same@home.example,friend,,,,\nNew,new@home.example,Patrons,01.02.2026,,uk,так\n"
    )
    shown = look(desk, text)
    plan = shown.context["plan"]
    assert (len(plan.added), len(plan.changed), plan.same, plan.refused) == (1, 1, 1, [])
    assert Supporter.objects.count() == 2 and not log().exists()
    assert "<del>Olha</del>" in shown.content.decode()
    done = do(desk, shown)
    assert "1 added, 1 changed, 1 left" in done.content.decode()
    olha, new = Supporter.objects.get(name="Olha Bahan"), Supporter.objects.get(name="New")
    assert (olha.email, olha.tier.key, olha.since, olha.until, olha.language, olha.is_named) == (
        "olha@home.example", "patron", date(2025, 1, 1), date(2026, 12, 31), "uk", True,
    )  # fmt: skip
    assert (new.tier.key, new.since, new.language, new.is_named) == ("patron", date(2026, 2, 1), "uk", True)
    entries = log()
    assert {(entry.verb, entry.by) for entry in entries} == {("supporter-add", chris), ("supporter-change", chris)}
    assert "home.example" not in str(list(entries.values())) and "Olha" not in str(list(entries.values()))
    assert Message.objects.filter(topic="purge").count() == 1


def test_the_same_list_again_changes_nothing(desk):
    text = HEAD + "New,new@home.example,patron,2026-02-01,,uk,yes\n"
    do(desk, look(desk, text))
    again = look(desk, text)
    assert again.context["plan"].same == 1 and not again.context["carried"]


def test_a_column_that_is_not_there_leaves_things_as_they_are(desk):
    make_supporter(until=date(2026, 12, 31), is_named=True, language="uk")
    do(desk, look(desk, "email;tier\nolha@home.example;patron\n"))
    olha = Supporter.objects.get()
    assert (olha.name, olha.tier.key, olha.until, olha.is_named, olha.language) == (
        "Olha Bahan", "patron", date(2026, 12, 31), True, "uk",
    )  # fmt: skip


def test_who_is_new_begins_today_where_nothing_is_said(desk):
    do(desk, look(desk, "email,tier\nnew@home.example,friend\n"))
    new = Supporter.objects.get()
    assert (new.name, new.since, new.until, new.is_named) == ("", timezone.localdate(), None, False)


@pytest.mark.parametrize(
    "data",
    [
        "\ufeff" + HEAD + "Ольга,olha@home.example,friend,,,,\n",
        HEAD.replace(",", ";") + "Ольга;olha@home.example;friend;;;;\n",
        HEAD.replace("\n", "\r\n") + '"Ольга",olha@home.example,friend,,,,\r\n\r\n',
        HEAD.upper() + "Ольга, olha@home.example ,Friend,,,,",
        "email, tier ,name\nolha@home.example,FRIENDS,  Ольга \n",
    ],
)
def test_files_of_many_programs_are_read(desk, data):
    do(desk, look(desk, data))
    assert Supporter.objects.get().name == "Ольга"


# --- what is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("A,no address,friend,,,,", "email"),
        ("A,,friend,,,,", "email"),
        ("A,a@home.example,unheard-of,,,,", "tier"),
        ("A,a@home.example,,,,,", "tier"),
        ("A,a@home.example,friend,2026-02-30,,,", "since"),
        ("A,a@home.example,friend,,yesterday,,", "until"),
        ("A,a@home.example,friend,2026-02-02,2026-02-01,,", "until"),
        ("A,a@home.example,friend,,,xx,", "language"),
        ("A,a@home.example,friend,,,,perhaps", "named"),
        (f"{'A' * 121},a@home.example,friend,,,,", "name"),
        ("A\u202eb,a@home.example,friend,,,,", "name"),
        ("A,a@home.example,friend", ""),
        ("A,a@home.example,friend,,,,,,", ""),
        ("B,B@Home.example,friend,,,,", "email"),
    ],
)
def test_a_line_is_refused_with_its_number_and_column_and_nothing_is_imported(desk, line, column):
    shown = look(desk, HEAD + f"B,b@home.example,friend,,,,\n\n{line}\n")
    assert refusals(shown) == [(4, column)]
    assert not shown.context["carried"] and "Import exactly this" not in shown.content.decode()


def test_all_that_is_wrong_is_told_at_once(desk):
    shown = look(desk, HEAD + "A,none,none,none,none,none,none\n")
    assert [column for _line, column in refusals(shown)] == ["email", "tier", "since", "until", "language", "named"]


def test_the_number_is_that_of_the_file_where_a_cell_has_several_lines(desk):
    shown = look(desk, HEAD + '"Two\nlines",a@home.example,friend,,,,\nB,none,friend,,,,\n')
    assert refusals(shown) == [(4, "email")]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ((HEAD + "Ольга,a@home.example,friend,,,,\n").encode("cp1251"), "Windows-1251"),
        ((HEAD + "A,a@home.example,friend,,,,\n").encode("utf-16"), "not a CSV file"),
        (b"PK\x03\x04\0\0", "not a CSV file"),
        (b"a@home.example,friend\n", "has to name the columns"),
        (b"email,tier,telephone\n", "telephone"),
        (b"email,name\na@home.example,A\n", "A column is missing: tier"),
        (b"email,tier,email\n", "twice"),
        (b"email,tier\n", "there is nothing"),
        (b'email,tier\n"a@home.example,friend\n', "quotation mark"),
        (b"email,tier\n" + b"a@home.example,friend\n" * (spreadsheets.MOST_LINES + 1), "more than 5000 lines"),
        (b"email,tier\n" + b"x" * spreadsheets.MOST_BYTES, "larger than a megabyte"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_beside_the_field(desk, data, words):
    answer = look(desk, data)
    assert answer.status_code == 422 and words in answer.content.decode()
    assert not Supporter.objects.exists()


def test_a_file_has_to_be_chosen(desk):
    assert desk.post(PAGE, {}).status_code == 422


# --- what was shown is what is done ------------------------------------------------------------


def test_what_was_tampered_with_is_not_done(desk):
    carried = look(desk, HEAD + "A,a@home.example,friend,,,,\n").context["carried"]
    for forged in ("", "x", carried[:-1] + ("a" if carried[-1] != "a" else "b"), carried + "x"):
        assert desk.post(PAGE, {"carried": forged}).status_code == 409
    assert not Supporter.objects.exists()


def test_what_another_person_looked_at_is_not_done(desk, client, ada):
    carried = look(desk, HEAD + "A,a@home.example,friend,,,,\n").context["carried"]
    client.force_login(ada)
    assert client.post(PAGE, {"carried": carried}).status_code == 409
    assert not Supporter.objects.exists()


@pytest.mark.parametrize("meanwhile", ["changed", "added", "no tier"])
def test_where_supporters_changed_meanwhile_it_is_shown_anew(desk, meanwhile):
    make_supporter()
    shown = look(desk, HEAD + "Olha,olha@home.example,friend,,,,\nA,a@home.example,patron,,,,\n")
    if meanwhile == "changed":
        Supporter.objects.update(name="Another name")
    elif meanwhile == "added":
        make_supporter("A", "a@home.example")
    else:
        make_tier("patron").delete()
    before = list(Supporter.objects.values())
    answer = desk.post(PAGE, {"carried": shown.context["carried"]})
    assert answer.status_code == 409 and "have changed since" in answer.content.decode()
    assert list(Supporter.objects.values()) == before and not log().exists()


def test_pressing_twice_adds_once(desk):
    shown = look(desk, HEAD + "A,a@home.example,friend,,,,\n")
    do(desk, shown)
    assert desk.post(PAGE, {"carried": shown.context["carried"]}).status_code == 409
    assert Supporter.objects.count() == 1


def test_a_large_list_costs_few_queries(desk, django_assert_max_num_queries):
    text = HEAD + "".join(f"Person {number},p{number}@home.example,friend,,,,yes\n" for number in range(2000))
    shown = look(desk, text)
    with django_assert_max_num_queries(120):
        do(desk, shown)
    assert Supporter.objects.count() == 2000 == log().count()


# --- out again ---------------------------------------------------------------------------------


def test_what_is_taken_out_can_be_taken_in_again_and_no_formula_is_reckoned(desk, chris):
    make_supporter("=HYPERLINK(1)", "+plus@home.example", until=date(2026, 12, 31), is_named=True)
    make_supporter("Ольга", "olha@home.example", language="uk")
    file = desk.get(reverse("admin:support_supporter_export"))
    assert file["Content-Type"].startswith("text/csv") and "attachment" in file["Content-Disposition"]
    text = file.content.decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text and "'+plus@" in text and "\n=" not in text
    assert look(desk, file.content).context["plan"].same == 2
    entry = log().get()
    assert (entry.verb, entry.by, entry.details) == ("supporters-export", chris, {"count": 2})


def test_what_is_taken_out_is_what_the_list_shows(desk):
    make_supporter()
    make_supporter("Other", "other@home.example", tier=make_tier("patron"))
    file = desk.get(reverse("admin:support_supporter_export") + "?tier=patron&q=other")
    assert "other@home.example" in file.content.decode() and "olha@" not in file.content.decode()


@pytest.mark.parametrize("person", ["rita", "pia", "edna"])
@pytest.mark.parametrize("name", ["import", "export", "changelist"])
def test_only_who_looks_after_supporters_sees_addresses(client, request, person, name):
    client.force_login(request.getfixturevalue(person))
    assert client.get(reverse(f"admin:support_supporter_{name}")).status_code == 403
