"""Write-ahead journal, read: the values in which it says what has happened."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from delivery.attempts.replay import PastRow
from delivery.status import DeliveryAction


@dataclass(frozen=True, slots=True)
class PastAttempt:
    key: str
    campaign: str
    content: str | None
    sender_id: int
    digest: str
    opened_at: datetime
    launched_at: datetime
    rows: tuple[PastRow, ...]


@dataclass(frozen=True, slots=True)
class PastCampaign:
    """How a campaign stood when last it moved."""

    status: str
    scheduled_at: datetime | None


@dataclass(frozen=True, slots=True)
class PastContent:
    """What tells an item of news again (`news.fingerprints`), and how it was called."""

    slug: str
    kind: str
    language: str
    digest: str


@dataclass(frozen=True, slots=True)
class PastTitle:
    slug: str
    language: str
    title: str


@dataclass(slots=True)
class History:
    is_whole: bool
    """Whether what is not in it was certainly not done."""
    attempts: list[PastAttempt] = field(default_factory=list)
    last_attempt: dict[int, str] = field(default_factory=dict)
    """By delivery, the key of the last call that was made for it."""
    moved: dict[int, DeliveryAction] = field(default_factory=dict)
    """By delivery, what became of that call. Whoever is not in it is in doubt."""
    campaigns: dict[str, PastCampaign] = field(default_factory=dict)
    noes: list[dict[str, Any]] = field(default_factory=list)
    suppressed: list[dict[str, Any]] = field(default_factory=list)
    lost_noes: list[dict[str, Any]] = field(default_factory=list)
    """Of people whom the database did not know, by the number in their link."""
    opted_out: list[dict[str, Any]] = field(default_factory=list)
    topic_choices: list[dict[str, Any]] = field(default_factory=list)
    pauses: list[dict[str, Any]] = field(default_factory=list)
    erased: list[dict[str, Any]] = field(default_factory=list)
    address_changes: list[dict[str, Any]] = field(default_factory=list)
    automated: set[tuple[int, str]] = field(default_factory=set)
    acted_on: set[PastContent] = field(default_factory=set)
    """By automations, and in campaigns that began to go out."""
    titles: set[PastTitle] = field(default_factory=set)
    """The same's."""
    asked: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Mails about subscriptions, by their key."""
    is_latest: bool = False
    """A person vouches that nothing has happened since."""
    staff_mailed: set[str] = field(default_factory=set)
    lists: dict[int, dict[str, Any]] = field(default_factory=dict)
    """Lists as they were when last made or changed; empty for one that is only named in something else."""
    topics: dict[int, dict[str, Any]] = field(default_factory=dict)
    """The same of topics."""
    numbers: dict[str, int] = field(default_factory=dict)

    def attempts_of(self, campaign: str) -> list[PastAttempt]:
        return [attempt for attempt in self.attempts if attempt.campaign == campaign]
