"""Health of the way out: senders, their providers, what their domains say, and whether there is a spam filter."""

import socket
from collections.abc import Iterator

from core.errors import Param
from core.settings import Settings
from core.signing import Signer
from delivery.errors import ProviderError
from delivery.providers import build_provider, capabilities_of, known_providers, settings_of
from delivery.providers.base import Provider, SessionProvider, Tracking
from delivery.senders.bounce_address import takes_bounce_address, trial_envelope_from
from delivery.senders.sender_domain import RemarkKind, examine_domain
from delivery.senders.senders import list_senders, sends_by_mail
from delivery.tables import Sender
from scheduler.health.context import HealthContext
from scheduler.health.health_check import HealthCheck, Level

CONNECT_TIMEOUT = 5.0
"""Seconds."""
DOMAIN_TIMEOUT = 8.0
"""Seconds for one sender's domain."""


def check_senders(context: HealthContext) -> Iterator[HealthCheck]:
    with context.database.read() as session:
        senders = list_senders(session)
    if not senders:
        yield HealthCheck(Level.PROBLEM, "scheduler-health-no-sender")
    for sender in senders:
        if sender.provider not in known_providers():
            params: dict[str, Param] = {"name": sender.name, "provider": sender.provider}
            yield HealthCheck(Level.PROBLEM, "scheduler-health-provider-unknown", params)
            continue
        yield _check_provider(context.settings, sender)
        yield from check_tracking(context.settings, sender)
        yield from check_bounces(sender)


def _check_provider(settings: Settings, sender: Sender) -> HealthCheck:
    """That somebody is there, and that a mail server would take mail. Whether a provider's key is right shows when
    mail is sent, or costs a request."""
    host, port = settings_of(sender.provider, settings).endpoint or ("", 0)
    params: dict[str, Param] = {"name": sender.name, "provider": sender.provider, "host": f"{host}:{port}"}
    if not host:
        return HealthCheck(Level.GOOD, "scheduler-health-provider-local", params)
    try:
        socket.create_connection((host, port), timeout=CONNECT_TIMEOUT).close()
    except OSError:
        return HealthCheck(Level.PROBLEM, "scheduler-health-provider-silent", params)
    if capabilities_of(sender.provider).opens_session:
        envelope = trial_envelope_from(Signer(settings.secret_key.get_secret_value()), sender)
        return _check_session(build_provider(sender.provider, settings), sender, envelope, params)
    return HealthCheck(Level.GOOD, "scheduler-health-provider", params)


def _check_session(provider: Provider, sender: Sender, envelope: str, params: dict[str, Param]) -> HealthCheck:
    """All that comes before a reader's address: a session that fails now would fail for a campaign."""
    try:
        if isinstance(provider, SessionProvider):
            provider.check_session(from_address=sender.from_address, envelope_from=envelope)
    except ProviderError as error:
        return HealthCheck(
            Level.PROBLEM,
            "scheduler-health-session-refused",
            params,
            advice="scheduler-health-session-advice",
            provider_message=error.detail,
        )
    finally:
        provider.close()
    return HealthCheck(Level.GOOD, "scheduler-health-session", params)


def check_tracking(settings: Settings, sender: Sender) -> Iterator[HealthCheck]:
    """Only where mail really goes: the simulator tracks nobody."""
    if not settings_of(sender.provider, settings).leaves_this_machine:
        return
    if capabilities_of(sender.provider).tracking is Tracking.ACCOUNT_ONLY:
        params: dict[str, Param] = {"name": sender.name, "provider": sender.provider}
        yield HealthCheck(Level.WARNING, "scheduler-health-tracking-account", params)


def check_bounces(sender: Sender) -> Iterator[HealthCheck]:
    """Bounces that go to a person's mailbox are known to nobody here."""
    if takes_bounce_address(sender) and sender.bounce_address is None:
        yield HealthCheck(Level.WARNING, "scheduler-health-bounces-unread", {"name": sender.name})


def check_domains(context: HealthContext) -> Iterator[HealthCheck]:
    dns = context.probes.dns
    if dns is None:
        yield HealthCheck(Level.GOOD, "scheduler-health-outbound-off")
        return
    with context.database.read() as session:
        senders = [sender for sender in list_senders(session) if sends_by_mail(sender)]
    domains = dict.fromkeys((sender.domain, sender.provider, sender.envelope_domain) for sender in senders)
    for domain, provider, envelope in domains:
        for remark in examine_domain(
            domain, provider=provider, dns=dns, seconds=DOMAIN_TIMEOUT, envelope_domain=envelope
        ):
            level = Level.WARNING if remark.kind is RemarkKind.MEND else Level.GOOD
            yield HealthCheck(level, remark.code, remark.params)


def check_spam_filter(context: HealthContext) -> Iterator[HealthCheck]:
    is_there = context.probes.spam_filter is not None
    yield HealthCheck(
        Level.GOOD, "scheduler-health-spam-filter" if is_there else "scheduler-health-spam-filter-none"
    )
