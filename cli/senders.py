"""`bilten senders`: who mail comes from, and the provider that takes it there."""

from typing import Annotated

import typer

from cli.campaign.output import As, AsPerson, actor
from cli.output import Json, cli_context, print_answer, table
from core.errors import InputRefused

app = typer.Typer(help="Senders: who email comes from, and through which provider.")


@app.command("add")
def add(
    ctx: typer.Context,
    *,
    name: Annotated[str, typer.Argument(help="Its name for staff.")],
    provider: Annotated[str, typer.Option(help="The provider; docs/providers.md lists them.")],
    from_name: Annotated[str, typer.Option(help="The name in From.")],
    from_address: Annotated[str, typer.Option(help="The address in From; the provider must know its domain.")],
    reply_to: Annotated[str | None, typer.Option(help="The address for replies, if not the From address.")] = None,
    as_: As = None,
    _: Json = False,
) -> None:
    """Create a sender. The provider's key and address are settings, not part of the sender."""
    from campaigns.sending.manage_sender import add_sender
    from core.public_urls import webhook_url
    from delivery.providers import capabilities_of
    from delivery.senders.senders import SenderDetails

    context = cli_context(ctx)
    details = SenderDetails(
        name=name, provider=provider, from_name=from_name, from_address=from_address, reply_to=reply_to
    )
    with context.database.write() as session:
        made = add_sender(session, details, actor=actor(session, as_), now=context.clock.now())
    hook = webhook_url(context.settings.public_url, made.webhook_token)
    reports = capabilities_of(made.provider).has_webhooks
    print_answer(
        context,
        {
            "sender": {
                "id": made.id,
                "name": made.name,
                "provider": made.provider,
                "webhook_url": hook if reports else None,
            }
        },
        context.text("cli-sender-added", name=made.name, provider=made.provider),
        context.text("cli-sender-webhook", url=hook) if reports else context.text("cli-sender-no-webhooks"),
    )


@app.command("list")
def list_(ctx: typer.Context, _: Json = False) -> None:
    """Show the senders, and whether one is paused."""
    from delivery.senders.senders import list_senders

    context = cli_context(ctx)
    with context.database.read() as session:
        senders = list_senders(session)
    data = [
        {
            "id": row.id,
            "name": row.name,
            "provider": row.provider,
            "from_name": row.from_name,
            "from_address": row.from_address,
            "reply_to": row.reply_to,
            "email_limit": row.email_limit,
            "limit_period": row.limit_period,
            "bounce_address": row.bounce_address,
            "bounce_delimiter": row.bounce_delimiter,
            "held_until": row.held_until.isoformat() if row.held_until else None,
            "paused_reason": row.paused_reason,
            "paused_detail": row.paused_detail,
        }
        for row in senders
    ]
    heads = [context.text(f"cli-head-{head}") for head in ("name", "provider", "from", "paused")]
    cells = [
        [row.name, row.provider, f"{row.from_name} <{row.from_address}>", row.paused_reason or ""]
        for row in senders
    ]
    print_answer(context, {"senders": data}, table(heads, cells) if senders else context.text("cli-senders-none"))


@app.command("resume")
def resume(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="The paused sender.")],
    as_: As = None,
    _: Json = False,
) -> None:
    """Resume a paused sender, when the cause is resolved."""
    from campaigns.sending.resume_sender import resume_sender

    context = cli_context(ctx)
    with context.database.write() as session:
        resumed = resume_sender(session, name, actor=actor(session, as_), now=context.clock.now())
    print_answer(
        context,
        {"sender": {"id": resumed.id, "name": resumed.name}},
        context.text("cli-sender-resumed", name=resumed.name),
    )


@app.command("limit")
def limit(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="The sender.")],
    *,
    emails: Annotated[str, typer.Option(help="At most so many emails; leave it empty for no limit.")] = "",
    per: Annotated[str, typer.Option(help="In a second, hour or day.")] = "hour",
    as_: As = None,
    _: Json = False,
) -> None:
    """Set how many emails a sender may send in a second, an hour or a day. They are sent evenly over that time."""
    from campaigns.sending.limit_sender import limit_sender
    from delivery.senders.rate import read_email_limit

    context = cli_context(ctx)
    with context.database.write() as session:
        limited = limit_sender(
            session,
            name,
            read_email_limit(emails, per),
            actor=actor(session, as_),
            now=context.clock.now(),
        )
    data = {"name": limited.name, "email_limit": limited.email_limit, "limit_period": limited.limit_period}
    period = limited.limit_period or "none"
    print_answer(
        context,
        {"sender": data},
        context.text("cli-sender-limited", name=limited.name, count=limited.email_limit or 0, period=str(period)),
    )


@app.command("bounces")
def bounces(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="The sender.")],
    *,
    address: Annotated[
        str,
        typer.Option(
            help="Where bounces come to, such as bounces@example.org; leave it empty for the From address."
        ),
    ] = "",
    delimiter: Annotated[
        str, typer.Option(help="What your mail server ends a mailbox's name with (recipient_delimiter).")
    ] = "+",
    as_: As = None,
    _: Json = False,
) -> None:
    """Set the address that bounces of a sender come to, each email with an envelope of its own (VERP).

    Bilten reads them with `bilten bounces read`, from the mail server's pipe, a Maildir or an IMAP mailbox.
    """
    from campaigns.sending.set_bounces import set_bounces

    context = cli_context(ctx)
    with context.database.write() as session:
        changed = set_bounces(
            session, name, address, delimiter, actor=actor(session, as_), now=context.clock.now()
        )
    data = {
        "name": changed.name,
        "bounce_address": changed.bounce_address,
        "bounce_delimiter": changed.bounce_delimiter,
    }
    key = "cli-sender-bounces" if changed.bounce_address else "cli-sender-bounces-none"
    print_answer(
        context, {"sender": data}, context.text(key, name=changed.name, address=changed.bounce_address or "")
    )


@app.command("set")
def set_(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="The sender.")],
    *,
    from_name: Annotated[str | None, typer.Option(help="The name in From.")] = None,
    from_address: Annotated[
        str | None, typer.Option(help="The address in From; the provider must know its domain.")
    ] = None,
    reply_to: Annotated[str | None, typer.Option(help="The address for replies; '' for the From address.")] = None,
    new_name: Annotated[str | None, typer.Option(help="Another name for staff; readers never see it.")] = None,
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Change who a sender's email is from. What you do not give stays as it is."""
    from campaigns.sending.manage_sender import SenderEdit, change_sender
    from delivery.senders.senders import SenderIdentityDetails, sender_by_name

    context = cli_context(ctx)
    if all(given is None for given in (from_name, from_address, reply_to, new_name)):
        raise InputRefused("cli-nothing-to-set")
    with context.database.write() as session:
        kept = sender_by_name(session, name)
        identity = SenderIdentityDetails(
            kept.from_name if from_name is None else from_name,
            kept.from_address if from_address is None else from_address,
            kept.reply_to if reply_to is None else reply_to,
        )
        who, now = actor(session, as_), context.clock.now()
        changed = change_sender(
            session, kept.id, SenderEdit(identity, new_name), actor=who, settings=context.settings, now=now
        )
    data = {"name": changed.name, "from_name": changed.from_name, "from_address": changed.from_address}
    shown = f"{changed.from_name} <{changed.from_address}>"
    print_answer(
        context,
        {"sender": data | {"reply_to": changed.reply_to}},
        context.text(
            "cli-sender-set", name=changed.name, shown=shown, reply=changed.reply_to or changed.from_address
        ),
    )
