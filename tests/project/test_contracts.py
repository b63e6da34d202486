"""Who may import whom: the contracts of pyproject.toml, run with the tests."""

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.project.test_rules import ROOT


def test_imports_keep_to_the_house_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS
