"""Silence never looks like health: refused and missing reports, and a long rest, are shown by sender."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from campaigns.reporting.needs_attention import needs_attention
from campaigns.sending.limit_sender import limit_sender
from core.errors import InputRefused, NotAllowed
from delivery.errors import TransientProviderError
from delivery.events.webhook_health import note_refused
from delivery.senders.rate import EmailLimit, read_email_limit
from delivery.tables import LimitInterval, Sender, WebhookReceipt
from staff.principal import OPERATOR
from tests.campaigns.world import World
from tests.databases import on_sqlite


def needs(world: World) -> dict[str, dict[str, object]]:
    with world.database.read() as session:
        return {
            item.code: dict(item.params)
            for item in needs_attention(session, now=world.clock.now(), zone="Europe/Ljubljana")
        }


def goes_through(world: World, provider: str) -> None:
    """As far as the rows say; the fake takes the calls."""
    with world.database.write() as session:
        session.exec(update(Sender).values(provider=provider))


def report_came(world: World, key: str) -> None:
    with world.database.write() as session:
        session.add(WebhookReceipt(sender_id=1, dedupe_key=key, body=b"[]", received_at=world.clock.now()))


def test_emails_of_which_no_report_comes_are_shown_until_one_does(world: World) -> None:
    goes_through(world, "brevo")
    world.add_readers(f"reader{number}" for number in range(12))
    world.launched()
    world.run(rounds=3)
    world.clock.advance(minutes=10)
    assert "campaigns-need-missing-webhooks" not in needs(world)
    world.clock.advance(minutes=170)
    missing = needs(world)["campaigns-need-missing-webhooks"]
    assert (missing["name"], missing["count"], missing["hours"]) == ("main", 12, 3)
    report_came(world, "one")
    assert "campaigns-need-missing-webhooks" not in needs(world)


def test_a_provider_that_reports_nothing_is_not_waited_for(world: World) -> None:
    goes_through(world, "smtp")
    world.add_readers(f"reader{number}" for number in range(12))
    world.launched()
    world.run(rounds=3)
    world.clock.advance(minutes=180)
    assert "campaigns-need-missing-webhooks" not in needs(world)


def test_refused_reports_are_shown_with_their_reason_until_one_is_taken(world: World) -> None:
    goes_through(world, "brevo")
    report_came(world, "before")
    for count in (1, 4):
        world.clock.advance(minutes=1)
        note_refused(world.database, 1, code="delivery-webhook-unsigned", count=count, now=world.clock.now())
    shown = needs(world)["campaigns-need-refused-webhooks"]
    assert shown == {"name": "main", "count": 5, "time": "2026-11-22 13:01"}
    world.clock.advance(minutes=20)
    assert "campaigns-need-refused-webhooks" in needs(world)
    report_came(world, "after")
    assert "campaigns-need-refused-webhooks" not in needs(world)
    world.clock.advance(minutes=20)
    note_refused(world.database, 1, code="delivery-webhook-too-old", count=1, now=world.clock.now())
    assert needs(world)["campaigns-need-refused-webhooks"]["count"] == 1  # a row of its own


def test_a_long_wait_that_a_provider_asked_for_is_shown_with_its_time(world: World) -> None:
    world.add_readers(["nada"])
    world.provider.faults = [TransientProviderError("slow down", timedelta(hours=2))]
    world.launched()
    world.run(rounds=1)
    assert needs(world)["campaigns-need-resting"] == {"name": "main", "time": "2026-11-22 15:01"}
    world.clock.advance(minutes=119)
    assert "campaigns-need-resting" not in needs(world)


@pytest.mark.parametrize(
    ("limit", "after_a_second", "after_an_hour"),
    [
        (EmailLimit(10, LimitInterval.HOUR), 10, 20),
        (EmailLimit(2, LimitInterval.SECOND), 4, 40),
        (EmailLimit(5, LimitInterval.DAY), 5, 5),
    ],
)
def test_no_more_goes_out_than_the_limit_says(
    world: World, limit: EmailLimit, after_a_second: int, after_an_hour: int
) -> None:
    with world.database.write() as session:
        limit_sender(session, "main", limit, actor=OPERATOR, now=world.clock.now())
    world.add_readers(f"reader{number}" for number in range(40))
    world.launched()
    world.run(rounds=2, seconds=1)
    assert len(world.provider.received) == after_a_second
    world.run(rounds=62, seconds=60)
    assert len(world.provider.received) >= after_an_hour
    period = {"second": 1, "hour": 3600, "day": 86400}[limit.period]
    assert len(world.provider.received) <= limit.emails * (1 + 62 * 60 / period) + limit.emails
    assert "campaigns-need-resting" not in needs(world)  # it is our own limit


@on_sqlite
def test_who_may_not_manage_senders_sets_no_limit(world: World) -> None:
    with pytest.raises(NotAllowed), world.database.write() as session:
        limit_sender(session, "main", None, actor=world.boris, now=world.clock.now())


@pytest.mark.parametrize("emails", ["0", "-1", "many", "1.5", "99999999999", "³"])
def test_what_is_no_limit_is_refused(emails: str) -> None:
    with pytest.raises(InputRefused):
        read_email_limit(emails, "hour")


def test_a_period_has_to_be_known_and_nothing_is_no_limit() -> None:
    with pytest.raises(InputRefused):
        read_email_limit("5", "week")
    assert read_email_limit(" ", "week") is None
    assert read_email_limit(" 500 ", "hour") == EmailLimit(500, LimitInterval.HOUR)
