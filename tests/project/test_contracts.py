"""Who may import whom: the contracts of pyproject.toml, run with the tests."""

import sys

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.project.test_rules import ROOT


def test_imports_keep_to_the_house_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("sys.path", sys.path[:])  # it puts the folder into it
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS
