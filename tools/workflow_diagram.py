"""The diagram and the table of verbs in docs/concepts/workflow.md, from articles/workflow.py: ``python -m tools.workflow_diagram``."""

import os
from pathlib import Path

import django

PAGE = Path(__file__).resolve().parent.parent / "docs" / "concepts" / "workflow.md"
BEGIN, END = "<!-- from articles/workflow.py -->\n", "<!-- end -->\n"


def diagram() -> str:
    """Stages and the verbs that lead from one to another, as Mermaid draws it; then every verb in a table."""
    from articles.workflow import TABLE, Publication, Stage

    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {Stage.DRAFT.value}"]
    lines += [f"    {stage.value}: {stage.label}" for stage in Stage]
    for rule in TABLE.values():
        if rule.to:
            lines += [f"    {stage} --> {rule.to}: {rule.verb.label}" for stage in Stage if stage in rule.stages]
    lines += ["```", "", "| verb | stages | what readers have | for | permission |", "| --- | --- | --- | --- | --- |"]
    for rule in TABLE.values():
        stages = (
            "any" if len(rule.stages) == len(Stage) else ", ".join(s.label.lower() for s in Stage if s in rule.stages)
        )
        publications = "anything"
        if len(rule.publications) < len(Publication):
            publications = ", ".join(p.label.lower() for p in Publication if p in rule.publications)
        whom = "authors and editors" if rule.is_authors else "editors"
        lines.append(f"| {rule.verb.label} | {stages} | {publications} | {whom} | `{rule.permission}` |")
    return "\n".join(lines) + "\n"


def page_with(text: str) -> str:
    """The page with this between its two marks."""
    page = PAGE.read_text(encoding="utf-8")
    head, _begin, rest = page.partition(BEGIN)
    _old, _end, foot = rest.partition(END)
    return head + BEGIN + text + END + foot


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    PAGE.write_text(page_with(diagram()), encoding="utf-8")
