"""Draws many pictures side by side, as the drawing takes longer than all the rest of a loading."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from os import cpu_count

from demo.pictures import draw

QUALITY = 92


def jpeg(key: str) -> bytes:
    """The file of a picture; the same key always gives the same one."""
    file = io.BytesIO()
    draw(key).save(file, "JPEG", quality=QUALITY)
    return file.getvalue()


def jpegs(keys: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Key and file of each picture in their order, by as many processes as there are processors, four at most.

    Where no process can be started, or one of them dies, what is left is drawn here.
    """
    drawn = 0
    try:
        # Spawned, not forked: a child must not share a connection to the database.
        with ProcessPoolExecutor(min(4, cpu_count() or 1), mp_context=get_context("spawn")) as pool:
            for key, file in zip(keys, pool.map(jpeg, keys), strict=True):
                yield key, file
                drawn += 1
    except (OSError, BrokenProcessPool):
        for key in keys[drawn:]:
            yield key, jpeg(key)
