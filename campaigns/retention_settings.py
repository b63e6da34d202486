"""Retention periods (storage limitation), as the organisation sets them."""

from datetime import timedelta
from typing import ClassVar

from pydantic import field_validator

from core.durations import Duration
from core.settings_section import SettingsSection
from delivery.settings import SOFT_BOUNCES_COUNT_FOR
from staff.prune_audit_log import LEAST_AGE

NEVER = timedelta(0)
LEAST = timedelta(days=1)


class RetentionSettings(SettingsSection):
    prefix: ClassVar[str] = "retention_"

    unconfirmed: Duration = timedelta(days=30)
    webhooks: Duration = timedelta(days=30)
    staff_mails: Duration = timedelta(days=30)
    events: Duration = timedelta(days=395)
    left: Duration = NEVER
    audit_log: Duration = NEVER

    @field_validator("unconfirmed", "webhooks", "staff_mails")
    @classmethod
    def _a_day_or_more(cls, value: timedelta) -> timedelta:
        if value < LEAST:
            raise ValueError("a day or longer")
        return value

    @field_validator("left")
    @classmethod
    def _never_or_a_day_or_more(cls, value: timedelta) -> timedelta:
        if NEVER != value < LEAST:
            raise ValueError("zero, which is never, or a day or longer")
        return value

    @field_validator("audit_log")
    @classmethod
    def _never_or_a_year_or_more(cls, value: timedelta) -> timedelta:
        if NEVER != value < LEAST_AGE:
            raise ValueError(f"zero, which is never, or {LEAST_AGE.days} days or longer")
        return value

    @field_validator("events")
    @classmethod
    def _longer_than_soft_bounces_count(cls, value: timedelta) -> timedelta:
        if value < SOFT_BOUNCES_COUNT_FOR:
            days = SOFT_BOUNCES_COUNT_FOR.days
            raise ValueError(f"{days} days or longer, because soft bounces are counted for that long")
        return value
