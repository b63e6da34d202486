"""What the facts about an installation mean, for whoever shows it."""

import ast
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest

from campaigns.services import TEXT_ROOMS
from core.i18n import Texts
from core.languages import STAFF_LANGUAGES
from core.settings import Environment, load_settings
from migrations.schema_drift import DriftKind
from scheduler.health.health_check import HealthCheck, Level
from scheduler.health.readiness import judge_readiness
from scheduler.health.rules import (
    judge_difference,
    judge_jobs,
    judge_lag,
    judge_machines,
    judge_settings,
    judge_space,
    judge_synchronisation,
)
from scheduler.tables import Heartbeat
from staff.verify_audit_log import SealFaultKind
from tests.conftest import NOON
from tests.project.test_rules import ROOT

KEY = re.compile(r"(scheduler|templates|web)-[a-z-]+")


def _code(check: HealthCheck | None) -> str | None:
    return check.code if check else None


@pytest.mark.parametrize(
    ("free", "level"), [(5_000_000_000, Level.GOOD), (900_000_000, Level.WARNING), (100_000, Level.PROBLEM)]
)
def test_a_full_disk_is_seen_coming(free: int, level: Level) -> None:
    assert judge_space(free).level is level


@pytest.mark.parametrize(
    ("leads", "workers", "are_silent", "code"),
    [
        (True, 2, False, "machines"),
        (True, 0, False, "no-worker"),
        (False, 1, False, "nobody-leads"),
        (False, 0, True, "nobody-leads"),
        (False, 0, False, None),
    ],
)
def test_somebody_leads_and_somebody_works(leads: bool, workers: int, are_silent: bool, code: str | None) -> None:
    judged = judge_machines(leads=leads, workers=workers, are_jobs_silent=are_silent)
    assert (judged is None) is (code is None)
    assert judged is None or judged.code.endswith(f"-{code}")


JOBS = {"send": timedelta(minutes=5), "launch": timedelta(minutes=5), "back_up": timedelta(minutes=50)}


def _beat(error: str | None = None) -> Heartbeat:
    return Heartbeat(job="", ran_at=NOON, error=error)


def test_that_every_job_is_silent_is_told_where_one_process_runs_them_and_else_with_the_machines() -> None:
    assert _code(judge_jobs({}, JOBS, in_one_process=False)) == _code(judge_jobs({}, JOBS, in_one_process=True))
    silent = dict.fromkeys(JOBS, _beat())
    assert judge_jobs(silent, JOBS, in_one_process=False) is None
    all_silent = judge_jobs(silent, JOBS, in_one_process=True)
    assert all_silent is not None
    assert all_silent.level is Level.PROBLEM
    some = judge_jobs({"launch": _beat()}, JOBS, in_one_process=False)
    assert some is not None
    assert some.params == {"jobs": "launch"}


def test_where_all_that_run_often_are_silent_nobody_runs_them_though_a_rare_one_ran_not_long_ago() -> None:
    """A restored database, before Bilten has been started."""
    silent = {"send": _beat(), "launch": _beat()}
    assert _code(judge_jobs(silent, JOBS, in_one_process=True)) == "scheduler-health-scheduler-silent"
    failing = {"send": _beat("database is locked"), "launch": _beat()}
    assert _code(judge_jobs(failing, JOBS, in_one_process=True)) == "scheduler-health-jobs-silent"


def test_jobs_that_came_with_an_upgrade_have_not_run_yet() -> None:
    assert _code(judge_jobs({"back_up": None}, JOBS, in_one_process=True)) == "scheduler-health-jobs-new"


def test_a_clock_may_be_a_little_off_and_not_more() -> None:
    assert judge_lag(timedelta(0)) is None
    assert judge_difference(timedelta(seconds=-60)) is None
    behind, off = judge_lag(timedelta(hours=1)), judge_difference(timedelta(minutes=-3))
    assert behind is not None
    assert off is not None
    assert (behind.level, behind.params) == (Level.PROBLEM, {"minutes": 60})
    assert (off.level, off.params) == (Level.WARNING, {"minutes": 3})


def test_a_system_that_does_not_say_whether_its_clock_is_kept_is_believed() -> None:
    assert judge_synchronisation(None) is None
    assert [_level(judge_synchronisation(kept)) for kept in (True, False)] == [Level.GOOD, Level.WARNING]


def _level(check: HealthCheck | None) -> Level | None:
    return check.level if check else None


def test_what_is_meant_for_development_is_a_warning() -> None:
    settings = load_settings(env_file=None)
    assert {check.level for check in judge_settings(settings)} == {Level.WARNING}
    safe = settings.model_copy(
        update={"environment": Environment.PRODUCTION, "public_url": "https://bulletin.example.org"}
    )
    assert [check.level for check in judge_settings(safe)] == [Level.GOOD, Level.WARNING, Level.GOOD]


WELL = {"database": True, "schema": True, "scheduler": True, "clock": True, "sending": True}


@pytest.mark.parametrize("part", WELL)
@pytest.mark.parametrize("runs_jobs", [True, False])
def test_only_what_another_server_would_mend_makes_this_one_unready(part: str, runs_jobs: bool) -> None:
    mended_elsewhere = {"database", "schema"} | ({"scheduler"} if runs_jobs else set())
    assert judge_readiness(WELL, runs_jobs=runs_jobs)
    assert judge_readiness(WELL | {part: False}, runs_jobs=runs_jobs) is (part not in mended_elsewhere)


def _keys() -> Iterator[str]:
    """Each key of a text that stands in scheduler/health."""
    for path in (ROOT / "scheduler/health").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
                yield node.value


def test_a_check_has_a_text_that_pages_can_show_too() -> None:
    texts, keys = Texts(TEXT_ROOMS), set(_keys())
    made_of_parts = {"scheduler-health-", "scheduler-health-schema-", "scheduler-seal-"}
    assert len(keys) > 30
    keys |= {f"scheduler-health-{environment}" for environment in Environment}
    keys |= {f"scheduler-health-schema-{drift}" for drift in DriftKind}
    keys |= {f"scheduler-seal-{kind}" for kind in SealFaultKind}
    for language in STAFF_LANGUAGES:
        assert [key for key in keys - made_of_parts if not texts.text(language, key)] == []
