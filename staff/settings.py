"""Multi-factor authentication policy: who must have a second factor, and how long a proof of it counts."""

from datetime import timedelta
from typing import ClassVar

from pydantic import field_validator

from core.durations import Duration
from core.settings_section import SettingsSection
from staff.tables import Role


class SecondFactorSettings(SettingsSection):
    prefix: ClassVar[str] = "second_factor_"

    roles: str = ""
    ask_again: Duration = timedelta(hours=1)

    @field_validator("roles")
    @classmethod
    def _known(cls, value: str) -> str:
        known = tuple(Role)
        if any(name not in known for name in _names(value)):
            raise ValueError(f"roles parted by commas, of {', '.join(known)}")
        return value

    @field_validator("ask_again")
    @classmethod
    def _positive(cls, value: timedelta) -> timedelta:
        if value <= timedelta(0):
            raise ValueError("longer than zero")
        return value

    @property
    def required_roles(self) -> frozenset[Role]:
        """Who has one of these sets a second factor up before anything else."""
        return frozenset(map(Role, _names(self.roles)))


def _names(text: str) -> list[str]:
    return [name for part in text.split(",") if (name := part.strip())]
