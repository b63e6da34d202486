"""What `make screenshots` shows of readers' pages: as anybody sees them who has the link, in one language."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from playwright.sync_api import Page
from sqlmodel import col, select

from campaigns.settings import CampaignSettings
from campaigns.tables import Campaign
from cli.demo.environment import Environment
from core.clock import SystemClock
from core.languages import READER_LANGUAGES
from core.public_urls import (
    ARCHIVE,
    CHANGE_ADDRESS,
    CONFIRM,
    PREFERENCES,
    PREFERENCES_ADDRESS,
    PREFERENCES_DATA,
    PREFERENCES_ERASE,
    PREFERENCES_HOW,
    REFUSE_ADDRESS,
    STILL_WANTED,
    UNSUBSCRIBE,
    UNSUBSCRIBE_HOW,
    WEB_VERSION,
    publication_path,
    subscribe_path,
)
from core.signing import Signer
from docs.page_states import ShownPage, do_nothing, send_as_it_is
from subscribers.ask_address_change import ask_for_change
from subscribers.links import (
    ADDRESS_CHANGE,
    ADDRESS_REFUSAL,
    AddressLink,
    ConfirmationLink,
    StillWantedLink,
    address_token,
    confirmation_token,
    preferences_token,
    still_wanted_token,
    unsubscribe_token,
)
from subscribers.status import SubscriptionStatus
from subscribers.tables import Subscriber, Subscription

READERS_EACH = 4
"""Each language has readers of its own, because some of them leave."""


@dataclass(frozen=True, slots=True)
class ReaderLinks:
    """One reader's, in the mail of a campaign."""

    signer: Signer
    campaign: str
    subscriber_id: int
    expires_at: datetime

    def confirm(self) -> str:
        link = ConfirmationLink(self._who["subscriber_id"], self._who["list_id"], self.expires_at)
        return CONFIRM.format(token=confirmation_token(self.signer, link))

    def still_wanted(self, environment: Environment) -> str:
        with environment.database.read() as session:
            address_hash = session.get_one(Subscriber, self.subscriber_id).address_hash
        link = StillWantedLink(self._who["list_id"], address_hash)
        return STILL_WANTED.format(token=still_wanted_token(self.signer, link, expires_at=self.expires_at))

    def unsubscribe(self) -> str:
        token = unsubscribe_token(
            self.signer, campaign_public_id=self.campaign, expires_at=self.expires_at, **self._who
        )
        return UNSUBSCRIBE.format(token=token)

    def preferences(self, page: str = PREFERENCES) -> str:
        token = preferences_token(
            self.signer, campaign_public_id=self.campaign, expires_at=self.expires_at, **self._who
        )
        return page.format(token=token)

    @property
    def _who(self) -> dict[str, int]:
        return {"subscriber_id": self.subscriber_id, "list_id": 1}


