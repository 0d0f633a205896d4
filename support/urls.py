"""Where readers carry the paper: below their language, as every public page."""

from django.urls.resolvers import URLPattern

from support.appeals import urls as appeals
from support.newsletter import urls as newsletter

app_name = "support"

urlpatterns: list[URLPattern] = [*appeals.urlpatterns, *newsletter.urlpatterns]
