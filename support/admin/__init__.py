"""Supporters, their tiers and the services that tell of them, at the desk."""

from support.admin import deliveries, services, supporters, tiers

__all__ = ["deliveries", "services", "supporters", "tiers"]
