"""Topics: supporters propose them and vote, the desk decides, and what comes of them is told.

``asking`` is what supporters do, ``deciding`` and ``reporting`` what the desk does: functions that check the right,
write in one transaction under a lock on the topic, and tell caches by the outbox. ``standing`` reads.
"""

from django.utils.translation import gettext_lazy as _

TITLES = {
    "topic-propose": _("proposed a topic"),
    "topic-add": _("began a topic"),
    "topic-accept": _("let a topic through"),
    "topic-reword": _("changed the words of a topic"),
    "topic-decline": _("declined a topic"),
    "topic-close": _("closed a topic"),
    "topic-reopen": _("opened a topic again"),
    "topic-merge": _("merged a topic into another"),
    "topic-take-in": _("took a topic’s votes in"),
    "topic-report": _("made an article of a topic"),
    "topic-link": _("linked a topic to an article"),
}


def register() -> None:
    """Puts topics at the places that lower apps offer, once all apps are there."""
    from activity import verbs
    from articles import board, stories
    from articles.admin.panels import PANELS
    from support.topics import letters, panels, slots, standing  # noqa: F401  # some for what they register

    verbs.TITLES.update(TITLES)
    stories.ALONG["asked_for"] = standing.asked_for
    board.ALONG["topics"] = board.Along(panels.waiting, panels.of_topics)
    PANELS.append(panels.OF_ARTICLE)
