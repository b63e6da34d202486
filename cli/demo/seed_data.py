"""The made-up organisation of the demo: its brand, a list, an editor and an approver."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from core.db import Database
from staff.principal import Principal, principal_of
from staff.tables import Role, User
from staff.users import add_user, new_user
from subscribers.lists import create_list
from templates.brand import BrandDetails, save_brand

LIST = "bilten"


@dataclass(frozen=True, slots=True)
class SeedData:
    editor: Principal
    approver: Principal
    editor_address: str
    approver_address: str
    password: str
    """Of both."""


def plant_seed_data(database: Database, *, language: str, now: datetime) -> SeedData:
    """Made anew each time, with a password that nobody can know before."""
    password = f"bilten-{secrets.token_hex(6)}"

    def person(name: str, *roles: Role) -> User:
        address = f"{name.lower()}@example.org"
        return new_user(
            address=address, name=name, roles=frozenset(roles), language=language, password=password, now=now
        )

    people = person("Ana", Role.AUTHOR), person("Boris", Role.AUTHOR, Role.APPROVER, Role.SENDER)
    with database.write() as session:
        _make_house(session, now=now)
        editor, approver = (add_user(session, user) for user in people)
    return SeedData(principal_of(editor), principal_of(approver), editor.address, approver.address, password)


def _make_house(session: Session, *, now: datetime) -> None:
    save_brand(
        session,
        BrandDetails(
            name="Odprta pot",
            postal_address="Primerova ulica 1, 1000 Ljubljana, Slovenija",
            website="https://example.org",
            socials={"Mastodon": "https://example.org/mastodon"},
        ),
        now=now,
    )
    create_list(session, slug=LIST, name="Bilten", now=now)
