"""What a standing page must have before readers get it. Saving a draft never asks for any of this."""

from __future__ import annotations

import re

from django.conf import global_settings, settings
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from body import text as body_text
from outlet.models import PageAddress, PageText
from outlet.refusals import Problem

# A bracket that somebody was to fill in, a line to write on, and the printers' mark for "to come".
BLANK = re.compile(r"\[[^\[\]]*\]|_{3,}|\b(?:TK)+\b")
# The door that all standing pages share (articles/urls.py names it); what leads elsewhere is taken.
ROUTE = "standing-page"
# Served before any address of ours is asked, or promised to something that is to come.
RESERVED = {"admin", "api", "archive", "authors", "favicon", "feed", "feeds", "healthz", "latest", "media", "outlet"}
RESERVED |= {"photos", "robots", "search", "sections", "sitemap", "static", "tags"}


def problems(text: PageText) -> list[Problem]:
    """All that is in the way, in the order of the form."""
    found = []
    if not text.title.strip():
        found.append(Problem("title-missing", "title", _("Write a title.")))
    found += _blanks(text.title, "title")
    if refusal := of_slug(text):
        found.append(Problem("slug", "slug", refusal))
    if not body_text.plain(text.body).strip():
        found.append(Problem("body-missing", "body", _("Write the text.")))
    references = body_text.references(text.body)
    if references.images or references.stories:
        found.append(Problem("embeds", "body", _("Pictures and story cards cannot stand on a standing page.")))
    return found + _blanks(body_text.plain(text.body), "body")


def of_slug(text: PageText) -> str:
    """Why the page cannot stand at this address, or ""."""
    if not text.slug:
        return _("Write the last part of the address, in Latin letters.")
    if is_reserved(text.slug):
        return _("The address “%(slug)s” belongs to another part of the site.") % {"slug": text.slug}
    if PageAddress.objects.filter(path=text.path).exclude(text=text.pk).exists():
        return _("Another page has this address.")
    return ""


def is_reserved(slug: str) -> bool:
    """Whether an address of one part is, or may become, something else than a standing page."""
    codes = {code for code, _name in (*settings.LANGUAGES, *global_settings.LANGUAGES)}
    if slug.lower() in RESERVED | codes or slug.isdigit():
        return True
    try:
        return resolve(f"/{slug}/").url_name != ROUTE
    except Resolver404:
        return True


def _blanks(words: str, field: str) -> list[Problem]:
    """Each blank once."""
    return [
        Problem("blank", field, _("A blank has not been filled in: %(blank)s") % {"blank": blank[:80]})
        for blank in dict.fromkeys(BLANK.findall(words))
    ]
