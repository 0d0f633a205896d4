"""The one address of the desk that is open to strangers, besides the sign-in."""

from django.urls import path

from staff import views

app_name = "staff"
urlpatterns = [
    path("invitation/<str:token>/", views.invitation, name="invitation"),
]
