"""One refused address keeps nobody else's mail back, with every provider that answers for a whole call."""

import json
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

import httpx
import pytest
from sqlmodel import select

from campaigns.sending.pause import resume
from campaigns.sending.send import send_next_batch
from campaigns.status import CampaignStatus, PauseReason
from core.db import Database
from core.settings import Settings
from delivery.errors import AddressesRefused, OutcomeUnknown
from delivery.message.outgoing import OutgoingBatch, SendResult
from delivery.providers import build_provider
from delivery.status import DeliveryStatus
from delivery.tables import Attempt, Delivery, Sender
from subscribers.tables import Suppression
from tests.campaigns.test_refused_calls import run_on
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.fakes.brevo_api import FakeBrevo
from tests.fakes.mailgun_api import FakeMailgun
from tests.fakes.mailjet_api import FakeMailjet
from tests.fakes.postmark_api import FakePostmark
from tests.fakes.provider import FakeProvider
from tests.fakes.resend_api import FakeResend
from tests.fakes.sendgrid_api import FakeSendGrid
from tests.fakes.ses_api import FakeSes

READERS = [f"reader{number:03}" for number in range(37)]
BAD = "reader017@example.org"

Refusal = Callable[[], httpx.Response]


def brevo() -> httpx.Response:
    return httpx.Response(400, json={"code": "invalid_parameter", "message": "email is not valid in to"})


def postmark() -> httpx.Response:
    return httpx.Response(422, json={"ErrorCode": 300, "Message": "Error parsing 'To': Illegal email address."})


def mailgun() -> httpx.Response:
    return httpx.Response(
        400, json={"message": "'to' parameter is not a valid address. please check documentation"}
    )


def no_words() -> httpx.Response:
    return httpx.Response(400)


def resend() -> httpx.Response:
    return httpx.Response(422, json={"name": "validation_error", "message": "Invalid `to` field."})


def ses() -> httpx.Response:
    headers = {"x-amzn-errortype": "BadRequestException"}
    return httpx.Response(400, json={"message": "Local address contains control or whitespace"}, headers=headers)


UNKNOWN: dict[str, dict[str, Any]] = {
    "brevo": {"code": "bad_request", "message": "messageVersions[4].to[0].email is not what we like"},
    "mailgun": {"message": "Domain of somebody here is not resolvable"},
    "mailjet": {"ErrorMessage": "to[3].email must not be a role account"},
    "postmark": {"ErrorCode": 1999, "Message": "Whatever this is"},
    "resend": {"name": "strange_error", "message": "Computer says no"},
    "sendgrid": {"errors": [{"message": "Bad Request", "field": "personalizations.4.substitutions"}]},
    "ses": {"message": "Something is wrong with one of these"},
}
"""Refusals of a whole call in words that no rule knows."""

FAR_SIDES: dict[str, tuple[Callable[[], Any], Refusal]] = {
    "brevo": (FakeBrevo, brevo),
    "mailgun": (FakeMailgun, mailgun),
    "mailjet": (FakeMailjet, no_words),
    "postmark": (FakePostmark, postmark),
    "resend": (FakeResend, resend),
    "sendgrid": (FakeSendGrid, no_words),
    "ses": (FakeSes, ses),
}
OF_AN_ADDRESS = [name for name in FAR_SIDES if FAR_SIDES[name][1] is not no_words]
"""Who says in words of its own, of a whole call, that it is an address."""


def world_with(
    name: str,
    bad: Collection[str],
    database: Database,
    clock: StoppedClock,
    settings: Settings,
    *,
    refusal: Refusal | None = None,
) -> tuple[World, Any, list[str]]:
    """A far side that takes nobody of a call with a bad address in it. The keys that it saw come with it."""
    api_type, usual = FAR_SIDES[name]
    refusal = refusal or usual
    api, keys = api_type(), list[str]()

    def answer(request: httpx.Request) -> httpx.Response:
        text = request.content.decode().replace("%40", "@")
        if request.method == "POST":
            keys.append(_key(request))
        if any(address in text for address in bad):
            return refusal()
        response: httpx.Response = api(request)
        return response

    world = make_world(database, clock, settings)
    provider = build_provider(name, settings, transport=httpx.MockTransport(answer))
    world.context = replace(world.context, provider=lambda _: provider)
    world.add_readers(READERS)
    return world, api, keys


def _key(request: httpx.Request) -> str:
    """Of the providers that have keys."""
    if "idempotency-key" in request.headers:
        return request.headers["idempotency-key"]
    try:
        content = json.loads(request.content)
    except ValueError:
        return ""
    headers = content.get("headers") if isinstance(content, dict) else None
    return str((headers or {}).get("idempotencyKey", ""))


@pytest.mark.parametrize("name", OF_AN_ADDRESS)
def test_one_refused_address_costs_nobody_else_their_mail(
    name: str, database: Database, clock: StoppedClock, settings: Settings
) -> None:
    world, api, keys = world_with(name, [BAD], database, clock, settings)
    campaign_id = world.launched()
    world.run(rounds=40)
    expected = {f"{reader}@example.org": 1 for reader in READERS}
    del expected[BAD]
    assert Counter(address for address, _ in api.received) == expected
    assert world.status(campaign_id) is CampaignStatus.SENT
    refused = [row for row in world.deliveries(campaign_id) if row.status is not DeliveryStatus.ACCEPTED]
    assert [(row.status, row.reason) for row in refused] == [(DeliveryStatus.REJECTED, "invalid")]
    with database.read() as session:
        sender = session.exec(select(Sender)).one()
        assert (sender.consecutive_errors, sender.paused_reason) == (0, None)
        assert session.exec(select(Suppression)).first() is None  # another server may serve it
    if any(keys):
        assert len(set(keys)) == len(keys)  # Brevo and Resend: what is another call has another key


