"""Stories of welcome series: a world on each database."""

from tests.campaigns.conftest import kept_renderings, same_public_ids, world

__all__ = ["kept_renderings", "same_public_ids", "world"]
