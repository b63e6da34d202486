"""Bounces that come as email act as a provider's report does: once, on whom they are about, and on nobody else."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from campaigns.opt_in.send_opt_in_mail import ask, send_opt_in_mails
from campaigns.reporting.needs_attention import needs_attention
from campaigns.sending import read_bounces as use_case
from campaigns.sending.feedback import process_webhooks
from campaigns.sending.read_bounces import read_bounces
from core.db import Database
from core.settings import Settings
from core.signing import Signer
from delivery.errors import OutcomeUnknown
from delivery.events.mails_for_people import forget_mail, mails_for_people
from delivery.events.webhooks import count_unreadable
from delivery.mail_reports.mail_parts import MAX_READ
from delivery.mailbox.bounce_mailbox import mailbox_health
from delivery.message.bounce_token import read_bounce_token
from delivery.outcome import Outcome
from delivery.tables import Sender
from subscribers.status import SubscriptionStatus
from subscribers.tables import SuppressionReason
from tests.campaigns.bounce_world import (
    BOUNCES,
    maildir_of,
    make_bounce_world,
    outcomes,
    put,
    read,
    receipts,
    sent_to,
    suppressed,
)
from tests.campaigns.world import World
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite
from tests.delivery import bounce_mails as b
from tests.delivery.test_mail_reports import UNKNOWN_USER

BOUNCED, COMPLAINED = SuppressionReason.BOUNCED, SuppressionReason.COMPLAINED
PENDING = Outcome.PENDING


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings, tmp_path: Path) -> World:
    return make_bounce_world(database, clock, settings, tmp_path)


@pytest.fixture
def campaign_id(world: World) -> int:
    campaign_id = world.launched()
    world.run(rounds=3)
    return campaign_id


def dead(sent: b.ReturnedMail) -> bytes:
    return b.dsn(sent, b.block("failed", "5.1.1", UNKNOWN_USER))


def full(sent: b.ReturnedMail) -> bytes:
    return b.dsn(sent, b.block("failed", "5.2.2", "smtp; 552 5.2.2 Mailbox full"))


def needs(world: World) -> list[str]:
    with world.database.read() as session:
        return [item.code for item in needs_attention(session, now=world.clock.now())]


@on_sqlite
def test_each_email_has_an_envelope_of_its_own_that_fits(world: World, campaign_id: int) -> None:
    envelopes = [sent_to(world, name).envelope_from for name in ("ana", "bor", "cene")]
    assert len(set(envelopes)) == 3
    for envelope, delivery in zip(envelopes, world.deliveries(campaign_id), strict=True):
        assert envelope.startswith("bounces+")
        assert len(envelope.partition("@")[0]) <= 64
        token = read_bounce_token(world.context.signer, envelope)
        assert token is not None
        assert (token.sender_id, token.delivery_id) == (1, delivery.id)


def test_a_hard_bounce_and_a_complaint_suppress_their_reader_and_nobody_else(
    world: World, campaign_id: int
) -> None:
    read(world, dead(sent_to(world, "bor")), b.arf(sent_to(world, "cene"), "abuse"))
    assert outcomes(world, campaign_id) == [PENDING, Outcome.BOUNCED, Outcome.COMPLAINED]
    assert suppressed(world) == {"bor": BOUNCED, "cene": COMPLAINED}
    assert [receipt.body for receipt in receipts(world)] == [None, None]
    assert not list((maildir_of(world) / "new").iterdir())


@on_sqlite
@pytest.mark.parametrize(
    "make",
    [
        lambda sent: b.auto_reply(sent, "Samodejni odgovor: Bilten"),
        lambda sent: b.arf(sent, "not-spam"),
        lambda sent: b.dsn(sent, b.block("delayed", "4.4.1")),
        lambda sent: b.dsn(sent, b.block("failed", "5.7.1", "smtp; 550 5.7.1 blocked using Spamhaus")),
        full,
    ],
)
def test_what_is_no_dead_address_suppresses_nobody(world: World, campaign_id: int, make: object) -> None:
    assert callable(make)
    assert campaign_id
    read(world, make(sent_to(world, "ana")))
    assert suppressed(world) == {}
    assert count_unreadable_now(world) == {}


def count_unreadable_now(world: World) -> dict[str, int]:
    with world.database.read() as session:
        return count_unreadable(session, since=NOON)


def test_five_full_mailboxes_in_a_row_suppress_and_one_that_arrived_between_begins_anew(world: World) -> None:
    """Nobody reports a delivery by email: what has not come back after a week has arrived."""
    for bounces in (True, True, True, False, True, True, True, True):
        world.launched()
        world.run(rounds=3)
        if bounces:
            read(world, full(sent_to(world, "ana")))
        world.clock.advance(days=8)
        assert suppressed(world) == {}
    world.launched()
    world.run(rounds=3)
    read(world, full(sent_to(world, "ana")))
    assert suppressed(world) == {"ana": BOUNCED}


def test_the_question_of_double_opt_in_has_an_envelope_too(world: World) -> None:
    world.add_readers(["victim"], status=SubscriptionStatus.PENDING)
    with world.database.write() as session:
        ask(session, subscriber_id=4, list_ids=[1], language="en", now=world.clock.now())
    send_opt_in_mails(world.context)
    read(world, b.arf(sent_to(world, "victim"), "abuse"))
    assert suppressed(world) == {"victim": COMPLAINED}


def test_a_forged_bounce_does_nothing_and_is_shown(world: World, campaign_id: int) -> None:
    forged = b.ReturnedMail(f"bounces+{'a' * 26}@example.org", "<1@elsewhere.example>")
    read(world, dead(forged), b.arf(forged, "abuse"))
    assert suppressed(world) == {}
    assert outcomes(world, campaign_id) == [PENDING] * 3
    with world.database.read() as session:
        shown = mails_for_people(session, 1)
    assert [view.is_proven for view in shown] == [False, False]
    assert "campaigns-need-mails" not in needs(world), "spam is nobody's duty"
    assert count_unreadable_now(world) == {}


def test_a_token_of_another_reader_is_never_taken_from_what_a_mail_says(world: World, campaign_id: int) -> None:
    """Whoever knows their own envelope can bounce themselves, as they can leave; a number in the text is
    nothing."""
    assert campaign_id
    mine = dead(sent_to(world, "ana")).replace(b"ana@reader.example", b"bor@example.org")
    read(world, mine + b"X-Delivery: 2\n")
    assert suppressed(world) == {"ana": BOUNCED}


def test_what_a_person_wrote_is_kept_shown_and_forgotten_when_it_is_read(world: World, campaign_id: int) -> None:
    assert campaign_id
    read(world, b.auto_reply(sent_to(world, "ana"), "Re: Bulletin", text="Please leave me out.\x00\u202e"))
    assert "campaigns-need-mails" in needs(world)
    with world.database.read() as session:
        (view,) = mails_for_people(session, 1)
    assert (view.subject, view.author, view.is_proven) == ("Re: Bulletin", b.READER, True)
    assert view.excerpt == "Please leave me out."
    with world.database.write() as session:
        forget_mail(session, 1, view.receipt_id)
    assert "campaigns-need-mails" not in needs(world)
    assert receipts(world)[0].body is None


def test_without_a_token_the_message_id_tells_which_email_it_was(world: World, campaign_id: int) -> None:
    sent = sent_to(world, "bor")
    with world.database.write() as session:
        delivery = session.get_one(type(world.deliveries(campaign_id)[0]), world.deliveries(campaign_id)[1].id)
        delivery.provider_message_id = sent.message_id
        session.add(delivery)
    read(world, dead(b.ReturnedMail("bilten@example.org", sent.message_id)))
    assert suppressed(world) == {"bor": BOUNCED}


def test_a_mail_that_is_read_twice_counts_once(world: World, campaign_id: int) -> None:
    assert campaign_id
    raw = dead(sent_to(world, "ana"))
    read(world, raw)
    read(world, raw)
    assert len(receipts(world)) == 1


def test_killed_between_keeping_and_marking_it_is_read_again_and_counts_once(
    world: World, campaign_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert campaign_id
    path = put(world, "1.far", dead(sent_to(world, "ana")))
    keep = use_case.keep_mails

    def dies(context: object, mails: Sequence[bytes]) -> int:
        keep(context, mails)  # type: ignore[arg-type]  # passed through
        raise KeyboardInterrupt

    monkeypatch.setattr(use_case, "keep_mails", dies)
    with pytest.raises(KeyboardInterrupt):
        read_bounces(world.context)
    assert path.exists()
    monkeypatch.undo()
    read_bounces(world.context)
    process_webhooks(world.context)
    assert (len(receipts(world)), path.exists()) == (1, False)
    assert suppressed(world) == {"ana": BOUNCED}


def test_killed_before_keeping_nothing_is_taken_out(
    world: World, campaign_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert campaign_id
    path = put(world, "1.far", dead(sent_to(world, "ana")))

    def dies(_: object, __: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(use_case, "keep_mails", dies)
    with pytest.raises(KeyboardInterrupt):
        read_bounces(world.context)
    assert path.exists()
    assert receipts(world) == []


def test_one_bad_file_costs_itself_only(world: World, campaign_id: int) -> None:
    assert campaign_id
    new = maildir_of(world) / "new"
    (new / "0.folder").mkdir()
    (new / "0.link").symlink_to("/etc/hostname")
    (new / "0.empty").write_bytes(b"")
    (new / "0.long").write_bytes(b"\xff" * (MAX_READ + 10))
    read(world, dead(sent_to(world, "ana")))
    assert suppressed(world) == {"ana": BOUNCED}
    assert sorted(path.name for path in new.iterdir()) == ["0.folder", "0.link"]
    assert max(len(receipt.body or b"") for receipt in receipts(world)) == MAX_READ


def test_what_another_program_has_moved_unread_is_read_too(world: World, campaign_id: int) -> None:
    assert campaign_id
    path = put(world, "1.far", dead(sent_to(world, "ana")))
    path.rename(maildir_of(world) / "cur" / "1.far:2,F")
    read(world)
    assert suppressed(world) == {"ana": BOUNCED}
    assert [path.name for path in (maildir_of(world) / "cur").iterdir()] == ["1.far:2,FS"]


def test_a_mailbox_that_cannot_be_read_is_shown_after_an_hour_and_no_longer_when_it_can(
    world: World, campaign_id: int
) -> None:
    assert campaign_id
    new = maildir_of(world) / "new"
    new.rename(new.with_name("away"))
    read_bounces(world.context)
    assert "campaigns-need-mailbox-maildir" not in needs(world)
    world.clock.advance(minutes=61)
    read_bounces(world.context)
    assert "campaigns-need-mailbox-maildir" in needs(world)
    with world.database.read() as session:
        (health,) = mailbox_health(session)
    assert "No such file" in health.detail
    new.with_name("away").rename(new)
    read(world, dead(sent_to(world, "ana")))
    assert "campaigns-need-mailbox-maildir" not in needs(world)
    assert suppressed(world) == {"ana": BOUNCED}


def test_mail_that_nobody_would_see_stays_in_the_mailbox(world: World, campaign_id: int) -> None:
    assert campaign_id
    with world.database.write() as session:
        sender = session.get_one(Sender, 1)
        sender.bounce_address = None
        session.add(sender)
    path = put(world, "1.far", b"Subject: hello\n\nhello")
    read_bounces(world.context)
    assert path.exists()
    with world.database.read() as session:
        assert mailbox_health(session)[0].failing_since is not None


@on_sqlite
def test_a_bounce_is_known_after_the_setting_has_changed(world: World, campaign_id: int) -> None:
    assert campaign_id
    raw = dead(sent_to(world, "ana"))
    with world.database.write() as session:
        sender = session.get_one(Sender, 1)
        sender.bounce_address = None
        session.add(sender)
    read(world, raw)
    assert suppressed(world) == {"ana": BOUNCED}


def test_a_repeat_has_the_same_envelopes(world: World) -> None:
    world.provider.capabilities = replace(world.provider.capabilities, idempotency=timedelta(hours=24))
    world.provider.faults.append(OutcomeUnknown("lost"))
    world.launched()
    world.run(rounds=2)
    with world.database.write() as session:
        sender = session.get_one(Sender, 1)
        sender.bounce_address = "other@example.org"
        session.add(sender)
    world.run(rounds=30, seconds=60)
    first, again = world.provider.batches[:2]
    assert first == again
    assert first.messages[0].envelope_from is not None


@on_sqlite
def test_tokens_of_another_installation_are_none(world: World, campaign_id: int) -> None:
    assert campaign_id
    assert BOUNCES.partition("@")[0] in sent_to(world, "ana").envelope_from
    assert read_bounce_token(Signer("of another installation"), sent_to(world, "ana").envelope_from) is None
