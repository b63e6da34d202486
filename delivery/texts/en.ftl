### queue

delivery-claim-lost = Of { $expected } deliveries, this worker still holds { $held }: another worker has taken the rest. Nothing was sent. They are sent in the next round.
delivery-attempt-unknown = There is no attempt number { $attempt }. Nothing was changed. The campaign's page lists the attempts.
delivery-not-in-doubt = Attempt { $attempt } is not in doubt any more: it was resolved in the meantime. Nothing was changed. The campaign's page shows the result.
delivery-doubt-being-settled = Attempt { $attempt } is being checked at this moment. Nothing was changed. Look again in a few minutes; if it is still in doubt then, decide yourself.

delivery-sender-unknown = There is no sender number { $sender }. Nothing was changed. Choose one from the list of senders.
delivery-sender-not-named = There is no sender called “{ $name }”. Nothing was changed. To see the senders: bilten senders list
delivery-sender-exists = There is a sender called “{ $name }” already. It was left as it is. Choose another name.
delivery-sender-line-refused = The sender's { $field ->
    [name] name
   *[from_name] From name
 } must be one line of 1 to { $longest } visible characters. Nothing was saved. Correct it and save again.
delivery-sender-address-refused = The sender's { $field ->
    [from_address] From address
    [bounce_address] bounce address
   *[reply_to] Reply-To address
 } cannot be used: { $problem } Nothing was saved. Correct it and save again.

delivery-sender-limit-refused = A limit is a whole number of emails from 1 to { $most }, in a second, an hour or a day. Nothing was saved. Correct it and save again.
delivery-sender-bounces-elsewhere = With the provider { $provider }, bounces go to the provider, which reports them here. Nothing was saved. A bounce address is for your own mail server (smtp).
delivery-sender-delimiter-refused = A delimiter is one of these characters: { $known } Nothing was saved. Enter the one that your mail server uses and save again.
delivery-sender-bounce-address-long = The bounce address is too long: at most { $longest } characters before the @, so that a code of each email fits behind them. Nothing was saved. Take a shorter one and save again.
delivery-mail-no-bounce-address = An email came, and no sender has a bounce address, so nobody would see it. It was not taken, and is lost nowhere. Set the address with: bilten senders bounces
delivery-complaint-unknown = This complaint is no longer here: somebody else has decided on it, or it was forgotten after a month. Nothing was changed.
delivery-mail-unknown = This email is no longer here: somebody else has read it, or it was forgotten after a month. Nothing was changed.
delivery-mail-for-a-person = An email that is no report.
delivery-mail-unproven = An email of which nobody can show that it is about one of yours.
delivery-mailbox-unavailable = The mailbox for bounces cannot be read: { $problem } Nothing is lost; the emails wait there. Check the settings BILTEN_BOUNCES_IMAP_… and try again.
delivery-sender-no-one-click = The provider { $provider } cannot send the headers that unsubscribing with one click needs. Nothing was saved. Choose another provider.
delivery-sender-name-not-carried = The provider { $provider } does not accept a From name that contains { $characters }. Nothing was saved. Remove these characters and save again.
delivery-sender-name-too-long = The provider { $provider } accepts a From name of at most { $longest } characters. Nothing was saved. Shorten it and save again.

delivery-webhook-unknown = No sender uses this webhook address. Nothing was stored. Copy the address from the sender's page to the provider again.
delivery-webhook-too-large = The request is longer than { $longest } bytes and was not read. Nothing was stored. Set the provider to post fewer events at a time.

### providers

