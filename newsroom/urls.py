"""All addresses: the desk, health, and below them everything that readers reach."""

from django.contrib import admin
from django.urls import include, path

from newsroom.health import healthz

urlpatterns = [
    path("admin/", include("staff.urls")),
    path("admin/", admin.site.urls),
    path("healthz", healthz),
    path("", include("outlet.urls")),
    path("", include("readers.urls")),
    path("", include("support.urls")),
    path("", include("ads.urls")),
    path("", include("articles.urls")),
]

handler403 = "newsroom.desk.refused"
handler404 = "articles.views.not_found"
handler500 = "articles.views.server_error"
