"""Rendered mails, byte for byte. After a meant change: `python -m tests.templates.refresh_goldens`."""

import pytest

from templates.render import render
from tests.templates.refresh_goldens import FOLDER, GOLDENS


@pytest.mark.parametrize("name", GOLDENS)
def test_the_mail_is_what_was_looked_at(name: str) -> None:
    rendered = render(GOLDENS[name])
    assert rendered.html == (FOLDER / f"{name}.html").read_text(encoding="utf-8")
    assert rendered.text == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
