### What stands on pages.

## Readers: in four languages

web-skip = Skip to content
web-languages = Languages
web-go-back = Go back
web-site-name = Bilten

web-error-400-title = That could not be read
web-error-400 = What your browser sent was damaged or in a form that this page does not know. Nothing was changed. Go back and try again.
web-error-403-title = Not allowed
web-error-403 = This is not open to you. Nothing was changed. Sign in, or ask somebody who may.
web-error-404-title = Not found
web-error-404 = There is nothing at this address. It may be cut off or mistyped; nothing was changed. Check the link that brought you here.
web-error-405-title = Not possible this way
web-error-405 = This address does not take what your browser sent. Nothing was changed. Go back and use the page’s own buttons.
web-error-409-title = Something has changed meanwhile
web-error-409 = Things are no longer as your page showed them, so nothing was done. Load the page again and look.
web-error-413-title = Too much at once
web-error-413 = What was sent is larger than a page here takes. Nothing was changed. Send less.
web-error-422-title = That cannot be used
web-error-422 = Something in what you sent cannot be used. Nothing was changed. Go back, look it over and try again.
web-error-429-title = Too many attempts
web-error-429 = Too much has come from your connection. Nothing was changed. Try again later.
web-error-500-title = Something broke
web-error-500 = A fault on our side stopped this. Nothing was half done. Try again in a few minutes; if it stays, tell us this reference: { $reference }
web-error-503-title = Not now
web-error-503 = This is not available at the moment. Nothing was lost. Try again in a few minutes.

web-unsubscribe-title = Unsubscribe
web-unsubscribe-question = Do you no longer want to receive mail from the list “{ $list }”?
web-unsubscribe-button = Yes, unsubscribe me
web-unsubscribe-nothing-yet = Nothing has changed yet. If you came here by mistake, just close this page.
web-unsubscribed-title = You are unsubscribed
web-unsubscribed = You will get no more mail from the list “{ $list }”. A mail that is on its way at this very moment may still arrive.
web-unsubscribed-again = If you ever want to come back, sign up anew; nobody else can do it for you.
web-unsubscribe-how-title = How to unsubscribe
web-unsubscribe-how = You are looking at the public copy of a mail; it belongs to nobody, so nobody can be unsubscribed here. Every mail that we send you has your own link for this at its end. If you cannot find it, reply to any of our mails and we will see to it.

web-preferences-title = Your preferences
web-preferences-lead = Choose what you get, and in which language. Nothing changes until you save.
web-preferences-lists = Lists
web-preferences-lists-hint = Untick a list, and it will send you no more mail.
web-preferences-no-lists = You are on no list that could be shown here.
web-preferences-mails = Mails for subscribers only
web-preferences-mails-hint = These links work for a day. Open this page again for new ones.
web-preferences-save = Save
web-preferences-saved = Saved. It holds from the next mail on.
web-preferences-nothing-saved = Nothing was changed. Correct it and save again.
web-preferences-leave-hint = Would you rather hear nothing more from us? One press takes you off everything, also off lists that are not shown here.
web-preferences-leave = Take me off everything
web-preferences-how = This is the public copy of a mail. It is addressed to nobody, so there is nothing to choose here. Every mail that we send you has a link to your preferences at its end, which is yours alone.
web-left-everything = You are off all our lists. A mail that is on its way at this moment may still reach you.

web-confirm-title = Confirm your subscription
web-confirm-wording = Yes, I want to receive mail from the list “{ $list }” at this address. I can unsubscribe at any time with the link in every mail.
web-confirm-button = Confirm
web-confirm-nothing-yet = If it was not you who asked, close this page: without your confirmation you will get nothing.
web-confirmed-title = Thank you, you are subscribed
web-confirmed = From now on you will receive mail from the list “{ $list }”. Every mail has a link with which you can unsubscribe.

