"""Exports of other mailers: whose they are is recognised, states mean what they mean there, and dates are kept."""

import csv as csv_format
import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, select

from core.db import Database
from core.errors import InputRefused
from subscribers.csv_file import open_text
from subscribers.csv_header import HeaderChoice
from subscribers.decode_archive import MAX_FILES, decode_packed
from subscribers.import_csv import import_csv
from subscribers.import_report import CsvReport, ImportRequest
from subscribers.importers.moments import read_day_first, read_iso
from subscribers.importers.registry import IMPORTERS, SYSTEMS
from subscribers.preview_import import preview_file
from subscribers.status import SubscriptionStatus
from subscribers.tables import ConsentAction, ConsentRecord, Subscriber, SuppressionReason
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.subscribers.conftest import SECRET, hash_of
from tests.subscribers.test_exports_of_noes import NO, YES, statuses, suppressions

Csv = Callable[[str | bytes], Path]
PENDING = SubscriptionStatus.PENDING

pytestmark = pytest.mark.usefixtures("list_id")

MAILCHIMP = (
    "Email Address,First Name,Address,Phone Number,Birthday,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,"
    "LAST_CHANGED,LEID,EUID,NOTES"
)
FILES: dict[str, tuple[str, dict[str, SubscriptionStatus], dict[str, SuppressionReason], list[str]]] = {
    "bilten": (
        "email,name,language,status,bounced,complained,suppressed,created at,agreed at,unsubscribed at,"
        "paused until,tags,topics\n"
        "yes@example.org,Ana,sl,subscribed,no,no,no,2024-03-01,2024-03-01T09:30:00+00:00,,,,\n"
        "asked@example.org,Bor,sl,unconfirmed,no,no,no,2024-03-01,2024-03-02T09:30:00+00:00,,,,\n"
        "no@example.org,C,sl,unsubscribed,no,no,no,2024-03-01,2024-03-01T09:30:00+00:00,2024-04-01T09:30:00+00:00,,,\n"
        "dead@example.org,Dora,sl,subscribed,yes,no,no,2024-03-01,2024-03-01T09:30:00+00:00,,,,\n",
        {"yes": YES, "asked": PENDING, "no": NO},
        {"dead": SuppressionReason.BOUNCED},
        [
            "Bilten: agreed at 2024-03-01T09:30:00+00:00",
            "Bilten: agreed at 2024-03-02T09:30:00+00:00",
            "Bilten: unsubscribed at 2024-04-01T09:30:00+00:00",
        ],
    ),
    "bilten_json": (
        "[\n"
        '{"email": "yes@example.org", "name": "Ana", "language": "sl", "status": "subscribed", '
        '"suppressed": "no", "agreed at": "2024-03-01T09:30:00+00:00", "paused until": "", '
        '"tags": [], "topics": {}},\n'
        '{"email": "no@example.org", "name": "C", "language": "sl", "status": "subscribed", '
        '"suppressed": "yes", "agreed at": "2024-03-01T09:30:00+00:00", "paused until": "", '
        '"tags": [], "topics": {}}\n'
        "]\n",
        {"yes": YES, "no": NO},
        {},
        ["Bilten: agreed at 2024-03-01T09:30:00+00:00"],
    ),
    "listmonk": (
        "uuid,email,name,attributes,status,created_at,updated_at\n"
        "9a1c,yes@example.org,Ana,{},enabled,2024-03-01 09:30:00.12 +0000 UTC,2024-03-02 09:30:00 +0000 UTC\n"
        "9a1d,no@example.org,Bor,{},blocklisted,2024-03-01 09:30:00 +0000 UTC,2024-03-02 09:30:00 +0000 UTC\n",
        {"yes": YES, "no": NO},
        {},
        ["listmonk: created_at 2024-03-01 09:30:00.12 +0000 UTC"],
    ),
    "listmonk_list": (
        "uuid,email,name,status,subscription_status\n"
        "9a1a,yes@example.org,Ana,enabled,confirmed\n9a1b,asked@example.org,Bor,enabled,unconfirmed\n"
        "9a1c,left@example.org,Cene,enabled,unsubscribed\n9a1d,no@example.org,Dora,blocklisted,confirmed\n",
        {"yes": YES, "asked": PENDING, "left": NO, "no": NO},
        {},
        [],
    ),
    "ghost": (
        "id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,"
        "labels,tiers\n6510aa,yes@example.org,Ana,,true,false,,2024-03-01T09:30:00.000Z,,,Free\n"
        "6510ab,no@example.org,Bor,,false,false,,2024-03-01T09:30:00.000Z,,,\n",
        {"yes": YES, "no": NO},
        {},
        ["Ghost: created_at 2024-03-01T09:30:00.000Z"],
    ),
    "buttondown": (
        "id,secondary_id,email,notes,subscriber_type,referrer_url,utm_source,creation_date,ip_address,"
        "subscription_date,unsubscription_date,tags,metadata\n"
        "a1,1,yes@example.org,,regular,https://x.example,,2024-03-13 00:03:09.183465+00:00,192.0.2.1,"
        "2024-03-13 00:03:09.183465+00:00,,,{}\n"
        "a2,2,paid@example.org,,past_due,,,2024-03-13 00:03:09+00:00,,2024-03-13 00:03:09+00:00,,,\n"
        "a3,3,asked@example.org,,unactivated,,,2024-03-13 00:03:09+00:00,,,,,\n"
        "a4,4,no@example.org,,unsubscribed,,,2024-03-13 00:03:09+00:00,,,2024-04-08 17:09:32+00:00,,\n"
        "a5,5,dead@example.org,,undeliverable,,,2024-03-13 00:03:09+00:00,,,,,\n"
        "a6,6,angry@example.org,,complained,,,2024-03-13 00:03:09+00:00,,,,,\n",
        {"yes": YES, "paid": YES, "asked": PENDING, "no": NO},
        {"dead": SuppressionReason.BOUNCED, "angry": SuppressionReason.COMPLAINED},
        [
            "Buttondown: subscription_date 2024-03-13 00:03:09+00:00",
            "Buttondown: subscription_date 2024-03-13 00:03:09.183465+00:00",
            "Buttondown: unsubscription_date 2024-04-08 17:09:32+00:00",
        ],
    ),
    "brevo": (
        "CONTACT ID;EMAIL;LASTNAME;FIRSTNAME;WHATSAPP;SMS;DOUBLE_OPT-IN;LANDLINE_NUMBER;EXT_ID;CONTACT_TIMEZONE;"
        "JOB_TITLE;LINKEDIN;EMAIL_BLACKLISTED;ADDED_TIME;MODIFIED_TIME\n"
        "1;yes@example.org;Novak;Ana;;38640123456;1;;a-7;Europe/Ljubljana;;ana-novak;No;18-06-2024;28-01-2026\n"
        "2;asked@example.org;Kos;Bor;;;2;;;;;;No;31-01-2024 09:30:00;31-01-2024 09:30:00\n"
        "3;no@example.org;Rus;Cene;;;1;;;;;;Yes;31-01-2024 09:30;31-01-2024 09:30\n",
        {"yes": YES, "asked": PENDING, "no": NO},
        {},
        ["Brevo: ADDED_TIME 18-06-2024", "Brevo: ADDED_TIME 31-01-2024 09:30:00"],
    ),
    "keila": (
        "Email,First name,Last name,Data,Status,External ID\n"
        'yes@example.org,Ana,Novak,"{""city"": ""Koper""}",active,12\nno@example.org,Bor,Kos,,unsubscribed,\n'
        "dead@example.org,Cene,Rus,{},unreachable,\n",
        {"yes": YES, "no": NO},
        {"dead": SuppressionReason.BOUNCED},
        [],
    ),
    "sympa": ("yes@example.org\tAna Novak\nasked@example.org\t\n", {"yes": YES, "asked": YES}, {}, []),
    "sympa_dump": (
        "date 1710288189\nemail yes@example.org\ngecos Ana Novak\nreception digest\nsubscribed 1\n"
        "visibility noconceal\n\n"
        "date 1710288189\nemail no@example.org\nreception nomail\nsubscribed 1\n\n"
        "date 1710288189\nemail ill@example.org\nbounce 1710288189 1710288190 7 5.1.1\nsubscribed 1\n\n"
        "date 1710288189\nemail away@example.org\nsubscribed 1\nsuspend 1\n\n"
        "date 1710288189\nemail other@example.org\ninclusion 1710288189\nsubscribed 0\nincluded 1\n",
        {"yes": YES, "no": NO},
        {},
        ["Sympa: date 2024-03-13T00:03:09+00:00"],
    ),
    "mailman": (
        'Ana Novak <yes@example.org>\n"Novak, B." <b@example.org>\n=?utf-8?q?=C5=BDiga?= <ziga@example.org>\n'
        "bare@example.org\n",
        dict.fromkeys(("yes", "b", "ziga", "bare"), YES),
        {},
        [],
    ),
    "plain_list": ("yes@example.org\n\nb@example.org\n", {"yes": YES, "b": YES}, {}, []),
    "table": ("email,name\nyes@example.org,Ana\n", {"yes": YES}, {}, []),
}


