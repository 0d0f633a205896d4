"""Rules of style at the desk: written, switched on and off, and tried out on an article before they are saved."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from articles.admin.pick.answers import containing
from articles.models import Article, StyleRule
from articles.preflight.rules import Hit, hits
from articles.preflight.subject import of_article

MOST = 50


class StyleRuleForm(forms.ModelForm):
    """The rule, and the article on which it is tried. Trying saves nothing."""

    article = forms.CharField(
        label=_("Try it out on"),
        required=False,
        max_length=300,
        help_text=_("The number or words of the headline of an article; empty: the newest one."),
    )
    is_trial = False

    class Meta:
        model = StyleRule
        fields: tuple[str, ...] = ()  # the admin's fieldsets name them
        widgets = {"note": forms.Textarea(attrs={"rows": 2})}

    def is_valid(self) -> bool:
        # one that is only tried out is never valid, so the form comes back with what was typed and is not saved
        return super().is_valid() and not self.is_trial


@admin.register(StyleRule)
class StyleRuleAdmin(admin.ModelAdmin):
    """What editors want to be told of while they write."""

    form = StyleRuleForm
    change_form_template = "admin/articles/stylerule/change_form.html"
    list_display = ("pattern", "suggestion", "language", "level", "is_on")
    list_filter = ("language", "is_on", "level")
    search_fields = ("pattern", "suggestion", "message")
    search_help_text = _("Pattern, suggestion or sentence")
    nothing_here = _("There is no rule of style yet.")
    fieldsets = (
        (None, {"fields": ("language", "pattern", "is_regex", "suggestion", "message", "level", "is_on", "note")}),
        (None, {"fields": ("article",)}),
    )

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.is_trial = request.method == "POST" and "_try" in request.POST
        return form

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        form = context["adminform"].form
        if getattr(form, "is_trial", False) and not form.errors:
            article = chosen(request, form.cleaned_data["article"], form.instance.language)
            context |= {"has_tried": True, "tried_on": article, "hits": trial(form.instance, article)}
        return super().render_change_form(request, context, *args, **kwargs)


def chosen(request: HttpRequest, words: str, language: str) -> Article | None:
    """The article of this number or headline, the newest where there are several; only one that the person may open."""
    user: Any = request.user
    articles = Article.objects.visible_to(user).order_by("-saved_at", "-pk")
    words = words.strip()
    if words.isdigit():
        return articles.filter(pk=int(words[:18])).first()
    return articles.filter(containing(words, "headline"), language=language).first()


def trial(rule: StyleRule, article: Article | None) -> list[Hit]:
    """Where the rule would speak, whether it is on or not."""
    if article is None:
        return []
    return list(hits([rule], of_article(article).passages))[:MOST]
