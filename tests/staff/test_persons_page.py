"""A person's page: what they did lately, their sign-ins, and their open work for a colleague."""

from datetime import UTC, datetime

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from activity.models import Entry, record
from staff import invitations, people
from staff.admin import PANELS
from staff.models import Invitation, User
from tests.cast import PASSWORD

LOG = reverse("admin:activity_entry_changelist")


@pytest.fixture
def desk(client, ada):
    """Ada's browser."""
    client.force_login(ada)
    return client


@pytest.fixture
def desks(monkeypatch):
    """Somebody above keeps unfinished things: five of Rita's. Gives what was handed over."""
    handed = []

    def hand(person, to, by):
        handed.append((person.username, to.username, by.username))
        return 5

    monkeypatch.setattr(people, "OPEN_WORK", [lambda person: 5 if person.username == "rita" else 0])
    monkeypatch.setattr(people, "HANDING_OVER", [hand])
    return handed


def page_of(person):
    return reverse("admin:staff_user_change", args=[person.pk])


def hand_over_of(person):
    return reverse("admin:staff_user_hand_over", args=[person.pk])


def test_it_shows_what_the_person_did_lately_with_links(desk, rita, write):
    article = write(headline="A bridge for one tram")
    page = desk.get(page_of(rita)).content.decode()
    assert "A bridge for one tram" in page
    assert f'href="{reverse("admin:articles_article_change", args=[article.pk])}"' in page
    entry = Entry.objects.about(article).first()
    assert f'href="{reverse("admin:activity_entry_change", args=[entry.pk])}"' in page


def test_it_shows_the_last_twenty_things_and_no_more(desk, rita, sam):
    for number in range(25):
        record(sam, "role-change", by=rita, number=number)
    numbers = [deed.entry.details["number"] for deed in desk.get(page_of(rita)).context["deeds"]]
    assert numbers == list(range(24, 4, -1))


def test_what_others_did_is_not_shown_as_the_persons(desk, rita, sam, ada):
    record(sam, "role-change", by=ada)
    assert desk.get(page_of(rita)).context["deeds"] == []


def test_it_shows_sign_ins_and_failures(desk, rita):
    browser = Client()
    browser.post("/admin/login/", {"username": "rita", "password": "wrong"})
    browser.post("/admin/login/", {"username": "rita", "password": PASSWORD})
    page = desk.get(page_of(rita))
    assert [deed.entry.verb for deed in page.context["signs"]] == ["sign-in", "sign-in-fail"]
    assert "failed to sign in" in page.content.decode()


def test_it_leads_to_the_log_of_this_person(desk, rita, sam, ada):
    by_rita, about_rita = record(sam, "x", by=rita), record(rita, "y", by=ada)
    record(sam, "z", by=ada)
    assert f'href="{LOG}?person={rita.pk}"' in desk.get(page_of(rita)).content.decode()
    found = desk.get(LOG, {"person": rita.pk}).context["cl"].queryset
    assert set(found) == {by_rita, about_rita}


def test_a_persons_number_that_is_none_narrows_nothing_and_breaks_nothing(desk):
    assert desk.get(LOG, {"person": "rita'"}).status_code == 200


def test_open_work_is_counted_and_goes_to_a_colleague(desk, desks, rita, sam):
    assert hand_over_of(rita) in desk.get(page_of(rita)).content.decode()
    assert "5 unfinished articles" in desk.get(hand_over_of(rita)).content.decode()
    answer = desk.post(hand_over_of(rita), {"to": sam.pk}, follow=True)
    assert "5 articles were handed to Sam." in answer.content.decode()
    assert desks == [("rita", "sam", "ada")]
    entry = Entry.objects.about(rita).first()
    assert (entry.verb, entry.details) == ("work-hand-over", {"to": "Sam", "number": 5})


def test_nobody_is_handed_anything_by_looking(desk, desks, rita):
    desk.get(hand_over_of(rita))
    assert desks == []


def test_only_colleagues_at_the_desk_are_offered(desk, desks, rita, sam, edna, boris, ada):
    User.objects.filter(pk=edna.pk).update(is_active=False)
    User.objects.filter(pk=boris.pk).update(is_staff=False)
    offered = desk.get(hand_over_of(rita)).context["form"].fields["to"].queryset
    assert set(offered) == {sam, ada}
    for person in (rita, edna, boris):
        assert desk.post(hand_over_of(rita), {"to": person.pk}).status_code == 200
    assert desks == []


def test_the_rules_refuse_it_too(desks, rita, ada):
    with pytest.raises(people.ValidationError):
        people.hand_over(rita, to=rita, by=ada)
    assert desks == []


def test_suspending_somebody_with_open_work_says_where_to_hand_it_over(desk, desks, rita):
    fields = {"username": "rita", "first_name": "Rita", "email": rita.email, "roles": ["reporter"]}
    fields |= {"section_limits-TOTAL_FORMS": 0, "section_limits-INITIAL_FORMS": 0}
    answer = desk.post(page_of(rita), fields, follow=True)
    page = answer.content.decode()
    assert "5 unfinished articles are theirs." in page
    assert f'href="{hand_over_of(rita)}"' in page


def test_each_role_is_explained_in_plain_words(desk):
    page = desk.get(reverse("admin:staff_user_roles"))
    explained = {each.role.name: each for each in page.context["explained"]}
    assert "Can submit for review" in explained["reporter"].things["Articles"]
    assert explained["reporter"].includes == []
    assert "Can submit for review" not in explained["editor"].things["Articles"]
    assert "reporter" in [role.name for role in explained["editor"].includes]
    assert "Add, change, look at" in explained["administrator"].things["People"]
    assert "Can publish" in page.content.decode()


def test_nobody_but_an_administrator_sees_any_of_it(rita, sam, edna, desks):
    for person in (rita, edna):
        browser = Client()
        browser.force_login(person)
        for address in (page_of(sam), hand_over_of(sam), reverse("admin:staff_user_roles")):
            assert browser.get(address).status_code == 403
        assert browser.post(hand_over_of(sam), {"to": edna.pk}).status_code == 403
    assert desks == []


def test_what_an_app_above_knows_about_a_person_has_its_place(desk, rita, monkeypatch):
    class Letters(admin.StackedInline):
        model = Invitation
        fk_name = "person"
        extra = 0

        def has_view_permission(self, request, obj=None):
            return True

    monkeypatch.setattr("staff.admin.PANELS", [*PANELS, Letters])
    shown = [each.opts.model for each in desk.get(page_of(rita)).context["inline_admin_formsets"]]
    assert Invitation in shown


def test_the_end_of_an_invitation_is_told_in_the_outlets_time_everywhere(desk, outlet, ada):
    nina = User(first_name="Nina", email="nina@paper.example")
    invitations.invite(nina, roles=["reporter"], by=ada)
    nina.invitations.update(until=datetime(2099, 1, 1, 22, 30, tzinfo=UTC))
    for address in (page_of(nina), reverse("admin:staff_user_changelist")):
        assert "invited, until Jan. 2, 2099, 00:30" in desk.get(address).content.decode()