delivery-wrong-recipient = Delivery { $delivery } was about to go to the wrong person. Nothing was sent. The campaign has been paused. This must not happen: please tell the people who maintain Bilten.
delivery-recipient-twice = Delivery { $delivery } would have gone to an address that is in the same batch already. Nothing was sent. The campaign has been paused; please tell the people who maintain Bilten.
delivery-header-refused = The header field “{ $header }” contains a line break or a character that is not allowed in a header. Nothing was sent. Correct the text it is made from (subject, sender’s name, list name) and try again.
delivery-provider-transient = The provider did not accept the email this time: { $detail }. Nothing was lost; Bilten tries again by itself.
delivery-provider-call-refused = The provider refused a call with several recipients: { $detail }. Nobody in it was sent to; Bilten tries again by itself with fewer at a time, to find whom it is about.
delivery-provider-addresses-refused = The provider refused a call because of an address in it: { $detail }. Nobody in it was sent to; Bilten tries the others without that address by itself.
delivery-provider-content-rejected = The provider refuses the content: { $detail }. This batch was sent to nobody. Correct the campaign, then resume it.
delivery-provider-misconfigured = The provider does not accept this sender: { $detail }. Nothing was sent and nothing was lost. Check the provider’s address, key and the sender’s domain, then resume the campaign.
delivery-provider-quota-spent = The provider’s quota or sending limit is used up: { $detail }. The remaining emails wait. Raise the quota or wait until it is renewed, then resume the campaign.
delivery-provider-refuses-everybody = The provider refused several recipients with the same message: { $detail }. The cause is probably not in their addresses, so no recipient was skipped; they are still queued. Find out what the message means (a limit, a block, a directory that is down) and wait until that is over, then resume the campaign: these recipients are tried again. Those refused again while others are accepted are refused for good and listed; a recipient refused again as “no such address” gets no more email.
delivery-provider-outcome-unknown = It is not known yet whether the provider accepted the emails: { $detail }. Bilten does not send them again without evidence and keeps looking for it; if there is none, you decide.
delivery-provider-unknown = There is no provider named “{ $provider }”. Choose one of these: { $known }.
delivery-provider-without-webhooks = The provider “{ $provider }” posts no events, so it has no webhook address.
delivery-webhook-unsigned = This request is not signed by the provider. Nothing was changed. If it did come from the provider, compare the webhook secret there with the one in the settings.
delivery-webhook-too-old = The time in this request’s signature differs too much from this machine’s clock. Nothing was changed. Check that this machine’s clock is right; the provider will try again.
delivery-webhook-unreadable = The event { $receipt } is signed by the provider, but it does not have the form that the provider documents. It was stored as it came. Please tell the people who maintain Bilten.
delivery-webhook-secret-unreadable = { $setting } is not a webhook secret. Copy it from the provider’s page for the webhook; it begins with “whsec_”.
delivery-webhook-secret-empty = { $setting } is empty, so Bilten could not verify that a webhook comes from the provider. Nothing was changed. Make up a long secret, set it here, and enter the same one at the provider.
delivery-webhook-key-unreadable = { $setting } is not a public key. Copy it again from the provider’s page for the webhook; it is one long line.
delivery-webhook-certificate-missing = The certificate that this request names could not be fetched from the provider. Nothing was changed. The provider will try again; make sure that this machine can reach it over https.
delivery-webhook-not-confirmed = The subscription of the topic could not be confirmed at the provider. Nothing was changed. The provider will ask again; make sure that this machine can reach it over https.
delivery-provider-extra-missing = { $provider } needs { $package }, and it is not installed. Nothing was sent. Install Bilten with its extra “{ $extra }” (uv sync --extra { $extra }) and start it again.
delivery-sender-not-for-campaigns = The sender “{ $name }” goes through { $provider }, whose terms forbid newsletters: it is only for system emails, such as the request to confirm a subscription. Nothing was saved. Choose another sender.

delivery-unknown = This campaign has no delivery { $delivery }. Nothing was changed. Find the reader in the campaign’s list of deliveries.
delivery-sender-failing = The provider failed several times in a row. The last error: { $detail }. Nothing was lost. When the provider works again, resume the campaign.

## Readers: what became of an email, also as staff read it

delivery-status-queued = Waiting
delivery-status-sending = Being sent
delivery-status-in_doubt = In doubt
delivery-status-accepted = Sent
delivery-status-rejected = Refused
delivery-status-failed = Given up
delivery-status-skipped = Skipped
delivery-status-cancelled = Cancelled

