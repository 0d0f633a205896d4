"""Appeals at the desk: written, looked at, counted, and switched off for an article."""

from datetime import date

import lxml.html
import pytest
from django.urls import reverse

from activity.models import Entry
from articles.models import Tag
from articles.refusals import NotAllowed
from jobs.models import Message
from support.appeals import actions
from support.models import Appeal, AppealDay, QuietArticle
from tests.cast import make_picture, make_section
from tests.desk.browser import form_data
from tests.support.asking import BODY, make_appeal, shown_on

pytestmark = pytest.mark.django_db

LIST = reverse("admin:support_appeal_changelist")
ADD = reverse("admin:support_appeal_add")
RATES = reverse("admin:support_appeal_rates")
WRITTEN = {
    "name": "Patrons, winter", "language": "en", "title": "Carry us", "text": "Words.", "button": "Become a patron",
    "address": "/support/", "place": "text", "after": "4", "weight": "10", "is_on": "on",
    "sections": [], "tags": "", "picture": "", "begins_at": "", "ends_at": "",
}  # fmt: skip


def change_of(appeal):
    return reverse("admin:support_appeal_change", args=[appeal.pk])


def preview_of(appeal):
    return reverse("admin:support_appeal_preview", args=[appeal.pk])


# --- writing -------------------------------------------------------------------------------------


def test_a_chief_editor_writes_one_with_picture_sections_and_tags(client, outlet, chris):
    section, picture, tag = make_section(), make_picture(), Tag.objects.create(name="Trams, old")
    client.force_login(chris)
    data = WRITTEN | {"sections": [section.pk], "picture": picture.pk, "tags": '"trams, OLD"'}
    data |= {"begins_at": "2026-01-05T10:00"}
    assert client.post(ADD, data).status_code == 302
    appeal = Appeal.objects.get()
    assert (list(appeal.sections.all()), list(appeal.tags.all()), appeal.picture) == ([section], [tag], picture)
    assert appeal.begins_at.isoformat() == "2026-01-05T08:00:00+00:00"
    page = client.get(change_of(appeal)).content.decode()
    assert "&quot;Trams, old&quot;" in page and "A field in teal" in page
    assert Entry.objects.about(appeal).get().verb == "appeal-add"
    assert {"keys": ["site"]} in [message.payload for message in Message.objects.filter(topic="purge")]


