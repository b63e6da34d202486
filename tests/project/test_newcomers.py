"""What newcomers and the curious are sent to is there: files, functions, decisions, and the field's terms."""

import re
from pathlib import Path

import pytest

from campaigns.status import CampaignStatus
from tests.project.test_documents import DECISIONS
from tests.project.test_rules import ROOT

QUESTIONS = (
    "What happens when I press Send?",
    "Which states are there?",
    "How do I add a provider?",
    "How do I add a kind of news?",
    "How do I add a setting?",
    "How do I add a string?",
    "Why was she skipped?",
    "Where do bounces suppress?",
    "Where do SQLite and PostgreSQL differ?",
    "Where is this page's HTML?",
    "What runs at 08:00?",
    "How does a news item become an email?",
)
ANSWER = re.compile(r"^\* \[([^\]]+)\]\(([^)]+)\): (.+)$", re.MULTILINE)
NAME = re.compile(r"`([^`]+)`")
SECTIONS = dict(
    part.split("\n", 1) for part in (ROOT / "docs/newcomers.md").read_text(encoding="utf-8").split("\n## ")[1:]
)
INDEX = (ROOT / "docs/adr/README.md").read_text(encoding="utf-8")
LIFE = ROOT / "docs/life-of-a-send.md"


def test_these_are_the_questions() -> None:
    assert tuple(SECTIONS) == QUESTIONS


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered_in_two_files_at_most_and_what_they_promise_is_there(question: str) -> None:
    answers = ANSWER.findall(SECTIONS[question])
    assert len(answers) in (1, 2)
    assert SECTIONS[question].count("\n* ") == len(answers)
    for shown, link, promised in answers:
        file = ROOT / "docs" / link
        assert file.resolve() == (ROOT / shown.replace("\\_", "_")).resolve(), "the words say which file it is"
        text = file.read_text(encoding="utf-8")
        names = NAME.findall(promised)
        assert names
        assert [name for name in names if name not in text] == []


@pytest.mark.parametrize("decision", DECISIONS[1:], ids=lambda path: path.stem)
def test_every_decision_is_in_the_index_under_its_title(decision: Path) -> None:
    number, title = int(decision.name[:4]), decision.read_text(encoding="utf-8").split("\n", 1)[0]
    assert title.startswith(f"# {number}. ")
    assert f"* [{title[2:]}]({decision.name})\n" in f"{INDEX}\n"


def test_no_decision_in_the_index_is_one_that_there_is_not() -> None:
    assert set(re.findall(r"\((\d{4}-[^)]+)\)", INDEX)) == {path.name for path in DECISIONS}


def test_the_life_of_a_send_names_files_and_states_that_there_are() -> None:
    text = LIFE.read_text(encoding="utf-8")
    links = re.findall(r"\[([^\]]+)\]\(([^)#]+)\)", text)
    assert len(links) > 25
    assert [link for _, link in links if not (LIFE.parent / link).exists()] == []
    misnamed = [
        (shown, link)
        for shown, link in links
        if shown.endswith(".py") and not link.endswith(shown.removeprefix("web: "))
    ]
    assert misnamed == []
    states = set(re.findall(r"`([a-z_]+)`", text))
    assert "sending" in states
    assert states <= set(CampaignStatus)