def reader_pages(environment: Environment, language: str) -> Iterator[ShownPage]:
    def shown(name: str, path: str, act: Callable[[Page], None] = do_nothing, status: int = 200) -> ShownPage:
        return ShownPage(f"reader-{name}", f"{path}?lang={language}", act, status)

    campaigns = _launched(environment)
    signer = Signer(environment.settings.secret_key.get_secret_value())
    expires_at = SystemClock().now() + CampaignSettings.of(environment.settings).confirmation_lifetime
    stays, leaves, erases, changes = (
        ReaderLinks(signer, campaigns[0], number, expires_at) for number in _readers(environment, language)
    )
    subscribe = subscribe_path("bilten")
    yield shown("subscribe", subscribe)
    yield shown("subscribe-refused", subscribe, send_as_it_is(address="ana@@example"))
    yield shown("subscribe-asked", subscribe, send_as_it_is(address="nova@example.org"))
    yield shown("confirm", stays.confirm())
    yield shown("confirmed", UNSUBSCRIBE_HOW, _post(f"{stays.confirm()}?lang={language}"))
    yield shown("still-wanted", stays.still_wanted(environment))
    yield shown("still-wanted-kept", UNSUBSCRIBE_HOW, _post(f"{stays.still_wanted(environment)}?lang={language}"))
    yield shown("unsubscribe", stays.unsubscribe())
    yield shown("unsubscribed", UNSUBSCRIBE_HOW, _post(f"{leaves.unsubscribe()}?lang={language}"))
    yield shown("unsubscribe-how", UNSUBSCRIBE_HOW)
    yield shown("preferences", stays.preferences())
    yield shown("preferences-saved", stays.preferences(), send_as_it_is("main form button.primary"))
    yield shown("preferences-how", PREFERENCES_HOW)
    yield shown("data", stays.preferences(PREFERENCES_DATA))
    yield shown("erase", stays.preferences(PREFERENCES_ERASE))
    yield shown("erased", UNSUBSCRIBE_HOW, _post(f"{erases.preferences(PREFERENCES_ERASE)}?lang={language}"))
    address = stays.preferences(PREFERENCES_ADDRESS)
    yield shown("address", address)
    yield shown("address-refused", address, send_as_it_is(address="ana@@example"))
    yield shown("address-asked", address, send_as_it_is(address=f"ask.{language}@example.org"))
    for name, path, act, status in _address_change(environment, changes, language):
        yield shown(name, path, act, status)
    yield shown("archive", ARCHIVE)
    yield shown("publication", publication_path(campaigns[-1], "new-publication"))
    if language != "fa":  # the demo's campaigns are in three languages
        yield ShownPage("reader-web-version", WEB_VERSION.format(public_id=campaigns[0], language=language))
    yield shown("nothing-here", "/nothing/here", status=404)


def _address_change(
    environment: Environment, reader: ReaderLinks, language: str
) -> Iterator[tuple[str, str, Callable[[Page], None], int]]:
    now, secret = SystemClock().now(), environment.settings.secret_key.get_secret_value()
    with environment.database.write() as session:
        person = session.get_one(Subscriber, reader.subscriber_id)
        change = ask_for_change(session, person, f"new.{language}@example.org", now=now, secret=secret)
        assert change is not None  # noqa: S101  each language has an address of its own
        link = AddressLink(person.id, change.old_hash, change.new_hash)

    def path(page: str, purpose: str, expires_at: datetime = reader.expires_at) -> str:
        return page.format(token=address_token(reader.signer, purpose, link, expires_at=expires_at))

    confirm, refuse = path(CHANGE_ADDRESS, ADDRESS_CHANGE), path(REFUSE_ADDRESS, ADDRESS_REFUSAL)
    yield "address-confirm", confirm, do_nothing, 200
    yield "address-confirmed", confirm, _post(f"{confirm}?lang={language}"), 200
    yield "address-refuse", refuse, do_nothing, 200
    yield "address-kept", refuse, _post(f"{refuse}?lang={language}"), 200
    yield "address-over", path(CHANGE_ADDRESS, ADDRESS_CHANGE, now - timedelta(days=1)), do_nothing, 403


def _launched(environment: Environment) -> Sequence[str]:
    """Public names of campaigns, the first one first."""
    with environment.database.read() as session:
        launched = select(Campaign.public_id).where(col(Campaign.launched_at).is_not(None))
        return session.exec(launched.order_by(col(Campaign.id))).all()


def _readers(environment: Environment, language: str) -> Sequence[int]:
    offset = READERS_EACH * (1 + READER_LANGUAGES.index(language))
    confirmed = (Subscription.list_id == 1, Subscription.status == SubscriptionStatus.CONFIRMED)
    with environment.database.read() as session:
        readers = select(Subscription.subscriber_id).where(*confirmed).order_by(col(Subscription.id))
        return session.exec(readers.offset(offset).limit(READERS_EACH)).all()


def _post(path: str) -> Callable[[Page], None]:
    """As the button on the page there does, which is not there any more the second time."""

    def act(page: Page) -> None:
        with page.expect_navigation():
            page.evaluate(
                "path => { const form = document.createElement('form'); form.method = 'post'; form.action = path;"
                " document.body.append(form); form.submit() }",
                path,
            )

    return act
