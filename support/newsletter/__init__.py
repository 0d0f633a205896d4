"""The newsletter: who gets it. It is written and sent elsewhere, by a mailing service."""
