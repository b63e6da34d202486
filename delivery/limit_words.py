"""Sending limits: the words in which servers and providers say that this account has sent enough for now. Pure.

No code says it reliably. RFC 3463 has none for it, so that hosts take whatever is near: 5.4.5 (there "congestion",
of which a permanent kind makes no sense), 5.1.90, 5.2.2 (there "the recipient's mailbox is full"), 5.7.1 (there
"not authorised"), or none. What these words are about is always us, never the reader whose turn it happened to be.
What no line of the table knows, a row of equal refusals shows all the same (`verdict.py`).
"""

import re
import unicodedata

from delivery.limit_words_abroad import LIMIT_WORDS_ABROAD
from delivery.word_pattern import WordPattern, either_way_round, word_pattern

_SPENT = r"(exceed\w*|reach\w*|surpass\w*|spent|used up|exhausted|hit|over)"
_MAILS = r"(messages?|recipients?|e-?mails?|mails?)"
_AMOUNT = rf"(quotas?|limits?|credits?|threshold|allowance|allocation|volume|number of {_MAILS}|{_MAILS} count)"

LIMIT_WORDS: tuple[WordPattern, ...] = (
    word_pattern(
        "Gmail, Google Workspace",
        r"\b5\.4\.5\b|daily (user )?sending (limit|quota)|smtp relay (sending )?limit|DailyLimitExceeded",
        "https://support.google.com/a/answer/3726730",
    ),
    word_pattern(
        "Exchange Online",
        r"\b5\.1\.90\b|\b5\.7\.705\b|\b5\.7\.23[23]\b|tenant has exceeded|SubmissionQuotaExceeded"
        r"|daily limit for message recipients",
        "https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/non-delivery-reports-in-exchange-online",
    ),
    word_pattern(
        "Exchange Online, and others that are overrun",
        r"\b4\.7\.500\b|server (is )?(too )?busy",
        "https://gitlab.com/lightmeter/controlcenter/-/issues/319",
    ),
    word_pattern(
        "Forpsi, Aruba",
        r"5\.1\.0 .{0,40}policy violation|policy violation.{0,10}support\.forpsi",
        "https://support.forpsi.pl/kb/a1982/wysylanie-duzej-ilosci-wiadomosci-mailing.aspx",
    ),
    word_pattern(
        "T-Online",
        r"send quota",
        "https://edvservice.bayern/t-online-kein-versand-von-emails-moeglich-send-quota-exceeded/",
    ),
    word_pattern(
        "Shellrent", r"message count exceeded", "https://guide.shellrent.com/limiti-invio-email-web-hosting"
    ),
    word_pattern(
        "Register.it",
        r"max rcpt to daily limit",
        "https://netfabric.freshdesk.com/support/solutions/articles/6000236440-problemi-invio-posta-italiano-",
    ),
    word_pattern(
        "cPanel (Exim)",
        r"exceeded the max (emails|defers and failures) per hour|outgoing mail .{0,40}suspended",
        "https://forums.cpanel.net/threads/email-quota.697029/",
    ),
    word_pattern(
        "Plesk",
        r"limit on the number of allowed outgoing messages",
        "https://github.com/zotonic/zotonic/issues/3508",
    ),
    word_pattern("GoDaddy, Turbify", r"relay quota", "https://github.com/WWBN/AVideo/issues/7527"),
    word_pattern(
        "Rackspace",
        r"(24-hour|hourly|daily|monthly) (sending|message|email|mail|outgoing|smtp)\b.{0,20}\b(limit|quota)",
        "https://github.com/nodemailer/nodemailer/issues/1137",
    ),
    word_pattern(
        "IONOS, StartMail",
        r"mail (send )?limit (has been )?(exceeded|reached)",
        "https://www.ionos.com/help/email/general-topics/what-are-the-mass-mailing-limits",
    ),
    word_pattern(
        "Zoho",
        r"unusual sending activity|unusual activity",
        "https://help.zoho.com/portal/en/community/topic/unable-to-send-message-reason-550-5-4-6-unusual-sending-activity-detected",
    ),
    word_pattern(
        "Yahoo",
        r"\bTSS\d\d\b|(unexpected|excessive) volume",
        "https://senders.yahooinc.com/smtp-error-codes/",
    ),
    word_pattern(
        "Amazon SES",
        r"throttling failure|daily message quota|maximum sending rate",
        "https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html",
    ),
    word_pattern(
        "SendGrid",
        r"maximum credits|messaging limits|\b(no|not enough|insufficient|out of|lack of) credits?\b",
        "https://github.com/sendgrid/sendgrid-nodejs/issues/1032",
    ),
    word_pattern(
        "Mailgun, Mailjet",
        r"over its (daily|monthly|hourly) limit",
        "https://documentation.mailgun.com/docs/mailgun/",
    ),
    word_pattern(
        "Policy servers of Postfix (policyd, policyd-rate-limit, postfwd, ratelimitd)",
        r"(messages?|recipients?|e-?mails?|mails?) (count|rate|number)?\s?(quota|limit)?\s?"
        r"per (second|minute|hour|day)"
        r"|only \d+ (messages?|recipients?|e-?mails?|mails?)\b.{0,20}\b(per|a|every|in)\b|message count quota"
        r"|rate ?limit|rate (exceeds|exceeded|too high)|policy rejection.{0,20}quota",
        "https://manpages.debian.org/policyd-rate-limit",
    ),
    word_pattern(
        "postfwd",
        r"max \d+ (requests|recipients|messages|e-?mails|mails)\b.{0,10}\bper\b",
        "https://github.com/docker-mailserver/docker-mailserver/issues/1476",
    ),
    word_pattern(
        "Policy servers: so many in so much time",
        rf"{_MAILS}\b.{{0,20}}\b(in|within|over) (the )?(last|past)\b|\bmore than \d+ {_MAILS}"
        rf"|\b(rate|sender|account) over ?limit\w*|\b(cap|limit)\b.{{0,15}}\d ?/ ?(s|min|m|h|hour|d|day)\b"
        rf"|\b(?P<spent>\d{{2,}}) ?/ ?(?P=spent)\b|{_MAILS} you may send|sending more than|{_MAILS} for today",
        "https://manpages.debian.org/policyd-rate-limit",
    ),
    word_pattern(
        "Exim's ratelimit and others: so many, so fast",
        r"too many (identical |similar )?(e-?mails|mails|messages|recipients|outgoing|requests|connections|sent)"
        r"|too much (mail|e-?mail)"
        r"|maximum (number of )?(messages|recipients|e-?mails)"
        r"|send(ing)? (messages? |e-?mails? |mail )?too (fast|quick\w*|many|much)|slow down|throttl",
        "https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html",
    ),
    word_pattern(
        "Many: an amount that is spent",
        either_way_round(_AMOUNT, _SPENT) + rf"|\b(daily|hourly|monthly) {_AMOUNT}\b"
        rf"|unusual (number|amount|volume) of {_MAILS}"
        r"|\bsending\b.{0,30}\b(is|has been) (limited|suspended|halted)",
        "https://support.prolateral.com/index.php?/Knowledgebase/Article/View/187/35/what-does-smtp-554-571-mean",
    ),
    word_pattern(
        "QQ, Tencent Exmail",
        r"sender frequency limited|frequency limit",
        "https://github.com/ActiveCampaign/smtp-field-manual/blob/main/data/codes/550.json",
    ),
    *LIMIT_WORDS_ABROAD,
)