def bring_in(database: Database, path: Path, **more: Any) -> CsvReport:
    return import_csv(database, path, ImportRequest("bulletin", "Paper", "sl", **more), secret=SECRET, now=NOON)


def proofs(session: Session) -> set[str]:
    """What consent records say beyond the note."""
    wordings = session.exec(select(ConsentRecord.wording))
    return {wording.removeprefix("Paper (").removesuffix(")") for wording in wordings if wording != "Paper"}


@pytest.mark.parametrize("system", FILES)
@on_sqlite
def test_an_export_is_recognised_and_its_people_are_what_they_were_there(
    database: Database, csv: Csv, system: str
) -> None:
    content, expected, dead, proven = FILES[system]
    path = csv(content)
    assert preview_file(path, ImportRequest("bulletin", "Paper", "sl")).system == system
    report = bring_in(database, path)
    with database.read() as session:
        assert report.system == system
        assert statuses(session) == expected
        assert suppressions(session) == {hash_of(f"{name}@example.org"): why for name, why in dead.items()}
        assert proofs(session) == set(proven)


def test_every_importer_has_an_example_here() -> None:
    assert set(FILES) | {"mailchimp"} == set(SYSTEMS)
    assert set(IMPORTERS) == set(SYSTEMS) - {"table"}


def packed(files: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


AUDIENCE = {
    "a/subscribed_email_audience_export_1a.csv": f"{MAILCHIMP}\n"
    "yes@example.org,Ana,Trg 1  Ptuj  2250  SI,+38640123456,05/12,2,2020-01-01 10:00:00,192.0.2.1,"
    "2020-01-01 10:05:00,2024-05-25 10:00:00,1,2,"
    '"two\nlines"\n'
    "broken,Nobody,,,,2,2020-01-01 10:00:00,,2020-01-01 10:05:00,2024-05-25 10:00:00,1,2,\n",
    "a/unsubscribed_email_audience_export_1a.csv": "Email Address,MEMBER_RATING,OPTIN_TIME,UNSUB_TIME,"
    "UNSUB_REASON\n"
    "no@example.org,2,2020-01-01 10:00:00,2021-05-05 10:00:00,NORMAL\nnobody,2,,2021-05-05 10:00:00,NORMAL\n",
    "a/cleaned_email_audience_export_1a.csv": "Email Address,MEMBER_RATING,OPTIN_TIME,CLEAN_TIME\n"
    "dead@example.org,2,2020-01-01 10:00:00,2021-05-05 10:00:00\n",
    "a/nonsubscribed_email_audience_export_1a.csv": "Email Address,MEMBER_RATING\nbuyer@example.org,2\n",
    "__MACOSX/a/subscribed_email_audience_export_1a.csv": "rubbish",
}


def test_the_three_files_of_an_audience_are_one_import(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "audience.zip"
    path.write_bytes(packed(AUDIENCE))
    report = bring_in(database, path, ignored_columns=("NOTES",))
    with database.read() as session:
        assert report.system == "mailchimp"
        assert statuses(session) == {"yes": YES, "no": NO}
        assert suppressions(session) == {hash_of("dead@example.org"): SuppressionReason.BOUNCED}
        yes, no = session.exec(select(ConsentRecord).order_by(ConsentRecord.action))
        assert (yes.action, yes.given_at, yes.evidence) == (
            ConsentAction.CONFIRMED,
            datetime(2020, 1, 1, 10, 5, tzinfo=UTC),
            "audience.zip/subscribed_email_audience_export_1a.csv:2",
        )
        assert yes.wording == (
            "Paper (Mailchimp: OPTIN_TIME 2020-01-01 10:00:00, CONFIRM_TIME 2020-01-01 10:05:00)"
        )
        assert (no.given_at, no.wording) == (
            datetime(2021, 5, 5, 10, tzinfo=UTC),
            "Paper (Mailchimp: UNSUB_TIME 2021-05-05 10:00:00)",
        )
    assert [(Path(refused.place).name, refused.line) for refused in report.refused] == [
        ("subscribed_email_audience_export_1a.csv", 4),
        ("unsubscribed_email_audience_export_1a.csv", 3),
    ]


@on_sqlite
def test_a_second_copy_of_a_file_is_read_whatever_a_program_calls_it(database: Database, tmp_path: Path) -> None:
    path, copies = tmp_path / "audience.zip", ["", " (1)", " copy 2", "", ""]
    named = zip(AUDIENCE.items(), copies, strict=True)
    path.write_bytes(packed({name.replace(".csv", f"{copy}.csv"): text for (name, text), copy in named}))
    bring_in(database, path, ignored_columns=("NOTES",))
    with database.read() as session:
        assert statuses(session) == {"yes": YES, "no": NO}
        assert set(suppressions(session)) == {hash_of("dead@example.org")}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (packed(AUDIENCE | {"a/former members.csv": "email\n"}), "subscribers-archive-other-files"),
        (packed({"people.csv": "email\na@example.org\n"}), "subscribers-archive-unknown"),
        (packed({f"{n}.txt": "" for n in range(MAX_FILES)} | AUDIENCE), "subscribers-sheet-too-large"),
        (packed({"subscribed_x_export_1.csv": b"email\n" + b"\0" * 60_000_000}), "subscribers-sheet-too-large"),
        (packed({"subscribed_x_export_1.csv": b"email\n\xff\xfe"}), "subscribers-archive-unreadable"),
        (packed({"subscribed_x_export_1.csv": 'email\n"ana@example.org\n'}), "subscribers-archive-unreadable"),
        (packed({"subscribed_x_export_1.csv": "email\na\nb\nc\nd\n"}), "subscribers-file-too-many-rows"),
        (packed(AUDIENCE)[:-30], "subscribers-sheet-unreadable"),
        (packed({"in.zip": packed(AUDIENCE)}), "subscribers-archive-unknown"),
        (packed(AUDIENCE | {"subscribed_sms_audience_export_1.csv": "a\n"}), "subscribers-archive-other-files"),
    ],
    ids=[
        "one more",
        "another",
        "many",
        "bomb",
        "code page",
        "quotation",
        "rows",
        "cut off",
        "nested",
        "text messages",
    ],
)
def test_an_archive_is_bounded_and_one_that_is_not_understood_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(InputRefused) as refused:
        decode_packed(content, {"file": "a.zip", "sheet": None, "max_rows": 3})
    assert refused.value.code == code


