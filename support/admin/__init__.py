"""Support at the desk."""

from support.admin import deliveries, mailing_service, services, subscriber, supporters, tiers, topic

__all__ = ["deliveries", "mailing_service", "services", "subscriber", "supporters", "tiers", "topic"]