web-subscribe-title = Sign up: { $list }
web-subscribe-lead = We will send you one mail with a link. Only when you have confirmed through it are you subscribed.
web-subscribe-address = E-mail address
web-subscribe-name = Name (optional)
web-subscribe-language = Language of the mails
web-subscribe-honeypot = Leave this field empty
web-subscribe-wording = I am asking to receive mail from the list “{ $list }”. Before anything is sent, I confirm it through a link at my address; I can unsubscribe at any time.
web-subscribe-button = Sign up
web-subscribe-refused = We cannot use what you filled in: most often there is a slip in the e-mail address. Nothing was saved. Correct it and send it again.
web-subscribe-asked-title = Look into your mailbox
web-subscribe-asked = If the address is right and not yet on the list “{ $list }”, a mail with a confirmation link is on its way to it. Look among unwanted mail too. If you are on the list already, nothing changes.
web-sign-up-busy = Too many people are signing up right now. Nothing was saved. { $minutes ->
    [one] Please try again in one minute.
   *[other] Please try again in { $minutes } minutes.
  }
web-sign-up-too-many = Too many people have signed up from your network. Nothing was saved. { $minutes ->
    [one] Please try again in one minute.
   *[other] Please try again in { $minutes } minutes.
  }

web-sign-up-closed = Nobody can sign up here at the moment. Nothing was saved. Write to the organisation if you would like its mail.

web-archive-title = Archive
web-archive-search = Search the archive
web-archive-find = Search
web-archive-nothing-found = Nothing in the archive has these words. Try fewer of them.
web-archive-empty = Nothing has been published here yet.
web-archive-older = Older
web-archive-feeds = You can follow what is new with a reader, too:
web-archive-unknown = There is no archive in this language. Check the address.
web-archive-kind = { $kind ->
    [statement] Statement
    [publication] Publication
    [project] Project
    [report_summary] Report summary
    [event] Event
    [appeal] Appeal
    [correction] Correction
    [digest] Digest
   *[bulletin] Bulletin
}
web-publication-unknown = There is no publication at this address, or it has not been published yet. Check the link. If a mail led you here, open that mail in the browser, with the link in it, and follow its link there.
web-publication-download = Download the PDF
web-publication-facts = PDF, { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}, { NUMBER($size, maximumFractionDigits: 1) } MB
web-publication-counted = Downloads are counted; nothing about you is kept.
web-publication-cover = Cover of “{ $title }”
web-publication-words = What the publication says, as plain text
web-version-withdrawn = The organisation no longer publishes this mail. If you got it by e-mail, it is still in your mailbox.
web-version-members = This mail is for subscribers. In any mail that you got from us, open “Preferences”: you will find it there.
web-version-corrected = Something in this mail was wrong. The correction:
web-version-unknown = There is no public mail at this address. It may be cut off, or the mail has not been sent yet. Check the link.

## Staff: English and Slovenian

web-form-from-elsewhere = The form did not come from a page of this site, so it was not carried out. Nothing was changed. Open the page here and use its buttons.
web-form-out-of-date = The page was too old: you signed in anew after it was opened, or the browser keeps no cookies. Nothing was changed. Load the page again and repeat the step.

web-sign-in-title = Sign in
web-sign-in-lead = For those who write and send the bulletin.
web-sign-in-address = E-mail address
web-sign-in-password = Password
web-sign-in-by-link = This link is good for one sign-in. Your password is needed all the same.
web-sign-in-button = Sign in
web-sign-out = Sign out
web-signed-in-as = Signed in as { $name }
web-menu = Main menu
web-menu-campaigns = Campaigns

web-silence = Attention: something that Bilten does by itself has stopped or keeps failing, so mail may be late. Nobody’s mail is lost. Ask whoever runs the server to look at it (bilten doctor).

