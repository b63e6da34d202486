"""How a digest is to be made, as a person says it: checked, kept in the rows, and read from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlmodel import Session

from campaigns.automation.brake import MAX_AT_ONCE, MAX_DAYS
from campaigns.digest_tables import Digest, Pattern
from campaigns.digests.calendar_rule import CalendarRule, check_rule
from campaigns.digests.digest_calendar import rule_of
from campaigns.editorial.choose_audience import AudienceChoice, read_audience
from campaigns.editorial.digest_subject import check_subject_pattern
from campaigns.editorial.draft import MAX_ITEMS, campaign_senders, known_language
from campaigns.news_filter import NewsFilter, check_filter, filter_as_json, filter_from
from campaigns.review.standing_approval import expect_to_answer
from campaigns.tables import Automation, AutomationMode, CampaignKind
from core.errors import InputRefused
from core.json_digest import json_digest
from delivery.senders.senders import get_sender
from kinds.registry import NewsKind
from staff.principal import Principal
from subscribers.list_state import ListPurpose, expect_takes
from subscribers.lists import get_list
from templates.designs import DESIGNS

MAX_NAME = 80
MAX_INTRODUCTION = 2_000
MAX_LANGUAGES = 10
DIGEST_KINDS = tuple(CampaignKind(name) for name, design in DESIGNS.items() if not design.is_for_one)


@dataclass(frozen=True, slots=True)
class DigestRequest:
    """How a digest is to be made; lists by their short names."""

    name: str
    rule: CalendarRule
    mode: AutomationMode
    list_slugs: Sequence[str]
    sender_name: str
    second_sender_name: str = ""
    segments: Sequence[int] = ()
    chosen: NewsFilter = field(default_factory=NewsFilter)
    takes_sent: bool = False
    least: int = 1
    most: int = 10
    oldest_days: int = 30
    newest_first: bool = True
    lead_kind: str = ""
    kind: CampaignKind = CampaignKind.DIGEST
    languages: Sequence[str] = ()
    introductions: Mapping[str, str] = field(default_factory=dict)
    most_at_once: int = 3
    """On publication: more new items than this within a short time are drafted and shown, not sent."""
    subjects: Mapping[str, str] = field(default_factory=dict)
    """By language, what stands around the titles in its subject."""
    seen: str | None = field(default=None, compare=False, repr=False)
    """The version that the person had before them (`digest_version`)."""


def apply_request(
    session: Session, automation: Automation, digest: Digest, request: DigestRequest, *, actor: Principal
) -> None:
    """Into the rows, all but its name. Raises as `campaigns.digests.set_up_digest` says."""
    if request.mode is AutomationMode.SEND:
        expect_to_answer(actor)
        if automation.mode is not AutomationMode.SEND or automation.approved_by is None:
            automation.approved_by = actor.user_id
    else:
        automation.approved_by = None
    audience = read_audience(session, AudienceChoice(request.list_slugs, segments=request.segments))
    for list_id in audience.lists:
        expect_takes(session, list_id, ListPurpose.AUTOMATION)
    sender, second = campaign_senders(session, request.sender_name, request.second_sender_name)
    request = _each_by_itself(request) if request.rule.pattern is Pattern.ON_PUBLICATION else request
    _check_numbers(request)
    rule = check_rule(request.rule)
    automation.mode, automation.oldest_days = request.mode, request.oldest_days
    automation.most_at_once = request.most_at_once
    automation.list_id, digest.more_lists = audience.lists[0], list(audience.lists[1:])
    automation.sender_id, automation.second_sender_id = sender.id, second.id if second else None
    digest.segments = [segment.id for segment in audience.segments]
    digest.pattern, digest.weekdays = rule.pattern, sorted(rule.weekdays)
    digest.starts_on, digest.at, digest.zone = rule.starts_on, rule.at.strftime("%H:%M"), rule.zone
    digest.moves_for_holidays = rule.moves_for_holidays
    digest.chosen = filter_as_json(check_filter(request.chosen))
    digest.takes_sent, digest.newest_first = request.takes_sent, request.newest_first
    digest.least, digest.most = request.least, request.most
    digest.lead_kind, digest.kind = request.lead_kind, request.kind
    digest.languages = sorted({known_language(language) for language in request.languages})
    digest.introductions = _introductions(request.introductions)
    digest.subjects = _subjects(request.subjects)


def _each_by_itself(request: DigestRequest) -> DigestRequest:
    """What says how several are put together has no meaning then, and is as if it had not been said."""
    alone = replace(request, takes_sent=False, least=1, most=1, newest_first=False)
    return replace(alone, lead_kind="", introductions={}, subjects={})


def read_digest_name(text: str) -> str:
    """Raises InputRefused."""
    name = " ".join(text.split())
    if not name or len(name) > MAX_NAME or not name.isprintable():
        raise InputRefused("campaigns-digest-name", limit=MAX_NAME)
    return name


def _check_numbers(request: DigestRequest) -> None:
    if not 1 <= request.least <= request.most <= MAX_ITEMS:
        raise InputRefused("campaigns-digest-numbers", limit=MAX_ITEMS)
    if not 1 <= request.oldest_days <= MAX_DAYS:
        raise InputRefused("campaigns-digest-days", limit=MAX_DAYS)
    if not 1 <= request.most_at_once <= MAX_AT_ONCE:
        raise InputRefused("campaigns-automation-most", limit=MAX_AT_ONCE)
    if request.kind not in DIGEST_KINDS or (request.lead_kind and request.lead_kind not in tuple(NewsKind)):
        raise InputRefused("campaigns-digest-choice")
    if len(request.languages) > MAX_LANGUAGES:
        raise InputRefused("campaigns-digest-choice")


def _introductions(written: Mapping[str, str]) -> dict[str, str]:
    kept = {known_language(language): text.strip() for language, text in written.items() if text.strip()}
    if len(kept) > MAX_LANGUAGES or any(len(text) > MAX_INTRODUCTION for text in kept.values()):
        raise InputRefused("campaigns-digest-introduction", limit=MAX_INTRODUCTION)
    return dict(sorted(kept.items()))


def _subjects(written: Mapping[str, str]) -> dict[str, str]:
    patterns = {known_language(language): check_subject_pattern(text) for language, text in written.items()}
    kept = {language: pattern for language, pattern in sorted(patterns.items()) if pattern}
    if len(kept) > MAX_LANGUAGES:
        raise InputRefused("campaigns-digest-choice")
    return kept


def request_of(session: Session, automation: Automation, digest: Digest) -> DigestRequest:
    """As it is set now."""
    second = automation.second_sender_id
    lists = [get_list(session, list_id).slug for list_id in (automation.list_id, *digest.more_lists)]
    return DigestRequest(
        automation.name,
        rule_of(digest),
        AutomationMode(automation.mode),
        lists,
        get_sender(session, automation.sender_id).name,
        get_sender(session, second).name if second else "",
        list(digest.segments),
        filter_from(digest.chosen),
        digest.takes_sent,
        digest.least,
        digest.most,
        automation.oldest_days,
        digest.newest_first,
        digest.lead_kind,
        CampaignKind(digest.kind),
        list(digest.languages),
        dict(digest.introductions),
        automation.most_at_once,
        dict(digest.subjects),
    )


def digest_version(session: Session, automation: Automation, digest: Digest) -> str:
    """For forms: what stood in one (`campaigns.editorial.stale_edit`)."""
    return version_of(request_of(session, automation, digest))


def version_of(request: DigestRequest) -> str:
    return json_digest(repr(request))
