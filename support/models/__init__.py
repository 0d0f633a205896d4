"""Who carries the paper, and how it asks them to."""

from support.models.link import SignInLink
from support.models.sending import Day, Sending
from support.models.service import Delivery, Kind, LastEvent, Outcome, Service, ServiceTier
from support.models.supporter import Supporter, SupporterQuerySet, Tier, TierText

__all__ = [
    "Day",
    "Delivery",
    "Kind",
    "LastEvent",
    "Outcome",
    "Sending",
    "Service",
    "ServiceTier",
    "SignInLink",
    "Supporter",
    "SupporterQuerySet",
    "Tier",
    "TierText",
]