web-menu-lists = Lists
web-menu-templates = Templates
web-menu-brand = Brand
web-brand-title = Brand
web-brand-lead = How the organisation looks in every mail and on every page for readers. What was approved keeps the look that was approved.
web-brand-details = Details
web-brand-saved = Saved. New previews show it.
web-brand-typed-stays = What you typed still stands below; files have to be chosen again.
web-brand-name = Name of the organisation
web-brand-postal-address = Postal address
web-brand-website = Website
web-brand-colour = Accent colour
web-brand-colour-hint = Dark enough for white words on it, and for itself on the palest part of a mail. A paler one is refused.
web-brand-logo = Logo
web-brand-logo-dark = Logo for dark backgrounds
web-brand-logo-hint = PNG, JPEG, GIF or WebP, at most 900 kB. Where it was taken and with what is removed.
web-brand-logo-away = Take it away
web-brand-logo-alt = The logo in words, for those who cannot see it
web-brand-socials = Links at the end of every mail
web-brand-socials-hint = One a line: Mastodon = https://…
web-brand-footers = Last words of every mail
web-brand-save = Save
web-brand-kind = Kind of campaign
web-brand-logo-is-no-picture = A PDF is no logo. The earlier details are unchanged. Choose a picture.
web-brand-social-unreadable = “{ $line }” is no name with an address. The earlier details are unchanged. Write it as Mastodon = https://example.org/@us.

web-templates-title = Templates
web-templates-lead = How campaigns look. Bilten has a design for each kind; a designer can make your own from it.
web-templates-used = What new campaigns take
web-templates-own = Your templates
web-templates-none = You have none of your own yet.
web-templates-all = All templates
web-template-library = Bilten’s own design
web-template-begin = Make your own: { $kind }
web-template-return = Back to Bilten’s own
web-template-version = version { $number }
web-template-new = New template: { $kind }
web-template-saved-at = saved { $time }
web-template-done-saved = Saved as a version of its own. Look at it below; nothing uses it yet.
web-template-done-used = New campaigns of this kind take it from now on. Those that are there keep what they have.
web-template-done-library = New campaigns of this kind take Bilten’s own design again.
web-template-typed-stays = What you typed still stands below.
web-template-use-title = Use
web-template-in-use = New campaigns take this version. Their kind: { $kind }.
web-template-not-in-use = New campaigns do not take this version by themselves. It can be chosen for a single campaign on that campaign’s page.
web-template-use = Use for new campaigns
web-template-use-hint = Their kind: { $kind }. Campaigns that are there keep what they have.
web-template-used-now = in use
web-template-versions = Versions
web-template-changes = What is new in version { $number }
web-template-with = Content
web-template-with-example = An example, made up
web-template-language = The reader’s language
web-template-show = Show
web-template-sources = Sources
web-template-sources-hint = Versions never change: saving makes the next one. A source that cannot be turned into a mail is not saved, and its line and column are named.
web-template-name = Name
web-template-name-hint = Lower-case letters without accents, digits and hyphens, such as “appeal-in-red”.
web-template-html = Html part (Jinja and MJML)
web-template-text = Text part (Jinja)
web-template-note = What is new in it
web-template-save = Save as the next version
web-campaign-template = Template
web-campaign-template-choose = Choose another
web-campaign-template-take = Take it

web-lists-title = Lists
web-lists-none = There are no mailing lists yet. Make one on the server with “bilten lists add”, and it will appear here.
web-list-protected = protected: nothing is ever recorded about its readers
web-list-no-public-page = This list has no public sign-up page, and mails that ask for confirmation do not name it.
web-list-invitation = An address for signing up
web-list-invitation-hint = Whoever has this address sees the list’s name and can sign up, for 90 days. Give it to people, do not publish it.
web-list-readers = All readers
web-list-nobody = There is nobody on this list yet who may be mailed.
web-list-chain = In place of a language that a campaign lacks
web-list-chain-hint = Language codes in order, such as “en, sl”. A reader gets the first variant of these that there is; where there is none, the campaign’s main language.
web-list-required = Required languages
web-list-required-hint = A campaign without a variant in each of these cannot be submitted. Leave it empty where none is required.
web-list-save = Save
web-list-saved = Saved. It holds for campaigns that are not on their way yet.
web-list-nothing-saved = Nothing was changed.

