"""`bilten demo`: sets itself up, runs the main job, tells what came of it, and serves the web app."""

import signal
import time
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.output import Json, cli_context, print_answer

if TYPE_CHECKING:
    from cli.demo.scenario import ScenarioState

app = typer.Typer()
PORT = 8000


@app.command("demo")
def demo(
    ctx: typer.Context,
    *,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the web app when done.")] = True,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The web app's port; 0 takes a free one.")] = PORT,
    folder: Annotated[Path, typer.Option(help="The folder for everything; created anew each time.")] = Path(
        "var/demo"
    ),
    _: Json = False,
) -> None:
    """Show the main tasks with made-up readers: news, campaigns, delivery. Nothing leaves this machine."""
    from cli.demo.environment import demo_environment
    from cli.demo.scenario import ScenarioState
    from cli.demo.summary import Summary
    from cli.demo.things_to_try import suggest_things_to_try
    from core.logging import configure_logging

    context = cli_context(ctx)
    began = time.monotonic()
    # A run that only reports needs no address that anybody would type.
    wanted = port if serve else 0
    configure_logging(level="debug" if context.debug else "error", style="console")
    with demo_environment(folder.resolve(), port=wanted, language=context.language) as environment:
        scenario = ScenarioState(environment, Summary(context))
        scenario.run()
        things = scenario.leave_things_to_try()
        summary = _summary(scenario, seconds=time.monotonic() - began)
        scenario.summary.step("cli-demo-done", messages=summary["messages"], folder=summary["outbox"])
        if serve:
            suggest_things_to_try(scenario.summary, environment, scenario.people, things)
        print_answer(context, summary)
        if serve:
            _wait_for_the_end()


def _summary(scenario: "ScenarioState", *, seconds: float) -> dict[str, Any]:
    from campaigns.queries import list_campaigns
    from cli.demo.things_to_try import count_sent_mails

    with scenario.environment.database.read() as session:
        campaigns = sorted(list_campaigns(session, limit=100), key=lambda campaign: campaign.id)
    return {
        "news_items": scenario.items,
        "subscribers": {"imported": scenario.imported, "refused": len(scenario.refused)},
        "campaigns": [
            _campaign_summary(scenario, campaign.id, campaign.name, campaign.kind, campaign.status)
            for campaign in campaigns
        ],
        "outbox": str(scenario.environment.outbox),
        "messages": len(list(scenario.environment.outbox.glob("*.eml"))),
        "staff_messages": count_sent_mails(scenario.environment.database),
        "seconds": round(seconds, 1),
    }


def _campaign_summary(
    scenario: "ScenarioState", campaign_id: int, name: str, kind: str, status: str
) -> dict[str, Any]:
    known = scenario.report(campaign_id)
    return {
        "id": campaign_id,
        "name": name,
        "kind": str(kind),
        "status": str(status),
        "recipients": known.recipients,
        "accepted": known.accepted,
        "delivered": known.delivered,
        "bounced": known.bounced,
        "complained": known.complained,
        "skipped": sum(known.skipped.values()),
    }


def _wait_for_the_end() -> None:
    ended = Event()
    before = {number: signal.signal(number, lambda *_: ended.set()) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        ended.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
