"""`bilten senders`: who mail comes from, and the provider that takes it there."""

from typing import Annotated

import typer

from cli.campaign.output import As, actor
from cli.context import ACTOR
from cli.output import Json, cli_context, print_answer, table

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
    _: Json = False,
) -> None:
    """Create a sender. The provider's key and address are settings, not part of the sender."""
    from core.public_urls import webhook_url
    from delivery.providers import capabilities_of, known_providers
    from delivery.senders.senders import SenderDetails, create_sender
    from staff.audit import record

    context = cli_context(ctx)
    now = context.clock.now()
    with context.database.write() as session:
        made = create_sender(
            session,
            SenderDetails(
                name=name, provider=provider, from_name=from_name, from_address=from_address, reply_to=reply_to
            ),
            now=now,
            known_providers=known_providers(),
        )
        record(
            session, actor=ACTOR, action="sender.created", subject=f"sender:{made.id}", now=now, provider=provider
        )
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
