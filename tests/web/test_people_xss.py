"""Stored cross-site scripting: hostile text in every column that says something of people or of their lists is
text on every page that shows it, to staff and to readers."""

from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO

import httpx
from fastapi import FastAPI
from sqlmodel import Session, SQLModel

from campaigns.imports.manage_import import check_import, upload_import
from campaigns.imports.run_imports import run_imports
from campaigns.people.tables import ExportRequest
from core.public_urls import PREFERENCES, PREFERENCES_DATA, SUBSCRIBE, UNSUBSCRIBE
from core.signing import Signer
from staff.principal import OPERATOR
from staff.tables import AuditEntry
from subscribers.csv_header import HeaderChoice
from subscribers.data_requests import DataRequest, DataRequestKind
from subscribers.field_tables import CustomField, FieldType, FieldValue
from subscribers.import_report import ImportRequest
from subscribers.links import preferences_token, unsubscribe_token
from subscribers.segment_tables import Segment, SubscriberTag, Tag
from subscribers.tables import (
    ConsentAction,
    ConsentMethod,
    ConsentRecord,
    MailingList,
    OptedOut,
    Subscriber,
    SubscriberNote,
    Suppression,
    SuppressionReason,
)
from subscribers.topic_tables import ListTopic, Topic
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.web.browser import browser
from tests.web.open_person import open_person
from tests.web.test_sign_in import form_token_on, sign_in
from tests.web.test_subscriber_pages import WHY, database_url, world

__all__ = ["database_url", "world"]


def hostile(name: str) -> str:
    """Out of an attribute, out of a text, into a template; and which column it came from."""
    return f"\"'><i onclick=alert(7)>{{{{7*7}}}}<script>{name}</script>"


SHOWN = {
    "subscriber.name", "custom_field.label", "custom_field.choices", "field_value.text", "subscriber_note.text",
    "tag.name", "segment.name", "topic.name", "topic.names", "mailing_list.name", "mailing_list.names",
    "consent_record.wording", "consent_record.evidence", "data_request.note", "export_request.reason",
    "import.header", "import.cell", "import.grounds", "audit_entry.detail",
    "custom_field.labels",
}  # fmt: skip
UNSEEN = {
    "opted_out.evidence": "kept as a proof, and on no page",
    "suppression.detail": "a provider's words, and on no page",
    "anonymous_leaving.evidence": "as of opted_out",
}
OURS = {
    "consent_record.language", "mailing_list.slug", "mailing_list.language_chain",
    "mailing_list.required_languages", "mailing_list.frame_origins", "topic.slug", "topic_word.word",
    "subscriber_import.file_name", "subscriber_import.actor", "subscriber_import.request",
    "subscriber_import.figures", "subscriber_import.undone_by", "subscriber_import.worker",
    "subscriber_import.error", "subscriber_import.error_params", "segment.condition",
    "subscriber_note.author", "subscriber.address",
    "subscriber.language", "subscriber.encrypted_with", "import_piece.content", "custom_field.word",
    "field_value.folded", "data_request.entered_by", "data_request.done_by", "subscriber_word.word",
    "import_row.language", "import_row.code", "import_row.old_language", "address_change.old_address",
    "address_change.new_address",
}  # fmt: skip
"""Nothing but what a check of ours has let through, or what we write ourselves."""
FROM_FILES = {
    "import_row.address", "import_row.name", "import_row.proof", "import_row.params", "import_row.old_name",
    "import_row.field_values", "import_row.old_fields", "import_row.extras",
}  # fmt: skip
"""Filled by the file that is uploaded below."""


def columns_with_text() -> set[str]:
    modules = ("subscribers.", "campaigns.people.")
    tables = [
        mapper.class_.__table__
        for mapper in SQLModel._sa_registry.mappers
        if mapper.class_.__module__.startswith(modules)
    ]
    kinds = ("AutoString", "String", "JSON", "EncryptedTextType", "EncryptedJsonType", "EncryptedBytesType")
    return {
        f"{table.name}.{column.name}"
        for table in tables
        for column in table.columns
        if type(column.type).__name__ in kinds and not column.name.endswith("_hash")
    }


