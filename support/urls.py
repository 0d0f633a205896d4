"""Where readers carry the paper: below their language, as every public page."""

from django.urls import re_path
from django.urls.resolvers import URLPattern

from articles.urls import PREFIX
from support.topics import private as topics_private
from support.topics import views as topics

app_name = "support"

BELOW = rf"^{PREFIX.replace('?P<language>', '?:')}"
TOPICS = [
    re_path(rf"{BELOW}next/$", topics.topics, name="topics"),
    re_path(rf"{BELOW}next/mine/$", topics_private.mine, name="topics-mine"),
    re_path(rf"{BELOW}next/propose/$", topics_private.propose, name="topic-propose"),
    re_path(rf"{BELOW}next/(?P<number>[0-9]+)/$", topics.topic, name="topic"),
    re_path(rf"{BELOW}next/(?P<number>[0-9]+)/vote/$", topics_private.vote, name="topic-vote"),
    re_path(rf"{BELOW}letters/end/(?P<token>[^/]+)/$", topics_private.end_letters, name="letters-end"),
]

urlpatterns: list[URLPattern] = [*TOPICS]
