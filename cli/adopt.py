"""`bilten adopt`: go on with a database that was put back, copied or moved here."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import CliContext
from cli.output import Json, cli_context, print_answer

if TYPE_CHECKING:
    from campaigns.restore.adopt import AdoptReport
    from campaigns.restore.replay import ReplayReport

app = typer.Typer()


@app.command("adopt")
def adopt(
    ctx: typer.Context,
    *,
    apply: Annotated[
        bool, typer.Option("--apply", help="Do it. Without this, Bilten only says what it would do.")
    ] = False,
    is_latest: Annotated[
        bool,
        typer.Option(
            "--is-latest", help="You are certain that nothing was sent after this state: it was moved here."
        ),
    ] = False,
    journals: Annotated[
        list[Path] | None,
        typer.Option(
            "--journal", help="The journal folder of another machine that worked on this database, copied here."
        ),
    ] = None,
    _: Json = False,
) -> None:
    """Continue with a database that was restored, copied or moved here, after adding what has happened since.

    Says what it would do; with --apply it does so, and sending begins.
    """
    from campaigns.restore.adopt import adopt as adopt_database
    from scheduler.build import build_job_context
    from staff.principal import OPERATOR

    context = cli_context(ctx)
    job_context = build_job_context(context.services)
    done = adopt_database(
        job_context,
        apply=apply,
        actor=OPERATOR,
        now=context.clock.now(),
        is_latest=is_latest,
        journals=journals or (),
    )
    print_answer(context, _data(done), *_lines(context, done))


def _data(done: "AdoptReport") -> dict[str, object]:
    replay = asdict(done.replay) if done.replay else None
    return {"before": done.before, "is_done": done.is_done, "replay": replay}


def _lines(context: CliContext, done: "AdoptReport") -> list[str]:
    from core.generation.verdict import held_code

    why = context.text(held_code(done.before))
    if done.replay is None:
        return [why, context.text("cli-adopt-nothing")]
    return [
        why,
        *replay_lines(context, done.replay),
        context.text(f"cli-adopt-{'done' if done.is_done else 'looked'}"),
    ]


def replay_lines(context: CliContext, replay: "ReplayReport") -> list[str]:
    """What a replay did, for people."""
    lines = [context.text("cli-adopt-whole" if replay.is_whole else "cli-adopt-parts")]
    counts = ("calls", "noes", "suppressed", "erased", "lists", "questions", "automations", "in_doubt")
    lines += [context.text(f"cli-adopt-{name.replace('_', '-')}", count=getattr(replay, name)) for name in counts]
    for name in ("goes_on", "paused", "cancelled", "perhaps_sent", "silenced", "unknown"):
        names = getattr(replay, name)
        if names:
            lines.append(context.text(f"cli-adopt-{name.replace('_', '-')}", names=", ".join(names)))
    return lines
