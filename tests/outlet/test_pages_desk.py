"""Standing pages and menus at the desk: who may what, what is asked, what is refused."""

import pytest
from django.urls import reverse

from activity.models import Entry
from jobs.models import Message
from outlet import actions
from outlet.models import MenuItem, MenuText, PageText

LIST = "/admin/outlet/pagetext/"


def address(name, *arguments):
    return reverse(f"admin:outlet_{name}", args=arguments)


@pytest.fixture
def about(outlet, edna):
    text = actions.begin("about", by=edna, language="en")
    return actions.save(text, by=edna, title="About us", slug="about", body="<p>We print what we know.</p>")


@pytest.fixture
def as_edna(client, edna):
    client.force_login(edna)
    return client


@pytest.fixture
def as_ada(client, ada):
    client.force_login(ada)
    return client


def words(text, **other):
    return {
        "title": text.title,
        "slug": text.slug,
        "body": text.body,
        "base_version": text.version,
        "_save": "1",
    } | other


def test_a_reporter_has_no_business_here(client, rita, about):
    client.force_login(rita)
    for path in (LIST, address("pagetext_change", about.pk), address("pagetext_history", about.pk)):
        assert client.get(path).status_code == 403
    assert client.post(address("pagetext_templates")).status_code == 403


def test_an_editor_writes_and_does_not_publish(as_edna, about):
    path = address("pagetext_change", about.pk)
    page = as_edna.get(path).content.decode()
    assert "Save draft" in page and 'value="publish"' not in page
    assert as_edna.post(path, words(about, title="About the paper"))["Location"] == path
    about.refresh_from_db()
    assert (about.title, about.version, about.revisions.count()) == ("About the paper", 2, 2)
    assert as_edna.post(address("pagetext_publish", about.pk), {"version": 2}).status_code == 403
    assert not about.editions.exists()


def test_an_administrator_saves_publishes_and_takes_back(as_ada, about):
    answer = as_ada.post(address("pagetext_change", about.pk), words(about, title="About", _verb="publish"))
    assert answer["Location"] == address("pagetext_publish", about.pk)
    assert "Version 2 will stand at /about/." in as_ada.get(answer["Location"]).content.decode()
    as_ada.post(answer["Location"], {"version": 2})
    assert about.editions.live().get().title == "About"
    assert 'value="unpublish"' in as_ada.get(address("pagetext_change", about.pk)).content.decode()
    assert as_ada.post(address("pagetext_unpublish", about.pk), {"reason": " "}).status_code == 422
    as_ada.post(address("pagetext_unpublish", about.pk), {"reason": "It was wrong."})
    assert not about.editions.live().exists()
    history = as_ada.get(address("pagetext_history", about.pk)).content.decode()
    assert "It was wrong." in history and "unpublished a standing page" in history


def test_blanks_are_named_beside_the_form_and_refused(as_ada, about, ada):
    actions.save(about, by=ada, title="About us", slug="about", body="<p>We answer within [how many days].</p>")
    page = as_ada.get(address("pagetext_change", about.pk)).content.decode()
    assert "A blank has not been filled in: [how many days]" in page
    answer = as_ada.post(address("pagetext_publish", about.pk), {"version": about.version})
    assert answer.status_code == 422
    assert "[how many days]" in answer.content.decode()


def test_what_somebody_saved_meanwhile_is_not_lost(as_edna, about, ada):
    sent = words(about, title="Mine")
    actions.save(about, by=ada, title="Theirs", slug="about", body="")
    answer = as_edna.post(address("pagetext_change", about.pk), sent)
    assert "Somebody saved a newer version" in answer.content.decode()
    assert 'value="Mine"' in answer.content.decode()
    about.refresh_from_db()
    assert about.title == "Theirs"


def test_an_old_version_comes_back_as_a_new_one(as_edna, about, edna):
    actions.save(about, by=edna, title="Other", slug="other", body="")
    path = address("pagetext_version", about.pk, 1)
    assert "We print what we know." in as_edna.get(path).content.decode()
    as_edna.post(path, {"version": 2})
    about.refresh_from_db()
    assert (about.title, about.slug, about.version) == ("About us", "about", 3)


def test_a_page_begins_from_its_template_in_a_language(as_edna, outlet):
    answer = as_edna.post(
        address("pagetext_add"), {"kind": "corrections", "language": "uk", "from_template": "on", "_save": "1"}
    )
    text = PageText.objects.get()
    assert answer["Location"] == address("pagetext_change", text.pk)
    assert (text.page.kind, text.language, text.version) == ("corrections", "uk", 1)
    assert "[" in text.body


def test_all_templates_begin_at_once_and_none_becomes_public(as_edna, about):
    as_edna.post(address("pagetext_templates"))
    assert PageText.objects.count() == 16
    assert PageText.objects.get(page__kind="about", language="en").title == "About us"
    assert "Begin from the templates" not in as_edna.get(LIST).content.decode()
    assert as_edna.get("/corrections-policy/").status_code == 404


def test_a_translation_begins_beside_its_page(as_edna, about):
    as_edna.post(address("pagetext_change", about.pk), words(about, _translate="uk"))
    assert {text.language for text in about.page.texts.all()} == {"en", "uk"}


def test_a_reserved_address_is_refused_at_once(as_edna, about):
    answer = as_edna.post(address("pagetext_change", about.pk), words(about, slug="latest"))
    assert "belongs to another part of the site" in answer.content.decode()


MENU = {
    "place": "footer", "order": 3, "page": "", "_save": "1", "texts-INITIAL_FORMS": 0, "texts-TOTAL_FORMS": 2,
    "texts-0-language": "en", "texts-0-label": "", "texts-0-address": "",
    "texts-1-language": "uk", "texts-1-label": "", "texts-1-address": "",
}  # fmt: skip


def test_an_editor_adds_a_line_to_a_menu_and_moves_it(as_edna, outlet):
    as_edna.post(address("menuitem_add"), MENU | {"texts-0-label": "All stories", "texts-0-address": "/latest/"})
    item = MenuItem.objects.get()
    assert [(text.language, text.label) for text in item.texts.all()] == [("en", "All stories")]
    assert Message.objects.filter(payload={"keys": ["site"]}).exists()
    assert Entry.objects.about(item).get().verb == "menu-change"
    sent = {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1, "form-0-id": item.pk, "form-0-order": 9, "_save": "1"}
    as_edna.post(address("menuitem_changelist"), sent)
    item.refresh_from_db()
    assert item.order == 9
    as_edna.post(address("menuitem_delete", item.pk), {"post": "yes"})
    assert not MenuItem.objects.exists()


@pytest.mark.parametrize(
    ("label", "target"), [("", ""), ("Words", ""), ("Words", "javascript:alert(1)"), ("Words", "//evil.example/")]
)
def test_a_line_that_leads_nowhere_is_refused(as_edna, outlet, label, target):
    answer = as_edna.post(address("menuitem_add"), MENU | {"texts-0-label": label, "texts-0-address": target})
    assert answer.status_code == 200
    assert not MenuText.objects.exists() and not MenuItem.objects.exists()
