"""`bilten simulator`: a provider that sends nothing, to rehearse with."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.context import CliContext
from cli.output import Json, cli_context, print_answer
from core.errors import InputRefused, NotFound, Unavailable

if TYPE_CHECKING:
    from core.settings import Settings
    from simulator.config import SimulatorConfig

app = typer.Typer()
Rate = Annotated[float, typer.Option(min=0, max=1, help="The share of addresses, 0 to 1, drawn from the seed.")]


@app.command("simulator")
def simulator(
    ctx: typer.Context,
    *,
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port on 127.0.0.1.")] = 8025,
    sender: Annotated[str, typer.Option(help="The sender whose webhooks it sends.")] = "simulator",
    outbox: Annotated[
        Path | None, typer.Option(help="The folder for the .eml files; var/simulator/outbox if not given.")
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed makes the same addresses bounce.")] = 0,
    bounce_rate: Rate = 0.0,
    complaint_rate: Rate = 0.0,
    unsubscribe_rate: Rate = 0.0,
    fault: Annotated[
        list[str] | None,
        typer.Option(
            help="What happens to the next request, the one after it, and so on: rate_limit:30, quota, error, "
            "cut, garbage, error_accepted, lost_answer, garbage_accepted, slow:2.5, partly_refused:0,7 or none."
        ),
    ] = None,
    _: Json = False,
) -> None:
    """Act as the providers' APIs on 127.0.0.1, keep each email as a file, send webhooks back. Stop it with Ctrl-C.

    Each provider's paths are there, under the base URLs that are the defaults in the settings.
    """
    from simulator.config import ConfigRefused, SimulatorConfig
    from simulator.faults import FaultRefused, parse_fault
    from simulator.serve import listen, run_simulator

    context = cli_context(ctx)
    folder = context.settings.var_dir / "simulator"
    try:
        config = SimulatorConfig(
            api_keys=_api_keys(context.settings),
            **_webhooks(context, sender, folder),
            outbox=outbox or folder / "outbox",
            journal=folder / "journal.jsonl",
            seed=seed,
            bounce_rate=bounce_rate,
            complaint_rate=complaint_rate,
            unsubscribe_rate=unsubscribe_rate,
            faults=tuple(parse_fault(text) for text in fault or ()),
        )
    except (ConfigRefused, FaultRefused) as error:
        raise InputRefused("cli-simulator-refused", problem=str(error)) from None
    try:
        listening = listen(port)
    except ConfigRefused:
        raise Unavailable("cli-port-taken", host="127.0.0.1", port=str(port)) from None
    url = f"http://127.0.0.1:{port}"
    print_answer(
        context,
        {"url": url, "outbox": config.outbox, "webhook_url": config.webhook_url},
        context.text("cli-simulator-runs", url=url, outbox=str(config.outbox)),
        context.text("cli-simulator-webhooks" if config.webhook_url else "cli-simulator-no-webhooks"),
        *_what_to_set(context, config),
    )
    run_simulator(config, listening)


def _what_to_set(context: CliContext, config: "SimulatorConfig") -> list[str]:
    """What Bilten has to know before it believes webhooks that are signed with a key of the simulator's own."""
    from delivery.providers import settings_of
    from delivery.providers.settings import HttpProviderSettings
    from simulator.dialects import dialects

    if config.webhook_url is None:
        return []
    own = settings_of(config.webhook_dialect, context.settings)
    key = dialects()[config.webhook_dialect].verification_key(config.signing_secret())
    field = own.verification_key_field if isinstance(own, HttpProviderSettings) else None
    if key is None or field is None or own.plain(field) == key:
        return []
    return [context.text("cli-simulator-verification-key", setting=own.variable(field), key=key)]


def _api_keys(settings: "Settings") -> dict[str, str]:
    """What Bilten will say to each of them."""
    from delivery.providers import settings_of
    from delivery.providers.settings import HttpProviderSettings
    from simulator.dialects import DIALECTS

    own = {name: settings_of(name, settings) for name in DIALECTS}
    return {name: each.shown_key() for name, each in own.items() if isinstance(each, HttpProviderSettings)}


def _webhooks(context: CliContext, name: str, folder: Path) -> dict[str, Any]:
    """Where and how events are posted. Nowhere if Bilten is reached under a name on the network, because the
    simulator posts to this machine only; nor where nobody here could prove them.
    """
    from core.loopback import is_loopback
    from core.public_urls import webhook_url
    from delivery.senders.senders import find_sender

    if not is_loopback(context.settings.public_url):
        return {}
    with context.database.read() as session:
        sender = find_sender(session, name)
    # It runs for hours and asks nothing more: a connection kept open would hold up `bilten restore`.
    context.database.dispose()
    if sender is None:
        raise NotFound("cli-sender-unknown", name=name)
    secret = _webhook_secret(context.settings, sender.provider, folder)
    if secret is None:
        return {}
    url = webhook_url(context.settings.public_url, sender.webhook_token)
    return {"webhook_url": url, "webhook_dialect": sender.provider, "webhook_secret": secret}


def _webhook_secret(settings: "Settings", provider: str, folder: Path) -> str | None:
    from delivery.providers import settings_of
    from delivery.providers.settings import HttpProviderSettings
    from simulator.dialects import dialects

    own, dialect = settings_of(provider, settings), dialects().get(provider)
    if dialect is None or not isinstance(own, HttpProviderSettings):
        return None
    return dialect.secret_for_webhooks(own.webhook_proof(), folder)
