"""The named cast: who writes, who edits, who runs the paper, and a story ready to go.

Rita reports, Edna edits, Boris edits too, Pia edits pictures, Chris is chief editor, Ada administers; Sam reports as well and may not see Rita's drafts.
"""

import io

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from PIL import Image as Pillow

from articles import actions, addresses, pictures
from articles.models import Article, Author, AuthorText, Image, ImageText, Section, SectionText
from outlet.models import Outlet, OutletText
from staff.models import User

PASSWORD = "a long enough password"


def make_user(name, role):
    user = User.objects.create_user(
        name, f"{name}@paper.example", PASSWORD, first_name=name.capitalize(), is_staff=True
    )
    user.groups.add(Group.objects.get(name=role))
    return user


def make_picture(color="teal", size=(400, 260), **fields):
    """A stored image with credit, alternative text and caption."""
    file = io.BytesIO()
    Pillow.new("RGB", size, color).save(file, "PNG")
    image = Image(**{"credit": "Paper / Iryna Lys"} | fields)
    text = ImageText(language="en", alt_text=f"A {color} field", caption=f"A field in {color}")
    return pictures.store(image, pictures.inspect(file), by=None, texts=[text])


def make_section(name="City", slug="city", language="en"):
    section = Section.objects.create()
    addresses.settle(SectionText.objects.create(section=section, language=language, name=name, slug=slug))
    return section


def make_author(name="Rita Rudenko", slug="rita-rudenko", user=None, language="en"):
    author = Author.objects.create(user=user)
    addresses.settle(AuthorText.objects.create(author=author, language=language, name=name, slug=slug))
    return author


@pytest.fixture
def outlet(db):
    outlet = Outlet.objects.create(time_zone="Europe/Kyiv", email="desk@paper.example")
    OutletText.objects.create(outlet=outlet, language="en", name="The Lantern")
    return outlet


@pytest.fixture
def rita(db):
    return make_user("rita", "reporter")


@pytest.fixture
def sam(db):
    return make_user("sam", "reporter")


@pytest.fixture
def edna(db):
    return make_user("edna", "editor")


@pytest.fixture
def boris(db):
    return make_user("boris", "editor")


@pytest.fixture
def pia(db):
    return make_user("pia", "picture_editor")


@pytest.fixture
def chris(db):
    return make_user("chris", "chief_editor")


@pytest.fixture
def ada(db):
    return make_user("ada", "administrator")


@pytest.fixture
def write(outlet, rita, settings, tmp_path):
    """Writes a complete draft by Rita: ``write(headline="…")`` takes fields of the article."""
    settings.MEDIA_ROOT = tmp_path / "media"
    stage = {}

    def write(*, by=None, tags=(), related=(), **fields):
        if not stage:
            stage.update(section=make_section(), author=make_author(user=rita), picture=make_picture())
        article = Article(language=fields.pop("language", "en"))
        complete = {
            "kind": "report",
            "headline": "The bridge is open again",
            "standfirst": "After nine months of repairs the first tram has crossed.",
            "body": "<p>The first tram crossed at dawn.</p>",
            "section": stage["section"].pk,
            "lead_image": stage["picture"].pk,
        }
        actions.save(
            article,
            by=by or rita,
            changes={
                "fields": complete | fields,
                "bylines": [{"author": stage["author"].pk, "role": "writer", "text": ""}],
                "tags": [tag.pk for tag in tags],
                "related": list(related),
            },
        )
        return article

    return write


@pytest.fixture
def publish(write, rita, edna):
    """Writes, submits, approves and publishes at once; gives the edition."""

    def publish(article=None, *, at=None, **fields):
        article = article or write(**fields)
        actions.submit(article, by=rita)
        actions.approve(article, by=edna)
        return actions.publish(article, by=edna, at=at)

    return publish


@pytest.fixture
def now():
    return timezone.now()
