"""Who may go where at the desk: every address there is, for a stranger and for each role.

The tables are written by hand, on purpose: what they say is a decision, not a consequence of the code. An
address that is in neither table fails the last tests, so nobody adds a door without saying who may use it.
"""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from activity.models import Entry
from articles import actions
from articles.models import Article, Author, Edition, SectionLimit, StyleRule, Tag
from jobs import outbox
from outlet import actions as pages
from outlet.models import MenuItem, Outlet
from staff.models import User
from support.models import Delivery, MailingService, WayToSupport
from tests.ads.placed import notice, own, snippet
from tests.cast import make_section
from tests.desk.addresses import addresses, filled
from tests.desk.browser import form_data
from tests.readers.reports import reported
from tests.support.asking import make_appeal
from tests.support.newsletter import subscribed
from tests.support.people import make_service, make_supporter
from tests.support.topics import proposed

ROLES = ("reporter", "picture_editor", "editor", "chief_editor", "administrator")

# What an article's address answers, by role, for: one's own draft, another's draft, another's submitted draft,
# one's own live story, another's live story; the live ones have an edition ahead.
#   does     the page opens (or there is none), and sending its form does what it says
#   refuses  the page opens, and sending it changes nothing and says why: the table of stages has no such step
#   reads    the page opens and can do nothing
#   shut     403, because the role lacks the right
#   hidden   as if there were no such thing
ARTICLE = {
    # the screen: reporter, picture editor, editor, chief editor, administrator
    "change": (
        "does hidden hidden does hidden", "does reads reads does reads", *("does does does does does",) * 3
    ),
    "history": (
        "reads hidden hidden reads hidden", *("reads reads reads reads reads",) * 4
    ),
    "revision": (
        "does hidden hidden does hidden", "does reads reads does reads", *("does does does does does",) * 3
    ),
    "preview": (
        "reads hidden hidden reads hidden", *("reads reads reads reads reads",) * 4
    ),
    "corrections": (
        "reads hidden hidden reads hidden", "reads reads reads reads reads", *("refuses refuses refuses refuses refuses",) * 3
    ),
    "pick_story_use": (
        "reads hidden hidden reads reads", *("reads reads reads reads reads",) * 4
    ),
    "delete": ("shut shut shut shut shut",) * 5,
    "cancel": (
        "shut hidden hidden shut hidden", "shut shut shut shut shut", *("hidden hidden hidden does does",) * 3
    ),
    "verb submit": (
        "does hidden hidden refuses hidden", "does refuses refuses refuses refuses",
        *("does does refuses refuses refuses",) * 3
    ),
    "verb claim": (
        "shut hidden hidden shut hidden", "shut shut shut shut shut", *("refuses refuses does refuses refuses",) * 3
    ),
    "verb release": (
        "shut hidden hidden shut hidden", "shut shut shut shut shut", *("refuses refuses refuses refuses refuses",) * 3
    ),
    "verb send_back": (
        "shut hidden hidden shut hidden", "shut shut shut shut shut", *("refuses refuses does does does",) * 3
    ),
    "verb approve": (
        "shut hidden hidden shut hidden", "shut shut shut shut shut", *("refuses refuses does refuses refuses",) * 3
    ),
    "verb publish": (
        "shut hidden hidden shut hidden", "shut shut shut shut shut", *("refuses refuses does does does",) * 3
    ),
    "verb correct": (
        "shut hidden hidden shut hidden", "shut shut shut shut shut", *("refuses refuses refuses does does",) * 3
    ),
    "verb unpublish": (
        "shut hidden hidden shut hidden", "shut shut shut shut shut", *("refuses refuses refuses does does",) * 3
    ),
    "verb retract": (
        "shut hidden hidden shut hidden", "shut shut shut shut shut", "shut shut shut shut shut",
        *("refuses refuses refuses does does",) * 2
    ),
    "verb take_down": (
        "shut hidden hidden shut hidden", "shut shut shut shut shut", "shut shut shut shut shut",
        *("refuses refuses refuses does does",) * 2
    ),
    "verb save": ("hidden hidden hidden hidden hidden",) * 5,
    "verb restore": ("hidden hidden hidden hidden hidden",) * 5,
    "verb schedule": ("hidden hidden hidden hidden hidden",) * 5,
    "verb cancel": ("hidden hidden hidden hidden hidden",) * 5,
    "verb flag": ("hidden hidden hidden hidden hidden",) * 5,
    "verb nonsense": ("hidden hidden hidden hidden hidden",) * 5,
}  # fmt: skip

