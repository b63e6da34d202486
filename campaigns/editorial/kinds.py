"""Which kind of campaign news makes by itself, where nobody has chosen one. Pure."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from campaigns.tables import CampaignKind
from news.tables import NewsKind

_OF_ONE: Mapping[NewsKind, CampaignKind] = MappingProxyType(
    {
        NewsKind.STATEMENT: CampaignKind.STATEMENT,
        NewsKind.PAGE: CampaignKind.BULLETIN,
        NewsKind.REPORT_SUMMARY: CampaignKind.REPORT_SUMMARY,
        NewsKind.PROJECT: CampaignKind.PROJECT,
        NewsKind.PUBLICATION: CampaignKind.PUBLICATION,
        NewsKind.JOURNAL: CampaignKind.PUBLICATION,
        NewsKind.EVENT: CampaignKind.EVENT,
        NewsKind.APPEAL: CampaignKind.APPEAL,
        NewsKind.CORRECTION: CampaignKind.CORRECTION,
    }
)


def kind_for(items: Sequence[NewsKind]) -> CampaignKind:
    """One item goes out in the manner of its kind, several as a bulletin."""
    return _OF_ONE[items[0]] if len(items) == 1 else CampaignKind.BULLETIN
