"""Words about us: how servers say that they take nothing from this address, this domain or this server. Pure.

No code says it reliably: hosts write 550 and 554, with 5.0.0, 5.1.0 or 5.7.1, as they do for a reader who does
not exist. Whoever counts such an answer against the reader loses everybody at that host in five campaigns. Each
line has the host's own page, or a report with the answer in full.
"""

from delivery.word_pattern import WordPattern, word_pattern

_US = r"(sender|sending|source|originating|client|connecting|mail ?from|envelope[- ]from)"
_NO = r"(denied|rejected|refused|blocked|banned|forbidden|invalid|bad|unknown|not (allowed|accepted|permitted))"

SENDER_WORDS: tuple[WordPattern, ...] = (
    word_pattern(
        "Many: blocklists, reputation",
        r"spamhaus|spamcop|barracuda|sorbs|\b(rbl|dnsbl)\b|\b(block|black|deny)[ -]?list|blocked using"
        r"|\breputation\b|blocked for (abuse|spam)",
        "https://www.spamhaus.org/faqs/",
    ),
    word_pattern(
        "Many: who is not signed in, or whom the server does not relay for",
        r"authenticat|not permitted|log ?in\b|relay(ing)?\b.{0,20}(denied|not|prohibited|refused|disallowed)"
        r"|\b(not|unable to|cannot|no)\b.{0,20}\brelay|insecure mail relay|administrative prohibition"
        r"|not (allowed|authori[sz]ed) to send|use the smtp server of your isp",
        "https://www.rfc-editor.org/rfc/rfc4954",
    ),
    word_pattern(
        "Many: an account or an address of ours that is blocked",
        r"(sender|outgoing|account|client host|ip( address)?|domain)\b.{0,40}\b(blocked|banned|suspended|disabled"
        r"|restricted)|(blocked|banned) .{0,20}\b(sender|outgoing|ip)\b",
        "https://learn.microsoft.com/en-us/defender-office-365/outbound-spam-restore-restricted-users",
    ),
    word_pattern(
        "Many: SPF, DKIM, DMARC",
        r"\b(spf|dkim|dmarc)\b|purported responsible|spoof",
        "https://www.rfc-editor.org/rfc/rfc7372",
    ),
    word_pattern(
        "T-Online",
        r"ask your postmaster for help|\bIP=\S+ - ",
        "https://postmaster.t-online.de/index.en.html",
    ),
    word_pattern(
        "Cox, Spectrum, Orange and many: the sender's address or domain",
        rf"\b{_US}('s)?( (e-?mail|address|domain|ip|host|server|is|was|has|been))*:? {_NO}"
        rf"|\b{_NO}:? (envelope )?sender\b|\b(unroutable|bogus|spoofed|fake|unverified) sender|unroutable mail"
        r"|sender (address )?(verify|verification|validation) failed|sender address rejected|emetteur invalide"
        r"|(from: |sender )domain (is invalid|not found|does not)|valid sender domain|blocked senders?\b"
        r"|domain of (the )?sender|sender( address)? (does ?n[o']t|not) (exist|resolve|found)"
        r"|e-?mail address is not verified|identities failed the check",
        "https://www.spectrum.net/support/internet/understanding-email-error-codes",
    ),
    word_pattern(
        "GMX, Web.de, Comcast and many: reverse DNS and the name in EHLO",
        r"reverse[- ](dns|lookup|host ?name)|\bptr\b|\brdns\b|cannot find your (reverse )?host ?name"
        r"|ip name lookup|(mx|a|aaaa|ptr) (\S+ ){0,3}resource record|(helo|ehlo) \w+\b.{0,20}(rejected|invalid)"
        r"|mismatches client ip|dynamic(ally assigned)? ip",
        "https://postmaster.gmx.net/en/error-messages",
    ),
    word_pattern(
        "Microsoft, Yahoo, Mimecast, SFR and many: the server that connects",
        rf"\b(your|{_US})('s)? (ip( address)?|network|mail ?server|server|host)\b.{{0,50}}\b{_NO}"
        r"|client host rejected|host network not allowed|messages from .{0,60}(weren't|were not) sent"
        r"|(invalid|bad|rejected|forbidden) (sender )?ip\b|by your ip\b"
        r"|(connections?|mail) (is |are )?not accepted from|does not accept mail from"
        r"|not (currently )?accepting (mail|connections|messages) from your"
        r"|no access from (this |your )?(mail )?server|not accepting connections|refused to talk to me: 5\d\d"
        r"|too many (unwanted|spam) ?\w* .{0,30}from (your|the following) ip|adresse ip source bloquee",
        "https://learn.microsoft.com/en-us/defender-office-365/ip-block-external-delist-portal",
    ),
    word_pattern(
        "Apple, Yahoo, GMX, Web.de and many: a policy",
        r"(?<!restricted )\b(due to|for|by|local|security)\b.{0,12}\bpolic(y|ies)\b"
        r"|\bpolicy (reasons?|restrictions?|violations?)\b|violat\w+ .{0,20}polic(y|ies)",
        "https://support.apple.com/en-us/102322",
    ),
)


def speaks_of_the_sender(reply: str) -> bool:
    """Whether a server's words say that it takes nothing from us, whoever the reader is."""
    return any(row.pattern.search(reply) for row in SENDER_WORDS)
