"""What `make screenshots` photographs: the pages of staff in each state, empty and full, read only and refused,
and those of readers. A new page, or a state that looks different, belongs in here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Locator, Page
from sqlmodel import col, select

from campaigns.block_tables import CampaignBlock
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from cli.demo.environment import Environment
from delivery.tables import Delivery

NOTHING_YET = (
    "campaigns",
    "news",
    "news/library",
    "automations",
    "digests",
    "welcome",
    "folders",
    "sources",
    "inbox",
    "subscribers",
    "templates",
    "campaigns/new/bulletin",
    "segments",
    "fields",
    "topics",
    "exports",
    "clicks",
)
"""Pages of staff that say something else as long as there is nothing to show."""
SETTINGS_PAGES = (
    "settings",
    "clicks",
    "lists",
    "new-list",
    "segments",
    "new-segment",
    "fields",
    "new-field",
    "topics",
    "new-topic",
    "senders",
    "new-sender",
    "automations",
    "new-automation",
    "digests",
    "new-digest",
    "welcome",
    "new-welcome",
    "brand",
    "templates",
    "sources",
    "new-source",
    "folders",
    "new-folder",
    "colleagues",
    "audit",
    "new-colleague",
    "retention",
    "reports",
    "data-protection",
)


def do_nothing(_: Page) -> None:
    pass


def open_persons(page: Page) -> None:
    """Whoever is on it, until it is shown."""
    while page.locator("#open-person").count():
        page.click("#open-person")


@dataclass(frozen=True, slots=True)
class ShownPage:
    name: str
    path: str
    act: Callable[[Page], None] = do_nothing
    """What is done on it before it is photographed. Done again, it leads to the same."""
    status: int = 200
    """Of the page itself, before anything is done."""


def empty_pages() -> Iterator[ShownPage]:
    for path in NOTHING_YET:
        yield ShownPage(f"empty-{path.replace('/', '-')}", f"/{path}")


def staff_pages(environment: Environment) -> Iterator[ShownPage]:
    """What there is when the demo's story is told."""
    yield ShownPage("today", "/campaigns")
    yield from _pages_of_campaigns(environment)
    yield from _pages_of_news()
    for name in SETTINGS_PAGES:
        yield ShownPage(name, f"/{name}")
    yield ShownPage("list", "/lists/bilten")
    yield ShownPage("list-still-wanted", "/lists/bilten/still-wanted")
    yield ShownPage("list-open", "/lists/bilten", open_details)
    yield ShownPage("new-list-refused", "/new-list", send_as_it_is(name=" ", slug="Č!"))
    yield ShownPage("sender", "/senders/1")
    yield ShownPage("sender-form", "/new-sender/smtp")
    yield ShownPage("automation", "/automations/1")
    yield ShownPage("template", "/templates/new/event")
    yield ShownPage("account", "/account")
    yield ShownPage("second-factor", "/account/second-factor")
    yield ShownPage("colleague", "/colleagues/1")
    yield ShownPage("colleague-oneself", "/colleagues/2")
    yield ShownPage("subscribers", "/subscribers")
    yield ShownPage("open-person", "/subscribers/1")
    yield ShownPage("subscriber", "/subscribers/1", open_persons)
    yield ShownPage("subscriber-address", "/subscribers/1/address")
    yield ShownPage("subscriber-merge", "/subscribers/1/merge/2", open_persons)
    yield ShownPage("exports", "/exports")
    yield ShownPage("new-import", "/new-import/bilten")
    yield ShownPage("import", "/imports/1", open_details)
    yield ShownPage("nothing-here", "/campaigns/999", status=404)
    yield ShownPage("register", "/data-protection/register/en")
    yield ShownPage("register-sheet", "/data-protection/register/en/sheet")
    for step in ("brand", "list", "sender"):
        yield ShownPage(f"first-{step}", f"/first-steps/{step}")


def pages_without_scripts(environment: Environment) -> Iterator[ShownPage]:
    draft = campaigns_by_status(environment)[CampaignStatus.DRAFT].id
    yield ShownPage("compose-without-scripts", f"/campaigns/{draft}/compose")
    yield ShownPage("news-form-without-scripts", "/news/new/statement")


