"""A whole newspaper for the tests of what readers see: the demo, and beside it a story in every state."""

import io
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from PIL import Image as Pillow

from ads.models import Ad
from articles import actions, addresses, tagging
from articles.models import Article, AuthorText, Edition, SectionText, Tag, TagText
from demo.loading import Loader
from outlet import actions as standing
from outlet import logo
from outlet.languages import codes
from outlet.models import Outlet, PageText
from staff.groups import write_roles
from support.models import Appeal

# Stands in everything that readers must not find, and in nothing else.
HIDDEN = "Qzxhidden"
SECRET = {
    name: f"{HIDDEN} {name}"
    for name in (
        "headline", "kicker", "standfirst", "lead_alt_text", "lead_caption", "dateline", "how_we_reported",
        "seo_title", "seo_description", "social_title", "social_description",
    )
} | {"body": f"<p>{HIDDEN} body</p>"}  # fmt: skip

SPONSOR = "https://zernia.example/"
PAID = {
    "en": {
        "headline": "A balcony for peas",
        "sponsor": "Zernia Seeds",
        "text": "What one can sow on a balcony before the frost is over, and what had better wait for May.",
        "link": "Seeds for every balcony",
        "note": "An earlier version said that peas are sown in March. They are sown in April.",
    },
    "uk": {
        "headline": "Балкон для гороху",
        "sponsor": "Крамниця «Зерня»",
        "text": "Що можна посіяти на балконі, доки не минули приморозки, а що краще відкласти до травня.",
        "link": "Насіння для кожного балкона",
        "note": "У попередній версії було сказано, що горох сіють у березні. Його сіють у квітні.",
    },
}


