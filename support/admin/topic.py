"""Topics at the desk: the list, what waits first, and one topic with all that can be done about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from activity.models import Entry
from activity.verbs import title
from articles.admin import listing
from articles.refusals import Refused
from outlet.clock import in_the_outlets_time
from support.admin.deeds import DEEDS, WordsForm, articles_for, offered, others_for
from support.models import Topic, TopicState
from support.models.topic import MOST_WORDS
from support.sessions import today
from support.topics import deciding
from support.topics.standing import with_standing, with_story

PUBLISHED = "published"
# The list begins with what waits for somebody.
WAITING_FIRST = Case(
    When(state=TopicState.PROPOSED, then=Value(0)),
    When(state=TopicState.OPEN, then=Value(1)),
    When(state=TopicState.REPORTED, then=Value(2)),
    default=Value(3),
    output_field=IntegerField(),
)


class StateFilter(admin.SimpleListFilter):
    """Where topics stand; what was published is told by the editions of today."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        merged = (TopicState.MERGED, TopicState.MERGED.label)
        return [*(each for each in TopicState.choices if each != merged), (PUBLISHED, _("Published")), merged]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = self.value()
        if chosen == PUBLISHED:
            return queryset.filter(story_path__isnull=False)
        if chosen == TopicState.REPORTED:
            queryset = queryset.filter(story_path__isnull=True)
        # what became a part of another is shown only where it is asked for
        return queryset.filter(state=chosen) if chosen else queryset.exclude(state=TopicState.MERGED)

    def choices(self, changelist: Any) -> Iterator[Any]:
        first, *others = super().choices(changelist)
        yield {**first, "display": pgettext("filter", "All")}
        yield from others


class TopicForm(forms.ModelForm):
    """A topic of the desk's own."""

    question = forms.CharField(
        label=_("What should be found out"), max_length=MOST_WORDS, widget=forms.Textarea(attrs={"rows": 6})
    )

    class Meta:
        model = Topic
        fields = ("title", "question", "language")


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin[Topic]):
    """Topics come from supporters and from the desk. Nothing is removed: what was decided stays known."""

    form = TopicForm
    list_display = ("entry", "state_in_words", "voices", "asked", "proposed")
    list_filter = (StateFilter, "language")
    ordering = (WAITING_FIRST, "-proposed_at", "-pk")
    search_fields = ("title", "question")
    search_help_text = _("Words of the title or the question")
    nothing_here = _("Nobody has proposed a topic yet. Begin one of your own, and ask those who support you for more.")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return with_story(with_standing(super().get_queryset(request), today()), timezone.now())

    def has_delete_permission(self, request: HttpRequest, obj: Topic | None = None) -> bool:
        return False

    @admin.display(description=_("topic"), ordering="title")
    def entry(self, topic: Any) -> str:
        line = topic.story_headline or topic.get_language_display()
        return listing.entry(topic.title, line, lang=topic.language)

    @admin.display(description=_("state"), ordering=WAITING_FIRST)
    def state_in_words(self, topic: Topic) -> str:
        return format_html('<span class="desk-stage">{}</span>', state_of(topic))

    @admin.display(description=_("voices"), ordering="voices")
    def voices(self, topic: Any) -> int:
        return topic.voices

    @admin.display(description=_("asked for by"), ordering="asked")
    def asked(self, topic: Any) -> int:
        return topic.asked

    @admin.display(description=_("proposed"), ordering="proposed_at")
    def proposed(self, topic: Topic) -> str:
        return listing.short_time(topic.proposed_at)

    def save_model(self, request: HttpRequest, obj: Topic, form: Any, change: bool) -> None:
        user: Any = request.user
        deciding.add(obj, by=user)

    @in_the_outlets_time
    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The topic, who asks for it and what can be done (GET); one of these deeds (POST)."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        found = self.get_queryset(request).select_related(
            "proposed_by", "begun_by", "decided_by", "merged_into", "article"
        )
        topic = found.filter(pk=int(object_id) if object_id.isdecimal() and len(object_id) < 18 else 0).first()
        if topic is None:
            raise Http404
        typed = None
        if request.method == "POST":
            if not self.has_change_permission(request, topic):
                raise PermissionDenied
            answer, typed = self._do(request, topic)
            if answer is not None:
                return answer
            topic = found.get(pk=topic.pk)
        context = self._context(request, topic, typed)
        return TemplateResponse(request, "admin/support/topic/topic.html", context, status=422 if typed else 200)

    def _do(self, request: HttpRequest, topic: Topic) -> tuple[HttpResponse | None, Any]:
        """Where to go on after the deed; else what was typed, which the page shows again."""
        user: Any = request.user
        deed = DEEDS.get(request.POST.get("deed", ""))
        if deed is None or topic.state not in deed.states:
            messages.error(request, _("This is not possible any more. Look at the topic as it stands now."))
            return HttpResponseRedirect(reverse("admin:support_topic_change", args=[topic.pk])), None
        try:
            leads = deed.does(topic, request.POST, user)
        except Refused as refusal:
            messages.error(request, str(refusal.message))
            return None, request.POST
        messages.success(request, deed.said % {"title": topic.title})
        return HttpResponseRedirect(leads or reverse("admin:support_topic_change", args=[topic.pk])), None

    def _context(self, request: HttpRequest, topic: Any, typed: Any) -> dict[str, Any]:
        user: Any = request.user
        may_decide = self.has_change_permission(request, topic)
        letters = topic.votes.filter(supporter__wants_letters=True).count()
        sees_names = user.has_perm("support.view_supporter")
        words = WordsForm(
            typed if typed and "title" in typed else None, initial={"title": topic.title, "question": topic.question}
        )
        return self.admin_site.each_context(request) | {
            "title": topic.title,
            "opts": self.opts,
            "topic": topic,
            "state": state_of(topic),
            "letters": letters,
            "askers": topic.votes.select_related("supporter__tier").order_by("at") if sees_names else [],
            "sees_names": sees_names,
            "deeds": offered(topic, user) if may_decide else {},
            "words": words,
            "typed": typed or {},
            "others": others_for(topic, request.GET.get("same", "")) if may_decide else None,
            "articles": articles_for(topic, request.GET.get("article", ""), user) if may_decide else None,
            "entries": [(entry, title(entry.verb)) for entry in Entry.objects.about(topic).select_related("by")],
        }


def state_of(topic: Any) -> str:
    """The state in words, as editions tell it today."""
    return str(_("Published") if topic.story_path else topic.get_state_display())
