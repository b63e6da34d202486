"""Form of a topic: what stands in its fields, and what was typed into them."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session

from campaigns.editorial.manage_topic import TopicDetails
from core.languages import READER_LANGUAGES
from subscribers.lists import list_lists
from subscribers.tables import MailingList
from subscribers.topic_tables import Topic
from web.http.form_data import SEEN

NAME_IN, LIST = "name-", "list-"
"""Begin the names of the fields; a language or a list's short name follows."""


def languages_of_topic(topic: Topic | None) -> list[str]:
    """That have fields of their own: Bilten's, and the topic's."""
    return list(dict.fromkeys([*READER_LANGUAGES, *(topic.names if topic else ())]))


def read_details(form: Mapping[str, str]) -> TopicDetails:
    return TopicDetails(
        name=form.get("name", ""),
        names={field.removeprefix(NAME_IN): text for field, text in form.items() if field.startswith(NAME_IN)},
        lists=[field.removeprefix(LIST) for field in form if field.startswith(LIST)],
        seen=form.get(SEEN),
    )


def fields_of(topic: Topic, lists: Sequence[str]) -> dict[str, str]:
    return {
        "name": topic.name,
        **{f"{NAME_IN}{code}": name for code, name in topic.names.items()},
        **{f"{LIST}{slug}": "yes" for slug in lists},
    }


def fields_of_new(session: Session, name: str) -> dict[str, str]:
    """Every list but the protected ones: that there is such a list must not show in what others may choose."""
    lists = [row.slug for row in list_lists(session) if not row.is_protected]
    return {"name": name, **{f"{LIST}{slug}": "yes" for slug in lists}}


def offered_lists(session: Session, chosen: Mapping[str, str]) -> list[MailingList]:
    """Those in use, and those that are ticked."""
    return [row for row in list_lists(session) if row.archived_at is None or f"{LIST}{row.slug}" in chosen]
