"""Who carries the paper, and how it asks them to."""

from support.models.supporter import Supporter, Tier, TierText

__all__ = ["Supporter", "Tier", "TierText"]
