"""A proof of work is good once, for a while, and for the task that we gave."""

import base64
import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.proof_of_work import LIFETIME, MAX_PAYLOAD, PREFIX, Challenge, ProofOfWork, derived_key

NOW = datetime.fromisoformat("2026-11-22T12:00:00+00:00")


def solved(challenge: Challenge, **changed: Any) -> str:
    """As a browser hands it in."""
    parameters = challenge["parameters"]
    counter = next(n for n in range(100_000) if derived_key(parameters, n).hex().startswith(PREFIX))
    solution = {"counter": counter, "derivedKey": derived_key(parameters, counter).hex(), "time": 1.5}
    return packed({"challenge": challenge, "solution": solution | changed})


def packed(content: Any) -> str:
    return base64.b64encode(json.dumps(content).encode()).decode()


@pytest.fixture
def work() -> ProofOfWork:
    return ProofOfWork("secret", cost=1, max_spent=3)


def test_what_was_solved_is_taken_once(work: ProofOfWork) -> None:
    payload = solved(work.challenge(now=NOW))
    assert len(payload) < MAX_PAYLOAD
    assert [work.accept(payload, now=NOW) for _ in range(3)] == [True, False, False]


def test_a_wrong_guess_is_the_only_one(work: ProofOfWork) -> None:
    challenge = work.challenge(now=NOW)
    parameters = challenge["parameters"]
    wrong = next(n for n in range(100_000) if not derived_key(parameters, n).hex().startswith(PREFIX))
    assert not work.accept(solved(challenge, counter=wrong), now=NOW)
    assert not work.accept(solved(challenge), now=NOW)


def test_it_ends(work: ProofOfWork) -> None:
    payload = solved(work.challenge(now=NOW))
    assert not work.accept(payload, now=NOW + LIFETIME + timedelta(seconds=1))
    assert work.accept(payload, now=NOW + LIFETIME)


@pytest.mark.parametrize("field", ["cost", "keyPrefix", "expiresAt", "nonce", "salt"])
def test_what_was_made_easier_is_not_ours(work: ProofOfWork, field: str) -> None:
    challenge = work.challenge(now=NOW)
    easier = {"cost": 0, "keyPrefix": "", "expiresAt": 2**40, "nonce": "00", "salt": "00"}
    payload = solved(challenge)
    challenge["parameters"][field] = easier[field]
    assert not work.accept(packed(json.loads(base64.b64decode(payload)) | {"challenge": challenge}), now=NOW)


def test_anothers_task_is_not_ours(work: ProofOfWork) -> None:
    assert not work.accept(solved(ProofOfWork("another", cost=1).challenge(now=NOW)), now=NOW)


def test_what_is_remembered_is_bounded_and_forgotten_in_time(work: ProofOfWork) -> None:
    payloads = [solved(work.challenge(now=NOW)) for _ in range(4)]
    assert [work.accept(payload, now=NOW) for payload in payloads] == [True, True, True, False]
    later = NOW + LIFETIME + timedelta(seconds=1)
    assert work.accept(solved(work.challenge(now=later)), now=later)


@given(st.one_of(st.text(max_size=40), st.recursive(st.none() | st.integers() | st.text(), st.lists).map(packed)))
def test_nonsense_is_refused(payload: str) -> None:
    assert not ProofOfWork("secret", cost=1).accept(payload, now=NOW)


@pytest.mark.parametrize("counter", [-1, 2**32, "1", True, None, 1.5])
def test_a_counter_is_a_number_of_four_bytes(work: ProofOfWork, counter: object) -> None:
    assert not work.accept(solved(work.challenge(now=NOW), counter=counter), now=NOW)


def test_what_is_nested_a_thousand_times_is_refused(work: ProofOfWork) -> None:
    assert not work.accept(base64.b64encode(b"[" * 880).decode(), now=NOW)
