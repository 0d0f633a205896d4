"""A stranger who goes to every public address: from doors that are known without a link, on through every link."""

import re
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

import lxml.html
from django.conf import settings
from django.test import Client
from django.urls.resolvers import URLResolver

from support.models import Supporter
from support.topics.letters import end_of

LINKS = {"href", "src", "srcset", "action", "formaction", "poster", "data"}
URL_IN_CSS = re.compile(r"url\(\s*['\"]?([^'\")]+)")
TEXTS = ("text/", "application/json", "application/atom+xml", "application/rss+xml", "application/xml")
# Where readers come without a link: from a bookmark, a monitor, a typing error.
DOORS = [
    "/",
    "/uk/",
    "/healthz",
    "/nothing/",
    "/uk/nothing/",
    "/2026/01/01/nothing/",
    "/tags/nothing/",
    "/latest/?before=x",
]
DOORS += ["/about/", "/reuse/", "/hidden/", "/report/thanks/", "/uk/report/thanks/"]
# Where scripts alone send something, and what leads away from us: there is no page.
WITHOUT_A_PAGE = {
    "appeals/<int:pk>/shown/", "appeals/<int:pk>/go/", "partners/<int:pk>/seen/", "partners/<int:pk>/go/",
}  # fmt: skip
DOORS += ["/newsletter/", "/uk/newsletter/"]
DOORS += [f"{prefix}newsletter/{place}" for prefix in ("/", "/uk/") for place in ("token/", "sent/", "thanks/")]
# Where machines tell us something: nobody finds a page there.
UNSEEN = ("^newsletter/service/", "webhooks/")
DOORS += [
    f"{home}{door}" for home in ("/", "/uk/") for door in ("me/", "me/fragment/", "sign-in/sent/", "sign-in/made-up/")
]
DOORS += ["/supporters/", "/uk/supporters/"]
DOORS += [
    "/next/",
    "/uk/next/",
    "/next/?page=x",
    "/about/",
    "/reuse/",
    "/hidden/",
    "/report/thanks/",
    "/uk/report/thanks/",
]


def in_letters():
    """Addresses that stand in letters alone, each with a signature for whom it is."""
    return [end_of(supporter).removeprefix(settings.SITE_URL) for supporter in Supporter.objects.all()[:1]]


@dataclass(frozen=True)
class Answer:
    """What came back from an address."""

    path: str
    status: int
    headers: dict[str, str]
    text: str
    has_cookie: bool

    @property
    def is_page(self):
        return self.headers.get("Content-Type", "").startswith("text/html") and bool(self.text)

    @property
    def tree(self):
        return lxml.html.document_fromstring(self.text)


def links(answer):
    """Where an answer leads, as absolute addresses without a fragment."""
    if answer.headers.get("Content-Type", "").startswith("text/css"):
        found = URL_IN_CSS.findall(answer.text)
    elif answer.is_page:
        attributes = [pair for element in answer.tree.iter() for pair in element.items()]
        found = [value for name, value in attributes if name in LINKS - {"srcset"}]
        # The narrowest of each set: every file is made when it is asked for, which would take minutes for all.
        found += [value.split()[0] for name, value in attributes if name == "srcset"]
    else:
        found = []
    found += [answer.headers["Location"]] if "Location" in answer.headers else []
    here = settings.SITE_URL + answer.path
    return {urldefrag(urljoin(here, link))[0] for link in found}


def internal(addresses_found):
    """Those on this site, as paths."""
    return {
        link.removeprefix(settings.SITE_URL) or "/" for link in addresses_found if link.startswith(settings.SITE_URL)
    }


def crawl(doors, *, without=()):
    """Every answer that can be reached from these doors, by path; those whose paths begin so are not asked for."""
    client, waiting, answers = Client(), set(doors), {}
    while waiting:
        path = waiting.pop()
        response = client.get(path)
        content = response.getvalue() if response.streaming else response.content
        is_text = response.get("Content-Type", "").startswith(TEXTS)
        answers[path] = Answer(
            path,
            response.status_code,
            dict(response.headers),
            content.decode() if is_text else "",
            bool(response.cookies or client.cookies),
        )
        found = internal(links(answers[path])) - answers.keys()
        waiting |= {path for path in found if not path.startswith(tuple(without))}
    return answers


def routes(resolver, route=""):
    """Every address pattern for readers that there is."""
    for entry in resolver.url_patterns:
        whole = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry, whole)
        elif not whole.startswith(("admin/", *UNSEEN)):
            yield whole
