"""What a welcome series is told of in tests: readers who say yes, and time that passes."""

from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.block_content import RichText
from campaigns.editorial.blocks import blocks_of
from campaigns.editorial.change_block import BlockEdit, change_block
from campaigns.sending.finish import finish_drained_campaigns
from campaigns.sending.send import send_campaigns
from campaigns.tables import Variant
from campaigns.welcome.run_welcome import run_welcome
from campaigns.welcome.set_up_series import add_email, add_series, turn_off, turn_on
from core.addresses import EmailAddress, address_hash
from delivery.tables import Delivery
from staff.principal import Principal
from subscribers.index_people import index_people
from subscribers.status import SubscriptionStatus
from subscribers.tables import ConsentAction, ConsentMethod, ConsentRecord, Subscriber, Subscription
from tests.campaigns.world import World


def set_up(world: World, *days: int, languages: tuple[str, ...] = ("en",)) -> tuple[int, list[int]]:
    """A series that is off, and for each day a draft with words in it: its number, and theirs."""
    now = world.clock.now()
    with world.database.write() as session:
        series_id = add_series(
            session, "Welcome", list_slug="bulletin", sender_name="main", actor=world.cilka, now=now
        ).id
        drafts = [
            add_email(session, series_id, each, languages=languages, actor=world.cilka, now=now).id
            for each in days
        ]
    for number in drafts:
        write(world, number)
    return series_id, drafts


def write(world: World, campaign_id: int, text: str = "Good to have you with us.") -> None:
    now = world.clock.now()
    with world.database.write() as session:
        languages = session.exec(select(Variant.language).where(Variant.campaign_id == campaign_id)).all()
        (block,) = blocks_of(session, campaign_id)
        texts = {language: RichText(body_html=f"<p>{text} ({language})</p>") for language in languages}
        change_block(session, campaign_id, BlockEdit(block.id, block.settings, texts), actor=world.ana, now=now)


def approved(world: World, *campaign_ids: int) -> None:
    for campaign_id in campaign_ids:
        world.submit(campaign_id)
        world.approve(campaign_id)


def switch(world: World, series_id: int, *, on: bool, actor: Principal | None = None) -> None:
    actor, now = actor or world.boris, world.clock.now()
    with world.database.write() as session:
        if on:
            turn_on(session, series_id, actor=actor, settings=world.settings, now=now)
        else:
            turn_off(session, series_id, actor=actor, now=now)


def running(world: World, *days: int, languages: tuple[str, ...] = ("en",)) -> tuple[int, list[int]]:
    """Approved and on."""
    series_id, drafts = set_up(world, *days, languages=languages)
    approved(world, *drafts)
    switch(world, series_id, on=True)
    return series_id, drafts


def say_yes(
    world: World,
    *names: str,
    language: str = "en",
    method: ConsentMethod = ConsentMethod.CONFIRMATION_LINK,
) -> None:
    """They confirm now; who was on the list and left it, once more."""
    now = world.clock.now()
    with world.database.write() as session:
        for name in names:
            person = _person(session, world, name)
            if person is None:
                address, hashed = f"{name}@example.org", _hash(world, name)
                person = Subscriber(
                    address=address, address_hash=hashed, name=name, language=language, created_at=now
                )
                session.add(person)
                session.flush()
                index_people(session, [person.id])
                row = Subscription(subscriber_id=person.id, list_id=1, status=CONFIRMED, changed_at=now)
                session.add(row)
                session.flush()
            _set(session, person, CONFIRMED, now=now)
            record = ConsentRecord(
                subscriber_id=person.id, list_id=1, action=ConsentAction.CONFIRMED, method=method, at=now
            )
            session.add(record)


def leave(world: World, name: str) -> None:
    with world.database.write() as session:
        person = _person(session, world, name)
        assert person is not None
        _set(session, person, SubscriptionStatus.UNSUBSCRIBED, now=world.clock.now())


def days_pass(world: World, days: int = 1) -> None:
    """The jobs now, and at noon of each of these days."""
    work(world)
    for _ in range(days):
        world.clock.advance(days=1)
        work(world)


def work(world: World) -> None:
    run_welcome(world.context)
    send_campaigns(world.context)
    finish_drained_campaigns(world.context)


def got(world: World) -> dict[str, list[int]]:
    """By reader: the campaigns of which they have been sent an email, in their order."""
    with world.database.read() as session:
        rows = session.exec(
            select(Subscriber.address, Delivery.campaign_id)
            .join(Delivery, col(Delivery.subscriber_id) == col(Subscriber.id))
            .where(col(Delivery.accepted_at).is_not(None))
            .order_by(col(Delivery.accepted_at), col(Delivery.id))
        ).all()
    campaigns: dict[str, list[int]] = {}
    for address, campaign_id in rows:
        campaigns.setdefault(address.partition("@")[0], []).append(campaign_id)
    return campaigns


CONFIRMED = SubscriptionStatus.CONFIRMED


def _person(session: Session, world: World, name: str) -> Subscriber | None:
    return session.exec(select(Subscriber).where(Subscriber.address_hash == _hash(world, name))).first()


def _hash(world: World, name: str) -> str:
    secret = world.settings.secret_key.get_secret_value()
    return address_hash(EmailAddress.parse(f"{name}@example.org"), secret=secret)


def _set(session: Session, person: Subscriber, status: SubscriptionStatus, *, now: datetime) -> None:
    row = session.exec(select(Subscription).where(Subscription.subscriber_id == person.id)).one()
    row.status, row.changed_at = status, now
    session.add(row)
