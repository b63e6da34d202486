"""Nobody is mailed without a yes, nor after a no, a hard bounce or a complaint, whatever happens in what order."""

from contextlib import ExitStack
from contextlib import suppress as whatever
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlmodel import SQLModel, select

from core.db import Database
from core.errors import BiltenError, InputRefused
from subscribers.audience import Audience, audience_of
from subscribers.import_report import ImportRequest
from subscribers.lists import create_list
from subscribers.mail_content import FOR_EVERYBODY
from subscribers.policy import SkipReason
from subscribers.queries import consent_of
from subscribers.recheck import MailingQuestion, Recipient, recheck
from subscribers.subscribe import ConsentProof, SubscriptionRequest, confirm, request_subscription, unsubscribe
from subscribers.suppress import suppress
from subscribers.tables import ConsentAction, ConsentMethod, Subscriber, SuppressionReason
from tests.conftest import NOON
from tests.examples import examples
from tests.subscribers.conditions import nobody_got
from tests.subscribers.conftest import SECRET, hash_of, imported, session_beside_imports

people = st.sampled_from(["ana@example.org", "bor@example.org"])
methods = st.sampled_from([ConsentMethod.SIGN_UP, ConsentMethod.CONFIRMATION_LINK, ConsentMethod.STAFF])


class Consent(RuleBasedStateMachine):
    """Keeps in `answers` only what each person last said themselves, or what staff vouched for at first."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self.open = ExitStack()
        self.folder = Path(self.open.enter_context(TemporaryDirectory()))
        self.session = self.open.enter_context(session_beside_imports(database))
        self.list_id = create_list(self.session, slug="bulletin", name="Bilten", now=NOON).id
        self.answers: dict[str, str] = {}
        self.ever_said_no: set[str] = set()
        self.suppressed: set[str] = set()

    def teardown(self) -> None:
        self.session.rollback()
        for table in reversed(SQLModel.metadata.sorted_tables):
            self.session.execute(table.delete())
        self.open.close()

    def ids(self) -> dict[str, int]:
        return {person.address: person.id for person in self.session.exec(select(Subscriber))}

    @rule(
        rows=st.lists(
            st.tuples(people, st.sampled_from(["", "confirmed", "pending", "unsubscribed"])),
            min_size=1,
            max_size=4,
        )
    )
    def import_file(self, rows: list[tuple[str, str]]) -> None:
        path = self.folder / "people.csv"
        lines = [f"{address},sl,{status}" for address, status in rows]
        path.write_text("\n".join(["email,language,status", *lines]))
        request = ImportRequest("bulletin", "Paper forms, 2024")
        if {"", "confirmed"} <= {status for _, status in rows}:
            with pytest.raises(InputRefused, match="subscribers-file-status-missing"):
                imported(self.session, path, request)
            return
        imported(self.session, path, request)
        for address, status in rows:
            is_known = address in self.answers
            if is_known and status == "unsubscribed":
                self.say_no(address)
            elif not is_known and address not in self.suppressed:
                self.answers[address] = {"pending": "maybe", "unsubscribed": "no"}.get(status, "yes")
                if status == "unsubscribed":
                    self.say_no(address)

    def say_no(self, address: str) -> None:
        self.answers[address] = "no"
        self.ever_said_no.add(address)

    @rule(address=people, method=methods)
    def request(self, address: str, method: ConsentMethod) -> None:
        with whatever(BiltenError):
            request_subscription(
                self.session,
                SubscriptionRequest(
                    address=address,
                    name="",
                    list_id=self.list_id,
                    proof=ConsentProof(method=method, wording="Da.", language="sl", evidence=""),
                ),
                now=NOON,
                secret=SECRET,
            )
        if address not in self.answers or (self.answers[address] == "no" and method is ConsentMethod.SIGN_UP):
            self.answers[address] = "maybe"

    @rule(address=people, method=methods)
    def confirm(self, address: str, method: ConsentMethod) -> None:
        with whatever(BiltenError):
            confirm(
                self.session,
                subscriber_id=self.ids().get(address, 404),
                list_id=self.list_id,
                proof=ConsentProof(method=method, wording="Da.", language="sl", evidence=""),
                now=NOON,
            )
        is_their_own = method is ConsentMethod.CONFIRMATION_LINK or address not in self.ever_said_no
        if self.answers.get(address) == "maybe" and is_their_own:
            self.answers[address] = "yes"

    @rule(address=people, method=methods)
    def unsubscribe(self, address: str, method: ConsentMethod) -> None:
        unsubscribe(
            self.session,
            subscriber_id=self.ids().get(address, 404),
            list_id=self.list_id,
            method=method,
            evidence="",
            now=NOON,
        )
        if address in self.answers:
            self.say_no(address)

    @rule(address=people, reason=st.sampled_from(list(SuppressionReason)))
    def suppress(self, address: str, reason: SuppressionReason) -> None:
        suppress(self.session, address_hash=hash_of(address), reason=reason, detail="", now=NOON)
        self.suppressed.add(address)

    def expected(self, address: str) -> SkipReason | None:
        match self.answers[address]:
            case "maybe":
                return SkipReason.PENDING
            case "no":
                return SkipReason.UNSUBSCRIBED
        return SkipReason.SUPPRESSED if address in self.suppressed else None

    @invariant()
    def only_those_are_mailed_whose_last_word_was_yes(self) -> None:
        ids = self.ids()
        answers = recheck(self.session, MailingQuestion(self.list_id, FOR_EVERYBODY, NOON), list(ids.values()))
        reasons = {person: None if isinstance(answer, Recipient) else answer for person, answer in answers.items()}
        assert reasons == {ids[address]: self.expected(address) for address in self.answers}
        welcome = {person for person, reason in reasons.items() if reason is None}
        assert {
            row[0] for row in self.session.exec(audience_of(Audience((self.list_id,)), nobody_got, now=NOON))
        } == welcome
        for subscriber_id in welcome:
            assert consent_of(self.session, subscriber_id)[-1].action is ConsentAction.CONFIRMED


def test_nobody_is_mailed_whose_last_word_was_not_yes(database: Database) -> None:
    class Here(Consent):
        def __init__(self) -> None:
            super().__init__(database)

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=examples(15),
            stateful_step_count=25,
            deadline=None,
            database=None,
            # Shrinking a story of 25 steps on a database takes minutes; a long story that fails says enough.
            phases=[Phase.generate],
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
