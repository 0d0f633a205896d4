"""Addresses of what stands at places for ads: below no language, and with no word that blockers look for."""

from django.urls import path

from ads import views

app_name = "ads"

urlpatterns = [
    path("partners/<int:pk>/seen/", views.seen, name="seen"),
    path("partners/<int:pk>/go/", views.go, name="go"),
]
