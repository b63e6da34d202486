"""`bilten demo`: sets itself up, runs the main job, tells what came of it, and serves the web app."""

import signal
import time
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.output import Json, answer, workplace

if TYPE_CHECKING:
    from cli.demo.environment import Stage
    from cli.demo.scenario import Play

app = typer.Typer()
PORT = 8000


@app.command("demo")
def demo(
    context: typer.Context,
    *,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the web app when done.")] = True,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The web app's port; 0 takes a free one.")] = PORT,
    folder: Annotated[Path, typer.Option(help="Where everything goes; made anew each time.")] = Path("var/demo"),
    _: Json = False,
) -> None:
    """Show the main job on made-up readers: news, campaigns, delivery. Nothing leaves this machine."""
    from cli.demo.environment import set_stage
    from cli.demo.scenario import Play
    from cli.demo.summary import Account
    from core.logging import configure_logging

    here = workplace(context)
    began = time.monotonic()
    # A run that only reports needs no address that anybody would type.
    wanted = port if serve else 0
    configure_logging(level="debug" if here.debug else "error", style="console")
    with set_stage(folder.resolve(), port=wanted, language=here.language) as stage:
        play = Play(stage, Account(here))
        play.run()
        summary = _summary(play, seconds=time.monotonic() - began)
        play.account.step("cli-demo-done", messages=summary["messages"], folder=summary["outbox"])
        if serve:
            _invite(stage, play)
        answer(here, summary)
        if serve:
            _wait_for_the_end()


def _summary(play: "Play", *, seconds: float) -> dict[str, Any]:
    from campaigns.queries import list_campaigns

    with play.stage.database.read() as session:
        campaigns = sorted(list_campaigns(session, limit=100), key=lambda campaign: campaign.id)
    return {
        "news_items": play.items,
        "subscribers": {"imported": play.imported, "refused": len(play.refused)},
        "campaigns": [
            _told(play, campaign.id, campaign.name, campaign.kind, campaign.status) for campaign in campaigns
        ],
        "outbox": str(play.stage.outbox),
        "messages": len(list(play.stage.outbox.glob("*.eml"))),
        "seconds": round(seconds, 1),
    }


def _told(play: "Play", campaign_id: int, name: str, kind: str, status: str) -> dict[str, Any]:
    known = play.report(campaign_id)
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


def _invite(stage: "Stage", play: "Play") -> None:
    account = play.account
    account.step("cli-demo-step-look")
    account.say("cli-demo-look-web", url=f"{stage.url}/campaigns")
    account.say("cli-demo-look-sign-in", address=play.people.sign_in, password=play.people.password)
    account.say("cli-demo-look-simulator", url=f"{stage.far_side.url}/simulator/")
    account.say("cli-demo-look-end")


def _wait_for_the_end() -> None:
    ended = Event()
    before = {number: signal.signal(number, lambda *_: ended.set()) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        ended.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
