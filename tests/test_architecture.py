"""The floors hold: an app imports only from floors below its own, and within the core only downwards."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = [
    {"body", "jobs", "activity", "outlet", "staff"},
    {"articles"},
    {"readers", "support", "ads"},
    {"demo"},
    {"newsroom"},
]
# What stands on the same floor may be used where it is named here; no circle can come of it.
BESIDE = {
    ("outlet", "body"): "standing pages have a body",
    ("outlet", "staff"): "somebody publishes them",
    ("outlet", "activity"): "that stands in the log",
    ("outlet", "jobs"): "and caches hear of it",
    ("staff", "activity"): "sign-ins and roles stand in the log",
    ("staff", "jobs"): "and invitations go out by mail",
}
# Inside articles/, from the ground up.
ROOMS = [
    {
        "workflow",
        "slugs",
        "refusals",
        "originals",
        "geometry",
        "patterns",
        "palette",
        "packet",
        "pixels",
        "embedded",
        "prepared",
        "gathering",
    },
    {"models"},
    {
        "addresses",
        "pictures",
        "snapshots",
        "rights",
        "preflight",
        "editions",
        "tagging",
        "merging",
        "search",
        "words",
        "finding",
        "renditions",
        "upkeep",
        "patrol",
        "links",
        "carried",
        "paid",
    },
    {"actions"},
    {
        "delivery",
        "reading",
        "figures",
        "cards",
        "paging",
        "stories",
        "lists",
        "fronts",
        "moments",
        "slots",
        "structured_data",
        "corrections",
        "changes",
    },
    {
        "admin",
        "board",
        "forms",
        "views",
        "standing",
        "openness",
        "feeds",
        "sitemaps",
        "templatetags",
        "management",
        "urls",
        "apps",
        "checks",
    },
]


def modules(folder):
    return [path for path in sorted((ROOT / folder).rglob("*.py")) if "migrations" not in path.parts]


def imports(path):
    """Every module that a file imports, in functions too; what is only for types does not count."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        child
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}
        for child in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write the full name instead of a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def floor_of(app):
    return next((number for number, apps in enumerate(FLOORS) if app in apps), None)


@pytest.mark.parametrize("app", sorted(set().union(*FLOORS)))
def test_an_app_imports_only_from_floors_below(app):
    wrong = []
    for path in modules(app):
        for name in imports(path):
            other = name.split(".")[0]
            level = floor_of(other)
            if other == app or level is None or (app, other) in BESIDE:
                continue
            if (app, other) == (app, "newsroom") or level >= floor_of(app):
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert not wrong


def test_what_is_used_on_the_same_floor_makes_no_circle():
    assert not [pair for pair in BESIDE if pair[::-1] in BESIDE]


def room_of(name):
    return next((number for number, rooms in enumerate(ROOMS) if name in rooms), None)


def test_every_module_of_the_core_has_its_room():
    names = {path.relative_to(ROOT / "articles").parts[0].removesuffix(".py") for path in modules("articles")}
    assert not {name for name in names if room_of(name) is None} - {"__init__"}


def test_the_core_imports_only_downwards():
    wrong = []
    for path in modules("articles"):
        own = path.relative_to(ROOT / "articles").parts[0].removesuffix(".py")
        for name in imports(path):
            parts = name.split(".")
            if parts[0] != "articles" or len(parts) < 2 or parts[1] == own or room_of(parts[1]) is None:
                continue
            if room_of(own) is not None and room_of(parts[1]) > room_of(own):
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert not wrong


def test_readers_never_get_near_the_working_copy():
    public = [
        path
        for room in ("views", "reading", "delivery", "cards", "lists", "feeds")
        for path in modules("articles/" + room)
    ]
    public += [
        path for name in ("views.py", "reading.py", "delivery.py") if (path := ROOT / "articles" / name).exists()
    ]
    assert public
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in public
        for name in imports(path)
        if name.rsplit(".", 1)[-1] in {"Article", "Byline", "RelatedStory", "Revision"}
    ]
    assert not wrong


def test_only_one_module_marks_text_as_safe():
    users = [
        str(path.relative_to(ROOT))
        for app in sorted(set().union(*FLOORS))
        for path in modules(app)
        if any(name.endswith(".mark_safe") for name in imports(path))
    ]
    assert users == ["body/templatetags/body.py"]
    unsafe = [str(path) for path in (ROOT / "templates").rglob("*.html") if "|safe" in path.read_text(encoding="utf-8")]
    assert not unsafe
