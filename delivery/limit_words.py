"""Sending limits: the words in which servers and providers say that this account has sent enough for now. Pure.

No code says it reliably. RFC 3463 has none for it, so that hosts take whatever is near: 5.4.5 (there "congestion",
of which a permanent kind makes no sense), 5.1.90, 5.2.2 (there "the recipient's mailbox is full"), 5.7.1 (there
"not authorised"), or none. What these words are about is always us, never the reader whose turn it happened to be.
What no line of the table knows, a row of equal refusals shows all the same (`verdict.py`).
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LimitPattern:
    who: str
    """Who speaks so."""
    pattern: re.Pattern[str]
    source: str
    """Where it is said: the host's own page, or a report with the reply in full."""


def _row(who: str, pattern: str, source: str) -> LimitPattern:
    return LimitPattern(who, re.compile(pattern, re.IGNORECASE), source)


_SPENT = r"(exceed\w*|reach\w*|spent|used up|exhausted|hit|over)"
_AMOUNT = r"(quotas?|limits?|credits?|threshold|allowance)"

LIMIT_WORDS: tuple[LimitPattern, ...] = (
    _row(
        "Gmail, Google Workspace",
        r"\b5\.4\.5\b|daily (user )?sending (limit|quota)|smtp relay (sending )?limit|DailyLimitExceeded",
        "https://support.google.com/a/answer/3726730",
    ),
    _row(
        "Exchange Online",
        r"\b5\.1\.90\b|\b5\.7\.705\b|\b5\.7\.23[23]\b|tenant has exceeded|SubmissionQuotaExceeded"
        r"|daily limit for message recipients",
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/non-delivery-reports-in-exchange-online",
    ),
    _row(
        "cPanel (Exim)",
        r"exceeded the max (emails|defers and failures) per hour|outgoing mail .{0,40}suspended",
        "https://forums.cpanel.net/threads/email-quota.697029/",
    ),
    _row(
        "Plesk",
        r"limit on the number of allowed outgoing messages",
        "https://github.com/zotonic/zotonic/issues/3508",
    ),
    _row("GoDaddy, Turbify", r"relay quota", "https://github.com/WWBN/AVideo/issues/7527"),
    _row(
        "Rackspace",
        r"(24-hour|hourly|daily|monthly) (sending|message|email|mail|outgoing|smtp)\b.{0,20}\b(limit|quota)",
        "https://github.com/nodemailer/nodemailer/issues/1137",
    ),
    _row(
        "IONOS, StartMail",
        r"mail (send )?limit (has been )?(exceeded|reached)",
        "https://www.ionos.com/help/email/general-topics/what-are-the-mass-mailing-limits",
    ),
    _row(
        "Zoho",
        r"unusual sending activity|unusual activity",
        "https://help.zoho.com/portal/en/community/topic/unable-to-send-message-reason-550-5-4-6-unusual-sending-activity-detected",
    ),
    _row(
        "Yahoo",
        r"\bTSS\d\d\b|unexpected volume",
        "https://senders.yahooinc.com/smtp-error-codes/",
    ),
    _row(
        "Amazon SES",
        r"throttling failure|daily message quota|maximum sending rate",
        "https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html",
    ),
    _row(
        "SendGrid",
        r"maximum credits|messaging limits|\b(no|not enough|insufficient|out of|lack of) credits?\b",
        "https://github.com/sendgrid/sendgrid-nodejs/issues/1032",
    ),
    _row(
        "Mailgun, Mailjet",
        r"over its (daily|monthly|hourly) limit",
        "https://documentation.mailgun.com/docs/mailgun/",
    ),
    _row(
        "Policy servers of Postfix (policyd, policyd-rate-limit, postfwd, ratelimitd)",
        r"(messages?|recipients?|e-?mails?|mails?) (count|rate|number)?\s?(quota|limit)?\s?"
        r"per (second|minute|hour|day)"
        r"|only \d+ (messages?|recipients?|e-?mails?|mails?)\b.{0,20}\b(per|a|every|in)\b|message count quota"
        r"|rate ?limit|rate (exceeds|exceeded|too high)|policy rejection.{0,20}quota",
        "https://manpages.debian.org/policyd-rate-limit",
    ),
    _row(
        "Exim's ratelimit and others: so many, so fast",
        r"too many (e-?mails|mails|messages|recipients|outgoing|requests|connections|sent)|too much (mail|e-?mail)"
        r"|maximum (number of )?(messages|recipients|e-?mails)"
        r"|send(ing)? (messages? |e-?mails? |mail )?too (fast|quick\w*|many|much)|slow down|throttl",
        "https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html",
    ),
    _row(
        "Many: an amount that is spent",
        rf"\b{_AMOUNT}\b.{{0,60}}\b{_SPENT}\b|\b{_SPENT}\b.{{0,60}}\b{_AMOUNT}\b"
        rf"|\b(daily|hourly|monthly) {_AMOUNT}\b",
        "https://support.prolateral.com/index.php?/Knowledgebase/Article/View/187/35/what-does-smtp-554-571-mean",
    ),
)

_RECEIVING = re.compile(
    # Exchange's 5.2.121 and 5.2.122, Gmail's 4.2.1 and 5.2.1: it is the reader who gets too much.
    r"\b[45]\.2\.12[12]\b|receiving (mail|e-?mail|messages)|recipient.{0,40}(thread limit|receiv)|receive limit"
    r"|messages (they|it) can receive",
    re.IGNORECASE,
)
_OF_A_MAILBOX = re.compile(
    r"\b[45]\.2\.2\b|mail ?box|in-?box|storage|disk|\b(user|account|recipient)('s)? is over", re.I
)
_OF_SENDING = re.compile(
    r"\bsenders?\b|\bsend(ing)? (limit|quota|rate)|\bout(going|bound)|relay (limit|quota)|submission|today"
    r"|\b(per|each|an?) (day|hour|minute)|daily|hourly|monthly|too (many|fast)"
    r"|\b(message|e-?mail|mail) (limit|quota|rate|count)|tenant",
    re.IGNORECASE,
)
_OF_SIZE = re.compile(r"\bsize\b|too (big|large|long)|\bbytes\b|\b[45]\.(3\.4|2\.3|7\.16)\b", re.IGNORECASE)
_LASTING = re.compile(r"dai?ly|\bday|today|24.hour|month|credits?\b", re.IGNORECASE)


def speaks_of_a_limit(reply: str) -> bool:
    """Whether a server's words say that we have sent too much: never what a reader's mailbox holds or gets."""
    if _RECEIVING.search(reply) or _OF_SIZE.search(reply):
        return False
    if _OF_A_MAILBOX.search(reply) and not _OF_SENDING.search(reply):
        return False
    return any(row.pattern.search(reply) for row in LIMIT_WORDS)


def speaks_of_a_quota(reply: str) -> bool:
    """Whether it is a limit for a day or longer: nothing that a few more tries would see the end of."""
    return speaks_of_a_limit(reply) and _LASTING.search(reply) is not None
