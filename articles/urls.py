"""Public addresses. Those of articles carry a date; the first language has no prefix."""

from collections.abc import Callable

from django.conf import settings
from django.http.response import HttpResponseBase
from django.urls import re_path
from django.urls.resolvers import URLPattern

from articles import openness, renditions, standing, views
from outlet.languages import codes

app_name = "articles"

PREFIX = rf"(?:(?P<language>{'|'.join(codes()[1:])})/)?" if codes()[1:] else ""
MEDIA = settings.MEDIA_URL.lstrip("/")


def page(pattern: str, view: Callable[..., HttpResponseBase], name: str) -> URLPattern:
    """An address below a language, given to the view whole as ``path`` too."""
    return re_path(rf"^(?P<path>{PREFIX}{pattern})$", view, name=name)  # type: ignore[arg-type]


urlpatterns = [
    re_path(rf"^{PREFIX.replace('?P<language>', '?:')}$", views.front, name="front"),
    re_path(rf"^{MEDIA}{renditions.FOLDER}/(?P<name>{renditions.PATTERN})$", views.media, name="media"),
    page(r"latest/", views.latest, "latest"),
    page(r"corrections/", openness.corrections, "corrections"),
    page(r"corrections/feed/", openness.feed, "corrections-feed"),
    page(r"sections/(?P<slug>[-\w]+)/", views.section, "section-page"),
    page(r"authors/(?P<slug>[-\w]+)/", views.author, "author-page"),
    page(r"tags/(?P<slug>[-\w]+)/", views.tag, "tag-page"),
    re_path(
        rf"^(?P<path>{PREFIX.replace('?P<language>', '?:')}[0-9]{{4}}/[0-9]{{2}}/[0-9]{{2}}/[-\w]+/)$",
        views.article,
        name="article-page",
    ),
    re_path(
        rf"^(?P<path>{PREFIX.replace('?P<language>', '?:')}[0-9]{{4}}/[0-9]{{2}}/[0-9]{{2}}/[-\w]+/)changes/$",
        openness.changed,
        name="changes",
    ),
    page(r"(?P<slug>[-\w]+)/", standing.page, "standing-page"),
]
