"""Lists: named once, found again."""

import pytest

from core.db import Database
from core.errors import Conflict, InputRefused, NotFound
from subscribers.lists import create_list, find_list, get_list, list_by_slug, list_lists
from tests.conftest import NOON


def test_a_list_is_found_by_its_slug_and_its_id(database: Database) -> None:
    with database.write() as session:
        made = create_list(session, slug="bulletin", name=" Mesečni  bilten ", now=NOON, is_protected=True)
    with database.read() as session:
        assert find_list(session, "bulletin") == made
        assert get_list(session, made.id) == made
        assert (made.name, made.is_protected, made.created_at) == ("Mesečni bilten", True, NOON)


def test_lists_come_in_order_of_their_slugs(database: Database) -> None:
    with database.write() as session:
        for slug in ("reports", "bulletin"):
            create_list(session, slug=slug, name=slug, now=NOON)
    with database.read() as session:
        assert [mailing_list.slug for mailing_list in list_lists(session)] == ["bulletin", "reports"]


def test_a_slug_is_taken_once_and_the_transaction_lives_on(database: Database, list_id: int) -> None:
    with database.write() as session:
        with pytest.raises(Conflict) as refused:
            create_list(session, slug="bulletin", name="Another", now=NOON)
        assert refused.value.code == "subscribers-list-exists"
        assert get_list(session, list_id).name == "Bilten"


@pytest.mark.parametrize("slug", ["", "Bulletin", "a b", "-a", "a-", "a--b", "č", "a\n", "a" * 61, "a.b"])
def test_a_slug_that_no_header_could_carry_is_refused(database: Database, slug: str) -> None:
    with database.write() as session, pytest.raises(InputRefused, match="subscribers-list-slug-refused"):
        create_list(session, slug=slug, name="Bilten", now=NOON)


@pytest.mark.parametrize("name", ["", "  ", "a" * 121, "Bil\x00ten"])
def test_a_list_needs_a_readable_name(database: Database, name: str) -> None:
    with database.write() as session, pytest.raises(InputRefused, match="subscribers-list-name-refused"):
        create_list(session, slug="bulletin", name=name, now=NOON)


def test_a_list_that_is_not_there_is_said_by_name(database: Database) -> None:
    with database.read() as session:
        assert find_list(session, "nope") is None
        with pytest.raises(NotFound, match="slug='nope'"):
            list_by_slug(session, "nope")
        with pytest.raises(NotFound):
            get_list(session, 404)