def test_no_name_in_an_archive_leads_anywhere() -> None:
    content = packed({f"../../{name}": text for name, text in AUDIENCE.items() if name.startswith("a/")})
    frame = decode_packed(content, {"file": "a.zip", "sheet": None, "max_rows": 100})
    names = [name for _, name in frame.facts["parts"]]
    assert all("/" not in name and name.endswith("_email_audience_export_1a.csv") for name in names)
    table = list(csv_format.reader(io.StringIO(frame.parts[0].decode())))
    assert {row[0] for row in table if row} == {"Mailchimp file", "subscribed", "unsubscribed", "cleaned"}


def test_files_of_two_audiences_that_are_called_alike_are_both_read() -> None:
    name = "subscribed_members_export_1.csv"
    content = packed({f"{folder}/{name}": f"Email Address\n{folder}@example.org\n" for folder in "ab"})
    frame = decode_packed(content, {"file": "a.zip", "sheet": None, "max_rows": 100})
    table = [row for row in csv_format.reader(io.StringIO(frame.parts[0].decode())) if row]
    assert table == [
        ["Mailchimp file", "Email Address"],
        ["subscribed", "a@example.org"],
        ["subscribed", "b@example.org"],
    ]


def test_lines_of_a_text_are_its_own(database: Database, csv: Csv) -> None:
    report = bring_in(database, csv("yes@example.org\n\nnobody at all\nno@example\n"))
    assert [refusal.line for refusal in report.refused] == [3, 4]
    with database.read() as session:
        assert session.exec(select(ConsentRecord.evidence)).one() == "people.csv:1"


