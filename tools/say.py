"""How the tools end when they cannot go on: one sentence, no traceback."""

import sys
from typing import NoReturn


def stop(sentence: str) -> NoReturn:
    """End the program as failed, with the sentence on standard error."""
    print(sentence, file=sys.stderr, flush=True)
    raise SystemExit(1)
