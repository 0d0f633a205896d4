"""Where readers carry the paper: below their language, as every public page."""

from django.urls import path
from django.urls.resolvers import URLPattern

from support.appeals import views as appeals

app_name = "support"

# An appeal has its own language, so these need none.
urlpatterns: list[URLPattern] = [
    path("appeals/<int:pk>/shown/", appeals.shown, name="appeal-shown"),
    path("appeals/<int:pk>/go/", appeals.go, name="appeal-go"),
]
