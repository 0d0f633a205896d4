"""The checks of the project notice a configuration that opens a known hole."""

import ast
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.core.management import call_command

from body import checks, editor
from body.fields import BodyField
from body.widgets import BodyWidget, PlainBodyWidget

ROOT = Path(__file__).parents[3]


def ids(messages):
    return {message.id for message in messages}


def test_the_configuration_as_it_is_passes():
    assert not [message for message in run_checks() if message.id.startswith("body.")]
    call_command("check", "--fail-level", "WARNING")


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"allowedContent": True}, "body.E003"),
        ({"allowedContent": None}, "body.E003"),
        ({"allowedContent": {"script": {}}}, "body.E003"),
        ({"fullPage": True}, "body.E004"),
        ({"versionCheck": True}, "body.E005"),
        ({"extraPlugins": "embed,autolink"}, "body.E006"),
        ({"plugins": editor.PLUGINS + ",exportpdf"}, "body.E006"),
        ({"customConfig": "config.js"}, "body.E007"),
    ],
)
def test_a_dangerous_configuration_is_an_error(change, found):
    assert ids(checks.check_configuration(editor.ckeditor() | change)) == {found}


def test_what_is_left_out_of_the_configuration_is_dangerous_too():
    assert ids(checks.check_configuration({})) == {"body.E003", "body.E005", "body.E007"}


def test_the_checks_look_at_the_configuration_that_is_used(monkeypatch):
    safe = editor.ckeditor()
    monkeypatch.setattr(editor, "ckeditor", lambda lang="": safe | {"fullPage": True})
    assert "body.E004" in ids(run_checks())


def test_the_uploader_of_the_wheel_is_an_error(monkeypatch):
    monkeypatch.setattr("django.apps.apps.is_installed", lambda name: True)
    assert ids(checks.check_uploader(None)) == {"body.E002"}


def test_the_setting_chooses_the_widget(settings):
    assert type(BodyField().formfield().widget) is BodyWidget
    settings.BODY_WIDGET = "body.widgets.PlainBodyWidget"
    assert type(BodyField().formfield().widget) is PlainBodyWidget
    assert checks.check_widget(None) == []
    settings.BODY_WIDGET = "body.widgets.Nothing"
    assert ids(checks.check_widget(None)) == {"body.E001"}


def test_nothing_imports_the_editor():
    users = []
    for path in ROOT.rglob("*.py"):
        if {".venv", "var", "node_modules"} & set(path.relative_to(ROOT).parts):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            users += [path for name in names if name.split(".")[0] in ("ckeditor", "ckeditor_uploader")]
    assert not users


def test_only_the_widget_knows_the_editor():
    """One module to replace: its configuration, its files and its checks are used by nobody else."""
    own = {"editor", "editor_words", "checks", "static_files", "csp", "widgets", "apps", "fields"}
    for path in ROOT.glob("body/*.py"):
        if path.stem not in own:
            assert "editor" not in {
                name
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                if isinstance(node, ast.ImportFrom)
                for name in [node.module.rsplit(".", 1)[-1], *(alias.name for alias in node.names)]
            }


def test_the_field_leaves_no_trace_of_the_editor_in_migrations():
    assert BodyField().deconstruct()[1] == "django.db.models.TextField"
    for path in ROOT.glob("*/migrations/*.py"):
        assert "ckeditor" not in path.read_text(encoding="utf-8")