web-campaigns-title = Campaigns
web-campaigns-none = There are no campaigns yet. Draft one on the server with “bilten campaign draft”; it will stand here.
web-campaigns-older = Older campaigns

web-campaign-all = All campaigns
web-campaign-at = { $time } ({ $zone })
web-campaign-provider-says = The provider’s words: { $words }

web-next-title = What next
web-next-draft = This is a draft. Look it over in every language, then submit it for review.
web-next-in_review = Waiting for a colleague’s yes to exactly what you see here: { $approvals } of { $required } so far.
web-next-hand-draft = You drafted this one, so somebody else has to approve it.
web-next-hand-words = You changed its words, so somebody else has to approve it.
web-next-hand-senders = You changed its sender, so somebody else has to approve it.
web-next-hand-template = You changed its template, so somebody else has to approve it.
web-next-hand-audience = You changed the languages of its list, so somebody else has to approve it.
web-next-hand-news = You brought in or changed a news item in it, so somebody else has to approve it.
web-next-hand-brand = You changed the brand that it shows, so somebody else has to approve it.
web-next-hand-content = You changed something in it, so somebody else has to approve it.
web-next-approved = Approved. Say when it goes out.
web-next-scheduled = It goes out by itself at the time above. Until then it can be taken back.
web-next-preparing = The readers are being gathered; sending begins in a moment.
web-next-sending = It is going out.
web-next-paused = It is held. Nothing goes out until somebody resumes it.
web-next-sent = It has gone out to everyone who was to get it.
web-next-cancelled = It was called off. What had gone out before stays with the readers; nothing more will follow.

web-senders-title = Sender
web-senders-first = First
web-senders-second = Second
web-senders-none = no second one
web-senders-choose = Change the sender
web-senders-hint = Takes over when the first one’s provider fails. What may have gone out through the first stays with it until it is known.
web-senders-save = Save the senders
web-senders-carried = “{ $first }” is paused, so “{ $second }” carries the campaign. Nobody will get it twice.
web-needs-resume-sender = Use “{ $name }” again
web-done-senders = The senders are saved. The campaign is a draft.
web-done-template = The template is chosen. The campaign is a draft.

web-visibility-title = On the web
web-visibility-label = Who may read it
web-visibility-save = Save
web-visibility-unknown = There is no such choice. Nothing was changed. Choose one of those that are offered.
web-done-visibility = Saved. Nothing changes in mails that are out.

web-behind-title = Behind its links
web-behind-frozen = This is what the pages of its publications show: what was approved with it.
web-behind-draft = This is what the pages of its publications will show. It is approved together with the mail.
web-behind-pdf = The PDF
web-behind-changed = The news has changed since this was approved. Readers still see what was approved. What it says now:
web-behind-publish = Publish what it says now
web-behind-publish-hint = For somebody who did not write it. Mails that are out do not change; the pages that they lead to do.
web-done-correction = Published. The pages behind the links show the new words and files.

web-words-now = What you typed stands in the fields below. What is there now:

web-reach-title = Who gets what
web-reach-stand = { LANGUAGE($language) } → { LANGUAGE($instead) }: { $count ->
    [one] { $count } reader
   *[other] { $count } readers
}
web-variant-add-label = One more language
web-variant-add = Add a variant
web-variant-edit = Change the words
web-variant-mend = Mend the words
web-variant-voids = The campaign will be a draft again, and its approvals will be void.
web-edit-leaves-nobody = Nobody would be left to approve this campaign: whoever changes something in it does not count as its approver. Before you change it, think of who else could approve, or ask the author to make the change.
web-edit-costs-vote = If you change something here, somebody else has to approve the campaign.
web-edit-shared-leaves-nobody = If you change something here, nobody is left who may approve these drafts, because whoever changes what they show does not count. Approve them first, or find another approver:
web-variant-intro = Opening words
web-variant-intro-hint = A few words of your own before the items. An empty line parts paragraphs. Where you write [[recipient_name|friend]], the name will stand.
web-variant-save = Save the words
web-variant-remove = Remove the variant: { LANGUAGE($language) }
web-done-words = The words are saved. The campaign is a draft.
web-done-language-added = The variant is added, with its first words from the items. Look them over.
web-done-language-removed = The variant is removed.

