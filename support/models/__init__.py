"""Who carries the paper, and how it asks them to."""

from support.models.supporter import Supporter, Tier, TierText
from support.models.topic import Topic, TopicState, Vote

__all__ = ["Supporter", "Tier", "TierText", "Topic", "TopicState", "Vote"]
