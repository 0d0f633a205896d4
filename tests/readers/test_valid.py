"""The pages of a report are valid HTML, with and without something wrong in them."""

import pytest

from tools import nu


@pytest.mark.parametrize("language", ["en", "uk"])
def test_pages_are_valid(client, publish, language):
    edition = publish(language=language, lead_alt_text="Field", headline="Words", body="<p>The first tram.</p>")
    form = f"{'/uk' if language == 'uk' else ''}/report/{edition.pk}/"
    answers = {
        "story": client.get(edition.path),
        "lite": client.get(edition.path + "?lite"),
        "form": client.get(form),
        "errors": client.post(form, {"exact": "no", "email": "no"}),
        "a passage": client.post(form, {"exact": "first", "before": "The", "email": "no"}),
        "too late": client.post(form, {"comment": "Words"}),
        "thanks": client.get(f"{form.rpartition('report')[0]}report/thanks/?story={edition.pk}"),
    }
    written = {name: answer.content.decode() for name, answer in answers.items()}
    assert [str(problem) for problem in nu.check(written) if problem.kind != "info"] == []
