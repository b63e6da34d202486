"""Sets of a digest: pure rules, and what its items are for each reader in SQL, as a plain model says it."""

from dataclasses import dataclass
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from campaigns.frequency.digest_content import DigestFacts, DigestItemFacts, read_key
from campaigns.frequency.item_sets import (
    MAX_SETS,
    ReaderItemsView,
    all_items,
    choose_sets,
    items_in,
    mask_of,
    nearest,
)
from campaigns.tables import Campaign, CampaignKind, RenderedVariant
from delivery.status import DeliveryStatus
from delivery.tables import Delivery, Sender
from subscribers.mail_content import RHYTHMS, DigestOffer
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscriber, Subscription
from subscribers.topic_choices import save_topic_choice
from subscribers.topic_tables import Frequency
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.examples import examples
from tests.subscribers.test_audience import two_topics

MASKS = st.integers(0, 63)
HOUR = timedelta(hours=1)
LIST = 1
"""The world's."""


@given(readers=st.dictionaries(MASKS, st.integers(1, 9), max_size=60))
def test_a_digest_has_a_set_of_all_and_the_most_common_others(readers: dict[int, int]) -> None:
    sets = choose_sets(readers, 63)
    assert sets[0] == 63
    assert len(set(sets)) == len(sets) <= MAX_SETS
    left = {each: count for each, count in readers.items() if each not in (*sets, 0)}
    assert not left or len(sets) == MAX_SETS
    assert all(readers[chosen] >= count for chosen in sets[1:] for count in left.values())


@given(wanted=st.integers(1, 63), had=MASKS, changed=MASKS, others=st.frozensets(MASKS, max_size=40))
def test_somebody_gets_the_nearest_set_with_all_of_her_items(
    wanted: int, had: int, changed: int, others: frozenset[int]
) -> None:
    reader = ReaderItemsView(wanted, had & ~wanted, changed)
    sets = {63, *others}
    chosen = nearest(reader, sets)
    assert chosen in sets
    assert chosen & wanted & ~changed == wanted & ~changed, (
        "nothing that was hers when the sets were made is missing"
    )
    assert chosen & wanted, "there is something in it for her"
    repeated = (chosen & reader.had).bit_count()
    for each in sets:
        if each & wanted == wanted and not each & reader.had:
            assert not repeated, "nothing is repeated where a set has all of hers and nothing that she had"
            assert wanted & ~chosen == 0
            assert chosen.bit_count() <= each.bit_count(), "and as few others as possible"
    if wanted in sets:
        assert chosen == wanted


@given(st.lists(st.integers(1, 10**18), unique=True, max_size=60), st.data())
def test_a_set_is_read_from_its_items_and_back(item_ids: list[int], data: st.DataObject) -> None:
    some = [item_id for item_id in item_ids if data.draw(st.booleans())]
    mask = mask_of(some, item_ids)
    assert items_in(mask, item_ids) == some
    assert mask_of(item_ids, item_ids) == all_items(len(item_ids))


@dataclass(frozen=True)
class Reader:
    chosen: tuple[Frequency | None, Frequency | None]
    chosen_late: tuple[bool, bool]
    """Since the item went out."""
    copies: tuple[DeliveryStatus | None, DeliveryStatus | None]
    """Of two campaigns."""
    is_partial: bool
    """Their copy of the second is a variant without the item."""


@dataclass(frozen=True)
class Item:
    topics: tuple[int, ...]
    is_sent: bool
    had_in: tuple[int, ...]
    offers: tuple[tuple[int, Frequency], ...]


CHOICES = st.sampled_from([None, *Frequency])
STATUSES = st.sampled_from([None, *DeliveryStatus])
READERS = st.builds(
    Reader,
    st.tuples(CHOICES, CHOICES),
    st.tuples(st.booleans(), st.booleans()),
    st.tuples(STATUSES, STATUSES),
    st.booleans(),
)
ITEMS = st.builds(
    Item,
    st.sampled_from([(), (0,), (1,), (0, 1)]),
    st.booleans(),
    st.sampled_from([(), (0,), (1,), (0, 1)]),
    st.sampled_from([(), tuple((place, rhythm) for place in (0, 1) for rhythm in RHYTHMS)])
    | st.lists(st.tuples(st.sampled_from([0, 1]), st.sampled_from(RHYTHMS)), max_size=3).map(tuple),
)
HAS_IT = {DeliveryStatus.QUEUED, DeliveryStatus.SENDING, DeliveryStatus.IN_DOUBT, DeliveryStatus.ACCEPTED}


def has_it(reader: Reader, item: Item) -> bool:
    return any(
        reader.copies[campaign] in HAS_IT and not (campaign == 1 and reader.is_partial) for campaign in item.had_in
    )


