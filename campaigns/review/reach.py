"""Who will get which variant: shown before sending, so that nobody is surprised by the language of a mail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from campaigns.language_choice import best, missing, own
from campaigns.queries import variants_of
from campaigns.tables import Campaign
from subscribers.audience import count_audience
from subscribers.lists import get_list


@dataclass(frozen=True, slots=True)
class LanguageFallback:
    """Readers of one language who get a variant in another."""

    language: str
    instead: str
    count: int


@dataclass(frozen=True, slots=True)
class Reach:
    """How the audience of today falls on the variants."""

    by_variant: dict[str, int]
    """Every variant with its readers, also the one that nobody would get."""
    fallbacks: tuple[LanguageFallback, ...]
    missing: tuple[str, ...]
    """Languages that the list demands and the campaign lacks: it must not go out like this."""

    @property
    def total(self) -> int:
        return sum(self.by_variant.values())


def reach(session: Session, campaign: Campaign) -> Reach:
    """A handful of queries, whatever the size of the list."""
    return reach_of(session, campaign, [variant.language for variant in variants_of(session, campaign.id)])


def reach_of(session: Session, campaign: Campaign, languages: Sequence[str]) -> Reach:
    """With variants in these languages; the campaign itself need not be in the database yet."""
    mailing_list = get_list(session, campaign.list_id)
    return resolve_fallbacks(
        count_audience(session, campaign.list_id),
        languages,
        chain=mailing_list.language_chain,
        required=mailing_list.required_languages,
        main=campaign.main_language,
    )


def resolve_fallbacks(
    audience: Mapping[str, int],
    offered: Sequence[str],
    *,
    chain: Sequence[str],
    required: Sequence[str],
    main: str,
) -> Reach:
    """Pure. `audience`: readers by language; `offered`: the variants' languages."""
    by_variant = dict.fromkeys(offered, 0)
    fallbacks = []
    for language, count in sorted(audience.items()):
        variant = best(language, offered, chain=chain, main=main)
        by_variant[variant] = by_variant.get(variant, 0) + count
        if own(language, offered) is None:
            fallbacks.append(LanguageFallback(language, variant, count))
    return Reach(by_variant, tuple(fallbacks), tuple(missing(required, offered)))
