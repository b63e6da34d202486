"""`bilten restore`: what a backup would bring back and take away, and then the restore itself."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.context import CliContext
from cli.output import Json, cli_context, print_answer, table

if TYPE_CHECKING:
    from campaigns.restore.adopt import AdoptReport
    from campaigns.restore.comparison import CampaignLine, Contents
    from campaigns.restore.restore_backup import RestoreReport
    from core.backup.manifest import Manifest
    from core.db import Database

app = typer.Typer()


@app.command("restore")
def restore(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The backup file.")],
    apply: Annotated[
        bool, typer.Option("--apply", help="Do it. Without this, it is only a trial run and nothing changes.")
    ] = False,
    journals: Annotated[
        list[Path] | None,
        typer.Option(
            "--journal", help="The journal folder of another machine that worked on this database, copied here."
        ),
    ] = None,
    _: Json = False,
) -> None:
    """Show what restoring this backup would do; with --apply, restore it. Stop Bilten everywhere first.

    The current database is not deleted: it is kept aside, and the command says where.
    """
    from campaigns.restore.adopt_restored import adopt_restored
    from campaigns.restore.restore_backup import restore_backup
    from core.backup.create import Source
    from core.generation.state_dir import StateDir
    from core.generation.successor import taken_back_if_it_fails
    from migrations.upgrade import upgrade
    from scheduler.build import build_job_context

    context = cli_context(ctx)
    now = context.clock.now()

    def adopt(restored: "Database", manifest: "Manifest") -> "AdoptReport":
        return adopt_restored(
            build_job_context(replace(context.unchecked_services, database=restored)),
            manifest,
            context.unchecked_database,
            apply=apply,
            now=now,
            journals=journals or [],
        )

    into = Source(context.unchecked_database, context.settings.assets_dir, context.secret)
    with taken_back_if_it_fails(StateDir(context.settings.state_path)):
        report = restore_backup(
            file,
            into,
            upgrade=upgrade,
            adopt=adopt,
            now=now,
            apply=apply,
        )
    print_answer(context, _data(report), *_lines(context, report))


def _lines(context: CliContext, report: "RestoreReport[AdoptReport]") -> list[str]:
    from core.backup.manifest import age_in_hours

    manifest, comparison = report.manifest, report.comparison
    hours = age_in_hours(manifest.made_at, context.clock.now())
    lines = [context.text("cli-restore-age", hours=hours, version=manifest.program, schema=manifest.revision)]
    lines.append(_contents(context, comparison.restored, comparison.present))
    if comparison.present is None:
        lines.append(context.text("cli-restore-nothing-to-compare"))
    lines += _campaigns(context, "cli-restore-lost", comparison.lost)
    lines += _campaigns(context, "cli-restore-under-way", comparison.under_way)
    lines.append(context.text("cli-restore-assets", count=report.new_assets))
    lines += _since(context, report.adopted)
    if report.aside is None:
        return [*lines, context.text("cli-restore-rehearsed")]
    aside = [context.text("cli-restore-aside", place=report.aside)] if report.aside else []
    return [*lines, *aside, context.text("cli-restore-done")]


def _since(context: CliContext, adopted: "AdoptReport") -> list[str]:
    from cli.adopt import replay_lines
    from core.generation.verdict import Verdict, held_code

    if adopted.replay is not None:
        return replay_lines(context, adopted.replay)
    if adopted.before is Verdict.MAY_SEND:
        return [context.text("cli-restore-nothing-since")]
    is_new = adopted.before is Verdict.UNKNOWN_HERE
    return [context.text("cli-restore-unknown-here" if is_new else held_code(adopted.before))]


def _contents(context: CliContext, then: "Contents", now: "Contents | None") -> str:
    heads = [context.text(f"cli-head-{head}") for head in ("what", "in-backup", "at-present")]
    kinds = ("subscribers", "unsubscribed", "suppressed", "campaigns")
    rows = [
        (context.text(f"cli-restore-{kind}"), getattr(then, kind), "–" if now is None else getattr(now, kind))
        for kind in kinds
    ]
    return table(heads, rows)


def _campaigns(context: CliContext, code: str, campaigns: "list[CampaignLine]") -> list[str]:
    from campaigns.restore.comparison import MAX_SHOWN

    if not campaigns:
        return []
    shown = [
        f"  {campaign.name} ({context.text(f'campaigns-status-{campaign.status}')})"
        for campaign in campaigns[:MAX_SHOWN]
    ]
    return [context.text(code, count=len(campaigns)), *shown, *(["  …"] if len(campaigns) > MAX_SHOWN else [])]


def _data(report: "RestoreReport[AdoptReport]") -> dict[str, Any]:
    from dataclasses import asdict

    comparison = report.comparison
    return {
        "applied": report.aside is not None,
        "made_at": report.manifest.made_at,
        "schema": report.manifest.revision,
        "identity": report.manifest.identity,
        "generation": report.manifest.generation,
        "backup": asdict(comparison.restored),
        "present": None if comparison.present is None else asdict(comparison.present),
        "lost": [asdict(campaign) for campaign in comparison.lost],
        "under_way": [asdict(campaign) for campaign in comparison.under_way],
        "assets": report.new_assets,
        "replay": asdict(report.adopted.replay) if report.adopted.replay else None,
        "aside": report.aside,
    }
