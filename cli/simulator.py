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
            faults=tuple(parse_fault(one) for one in fault or ()),
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
    if config.webhook_dialect != "sendgrid" or config.webhook_url is None:
        return []
    key = _public_half(config.webhook_secret)
    return (
        []
        if key == context.settings.sendgrid_webhook_key
        else [context.text("cli-simulator-sendgrid-key", key=key)]
    )


def _api_keys(settings: "Settings") -> dict[str, str]:
    """What Bilten will say to each of them."""
    return {
        "brevo": settings.brevo_api_key.get_secret_value(),
        "mailgun": settings.mailgun_api_key.get_secret_value(),
        "mailjet": settings.mailjet_api_key.get_secret_value(),
        "postmark": settings.postmark_server_token.get_secret_value(),
        "resend": settings.resend_api_key.get_secret_value(),
        "scaleway": settings.scaleway_secret_key.get_secret_value(),
        "sendgrid": settings.sendgrid_api_key.get_secret_value(),
        "ses": settings.ses_secret_access_key.get_secret_value(),
    }


def _webhooks(context: CliContext, name: str, folder: Path) -> dict[str, Any]:
    """Where and how events are posted. Nowhere if Bilten is reached under a name on the network, because the
    simulator posts to this machine only; nor where nobody could prove them: Amazon's come with its certificate.
    """
    from core.loopback import is_loopback
    from delivery.senders.senders import find_sender

    if not is_loopback(context.settings.public_url):
        return {}
    with context.database.read() as session:
        found = find_sender(session, name)
    if found is None:
        raise NotFound("cli-sender-unknown", name=name)
    secret = _webhook_secret(context.settings, found.provider, folder)
    if secret is None:
        return {}
    url = f"{context.settings.public_url}/webhooks/{found.webhook_token}"
    return {"webhook_url": url, "webhook_dialect": found.provider, "webhook_secret": secret}


def _webhook_secret(settings: "Settings", provider: str, folder: Path) -> str | None:
    shared = {
        "brevo": settings.brevo_webhook_secret,
        "mailgun": settings.mailgun_webhook_key,
        "mailjet": settings.mailjet_webhook_secret,
        "postmark": settings.postmark_webhook_secret,
        "resend": settings.resend_webhook_secret,
    }
    if provider in shared:
        return shared[provider].get_secret_value() or None
    return _signing_key(folder / "sendgrid-key") if provider == "sendgrid" else None


def _signing_key(path: Path) -> str:
    """A private key of this simulator's own, made once: its public half is a setting of Bilten's."""
    from base64 import b64encode

    from cryptography.hazmat.primitives import serialization as form
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

    if not path.exists():
        made = generate_private_key(SECP256R1())
        private = made.private_bytes(form.Encoding.DER, form.PrivateFormat.PKCS8, form.NoEncryption())
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(b64encode(private).decode())
    return path.read_text()


def _public_half(private: str) -> str:
    from base64 import b64decode, b64encode

    from cryptography.hazmat.primitives import serialization as form

    key = form.load_der_private_key(b64decode(private), password=None).public_key()
    return b64encode(key.public_bytes(form.Encoding.DER, form.PublicFormat.SubjectPublicKeyInfo)).decode()
