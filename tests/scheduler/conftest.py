"""Jobs of campaigns, whose mails are drawn once."""

from tests.kept_renderings import kept_renderings, same_public_ids

__all__ = ["kept_renderings", "same_public_ids"]
