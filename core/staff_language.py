"""In which language to speak to staff where the settings need not be read (help), or cannot be (a wrong one)."""

import os
from pathlib import Path

from dotenv import dotenv_values

from core.languages import FALLBACK, STAFF_LANGUAGES

NAME = "BILTEN_STAFF_LANGUAGE"


def staff_language(env_file: Path | None) -> str:
    """The language that the environment or the file asks for; English where neither names one that we have."""
    asked = os.environ.get(NAME)
    if asked is None and env_file is not None and env_file.is_file():
        asked = dotenv_values(env_file).get(NAME)
    return asked if asked in STAFF_LANGUAGES else FALLBACK
