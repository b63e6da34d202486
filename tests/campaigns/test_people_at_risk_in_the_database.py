"""The whole life of people on a protected list: whoever has the database's bytes, and no key, learns of none of
them who they are; mail and staff's pages notice nothing."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from sqlalchemy import false, text
from sqlmodel import Session, SQLModel, select

from campaigns.imports.manage_import import check_import, start_import, upload_import
from campaigns.imports.run_imports import run_imports
from campaigns.opt_in.send_opt_in_mail import send_opt_in_mails, welcome
from campaigns.people.correct_address import correct_address
from campaigns.people.encrypt_members import encrypt_members
from campaigns.people.erase_person import erase_person
from campaigns.people.export_person import export_person
from campaigns.people.fill_fields import fill_fields
from campaigns.people.find_person import PeopleRequest, search_people
from campaigns.people.merge_people import merge
from campaigns.people.see_person import write_note
from campaigns.people.serve_person import correct_person
from campaigns.people.staff_action import StaffAction
from campaigns.protected_segments import check_audience
from campaigns.sending.send import send_campaigns
from campaigns.status import CampaignStatus
from core.addresses import EmailAddress, address_hash
from core.db import Database
from core.encrypted_columns import UnopenedText, give_keys
from core.encrypted_rows import count_rows_by_key, encrypt_rows_anew
from core.encryption import EncryptionKeys, new_key
from core.errors import InputRefused, Misconfigured
from core.sql import insert_once
from delivery.tables import WebhookReceipt
from staff.principal import OPERATOR
from subscribers.ask_address_change import ask_for_change
from subscribers.audience import Audience, ChosenSegment, audience_of
from subscribers.change_list import set_protected
from subscribers.csv_header import HeaderChoice
from subscribers.encrypt_people import encrypt_due_people, encrypt_people, encryption_state
from subscribers.field_tables import CustomField, FieldType
from subscribers.import_report import ImportRequest
from subscribers.lists import create_list
from subscribers.queries import subscriber_of
from subscribers.subscribe import ConsentProof, SubscriptionRequest, confirm, request_subscription, unsubscribe
from subscribers.tables import ConsentMethod, MailingList, Subscriber, SubscriberWord
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.web.statements import statements_of

OLD, NEW = new_key(), new_key()
WORDS = ("zofija", "unikat", "zala", "redka", "vesna", "edinka", "skrivno", "ptujska", "7310")
ZOFIJA, ZALA, VESNA = "zofija.unikat@example.org", "zala@redka.example", "vesna@edinka.example"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url, keys=EncryptionKeys.read(OLD))
    yield database
    database.dispose()


@pytest.fixture
def protected(world: World) -> World:
    """Its only list is one of people at risk, and there are two fields."""
    with world.database.write() as session:
        set_protected(session, session.get_one(MailingList, 1), is_protected=True)
        for number, word, kind in ((1, "town", FieldType.TEXT), (2, "number", FieldType.WHOLE_NUMBER)):
            session.add(CustomField(id=number, word=word, label=word, type=kind, created_at=world.clock.now()))
    return world


def bytes_of(database: Database) -> str:
    """Everything that the database holds, as whoever has stolen it reads it; of SQLite also what was deleted."""
    if database.is_sqlite:
        assert database.sqlite_path is not None
        files = database.sqlite_path.parent.glob(f"{database.sqlite_path.name}*")
        stored = b"".join(file.read_bytes() for file in files if file.is_file())
        return stored.decode("latin-1").lower() + stored.decode("utf-16-le", "ignore").lower()
    texts = []
    with database.read() as session:
        for table in SQLModel.metadata.sorted_tables:
            rows = session.execute(text(f'SELECT "{table.name}"::text FROM "{table.name}"'))  # noqa: S608  our names
            texts += [str(row[0]) for row in rows]
            for column in table.columns:
                if type(column.type).__name__ == "EncryptedBytesType":
                    raw = session.execute(
                        text(f'SELECT encode("{column.name}", \'escape\') FROM "{table.name}"')  # noqa: S608  our names
                    )
                    texts += [str(row[0]) for row in raw]
    return "\n".join(texts).lower()


def words_in(database: Database) -> list[str]:
    stored = bytes_of(database)
    return [word for word in WORDS if word in stored]


def join(world: World, address: str, name: str, list_id: int = 1) -> int:
    proof = ConsentProof(ConsentMethod.SIGN_UP, "Yes, please", "en", "page")
    with world.database.write() as session:
        secret = world.settings.secret_key.get_secret_value()
        request = SubscriptionRequest(address, name, list_id, proof)
        who = request_subscription(session, request, now=world.clock.now(), secret=secret).subscriber_id
    link = ConsentProof(ConsentMethod.CONFIRMATION_LINK, "Yes, please", "en", "page")
    with world.database.write() as session:
        confirm(session, subscriber_id=who, list_id=list_id, proof=link, now=world.clock.now())
    return who


def bring_in(world: World, rows: str) -> None:
    file = f"email,name,language,Town,Number\n{rows}\n".encode()
    header = HeaderChoice(fields={"Town": "town", "Number": "number"})
    request = ImportRequest("bulletin", "Paper forms", "en", header=header, updates=True)
    import_id = upload_import(world.context.services, request, BytesIO(file), "people.csv", actor=OPERATOR)
    for step in (check_import, start_import):
        with world.database.write() as session:
            step(session, import_id, actor=OPERATOR, now=world.clock.now())
        assert words_in(world.database) == []
        run_imports(world.context)


def leave(session: Session, world: World, who: int, list_id: int) -> bool:
    now, method = world.clock.now(), ConsentMethod.ONE_CLICK
    return unsubscribe(session, subscriber_id=who, list_id=list_id, method=method, evidence="x", now=now)


def act(world: World) -> StaffAction:
    return StaffAction("asked by letter", OPERATOR, world.clock.now(), zone="UTC")


def known(session: Session, world: World, address: str) -> Subscriber:
    secret = world.settings.secret_key.get_secret_value()
    person = subscriber_of(session, address_hash(EmailAddress.parse(address), secret=secret))
    assert person is not None
    return person


def test_nothing_in_the_database_says_who_they_are(protected: World) -> None:
    world = protected
    zofija = join(world, ZOFIJA, "Zofija Unikat")
    bring_in(world, f"{ZALA},Zala Redka,en,Ptujska,7310\n{VESNA},Vesna Edinka,en,Ptujska,7310")
    assert words_in(world.database) == []
    with world.database.write() as session:
        assert fill_fields(session, zofija, act(world), written={"town": "Ptujska", "number": "7310"})
        write_note(session, zofija, "Zofija dela skrivno", actor=OPERATOR, now=world.clock.now())
        correct_person(session, zofija, act(world), name="Zofija Unikatova", language="en")
        # What nobody can read is kept as it came.
        kept = {"sender_id": 1, "received_at": world.clock.now(), "processed_at": world.clock.now()}
        body = f'{{"to": "{VESNA}"}}'.encode()
        insert_once(session, WebhookReceipt, [{**kept, "dedupe_key": "x", "body": body, "error": "unreadable"}])
    world.provider.faults = ["lose the answer"]
    campaign_id = world.launched()
    send_campaigns(world.context)
    assert words_in(world.database) == [], "also while an answer is waited for"
    world.run(rounds=20)
    assert dict(world.provider.received) == {ZOFIJA: 1, ZALA: 1, VESNA: 1}
    assert {message.to for batch in world.provider.batches for message in batch.messages} == {ZOFIJA, ZALA, VESNA}
    assert len(world.deliveries(campaign_id)) == 3
    with world.database.write() as session:
        secret = world.settings.secret_key.get_secret_value()
        vesna = known(session, world, VESNA)
        ask_for_change(session, vesna, "vesna@redka.example", now=world.clock.now(), secret=secret)
        correct_address(session, zofija, act(world), address="zofija@redka.example", settings=world.settings)
        merge(session, zofija, known(session, world, ZALA).id, act(world))
        exported = export_person(session, zofija, act(world)).as_json()
    assert exported["person"]["name"] == "Zofija Unikatova"
    assert {each["value"] for each in exported["fields"]} == {"Ptujska", "7310"}
    assert "skrivno" in repr(exported)
    assert words_in(world.database) == []
    with world.database.write() as session:
        erase_person(session, known(session, world, VESNA).id, act(world))
        assert session.exec(select(WebhookReceipt.body)).all() == [None], "what names her goes with her"


def test_they_are_found_by_the_whole_address_and_by_nothing_else(protected: World) -> None:
    world = protected
    zofija = join(world, ZOFIJA, "Zofija Unikat")
    join(world, ZOFIJA, "Somebody Else")
    secret = world.settings.secret_key.get_secret_value()
    with world.database.read() as session:
        assert session.exec(select(SubscriberWord)).all() == []
        for asked, people in ((ZOFIJA, [zofija]), (ZOFIJA.upper(), [zofija]), ("zofija", []), ("example.org", [])):
            page = search_people(session, PeopleRequest(asked), viewer=OPERATOR, secret=secret, limit=10)
            assert [person.subscriber_id for person in page.people] == people
        assert search_people(
            session, PeopleRequest(ZOFIJA), viewer=OPERATOR, secret=secret, limit=1
        ).people[0].name == "Zofija Unikat"  # fmt: skip


def test_an_open_list_and_its_readers_are_as_they_were(world: World) -> None:
    with world.database.write() as session:
        risk = create_list(session, slug="risk", name="Risk", is_protected=True, now=world.clock.now()).id
    rosa, zofija = join(world, "rosa@example.org", "Rosa Kos"), join(world, ZOFIJA, "Zofija Unikat", risk)
    with world.database.read() as session:
        assert session.get_one(Subscriber, rosa).encrypted_with is None
        assert "rosa" in session.exec(select(SubscriberWord.word)).all()
    join(world, ZOFIJA, "Zofija Unikat")
    join(world, "rosa@example.org", "Rosa Kos", risk)
    with world.database.write() as session:
        key = world.database.keys.newest if world.database.keys else None
        assert {session.get_one(Subscriber, number).encrypted_with for number in (rosa, zofija)} == {key}
        assert session.exec(select(SubscriberWord)).all() == [], "who comes to a protected list has none any more"
        assert leave(session, world, rosa, risk)
        session.flush()
    encrypt_members(world.context)
    with world.database.read() as session:
        assert session.get_one(Subscriber, rosa).encrypted_with == key, "whoever was on it stays at risk"
    assert words_in(world.database) == []


def test_a_segment_that_asks_fields_has_nobody_whom_it_cannot_ask(world: World) -> None:
    with world.database.write() as session:
        risk = create_list(session, slug="risk", name="Risk", is_protected=True, now=world.clock.now()).id
        session.add(CustomField(id=1, word="town", label="t", type=FieldType.TEXT, created_at=world.clock.now()))
    rosa, zofija = join(world, "rosa@example.org", "Rosa Kos"), join(world, ZOFIJA, "Zofija Unikat", risk)
    join(world, ZOFIJA, "Zofija Unikat")
    with world.database.write() as session:
        for person in (rosa, zofija):
            fill_fields(session, person, act(world), written={"town": "Ptuj"})

    def reached(condition: str, *, is_excluded: bool = False) -> set[int]:
        chosen = (ChosenSegment(1, condition),)
        audience = Audience((1,), excluded_segments=chosen) if is_excluded else Audience((1,), segments=chosen)
        with world.database.read() as session:
            people = session.exec(audience_of(audience, lambda _: false(), now=world.clock.now()))
            return {row[0] for row in people}

    assert reached("language in (en)") == {rosa, zofija}
    assert reached("field town = Ptuj") == {rosa}
    assert reached("not field town = Maribor") == {rosa}
    assert reached("field town is empty") == set()
    assert reached("field town = Maribor", is_excluded=True) == {rosa}
    assert reached("not field town = Ptuj", is_excluded=True) == {rosa}
    with world.database.read() as session:
        audience = Audience((risk,), segments=(ChosenSegment(1, "field town = Ptuj"),))
        with pytest.raises(InputRefused, match="segment-encrypted"):
            check_audience(session, audience)
        check_audience(session, Audience((risk,), segments=(ChosenSegment(1, "language in (en)"),)))


def test_how_long_a_sign_up_takes_tells_nobody_who_is_at_risk(world: World) -> None:
    with world.database.write() as session:
        risk = create_list(session, slug="risk", name="Risk", is_protected=True, now=world.clock.now()).id
    join(world, "first@example.org", "What a process asks once")
    for list_id, address, name in ((1, "rosa@example.org", "Rosa Kos"), (risk, ZOFIJA, "Zofija Unikat")):
        join(world, address, name, list_id)
    proof = ConsentProof(ConsentMethod.SIGN_UP, "Yes", "en", "page")
    secret = world.settings.secret_key.get_secret_value()
    for list_id in (1, risk):
        asked = []
        for address in (ZALA, "rosa@example.org", ZOFIJA):
            with statements_of(world.database) as statements, world.database.write() as session:
                request = SubscriptionRequest(address, "Somebody", list_id, proof)
                request_subscription(session, request, now=world.clock.now(), secret=secret)
                session.rollback()
            asked.append(len(statements))
        assert len(set(asked)) == 1


def test_what_the_search_looks_through_holds_whoever_is_not_encrypted(world: World) -> None:
    join(world, ZALA, "Zala Redka")
    assert words_in(world.database) == ["zala", "redka"]


@pytest.mark.parametrize("killed_after", [0, 1, 2])
def test_a_new_key_and_whoever_came_before_it(
    protected: World, killed_after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list is protected only now, a key is there only now, or a newer one: the job does it, and goes on."""
    monkeypatch.setattr("subscribers.encrypt_people.AT_ONCE", 1)
    world = protected
    zofija = join(world, ZOFIJA, "Zofija Unikat")
    without = Database(world.database.url.render_as_string(hide_password=False))
    secret = world.settings.secret_key.get_secret_value()
    proof = ConsentProof(ConsentMethod.SIGN_UP, "Yes", "en", "page")
    with without.write() as session:
        for address, name in ((ZALA, "Zala Redka"), (VESNA, "Vesna Edinka")):
            request = SubscriptionRequest(address, name, 1, proof)
            request_subscription(session, request, now=world.clock.now(), secret=secret)
    with without.read() as session:
        assert isinstance(session.get_one(Subscriber, zofija).name, UnopenedText)
        assert encryption_state(session).due == 2
    with pytest.raises(Misconfigured), without.write() as session:
        correct_person(session, zofija, act(world), name="Zofija", language="en")
    with without.write() as session:
        assert leave(session, world, zofija, 1), "leaving needs no key"
    rotated = Database(without.url.render_as_string(hide_password=False), keys=EncryptionKeys.read(f"{NEW},{OLD}"))
    with monkeypatch.context() as patched:
        patched.setattr("subscribers.encrypt_people.encrypt_people", dies_after(killed_after))
        with pytest.raises(KeyboardInterrupt):
            encrypt_due_people(rotated)
    assert encrypt_due_people(rotated) == 3 - killed_after
    assert encrypt_due_people(rotated) == 0
    assert encrypt_rows_anew(rotated, let_others_write=lambda: None) == 0
    for database in (without, world.database):
        database.dispose()
    only_new = Database(rotated.url.render_as_string(hide_password=False), keys=EncryptionKeys.read(NEW))
    with only_new.read() as session:
        state = encryption_state(session)
        assert (state.due, list(state.by_key.values())) == (0, [3])
        names = set(session.exec(select(Subscriber.name)))
    assert names == {"Zofija Unikat", "Zala Redka", "Vesna Edinka"}
    assert words_in(only_new) == []
    for database in (rotated, only_new):
        database.dispose()


