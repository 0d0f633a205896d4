"""Addresses of what the outlet's look is made of."""

from django.conf import settings
from django.urls import path, re_path

from outlet import logo, views

app_name = "outlet"

urlpatterns = [
    path("outlet/<slug:digest>.css", views.stylesheet, name="stylesheet"),
    re_path(rf"^{settings.MEDIA_URL.lstrip('/')}{logo.FOLDER}/(?P<name>{logo.PATTERN})$", views.logo_file, name="logo"),
]
