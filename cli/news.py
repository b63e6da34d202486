"""`bilten news`: bring in news from Markdown files, and see what there is."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.campaign.output import AsPerson, actor
from cli.context import CliContext
from cli.output import LARGEST_NUMBER, Json, cli_context, print_answer, table
from cli.rejections import NOTHING_DONE, refused_data, refused_lines
from core.errors import InputRefused, Refusal

if TYPE_CHECKING:
    from sqlmodel import Session

    from news.import_report import ImportedItem

app = typer.Typer(help="News items and their texts.")


@app.command("add")
def add(
    ctx: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Markdown files with front matter, or folders of them.")],
    *,
    take_over: Annotated[
        bool,
        typer.Option(
            "--take-over",
            help="Also import what belongs to a watched folder: from now on it belongs to you, not to the folder.",
        ),
    ] = False,
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Import news from Markdown files. Files that cannot be read are listed; the others are imported."""
    context = cli_context(ctx)
    imported: list[ImportedItem] = []
    refused: list[Refusal] = []
    for path in paths:
        items, refusals = _import(context, path, as_, takes_over=take_over)
        imported += items
        refused += refusals
    _print_import(context, imported, refused)
    if refused and not imported:
        raise typer.Exit(NOTHING_DONE)


def _import(
    context: CliContext, path: Path, as_: str, *, takes_over: bool
) -> "tuple[Sequence[ImportedItem], Sequence[Refusal]]":
    from campaigns.editorial.news_changes import record_import
    from news.import_files import NewsIntake, import_file, import_folder
    from news.import_report import refusal_of
    from news.slug_owner import TextOrigin

    now = context.clock.now()

    def note(session: "Session", item: "ImportedItem") -> None:
        record_import(session, [item], actor=actor(session, as_), now=now)

    intake = NewsIntake(context.database, context.assets, context.settings.time_zone)
    if path.is_dir():
        report = import_folder(intake, path, now=now, origin=TextOrigin(takes_over=takes_over), on_saved=note)
        return report.imported, report.refused
    try:
        return [import_file(intake, path, now=now, takes_over=takes_over, on_saved=note)], []
    except InputRefused as error:
        return [], [refusal_of(error)]


def _print_import(context: CliContext, imported: "Sequence[ImportedItem]", refused: Sequence[Refusal]) -> None:
    from news.queries import get_item

    with context.database.read() as session:
        items = [(item, get_item(session, item.item_id)) for item in imported]
    lines = [context.text("cli-news-added", count=sum(item.is_changed for item in imported))]
    lines += [context.text(_fate(item), slug=row.slug, language=item.language) for item, row in items]
    if refused:
        lines += [context.text("cli-refused-files", count=len(refused)), *refused_lines(context, refused)]
    data = {
        "imported": [
            {
                "id": row.id,
                "slug": row.slug,
                "language": item.language,
                "is_new": item.is_new,
                "is_changed": item.is_changed,
                "is_taken_over": item.is_taken_over,
            }
            for item, row in items
        ],
        "refused": refused_data(context, refused),
    }
    print_answer(context, data, *lines)


def _fate(item: "ImportedItem") -> str:
    if item.is_taken_over:
        return "cli-news-added-taken-over"
    if item.is_new:
        return "cli-news-added-new"
    return "cli-news-added-changed" if item.is_changed else "cli-news-added-same"


@app.command("prepare")
def prepare(ctx: typer.Context, _: Json = False) -> None:
    """Bring earlier images and PDFs up to date. Safe to repeat.

    Files that still contain details of who made them are rewritten without these; their old
    addresses still work.
    Images without a version for emails get one.
    """
    from news.cleaned_assets import clean_store
    from news.prepare_assets import prepare_assets
    from templates.brand import replace_logo_file

    context = cli_context(ctx)
    cleaned = clean_store(context.database, context.assets, replace_logo_file)
    prepared = prepare_assets(context.database, context.assets)
    lines = [context.text("cli-news-cleaned", count=cleaned.count)]
    lines += [context.text("cli-news-left", count=len(cleaned.left))] if cleaned.left else []
    lines += refused_lines(context, cleaned.left)
    lines += [context.text("cli-news-prepared", count=prepared.count)]
    lines += [context.text("cli-news-asset-lost", file=name) for name in prepared.lost]
    data = {
        "cleaned": cleaned.count,
        "left": refused_data(context, cleaned.left),
        "prepared": prepared.count,
        "lost": prepared.lost,
    }
    print_answer(context, data, *lines)


