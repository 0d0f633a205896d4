"""Pages brought home: of every template in both languages, and with everything that a page can have in it.

They are fetched once from the paper, which is then taken back. A browser gets them without a database and without a
server, so that a test can look at each in many ways. Pictures do not come: the place that is kept for each is the
same, and the words have to do.
"""

from dataclasses import dataclass, field

import lxml.html
import pytest
from django.contrib.staticfiles import finders
from django.db import transaction
from django.test import Client, RequestFactory, override_settings
from django.utils import translation

from articles import changes, paging, views
from articles.models import AuthorText, Edition, SectionText, TagText
from outlet import languages
from outlet.models import Outlet, PageText
from readers.paths import form_of
from support.models import Supporter, Topic
from support.topics.letters import end_of
from tests.public.paper import Paper
from tests.support import newsletter

SUPPORT = ("next/", "next/mine/", "supporters/", "sign-in/", "sign-in/sent/", "sign-in/made-up/")
SITE = "https://paper.example"  # a browser that may use the clipboard wants a safe address


@dataclass(frozen=True)
class Kept:
    """A page as it came."""

    path: str
    template: str
    status: int
    headers: dict[str, str]
    text: str

    @property
    def language(self):
        return languages.of_path(self.path)

    @property
    def parts(self):
        """What it is and what stands in it: template, kind of address, elements and classes; in its language."""
        elements = lxml.html.document_fromstring(self.text).iter("*")
        asked = self.path.partition("?")[2].partition("=")[0]
        return {(self.language, self.template, asked)} | {
            (self.language, element.tag, name) for element in elements for name in element.classes
        }


@dataclass
class Home:
    """The fewest pages that have all parts; ``of`` gives the one of a template that has the most."""

    pages: list[Kept] = field(default_factory=list)

    def choose(self, kept):
        seen = set()
        for page in sorted(kept, key=lambda page: (-len(page.parts), page.path)):
            if not page.parts <= seen:
                seen |= page.parts
                self.pages.append(page)

    def of(self, template, language="en"):
        return next(page for page in self.pages if (page.template, page.language) == (template, language))

    def give(self, route, *, with_styles=True):
        """Answers a browser's request."""
        path = route.request.url.removeprefix(SITE)
        page = next((page for page in self.pages if page.path == path), None)
        if page is not None:
            route.fulfill(status=page.status, headers=page.headers, body=page.text)
        elif path.startswith("/static/") and (with_styles or not path.endswith(".css")):
            route.fulfill(path=finders.find(path.removeprefix("/static/")))
        else:
            route.abort()


def _fetch(client, path):
    response = client.get(path)
    # an old address leads on to a new one, which is among the others
    return None if response.status_code == 301 else _kept(path, response, response.templates[0].name)


def _kept(path, response, template):
    return Kept(path, template, response.status_code, dict(response.headers), response.content.decode())


def _addresses():
    """Of everything that has a page."""
    for code in languages.codes():
        for place in ("", "latest/", "corrections/", "nothing/", "report/thanks/", *SUPPORT):
            yield f"{languages.prefix(code)}{place}"
        for place in ("", "sent/", "thanks/"):
            yield f"{languages.prefix(code)}newsletter/{place}"
    yield from newsletter.doors()
    for edition in Edition.objects.answering():
        yield edition.path
        if not edition.notice:
            yield f"{edition.path}?lite"
            yield form_of(edition)
            if len(changes.versions(edition.article_id, edition.live_from)) > 1:
                yield f"{edition.path}changes/"
    for topic in Topic.objects.public():
        yield from (topic.path, f"{topic.path}vote/")
    for supporter in Supporter.objects.all():
        yield end_of(supporter).removeprefix(SITE)
    for model in (SectionText, AuthorText, TagText, PageText):
        yield from (text.path for text in model.objects.exclude(slug=""))


def _older(page):
    """The address of the next page of a list."""
    found = lxml.html.document_fromstring(page.text).xpath("//a[@rel='next']/@href")
    return [page.path + found[0]] if found else []


def _fault(code):
    """The page that says that we are at fault."""
    with translation.override(code):
        response = views.server_error(RequestFactory().get("/"))
    return _kept(f"{languages.prefix(code)}fault/", response, "500.html")


def bring(folder):
    """From a paper that is there only while this runs."""
    home = Home()
    with (
        override_settings(MEDIA_ROOT=folder, SITE_URL=SITE),
        pytest.MonkeyPatch.context() as patch,
        transaction.atomic(),
    ):
        patch.setattr(paging, "PAGE", 5)
        Paper().fill()
        Outlet.objects.update(accent_light="", logo="")
        client = Client()
        found = [page for path in _addresses() if (page := _fetch(client, path))]
        found += [_fetch(client, path) for page in found for path in _older(page)]
        transaction.set_rollback(True)
    home.choose([*found, *map(_fault, languages.codes())])
    return home
