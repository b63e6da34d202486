"""Separation of duties: an approval counts only if the approver contributed nothing to what is approved."""

from collections import defaultdict
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sqlalchemy import update
from sqlmodel import Session, col, select

from campaigns.editorial.change_brand import change_brand
from campaigns.editorial.content_changes import approvers_left, contributors, lacks_approvers
from campaigns.editorial.contributions import Change, Matter, contributions, hands, why_not
from campaigns.editorial.edit import (
    SenderChoice,
    VariantEdit,
    add_variant,
    choose_senders,
    edit_variant,
    remove_variant,
)
from campaigns.editorial.list_languages import ListLanguagesEdit, choose_list_languages
from campaigns.editorial.news_changes import record_import
from campaigns.editorial.tables import ContentChange
from campaigns.queries import variants_of
from campaigns.review.approve import approval_count
from campaigns.review.submit import submit
from campaigns.status import CampaignStatus
from campaigns.tables import Approval, Campaign
from core.errors import NotAllowed
from delivery.tables import Sender
from news.import_report import ImportedItem
from news.tables import NewsText
from staff.principal import OPERATOR, Principal, principal_of
from staff.tables import User
from tests.campaigns.world import World, join_staff
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.examples import costly_examples
from tests.people_roles import ADMIN

BIG = "Who is responsible?"


@pytest.fixture
def dana(world: World) -> Principal:
    """An administrator."""
    return join_staff(world, "dana", ADMIN)


def edit(world: World, campaign_id: int, by: Principal, *, language: str = "en", **changes: str) -> None:
    with world.database.write() as session:
        edit_variant(session, campaign_id, language, VariantEdit(changes), actor=by, now=world.clock.now())


def submitted_by(world: World, campaign_id: int, by: Principal) -> None:
    submit(world.database, campaign_id, actor=by, settings=world.settings, now=world.clock.now())


def subject_of(world: World, campaign_id: int) -> str:
    with world.database.read() as session:
        return next(variant.subject for variant in variants_of(session, campaign_id) if variant.language == "en")


def contributors_of(world: World, campaign_id: int) -> dict[str, frozenset[Matter]]:
    with world.database.read() as session:
        return contributors(session, session.get_one(Campaign, campaign_id))


def test_an_approver_who_edits_the_authors_draft_does_not_approve_it(world: World) -> None:
    campaign_id = world.draft()
    edit(world, campaign_id, world.boris, subject=BIG)
    submitted_by(world, campaign_id, world.boris)
    with pytest.raises(NotAllowed, match="approver-contributed") as refused:
        world.approve(campaign_id, by=world.boris)
    assert refused.value.params["matter"] == "words"
    assert world.status(campaign_id) is CampaignStatus.IN_REVIEW
    world.approve(campaign_id, by=world.cilka)
    assert world.status(campaign_id) is CampaignStatus.APPROVED


def test_who_puts_back_what_was_there_may_approve_again(world: World) -> None:
    campaign_id = world.draft()
    before = subject_of(world, campaign_id)
    edit(world, campaign_id, world.boris, subject=BIG)
    edit(world, campaign_id, world.cilka, subject=before)
    assert contributors_of(world, campaign_id) == {world.ana.name: {Matter.DRAFT}}
    world.submit(campaign_id)
    world.approve(campaign_id, by=world.boris)


def test_own_words_that_another_types_again_stay_own(world: World) -> None:
    campaign_id = world.draft()
    before = subject_of(world, campaign_id)
    edit(world, campaign_id, world.boris, subject=BIG)
    edit(world, campaign_id, world.cilka, subject=before)
    edit(world, campaign_id, world.cilka, subject=BIG)
    assert set(contributors_of(world, campaign_id)) == {world.ana.name, world.boris.name, world.cilka.name}
    world.submit(campaign_id)
    for actor in (world.boris, world.cilka):
        with pytest.raises(NotAllowed, match="approver-contributed"):
            world.approve(campaign_id, by=actor)
    edit(world, campaign_id, world.ana, subject=before)
    world.submit(campaign_id)
    world.approve(campaign_id, by=world.boris)


