simulator-title = Email simulator
simulator-promise = Nothing here has left this machine. This is what your readers would have received.
simulator-languages = Language
simulator-received = { $count ->
    [0] Nothing has arrived yet.
    [one] One email has arrived.
   *[other] { $count } emails have arrived.
}
simulator-addresses = { $count ->
    [one] They were for one address.
   *[other] They were for { $count } addresses.
}
simulator-duplicates = { $count ->
    [one] One address received the same email more than once.
   *[other] { $count } addresses received the same email more than once.
}
simulator-no-duplicates = No address received the same email twice.
simulator-webhooks = Webhooks: { $posted } sent, { $pending } waiting, { $failed } given up.
simulator-newest = The newest emails (times in UTC)
simulator-older = Older emails
simulator-time = Time
simulator-from = From
simulator-to = To
simulator-subject = Subject
simulator-fate = What happened to it
simulator-fate-delivered = delivered
simulator-fate-bounced = bounced
simulator-fate-complained = marked as spam
simulator-back = Back to all emails
simulator-eml = Download as an .eml file
simulator-html = What the reader sees
simulator-text = Plain text
