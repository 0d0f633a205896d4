"""Who carries the paper, and how it asks them to."""

from support.models.appeal import Appeal, AppealDay, Place, QuietArticle
from support.models.newsletter import MailingService, Subscriber
from support.models.sending import Day, Sending
from support.models.supporter import Supporter, Tier, TierText
from support.models.way import WayText, WayToSupport

__all__ = [
    "Appeal",
    "AppealDay",
    "Day",
    "MailingService",
    "Place",
    "QuietArticle",
    "Sending",
    "Subscriber",
    "Supporter",
    "Tier",
    "TierText",
    "WayText",
    "WayToSupport",
]
