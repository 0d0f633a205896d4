"""On a person's screen: the sections that an editor keeps to."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from activity.models import record
from articles.admin.texts import PartOfParent
from articles.models import Section, SectionLimit
from staff.admin import PANELS
from staff.models import User


class LimitFormSet(BaseInlineFormSet):
    """Rows of sections; a change of them stands in the log, as a change of roles does."""

    by: User

    def save(self, commit: bool = True) -> Any:
        saved = super().save(commit)
        if self.has_changed():
            sections = (
                SectionLimit.objects.filter(user=self.instance).order_by("section").values_list("section", flat=True)
            )
            record(self.instance, "sections-change", by=self.by, sections=list(sections))
        return saved


class SectionLimitInline(PartOfParent, admin.TabularInline):
    """Who looks after people says where they edit."""

    model = SectionLimit
    formset = LimitFormSet
    template = "admin/articles/limits.html"
    extra = 1
    verbose_name_plural = _("Sections this person keeps to")

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.by = request.user
        return formset

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs["queryset"] = Section.objects.prefetch_related("texts")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


PANELS.append(SectionLimitInline)
