"""Where the providers' own documents lie, for those who have them: BILTEN_ESP_SPECS names the folder.

They are not ours to publish. Without them the tests that need them are skipped, with a word.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.equipment import why_without

NEEDS = why_without("the providers' documents")


def specs_folder() -> Path | None:
    named = os.environ.get("BILTEN_ESP_SPECS")
    return Path(named) if named else None


def spec(name: str) -> dict[str, Any]:
    folder = specs_folder()
    if folder is None or not (folder / name).is_file():
        pytest.skip(NEEDS)
    loaded: dict[str, Any] = json.loads((folder / name).read_text())
    return loaded


def webhook_cases(provider: str) -> list[Path]:
    folder = specs_folder()
    return sorted((folder.parent / "webhooks" / provider).glob("*.json")) if folder else []
