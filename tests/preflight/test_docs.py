"""The table of checks in the documentation is the register."""

import re

from django.conf import settings
from django.utils import translation

from articles import preflight


def row(check):
    says = re.sub(r"%\(\w+\)s", "…", str(check.message))
    overridable = {True: "yes ", False: "no "}[check.overridable] if check.level == "block" else ""
    return f"| `{check.id}` | {check.level.value} | {overridable}| {says} |"


def test_the_table_is_the_register():
    page = (settings.BASE_DIR / "docs/concepts/preflight.md").read_text()
    with translation.override(None):
        expected = [row(check) for check in preflight.CHECKS.values()]
    assert re.findall(r"^\| `[\w-]+` \| (?:block|warn|info) .*\|$", page, re.MULTILINE) == expected