# Every other address, by role. Of the things themselves: the picture, section, tag, author and log entry are the
# paper's, the person is another reporter, the message waits in the outbox.
#   writes   opens with a form to save
#   reads    opens, nothing to save
#   leads    sends on to another page of the desk
#   shut     403
SCREENS = {
    "index": "reads reads reads reads reads",
    "login": "leads leads leads leads leads",
    "password_change": "writes writes writes writes writes",
    "password_change_done": "reads reads reads reads reads",
    "autocomplete": "reads reads reads reads reads",
    "jsi18n": "reads reads reads reads reads",
    "view_on_site": "nothing nothing nothing nothing nothing",
    "auth_user_password_change": "shut shut shut shut writes",
    "staff_user_changelist": "shut shut shut shut reads",
    "staff_user_add": "shut shut shut shut writes",
    "staff_user_history": "shut shut shut shut reads",
    "staff_user_delete": "shut shut shut shut shut",
    "staff_user_change": "shut shut shut shut writes",
    "staff_user_roles": "shut shut shut shut reads",
    "staff_user_invitation": "shut shut shut shut nothing",
    "staff_user_hand_over": "shut shut shut shut reads",
    "invitation": "nothing nothing nothing nothing nothing",
    "outlet_outlet_changelist": "shut shut shut shut leads",
    "outlet_outlet_add": "shut shut shut shut shut",
    "outlet_outlet_history": "shut shut shut shut reads",
    "outlet_outlet_delete": "shut shut shut shut shut",
    "outlet_outlet_change": "shut shut shut shut writes",
    "outlet_menuitem_changelist": "shut shut writes writes writes",
    "outlet_menuitem_add": "shut shut writes writes writes",
    "outlet_menuitem_history": "shut shut reads reads reads",
    "outlet_menuitem_delete": "shut shut writes writes writes",
    "outlet_menuitem_change": "shut shut writes writes writes",
    "outlet_pagetext_changelist": "shut shut reads reads reads",
    "outlet_pagetext_add": "shut shut writes writes writes",
    "outlet_pagetext_history": "shut shut reads reads reads",
    "outlet_pagetext_delete": "shut shut shut shut shut",
    "outlet_pagetext_change": "shut shut writes writes writes",
    "outlet_pagetext_publish": "shut shut shut reads reads",
    "outlet_pagetext_templates": "shut shut nothing nothing nothing",
    "outlet_pagetext_unpublish": "shut shut shut reads reads",
    "outlet_pagetext_version": "shut shut reads reads reads",
    "activity_entry_changelist": "shut shut reads reads reads",
    "activity_entry_add": "shut shut shut shut shut",
    "activity_entry_history": "shut shut reads reads reads",
    "activity_entry_delete": "shut shut shut shut shut",
    "activity_entry_change": "shut shut reads reads reads",
    "jobs_message_changelist": "shut shut shut shut reads",
    "jobs_message_add": "shut shut shut shut shut",
    "jobs_message_history": "shut shut shut shut reads",
    "jobs_message_delete": "shut shut shut shut shut",
    "jobs_message_change": "shut shut shut shut reads",
    "articles_article_changelist": "reads reads reads reads reads",
    "articles_article_add": "writes writes writes writes writes",
    "articles_article_desks": "nothing nothing nothing nothing nothing",
    "articles_article_pick_author_add": "reads reads reads reads reads",
    "articles_article_pick_authors": "reads reads reads reads reads",
    "articles_article_pick_describe": "reads reads reads reads reads",
    "articles_article_pick_image_upload": "reads reads reads reads reads",
    "articles_article_pick_image_use": "reads reads reads reads reads",
    "articles_article_pick_images": "reads reads reads reads reads",
    "articles_article_pick_link": "reads reads reads reads reads",
    "articles_article_pick_stories": "reads reads reads reads reads",
    "articles_article_pick_tags": "reads reads reads reads reads",
    "articles_author_changelist": "reads reads reads reads reads",
    "articles_author_add": "writes writes writes writes writes",
    "articles_author_history": "reads reads reads reads reads",
    "articles_author_delete": "shut shut shut shut shut",
    "articles_author_change": "reads reads writes writes writes",
    "articles_author_merge": "shut shut reads reads reads",
    "articles_author_reinstate": "shut shut reads reads reads",
    "articles_author_retire": "shut shut reads reads reads",
    "articles_image_changelist": "reads reads reads reads reads",
    "articles_image_add": "writes writes writes writes writes",
    "articles_image_history": "reads reads reads reads reads",
    "articles_image_delete": "shut shut shut shut shut",
    "articles_image_change": "writes writes writes writes writes",
    "articles_section_changelist": "reads reads reads writes writes",
    "articles_section_add": "shut shut shut writes writes",
    "articles_section_history": "reads reads reads reads reads",
    "articles_section_delete": "shut shut shut shut shut",
    "articles_section_change": "reads reads reads writes writes",
    "articles_section_merge": "shut shut shut reads reads",
    "articles_section_reinstate": "shut shut shut reads reads",
    "articles_section_retire": "shut shut shut reads reads",
    "articles_stylerule_changelist": "shut shut reads reads reads",
    "articles_stylerule_add": "shut shut writes writes writes",
    "articles_stylerule_history": "shut shut reads reads reads",
    "articles_stylerule_delete": "shut shut writes writes writes",
    "articles_stylerule_change": "shut shut writes writes writes",
    "articles_tag_changelist": "reads reads reads reads reads",
    "articles_tag_add": "writes writes writes writes writes",
    "articles_tag_history": "reads reads reads reads reads",
    "articles_tag_delete": "shut shut shut shut shut",
    "articles_tag_change": "reads reads writes writes writes",
    "articles_tag_merge": "shut shut reads reads reads",
    "articles_tag_reinstate": "shut shut reads reads reads",
    "articles_tag_retire": "shut shut reads reads reads",
    "readers_case_changelist": "shut shut reads reads reads",
    "readers_case_add": "shut shut shut shut shut",
    "readers_case_history": "shut shut reads reads reads",
    "readers_case_delete": "shut shut shut shut shut",
    "readers_case_change": "shut shut reads reads reads",
    "readers_case_counts": "shut shut reads reads reads",
    "support_appeal_changelist": "shut shut reads reads reads",
    "support_appeal_add": "shut shut shut writes writes",
    "support_appeal_history": "shut shut reads reads reads",
    "support_appeal_delete": "shut shut shut shut shut",
    "support_appeal_change": "shut shut reads writes writes",
    "support_appeal_rates": "shut shut reads reads reads",
    "support_appeal_preview": "shut shut reads reads reads",
    "support_waytosupport_changelist": "shut shut reads writes writes",
    "support_waytosupport_add": "shut shut shut writes writes",
    "support_waytosupport_history": "shut shut reads reads reads",
    "support_waytosupport_delete": "shut shut shut writes writes",
    "support_waytosupport_change": "shut shut reads writes writes",
    "support_subscriber_changelist": "shut shut shut reads reads",
    "support_subscriber_add": "shut shut shut shut shut",
    "support_subscriber_history": "shut shut shut reads reads",
    "support_subscriber_delete": "shut shut shut writes writes",
    "support_subscriber_change": "shut shut shut reads reads",
    "support_subscriber_counts": "shut shut shut reads reads",
    "support_subscriber_export": "shut shut shut nothing nothing",
    "support_mailingservice_changelist": "shut shut shut shut reads",
    "support_mailingservice_add": "shut shut shut shut writes",
    "support_mailingservice_history": "shut shut shut shut reads",
    "support_mailingservice_delete": "shut shut shut shut writes",
    "support_mailingservice_change": "shut shut shut shut writes",
    "support_mailingservice_deliveries": "shut shut shut shut reads",
    "support_supporter_changelist": "shut shut shut reads reads",
    "support_supporter_add": "shut shut shut writes writes",
    "support_supporter_history": "shut shut shut reads reads",
    "support_supporter_delete": "shut shut shut writes writes",
    "support_supporter_change": "shut shut shut writes writes",
    "support_supporter_import": "shut shut shut reads reads",
    "support_supporter_export": "shut shut shut reads reads",
    "support_tier_changelist": "shut shut shut writes writes",
    "support_tier_add": "shut shut shut writes writes",
    "support_tier_history": "shut shut shut reads reads",
    "support_tier_delete": "shut shut shut reads reads",
    "support_tier_change": "shut shut shut writes writes",
    "support_service_changelist": "shut shut shut shut reads",
    "support_service_add": "shut shut shut shut writes",
    "support_service_history": "shut shut shut shut reads",
    "support_service_delete": "shut shut shut shut writes",
    "support_service_change": "shut shut shut shut writes",
    "support_service_secret": "shut shut shut shut writes",
    "support_delivery_changelist": "shut shut shut reads reads",
    "support_delivery_add": "shut shut shut shut shut",
    "support_delivery_history": "shut shut shut reads reads",
    "support_delivery_delete": "shut shut shut shut shut",
    "support_delivery_change": "shut shut shut reads reads",
    "support_topic_changelist": "reads reads reads reads reads",
    "support_topic_add": "shut shut writes writes writes",
    "support_topic_history": "reads reads reads reads reads",
    "support_topic_delete": "shut shut shut shut shut",
    "support_topic_change": "reads reads reads reads reads",
    "ads_ad_changelist": "shut shut shut reads reads",
    "ads_ad_add": "shut shut shut shut writes",
    "ads_ad_history": "shut shut shut reads reads",
    "ads_ad_delete": "shut shut shut shut writes",
    "ads_ad_change": "shut shut shut reads writes",
    "ads_snippet_changelist": "shut shut shut reads reads",
    "ads_snippet_add": "shut shut shut shut writes",
    "ads_snippet_history": "shut shut shut reads reads",
    "ads_snippet_delete": "shut shut shut shut writes",
    "ads_snippet_change": "shut shut shut reads writes",
    "ads_notice_changelist": "shut shut shut leads leads",
    "ads_notice_add": "shut shut shut shut shut",
    "ads_notice_history": "shut shut shut reads reads",
    "ads_notice_delete": "shut shut shut shut shut",
    "ads_notice_change": "shut shut shut reads writes",
    "django_tasks_database_dbtaskresult_changelist": "shut shut shut shut shut",
    "django_tasks_database_dbtaskresult_add": "shut shut shut shut shut",
    "django_tasks_database_dbtaskresult_history": "shut shut shut shut shut",
    "django_tasks_database_dbtaskresult_delete": "shut shut shut shut shut",
    "django_tasks_database_dbtaskresult_change": "shut shut shut shut shut",
    "app_list": "reads reads reads reads reads",
}

