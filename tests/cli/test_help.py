"""Help speaks the staff's language."""

import tomllib

import pytest
import typer

from cli.help_language import SLOVENIAN, english_help
from cli.main import build_app
from tests.cli.conftest import Bilten


def test_every_help_text_is_there_in_slovenian_and_nothing_else_is() -> None:
    slovenian = tomllib.loads(SLOVENIAN.read_text(encoding="utf-8"))
    assert set(slovenian) == english_help(typer.main.get_command(build_app()))
    assert all(text.strip() for text in slovenian.values())


def test_help_is_slovenian_where_the_organisation_is(bare_bilten: Bilten, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BILTEN_STAFF_LANGUAGE", "sl")
    shown = bare_bilten("campaign", "pause", "--help").out
    assert "Ustavi kampanjo" in shown
    assert "Pokaže to pomoč" in shown


def test_help_is_english_where_nobody_says_otherwise(bare_bilten: Bilten) -> None:
    assert "Pause the campaign" in bare_bilten("campaign", "pause", "--help").out
