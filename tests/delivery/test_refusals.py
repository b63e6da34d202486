"""Whom a refusal is about, by real words and codes; `limit_words.LIMIT_WORDS` says where they are said."""

import pytest

from delivery.limit_words import LIMIT_WORDS, speaks_of_a_limit, speaks_of_a_quota
from delivery.refusals import RefusalSubject, gist, whom_it_is_about
from delivery.sender_words import SENDER_WORDS

LIMITS = [
    "550 5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits go to the web",
    "550 5.4.5 Daily user sending quota exceeded. s124sm6149838wme.29 - gsmtp",
    "450 4.2.1 Peak SMTP relay limit exceeded for customer",
    "550 5.7.1 Daily SMTP relay limit exceeded for customer",
    "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
    "550 5.7.705 Access denied, tenant has exceeded threshold",
    "550 5.7.232 Your message can't be sent because your trial tenant has exceeded its daily limit",
    "554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException",
    "550 Domain example.org has exceeded the max emails per hour (501/500 (100%)) allowed. Message discarded.",
    "550 Domain example.org has exceeded the max defers and failures per hour (5/5 (100%)) allowed.",
    "554 5.7.0 Your message could not be sent. The limit on the number of allowed outgoing messages was exceeded.",
    "552 Message would take you over your relay quota of 500 Current quota used: 487",
    "550 User [address] has exceeded its 24-hour sending limit. Messages to 25 recipients out of 25",
    "450 Requested mail action not taken: mailbox unavailable Mail send limit exceeded.",
    "550 5.7.1 Your mail limit has been reached.",
    "550 5.4.6 Unusual sending activity detected. Please try after sometime",
    "421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints",
    "454 Throttling failure: Daily message quota exceeded",
    "454 Throttling failure: Maximum sending rate exceeded",
    "451 Authentication failed: Maximum credits exceeded",
    "451 You've exceeded your messaging limits",
    "HTTP 403 Domain is over its monthly limit of messages",
    "450 4.7.1 <[address]>: Sender address rejected: Deferring: Too many messages from sender in last 60",
    "554 5.7.1 <[address]>: Recipient address rejected: Policy Rejection- Quota Exceeded",
    "554 5.7.1 <[address]>: Recipient address rejected: Quota exceeded",
    "554 5.7.1 <[address]>: Recipient address rejected: You have exceeded your Outmail quota.",
    "550 5.4.5 <[address]>: Recipient address rejected: Domain Sending Quota Exceeded",
    "552 5.2.2 sender over quota, too many messages today",
    "550 Daily limit has been exceeded for [address]",
    "550 - Stop, you are sending too fast!",
    "550 Too many messages. Try again in 92 seconds.",
    "554 5.7.1 <DATA>: Data command rejected: only 10 messages per day",
    "550 5.7.1 sorry, too many emails",
    "451 4.7.1 Rate limit reached, retry later.",
    "550 Sender rate exceeds SMTP limit - 41 / 1d",
    "450 Number messages per hour exceeded",
    "554 message count quota exceeded",
    "452 4.4.5 Maximum number of messages per session exceeded.",
    "too many messages, slow down",
    "451 4.7.500 Server busy. Please try again later from [192.0.2.1]. (S77719)",
    "550 5.1.0 piWs1j0010jifNx01iWsdh policy violation, see https://support.forpsi.com/kb/a3900",
    "550 5.7.0 Send quota exceeded",
    "554 5.7.1 Policy rejection; Message count exceeded",
    "550 MAX RCPT TO DAILY LIMIT",
    "450 4.7.1 <[address]>: Sender address rejected: sorry, max 2 requests per hour.",
    "450 4.7.1 <END-OF-MESSAGE>: End-of-data rejected: Number messages per hour exceeded. Error:RATE_MSG",
    "554 5.7.1 SASL login name rejected: You are sending too many emails too fast.",
    "421 OFR004_104 Trop de connexions, veuillez verifier votre configuration / Too many connections, slow down",
    "550 5.4.6 mail rate exceeded limit",
    "550 Sender frequency limited. http://service.exmail.qq.com/cgi-bin/help?no=1000723",
    "421 4.7.1 Messages to [address] deferred due to excessive volume. Try again later",
    # Shapes of policy servers that everybody words for themselves.
    "554 5.7.1 <[address]>: Sender address rejected: Access denied. Sender has sent more than 300 mails in the"
    " last hour",
    "554 5.7.1 <[address]>: Sender address rejected: Sender rate overlimited",
    "554 5.7.1 rejecting: 501 messages sent in the last 3600s, maximum is 500",
    "550 5.7.1 SMTP sending is temporarily unavailable for this mailbox, quota: 200/200",
    "550 5.7.1 Policyd: Rejected, mails sent: 100/100 this hour",
    "554 5.7.1 Message rejected: you have sent all the messages you may send today",
    "554 5.7.1 Zimbra: You are sending more than allowed",
    "554 Transaction failed. Mail volume exceeded.",
    "550 5.7.1 Your hourly mail allocation is used up",
    "550 5.7.1 Message count limit (1000) surpassed",
    "550 5.1.1 <[address]>: Recipient address rejected: you have reached the number of recipients for today",
    "550 5.1.1 <[address]> Recipient rejected. Outbound cap of 200/h",
    "550 5.7.1 Message blocked: your account sent an unusual number of messages",
    "550 5.7.0 Please log in again. Message sending is limited for this account",
    # In the host's language, with its accents and without.
    "550 5.7.1 Presežena dnevna omejitev pošiljanja",
    "550 5.7.1 Presezena dnevna omejitev posiljanja",
    "550 Presegli ste dovoljeno število sporočil na uro",
    "550 5.7.1 Dosegli ste omejitev: 200 sporočil na uro",
    "550 5.7.1 Preveč poslanih sporočil, poskusite jutri",
    "550 5.7.1 Prekoračen limit slanja poruka",
    "550 5.7.1 Prekoracen je dozvoljeni limit",
    "550 5.7.1 Previše poslanih poruka",
    "550 5.7.1 Maximale Anzahl an E-Mails pro Stunde überschritten",
    "550 5.7.1 Maximale Anzahl an E-Mails pro Stunde ueberschritten",
    "554 5.7.1 Das Versandlimit für dieses Postfach wurde erreicht",
    "550 5.7.1 Zu viele E-Mails in kurzer Zeit",
    "550 5.7.1 Superato il numero massimo di messaggi giornalieri",
    "550 5.7.1 Limite di invio raggiunto",
    "550 5.7.1 Limite d'envoi dépassé, réessayez plus tard",
    "550 5.7.1 Quota d'envoi depasse",
    "550 5.7.1 Se ha excedido el número máximo de correos por hora",
    "550 5.7.1 Has alcanzado tu limite de envio de correos",
]