# The second shows nothing to one who made its address up: tests/staff/test_invitations_desk.py.
OPEN_TO_STRANGERS = {"login", "invitation"}

NAMES = sorted({name for name, _route in addresses() if name})


def fingerprint():
    """What a deed at the desk would change."""
    return (
        Entry.objects.count(),
        LogEntry.objects.count(),
        Edition.objects.count(),
        sorted(Article.objects.values_list("pk", "stage", "version", "headline")),
        sorted(User.objects.values_list("pk", "password")),
    )


def send(client, path, data):
    """A POST that leaves nothing behind: the answer, and whether it changed something."""
    before = fingerprint()
    with transaction.atomic():
        answer = client.post(path, data)
        has_changed = fingerprint() != before
        transaction.set_rollback(True)
    return answer, has_changed


# --- strangers ---------------------------------------------------------------------------------


def test_a_stranger_is_led_to_the_sign_in_from_every_address(client, outlet):
    for name, route in addresses():
        if name in OPEN_TO_STRANGERS:
            continue
        path = filled(route)
        for answer in (client.get(path), client.post(path, {"post": "yes"})):
            assert answer.status_code == 302, path
            assert answer["Location"].startswith("/admin/login/?next=") or name == "logout", path


def test_one_who_has_left_the_desk_is_a_stranger(client, outlet, ada):
    client.force_login(ada)
    User.objects.filter(pk=ada.pk).update(is_staff=False)
    for name, route in addresses():
        if name not in {*OPEN_TO_STRANGERS, "logout"}:
            assert client.get(filled(route))["Location"].startswith("/admin/login/?next="), route