def test_every_column_of_people_is_in_one_of_the_tables() -> None:
    listed = {name for name in SHOWN if not name.startswith(("import.", "audit_entry."))}
    assert columns_with_text() == listed | UNSEEN.keys() | OURS | FROM_FILES


class _Page(HTMLParser):
    """What would run, and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.live: list[str] = []
        self.text = ""
        self._is_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_script = tag == "script"
        self.live += [f"{tag} {name}" for name, _ in attrs if name.startswith("on")]
        self.live += [
            tag for name, value in attrs if name in ("href", "src", "action") and "alert" in (value or "")
        ]
        self.text += " ".join(value or "" for _, value in attrs)

    def handle_endtag(self, tag: str) -> None:
        self._is_script = False

    def handle_data(self, data: str) -> None:
        self.live += [data] if self._is_script and data in SHOWN | UNSEEN.keys() else []
        self.text += data


def _write_everywhere(session: Session, boss_id: int) -> None:
    mailing_list = session.get_one(MailingList, 1)
    mailing_list.name = hostile("mailing_list.name")
    mailing_list.names = {"sl": hostile("mailing_list.names"), "en": hostile("mailing_list.names")}
    person = session.get_one(Subscriber, 1)
    person.name = hostile("subscriber.name")
    topic = Topic(id=1, slug="topic", name=hostile("topic.name"), created_at=NOON)
    topic.names = {"sl": hostile("topic.names")}
    town = CustomField(
        id=1, word="town", label=hostile("custom_field.label"), type=FieldType.TEXT, created_at=NOON
    )
    size = CustomField(id=2, word="size", label="Size", type=FieldType.CHOICE, created_at=NOON)
    size.choices, size.labels = [hostile("custom_field.choices")], {"en": hostile("custom_field.labels")}
    town.is_own = size.is_own = True
    session.add_all([topic, town, size, Tag(id=1, name=hostile("tag.name"), created_at=NOON)])
    session.add(Segment(id=1, name=hostile("segment.name"), condition="language = sl", created_at=NOON))
    session.flush()
    consent = ConsentRecord(
        subscriber_id=1,
        list_id=1,
        action=ConsentAction.CONFIRMED,
        method=ConsentMethod.IMPORT,
        language="sl",
        at=NOON,
    )
    consent.wording, consent.evidence = hostile("consent_record.wording"), hostile("consent_record.evidence")
    text = hostile("field_value.text")
    session.add_all(
        [
            ListTopic(list_id=1, topic_id=1),
            SubscriberTag(subscriber_id=1, tag_id=1),
            FieldValue(subscriber_id=1, field_id=1, text=text, folded=text),
            SubscriberNote(subscriber_id=1, text=hostile("subscriber_note.text"), author="cli", at=NOON),
            consent,
            Suppression(
                address_hash=person.address_hash,
                reason=SuppressionReason.STAFF,
                detail=hostile("suppression.detail"),
                at=NOON,
            ),
            OptedOut(
                address_hash=person.address_hash,
                method=ConsentMethod.STAFF,
                evidence=hostile("opted_out.evidence"),
                at=NOON,
            ),
            DataRequest(
                kind=DataRequestKind.ACCESS,
                subscriber_id=1,
                received_on=NOON.date(),
                due_on=NOON.date(),
                note=hostile("data_request.note"),
                entered_by="cli",
                entered_at=NOON,
            ),
            ExportRequest(list_id=1, asked_by=boss_id, reason=hostile("export_request.reason"), asked_at=NOON),
            AuditEntry(
                at=NOON,
                actor="cli",
                action="subscriber.corrected",
                subject="subscriber:1",
                detail={"reason": hostile("audit_entry.detail")},
            ),
        ]
    )


def _bring(world: World) -> list[int]:
    """A file that has just been uploaded, and one that has been checked."""
    cell, header = hostile("import.cell"), hostile("import.header")
    quoted = [text.replace('"', '""') for text in (header, cell)]
    rows = (f'e-mail;ime;jezik;"{quoted[0]}"', f'ziga@example.org;"{quoted[1]}";sl;x', f'"{quoted[1]}";x;sl;x')
    file = "\n".join(rows).encode()
    numbers = []
    for is_checked in (False, True):
        choice = HeaderChoice(fields={header: "town"}) if is_checked else HeaderChoice()
        request = ImportRequest("bulletin", hostile("import.grounds"), "sl", header=choice)
        name = hostile("") + ".csv"
        number = upload_import(world.context.services, request, BytesIO(file), name, actor=OPERATOR)
        if is_checked:
            with world.database.write() as session:
                check_import(session, number, actor=OPERATOR, now=NOON)
            run_imports(world.context)
        numbers.append(number)
    return numbers


def _pages_of_staff(boss: httpx.Client, imports: list[int], campaign_id: int) -> Iterator[httpx.Response]:
    acts = ("unsubscribe", "suppress", "lift", "correct", "fields", "address", "export", "evidence", "erase")
    paths = [
        "/subscribers", *(f"/subscribers/1/{act}" for act in acts),
        "/subscribers/1/merge", "/subscribers/1/merge/2", "/exports",
        "/data-protection", "/lists", "/lists/bulletin", "/segments", "/segments/1", "/new-segment",
        "/fields", "/fields/town", "/fields/size", "/topics", "/topics/topic", "/audit", "/retention",
        "/new-import/bulletin", *(f"/imports/{number}" for number in imports),
        f"/imports/{imports[1]}?show=refused", f"/campaigns/{campaign_id}", f"/campaigns/{campaign_id}/audience",
        f"/campaigns/{campaign_id}/deliveries", f"/campaigns/{campaign_id}/report", "/campaigns/new/statement",
    ]  # fmt: skip
    yield open_person(boss, 1)
    open_person(boss, 2)
    for path in paths:
        yield boss.get(path)
    token = form_token_on(boss.get("/subscribers"))
    for path, fields in (
        ("/subscribers", {"search": "rosa"}),
        ("/reader-search", {"address": "rosa.kos@example.org"}),
        ("/subscribers/1/export", {"reason": WHY, "as": "page"}),
        ("/subscribers/1/evidence", {"reason": WHY, "as": "page"}),
    ):
        yield boss.post(path, data={"form_token": token, **fields})


def _pages_of_readers(app: FastAPI, world: World) -> Iterator[httpx.Response]:
    signer = Signer(world.settings.secret_key.get_secret_value())
    until = NOON.replace(year=NOON.year + 1)
    own, leaving = (
        token(signer, campaign_public_id="", subscriber_id=1, list_id=1, expires_at=until)
        for token in (preferences_token, unsubscribe_token)
    )
    paths = (
        SUBSCRIBE.format(list_slug="bulletin"),
        PREFERENCES.format(token=own),
        PREFERENCES_DATA.format(token=own),
        UNSUBSCRIBE.format(token=leaving),
    )
    with browser(app) as reader:
        for path in paths:
            yield reader.get(path)


def test_nothing_that_is_written_of_people_runs_on_any_page(app: FastAPI, world: World) -> None:
    campaign_id = world.launched()
    world.run(rounds=3)
    with browser(app) as boss:
        sign_in(boss, "boss@example.org")
        with world.database.write() as session:
            _write_everywhere(session, 1)
        pages = [*_pages_of_staff(boss, _bring(world), campaign_id), *_pages_of_readers(app, world)]
    seen = set()
    for answer in pages:
        page = _Page()
        page.feed(answer.text)
        assert (answer.status_code, page.live) == (200, []), answer.url
        assert ">49<" not in page.text, (answer.url, "no template runs")
        seen |= {name for name in SHOWN if f"<script>{name}<" in page.text.lower()}
    assert seen == SHOWN
