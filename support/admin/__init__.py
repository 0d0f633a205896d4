"""Those who carry the paper, and what they ask for, at the desk."""

from support.admin import topic

__all__ = ["topic"]
