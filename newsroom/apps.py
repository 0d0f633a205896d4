"""The roof's app: the admin site as this project configures it."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Django's admin with our own site class, so that every app registers at the desk."""

    default_site = "newsroom.desk.DeskSite"
