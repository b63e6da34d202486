"""Types of columns that are encrypted at rest: outside the database nobody notices.

Two kinds. What is on its way (`always=True`, and JSON and bytes) is encrypted wherever there is a key. What stays
is encrypted of those of whom it has to be: whoever writes it says so by `EncryptedText`, and what was read from
something encrypted is that again, so that it does not lose it on its way to another row.

Without the key what stays reads as `UNOPENED` and is written back as it was: whatever does not need it goes on.
What is on its way raises Misconfigured.
"""

import json
from typing import Any

from sqlalchemy import JSON, Dialect, LargeBinary, String, TypeDecorator
from sqlalchemy.types import TypeEngine
from sqlmodel import Session

from core.encryption import EncryptionKeys, key_id_of
from core.errors import Misconfigured

UNOPENED = "***"
_IN_JSON = "encrypted"
KEYS = "bilten_keys"
"""The attribute of an engine's dialect: that is all that types of columns are told of where they are used."""


def give_keys(dialect: Dialect, keys: EncryptionKeys | None) -> None:
    """For the engine whose dialect that is, before it is used."""
    setattr(dialect, KEYS, keys)


def _keys(dialect: Dialect) -> EncryptionKeys | None:
    keys: EncryptionKeys | None = getattr(dialect, KEYS, None)
    return keys


def keys_of(session: Session) -> EncryptionKeys | None:
    """None: nothing is encrypted from here."""
    return _keys(session.get_bind().dialect)


class EncryptedText(str):
    """A text that is encrypted where it is stored, if there is a key."""

    __slots__ = ()


class UnopenedText(EncryptedText):
    """One that cannot be read here."""

    __slots__ = ("stored",)
    stored: str

    @classmethod
    def of(cls, stored: str) -> "UnopenedText":
        text = cls(UNOPENED)
        text.stored = stored
        return text


class EncryptedTextType(TypeDecorator[str]):
    """Text of at most `length` signs; encrypted, it takes more."""

    impl = String
    cache_ok = True

    def __init__(self, place: str, length: int | None = None, *, always: bool = False) -> None:
        """`place`: table and column, as in table.column."""
        super().__init__(length)
        # SQLite takes a length for a remark, and would rebuild the table for another one.
        self.impl = String(length).with_variant(String(), "postgresql")  # type: ignore[assignment]  # as it is on objects
        self.place = place
        self.always = always

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if isinstance(value, UnopenedText):
            return value.stored
        keys = _keys(dialect)
        if not value or keys is None or not (self.always or isinstance(value, EncryptedText)):
            return None if value is None else str(value)
        return keys.encrypt(value.encode(), place=self.place)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        if not value or key_id_of(value) is None:
            return value
        if self.always:
            return _opened(value, self.place, dialect).decode()
        keys = _keys(dialect)
        plain = keys.decrypt(value, place=self.place) if keys else None
        return UnopenedText.of(value) if plain is None else EncryptedText(plain.decode())


class EncryptedJsonType(TypeDecorator[Any]):
    """A JSON value. An object in its place says what it is, so that the column holds JSON in any case."""

    impl = JSON
    cache_ok = True
    should_evaluate_none = True  # as JSON's own

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        keys = _keys(dialect)
        if not value or keys is None:
            return value
        return {_IN_JSON: keys.encrypt(json.dumps(value, ensure_ascii=False).encode(), place=self.place)}

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        stored = value.get(_IN_JSON) if isinstance(value, dict) and len(value) == 1 else None
        if not isinstance(stored, str) or key_id_of(stored) is None:
            return value
        return json.loads(_opened(stored, self.place, dialect))


class EncryptedBytesType(TypeDecorator[bytes]):
    impl = LargeBinary
    cache_ok = True

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        keys = _keys(dialect)
        return value if not value or keys is None else keys.encrypt(value, place=self.place).encode()

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        stored = value.decode("latin-1") if value and value[:1] == b"\x02" else ""
        return value if key_id_of(stored) is None else _opened(stored, self.place, dialect)


EncryptedType = EncryptedTextType | EncryptedJsonType | EncryptedBytesType


def plain_type(kind: TypeEngine[Any]) -> TypeEngine[Any]:
    """By which a column of these types is read as it is stored."""
    return kind.impl_instance if isinstance(kind, EncryptedType) else kind


def key_of_stored(value: Any) -> str | None:
    """Of what a column of these types holds: the key that encrypts it, "" for none; None where nothing stands."""
    if not value:
        return None
    if isinstance(value, dict):
        value = value.get(_IN_JSON) if len(value) == 1 else ""
    stored = value.decode("latin-1") if isinstance(value, bytes) and value[:1] == b"\x02" else value
    return (key_id_of(stored) if isinstance(stored, str) else None) or ""


def as_encrypted(text: str) -> EncryptedText:
    return text if isinstance(text, EncryptedText) else EncryptedText(text)


def expect_opened(*texts: str) -> None:
    """For whoever cannot go on without them. Raises Misconfigured where one cannot be read here."""
    for text in texts:
        if isinstance(text, UnopenedText):
            raise _missing(text.stored)


def _opened(stored: str, place: str, dialect: Dialect) -> bytes:
    """Raises Misconfigured."""
    keys = _keys(dialect)
    plain = keys.decrypt(stored, place=place) if keys else None
    if plain is None:
        raise _missing(stored)
    return plain


def _missing(stored: str) -> Misconfigured:
    return Misconfigured("core-encryption-key-missing", key=key_id_of(stored) or "")
