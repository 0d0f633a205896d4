"""Jobs for workers that are going to be killed. What they did lies in files, where no worker can lose it."""

import hashlib
import json
import os
from itertools import count
from pathlib import Path

from jobs.models import Heartbeat, Message, Run
from jobs.outbox import post
from jobs.tasks import job


@job(max_attempts=20, base=0.2, cap=1, timeout=3)
def chore(folder, name):
    """Some hundredths of a second of work."""
    hashlib.pbkdf2_hmac("sha256", b"work", b"salt", 100_000)
    Path(folder, f"{name}.done").touch()


@job(max_attempts=20, base=0.2, cap=1, timeout=20)
def wait_for_gate(folder):
    """Writes down whose hands it is in, and ends when the file ``gate`` is there."""
    folder = Path(folder)
    (folder / "begun").write_text(str(os.getpid()))
    for _look in count():
        if (folder / "gate").exists():
            break
    (folder / "ended").write_text(str(os.getpid()))


def plan(folder, number):
    """Queues that many chores and as many messages."""
    for name in range(number):
        chore.enqueue(str(folder), str(name))
        post("purge", {"keys": [f"article-{name}"]})


def tell():
    """Prints what the database holds, in one line."""
    runs = list(Run.queue.values_list("task_path", "status"))
    print(
        json.dumps(
            {
                "open": sum(status in {"READY", "RUNNING"} for _path, status in runs),
                "failed": sum(status == "FAILED" for _path, status in runs),
                "tidied": sum(path == "jobs.housekeeping.tidy" for path, _status in runs),
                "unsent": Message.objects.filter(sent_at=None).count(),
                "heartbeats": Heartbeat.objects.count(),
            }
        )
    )
