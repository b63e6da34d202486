### Errors

campaigns-unknown = There is no campaign { $id }. Nothing was changed. The list of campaigns shows those there are.
campaigns-no-variant = “{ $name }” has no text in the language “{ $language }”. Nothing was changed.
campaigns-variant-exists = “{ $name }” has a text in { LANGUAGE($language) } already. Nothing was changed.
campaigns-main-variant-stays =
    { LANGUAGE($language) } is the main language of “{ $name }”, so it cannot be removed. Nothing was changed. If you
    do not need it, draft a new campaign with another main language.
campaigns-second-sender-same = “{ $name }” cannot stand in for itself. Nothing was changed. Choose another, or none.
campaigns-template-of-other-kind = The template “{ $name }” is for another kind of campaign. Nothing was changed. Choose one of this kind.
campaigns-sender-not-paused = The sender “{ $name }” is not paused. Nothing was changed.
campaigns-protected-not-public =
    “{ $name }” is for a list of people who may be at risk, so it cannot stand in the public archive. Nothing was
    changed. Choose the link, or nobody.
campaigns-no-items = A campaign needs at least one news item. Nothing was drafted. Name an item and try again.
campaigns-too-many-items =
    { $count } items are too many for one campaign; at most { $limit } fit. Nothing was drafted. Split them over two.
campaigns-item-twice = An item is named twice. Nothing was drafted. Name each item once.
campaigns-unknown-language =
    “{ $language }” is not a language code. Nothing was drafted. Use codes such as sl, en or ar.
campaigns-no-brand =
    The organisation’s name and postal address are not set yet, and every mail must carry them.
    Nothing was changed. Run “bilten init”, then try again.
campaigns-changed-meanwhile =
    Somebody else has just changed “{ $name }”. Your step was not carried out and nothing was lost.
    Reload and look again.
campaigns-not-now =
    That is not possible now: { $state ->
        [draft] the campaign is a draft
        [in_review] the campaign is in review
        [approved] the campaign is approved, and not scheduled
        [scheduled] the campaign is scheduled
        [preparing] the campaign is about to go out
        [sending] the campaign is being sent
        [paused] the campaign is paused
        [sent] the campaign has been sent
       *[cancelled] the campaign was cancelled
    }. Nothing was changed.
    Look at its present state; perhaps somebody else was quicker.
campaigns-changed-since-seen =
    “{ $name }” has changed since you looked at it. It was not approved. Look at it again, then approve what you see.
campaigns-correction-too-early =
    “{ $name }” has not gone out yet, so there is nothing to correct. Nothing was changed. Change the campaign instead.
campaigns-changed-by-another =
    Somebody else has changed this since you opened the page. Nothing was saved, and nothing of theirs was lost. Look at
    what is there now; then save again if yours is to stand in its place.
campaigns-own-approval =
    You drafted “{ $name }” yourself, so somebody else has to approve it. Nothing was changed.
campaigns-approver-contributed =
    You changed { $matter ->
        [words] the words of “{ $name }”
        [senders] the sender of “{ $name }”
        [template] the template of “{ $name }”
        [audience] the languages of the list that “{ $name }” goes to
        [news] a news item in “{ $name }”
        [brand] the brand that “{ $name }” shows
       *[content] something in “{ $name }”
    }, so your approval does not count. Nothing was changed.
    Somebody who changed nothing in it has to approve it; an administrator may. If you put back what was there before
    you, you may approve it again.
campaigns-readers-hidden =
    This campaign went to a protected list, and you may not see who is on it. Nothing was opened. An administrator can
    let you see it: bilten user protected-readers ADDRESS --allow
campaigns-no-such-user =
    Nobody who works here has the address { $address }. Nothing was changed. Check it, or add them with bilten user add.
campaigns-nobody-left-to-approve =
    Too few people are left who may approve this campaign: whoever wrote or changed something in it does not count.
    Ask for another approver, or for an administrator who changed nothing in it, or put back what one of you changed.
campaigns-approver-unknown =
    An approval needs a person. Nothing was changed. Sign in, or name yourself with --as.
