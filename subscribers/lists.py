"""The lists that people subscribe to."""

import re
from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session, col, select

from core.errors import Conflict, InputRefused, NotFound
from core.logging import get_logger
from core.sql import insert_new
from subscribers.journal import note_list
from subscribers.person import read_language
from subscribers.quoted import quoted
from subscribers.tables import MailingList

MAX_SLUG = 60
MAX_NAME = 120
MAX_LANGUAGES = 20
# It becomes part of the List-Id header and of URLs, so it is a DNS label's alphabet and nothing else.
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

log = get_logger(__name__)


def create_list(
    session: Session, *, slug: str, name: str, now: datetime, is_protected: bool = False
) -> MailingList:
    """Raises InputRefused for a slug or name that cannot be used, Conflict where the slug is taken."""
    name = read_list_name(name)
    if len(slug) > MAX_SLUG or not _SLUG.fullmatch(slug):
        raise InputRefused("subscribers-list-slug-refused", slug=quoted(slug, MAX_SLUG), limit=MAX_SLUG)
    values = {"slug": slug, "name": name, "is_protected": is_protected, "created_at": now}
    created = session.execute(insert_new(session, MailingList).returning(col(MailingList.id)), [values]).scalar()
    if created is None:
        raise Conflict("subscribers-list-exists", slug=slug)
    log.info("list.created", list_id=created, is_protected=is_protected)
    mailing_list = get_list(session, created)
    note_list(session, mailing_list)
    return mailing_list


def read_list_name(text: str) -> str:
    """Raises InputRefused."""
    name = " ".join(text.split())
    if not name or len(name) > MAX_NAME or not name.isprintable():
        raise InputRefused("subscribers-list-name-refused", limit=MAX_NAME)
    return name


def read_list_names(names: Mapping[str, str], *, name: str) -> dict[str, str]:
    """By language; one that is empty, or the list's `name` anyway, is none. Raises InputRefused."""
    read = {read_language(language): read_list_name(text) for language, text in names.items() if text.strip()}
    if len(read) > MAX_LANGUAGES:
        raise InputRefused("subscribers-list-languages-too-many", limit=MAX_LANGUAGES)
    return {language: text for language, text in sorted(read.items()) if text != name}


def read_languages(text: str) -> list[str]:
    """Language tags in the order in which they are written, between commas or spaces. Raises InputRefused."""
    tags = list(dict.fromkeys(read_language(word) for word in re.split(r"[,;\s]+", text) if word))
    if len(tags) > MAX_LANGUAGES:
        raise InputRefused("subscribers-list-languages-too-many", limit=MAX_LANGUAGES)
    return tags


def set_list_languages(
    session: Session, list_id: int, *, chain: list[str] | None = None, required: list[str] | None = None
) -> MailingList:
    """What stands in for a missing language, and what may not be missing; None leaves it as it is.

    Campaigns that are already on their way keep what was approved; readers not yet written to are not moved.
    """
    mailing_list = get_list(session, list_id)
    if chain is not None:
        mailing_list.language_chain = chain
    if required is not None:
        mailing_list.required_languages = required
    session.add(mailing_list)
    note_list(session, mailing_list)
    log.info("list.languages_set", list_id=list_id)
    return mailing_list


def find_list(session: Session, slug: str) -> MailingList | None:
    return session.exec(select(MailingList).where(col(MailingList.slug) == slug)).one_or_none()


def get_list(session: Session, list_id: int) -> MailingList:
    """Raises NotFound."""
    mailing_list = session.get(MailingList, list_id)
    if mailing_list is None:
        raise NotFound("subscribers-list-gone")
    return mailing_list


def list_by_slug(session: Session, slug: str) -> MailingList:
    """The list that a person named. Raises NotFound, with the name."""
    mailing_list = find_list(session, slug)
    if mailing_list is None:
        raise unknown_list(slug)
    return mailing_list


def unknown_list(slug: str) -> NotFound:
    """Also for one that is not for everybody to know of."""
    return NotFound("subscribers-list-unknown", slug=quoted(slug, MAX_SLUG))


def list_lists(session: Session) -> list[MailingList]:
    return list(session.exec(select(MailingList).order_by(col(MailingList.slug))))
