"""A browser that does not close: the run of the tests ends all the same."""

import subprocess
import sys

import pytest

from docs.chromium import find_browser
from tests.equipment import skip_without
from tests.kill.patience import PATIENCE

STOPPED = """
import psutil
from docs.chromium import find_browser, launched
with launched(find_browser(), closing_seconds=1) as browser:
    page = browser.new_page()
    for child in psutil.Process().children():
        child.suspend()
print("ended", [child.name() for child in psutil.Process().children()])
"""


@pytest.mark.browser
def test_a_browser_whose_driver_says_nothing_any_more_is_killed() -> None:
    if find_browser() is None:
        skip_without("Chromium")
    command = [sys.executable, "-c", STOPPED]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=PATIENCE)
    assert ended.stdout == "ended []\n", ended.stderr
