"""What `make screenshots` adds to the demo's story: fields, topics, tags, segments, imports and protected lists.
By the use cases that staff's pages call.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from sqlmodel import Session, col, select, update

from campaigns.imports.manage_import import check_import, start_import, start_undo, upload_import
from campaigns.people.export_requests import ask_for_export, decide_export
from campaigns.people.fill_fields import fill_fields
from campaigns.people.open_person import open_person
from campaigns.people.see_person import write_note
from campaigns.people.staff_action import StaffAction
from cli.demo.environment import Environment
from cli.demo.seed_data import LIST
from core.clock import SystemClock
from staff.principal import OPERATOR, Principal, principal_of
from staff.tables import Role
from staff.users import add_user, new_user
from subscribers.field_tables import CustomField, FieldType
from subscribers.fields import create_field
from subscribers.import_lease import LEASE
from subscribers.import_report import ImportRequest
from subscribers.import_tables import ImportState, SubscriberImport
from subscribers.lists import create_list, list_by_slug
from subscribers.segment_tables import Segment
from subscribers.tables import MailingList, Subscriber
from subscribers.tags import make_tag, put_tag
from subscribers.topics import create_topic, offer_topic

SAID = {
    "sl": {
        "why": "prosila po telefonu",
        "note": "Prosila, da jo pred dogodki pokličemo. Dela v Mariboru.",
        "rows": "Novinarji in novi bralci",
        "nested": "Slovenščina ali angleščina brez medijev",
        "grounds": "Papirni obrazci, maj 2026",
        "safe": "Varna hiša",
        "asylum": "Azilni postopki in bivanje v Sloveniji",
    },
    "en": {
        "why": "asked by telephone",
        "note": "Asked us to call before events. Works in Maribor.",
        "rows": "Press and new readers",
        "nested": "Slovenian, or English without press",
        "grounds": "Paper forms, May 2026",
        "safe": "Safe house",
        "asylum": "Asylum procedures and living in Slovenia",
    },
}
"""By the language of staff."""
IN_ROWS = "list = bilten and (language = sl or tag = press) and signed_up >= 2026-01-01 and not field town = Koper"
NESTED = "list = bilten and (language = sl or (language = en and not tag = press))"
PEOPLE = "e-mail;ime;jezik;kraj\n{known};Maja Kranjc;sl;Ptuj\n{new};Žiga Čuk;sl;Celje\nnobody;Nobody;sl;\n"
STRANGE = "Kontakt|Klic|Glasovanje\nbor@example.org|Bor|modra\n"
MOST_SECONDS = 60
Step = Callable[..., None]


@dataclass(frozen=True, slots=True)
class PeopleSetting:
    """Numbers of what there is then."""

    segment: int
    nested: int
    looked_at: int
    strange: int
    checked: int
    running: int
    undone: int


def set_people(environment: Environment, actor: Principal, language: str) -> PeopleSetting:
    now, phrases = SystemClock().now(), SAID[language]
    user = new_user(
        address="cene@example.org",
        name="Cene",
        roles=frozenset({Role.ADMIN}),
        language=language,
        password=secrets.token_hex(12),
        now=now,
    )
    with environment.database.write() as session:
        colleague = principal_of(add_user(session, user))
        _make_fields(session, now)
        _make_topics(session, phrases["asylum"], now)
        people = session.exec(select(Subscriber).order_by(col(Subscriber.id)).limit(6)).all()
        numbers = [person.id for person in people]
        put_tag(session, make_tag(session, "press", now=now), numbers)
        put_tag(session, make_tag(session, "2026", now=now), numbers[:1])
        act = StaffAction(phrases["why"], actor, now, "Europe/Ljubljana")
        fill_fields(session, numbers[0], act, written={"town": "Ljubljana", "born": "1984-03-08", "speaks": "yes"})
        for number in numbers[:2]:
            open_person(session, number, actor=actor, now=now)
        write_note(session, numbers[0], phrases["note"], actor=actor, now=now)
        segments = [
            Segment(name=phrases["rows"], condition=IN_ROWS, created_at=now),
            Segment(name=phrases["nested"], condition=NESTED, created_at=now),
        ]
        session.add_all(segments)
        known = people[1].address
        _ask_for_exports(session, (actor, colleague), phrases, now)
        session.flush()
        in_rows, nested = (segment.id for segment in segments)
    return PeopleSetting(in_rows, nested, *_make_imports(environment, known, phrases["grounds"]))


def _make_fields(session: Session, now: datetime) -> None:
    def make(word: str, field_type: FieldType, label: str, names: dict[str, str], **more: Any) -> None:
        field = CustomField(word=word, type=field_type, label=label, labels=names, created_at=now, **more)
        create_field(session, field)

    town = {"sl": "Kraj", "ar": "المدينة", "fa": "شهر"}
    make("town", FieldType.TEXT, "Town", town, is_own=True, is_in_emails=True)
    make("born", FieldType.DATE, "Date of birth", {"sl": "Datum rojstva"})
    make("speaks", FieldType.YES_NO, "Speaks at events", {"sl": "Govori na dogodkih"})
    choices = ["journalist", "volunteer", "lawyer"]
    make("role", FieldType.CHOICE, "Takes part as", {"sl": "Sodeluje kot"}, is_own=True, choices=choices)


def _make_topics(session: Session, asylum: str, now: datetime) -> None:
    list_id = list_by_slug(session, LIST).id
    at_sea = {"sl": "Na morju", "ar": "في البحر", "fa": "در دریا"}
    for slug, name, names in (
        ("at-sea", "At sea", at_sea),
        ("asylum", asylum, {"ar": "اللجوء", "fa": "پناهندگی"}),
    ):
        offer_topic(session, create_topic(session, slug=slug, name=name, names=names, now=now).id, [list_id])


def _ask_for_exports(
    session: Session, people: tuple[Principal, Principal], phrases: dict[str, str], now: datetime
) -> None:
    """One waits for each of the two; one is granted, one refused."""

    def protected(slug: str, name: str) -> MailingList:
        return create_list(session, slug=slug, name=name, now=now, is_protected=True)

    def ask(mailing_list: MailingList, who: Principal) -> int:
        return ask_for_export(session, mailing_list, StaffAction(phrases["why"], who, now, "Europe/Ljubljana")).id

    (viewer, colleague), safe, press = people, protected("safe", phrases["safe"]), protected("safe-2", "B")
    ask(safe, viewer)
    ask(safe, colleague)
    decide_export(session, ask(press, viewer), is_granted=True, actor=colleague, now=now)
    decide_export(session, ask(press, colleague), is_granted=False, actor=viewer, now=now)


def _make_imports(environment: Environment, known: str, grounds: str) -> tuple[int, ...]:
    """Looked at, in need of help, checked, under way, undone."""
    services, database = environment.job_context.services, environment.database

    def upload(text: str, name: str = "obrazci-maj-2026.csv", new: str = "ziga.cuk@example.org") -> int:
        request = ImportRequest(LIST, grounds, default_language="sl", updates=True)
        file = BytesIO(text.format(known=known, new=new).encode())
        return upload_import(services, request, file, name, actor=OPERATOR)

    def wait_for(import_id: int, state: ImportState) -> None:
        for _ in range(MOST_SECONDS * 10):
            with database.read() as session:
                if session.get_one(SubscriberImport, import_id).state == state:
                    return
            time.sleep(0.1)
        raise TimeoutError(f"import {import_id} is not {state}")

    def take(import_id: int, *steps: tuple[Step, ImportState]) -> int:
        for step, state in steps:
            with database.write() as session:
                step(session, import_id, actor=OPERATOR, now=SystemClock().now())
            wait_for(import_id, state)
        return import_id

    checking, starting = (check_import, ImportState.CHECKED), (start_import, ImportState.DONE)
    looked_at, strange = upload(PEOPLE), upload(STRANGE, name="glasovanje.txt")
    checked, running = take(upload(PEOPLE), checking), take(upload(PEOPLE), checking)
    undone = take(upload(PEOPLE, new="zala.cuk@example.org"), checking, starting, (start_undo, ImportState.UNDONE))
    return looked_at, strange, checked, running, undone


def keep_running(environment: Environment, import_id: int) -> None:
    """As if another process had just taken it. For no longer than a lease lasts: one that is held longer is what a
    wrong clock leaves, and Today says so."""
    now = SystemClock().now()
    taken = {"state": ImportState.APPLYING, "worker": "another", "lease_until": now + LEASE, "began_at": now}
    with environment.database.write() as session:
        session.exec(update(SubscriberImport).where(col(SubscriberImport.id) == import_id).values(**taken))