@app.command("unused")
def unused(ctx: typer.Context, _: Json = False) -> None:
    """Say which stored files no news item, campaign or logo names. Changes nothing.

    They came with a form that nobody saved. Bilten removes them a week after they came.
    """
    from scheduler.collect_files import KEPT_FOR, unused_files

    context = cli_context(ctx)
    now = context.clock.now()
    files = unused_files(context.database, context.assets, before=now)
    due = unused_files(context.database, context.assets, before=now - KEPT_FOR)
    text = context.text(
        "cli-news-unused", count=len(files.names), due=len(due.names), megabytes=-(-files.byte_count // 1_000_000)
    )
    data = {"files": files.names, "bytes": files.byte_count, "due": due.names}
    print_answer(context, data, text)


@app.command("list")
def list_(
    ctx: typer.Context,
    after: Annotated[int | None, typer.Option(max=LARGEST_NUMBER, help="Start after this item's number.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=500, help="How many to show.")] = 50,
    _: Json = False,
) -> None:
    """Show the news items and the languages of their texts."""
    from news.queries import list_items, texts_of

    context = cli_context(ctx)
    with context.database.read() as session:
        items = list_items(session, after_id=after, limit=limit)
        texts = texts_of(session, [item.id for item in items])
    rows = [
        {
            "id": item.id,
            "slug": item.slug,
            "kind": item.kind,
            "published_on": item.published_on,
            "languages": sorted(texts.get(item.id, {})),
            "titles": {language: text.title for language, text in sorted(texts.get(item.id, {}).items())},
        }
        for item in items
    ]
    heads = [context.text(f"cli-head-{head}") for head in ("number", "slug", "kind", "date", "titles")]
    cells = [[row["id"], row["slug"], row["kind"], row["published_on"], _titles(row["titles"])] for row in rows]
    print_answer(context, {"news_items": rows}, table(heads, cells) if rows else context.text("cli-news-none"))


@app.command("join")
def join(
    ctx: typer.Context,
    item: Annotated[str, typer.Argument(help="Short name of the item that stays.")],
    other: Annotated[str, typer.Argument(help="Short name of the item that says the same in another language.")],
    *,
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Make one news item of two that say the same in different languages.

    The texts of the second become languages of the first, and the second is no more. Only before a campaign uses
    them.
    """
    from campaigns.editorial.join_news import join_news
    from news.queries import item_by_slug, texts_of

    context = cli_context(ctx)
    with context.database.write() as session:
        item_id, other_id = (item_by_slug(session, slug).id for slug in (item, other))
        join_news(session, item_id, other_id, actor=actor(session, as_), now=context.clock.now())
        languages = sorted(texts_of(session, [item_id])[item_id])
    line = context.text("cli-news-joined", slug=item, other=other, languages=", ".join(languages))
    print_answer(context, {"news_item": {"id": item_id, "slug": item, "languages": languages}}, line)


@app.command("separate")
def separate(
    ctx: typer.Context,
    item: Annotated[str, typer.Argument(help="Short name of the item.")],
    *,
    language: Annotated[str, typer.Option(help="The language that becomes an item of its own.")],
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Make two news items again of one that was joined. Only before a campaign uses it."""
    from campaigns.editorial.join_news import separate_language
    from news.queries import get_item, item_by_slug

    context = cli_context(ctx)
    with context.database.write() as session:
        item_id, who, now = item_by_slug(session, item).id, actor(session, as_), context.clock.now()
        own = get_item(session, separate_language(session, item_id, language, actor=who, now=now))
        data = {"news_item": {"id": own.id, "slug": own.slug, "languages": [language]}}
    line = context.text("cli-news-separated", slug=item, other=own.slug, language=language)
    print_answer(context, data, line)


def _titles(titles: object) -> str:
    assert isinstance(titles, dict)  # noqa: S101  # built above
    return "\n".join(f"{language}: {title}" for language, title in titles.items())
