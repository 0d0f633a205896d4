"""The queue of readers' reports at the desk: passages, most reported first, and what is decided about each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from activity.models import Entry
from activity.verbs import title
from articles.refusals import Refused
from articles.workflow import Verb
from outlet.clock import in_the_outlets_time
from readers import counts
from readers.deciding import CAME_OF, decide, may_decide
from readers.models import Case, State
from readers.passages import passage_of

SHOWN = 140
DECISIONS = (
    (State.ACCEPTED, gettext_lazy("Accept and thank")),
    (State.DECLINED, gettext_lazy("Decline")),
    (State.DUPLICATE, gettext_lazy("Known already")),
    (State.SPAM, gettext_lazy("Spam")),
)


class StateFilter(admin.SimpleListFilter):
    """What is new, unless something else is asked for."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            *((state, label) for state, label in State.choices if state != State.NEW),
            ("all", pgettext("filter", "All")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Case]) -> QuerySet[Case]:
        chosen = self.value() or State.NEW
        return queryset if chosen == "all" else queryset.filter(state=chosen)

    def choices(self, changelist: Any) -> Iterator[Any]:
        first, *others = super().choices(changelist)
        yield {**first, "display": State.NEW.label}
        yield from others


class AnswerForm(forms.Form):
    """What is written to those who left an address."""

    answer = forms.CharField(
        label=gettext_lazy("A word to those who reported it"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "Who was right is thanked, with a link to the story, in any case. The others are written to only if you "
            "write something here."
        ),
    )


@admin.register(Case)
class CaseAdmin(admin.ModelAdmin[Case]):
    """Cases come from readers; the desk decides about them and removes nothing."""

    list_display = ("passage", "story", "count", "last_at", "state_in_words")
    list_filter = (StateFilter, "article__language")
    list_select_related = ("article",)
    search_fields = ("exact", "article__headline")
    search_help_text = gettext_lazy("Words of the passage or the headline")
    nothing_here = gettext_lazy("No reader has reported anything that waits.")
    change_list_template = "admin/readers/case/change_list.html"
    ordering = ("-count", "last_at", "pk")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Case]:
        user: Any = request.user
        return Case.objects.visible_to(user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Case | None = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("passage"), ordering="exact")
    def passage(self, case: Case) -> str:
        return Truncator(case.exact).chars(SHOWN) if case.exact else _("The story as a whole")

    @admin.display(description=gettext_lazy("article"), ordering="article__headline")
    def story(self, case: Case) -> str:
        return str(case.article)

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def state_in_words(self, case: Case) -> str:
        return case.get_state_display()

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(in_the_outlets_time(partial(_counts, self)))
        return [path("counts/", view, name="readers_case_counts"), *super().get_urls()]

    @in_the_outlets_time
    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The passage with all that was said about it (GET), and the decision (POST)."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        found = self.get_queryset(request).select_related("article", "edition__body", "decided_by", "correction")
        case = found.filter(pk=int(object_id) if object_id.isdecimal() else 0).first()
        if case is None:
            raise Http404
        form = AnswerForm(request.POST if request.method == "POST" else None, label_suffix="")
        if request.method == "POST" and form.is_valid():
            return self._decide(request, case, form.cleaned_data["answer"])
        return TemplateResponse(request, "admin/readers/case/case.html", self._context(request, case, form))

    def _decide(self, request: HttpRequest, case: Case, answer: str) -> HttpResponse:
        user: Any = request.user
        chosen = request.POST.get("state", "")
        here = HttpResponseRedirect(reverse("admin:readers_case_change", args=[case.pk]))
        if chosen not in State.values:
            return here
        try:
            written = decide(case, state=State(chosen), by=user, answer=answer)
        except Refused as refusal:
            messages.error(request, str(refusal.message))
            return here
        said = ngettext("%(number)d reader is written to.", "%(number)d readers are written to.", written)
        words = f"{case.get_state_display()}: {self.passage(case)}"
        messages.success(request, f"{words} – {said % {'number': written}}" if written else words)
        return HttpResponseRedirect(reverse("admin:readers_case_changelist"))

    def _context(self, request: HttpRequest, case: Case, form: AnswerForm) -> dict[str, Any]:
        user: Any = request.user
        reports = list(case.reports.all())
        return self.admin_site.each_context(request) | {
            "title": _("Reported by readers"),
            "opts": self.opts,
            "case": case,
            "reports": reports,
            "awaiting": sum(bool(report.email) for report in reports),
            "passage": passage_of(case, by=user),
            "form": form,
            "decisions": [each for each in DECISIONS if each[0] != case.state] if may_decide(case, user) else [],
            "entries": [(entry, title(entry.verb)) for entry in Entry.objects.about(case).select_related("by")],
            "public_path": case.edition.path,
            "correct": self._correct(case) if user.has_perm("articles.correct_article") else "",
        }

    def _correct(self, case: Case) -> str:
        """Where the public note is begun from what readers said."""
        page = reverse("admin:articles_article_verb", args=[case.article_id, Verb.CORRECT])
        return f"{page}?{urlencode({'was_wrong': case.exact, 'because': f'{CAME_OF}{case.pk}'})}"


def _counts(desk: CaseAdmin, request: HttpRequest) -> HttpResponse:
    """How the newsroom does: counts and a chart."""
    user: Any = request.user
    if not desk.has_view_or_change_permission(request):
        raise PermissionDenied
    total, *sections = counts.rows(user)
    context = {"title": _("Reports by month and section"), "opts": desk.opts, "total": total, "sections": sections}
    return TemplateResponse(request, "admin/readers/case/counts.html", desk.admin_site.each_context(request) | context)
