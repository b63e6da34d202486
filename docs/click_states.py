"""What `make screenshots` photographs of counted clicks: the report of a campaign whose links were followed, and
its email with the numbers.
"""

from collections.abc import Iterator
from datetime import timedelta

from sqlmodel import col, select

from campaigns.clicks.count_clicks import add_clicks
from campaigns.clicks.counting import MIN_READERS, set_counting
from campaigns.clicks.tables import ClickLink
from cli.demo.environment import Environment
from core.clock import SystemClock
from docs.page_states import ShownPage
from staff.principal import Principal

DAYS = (31, 12, 4)
"""How often the first link was followed, from the first day on; each further link half as often."""


def begin_counting(environment: Environment, actor: Principal) -> None:
    """Of what is submitted from then on."""
    with environment.database.write() as session:
        set_counting(session, True, actor=actor, now=SystemClock().now())


def click_pages(environment: Environment) -> Iterator[ShownPage]:
    campaign = _follow_links(environment)
    yield ShownPage("report-clicks", f"/campaigns/{campaign}/report")
    yield ShownPage("clicks-over-mail", f"/campaigns/{campaign}/clicks/en")


def _follow_links(environment: Environment) -> int:
    """The campaign whose links they are: the first of those that enough readers got."""
    today = SystemClock().now().date()
    with environment.database.write() as session:
        of_many = select(ClickLink).where(col(ClickLink.reader_count) >= MIN_READERS)
        links = session.exec(of_many.order_by(col(ClickLink.campaign_id), col(ClickLink.code))).all()
        campaign = links[0].campaign_id
        for place, link in enumerate(link for link in links if link.campaign_id == campaign):
            days = enumerate(count >> place for count in DAYS)
            add_clicks(session, {(link.code, today + timedelta(days=day)): count for day, count in days if count})
    return campaign
