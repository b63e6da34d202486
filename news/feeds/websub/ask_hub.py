"""A request to a hub (WebSub, section 5.1): written down and committed, made with no transaction open, and what
came of it written down. The hub may come back to verify it before it has answered it.

A request that nothing comes of is made again after twice as long each time, at most a day; and so is one before a
promise ends.
"""

from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from core.errors import InputRefused, Refusal
from core.outbound import FetchFailed, OutboundClient, Trouble
from core.public_urls import hub_callback_url
from core.signing import Signer
from news.feeds.fetch_feed import USER_AGENT
from news.feeds.tables import FeedHub, HubRequest
from news.feeds.websub.known_hub import forget_hub

WANTED_LEASE = timedelta(days=10)
ANSWER_WITHIN = timedelta(minutes=10)
"""What a hub may take to verify a request; who claims one keeps others from it as long."""
SECONDS = 10.0
MOST_DUE = 20
_FIRST_WAIT = timedelta(minutes=5)
_LONGEST_WAIT = timedelta(days=1)
_MOST_LEAVINGS = 3
_PURPOSE = "hub"


@dataclass(frozen=True, slots=True)
class HubCredentials:
    """Where hubs come to, and what they sign with. No secret is kept: each is made of its token."""

    public_url: str
    signer: Signer

    def address(self, token: str) -> str:
        return hub_callback_url(self.public_url, token)

    def secret(self, token: str) -> str:
        return self.signer.shared_secret(_PURPOSE, token.encode())


@dataclass(frozen=True, slots=True)
class HubCall:
    hub_id: int
    hub: str
    form: dict[str, str]


def due_hubs(session: Session, *, now: datetime) -> list[int]:
    """The longest waiting first."""
    due = select(FeedHub.id).where(col(FeedHub.next_at) <= now).order_by(col(FeedHub.next_at), col(FeedHub.id))
    return list(session.exec(due.limit(MOST_DUE)))


def claim_hub(session: Session, hub_id: int, callbacks: HubCredentials, *, now: datetime) -> HubCall | None:
    """What it is to be asked; None where somebody else does, or there is nothing to ask any more."""
    row = session.get(FeedHub, hub_id, with_for_update=True, populate_existing=True)
    if row is None or row.next_at is None or row.next_at > now:
        return None
    if row.is_left and row.failures >= _MOST_LEAVINGS:
        forget_hub(session, hub_id)
        return None
    mode = HubRequest.UNSUBSCRIBE if row.is_left else HubRequest.SUBSCRIBE
    if row.pending is mode:
        row.problem = asdict(Refusal("", None, "news-hub-unverified", {}))
    row.pending, row.failures = mode, row.failures + 1
    row.next_at = now + max(ANSWER_WITHIN, _wait(row.failures))
    session.add(row)
    form = {
        "hub.callback": callbacks.address(row.token),
        "hub.mode": mode.value,
        "hub.topic": row.topic,
        "hub.secret": callbacks.secret(row.token),
        "hub.lease_seconds": str(int(WANTED_LEASE.total_seconds())),
    }
    return HubCall(row.id, row.hub, form)


def ask_hub(outbound: OutboundClient, call: HubCall) -> None:
    """Raises InputRefused where the hub cannot be had, or refuses."""
    try:
        answer = replace(outbound, user_agent=USER_AGENT).post_form(call.hub, call.form, seconds=SECONDS)
    except FetchFailed as failed:
        is_ours = failed.trouble in (Trouble.ADDRESS_REFUSED, Trouble.ADDRESS_INNER)
        raise InputRefused("news-hub-inner" if is_ours else "news-hub-silent") from failed
    if not 200 <= answer.status < 300:
        raise InputRefused("news-hub-refused", status=answer.status)


def note_refusal(session: Session, hub_id: int, refused: InputRefused) -> None:
    """Nothing is awaited of it until it is asked again. One that has verified meanwhile is as it is."""
    rows = select(FeedHub).where(FeedHub.id == hub_id, FeedHub.pending != HubRequest.NONE).with_for_update()
    row = session.exec(rows).first()
    if row is not None:
        problem = asdict(Refusal("", None, refused.code, dict(refused.params)))
        row.pending, row.problem = HubRequest.NONE, problem
        session.add(row)


def _wait(failures: int) -> timedelta:
    return min(_FIRST_WAIT * (1 << min(failures - 1, 10)), _LONGEST_WAIT)
