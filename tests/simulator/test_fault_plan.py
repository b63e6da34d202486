"""Each way to misbehave, from the client's side of the wire, and what became of the messages."""

import httpx
import pytest

from simulator.config import ConfigRefused, SimulatorConfig
from simulator.fault_plan import FaultPlan
from simulator.faults import Fault, FaultKind, FaultRefused, parse_fault
from simulator.serve import SimulatorThread
from tests.simulator.conftest import LITTLE_PATIENCE, an_email, client_for


def misbehave(resend: httpx.Client, *faults: dict[str, object] | None) -> None:
    assert resend.post("/simulator/misbehave", json={"queue": list(faults)}).status_code == 200


def accepted(resend: httpx.Client) -> int:
    return int(resend.get("/simulator/state").json()["accepted"])


@pytest.mark.parametrize(
    ("kind", "name"), [("rate_limit", "rate_limit_exceeded"), ("quota", "daily_quota_exceeded")]
)
def test_429_says_how_long_to_wait_and_accepts_nothing(resend: httpx.Client, kind: str, name: str) -> None:
    misbehave(resend, {"kind": kind, "retry_after": 30})
    answer = resend.post("/emails", json=an_email())
    assert (answer.status_code, answer.json()["name"], answer.headers["retry-after"]) == (429, name, "30")
    assert accepted(resend) == 0
    assert resend.post("/emails", json=an_email()).status_code == 200


@pytest.mark.parametrize(("kind", "count"), [("error", 0), ("error_accepted", 1)])
def test_500_leaves_the_client_in_doubt(resend: httpx.Client, kind: str, count: int) -> None:
    misbehave(resend, {"kind": kind})
    answer = resend.post("/emails", json=an_email())
    assert (answer.status_code, answer.json()["name"]) == (500, "application_error")
    assert accepted(resend) == count


@pytest.mark.parametrize(("kind", "count"), [("cut", 0), ("lost_answer", 1)])
def test_a_connection_that_ends_without_a_byte_leaves_the_client_in_doubt(
    resend: httpx.Client, kind: str, count: int
) -> None:
    misbehave(resend, {"kind": kind})
    with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
        resend.post("/emails", json=an_email())
    assert accepted(resend) == count


def test_a_cut_request_with_a_large_body_is_read_before_it_is_cut(resend: httpx.Client) -> None:
    misbehave(resend, {"kind": "lost_answer"})
    with pytest.raises(httpx.RemoteProtocolError):
        resend.post("/emails/batch", json=[an_email(html="ž" * 30_000)] * 100)
    assert accepted(resend) == 100


@pytest.mark.parametrize(("kind", "count"), [("garbage", 0), ("garbage_accepted", 1)])
def test_garbage_is_a_200_that_nobody_can_read(resend: httpx.Client, kind: str, count: int) -> None:
    misbehave(resend, {"kind": kind})
    answer = resend.post("/emails", json=an_email())
    assert answer.status_code == 200
    with pytest.raises(ValueError, match="Expecting value"):
        answer.json()
    assert accepted(resend) == count


def test_a_slow_answer_comes_after_the_client_lost_patience(resend: httpx.Client) -> None:
    misbehave(resend, {"kind": "slow", "seconds": 3600})
    with pytest.raises(httpx.ReadTimeout):
        resend.post("/emails", json=an_email(), timeout=LITTLE_PATIENCE)


def test_a_reset_leaves_nothing_of_a_slow_request_behind(resend: httpx.Client) -> None:
    misbehave(resend, {"kind": "slow", "seconds": 3600})
    with pytest.raises(httpx.ReadTimeout):
        resend.post("/emails", json=an_email(), timeout=LITTLE_PATIENCE)
    assert resend.post("/simulator/reset").status_code == 204
    state = resend.get("/simulator/state").json()
    assert (state["accepted"], state["requests"]) == (0, {})


def test_a_slow_answer_is_a_right_one(resend: httpx.Client) -> None:
    misbehave(resend, {"kind": "slow", "seconds": 0.01})
    assert resend.post("/emails", json=an_email()).status_code == 200
    assert accepted(resend) == 1


def test_a_partly_refused_batch_takes_the_others_when_permissive(resend: httpx.Client) -> None:
    misbehave(resend, {"kind": "partly_refused", "refuse": [0, 2]})
    batch = [an_email(f"reader{number}@example.org") for number in range(4)]
    answer = resend.post("/emails/batch", json=batch, headers={"x-batch-validation": "permissive"}).json()
    assert len(answer["data"]) == 2
    assert [error["index"] for error in answer["errors"]] == [0, 2]
    state = resend.get("/simulator/state").json()
    assert state["addresses"] == {"reader1@example.org": 1, "reader3@example.org": 1}


