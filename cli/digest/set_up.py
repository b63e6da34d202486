"""`bilten digest add` and `set`: when it is made, of which news, for whom, and how it looks."""

from typing import Annotated

import typer

from cli.campaign.output import As, actor
from cli.digest.options import (
    At,
    Days,
    DigestChoice,
    Every,
    Introductions,
    Kinds,
    Languages,
    Lead,
    Least,
    Lists,
    Mode,
    Most,
    MostAtOnce,
    OldestDays,
    Order,
    Phrases,
    Segments,
    Sources,
    Subjects,
    Topics,
    Zone,
    monday_rule,
    with_options,
)  # fmt: skip
from cli.digest.output import Name, digest_data, on_line
from cli.output import Json, cli_context, print_answer

app = typer.Typer()


@app.command("add")
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Its name for staff.")],
    *,
    lists: Lists,
    sender: Annotated[str, typer.Option(help="The sender.")],
    every: Every = None,
    days: Days = None,
    at: At = None,
    zone: Zone = None,
    mode: Mode = None,
    segments: Segments = None,
    kinds: Kinds = None,
    sources: Sources = None,
    topics: Topics = None,
    languages: Languages = None,
    phrases: Phrases = None,
    order: Order = None,
    lead: Lead = None,
    introductions: Introductions = None,
    subjects: Subjects = None,
    least: Least = None,
    most: Most = None,
    most_at_once: MostAtOnce = None,
    oldest_days: OldestDays = None,
    as_: As = None,
    _: Json = False,
) -> None:
    """Gather what comes from now on, and make a campaign of it: on Mondays at 8:00 as a draft, if you do not say
    otherwise."""
    from campaigns.digests.digest_request import DigestRequest, read_digest_name
    from campaigns.digests.set_up_digest import add_digest
    from campaigns.tables import AutomationMode

    context = cli_context(ctx)
    options = DigestChoice(
        every, days, at, zone, mode, segments, kinds, sources, topics, languages, phrases, order, lead,
        introductions, subjects, least, most, most_at_once, oldest_days,
    )  # fmt: skip
    plain = DigestRequest(read_digest_name(name), monday_rule(context), AutomationMode.DRAFT, lists, sender)
    with context.database.write() as session:
        who, now = actor(session, as_), context.clock.now()
        plain = with_options(session, plain, options)
        data = digest_data(session, add_digest(session, plain, actor=who, settings=context.settings, now=now))
    print_answer(context, {"digest": data}, on_line(context, data))


@app.command("set")
def set_(
    ctx: typer.Context,
    name: Name,
    *,
    every: Every = None,
    days: Days = None,
    at: At = None,
    zone: Zone = None,
    mode: Mode = None,
    segments: Segments = None,
    kinds: Kinds = None,
    sources: Sources = None,
    topics: Topics = None,
    languages: Languages = None,
    phrases: Phrases = None,
    order: Order = None,
    lead: Lead = None,
    introductions: Introductions = None,
    subjects: Subjects = None,
    least: Least = None,
    most: Most = None,
    most_at_once: MostAtOnce = None,
    oldest_days: OldestDays = None,
    as_: As = None,
    _: Json = False,
) -> None:
    """Change a digest. What you do not give stays as it is; others approve it anew."""
    from campaigns.automation.memory import named_automation
    from campaigns.digests.digest_request import request_of
    from campaigns.digests.set_up_digest import change_digest, get_digest

    context = cli_context(ctx)
    options = DigestChoice(
        every, days, at, zone, mode, segments, kinds, sources, topics, languages, phrases, order, lead,
        introductions, subjects, least, most, most_at_once, oldest_days,
    )  # fmt: skip
    with context.database.write() as session:
        automation = named_automation(session, name)
        before = request_of(session, automation, get_digest(session, automation))
        who, now = actor(session, as_), context.clock.now()
        request = with_options(session, before, options)
        changed = change_digest(session, name, request, actor=who, settings=context.settings, now=now)
        data = digest_data(session, changed)
    print_answer(context, {"digest": data}, on_line(context, data))
