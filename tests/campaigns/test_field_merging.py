"""Merge fields of custom fields: each reader's own value, as their language writes it, escaped, and repeatable."""

from decimal import Decimal

import pytest
from sqlmodel import Session

from campaigns.editorial.manage_field import FieldDetails, add_field, archive_field, change_field
from campaigns.reporting.recipient_copy import Fidelity
from campaigns.review.check import check
from campaigns.sending.send import send_next_batch
from campaigns.status import CampaignStatus
from core.db import Database
from core.settings import Settings
from delivery.message.outgoing import OutgoingMessage
from staff.principal import OPERATOR
from subscribers.field_content import SCALE, TypedValue
from subscribers.field_tables import FieldType
from subscribers.fields import field_by_word
from subscribers.person_fields import put_values
from tests.campaigns.test_contributions import edit
from tests.campaigns.test_recipient_copy import copy_of
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite
from tests.fakes.provider import FakeProvider

HOSTILE = '<img src=x onerror="alert(1)"> & [[unsubscribe_url]] {{7*7}} %recipient.name%'
INTRO = "<p>Hello [[field_town|your town]], [[field_size|0]] of you.</p>"


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings, FakeProvider(refuses_other_content=True))
    world.add_readers(["asja", "bine"], language="sl")
    with world.database.write() as session:
        for word, kind in (("town", FieldType.TEXT), ("size", FieldType.DECIMAL)):
            add_field(session, word, kind, FieldDetails(word, is_in_emails=True), actor=OPERATOR, now=NOON)
    return world


def give(world: World, subscriber_id: int, **held: str | Decimal) -> None:
    with world.database.write() as session:
        values = {field_by_word(session, word).id: typed(value) for word, value in held.items()}
        put_values(session, {subscriber_id: values})


def typed(value: str | Decimal) -> TypedValue:
    if isinstance(value, Decimal):
        return TypedValue(number=int(value * SCALE))
    return TypedValue(text=value)


def drafted(world: World, *, intro: str = INTRO) -> int:
    campaign_id = world.draft(languages=("sl",))
    subject = "News from [[field_town|here]]"
    edit(world, campaign_id, world.ana, language="sl", subject=subject, intro_html=intro)
    return campaign_id


def launch(world: World, campaign_id: int) -> int:
    world.submit(campaign_id)
    world.approve(campaign_id)
    world.send_now(campaign_id)
    world.clock.advance(seconds=60)
    return campaign_id


def sent(world: World) -> dict[str, OutgoingMessage]:
    return {message.to: message for batch in world.provider.batches for message in batch.messages}


def codes(session: Session, world: World, campaign_id: int) -> set[str]:
    findings = check(session, campaign_id, settings=world.settings, now=world.clock.now())
    return {finding.code for finding in findings if "field" in finding.code}


def test_each_reader_gets_their_own_value_or_the_default_and_nothing_of_it_is_markup(world: World) -> None:
    give(world, 1, town=HOSTILE, size=Decimal("1234.5"))
    campaign_id = launch(world, drafted(world))
    world.run(rounds=5)
    asja, bine = sent(world)["asja@example.org"], sent(world)["bine@example.org"]
    assert asja.subject == f"News from {HOSTILE}"
    assert bine.subject == "News from here"
    assert "<img src=x onerror" not in asja.html
    assert "&lt;img src=x onerror=&#34;alert(1)&#34;&gt; &amp; [[unsubscribe_url]] {{7*7}}" in asja.html
    assert "1.234,5" in asja.html
    assert f"Hello {HOSTILE}" in " ".join(asja.text.split()), "as Slovenian writes it, and on no other line"
    assert "1.234,5 of you" in " ".join(asja.text.split())
    assert "Hello your town, 0 of you" in " ".join(bine.text.split())
    assert world.status(campaign_id) is CampaignStatus.SENT
    copy = copy_of(world, campaign_id)
    assert copy is not None
    assert (copy.fidelity, copy.message.subject) == (Fidelity.PROVEN, asja.subject)


def test_a_repeat_is_the_same_to_the_byte_though_the_value_was_changed_meanwhile(world: World) -> None:
    give(world, 1, town="Ptuj")
    world.provider.faults = ["lose the answer"]
    campaign_id = launch(world, drafted(world))
    world.run(rounds=1)
    send_next_batch(world.context, campaign_id)
    give(world, 1, town="Celje")
    world.run(rounds=60, seconds=30)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert world.provider.received == {"asja@example.org": 1, "bine@example.org": 1}
    first, again = [batch for batch in world.provider.batches if batch.key == world.provider.batches[0].key]
    assert first == again
    assert sent(world)["asja@example.org"].subject == "News from Ptuj"


@on_sqlite
def test_what_is_taken_out_of_emails_after_the_approval_is_in_none(world: World) -> None:
    give(world, 1, town="Ptuj")
    campaign_id = drafted(world)
    world.submit(campaign_id)
    world.approve(campaign_id)
    with world.database.write() as session:
        change_field(session, "town", FieldDetails(is_in_emails=False), actor=OPERATOR, now=NOON)
    world.send_now(campaign_id)
    world.clock.advance(seconds=60)
    world.run(rounds=5)
    assert sent(world)["asja@example.org"].subject == "News from here"


@on_sqlite
def test_the_check_asks_for_what_readers_would_miss(world: World) -> None:
    campaign_id = drafted(world, intro="<p>[[field_nothing|x]] [[field_size]]</p>")
    with world.database.read() as session:
        findings = codes(session, world, campaign_id)
    assert findings == {"campaigns-merge-field-unknown", "templates-check-field-without-default"}
    edit(world, campaign_id, world.ana, language="sl", intro_html=INTRO)
    with world.database.write() as session:
        change_field(session, "town", FieldDetails(is_in_emails=False), actor=OPERATOR, now=NOON)
        archive_field(session, "size", is_archived=True, actor=OPERATOR, now=NOON)
    with world.database.read() as session:
        findings = codes(session, world, campaign_id)
    assert findings == {"campaigns-merge-field-not-in-emails", "campaigns-merge-field-archived"}


@on_sqlite
def test_the_default_is_part_of_what_is_approved_and_the_value_is_not(world: World) -> None:
    campaign_id = drafted(world)
    world.submit(campaign_id)
    hashed = world.campaign(campaign_id).content_hash
    give(world, 1, town="Ptuj")
    assert world.status(campaign_id) is CampaignStatus.IN_REVIEW
    edit(world, campaign_id, world.ana, language="sl", subject="News from [[field_town|home]]")
    world.submit(campaign_id)
    assert world.campaign(campaign_id).content_hash != hashed