def test_the_log_says_what_was_changed(client, outlet, chris):
    appeal = make_appeal()
    client.force_login(chris)
    same = {"name": appeal.name, "title": appeal.title, "text": appeal.text, "place": "end"}
    assert client.post(change_of(appeal), WRITTEN | same).status_code == 302
    entry = Entry.objects.about(appeal).get()
    assert (entry.verb, entry.details) == ("appeal-change", {"address": "https://bank.example/ → /support/"})


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"address": "javascript:alert(1)"}, "address"),
        ({"address": "//evil.example"}, "address"),
        ({"tags": "Unheard of"}, "tags"),
        ({"weight": "0"}, "weight"),
        ({"after": "0"}, "after"),
        ({"begins_at": "2026-01-05T10:00", "ends_at": "2026-01-05T09:00"}, "__all__"),
        ({"title": ""}, "title"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(client, outlet, chris, wrong, field):
    client.force_login(chris)
    response = client.post(ADD, WRITTEN | wrong)
    assert response.status_code in (200, 422)
    assert field in response.context["adminform"].form.errors
    assert "Patrons, winter" in response.content.decode()
    assert not Appeal.objects.exists()


def test_an_editor_reads_and_does_not_write_and_a_reporter_does_neither(client, publish, edna, rita):
    publish()
    appeal = make_appeal()
    client.force_login(edna)
    for path in (LIST, change_of(appeal), RATES, preview_of(appeal)):
        assert client.get(path).status_code == 200, path
    assert client.post(change_of(appeal), WRITTEN).status_code == client.get(ADD).status_code == 403
    client.force_login(rita)
    for path in (LIST, change_of(appeal), RATES, preview_of(appeal), ADD):
        assert client.get(path).status_code == 403, path
    with pytest.raises(NotAllowed):
        actions.settle_appeal(appeal, by=edna)


def test_the_list_says_where_each_stands_whether_it_runs_and_what_was_counted(client, outlet, edna, now):
    appeal = make_appeal(place="text", after=3)
    for day in (1, 2):
        AppealDay.objects.create(appeal=appeal, date=date(2026, 1, day), shown=70, pressed=2)
    make_appeal("Over", ends_at=now)
    make_appeal("Off", is_on=False)
    client.force_login(edna)
    rows = lxml.html.document_fromstring(client.get(LIST).content.decode()).xpath("//tbody/tr")
    words = {row.xpath("string(.//*[@class='list-title'])"): " ".join(row.text_content().split()) for row in rows}
    assert "After paragraph 3 Running 10 140 4" in words["Patron"]
    assert "Over" in words["Over"] and "Off" in words["Off"]


# --- as a reader sees it -------------------------------------------------------------------------


def test_it_is_seen_in_the_newest_story_without_being_on_and_nothing_is_counted(client, publish, edna):
    publish(body=BODY)
    publish(headline="The newest", body=BODY)
    make_appeal("Heavier", weight=100)
    appeal = make_appeal(is_on=False, place="text", after=2)
    client.force_login(edna)
    response = client.get(preview_of(appeal))
    page = lxml.html.document_fromstring(response.content.decode())
    assert page.xpath("string(//h1)") == "The newest"
    (section,) = page.xpath("//section[@class='appeal']")
    assert section.getparent().get("id") == "article-body" and "data-appeal" not in section.attrib
    assert section.xpath(".//a/@href") == ["https://bank.example/"]
    assert not page.xpath("//script[contains(@src, 'appeals')]") and not page.xpath("//template")
    assert "noindex" in response["X-Robots-Tag"] and "no-store" in response["Cache-Control"]
    assert not AppealDay.objects.exists()


def test_it_is_seen_where_it_may_stand(client, publish, edna):
    science = make_section("Science", "science")
    story = publish(section=science.pk, headline="Stars")
    publish(headline="Trams")
    appeal = make_appeal(sections=[science])
    client.force_login(edna)
    assert client.get(preview_of(appeal)).context["story"].edition == story
    QuietArticle.objects.create(article=story.article)
    assert client.get(preview_of(appeal)).status_code == 404


# --- how they do ---------------------------------------------------------------------------------


def test_the_rates_are_honest_about_what_they_do_not_say(client, outlet, edna):
    client.force_login(edna)
    assert "Nobody has seen an appeal yet" in client.get(RATES).content.decode()
    for name, pressed in (("One", 50), ("Two", 20)):
        AppealDay.objects.create(appeal=make_appeal(name), date=date(2026, 1, 5), shown=150, pressed=pressed)
    page = client.get(RATES).content.decode()
    assert "Too early to tell" in page and '<svg class="rates' not in page
    AppealDay.objects.update(shown=1000)
    response = client.get(RATES)
    assert "Too early" not in response.content.decode()
    page = lxml.html.document_fromstring(response.content.decode())
    assert page.xpath("string(//*[@class='rates-verdict']/strong)") == "One"
    assert len(page.xpath("//svg[@class='rates-chart']")) == 2
    cells = [cell.text_content().strip() for cell in page.xpath("//tbody/tr[1]/*")]
    assert cells[:4] == ["One", "1000", "50", "5.00"]


def test_numbers_in_the_drawing_are_numbers_in_every_language(client, outlet, edna):
    AppealDay.objects.create(appeal=make_appeal(), date=date(2026, 1, 5), shown=1000, pressed=57)
    client.force_login(edna)
    page = client.get(RATES, headers={"accept-language": "uk"}).content.decode()
    drawn = lxml.html.document_fromstring(page).xpath("//rect/@x | //rect/@width | //circle/@cx")
    assert drawn and all(float(number) > 0 for number in drawn)


# --- articles without ----------------------------------------------------------------------------


@pytest.fixture
def story(publish):
    make_appeal()
    return publish()


def save(client, story, **fields):
    path = reverse("admin:articles_article_change", args=[story.article_id])
    return client.post(path, form_data(client.get(path)) | fields)


def test_whoever_may_change_an_article_says_whether_appeals_stand_at_it(client, story, edna):
    client.force_login(edna)
    assert save(client, story, appeals="quiet").status_code == 302
    assert shown_on(client, story) == ([], [])
    assert Entry.objects.about(story.article).filter(verb="appeals-off").count() == 1
    purged = [key for message in Message.objects.filter(topic="purge") for key in message.payload["keys"]]
    assert f"article-{story.article_id}" in purged
    assert save(client, story, headline="Another headline").status_code == 302
    assert QuietArticle.objects.exists()
    save(client, story, appeals="shown")
    assert shown_on(client, story)[0]


def test_what_another_chose_meanwhile_stays(client, story, edna, boris):
    client.force_login(edna)
    path = reverse("admin:articles_article_change", args=[story.article_id])
    data = form_data(client.get(path))
    actions.set_quiet(story.article, is_quiet=True, by=boris)
    client.post(path, data)
    assert QuietArticle.objects.exists()


@pytest.mark.parametrize("nonsense", ["", "SHOWN", "<script>"])
def test_nonsense_changes_nothing(client, story, edna, nonsense):
    actions.set_quiet(story.article, is_quiet=True, by=edna)
    client.force_login(edna)
    save(client, story, appeals=nonsense)
    assert QuietArticle.objects.exists()


def test_who_may_not_change_the_article_may_not_choose(client, story, sam, pia):
    with pytest.raises(NotAllowed):
        actions.set_quiet(story.article, is_quiet=True, by=sam)
    client.force_login(pia)
    path = reverse("admin:articles_article_change", args=[story.article_id])
    page = lxml.html.document_fromstring(client.get(path).content.decode())
    assert page.xpath("//fieldset[.//input[@name='appeals']]/@disabled")
    client.post(path, {"appeals": "quiet", "appeals_before": "shown"})
    assert not QuietArticle.objects.exists()


def test_a_preview_or_a_check_of_what_is_typed_chooses_nothing(client, story, edna):
    client.force_login(edna)
    save(client, story, appeals="quiet", _preview="1")
    save(client, story, appeals="quiet", _check="typed")
    assert not QuietArticle.objects.exists()
