"""The page on the workflow says what the table says."""

from tools.workflow_diagram import PAGE, diagram, page_with


def test_the_diagram_in_the_docs_is_that_of_the_table():
    assert page_with(diagram()) == PAGE.read_text(encoding="utf-8"), "run python -m tools.workflow_diagram"
    assert "submitted --> approved: Approve" in diagram()
