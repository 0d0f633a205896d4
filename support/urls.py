"""Where readers carry the paper: below their language, as every public page; and where services tell who does."""

from django.urls.resolvers import URLPattern

from support.appeals import urls as appeals
from support.newsletter import urls as newsletter
from support.supporters import urls as supporters
from support.topics import urls as topics

app_name = "support"

urlpatterns: list[URLPattern] = [
    *appeals.urlpatterns,
    *supporters.urlpatterns,
    *topics.urlpatterns,
    *newsletter.urlpatterns,
]
