"""What an operator or a developer can set, call or make stands in the documentation."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = ROOT / "docs" / "operators" / "settings.md"
INTERNAL_TARGETS = {"python", "base-tools", "test-tools"}


def texts():
    return "\n".join(path.read_text() for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))])


def variables():
    """Every variable of the environment that the product reads."""
    sources = [*(ROOT / "newsroom").glob("*.py"), *(ROOT / "deploy").glob("*.py")]
    return {name for path in sources for name in re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', path.read_text())}


def variables_of_compose():
    return set(re.findall(r"\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text()))


def commands():
    return sorted(path.stem for path in ROOT.glob("*/management/commands/*.py") if not path.stem.startswith("_"))


def targets():
    return sorted(set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)) - INTERNAL_TARGETS)


def test_the_example_names_every_variable_and_no_other():
    named = re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert len(named) == len(set(named))
    assert set(named) == variables() | variables_of_compose()


@pytest.mark.parametrize("name", sorted(variables() | variables_of_compose()))
def test_a_variable_is_explained(name):
    assert re.search(rf"^\| `{name}` \|", SETTINGS.read_text(), re.MULTILINE)


def test_no_variable_is_explained_that_does_not_exist():
    assert (
        set(re.findall(r"^\| `([A-Z_]+)` \|", SETTINGS.read_text(), re.MULTILINE))
        == variables() | variables_of_compose()
    )


@pytest.mark.parametrize("name", commands())
def test_a_command_is_explained(name):
    assert re.search(rf"\b(manage\.py )?{name}\b", texts())


@pytest.mark.parametrize("name", targets())
def test_what_can_be_made_is_explained(name):
    assert re.search(rf"\bmake {name}\b", texts())


@pytest.mark.parametrize("name", targets())
def test_make_help_names_what_can_be_made(name):
    assert re.search(rf"^## {name}: .+\.$", (ROOT / "Makefile").read_text(), re.MULTILINE)


def test_links_between_the_pages_lead_somewhere():
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", page.read_text())
        if not (page.parent / target).exists()
    ]
    assert broken == []