# --- articles ----------------------------------------------------------------------------------


@pytest.fixture
def stories(write, rita, sam, pia, edna, boris, chris, ada):
    """For a role, its person and the articles of the five cases, each in its second version."""

    def begin(author, *, moves=0):
        article = write(by=author, headline="First words")
        if moves > 1:
            actions.submit(article, by=author)
            actions.approve(article, by=boris)
            actions.publish(article, by=boris)
        actions.save(article, by=author, changes={"fields": {"headline": f"Words of {author}"}})
        if moves == 1:
            actions.submit(article, by=author)
        if moves > 1:
            actions.approve(article, by=boris)
            actions.publish(article, by=boris, at=timezone.now() + timedelta(days=1), substantial=True, why="New facts")
        return article

    def stories(role):
        person = dict(zip(ROLES, (sam, pia, edna, chris, ada), strict=True))[role]
        return person, [begin(person), begin(rita), begin(rita, moves=1), begin(person, moves=2), begin(rita, moves=2)]

    return stories


def answer_of(client, screen, article):
    """In a word of the table, what the person finds there."""
    name, _space, verb = screen.partition(" ")
    ahead = article.editions.ahead().first()
    arguments = {
        "verb": [article.pk, verb],
        "cancel": [article.pk, ahead.pk if ahead else 1],
        "revision": [article.pk, 1],
    }.get(name, [article.pk])
    path = reverse(f"admin:articles_article_{name}", args=arguments)
    page = client.get(path)
    data = {"version": article.version, "note": "x", "reason": "x", "words": "x", "substantial": "yes", "post": "yes"}
    data |= {"why": "x", "text": "x", "kind": "correction", "gravity": "minor"}
    if name == "change" and page.status_code == 200:
        data = form_data(page) | {"headline": "Mended"}
    answer, has_changed = send(client, path, data | {"ahead": "cancel"})
    is_for_reading = answer.status_code == 405 or (page.status_code, answer.status_code) == (200, 403)
    status = page.status_code if is_for_reading else answer.status_code
    word = {403: "shut", 404: "hidden", 302: "hidden", 422: "refuses", 200: "reads"}[status]
    word = "does" if has_changed else word
    opens = word in {"does", "refuses", "reads"}
    assert (page.status_code == 200) == (opens and name != "cancel"), path
    assert opens or not any(words in page.content.decode() for words in ("First words", "Words of")), path
    return word


