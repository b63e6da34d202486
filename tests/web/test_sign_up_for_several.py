"""Signing up for several lists and topics at once: one question about all of them, and a yes to exactly these."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest
from playwright.sync_api import Browser
from sqlmodel import col, select

from campaigns.opt_in.send_opt_in_mail import send_opt_in_mails
from campaigns.tables import SubscriptionMail, SubscriptionMailPurpose
from core.db import Database
from core.settings import Settings
from subscribers.change_list import lock_list, set_list_status, set_protected
from subscribers.list_state import ListStatus
from subscribers.lists import create_list, list_by_slug
from subscribers.offered_lists import offer_lists
from subscribers.preferences import leave_everything
from subscribers.status import SubscriptionStatus
from subscribers.tables import ConsentAction, ConsentMethod, ConsentRecord, MailingList, Subscriber, Subscription
from subscribers.topic_tables import Frequency, TopicChoice
from subscribers.topics import create_topic, offer_topic
from tests.axe import violations
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite
from tests.web.browser import browser
from tests.web.chromium import open_page
from web.app import create_app

HOSTILE = '<script>alert("x")</script> & <b>{{ 7*7 }} [[recipient_name]]'
ADDRESS = "rosa@example.org"
TYPED = {"address": ADDRESS, "name": "Rosa", "language": "sl"}
BOTH = {"also-press": "on"}
TOPICS = {"asked-sea": "", "asked-land": ""}


@dataclass
class Site:
    world: World
    client: httpx.Client

    @property
    def database(self) -> Database:
        return self.world.database

    def ask(self, **boxes: str) -> str:
        return self.client.post("/subscribe/bulletin", data=TYPED | boxes).text

    def mails(self) -> list[str]:
        """The texts of what is sent now."""
        before = len(self.world.provider.batches)
        send_opt_in_mails(self.world.context)
        self.world.clock.advance(minutes=10)
        return [batch.messages[0].text for batch in self.world.provider.batches[before:]]

    def link(self) -> str:
        """Of the one question that is sent now."""
        (text,) = self.mails()
        return "/c/" + text.split("/c/")[1].split()[0]

    def states(self) -> dict[str, SubscriptionStatus]:
        with self.database.read() as session:
            rows = select(MailingList.slug, col(Subscription.status)).join(
                Subscription, col(Subscription.list_id) == col(MailingList.id)
            )
            return dict(session.exec(rows).all())

    def close(self, slug: str) -> None:
        with self.database.write() as session:
            set_list_status(session, lock_list(session, slug), ListStatus.CLOSED, now=NOON)


@pytest.fixture
def site(database: Database, clock: StoppedClock, settings: Settings) -> Iterator[Site]:
    world = make_world(database, clock, settings)
    world.configure(sign_up_sender="main")
    with database.write() as session:
        press = create_list(session, slug="press", name="Press", now=NOON)
        press.names = {"sl": "Mediji"}
        create_list(session, slug="digest", name="Digest", now=NOON)
        bulletin = list_by_slug(session, "bulletin")
        offer_lists(session, bulletin, ["press"])
        sea = create_topic(session, slug="sea", name="Sea", names={"sl": "Morje"}, now=NOON)
        land = create_topic(session, slug="land", name="Land", names={"sl": "Kopno"}, now=NOON)
        offer_topic(session, sea.id, [bulletin.id])
        offer_topic(session, land.id, [press.id])
    with browser(create_app(world.context.services)) as client:
        yield Site(world, client)


def test_the_page_offers_what_the_list_names_each_with_its_words_in_full(site: Site) -> None:
    page = site.client.get("/subscribe/bulletin?lang=sl").text
    assert "prejemati sporočila s seznama »Mediji«" in page
    assert "Digest" not in page, "which it does not name"
    assert re.search(r'name="topic-sea" checked>\s*<label for="topic-sea"><bdi>Morje</bdi>', page)
    site.close("press")
    assert "Mediji" not in site.client.get("/subscribe/bulletin?lang=sl").text


def test_one_email_names_all_that_was_chosen_and_one_yes_confirms_exactly_that(site: Site) -> None:
    answer = site.ask(**BOTH, **TOPICS, **{"topic-sea": "on"})
    assert answer.count("Mediji") == 1
    (text,) = site.mails()
    text_in_line = " ".join(text.split())
    assert "na te sezname: »Bilten«, »Mediji«." in text_in_line
    assert "Sporočil o teh temah ne želi: »Kopno«." in text_in_line
    link = "/c/" + text.split("/c/")[1].split()[0]
    page = site.client.get(link).text
    assert site.client.post(link).status_code == 200
    assert site.states() == dict.fromkeys(("bulletin", "press"), SubscriptionStatus.CONFIRMED)
    with site.database.read() as session:
        records = session.exec(select(ConsentRecord).order_by(col(ConsentRecord.id))).all()
        steps = [(record.list_id, record.action, record.method, record.evidence) for record in records]
        choice = session.exec(select(TopicChoice)).one()
    sign_up, own_link = ConsentMethod.SIGN_UP, ConsentMethod.CONFIRMATION_LINK
    assert steps == [
        (1, ConsentAction.REQUESTED, sign_up, "web:/subscribe/bulletin"),
        (2, ConsentAction.REQUESTED, sign_up, "web:/subscribe/bulletin"),
        (1, ConsentAction.CONFIRMED, own_link, "web:/c"),
        (2, ConsentAction.CONFIRMED, own_link, "web:/c"),
    ]
    assert all(record.wording in page for record in records[2:])
    assert {record.language for record in records} == {"sl"}
    assert (choice.topic_id, choice.frequency) == (2, Frequency.NEVER)


def test_an_old_link_takes_back_nothing_that_was_chosen_since(site: Site) -> None:
    site.ask(**BOTH, **TOPICS)
    link = site.link()
    site.client.post(link)
    with site.database.write() as session:
        for choice in session.exec(select(TopicChoice)).all():
            choice.frequency = Frequency.AT_ONCE
    assert site.client.post(link).status_code == 200
    with site.database.read() as session:
        assert {choice.frequency for choice in session.exec(select(TopicChoice))} == {Frequency.AT_ONCE}
        welcomes = select(SubscriptionMail).where(SubscriptionMail.purpose == SubscriptionMailPurpose.WELCOME)
        assert len(session.exec(welcomes).all()) == 2


@on_sqlite
def test_topics_of_a_list_that_was_not_chosen_are_not_spoken_about(site: Site) -> None:
    site.ask(**TOPICS)
    with site.database.read() as session:
        assert session.exec(select(SubscriptionMail)).one().unwanted_topic_ids == [1]


def test_it_was_not_me_says_no_to_all_of_them_and_is_remembered(site: Site) -> None:
    site.ask(**BOTH)
    link = site.link()
    assert "na te sezname" in site.client.post(link, data={"reject": "reject"}).text
    assert set(site.states().values()) == {SubscriptionStatus.UNSUBSCRIBED}
    site.world.clock.advance(days=2)
    site.ask(**BOTH)
    assert site.mails() == []
    assert site.client.post(link).status_code == 409
    assert set(site.states().values()) == {SubscriptionStatus.UNSUBSCRIBED}


def test_of_a_list_that_they_are_on_already_the_email_says_nothing(site: Site) -> None:
    site.ask()
    site.client.post(site.link())
    site.mails()
    site.world.clock.advance(days=2)
    site.ask(**BOTH)
    (text,) = site.mails()
    assert "na seznam »Mediji«" in " ".join(text.split())
    assert "Bilten«" not in text


def test_asked_again_while_a_question_waits_only_what_is_new_is_asked(site: Site) -> None:
    answers = {site.ask(**BOTH) for _ in range(3)}
    assert len(answers) == 1
    assert len(site.mails()) == 1
    site.ask(**BOTH)
    assert site.mails() == []
    with site.database.write() as session:
        offer_lists(session, list_by_slug(session, "bulletin"), ["press", "digest"])
    site.ask(**BOTH, **{"also-digest": "on"})
    (text,) = site.mails()
    assert "»Digest«" in text
    assert "Mediji" not in text


def test_a_list_that_closed_meanwhile_is_left_out_and_the_page_says_so(site: Site) -> None:
    site.ask(**BOTH)
    link = site.link()
    site.close("press")
    for page in (site.client.get(link), site.client.post(link)):
        assert page.status_code == 200
        assert "Na seznam »Mediji« se ni več mogoče prijaviti, zato smo ga izpustili." in page.text
    assert site.states() == {"bulletin": SubscriptionStatus.CONFIRMED, "press": SubscriptionStatus.PENDING}


@on_sqlite
def test_a_list_that_is_protected_now_is_left_out_and_not_named(site: Site) -> None:
    site.ask(**BOTH)
    link = site.link()
    with site.database.write() as session:
        set_protected(session, lock_list(session, "press"), is_protected=True)
    for page in (site.client.get(link), site.client.post(link)):
        assert "Na enega od izbranih seznamov se ni več mogoče prijaviti" in page.text
        assert "Mediji" not in page.text
    assert site.states()["press"] is SubscriptionStatus.PENDING


@on_sqlite
def test_where_nothing_is_left_to_join_the_link_says_so_and_nothing_is_sent(site: Site) -> None:
    site.ask(**BOTH)
    link = site.link()
    site.close("press")
    site.close("bulletin")
    answers = [site.client.get(link), site.client.post(link)]
    assert [answer.status_code for answer in answers] == [409, 409]
    assert "ni več mogoče prijaviti" in answers[0].text
    site.client.post("/subscribe/digest", data=TYPED)
    site.close("digest")
    assert site.mails() == []


@on_sqlite
def test_a_name_is_shown_as_it_is_written_and_does_nothing(site: Site) -> None:
    with site.database.write() as session:
        press = list_by_slug(session, "press")
        press.name, press.names = HOSTILE[:120], {}
        session.add(press)
        create_topic(session, slug="hostile", name=HOSTILE[:80], names={}, now=NOON)
        offer_topic(session, 3, [1])
    pages = [site.client.get("/subscribe/bulletin?lang=sl").text, site.ask(**BOTH, **{"asked-hostile": ""})]
    link = site.link()
    pages += [site.client.get(link).text, site.client.post(link).text]
    for page in pages:
        assert "<script" not in page
        assert "&lt;script&gt;" in page
        assert "49" not in re.sub(r"&#\d+;", "", page).replace("{{ 7*7 }}", "")


def test_a_lost_answer_is_followed_by_the_same_email_whatever_was_closed_since(site: Site) -> None:
    """The lists are settled before the call: the repeat is byte for byte what may have arrived."""
    site.ask(**BOTH, **TOPICS)
    site.world.provider.faults = ["lose the answer"]
    send_opt_in_mails(site.world.context)
    site.close("press")
    for _ in range(6):
        site.world.clock.advance(minutes=30)
        send_opt_in_mails(site.world.context)
    assert site.world.provider.received == {ADDRESS: 1}
    first, *repeats = [batch.messages[0] for batch in site.world.provider.batches]
    assert repeats
    assert all(repeat == first for repeat in repeats)


def test_killed_between_settling_the_lists_and_the_call_nobody_is_forgotten(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    site.ask(**BOTH)
    with monkeypatch.context() as dying:
        dying.setattr("campaigns.system_mail.outbox.call", die)
        with pytest.raises(KeyboardInterrupt):
            send_opt_in_mails(site.world.context)
    site.world.clock.advance(hours=1)
    assert len(site.mails()) == 1
    with site.database.read() as session:
        question = session.exec(select(SubscriptionMail)).one()
    assert (question.list_id, question.also_list_ids) == (1, [2])


def test_a_sign_up_that_is_killed_before_its_end_has_asked_for_nothing(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as dying:
        dying.setattr(
            "web.public.ask_for_lists.ask", lambda *_args, **_named: (_ for _ in ()).throw(KeyboardInterrupt)
        )
        with pytest.raises(KeyboardInterrupt):
            site.ask(**BOTH)
    with site.database.read() as session:
        assert session.exec(select(Subscriber)).all() == []
        assert session.exec(select(SubscriptionMail)).all() == []


def test_whoever_left_everything_comes_back_only_to_what_they_confirm(site: Site) -> None:
    site.ask(**BOTH)
    site.client.post(site.link())
    with site.database.write() as session:
        leave_everything(session, 1, evidence="test", now=NOON)
    site.mails()
    site.world.clock.advance(days=2)
    site.ask()
    site.client.post(site.link())
    assert site.states() == {"bulletin": SubscriptionStatus.CONFIRMED, "press": SubscriptionStatus.UNSUBSCRIBED}


@pytest.mark.browser
@on_sqlite
@pytest.mark.parametrize("language", ["en", "ar"])
def test_its_pages_have_no_barrier_and_fit_a_telephone(chromium: Browser, site: Site, language: str) -> None:
    site.ask(**BOTH, **TOPICS)
    link = site.link()
    page = open_page(chromium, site.client, width=360)
    for path in ("/subscribe/bulletin", link):
        page.goto(f"{path}?lang={language}")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.close()
