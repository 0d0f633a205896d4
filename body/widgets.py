"""Where a body is written: the one module to replace for another editor."""

from collections.abc import Mapping
from typing import Any

from django import forms


class BodyWidget(forms.Textarea):
    """A plain text area for the HTML subset. ``lang`` tells spell-checkers and screen readers the language."""

    def __init__(self, attrs: Mapping[str, Any] | None = None, lang: str = "") -> None:
        own = {"rows": 24, "class": "body-input", "spellcheck": "true"}
        super().__init__({**own, **({"lang": lang} if lang else {}), **(attrs or {})})