def test_a_heading_in_a_text_is_asked_about(database: Database, csv: Csv) -> None:
    with pytest.raises(InputRefused, match="subscribers-file-heading"):
        bring_in(database, csv("yes@example.org\nODJAVLJENI\nno@example.org\n"))


def test_what_a_person_says_of_a_file_holds(database: Database, csv: Csv) -> None:
    path = csv(FILES["keila"][0])
    report = bring_in(database, path, header=HeaderChoice(system="table"), ignored_columns=("Data",))
    with database.read() as session:
        assert report.system == "table"
        assert suppressions(session) == {}, "elsewhere, unreachable is a no to everything"
    with pytest.raises(InputRefused, match="subscribers-importer-unknown"):
        bring_in(database, path, header=HeaderChoice(system="sendmail"))


def test_what_is_no_moment_is_no_proof_and_refuses_a_yes(database: Database, csv: Csv) -> None:
    rows = FILES["ghost"][0].replace("2024-03-01T09:30:00.000Z", "left in May")
    report = bring_in(database, csv(rows))
    assert [(refusal.line, refusal.code) for refusal in report.refused] == [(2, "subscribers-moment-unknown")]
    with database.read() as session:
        assert statuses(session) == {"no": NO}
        assert proofs(session) == set()


def test_a_pickle_is_never_read(csv: Csv) -> None:
    with pytest.raises(InputRefused, match="subscribers-file-pickle"), open_text(csv(b"\x80\x02}q\x01.")):
        pass


