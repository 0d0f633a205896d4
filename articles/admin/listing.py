"""What narrows the list of articles."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Section


class SectionFilter(admin.SimpleListFilter):
    """Articles of a section; the names of all sections come in two queries."""

    title = _("section")
    parameter_name = "section"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[Any, str]]:
        return [(section.pk, str(section)) for section in Section.objects.prefetch_related("texts")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        chosen = self.value() or ""
        return queryset.filter(section=int(chosen)) if chosen.isdigit() else queryset
