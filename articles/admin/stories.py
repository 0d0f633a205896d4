"""Pointing at a story of ours: one's own, and all that is public, under the name that this person may know."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles import finding, rights, words
from articles.admin.texts import PartOfParent, SteadyFormSet
from articles.admin.widgets import Pick
from articles.models import Article, Edition, RelatedStory
from staff.models import User

# So many public stories are looked at whether their public words match as well.
CANDIDATES = 60


def within_reach(user: User) -> QuerySet[Article]:
    """Articles that the user may point at: those that they may open, and those that readers have."""
    own = Article.objects.visible_to(user).values("pk")
    return Article.objects.filter(Q(pk__in=own) | Q(pk__in=Edition.objects.live().values("article_id")))


def name(article: Article, user: User) -> str:
    """The desk's headline for those who may open the article, the public one for others, else its number alone."""
    if rights.may_change(article, user):
        return str(article)
    public = article.editions.live().first()
    return public.headline if public else _("Article %(number)s, not public") % {"number": article.pk}


def with_what_readers_have(articles: QuerySet[Article]) -> QuerySet[Article]:
    """The articles, each with its live edition in ``public``. One query more."""
    live = Edition.objects.live().select_related("lead_image")
    return articles.select_related("lead_image").prefetch_related(Prefetch("editions", live, to_attr="public"))


def found(user: User, text: str, *, most: int, only_public: bool = False, without: int = 0) -> list[Article]:
    """Last saved first: one's own by all words of the desk, others' by the headline that readers have."""
    prefixes = words.typed(text)
    if text.strip() and not prefixes:
        return []
    wanted = [finding.word(prefix) for prefix in prefixes]
    shown = with_what_readers_have(Article.objects.all())
    rows: dict[int, Article] = {}
    if not only_public:
        articles, own = finding.within(user)
        page = finding.page(articles.exclude(pk=without), [*own, *wanted], shown=shown, size=most)
        rows = {article.pk: article for article in page.rows}
    live = finding.Narrowing(Exists(Edition.objects.live().order_by().filter(article=OuterRef("pk"))))
    page = finding.page(Article.objects.exclude(pk=without), [*wanted, live], shown=shown, size=CANDIDATES)
    for article in page.rows:
        # the words of the desk's copy are no secret that may be guessed at
        if any(words.stand_in(edition.headline, prefixes) for edition in article.public):  # type: ignore[attr-defined]
            rows.setdefault(article.pk, article)
    return sorted(rows.values(), key=lambda article: (article.saved_at, article.pk), reverse=True)[:most]


class StoryChoice(forms.ModelChoiceField):
    """A choice among stories within reach."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def label_from_instance(self, obj: Any) -> str:
        return name(obj, self.user)


class RelatedStoryForm(forms.ModelForm):
    """One row. What an editor put there stays, though the reporter who saves could not have chosen it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        target: Any = self.fields["target"]
        target.widget = Pick("story", target.widget.attrs)
        target.queryset = within_reach(target.user) | Article.objects.filter(pk=self.instance.target_id)


class RelatedStoryInline(PartOfParent, admin.TabularInline):
    """What to read next."""

    model = RelatedStory
    form = RelatedStoryForm
    formset = SteadyFormSet
    fk_name = "article"
    template = "admin/articles/article/rows.html"
    extra = 0
    fields = ("order", "target", "url", "kicker", "headline")

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "target":
            kwargs |= {"form_class": StoryChoice, "user": request.user}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
