"""What the jobs, the commands and the pages work with is one value, built in one place."""

import ast
import shutil
from pathlib import Path

import pytest

from cli.context import CliContext
from core.errors import Misconfigured
from scheduler.build import build_job_context
from tests.conftest import StoppedClock
from tests.project.test_rules import ROOMS, ROOT
from web.app import create_app

BUILT_BY_SERVICES = {"Signer", "AssetStore"}


def test_a_command_its_engine_and_its_web_app_hold_the_same_services(
    migrated_sqlite: Path, tmp_path: Path, clock: StoppedClock
) -> None:
    env_file = tmp_path / ".env"
    copy = shutil.copy(migrated_sqlite, tmp_path / "bilten.sqlite3")
    env_file.write_text(f"BILTEN_DATABASE_URL=sqlite:///{copy}\nBILTEN_VAR_DIR={tmp_path}/var\n")
    command = CliContext(env_file=env_file, clock=clock)
    web, jobs = create_app(command.services).state.context, build_job_context(command.services)
    assert web.services is command.services
    assert jobs.services is command.services
    assert jobs.database is web.database is command.database
    assert jobs.assets is web.assets is command.assets
    assert web.pages.texts is command.texts
    command.close()


def test_settings_that_have_changed_make_other_services(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text(f"BILTEN_VAR_DIR={tmp_path}/var\nBILTEN_SECRET_KEY={'a' * 40}\n")
    command = CliContext(env_file=env_file)
    before = command.unchecked_services
    env_file.write_text(f"BILTEN_VAR_DIR={tmp_path}/var\nBILTEN_SECRET_KEY={'b' * 40}\n")
    assert command.unchecked_services is before
    command.read_settings_again()
    assert command.unchecked_services.settings.secret_key.get_secret_value() == "b" * 40
    assert command.signer is not before.signer
    command.close()


def test_a_command_gets_no_services_on_a_database_that_is_not_this_programs(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text(f"BILTEN_DATABASE_URL=sqlite:///{tmp_path}/none.sqlite3\nBILTEN_VAR_DIR={tmp_path}/var\n")
    with pytest.raises(Misconfigured):
        _ = CliContext(env_file=env_file).services


def _builders() -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BUILT_BY_SERVICES
    }


def test_nobody_else_builds_what_the_services_hold() -> None:
    """But where who asks has the settings alone: for the address of a logo, whose kind its file tells, and for the
    signed envelopes that doctor asks a mail server with and that its reports come back to. And a rehearsal, whose
    tokens are to act on nothing, signs with a key of its own."""
    assert _builders() == {
        "campaigns/services.py",
        "campaigns/editorial/compose.py",
        "campaigns/rehearsal/rehearse.py",
        "scheduler/health/senders.py",
        "delivery/providers/smtp/__init__.py",
    }
