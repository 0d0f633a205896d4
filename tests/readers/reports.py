"""Reports as readers send them."""

from readers import actions, quotes, texts
from readers.models import Case


def reported(edition, exact="", comment="That was another day.", address="192.0.2.1", at=None, **who):
    """Reports words of an edition, or all of it; gives the case."""
    text = texts.text_of(texts.of_edition(edition))
    quote = quotes.anchor(text, exact) if exact else None
    report = actions.report(edition, actions.Words(quote, comment, **who), address=address, at=at)
    return Case.objects.get(pk=report.case_id)
