"""Delivery settings: how long a call and a claim may take, when to give up, and whose domain stands in List-Id."""

from datetime import timedelta
from typing import Self

from pydantic import Field, field_validator, model_validator

from core.durations import Duration
from core.settings_section import SettingsSection

SOFT_BOUNCES_COUNT_FOR = timedelta(days=180)
"""What bounced longer ago says nothing of the address today. Reports are kept for at least that long, so that no
bounce outlives the arrival after which they are counted anew (`campaigns.retention`)."""


class DeliverySettings(SettingsSection):
    list_domain: str = "localhost.invalid"
    soft_bounce_limit: int = Field(default=5, ge=1)
    lease: Duration = timedelta(minutes=2)
    max_attempts: int = Field(default=8, ge=1)
    error_threshold: int = Field(default=5, ge=1)
    provider_timeout: Duration = timedelta(seconds=30)

    @field_validator("lease", "provider_timeout")
    @classmethod
    def _positive(cls, value: timedelta) -> timedelta:
        if value <= timedelta(0):
            raise ValueError("longer than zero")
        return value

    @model_validator(mode="after")
    def _lease_outlives_the_call(self) -> Self:
        if self.lease <= self.provider_timeout:
            raise ValueError(f"{self.variable('lease')} must be longer than {self.variable('provider_timeout')}")
        return self

    def refuse_unsafe(self) -> None:
        if self.list_domain.endswith(".invalid"):
            raise ValueError(f"{self.variable('list_domain')} must be a domain of your own")
