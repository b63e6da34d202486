"""The made-up organisation of the demo: its brand, a list, an editor and an approver."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from campaigns.actors import Actor, staff_actor
from staff.tables import Role, User
from staff.users import add_user
from subscribers.lists import create_list
from templates.brand import BrandDetails, save_brand

LIST = "bilten"


@dataclass(frozen=True, slots=True)
class Founded:
    editor: Actor
    approver: Actor
    sign_in: str
    """The address of the approver, who may do everything that the demo shows."""
    password: str


def found(session: Session, *, language: str, now: datetime) -> Founded:
    """Made anew each time, with a password that nobody can know before."""
    save_brand(
        session,
        BrandDetails(
            name="Odprta pot",
            postal_address="Odprta pot, Primerova ulica 1, 1000 Ljubljana, Slovenija",
            website="https://example.org",
            socials={"Mastodon": "https://example.org/mastodon"},
        ),
        now=now,
    )
    create_list(session, slug=LIST, name="Bilten", now=now)
    password = f"bilten-{secrets.token_hex(6)}"

    def add(name: str, role: Role) -> User:
        address = f"{name.lower()}@example.org"
        return add_user(
            session, address=address, name=name, role=role, language=language, password=password, now=now
        )

    editor, approver = add("Ana", Role.EDITOR), add("Boris", Role.APPROVER)
    return Founded(staff_actor(editor), staff_actor(approver), approver.address, password)
