"""Delivers the topic "purge" while no cache stands in front of the site: the keys are only written down."""

import logging
from typing import Any

from jobs.outbox import handler

log = logging.getLogger(__name__)


@handler("purge")
def record(payload: dict[str, Any]) -> None:
    """Logs the keys."""
    log.info("Purge %s", " ".join(payload.get("keys", [])))
