"""Choosing a picture, a story, an author, a tag or a link without leaving the form.

Each address answers with a piece of HTML for the dialog (``static/desk/dialog.js``), and with
``{"chosen": …}`` once the person has decided. What may not be seen is not offered: every view asks
for its own right, whatever form it was opened from.
"""

from collections.abc import Callable

from django.contrib.admin import AdminSite
from django.urls import URLPattern, path

from articles.admin.pick import authors, describe, images, links, stories, tags
from articles.admin.pick.answers import View

VIEWS: dict[str, tuple[str, View]] = {
    "images": ("images/", images.browse),
    "image_upload": ("images/upload/", images.upload),
    "image_use": ("images/<int:pk>/use/", images.use),
    "stories": ("stories/", stories.browse),
    "story_use": ("stories/<int:pk>/use/", stories.use),
    "authors": ("authors/", authors.browse),
    "author_add": ("authors/add/", authors.add),
    "tags": ("tags/", tags.suggest),
    "link": ("link/", links.choose),
    "describe": ("describe/", describe.describe),
}


def urls(site: AdminSite, wrap: Callable[[View], View]) -> list[URLPattern]:
    """The addresses below the articles' own, named ``articles_article_pick_images`` and so on."""
    return [
        path(f"pick/{route}", site.admin_view(wrap(view)), name=f"articles_article_pick_{name}")
        for name, (route, view) in VIEWS.items()
    ]