_RECEIVING = re.compile(
    # Exchange's 5.2.121 and 5.2.122, Gmail's 4.2.1 and 5.2.1, Yandex': it is the reader who gets too much.
    r"\b[45]\.2\.12[12]\b|receiving (mail|e-?mail|messages)|recipient.{0,40}(thread limit|receiv)"
    r"|\b4\.2\.1\b.{0,20}recipient has exceeded"
    r"|receive (limit|quota)|messages (they|it) can receive",
    re.IGNORECASE,
)
_OF_A_MAILBOX = re.compile(
    r"\b[45]\.2\.[02]\b|mail ?box|in-?box|storage|disk|\b(user|account|recipient)('s)?( \S+)? (is )?over"
    # Slovenian, Croatian, German, Italian, French, Spanish
    r"|nabiralnik|predal|sanducic|postfach|speicher|casella|spazio|boite|espace|buzon|espacio|prostor",
    re.IGNORECASE,
)
_OF_SENDING = re.compile(
    r"\bsenders?\b|\bsend(ing)?\b|\bout(going|bound)|relay (limit|quota)|submission|tenant"
    r"|posilj|poslan|slanj|versand|envoi|envio|invio",
    re.IGNORECASE,
)
_OF_TIME = re.compile(
    r"today|\b(per|each|an?) (day|hour|minute)|daily|hourly|monthly|too (many|fast)"
    r"|\b(message|e-?mail|mail) (limit|quota|rate|count)",
    re.IGNORECASE,
)
_OF_SIZE = re.compile(r"\bsize\b|too (big|large|long)|\bbytes\b|\b[45]\.(3\.4|2\.3|7\.16)\b", re.IGNORECASE)
_LASTING = re.compile(r"dai?ly|\bday|today|24.hour|month|credits?\b", re.IGNORECASE)


def speaks_of_a_limit(reply: str) -> bool:
    """Whether a server's words say that we have sent too much: never what a reader's mailbox holds or gets."""
    text = _folded(reply)
    return _has_limit_words(text) and (not _OF_A_MAILBOX.search(text) or _OF_SENDING.search(text) is not None)


def may_speak_of_a_limit(reply: str) -> bool:
    """Whether it may be so: an amount for a day or an hour, of a mailbox that may be ours or the reader's."""
    text = _folded(reply)
    return _has_limit_words(text) and _OF_TIME.search(text) is not None


def _has_limit_words(text: str) -> bool:
    if _RECEIVING.search(text) or _OF_SIZE.search(text):
        return False
    return any(row.pattern.search(text) for row in LIMIT_WORDS)


def _folded(reply: str) -> str:
    """Without accents: hosts write them or not."""
    return "".join(char for char in unicodedata.normalize("NFKD", reply) if not unicodedata.combining(char))


def speaks_of_a_quota(reply: str) -> bool:
    """Whether it is a limit for a day or longer: nothing that a few more tries would see the end of."""
    return speaks_of_a_limit(reply) and _LASTING.search(reply) is not None