def dies_after(transactions: int) -> Callable[[Session, list[int]], int]:
    left = [transactions]

    def encrypt(session: Session, subscriber_ids: list[int]) -> int:
        done = encrypt_people(session, subscriber_ids)
        if left[0] == 0:
            raise KeyboardInterrupt
        left[0] -= 1
        return done

    return encrypt


@on_sqlite
def test_rows_on_their_way_are_written_again_with_the_newest_key(protected: World) -> None:
    world = protected
    without = Database(world.database.url.render_as_string(hide_password=False))
    bodies = [b'{"to": "zala"}', b"", b"{}"]
    with without.write() as session:
        kept = {"sender_id": 1, "received_at": world.clock.now(), "processed_at": None, "error": None}
        rows = [{**kept, "dedupe_key": str(n), "body": body} for n, body in enumerate(bodies)]
        insert_once(session, WebhookReceipt, rows)
    without.dispose()
    with world.database.read() as session:
        assert count_rows_by_key(session) == {"": 2}
    assert encrypt_rows_anew(world.database, let_others_write=lambda: None) == 2
    assert encrypt_rows_anew(world.database, let_others_write=lambda: None) == 0
    with world.database.read() as session:
        assert sorted(filter(None, session.exec(select(WebhookReceipt.body)))) == sorted(filter(None, bodies))
    assert words_in(world.database) == []


@on_sqlite
def test_without_its_key_nothing_is_sent_to_them_and_others_get_theirs(protected: World) -> None:
    world = protected
    world.configure(sign_up_sender="main")
    zofija = join(world, ZOFIJA, "Zofija Unikat")
    with world.database.write() as session:
        welcome(session, subscriber_id=zofija, list_id=1, language="en", now=world.clock.now())
    campaign_id = world.launched()
    give_keys(world.database.engine.dialect, EncryptionKeys.read(NEW))
    with pytest.raises(Misconfigured):
        send_campaigns(world.context)
    send_opt_in_mails(world.context)
    assert not world.provider.batches
    give_keys(world.database.engine.dialect, EncryptionKeys.read(f"{NEW},{OLD}"))
    world.run(rounds=10)
    world.clock.advance(minutes=30)
    send_opt_in_mails(world.context)
    assert dict(world.provider.received) == {ZOFIJA: 2}, "the campaign, and the welcome"
    assert world.status(campaign_id) is CampaignStatus.SENT
