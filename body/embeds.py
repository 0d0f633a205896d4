"""The kinds of embeds: things that a text points at instead of containing them.

An embed is a ``figure`` or an ``aside`` that carries the key attribute of its kind. An app above
makes a further kind known from its ``AppConfig.ready()``::

    register(EmbedKind(name="poll", element="aside", key="data-poll", attributes={"data-poll": ID}))

The allowlist, the cleaning and the blocks follow from that.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

ID = re.compile(r"[1-9][0-9]{0,9}")
WORDS = re.compile(r".+")
SECURE_ADDRESS = re.compile(r"https://[^\s<>\"\\/]+[^\s<>\"\\]*", re.IGNORECASE)


def plain_names(attributes: Mapping[str, str]) -> dict[str, Any]:
    """What a block says of an embed, unless its kind knows better: ``data-video-id`` becomes ``video_id``."""
    return {name.removeprefix("data-").replace("-", "_"): value for name, value in attributes.items()}


@dataclass(frozen=True, eq=False)
class EmbedKind:
    name: str
    element: Literal["figure", "aside"]
    key: str
    # Every attribute that the kind may carry, the key among them, with what its value must look like.
    attributes: Mapping[str, re.Pattern[str]]
    # What may stand inside: nothing, a caption, or the words of a quotation and who said them.
    content: Literal["nothing", "caption", "quote"] = "nothing"
    describe: Callable[[Mapping[str, str]], dict[str, Any]] = plain_names

    def own(self, attributes: Mapping[str, str]) -> dict[str, str]:
        return {name: attributes[name] for name in self.attributes if name in attributes}


_kinds: dict[str, EmbedKind] = {}


def register(kind: EmbedKind) -> None:
    """Two kinds may share an attribute (of the same element) only if it means the same in both."""
    if kind.key not in kind.attributes:
        raise ValueError(f"Embed kind {kind.name!r}: the key {kind.key!r} is not among its attributes.")
    for other in _kinds.values():
        shared = kind.attributes.keys() & other.attributes.keys() if other.element == kind.element else ()
        if other.name == kind.name or any(kind.attributes[name] != other.attributes[name] for name in shared):
            raise ValueError(f"Embed kind {kind.name!r} contradicts {other.name!r}, which is already there.")
    _kinds[kind.name] = kind


def kinds() -> tuple[EmbedKind, ...]:
    return tuple(_kinds.values())


def kind_of(element: str, attributes: Mapping[str, str]) -> EmbedKind | None:
    """The kind of an element that was already cleaned, so that an attribute which is there is also right."""
    return next((kind for kind in kinds() if kind.element == element and kind.key in attributes), None)


register(
    EmbedKind(
        name="image",
        element="figure",
        key="data-image",
        attributes={"data-image": ID, "data-layout": re.compile("wide"), "data-alt": WORDS},
        content="caption",
        describe=lambda own: {
            "image": int(own["data-image"]),
            "layout": own.get("data-layout", "normal"),
            "alt": own.get("data-alt"),
        },
    )
)
register(
    EmbedKind(
        name="story",
        element="aside",
        key="data-story",
        attributes={"data-story": ID, "data-kicker": WORDS, "data-headline": WORDS},
        describe=lambda own: {
            "article": int(own["data-story"]),
            "kicker": own.get("data-kicker", ""),
            "headline": own.get("data-headline", ""),
        },
    )
)
register(
    EmbedKind(
        name="pullquote",
        element="aside",
        key="class",
        attributes={"class": re.compile("pullquote")},
        content="quote",
        describe=lambda own: {},
    )
)
register(
    EmbedKind(
        name="post",
        element="aside",
        key="data-post",
        attributes={"data-post": SECURE_ADDRESS},
        describe=lambda own: {"url": own["data-post"]},
    )
)
