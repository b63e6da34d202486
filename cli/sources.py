"""`bilten sources`: websites that news is read from."""

from dataclasses import asdict, replace
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.campaign.output import As, actor
from cli.context import CliContext
from cli.output import Json, cli_context, print_answer, table
from cli.rejections import refused_data, refused_lines
from core.public_urls import news_webhook_url

if TYPE_CHECKING:
    from campaigns.feeds.connect_feed import FeedRequest
    from campaigns.feeds.preview_feed import FeedPreview
    from news.feeds.prepare_reading import FeedIntake

app = typer.Typer(help="Websites that news is read from.")

Address = Annotated[str, typer.Argument(help="Of the website or of its RSS, Atom or JSON feed.")]
Name = Annotated[str, typer.Argument(help="Its name for staff.")]
Kind = Annotated[str, typer.Option(help="The kind of its news.")]
Language = Annotated[str, typer.Option(help="The language of its texts; as each text says if not given.")]


@app.callback()
def _group() -> None:
    """Websites that news is read from."""


@app.command("preview")
def preview(
    ctx: typer.Context, address: Address, *, kind: Kind = "statement", language: Language = "", _: Json = False
) -> None:
    """Show what would come from a website. Saves nothing."""
    context = cli_context(ctx)
    shown = _preview(context, address, _request("", kind, language, 30))
    heads = [context.text(f"cli-head-{head}") for head in ("date", "kind", "language", "titles")]
    cells = [[entry.day or "–", entry.kind, entry.language, entry.title] for entry in shown.entries]
    data: dict[str, Any] = {
        "feed": {"address": shown.address, "title": shown.title, "format": shown.format, "entries": shown.count},
        "entries": [asdict(entry) for entry in shown.entries],
        "problems": [context.text(why.code, **why.params) for why in shown.problems],
        "other_feeds": shown.others,
    }
    lines = [
        context.text("cli-source-found", title=shown.title, address=shown.address, count=shown.count),
        *data["problems"],
        *([table(heads, cells)] if cells else []),
        *(context.text("cli-source-other", address=feed["address"]) for feed in shown.others),
    ]
    print_answer(context, data, *lines)


@app.command("add")
def add(
    ctx: typer.Context,
    name: Name,
    *,
    address: Annotated[str, typer.Option(help="Of the website or of its feed.")],
    kind: Kind = "statement",
    language: Language = "",
    every: Annotated[int, typer.Option(help="Minutes between two readings: 5, 15, 30, 60, 180, 720, 1440.")] = 30,
    as_: As = None,
    _: Json = False,
) -> None:
    """Connect a website. What it has now counts as seen; what it publishes from now on comes into the inbox."""
    from campaigns.feeds.connect_feed import connect_feed

    context = cli_context(ctx)
    wanted = _request(name, kind, language, every)
    feed_preview = _preview(context, address, wanted)
    wanted = replace(wanted, reader=feed_preview.reader)
    with context.database.read() as session:
        principal = actor(session, as_)
    source_id, _report = connect_feed(
        _intake(context), feed_preview.address, wanted, actor=principal, now=context.clock.now()
    )
    print_answer(
        context,
        {"source": {"id": source_id, "name": name, "address": feed_preview.address}},
        context.text("cli-source-connected", name=name, address=feed_preview.address),
    )


@app.command("list")
def list_(ctx: typer.Context, _: Json = False) -> None:
    """Show the connected websites, and how reading each of them went."""
    from campaigns.feeds.connect_feed import list_feeds
    from campaigns.feeds.how_followed import FollowedView, how_followed
    from campaigns.reporting.feed_needs import is_unread
    from core.i18n import local_time
    from core.public_addresses import is_reachable
    from news.feeds.websub.known_hub import current_hubs
    from news.sources import last_refusals

    context = cli_context(ctx)
    now = context.clock.now()
    with context.database.read() as session:
        feeds = list_feeds(session)
        hubs = current_hubs(session, [source.id for source, _ in feeds])
    zone = context.settings.time_zone
    shown = partial(local_time, language=context.language, zone=zone)
    view = FollowedView(now, is_reachable(context.settings.public_url), shown)
    data: list[dict[str, Any]] = [
        {
            "name": source.name,
            "address": source.location,
            "every_minutes": feed.every_minutes,
            "read_well_at": feed.read_well_at,
            "next_at": feed.next_at,
            "failures": feed.failures,
            "state": "gone" if feed.ended_at else "unread" if is_unread(feed, now=now) else "read",
            "followed": [
                context.text(line.code, **line.params) for line in how_followed(feed, hubs.get(source.id), view)
            ],
            "problems": [context.text(why.code, **why.params) for why in last_refusals(source)],
        }
        for source, feed in feeds
    ]
    heads = [context.text(f"cli-head-{head}") for head in ("name", "address", "status", "reason")]
    cells = [
        [
            row["name"],
            row["address"],
            "\n".join([context.text(f"cli-source-{row['state']}"), *row["followed"]]),
            "\n".join(row["problems"]),
        ]
        for row in data
    ]
    print_answer(context, {"sources": data}, table(heads, cells) if data else context.text("cli-sources-none"))


