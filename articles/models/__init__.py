"""The rows of the core. Import from here."""

from articles.models.address import Address, AddressedText
from articles.models.article import PAID, Article, Byline, Kind, Role, numbers_written_by
from articles.models.author import Author, AuthorLink, AuthorText
from articles.models.correction import (
    CarriedOn,
    Correction,
    CorrectionKind,
    Gravity,
    Note,
    NoteIsFinal,
    Placement,
    WaitingNote,
)
from articles.models.edition import (
    Edition,
    EditionAuthor,
    EditionBody,
    EditionImage,
    EditionTag,
    Notice,
    is_live,
    is_spoken_of,
)
from articles.models.image import Image, ImageText
from articles.models.legal import LegalNote
from articles.models.limit import SectionLimit, sections_kept_to
from articles.models.live_problem import LiveProblem
from articles.models.outside_link import OutsideLink
from articles.models.related import RelatedStory
from articles.models.revision import Revision
from articles.models.section import Section, SectionText
from articles.models.shelf import Shelf
from articles.models.style_rule import StyleRule
from articles.models.tag import Tag, TaggedArticle, TagText
from articles.models.word import ArticleWord, begins

__all__ = [
    "PAID",
    "Address",
    "AddressedText",
    "Article",
    "ArticleWord",
    "Author",
    "AuthorLink",
    "AuthorText",
    "Byline",
    "CarriedOn",
    "Correction",
    "CorrectionKind",
    "Edition",
    "EditionAuthor",
    "EditionBody",
    "EditionImage",
    "EditionTag",
    "Gravity",
    "Image",
    "ImageText",
    "Kind",
    "LegalNote",
    "LiveProblem",
    "Note",
    "NoteIsFinal",
    "Notice",
    "OutsideLink",
    "Placement",
    "RelatedStory",
    "Revision",
    "Role",
    "Section",
    "SectionLimit",
    "SectionText",
    "Shelf",
    "StyleRule",
    "Tag",
    "TagText",
    "TaggedArticle",
    "WaitingNote",
    "begins",
    "is_live",
    "is_spoken_of",
    "numbers_written_by",
    "sections_kept_to",
]
