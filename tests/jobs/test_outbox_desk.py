from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone

from jobs.models import Message
from jobs.outbox import drain, handler, post

pytestmark = pytest.mark.django_db
OUTBOX = "admin:jobs_message_changelist"


@pytest.fixture
def sign_in(client):
    """Signs in a member of staff who may do this with messages."""

    def sign_in(*codenames):
        user = get_user_model().objects.create_user("olena", is_staff=True, password="a long secret word")
        role = Group.objects.create(name="messenger")
        role.permissions.set(Permission.objects.filter(content_type__app_label="jobs", codename__in=codenames))
        user.groups.add(role)
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def failed(noon):
    """A message that was tried once and now waits."""

    @handler("news")
    def fail(payload):
        raise ConnectionError("nobody answers")

    message = post("news", {"headline": "Snow"})
    drain()
    return message


def try_again(client, message):
    return client.post(
        reverse(OUTBOX), {"action": "try_again", "_selected_action": [message.pk]}, follow=True, secure=True
    )


def test_the_outbox_shows_what_failed_and_why(sign_in, failed):
    page = sign_in("view_message").get(reverse(OUTBOX), {"state": "failing"}).content.decode()
    assert f"news #{failed.pk}" in page
    assert "ConnectionError: nobody answers" in page


def test_the_states_part_what_was_sent_from_what_waits(sign_in, failed):
    Message.objects.create(topic="old", sent_at=timezone.now())
    client = sign_in("view_message")
    for state, topics in {"sent": ["old"], "waiting": ["news"], "failing": ["news"], "": ["old", "news"]}.items():
        shown = client.get(reverse(OUTBOX), {"state": state} if state else {}).context["cl"].queryset
        assert [message.topic for message in shown] == topics


def test_trying_again_ends_the_waiting(sign_in, failed, delivered):
    page = try_again(sign_in("view_message", "change_message"), failed).content.decode()
    assert "1 message is tried again now." in page
    drain()
    assert delivered == [{"headline": "Snow"}]


def test_a_message_for_later_is_not_sent_early(sign_in, delivered, noon):
    later = post("news", {}, due_at=timezone.now() + timedelta(hours=1))
    try_again(sign_in("view_message", "change_message"), later)
    assert drain() == 0


def test_who_may_only_look_cannot_try_again(sign_in, failed):
    try_again(sign_in("view_message"), failed)
    failed.refresh_from_db()
    assert failed.retry_at > timezone.now()


def test_nobody_writes_or_removes_messages_by_hand(sign_in, failed):
    client = sign_in("view_message", "add_message", "change_message", "delete_message")
    assert client.get(reverse("admin:jobs_message_add")).status_code == 403
    assert client.get(reverse("admin:jobs_message_delete", args=[failed.pk])).status_code == 403
    assert client.post(reverse("admin:jobs_message_change", args=[failed.pk]), {"topic": "other"}).status_code == 403
    assert b'name="_save"' not in client.get(reverse("admin:jobs_message_change", args=[failed.pk])).content
