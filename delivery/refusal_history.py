"""Repeated refusals: what a campaign's readers were told before this call, whatever was accepted in between. Pure.

A limit that slides lets some through between its noes, so that a yes in the same call proves nothing: equal
unclear words are counted over the whole campaign. And a person who has seen the words and lets the campaign go on
knows more than any table: whoever is refused again then, while others are taken, is refused for their own sake. So
nobody is lost to a limit, and every campaign has an end (ADR 34).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from delivery.message.outgoing import Accepted, DeliveryResult, NotSent, Rejected
from delivery.plain_text import plain_text
from delivery.refusals import ABOUT_THE_READER, ABOUT_US, RefusalSubject, gist, whom_it_is_about

REPEATS = 5
"""So many readers refused in equal unclear words are not a matter of these readers. Twice as many each time that
it proved to be theirs all the same: a firm of thirty does not stop a campaign six times."""
PATIENCE = 3
"""After so many times a reader who is refused again is not asked any more, even if nobody else is left to compare
them with."""


def reply_key(reply: str) -> str:
    """The same for refusals that say the same (hex, 64 characters)."""
    return sha256(gist(plain_text(reply)).encode()).hexdigest()


def may_be_about_us(results: Iterable[DeliveryResult]) -> Iterator[tuple[Rejected | NotSent, RefusalSubject]]:
    """What of a call has to be remembered, with whom it is about: refusals that are not clearly about the reader,
    and deferrals that are clearly about us."""
    for result in results:
        match result:
            case Rejected() if result.whom_it_is_about not in ABOUT_THE_READER:
                yield result, result.whom_it_is_about
            case NotSent(counts=True) if (subject := whom_it_is_about(result.detail)) in ABOUT_US:
                yield result, subject


@dataclass(frozen=True, slots=True)
class RefusalHistory:
    """Of one campaign and one sender."""

    resumed: Mapping[int, int] = field(default_factory=dict)
    """By delivery: how often staff had the campaign go on after the words of its refusal had stopped it."""
    waiting: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """By words: the deliveries refused in them that were not accepted since, and that staff have not seen."""
    pauses: Mapping[str, int] = field(default_factory=dict)
    """By words: how often staff had the campaign go on after them, and readers were refused for good then."""

    def refused_for_their_own_sake(self, results: Sequence[DeliveryResult]) -> frozenset[int]:
        """Who of a call is, or is put off for it, as what came of it for the others shows."""
        is_any_taken = any(isinstance(result, Accepted) for result in results)
        subjects = {result.delivery_id: (subject, result.detail) for result, subject in may_be_about_us(results)}
        of_newcomers = {
            reply_key(reply) for reader, (_, reply) in subjects.items() if not self.resumed.get(reader)
        }
        return frozenset(
            reader
            for reader, (subject, reply) in subjects.items()
            if self._is_their_own(
                subject,
                self.resumed.get(reader, 0),
                is_alone=is_any_taken and reply_key(reply) not in of_newcomers,
            )
        )

    def _is_their_own(self, about: RefusalSubject, times: int, *, is_alone: bool) -> bool:
        """`is_alone`: others were taken, and none but those who were so before is refused in these words."""
        if not times:
            return False
        if about is RefusalSubject.LIMIT:  # what says so clearly that it is about us is believed longest
            return is_alone and times >= PATIENCE
        return is_alone or times >= PATIENCE

    def repeated(self, unclear: Collection[Rejected]) -> list[Rejected]:
        """Those of these refusals whose words too many have heard by now; the most frequent words."""
        by_reply: dict[str, list[Rejected]] = {}
        for refusal in unclear:
            by_reply.setdefault(reply_key(refusal.detail), []).append(refusal)
        most: list[Rejected] = []
        for key, refusals in by_reply.items():
            readers = {refusal.delivery_id for refusal in refusals} | self.waiting.get(key, frozenset())
            if len(readers) >= REPEATS * 2 ** self.pauses.get(key, 0) and len(refusals) > len(most):
                most = refusals
        return most


NOTHING_HEARD = RefusalHistory()
