"""Who carries the paper, and how it asks them to."""

from support.models.newsletter import MailingService, Subscriber
from support.models.sending import Day, Sending
from support.models.supporter import Supporter, Tier, TierText

__all__ = ["Day", "MailingService", "Sending", "Subscriber", "Supporter", "Tier", "TierText"]
