"""Campaign settings: approvals, time to undo, how long readers' links live, and which sender asks who signs up."""

from datetime import timedelta
from pathlib import Path

from pydantic import Field, field_validator

from campaigns.quiet_hours import QuietHours, read_quiet_hours
from campaigns.retention_settings import RetentionSettings
from core.durations import Duration
from core.settings_section import SettingsSection
from delivery.mailbox.settings import BounceSettings
from delivery.providers import settings_sections
from delivery.settings import DeliverySettings
from staff.oidc_settings import OidcSettings
from staff.settings import SecondFactorSettings


class CampaignSettings(SettingsSection):
    sign_up_sender: str = ""
    staff_sender: str = ""
    sign_ups_per_hour: int = Field(default=300, ge=1)
    sign_ups_per_source: int = Field(default=20, ge=1)
    approvals_required: int = Field(default=1, ge=0, le=5)
    undo_window: Duration = timedelta(seconds=30)
    max_lateness: Duration = timedelta(hours=12)
    link_lifetime: Duration = timedelta(days=730)
    preferences_lifetime: Duration = timedelta(days=60)
    confirmation_lifetime: Duration = timedelta(days=14)
    automation_quiet: Duration = timedelta(minutes=2)
    folders_below: str = ""
    quiet_hours: str = "22:00-07:00"
    emails_a_week: int = Field(default=0, ge=0, le=100)

    @property
    def system_sender(self) -> str:
        """Whom email to staff goes through, by name; empty where nobody is named."""
        return self.staff_sender or self.sign_up_sender

    @property
    def quiet(self) -> QuietHours | None:
        """None where the nights are like the days."""
        return read_quiet_hours(self.quiet_hours)

    @field_validator("quiet_hours")
    @classmethod
    def _is_a_span(cls, value: str) -> str:
        read_quiet_hours(value)
        return value

    @field_validator("folders_below")
    @classmethod
    def _is_a_place(cls, value: str) -> str:
        if value and not Path(value).is_absolute():
            raise ValueError("an absolute path")
        return value

    @field_validator("undo_window", "max_lateness", "automation_quiet")
    @classmethod
    def _not_negative(cls, value: timedelta) -> timedelta:
        if value < timedelta(0):
            raise ValueError("zero or longer")
        return value

    @field_validator("link_lifetime", "preferences_lifetime", "confirmation_lifetime")
    @classmethod
    def _positive(cls, value: timedelta) -> timedelta:
        if value <= timedelta(0):
            raise ValueError("longer than zero")
        return value


def all_sections() -> list[type[SettingsSection]]:
    """What an entry point has read with the settings, so that all that is wrong is refused at the start."""
    return [
        DeliverySettings,
        BounceSettings,
        CampaignSettings,
        RetentionSettings,
        SecondFactorSettings,
        OidcSettings,
        *settings_sections(),
    ]