def test_who_wrote_words_that_others_wrote_on_has_a_hand_in_them(world: World) -> None:
    campaign_id = world.draft()
    edit(world, campaign_id, world.boris, intro_html="<p>It happened at night.</p>")
    edit(world, campaign_id, world.cilka, intro_html="<p>It happened at night. Nobody came.</p>")
    assert set(contributors_of(world, campaign_id)) == {world.ana.name, world.boris.name, world.cilka.name}


def test_languages_and_senders_count_and_are_undone(world: World) -> None:
    campaign_id = world.draft()
    now = world.clock.now()
    with world.database.write() as session:
        create_sender_named(session, "second")
        add_variant(session, campaign_id, "de", actor=world.boris, now=now)
        choose_senders(session, campaign_id, SenderChoice("second", ""), actor=world.cilka, now=now)
    assert contributors_of(world, campaign_id)[world.boris.name] == {Matter.WORDS}
    assert contributors_of(world, campaign_id)[world.cilka.name] == {Matter.SENDERS}
    with world.database.write() as session:
        remove_variant(session, campaign_id, "de", actor=world.ana, now=now)
        choose_senders(session, campaign_id, SenderChoice("main", ""), actor=world.ana, now=now)
    assert set(contributors_of(world, campaign_id)) == {world.ana.name}


def create_sender_named(session: Session, name: str) -> None:
    session.add(
        Sender(
            name=name,
            provider="fake",
            from_name="Other",
            from_address="other@example.org",
            webhook_token="x" * 40,
            created_at=NOON,
        )
    )
    session.flush()


def test_brand_and_list_count_from_the_draft_on(world: World, dana: Principal) -> None:
    now = world.clock.now()
    with world.database.write() as session:
        change_brand(session, {"colour": "#123456"}, actor=dana, now=now)
        choose_list_languages(session, "bulletin", ListLanguagesEdit(["sl"]), actor=dana, now=now)
    campaign_id = world.draft()
    assert set(contributors_of(world, campaign_id)) == {world.ana.name}
    with world.database.write() as session:
        change_brand(session, {"colour": "#654321"}, actor=dana, now=now)
        choose_list_languages(session, "bulletin", ListLanguagesEdit(["en"]), actor=dana, now=now)
    assert contributors_of(world, campaign_id)[dana.name] == {Matter.BRAND, Matter.AUDIENCE}
    with world.database.write() as session:
        change_brand(session, {"colour": "#123456"}, actor=dana, now=now)
        choose_list_languages(session, "bulletin", ListLanguagesEdit(["sl"]), actor=dana, now=now)
    world.submit(campaign_id)
    world.approve(campaign_id, by=dana)
    assert world.status(campaign_id) is CampaignStatus.APPROVED


def test_what_changes_after_the_freezing_is_not_in_it(world: World, dana: Principal) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    with world.database.write() as session:
        change_brand(session, {"colour": "#654321"}, actor=dana, now=world.clock.now())
    world.approve(campaign_id, by=dana)
    assert world.status(campaign_id) is CampaignStatus.APPROVED


def bring_in_news(world: World, by: Principal, digest: str) -> None:
    with world.database.write() as session:
        text = session.exec(select(NewsText).where(NewsText.language == "en")).one()
        text.digest = digest
        session.add(text)
        session.flush()
        item = ImportedItem(text.item_id, "en", is_new=False, is_changed=True)
        record_import(session, [item], actor=by, now=world.clock.now())


@pytest.mark.parametrize("is_before", [True, False], ids=["before the draft", "after it"])
def test_who_brought_in_the_news_does_not_approve_its_words(world: World, *, is_before: bool) -> None:
    campaign_id = 0 if is_before else world.draft()
    bring_in_news(world, world.boris, "1" * 64)
    campaign_id = campaign_id or world.draft()
    world.submit(campaign_id)
    with pytest.raises(NotAllowed) as refused:
        world.approve(campaign_id, by=world.boris)
    assert refused.value.params["matter"] == "news"
    world.approve(campaign_id, by=world.cilka)


