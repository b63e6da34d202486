"""Row of a list's rule for readers who have not been heard from for long."""

from sqlmodel import Field, SQLModel

from core.db import BigId


class StillWantedRule(SQLModel, table=True):
    """What is kept of it beside the emails (`SubscriptionMail`), which say who was asked and when."""

    __tablename__ = "still_wanted_rule"

    list_id: int = Field(foreign_key="mailing_list.id", primary_key=True, ondelete="CASCADE", sa_type=BigId)
    is_enabled: bool = False
    months: int = 12
    """Of silence, after which a reader is asked, and asked again."""
    most_a_day: int = 100
    """Of readers who are asked within 24 hours, and of those who are taken off."""
    days_to_answer: int | None = None
    """After which whoever has not answered is taken off the list. None: nothing happens to them."""
    turned_on_by: str = Field(default="", max_length=80)
    """As in the audit log."""
