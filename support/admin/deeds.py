"""What can be done about a topic on its page: which deed where, what it takes from the form, what is said after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.refusals import Refused
from staff.models import User
from support.models import Topic, TopicState
from support.models.topic import MOST_WORDS
from support.topics import deciding, reporting

SHOWN = 8
Typed = Mapping[str, str]


@dataclass(frozen=True)
class Deed:
    """``does`` may give an address at which to go on; ``needs`` is a further permission."""

    states: tuple[TopicState, ...]
    said: str | Promise
    does: Callable[[Topic, Typed, User], str | None]
    needs: str = ""


class WordsForm(forms.ModelForm):
    """The words as readers are to see them."""

    question = forms.CharField(
        label=_("What should be found out"), max_length=MOST_WORDS, widget=forms.Textarea(attrs={"rows": 6})
    )

    class Meta:
        model = Topic
        fields = ("title", "question")

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, label_suffix="", **kwargs)


def _words(typed: Typed) -> dict[str, str]:
    """What was typed, as far as it fits; refused with what is wrong."""
    form = WordsForm(typed)
    if not form.is_valid():
        raise Refused(" ".join(str(error) for errors in form.errors.values() for error in errors), code="words")
    return {name: form.cleaned_data[name] for name in ("title", "question")}


def _accept(topic: Topic, typed: Typed, by: User) -> None:
    deciding.accept(topic, by=by, **_words(typed))


def _reword(topic: Topic, typed: Typed, by: User) -> None:
    deciding.reword(topic, by=by, **_words(typed))


def _decline(topic: Topic, typed: Typed, by: User) -> None:
    deciding.decline(topic, by=by, reason=typed.get("reason", ""), is_shown="is_shown" in typed)


def _reopen(topic: Topic, typed: Typed, by: User) -> None:
    deciding.reopen(topic, by=by)


def _merge(topic: Topic, typed: Typed, by: User) -> str:
    into = Topic.objects.filter(pk=_number(typed.get("into", ""))).first()
    if into is None:
        raise Refused(_("There is no such topic."), code="topic-unknown")
    deciding.merge(topic, into=into, by=by)
    return reverse("admin:support_topic_change", args=[into.pk])


def _report(topic: Topic, typed: Typed, by: User) -> str:
    return reverse("admin:articles_article_change", args=[reporting.begin(topic, by=by).pk])


def _link(topic: Topic, typed: Typed, by: User) -> None:
    article = Article.objects.filter(pk=_number(typed.get("article", ""))).first()
    if article is None:
        raise Refused(_("There is no such article."), code="article-unknown")
    reporting.link(topic, article=article, by=by)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 18 else 0


WAITING, OPEN, REPORTED, DECLINED = (
    TopicState.PROPOSED, TopicState.OPEN, TopicState.REPORTED, TopicState.DECLINED,
)  # fmt: skip
DEEDS = {
    "accept": Deed((WAITING,), _("Open for votes: %(title)s"), _accept),
    "report": Deed(
        (OPEN, REPORTED), _("Begun: %(title)s. The draft stays linked with the topic."), _report, "articles.add_article"
    ),
    "link": Deed((OPEN,), _("Linked with the article: %(title)s"), _link),
    "reword": Deed((OPEN, REPORTED), _("Readers see the new words: %(title)s"), _reword),
    "merge": Deed((WAITING, OPEN), _("Merged: %(title)s. All votes have moved."), _merge),
    "decline": Deed((WAITING, OPEN, REPORTED), _("Declined: %(title)s"), _decline),
    "reopen": Deed((REPORTED, DECLINED), _("Open for votes again: %(title)s"), _reopen),
}


def offered(topic: Topic, user: User) -> dict[str, Deed]:
    """What this person may do about the topic as it stands."""
    return {
        name: deed
        for name, deed in DEEDS.items()
        if topic.state in deed.states
        and (not deed.needs or user.has_perm(deed.needs))
        and not (name == "report" and topic.article_id)
    }


def others_for(topic: Topic, words: str) -> list[Topic]:
    """Topics into which this one could be merged: those with these words, else the newest."""
    found = Topic.objects.filter(state__in=(OPEN, REPORTED), language=topic.language).exclude(pk=topic.pk)
    for word in words.split():
        found = found.filter(Q(title__icontains=word) | Q(question__icontains=word))
    return list(found[:SHOWN])


def articles_for(topic: Topic, words: str, user: User) -> list[Article]:
    """Articles that could be what comes of the topic; none as long as nothing is looked for."""
    if not words.strip():
        return []
    found = Article.objects.visible_to(user).defer("body")
    taken = Topic.objects.filter(article__isnull=False).values("article")
    for word in words.split():
        found = found.filter(headline__icontains=word)
    return list(found.exclude(pk__in=taken)[:SHOWN])