web-step-submit = Submit for review
web-step-approve = Approve
web-step-approve-hint = Your yes holds for exactly these words and pictures; any later change voids it.
web-step-schedule-label = Date and time
web-step-schedule-zone = Local time in { $zone }
web-step-schedule = Schedule
web-step-send = Send now …
web-step-send-sure = This goes to everyone on the list “{ $list }”. { $seconds ->
    [0] It cannot be taken back.
    [one] You have { $seconds } second to take it back.
   *[other] You have { $seconds } seconds to take it back.
 }
web-step-send-yes = Yes, send it
web-step-unschedule = Take it back
web-step-pause = Pause
web-step-resume = Resume sending
web-step-cancel = Cancel the campaign …
web-step-cancel-sure = It will never go out, or go no further. This cannot be undone.
web-step-cancel-yes = Yes, cancel it

web-done-submit = Submitted. A colleague can now approve it.
web-done-approve = Your approval is recorded.
web-done-schedule = Scheduled.
web-done-send = { $seconds ->
    [0] On its way.
    [one] It goes out in { $seconds } second. Until then you can take it back.
   *[other] It goes out in { $seconds } seconds. Until then you can take it back.
 }
web-done-unschedule = Taken back. Nothing goes out until you say when.
web-done-pause = Paused. What was in flight at that moment still arrives.
web-done-resume = Sending goes on.
web-done-cancel = Cancelled.
web-time-unreadable = That is not a date and time. Nothing was scheduled. Write it like this: 2026-11-22 18:00.

web-look = Look at links and sender
web-look-hint = Asks every link and remote image of this mail whether it is there, and the sender's domain whether its mail counts as genuine. It takes some seconds; what is found stands above.
web-done-look = Links and sender have been looked at. What was found is among the findings.
web-findings-title = What the check found
web-findings-none = The check found nothing wrong.
web-finding-error = Must be mended
web-finding-warning = Worth a look

web-preview-title = Preview
web-preview-languages = What to look at
web-preview-html = With pictures
web-preview-text = Plain text
web-preview-subject = Subject
web-preview-preheader = First line
web-preview-frame = The mail in this language: { $language }

web-report-title = Progress
web-report-not-yet = Numbers appear here once sending begins.
web-report-bar = Done
web-report-reload = Reload to see how far it is
web-report-recipients = Readers
web-report-queued = Waiting
web-report-accepted = Accepted by the provider
web-report-delivered = Delivered
web-report-deferred = Delayed on the way
web-report-bounced = Bounced
web-report-complained = Complained
web-report-unsubscribed = Unsubscribed
web-report-rejected = Refused by the provider
web-report-failed = Given up
web-report-in_doubt = In doubt
web-report-cancelled = Not sent, called off
web-report-skipped = Skipped
web-report-why-skipped = Why some were skipped

web-report-deliveries = Every reader’s delivery
web-report-downloads = { $count ->
    [0] Its PDF has not been downloaded yet.
    [one] Its PDF was downloaded once, from this mail or elsewhere.
   *[other] Its PDF was downloaded { $count } times, from this mail or elsewhere.
}
web-report-missed = Who did not get it, and why
web-next-doubts = For some readers nobody knows whether they got it. Decide.

web-needs-title = What needs you
web-needs-open = Open “{ $name }”

