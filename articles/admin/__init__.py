"""The desk's screens for the core."""

from articles.admin import article, author, image, limits, section, style_rule, tag

__all__ = ["article", "author", "image", "limits", "section", "style_rule", "tag"]
