"""The documents say what the program does, and the project's front door opens."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

from delivery.providers import known_providers
from docs import commands, diagrams, provider_matrix, report_matrix, roles
from kinds.registry import NewsKind
from templates.designs import DESIGNS
from tests.project.test_rules import ROOT

DECISIONS = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)#:]+?)(#[^)]*)?\)")
AGPL_SHA256 = "0d96a4ff68ad6d4b6f1f30f713b18d5184912ba8dd389f86aa7710db079abcb0"


def test_the_state_diagrams_are_current() -> None:
    page = diagrams.PAGE.read_text(encoding="utf-8")
    assert diagrams.with_current_diagrams(page) == page, "run `make docs`"
    for diagram in diagrams.DIAGRAMS.values():
        assert diagram in page


def test_every_command_is_documented_as_it_is() -> None:
    page = commands.PAGE.read_text(encoding="utf-8")
    assert commands.with_current_commands(page) == page, "run `make docs`"
    names = [name for name, _command in commands.commands()]
    assert "bilten news add" in names
    assert re.findall(r"^### (.+)$", page, re.MULTILINE) == names


def test_the_table_of_providers_is_current() -> None:
    page = provider_matrix.PAGE.read_text(encoding="utf-8")
    assert provider_matrix.with_current_table(page) == page, "run `make docs`"
    for name in known_providers():
        assert f"\n| {name} |" in page


def test_the_tables_of_reports_are_current_and_have_their_sources() -> None:
    page = report_matrix.PAGE.read_text(encoding="utf-8")
    assert report_matrix.with_current_tables(page) == page, "run `make docs`"
    for name, can in known_providers().items():
        if can.has_webhooks:
            assert re.search(rf"^### {name}\n(?s:.*?)^Sources: <https://", page, re.MULTILINE)


def test_the_tables_of_roles_are_those_of_the_code() -> None:
    page = roles.PAGE.read_text(encoding="utf-8")
    assert roles.with_current_tables(page) == page, "run `make docs`"


def test_the_concepts_name_every_kind_of_news_and_every_design() -> None:
    rows = (ROOT / "docs" / "concepts.md").read_text(encoding="utf-8").splitlines()
    news = next(row for row in rows if row.startswith("| NewsItem |"))
    template = next(row for row in rows if row.startswith("| Template |"))
    assert "of one of nine kinds" in news
    assert "one of nine designs" in template
    assert len(NewsKind) == len(DESIGNS) == 9
    assert [kind for kind in NewsKind if kind.replace("_", " ") not in news] == []
    assert [design for design in DESIGNS if f"`{design}`" not in template] == []


def test_the_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in ("make demo", "make test"):
        assert command in readme


def test_continuous_integration_does_what_the_readme_says() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111, ".ci/run is executable"
    lines = script.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("make ") and "--version" not in line] == [
        "make check",
        "make test",
        'make demo ARGS="--no-serve --json"',
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [link for link, _ in LINK.findall(text) if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_four_parts_and_fits_a_page(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")
    heads = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert heads == ["Context", "Decision", "Consequences", "Alternatives"]
    assert len(text.splitlines()) <= 60


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(len(DECISIONS)))


def test_the_licence_is_the_exact_text() -> None:
    assert sha256((ROOT / "LICENSE").read_bytes()).hexdigest() == AGPL_SHA256
