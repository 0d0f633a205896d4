"""Who carries the paper, and how it asks them to."""

from support.models.sending import Day, Sending
from support.models.supporter import Supporter, Tier, TierText

__all__ = ["Day", "Sending", "Supporter", "Tier", "TierText"]
