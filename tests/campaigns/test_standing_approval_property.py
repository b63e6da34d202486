"""Whatever people change and approve: an automation sends only with approvals of people who had no hand in it."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sqlmodel import select, update

from campaigns.automation.change_automation import AutomationEdit, change_automation
from campaigns.editorial.automation_changes import mark_set_up
from campaigns.editorial.change_brand import change_brand
from campaigns.editorial.custom_templates import save_template, use_template, use_the_library
from campaigns.editorial.list_languages import ListLanguagesEdit, choose_list_languages
from campaigns.review.standing_approval import approve_automation, missing_approvals, standing_approvers
from campaigns.tables import Automation, AutomationMode
from core.errors import NotAllowed
from news.sources import add_folder_source
from staff.principal import OPERATOR, Principal, principal_of
from staff.tables import User
from subscribers.lists import list_by_slug
from templates.versions import LIBRARY, TemplateDraft, library_design
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.examples import costly_examples
from tests.people_roles import ADMIN

PEOPLE = ("boris", "dana", "emil", "franja")
CHANGERS = ("boris", "dana")
"""The others only approve, so that enough are always left."""
VALUES = {
    "brand": ["", "Vote for us.", "Here you find us."],
    "template": [LIBRARY, "boris-wrote", "dana-wrote"],
    "languages": ["en", "de", "sl"],
}
FIRST = {part: values[0] for part, values in VALUES.items()}

changes = st.tuples(
    st.just("change"), st.sampled_from(CHANGERS), st.sampled_from(sorted(VALUES)), st.integers(0, 2)
)
approvals = st.tuples(st.just("approve"), st.sampled_from(PEOPLE), st.just(""), st.just(0))
settings_changes = st.tuples(st.just("set"), st.sampled_from(PEOPLE), st.just(""), st.integers(1, 3))
histories = st.lists(st.one_of(changes, approvals, settings_changes), min_size=1, max_size=10)


@dataclass
class Story:
    """An automation of Boris's for which two approvals are asked for, and who wrote what it sends with."""

    world: World
    people: dict[str, Principal]
    name: str
    values: dict[str, str] = field(default_factory=lambda: dict(FIRST))
    writers: dict[str, str] = field(default_factory=dict)

    def change(self, who: str, part: str, value: str) -> None:
        if self.values[part] != value:
            self.values[part], self.writers[part] = value, who
            put(self.world, part, value, by=self.people[who])

    def approve(self, who: str) -> None:
        settings, now = self.world.context.settings, self.world.clock.now()
        with self.world.database.write() as session:
            approve_automation(session, self.name, actor=self.people[who], settings=settings, now=now)

    def limit(self, who: str, most: int) -> None:
        settings, now = self.world.context.settings, self.world.clock.now()
        edit = AutomationEdit(most_at_once=most)
        with self.world.database.write() as session:
            change_automation(session, self.name, edit, actor=self.people[who], settings=settings, now=now)

    def with_a_hand(self) -> set[str]:
        """At least the last who changed it, and who wrote the template that is in use."""
        changed = {part for part, value in self.values.items() if value != FIRST[part]}
        writers = {self.writers[part] for part in changed}
        return writers | ({self.values["template"].removesuffix("-wrote")} if "template" in changed else set())

    def check(self) -> None:
        with self.world.database.read() as session:
            automation = session.get_one(Automation, find(self.world, self.name))
            approvers = standing_approvers(session, automation)
            sends = missing_approvals(session, automation, required=2) == 0
        ids = {self.people[name].user_id for name in self.with_a_hand()}
        assert not ids & set(approvers)
        assert sends == (len(set(approvers)) >= 2)


def put(world: World, part: str, value: str, *, by: Principal) -> None:
    now, settings = world.clock.now(), world.settings
    if part == "template" and value != LIBRARY:
        use_template(world.database, value, actor=by, settings=settings, now=now)
        return
    with world.database.write() as session:
        if part == "template":
            use_the_library(session, "statement", actor=by, now=now)
        elif part == "brand":
            change_brand(session, {"footer_texts": {"en": value}}, actor=by, now=now)
        else:
            choose_list_languages(session, "bulletin", ListLanguagesEdit(chain=[value]), actor=by, now=now)


def find(world: World, name: str) -> int:
    with world.database.read() as session:
        return session.exec(select(Automation.id).where(Automation.name == name)).one()


def the_people(world: World) -> dict[str, Principal]:
    with world.database.write() as session:
        session.exec(update(User).values(disabled_at=NOON))
        users = [
            User(
                address=f"{name}@example.com",
                name=name.title(),
                roles=ADMIN,
                language="sl",
                password_hash="!",
                created_at=NOON,
            )
            for name in PEOPLE
        ]
        session.add_all(users)
        session.flush()
        return {name: principal_of(user) for name, user in zip(PEOPLE, users, strict=True)}


def test_what_is_sent_was_approved_by_enough_who_had_no_hand_in_it(world: World, tmp_path: Path) -> None:
    world.configure(approvals_required=2)
    people = the_people(world)
    for name in CHANGERS:
        sources = library_design("statement")
        sources = replace(sources, text=f"{sources.text}{name}")
        draft = TemplateDraft(name=f"{name}-wrote", sources=sources, kind="statement")
        save_template(world.database, draft, actor=people[name], settings=world.settings, now=world.clock.now())
    with world.database.write() as session:
        source_id = add_folder_source(session, name="feed", folder=tmp_path, now=NOON).id

    def begin(number: int) -> Story:
        for part, value in FIRST.items():
            put(world, part, value, by=OPERATOR)
        with world.database.write() as session:
            automation = Automation(
                name=f"a{number}",
                source_id=source_id,
                list_id=list_by_slug(session, "bulletin").id,
                sender_id=1,
                mode=AutomationMode.SEND,
                approved_by=people["boris"].user_id,
                created_at=world.clock.now(),
            )
            session.add(automation)
            session.flush()
            mark_set_up(session, automation, actor=people["boris"].name, now=world.clock.now())
        return Story(world, people, f"a{number}")

    numbers = iter(range(10_000))

    @hypothesis_settings(
        max_examples=costly_examples(25),
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(histories)
    def whatever_happens(history: list[tuple[str, str, str, int]]) -> None:
        story = begin(next(numbers))
        for action, who, part, number in history:
            if action == "change":
                story.change(who, part, VALUES[part][number])
            elif action == "set":
                story.limit(who, number)
            elif who in story.with_a_hand():
                with pytest.raises(NotAllowed):
                    story.approve(who)
            else:
                with suppress(NotAllowed):  # who had a hand in it on the way there
                    story.approve(who)
            story.check()
        story.approve("emil")
        story.approve("franja")
        with world.database.read() as session:
            automation = session.get_one(Automation, find(world, story.name))
            assert missing_approvals(session, automation, required=2) == 0

    whatever_happens()
