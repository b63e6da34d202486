"""Rendered mails, byte for byte. After a meant change: `python -m tests.templates.refresh_goldens`."""

import pytest

from templates.designs import DESIGNS
from tests.templates.refresh_goldens import FOLDER, rendered_goldens

GOLDENS = rendered_goldens()


@pytest.mark.parametrize("name", GOLDENS)
def test_the_mail_is_what_was_looked_at(name: str) -> None:
    rendered = GOLDENS[name]
    assert rendered.html == (FOLDER / f"{name}.html").read_text(encoding="utf-8")
    assert rendered.text == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_every_design_has_a_golden() -> None:
    assert {name.partition(".")[0] for name in GOLDENS} == {*DESIGNS, "confirmation", "welcome", "still_wanted"}