@pytest.mark.parametrize("status", [400, 413, 422])
@pytest.mark.parametrize("name", UNKNOWN)
@on_sqlite
def test_a_refusal_in_words_that_nobody_knows_costs_its_reader_only(
    name: str, status: int, database: Database, clock: StoppedClock, settings: Settings
) -> None:
    def refusal() -> httpx.Response:
        return httpx.Response(status, json=UNKNOWN[name])

    world, api, keys = world_with(name, [BAD], database, clock, settings, refusal=refusal)
    campaign_id = world.launched()
    run_on(world, campaign_id, rounds=12)
    expected = {f"{reader}@example.org": 1 for reader in READERS}
    del expected[BAD]
    assert Counter(address for address, _ in api.received) == expected
    assert world.status(campaign_id) is CampaignStatus.SENT
    (refused,) = [row for row in world.deliveries(campaign_id) if row.status is not DeliveryStatus.ACCEPTED]
    assert (refused.status, str(status) in (refused.detail or "")) == (DeliveryStatus.REJECTED, True)
    with database.read() as session:
        sender = session.exec(select(Sender)).one()
        assert (sender.consecutive_errors, sender.paused_reason) == (0, None)
    # 37 readers in halves, twice each, and the one who is left once more, after an hour and after a day.
    assert len(keys) <= 1 + 2 * 6 + 3


def test_several_refused_addresses_are_all_found(
    database: Database, clock: StoppedClock, settings: Settings
) -> None:
    bad = [f"reader{number:03}@example.org" for number in (0, 5, 6, 36)]
    world, api, _ = world_with("brevo", bad, database, clock, settings)
    campaign_id = world.launched()
    world.run(rounds=60)
    assert Counter(Counter(address for address, _ in api.received).values()) == {1: len(READERS) - 4}
    assert world.report(campaign_id).accepted == len(READERS) - 4
    assert world.status(campaign_id) is CampaignStatus.SENT


def refusing(bad: Collection[str], provider: FakeProvider) -> Callable[[OutgoingBatch], SendResult]:
    def answer(batch: OutgoingBatch) -> SendResult:
        if any(message.to in bad for message in batch.messages):
            raise AddressesRefused("email is not valid in to")
        return provider._take(batch)

    return answer


def test_a_process_that_dies_between_the_halves_is_followed_by_one_that_goes_on(world: World) -> None:
    world.add_readers(READERS)
    campaign_id = world.launched()
    provider = world.provider
    provider.faults = [refusing([BAD], provider)]
    send_next_batch(world.context, campaign_id)
    sizes = []
    for _ in range(30):  # each time as if by a new process: nothing is remembered but the rows
        provider.faults = [refusing([BAD], provider)]
        world.clock.advance(seconds=1)
        before = len(provider.batches)
        send_next_batch(world.context, campaign_id)
        sizes += [len(batch.messages) for batch in provider.batches[before:]]
    assert max(sizes) <= (len(READERS) + 1) // 2
    assert set(provider.received.values()) == {1}
    assert len(provider.received) == len(READERS) - 1


def test_an_answer_that_is_lost_on_the_way_down_leaves_its_own_part_in_doubt_only(world: World) -> None:
    world.add_readers(READERS)
    campaign_id = world.launched()
    provider = world.provider
    provider.faults = [refusing([BAD], provider), OutcomeUnknown("lost")]
    send_next_batch(world.context, campaign_id)
    world.clock.advance(seconds=1)
    send_next_batch(world.context, campaign_id)
    doubtful = [row for row in world.deliveries(campaign_id) if row.status is DeliveryStatus.IN_DOUBT]
    assert len(doubtful) == (len(READERS) + 1) // 2


def test_who_waits_for_their_half_has_no_attempt_used_up(world: World) -> None:
    world.add_readers(READERS)
    campaign_id = world.launched()
    world.provider.faults = [refusing([BAD], world.provider)]
    send_next_batch(world.context, campaign_id)
    assert {row.attempt_count for row in world.deliveries(campaign_id)} == {0}
    with world.database.read() as session:
        assert [attempt.split_to for attempt in session.exec(select(Attempt)).all()] == [19]


def test_a_row_of_refused_addresses_with_no_yes_between_is_for_a_person_and_believed_the_second_time(
    world: World,
) -> None:
    """It may be our way of writing addresses."""
    world.add_readers(READERS[:12])
    campaign_id = world.launched()
    everybody = [f"{reader}@example.org" for reader in READERS]
    world.provider.faults = [refusing(everybody, world.provider) for _ in range(200)]
    world.run(rounds=60)
    assert world.campaign(campaign_id).pause_reason is PauseReason.SENDER_MISCONFIGURED
    assert world.delivery_states(campaign_id) == {DeliveryStatus.QUEUED}  # nobody is refused for good by it
    with world.database.write() as session:
        resume(session, campaign_id, actor=world.boris, now=world.clock.now())
    world.run(rounds=60)
    with world.database.read() as session:
        states = Counter(row.status for row in session.exec(select(Delivery)).all())
    assert states == {DeliveryStatus.REJECTED: 12}
    assert world.status(campaign_id) is CampaignStatus.SENT


def test_sendgrid_names_it(database: Database, clock: StoppedClock, settings: Settings) -> None:
    api = FakeSendGrid()
    provider = build_provider("sendgrid", settings, transport=api.transport)
    world = make_world(database, clock, settings)
    world.context = replace(world.context, provider=lambda _: provider)
    world.add_readers([*READERS, "refused"])
    campaign_id = world.launched()
    world.run()
    assert world.report(campaign_id).accepted == len(READERS)
    assert world.status(campaign_id) is CampaignStatus.SENT
