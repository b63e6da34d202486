"""What can go wrong on the way to a provider, split by what the caller does next.

    ProviderError                 one call failed as a whole; `detail` is the provider's own words, for staff
    ├── TransientProviderError    certainly not accepted: the same deliveries again, later
    │   └── EverybodyDeferred     each of them was told "later": the sender is held, the longer the more often
    ├── CallRefused               certainly not accepted, and perhaps for a few of its readers: again in halves,
    │   │                         until they are found, or all are refused; by itself it says nothing of the sender
    │   └── AddressesRefused      the same, in words about an address
    ├── ContentRejected           certainly not accepted, nor will it be: pause the campaign
    ├── SenderMisconfigured       certainly not accepted: pause the sender until its settings are mended
    ├── QuotaSpent                certainly not accepted: pause the sender until there is quota again
    ├── EverybodyRefused          certainly not accepted: refused one after the other, so it is about us; pause
    │                             the sender until somebody knows why
    └── OutcomeUnknown            perhaps accepted: in doubt until there is evidence, never a blind repeat
        └── KeyKnown              the provider has had another call with this key: no repeat will say more

    WrongRecipient                our own fault, found just before the call: stop the campaign
    WebhookRefused                not signed by the provider, or too old: refuse the request
    WebhookNotNow                 nobody can tell at this moment: let the provider try again
    WebhookUnreadable             signed, yet not what the provider documents: keep it for staff

What became of single deliveries is no error but a result (`outgoing.Rejected`, `NotSent`, `Doubtful`).
"""

from collections.abc import Collection
from datetime import timedelta
from typing import ClassVar

from core.errors import BiltenError, InputRefused, NotAllowed
from delivery.plain_text import plain_text


class ProviderError(Exception):
    code: ClassVar[str]
    """The key of its text in `texts/*.ftl`; the text takes {$detail}."""

    def __init__(self, detail: str) -> None:
        self.detail = plain_text(detail)
        super().__init__(self.detail)


class TransientProviderError(ProviderError):
    code = "delivery-provider-transient"

    def __init__(self, detail: str, retry_after: timedelta | None = None) -> None:
        super().__init__(detail)
        self.retry_after = retry_after
        """How long the provider asked us to wait, if it did."""


class EverybodyDeferred(TransientProviderError):
    """A server that puts off everybody alike may do so for minutes (greylisting) or for a day."""


class CallRefused(ProviderError):
    """A provider that answers for a whole call took nobody in it, for nothing that is known to be about us."""

    code = "delivery-provider-call-refused"


class AddressesRefused(CallRefused):
    """The same, because it will not have some of the addresses."""

    code = "delivery-provider-addresses-refused"

    def __init__(self, detail: str, whose: Collection[int] = ()) -> None:
        super().__init__(detail)
        self.whose = frozenset(whose)
        """Their places in the call, if the provider named them."""


class ContentRejected(ProviderError):
    code = "delivery-provider-content-rejected"


class SenderMisconfigured(ProviderError):
    code = "delivery-provider-misconfigured"


class QuotaSpent(ProviderError):
    code = "delivery-provider-quota-spent"


class EverybodyRefused(ProviderError):
    code = "delivery-provider-refuses-everybody"


class OutcomeUnknown(ProviderError):
    code = "delivery-provider-outcome-unknown"


class KeyKnown(OutcomeUnknown):
    """An idempotency key that the provider knows from a call with other content: this one was not taken."""


class WrongRecipient(BiltenError):
    """A delivery was about to go to somebody it was not rendered for, or to one address twice."""


class WebhookRefused(NotAllowed):
    """Nobody can show that the provider sent this."""

    http_status = 401


class WebhookNotNow(WebhookRefused):
    """Whether the provider sent this cannot be found out at this moment; it is asked to try again."""

    http_status = 503  # a 4xx would tell some providers not to


class WebhookUnreadable(InputRefused):
    """Comes from the provider, but is not of the shape that the provider documents."""


class MailForAPerson(WebhookUnreadable):
    """An email to the bounce address that reports nothing, or about which nobody can show that it is about one of
    ours. Kept for staff."""
