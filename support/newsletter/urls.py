"""Where readers come for the newsletter, and where the links in its letters lead."""

from django.urls import re_path

from articles.urls import PREFIX
from support.newsletter import hook, views

BELOW = rf"^{PREFIX.replace('?P<language>', '?:')}newsletter/"
urlpatterns = [
    re_path(rf"{BELOW}$", views.sign_up, name="newsletter"),
    re_path(rf"{BELOW}token/$", views.token, name="newsletter-token"),
    re_path(rf"{BELOW}sent/$", views.sent, name="newsletter-sent"),
    re_path(rf"{BELOW}confirm/(?P<token>[^/]+)/$", views.confirm, name="newsletter-confirm"),
    re_path(rf"{BELOW}thanks/$", views.thanks, name="newsletter-thanks"),
    re_path(rf"{BELOW}end/(?P<token>[^/]+)/$", views.end, name="newsletter-end"),
    re_path(r"^newsletter/service/(?P<number>[0-9]{1,9})/$", hook.hear, name="newsletter-service"),
]
