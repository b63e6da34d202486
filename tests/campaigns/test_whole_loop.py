"""The whole loop at each provider: over real HTTP to the simulator, and what it posts back into Bilten."""

import base64
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization as form
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1
from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key as a_curve_key
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key as an_rsa_key
from cryptography.hazmat.primitives.hashes import SHA256
from pydantic import SecretStr
from sqlalchemy import update
from sqlmodel import select

from campaigns.sending.feedback import process_webhooks
from campaigns.sending.reconcile import reconcile_in_doubt
from campaigns.services import build_services
from campaigns.status import CampaignStatus
from core.db import Database
from core.settings import Settings
from delivery.message.outgoing import OutgoingBatch, OutgoingMessage
from delivery.providers import build_provider, build_webhook_parser, capabilities_of, settings_of
from delivery.providers.base import Provider
from delivery.providers.ses.webhooks import SesWebhookParser
from delivery.providers.settings import SIMULATOR_URL
from delivery.status import DeliveryStatus
from delivery.tables import Sender
from simulator.config import SimulatorConfig
from simulator.dialects import DIALECTS
from simulator.dialects.ses import CERTIFICATE, TOPIC
from simulator.faults import Fault, FaultKind
from simulator.serve import SimulatorThread
from subscribers.tables import Suppression, SuppressionReason
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite
from tests.web.browser import browser
from tests.with_variables import with_variables
from web.app import create_app

SECRET = "simulator"
READERS = ["ana", "bounce-bor", "complain-cene", "soft-dora", "eva"]
ITS_OWN_HEADERS = {"brevo": {"X-Mailin-custom"}}
CAMPAIGN_PROVIDERS = [name for name in DIALECTS if capabilities_of(name).carries_campaigns]


@dataclass
class Posts:
    """What the provider posts to Bilten, kept until the test hands it over."""

    requests: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    url: str = ""


@pytest.fixture
def posts() -> Iterator[Posts]:
    kept = Posts()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            kept.requests.append((dict(self.headers.items()), body))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Tests are quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    kept.url = f"http://127.0.0.1:{server.server_port}/"
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield kept
    server.shutdown()
    server.server_close()


@dataclass
class Loop:
    name: str
    world: World
    far: SimulatorThread
    posts: Posts
    batches: list[OutgoingBatch]

    def hand_over(self) -> None:
        """Everything that was posted goes through Bilten's own door, and is read."""
        assert self.far.simulation.poster.wait_until_idle(20)
        app = create_app(build_services(self.world.settings, self.world.database, self.world.clock))
        with browser(app) as client:
            for headers, body in self.posts.requests:
                kept = {
                    name: value for name, value in headers.items() if name.lower() not in ("host", "connection")
                }
                answer = client.post(f"/webhooks/{'t' * 40}", content=body, headers=kept)
                assert answer.status_code == 204, answer.text
        process_webhooks(self.world.context)

    def received(self) -> dict[str, int]:
        return self.far.simulation.ledger.count_by_address()

    def sent(self) -> list[OutgoingMessage]:
        return [message for batch in self.batches for message in batch.messages]


@pytest.fixture(params=CAMPAIGN_PROVIDERS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def keys(name: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, dict[str, Any]]:
    return KEYS[name](monkeypatch) if name in KEYS else (SECRET, {})


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    return make_world(database, clock, settings)


@pytest.fixture
def loop(name: str, world: World, posts: Posts, keys: tuple[str, dict[str, Any]]) -> Iterator[Loop]:
    (secret, own), settings, database = keys, world.settings, world.database
    config = SimulatorConfig(
        webhook_url=posts.url, webhook_dialect=name, webhook_secret=secret, webhook_delay=0, retry_delays=()
    )
    with SimulatorThread(config, world.clock) as far:
        with_path = settings_of(name, settings).plain("base_url").removeprefix(SIMULATOR_URL)
        mine = with_variables(settings, **{f"{name}_base_url": far.url + with_path}, **own)
        made = Loop(name, world, far, posts, [])
        provider = _watched(build_provider(name, mine), made.batches)
        world.context = replace(
            world.context,
            services=replace(world.context.services, settings=mine),
            provider=lambda _: provider,
            report_parser=lambda _: build_webhook_parser(name, mine),
        )
        with database.write() as session:
            session.exec(update(Sender).values(provider=name))
        world.add_readers(READERS)
        yield made
        provider.close()


def _watched(provider: Provider, batches: list[OutgoingBatch]) -> Provider:
    send = provider.send

    def watched(batch: OutgoingBatch) -> Any:
        batches.append(batch)
        return send(batch)

    provider.send = watched  # type: ignore[method-assign]  # to see what it is given
    return provider


Keys = Callable[[pytest.MonkeyPatch], tuple[str, dict[str, Any]]]
"""The simulator's secret, and the settings with which Bilten believes it."""


def _resend(_: pytest.MonkeyPatch) -> tuple[str, dict[str, Any]]:
    return SimulatorConfig().signing_secret(), {}


def _mailgun(_: pytest.MonkeyPatch) -> tuple[str, dict[str, Any]]:
    return SECRET, {"mailgun_webhook_key": SecretStr(SECRET)}


def _sendgrid(_: pytest.MonkeyPatch) -> tuple[str, dict[str, Any]]:
    key = a_curve_key(SECP256R1())
    public = key.public_key().public_bytes(form.Encoding.DER, form.PublicFormat.SubjectPublicKeyInfo)
    private = key.private_bytes(form.Encoding.DER, form.PrivateFormat.PKCS8, form.NoEncryption())
    return base64.b64encode(private).decode(), {"sendgrid_webhook_key": base64.b64encode(public).decode()}


def _ses(monkeypatch: pytest.MonkeyPatch) -> tuple[str, dict[str, Any]]:
    """Amazon's certificate comes from Amazon, and only from there: here it is handed over."""
    key = an_rsa_key(65537, 2048)
    pem = _certificate(key)

    def fetch(url: str) -> bytes:
        assert url == CERTIFICATE
        return pem

    def build(*_: object) -> SesWebhookParser:
        return SesWebhookParser(frozenset([TOPIC]), certificate=fetch)

    monkeypatch.setattr("delivery.providers.ses.build_webhook_parser", build)
    private = key.private_bytes(form.Encoding.DER, form.PrivateFormat.PKCS8, form.NoEncryption())
    return base64.b64encode(private).decode(), {"ses_topics": TOPIC}


def _certificate(key: RSAPrivateKey) -> bytes:
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "sns.amazonaws.com")])
    builder = x509.CertificateBuilder(
        issuer_name=name,
        subject_name=name,
        public_key=key.public_key(),
        serial_number=1,
        not_valid_before=NOON - timedelta(days=1),
        not_valid_after=NOON + timedelta(days=9),
    )
    return builder.sign(key, SHA256()).public_bytes(form.Encoding.PEM)


