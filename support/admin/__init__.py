"""Support at the desk."""

from support.admin import appeals, deliveries, mailing_service, services, subscriber, supporters, tiers, topic

__all__ = ["appeals", "deliveries", "mailing_service", "services", "subscriber", "supporters", "tiers", "topic"]
