"""Where supporters are thanked, sign in and look after what is stored of them; and where services tell of them."""

from django.urls import path, re_path
from django.urls.resolvers import URLPattern

from articles.urls import PREFIX
from support.supporters import views, webhooks

BELOW = rf"^{PREFIX.replace('?P<language>', '?:')}"
urlpatterns: list[URLPattern] = [
    re_path(rf"{BELOW}supporters/$", views.thanks, name="thanks"),
    re_path(rf"{BELOW}sign-in/$", views.sign_in, name="sign-in"),
    re_path(rf"{BELOW}sign-in/sent/$", views.sent, name="sign-in-sent"),
    re_path(rf"{BELOW}sign-in/(?P<token>[-\w:]+)/$", views.link, name="sign-in-link"),
    re_path(rf"{BELOW}me/$", views.me, name="me"),
    re_path(rf"{BELOW}me/fragment/$", views.fragment, name="me-fragment"),
    path("webhooks/support/<slug:key>/", webhooks.webhook, name="webhook"),
]
