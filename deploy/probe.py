"""The health check of a container: ``python deploy/probe.py ADDRESS-OF-HEALTHZ [worker]``.

Fails where the address does not answer with success; with ``worker``, also where no worker lives.
"""

import json
import sys
import urllib.request


def main(address: str, part: str = "") -> int:
    """0 for health, 1 for none."""
    # The name under which the web server always knows itself, whatever its container is called.
    request = urllib.request.Request(address, headers={"Host": "127.0.0.1"})  # noqa: S310 (an address of ours)
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310
            report = json.load(answer)
    except OSError as error:
        print(f"{address}: {error}")
        return 1
    print(json.dumps(report))
    return 0 if not part or report[part]["alive"] else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
