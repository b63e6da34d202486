"""`bilten bounces`: bounces and complaints that come as email, for senders with a bounce address."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import CliContext
from cli.error_output import print_error
from cli.mail_pipe import EX_TEMPFAIL
from cli.output import Json, cli_context, print_answer

if TYPE_CHECKING:
    from campaigns.sending.read_bounces import BounceRunSummary
    from campaigns.services import HoldsServices

app = typer.Typer(help="Bounces and complaints that come as email.", callback=lambda: None)


@app.command("read")
def read(
    ctx: typer.Context,
    *,
    maildir: Annotated[Path | None, typer.Option(help="Read this Maildir.")] = None,
    imap: Annotated[bool, typer.Option("--imap", help="Read the IMAP mailbox of the settings.")] = False,
    recipient: Annotated[
        str, typer.Option(help="For one email on stdin: the address that it came to (the envelope's recipient).")
    ] = "",
    _: Json = False,
) -> None:
    """Keep the reports of a mailbox, or one email from stdin; what they say is acted on within seconds.

    From stdin it is made for a mail server's pipe: exits with 0 when the email is kept, and with 75 in any other
    case, so that the server tries again. A mailbox that is configured is read every minute while `bilten serve`
    or `bilten scheduler` runs.
    """
    context = cli_context(ctx)
    if maildir is None and not imap:
        _read_stdin(context, recipient)
        return
    _print(context, _read_mailbox(context, maildir))


def _read_mailbox(context: CliContext, maildir: Path | None) -> "BounceRunSummary":
    from campaigns.sending.read_bounces import read_folder, read_source
    from delivery.mailbox.bounce_mailbox import MailboxSource
    from delivery.mailbox.settings import BounceSettings

    holder = _services(context)
    if maildir is not None:
        return read_folder(holder, maildir)
    from core.errors import Misconfigured

    settings = BounceSettings.of(context.settings)
    if not settings.imap_host:
        raise Misconfigured("cli-bounces-no-imap", setting=settings.variable("imap_host"))
    return read_source(holder, MailboxSource.IMAP, settings)


def _read_stdin(context: CliContext, recipient: str) -> None:
    try:
        from campaigns.sending.read_bounces import BounceRunSummary, keep_mails
        from delivery.mail_reports.mail_parts import MAX_READ
        from delivery.mailbox.keep_mails import with_recipient

        raw = sys.stdin.buffer.read(MAX_READ)
        while sys.stdin.buffer.read(MAX_READ):  # a server whose pipe breaks takes that for a failure
            pass
        if recipient:
            raw = with_recipient(raw, recipient)
        summary = BounceRunSummary(1, keep_mails(_services(context), [raw]))
    except Exception as error:
        print_error(context, error)
        raise typer.Exit(EX_TEMPFAIL) from error
    _print(context, summary)


def _services(context: CliContext) -> "HoldsServices":
    from campaigns.services import HoldsServices

    return HoldsServices(context.services)


def _print(context: CliContext, summary: "BounceRunSummary") -> None:
    print_answer(
        context,
        {"read": summary.read, "new": summary.new},
        context.text("cli-bounces-read", read=summary.read, new=summary.new),
    )
