"""The pictures of the stories from 27 on."""

from __future__ import annotations

from demo.picture import Picture

MORE_B: list[Picture] = []
