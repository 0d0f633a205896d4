"""What is served: nothing stale, names with hashes that the modules follow, and not too much of it."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import override_settings

from body.checks import STALE
from body.static_files import squeeze
from body.widgets import BodyWidget
from tests.body import editor_site

OWN = Path(__file__).parents[3] / "body" / "static" / "body" / "editor"
# Of the 260 KB that the script of the form may have, ckeditor.js takes 225. It was 14 KB before footnotes: their keys
# cannot be loaded when they are first pressed, nor can what reads those of word processors during a paste.
ROOM = 17 * 1024
LAZY = {"language.js", "prompt.js", "tables.js"}  # loaded where they are needed


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """All static files, as an installation serves them."""
    root = tmp_path_factory.mktemp("static")
    storages = django_settings.STORAGES | {"staticfiles": {"BACKEND": "body.static_files.Storage"}}
    with override_settings(STATIC_ROOT=root, STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield root


def test_no_stale_plugin_is_served(collected):
    served = {path.name for path in collected.joinpath("ckeditor/ckeditor/plugins").iterdir() if path.is_dir()}
    assert served and not served & STALE
    assert not list(collected.rglob("plugin.js")) and not list(collected.glob("ckeditor/*.*"))


def test_neither_is_it_while_developing():
    assert finders.find("ckeditor/ckeditor/ckeditor.js")
    assert finders.find("ckeditor/ckeditor/lang/uk.js")
    for path in (
        "plugins/embed/plugin.js",
        "plugins/autolink/plugin.js",
        "adapters/jquery.js",
        "config.js",
        "lang/de.js",
    ):
        assert not finders.find(f"ckeditor/ckeditor/{path}")
    assert not finders.find("ckeditor/ckeditor-init.js")


def test_of_the_wheel_only_what_is_needed_is_served(collected):
    names = [path for path in collected.joinpath("ckeditor").rglob("*") if path.suffix not in (".gz", ".br")]
    originals = [path for path in names if path.is_file() and not re.search(r"\.[0-9a-f]{12}\.", path.name)]
    assert 20 < len(originals) < 60


def weight(paths):
    return sum(len(gzip.compress(path.read_bytes())) for path in paths)


def test_our_scripts_are_small(collected):
    served = [path for path in collected.joinpath("body/editor").glob("?*.js") if path.name.count(".") == 1]
    assert len(served) > 10
    assert weight(path for path in served if path.name not in LAZY) < ROOM


def test_with_ckeditor_they_leave_room_for_the_form_in_260_kb_and_need_no_jquery(collected):
    theirs = [collected / "ckeditor/ckeditor" / name for name in ("ckeditor.js", "lang/uk.js")]
    assert weight(theirs) + ROOM < 250 * 1024
    media = str(BodyWidget().media)
    assert "jquery" not in media.lower() and "ckeditor-init" not in media


def test_what_is_taken_out_of_our_scripts_is_comment_only():
    script = "/* a\n * b\n */\nlet x = '// no'; // stays\n  // goes\n  /** goes */\n  let y = `/* no */`;\n"
    assert squeeze(script) == "let x = '// no'; // stays\nlet y = `/* no */`;\n"


def test_modules_import_one_another_by_their_hashed_names(collected):
    folder = collected / "body/editor"
    [entry] = folder.glob("editor.????????????.js")
    seen, left = set(), [entry.name]
    while left:
        module = left.pop()
        assert re.search(r"\.[0-9a-f]{12}\.js$", module)
        seen.add(module)
        imported = re.findall(r'(?:from |import\()"\./([^"]+)"', folder.joinpath(module).read_text(encoding="utf-8"))
        left += [name for name in imported if name not in seen]
    # All but the two classic scripts before them.
    assert {name.split(".")[0] for name in seen} == {path.stem for path in OWN.glob("*.js")} - {"base", "shim"}


@pytest.mark.browser
@pytest.mark.urls("tests.body.editor_site")
def test_the_editor_works_from_collected_files(editor, collected):
    """As in an installation: hashed names in the page, and every file from the collected ones."""
    asked = []

    def serve(route):
        path = route.request.url.split("/static/", 1)[1].split("?")[0]
        asked.append(path)
        file = collected / path
        if file.exists():
            route.fulfill(path=file)
        else:
            route.fulfill(status=404)

    editor.page.route("**/static/**", serve)
    body = '<p>One</p>\n<figure data-image="12"><figcaption>A</figcaption></figure>'
    editor.open(body).caret_at_end(0).button("Table").click()
    editor.page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    editor.caret_at_end(0).press("Alt+0")
    editor.page.get_by_role("dialog").get_by_role("button", name="Close").last.click()
    assert editor.save() == body
    assert editor_site.store["posted"].replace("\r\n", "\n") == body
    ours = [path for path in asked if path.startswith("body/")]
    assert len(ours) > 15 and all(re.search(r"\.[0-9a-f]{12}\.\w+$", path) for path in ours)
