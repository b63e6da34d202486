"""Adding people, and what is asked of their passwords."""

import pytest

from core.db import Database
from core.errors import Conflict, InputRefused
from staff.passwords import matches
from staff.tables import User
from staff.users import add_user, find_user, new_user
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.people_roles import AUTHOR

PASSWORD = "correct horse battery"


def _add(database: Database, **changed: str) -> User:
    given = {"address": "Ana.Novak@example.org", "name": "Ana Novak", "language": "sl", "password": PASSWORD}
    given |= changed
    person = new_user(roles=AUTHOR, now=NOON, **given)
    with database.write() as session:
        return add_user(session, person)


def test_a_person_is_found_by_their_address_however_it_is_written(database: Database) -> None:
    added = _add(database)
    with database.read() as session:
        user = find_user(session, " ana.novak@EXAMPLE.org")
    assert user is not None
    assert (user.id, user.address, user.roles) == (added.id, "ana.novak@example.org", AUTHOR)


def test_the_password_is_kept_as_an_argon2_hash_only(database: Database) -> None:
    user = _add(database)
    assert user.password_hash.startswith("$argon2id$")
    assert matches(PASSWORD, user.password_hash)
    assert not matches(PASSWORD + "!", user.password_hash)


def test_one_address_is_one_person(database: Database) -> None:
    _add(database)
    with pytest.raises(Conflict) as refused:
        _add(database, address="ANA.NOVAK@example.org")
    assert refused.value.code == "staff-user-exists"


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("elevenchars", "staff-password-too-short"),
        ("x" * 1025, "staff-password-too-long"),
        ("Ana.Novak@example.org", "staff-password-like-the-person"),
        ("ana.novak2026", "staff-password-like-the-person"),
        ("Novak Ana 1234", "staff-password-like-the-person"),
        ("aaaaaaaaaaaa", "staff-password-common"),
        ("password1234", "staff-password-common"),
        ("123456789012", "staff-password-common"),
        ("qwertzuiop123", "staff-password-common"),
        ("P@ssw0rd1234!", "staff-password-common"),
        ("letmeinletmein", "staff-password-common"),
        ("biltenbilten", "staff-password-common"),
        ("Ljubljana2026!", "staff-password-common"),
        ("dobrodosli2026!", "staff-password-common"),
        ("NovaGorica2026!", "staff-password-common"),
        ("mojegeslo2026", "staff-password-common"),
        ("ourorganisation1", "staff-password-common"),
        ("jesen2026jesen", "staff-password-common"),
        ("zaq12wsxcde3", "staff-password-common"),
        ("abc" * 300, "staff-password-common"),
    ],
)
@on_sqlite
def test_a_password_that_is_easy_to_guess_is_refused(database: Database, password: str, code: str) -> None:
    with pytest.raises(InputRefused) as refused:
        _add(database, password=password)
    assert refused.value.code == code
    assert password not in str(refused.value)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"address": "not an address"}, "staff-address-refused"),
        ({"name": "  "}, "staff-name-refused"),
        ({"name": "n" * 121}, "staff-name-refused"),
        ({"name": "\u200f"}, "staff-name-refused"),
        ({"name": "Ana \u202ekavoN"}, "staff-name-unreadable"),
        ({"name": "Ana\x07 Novak"}, "staff-name-unreadable"),
        ({"language": "de"}, "staff-language-refused"),
    ],
)
@on_sqlite
def test_wrong_input_is_refused_with_its_reason(database: Database, changed: dict[str, str], code: str) -> None:
    with pytest.raises(InputRefused) as refused:
        _add(database, **changed)
    assert refused.value.code == code


@on_sqlite
def test_a_name_is_on_one_line_and_keeps_the_joiners_that_spelling_needs(database: Database) -> None:
    assert _add(database, name=" Ana\r\n Novak\u2028").name == "Ana Novak"
    assert _add(database, address="sara@example.org", name="سارا می\u200cنا").name == "سارا می\u200cنا"


@pytest.mark.parametrize(
    "password", ["moja nova kava je topla", "kQ7!zPw2vX9m", "correct horse battery", "x1" + "čšž " * 200]
)
@on_sqlite
def test_a_password_that_nobody_would_try_is_taken(database: Database, password: str) -> None:
    assert matches(password, _add(database, password=password).password_hash)