@pytest.mark.parametrize("role", ROLES)
def test_an_article_opens_to_whom_the_table_says(client, stories, role):
    person, articles = stories(role)
    client.force_login(person)
    found = {screen: " ".join(answer_of(client, screen, article) for article in articles) for screen in ARTICLE}
    assert found == {screen: rows[ROLES.index(role)] for screen, rows in ARTICLE.items()}


def test_an_editor_of_other_sections_finds_none_of_it(client, stories, edna):
    """Own work opens as to a reporter, the work of others is not there; what an editor decides is refused."""
    _person, articles = stories("editor")
    SectionLimit.objects.create(user=edna, section=make_section("Culture", "culture"))
    client.force_login(edna)
    for screen in ARTICLE:
        found = [answer_of(client, screen, article) for article in articles]
        assert {found[1], found[2], found[4]} <= {
            "hidden",
            "shut" if screen == "delete" else "hidden",
            "reads" if screen == "pick_story_use" else "hidden",
        }, screen
        if screen.startswith("verb") and screen not in {"verb submit"}:
            assert set(found) <= {"refuses", "hidden", "shut"}, screen
    assert [answer_of(client, "change", article) for article in articles][::3] == ["does", "does"]


# --- everything else ---------------------------------------------------------------------------


@pytest.fixture
def things(write, publish, sam, edna):
    """A thing for every model of the desk, by the beginning of its addresses' names."""
    article = write(headline="First words")
    case = reported(publish(headline="Other words"))
    page = pages.begin("about", by=edna, language="en")
    pages.save(page, by=edna, title="[a title]", slug="about", body="")
    pages.save(page, by=edna, title="[another title]", slug="about", body="")
    olha, service = make_supporter(), make_service()
    return {
        "ads_ad": own(),
        "ads_snippet": snippet(),
        "ads_notice": notice(),
        "articles_author": Author.objects.get(),
        "articles_image": article.lead_image,
        "articles_article_pick_image": article.lead_image,
        "articles_section": article.section,
        "articles_stylerule": StyleRule.objects.create(language="en", pattern="Dnepr"),
        "articles_tag": Tag.objects.create(name="bridges"),
        "activity_entry": Entry.objects.first(),
        "jobs_message": outbox.post("purge", {"keys": ["site"]}),
        "outlet_outlet": Outlet.objects.get(),
        "outlet_menuitem": MenuItem.objects.create(),
        "outlet_pagetext": page,
        "readers_case": case,
        "support_appeal": make_appeal(),
        "support_waytosupport": WayToSupport.objects.create(value="UA00"),
        "support_subscriber": subscribed(),
        "support_mailingservice": MailingService.objects.create(name="Lists", address="https://lists.example/"),
        "support_supporter": olha,
        "support_tier": olha.tier,
        "support_service": service,
        "support_delivery": Delivery.objects.create(service=service, digest="x", outcome="begun", supporter=olha),
        "support_topic": proposed(),
        "staff_user": sam,
        "staff_user_hand": sam,
        "auth_user": sam,
        "django_tasks_database_dbtaskresult": DBTaskResult.objects.create(
            task_path="jobs.tasks.nothing", args_kwargs={}, backend_name="default", run_after=timezone.now()
        ),
    }