campaigns-check-failed =
    { $count ->
        [one] The check found a mistake in “{ $name }”
       *[other] The check found { $count } mistakes in “{ $name }”
    } that must not go out. Nothing was submitted and your draft is as it was. Mend what the check lists, then
    submit again.
campaigns-time-past =
    { $time } ({ $zone }) has passed. Nothing was scheduled. Choose a later time, or send now.
campaigns-time-far =
    The year in { $time } is too far away; the last possible one is { $last }. Nothing was scheduled. Correct the year.
campaigns-time-does-not-exist =
    The clocks go forward that night, and { $time } does not exist in { $zone }. Nothing was scheduled.
    Choose a time an hour later.
campaigns-unknown-zone =
    “{ $zone }” is not a time zone. Nothing was scheduled. Use a name such as Europe/Ljubljana.
campaigns-automation-exists =
    There is an automation called “{ $name }” already. Nothing was added. Choose another name.
campaigns-automation-folder-taken =
    “{ $name }” sends what is new in this folder to “{ $list }” already. If two did, whoever is on both lists would get
    everything twice. Nothing was added. Use --mode draft, so that staff see each draft before it goes to the second list,
    or give the other list a folder of its own.
campaigns-automation-unknown =
    There is no automation called “{ $name }”. Nothing was changed. Show them with: bilten automation list
campaigns-automation-needs-a-person =
    An automation that sends by itself needs a person who answers for it. Nothing was added.
    Sign in as an approver, or name one with --as.
campaigns-automation-changing = The news item, the brand or a template was being changed. The automation tries again by itself.
campaigns-automation-most = An automation can send between 1 and { $limit } new items at once. Nothing was changed.
campaigns-automation-days = The age of an item is a number of days between 0 and { $limit }. Nothing was changed.
campaigns-automation-time = “{ $value }” is not a time of day. Write it as 09:00. Nothing was changed.

# Why an automation drafted something and did not send it
campaigns-held-repeats-address = It has the same web address as “{ $title }” ({ $slug }), which was dealt with on { $date }.
campaigns-held-repeats-words = It says, word for word, the same as “{ $title }” ({ $slug }), which was dealt with on { $date }.
campaigns-held-repeats-body = Its text is the same as that of “{ $title }” ({ $slug }), which was dealt with on { $date }.
campaigns-held-repeats-itself = A campaign with this item has already been sent or approved ({ $date }).
campaigns-held-too-many = { $count } new items arrived at about the same time; this automation sends at most { $limit } at once.
campaigns-held-old = Its date, { $date }, is more than { $days ->
    [one] one day
   *[other] { $days } days
  } ago. (Where the text names no date, it is the day on which its file was last written.)
campaigns-held-before = Its date, { $date }, is earlier than the automation. (Where the text names no date, it is the day on which its file was last written.)
campaigns-held-by-hand = { $name } brought in or changed its text, or the text of what it corrects, by hand ({ $date }). An automation sends by itself only what comes from its folder.

# What a check says of news that went out before
campaigns-repeats-address = One of its items has the same web address as “{ $title }” ({ $slug }), which was dealt with on { $date }. Readers may have had it already.
campaigns-repeats-words = One of its items says, word for word, the same as “{ $title }” ({ $slug }), which was dealt with on { $date }. Readers may have had it already.
campaigns-repeats-body = The text of one of its items is the same as that of “{ $title }” ({ $slug }), which was dealt with on { $date }. Readers may have had it already.
campaigns-repeats-title = “{ $title }” ({ $slug }) has the same title and was dealt with on { $date }. Look whether this is something new.

campaigns-need-held-draft = The automation “{ $name }” drafted “{ $title }” and did not send it.
campaigns-need-held-drafts-more = Automations hold { $count ->
    [one] one more draft
   *[other] { $count } more drafts
  }. They are in the list of campaigns.
campaigns-do-release = Look at the draft: submit it if it is to go out, cancel it if not. Nothing is sent until then.

### Findings of the check

