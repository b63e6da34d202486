"""What is encrypted opens with its key, in its column, as it was written; and in no other case."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Dialect
from sqlalchemy.dialects import sqlite

from core.encrypted_columns import (
    UNOPENED,
    EncryptedBytesType,
    EncryptedJsonType,
    EncryptedText,
    EncryptedTextType,
    UnopenedText,
    as_encrypted,
    give_keys,
)
from core.encryption import EncryptionKeys, begins_with_key, key_id_of, new_key
from core.errors import Misconfigured
from core.settings import load_settings

OLD, NEW = new_key(), new_key()
ADDRESS = EncryptedTextType("person.address", 254)


def _keys(text: str) -> EncryptionKeys:
    keys = EncryptionKeys.read(text)
    assert keys is not None
    return keys


def _dialect(keys: str = "") -> Dialect:
    dialect = sqlite.dialect()
    give_keys(dialect, EncryptionKeys.read(keys))
    return dialect


@given(st.binary(max_size=300))
def test_what_is_encrypted_comes_back_byte_for_byte(plain: bytes) -> None:
    keys = _keys(NEW)
    stored = keys.encrypt(plain, place="a.b")
    assert keys.decrypt(stored, place="a.b") == plain
    assert stored != keys.encrypt(plain, place="a.b")
    assert stored.startswith(begins_with_key(keys.newest))


def test_how_long_a_text_is_does_not_show() -> None:
    keys = _keys(NEW)
    assert len({len(keys.encrypt(b"a" * length, place="a.b")) for length in range(64)}) == 1


def test_it_does_not_open_in_another_column_nor_changed_nor_without_its_key() -> None:
    keys = _keys(NEW)
    stored = keys.encrypt(b"ana@example.org", place="person.address")
    assert keys.decrypt(stored, place="person.name") is None
    assert (
        keys.decrypt(stored[:-4] + ("AAAA" if stored[-4:] != "AAAA" else "BBBB"), place="person.address") is None
    )
    assert keys.decrypt(stored[:30], place="person.address") is None
    assert _keys(OLD).decrypt(stored, place="person.address") is None


def test_the_newest_key_encrypts_and_all_decrypt() -> None:
    before, both = _keys(OLD), _keys(f"{NEW}, {OLD}")
    old = before.encrypt(b"ana", place="a.b")
    assert both.decrypt(old, place="a.b") == b"ana"
    assert key_id_of(old) == before.newest
    assert key_id_of(both.encrypt(b"ana", place="a.b")) == _keys(NEW).newest


@pytest.mark.parametrize(
    "wrong", ["short", f"{NEW},", "ž" * 43, NEW[:-2], "\x02"], ids=["short", "comma", "letters", "cut", "sign"]
)
def test_a_setting_that_is_no_key_is_refused_and_not_shown(wrong: str) -> None:
    with pytest.raises(Misconfigured) as refused:
        load_settings(None, encryption_keys=wrong)
    assert "BILTEN_ENCRYPTION_KEYS" in str(refused.value)
    assert NEW not in str(refused.value)


def test_only_what_says_so_is_encrypted_and_stays_so_on_its_way() -> None:
    dialect = _dialect(NEW)
    assert ADDRESS.process_bind_param("ana@example.org", dialect) == "ana@example.org"
    stored = ADDRESS.process_bind_param(as_encrypted("ana@example.org"), dialect)
    read = ADDRESS.process_result_value(stored, dialect)
    assert read == "ana@example.org"
    assert isinstance(read, EncryptedText)
    assert key_id_of(ADDRESS.process_bind_param(read, dialect) or "") is not None


def test_without_its_key_a_text_says_nothing_and_is_written_back_as_it_was() -> None:
    stored = ADDRESS.process_bind_param(as_encrypted("ana@example.org"), _dialect(NEW))
    for dialect in (_dialect(), _dialect(OLD)):
        read = ADDRESS.process_result_value(stored, dialect)
        assert isinstance(read, UnopenedText)
        assert read == UNOPENED
        assert ADDRESS.process_bind_param(as_encrypted(read), dialect) == stored


def test_without_a_key_everything_is_written_as_it_is() -> None:
    dialect = _dialect()
    assert ADDRESS.process_bind_param(as_encrypted("ana"), dialect) == "ana"
    assert EncryptedTextType("a.b", always=True).process_bind_param("ana", dialect) == "ana"
    assert EncryptedJsonType("a.b").process_bind_param({"a": 1}, dialect) == {"a": 1}
    assert EncryptedBytesType("a.b").process_bind_param(b"ana", dialect) == b"ana"


def test_what_is_on_its_way_is_encrypted_wherever_there_is_a_key() -> None:
    dialect = _dialect(NEW)
    text, value, data = EncryptedTextType("a.b", always=True), EncryptedJsonType("a.b"), EncryptedBytesType("a.b")
    assert "ana" not in (text.process_bind_param("ana", dialect) or "")
    assert text.process_result_value(text.process_bind_param("ana", dialect), dialect) == "ana"
    assert "ana" not in str(value.process_bind_param({"to": ["ana"]}, dialect))
    assert value.process_result_value(value.process_bind_param({"to": ["ana"]}, dialect), dialect) == {
        "to": ["ana"]
    }
    stored = data.process_bind_param(b"ana", dialect)
    assert stored is not None
    assert b"ana" not in stored
    assert data.process_result_value(stored, dialect) == b"ana"
    other = _dialect(OLD)
    unreadable: tuple[Callable[[], object], ...] = (
        lambda: text.process_result_value(text.process_bind_param("ana", dialect), other),
        lambda: value.process_result_value(value.process_bind_param({"a": 1}, dialect), other),
        lambda: data.process_result_value(stored, other),
    )
    for read in unreadable:
        with pytest.raises(Misconfigured):
            read()


@pytest.mark.parametrize("nothing", ["", None])
def test_nothing_stays_nothing(nothing: str | None) -> None:
    assert EncryptedTextType("a.b", always=True).process_bind_param(nothing, _dialect(NEW)) == nothing


@given(st.text(max_size=40))
def test_what_people_write_is_never_taken_for_something_encrypted(text: str) -> None:
    dialect = _dialect(NEW)
    assert ADDRESS.process_result_value(ADDRESS.process_bind_param(text, dialect), dialect) == text
