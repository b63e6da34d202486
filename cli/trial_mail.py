"""Smoke test: `bilten doctor --mail ADDRESS` sends one email through each sender."""

from collections.abc import Iterator

from cli.context import CliContext
from core.addresses import AddressRefused, EmailAddress
from core.errors import InputRefused, Param
from delivery.providers import PROVIDERS
from delivery.senders.senders import list_senders
from delivery.senders.trial_message import TrialText, try_sender
from delivery.tables import Sender
from scheduler.health.health_check import HealthCheck, Level


def send_trials(context: CliContext, address: str) -> Iterator[HealthCheck]:
    """What came of each. Raises InputRefused for what is no address, before anything is sent."""
    try:
        to = EmailAddress.parse(address)
    except AddressRefused as error:
        raise InputRefused("cli-doctor-mail-address", problem=str(error)) from None
    with context.database.read() as session:
        senders = [sender for sender in list_senders(session) if sender.provider in PROVIDERS]
    for sender in senders:
        yield _trial(context, sender, to)


def _trial(context: CliContext, sender: Sender, to: EmailAddress) -> HealthCheck:
    params: dict[str, Param] = {"name": sender.name, "provider": sender.provider}
    content = TrialText(
        context.text("delivery-trial-subject", **params), context.text("delivery-trial-text", **params)
    )
    problem = try_sender(
        sender,
        to.value,
        content,
        settings=context.settings,
        signer=context.signer,
        now=context.clock.now(),
    )
    if problem:
        return HealthCheck(Level.PROBLEM, "cli-doctor-mail-refused", params, provider_message=problem)
    return HealthCheck(Level.GOOD, "cli-doctor-mail-sent", params)
