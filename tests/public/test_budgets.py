"""What readers' pages may ask of the database. A further query needs a line here, with its reason.

``make bench`` measures the same pages on large archives, in time as well (docs/developers/performance.md).
"""

import re
from functools import partial

import pytest
from django.db import connection, transaction
from django.test import Client

from bench import pages, seed
from bench.plans import asked, faults, plans

pytestmark = pytest.mark.django_db

MOST = {"article": 8}
MOST_OF_A_LIST = 6

# The queries of each page in the order of asking: the table that it begins with, and why it is needed.
FRAME = [
    ("outlet_outlettext", "the paper's name stands on every page"),
    ("outlet_menuitem", "so do its menus, sections and standing pages, all in one"),
]
WRITERS = ("articles_editionauthor", "cards name who wrote, as the names are today")
BUDGET = {
    "article": [
        ("articles_edition", "the edition at this address with its text and lead picture, and when it will change"),
        *FRAME,
        ("articles_image", "pictures in the text: whose they are is told as it stands today"),
        ("articles_edition", "cards and related stories show their target as it is now; so do links to translations"),
        ("articles_author", "names in the byline, as they are today; of one who was merged, the other's"),
        ("articles_authorlink", "search engines are told where else an author can be found"),
        ("articles_tag", "names of the tags, as they are today, whatever they were merged into"),
    ],
    "front": [
        *FRAME,
        ("articles_edition", "the newest stories, of which the page is composed"),
        WRITERS,
        ("articles_image", "a comment shows the face of who wrote it"),
    ],
    "latest": [*FRAME, ("articles_edition", "the stories with their pictures"), WRITERS],
    "section": [*FRAME, ("articles_edition", "its stories with their pictures"), WRITERS],
    "tag": [
        ("articles_tagtext", "the tag that has this address"),
        *FRAME,
        ("articles_editiontag", "its stories with their pictures"),
        WRITERS,
    ],
    "author": [
        ("articles_authortext", "the author who has this address, with portrait"),
        ("articles_authorlink", "where else this author can be found"),
        *FRAME,
        ("articles_editionauthor", "the author's stories with their pictures"),
        WRITERS,
    ],
}
# The index in whose order each list is read.
INDEX = {
    "front": "articles_edition_newest",
    "latest": "articles_edition_newest",
    "section": "articles_edition_of_section",
    "tag": "articles_edition_of_tag",
    "author": "articles_edition_of_author",
}


@pytest.fixture(scope="module", params=[250, 1000], ids=["few stories", "many stories"])
def archive(request, django_db_setup, django_db_blocker):
    """An archive of so many stories, for all tests of this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        seed.archive(request.param)
        if connection.vendor == "postgresql":
            # So few rows are read and sorted faster than found; what we ask is whether they could be found.
            with connection.cursor() as cursor:
                for way in ("seqscan", "sort", "incremental_sort", "hashjoin", "mergejoin"):
                    cursor.execute(f"SET LOCAL enable_{way} = off")
        yield request.param
        transaction.set_rollback(True)


def open_page(path):
    assert Client().get(path).status_code == 200


def begins_with(sql):
    """The table that a query reads first; what stands in parentheses before does not count."""
    outside = sql
    while (shorter := re.sub(r"\([^()]*\)", "", outside)) != outside:
        outside = shorter
    return (re.search(r'FROM "(\w+)"', outside) or re.search(r'FROM "(\w+)"', sql))[1]


def tables_of(path):
    return [begins_with(sql) for sql, _params in asked(partial(open_page, path))]


def trouble(kind, path):
    """What is wrong with how a list is found; PostgreSQL may take another index of the same order."""
    found = plans(partial(open_page, path))
    used = set().union(*(plan.indexes for plan in found))
    unused = {INDEX[kind]} - used if connection.vendor == "sqlite" else ()
    return [*(fault for plan in found for fault in plan.faults), *unused]


def test_the_table_keeps_the_promise():
    for kind, queries in BUDGET.items():
        assert len(queries) <= MOST.get(kind, MOST_OF_A_LIST), kind
        assert all(len(reason.split()) > 3 for _table, reason in queries), kind


def test_a_page_asks_what_its_budget_says(archive):
    (story,) = pages.stories(1)
    for kind, path in ({"article": story} | pages.LISTS).items():
        assert tables_of(path) == [table for table, _reason in BUDGET[kind]], kind


def test_a_later_page_asks_the_same(archive):
    for kind in pages.PAGED:
        number, path = pages.deep(kind)
        assert number > 1 and tables_of(path) == [table for table, _reason in BUDGET[kind]], kind


def test_lists_are_read_in_the_order_of_an_index(archive):
    later = {f"{kind}, later": (kind, pages.deep(kind)[1]) for kind in pages.PAGED}
    lists = {kind: (kind, path) for kind, path in pages.LISTS.items()} | later
    found = {name: trouble(*which) for name, which in lists.items()}
    assert found == {name: [] for name in lists}


def test_a_section_is_not_looked_for_among_all_stories(archive):
    """PostgreSQL may do that where a section has many of them, as it costs the same there."""
    indexes = [plan.indexes for plan in plans(partial(open_page, "/sections/section-9/"))]
    assert any(INDEX["section"] in used for used in indexes)


def test_an_article_with_many_editions_is_found_by_an_index(archive):
    assert faults(partial(open_page, pages.much_corrected())) == []
