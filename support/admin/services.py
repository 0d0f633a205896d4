"""Membership services at the desk: where their events come to, how they are signed, which tiers they mean."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outlet.clock import in_the_outlets_time
from support.admin.logged import LoggedAdmin
from support.models import Kind, Service, Tier
from support.supporters import serving

WHY = {
    "signature": gettext_lazy("the signature was not made with this secret"),
    "time": gettext_lazy("it was signed more than five minutes before or after it came"),
    "time-missing": gettext_lazy("it was not signed, or not as this kind of service signs"),
}


class ServiceForm(forms.ModelForm):
    """With the names of the service's tiers, a line each."""

    names = forms.CharField(
        label=gettext_lazy("What the service calls our tiers"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("A line each: the service’s name, =, our short name, as in “Gold member = patron”."),
    )

    class Meta:
        model = Service
        fields = ("name", "key", "kind", "is_active", "default_tier")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            rows = self.instance.tiers.select_related("tier").order_by("pk")
            self.fields["names"].initial = "\n".join(f"{row.name} = {row.tier.key}" for row in rows)

    def clean_names(self) -> dict[str, Tier]:
        """Our tiers by the service's names."""
        ours = {tier.key: tier for tier in Tier.objects.all()}
        found: dict[str, Tier] = {}
        for number, line in enumerate(self.cleaned_data["names"].splitlines(), 1):
            if not line.strip():
                continue
            theirs, _sign, key = (part.strip() for part in line.rpartition("="))
            if not theirs or key not in ours or len(theirs) > 120:
                words = _("Line %(number)d: write a name, =, and the short name of one of our tiers: %(keys)s.")
                about = {"number": number, "keys": ", ".join(ours)}
                raise forms.ValidationError(words, code="line", params=about)
            if theirs in found:
                raise forms.ValidationError(_("“%(name)s” stands there twice."), code="twice", params={"name": theirs})
            found[theirs] = ours[key]
        return found


class SecretForm(forms.Form):
    """A secret that the service made, or none."""

    secret = forms.CharField(
        label=gettext_lazy("Secret of the service"),
        required=False,
        min_length=8,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=gettext_lazy("Patreon makes one for each webhook: paste it here. Left empty, we make one for you."),
    )

    def __init__(self, service: Service, data: Any = None) -> None:
        super().__init__(data, label_suffix="")
        self.fields["secret"].required = service.kind == Kind.PATREON


@admin.register(Service)
class ServiceAdmin(LoggedAdmin):
    """For administrators, as secrets are set here."""

    form = ServiceForm
    list_display = ("name", "kind", "address", "is_active", "last")
    nothing_here = gettext_lazy(
        "No membership service tells us of supporters yet. docs/operators/supporters.md says how to connect one."
    )
    change_form_template = "admin/support/service/change_form.html"
    fieldsets = (
        (None, {"fields": ("name", "kind", "key", "is_active")}),
        (gettext_lazy("Tiers"), {"fields": ("names", "default_tier")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Service]:
        return super().get_queryset(request).annotate(last_at=Max("deliveries__at"))

    @admin.display(description=gettext_lazy("address"), ordering="key")
    def address(self, service: Service) -> str:
        return service.path

    @admin.display(description=gettext_lazy("last event"), ordering="last_at")
    def last(self, service: Any) -> Any:
        return service.last_at

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "default_tier":
            kwargs["queryset"] = Tier.objects.prefetch_related("texts")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        serving.set_tiers(form.instance, form.cleaned_data["names"], by=request.user)  # type: ignore[arg-type]

    def response_add(self, request: HttpRequest, obj: Service, post_url_continue: Any = None) -> HttpResponse:
        """On to what is still missing."""
        return HttpResponseRedirect(reverse("admin:support_service_secret", args=[obj.pk]))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What is kept of its deliveries, which nobody removes by hand, goes with it."""
        to_delete, counts, _lacking, protected = super().get_deleted_objects(objs, request)
        return to_delete, counts, set(), protected

    def delete_model(self, request: HttpRequest, obj: Service) -> None:
        serving.remove(obj, by=request.user)  # type: ignore[arg-type]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        service: Any = kwargs.get("obj")
        if service is not None:
            refused = {"refused_because": WHY.get(service.refused_because, "")} if service.refused_at else {}
            context |= refused | {"address": f"{settings.SITE_URL}{service.path}"}
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(in_the_outlets_time(partial(_secret, self)))
        return [path("<int:pk>/secret/", view, name="support_service_secret"), *super().get_urls()]


def _secret(desk: ServiceAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Sets a secret. One that we made is shown in the answer to this and nowhere else, ever."""
    if not desk.has_change_permission(request):
        raise PermissionDenied
    service = get_object_or_404(Service, pk=pk)
    form = SecretForm(service, request.POST if request.method == "POST" else None)
    shown, is_set = "", False
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["secret"]
        made = serving.set_secret(service, given, by=request.user)  # type: ignore[arg-type]
        shown, is_set = "" if given else made, True
        service.refresh_from_db()
    context = desk.admin_site.each_context(request) | {
        "title": _("Secret"),
        "opts": desk.opts,
        "media": desk.media,
        "service": service,
        "form": form,
        "shown": shown,
        "is_set": is_set,
        "address": format_html("{}{}", settings.SITE_URL, service.path),
    }
    status = 422 if form.errors else 200
    response = TemplateResponse(request, "admin/support/service/secret.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response
