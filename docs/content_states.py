"""What `make screenshots` photographs of what an organisation makes for itself, a template and a digest, and of a
campaign that is recalled.
"""

from collections.abc import Iterator
from datetime import time

from campaigns.digest_tables import Pattern
from campaigns.digests.calendar_rule import CalendarRule
from campaigns.digests.digest_request import DigestRequest
from campaigns.digests.set_up_digest import add_digest
from campaigns.editorial.custom_templates import save_template
from campaigns.public_archive.tables import NoticeKind
from campaigns.sending.recall import recall
from campaigns.status import CampaignStatus
from campaigns.tables import AutomationMode
from campaigns.welcome.set_up_series import add_email, add_series, turn_on
from cli.demo.environment import SENDER, Environment
from cli.demo.seed_data import LIST
from core.clock import SystemClock
from docs.page_states import ShownPage, campaigns_by_status, open_details, press, send_as_it_is
from staff.principal import Principal
from templates.versions import TemplateDraft, library_design

TEMPLATE_NAME = "statement-with-a-line"


def content_pages(environment: Environment, actor: Principal) -> Iterator[ShownPage]:
    now = SystemClock().now()
    draft = TemplateDraft(TEMPLATE_NAME, library_design("statement"), kind="statement")
    saved = save_template(environment.database, draft, actor=actor, settings=environment.settings, now=now)
    yield ShownPage("templates-own", "/templates")
    yield ShownPage("template-own", f"/templates/{saved.handle}", open_details)
    number = _add_digest(environment, actor)
    yield ShownPage("digests-some", "/digests")
    yield ShownPage("digest", f"/digests/{number}", open_details)
    yield ShownPage("new-digest-refused", "/new-digest", send_as_it_is(name=" "))
    series = _add_series(environment, actor)
    yield ShownPage("welcome-some", "/welcome")
    yield ShownPage("welcome-series", f"/welcome/{series}", open_details)
    yield ShownPage("new-welcome-refused", "/new-welcome", send_as_it_is(name=" "))
    yield from _pages_of_a_recall(environment, actor)


def _add_series(environment: Environment, actor: Principal) -> int:
    """On, with two emails that are still to be written."""
    now, settings = SystemClock().now(), environment.settings
    with environment.database.write() as session:
        made = add_series(
            session, "Dobrodošli · Welcome", list_slug=LIST, sender_name=SENDER, actor=actor, now=now
        )
        for days in (0, 3):
            add_email(session, made.id, days, languages=("sl", "en"), actor=actor, now=now)
        turn_on(session, made.id, actor=actor, settings=settings, now=now)
        return made.id


def _add_digest(environment: Environment, actor: Principal) -> int:
    now = SystemClock().now()
    zone = environment.settings.time_zone
    rule = CalendarRule(Pattern.WEEKLY, (0,), now.date(), time(8), zone)
    request = DigestRequest("Ponedeljek · Monday", rule, AutomationMode.DRAFT, [LIST], SENDER)
    with environment.database.write() as session:
        return add_digest(session, request, actor=actor, settings=environment.settings, now=now).id


def _pages_of_a_recall(environment: Environment, actor: Principal) -> Iterator[ShownPage]:
    sent = campaigns_by_status(environment)[CampaignStatus.SENT].id
    yield ShownPage("recall-open", f"/campaigns/{sent}", open_details)
    with environment.database.write() as session:
        recall(session, sent, NoticeKind.CORRECTION, actor=actor, now=SystemClock().now())
    yield ShownPage("recalled", f"/campaigns/{sent}", open_details)
    yield ShownPage("follow-up", f"/campaigns/{sent}", press("/follow-up"))
    yield ShownPage("recalled-written", f"/campaigns/{sent}")
