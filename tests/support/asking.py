"""Appeals for tests, and how readers find them."""

import lxml.html

from support.models import Appeal

BODY = "".join(f"<p>Paragraph {number} of the story.</p>" for number in range(1, 8))


def make_appeal(name="Patron", *, sections=(), tags=(), **fields):
    """One that runs everywhere."""
    words = {"title": f"{name}: carry the paper", "text": "It lives on you.", "button": "Become a patron"}
    appeal = Appeal.objects.create(name=name, **{"address": "https://bank.example/", "is_on": True} | words | fields)
    appeal.sections.set(sections)
    appeal.tags.set(tags)
    return appeal


def page_of(client, story, query=""):
    response = client.get(story.path + query)
    assert response.status_code == 200
    return lxml.html.document_fromstring(response.content.decode())


def shown_on(client, story, query=""):
    """The titles that a reader without script sees, and those that came along for one with."""
    page = page_of(client, story, query)
    titles = page.xpath("//section[@class='appeal']//h2")
    hidden = page.xpath("//template//section[@class='appeal']//h2")
    return [title.text for title in titles if title not in hidden], [title.text for title in hidden]
