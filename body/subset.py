"""The one allowlist: what a body may contain, as data. Described for people in docs/concepts/body.md."""

import re
from collections.abc import Mapping

from body import embeds

PARAGRAPHS = frozenset({"p", "h2", "h3"})
LISTS = frozenset({"ul", "ol"})
BLOCKS = PARAGRAPHS | LISTS | {"blockquote", "hr", "table", "figure", "aside"}
PARTS = frozenset({"li", "caption", "thead", "tbody", "tr", "th", "td", "figcaption", "cite"})
# What may stand in a caption; a text may break its lines as well, and have notes at its foot.
CAPTION = frozenset({"a", "strong", "em", "s", "sub", "sup", "span"})
INLINE = CAPTION | {"br", "small"}
# These say something by an attribute only: without it their words stay and they go.
MARKED: Mapping[str, str] = {"span": "lang", "small": "data-note"}
TAGS = BLOCKS | PARTS | INLINE

# What other programs put paragraphs, or the words of a paragraph, into.
_BOXES = frozenset(
    {"address", "article", "center", "dd", "details", "div", "dl", "dt", "fieldset", "footer", "form"}
    | {"header", "main", "nav", "pre", "section", "summary"}
)

# Let in because people and programs write it, stored as what it means here.
RENAMED: Mapping[str, str] = {
    "b": "strong",
    "i": "em",
    "del": "s",
    "strike": "s",
    "h1": "h2",
    "h4": "h3",
    "h5": "h3",
    "h6": "h3",
    "tfoot": "tbody",
    **dict.fromkeys(_BOXES, "p"),
}

# Dropped together with what stands in them; any other tag is dropped and its words stay.
DROPPED_WHOLE = frozenset(
    {"applet", "audio", "canvas", "iframe", "math", "noembed", "noframes", "noscript"}
    | {"object", "script", "style", "svg", "template", "textarea", "title", "video"}
)

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# A path of this site begins with one slash; "//" and "/\" would lead to another site.
HREF = re.compile(
    r"https?://[^\s<>\"\\/]+[^\s<>\"\\]*"
    r"|mailto:[^\s<>\"\\]+"
    r"|tel:[+0-9().-]+"
    r"|/(?![/\\])[^\s<>\"\\]*"
    r"|\#[^\s<>\"\\]+",
    re.IGNORECASE,
)
# The languages that a passage may be marked with, in the order in which the editor offers them.
LANGUAGES = (
    *("uk", "en", "ru", "be", "pl", "de", "fr", "crh", "bg", "cs", "el", "es", "hu", "it", "ka", "la", "lt"),
    *("lv", "et", "nl", "pt", "ro", "sk", "sv", "tr", "zh", "ja", "ar", "fa", "he", "yi"),
)
# Written from right to left; their direction is always stored with them.
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "yi"})
LANG = re.compile("|".join(LANGUAGES))
SPAN = re.compile(r"[1-9][0-9]{0,2}")

_LANG = {"lang": LANG, "dir": re.compile("rtl")}
_ATTRIBUTES: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    **dict.fromkeys(("p", "li", "blockquote", "em", "strong", "span", "aside"), _LANG),
    "a": {"href": HREF, **_LANG},
    "small": {"data-note": re.compile("")},
    "td": {"colspan": SPAN, "rowspan": SPAN},
    "th": {"colspan": SPAN, "rowspan": SPAN, "scope": re.compile("row|col|rowgroup|colgroup")},
}


def attributes() -> dict[str, dict[str, re.Pattern[str]]]:
    """For each tag its attributes, for each attribute what its whole value must match; embeds included."""
    found = {tag: dict(own) for tag, own in _ATTRIBUTES.items()}
    for kind in embeds.kinds():
        found.setdefault(kind.element, {}).update(kind.attributes)
    return found
