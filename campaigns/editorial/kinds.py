"""Which kind of campaign news makes by itself, where nobody has chosen one. Pure."""

from collections.abc import Sequence

from campaigns.tables import CampaignKind
from kinds.registry import NewsKind


def kind_for(items: Sequence[NewsKind]) -> CampaignKind:
    """One item goes out in the design of its kind, several as a bulletin."""
    return CampaignKind(items[0].definition.design) if len(items) == 1 else CampaignKind.BULLETIN