S = RefusalSubject.SENDER
NOT_LIMITS = [
    # What a reader's mailbox holds, or gets.
    ("552 5.2.2 mailbox full", RefusalSubject.READER),
    ("550 5.2.2 user has exceeded his/her daily receive quota", RefusalSubject.READER),
    ("552 5.2.2 Quota de la boîte aux lettres dépassé", RefusalSubject.READER),
    ("552 5.2.2 Poštni predal je poln: kvota je presežena", RefusalSubject.READER),
    ("552 5.2.2 Kontingent des Postfachs erreicht: Speicher voll, quota", RefusalSubject.READER),
    # A mailbox that takes mail only from some.
    (
        "550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction"
        " check failed",
        RefusalSubject.READER,
    ),
    ("550 5.7.1 RESOLVER.RST.AuthRequired; authentication required", RefusalSubject.READER),
    ("550 5.7.129 RESOLVER.RST.RestrictedToRecipientsPermission; not authorized", RefusalSubject.READER),
    ("550 5.7.193 UserIsNotAllowedToReceive external mail", RefusalSubject.READER),
    ("550 5.7.1 Recipient doesn't want your mail", RefusalSubject.READER),
    # An amount for a day, but of whose mailbox? Several are needed to say so.
    ("552 5.2.2 mailbox quota exceeded for today", RefusalSubject.UNCLEAR),
    ("550 5.7.1 The user's mailbox limit for messages per day was reached", RefusalSubject.UNCLEAR),
    ("550 5.2.2 Recipient over quota (too many messages)", RefusalSubject.UNCLEAR),
    ("550 5.7.1 You are not allowed to send to this address", RefusalSubject.UNCLEAR),
    ("552 5.2.2 Over quota", RefusalSubject.READER),
    ("552 5.2.2 <[address]> Quota exceeded (mailbox for user is full)", RefusalSubject.READER),
    ("452 4.2.2 The email account that you tried to reach is over quota.", RefusalSubject.READER),
    (
        "452 4.2.2 The recipient's inbox is out of storage space. Please try sending again later",
        RefusalSubject.READER,
    ),
    (
        "450 4.2.1 The user you are trying to contact is receiving mail too quickly. Resend later.",
        RefusalSubject.READER,
    ),
    (
        "550 5.2.1 The user you are trying to contact is receiving mail at a rate that prevents more",
        RefusalSubject.READER,
    ),
    (
        "554 5.2.122 The recipient has exceeded their limit for the messages they can receive per hour",
        RefusalSubject.READER,
    ),
    ("550 5.2.1 mailbox disabled", RefusalSubject.READER),
    ("552 mailbox full", RefusalSubject.READER),
    # An address that this server does not serve; another may.
    ("550 5.6.7 Non-ASCII addresses not permitted for that recipient", RefusalSubject.READER),
    ("553 5.1.3 bad address syntax", RefusalSubject.READER),
    ("553 mailbox name not allowed", RefusalSubject.READER),
    # Nobody there.
    (
        "550 5.1.1 <[address]>: Recipient address rejected: User unknown in relay recipient table",
        RefusalSubject.NO_SUCH_ADDRESS,
    ),
    ("550 5.1.1 no such user", RefusalSubject.NO_SUCH_ADDRESS),
    ("550 5.1.2 <[address]>: Recipient address rejected: Domain not found", RefusalSubject.NO_SUCH_ADDRESS),
    ("550 5.1.6 moved", RefusalSubject.NO_SUCH_ADDRESS),
    ("556 5.1.10 Recipient address has null MX", RefusalSubject.NO_SUCH_ADDRESS),
    ("550 5.1.10 Recipient address has null MX", RefusalSubject.NO_SUCH_ADDRESS),
    ("550 No such user here", RefusalSubject.NO_SUCH_ADDRESS),
    ("550 Unrouteable address", RefusalSubject.NO_SUCH_ADDRESS),
    ("HTTP 400 no such user", RefusalSubject.NO_SUCH_ADDRESS),
    ("HTTP 400 The recipient does not exist", RefusalSubject.NO_SUCH_ADDRESS),
    ("HTTP 400 Does not contain a valid address.", RefusalSubject.UNCLEAR),
    ("HTTP 400 Sending domain not found", RefusalSubject.UNCLEAR),
    # The message.
    ("552 5.3.4 Message size exceeds fixed limit", RefusalSubject.CONTENT),
    ("552 5.2.3 Your message exceeded Google's message size limits.", RefusalSubject.CONTENT),
    ("552 Requested mail action aborted: exceeded storage allocation", RefusalSubject.CONTENT),
    ("523 message too long", RefusalSubject.CONTENT),
    ("554 5.6.0 message refused", RefusalSubject.CONTENT),
    ("550 5.7.1 message looks like spam", RefusalSubject.CONTENT),
    (
        "552 5.7.0 This message was blocked because its content presents a potential security issue",
        RefusalSubject.CONTENT,
    ),
    # Us.
    ("554 5.7.1 <[address]>: Relay access denied", RefusalSubject.SENDER),
    ("550 relay not permitted", RefusalSubject.SENDER),
    ("530 5.7.0 Authentication required", RefusalSubject.SENDER),
    (
        "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org",
        RefusalSubject.SENDER,
    ),
    ("550 5.7.1 blocked", RefusalSubject.SENDER),
    ("550 5.7.26 Unauthenticated email is not accepted due to DMARC policy", RefusalSubject.SENDER),
    ("553 5.1.8 sender's domain does not resolve", RefusalSubject.SENDER),
    ("554 5.1.8 Email Outgoing Blocked", RefusalSubject.SENDER),
    ("550 5.7.27 Sender address has null MX", RefusalSubject.SENDER),
    ("550 Administrative prohibition", RefusalSubject.SENDER),
    # Us, in words that no code goes with.
    ("554 IP=192.0.2.1 - A problem occurred. (Ask your postmaster for help or to contact [address])", S),
    ("554 IP=192.0.2.1 - None/bad reputation. Ask your postmaster for help or to contact [address] (NOWL)", S),
    ("550 5.0.0 Sender denied", S),
    ("550 5.1.0 <[address]> sender rejected. Refer to Error Codes section. AUP#CDRBL", S),
    ("550 Invalid sender [OK]", S),
    ("501 5.1.0 Emetteur invalide. Invalid Sender. OFR004_405 [405]", S),
    ("550 5.5.2 <[address]>: Sender address rejected: need fully-qualified address", S),
    ("550-Verification failed for <[address]> 550-Called: 192.0.2.1 550 Sender verify failed: user unknown", S),
    ("550 5.1.7 No such domain example.org.", S),
    ("554 Message rejected: Email address is not verified. The following identities failed the check", S),
    ("550 <[address]>: Bad DNS PTR resource record", S),
    ("554 5.7.1 Reverse DNS lookup for host 192.0.2.1 failed permanently.", S),
    ("550 domain [example.org] mismatches client ip 192.0.2.1.", S),
    ("450 4.7.1 Client host rejected: cannot find your hostname, [192.0.2.1]", S),
    ("550 5.7.1 [CS01] Message rejected due to local policy. Please visit the web", S),
    ("550 <[address]>: Reject due to policy restrictions (IP based)", S),
    ("554 Message not allowed - [PH01] Email not accepted for policy reasons.", S),
    ("550 5.7.0 <[address]>: Recipient address rejected: Policy violation.", S),
    ("550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet provider", S),
    ("554 INVALID IP FOR SENDING MAIL OF DOMAIN example.org", S),
    ("554 Host network not allowed", S),
    ("554 st11p00im-smtpin013.me.com ESMTP not accepting connections", S),
    ("550 5.7.0 <[address]>... Please use the smtp server of your ISP.", S),
    ("550 5.7.1 can't determine Purported Responsible Address", S),
    # One mailbox, in words and codes that look like us, or like nobody.
    ("550 5.2.1 The email account that you tried to reach is disabled. gsmtp", RefusalSubject.READER),
    ("550 Local mailbox [address] is unavailable: account is disabled", RefusalSubject.READER),
    ("525 5.7.13 <[address]>: Recipient address rejected: User account disabled.", RefusalSubject.READER),
    ("550 5.5.0 Le compte du destinataire est bloque. The recipient account is blocked.", RefusalSubject.READER),
    ("540 5.7.1 <[address]>: recipient address rejected: Inactive", RefusalSubject.READER),
    (
        "554 delivery error: dd Sorry, your message to [address] cannot be delivered. This mailbox is disabled",
        RefusalSubject.READER,
    ),
    ("552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]", RefusalSubject.READER),
    ("552 sorry, mailbox [address] is over quota temporarily (#5.1.1)", RefusalSubject.READER),
    ("522 5.2.0 Delivery failed: Over quota", RefusalSubject.READER),
    ("450 4.2.1 The recipient has exceeded message rate limit. Try again later.", RefusalSubject.READER),
    # Nobody, in clear words beside a code that says less.
    ("550 5.7.1 No such user!", RefusalSubject.NO_SUCH_ADDRESS),
    (
        "550 5.1.351 Remote server returned unknown recipient or mailbox unavailable -> 550 User unknown",
        RefusalSubject.NO_SUCH_ADDRESS,
    ),
    ("550 5.5.0 Adresse destinataire invalide. Invalid recipient.", RefusalSubject.NO_SUCH_ADDRESS),
    ("553 5.3.0 <[address]>... No such user here", RefusalSubject.NO_SUCH_ADDRESS),
    ("554 delivery error: dd This user doesn't have a yahoo.com account", RefusalSubject.NO_SUCH_ADDRESS),
    ("User Ana ([address]) not listed in Domino Directory", RefusalSubject.NO_SUCH_ADDRESS),
    # The message.
    ("550 5.2.0 Mail rejete. Mail rejected. ofr_506 [506]", RefusalSubject.CONTENT),
    ("554 rejecting banned content", RefusalSubject.CONTENT),
    ("554 Message not allowed - Headers are not RFC compliant[291]", RefusalSubject.CONTENT),
    # Nobody can say: what else happens in the call decides.
    ("550 5.2.2 enough", RefusalSubject.UNCLEAR),
    ("554 5.7.1 <[address]>: Recipient address rejected: Access denied", RefusalSubject.UNCLEAR),
    (
        "450 4.7.1 <[address]>: Recipient address rejected: Greylisted, try again in 300 seconds",
        RefusalSubject.UNCLEAR,
    ),
    ("554 5.4.6 hop count exceeded - possible mail loop", RefusalSubject.UNCLEAR),
    ("550 nope", RefusalSubject.UNCLEAR),
    ("550 #5.1.0 - Unknown address error 550-'5.7.1 Access denied'", RefusalSubject.UNCLEAR),
    ("I'm not going to try again; this message has been in the queue too long.", RefusalSubject.UNCLEAR),
    ("452 [address] Mailbox delivery restricted by policy error", RefusalSubject.UNCLEAR),
    ("", RefusalSubject.UNCLEAR),
]


