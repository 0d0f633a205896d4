"""The outlet's own colours: whether they can be read on the paper, and the stylesheet that carries them."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from outlet.models import Outlet

HEX = re.compile(r"#[0-9a-fA-F]{6}")
LEAST = 4.5  # WCAG 2.2, 1.4.3, for text of any size
# --paper, --paper-raised and --accent of static/css/tokens.css; a test compares them.
PAPERS = {"light": ("#fffdfa", "#f6f1e9"), "dark": ("#151413", "#211f1d")}
ACCENTS = {"light": "#8a1f1f", "dark": "#f0a08f"}


def luminance(colour: str) -> float:
    """How bright a colour is, from 0 for black to 1 for white, as WCAG counts."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 for the same brightness to 21 for black on white."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _stands_out(value: str, *, scheme: str, advice: str) -> None:
    if not HEX.fullmatch(value):
        raise ValidationError(_("Write the colour as # and six digits, as in #8a1f1f."), code="no-colour")
    found = min(contrast(value, paper) for paper in PAPERS[scheme])
    if found < LEAST:
        reached = f"{int(found * 10) / 10}"  # rounded down, lest 4.46 be called 4.5
        raise ValidationError(advice, code="contrast", params={"found": reached, "least": str(LEAST)})


def stands_out_on_light(value: str) -> None:
    """Raises ``ValidationError`` for what is no colour, or too pale for the light paper."""
    _stands_out(value, scheme="light", advice=TOO_PALE)


def stands_out_on_dark(value: str) -> None:
    """The same for what is too dark for the dark paper."""
    _stands_out(value, scheme="dark", advice=TOO_DARK)


TOO_PALE: str = _(
    "On the light paper this colour reaches a contrast of %(found)s : 1; readers need %(least)s : 1. Make it darker."
)  # type: ignore[assignment]
TOO_DARK: str = _(
    "On the dark paper this colour reaches a contrast of %(found)s : 1; readers need %(least)s : 1. Make it lighter."
)  # type: ignore[assignment]


def stylesheet(outlet: Outlet) -> str:
    """What differs from the product's own look, as CSS; "" where nothing does."""
    given = {"light": outlet.accent_light.lower(), "dark": outlet.accent_dark.lower()}
    # whatever way a value came into the row, nothing but a colour gets into the CSS
    chosen = {scheme: value if HEX.fullmatch(value) else ACCENTS[scheme] for scheme, value in given.items()}
    if chosen == ACCENTS:
        return ""
    light, dark = chosen["light"], chosen["dark"]
    return f"@layer tokens {{\n  :root {{\n    --accent: light-dark({light}, {dark});\n  }}\n}}\n"


def digest(css: str) -> str:
    """What the address of a stylesheet is made of: another content, another address."""
    return hashlib.sha256(css.encode()).hexdigest()[:16]