def test_a_partly_refused_batch_is_refused_whole_when_strict(resend: httpx.Client) -> None:
    misbehave(resend, {"kind": "partly_refused"})
    assert resend.post("/emails/batch", json=[an_email()] * 2).status_code == 422
    assert accepted(resend) == 0


def test_faults_strike_in_order_and_null_lets_one_request_pass(resend: httpx.Client) -> None:
    misbehave(resend, {"kind": "error"}, None, {"kind": "rate_limit"})
    statuses = [resend.post("/emails", json=an_email()).status_code for _ in range(4)]
    assert statuses == [500, 200, 429, 200]
    assert resend.get("/simulator/state").json()["faults"] == {"error": 1, "rate_limit": 1}


def test_a_request_without_the_right_key_uses_up_no_fault(resend: httpx.Client) -> None:
    misbehave(resend, {"kind": "error"})
    assert resend.post("/emails", json=an_email(), headers={"Authorization": ""}).status_code == 401
    assert resend.post("/emails", json=an_email()).status_code == 500


def test_faults_by_rate_are_the_same_for_the_same_seed() -> None:
    def draw(seed: int) -> list[FaultKind | None]:
        plan = FaultPlan(rates={FaultKind.ERROR: 0.3, FaultKind.CUT: 0.2}, seed=seed)
        return [fault.kind if fault else None for fault in (plan.take() for _ in range(1000))]

    assert draw(7) == draw(7)
    assert draw(7) != draw(8)
    assert 240 < draw(7).count(FaultKind.ERROR) < 360
    assert 150 < draw(7).count(FaultKind.CUT) < 250


def test_rates_can_be_set_and_cleared_at_run_time(resend: httpx.Client) -> None:
    resend.post("/simulator/misbehave", json={"rates": {"error": 1}, "seed": 3})
    assert resend.post("/emails", json=an_email()).status_code == 500
    resend.post("/simulator/misbehave", json={"clear": True})
    assert resend.post("/emails", json=an_email()).status_code == 200


def test_faults_given_at_the_start_strike_first() -> None:
    faults = (parse_fault("rate_limit:7"), parse_fault("none"))
    config = SimulatorConfig(faults=faults, fault_rates={FaultKind.ERROR: 1.0})
    with SimulatorThread(config) as far_side, client_for(far_side) as resend:
        answers = [resend.post("/emails", json=an_email()) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [429, 200, 500]
    assert answers[0].headers["retry-after"] == "7"


@pytest.mark.parametrize(
    "order",
    [
        [],
        {"queue": {}},
        {"queue": ["cut"]},
        {"queue": [{"kind": "nap"}]},
        {"queue": [{"kind": "cut"}, {"kind": "slow", "seconds": -1}]},
        {"queue": [{"kind": "slow", "seconds": "long"}]},
        {"queue": [{"kind": "cut", "when": "now"}]},
        {"rates": {"cut": 0.6, "error": 0.6}},
        {"rates": {"cut": "often"}},
        {"seed": "seven"},
        {"faults": []},
    ],
)
def test_an_order_that_cannot_be_followed_is_refused_whole(resend: httpx.Client, order: object) -> None:
    answer = resend.post("/simulator/misbehave", json=order)
    assert answer.status_code == 422
    assert answer.json()["error"]
    assert resend.get("/simulator/state").json()["misbehaviour"] == {"queue": [], "rates": {}}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("cut", Fault(FaultKind.CUT)),
        ("slow:2.5", Fault(FaultKind.SLOW, seconds=2.5)),
        ("quota:60", Fault(FaultKind.QUOTA, retry_after=60)),
        ("partly_refused:0,7", Fault(FaultKind.PARTLY_REFUSED, refuse=(0, 7))),
        ("none", None),
    ],
)
def test_faults_can_be_written_on_a_command_line(text: str, fault: Fault | None) -> None:
    assert parse_fault(text) == fault


@pytest.mark.parametrize("text", ["nap", "cut:1", "slow:long", "slow:inf", "rate_limit:-1", "partly_refused:x"])
def test_a_fault_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(FaultRefused):
        parse_fault(text)


@pytest.mark.parametrize(
    "changes",
    [
        {"bounce_rate": 1.5},
        {"fault_rates": {FaultKind.CUT: -0.1}},
        {"webhook_url": "https://bulletin.example.org/webhooks"},
        {"webhook_secret": "secret"},
        {"requests_per_second": 0},
    ],
)
def test_a_simulator_is_not_started_with_nonsense(changes: dict[str, object]) -> None:
    with pytest.raises(ConfigRefused):
        SimulatorConfig(**changes)  # type: ignore[arg-type]  # each case is wrong in one value