web-deliveries = Deliveries
web-deliveries-title = Deliveries of “{ $name }”
web-deliveries-who = Who
web-deliveries-everyone = Everyone
web-deliveries-missed = Did not get it
web-deliveries-any = Any
web-deliveries-reader = Reader
web-deliveries-language = Language
web-deliveries-status = State
web-deliveries-outcome = Heard since
web-deliveries-when = When
web-deliveries-reason = Why
web-deliveries-show = Show
web-deliveries-count = { $count ->
    [0] Nobody matches.
    [one] One reader.
   *[other] { $count } readers.
 }
web-deliveries-hidden = Reader no. { $number } (hidden)
web-deliveries-erased = Erased (delivery { $number })
web-again-title = { $count ->
    [one] Send again to one refused reader
   *[other] Send again to { $count } refused readers
 }
web-again-lead = These readers were refused, or we gave up after several attempts, so they do not have this email. Send it again when the cause is gone, for example a sending limit. Anyone who has unsubscribed or been blocked in the meantime is skipped.
web-again-filter = Only readers who match the filter above are meant.
web-again-why = Why? Kept with your name.
web-again-do = Send again
web-again-old = This form does not say what you were shown. Nothing was changed. Open the campaign’s deliveries again and send from there.
web-deliveries-further = Further readers
web-deliveries-first = From the beginning

web-delivery-facts = How it stands
web-delivery-name = Name
web-delivery-language = Language of the copy
web-delivery-words = The provider’s words
web-delivery-story = How it went

web-copy-title = This reader’s copy
web-copy-closed = What exactly did this person get? Opening their copy is recorded with your name; it then stays open to you for ten minutes.
web-copy-open = Open the copy
web-copy-proven = This is what was sent, to the byte: made again, it has the fingerprint of the call.
web-copy-rebuilt = Made again with today’s names, addresses, list and sender. Some of them have changed since, or somebody who was in the same call is gone, so it cannot be proven to be what was sent.
web-copy-unsent = No call has been made for this reader. This is what they will get, or would have got.
web-copy-covered = Only their own link for unsubscribing is covered: whoever has it can leave in their name. Your look is recorded.
web-copy-hidden = This campaign went to a protected list, one of people at risk. Who its readers are, and what each of them was sent, only those see whom an administrator has let.
web-copy-erased = This reader has been erased, and with them everything that was only theirs. Their copy cannot be made again; what everybody was sent is on the campaign’s page.
web-copy-part-html = With pictures
web-copy-part-text = Plain text
web-copy-part-headers = Headers
web-copy-frame = The mail to { $address }

web-doubts-title = In doubt
web-doubts-lead = The provider was called and its answer never came. What no evidence settles is for you to decide: look in the provider’s own log first.
web-doubts-who = Who is concerned
web-doubt = Attempt { $number }, { $time }, through “{ $sender }”: { $count ->
    [one] one reader
   *[other] { $count } readers
 }
web-doubt-known = What is known: { $words }
web-doubt-looking = Bilten is still finding out by itself and looks next on { $time }. There is nothing to decide yet.
web-doubt-decide = What is to become of it?
web-doubt-leave = Leave it in doubt: rather not at all than twice.
web-doubt-accepted = It was sent: the provider’s log says so.
web-doubt-send_again = Send it again to just these readers: the log shows nothing. If it did arrive after all, they get it twice.
web-doubt-why = Why? Kept with your name.
web-doubt-do = Decide
web-doubts-all = Decide about all of them at once
web-doubts-all-count = { $attempts } attempts wait for a decision, with { $count ->
    [one] one reader
   *[other] { $count } readers
 } in them.
web-doubts-all-only = What comes into doubt after you opened this page is not included.
web-doubts-more = { $count ->
    [one] One more attempt is not shown one by one.
   *[other] { $count } more attempts are not shown one by one.
 }
web-doubt-approver = An approver decides what is to become of it.
web-doubt-choice = Nothing was chosen, so nothing was changed. Go back and choose what is to become of it.
web-done-leave = It stays in doubt, as you decided.
web-done-accepted = Taken as sent, as you decided.
web-done-send_again = It is sent again to just these readers, as soon as the campaign is being sent.