@pytest.mark.parametrize("reply", LIMITS)
def test_words_of_a_limit_are_about_us(reply: str) -> None:
    assert whom_it_is_about(reply) is RefusalSubject.LIMIT


@pytest.mark.parametrize(("reply", "about"), NOT_LIMITS)
def test_other_words_are_about_whom_they_are_about(reply: str, about: RefusalSubject) -> None:
    assert not speaks_of_a_limit(reply)
    assert whom_it_is_about(reply) is about


def test_every_line_of_the_table_is_said_by_somebody_and_has_its_source() -> None:
    for row in LIMIT_WORDS:
        assert any(row.pattern.search(reply) for reply in LIMITS), row.who
        assert row.source.startswith("https://")


def test_every_line_about_us_is_said_by_somebody_and_has_its_source() -> None:
    about_us = [reply for reply, about in NOT_LIMITS if about is S]
    for row in SENDER_WORDS:
        assert any(row.pattern.search(reply) for reply in about_us), row.who
        assert row.source.startswith("https://")


def test_a_quota_for_a_day_is_told_from_a_pace() -> None:
    assert speaks_of_a_quota("Daily message quota exceeded")
    assert speaks_of_a_quota("451 Authentication failed: Maximum credits exceeded")
    assert not speaks_of_a_quota("HTTP 429 too many requests per second")


def test_what_differs_in_counts_and_session_names_only_is_the_same() -> None:
    assert gist("550 5.7.1 no (501/500) s124sm61wme.29 - gsmtp") == gist(
        "550 5.7.1 No (502/500) d75a77b69 - gsmtp"
    )
    assert gist("550 5.7.1 no") != gist("450 4.7.1 no")
    assert gist("550 5.7.1 no") != gist("550 5.7.1 never")
