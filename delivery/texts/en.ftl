### queue

delivery-claim-lost = Of { $expected } deliveries, this worker still holds { $held }: another one has taken the rest. Nothing was sent. They go out with the next round.
delivery-attempt-unknown = There is no attempt number { $attempt }. Nothing was changed. Look at the campaign's page for the attempts that there are.
delivery-not-in-doubt = Attempt { $attempt } is not in doubt any more: it has been settled meanwhile. Nothing was changed. Look at the campaign's page for how it ended.
delivery-doubt-being-settled = Attempt { $attempt } is being looked into at this moment. Nothing was changed. Look again in a few minutes; if it is still in doubt then, decide it yourself.

delivery-sender-unknown = There is no sender number { $sender }. Nothing was changed. Choose one from the list of senders.
delivery-sender-not-named = There is no sender called “{ $name }”. Nothing was changed. “bilten senders list” shows those there are.
delivery-sender-exists = There is a sender called “{ $name }” already. It was left as it is. Choose another name.
delivery-sender-line-refused = The sender's { $field ->
    [name] name
   *[from_name] From name
 } must be one line of 1 to { $longest } visible characters. Nothing was saved. Correct it and save again.
delivery-sender-address-refused = The sender's { $field ->
    [from_address] From address
   *[reply_to] Reply-To address
 } cannot be used: { $problem } Nothing was saved. Correct it and save again.

delivery-sender-no-one-click = The provider { $provider } cannot carry what unsubscribing with one click needs. Nothing was saved. Choose another provider.
delivery-sender-name-not-carried = The provider { $provider } takes no From name with { $characters } in it. Nothing was saved. Write the name without and save again.
delivery-sender-name-too-long = The provider { $provider } takes a From name of at most { $longest } characters. Nothing was saved. Shorten it and save again.

delivery-webhook-unknown = No sender listens at this webhook address. Nothing was kept. Copy the address from the sender's page to the provider once more.
delivery-webhook-too-large = The request is longer than { $longest } bytes and was not read. Nothing was kept. Set the provider to post fewer events at a time.

### providers

delivery-wrong-recipient = Delivery { $delivery } was about to go to somebody it was not written for. Nothing was sent. The campaign has been stopped; please tell whoever maintains Bilten, because this must not happen.
delivery-recipient-twice = Delivery { $delivery } would have gone to an address that is in the same batch already. Nothing was sent. The campaign has been stopped; please tell whoever maintains Bilten.
delivery-header-refused = The header field “{ $header }” contains a line break or a character that has no place in a header. Nothing was sent. Correct the text it is made of (subject, sender’s name, list name) and try again.
delivery-provider-transient = The provider did not take the message this time: { $detail }. Nothing was lost; it is tried again by itself.
delivery-provider-content-rejected = The provider refuses the content: { $detail }. Nobody was sent this batch. Correct the campaign, then resume it.
delivery-provider-misconfigured = The provider does not accept this sender: { $detail }. Nothing was sent and nothing was lost. Check the provider’s address, key and the sender’s domain, then resume the campaign.
delivery-provider-quota-spent = The provider’s quota or sending limit is spent: { $detail }. What is left waits. Raise the quota or wait until it is renewed, then resume the campaign.
delivery-provider-refuses-everybody = The provider refused several readers one after the other with the same words: { $detail }. That is not about them, so nobody was given up; they wait. Find out what the words mean (a limit, a block, a directory that is down), then resume the campaign. Whoever is refused as “no such address” again after that counts as gone.
delivery-provider-outcome-unknown = Nobody knows yet whether the provider took the messages: { $detail }. They are not sent again blindly. Bilten keeps looking for evidence; if there is none, you decide.
delivery-provider-unknown = There is no provider named “{ $provider }”. Choose one of these: { $known }.
delivery-provider-without-webhooks = The provider “{ $provider }” posts no events, so it has no webhook address.
delivery-webhook-unsigned = This request is not signed by the provider. Nothing was changed. If it did come from the provider, compare the webhook secret there with the one in the settings.
delivery-webhook-too-old = The signature of this request is too far away from our clock. Nothing was changed. Check that the clock of this machine is right; the provider will try again.
delivery-webhook-unreadable = The event { $receipt } is signed by the provider, but not of the shape that the provider documents. It has been kept as it came. Please tell whoever maintains Bilten.
delivery-webhook-secret-unreadable = { $setting } is not a webhook secret. Copy it from the provider’s page for the webhook; it begins with “whsec_”.
delivery-webhook-secret-empty = { $setting } is empty, so nobody could show that a webhook comes from the provider. Nothing was changed. Make a long secret, set it here, and enter the same one at the provider.
delivery-webhook-key-unreadable = { $setting } is not a public key. Copy it once more from the provider’s page for the webhook; it is one long line.
delivery-webhook-certificate-missing = The certificate that this request names could not be fetched from the provider. Nothing was changed. The provider will try again; see to it that this machine can reach it over https.
delivery-webhook-not-confirmed = The subscription of the topic could not be confirmed at the provider. Nothing was changed. The provider will ask again; see to it that this machine can reach it over https.
delivery-provider-extra-missing = { $provider } needs { $package }, and it is not installed. Nothing was sent. Install Bilten with its extra “{ $extra }” (uv sync --extra { $extra }) and start it again.
delivery-sender-not-for-campaigns = The sender “{ $name }” goes through { $provider }, whose terms forbid newsletters: it is for system mail only, such as the question whether to subscribe. Nothing was saved. Choose another sender.

