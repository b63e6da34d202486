"""Any number of people, written by the database itself: a million of them in a minute or two.

One in a thousand has not confirmed, one in two hundred is blocked; each has four words to be found by.
"""

from sqlalchemy import bindparam, text
from sqlmodel import Session, col, func, select

from core.addresses import EmailAddress, address_hash
from core.db import Database, UtcDateTime
from core.fold_text import fold_text
from subscribers.tables import Subscriber
from tests.conftest import NOON

FIRST = ("Ana", "Andrej", "Boris", "Cilka", "Dana", "Eva", "Franc", "Gregor", "Hana", "Ivan", "Jana", "Žiga")
_HASHES = {"sqlite": "lower(hex(randomblob(32)))", "postgresql": "encode(sha256(('oseba' || n)::bytea), 'hex')"}
_PEOPLE = """
    INSERT INTO subscriber (id, address, address_hash, name, language, created_at)
    WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :count),
    firsts(place, name) AS (VALUES {firsts})
    SELECT :base + n, 'oseba' || n || '@example.org', {hashes}, firsts.name || ' Priimek' || n % 2003,
        CASE WHEN n * 7 % 100 < 90 THEN 'sl' WHEN n * 7 % 100 < 99 THEN 'en' ELSE 'fa' END, :now
    FROM numbers JOIN firsts ON firsts.place = n % {many}
"""
_WORDS = """
    INSERT INTO subscriber_word (word, subscriber_id)
    WITH firsts(place, word) AS (VALUES {firsts})
    SELECT firsts.word, id FROM subscriber JOIN firsts ON firsts.place = (id - :base) % {many} WHERE id > :base
    UNION ALL SELECT 'priimek' || (id - :base) % 2003, id FROM subscriber WHERE id > :base
    UNION ALL SELECT 'oseba' || (id - :base), id FROM subscriber WHERE id > :base
    UNION ALL SELECT 'example.org', id FROM subscriber WHERE id > :base
"""
_SUBSCRIPTIONS = """
    INSERT INTO subscription (subscriber_id, list_id, status, changed_at)
    SELECT id, :list_id, CASE WHEN id % 1000 = 0 THEN 'pending' ELSE 'confirmed' END, :now
    FROM subscriber WHERE id > :base
"""
_CONSENT = """
    INSERT INTO consent_record (subscriber_id, list_id, action, method, wording, language, evidence, at)
    SELECT id, :list_id, 'confirmed', 'import', 'At our stall', 'sl', 'people.csv:' || id, :now
    FROM subscriber WHERE id > :base
"""
_BLOCKED = """
    INSERT INTO suppression (address_hash, reason, detail, at)
    SELECT address_hash, 'bounced', '', :now FROM subscriber WHERE id > :base AND (id - :base) % 200 = 0
"""


def fill_people(database: Database, count: int, *, list_id: int) -> int:
    """The number after which theirs begin, in order: oseba1@example.org has the first."""
    kind = database.url.get_backend_name()
    names = {"firsts": _rows(FIRST), "hashes": _HASHES[kind], "many": len(FIRST)}
    with database.write() as session:
        base = session.exec(select(func.max(col(Subscriber.id)))).one() or 0
        texts = {"firsts": _rows([fold_text(name) for name in FIRST]), "many": len(FIRST)}
        for statement in (_PEOPLE.format(**names), _WORDS.format(**texts), _SUBSCRIPTIONS, _CONSENT, _BLOCKED):
            values = {"base": base, "count": count, "list_id": list_id, "now": NOON}
            _write(session, statement, {name: values[name] for name in values if f":{name}" in statement})
        if kind == "postgresql":
            session.execute(
                text("SELECT setval(pg_get_serial_sequence('subscriber', 'id'), max(id)) FROM subscriber")
            )
    return base


def give_hash(session: Session, number: int, *, base: int, secret: str) -> None:
    """To whom somebody looks up by their whole address."""
    person = session.get_one(Subscriber, base + number)
    person.address_hash = address_hash(EmailAddress(person.address), secret=secret)
    session.add(person)


def analyze(database: Database) -> None:
    """As autovacuum does after a minute; on SQLite nobody does."""
    if not database.is_sqlite:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def _write(session: Session, statement: str, values: dict[str, object]) -> None:
    written = text(statement)
    if "now" in values:
        written = written.bindparams(bindparam("now", type_=UtcDateTime()))
    session.execute(written, values)


def _rows(texts: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f"({place}, '{word}')" for place, word in enumerate(texts))
