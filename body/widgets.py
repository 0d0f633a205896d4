"""Where a body is written: the one module to replace for another editor (docs/concepts/editor.md)."""

import json
from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.forms.widgets import Script
from django.templatetags.static import static
from django.utils.functional import lazy
from django.utils.module_loading import import_string

from body import editor
from body.clean import clean


def chosen() -> type[forms.Widget]:
    """The widget of every body, named by the setting ``BODY_WIDGET``."""
    widget: type[forms.Widget] = import_string(getattr(settings, "BODY_WIDGET", "body.widgets.BodyWidget"))
    return widget


class PlainBodyWidget(forms.Textarea):
    """A plain text area for the HTML subset. ``lang`` tells spell-checkers and screen readers the language."""

    def __init__(self, attrs: Mapping[str, Any] | None = None, lang: str = "") -> None:
        own = {"rows": 24, "class": "body-input", "spellcheck": "true"}
        super().__init__({**own, **({"lang": lang} if lang else {}), **(attrs or {})})


class BodyWidget(PlainBodyWidget):
    """The editor. Where no script runs, or where it would lose a part of the text, it is the plain text area."""

    class Media:
        css = {"all": ["body/editor/editor.css", "body/editor/dialogs.css"]}
        # All deferred and hence run in this order: the shim changes what CKEditor defines.
        js = [
            Script("body/editor/base.js", **{"defer": True, "data-base": lazy(static, str)("ckeditor/ckeditor/")}),
            Script("ckeditor/ckeditor/ckeditor.js", defer=True),
            Script("body/editor/shim.js", defer=True),
            Script("body/editor/editor.js", type="module"),
        ]

    def format_value(self, value: Any) -> str | None:
        """Cleaned once more: what is stored, or came back with a refused form, may not have come through us."""
        return clean(value) if isinstance(value, str) else super().format_value(value)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        own = context["widget"]["attrs"]
        own["data-body-editor"] = json.dumps(editor.config(own.get("lang") or ""))
        return context
