"""Look at a campaign, have it checked, hand it in, approve it or send it back."""

from pathlib import Path
from typing import Annotated

import typer

from cli.campaign.output import SHOWN_OF_HASH, As, Number, actor, campaign_lines, comments_left, step
from cli.findings import print_findings
from cli.output import Json, cli_context, print_answer
from core.errors import InputRefused

app = typer.Typer()
MIN_HASH = 8


@app.command("preview")
def preview(
    ctx: typer.Context,
    number: Number,
    *,
    language: Annotated[
        str | None, typer.Option(help="The language of the variant; the main language if not given.")
    ] = None,
    html: Annotated[Path | None, typer.Option(help="Write the HTML to this file, for a browser.")] = None,
    _: Json = False,
) -> None:
    """Show subject, preheader and text as they would be sent, with their merge fields."""
    from campaigns.editorial.preview import preview as rendered_variant
    from campaigns.queries import get_campaign
    from templates.merge import shown_with_fields

    context = cli_context(ctx)
    with context.database.read() as session:
        campaign = get_campaign(session, number)
        chosen = language or campaign.main_language
        rendered = rendered_variant(session, number, language=chosen, settings=context.settings)
    if html is not None:
        _write(html, rendered.html)
    content = (campaign.content_hash or "")[:SHOWN_OF_HASH]
    print_answer(
        context,
        {
            "language": chosen,
            "content_hash": campaign.content_hash,
            "subject": rendered.subject,
            "preheader": rendered.preheader,
            "html": rendered.html,
            "text": rendered.text,
        },
        context.text("cli-preview-subject", subject=shown_with_fields(rendered.subject)),
        context.text("cli-preview-preheader", preheader=shown_with_fields(rendered.preheader)),
        *([context.text("cli-campaign-content", hash=content)] if content else []),
        "",
        shown_with_fields(rendered.text),
    )


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputRefused("cli-preview-unwritable", file=str(file), reason=error.strerror or "") from None


@app.command("check")
def check(ctx: typer.Context, number: Number, _: Json = False) -> None:
    """Find errors, with which the campaign must not be sent, and warnings. Exits with 2 if there are errors.

    Also checks links and the sender's domain, if BILTEN_OUTBOUND_CHECKS allows that.
    """
    from campaigns.review.check import check as findings_of
    from campaigns.review.external.run_probes import run_probes

    context = cli_context(ctx)
    if context.probes.can_see:
        run_probes(
            context.database, number, probes=context.probes, settings=context.settings, now=context.clock.now()
        )
    with context.database.read() as session:
        findings = findings_of(session, number, settings=context.settings, now=context.clock.now())
    print_findings(context, findings)


@app.command("test")
def send_test(
    ctx: typer.Context,
    number: Number,
    *,
    to: Annotated[
        list[str], typer.Option(help="The address of somebody who works here; several times for several.")
    ],
    language: Annotated[
        list[str] | None, typer.Option(help="In which language; several times for several, all if not given.")
    ] = None,
    as_: As = None,
    _: Json = False,
) -> None:
    """Send a test email to colleagues, marked as a test. It counts nowhere, and no reader gets it."""
    from campaigns.review.send_test import MailTestRequest
    from campaigns.review.send_test import send_test as queue_test

    context = cli_context(ctx)
    with context.database.read() as session:
        who = actor(session, as_)
    request = MailTestRequest(to, language or ())
    now, settings = context.clock.now(), context.settings
    count = queue_test(context.database, number, request, actor=who, settings=settings, now=now)
    print_answer(context, {"queued": count}, context.text("cli-test-queued", count=count))


@app.command("submit")
def submit(
    ctx: typer.Context,
    number: Number,
    *,
    remark: Annotated[str, typer.Option(help="A word to those who may approve it.")] = "",
    as_: As = None,
    _: Json = False,
) -> None:
    """Submit the campaign for approval and freeze its content. Not possible while the check finds errors."""
    from campaigns.reporting.campaign_data import campaign_data
    from campaigns.review.submit import submit as hand_in

    context = cli_context(ctx)
    with context.database.read() as session:
        who = actor(session, as_)
    now, settings = context.clock.now(), context.settings
    campaign = hand_in(context.database, number, actor=who, settings=settings, now=now, remark=remark)
    with context.database.read() as session:
        warning = comments_left(context, session, campaign)
    print_answer(context, {"campaign": campaign_data(campaign)}, *campaign_lines(context, campaign), *warning)


@app.command("approve")
def approve(
    ctx: typer.Context,
    number: Number,
    *,
    content: Annotated[
        str,
        typer.Option(
            help="The content that you looked at: the first characters of its hash, as preview shows it."
        ),
    ],
    as_: As = None,
    _: Json = False,
) -> None:
    """Approve exactly the content that you looked at. The author cannot approve it."""
    from campaigns.queries import get_campaign
    from campaigns.review.approve import approve as say_yes

    context = cli_context(ctx)
    if len(content) < MIN_HASH:
        raise InputRefused("cli-content-too-short", least=MIN_HASH)
    with context.database.read() as session:
        present = get_campaign(session, number).content_hash or ""
    seen = present if present.startswith(content) else content
    step(
        context,
        as_,
        lambda session, actor: say_yes(
            session, number, seen_hash=seen, actor=actor, settings=context.settings, now=context.clock.now()
        ),
    )


@app.command("send-back")
def send_back(
    ctx: typer.Context,
    number: Number,
    *,
    remark: Annotated[str, typer.Option(help="What should be changed; the author reads it.")],
    as_: As = None,
    _: Json = False,
) -> None:
    """Send the campaign back to its author with a remark. The campaign is then a draft again."""
    from campaigns.review.send_back import send_back as say_no

    context = cli_context(ctx)
    step(
        context,
        as_,
        lambda session, actor: say_no(
            session, number, remark=remark, actor=actor, settings=context.settings, now=context.clock.now()
        ),
    )