campaigns-protected-tracking = The list is one of people at risk, and { $provider } can be kept from tracking opens and clicks only in its account. A tracked link would tell who reads. Look there that tracking is off before this goes out.
campaigns-audience-unusual = { $count } people would get this campaign; usually it is about { $usual } on this list. Too many people cannot be taken back. Look at who was added to the list lately.
campaigns-audience-empty =
    Nobody would get this. The list has no confirmed subscribers who may be mailed, and a campaign to nobody
    stops by itself. Choose another list, or import subscribers first.
campaigns-language-missing =
    { LANGUAGE($language) }: { $count ->
        [one] { $count } reader has
       *[other] { $count } readers have
    } chosen it, and the campaign has no text in it. They will get the text in { LANGUAGE($instead) }. Add a variant
    if you can.
campaigns-required-variant-missing =
    This list demands a variant in { LANGUAGE($language) }, and the campaign has none. Its readers would be sent
    another language, so it cannot be submitted. Add the variant, or change what the list demands.

### Who may read it on the web

campaigns-finding-in = { $where ->
        [subject] subject
        [preheader] preheader
        [text] text part
        [audience] readers
        [sender] sender
       *[html] html part
    }
campaigns-visibility-public = everybody: in the archive and in search engines
campaigns-visibility-link_only = whoever has the link
campaigns-visibility-members = subscribers of its list, from the page of their preferences
campaigns-visibility-none = nobody

### States

campaigns-status-draft = Draft
campaigns-status-in_review = In review
campaigns-status-approved = Approved
campaigns-status-scheduled = Scheduled
campaigns-status-preparing = Preparing
campaigns-status-sending = Sending
campaigns-status-paused = Paused
campaigns-status-sent = Sent
campaigns-status-cancelled = Cancelled

campaigns-kind-statement = Statement
campaigns-kind-bulletin = Bulletin
campaigns-kind-publication = Publication
campaigns-kind-project = Project news
campaigns-kind-report_summary = Report summary
campaigns-kind-event = Event
campaigns-kind-appeal = Appeal
campaigns-kind-digest = Digest
campaigns-kind-correction = Correction

### Why it is paused, and what to do

campaigns-pause-staff = Paused by staff. Nothing more goes out until somebody resumes it.
campaigns-pause-error_threshold =
    Paused because the provider failed several times in a row. Nobody was lost: whoever has not been sent to is
    still queued. Resume when the provider works again.
campaigns-pause-sender_misconfigured =
    Paused because the provider refuses mail from this sender: a wrong key, a sending limit that is reached, a block.
    Its words say which. Nobody was lost. Mend that, or wait until the limit is renewed, then resume.
campaigns-pause-content_rejected =
    Paused because the provider refuses the content. Nobody was lost. Read the provider’s words; cancel this
    campaign and draft a corrected one if it is the text, or resume if it was the provider’s mistake.
campaigns-pause-audience_empty =
    Stopped before sending: nobody on the list may be mailed. Import subscribers or cancel, then resume.
campaigns-pause-too_late =
    Held: its time passed while Bilten was not running, longer ago than allowed. Nothing was sent.
    Resume to send it now, or cancel it.
campaigns-pause-content_changed =
    Stopped before sending: what would go out is not what was approved. Nothing was sent. Cancel it and draft it
    again, and find out who changed the database or the sender.
campaigns-pause-wrong_recipient =
    Stopped: a mail was about to go to somebody it was not written for. It was not sent. This is a defect in
    Bilten; report it before you resume.

campaigns-pause-restored =
    Paused: an earlier state of the database was put back. Whoever may have got this mail since is in doubt, or it was
    stopped or changed since. Look at its doubts first; then resume, and only those who are still queued get it, or
    cancel.

### Why somebody was skipped

campaigns-skipped-not_subscribed = no longer on the list
campaigns-skipped-pending = has not confirmed
campaigns-skipped-unsubscribed = unsubscribed
campaigns-skipped-suppressed = address bounced or complained
campaigns-skipped-erased = erased
campaigns-skipped-address_changed = address changed

### Decisions over what is in doubt

campaigns-doubt-needs-a-person =
    A decision like this needs a person who answers for it. Nothing was changed. Sign in, or name yourself with --as.
