simulator-title = Mail simulator
simulator-promise = Nothing here has left this machine. This is what would have reached your readers.
simulator-languages = Language
simulator-received = { $count ->
    [0] Nothing has arrived yet.
    [one] One message has arrived.
   *[other] { $count } messages have arrived.
}
simulator-addresses = { $count ->
    [one] They were for one address.
   *[other] They were for { $count } addresses.
}
simulator-duplicates = { $count ->
    [one] One address received the same message more than once.
   *[other] { $count } addresses received the same message more than once.
}
simulator-no-duplicates = No address received the same message twice.
simulator-webhooks = Webhooks: { $posted } posted, { $pending } waiting, { $failed } given up.
simulator-newest = The newest messages (times in UTC)
simulator-older = Older messages
simulator-time = Time
simulator-from = From
simulator-to = To
simulator-subject = Subject
simulator-fate = What became of it
simulator-fate-delivered = delivered
simulator-fate-bounced = bounced
simulator-fate-complained = marked as spam
simulator-back = Back to all messages
simulator-eml = Download as an .eml file
simulator-html = As the reader sees it
simulator-text = As plain text
