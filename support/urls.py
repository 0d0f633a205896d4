"""Where readers carry the paper: below their language, as every public page; and where services tell who does."""

from django.urls import path, re_path
from django.urls.resolvers import URLPattern

from articles.urls import PREFIX
from support import views, webhooks
from support.appeals import urls as appeals
from support.newsletter import urls as newsletter
from support.topics import urls as topics

app_name = "support"

BELOW = rf"^{PREFIX.replace('?P<language>', '?:')}"
urlpatterns: list[URLPattern] = [
    *appeals.urlpatterns,
    *topics.urlpatterns,
    *newsletter.urlpatterns,
    re_path(rf"{BELOW}supporters/$", views.thanks, name="thanks"),
    re_path(rf"{BELOW}sign-in/$", views.sign_in, name="sign-in"),
    re_path(rf"{BELOW}sign-in/sent/$", views.sent, name="sign-in-sent"),
    re_path(rf"{BELOW}sign-in/(?P<token>[-\w:]+)/$", views.link, name="sign-in-link"),
    re_path(rf"{BELOW}me/$", views.me, name="me"),
    re_path(rf"{BELOW}me/fragment/$", views.fragment, name="me-fragment"),
    path("webhooks/support/<slug:key>/", webhooks.webhook, name="webhook"),
]
