"""Every string that people see is translated into every language of ``locale/``, and compiled.

A test fails here as soon as a new string has no translation; docs/developers/translating.md tells what to do.
"""

import ast
import gettext
import re
from collections import namedtuple
from pathlib import Path

import pytest
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((ROOT / "locale").rglob("*.po"))
NOT_COLLECTED = {"var", "tests"}  # as `make messages` leaves them out
# How to read the strings of a call: a context comes first (p), a plural last (n).
FUNCTIONS = {"_": "", "gettext": "", "ngettext": "n", "pgettext": "p", "npgettext": "np"}
QUOTED = r"""u?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
CALL = re.compile(rf"\b({'|'.join(FUNCTIONS)})\(({QUOTED}(?:, {QUOTED})*)")
FIELD = re.compile(r'^(msg[\w\[\]]+) ((?:".*"\n?)+)', re.MULTILINE)
PLACEHOLDER = re.compile(r"%\(\w+\)[-+.\d]*[a-z]|%[a-z%]|\{\w*\}|</?\w[^>]*>")

Message = namedtuple("Message", "context msgid plural")
Entry = namedtuple("Entry", "message translations is_fuzzy")

each_catalogue = pytest.mark.parametrize("po", CATALOGUES, ids=lambda po: po.parts[-3])


def entries(po):
    """The entries of a catalogue; the first is its header. What is commented out is none."""
    for block in po.read_text(encoding="utf-8").split("\n\n"):
        fields = {
            name: "".join(ast.literal_eval(line) for line in lines.splitlines()) for name, lines in FIELD.findall(block)
        }
        if fields:
            yield Entry(
                Message(fields.get("msgctxt"), fields["msgid"], fields.get("msgid_plural")),
                [words for name, words in fields.items() if name.startswith("msgstr")],
                re.search(r"^#,.*\bfuzzy\b", block, re.MULTILINE) is not None,
            )


def forms(po):
    """How many forms a plural has in the language of this catalogue."""
    return int(re.search(r"nplurals=(\d+)", next(entries(po)).translations[0])[1])


def placeholders(words):
    return sorted(PLACEHOLDER.findall(words))


def message(function, strings):
    """What a call of this function asks for."""
    context = strings.pop(0) if "p" in FUNCTIONS[function] else None
    return Message(context, strings[0], strings[1] if "n" in FUNCTIONS[function] else None)


def in_python(source):
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            function = name.removesuffix("_lazy").removesuffix("_noop")
            strings = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if function in FUNCTIONS and len(strings) > len(FUNCTIONS[function]):
                yield message(function, strings)


def in_template(source):
    for function, strings in CALL.findall(templatize(source)):
        yield message(function, list(ast.literal_eval(f"({strings},)")))


def collected():
    """Every file that people's words come from, with the messages in it."""
    folders = [
        path for path in ROOT.iterdir() if path.is_dir() and path.name[0] != "." and path.name not in NOT_COLLECTED
    ]
    for path in sorted(file for folder in folders for file in folder.rglob("*.*")):
        if path.suffix == ".py":
            yield path, set(in_python(path.read_text(encoding="utf-8")))
        elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
            yield path, set(in_template(path.read_text(encoding="utf-8")))


def test_each_language_but_that_of_the_code_has_a_catalogue(settings):
    assert {po.parts[-3] for po in CATALOGUES} == set(settings.LANGUAGE_NAMES) - {"en"}


@each_catalogue
def test_everything_is_translated(po):
    assert [entry.message.msgid for entry in entries(po) if entry.is_fuzzy or not all(entry.translations)] == []


@each_catalogue
def test_a_plural_has_all_the_forms_of_its_language(po):
    wanted = forms(po)
    assert [
        entry.message.msgid
        for entry in entries(po)
        if len(entry.translations) != (wanted if entry.message.plural else 1)
    ] == []


@each_catalogue
def test_a_translation_keeps_what_is_filled_in_and_the_tags(po):
    assert [
        words
        for (_context, msgid, plural), translations, is_fuzzy in list(entries(po))[1:]
        for words in translations
        if words and not is_fuzzy
        if placeholders(words) not in (placeholders(msgid), placeholders(plural or msgid))
    ] == []


@each_catalogue
def test_what_is_compiled_is_what_was_written(po):
    written = {}
    for (context, msgid, plural), translations, is_fuzzy in entries(po):
        key = msgid if context is None else f"{context}\x04{msgid}"
        if all(translations) and not is_fuzzy:
            written |= {(key, form) if plural else key: words for form, words in enumerate(translations)}
    with po.with_suffix(".mo").open("rb") as compiled:
        found = gettext.GNUTranslations(compiled)._catalog
    written[""] = re.sub("POT-Creation-Date.*\n", "", written[""])  # msgfmt leaves it out
    assert found == written


@each_catalogue
def test_every_string_in_the_code_and_the_templates_stands_in_the_catalogue(po):
    known = {entry.message for entry in entries(po)}
    missing = sorted(f"{path.relative_to(ROOT)}: {each.msgid}" for path, asked in collected() for each in asked - known)
    assert not missing, "\n".join(missing)
