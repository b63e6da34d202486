"""Separation of duties (four eyes): whose hand is in a content, and so whose approval does not count (ADR 38).

Pure. A content is made of parts (a variant's subject, the template, a news text, a field of the brand …); each
change of a part has an actor and a digest of what was there before and after. Whoever made a part what it is, or
what it was on the way there, contributed. A part that becomes again what it was before is rid of everything in
between: whoever undid a change, and whoever made it, have no hand in it any more. Who types anew what somebody
wrote earlier, after it had been undone, shares the hand with them and takes nothing off them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
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
    for_good, way, writers = _history(changes)
    return for_good.union(*(writers[value] for value in way[1:]))


def carried_over(changes: Iterable[Change]) -> list[Change]:
    """The changes of one part that stand in the ledger of a copy: whoever made it what it is has a hand in the
    copy, too. What was on the way there stays behind, or after a few issues nobody could approve a bulletin."""
    rows = list(changes)
    for_good, way, writers = _history(rows)
    kept = [replace(rows[0], actor=actor, before=None, after=None) for actor in sorted(for_good)]
    if len(way) > 1:
        first, last = way[0], way[-1]
        for actor in sorted(writers[last]):
            if kept and kept[-1].after == last:
                # Whoever writes again what is there does not write: it was undone before.
                kept.append(replace(rows[0], actor=actor, before=last, after=first))
            kept.append(replace(rows[0], actor=actor, before=first, after=last))
    return kept


def _history(changes: Iterable[Change]) -> tuple[set[str], list[str | None], dict[str | None, set[str]]]:
    """Who has a hand in it for good; the values that led to the present one, the first of which was there before
    anybody changed it; and who made the part each value when it was none on its way: they wrote it, whoever writes
    it again."""
    for_good: set[str] = set()
    way: list[str | None] = []
    writers: dict[str | None, set[str]] = defaultdict(set)
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
    return for_good, way, writers


def matter(subject: str, part: str) -> Matter:
    kind = subject.partition(":")[0]
    if kind == "campaign":
        return _OF_A_CAMPAIGN.get(part.partition(":")[0], Matter.CONTENT)
    return _SHARED[kind]


def why_not(actor: str, matters_by_actor: Mapping[str, frozenset[Matter]]) -> Matter | None:
    """What keeps the actor's approval from counting; None: it counts. Pure."""
    matters = matters_by_actor.get(actor, frozenset())
    return next((candidate for candidate in Matter if candidate in matters), None)


_OF_A_CAMPAIGN = {
    "variant": Matter.WORDS,
    "block": Matter.WORDS,
    "blocks": Matter.WORDS,
    "senders": Matter.SENDERS,
    "template": Matter.TEMPLATE,
    "audience": Matter.AUDIENCE,
}
_SHARED = {
    "news_item": Matter.NEWS,
    "topic": Matter.AUDIENCE,
    "brand": Matter.BRAND,
    "template": Matter.TEMPLATE,
    "templates_in_use": Matter.TEMPLATE,
    "mailing_list": Matter.AUDIENCE,
    "segment": Matter.AUDIENCE,
    "sender": Matter.SENDERS,
}
