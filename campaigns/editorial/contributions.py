"""Separation of duties (four eyes): whose hand is in a content, and so whose approval does not count (ADR 38).

Pure. A content is made of parts (a variant's subject, the template, a news text, a field of the brand …); each
change of a part has an actor and a digest of what was there before and after. Whoever made a part what it is, or
what it was on the way there, contributed. A part that becomes again what it was before is rid of everything in
between: whoever undid a change, and whoever made it, have no hand in it any more. Who types anew what somebody
wrote earlier, after it had been undone, shares the hand with them and takes nothing off them.
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
    matters_by_actor: dict[str, set[Matter]] = defaultdict(set, {author: {Matter.DRAFT}})
    for (subject, part), of_part in by_part.items():
        for actor in hands(of_part):
            matters_by_actor[actor].add(matter(subject, part))
    return {actor: frozenset(matters) for actor, matters in matters_by_actor.items()}


def hands(changes: Iterable[Change]) -> set[str]:
    """Whose hands one part shows, from its changes in their order."""
    for_good: set[str] = set()
    way: list[str | None] = []
    """The values that led to the present one; the first was there before anybody changed it."""
    writers: dict[str | None, set[str]] = defaultdict(set)
    """Who made the part each value when it was none on its way: they wrote it, whoever writes it again."""
    for change in changes:
        if change.before is None and change.after is None:
            for_good.add(change.actor)
            continue
        way = way or [change.before]
        if change.after in way:
            del way[way.index(change.after) + 1 :]
        else:
            way.append(change.after)
            writers[change.after].add(change.actor)
    return for_good.union(*(writers[value] for value in way[1:]))


def matter(subject: str, part: str) -> Matter:
    kind = subject.partition(":")[0]
    if kind == "campaign":
        return _OF_A_CAMPAIGN.get(part.partition(":")[0], Matter.CONTENT)
    return _SHARED[kind]


def why_not(actor: str, matters_by_actor: Mapping[str, frozenset[Matter]]) -> Matter | None:
    """What keeps the actor's approval from counting; None: it counts. Pure."""
    matters = matters_by_actor.get(actor, frozenset())
    return next((candidate for candidate in Matter if candidate in matters), None)


_OF_A_CAMPAIGN = {"variant": Matter.WORDS, "senders": Matter.SENDERS, "template": Matter.TEMPLATE}
_SHARED = {
    "news_item": Matter.NEWS,
    "brand": Matter.BRAND,
    "template": Matter.TEMPLATE,
    "mailing_list": Matter.AUDIENCE,
}
