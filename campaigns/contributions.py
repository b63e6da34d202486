"""Separation of duties (four eyes): whose hand is in a content, and so whose approval does not count (ADR 38).

Pure. A content is made of parts (a variant's subject, the template, a news text, a field of the brand …); each
change of a part has an actor and a digest of what was there before and after. Whoever made a part what it is, or
what it was on the way there, contributed. A part that becomes again what it was before is rid of everything in
between: whoever undid a change, and whoever made it, have no hand in it any more.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Matter(StrEnum):
    """What somebody had a hand in; ends a text's key."""

    DRAFT = "draft"
    WORDS = "words"
    SENDERS = "senders"
    TEMPLATE = "template"
    AUDIENCE = "audience"
    NEWS = "news"
    BRAND = "brand"
    CONTENT = "content"
    """It was before changes were kept by their parts: something of it."""


@dataclass(frozen=True, slots=True)
class Change:
    subject: str
    """`campaign:<id>` and the like, as in the audit log."""
    part: str
    actor: str
    before: str | None
    after: str | None
    """Digests. Both None: nobody knows any more what it was, and nothing undoes it."""


def contributions(author: str, changes: Iterable[Change]) -> dict[str, frozenset[Matter]]:
    """Who has a hand in it, and in what. `changes` in the order in which they were made."""
    by_part: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in changes:
        by_part[change.subject, change.part].append(change)
    found: dict[str, set[Matter]] = defaultdict(set, {author: {Matter.DRAFT}})
    for (subject, part), of_part in by_part.items():
        for actor in hands(of_part):
            found[actor].add(matter(subject, part))
    return {actor: frozenset(matters) for actor, matters in found.items()}


def hands(changes: Iterable[Change]) -> set[str]:
    """Whose hands one part shows, from its changes in their order."""
    for_good: set[str] = set()
    way: list[tuple[str | None, str | None]] = []
    """The values that led to the present one, each with who made it; the first was there before them all."""
    for change in changes:
        if change.before is None and change.after is None:
            for_good.add(change.actor)
            continue
        way = way or [(change.before, None)]
        values = [value for value, _ in way]
        if change.after in values:
            del way[values.index(change.after) + 1 :]
        else:
            way.append((change.after, change.actor))
    return for_good | {actor for _, actor in way if actor is not None}


def matter(subject: str, part: str) -> Matter:
    kind = subject.partition(":")[0]
    if kind == "campaign":
        return _OF_A_CAMPAIGN.get(part.partition(":")[0], Matter.CONTENT)
    return _SHARED[kind]


def why_not(actor: str, found: Mapping[str, frozenset[Matter]]) -> Matter | None:
    """What keeps the actor's approval from counting; None: it counts. Pure."""
    matters = found.get(actor, frozenset())
    return next((one for one in Matter if one in matters), None)


_OF_A_CAMPAIGN = {"variant": Matter.WORDS, "senders": Matter.SENDERS, "template": Matter.TEMPLATE}
_SHARED = {
    "news_item": Matter.NEWS,
    "brand": Matter.BRAND,
    "template": Matter.TEMPLATE,
    "mailing_list": Matter.AUDIENCE,
}