KEYS: dict[str, Keys] = {"resend": _resend, "mailgun": _mailgun, "sendgrid": _sendgrid, "ses": _ses}


def test_a_campaign_goes_out_and_what_became_of_it_comes_back(loop: Loop) -> None:
    campaign_id = loop.world.launched()
    loop.world.run(rounds=5)
    assert loop.received() == {f"{name}@example.org": 1 for name in READERS}
    loop.hand_over()
    report = loop.world.report(campaign_id)
    assert (report.accepted, report.delivered, report.bounced, report.complained) == (5, 4, 1, 1)
    with loop.world.database.read() as session:
        reasons = sorted(row.reason for row in session.exec(select(Suppression)).all())
    assert reasons == [SuppressionReason.BOUNCED, SuppressionReason.COMPLAINED]


@on_sqlite
def test_every_reader_gets_what_was_made_for_them_to_the_byte(loop: Loop) -> None:
    loop.world.launched()
    loop.world.run(rounds=5)
    ledger = loop.far.simulation.ledger
    arrived = {stored.mailbox: stored for stored in ledger.messages()}
    left_out = capabilities_of(loop.name).headers_not_carried
    assert len(arrived) == len(loop.sent()) == len(READERS)
    for message in loop.sent():
        received = arrived[message.to]
        body = ledger.body(received)
        assert (body["subject"], body["html"], body["text"]) == (message.subject, message.html, message.text)
        expected = {name: value for name, value in message.headers if name.lower() not in left_out}
        own = ITS_OWN_HEADERS.get(loop.name, set())
        assert {name: value for name, value in received.envelope.headers.items() if name not in own} == expected


@on_sqlite
def test_a_lost_answer_is_settled_and_nobody_is_mailed_twice(loop: Loop) -> None:
    loop.far.simulation.fault_plan.add(Fault(FaultKind.LOST_ANSWER))
    campaign_id = loop.world.launched()
    loop.world.run(rounds=3)
    loop.hand_over()  # where nothing can be asked, the events tell
    for _ in range(12):
        loop.world.clock.advance(minutes=15)
        reconcile_in_doubt(loop.world.context)
    loop.world.run(rounds=3)
    assert loop.received() == {f"{name}@example.org": 1 for name in READERS}
    assert loop.world.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED}
    assert loop.world.status(campaign_id) is CampaignStatus.SENT


@on_sqlite
def test_a_call_that_was_cut_off_before_it_arrived_is_made_again_where_that_can_be_known(loop: Loop) -> None:
    loop.far.simulation.fault_plan.add(Fault(FaultKind.CUT))
    campaign_id = loop.world.launched()
    loop.world.run(rounds=3)
    for _ in range(12):
        loop.world.clock.advance(minutes=15)
        reconcile_in_doubt(loop.world.context)
    loop.world.run(rounds=5)
    can = capabilities_of(loop.name)
    if can.idempotency or can.look_up:
        assert loop.received() == {f"{name}@example.org": 1 for name in READERS}
        assert loop.world.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED}
    else:
        assert loop.received() == {}
        assert loop.world.delivery_states(campaign_id) == {DeliveryStatus.IN_DOUBT}


@on_sqlite
@pytest.mark.parametrize("kind", [FaultKind.RATE_LIMIT, FaultKind.ERROR_ACCEPTED, FaultKind.GARBAGE_ACCEPTED])
def test_trouble_of_every_kind_forgets_nobody(loop: Loop, kind: FaultKind) -> None:
    loop.far.simulation.fault_plan.add(Fault(kind))
    campaign_id = loop.world.launched()
    loop.world.run(rounds=3)
    loop.hand_over()
    for _ in range(12):
        loop.world.clock.advance(minutes=15)
        reconcile_in_doubt(loop.world.context)
    loop.world.run(rounds=5)
    assert loop.received() == {f"{name}@example.org": 1 for name in READERS}
    assert loop.world.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED}


@on_sqlite
def test_a_quota_that_is_spent_pauses_the_sender_in_the_providers_words(loop: Loop) -> None:
    loop.far.simulation.fault_plan.add(Fault(FaultKind.QUOTA))
    loop.world.launched()
    loop.world.run(rounds=3)
    with loop.world.database.read() as session:
        sender = session.exec(select(Sender)).one()
    assert sender.paused_reason == "delivery-provider-quota-spent"
    assert sender.paused_detail
    assert loop.received() == {}
