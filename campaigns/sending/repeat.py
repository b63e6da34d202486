"""A repeat of a call whose answer was lost, with the policy asked again: it may be the first time that it
arrives, and somebody in it may have said no since.

Whoever has is left out, where the provider refuses other content under a key that it knows (ADR 62): then an
answer to the smaller call proves that the whole one never arrived. And a refusal proves that the key is another
call's, so that the whole one, and the calls of earlier repeats, may be made once more: the one that arrived tells
what became of it, and none can mail anybody.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, combinations, islice

from sqlmodel import Session

from campaigns.frequency.present_audience import present_audience
from campaigns.tables import Campaign
from delivery.attempts.attempts import deliveries_of
from delivery.attempts.close_attempts import UNDECIDED
from delivery.errors import ProviderError
from delivery.message.outgoing import NotSent, OutgoingBatch, SendResult
from delivery.tables import Attempt, Delivery
from subscribers.mail_content import MailContent
from subscribers.recheck import MailingQuestion, Recipient, recheck

MOST_OTHER_CALLS = 7
"""All that there can have been where three have said no one after the other; of more, events or people tell."""
LEFT_OUT = "said no before the call was repeated"


@dataclass(frozen=True, slots=True)
class SmallerCall:
    batch: OutgoingBatch
    """Without whoever has said no; the whole batch, where nobody has."""
    left_out: tuple[int, ...]
    """The deliveries that are in doubt with the attempt, and not in this call."""

    def completed(self, answer: SendResult | ProviderError) -> SendResult | ProviderError:
        """What a result proves besides: the key was not known, so whoever was left out was not mailed by an
        earlier call. They wait, and the policy skips them with its reason."""
        if isinstance(answer, ProviderError):
            return answer
        kept_back = tuple(NotSent(delivery_id, LEFT_OUT, counts=False) for delivery_id in self.left_out)
        return replace(answer, results=answer.results + kept_back)


def without_noes(session: Session, attempt: Attempt, whole: OutgoingBatch, *, now: datetime) -> SmallerCall:
    """Those of a call whom the policy still lets us write to. The same noes give the same bytes."""
    undecided = [each for each in deliveries_of(session, attempt.id) if _is_undecided(each, attempt)]
    content = present_audience(session, session.get_one(Campaign, attempt.campaign_id)).content
    noes = _said_no(session, undecided, content, now=now)
    return _without(whole, sorted(noes))


def other_calls(whole: OutgoingBatch, smaller: SmallerCall) -> Iterator[SmallerCall]:
    """What may have arrived where `smaller` is refused as other content: the whole call, or a repeat of a time
    when some of its noes had been said and others had not."""
    earlier = chain.from_iterable(combinations(smaller.left_out, count) for count in range(len(smaller.left_out)))
    return (_without(whole, noes) for noes in islice(earlier, MOST_OTHER_CALLS))


def _without(whole: OutgoingBatch, noes: Sequence[int]) -> SmallerCall:
    messages = tuple(message for message in whole.messages if message.delivery_id not in noes)
    return SmallerCall(replace(whole, messages=messages), tuple(noes))


def _is_undecided(delivery: Delivery, attempt: Attempt) -> bool:
    return delivery.attempt_id == attempt.id and delivery.status in UNDECIDED


def _said_no(session: Session, deliveries: list[Delivery], content: MailContent, *, now: datetime) -> set[int]:
    """Of those whose copy may still be to come: whom the policy does not let us write to any more, or only
    elsewhere."""
    noes: set[int] = set()
    for list_id in {delivery.list_id for delivery in deliveries}:
        reached = {delivery.subscriber_id: delivery for delivery in deliveries if delivery.list_id == list_id}
        verdicts = recheck(session, MailingQuestion(list_id, content, now), list(reached))
        for subscriber_id, verdict in verdicts.items():
            delivery = reached[subscriber_id]
            if not isinstance(verdict, Recipient) or verdict.address_hash != delivery.address_hash:
                noes.add(delivery.id)
    return noes
