"""Random sequences of verbs, times and people: what must hold whatever they do.

How a random run is repeated: docs/developers/testing.md.
"""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from articles import actions
from articles.models import Address, Edition
from articles.refusals import Refused
from articles.workflow import TABLE, Stage, Verb

BEGIN = datetime(2026, 11, 1, 12, tzinfo=UTC)
PEOPLE = ("rita", "sam", "edna", "boris", "ada")

steps = some.lists(
    some.one_of(
        some.tuples(some.just("edit"), some.sampled_from(PEOPLE), some.none()),
        some.tuples(
            some.sampled_from(["submit", "claim", "release", "approve", "send_back", "restore"]),
            some.sampled_from(PEOPLE),
            some.none(),
        ),
        some.tuples(
            some.just("publish"),
            some.sampled_from(PEOPLE),
            some.fixed_dictionaries(
                {
                    "hours": some.sampled_from([None, 1, 2, 5]),
                    "approving": some.booleans(),
                    "substantial": some.sampled_from([None, True, False]),
                    "ahead": some.sampled_from([None, "cancel", "renew"]),
                    "why": some.sampled_from(["", "New facts"]),
                }
            ),
        ),
        some.tuples(some.just("propose"), some.sampled_from(PEOPLE), some.none()),
        some.tuples(
            some.just("correct"),
            some.sampled_from(PEOPLE),
            some.fixed_dictionaries(
                {
                    "gravity": some.sampled_from(["minor", "grave"]),
                    "kind": some.sampled_from(["correction", "update"]),
                    "approving": some.booleans(),
                    "ahead": some.sampled_from([None, "cancel", "renew"]),
                }
            ),
        ),
        some.tuples(some.just("cancel"), some.sampled_from(PEOPLE), some.none()),
        some.tuples(some.sampled_from(["unpublish", "retract", "take_down"]), some.sampled_from(PEOPLE), some.none()),
        some.tuples(some.just("wait"), some.just(""), some.sampled_from([10, 70, 400])),
    ),
    min_size=4,
    max_size=22,
)


def perform(article, clock, step, people, counter):
    """Does one step; gives the edition that it made, or None."""
    verb, name, detail = step
    person = people.get(name)
    if verb == "edit":
        actions.save(article, by=person, changes={"fields": {"headline": f"Text {next(counter)}"}})
    elif verb == "restore":
        actions.restore(article.revisions.order_by("number").first(), by=person)
    elif verb == "send_back":
        actions.send_back(article, by=person, note="Mend it.")
    elif verb in {"submit", "claim", "release", "approve"}:
        getattr(actions, verb)(article, by=person)
    elif verb == "publish":
        options = dict(detail)
        hours = options.pop("hours")
        at = clock.now + timedelta(hours=hours) if hours else None
        return actions.publish(article, by=person, at=at, **options)
    elif verb == "propose":
        actions.propose_note(article, by=person, kind="correction", text="We were wrong.", gravity="grave")
    elif verb == "correct":
        return actions.correct(article, by=person, text="We were wrong.", **detail).edition_after
    elif verb == "cancel":
        ahead = article.editions.ahead(clock.now).first()
        if ahead is not None:
            actions.cancel(ahead, by=person)
    elif verb == "unpublish":
        return actions.unpublish(article, by=person, reason="Reason")
    elif verb == "retract":
        return actions.retract(article, by=person, reason="Reason", words="Withdrawn.")
    elif verb == "take_down":
        return actions.take_down(article, by=person, reason="Reason")
    return None


class Clock:
    """The time of a run, moved by hand."""

    def __init__(self, traveller):
        self.now, self.traveller = BEGIN, traveller

    def forward(self, minutes):
        self.now += timedelta(minutes=minutes)
        self.traveller.move_to(self.now)


