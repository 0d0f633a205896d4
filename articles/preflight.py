"""What a story must have before readers get it. Saving a draft never asks for any of this."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from articles.models import Article, Image, Kind
from articles.refusals import Problem
from body import text
from body.blocks import blocks

# The table kind by required field. A section and an author are asked of every kind, by the loop below.
ALWAYS = ("headline", "section", "author")
STORY = (*ALWAYS, "standfirst", "lead_image", "body")
REQUIRED: dict[str, tuple[str, ...]] = {
    Kind.BRIEF: (*ALWAYS, "body"),
    Kind.REPORT: STORY,
    Kind.ANALYSIS: STORY,
    Kind.OPINION: STORY,
    Kind.EXPLAINER: STORY,
    Kind.INTERVIEW: STORY,
    Kind.REVIEW: STORY,
}
MISSING = {
    "headline": _("Write a headline."),
    "section": _("Choose a section."),
    "author": _("Name an author, or sign it by the newsroom."),
    "standfirst": _("Write a standfirst."),
    "lead_image": _("Choose a lead image."),
    "body": _("Write the text."),
}


def problems(article: Article) -> list[Problem]:
    """All that is in the way, in the order of the form. Costs four queries at most."""
    found = [
        Problem(f"{name}-missing", name, MISSING[name])
        for name in REQUIRED[article.kind]
        if not _is_there(article, name)
    ]
    return found + _of_pictures(article) + _of_links(article)


def _is_there(article: Article, name: str) -> bool:
    """Whether the article has what the table calls by this name."""
    if name == "author":
        return article.by_newsroom or article.bylines.filter(role="writer").exists()
    if name == "body":
        return bool(text.plain(article.body).strip() or text.references(article.body).images)
    value = getattr(article, name)
    return bool(value.strip()) if isinstance(value, str) else value is not None


def _of_pictures(article: Article) -> list[Problem]:
    """Every picture that is there needs alternative text (or to be decorative) and a credit."""
    uses = [("lead_image", article.lead_image_id, article.lead_alt_text)] if article.lead_image_id else []
    own_words = {block["image"]: block["alt"] for block in _image_blocks(article)}
    uses += [("body", number, words or "") for number, words in own_words.items()]
    images = Image.objects.prefetch_related("texts").in_bulk([number for _field, number, _words in uses])
    found = []
    for field, number, words in uses:
        image = images.get(number)
        if image is None:
            found.append(Problem("image-gone", field, _("The image %(number)s does not exist.") % {"number": number}))
            continue
        found += [
            Problem(code, field, message % {"number": number})
            for code, message in lacks(image, words, article.language)
        ]
    return found


def lacks(image: Image, own_alt_text: str, language: str) -> list[tuple[str, str]]:
    """What a picture still needs for a use with these words: code and message with ``%(number)s``."""
    missing = []
    text_here = image.text(language)
    described = own_alt_text.strip() or (text_here and text_here.language == language and text_here.alt_text.strip())
    if not described and not image.is_decorative:
        missing.append(
            ("alt-text-missing", str(_("The image %(number)s needs an alternative text, or to be marked decorative.")))
        )
    if not image.credit.strip():
        missing.append(("credit-missing", str(_("The image %(number)s needs a credit."))))
    return missing


def _of_links(article: Article) -> list[Problem]:
    """A story card must point at an article of ours, and not at the story itself."""
    wanted = text.references(article.body).stories
    known = set(Article.objects.filter(pk__in=wanted).values_list("pk", flat=True)) if wanted else set()
    found = [
        Problem("story-gone", "body", _("The story %(number)s does not exist.") % {"number": number})
        for number in wanted
        if number not in known
    ]
    if article.pk in wanted:
        found.append(Problem("story-itself", "body", _("A story card points at this very story.")))
    return found


def _image_blocks(article: Article) -> list[dict]:
    """The pictures inside the text."""
    return [block for block in blocks(article.body) if block["type"] == "image"]
