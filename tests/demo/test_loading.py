"""The demo in the database and before a reader: loaded once, in a transaction that is taken back."""

from dataclasses import dataclass

import pytest
from django.contrib.auth import authenticate
from django.db import transaction
from django.test import Client, override_settings

from articles.models import AuthorText, ImageText, SectionText, TagText
from articles.workflow import Stage
from demo import reading, studio
from demo.loading import PASSWORD, SIGN_INS, Loader, sign_ins
from demo.pictures import PICTURES
from outlet.models import OutletText
from staff.models import User
from staff.people import roles_of
from staff.roles import ROLES

pytestmark = pytest.mark.django_db  # asks for the database; the tests themselves read nothing from it

STORIES = {story.key: story for story in reading.stories()}


@dataclass(frozen=True)
class Row:
    """An article as it was loaded; ``page`` and ``status`` are what a reader gets at its address, if it has one."""

    stage: str
    language: str
    group: str
    path: str
    status: int
    page: str


@dataclass(frozen=True)
class Loaded:
    rows: dict[str, Row]
    roles: dict[str, list[str]]
    languages: dict[str, set[str]]


def row(article):
    edition = article.editions.last()
    path = edition.path if edition else ""
    response = Client().get(path) if path else None
    return Row(
        article.stage,
        article.language,
        str(article.translation_group),
        path,
        response.status_code if response else 0,
        response.content.decode() if response else "",
    )


def load():
    loader = Loader()
    loader.load()
    for article in loader.articles.values():
        article.refresh_from_db()
    texts = (OutletText, SectionText, AuthorText, TagText, ImageText)
    signed_in = {name: authenticate(username=name, password=PASSWORD) for name in SIGN_INS}
    assert set(signed_in.values()) == set(User.objects.all())
    return Loaded(
        rows={key: row(article) for key, article in loader.articles.items()},
        roles={name: roles_of(user) for name, user in signed_in.items()},
        languages={model.__name__: set(model.objects.values_list("language", flat=True)) for model in texts},
    )


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")),
        transaction.atomic(),
    ):
        found = load()
        transaction.set_rollback(True)
    return found


def test_every_story_is_there_in_its_language(loaded):
    assert {key: row.language for key, row in loaded.rows.items()} == {
        key: story.language for key, story in STORIES.items()
    }


def test_articles_stand_in_every_stage(loaded):
    assert {row.stage for row in loaded.rows.values()} == set(Stage.values)


def test_what_is_said_of_things_is_said_in_both_languages(loaded):
    assert loaded.languages == {name: {"en", "uk"} for name in loaded.languages}


def test_readers_find_every_published_story_and_no_other(loaded):
    expected = {"published": 200, "scheduled": 404}
    assert {key: row.status for key, row in loaded.rows.items()} == {
        key: expected.get(story.stage, 0) for key, story in STORIES.items()
    }
    for key, row in loaded.rows.items():
        assert row.path.startswith("/uk/") == (row.language == "uk" and row.path != ""), key


def test_translations_share_a_group_and_nothing_else_does(loaded):
    groups = {key: STORIES[key].translation_of or key for key in loaded.rows}
    assert len({row.group for row in loaded.rows.values()}) == len(set(groups.values()))
    for key, row in loaded.rows.items():
        assert row.group == loaded.rows[groups[key]].group, key


def test_translations_lead_to_each_other(loaded):
    for story in STORIES.values():
        if story.translation_of:
            here, there = loaded.rows[story.key], loaded.rows[story.translation_of]
            assert f'href="{there.path}"' in here.page and f'href="{here.path}"' in there.page, story.key


def test_there_is_one_sign_in_for_each_role(loaded):
    assert loaded.roles == {name: [name] for name in ROLES}
    for name, title in SIGN_INS.items():
        assert f"{title:<15} {name:<15} {PASSWORD}" in sign_ins()


def test_pictures_are_drawn_in_order():
    keys = list(PICTURES)[:3]
    assert list(studio.jpegs(keys)) == [(key, studio.jpeg(key)) for key in keys]


def test_pictures_are_drawn_where_no_process_can_be_started(monkeypatch):
    def refuse(*args, **kwargs):
        raise OSError("no semaphores here")

    monkeypatch.setattr(studio, "ProcessPoolExecutor", refuse)
    keys = list(PICTURES)[-2:]
    assert list(studio.jpegs(keys)) == [(key, studio.jpeg(key)) for key in keys]