delivery-outcome-pending = No report yet
delivery-outcome-deferred = Delayed on the way
delivery-outcome-delivered = Delivered
delivery-outcome-bounced = Bounced
delivery-outcome-complained = Marked as spam

## Staff

delivery-reason-invalid = there is no such address
delivery-reason-bounced = refused by the mailbox
delivery-reason-timed_out = the recipient’s mail server could not be reached in time
delivery-reason-blocked = the recipient’s mail server blocks this sender
delivery-reason-spam = treated as spam
delivery-reason-unsubscribed = unsubscribed at the provider
delivery-reason-other = another reason of the provider
delivery-reason-no_answer = the provider did not answer
delivery-reason-too_many_attempts = not accepted in any attempt

### The history of a delivery

delivery-attempt-under_way = The call to the provider is in progress.
delivery-attempt-taken = The provider accepted it.
delivery-attempt-refused = The provider refused this address.
delivery-attempt-not_taken = It counts as not accepted, and is back in the queue.
delivery-attempt-given_up = It was not accepted, and Bilten stopped trying.
delivery-attempt-in_doubt = There was no answer: it is not known whether it was accepted.

delivery-event-queued = The provider put it in its queue.
delivery-event-sent = The provider sent it on.
delivery-event-rejected = The provider refused to send it.
delivery-event-failed = The provider could not send it.
delivery-event-bounced = It bounced.
delivery-event-deferred = It is delayed; the provider will try again.
delivery-event-delivered = It was delivered.
delivery-event-opened = It was opened.
delivery-event-clicked = A link in it was opened.
delivery-event-complained = It was marked as spam.
delivery-event-unsubscribed = The reader unsubscribed at the provider.
delivery-event-unknown = The provider reported something that Bilten does not know.

delivery-filter-unknown = There is no state “{ $word }”. Nothing was changed. Use one of these: { $known }.

## Staff: what a sender's domain says

delivery-trial-subject = Bilten: a test of “{ $name }”
delivery-trial-text = If you can read this, email through the sender “{ $name }” ({ $provider }) arrives. Look into its headers, too: SPF, DKIM and DMARC should say “pass”.
delivery-domain-good = The domain { $domain } allows { $provider } to send for it (SPF, DKIM, DMARC).
delivery-domain-silent = Name servers did not answer about { $domain } in time, so its records are not known (SPF, DKIM, DMARC). Try again later.
delivery-domain-spf-missing = The domain { $domain } does not say who may send for it (SPF). Many servers would refuse the email or treat it as spam. Add a TXT record: v=spf1 include:{ $include } ~all
delivery-domain-spf-missing-own = The domain { $domain } does not say who may send for it (SPF). Many servers would refuse the email or treat it as spam. Add a TXT record that begins with v=spf1 and names your mail server.
delivery-domain-spf-many = The domain { $domain } has { $count } SPF records; with more than one, none is valid. Servers would trust the email less. Combine them into one.
delivery-domain-spf-provider = The SPF record of { $domain } does not name { $provider }. Servers would trust the email less. Add include:{ $include } to the record.
delivery-domain-dkim-missing = There is no DKIM key of { $provider } in the domain { $domain } (checked at { $names }). Without a signature, large mailbox providers refuse bulk email. Enter the records that { $provider } shows for your domain; if those have other names, everything may be in order.
delivery-domain-dkim-unseen = Whether { $provider } signs email from { $domain } (DKIM) cannot be seen from here, because you chose the key's name. Check in your account there, or in the headers of an email that arrived.
delivery-domain-dmarc-missing = The domain { $domain } does not say what to do with email that is not genuine (DMARC). Gmail and Yahoo require this of everyone who sends to many people. Add a TXT record at _dmarc.{ $domain }: v=DMARC1; p=none
delivery-domain-dmarc-many = The domain { $domain } has { $count } DMARC records; with more than one, none is valid. Keep one.
delivery-domain-dmarc-refuses = The domain { $domain } asks servers to reject or quarantine email without its signature (DMARC, p={ $policy }), and it has no key of { $provider }. Most readers would not get the email. Enter the DKIM records first.