class Paper:
    """The demo, and beside it a story in every state that has something to hide."""

    def __init__(self):
        write_roles()  # a test before this one may have emptied the database
        self.loader = Loader()
        self.loader.load()
        self.writer, self.editor, self.chief = (
            self.loader.users[role] for role in ("reporter", "editor", "chief_editor")
        )
        self.complete = Edition.objects.live().filter(language="en", kind="analysis").first().revision.snapshot
        self.expected = {edition.path: 404 for edition in Edition.objects.ahead()}
        self.expected |= {f"/appeals/{appeal.pk}/go/": 302 for appeal in Appeal.objects.all()}
        self.expected |= {reverse("ads:go", args=[ad.pk]): 302 for ad in Ad.objects.all()}

    def fill(self):
        self._speak_ukrainian()
        self.have_a_look_of_its_own()
        self._change_standing_pages()
        self.begin(**SECRET)
        actions.submit(self.begin(**SECRET), by=self.writer)
        self.change(self.publish("Changed since"))
        self._send_back(self.change(self.publish("Changed and sent back")))
        self._publish_later(self.begin(**SECRET))
        self._publish_later(self.change(self.publish("Something newer lies ahead")))
        self._withdraw()
        self._rename()
        for language in codes():
            self._pay(language)

    def begin(self, *, language="en", **fields):
        """A draft; one with something to hide has a tag of its own."""
        article = Article(language=language)
        fields = self.complete["fields"] | {"slug": ""} | fields
        changes = self.complete | {"fields": fields}
        if language != "en":
            changes["related"] = []  # they are told in English
        actions.save(article, by=self.writer, changes=changes)
        return self._tag(article) if HIDDEN in fields["headline"] else article

    def _tag(self, article):
        article.tags.add(Tag.objects.get_or_create(name=f"{HIDDEN} tag")[0])
        tagging.ensure_texts(article)
        self.expected[TagText.objects.get(name__startswith=HIDDEN).path] = 404
        actions.save(article, by=self.writer)
        return article

    def publish(self, headline, **fields):
        return self._bring_out(self.begin(headline=headline, **fields))

    def _bring_out(self, article):
        actions.submit(article, by=self.writer)
        actions.approve(article, by=self.chief)
        self.expected[actions.publish(article, by=self.chief).path] = 200
        return article

    def change(self, article):
        actions.save(article, by=self.writer, changes={"fields": SECRET})
        return self._tag(article)

    def _send_back(self, article):
        actions.send_back(article, by=self.chief, note=f"{HIDDEN} note")

    def _publish_later(self, article):
        """Approves what is there and publishes it for tomorrow."""
        if article.stage == "draft":
            actions.submit(article, by=self.writer)
        actions.approve(article, by=self.chief)
        tomorrow = timezone.now() + timedelta(days=1)
        self.expected.setdefault(
            actions.publish(article, by=self.chief, at=tomorrow, substantial=True, why="New facts").path, 404
        )

    def _withdraw(self):
        """Their text and the reason are gone from view; the words of a notice are for readers."""
        words = {"standfirst": HIDDEN, "body": f"<p>{HIDDEN}</p>", "how_we_reported": HIDDEN}
        for verb, status, said in (
            (actions.unpublish, 410, {}),
            (actions.retract, 200, {"words": "We were wrong about this."}),
            (actions.take_down, 451, {"words": "By order of a court."}),
        ):
            for language in codes():
                article = self.publish(f"A story to {verb.__name__}", language=language, **words)
                notice = verb(article, by=self.chief, reason=f"{HIDDEN} reason", **said)
                self.expected[notice.path] = status

    def _pay(self, language):
        """Stories that somebody pays for, each corrected, and one that leads to them."""
        said = PAID[language]
        body = f'<p>{said["text"]} <a href="{SPONSOR}">{said["link"]}</a>.</p><aside data-post="{SPONSOR}post"></aside>'
        words = {"language": language, "standfirst": said["text"], "how_we_reported": "", "lead_alt_text": said["link"]}
        paid = [
            self.publish(
                f"{said['headline']} {number}", kind=kind, sponsor=said["sponsor"], sponsor_url=SPONSOR,
                **words | {"body": body},
            )
            for number, kind in enumerate(("sponsored", "partner"), start=1)
        ]  # fmt: skip
        for article in paid:
            actions.correct(article, by=self.chief, text=said["note"])
        cards = "".join(f'<aside data-story="{article.pk}" data-kicker="{said["link"]}"></aside>' for article in paid)
        body = f"<p>{said['text']}</p>{cards}<p>{said['note']}</p>"
        leads = self.begin(headline=said["link"], **words | {"body": body})
        related = [{"target": article.pk, "url": "", "kicker": said["link"], "headline": ""} for article in paid]
        actions.save(leads, by=self.writer, changes={"related": related})
        self._bring_out(leads)

    def _rename(self):
        """A section and a story that stood elsewhere before."""
        text = SectionText.objects.filter(language="en").first()
        self.expected[text.path] = 301
        text.slug = "renamed"
        text.save()
        addresses.settle(text)
        article = self.publish("Moved", slug="first-place")
        self.expected[article.editions.get().path] = 301
        actions.save(article, by=self.writer, changes={"fields": {"slug": "second-place"}})
        actions.approve(article, by=self.chief)
        self.expected[actions.publish(article, by=self.chief, substantial=False).path] = 200

    def have_a_look_of_its_own(self):
        """Colours and a logo, each at an address that changes with it."""
        file = io.BytesIO()
        Pillow.new("RGBA", (300, 60), "teal").save(file, "PNG")
        file.seek(0)
        drawn = logo.redraw(file)
        Outlet.objects.update(
            accent_light="#00513f", logo=logo.store(drawn), logo_width=drawn.width, logo_height=drawn.height
        )

    def _change_standing_pages(self):
        """One moved, one taken back, one never published, and all of them with something newer at the desk."""
        moved, taken = PageText.objects.get(slug="about"), PageText.objects.get(slug="reuse")
        standing.save(moved, by=self.chief, title="About", slug="who-we-are", body=moved.body)
        standing.publish(moved, by=self.chief)
        self.expected |= {"/about/": 301, standing.unpublish(taken, by=self.chief, reason=HIDDEN).path: 410}
        draft = standing.begin("other", by=self.editor, language="en")
        for text in (*PageText.objects.exclude(pk=draft.pk), draft):
            slug = text.slug or "hidden"
            standing.save(text, by=self.editor, title=HIDDEN, slug=slug, body=f"<p>{HIDDEN} page</p>")
        self.expected["/hidden/"] = 404

    def _speak_ukrainian(self):
        """A story in the second language, and in the demo's some names that are there in English only."""
        for model in (SectionText, AuthorText, TagText):
            text = model.objects.filter(language="uk").first()
            self.expected[text.path] = 301  # to the page in English
            text.delete()
        self.publish(
            "Українською",
            language="uk",
            standfirst="Місто дочекалося трамвая, і ось що про це кажуть люди з обох берегів.",
            how_we_reported="",
            lead_alt_text="Поле",
            body="<p>Слова, які сьогодні чути на кожній зупинці від ринку до вокзалу.</p>",
        )
