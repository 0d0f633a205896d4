"""Links: an address that is looked at before it is taken, or a public story of ours."""

from __future__ import annotations

from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from articles import links
from articles.admin.pick import stories
from articles.admin.pick.answers import AUTO_ID, chosen, person, piece
from body.subset import HREF


class LinkForm(forms.Form):
    """Where a link leads. An address of this site is kept without its host, so that it survives a move."""

    href = forms.CharField(
        label=_("Address"),
        max_length=2000,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Write an address, or choose a story below.")},
    )

    def clean_href(self) -> str:
        href = self.cleaned_data["href"].strip()
        if "@" in href and "/" not in href and ":" not in href:
            href = f"mailto:{href}"
        elif "." in href and not href.startswith(("/", "#")) and ":" not in href.split("/")[0]:
            href = f"https://{href}"
        site = urlsplit(settings.SITE_URL)
        parts = urlsplit(href)
        if parts.netloc and parts.netloc == site.netloc:
            href = parts._replace(scheme="", netloc="").geturl() or "/"
        if not HREF.fullmatch(href):
            raise forms.ValidationError(
                _("This is no address that a link can have. Begin it with https://, with / or with mailto:."),
                code="no-address",
            )
        return href


@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Asks for the address; one that seems to lead nowhere is taken only when that is confirmed."""
    user = person(request, "articles.change_article")
    current = request.GET.get("href", "")
    form = LinkForm(request.POST if request.method == "POST" else None, initial={"href": current}, auto_id=AUTO_ID)
    doubt = ""
    if form.is_bound and form.is_valid():
        href = form.cleaned_data["href"]
        doubt = links.doubt(href)
        if not doubt or request.POST.get("anyway") == href:
            return chosen(href=href)
    words = request.GET.get("q", "").strip()
    context = {
        "form": form,
        "doubt": doubt,
        "href": form.cleaned_data.get("href", "") if form.is_bound else current,
        "is_mending": bool(current),
        "current": current,
        "words": words,
        "choices": stories.found(request, user, words, only_public=True),
    }
    return piece(request, "link", context, status=422 if form.is_bound else 200)