def test_moments_are_read_in_one_way_alone() -> None:
    assert read_iso("2024-03-01 09:30:00") == datetime(2024, 3, 1, 9, 30, tzinfo=UTC)
    assert read_iso("2024-03-01 09:30:00 +0200 CEST") == datetime(2024, 3, 1, 7, 30, tzinfo=UTC)
    for text in ("01-03-2024 09:30:00", "01-03-2024 09:30"):
        assert read_day_first(text) == datetime(2024, 3, 1, 9, 30, tzinfo=UTC)
    assert read_day_first("18-06-2024") == datetime(2024, 6, 18, tzinfo=UTC)
    wrong = ((read_iso, "1. 3. 2024"), (read_iso, "yes"), (read_day_first, "2024-03-01 09:30:00"))
    for read, text in (*wrong, (read_day_first, "06-18-2024"), (read_day_first, "18-06-2024 in May")):
        with pytest.raises(ValueError, match=r"."):
            read(text)


def test_names_of_members_are_read_as_in_a_mail(database: Database, csv: Csv) -> None:
    bring_in(database, csv(FILES["mailman"][0]))
    with database.read() as session:
        assert set(session.exec(select(Subscriber.name))) == {"Ana Novak", "Novak, B.", "Žiga", ""}


def test_a_line_of_json_that_is_no_person_is_refused_and_whom_it_names_gets_no_yes(
    database: Database, csv: Csv
) -> None:
    text = FILES["bilten_json"][0]
    people = text.splitlines()
    broken = people[1].replace('"Ana"', '"Ana').replace("yes@", "bor@")
    other = people[1].replace("yes@", "bor@")
    path = csv("\n".join([people[0], people[1], broken, other, '{"email": "x@example.org"},', *people[2:], ""]))
    request = ImportRequest("bulletin", "Our own export")
    report = import_csv(database, path, request, secret=SECRET, now=NOON)
    assert [refusal.line for refusal in report.refused] == [3, 4, 5]
    with database.read() as session:
        assert statuses(session) == {"yes": YES, "no": NO}
