"""Where readers see what supporters ask for, and supporters ask for it."""

from django.urls import re_path

from articles.urls import PREFIX
from support.topics import private, views

BELOW = rf"^{PREFIX.replace('?P<language>', '?:')}"
urlpatterns = [
    re_path(rf"{BELOW}next/$", views.topics, name="topics"),
    re_path(rf"{BELOW}next/mine/$", private.mine, name="topics-mine"),
    re_path(rf"{BELOW}next/propose/$", private.propose, name="topic-propose"),
    re_path(rf"{BELOW}next/(?P<number>[0-9]+)/$", views.topic, name="topic"),
    re_path(rf"{BELOW}next/(?P<number>[0-9]+)/vote/$", private.vote, name="topic-vote"),
    re_path(rf"{BELOW}letters/end/(?P<token>[^/]+)/$", private.end_letters, name="letters-end"),
]