def check_intervals(article):
    """Uncancelled editions follow on one another without gap or overlap."""
    editions = list(article.editions.uncancelled())
    for edition, following in zip(editions, editions[1:], strict=False):
        assert edition.live_until == following.live_from
    if editions:
        assert editions[-1].live_until is None
    numbers = list(article.editions.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    firsts = {edition.first_published_at for edition in editions}
    stories = [edition.live_from for edition in editions if edition.is_story]
    assert firsts <= {stories[0] if stories else None}
    for edition in editions:
        assert Address.objects.get(path=edition.path).article_id == article.pk


def check_desk(article):
    """What boards read without asking the editions is true, and only what is under review is claimed."""
    newest = article.revisions.get(number=article.version)
    assert article.is_pending != article.editions.uncancelled().filter(revision=newest).exists()
    assert article.claimed_by is None or article.stage == Stage.SUBMITTED


def check_notes(article, now, kept):
    """No note is lost or changed, a retraction has one and no more, and a grave note has been read by two."""
    notes = list(article.corrections.order_by("pk").values())
    assert notes[: len(kept)] == kept
    for note in article.corrections.all():
        assert note.edition_before.live_from <= note.edition_after.live_from <= now
        assert note.published_at <= now
        if note.gravity == "grave" and note.kind != "retraction":
            assert note.approved_by not in (None, note.written_by)
    retractions = article.editions.filter(notice="retracted")
    assert sorted(retractions.values_list("pk", flat=True)) == sorted(
        article.corrections.filter(kind="retraction").values_list("edition_after", flat=True)
    )
    return notes


def check_public(article, now, approved):
    """One answer at most, only approved words, and the newest that was decided for this moment."""
    answers = list(Edition.objects.answering(now).filter(article=article))
    assert len(answers) <= 1
    for edition in article.editions.filter(notice=""):
        assert edition.revision_id in approved
    if answers:
        begun = article.editions.uncancelled().filter(live_from__lte=now)
        assert answers[0].number == max(edition.number for edition in begun)


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_whatever_is_done_readers_get_approved_words_once_and_in_order(steps, write, rita, sam, edna, boris, ada):
    people = {"rita": rita, "sam": sam, "edna": edna, "boris": boris, "ada": ada}
    with time_machine.travel(BEGIN, tick=False) as traveller:
        clock, counter = Clock(traveller), iter(range(1000))
        article = write(headline=f"Text {next(counter)}")
        actions.submit(article, by=rita)
        approved = set()
        withdrawn, kept = False, []
        for step in steps:
            clock.forward(1)
            if step[0] == "wait":
                clock.forward(step[2])
                check_public(article, clock.now, approved)
                continue
            before = (
                article.stage,
                article.version,
                list(article.editions.order_by("pk").values_list("pk", "cancelled_at")),
                article.corrections.count(),
            )
            try:
                made = perform(article, clock, step, people, counter)
            except Refused:
                article.refresh_from_db()
                after = (
                    article.stage,
                    article.version,
                    list(article.editions.order_by("pk").values_list("pk", "cancelled_at")),
                    article.corrections.count(),
                )
                assert after == before, "a refusal changed something"
            else:
                article.refresh_from_db()
                verb = {"edit": Verb.SAVE, "propose": Verb.CORRECT}.get(step[0]) or Verb(step[0])
                if verb != Verb.CANCEL:
                    assert people[step[1]].has_perm(TABLE[verb].permission) or verb == Verb.PUBLISH
                if made is not None and made.notice:
                    withdrawn = True
                    assert not article.editions.ahead(clock.now).exists()
                elif made is not None:
                    withdrawn = False
                    newest = article.revisions.get(number=article.version)
                    shown = article.editions.ahead(clock.now) | article.editions.answering(clock.now)
                    for edition in shown.filter(notice="", live_from__gte=made.live_from):
                        assert edition.headline == newest.snapshot["fields"]["headline"]
            if article.stage == Stage.APPROVED:
                approved.add(article.approved_revision_id)
            check_desk(article)
            kept = check_notes(article, clock.now, kept)
            check_intervals(article)
            check_public(article, clock.now, approved)
            if withdrawn:
                assert not article.editions.live(clock.now + timedelta(days=30)).exists()
        assert article.editions.live(clock.now + timedelta(days=30)).count() <= 1
