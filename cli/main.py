"""The `bilten` command: which commands there are, and how each run begins and ends."""

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from cli import (
    adopt,
    audit,
    automation,
    backup,
    bounces,
    brand,
    campaign,
    clicks,
    digest,
    doctor,
    exports,
    fields,
    folders,
    gdpr,
    imports,
    init,
    keys,
    lists,
    news,
    restore,
    retention,
    scheduler_commands,
    segments,
    senders,
    serve,
    simulator,
    sources,
    subscribers,
    suppressions,
    tags,
    template,
    topics,
    user,
    welcome,
)
from cli.campaign.output import note_refusal
from cli.context import CliContext
from cli.demo import command as demo
from cli.error_output import print_error, print_usage_error
from cli.help_language import speak
from cli.mail_pipe import exit_code
from cli.output import cli_context
from core.staff_language import staff_language

USE_CASES = (init, serve, scheduler_commands, demo, simulator, doctor, adopt, restore)
NOUNS = {
    "news": news,
    "subscribers": subscribers,
    "imports": imports,
    "exports": exports,
    "lists": lists,
    "segments": segments,
    "tags": tags,
    "fields": fields,
    "topics": topics,
    "senders": senders,
    "suppressions": suppressions,
    "retention": retention,
    "gdpr": gdpr,
    "bounces": bounces,
    "campaign": campaign,
    "automation": automation,
    "digest": digest,
    "welcome": welcome,
    "sources": sources,
    "folders": folders,
    "brand": brand,
    "clicks": clicks,
    "template": template,
    "user": user,
    "audit": audit,
    "backup": backup,
    "keys": keys,
}


def build_app() -> typer.Typer:
    """Every command. What a command needs beyond this is imported when it runs."""
    app = typer.Typer(
        name="bilten",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        # Plain help is quick, and a screen reader need not walk around boxes.
        rich_markup_mode=None,
        callback=_begin,
    )
    for use_case in USE_CASES:
        app.add_typer(use_case.app)
    for name, noun in NOUNS.items():
        app.add_typer(noun.app, name=name, no_args_is_help=True)
    return app


def _begin(
    ctx: typer.Context,
    *,
    debug: Annotated[bool, typer.Option("--debug", help="Log everything, and show tracebacks.")] = False,
) -> None:
    """Newsletters and campaigns: each reader gets theirs once, in their own language.

    Exit codes: 0 done, 1 a defect (or doctor found problems), 2 input refused, 3 not found, 4 not allowed,
    5 not possible in the present state, 75 try again later, 78 a setting is wrong, 130 interrupted.
    """
    from core.logging import configure_logging

    cli_context(ctx).debug = debug
    configure_logging(level="debug" if debug else "error", style="console")


def run(arguments: Sequence[str], context: CliContext) -> int:
    """One run of the command line. Returns its exit code."""
    return exit_code(arguments, _run(arguments, context))


def _run(arguments: Sequence[str], context: CliContext) -> int:
    try:
        command = typer.main.get_command(build_app())
        speak(command, staff_language(context.env_file))
        command(args=list(arguments), prog_name="bilten", obj=context)
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0
        return print_usage_error(context, code, as_json="--json" in arguments)
    except Exception as error:
        note_refusal(context, error)
        return print_error(context, error)
    finally:
        context.close()
    return 0


def main() -> None:
    # What this program writes holds people's addresses: nobody else on the machine reads it.
    os.umask(0o077)
    sys.exit(run(sys.argv[1:], CliContext()))
