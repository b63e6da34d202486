"""A server to look at, people to sign in as, and readers with links."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import select

from campaigns.services import build_services
from campaigns.settings import CampaignSettings
from core.db import Database
from core.settings import Settings, load_settings
from core.signing import Signer
from staff.passwords import hash_password
from staff.tables import Role, User
from staff.users import add_user, new_user
from subscribers.links import ConfirmationLink, confirmation_token, preferences_token, unsubscribe_token
from subscribers.lists import create_list
from subscribers.subscribe import ConsentProof, SubscriptionRequest, confirm, request_subscription
from subscribers.tables import ConsentMethod
from tests.conftest import NOON, StoppedClock
from tests.kept_renderings import kept_renderings, same_public_ids
from tests.people_roles import APPROVER
from tests.staff.cheap_passwords import make_passwords_cheap
from tests.web.browser import browser

__all__ = ["kept_renderings", "same_public_ids"]
from web.app import create_app

PASSWORD = "correct horse battery"


def give_passwords(
    database: Database, *, language: str | None = None, roles: frozenset[Role] | None = None
) -> None:
    """Everybody who works here can sign in with PASSWORD."""
    hashed = hash_password(PASSWORD)
    with database.write() as session:
        for user in session.exec(select(User)):
            user.password_hash = hashed
            user.language = language or user.language
            user.roles = roles or user.roles
            session.add(user)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Development defaults, with somebody to ask those who sign up."""
    state_dir = str(tmp_path / "state")
    return load_settings(env_file=None, var_dir=tmp_path / "var", state_dir=state_dir, sign_up_sender="simulator")


@pytest.fixture
def sqlite_only(migrated_sqlite: Path, tmp_path: Path) -> str:
    """For what has nothing to do with the database: a module makes it its `database_url`."""
    return f"sqlite:///{shutil.copy(migrated_sqlite, tmp_path / 'bilten.sqlite3')}"


@pytest.fixture
def app(settings: Settings, database: Database, clock: StoppedClock) -> FastAPI:
    return create_app(build_services(settings, database, clock))


@pytest.fixture
def client(app: FastAPI) -> Iterator[httpx.Client]:
    with browser(app) as opened:
        yield opened


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    make_passwords_cheap(monkeypatch)


@pytest.fixture
def ana(database: Database) -> User:
    return add_person(database, "ana@example.org", APPROVER)


def add_person(database: Database, address: str, roles: frozenset[Role], language: str = "en") -> User:
    person = new_user(
        address=address,
        name=address.partition("@")[0].title(),
        roles=roles,
        language=language,
        password=PASSWORD,
        now=NOON,
    )
    with database.write() as session:
        return add_user(session, person)


@dataclass(frozen=True)
class Reader:
    subscriber_id: int
    list_id: int
    unsubscribe_path: str
    confirm_path: str
    preferences_path: str


@pytest.fixture
def reader(database: Database, settings: Settings) -> Reader:
    """Subscribed to the list "Bulletin", reads Slovenian."""
    return add_reader(database, settings, is_confirmed=True)


@pytest.fixture
def asking_reader(database: Database, settings: Settings) -> Reader:
    """Has asked for the list "Bulletin" and not confirmed yet."""
    return add_reader(database, settings, is_confirmed=False)


def add_reader(database: Database, settings: Settings, *, is_confirmed: bool, language: str = "sl") -> Reader:
    signer = Signer(settings.secret_key.get_secret_value())
    with database.write() as session:
        list_id = create_list(session, slug="bulletin", name="Bulletin", now=NOON).id
        person = request_subscription(
            session,
            SubscriptionRequest(
                address="reader@example.org",
                name="Reader",
                list_id=list_id,
                proof=ConsentProof(
                    method=ConsentMethod.SIGN_UP, wording="Yes, please", language=language, evidence="test"
                ),
            ),
            now=NOON,
            secret=settings.secret_key.get_secret_value(),
        )
        who = {"subscriber_id": person.subscriber_id, "list_id": list_id}
        if is_confirmed:
            confirm(
                session,
                **who,
                proof=ConsentProof(
                    method=ConsentMethod.CONFIRMATION_LINK,
                    wording="Yes, please",
                    language=language,
                    evidence="test",
                ),
                now=NOON,
            )
    leave = unsubscribe_token(
        signer, campaign_public_id="abc", expires_at=NOON + CampaignSettings.of(settings).link_lifetime, **who
    )
    until = NOON + CampaignSettings.of(settings).confirmation_lifetime
    say_yes = confirmation_token(signer, ConfirmationLink(person.subscriber_id, list_id, until))
    choose = preferences_token(
        signer,
        campaign_public_id="abc",
        expires_at=NOON + CampaignSettings.of(settings).preferences_lifetime,
        **who,
    )
    return Reader(person.subscriber_id, list_id, f"/u/{leave}", f"/c/{say_yes}", f"/preferences/{choose}")