campaigns-doubt-why =
    Say why, in at most { $longest } characters: it is kept with the decision. Nothing was changed.
campaigns-doubt-choice =
    Say what is to become of it: --leave, --accepted or --send-again, one of them. Nothing was changed.
campaigns-doubt-looked-into =
    Bilten is still finding out by itself what became of attempt { $attempt }, and sends again if it did not arrive.
    Nothing was changed. If the campaign or its sender is paused, resume; look again later.
campaigns-doubt-cancelled =
    “{ $name }” was cancelled, so nothing of it is sent again. Nothing was changed; what is in doubt can still be
    marked as sent, or left. Draft a new campaign if these readers must have it.
campaigns-doubts-decided-already =
    None of these waits for a decision any more: somebody has decided, or evidence has come. Nothing was changed. Look
    at the campaign’s page for what is still in doubt.
campaigns-refused-nobody =
    None of these readers counts as refused or given up any more: the email is being sent to them again already, or
    they were refused once more since you looked. Nothing was changed. Look at the campaign’s deliveries again.
campaigns-refused-sent-again = Sent again to the refused and given up

campaigns-choice-leave = Left in doubt
campaigns-choice-accepted = Taken as sent
campaigns-choice-send_again = Sent again

### What needs somebody

campaigns-need-sender = The sender “{ $name }” is paused: nothing goes out through it.
campaigns-need-carried =
    “{ $name }” is carried by its second sender “{ $second }”, because “{ $first }” is paused. Nothing is lost; if this
    one fails too, the campaign pauses.
campaigns-need-campaign = “{ $name }” is paused.
campaigns-need-doubts = “{ $name }”: nobody knows whether { $count ->
    [one] one reader
   *[other] { $count } readers
 } got it.
campaigns-need-automation = The automation “{ $name }” did not send “{ $title }”.
campaigns-automation-check =
    { $count ->
        [one] The check found a mistake in “{ $name }”
       *[other] The check found { $count } mistakes in “{ $name }”
    } that must not go out.
campaigns-need-lost-words =
    “{ $name }” has lost its words, items and approvals: an upgrade of an earlier version of Bilten deleted them.
campaigns-need-lost-memory =
    The automation “{ $name }” is held: an upgrade of an earlier version of Bilten deleted what it knew of its
    publications, and it would send old ones once more.
campaigns-adopted-meanwhile =
    Somebody else has adopted this database at the same time. Nothing was changed here. Run bilten doctor: it says how
    things stand.
campaigns-journal-none =
    There is no journal of Bilten in { $folder }. Nothing was changed. Name a copy of the other machine’s
    BILTEN_STATE_DIR.
campaigns-journal-other-database =
    The journal in { $folder } is about another database. Nothing was changed. The one of this database lies in the
    folder { $identity } of that machine’s BILTEN_STATE_DIR.
campaigns-journal-twice =
    The journal in { $folder } is one of a machine whose journal is known already: this machine’s own, or one that was
    named before. Nothing was changed. Name each other machine’s once.
campaigns-automation-restored =
    An earlier state of the database was put back, and it may have gone out since. It was not sent again.
campaigns-need-held = Nothing is sent.
campaigns-need-adopted = An earlier state of the database was put back. In doubt: { $doubt }. Campaigns that went out since and are gone: { $lost }.
campaigns-do-adopted =
    Decide about what is in doubt on the pages of its campaigns. Do not write a campaign anew that went out already:
    its readers would get it twice. Sign-ups since then are lost; whoever asks again is welcome.
campaigns-need-news = { $count ->
    [one] One file in the watched folder “{ $name }” was refused.
   *[other] { $count } files in the watched folder “{ $name }” were refused.
 }
campaigns-need-receipts = { $count ->
    [one] One report from the provider of “{ $name }” could not be read.
   *[other] { $count } reports from the provider of “{ $name }” could not be read.
 }

campaigns-do-resume-sender = When the cause is gone, use it again here, or with bilten senders resume.
campaigns-do-decide = Look with the provider, then say on the campaign’s page what is to become of it.
campaigns-do-draft =
    Nothing went out, and no draft was left. Make a campaign of it yourself (bilten campaign draft { $slug }); the check
    then shows what is wrong.
