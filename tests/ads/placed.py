"""Ads as an administrator places them."""

from ads.models import Ad, Notice, NoticeText
from articles.models import Image
from outlet import languages
from tests.cast import make_picture

HOST = "https://cdn.acme.example"
PROVIDERS = {
    "acme": {"script-src": [HOST], "img-src": ["https://*.acme.example"], "frame-src": ["https://show.acme.example"]}
}


def own(*, sections=(), **fields):
    """An own ad at the end of stories; nothing but the fields that matter has to be given."""
    picture = Image.objects.filter(credit="Bakery").first() or make_picture("sienna", (640, 320), credit="Bakery")
    words = {"advertiser": "Dawn bakery", "image": picture, "alt_text": "Bread", "link": "https://bakery.example/"}
    ad = Ad.objects.create(**words | fields)
    ad.sections.set(sections)
    return ad


def snippet(*, sections=(), **fields):
    """A provider's, in the same place."""
    ad = Ad.objects.create(
        **{"advertiser": "Acme", "provider": "acme", "script": f"{HOST}/show.js", "element": "ins"} | fields
    )
    ad.sections.set(sections)
    return ad


def notice(**words):
    """What readers with a blocker are told, by language; the same everywhere unless it is given."""
    row = Notice.objects.create()
    for language in languages.codes():
        said = words.get(language, "Ads pay for our reporters.")
        NoticeText.objects.create(notice=row, language=language, words=said)
    return row
