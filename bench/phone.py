"""Phones of 390 pixels, three dots to each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tools import browser

SCREEN: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 3,
    "is_mobile": True,
    "has_touch": True,
}


@contextmanager
def phones() -> Iterator[Callable[[], Any]]:
    """What opens a page, each time in a new phone with nothing in its cache."""
    from playwright.sync_api import sync_playwright  # from requirements/test.txt

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.get(), args=browser.ARGUMENTS)
        yield lambda: chromium.new_context(**SCREEN).new_page()
        chromium.close()
