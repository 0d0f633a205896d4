"""Addresses of what stands at places for ads."""

from django.urls.resolvers import URLPattern

app_name = "ads"

urlpatterns: list[URLPattern] = []
