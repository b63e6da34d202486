"""A repeated request is harmless for 24 hours, whatever happened to the first answer."""

from collections.abc import Iterator
from contextlib import suppress

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.config import SimulatorConfig
from simulator.faults import Fault, FaultKind
from simulator.journal import FileJournal
from simulator.ledger import Ledger
from simulator.serve import SimulatorThread
from tests.conftest import StoppedClock
from tests.examples import examples
from tests.simulator.conftest import LITTLE_PATIENCE, an_email, client_for


def keyed(key: str) -> dict[str, str]:
    return {"Idempotency-Key": key}


def test_the_same_key_and_body_give_the_same_ids_and_one_message(
    resend: httpx.Client, far_side: SimulatorThread
) -> None:
    batch = [an_email("ana@example.org"), an_email("bor@example.org")]
    first, second = (resend.post("/emails/batch", json=batch, headers=keyed("k1")) for _ in range(2))
    assert first.json() == second.json()
    assert far_side.simulation.ledger.count_by_address() == {"ana@example.org": 1, "bor@example.org": 1}
    assert far_side.simulation.requests == {"accepted": 1, "repeated": 1}


def test_the_same_key_with_another_body_is_a_conflict(resend: httpx.Client, far_side: SimulatorThread) -> None:
    resend.post("/emails", json=an_email(), headers=keyed("k1"))
    other = resend.post("/emails", json=an_email(subject="Drugo"), headers=keyed("k1"))
    assert (other.status_code, other.json()["name"]) == (409, "invalid_idempotent_request")
    other = resend.post("/emails/batch", json=an_email(), headers=keyed("k1"))
    assert other.status_code == 409
    assert far_side.simulation.ledger.count() == 1


def test_a_key_is_forgotten_after_24_hours_and_not_before(clock: StoppedClock) -> None:
    with SimulatorThread(SimulatorConfig(), clock) as far_side, client_for(far_side) as resend:
        first = resend.post("/emails", json=an_email(), headers=keyed("k1")).json()
        clock.advance(hours=23, minutes=59, seconds=59)
        assert resend.post("/emails", json=an_email(), headers=keyed("k1")).json() == first
        clock.advance(seconds=1)
        assert resend.post("/emails", json=an_email(), headers=keyed("k1")).json() != first
        assert far_side.simulation.ledger.count_by_address() == {"ana@example.org": 2}


def test_a_refused_request_leaves_its_key_free(resend: httpx.Client) -> None:
    assert resend.post("/emails", json=an_email("nobody"), headers=keyed("k1")).status_code == 422
    assert resend.post("/emails", json=an_email(), headers=keyed("k1")).status_code == 200


@pytest.mark.parametrize("key", ["", "k" * 257])
def test_a_key_has_1_to_256_characters(resend: httpx.Client, key: str) -> None:
    answer = resend.post("/emails", json=an_email(), headers=keyed(key))
    assert (answer.status_code, answer.json()["name"]) == (400, "invalid_idempotency_key")
    assert resend.post("/emails", json=an_email(), headers=keyed("k" * 256)).status_code == 200


def test_a_request_whose_first_try_is_still_under_way_is_told_so(
    resend: httpx.Client, far_side: SimulatorThread
) -> None:
    """The first caller loses patience; the simulator goes on, and the repeat finds out."""
    resend.post("/simulator/misbehave", json={"queue": [{"kind": "slow", "seconds": 3600}]})
    with pytest.raises(httpx.ReadTimeout):
        resend.post("/emails", json=an_email(), headers=keyed("k1"), timeout=LITTLE_PATIENCE)
    early = resend.post("/emails", json=an_email(), headers=keyed("k1"))
    assert (early.status_code, early.json()["name"]) == (409, "concurrent_idempotent_requests")
    other = resend.post("/emails", json=an_email(subject="Drugo"), headers=keyed("k1"))
    assert (other.status_code, other.json()["name"]) == (409, "invalid_idempotent_request")
    resend.post("/simulator/misbehave", json={"clear": True})
    answer = early
    while answer.status_code == 409:
        answer = resend.post("/emails", json=an_email(), headers=keyed("k1"))
    assert answer.status_code == 200
    assert far_side.simulation.ledger.count() == 1


MISHAPS = ["none", "lost_answer", "error", "error_accepted", "cut", "garbage", "garbage_accepted", "rate_limit"]
ACCEPTING = {"none", "lost_answer", "error_accepted", "garbage_accepted"}


@pytest.fixture(scope="module")
def journalled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[SimulatorThread, httpx.Client]]:
    config = SimulatorConfig(journal=tmp_path_factory.mktemp("simulator") / "journal.jsonl")
    with SimulatorThread(config) as far_side, client_for(far_side) as resend:
        yield far_side, resend


@settings(max_examples=examples(40), deadline=None)
@given(tries=st.lists(st.tuples(st.integers(0, 3), st.sampled_from(MISHAPS)), max_size=12))
def test_any_interleaving_of_repeats_gives_each_address_one_message(
    journalled: tuple[SimulatorThread, httpx.Client], tries: list[tuple[int, str]]
) -> None:
    """Repeats of four batches in any order, with any mishap: what was accepted at all was accepted once, and a
    ledger opened anew on the same journal says the same."""
    far_side, resend = journalled
    resend.post("/simulator/reset")
    for number, mishap in tries:
        far_side.simulation.fault_plan.add(None if mishap == "none" else Fault(FaultKind(mishap)))
        batch = [an_email(f"reader{number}{letter}@example.org") for letter in "abc"]
        with suppress(httpx.RemoteProtocolError):
            resend.post("/emails/batch", json=batch, headers=keyed(f"key-{number}"))
    accepted = {number for number, mishap in tries if mishap in ACCEPTING}
    expected = {f"reader{number}{letter}@example.org": 1 for number in accepted for letter in "abc"}
    assert far_side.simulation.ledger.count_by_address() == expected
    journal = far_side.simulation.config.journal
    assert journal is not None
    reopened = Ledger(FileJournal(journal))
    assert reopened.count_by_address() == expected
    reopened.close()
