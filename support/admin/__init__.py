"""Support at the desk."""

from support.admin import deliveries, mailing_service, services, subscriber, supporters, tiers

__all__ = ["deliveries", "mailing_service", "services", "subscriber", "supporters", "tiers"]
