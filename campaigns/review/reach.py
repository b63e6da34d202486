"""Who will get which variant: shown before sending, so that nobody is surprised by the language of a mail."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from campaigns.block_content import BlockContent
from campaigns.frequency.present_audience import present_audience
from campaigns.language_choice import best, missing, own
from campaigns.queries import got_campaign, variants_of
from campaigns.tables import Campaign
from subscribers.audience import Audience, count_audience, lists_of


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


def reach(session: Session, campaign: Campaign, *, now: datetime) -> Reach:
    """A handful of queries, whatever the size of the list."""
    languages = [variant.language for variant in variants_of(session, campaign.id)]
    return reach_of(session, campaign, languages, now=now)


def reach_of(
    session: Session,
    campaign: Campaign,
    languages: Sequence[str],
    *,
    now: datetime,
    audience: Audience | None = None,
    blocks: Sequence[BlockContent] | None = None,
) -> Reach:
    """With variants in these languages. `audience`: another one than it has. `blocks`: of a campaign that is not
    in the database yet."""
    audience = present_audience(session, campaign, blocks=blocks, audience=audience)
    counts = count_audience(session, audience, got_campaign, now=now)
    return _together(
        [
            resolve_fallbacks(
                counts.get(mailing_list.id, {}),
                languages,
                chain=mailing_list.language_chain,
                required=mailing_list.required_languages,
                main=campaign.main_language,
            )
            for mailing_list in lists_of(session, audience)
        ]
    )


def _together(reached: Sequence[Reach]) -> Reach:
    """Each list has an order of languages of its own, and each reader is reached by one list."""
    by_variant: Counter[str] = Counter()
    fallbacks: Counter[tuple[str, str]] = Counter()
    for by_list in reached:
        by_variant.update(by_list.by_variant)
        fallbacks.update({(other.language, other.instead): other.count for other in by_list.fallbacks})
    return Reach(
        dict(by_variant),
        tuple(LanguageFallback(language, instead, count) for (language, instead), count in fallbacks.items()),
        tuple(dict.fromkeys(language for by_list in reached for language in by_list.missing)),
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