def screen_of(client, path):
    """In a word of the table, what the person finds there."""
    page = client.get(path)
    if page.status_code == 200:
        html = page.content.decode()
        is_form = any(f'name="{name}"' in html for name in ("_save", "password1", "new_password1", "post"))
        word = "writes" if is_form else "reads"
    else:
        word = {302: "leads", 403: "shut", 404: "nothing", 405: "nothing"}[page.status_code]
    if word != "writes":
        assert not send(client, path, {"post": "yes", "_save": "1"})[1], path
    return word


@pytest.mark.parametrize("role", ROLES)
def test_a_screen_opens_to_whom_the_table_says(client, things, role, rita, pia, edna, chris, ada):
    client.force_login(dict(zip(ROLES, (rita, pia, edna, chris, ada), strict=True))[role])
    found = {}
    for name, route in addresses():
        is_of_one_article = name and name.removeprefix("articles_article_") in {row.split()[0] for row in ARTICLE}
        if name and name != "logout" and not is_of_one_article:
            thing = things.get(name.rpartition("_")[0]) or things.get(name.removesuffix("_password_change"))
            number = str(thing.pk) if thing else "1"
            query = "?app_label=articles&model_name=article&field_name=lead_image" if name == "autocomplete" else ""
            found[name] = screen_of(client, filled(route, object_id=number, id=number, pk=number) + query)
    assert found == {screen: words.split()[ROLES.index(role)] for screen, words in SCREENS.items()}


def test_no_number_leads_to_the_address_of_a_story_ahead(client, stories, sam):
    ahead = stories("editor")[1][4].editions.ahead().get()
    client.force_login(sam)
    number = ContentType.objects.get_for_model(Edition).pk
    assert client.get(reverse("admin:view_on_site", args=[number, ahead.pk])).status_code == 404


def test_no_address_is_missing_from_the_tables():
    of_articles = {f"articles_article_{screen.partition(' ')[0]}" for screen in ARTICLE}
    assert of_articles.isdisjoint(SCREENS)
    assert sorted(of_articles | SCREENS.keys() | {"logout"}) == NAMES
