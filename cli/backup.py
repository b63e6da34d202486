"""`bilten backup`: everything in one file, made while mail goes out, and verified."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from cli.context import CliContext
from cli.output import Json, cli_context, print_answer
from core.errors import BiltenError

if TYPE_CHECKING:
    from core.backup.manifest import Manifest

MEGABYTE = 1_000_000


class _CreateUnlessNamed(TyperGroup):
    """`bilten backup FILE` is `bilten backup create FILE`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in (*self.commands, "--help"):
            args = ["create", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    help="Everything in one file: bilten backup FILE creates it, bilten backup verify FILE checks it.",
    cls=_CreateUnlessNamed,
)

File = Annotated[Path, typer.Argument(help="The backup file.")]


@app.command("create")
def create(
    ctx: typer.Context,
    file: File,
    with_key: Annotated[
        bool,
        typer.Option("--with-key", help="Also include the secret key: then keep the file as safe as .env itself."),
    ] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an existing file.")] = False,
    _: Json = False,
) -> None:
    """Back up database, images and PDFs into one file, while Bilten runs. The word create may be left out.

    The file is read again and verified before the command ends.
    """
    from core.backup.create import Source, create_backup
    from core.backup.verify import verify_backup

    context = cli_context(ctx)
    source = Source(context.unchecked_database, context.settings.assets_dir, context.secret)
    now = context.clock.now()
    run = _begin(context)
    try:
        made = create_backup(source, file, now=now, with_key=with_key, overwrite=overwrite)
        verify_backup(file)
    except BiltenError as error:
        _end(context, run, error)
        raise
    _end(context, run, made)
    key = context.text("cli-backup-key-inside" if with_key else "cli-backup-key-outside")
    lines = [context.text("cli-backup-made", file=str(file), megabytes=-(-made.byte_count // MEGABYTE))]
    print_answer(context, _data(file, made.manifest), *lines, *_contents(context, made.manifest), key)


@app.command("verify")
def verify(ctx: typer.Context, file: File, _: Json = False) -> None:
    """Read a whole backup, compare its checksums and check its database. Changes nothing."""
    from core.backup.manifest import age_in_hours
    from core.backup.verify import verify_backup

    context = cli_context(ctx)
    try:
        manifest, digest = verify_backup(file)
    except BiltenError as error:
        _record_verification(context, file, None, error)
        raise
    _record_verification(context, file, digest, None)
    hours = age_in_hours(manifest.made_at, context.clock.now())
    key = context.text("cli-backup-key-inside" if manifest.has_key else "cli-backup-key-outside")
    whole = context.text(
        "cli-backup-whole", file=str(file), hours=hours, version=manifest.program, schema=manifest.revision
    )
    print_answer(context, _data(file, manifest) | {"age_hours": hours}, whole, *_contents(context, manifest), key)


@app.command("daily")
def daily(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(help="The folder of the daily backups.")],
    _: Json = False,
) -> None:
    """Make today's backup, unless it has been made; verify it, then remove the oldest ones.

    For a timer. If BILTEN_BACKUP_DIR is set, Bilten does this by itself. Does nothing while an older state of the
    database waits for bilten adopt.
    """
    from core.backup.create import Source
    from core.generation.verdict import Verdict
    from scheduler.daily_backup import make_daily_backup

    context = cli_context(ctx)
    if context.guard.glance() is Verdict.QUARANTINED:
        print_answer(context, {"file": None}, context.text("cli-backup-not-of-an-older-state"))
        return
    source = Source(context.database, context.settings.assets_dir, context.secret)
    made = make_daily_backup(source, folder, settings=context.settings, clock=context.clock)
    if made is None:
        print_answer(context, {"file": None}, context.text("cli-backup-of-the-day-is-there"))
        return
    line = context.text("cli-backup-made", file=str(made.file), megabytes=-(-made.byte_count // MEGABYTE))
    print_answer(context, _data(made.file, made.manifest), line)


def _contents(context: CliContext, manifest: "Manifest") -> list[str]:
    counts = {name: manifest.count(name) or 0 for name in ("subscriber", "campaign", "delivery")}
    return [context.text("cli-backup-contents", **counts, assets=manifest.asset_count)]


def _data(file: Path, manifest: "Manifest") -> dict[str, Any]:
    return {
        "file": str(file),
        "made_at": manifest.made_at,
        "program": manifest.program,
        "schema": manifest.revision,
        "database": manifest.database,
        "identity": manifest.identity,
        "generation": manifest.generation,
        "has_key": manifest.has_key,
        "assets": manifest.asset_count,
        "rows": {table.name: table.rows for table in manifest.tables},
    }


def _is_current(context: CliContext) -> bool:
    """Before an upgrade, or without a database, there is no place to record it; the backup matters more."""
    with suppress(BiltenError):
        return bool(context.database)
    return False


def _begin(context: CliContext) -> int | None:
    from core.backup.runs import begin_run

    if not _is_current(context):
        return None
    with context.database.write() as session:
        return begin_run(session, now=context.clock.now())


def _end(context: CliContext, run: int | None, outcome: Any) -> None:
    from core.backup.runs import fail_run, finish_run

    if run is None:
        return
    with context.database.write() as session:
        end = fail_run if isinstance(outcome, BiltenError) else finish_run
        end(session, run, outcome, now=context.clock.now())


def _record_verification(context: CliContext, file: Path, digest: str | None, error: BiltenError | None) -> None:
    from core.backup.runs import record_verification

    if _is_current(context):
        with context.database.write() as session:
            record_verification(session, file=str(file), digest=digest, error=error, now=context.clock.now())
