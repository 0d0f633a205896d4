"""Who carries the paper, and how it asks them to."""

from support.models.appeal import Appeal, AppealDay, Place, QuietArticle
from support.models.link import SignInLink
from support.models.newsletter import MailingService, Subscriber
from support.models.sending import Day, Sending
from support.models.service import Delivery, Kind, LastEvent, Outcome, Service, ServiceTier
from support.models.supporter import Supporter, SupporterQuerySet, Tier, TierText
from support.models.topic import Topic, TopicState, Vote
from support.models.way import WayText, WayToSupport

__all__ = [
    "Appeal",
    "AppealDay",
    "Day",
    "Delivery",
    "Kind",
    "LastEvent",
    "MailingService",
    "Outcome",
    "Place",
    "QuietArticle",
    "Sending",
    "Service",
    "ServiceTier",
    "SignInLink",
    "Subscriber",
    "Supporter",
    "SupporterQuerySet",
    "Tier",
    "TierText",
    "Topic",
    "TopicState",
    "Vote",
    "WayText",
    "WayToSupport",
]
