"""`bilten init` makes what is missing and touches nothing that is there."""

import io
import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from cli.context import CliContext
from core.settings import DEVELOPMENT_SECRET, load_settings
from tests.cli.conftest import ME, SECRET, Bilten

PRODUCTION = """BILTEN_ENVIRONMENT=production
BILTEN_PUBLIC_URL=https://bulletin.example.org
BILTEN_LIST_DOMAIN=bulletin.example.org
"""


def test_it_makes_everything_that_the_other_commands_need(bare_bilten: Bilten) -> None:
    made = bare_bilten("init", "--json").data["made"]
    assert made == ["folder", "schema", "brand", "list", "sender"]
    assert bare_bilten("lists", "list", "--json").data["lists"][0]["slug"] == "bulletin"
    assert bare_bilten("senders", "list", "--json").data["senders"][0]["name"] == "simulator"


def test_a_second_run_changes_nothing_and_says_so(bilten: Bilten) -> None:
    assert bilten("brand", "set", *ME, "--name", "InfoKolpa").code == 0
    again = bilten("init")
    assert again.code == 0
    assert "nothing was changed" in again.out
    assert bilten("brand", "show", "--json").data["brand"]["name"] == "InfoKolpa"


def test_a_list_of_the_organisations_own_is_enough(bare_bilten: Bilten, tmp_path: Path) -> None:
    bare_bilten("init")
    assert bare_bilten("lists", "add", "press", "Press").code == 0
    assert bare_bilten("init", "--json").data["made"] == []


def test_it_makes_a_secret_key_that_only_this_user_can_read(bare_bilten: Bilten, env_file: Path) -> None:
    env_file.write_text(_without_key(env_file))
    env_file.chmod(0o600)
    assert "secret_key" in bare_bilten("init", "--json").data["made"]
    made = load_settings(env_file).secret_key.get_secret_value()
    assert made != DEVELOPMENT_SECRET
    assert len(made) >= 64
    assert bare_bilten("init", "--json").data["made"] == []
    assert load_settings(env_file).secret_key.get_secret_value() == made


def test_a_new_env_file_is_for_this_user_only(bare_bilten: Bilten, env_file: Path, tmp_path: Path) -> None:
    settings = env_file.read_text()
    env_file.unlink()
    from cli.init import make_secret_key

    context = CliContext(env_file=env_file)
    context.__dict__["settings"] = load_settings(None, database_url=f"sqlite:///{tmp_path}/new.sqlite3")
    assert settings
    assert make_secret_key(context) == env_file
    assert env_file.stat().st_mode & 0o777 == 0o600


def test_in_production_it_makes_a_key_and_asks_for_nothing_that_is_not_used(
    bare_bilten: Bilten, env_file: Path
) -> None:
    env_file.write_text(_without_key(env_file) + PRODUCTION)
    env_file.chmod(0o644)
    made = bare_bilten("init", "--json").data["made"]
    assert made == ["secret_key", "folder", "schema", "brand", "list"]
    assert env_file.stat().st_mode & 0o777 == 0o600, "it holds a secret now"
    assert bare_bilten("senders", "list", "--json").data["senders"] == [], "none that mails nobody"
    assert bare_bilten("init", "--json").data["made"] == []


def test_in_production_no_key_is_written_while_another_setting_is_wrong(
    bare_bilten: Bilten, env_file: Path, tmp_path: Path
) -> None:
    env_file.write_text(_without_key(env_file) + PRODUCTION + "BILTEN_PUBLIC_URL=http://bulletin.example.org\n")
    before = env_file.read_text()
    ran = bare_bilten("init")
    assert ran.code == 78
    assert "BILTEN_PUBLIC_URL" in ran.err
    assert env_file.read_text() == before
    assert not (tmp_path / "bilten.sqlite3").exists()


def test_in_production_no_new_key_is_made_for_people_who_are_hashed_with_another(
    bilten: Bilten, env_file: Path
) -> None:
    env_file.write_text(_without_key(env_file) + PRODUCTION)
    before = env_file.read_text()
    ran = bilten("init")
    assert ran.code == 78
    assert "BILTEN_SECRET_KEY" in ran.err
    assert env_file.read_text() == before


