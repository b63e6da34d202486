"""One entry of what needs somebody (`campaigns.reporting.needs_attention`)."""

from dataclasses import dataclass

from core.errors import Param, Refusal
from core.json_digest import json_digest

MAX_PER_KIND = 20


@dataclass(frozen=True, slots=True)
class AttentionItem:
    code: str
    """The key of its text, which `params` fill in."""
    params: dict[str, Param]
    why: tuple[Refusal, ...] = ()
    """What is behind it, each with a text of its own, and a place where it has one."""
    advice: str | None = None
    """The key of a text that says what to do, where the reason does not say so itself; `params` fit it, too."""
    detail: str | None = None
    """The provider's own."""
    campaign_id: int | None = None
    """Where it can be looked at and acted on."""
    sender: str | None = None
    """A paused sender that somebody may put to use again."""
    stops_mail: bool = True
    """Mail does not go out, or not as it should, until somebody acts."""

    @property
    def key(self) -> str:
        """The same for as long as it is the same thing: how many, and for how long, may change."""
        named = [self.params[name] for name in ("name", "first", "second") if name in self.params]
        others = [value for _, value in sorted(self.params.items()) if isinstance(value, str)]
        return json_digest(
            [self.code, self.campaign_id, self.sender, named or others, [why.code for why in self.why]]
        )
