"""Whom a refusal is about, seen with a real Postfix: a limit, a blocklist, "later" for everybody, a text that is
refused in one language cost no reader their copy; an address that is gone is not written to again."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlmodel import select

from campaigns.reporting.needs_attention import needs_attention
from campaigns.sending.pause import resume
from campaigns.status import CampaignStatus, PauseReason
from core.db import Database
from core.settings import Settings
from delivery.providers.smtp.provider import SmtpProvider
from delivery.providers.smtp.session import SmtpServer
from delivery.settings import DeliverySettings
from delivery.status import DeliveryStatus
from delivery.tables import Sender
from subscribers.tables import Subscriber, Suppression, SuppressionReason
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_postgres_once
from tests.equipment import why_without
from tests.fakes.postfix import Postfix, can_start, postfix

pytestmark = pytest.mark.skipif(not can_start(), reason=why_without("Postfix"))

MANY = 60
READERS = [f"reader{number:03}" for number in range(MANY)]
S = DeliveryStatus

KNOWN_LIMITS = [
    "550 5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits go to the web",
    "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
    "552 5.2.2 sender over quota, too many messages today",
    "550 5.7.705 Access denied, tenant has exceeded threshold",
    "550 Domain example.org has exceeded the max emails per hour (28/27 (103%)) allowed. Message discarded.",
    "550 5.4.6 Unusual sending activity detected. Please try after sometime",
    "554 5.7.1 Policy Rejection- Quota Exceeded",
    "550 Stop, you are sending too fast!",
]
# No table has these: that there are many of them says enough.
UNKNOWN_LIMITS = [
    "550 5.7.1 Das war's fuer heute",
    "554 5.7.0 nope, see https://example.org/why/a7f3",
    "550 5.2.2 enough",
]


@dataclass
class FarSideServer:
    """What the server says: first to each address, then to everybody after so many that were taken."""

    to: dict[str, str] = field(default_factory=dict)
    """By address: its reply at RCPT."""
    at_the_end: dict[str, str] = field(default_factory=dict)
    """By address: its reply to the text."""
    says: str = ""
    after: int = 0
    in_turns: bool = False
    """Whether it lets every second one through all the same, as a limit does that slides."""
    refused: int = 0
    taken: int = 0
    asked: Counter[str] = field(default_factory=Counter)

    def __call__(self, request: Mapping[str, str]) -> str:
        reader = request["recipient"]
        if request["protocol_state"] != "RCPT":
            return self.at_the_end.get(reader, "DUNNO")
        self.asked[reader] += 1
        if reader in self.to:
            return self.to[reader]
        beyond = self.taken - self.after
        if self.says and beyond >= 0 and not (self.in_turns and self.refused > beyond):
            self.refused += 1
            return self.says
        self.taken += 1
        return "DUNNO"


@dataclass
class Scene:
    world: World
    far: FarSideServer
    server: Postfix
    campaign_id: int

    def counts(self) -> Counter[DeliveryStatus]:
        return Counter(delivery.status for delivery in self.world.deliveries(self.campaign_id))

    def sender(self) -> Sender:
        with self.world.database.read() as session:
            return session.exec(select(Sender)).one()

    def resume(self) -> None:
        with self.world.database.write() as session:
            resume(session, self.campaign_id, actor=self.world.boris, now=self.world.clock.now())

    def is_sent_to_everybody_once(self, names: list[str] = READERS) -> bool:
        self.world.run(rounds=60, seconds=10)
        is_over = self.world.status(self.campaign_id) is CampaignStatus.SENT
        return is_over and self.server.sent() == Counter(f"{name}@example.org" for name in names)


Scenes = Callable[..., Scene]


@pytest.fixture(scope="module")
def server() -> Iterator[Postfix]:
    with postfix() as server:
        yield server


@pytest.fixture
def scene(server: Postfix, database: Database, clock: StoppedClock, settings: Settings) -> Scenes:
    def begin(far: FarSideServer, names: list[str] = READERS, slovenes: Sequence[str] = ()) -> Scene:
        server.begin(far)
        account = SmtpServer(
            host="127.0.0.1",
            port=server.port,
            security="none",
            username="",
            password="",
            timeout=timedelta(seconds=30),
        )
        world = make_world(database, clock, settings, SmtpProvider(account))  # type: ignore[arg-type]  # a real one for the fake
        world.add_readers(names)
        world.add_readers(slovenes, language="sl")
        return Scene(world, far, server, world.launched())

    return begin


@on_postgres_once("reply", KNOWN_LIMITS)
def test_a_sending_limit_costs_nobody_their_copy(scene: Scenes, reply: str) -> None:
    _costs_nobody_their_copy(scene, reply)


@on_postgres_once("reply", UNKNOWN_LIMITS)
def test_a_sending_limit_in_any_words_costs_nobody_their_copy(scene: Scenes, reply: str) -> None:
    _costs_nobody_their_copy(scene, reply)


def _costs_nobody_their_copy(scene: Scenes, reply: str) -> None:
    here = scene(FarSideServer(says=reply, after=27))
    here.world.run(rounds=30, seconds=10)
    assert here.counts() == {S.ACCEPTED: 27, S.QUEUED: 33}
    campaign, sender = here.world.campaign(here.campaign_id), here.sender()
    assert campaign.status is CampaignStatus.PAUSED
    assert sender.paused_reason in ("delivery-provider-quota-spent", "delivery-provider-refuses-everybody")
    assert reply.rsplit(maxsplit=1)[-1] in (sender.paused_detail or "")
    assert campaign.pause_detail == sender.paused_detail
    asked_in_vain = sum(here.far.asked.values()) - 27
    assert asked_in_vain <= 5, "it stops at that message, or at the end of a row"
    with here.world.database.read() as session:
        assert session.exec(select(Suppression)).all() == []
        assert any(item.sender == "main" for item in needs_attention(session, now=here.world.clock.now()))
    here.far.says = ""
    here.resume()
    assert here.is_sent_to_everybody_once()
    assert {delivery.attempt_count for delivery in here.world.deliveries(here.campaign_id)} == {1}


@on_postgres_once("reply", ["550 5.7.1 Za danes je dovolj", "554 5.7.0 nope, see https://example.org/why/a7f3"])
def test_a_limit_that_slides_costs_nobody_their_copy_whatever_its_words(scene: Scenes, reply: str) -> None:
    here = scene(FarSideServer(says=reply, after=10, in_turns=True))
    here.world.run(rounds=30, seconds=10)
    assert set(here.counts()) == {S.ACCEPTED, S.QUEUED}
    assert here.far.refused == 5
    assert here.sender().paused_reason == "delivery-provider-refuses-everybody"
    assert here.world.campaign(here.campaign_id).pause_detail == here.sender().paused_detail
    here.resume()
    here.world.run(rounds=30, seconds=10)
    assert set(here.counts()) == {S.ACCEPTED, S.QUEUED}, "resumed too early: it is no reader's fault yet"
    here.far.says = ""
    here.resume()
    assert here.is_sent_to_everybody_once()


@on_postgres_once(
    "reply",
    [
        "550 nope",
        "550 5.7.1 You may not write to this group: authentication required",
        "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org",
        "552 5.3.4 message too big for system",
        "450 4.7.1 authentication required",
    ],
)
@pytest.mark.parametrize("reader", ["reader002", "reader029"])
def test_one_reader_whose_server_refuses_us_does_not_hold_up_the_others_for_ever(
    scene: Scenes, reply: str, reader: str
) -> None:
    here = scene(FarSideServer(to={f"{reader}@example.org": reply}), READERS[:30])
    for _ in range(4):
        here.world.run(rounds=120, seconds=120)
        if here.world.status(here.campaign_id) is CampaignStatus.SENT:
            break
        assert set(here.counts()) == {S.ACCEPTED, S.QUEUED}
        here.resume()
    here.world.run(rounds=120, seconds=120)
    assert here.world.status(here.campaign_id) is CampaignStatus.SENT
    assert here.counts()[S.ACCEPTED] == 29
    assert here.server.sent() == Counter(f"{name}@example.org" for name in READERS[:30] if name != reader)
    with here.world.database.read() as session:
        assert session.exec(select(Suppression)).all() == []


def test_readers_who_were_refused_alike_are_shown_when_the_campaign_is_sent(scene: Scenes) -> None:
    group = {f"reader00{number}@example.org": "550 not to this group" for number in range(3)}
    here = scene(FarSideServer(to=group), READERS[:12])
    here.world.run(rounds=300, seconds=60)
    assert here.world.status(here.campaign_id) is CampaignStatus.SENT
    assert here.counts() == {S.ACCEPTED: 9, S.FAILED: 3}
    with here.world.database.read() as session:
        [item] = needs_attention(session, now=here.world.clock.now())
    assert (item.code, item.params["count"], item.campaign_id) == ("campaigns-need-refused", 3, here.campaign_id)
    assert "not to this group" in (item.detail or "")
    assert not item.stops_mail


def test_later_for_everybody_uses_up_nobodys_attempts(scene: Scenes) -> None:
    here = scene(FarSideServer(says="450 4.3.2 try again later"))
    for _ in range(3):
        here.world.run(rounds=60, seconds=60)
        assert here.counts() == {S.QUEUED: MANY}
        campaign = here.world.campaign(here.campaign_id)
        assert (campaign.status, campaign.pause_reason) == (CampaignStatus.PAUSED, PauseReason.ERROR_THRESHOLD)
        assert "try again later" in (campaign.pause_detail or "")
        here.resume()
    assert {delivery.attempt_count for delivery in here.world.deliveries(here.campaign_id)} == {0}
    here.far.says = ""
    assert here.is_sent_to_everybody_once()


def test_later_for_all_who_are_left_is_not_their_fault_either(scene: Scenes) -> None:
    here = scene(FarSideServer(says="451 4.7.1 not now", after=27))
    here.world.run(rounds=200, seconds=60)
    assert here.counts() == {S.ACCEPTED: 27, S.QUEUED: 33}
    assert here.world.campaign(here.campaign_id).pause_reason is PauseReason.ERROR_THRESHOLD
    here.far.says = ""
    here.resume()
    assert here.is_sent_to_everybody_once()


def test_later_for_one_is_theirs_alone_and_holds_up_nobody(scene: Scenes) -> None:
    reader = "reader007@example.org"
    here = scene(FarSideServer(to={reader: "450 4.2.0 try again later"}))
    here.world.run(rounds=300, seconds=60)
    assert here.counts() == {S.ACCEPTED: MANY - 1, S.FAILED: 1}
    assert here.world.status(here.campaign_id) is CampaignStatus.SENT
    assert here.sender().paused_reason is None
    assert here.far.asked[reader] == DeliverySettings.of(here.world.settings).max_attempts


@on_postgres_once("reply", ["552 5.3.4 message too big for system", "552 exceeded storage allocation"])
def test_a_text_that_is_refused_in_one_language_costs_that_language_no_copies(scene: Scenes, reply: str) -> None:
    slovenes = [f"bralka{number:02}" for number in range(12)]
    far = FarSideServer(at_the_end={f"{name}@example.org": reply for name in slovenes})
    here = scene(far, READERS[:15], slovenes)
    here.world.run(rounds=20)
    campaign = here.world.campaign(here.campaign_id)
    assert (campaign.status, campaign.pause_reason) == (CampaignStatus.PAUSED, PauseReason.CONTENT_REJECTED)
    assert reply.rsplit(maxsplit=1)[-1] in (campaign.pause_detail or "")
    assert set(here.counts()) == {S.ACCEPTED, S.QUEUED}
    assert sum(here.far.asked[f"{name}@example.org"] for name in slovenes) == 1, "it stops at that message"
    far.at_the_end.clear()
    here.resume()
    assert here.is_sent_to_everybody_once([*READERS[:15], *slovenes])


@on_postgres_once(
    "reply",
    [
        "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org",
        "550 5.7.1 blocked",
        "554 5.7.1 Relay access denied",
    ],
)
def test_a_policy_against_us_costs_no_reader_their_copy(scene: Scenes, reply: str) -> None:
    here = scene(FarSideServer(says=reply, after=3), READERS[:8])
    here.world.run(rounds=20)
    assert here.counts() == {S.ACCEPTED: 3, S.QUEUED: 5}
    assert here.sender().paused_reason == "delivery-provider-misconfigured"
    here.far.says = ""
    here.resume()
    assert here.is_sent_to_everybody_once(READERS[:8])


GONE = ["550 5.1.1 User unknown in virtual mailbox table", "556 5.1.10 Recipient address has null MX"]
NOT_GONE = ["552 5.2.2 mailbox full", "550 5.2.1 mailbox disabled", "550 5.6.7 Non-ASCII addresses not permitted"]


@on_postgres_once("reply", GONE)
def test_who_is_refused_as_gone_gets_no_more_mail(scene: Scenes, reply: str) -> None:
    here = scene(FarSideServer(to={"reader003@example.org": reply}), READERS[:8])
    [suppression] = _suppressed_by_one_refusal(here)
    with here.world.database.read() as session:
        reader = session.exec(select(Subscriber).where(Subscriber.address == "reader003@example.org")).one()
    assert (suppression.address_hash, suppression.reason) == (reader.address_hash, SuppressionReason.BOUNCED)
    assert suppression.detail.startswith("delivery:")


@on_postgres_once("reply", NOT_GONE)
def test_who_is_refused_for_another_reason_is_written_to_again(scene: Scenes, reply: str) -> None:
    here = scene(FarSideServer(to={"reader003@example.org": reply}), READERS[:8])
    assert _suppressed_by_one_refusal(here) == []


def _suppressed_by_one_refusal(here: Scene) -> Sequence[Suppression]:
    here.world.run(rounds=20)
    assert here.counts() == {S.ACCEPTED: 7, S.REJECTED: 1}
    assert here.world.status(here.campaign_id) is CampaignStatus.SENT
    with here.world.database.read() as session:
        return session.exec(select(Suppression)).all()


def test_a_directory_that_is_down_makes_nobody_gone_until_a_person_has_looked(scene: Scenes) -> None:
    here = scene(FarSideServer(says="550 5.1.1 User unknown in relay recipient table", after=20), READERS)
    here.world.run(rounds=20)
    assert here.counts() == {S.ACCEPTED: 20, S.QUEUED: 40}
    assert here.sender().paused_reason == "delivery-provider-refuses-everybody"
    with here.world.database.read() as session:
        assert session.exec(select(Suppression)).all() == []
    here.far.says = ""
    here.resume()
    assert here.is_sent_to_everybody_once()
