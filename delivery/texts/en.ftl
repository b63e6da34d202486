### queue

delivery-claim-lost = Of { $expected } deliveries, this worker still holds { $held }: another one has taken the rest. Nothing was sent. They go out with the next round.
delivery-attempt-unknown = There is no attempt number { $attempt }. Nothing was changed. Look at the campaign's page for the attempts that there are.
delivery-not-in-doubt = Attempt { $attempt } is not in doubt any more: it has been settled meanwhile. Nothing was changed. Look at the campaign's page for how it ended.
delivery-doubt-being-settled = Attempt { $attempt } is being looked into at this moment. Nothing was changed. Look again in a few minutes; if it is still in doubt then, decide it yourself.

delivery-sender-unknown = There is no sender number { $sender }. Nothing was changed. Choose one from the list of senders.
delivery-sender-exists = There is a sender called “{ $name }” already. It was left as it is. Choose another name.
delivery-sender-line-refused = The sender's { $field ->
    [name] name
   *[from_name] From name
 } must be one line of 1 to { $longest } visible characters. Nothing was saved. Correct it and save again.
delivery-sender-address-refused = The sender's { $field ->
    [from_address] From address
   *[reply_to] Reply-To address
 } cannot be used: { $problem } Nothing was saved. Correct it and save again.

delivery-webhook-unknown = No sender listens at this webhook address. Nothing was kept. Copy the address from the sender's page to the provider once more.
delivery-webhook-too-large = The request is longer than { $longest } bytes and was not read. Nothing was kept. Set the provider to post fewer events at a time.