@app.command("read")
def read(ctx: typer.Context, name: Name, *, as_: As = None, _: Json = False) -> None:
    """Read a website now, without waiting for its time."""
    from campaigns.feeds.connect_feed import feed_by_name, read_now

    context = cli_context(ctx)
    with context.database.read() as session:
        source_id = feed_by_name(session, name)[0].id
        principal = actor(session, as_)
    report = read_now(_intake(context), source_id, actor=principal, now=context.clock.now())
    print_answer(
        context,
        {"new": report.new, "changed": report.changed, "refused": refused_data(context, report.refused)},
        context.text("cli-source-was-read", new=report.new, changed=report.changed),
        *refused_lines(context, report.refused),
    )


@app.command("webhook")
def webhook(
    ctx: typer.Context,
    name: Name,
    *,
    kind: Kind = "statement",
    language: Language = "",
    as_: As = None,
    _: Json = False,
) -> None:
    """Connect a website that sends its news by itself. Shows the token for it, once."""
    from campaigns.feeds.connect_webhook import connect_webhook

    context = cli_context(ctx)
    wanted, now = _request(name, kind, language, 30), context.clock.now()
    with context.database.write() as session:
        _source_id, token = connect_webhook(session, wanted, actor=actor(session, as_), now=now)
    _print_token(context, name, token)


@app.command("token")
def token_(ctx: typer.Context, name: Name, *, as_: As = None, _: Json = False) -> None:
    """Give a website that sends its news by itself a new token. The one before is refused at once."""
    from campaigns.feeds.connect_feed import feed_by_name
    from campaigns.feeds.connect_webhook import renew_token

    context = cli_context(ctx)
    with context.database.write() as session:
        source_id = feed_by_name(session, name)[0].id
        token = renew_token(session, source_id, actor=actor(session, as_), now=context.clock.now())
    _print_token(context, name, token)


def _print_token(context: CliContext, name: str, token: str) -> None:
    address = news_webhook_url(context.settings)
    print_answer(
        context,
        {"source": {"name": name, "address": address, "token": token}},
        context.text("cli-source-token", name=name, token=token),
        context.text("cli-source-token-address", address=address),
    )


@app.command("disable")
def disable(ctx: typer.Context, name: Name, *, as_: As = None, _: Json = False) -> None:
    """Stop reading a website. The news that came from it stays."""
    from campaigns.feeds.connect_feed import feed_by_name, stop_feed

    context = cli_context(ctx)
    with context.database.write() as session:
        source_id = feed_by_name(session, name)[0].id
        stop_feed(session, source_id, actor=actor(session, as_), now=context.clock.now())
    print_answer(context, {"source": {"name": name}}, context.text("cli-source-disabled", name=name))


def _intake(context: CliContext) -> "FeedIntake":
    from campaigns.feeds.feed_intake import feed_intake

    return feed_intake(context.services, context.probes.pages)


def _request(name: str, kind: str, language: str, every: int) -> "FeedRequest":
    """Raises InputRefused for a kind that there is not."""
    from campaigns.feeds.connect_feed import FeedRequest
    from core.errors import InputRefused
    from kinds.registry import NewsKind

    if kind not in tuple(NewsKind):
        raise InputRefused("campaigns-feed-choice")
    return FeedRequest(name, NewsKind(kind), language, every)


def _preview(context: CliContext, address: str, wanted: "FeedRequest") -> "FeedPreview":
    from campaigns.feeds.preview_feed import KindChoice, preview_feed
    from staff.principal import OPERATOR

    choice = KindChoice(wanted.kind, wanted.rules, wanted.language)
    return preview_feed(_intake(context), address, choice, actor=OPERATOR, now=context.clock.now())
