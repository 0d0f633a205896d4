"""What the list of articles can be narrowed to: one plain form, and what it means in questions to the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles import words
from articles.admin.listing import label
from articles.finding import Narrowing, pointing, word, written_by
from articles.models import (
    Article,
    AuthorText,
    Byline,
    CarriedOn,
    Edition,
    Kind,
    Notice,
    Section,
    Tag,
    TaggedArticle,
    WaitingNote,
    is_live,
)
from articles.slugs import fold
from articles.workflow import Flag, Publication, Stage
from outlet import languages
from staff.models import User

ALL = ("", pgettext_lazy("filter", "All"))
MINE, REVIEWED = "mine", "reviewed"
CHANGED = "changed"
PUBLIC = {
    Publication.NEVER: Publication.NEVER.label,
    Publication.SCHEDULED: Publication.SCHEDULED.label,
    Publication.LIVE: Publication.LIVE.label,
    CHANGED: _("Live, with unpublished changes"),
    Publication.UNPUBLISHED: Publication.UNPUBLISHED.label,
    Publication.RETRACTED: Publication.RETRACTED.label,
    Publication.TAKEN_DOWN: Publication.TAKEN_DOWN.label,
}
OPEN_PLACES = CarriedOn.objects.open().order_by()
FLAGS: dict[str, tuple[Any, Q | Narrowing]] = {
    "legal": (_("Legal check required"), Q(legal_flag=Flag.REQUIRED)),
    "picture": (_("Picture desk required"), Q(picture_flag=Flag.REQUIRED)),
    "taken": (_("Review taken by somebody"), Q(claimed_by__isnull=False)),
    "pending": (_("Newest version not yet public"), Q(is_pending=True)),
    "waiting": (_("Waits for a reviewer"), Q(stage=Stage.SUBMITTED, claimed_by__isnull=True)),
    "note": (_("A public note waits for a second person"), pointing(WaitingNote.objects.order_by())),
    "carried": (
        _("Corrected words may stand elsewhere"),
        Narrowing(
            Exists(OPEN_PLACES.filter(correction__article=OuterRef("pk"))),
            OPEN_PLACES.values_list("correction__article_id", flat=True),
        ),
    ),
}
DAYS = {"today": (_("Today"), 0), "week": (_("The last 7 days"), 7), "month": (_("The last 30 days"), 30)}
MOST_SUGGESTED = 300


@dataclass(frozen=True)
class Chip:
    """One thing that is set, in words, and the list without it."""

    label: Any
    value: Any
    without: str


class Day(forms.DateField):
    """A day, in the browser's own calendar."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class Filters(forms.Form):
    """Each field that is set narrows the list; what makes no sense is told beside its field and narrows nothing."""

    q = forms.CharField(
        required=False,
        label=_("Search"),
        widget=forms.TextInput(attrs={"type": "search", "placeholder": _("Headline, slug or author")}),
    )
    whose = forms.ChoiceField(
        label=_("Whose"), choices=[ALL, (MINE, _("Mine")), (REVIEWED, _("Reviewed by me"))], required=False
    )
    stage = forms.ChoiceField(label=_("Stage"), choices=[ALL, *Stage.choices], required=False)
    public = forms.ChoiceField(label=_("Readers have"), choices=[ALL, *PUBLIC.items()], required=False)
    flag = forms.ChoiceField(
        label=_("Flags"), choices=[ALL, *((name, label) for name, (label, _holds) in FLAGS.items())], required=False
    )
    section = forms.ChoiceField(label=_("Section"), required=False)
    author = forms.CharField(
        label=_("Author"), required=False, widget=forms.TextInput(attrs={"list": "authors", "autocomplete": "off"})
    )
    tag = forms.CharField(
        label=_("Tag"), required=False, widget=forms.TextInput(attrs={"list": "tags", "autocomplete": "off"})
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=[ALL, *Kind.choices], required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    saved = forms.ChoiceField(
        label=_("Last saved"), choices=[ALL, *((name, label) for name, (label, _d) in DAYS.items())], required=False
    )
    since = Day(label=_("Saved from"), required=False)
    until = Day(label=_("Saved until"), required=False)

    def __init__(self, query: QueryDict, *, user: User) -> None:
        super().__init__(query, label_suffix="", auto_id="filter_%s")
        self.query, self.user = query, user
        self.sections = {str(each.pk): label(each) for each in Section.objects.standing().prefetch_related("texts")}
        self._choices("section").choices = [ALL, *self.sections.items()]
        self._choices("language").choices = [ALL, *languages.choices()]
        self.full_clean()
        for name in self.cleaned_data:
            if self.cleaned_data[name]:
                self.fields[name].widget.attrs["class"] = "is-set"

    def _choices(self, name: str) -> Any:
        return self.fields[name]

    @property
    def below(self) -> list[forms.BoundField]:
        """The fields of the panel; the search stands above it."""
        return [self[name] for name in self.fields if name != "q"]

    @property
    def authors(self) -> QuerySet[AuthorText, Any]:
        """Names that the browser suggests."""
        return AuthorText.objects.order_by("name").values_list("name", flat=True).distinct()[:MOST_SUGGESTED]

    @property
    def tags(self) -> QuerySet[Any, Any]:
        return Tag.objects.standing().order_by("name").values_list("name", flat=True)[:MOST_SUGGESTED]

    @property
    def chips(self) -> list[Chip]:
        """What is set, each with the way to take it away."""
        return [
            Chip(self.fields[name].label, self._shown(name, value), self._without(name))
            for name, value in self.cleaned_data.items()
            if value and name != "q"
        ]

    def _shown(self, name: str, value: Any) -> Any:
        if isinstance(value, date):
            return date_format(value, "DATE_FORMAT")
        return dict(getattr(self.fields[name], "choices", {})).get(value, value)

    def _without(self, name: str) -> str:
        query = self.query.copy()
        for each in (name, "before", "after"):
            query.pop(each, None)
        return f"?{query.urlencode()}"

    def narrowed(self, articles: QuerySet[Article]) -> tuple[QuerySet[Article], list[Narrowing]]:
        """The articles by their own columns, and what narrows them from other tables."""
        now = timezone.now()
        narrowings: list[Narrowing] = []
        for name, value in self.cleaned_data.items():
            if value:
                for condition in MEANINGS[name](self, value, now):
                    if isinstance(condition, Narrowing):
                        narrowings.append(condition)
                    else:
                        articles = articles.filter(condition)
        return articles, narrowings


Conditions = Iterator[Q | Narrowing]
NOTHING = Q(pk__in=[])


def _of_words(_form: Filters, value: str, _now: datetime) -> Conditions:
    prefixes = words.typed(value)
    if value.strip() and not prefixes:
        yield NOTHING
    yield from map(word, prefixes)


def _of_person(form: Filters, value: str, _now: datetime) -> Conditions:
    yield written_by(form.user) if value == MINE else Q(claimed_by=form.user)


def _of_flag(_form: Filters, value: str, _now: datetime) -> Conditions:
    yield FLAGS[value][1]


def _of_author(_form: Filters, value: str, _now: datetime) -> Conditions:
    """Everybody whose name, in any language, begins with what was typed, word by word."""
    prefixes = words.typed(value)
    names = AuthorText.objects.values_list("author_id", "name")
    found = {author for author, name in names if prefixes and words.stand_in(name, prefixes)}
    yield pointing(Byline.objects.filter(author__in=found)) if found else NOTHING


def _of_tag(_form: Filters, value: str, _now: datetime) -> Conditions:
    """The tag of this name, else all that begin so."""
    tags = Tag.objects.filter(folded__startswith=fold(value)).values_list("pk", "merged_into", "folded")
    same = [into or pk for pk, into, name in tags if name == fold(value)]
    found = same or [into or pk for pk, into, _name in tags]
    rows = TaggedArticle.objects.filter(tag__in=found)
    holds = Exists(rows.filter(content_object=OuterRef("pk")))
    yield Narrowing(holds, rows.order_by().values_list("content_object_id", flat=True)) if found else NOTHING


def _of_days(_form: Filters, value: str, now: datetime) -> Conditions:
    today = timezone.localtime(now).date()
    yield Q(saved_at__gte=_beginning(today - timedelta(days=DAYS[value][1])))


def _since(_form: Filters, value: date, _now: datetime) -> Conditions:
    yield Q(saved_at__gte=_beginning(value))


def _until(_form: Filters, value: date, _now: datetime) -> Conditions:
    yield Q(saved_at__lt=_beginning(value + timedelta(days=1)))


def _beginning(day: date) -> datetime:
    """Of a day on the outlet's clock, which the desk's views make the current one."""
    return timezone.make_aware(datetime.combine(day, time.min))


def _of_public(_form: Filters, value: str, now: datetime) -> Conditions:
    """As ``articles.editions.publication_of`` says it of one article."""
    own = Edition.objects.order_by().filter(article=OuterRef("pk"))
    ahead = Edition.objects.ahead(now).order_by()
    if value == Publication.NEVER:
        yield Q(is_pending=True)  # what was never published waits to be; so few are asked further
        yield Narrowing(~Exists(own.filter(cancelled_at__isnull=True)))
    elif value == Publication.SCHEDULED:
        yield pointing(ahead)
        yield Narrowing(~Exists(own.answering(now)))
    elif value == Publication.LIVE:
        yield Narrowing(Exists(own.live(now)))
    elif value == CHANGED:
        yield from _changed(now)
    else:
        notices = Edition.objects.order_by().filter(cancelled_at__isnull=True, notice=value)
        # SQLite would rather look for the time, by which it finds nearly all
        ids = notices.values_list("article_id", flat=True)
        yield Narrowing(Exists(own.answering(now).filter(notice=value)), ids, is_exact=False)


def _changed(now: datetime) -> Conditions:
    """As ``articles.admin.rows.has_moved_on`` says it of one article."""
    live = Edition.objects.order_by().filter(is_live(now), article=OuterRef("pk"))
    answered = Edition.objects.filter(is_live(now), article=OuterRef("article_id"), revision=OuterRef("revision_id"))
    ahead = Edition.objects.ahead(now).order_by().filter(~Exists(answered), notice=Notice.NONE)
    begun = Q(is_pending=True) | Q(Exists(ahead.filter(article=OuterRef("pk"))))
    pending = Article.objects.filter(is_pending=True).order_by().values_list("pk", flat=True)
    yield Narrowing(begun, pending.union(ahead.values_list("article_id", flat=True)))
    yield Narrowing(Exists(live))


def _column(name: str) -> Callable[[Filters, Any, datetime], Conditions]:
    """A field of the form that asks a column of the article."""

    def condition(_form: Filters, value: Any, _now: datetime) -> Conditions:
        yield Q(**{name: value})

    return condition


MEANINGS: dict[str, Callable[[Filters, Any, datetime], Conditions]] = {
    "q": _of_words,
    "whose": _of_person,
    "stage": _column("stage"),
    "public": _of_public,
    "flag": _of_flag,
    "section": _column("section"),
    "author": _of_author,
    "tag": _of_tag,
    "kind": _column("kind"),
    "language": _column("language"),
    "saved": _of_days,
    "since": _since,
    "until": _until,
}
