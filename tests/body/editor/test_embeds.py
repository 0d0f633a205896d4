import pytest

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.body.editor_site")]


def test_it_opens_what_it_knows_and_gives_it_back(editor):
    editor.open(
        '<p>One</p>\n<figure data-image="12"><figcaption>A <em>b</em></figcaption></figure>\n<aside data-story="7"></aside>'
    )
    assert editor.state == "ready"
    assert editor.save() == editor.save()
