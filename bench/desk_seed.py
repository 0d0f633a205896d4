"""A million working copies for the desk's list, made inside the database: no verb could write so many in a minute.

Words are made up. How often one is used falls as in a language: the tenth is a tenth as frequent as the first.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import Any

from django.db import connection, models

from articles.models import (
    AddressedText,
    Article,
    ArticleWord,
    Author,
    AuthorText,
    Byline,
    Edition,
    Section,
    SectionText,
)
from outlet.models import Outlet, OutletText
from staff.models import User

VOCABULARY, WORDS, SECTIONS, AUTHORS = 40_000, 10, 20, 500
BEGIN = datetime(2006, 1, 1, tzinfo=UTC)
SYLLABLES = [first + second for first in "bcdfghjklmnprstvz" for second in "aeiou"]
# Each is in a tenth of all articles, both are in one of twenty thousand.
EVEN, ODD = "zzeven", "zzodd"


def archive(size: int) -> User:
    """``size`` articles, saved a few minutes apart, all but some of them public; gives the chief editor."""
    _paper()
    words = ArticleWord._meta.indexes[0]
    with connection.schema_editor() as editor:
        editor.remove_index(ArticleWord, words)  # built once over all rows it takes a tenth of the time
    connection.disable_constraint_checking()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")  # asks for no row whether what it names exists
        for fill in (_articles, _words, _editions):
            fill(cursor, size)
    with connection.schema_editor() as editor:
        editor.add_index(ArticleWord, words)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    return User.objects.create_superuser("chief", "chief@bench.example", "nobody signs in here")


def _paper() -> None:
    outlet = Outlet.objects.create(time_zone="Europe/Kyiv", email="desk@bench.example")
    OutletText.objects.create(outlet=outlet, language="en", name="Bench Gazette")
    sections = Section.objects.bulk_create(Section() for _ in range(SECTIONS))
    authors = Author.objects.bulk_create(Author() for _ in range(AUTHORS))
    _named(SectionText, sections)
    _named(AuthorText, authors)


def _named(model: type[AddressedText], owners: list[Any]) -> None:
    """A name for each."""
    model._default_manager.bulk_create(
        model(name=f"{model.OWNER} {number}", slug=f"{model.OWNER}-{number}", **{model.OWNER: owner})
        for number, owner in enumerate(owners, 1)
    )


def numbers(size: int) -> str:
    """A table ``n(i)`` of the numbers up to this."""
    if connection.vendor == "postgresql":
        return f"WITH n(i) AS (SELECT generate_series(1, {size}))"
    return f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {size})"


def _fill(cursor: Any, model: type[models.Model], numbers: str, like: models.Model, **columns: str) -> None:
    """Rows like this one, one a number, but for the columns that an expression is given for."""
    fields = [field for field in model._meta.concrete_fields if field.attname in columns or not field.primary_key]
    values, parameters = [], []
    for field in fields:
        if field.attname in columns:
            values.append(columns[field.attname].replace("%", "%%"))  # % is for parameters
        else:
            values.append("%s" if connection.vendor != "postgresql" else f"%s::{field.db_type(connection)}")
            parameters.append(field.get_db_prep_save(field.pre_save(like, add=True), connection))
    names = ", ".join(f'"{field.column}"' for field in fields)
    cursor.execute(
        f'{numbers} INSERT INTO "{model._meta.db_table}" ({names}) SELECT {", ".join(values)} FROM n', parameters
    )


def _moment(minutes: str) -> str:
    if connection.vendor == "postgresql":
        return f"timestamptz '{BEGIN:%Y-%m-%d}' + ({minutes}) * interval '1 minute'"
    return f"strftime('%Y-%m-%d %H:%M:%f', '{BEGIN:%Y-%m-%d}', ({minutes}) || ' minutes') || '000'"


def _articles(cursor: Any, size: int) -> None:
    """Some are not finished; sections and kinds change from one to the next."""
    is_postgresql = connection.vendor == "postgresql"
    unfinished = "i % 5000 IN (1, 2)"
    _fill(
        cursor, Article, numbers(size), Article(version=1),
        id="i",
        translation_group="gen_random_uuid()" if is_postgresql else "lower(hex(randomblob(16)))",
        headline="'Story number ' || i",
        section_id=f"1 + (i * 7) % {SECTIONS}",
        kind="CASE WHEN i % 10 = 0 THEN 'opinion' WHEN i % 1000 = 3 THEN 'review' ELSE 'report' END",
        stage=f"CASE WHEN {unfinished} THEN CASE WHEN i % 2 = 1 THEN 'draft' ELSE 'submitted' END ELSE 'sent_back' END",
        legal_flag="CASE WHEN i % 20000 = 5 THEN 'required' ELSE 'not_needed' END",
        is_pending=unfinished,
        saved_at=_moment("i * 10"),
    )  # fmt: skip
    _fill(
        cursor, Byline, numbers(size), Byline(),
        article_id="i", author_id=f"1 + (i * 13) % {AUTHORS}",
    )  # fmt: skip


def _words(cursor: Any, size: int) -> None:
    """Ten words an article, frequent and rare ones, and two that hardly ever meet."""
    chance = random.Random(1)
    cursor.execute("CREATE TEMPORARY TABLE vocabulary (rank integer PRIMARY KEY, spelled varchar(40))")
    rows = [(rank, "".join(chance.choices(SYLLABLES, k=3)) + str(rank % 7)) for rank in range(VOCABULARY)]
    cursor.executemany("INSERT INTO vocabulary VALUES (%s, %s)", rows)
    cursor.execute("ANALYZE vocabulary")
    even = "((CAST(i AS bigint) * 7919 + place * 104729 * (i % 97 + 1)) % 1000003) / 1000003.0"
    rank = (
        f"CAST(floor(power(CAST({VOCABULARY} AS double precision), CAST({even} AS double precision))) AS integer) - 1"
    )
    places = " UNION ALL ".join(f"SELECT {place}" for place in range(1, WORDS + 1))
    # even chances come from multiplying by primes; the power makes low ranks frequent
    cursor.execute(
        f"{numbers(size)}, p(place) AS ({places}) INSERT INTO {ArticleWord._meta.db_table} (article_id, word) "
        f"SELECT i, spelled FROM n CROSS JOIN p JOIN vocabulary ON rank = {rank} WHERE true ON CONFLICT DO NOTHING"
    )
    for word, condition in ((EVEN, "i % 10 = 0 OR i % 20000 = 1"), (ODD, "i % 10 = 1")):
        cursor.execute(
            f"{numbers(size)} INSERT INTO {ArticleWord._meta.db_table} (article_id, word) "
            f"SELECT i, '{word}' FROM n WHERE {condition}"
        )


def _editions(cursor: Any, size: int) -> None:
    """Most are public; a few were withdrawn."""
    like = Edition(number=1, is_substantial=False, path="/bench/", kind="report", headline="Story")
    _fill(
        cursor, Edition, numbers(size), like,
        article_id="i",
        notice="CASE WHEN i % 10000 = 7 THEN 'unpublished' ELSE '' END",
        live_from=_moment("i * 10"),
        first_published_at=_moment("i * 10"),
        published_on=f"'{BEGIN:%Y-%m-%d}'" + ("::date" if connection.vendor == "postgresql" else ""),
    )  # fmt: skip
    cursor.execute(f"DELETE FROM {Edition._meta.db_table} WHERE article_id % 5000 = 1")