def test_an_approval_from_before_changes_were_kept_counts_only_if_it_may(world: World) -> None:
    """A migration took them from the audit log, where nobody says what a part was."""
    campaign_id = world.draft()
    now = world.clock.now()
    with world.database.write() as session:
        session.add(ContentChange(subject=f"campaign:{campaign_id}", part="", actor=world.boris.name, at=now))
    world.submit(campaign_id)
    with world.database.write() as session:
        campaign = session.get_one(Campaign, campaign_id)
        for actor in (world.boris, world.cilka):
            assert actor.user_id is not None
            seen = campaign.content_hash or ""
            session.add(Approval(campaign_id=campaign_id, user_id=actor.user_id, content_hash=seen, at=now))
        session.flush()
        assert approval_count(session, campaign) == 1
        assert contributors(session, campaign)[world.boris.name] == {Matter.CONTENT}


@on_sqlite
def test_a_team_of_two_is_told_that_nobody_is_left(world: World, dana: Principal) -> None:
    campaign_id = world.draft()
    with world.database.write() as session:
        for actor in (world.cilka, dana):
            session.get_one(User, actor.user_id).disabled_at = NOON
    with world.database.read() as session:
        campaign = session.get_one(Campaign, campaign_id)
        assert not lacks_approvers(session, campaign, settings=world.settings)
        assert lacks_approvers(session, campaign, settings=world.settings, without=world.boris.name)
        left = approvers_left(session, contributors(session, campaign))
        assert [user.name for user in left] == ["Boris"]
    world.submit(campaign_id)
    world.approve(campaign_id, by=world.boris)
    with world.database.read() as session:
        campaign = session.get_one(Campaign, campaign_id)
        assert not lacks_approvers(session, campaign, settings=world.settings)
        assert lacks_approvers(session, campaign, settings=world.settings, without=world.boris.name)
    edit(world, campaign_id, world.boris, subject=BIG)
    with world.database.read() as session:
        assert lacks_approvers(session, session.get_one(Campaign, campaign_id), settings=world.settings)
    with world.database.write() as session:
        session.get_one(User, dana.user_id).disabled_at = None
    world.submit(campaign_id)
    world.approve(campaign_id, by=dana)
    assert world.status(campaign_id) is CampaignStatus.APPROVED


@on_sqlite
def test_where_no_approval_is_asked_for_nobody_is_missed(world: World) -> None:
    world.configure(approvals_required=0)
    campaign_id = world.draft()
    with world.database.read() as session:
        campaign = session.get_one(Campaign, campaign_id)
        assert not lacks_approvers(session, campaign, settings=world.settings, without=world.boris.name)


def test_the_program_and_the_shell_approve_nothing() -> None:
    assert why_not(OPERATOR.name, contributions("user:1", [])) is None
    assert why_not("user:1", contributions("user:1", [])) is Matter.DRAFT


def test_what_nobody_knows_any_more_is_not_undone() -> None:
    changes = [Change("campaign:1", "", "user:2", None, None), Change("campaign:1", "", "user:3", "a", "b")]
    assert hands([*changes, Change("campaign:1", "", "user:4", "b", "a")]) == {"user:2"}


VALUES = st.sampled_from(["a", "b", "c"])
PEOPLE = st.sampled_from(["user:1", "user:2", "user:3"])


