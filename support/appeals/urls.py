"""Where it is counted that an appeal was seen or followed. An appeal has its own language, so these need none."""

from django.urls import path
from django.urls.resolvers import URLPattern

from support.appeals import views

urlpatterns: list[URLPattern] = [
    path("appeals/<int:pk>/shown/", views.shown, name="appeal-shown"),
    path("appeals/<int:pk>/go/", views.go, name="appeal-go"),
]
