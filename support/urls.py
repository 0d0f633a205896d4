"""Where readers carry the paper: below their language, as every public page."""

from django.urls.resolvers import URLPattern

from support.newsletter import urls as newsletter

app_name = "support"

urlpatterns: list[URLPattern] = [
    *newsletter.urlpatterns,
]
