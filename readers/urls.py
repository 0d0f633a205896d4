"""Where readers report what is wrong: below their language, as every public page."""

from django.urls import re_path

from articles.urls import PREFIX
from readers import views

app_name = "readers"

BELOW = rf"^{PREFIX.replace('?P<language>', '?:')}report/"
urlpatterns = [
    re_path(rf"{BELOW}(?P<number>[0-9]+)/$", views.report, name="report"),
    re_path(rf"{BELOW}thanks/$", views.thanks, name="thanks"),
]