@given(st.lists(st.tuples(PEOPLE, VALUES), max_size=12))
def test_nobody_without_a_hand_wrote_what_stands_alone(steps: list[tuple[str, str]]) -> None:
    """Whoever has no hand in a part: somebody else made it what it is, too, or it was so from the beginning."""
    value, writers = "a", defaultdict(set, {"a": {"nobody"}})
    first = {"a": "nobody"}
    changes = []
    for actor, after in steps:
        changes.append(Change("campaign:1", "variant:en:subject", actor, value, after))
        if after != value:
            writers[after].add(actor)
            first.setdefault(after, actor)
        value = after
    shown = hands(changes)
    assert shown >= {first[value]} - {"nobody"}, "whoever first wrote it has a hand in it, whoever typed it last"
    for actor in ("user:1", "user:2", "user:3"):
        if actor not in shown:
            assert writers[value] - {actor}
        if all(other_actor != actor for other_actor, _ in steps):
            assert actor not in shown


@dataclass
class Story:
    """Several people edit one campaign; what each part is, and who made it that."""

    world: World
    campaign_id: int
    people: dict[str, Principal]
    writers: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    first: dict[tuple[str, str], str] = field(default_factory=dict)
    """Who made each part each value before anybody else did."""
    present: dict[str, str] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)

    def change(self, who: str, part: str, value: str) -> None:
        actor = self.people[who]
        if part not in self.present:
            self.writers[part, "at the draft"].add("the draft")
            self.first[part, "at the draft"] = "the draft"
            self.present[part] = "at the draft"
        if value == self.present[part]:
            return
        self.touched.add(who)
        self.present[part] = value
        self.writers[part, value].add(who)
        self.first.setdefault((part, value), who)
        if part == "colour":
            colour = {"at the draft": "#8a1c1c", "one": "#123456", "other": "#654321"}[value]
            with self.world.database.write() as session:
                change_brand(session, {"colour": colour}, actor=actor, now=self.world.clock.now())
        elif part == "news":
            # Stories follow each other in one database, and who wrote an item's words stays known with the item.
            text = value if value == "at the draft" else f"{value} in {self.campaign_id} "
            bring_in_news(self.world, actor, text.ljust(64, "0"))
        else:
            language, _, name = part.partition(":")
            edit(self.world, self.campaign_id, actor, language=language, **{name: value})


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["boris", "cilka", "dana"]),
        st.sampled_from(["en:subject", "sl:intro_html", "colour", "news"]),
        st.sampled_from(["at the draft", "one", "other"]),
    ),
    max_size=7,
)


@hypothesis_settings(
    max_examples=costly_examples(15),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS, approver=st.sampled_from(["boris", "cilka", "dana"]))
@example(steps=[("cilka", "news", "other")], approver="boris")
@example(steps=[("boris", "news", "other")], approver="cilka")
def test_an_approval_counts_only_if_the_approver_contributed_nothing(
    world: World, steps: list[tuple[str, str, str]], approver: str
) -> None:
    people = _administrators(world)
    with world.database.write() as session:
        change_brand(session, {"colour": "#8a1c1c"}, actor=OPERATOR, now=world.clock.now())
    bring_in_news(world, OPERATOR, "at the draft".ljust(64, "0"))
    story = Story(world, world.draft(), people)
    for language, name in (("en", "subject"), ("sl", "intro_html")):
        edit(world, story.campaign_id, world.ana, language=language, **{name: "at the draft"})
    for who, part, value in steps:
        story.change(who, part, value)
    world.submit(story.campaign_id)
    try:
        world.approve(story.campaign_id, by=people[approver])
    except NotAllowed:
        assert approver in story.touched
        return
    for part, value in story.present.items():
        assert story.writers[part, value] - {approver}, f"{approver} alone made {part} what it is"
        assert story.first[part, value] != approver, f"{approver} wrote {part} before anybody else did"


def _administrators(world: World) -> dict[str, Principal]:
    with world.database.read() as session:
        known = {user.name.lower(): user for user in session.exec(select(User)).all()}
    if "dana" not in known:
        join_staff(world, "dana", ADMIN)
        with world.database.write() as session:
            session.execute(update(User).where(col(User.name) != "Ana").values(roles=ADMIN))
        return _administrators(world)
    return {name: principal_of(user) for name, user in known.items()}
