"""What the editor is told, made from the one allowlist (``body/subset.py``, ``body/embeds.py``).

The result is JSON in an attribute of the text area; the scripts in ``static/body/editor/`` read it.
"""

from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.utils.translation import get_language

from body import embeds, subset
from body.editor_words import characters, words
from body.text import READING_SPEED

# Plugins that are compiled into ckeditor.js, and only those: the loose ones in the wheel are from 2015.
# Those that would replace the browser's own context menu, and with it the spell-check, are left out.
PLUGINS = (
    "a11yhelp,basicstyles,blockquote,button,clipboard,dialog,dialogui,enterkey,find,horizontalrule,"
    "indent,indentlist,lineutils,list,magicline,maximize,notification,"
    "pastefromword,pastetext,pastetools,removeformat,resize,selectall,specialchar,tab,"
    "table,toolbar,undo,widget,widgetselection,wysiwygarea"
)
TOOLBAR = [
    ["BodyText", "BodyHeading2", "BodyHeading3"],
    ["Bold", "Italic", "BodyLink", "BodyUnlink", "BodyNote", "Strike", "Subscript", "Superscript", "RemoveFormat"],
    ["BulletedList", "NumberedList", "Blockquote", "HorizontalRule"],
    ["BodyImage", "BodyStory", "BodyPullquote"],
    ["BodyQuotes", "BodyNbsp", "SpecialChar", "BodyLanguage"],
    ["Table", "BodyRowAfter", "BodyRowDelete", "BodyColumnAfter", "BodyColumnDelete"],
    ["Undo", "Redo", "Find", "Maximize"],
]
# The outer pair, and the pair inside of it.
QUOTES = {"en": "“”‘’", "uk": "«»„“"}


def config(lang: str = "") -> dict[str, Any]:
    """``lang`` is the language of the article; that of the buttons is the one that is active."""
    return {
        # Not among CKEditor's own, because that is looked at before any static file has been collected.
        "ckeditor": ckeditor(lang) | {"contentsCss": [static("body/editor/contents.css")]},
        "kinds": [_kind(kind) for kind in embeds.kinds()],
        "caption": acf(subset.CAPTION),
        "quote": acf(subset.INLINE | {"p"}),
        "href": subset.HREF.pattern,
        "icons": static("body/editor/icons.svg"),
        "quotes": QUOTES,
        "languages": subset.LANGUAGES,
        "rightToLeft": sorted(subset.RIGHT_TO_LEFT),
        "speed": READING_SPEED,
        "words": words(),
    }


def ckeditor(lang: str = "") -> dict[str, Any]:
    """CKEditor's own configuration. ``body/checks.py`` refuses what would open a known hole."""
    return {
        "plugins": PLUGINS,
        "allowedContent": acf(subset.TAGS),
        "toolbar": TOOLBAR,
        "language": (get_language() or settings.LANGUAGE_CODE).split("-")[0],
        "contentsLanguage": lang or settings.LANGUAGE_CODE,
        # Asks the vendor's server otherwise.
        "versionCheck": False,
        "customConfig": "",
        "stylesSet": False,
        "defaultLanguage": "en",
        "disableNativeSpellChecker": False,
        # An empty cell is stored as empty.
        "fillEmptyBlocks": False,
        "height": "65vh",
        "toolbarGroupCycling": False,
        "resize_dir": "vertical",
        "resize_minHeight": 240,
        "specialChars": characters(),
        "magicline_color": "#1a5fd0",
        # Pictures are uploaded, with credit and rights, and never pasted.
        "clipboard_handleImages": False,
        "pasteFromWord_inlineImages": False,
        "pasteFilter": None,
    }


def acf(tags: frozenset[str] | set[str]) -> dict[str, dict[str, str]]:
    """The allowlist in the form of CKEditor's content filter. Convenience only: the server cleans."""
    known = subset.attributes()
    rules = {}
    for tag in sorted(tags):
        names = set(known.get(tag, ()))
        needed = subset.MARKED.get(tag, "")
        rules[tag] = {"attributes": ",".join("!" * (name == needed) + name for name in sorted(names - {"class"}))}
        if "class" in names:
            rules[tag]["classes"] = ",".join(
                sorted(kind.attributes["class"].pattern for kind in embeds.kinds() if "class" in kind.attributes)
            )
    return rules


def _kind(kind: embeds.EmbedKind) -> dict[str, str]:
    # A class is a key by its value, as that of the pull quote.
    value = kind.attributes["class"].pattern if kind.key == "class" else ""
    return {"name": kind.name, "element": kind.element, "key": kind.key, "value": value}