def is_for(reader: Reader, item: Item, rhythm: Frequency | None) -> bool:
    """The model, one reader and one item at a time."""
    if has_it(reader, item):
        return False
    effective = []
    for place in item.topics:
        wanted = reader.chosen[place] or Frequency.AT_ONCE
        is_served = wanted not in RHYTHMS or (place, wanted) in item.offers
        effective.append(wanted if is_served else Frequency.AT_ONCE)
    for frequency in (Frequency.AT_ONCE, Frequency.WEEKLY, Frequency.MONTHLY):
        if frequency in effective or (frequency is Frequency.AT_ONCE and not effective):
            waits = any(
                reader.chosen[place] in RHYTHMS or (reader.chosen[place] and reader.chosen_late[place])
                for place in item.topics
            )
            if frequency is Frequency.AT_ONCE:
                return bool(waits) if item.is_sent else True
            return frequency is rhythm
    return False


@settings(
    max_examples=examples(30),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
)
@given(
    readers=st.lists(READERS, min_size=1, max_size=12),
    items=st.lists(ITEMS, min_size=1, max_size=5),
    rhythm=st.sampled_from([None, *RHYTHMS]),
)
def test_the_items_of_each_reader_are_what_a_plain_model_says(
    world: World, readers: list[Reader], items: list[Item], rhythm: Frequency | None
) -> None:
    with world.database.write() as session:
        topics = two_topics(session)
        variants = frozen_variants(session)
        facts = DigestFacts(
            rhythm,
            tuple(
                DigestItemFacts(
                    item_id=number,
                    topics=tuple(topics[place] for place in item.topics),
                    digests=tuple(DigestOffer(topics[place], each, (LIST,)) for place, each in item.offers),
                    is_sent=item.is_sent,
                    sent_at=NOON,
                    had_in=tuple(variants[campaign].campaign_id for campaign in item.had_in),
                    lacking=(variants[2].id,),
                )
                for number, item in enumerate(items)
            ),
        )
        ids = [save(session, number, reader, topics, variants) for number, reader in enumerate(readers)]
        session.flush()
        key = facts.reader_key(frozen_at=NOON)
        keys = dict(session.execute(columns(col(Subscriber.id), key)).all())
        any_for = set(session.scalars(columns(col(Subscriber.id)).where(facts.is_any())))
        for subscriber_id, reader in zip(ids, readers, strict=True):
            wanted = [is_for(reader, item, rhythm) for item in items]
            mask = sum(1 << place for place, each in enumerate(wanted) if each)
            had = sum(1 << place for place, item in enumerate(items) if has_it(reader, item))
            known = read_key(keys[subscriber_id])
            assert (known.wanted, known.had) == (mask, had)
            assert (subscriber_id in any_for) == any(wanted)
        session.rollback()


def frozen_variants(session: Session) -> list[RenderedVariant]:
    """Of two campaigns, and one more of the second, without the item."""
    sender_id = session.exec(select(Sender.id)).first()
    assert sender_id is not None
    made = []
    for number in (1, 2):
        campaign = Campaign(
            public_id=f"earlier-{number}", name="", kind=CampaignKind.STATEMENT, main_language="en",
            author="user:1", sender_id=sender_id, created_at=NOON, changed_at=NOON,
        )  # fmt: skip
        session.add(campaign)
        session.flush()
        made += [
            RenderedVariant(
                campaign_id=campaign.id, language="en", item_set=item_set, subject="", preheader="", html="",
                text="", hash="", created_at=NOON,
            )
            for item_set in ("", "99")[:number]
        ]  # fmt: skip
    session.add_all(made)
    session.flush()
    return made


def save(session: Session, number: int, reader: Reader, topics: list[int], variants: list[RenderedVariant]) -> int:
    key = f"{number:064}"
    person = Subscriber(address=f"p{number}@example.org", address_hash=key, language="en", created_at=NOON)
    session.add(person)
    session.flush()
    status = SubscriptionStatus.CONFIRMED
    session.add(Subscription(subscriber_id=person.id, list_id=LIST, status=status, changed_at=NOON))
    for topic_id, chosen, is_late in zip(topics, reader.chosen, reader.chosen_late, strict=True):
        if chosen is not None:
            save_topic_choice(session, key, topic_id, chosen, now=NOON + (HOUR if is_late else -HOUR))
    got = variants[0], variants[2 if reader.is_partial else 1]
    session.add_all(
        Delivery(
            campaign_id=variant.campaign_id, subscriber_id=person.id, address_hash=key, variant_id=variant.id,
            list_id=LIST, status=state, next_attempt_at=NOON, changed_at=NOON,
        )
        for variant, state in zip(got, reader.copies, strict=True)
        if state is not None
    )  # fmt: skip
    return person.id
