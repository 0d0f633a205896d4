"""A newsroom with something on every screen of the desk, and where those screens are."""

from django.urls import reverse
from django.utils import timezone

from activity.models import record
from ads.models import AdDay
from articles import actions
from articles.models import Article, AuthorLink, LegalNote, LiveProblem, SectionText, StyleRule, Tag, TagText
from articles.workflow import Flag
from jobs import outbox
from outlet.models import MenuItem, MenuText, Outlet, PageText, StandingPage
from support.models import AppealDay, Delivery, MailingService, WayText, WayToSupport
from tests.ads.placed import notice, own, snippet
from tests.cast import make_author, make_picture, make_section
from tests.readers.reports import reported
from tests.support.asking import make_appeal
from tests.support.newsletter import subscribed
from tests.support.people import make_service, make_supporter, make_tier
from tests.support.topics import proposed

MODELS = {
    "articles": ("article", "image", "author", "section", "tag", "stylerule"),
    "outlet": ("outlet", "menuitem", "pagetext"),
    "staff": ("user",),
    "activity": ("entry",),
    "jobs": ("message",),
    "readers": ("case",),
    "support": (
        "appeal",
        "waytosupport",
        "subscriber",
        "mailingservice",
        "supporter",
        "tier",
        "service",
        "delivery",
        "topic",
    ),
    "ads": ("ad", "snippet", "notice"),
}
# The outlet and the notice are forms without a list.
LISTS = {
    f"list of {model}": f"/admin/{app}/{model}/"
    for app, models in MODELS.items()
    for model in models
    if model not in {"outlet", "notice"}
}


def furnish(publish, write, rita, sam):
    """One of each, with words in it; gives the first id of each by the name of its model."""
    edition = publish(headline="A bridge for one tram")
    article = write(headline="Written and not read by anybody", standfirst="", tags=[Tag.objects.create(name="Trams")])
    TagText.objects.create(tag=Tag.objects.get(), language="en", name="Trams", slug="trams")
    author = make_author("Sam Sulyma", "sam-sulyma", user=sam)
    author.picture = make_picture("olive")
    author.save()
    AuthorLink.objects.create(author=author, label="Letters", url="https://letters.example/")
    make_picture("maroon", credit="")
    section = make_section("Science", "science")
    SectionText.objects.create(section=section, language="uk", name="Наука", slug="nauka")
    message = outbox.post("purge", {"keys": ["site"]})
    item = MenuItem.objects.create()
    MenuText.objects.create(item=item, language="en", label="Archive", address="/latest/")
    text = PageText.objects.create(
        page=StandingPage.objects.create(), title="About us", slug="about", body="<p>We.</p>"
    )
    asked = {"legal_flag": Flag.REQUIRED, "legal_flag_by": sam, "legal_flag_at": timezone.now()}
    Article.objects.filter(pk=article.pk).update(**asked)
    LegalNote.objects.create(article=article, by=sam, text="Ask the owner of the bridge.")
    LiveProblem.objects.create(article=edition.article, code="link-dead", level="warn", words="A link is dead.")
    submitted = write(headline="Waiting for an editor")
    actions.submit(submitted, by=rita)
    way = WayToSupport.objects.create(value="UA00 0000")
    WayText.objects.create(way=way, language="en", label="IBAN")
    appeal = make_appeal(picture_id=author.picture_id)
    AppealDay.objects.create(appeal=appeal, date="2026-01-05", shown=1000, pressed=21)
    olha, service = make_supporter(), make_service(tiers=[("Gold", make_tier())])
    ad = own()
    AdDay.objects.create(ad=ad, date=timezone.localdate(), shown=40, pressed=3)
    entry = record(rita, "role-change", by=sam, note="Takes over the city pages", after=["editor"])
    return {
        "article": article.pk,
        "live": edition.article_id,
        "submitted": submitted.pk,
        "image": author.picture_id,
        "author": author.pk,
        "section": section.pk,
        "city": edition.section_id,
        "tag": Tag.objects.get().pk,
        "outlet": Outlet.objects.get().pk,
        "menuitem": item.pk,
        "pagetext": text.pk,
        "stylerule": StyleRule.objects.create(language="en", pattern="Dnepr", suggestion="Dnipro").pk,
        "user": rita.pk,
        "entry": entry.pk,
        "message": message.pk,
        "appeal": appeal.pk,
        "waytosupport": way.pk,
        "case": reported(edition, "tram crossed").pk,
        "subscriber": subscribed().pk,
        "mailingservice": MailingService.objects.create(name="Lists", address="https://lists.example/").pk,
        "supporter": olha.pk,
        "tier": olha.tier_id,
        "service": service.pk,
        "delivery": Delivery.objects.create(service=service, digest="x", outcome="begun", supporter=olha).pk,
        "topic": proposed().pk,
        "ad": ad.pk,
        "snippet": snippet().pk,
        "notice": notice().pk,
    }


def forms(ids):
    """The forms of all things, of new ones too, as addresses by a name."""
    found = {}
    for app, models in MODELS.items():
        for model in models:
            found[model] = reverse(f"admin:{app}_{model}_change", args=[ids[model]])
            if model not in {"outlet", "entry", "message", "case", "subscriber", "delivery", "notice"}:
                found[f"new {model}"] = reverse(f"admin:{app}_{model}_add")
    return found