delivery-unknown = This campaign has no delivery { $delivery }. Nothing was changed. Look for the reader among the campaign’s deliveries.
delivery-sender-failing = The provider failed several times in a row, last with: { $detail }. Nothing was lost. When the provider works again, resume the campaign.

### A delivery's state, as staff read it

delivery-status-queued = Waiting
delivery-status-sending = Being sent
delivery-status-in_doubt = In doubt
delivery-status-accepted = Sent
delivery-status-rejected = Refused
delivery-status-failed = Given up
delivery-status-skipped = Skipped
delivery-status-cancelled = Called off

delivery-outcome-pending = nothing heard yet
delivery-outcome-deferred = delayed on the way
delivery-outcome-delivered = delivered
delivery-outcome-bounced = bounced
delivery-outcome-complained = marked as unwanted

delivery-reason-invalid = there is no such address
delivery-reason-bounced = the mailbox refused it
delivery-reason-timed_out = their mail server could not be reached in time
delivery-reason-blocked = their mail server blocks us
delivery-reason-spam = taken for unwanted mail
delivery-reason-unsubscribed = unsubscribed with the provider
delivery-reason-other = for a reason of the provider’s own
delivery-reason-no_answer = the provider’s answer never came
delivery-reason-too_many_attempts = not taken in any of our attempts

### The story of a delivery

delivery-attempt-under_way = The call is under way.
delivery-attempt-taken = The provider took it.
delivery-attempt-refused = The provider refused this address.
delivery-attempt-not_taken = It counts as not taken, and went back into the queue.
delivery-attempt-given_up = It was not taken, and we gave up.
delivery-attempt-in_doubt = The answer never came: nobody knows whether it was taken.

delivery-event-queued = The provider put it in its queue.
delivery-event-sent = The provider sent it on.
delivery-event-rejected = The provider would not send it.
delivery-event-failed = The provider failed to send it.
delivery-event-bounced = It bounced.
delivery-event-deferred = It is delayed; the provider tries again.
delivery-event-delivered = It was delivered.
delivery-event-opened = It was opened.
delivery-event-clicked = A link in it was followed.
delivery-event-complained = It was marked as unwanted.
delivery-event-unsubscribed = The reader unsubscribed with the provider.
delivery-event-unknown = The provider reported something that Bilten does not know.

delivery-filter-unknown = There is no state “{ $word }”. Nothing was changed. Use one of these: { $known }.

## Staff: what a sender's domain says

delivery-domain-good = The domain { $domain } says that { $provider } may send for it (SPF, DKIM, DMARC).
delivery-domain-silent = Name servers did not answer about { $domain } in time, so nothing is known of what it says (SPF, DKIM, DMARC). Try again later.
delivery-domain-spf-missing = The domain { $domain } does not say who may send for it (SPF). Many servers would refuse the mail or take it for spam. Add a TXT record: v=spf1 include:{ $include } ~all
delivery-domain-spf-missing-own = The domain { $domain } does not say who may send for it (SPF). Many servers would refuse the mail or take it for spam. Add a TXT record that begins with v=spf1 and names your mail server.
delivery-domain-spf-many = The domain { $domain } has { $count } SPF records, and with more than one none of them counts. Servers would trust the mail less. Join them into one.
delivery-domain-spf-provider = The SPF record of { $domain } does not name { $provider }. Servers would trust the mail less. Add include:{ $include } to the record.
delivery-domain-dkim-missing = There is no DKIM key of { $provider } in the domain { $domain } (looked for at { $names }). Without a signature large mailbox providers refuse bulk mail. Enter the records that { $provider } shows for your domain; if its names are others, all may be well.
delivery-domain-dkim-unseen = Whether { $provider } signs mail of { $domain } (DKIM) cannot be seen from here, because the key's name is your own. Look in your account there, or in the headers of a mail that arrived.
delivery-domain-dmarc-missing = The domain { $domain } does not say what becomes of mail that is not genuine (DMARC). Gmail and Yahoo demand it of whoever sends to many. Add a TXT record at _dmarc.{ $domain }: v=DMARC1; p=none
delivery-domain-dmarc-many = The domain { $domain } has { $count } DMARC records, and with more than one none of them counts. Leave one.
delivery-domain-dmarc-refuses = The domain { $domain } asks servers to be strict with mail that its own signature does not vouch for (DMARC, p={ $policy }), and no key of { $provider } is there. Most readers would not get the mail. Enter the DKIM records first.