def _pages_of_campaigns(environment: Environment) -> Iterator[ShownPage]:
    by_status = campaigns_by_status(environment)
    draft, review = by_status[CampaignStatus.DRAFT].id, by_status[CampaignStatus.IN_REVIEW].id
    sent, scheduled = by_status[CampaignStatus.SENT].id, by_status[CampaignStatus.SCHEDULED].id
    with environment.database.read() as session:
        block = session.exec(select(CampaignBlock.id).where(CampaignBlock.campaign_id == draft)).first()
        delivery = session.exec(select(Delivery.id).where(Delivery.campaign_id == sent)).first()
    yield ShownPage("compose", f"/campaigns/{draft}/compose")
    yield ShownPage("compose-block", f"/campaigns/{draft}/compose?block={block}")
    yield ShownPage("compose-open", f"/campaigns/{draft}/compose", open_details)
    yield ShownPage("compose-read-only", f"/campaigns/{review}/compose")
    yield ShownPage("compose-news", f"/campaigns/{scheduled}/compose/news")
    yield ShownPage("versions", f"/campaigns/{draft}/compose/versions")
    yield ShownPage("draft", f"/campaigns/{draft}")
    yield ShownPage("draft-open", f"/campaigns/{draft}", open_details)
    yield ShownPage("audience", f"/campaigns/{draft}/audience")
    yield ShownPage("review", f"/campaigns/{review}")
    yield ShownPage("review-open", f"/campaigns/{review}", open_details)
    yield ShownPage("scheduled", f"/campaigns/{scheduled}")
    yield ShownPage("schedule-refused", f"/campaigns/{scheduled}", _schedule_at("2020-01-01T09:00"))
    yield ShownPage("schedule-twice", f"/campaigns/{scheduled}", _schedule_at("2099-10-25T02:30"))
    yield ShownPage("sent", f"/campaigns/{sent}")
    yield ShownPage("report", f"/campaigns/{sent}/report")
    yield ShownPage("deliveries", f"/campaigns/{sent}/deliveries")
    yield ShownPage("deliveries-missed", f"/campaigns/{sent}/deliveries?who=missed", open_details)
    yield ShownPage("delivery", f"/campaigns/{sent}/deliveries/{delivery}", open_persons)
    yield ShownPage("new-campaign", "/campaigns/new")
    yield ShownPage("new-campaign-news", "/campaigns/new/bulletin?items=1,2")
    yield ShownPage("new-campaign-readers", "/campaigns/new/bulletin/readers?items=1,2")
    yield ShownPage("reader-search", "/reader-search")
    yield ShownPage("reader-search-found", "/reader-search", send_as_it_is(address="reject.rok.kovac@example.org"))


def _pages_of_news() -> Iterator[ShownPage]:
    yield ShownPage("news", "/news")
    yield ShownPage("news-none-such", "/news?q=xyzzy")
    yield ShownPage("news-item", "/news/1")
    yield ShownPage("news-kinds", "/news/new")
    yield ShownPage("news-form", "/news/new/statement")
    yield ShownPage("news-form-event", "/news/new/event")
    yield ShownPage("news-form-refused", "/news/new/statement", send_as_it_is())
    yield ShownPage("news-edit", "/news/1/edit", open_details)
    yield ShownPage("news-versions", "/news/1/versions")
    yield ShownPage("news-address", "/news/new/address")
    yield ShownPage("news-file", "/news/new/file")
    yield ShownPage("library", "/news/library")
    yield ShownPage("library-delete", "/news/library/1/delete")


def campaigns_by_status(environment: Environment) -> dict[CampaignStatus, Campaign]:
    """The newest of each."""
    with environment.database.read() as session:
        return {row.status: row for row in session.exec(select(Campaign).order_by(col(Campaign.id)))}


def open_details(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")


def send_as_it_is(button: str = "main form button[type=submit]", **values: str) -> Callable[[Page], None]:
    """Fills in, and sends what a browser would not let through; whoever has no such browser sends it. By the last
    such button."""

    def act(page: Page) -> None:
        open_details(page)
        for name, value in values.items():
            page.fill(f"main [name='{name}']", value)
        page.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)")
        go_by(page, page.locator(button).last)

    return act


def go_by(page: Page, button: Locator) -> None:
    """Until the next page is there: on a busy machine the click alone is over before it has begun to come."""
    with page.expect_navigation():
        button.click()


def press(step: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        button = page.locator(f"form[action$='{step}'] button")
        if button.count():
            go_by(page, button)

    return act


def _schedule_at(local: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        open_details(page)
        page.fill("#local", local)
        page.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)")
        go_by(page, page.locator("form.schedule > button"))

    return act


sign_in_wrong = send_as_it_is(address="ana@example.org", password="not this")  # noqa: S106  it is refused
