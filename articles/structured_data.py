"""What search engines and readers' programs are told of a story, as schema.org knows it (JSON-LD).

Every value stands on the page too: a test compares them on every story of the demo paper. Google's
advice on articles, picture licences and breadcrumbs decides what is given; the kinds of news are
schema.org's "pending" subtypes and therefore stand beside ``NewsArticle``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from articles.models import Kind
from articles.moments import stamp
from body import text
from outlet.models import PageKind

if TYPE_CHECKING:
    from articles.cards import Frame, Named
    from articles.corrections import ShownNote
    from articles.figures import Picture
    from articles.paid import Paid
    from articles.reading import ShownImage, Story

TYPES: dict[str, list[str]] = {
    Kind.BRIEF: ["NewsArticle"],
    Kind.REPORT: ["NewsArticle", "ReportageNewsArticle"],
    Kind.ANALYSIS: ["NewsArticle", "AnalysisNewsArticle"],
    Kind.OPINION: ["NewsArticle", "OpinionNewsArticle"],
    Kind.EXPLAINER: ["NewsArticle", "BackgroundNewsArticle"],
    Kind.INTERVIEW: ["NewsArticle", "ReportageNewsArticle"],
    Kind.REVIEW: ["NewsArticle", "ReviewNewsArticle"],
    # no news: schema.org has what is paid for beside it, as another kind of article
    Kind.SPONSORED: ["Article", "AdvertiserContentArticle"],
    Kind.PARTNER: ["Article", "AdvertiserContentArticle"],
}
# A policy is named only where readers can open its page.
POLICIES = (
    ("publishingPrinciples", PageKind.STANDARDS),
    ("ethicsPolicy", PageKind.STANDARDS),
    ("correctionsPolicy", PageKind.CORRECTIONS),
    ("ownershipFundingInfo", PageKind.OWNERSHIP),
    ("masthead", PageKind.ABOUT),
)
ROLES = {"editor": "editor", "translator": "translator"}


def graph(story: Story, frame: Frame, site: str) -> dict[str, Any]:
    """The article, who publishes it, its pictures and where it stands, as one graph. ``site`` has no slash."""
    pictures = [
        _picture(image, picture, site, is_lead=image is story.lead_image)
        for image in story.images
        for picture in _shapes(image, is_lead=image is story.lead_image)
    ]
    return {
        "@context": "https://schema.org",
        "@graph": [
            _article(story, frame, site),
            organization(frame, site),
            *pictures,
            _breadcrumbs(story, frame, site),
        ],
    }


def organization(frame: Frame, site: str) -> dict[str, Any]:
    """The publisher."""
    return _filled(
        {
            "@type": "NewsMediaOrganization",
            "@id": f"{site}/#org",
            "name": frame.name.name,
            "url": f"{site}/",
            "description": frame.name.description,
            "email": frame.outlet.email,
            "logo": _logo(frame, site),
            **{name: f"{site}{frame.menus.policies[kind]}" for name, kind in POLICIES if kind in frame.menus.policies},
        }
    )


def _logo(frame: Frame, site: str) -> dict[str, Any] | None:
    """The logo with its size."""
    outlet = frame.outlet
    if not outlet.logo_path:
        return None
    url = urljoin(f"{site}/", outlet.logo_path)
    return {"@type": "ImageObject", "url": url, "width": outlet.logo_width, "height": outlet.logo_height}


def _article(story: Story, frame: Frame, site: str) -> dict[str, Any]:
    edition = story.edition
    url = f"{site}{edition.path}"
    sponsor = _sponsor(story.paid) if story.paid else None
    # what nobody of the paper signs is signed by who paid for it, here and on the page
    signed = [_person(person, site) for person in story.writers] or [each for each in [sponsor] if each]
    people: dict[str, list[dict[str, Any]]] = {"author": signed}
    for credit in story.credits:
        people.setdefault(ROLES.get(credit.role, "contributor"), []).extend(
            _person(person, site) for person in credit.people
        )
    others = [path for language, path in frame.translations.items() if language != edition.language]
    return _filled(
        {
            "@type": TYPES[edition.kind],
            "@id": f"{url}#article",
            "url": url,
            "mainEntityOfPage": {"@id": url},
            "headline": edition.headline,
            "alternativeHeadline": edition.seo_title if edition.seo_title != edition.headline else "",
            "description": story.description,
            "image": [
                {"@id": _picture_id(picture, site)}
                for picture in (_shapes(story.lead_image, is_lead=True) if story.lead_image else [])
            ],
            "datePublished": stamp(edition.first_published_at),
            "dateModified": stamp(story.modified_at),
            **people,
            "publisher": {"@id": f"{site}/#org"},
            "sponsor": sponsor,
            "inLanguage": edition.language,
            "articleSection": story.section.name if story.section else "",
            "keywords": [tag.name for tag in story.tags],
            "wordCount": edition.word_count,
            "timeRequired": f"PT{story.minutes}M",
            "isAccessibleForFree": True,
            "correction": [_correction(note, url, edition.language) for note in story.corrections],
            "backstory": story.how_we_reported,
            "dateline": edition.dateline,
            "workTranslation": [{"@id": f"{site}{path}#article"} for path in others],
        }
    )


def _sponsor(paid: Paid) -> dict[str, Any]:
    """Who pays for a story."""
    return _filled({"@type": "Organization", "name": paid.sponsor, "url": paid.url})


def _correction(note: ShownNote, url: str, language: str) -> dict[str, Any]:
    """A public note, with the place where it stands."""
    return {
        "@type": "CorrectionComment",
        "text": note.text,
        "datePublished": stamp(note.at),
        "url": f"{url}#{note.anchor}",
        "inLanguage": language,
    }


def _person(person: Named, site: str) -> dict[str, Any]:
    """A person; the newsroom itself is an organization."""
    if not person.path:
        return {"@id": f"{site}/#org"}
    return _filled(
        {
            "@type": "Person",
            "name": person.name,
            "url": f"{site}{person.path}",
            "jobTitle": person.job_title,
            "sameAs": list(person.same_as),
        }
    )


def _shapes(image: ShownImage, *, is_lead: bool) -> list[Picture]:
    """The lead in the three shapes that search engines ask for; another picture as it stands in the text."""
    picture = image.picture
    return [picture.social, picture.standard, picture.square] if is_lead else [picture]


def _picture_id(picture: Picture, site: str) -> str:
    return f"{site}{picture.src}#image"


def _picture(image: ShownImage, picture: Picture, site: str, *, is_lead: bool) -> dict[str, Any]:
    """A picture with whose it is. A licence is named only where the paper may give one."""
    return _filled(
        {
            "@type": "ImageObject",
            "@id": _picture_id(picture, site),
            "contentUrl": f"{site}{picture.src}",
            "width": picture.width,
            "height": picture.height,
            "caption": text.plain(image.caption) or image.caption,
            "creator": {"@type": "Person", "name": image.row.creator} if image.row.creator else None,
            "creditText": image.row.credit,
            "copyrightNotice": image.row.copyright_notice,
            "license": image.row.licence_url,
            "representativeOfPage": is_lead,
        }
    )


def _breadcrumbs(story: Story, frame: Frame, site: str) -> dict[str, Any]:
    steps = [(frame.name.name, frame.home)]
    if story.section:
        steps.append((story.section.name, story.section.path))
    steps.append((story.edition.headline, story.edition.path))
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": f"{site}{path}"}
        for place, (name, path) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty: an empty property says less than none."""
    return {name: value for name, value in values.items() if value is not None and value != "" and value != []}
