"""Loads the demo newspaper through the same doors that the desk uses."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from django.conf import settings
from django.utils import timezone

from articles import actions, addresses, pictures, tagging
from articles.models import (
    AddressedText,
    Article,
    Author,
    AuthorLink,
    AuthorText,
    CorrectionKind,
    Image,
    ImageText,
    Role,
    Section,
    SectionText,
    Tag,
    TagText,
)
from articles.slugs import slug_of
from demo import ads, appeals, content, desks, newsletter, reading, reports, supporters, topics
from demo.pictures import PICTURES
from demo.studio import jpegs
from outlet import actions as pages
from outlet import templates
from outlet.languages import codes, first_language
from outlet.models import MenuItem, Outlet, OutletText, PageKind, Place, StandingPage
from staff import people
from staff.models import User

# Signing in at a demo needs no secret; the command refuses to load into a paper that has people already.
PASSWORD = "lantern at the ford"  # noqa: S105
SIGN_INS = {
    "reporter": "Reporter",
    "picture_editor": "Picture editor",
    "editor": "Editor",
    "chief_editor": "Chief editor",
    "administrator": "Administrator",
}
# Those whose names stand on no story.
NAMES = {"picture_editor": "Lesia Hrab", "chief_editor": "Orest Tkach", "administrator": "Ada Admin"}
ROLES = {"Additional reporting": Role.REPORTING, "Data": Role.REPORTING}
PLAIN = (
    "headline", "kicker", "standfirst", "dateline", "how_we_reported", "sponsor", "sponsor_url", "disclosure",
    "seo_title", "seo_description",
)  # fmt: skip
LANGUAGES = {
    "uk": "Ukrainian",
    "en": "English",
    "pl": "Polish",
    "ro": "Romanian",
    "de": "German",
    "crh": "Crimean Tatar",
}

# What the desk did and readers said, in the order in which one needs another.
PARTS: tuple[Callable[[Loader], None], ...] = (
    desks.load,
    reports.load,
    appeals.load,
    newsletter.load,
    supporters.load,
    topics.load,
    ads.load,
)

Words = TypeVar("Words")


@dataclass
class Loader:
    """One loading, from an empty database. Rows by the keys of the demo's files.

    Whatever is in a language that this installation does not have is left out.
    """

    now: datetime = field(default_factory=timezone.now)
    users: dict[str, User] = field(default_factory=dict)
    images: dict[str, Image] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)
    authors: dict[str, Author] = field(default_factory=dict)
    tags: dict[str, Tag] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)

    def load(self) -> None:
        """Everything, in the order in which one thing needs another."""
        paper = reading.paper()
        stories = [story for story in reading.stories() if story.language in codes()]
        self._outlet(paper.outlet)
        self._people(paper.authors)
        self._pages()
        for key, file in jpegs(list(PICTURES)):
            self._picture(key, file, paper.pictures[key])
        self._sections(paper)
        self._authors(paper)
        self._tags(paper)
        for story in sorted(stories, key=lambda story: bool(story.translation_of)):
            self.articles[story.key] = self._begin(story)  # all rows first, as stories point at one another
        for story in stories:
            self._write(story)
        for story in sorted(stories, key=self._begins):
            self._move(story)
        for part in PARTS:
            part(self)

    def _outlet(self, row: content.Outlet) -> None:
        outlet = Outlet.objects.create(time_zone=row.time_zone, email=row.email)
        for language, words in _spoken(row.words):
            OutletText.objects.create(
                outlet=outlet,
                language=language,
                name=words.name,
                tagline=words.tagline,
                description=words.description,
            )
        self.zone, self.language = outlet.zone, row.language

    def _people(self, authors: tuple[content.Author, ...]) -> None:
        """A sign-in for each role; an author of the paper stands behind it where one says so."""
        by_login = {author.login: author for author in authors if author.login}
        for name in SIGN_INS:
            author = by_login.get(name)
            first, _space, last = (_at_the_desk(author.words).name if author else NAMES[name]).partition(" ")
            user = User(username=name, first_name=first, last_name=last, email=author.email if author else "")
            user.set_password(PASSWORD)
            people.save(user, roles=[name], by=None)
            self.users[name] = user

    def _pages(self) -> None:
        """The standing pages, all public, and the menus that lead to them."""
        editor, administrator = self.users["editor"], self.users["administrator"]
        for order, kind in enumerate(kind for kind in PageKind if kind != PageKind.OTHER):
            for language in codes():
                written = templates.read(reading.HERE / "pages" / language / f"{kind}.html")
                if written is not None:
                    text = pages.begin(kind, by=editor, language=language)
                    pages.save(text, by=editor, title=written.title, slug=written.slug, body=written.body)
                    pages.publish(text, by=administrator)
            page = StandingPage.objects.filter(kind=kind).first()
            if page is not None:
                MenuItem.objects.create(place=Place.FOOTER, order=order, page=page)
                if kind == PageKind.ABOUT:
                    MenuItem.objects.create(place=Place.HEADER, order=order, page=page)

    def _picture(self, key: str, file: bytes, words: Mapping[str, content.PictureWords]) -> None:
        row = PICTURES[key]
        image = Image(
            credit=row.credit, creator=row.creator, copyright_notice=row.copyright_notice, licence_url=row.licence,
            focal_x=row.focal_x, focal_y=row.focal_y,
        )  # fmt: skip
        texts = [
            ImageText(language=language, alt_text=said.alternative_text, caption=said.caption)
            for language, said in _spoken(words)
        ]
        found = pictures.inspect(io.BytesIO(file))
        self.images[key] = pictures.store(image, found, by=self.users["editor"], texts=texts)

    def _sections(self, paper: content.Paper) -> None:
        for order, row in enumerate(paper.sections):
            section = self.sections[row.key] = Section.objects.create(order=order)
            for language, words in _spoken(row.words):
                text = SectionText(section=section, language=language, name=words.name, description=words.description)
                self._settle(text, row.key)

    def _authors(self, paper: content.Paper) -> None:
        for row in paper.authors:
            author = self.authors[row.key] = Author.objects.create(
                user=self.users.get(row.login),
                picture=self.images[row.portrait],
                languages=", ".join(LANGUAGES[code] for code in row.languages),
            )
            for language, words in _spoken(row.words):
                text = AuthorText(
                    author=author,
                    language=language,
                    name=words.name,
                    job_title=words.job_title,
                    biography=words.biography,
                )
                self._settle(text, row.key)
            for order, link in enumerate(row.links):
                AuthorLink.objects.create(author=author, label=link.label, url=link.url, order=order)

    def _tags(self, paper: content.Paper) -> None:
        for row in paper.tags:
            tag = self.tags[row.key] = Tag.objects.create(name=_at_the_desk(row.words).name)
            for language, words in _spoken(row.words):
                text = TagText(tag=tag, language=language, name=words.name, description=words.description)
                self._settle(text, row.key)

    def _settle(self, text: AddressedText, key: str) -> None:
        """Saves a text with its address: the key in the paper's language, else made from the name."""
        text.slug = tagging.free_slug(text, key if text.language == self.language else "")
        text.save()
        addresses.settle(text)

    def _writer(self, story: content.Story) -> User:
        """The user behind the first author who has a sign-in, else the reporter."""
        users = (self.authors[byline.key].user for byline in story.authors)
        return next((user for user in users if user), self.users["reporter"])

    def _begin(self, story: content.Story) -> Article:
        original = self.articles.get(story.translation_of)
        if original is not None:
            return actions.translate(original, by=self._writer(story), language=story.language)
        article = Article(kind=story.kind, language=story.language)
        actions.save(article, by=self._writer(story), changes={"fields": {"headline": story.headline}})
        return article

    def _write(self, story: content.Story) -> None:
        images = {key: image.pk for key, image in self.images.items()}
        stories = {key: article.pk for key, article in self.articles.items()}
        fields = {name: getattr(story, name) for name in PLAIN} | {
            "kind": story.kind,
            "slug": slug_of(story.key),
            "section": self.sections[story.section].pk,
            "lead_image": images[story.lead.image] if story.lead else None,
            "lead_alt_text": story.lead.alt if story.lead else "",
            "lead_caption": story.lead.caption if story.lead else "",
            "body": content.with_ids(story.body, images, stories),
        }
        changes = {
            "fields": fields,
            "tags": [self.tags[key].pk for key in story.tags],
            "bylines": [
                {"author": self.authors[row.key].pk, "role": ROLES.get(row.role, Role.WRITER), "text": ""}
                for row in story.authors
            ],
            "related": [
                {
                    "target": stories[row.story] if row.story else None,
                    "url": row.url, "kicker": row.kicker, "headline": row.headline,
                }
                for row in story.related
            ],
        }  # fmt: skip
        actions.save(self.articles[story.key], by=self._writer(story), changes=changes)

    def _begins(self, story: content.Story) -> datetime:
        return story.published.seen_from(self.now, self.zone) if story.published else self.now

    def _move(self, story: content.Story) -> None:
        """Through the door, as far as the story has come."""
        article, writer = self.articles[story.key], self._writer(story)
        if story.stage == "draft":
            return
        actions.submit(article, by=writer)
        if story.stage == "sent_back":
            actions.send_back(article, by=self.users["editor"], note=story.note)
        if story.stage in ("submitted", "sent_back"):
            return
        approver = self.users["chief_editor"]
        actions.approve(article, by=approver)
        if story.published is None:
            return
        actions.publish(article, by=approver, at=self._begins(story), backdated=True)
        if story.update is not None:
            self._update(story, story.update)

    def _update(self, story: content.Story, update: content.Update) -> None:
        """The second edition; a correction where the story's file has a note for readers."""
        article, approver = self.articles[story.key], self.users["chief_editor"]
        images = {key: image.pk for key, image in self.images.items()}
        stories = {key: row.pk for key, row in self.articles.items()}
        body = content.with_ids(story.updated_body, images, stories)
        actions.save(article, by=self._writer(story), changes={"fields": {"body": body}})
        actions.approve(article, by=approver)
        moment = update.moment.seen_from(self.now, self.zone)
        if not update.public_note:
            actions.publish(article, by=approver, at=moment, substantial=update.substantial, backdated=True)
            return
        note: dict[str, Any] = {
            "kind": CorrectionKind.CORRECTION, "gravity": update.gravity, "text": update.public_note,
            "was_wrong": update.was_wrong, "is_right": update.is_right,
        }  # fmt: skip
        actions.propose_note(article, by=self.users["editor"], **note)
        actions.correct(article, by=approver, at=moment, backdated=True, **note)


def _spoken(words: Mapping[str, Words]) -> Iterator[tuple[str, Words]]:
    """Those words whose language this installation has, with it."""
    return ((language, said) for language, said in words.items() if language in codes())


def _at_the_desk(words: Mapping[str, Words]) -> Words:
    """The words in the installation's first language, else in the paper's own."""
    return words.get(first_language()) or next(iter(words.values()))


def sign_ins() -> str:
    """Addresses and names to sign in with, for whoever started the demo."""
    lines = [f"  {title:<15} {name:<15} {PASSWORD}" for name, title in SIGN_INS.items()]
    return "\n".join([f"  Sign in at {settings.SITE_URL}/admin/ as", *lines])
