"""Optimistic concurrency control for forms: an edit is of what its writer saw, or it is refused.

A form carries the version (a digest) of what stood in it. A tab that was opened before a colleague's correction
would take that back without anybody seeing it, and, by the rule that who puts something back frees whoever changed
it (ADR 38), would count the colleague as never having written. Commands name what they change and carry none.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict

from campaigns.tables import Automation, Campaign, Variant
from core.errors import Conflict
from core.json_digest import json_digest
from delivery.tables import Sender
from news.tables import NewsItem, NewsText
from subscribers.field_tables import CustomField
from subscribers.segment_tables import Segment
from subscribers.tables import MailingList
from subscribers.topic_tables import Topic
from templates.brand import details_of
from templates.tables import Brand

_OF_FIELDS = "fields"
"""Begins a version that is one of each field."""


class StaleEdit(Conflict):
    """Somebody else has changed meanwhile what this was to change."""


def name_version(campaign: Campaign) -> str:
    return json_digest(campaign.name)


def draft_version(campaign: Campaign) -> str:
    """Of all that is in it: every change of a draft writes down when it was made."""
    return json_digest([campaign.name, campaign.changed_at.isoformat()])


def text_fields(variant: Variant) -> dict[str, str]:
    return {"subject": variant.subject, "preheader": variant.preheader, "intro_html": variant.intro_html}


def text_version(texts: Mapping[str, str]) -> str:
    """Of each field by itself: who corrects the introduction does not take back what somebody else has done to the
    subject. A field that is empty is one that there is not."""
    marks = (f"{name}:{_mark(text)}" for name, text in sorted(texts.items()) if text)
    return " ".join([_OF_FIELDS, *marks])


def untouched(seen: str | None, typed: Mapping[str, str]) -> dict[str, str]:
    """Of what was `typed`, the fields that stand as their writer was given them: no change of theirs. `seen`: None
    where nobody was given any."""
    given = _marks(seen or "")
    return {name: text for name, text in typed.items() if seen is not None and given[name] == _mark(text)}


def conflicts(seen: str | None, typed: Mapping[str, str], present: Mapping[str, str]) -> list[str]:
    """The fields that were typed, and that somebody else has changed to something else meanwhile."""
    given, kept = _marks(seen or ""), untouched(seen, typed)
    own = {name: text for name, text in typed.items() if seen is not None and name not in kept}
    now = {name: present.get(name, "") for name in own}
    return [name for name, text in own.items() if text != now[name] and given[name] != _mark(now[name])]


def own_changes(seen: str | None, typed: Mapping[str, str], present: Mapping[str, str]) -> dict[str, str]:
    """Of what was `typed`, what its writer has changed. Raises StaleEdit where somebody else has changed one of
    these fields."""
    if conflicts(seen, typed, present):
        raise StaleEdit("campaigns-changed-by-another")
    given = untouched(seen, typed)
    return {name: text for name, text in typed.items() if name not in given}


def _marks(seen: str) -> Mapping[str, str]:
    """By field; of what is no such version, such as that of a page from before an upgrade, nothing was seen."""
    beginning, *marks = seen.split(" ")
    absent = "" if beginning == _OF_FIELDS else "unknown"
    return defaultdict(lambda: absent, (mark.partition(":")[::2] for mark in marks))


def _mark(text: str) -> str:
    return json_digest(text)[:16] if text else ""


def senders_version(campaign: Campaign) -> str:
    return json_digest([campaign.sender_id, campaign.second_sender_id])


def audience_version(campaign: Campaign) -> str:
    return json_digest(campaign.audience.hashed)


def sender_version(sender: Sender) -> str:
    return json_digest([sender.name, sender.from_name, sender.from_address, sender.reply_to])


def template_version(campaign: Campaign) -> str:
    return json_digest(campaign.template_version_id)


def visibility_version(campaign: Campaign) -> str:
    return json_digest(campaign.visibility.value)


def brand_version(brand: Brand) -> str:
    return json_digest(asdict(details_of(brand)))


def languages_version(mailing_list: MailingList) -> str:
    return json_digest([mailing_list.language_chain, mailing_list.required_languages])


def list_version(mailing_list: MailingList) -> str:
    return json_digest([mailing_list.name, mailing_list.names, mailing_list.is_protected])


def sign_up_form_version(offered: Iterable[str], frame_origins: Iterable[str]) -> str:
    """`offered`: the short names of the lists that are offered with it. `frame_origins`: who may frame it."""
    return json_digest([sorted(offered), sorted(frame_origins)])


def segment_version(segment: Segment) -> str:
    return json_digest([segment.name, segment.condition])


def field_version(field: CustomField) -> str:
    return json_digest([field.label, field.labels, field.choices, field.is_own, field.is_in_emails])


def topic_version(topic: Topic, lists: Collection[str]) -> str:
    """`lists`: the short names of those that offer it."""
    return json_digest([topic.name, topic.names, sorted(lists)])


def automation_version(automation: Automation) -> str:
    chosen = (automation.mode.value, automation.list_id, automation.sender_id, automation.second_sender_id)
    return json_digest([*chosen, automation.most_at_once, automation.oldest_days, automation.send_time])


def news_version(item: NewsItem, texts: Iterable[NewsText]) -> str:
    return json_digest(
        [item.kind.value, item.published_on.isoformat(), {text.language: text.digest for text in texts}]
    )


def expect_seen(seen: str | None, present: str, *, is_change: bool = True) -> None:
    """For the transaction that changes, with the row locked. `seen`: None where nobody looked at a form. Pressing
    twice is no conflict: then there is nothing to change any more. Raises StaleEdit."""
    if seen is not None and seen != present and is_change:
        raise StaleEdit("campaigns-changed-by-another")
