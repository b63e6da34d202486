"""`bilten simulator`: a provider that sends nothing, to rehearse with."""

from pathlib import Path
from typing import Annotated

import typer

from cli.answer import Json, answer, workplace
from cli.context import Workplace
from core.errors import InputRefused, NotFound, Unavailable

app = typer.Typer()
Rate = Annotated[float, typer.Option(min=0, max=1, help="The share of addresses, 0 to 1, drawn from the seed.")]


@app.command("simulator")
def simulator(
    context: typer.Context,
    *,
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port on 127.0.0.1.")] = 8025,
    sender: Annotated[str, typer.Option(help="The sender whose webhooks it posts back.")] = "simulator",
    outbox: Annotated[
        Path | None, typer.Option(help="Where .eml files go; var/simulator/outbox if not given.")
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed makes the same addresses bounce.")] = 0,
    bounce_rate: Rate = 0.0,
    complaint_rate: Rate = 0.0,
    unsubscribe_rate: Rate = 0.0,
    fault: Annotated[
        list[str] | None,
        typer.Option(
            help="What the next request meets, the one after it, and so on: rate_limit:30, quota, error, cut, "
            "garbage, error_accepted, lost_answer, garbage_accepted, slow:2.5, partly_refused:0,7 or none."
        ),
    ] = None,
    _: Json = False,
) -> None:
    """Speak Resend's API on 127.0.0.1, keep every message as a file, and post webhooks back. Ends with Ctrl-C."""
    from simulator.config import ConfigRefused, SimulatorConfig
    from simulator.faults import FaultRefused, parse_fault
    from simulator.serve import listen, run_simulator

    here = workplace(context)
    folder = here.settings.var_dir / "simulator"
    try:
        config = SimulatorConfig(
            webhook_url=_webhook_url(here, sender),
            api_key=here.settings.resend_api_key.get_secret_value(),
            webhook_secret=here.settings.resend_webhook_secret.get_secret_value(),
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
    answer(
        here,
        {"url": url, "outbox": config.outbox, "webhook_url": config.webhook_url},
        here.text("cli-simulator-runs", url=url, outbox=str(config.outbox)),
        here.text("cli-simulator-webhooks" if config.webhook_url else "cli-simulator-no-webhooks"),
    )
    run_simulator(config, listening)


def _webhook_url(here: Workplace, name: str) -> str | None:
    """None where Bilten is reached under a name on the network: the simulator posts to this machine only."""
    from core.loopback import is_loopback
    from delivery.senders import find_sender

    if not is_loopback(here.settings.public_url):
        return None

    with here.database.read() as session:
        found = find_sender(session, name)
    if found is None:
        raise NotFound("cli-sender-unknown", name=name)
    return f"{here.settings.public_url}/webhooks/{found.webhook_token}"
