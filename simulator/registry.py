"""The providers that the far side can be."""

from simulator.dialects.base import Dialect
from simulator.dialects.brevo import Brevo
from simulator.dialects.mailgun import Mailgun
from simulator.dialects.mailjet import Mailjet
from simulator.dialects.postmark import Postmark
from simulator.dialects.resend import Resend
from simulator.dialects.scaleway import Scaleway
from simulator.dialects.sendgrid import SendGrid
from simulator.dialects.ses import Ses

DIALECTS: dict[str, Dialect] = {
    one.name: one for one in (Brevo(), Mailgun(), Mailjet(), Postmark(), Resend(), Scaleway(), SendGrid(), Ses())
}
