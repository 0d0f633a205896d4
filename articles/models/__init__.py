"""The rows of the core. Import from here."""

from articles.models.address import Address, AddressedText
from articles.models.article import Article, Byline, Kind, Role, numbers_written_by
from articles.models.author import Author, AuthorLink, AuthorText
from articles.models.edition import Edition, EditionAuthor, EditionBody, EditionImage, EditionTag, Notice, is_live
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
    "Address",
    "AddressedText",
    "Article",
    "ArticleWord",
    "Author",
    "AuthorLink",
    "AuthorText",
    "Byline",
    "Edition",
    "EditionAuthor",
    "EditionBody",
    "EditionImage",
    "EditionTag",
    "Image",
    "ImageText",
    "Kind",
    "LegalNote",
    "LiveProblem",
    "Notice",
    "OutsideLink",
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
    "begins",
    "is_live",
    "numbers_written_by",
    "sections_kept_to",
]
