"""What the stories share: the rule is turned on, a year goes by, readers do something or nothing."""

from sqlmodel import Session, col, select

from campaigns.opt_in.send_opt_in_mail import send_opt_in_mails
from campaigns.still_wanted.change_rule import StillWantedEdit, change_rule, turn_on
from campaigns.still_wanted.run_still_wanted import run_still_wanted
from campaigns.tables import SubscriptionMail
from staff.principal import OPERATOR
from subscribers.queries import consent_of
from subscribers.signs_of_life import keep_subscription
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import ConsentProof, subscription_status
from subscribers.tables import ConsentMethod, Subscriber
from tests.campaigns.world import World

YEAR = 366
SENDS = 4
"""A second apart, because a sender takes so many calls in one."""


def switch_on(world: World, *, days: int | None = None, a_day: int = 100, months: int = 12) -> None:
    now, edit = world.clock.now(), StillWantedEdit(months, a_day, days)
    with world.database.write() as session:
        change_rule(session, "bulletin", edit, actor=OPERATOR, now=now)
        turn_on(session, "bulletin", actor=OPERATOR, settings=world.settings, now=now)


def work(world: World) -> None:
    run_still_wanted(world.context)
    for _ in range(SENDS):
        send_opt_in_mails(world.context)
        world.clock.advance(seconds=1)


def days_pass(world: World, days: int) -> None:
    """The jobs at noon of each of these days."""
    for _ in range(days):
        world.clock.advance(days=1)
        work(world)


def received(world: World) -> dict[str, int]:
    return {address.partition("@")[0]: count for address, count in world.provider.received.items()}


def number_of(session: Session, name: str) -> int:
    numbers = {person.address: person.id for person in session.exec(select(Subscriber))}
    return numbers[f"{name}@example.org"]


def answer_yes(world: World, name: str) -> None:
    proof = ConsentProof(ConsentMethod.STILL_WANTED, "Yes, still.", "en", "test")
    with world.database.write() as session:
        number = number_of(session, name)
        keep_subscription(session, subscriber_id=number, list_id=1, proof=proof, now=world.clock.now())


def is_on_list(world: World, name: str) -> bool:
    with world.database.read() as session:
        return subscription_status(session, number_of(session, name), 1) is SubscriptionStatus.CONFIRMED


def last_step(world: World, name: str) -> tuple[str, ConsentMethod, str]:
    with world.database.read() as session:
        step = consent_of(session, number_of(session, name))[-1]
        return step.action.value, step.method, step.evidence


def questions(world: World) -> list[SubscriptionMail]:
    with world.database.read() as session:
        return list(session.exec(select(SubscriptionMail).order_by(col(SubscriptionMail.id))))
