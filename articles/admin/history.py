"""What happened to an article, and what it was after each save."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from activity.models import Entry
from articles import actions, rights, snapshots
from articles.models import Article, Author, Tag
from articles.refusals import Refused
from articles.workflow import Verb
from body import text

if TYPE_CHECKING:
    from articles.admin.article import ArticleAdmin

MOST = 200


def history(desk: ArticleAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """Revisions and log entries, newest first."""
    user: Any = request.user
    if not object_id.isdigit():
        raise Http404
    article = get_object_or_404(Article.objects.visible_to(user), pk=object_id)
    labels = dict(Verb.choices)
    entries = Entry.objects.about(article).select_related("by")[:MOST]
    context = desk.admin_site.each_context(request) | {
        "title": _("History"),
        "article": article,
        "opts": desk.opts,
        "revisions": article.revisions.select_related("saved_by").defer("snapshot")[:MOST],
        "entries": [(entry, labels.get(entry.verb, entry.verb)) for entry in entries],
        "media": desk.media,
    }
    return TemplateResponse(request, "admin/articles/article/history.html", context)


def revision(desk: ArticleAdmin, request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One revision as it was; POST writes it back into the working copy."""
    user: Any = request.user
    article = get_object_or_404(Article.objects.visible_to(user), pk=pk)
    found = get_object_or_404(article.revisions.select_related("saved_by"), number=number)
    if request.method == "POST":
        if not rights.may_change(article, user):
            raise PermissionDenied
        try:
            version = request.POST.get("version", "")
            restored = actions.restore(found, by=user, version=int(version) if version.isdigit() else None)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(
                request,
                _("Version %(old)s stands again, as version %(new)s.") % {"old": number, "new": restored.number},
            )
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
    context = desk.admin_site.each_context(request) | {
        "title": _("Version %(number)s") % {"number": number},
        "article": article,
        "opts": desk.opts,
        "revision": found,
        "rows": _readable(found.snapshot),
        "may_restore": rights.may_change(article, user) and number != article.version,
        "media": desk.media,
    }
    return TemplateResponse(request, "admin/articles/article/revision.html", context)


def _readable(snapshot: snapshots.Snapshot) -> list[tuple[str, str]]:
    """Labels and values of a snapshot, names instead of numbers, empty ones left out."""
    fields = snapshot["fields"]
    rows = []
    for name in (*snapshots.PLAIN, *snapshots.REFERENCES):
        value = fields.get(name)
        if value not in (None, "", False):
            label = getattr(Article._meta.get_field(name), "verbose_name", name)
            rows.append((str(capfirst(str(label))), _words(name, value)))
    authors = Author.objects.prefetch_related("texts").in_bulk([row["author"] for row in snapshot["bylines"]])
    names = [row["text"] or str(authors.get(row["author"], f"#{row['author']}")) for row in snapshot["bylines"]]
    tags = Tag.objects.filter(pk__in=snapshot["tags"]).values_list("name", flat=True)
    related = [row["headline"] or row["url"] or f"#{row['target']}" for row in snapshot["related"]]
    lists = ((_("Bylines"), names), (_("Tags"), tags), (_("Related stories"), related))
    return rows + [(label, ", ".join(values)) for label, values in lists if values]


def _words(name: str, value: Any) -> str:
    """A stored value as people read it: what it refers to, the words of a choice, or Yes."""
    if name in snapshots.REFERENCES:
        return str(snapshots.REFERENCES[name]._default_manager.filter(pk=value).first() or f"#{value}")
    if name == "body":
        return text.plain(value)
    if value is True:
        return _("Yes")
    choices: Any = getattr(Article._meta.get_field(name), "flatchoices", None)
    return str(dict(choices or ()).get(value, value))
