"""Path confinement: which folders of the server are watched for news, and by whom that may be said.

Whoever has the machine's shell may name any folder that is not Bilten's own. From the browser it is one below the
folder that the operator has set aside (BILTEN_FOLDERS_BELOW), looked at after symbolic links were followed; of all
else the answer is the same, so that nobody can ask what there is on the server.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlmodel import Session, col, func, select

from campaigns.automation.memory import unseen_items
from campaigns.settings import CampaignSettings
from campaigns.tables import Automation
from core.errors import Conflict, InputRefused, NotFound
from core.settings import Settings
from news.sources import add_folder_source, watched_sources
from news.tables import Source
from staff import audit
from staff.principal import Principal, PrincipalKind, require
from staff.roles import Permission

MAX_NAME = 80
MAX_PATH = 1_000


@dataclass(frozen=True, slots=True)
class FolderState:
    source: Source
    automations: list[str]
    """By name; those that are on. Without one, nobody reads it."""
    waiting: int
    """Items that none of these has done anything with yet."""


def check_folder(settings: Settings, path: str, *, actor: Principal) -> Path:
    """The folder, with symbolic links followed; asks the disk, so that no transaction may be open. Raises
    NotAllowed, InputRefused; Conflict where nothing was set aside for the browser."""
    require(actor, Permission.MANAGE_FOLDERS)
    folder = _resolved(path)
    if actor.kind is PrincipalKind.OPERATOR:
        if folder is None:
            raise InputRefused("news-folder-missing", folder=path[:MAX_PATH])
        if _is_our_own(settings, folder):
            raise InputRefused("campaigns-folder-own", folder=str(folder))
        return folder
    below = CampaignSettings.of(settings).folders_below
    if not below:
        raise Conflict("campaigns-folder-nowhere")
    root = Path(below).resolve()
    if folder is None or not folder.is_relative_to(root) or _is_our_own(settings, folder):
        raise InputRefused("campaigns-folder-refused", below=str(root))
    return folder


def watch_folder(session: Session, name: str, folder: Path, *, actor: Principal, now: datetime) -> Source:
    """`folder`: as `check_folder` found it. It is read as soon as an automation is on for it. Raises NotAllowed;
    InputRefused for the name; Conflict where the name is taken or the folder is watched already."""
    require(actor, Permission.MANAGE_FOLDERS)
    name = " ".join(name.split())
    if not name or len(name) > MAX_NAME or not name.isprintable():
        raise InputRefused("campaigns-folder-name", limit=MAX_NAME)
    for source in watched_sources(session):
        if source.location == str(folder):
            raise Conflict("campaigns-folder-watched", folder=source.name)
    source = add_folder_source(session, name=name, folder=folder, now=now)
    _record(session, source, "source.watched", actor=actor, now=now)
    return source


def stop_watching(session: Session, source_id: int, *, actor: Principal, now: datetime) -> Source:
    """What came from it stays, and people may change it from now on. Raises NotFound, NotAllowed; Conflict while
    an automation is on for it."""
    require(actor, Permission.MANAGE_FOLDERS)
    source = session.get(Source, source_id, with_for_update=True, populate_existing=True)
    if source is None:
        raise NotFound("news-source-unknown", source=source_id)
    for automation in _switched_on(session, source_id):
        raise Conflict("campaigns-folder-in-use", name=automation.name)
    if source.stopped_at is None:
        source.stopped_at = now
        session.add(source)
        _record(session, source, "source.stopped", actor=actor, now=now)
    return source


def folder_states(session: Session) -> Iterator[FolderState]:
    """Of what is watched: an organisation has a handful."""
    for source in watched_sources(session):
        automations = _switched_on(session, source.id)
        waiting = (
            session.exec(select(func.count()).select_from(unseen_items(automation).subquery())).one()
            for automation in automations
        )
        yield FolderState(source, [automation.name for automation in automations], max(waiting, default=0))


def _switched_on(session: Session, source_id: int) -> list[Automation]:
    wanted = (Automation.source_id == source_id, col(Automation.is_enabled))
    return list(session.exec(select(Automation).where(*wanted).order_by(col(Automation.name))))


def _resolved(path: str) -> Path | None:
    """None: not absolute, not there, no folder, or not to be read by us."""
    if not path.startswith("/") or len(path) > MAX_PATH or not path.isprintable():
        return None
    try:
        folder = Path(path).resolve(strict=True)
        is_readable = folder.is_dir() and os.access(folder, os.R_OK | os.X_OK)
    except (OSError, RuntimeError):  # a loop of symbolic links; a name that is too long; no right to look
        return None
    return folder if is_readable else None


def _is_our_own(settings: Settings, folder: Path) -> bool:
    """Inside what Bilten keeps, or around it."""
    own = [settings.var_dir, settings.state_path, *([Path(settings.backup_dir)] if settings.backup_dir else [])]
    places = [place.resolve() for place in own]
    return any(folder.is_relative_to(place) or place.is_relative_to(folder) for place in places)


def _record(session: Session, source: Source, action: str, *, actor: Principal, now: datetime) -> None:
    session.flush()
    audit.record(session, actor=actor.name, action=action, subject=f"news_source:{source.id}", now=now)
