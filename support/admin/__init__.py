"""Support at the desk."""

from support.admin.mailing_service import MailingServiceAdmin
from support.admin.subscriber import SubscriberAdmin

__all__ = ["MailingServiceAdmin", "SubscriberAdmin"]
