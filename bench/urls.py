"""Addresses of the bench: those of the product, and the reference of each page."""

from django.urls import include, re_path

from bench import reference

urlpatterns = [
    re_path(rf"^{reference.PREFIX.lstrip('/')}(?P<path>/.*)$", reference.view),
    re_path("", include("newsroom.urls")),
]
