"""An archive of many articles in a second, made inside the database."""

from django.core.management.color import no_style
from django.db import connection

from articles.models import Article, Byline, Edition
from bench.desk_seed import numbers


def multiply(article: Article, times: int) -> None:
    """So many more articles like this one, with its bylines and its editions."""
    last = Article.objects.order_by("-pk").values_list("pk", flat=True)[0]
    of_number = f"{last} + i"
    group = "gen_random_uuid()" if connection.vendor == "postgresql" else "lower(hex(randomblob(16)))"
    _copy(Article, f"id = {article.pk}", times, id=of_number, translation_group=group)
    for model in (Byline, Edition):
        _copy(model, f"article_id = {article.pk}", times, article_id=of_number)
    with connection.cursor() as cursor:
        for statement in [*connection.ops.sequence_reset_sql(no_style(), [Article]), "ANALYZE"]:
            cursor.execute(statement)


def _copy(model, which, times, **columns):
    fields = [field for field in model._meta.concrete_fields if field.column in columns or not field.primary_key]
    names = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(columns.get(field.column, f'"{field.column}"') for field in fields)
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f'{numbers(times)} INSERT INTO "{table}" ({names}) SELECT {values} FROM n CROSS JOIN "{table}" WHERE {which}'
        )
