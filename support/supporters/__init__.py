"""Supporters: by hand, from a list, from a membership service; how they sign in, and the page that thanks them."""
