"""What is known of one person, and what they ask for by telephone or letter: joins `bilten subscribers`."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.campaign.output import As, actor
from cli.context import CliContext
from cli.output import Json, cli_context, print_answer

if TYPE_CHECKING:
    from datetime import datetime

    from sqlmodel import Session

    from campaigns.people.see_person import ConsentView, PersonView
    from campaigns.people.staff_action import StaffAction
    from campaigns.reporting.reader_search import ReaderAnswer

Who = Annotated[str, typer.Argument(help="The person's email address, or their number.")]
Reason = Annotated[
    str,
    typer.Option(help="Why, for the audit log: 'asked by telephone'. Without the person's name or address."),
]

HEADS = {
    "fields": "web-subscriber-fields",
    "lists": "web-subscriber-lists",
    "consent": "web-subscriber-consent",
    "campaigns": "web-subscriber-sent",
    "notes": "web-subscriber-notes",
    "acts": "web-subscriber-acts",
}

app = typer.Typer()


def person_number(session: "Session", context: CliContext, who: str) -> int:
    """Raises NotFound, InputRefused. Whether they may be seen is the use case's to say."""
    from core.addresses import address_hash
    from core.errors import NotFound
    from subscribers.person import read_address
    from subscribers.queries import subscriber_of

    if who.isascii() and who.isdigit() and len(who) <= 18:
        return int(who)
    person = subscriber_of(session, address_hash(read_address(who), secret=context.secret))
    if person is None:
        raise NotFound("subscribers-person-gone")
    return person.id


def staff_act(session: "Session", context: CliContext, as_: str | None, reason: str) -> "StaffAction":
    from campaigns.people.staff_action import StaffAction

    return StaffAction(reason, actor(session, as_), context.clock.now(), context.settings.time_zone)


@app.command("show")
def show(ctx: typer.Context, who: Who, as_: As = None, _: Json = False) -> None:
    """Show what is known of one person: lists, consent, what they got, and why not. It is recorded."""
    from campaigns.people.open_person import open_person
    from campaigns.people.see_person import see_person
    from campaigns.reporting.reader_search import search_reader

    context = cli_context(ctx)
    with context.database.write() as session:
        viewer, number = actor(session, as_), person_number(session, context, who)
        open_person(session, number, actor=viewer, now=context.clock.now())
    with context.database.read() as session:
        person = see_person(session, number, viewer)
        answers = search_reader(session, person.row.address_hash, viewer=viewer, now=context.clock.now()).answers
    data = {
        "id": person.row.id,
        "address": person.row.address,
        "name": person.row.name,
        "language": person.row.language,
        "fields": {entry.field.word: entry.written for entry in person.fields if entry.value},
        "suppressed": person.suppression.reason if person.suppression else None,
        "opted_out": person.opted_out is not None,
        "lists": [
            {"list": entry.slug, "status": entry.status, "since": entry.changed_at} for entry in person.lists
        ],
        "consent": [
            {"list": step.list_name, "action": step.action, "method": step.method, "wording": step.wording,
             "wording_version": step.wording_version, "language": step.language, "evidence": step.evidence,
             "at": step.at, "said_elsewhere_at": step.given_at}
            for step in person.consent
        ],
        "campaigns": [
            {"id": answer.campaign_id, "name": answer.name, "state": answer.state, "at": answer.at}
            for answer in answers
        ],
        "notes": [{"text": note.text, "author": note.author, "at": note.at} for note in person.notes],
        "acts": [
            {"action": act.action, "author": act.author, "reason": act.reason, "at": act.at}
            for act in person.acts
        ],
    }  # fmt: skip
    print_answer(context, data, *_lines(context, person, answers))


def _lines(context: CliContext, person: "PersonView", answers: "list[ReaderAnswer]") -> list[str]:
    from campaigns.reporting.sender_needs import shown

    row, text = person.row, context.text
    lines = [" · ".join(part for part in (str(row.id), row.address, row.name, row.language) if part)]
    if person.suppression:
        key = f"campaigns-people-suppressed-{person.suppression.reason}"
        lines.append(text(key, time=shown(person.suppression.at, context.settings.time_zone)))
    if person.opted_out:
        time = shown(person.opted_out.at, context.settings.time_zone)
        lines.append(text("web-subscriber-opted-out", time=time))
    parts = {
        "fields": [f"{entry.field.label}: {entry.written}" for entry in person.fields if entry.value],
        "lists": [f"{entry.name}: {text(f'cli-subscription-{entry.status}')}" for entry in person.lists],
        "consent": [_consent(context, step) for step in person.consent],
        "campaigns": [_answer(context, answer) for answer in answers],
        "notes": [f"{_when(context, note.at)}: {note.text}" for note in person.notes],
        "acts": [
            f"{_when(context, act.at)}: {text(f'campaigns-people-did-{act.action.name.lower()}')}. {act.reason}"
            for act in person.acts
        ],
    }
    for name, part_lines in parts.items():
        if part_lines:
            lines += ["", text(HEADS[name]), *(f"  {line}" for line in part_lines)]
    return lines


def _consent(context: CliContext, step: "ConsentView") -> str:
    action = context.text(f"campaigns-people-consent-{step.action}")
    method = context.text(f"campaigns-people-method-{step.method}")
    version = context.text("web-subscriber-wording-version", version=step.wording_version)
    wording = f" “{step.wording}” ({version})" if step.wording else ""
    where = step.colleague or step.evidence
    return f"{_when(context, step.at)}: {action}: {step.list_name}, {method} ({where}){wording}"


def _answer(context: CliContext, answer: "ReaderAnswer") -> str:
    from campaigns.reporting.sender_needs import shown

    time = shown(answer.at, context.settings.time_zone) if answer.at else ""
    reason = f": {context.text(answer.reason_key)}" if answer.reason_key else ""
    return f"{answer.name}: {context.text(f'web-search-{answer.state}', time=time)}{reason}"


def _when(context: CliContext, at: "datetime") -> str:
    from core.i18n import local_time

    return local_time(at, context.language, context.settings.time_zone)


@app.command("unsubscribe")
def unsubscribe(
    ctx: typer.Context,
    who: Who,
    *,
    list_slug: Annotated[
        str | None, typer.Option("--list", help="Only from this mailing list; from all of them if not given.")
    ] = None,
    reason: Reason,
    as_: As = None,
    _: Json = False,
) -> None:
    """Unsubscribe somebody who asked for it by telephone or letter. Only they can subscribe again."""
    from campaigns.people.serve_person import unsubscribe_on_request

    context = cli_context(ctx)
    with context.database.write() as session:
        number = person_number(session, context, who)
        unsubscribe_on_request(session, number, staff_act(session, context, as_, reason), list_slug=list_slug)
    print_answer(context, {"unsubscribed": number}, context.text("web-subscriber-done-unsubscribe"))


@app.command("erase")
def erase(ctx: typer.Context, who: Who, *, reason: Reason, as_: As = None, _: Json = False) -> None:
    """Erase everything that is known of a person. This cannot be undone.

    A keyed hash of the address stays, so that no import and no restored backup brings them back.
    """
    from campaigns.people.erase_person import check_reports, erase_person

    context = cli_context(ctx)
    with context.database.read() as session:
        number = person_number(session, context, who)
        unread = check_reports(session, [number])
    with context.database.write() as session:
        erase_person(session, number, staff_act(session, context, as_, reason), unread=unread)
    print_answer(context, {"erased": number}, context.text("web-subscriber-done-erase"))