campaigns-do-lost-words =
    It will not be sent. Restore the backup from before that upgrade if nothing has gone out since; or cancel it and
    draft it anew.
campaigns-do-lost-memory =
    It sends nothing until you decide. Restore the backup from before that upgrade if nothing has gone out since; or let what
    its folder holds now stay unsent, and it goes on with what comes next: bilten automation archive “{ $name }”
campaigns-do-correct = The others were taken. Correct what is wrong; the folder is read again by itself.
campaigns-do-tell =
    What came is kept, but some deliveries may have come further than shown. Please tell whoever maintains Bilten.

### The story of a delivery

campaigns-story-written = The campaign was launched; this delivery was put in the queue.
campaigns-story-attempt = Attempt { $number } through “{ $sender }” ({ $provider }).
campaigns-story-decision = { $who } decided:

### Findings of the check: what was seen out in the world

campaigns-outside-gone =
    { $kind ->
        [image] The image { $url } is
       *[link] The page that { $url } leads to is
    } not there any more (the server answers { $status }). Readers would find nothing. Correct or remove the address,
    then have it looked at again.
campaigns-outside-name-unknown =
    { $kind ->
        [image] The image { $url } cannot be found
       *[link] The link { $url } leads nowhere
    }: there is no server of that name. Readers would get an error. Look for a slip of the pen in the address, then
    have it looked at again.
campaigns-outside-inner =
    { $kind ->
        [image] The image { $url } is
       *[link] The link { $url } leads to a machine
    } on an inner network. Nobody outside can open it, so Bilten did not either. Use the public address.
campaigns-outside-refused =
    { $kind ->
        [image] The image { $url }
       *[link] The link { $url }
    } was not looked at: its address has a user name, a port of its own, or leads on to something that is not the web.
    Some networks block such addresses. Open it yourself, or use a plain one.
campaigns-outside-untrusted =
    The server of { $url } cannot prove that it is what it says it is (its certificate is wrong or out of date).
    Browsers would warn your readers. Tell whoever runs it, or link to something else.
campaigns-outside-redirects =
    { $url } passes readers on from address to address and never arrives. Open it yourself and link to where you end up.
campaigns-outside-silent =
    The server of { $url } did not answer in time. It may be away for a moment, or away for good. Open it yourself, or
    have it looked at again later.
campaigns-outside-failing =
    The server of { $url } has a fault at the moment (it answers { $status }). Readers might find nothing. Have it
    looked at again before you send.
campaigns-outside-closed =
    The server of { $url } does not show it to Bilten (it answers { $status }). Some servers only let people in, others
    nobody who is not signed in. Open it in a private window to see what readers see.
campaigns-outside-no-image =
    What stands at { $url } is not an image. Readers would see an empty frame. Use the address of the image itself, or
    add the image to the item, so that Bilten keeps it.
campaigns-outside-unseen =
    { $count ->
        [one] { $count } link or image has
       *[other] { $count } links and images have
    } not been looked at during the last day. A link that leads nowhere would only be noticed by readers. Press “Look
    at links and sender” on the campaign's page, or run: bilten campaign check { $id }
campaigns-outside-spam-likely =
    SpamAssassin gives this mail { $points } points; from { $limit } points on, many servers put mail among the spam.
    Many readers would not see it. Mend what the reasons beside this name.
campaigns-outside-spam-reason =
    SpamAssassin remarks ({ $rule }): “{ $words }”. Filters like it would trust the mail less. Change the words or the
    layout that it means.

### Backups

campaigns-need-backup-none = No backup has ever been made.
campaigns-need-backup-old = { $days ->
    [one] The last backup is one day old.
   *[other] The last backup is { $days } days old.
 }
campaigns-need-backup-failed = The last backup failed, or was found damaged.
campaigns-do-set-backup =
    Set BILTEN_BACKUP_DIR, and Bilten makes one every day; or run bilten backup by a timer of your own.
campaigns-do-back-up = Make one now with bilten backup, and look at the folder that the daily ones go to.
