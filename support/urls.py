"""Where readers carry the paper: below their language, as every public page."""

from django.urls.resolvers import URLPattern

app_name = "support"

urlpatterns: list[URLPattern] = []
