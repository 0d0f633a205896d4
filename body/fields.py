"""The column that holds a body. Whatever way the text comes in, what is stored is the clean subset."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from body import widgets
from body.clean import clean


class BodyFormField(forms.CharField):
    def to_python(self, value: Any) -> str:
        # Here and not later, so that a text that only came back with other line ends does not count as changed.
        return clean(super().to_python(value) or "")


class BodyField(models.TextField):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"blank": True, "default": "", **kwargs})

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, _, args, kwargs = super().deconstruct()
        # For the database it is a text like any other, and a migration must not need this app.
        return name, "django.db.models.TextField", args, kwargs

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        return super().clean(_clean(value), model_instance)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = _clean(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        # Also reached by update() and bulk_update(), which know no pre_save.
        return super().get_db_prep_save(_clean(value), connection)

    def formfield(self, **kwargs: Any) -> Any:
        # The admin brings its own text area for every text column; this one has an editor.
        if kwargs.get("widget") in (None, AdminTextareaWidget):
            kwargs["widget"] = widgets.chosen()
        return super().formfield(**{"form_class": BodyFormField, **kwargs})


def _clean(value: Any) -> Any:
    """Expressions (``F("other")``) and None pass."""
    return clean(value) if isinstance(value, str) else value
