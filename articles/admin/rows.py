"""The list of articles: what a row tells, and pages that begin after an article instead of at a number."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import editions, finding
from articles.admin import listing
from articles.admin.filters import Filters
from articles.models import Article, Byline, Edition
from articles.workflow import Flag


def has_moved_on(article: Article, answering: Edition | None, lying_ahead: list[Edition]) -> bool:
    """Whether the desk has something newer than the story that readers have."""
    if answering is None or not answering.is_story:
        return False
    newer_ahead = any(each.is_story and each.revision_id != answering.revision_id for each in lying_ahead)
    return article.is_pending or newer_ahead


def with_what_rows_tell(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Articles with all that their rows show; the number of queries is the same for one and for fifty."""
    answering = Prefetch("editions", Edition.objects.answering(), to_attr="answering")
    ahead = Prefetch("editions", Edition.objects.ahead(), to_attr="lying_ahead")
    bylines = Prefetch("bylines", Byline.objects.select_related("author").prefetch_related("author__texts"))
    known = articles.select_related("section", "saved_by", "claimed_by", "lead_image").defer("body")
    return known.prefetch_related(answering, ahead, bylines, "section__texts")


class ArticleRows:
    """The columns."""

    @admin.display(description=gettext_lazy("article"))
    def story(self, article: Article) -> str:
        """Picture and headline, and below them what it is and where it stands in the paper."""
        line = " · ".join(filter(None, [article.get_kind_display(), str(article.section or "")]))
        return listing.entry(article, line, listing.thumbnail(article.lead_image), lang=article.language)

    @admin.display(description=gettext_lazy("stage"))
    def where(self, article: Article) -> str:
        """The stage, as the form shows it; below it who reviews, and which desks have to say something."""
        stage = format_html(
            '<span class="desk-stage desk-stage-{}">{}</span>', article.stage, article.get_stage_display()
        )
        notes = []
        if article.claimed_by:
            notes.append(_("reviewed by %(name)s") % {"name": article.claimed_by})
        flags = [_("Legal check")] if article.legal_flag == Flag.REQUIRED else []
        flags += [_("Picture desk")] if article.picture_flag == Flag.REQUIRED else []
        return format_html(
            "{}{}{}",
            stage,
            format_html_join("", '<span class="list-flag">{}</span>', ((flag,) for flag in flags)),
            format_html_join("", '<span class="list-line">{}</span>', ((note,) for note in notes)),
        )

    @admin.display(description=gettext_lazy("readers have"))
    def publication(self, article: Article) -> str:
        """What readers have, and whether the desk has gone on since."""
        answering = next(iter(getattr(article, "answering", [])), None)
        ahead: list[Edition] = getattr(article, "lying_ahead", [])
        state = editions.publication_of(answering, is_ahead=bool(ahead))
        label = _("Live, with unpublished changes") if has_moved_on(article, answering, ahead) else state.label
        return format_html('<span class="list-public list-public-{}">{}</span>', state.value, label)

    @admin.display(description=gettext_lazy("authors"))
    def authors(self, article: Article) -> str:
        """Those who stand under it, in their order."""
        return ", ".join(map(str, article.bylines.all()))

    @admin.display(description=gettext_lazy("last saved"))
    def saved(self, article: Article) -> str:
        """When, and by whom."""
        return format_html("{}<br>{}", listing.short_time(article.saved_at), article.saved_by or "")


class ArticleList(ChangeList):
    """What was saved last comes first, always. No page knows how many there are: nothing is counted."""

    def get_filters_params(self, params: Any = None) -> dict[str, Any]:
        """None of ours is a lookup of Django's."""
        return {}

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Article]:
        """All that may be seen; ``get_results`` looks for what is wanted of them."""
        user: Any = request.user
        self.filters = Filters(request.GET, user=user)
        self.has_filters, self.filter_specs = True, []
        self.has_active_filters = bool(self.filters.chips)
        return self.root_queryset

    def get_results(self, request: HttpRequest) -> None:
        before, after = (finding.Cursor.parse(request.GET.get(name, "")) for name in ("before", "after"))
        articles, own = finding.within(self.filters.user)
        articles, narrowings = self.filters.narrowed(articles)
        size, shown = self.list_per_page, with_what_rows_tell(self.queryset)
        page = finding.page(articles, [*own, *narrowings], shown=shown, size=size, before=before, after=after)
        if after and len(page.rows) < size and page.stopped is None:
            page = finding.page(articles, [*own, *narrowings], shown=shown, size=size)  # the first one, and full
        self.page, self.result_list, self.result_count = page, page.rows, len(page.rows)
        self.show_full_result_count = self.can_show_all = self.multi_page = False
        self.full_result_count, self.paginator = None, None
        self.show_admin_actions = True

    @property
    def older(self) -> str:
        """The next page, or ""."""
        return self._turned("before", self.page.older)

    @property
    def newer(self) -> str:
        return self._turned("after", self.page.newer)

    @property
    def newest(self) -> str:
        """The first page of what the list is narrowed to."""
        return self.get_query_string(remove=["before", "after"])

    def _turned(self, name: str, place: finding.Cursor | None) -> str:
        return self.get_query_string({name: str(place)}, remove=["before", "after"]) if place else ""