def test_no_new_key_is_made_for_people_who_are_hashed_with_the_old_one(bilten: Bilten, env_file: Path) -> None:
    env_file.write_text(_without_key(env_file))
    before = env_file.read_text()
    assert bilten("init", "--json").data == {"made": []}
    assert env_file.read_text() == before


def _without_key(env_file: Path) -> str:
    return "".join(line for line in env_file.read_text().splitlines(True) if "SECRET_KEY" not in line)


def test_it_works_on_either_database(
    bare_bilten: Bilten, env_file: Path, database_url: str, tmp_path: Path
) -> None:
    env_file.write_text(
        f"BILTEN_SECRET_KEY={SECRET}\nBILTEN_VAR_DIR={tmp_path}/var\nBILTEN_DATABASE_URL={database_url}\n"
    )
    assert bare_bilten("init", "--json").data["made"] == ["folder", "brand", "list", "sender"]
    assert bare_bilten("lists", "list", "--json").data["lists"][0]["slug"] == "bulletin"
    assert bare_bilten("init", "--json").data["made"] == []


def test_a_database_of_a_newer_version_is_refused_by_whatever_works_on_it(bilten: Bilten, env_file: Path) -> None:
    context = CliContext(env_file=env_file)
    with context.database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    context.close()
    for command in ("init", "serve", "worker", "scheduler", "lists list"):
        ran = bilten(*command.split())
        assert ran.code == 78, command
        assert "newer version" in ran.err
    assert "newer version" in bilten("doctor").out


def test_an_old_backup_brought_up_to_date_where_work_has_gone_on_since_is_not_taken_for_the_latest(
    bilten: Bilten, tmp_path: Path
) -> None:
    """It has no identity yet by which it could be recognised: this machine worked on one in the same place."""
    from core.db import Database
    from migrations.upgrade import downgrade

    assert bilten("adopt", "--is-latest", "--apply").code == 0  # so it has worked in this place
    database = Database(f"sqlite:///{tmp_path}/bilten.sqlite3")
    downgrade(database, "0024")
    database.dispose()
    ran = bilten("init", "--json")
    assert ran.data["made"] == ["schema", "held"], ran.err
    assert "in an older state" in bilten("doctor").out
    assert bilten("adopt", "--is-latest", "--apply").code == 0
    assert "in an older state" not in bilten("doctor").out


def test_the_first_upgrade_to_a_version_that_knows_copies_takes_the_database_for_this_machines_own(
    bilten: Bilten, tmp_path: Path
) -> None:
    from core.db import Database
    from migrations.upgrade import downgrade

    database = Database(f"sqlite:///{tmp_path}/bilten.sqlite3")
    downgrade(database, "0024")
    database.dispose()
    shutil.rmtree(tmp_path / "state")
    assert bilten("init", "--json").data["made"] == ["schema"]
    assert "has never worked on this database" not in bilten("doctor").out


def test_a_database_in_another_place_is_taken_whatever_else_this_machine_works_on(
    bilten: Bilten, tmp_path: Path
) -> None:
    from core.db import Database
    from migrations.upgrade import downgrade

    old = tmp_path / "another.sqlite3"
    shutil.copy(tmp_path / "bilten.sqlite3", old)
    database = Database(f"sqlite:///{old}")
    downgrade(database, "0024")
    database.dispose()
    settings = tmp_path / ".env"
    settings.write_text(settings.read_text().replace("bilten.sqlite3", "another.sqlite3"))
    assert bilten("init", "--json").data["made"] == ["schema"]
    assert "has never worked on this database" not in bilten("doctor").out


def test_it_prints_an_address_for_the_first_administrator_until_there_is_one(
    bare_bilten: Bilten, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = bare_bilten("init")
    assert "http://127.0.0.1:8000/set-up/" in first.out
    second = bare_bilten("init", "--json").data["set_up_url"]
    assert second not in first.out, "one made later takes its place"
    token = second.rpartition("/")[2]
    assert not any(token.encode() in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    monkeypatch.setattr("sys.stdin", io.StringIO("correct horse battery staple\n"))
    arguments = ["--name", "Ana", "--role", "admin", "--password-stdin"]
    assert bare_bilten("user", "add", "ana@example.org", *arguments).code == 0
    assert bare_bilten("init", "--json").data == {"made": []}
    assert "/set-up/" not in bare_bilten("init").out
