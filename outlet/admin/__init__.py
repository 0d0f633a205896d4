"""The outlet, its standing pages and its menus at the desk."""

from outlet.admin import menu, outlet, page

__all__ = ["menu", "outlet", "page"]
