"""Standing pages at the desk: one form a language, what is missing at its side, and what readers have."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from body.csp import allow_editor
from outlet import actions, preflight, templates
from outlet.admin import versions
from outlet.clock import in_the_outlets_time
from outlet.languages import choices, codes
from outlet.models import PageEdition, PageKind, PageText


class PageForm(forms.ModelForm):
    """The words. The version that the person began from travels along."""

    base_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = PageText
        fields = ("title", "slug", "body")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stored_version = self.instance.version
        self.fields["base_version"].initial = self.stored_version
        for name in self.fields.keys() - {"slug", "base_version"}:
            self.fields[name].widget.attrs["lang"] = self.instance.language

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("base_version") not in (None, self.stored_version):
            self.add_error(
                None,
                forms.ValidationError(
                    _("Somebody saved a newer version of this page meanwhile. Open it and bring the two together."),
                    code="changed-meanwhile",
                ),
            )
        if data.get("slug") and preflight.is_reserved(data["slug"]):
            self.add_error(
                "slug",
                _("The address “%(slug)s” belongs to another part of the site.") % {"slug": data["slug"]},
            )
        return data


class BeginForm(forms.ModelForm):
    """What the page is for and in which language; the words come on the next screen."""

    kind = forms.ChoiceField(label=gettext_lazy("What it is for"), choices=PageKind.choices)
    from_template = forms.BooleanField(
        label=gettext_lazy("Begin from the template"),
        required=False,
        initial=True,
        help_text=gettext_lazy("A draft with blanks to fill in. Readers see nothing of it until you publish it."),
    )

    class Meta:
        model = PageText
        fields = ("language",)


@admin.register(PageText)
class PageTextAdmin(admin.ModelAdmin):
    """Texts of standing pages, and the verbs that this person may use."""

    list_display = ("titled", "kind", "language", "publication", "saved")
    list_filter = ("language",)
    list_select_related = ("page", "saved_by")
    search_fields = ("title", "slug")
    nothing_here = gettext_lazy("There is no standing page yet. Begin all of them from our templates, or one by hand.")
    change_list_template = "admin/outlet/pagetext/change_list.html"
    change_form_template = "admin/outlet/pagetext/change_form.html"
    add_form_template = "admin/change_form.html"
    view_on_site = False
    ordering = ("page", "pk")

    # --- who may what ---

    def get_queryset(self, request: HttpRequest) -> QuerySet[PageText]:
        answering = Prefetch("editions", PageEdition.objects.answering(), to_attr="answering")
        return super().get_queryset(request).select_related("page").prefetch_related(answering)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> PageText | None:
        found = super().get_object(request, object_id, from_field)
        if found is not None and request.method == "POST":
            # until the save has been written nobody else writes: the version is compared under this lock
            return PageText.objects.select_for_update(of=("self",)).filter(pk=found.pk).first()
        return found

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was public stays known; unpublish it instead."""
        return False

    # --- the list ---

    @admin.display(description=gettext_lazy("standing page"), ordering="title")
    def titled(self, text: PageText) -> str:
        return str(text)

    @admin.display(description=gettext_lazy("what it is for"), ordering="page__kind")
    def kind(self, text: PageText) -> str:
        return text.page.get_kind_display()

    @admin.display(description=gettext_lazy("readers have"))
    def publication(self, text: PageText) -> str:
        return versions.publication(text, next(iter(getattr(text, "answering", [])), None))

    @admin.display(description=gettext_lazy("last saved"), ordering="saved_at")
    def saved(self, text: PageText) -> Any:
        return text.saved_at

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        lacking = self.has_add_permission(request) and bool(_without_a_text())
        return super().changelist_view(request, {"has_templates": lacking} | (extra_context or {}))

    # --- the form ---

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change, **{"form": PageForm if obj else BeginForm, **kwargs})

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return ((None, {"fields": ("kind", "language", "from_template")}),)
        return ((None, {"fields": ("title", "slug", "body", "base_version")}),)

    @in_the_outlets_time
    @allow_editor
    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return super().changeform_view(request, *args, **kwargs)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        text: PageText | None = kwargs.get("obj")
        if text is not None:
            answering = text.editions.answering().first()
            context |= {
                "text": text,
                "answering": answering,
                "publication": versions.publication(text, answering),
                "problems": preflight.problems(text),
                "checks": "check" in request.GET,
                "may_publish": request.user.has_perm(actions.PUBLISH),
                "is_public": answering is not None and not answering.notice,
                "translations": _translations(text),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    # --- saving ---

    def save_model(self, request: HttpRequest, obj: PageText, form: Any, change: bool) -> None:
        data, user = form.cleaned_data, request.user
        if change:
            actions.save(obj, by=user, title=data["title"], slug=data["slug"], body=data["body"])  # type: ignore[arg-type]
            return
        begin = actions.begin_from_template if data["from_template"] else actions.begin
        begun = begin(data["kind"], by=user, language=data["language"])  # type: ignore[arg-type, operator]
        obj.__dict__.update(begun.__dict__)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> None:  # type: ignore[override]
        """The verbs write our own log."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:  # type: ignore[override]
        """The verbs write our own log."""

    def response_add(self, request: HttpRequest, obj: PageText, post_url_continue: str | None = None) -> HttpResponse:
        messages.success(request, _("A draft. Readers see nothing of it until it is published."))
        return HttpResponseRedirect(reverse("admin:outlet_pagetext_change", args=[obj.pk]))

    def response_change(self, request: HttpRequest, obj: PageText) -> HttpResponse:
        if (verb := request.POST.get("_verb", "")) in versions.ASKS:
            return HttpResponseRedirect(reverse(f"admin:outlet_pagetext_{verb}", args=[obj.pk]))
        target = obj
        if (language := request.POST.get("_translate", "")) in codes():
            target = self._begin_translation(request, obj, language)
        else:
            messages.success(request, _("Saved as version %(number)s.") % {"number": obj.version})
        return HttpResponseRedirect(reverse("admin:outlet_pagetext_change", args=[target.pk]))

    def _begin_translation(self, request: HttpRequest, text: PageText, language: str) -> PageText:
        """The same page in another language: from the template where there is one, else empty."""
        user: Any = request.user
        if templates.template(text.page.kind, language):
            return actions.begin_from_template(text.page.kind, by=user, language=language)
        return actions.begin(text.page.kind, by=user, language=language, page=text.page)

    # --- further screens ---

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path("templates/", wrap(self._templates), name="outlet_pagetext_templates"),
            path("<int:pk>/publish/", wrap(self._publish), name="outlet_pagetext_publish"),
            path("<int:pk>/unpublish/", wrap(self._unpublish), name="outlet_pagetext_unpublish"),
            path("<int:pk>/version/<int:number>/", wrap(self._version), name="outlet_pagetext_version"),
        ]
        return own + super().get_urls()

    @in_the_outlets_time
    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        return versions.history(self, request, object_id)

    @in_the_outlets_time
    def _version(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        return versions.version(self, request, pk, number)

    @in_the_outlets_time
    def _publish(self, request: HttpRequest, pk: int) -> HttpResponse:
        return versions.ask(self, request, pk, "publish")

    @in_the_outlets_time
    def _unpublish(self, request: HttpRequest, pk: int) -> HttpResponse:
        return versions.ask(self, request, pk, "unpublish")

    def _templates(self, request: HttpRequest) -> HttpResponse:
        """By POST: drafts of all that has a template and no text yet."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        found = _without_a_text()
        for kind, language in found:
            actions.begin_from_template(kind, by=request.user, language=language)  # type: ignore[arg-type]
        messages.success(request, _("The drafts are here. Fill in their blanks, then have them published."))
        return HttpResponseRedirect(reverse("admin:outlet_pagetext_changelist"))


def _without_a_text() -> list[tuple[str, str]]:
    """Kinds and languages for which we have a template and the newspaper has no text."""
    there = set(PageText.objects.values_list("page__kind", "language"))
    return [
        (kind, code)
        for kind in PageKind.values
        for code in codes()
        if (kind, code) not in there and templates.template(kind, code)
    ]


def _translations(text: PageText) -> list[dict[str, Any]]:
    """The other languages of the paper, each with its text or None."""
    others = {other.language: other for other in PageText.objects.filter(page=text.page_id)}
    return [{"code": code, "name": name, "text": others.get(code)} for code, name in choices() if code != text.language]
