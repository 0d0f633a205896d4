"""The article at the desk: the form in the order of the page, and where it stands at its side."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.forms import Media, ModelForm
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from activity.models import Entry
from articles import actions, editions, rights, tagging
from articles.admin import (
    checks,
    corrections,
    desks,
    history,
    panels,
    pick,
    preview,
    stories,
    together,
    translations,
    verbs,
)
from articles.admin.bylines import BylineInline
from articles.admin.forms import ArticleForm
from articles.admin.offered import ShelfChoice
from articles.admin.pick.shown import show_what_was_chosen
from articles.admin.rows import ArticleList, ArticleRows, has_moved_on
from articles.admin.stories import RelatedStoryInline
from articles.models import Article, Section
from articles.snapshots import PAID_FOR
from articles.workflow import Stage, Verb
from body.csp import allow_editor
from outlet.clock import in_the_outlets_time

FORM: Any = Script("desk/form.js", type="module")
MOST_OFFERED = 50


@admin.register(Article)
class ArticleAdmin(ArticleRows, admin.ModelAdmin):
    """Writing, and the verbs that this person may use on this article now."""

    form = ArticleForm
    change_form_template = "admin/articles/article/form.html"
    add_form_template = "admin/articles/article/form.html"
    list_display = ("story", "where", "publication", "authors", "saved")
    sortable_by = ()
    nothing_here = gettext_lazy("There is no article yet. Begin the first one.")
    list_per_page = 50
    view_on_site = False
    search_fields = ("headline", "slug")
    inlines = (RelatedStoryInline, BylineInline)
    fieldsets = (
        (None, {"fields": ("headline", "kicker", "standfirst", "base_version")}),
        (gettext_lazy("Lead image"), {"fields": ("lead_image", "lead_caption", "lead_alt_text")}),
        (gettext_lazy("Text"), {"fields": ("dateline", "body", "how_we_reported")}),
        (
            gettext_lazy("Where it stands"),
            {"fields": ("by_newsroom", "section", "kind", *PAID_FOR, "language", "tags")},
        ),
        (
            gettext_lazy("Address, search engines, sharing"),
            {"fields": ("slug", "seo_title", "seo_description", "social_title", "social_description")},
        ),
    )

    @property
    def media(self) -> Media:
        """Our own modules alone: nothing on this form needs the admin's scripts or jQuery."""
        return Media(css={"all": ["desk/form.css", "desk/article.css", "desk/dialog.css"]}, js=[FORM])

    # --- who may what ---

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        visible = Article.objects.visible_to(request.user)  # type: ignore[arg-type]
        if request.resolver_match and request.resolver_match.url_name == "autocomplete":
            return stories.within_reach(request.user)  # type: ignore[arg-type]
        if request.resolver_match and request.resolver_match.url_name == "articles_article_changelist":
            return visible
        return visible.select_related(
            "section", "lead_image", "saved_by", "claimed_by", "legal_flag_by", "picture_flag_by"
        ).annotate(**panels.along())

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Article | None:
        found = super().get_object(request, object_id, from_field)
        if found is None or request.method != "POST":
            return found
        # until the save has been written nobody else writes: the version is compared under this lock
        return Article.objects.select_for_update(of=("self",)).filter(pk=found.pk).first()

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        if obj is None:
            return super().has_change_permission(request)
        return rights.may_change(obj, request.user)  # type: ignore[arg-type]

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        if obj is None:
            return super().has_view_permission(request)
        user: Any = request.user
        return rights.may_change(obj, user) or Article.objects.visible_to(user).filter(pk=obj.pk).exists()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An article is one row for life."""
        return False

    # --- the list ---

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ArticleList]:
        return ArticleList

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return together.offered(self, request)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """For Django's own search boxes; the list has its own way (``articles.finding``)."""
        found = stories.found(request.user, search_term, most=MOST_OFFERED)  # type: ignore[arg-type]
        return queryset.filter(pk__in=[article.pk for article in found]), False

    def autocomplete_label(self, request: HttpRequest, article: Article) -> str:
        """What a search box calls it in front of this person."""
        return stories.name(article, request.user)  # type: ignore[arg-type]

    # --- saving ---

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "section":
            kwargs |= {"form_class": ShelfChoice, "queryset": Section.objects.prefetch_related("texts")}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> tuple[str, ...]:
        return ("language",) if obj is not None else ()

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> type[ModelForm]:
        form = super().get_form(request, obj, change=change, **kwargs)
        form.is_check = request.method == "GET" and "check" in request.GET  # type: ignore[attr-defined]
        return form

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        if not change:
            obj.created_by = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        tagging.ensure_texts(form.instance)
        actions.save(form.instance, by=request.user)  # type: ignore[arg-type]

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> None:  # type: ignore[override]
        """The verbs write our own log."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:  # type: ignore[override]
        """The verbs write our own log."""

    def response_add(self, request: HttpRequest, obj: Article, post_url_continue: str | None = None) -> HttpResponse:
        return self._response(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self._response(request, obj) or super().response_change(request, obj)

    def _response(self, request: HttpRequest, obj: Article) -> HttpResponse | None:
        """After a save: to the verb whose button was pressed, else back to the form."""
        if "_preview" in request.POST:
            # The form was saved only to be looked at: the whole save is undone when this request ends.
            shown = preview.page(request, obj, user=request.user)  # type: ignore[arg-type]
            transaction.set_rollback(True)
            return shown
        if request.POST.get("_check") == checks.TYPED:
            found = checks.piece(request, obj)
            transaction.set_rollback(True)
            return found
        desks.do(request, obj)
        panels.take(request, obj)
        if "_popup" in request.POST:
            return None
        verb = request.POST.get("_verb", "")
        if verb in verbs.AT_ONCE:
            return verbs.at_once(request, obj, Verb(verb))
        if verb in Verb.values:
            path = reverse("admin:articles_article_verb", args=[obj.pk, verb])
            return HttpResponseRedirect(f"{path}?version={obj.version}")
        if wanted := request.POST.get("_translate"):
            return translations.begin(request, obj, wanted)
        if request.POST.get("_cancel", "").isdigit():
            return verbs.cancel(self, request, obj.pk, int(request.POST["_cancel"]))
        messages.success(request, _("Saved as version %(number)s.") % {"number": obj.version})
        query = "?check=1" if "_check" in request.POST else ""
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[obj.pk]) + query)

    # --- the form ---

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        form = context["adminform"].form
        said = [str(error) for errors in context["errors"] for error in errors]
        if "_preview" in request.POST:
            return preview.not_yet(request, said)
        if request.POST.get("_check") == checks.TYPED:
            return checks.not_yet(request, said)
        show_what_was_chosen(form, formsets, request.user)  # type: ignore[arg-type]
        context |= {"sets": list(context["adminform"]), "conflict": form.conflict, "is_desk": True}
        if (article := kwargs.get("obj")) is not None:
            context |= self._panel(request, article)
        return super().render_change_form(request, context, *args, **kwargs)

    def _panel(self, request: HttpRequest, article: Article) -> dict[str, Any]:
        """What stands beside the form."""
        now = timezone.now()
        user: Any = request.user
        answering = article.editions.answering(now).first()
        lying_ahead = list(article.editions.ahead(now))
        state = editions.publication_of(answering, is_ahead=bool(lying_ahead))
        sent_back = Entry.objects.about(article).filter(verb=Verb.SEND_BACK).select_related("by").first()
        return {
            "article": article,
            "publication": state,
            "answering": answering,
            "has_moved_on": has_moved_on(article, answering, lying_ahead),
            "lying_ahead": lying_ahead,
            **checks.of_stored(article),
            "checks": "check" in request.GET,
            "sent_back": sent_back if article.stage == Stage.SENT_BACK else None,
            "returns_to_review": article.stage == Stage.APPROVED,
            "verbs": verbs.buttons(article, user, state),
            "translations": translations.of(article, user),
            "waiting_note": actions.waiting_note(article),
            "has_corrections": article.corrections.exists(),
            "desks": desks.of(article, user, state),
            "pieces": panels.of(article, user),
            "sees_legal_notes": user.has_perm("articles.see_legal_notes"),
            "legal_notes": article.legal_notes.select_related("by"),
            "legal_note": request.POST.get("legal_note", ""),
        }

    @allow_editor
    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return super().changeform_view(request, *args, **kwargs)

    @in_the_outlets_time
    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        return history.history(self, request, object_id)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path("<int:pk>/verb/<str:verb>/", wrap(self._verb), name="articles_article_verb"),
            path("<int:pk>/cancel/<int:edition>/", wrap(self._cancel), name="articles_article_cancel"),
            path("<int:pk>/revision/<int:number>/", wrap(self._revision), name="articles_article_revision"),
            path("<int:pk>/corrections/", wrap(self._corrections), name="articles_article_corrections"),
            path("<int:pk>/desks/", wrap(self._desks), name="articles_article_desks"),
            path("<int:pk>/preview/", wrap(self._preview), name="articles_article_preview"),
            *pick.urls(self.admin_site, in_the_outlets_time),
        ]
        return own + super().get_urls()

    @in_the_outlets_time
    def _verb(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        return verbs.view(self, request, pk, verb)

    def _cancel(self, request: HttpRequest, pk: int, edition: int) -> HttpResponse:
        return verbs.cancel(self, request, pk, edition)

    @in_the_outlets_time
    def _corrections(self, request: HttpRequest, pk: int) -> HttpResponse:
        return corrections.view(self, request, pk)

    def _desks(self, request: HttpRequest, pk: int) -> HttpResponse:
        return desks.view(request, pk)

    def _preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        return preview.view(request, pk, user=request.user)  # type: ignore[arg-type]

    @in_the_outlets_time
    def _revision(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        return history.revision(self, request, pk, number)
