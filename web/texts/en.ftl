### What stands on pages.

## Readers: in four languages

web-skip = Skip to content
web-languages = Languages
web-go-back = Go back
web-site-name = Bilten

web-error-400-title = We could not read that
web-error-400 = Your browser sent something damaged, or in a form that this page does not know. Nothing was changed. Go back and try again.
web-error-403-title = No access
web-error-403 = You do not have access to this page. Nothing was changed. Sign in, or ask somebody who has access.
web-error-404-title = Page not found
web-error-404 = There is no page at this address. The address may be cut off or mistyped. Nothing was changed. Check the link that brought you here.
web-error-405-title = Not possible this way
web-error-405 = This page does not accept what your browser sent. Nothing was changed. Go back and use the buttons on the page.
web-error-409-title = Something has changed
web-error-409 = Something has changed since you opened the page, so nothing was done. Load the page again and check.
web-error-413-title = Too large
web-error-413 = What you sent is too large. Nothing was changed. Send less.
web-error-422-title = We cannot use that
web-error-422 = We cannot use something that you sent. Nothing was changed. Go back, check it and try again.
web-error-429-title = Too many attempts
web-error-429 = There have been too many requests from your connection. Nothing was changed. Try again later.
web-error-500-title = Something went wrong
web-error-500 = Something went wrong on our side. Nothing was left half done. Try again in a few minutes; if it happens again, tell us this reference: { $reference }
web-error-503-title = Not available right now
web-error-503 = This is not available right now. Nothing was lost. Try again in a few minutes.

web-unsubscribe-title = Unsubscribe
web-unsubscribe-question = Do you want to stop getting emails from the list “{ $list }”?
web-unsubscribe-button = Yes, unsubscribe me
web-unsubscribe-nothing-yet = Nothing has changed yet. If you came here by mistake, close this page.
web-unsubscribed-title = You are unsubscribed
web-unsubscribed = You will get no more emails from the list “{ $list }”. An email that is already on its way may still arrive.
web-unsubscribed-again = If you ever want to come back, sign up again. Nobody else can do it for you.
web-unsubscribe-how-title = How to unsubscribe
web-unsubscribe-how = This is the public copy of an email, so we cannot tell who you are. Use the unsubscribe link in an email we sent you; it is at the end. If you cannot find it, reply to any of our emails and we will unsubscribe you.

web-preferences-title = Your preferences
web-preferences-lead = Choose what you get and in which language. Nothing changes until you save.
web-preferences-lists = Lists
web-preferences-lists-hint = Untick a list to stop getting its emails.
web-preferences-no-lists = You are not on any list that we can show here.
web-preferences-mails = Emails for subscribers only
web-preferences-mails-hint = These links work for one day. Open this page again to get new ones.
web-preferences-save = Save
web-preferences-saved = Saved. This applies from the next email.
web-preferences-nothing-saved = Nothing was changed. Correct it and save again.
web-preferences-leave-hint = To stop all email from us, use this button. It also covers lists not shown here.
web-preferences-leave = Unsubscribe me from everything
web-preferences-how = This is the public copy of an email, so we cannot tell who you are. Use the preferences link in an email we sent you; it is at the end, and it is only for you.
web-left-everything = You are unsubscribed from all our lists. An email that is already on its way may still arrive.

web-confirm-title = Confirm your subscription
web-confirm-wording = Yes, I want to get emails from the list “{ $list }” at this address. I can unsubscribe at any time with the link in every email.
web-confirm-button = Confirm
web-confirm-nothing-yet = If this was not you, close this page: without your confirmation you will get nothing.
web-confirmed-title = Thank you, you are subscribed
web-confirmed = You will now get emails from the list “{ $list }”. Every email has a link to unsubscribe.

web-subscribe-title = Sign up: { $list }
web-subscribe-lead = We will send you one email with a link. You are not subscribed until you open that link and confirm.
web-subscribe-address = Email address
web-subscribe-name = Name (optional)
web-subscribe-language = Language of the emails
web-subscribe-honeypot = Leave this field empty
web-subscribe-wording = I want to get emails from the list “{ $list }”. First I confirm this with a link sent to my address; I can unsubscribe at any time.
web-subscribe-button = Sign up
web-subscribe-refused = We cannot use what you entered. Please check the email address for a typing mistake. Nothing was saved. Correct it and send it again.
web-subscribe-asked-title = Check your inbox
web-subscribe-asked = If the address is right and not yet on the list “{ $list }”, an email with a confirmation link is on its way to it. Check your spam folder too. If you are already on the list, nothing changes.
web-sign-up-busy = Too many people are signing up right now. Nothing was saved. { $minutes ->
    [one] Please try again in one minute.
   *[other] Please try again in { $minutes } minutes.
  }
web-sign-up-too-many = Too many people have signed up from your network. Nothing was saved. { $minutes ->
    [one] Please try again in one minute.
   *[other] Please try again in { $minutes } minutes.
  }

web-sign-up-closed = You cannot sign up here at the moment. Nothing was saved. Write to the organisation if you would like its emails.

web-archive-title = Archive
web-archive-search = Search the archive
web-archive-find = Search
web-archive-nothing-found = There is nothing in the archive with these words. Try fewer words.
web-archive-empty = Nothing has been published here yet.
web-archive-older = Older
web-archive-feeds = You can also follow new items in a feed reader:
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
web-publication-unknown = There is no publication at this address, or it has not been published yet. Check the link. If an email led you here, open that email in your browser, with the link in it, and follow its link there.
web-publication-download = Download the PDF
web-publication-facts = PDF{ $pages ->
    [0] {""}
    [one] , { $pages } page
   *[other] , { $pages } pages
}, { NUMBER($size, maximumFractionDigits: 1) } MB
web-publication-counted = We count downloads. We do not keep anything about you.
web-publication-cover = Cover of “{ $title }”
web-publication-words = Text of the publication
web-version-withdrawn = The organisation no longer publishes this email. If you received it, it is still in your mailbox.
web-version-members = This email is for subscribers only. Open “Preferences” in any email you got from us: you will find it there.
web-version-corrected = There was a mistake in this email. The correction:
web-version-unknown = There is no public email at this address. The address may be cut off, or the email has not been sent yet. Check the link.

## Staff: English and Slovenian

web-form-from-elsewhere = The form was not sent from a page of this site, so nothing was done. Nothing was changed. Open the page here and use its buttons.
web-form-out-of-date = The page was too old: you signed in again after it was opened, or your browser does not keep cookies. Nothing was changed. Load the page again and repeat the step.

web-sign-in-title = Sign in
web-sign-in-lead = For those who write and send the bulletin.
web-sign-in-address = Email address
web-sign-in-password = Password
web-sign-in-by-link = This link works for one sign-in. You still need your password.
web-sign-in-button = Sign in
web-sign-out = Sign out
web-signed-in-as = Signed in as { $name }
web-menu = Main menu
web-menu-campaigns = Campaigns

web-silence = Attention: something that Bilten does by itself has stopped or keeps failing, so emails may be late. No email is lost. Ask the person who runs the server to check (bilten doctor).

web-menu-lists = Lists
web-menu-templates = Templates
web-menu-brand = Brand
web-brand-title = Brand
web-brand-lead = How the organisation looks in every email and on every page for readers. Approved campaigns keep the look that was approved.
web-brand-details = Details
web-brand-saved = Saved. Previews show it from now on.
web-brand-typed-stays = Your entries are still below; please choose the files again.
web-brand-now = Saved now, where it differs from yours:
web-brand-name = Name of the organisation
web-brand-postal-address = Postal address
web-brand-website = Website
web-brand-colour = Accent colour
web-brand-colour-hint = Dark enough to read white text on it, and to be read itself on a pale background. A lighter one is not accepted.
web-brand-logo = Logo
web-brand-logo-dark = Logo for dark backgrounds
web-brand-logo-hint = PNG, JPEG, GIF or WebP, at most 900 kB. Location and camera data are removed.
web-brand-logo-away = Remove logo
web-brand-logo-alt = Alternative text of the logo, for readers who cannot see it
web-brand-socials = Links at the end of every email
web-brand-socials-hint = One per line: Mastodon = https://…
web-brand-footers = Footer text of every email
web-brand-save = Save
web-brand-kind = Kind of campaign
web-brand-logo-is-no-picture = A PDF cannot be a logo. The earlier details are unchanged. Choose a picture.
web-brand-social-unreadable = “{ $line }” is not a name with an address. The earlier details are unchanged. Write it as Mastodon = https://example.org/@us.

web-templates-title = Templates
web-templates-lead = How campaigns look. Bilten has a template for each kind; a designer can make your own from it.
web-templates-used = Templates for new campaigns
web-templates-own = Your templates
web-templates-none = You have no templates of your own yet.
web-templates-all = All templates
web-template-library = Bilten’s own template
web-template-begin = Make your own: { $kind }
web-template-return = Use Bilten’s own again
web-template-version = version { $number }
web-template-new = New template: { $kind }
web-template-saved-at = saved { $time }
web-template-done-saved = Saved as a new version. See it below; nothing uses it yet.
web-template-done-used = New campaigns of this kind use it from now on. Existing campaigns keep theirs.
web-template-done-library = New campaigns of this kind use Bilten’s own template again.
web-template-typed-stays = Your entries are still below.
web-template-use-title = Use
web-template-in-use = New campaigns use this version. Their kind: { $kind }.
web-template-not-in-use = New campaigns do not use this version by themselves. You can choose it for a single campaign on that campaign’s page.
web-template-use = Use for new campaigns
web-template-use-hint = Their kind: { $kind }. Existing campaigns keep theirs.
web-template-used-now = in use
web-template-versions = Versions
web-template-changes = What is new in version { $number }
web-template-with = Content
web-template-with-example = Made-up example
web-template-language = The reader’s language
web-template-show = Show
web-template-sources = Sources
web-template-sources-hint = Versions never change: saving makes the next one. A source that cannot be turned into an email is not saved; you get the line and column of the mistake.
web-template-name = Name
web-template-name-hint = Lower-case letters without accents, digits and hyphens, such as “appeal-in-red”.
web-template-html = HTML part (Jinja and MJML)
web-template-text = Plain text part (Jinja)
web-template-note = What is new
web-template-save = Save as the next version
web-campaign-template = Template
web-campaign-template-choose = Choose another
web-campaign-template-take = Use

web-lists-title = Lists
web-lists-none = There are no mailing lists yet. Make one on the server with “bilten lists add”; it will then appear here.
web-list-protected = protected list: nothing is ever recorded about its readers
web-list-no-public-page = This list has no public sign-up page, and emails that ask for confirmation do not name it.
web-list-invitation = Invitation link
web-list-invitation-hint = Whoever has this link can see the list’s name and sign up, for 90 days. Give it to people; do not publish it.
web-list-readers = All readers
web-list-nobody = There is nobody on this list yet who may be sent email.
web-list-chain = Instead of a language that a campaign does not have
web-list-chain-hint = Language codes in order, such as “en, sl”. A reader gets the first of these that the campaign has; if it has none of them, the campaign’s main language.
web-list-required = Required languages
web-list-required-hint = A campaign without a variant in each of these cannot be submitted. Leave this empty if none is required.
web-list-save = Save
web-list-saved = Saved. This applies to campaigns whose sending has not begun.
web-list-nothing-saved = Nothing was changed.

web-campaigns-title = Campaigns
web-campaigns-none = There are no campaigns yet. Draft one on the server with “bilten campaign draft”; it will then appear here.
web-campaigns-older = Older campaigns

web-campaign-all = All campaigns
web-campaign-at = { $time } ({ $zone })
web-campaign-provider-says = The provider says: { $words }

web-next-title = What next
web-next-draft = This is a draft. Check it in every language, then submit it for approval.
web-next-in_review = Waiting for approval of exactly what you see here: { $approvals } of { $required } so far.
web-next-hand-draft = You drafted this one, so somebody else has to approve it.
web-next-hand-words = You changed its text, so somebody else has to approve it.
web-next-hand-senders = You changed its sender, so somebody else has to approve it.
web-next-hand-template = You changed its template, so somebody else has to approve it.
web-next-hand-audience = You changed the languages of its list, so somebody else has to approve it.
web-next-hand-news = You added or changed a news item in it, so somebody else has to approve it.
web-next-hand-brand = You changed the brand that it uses, so somebody else has to approve it.
web-next-hand-content = You changed something in it, so somebody else has to approve it.
web-next-approved = Approved. Choose when to send it.
web-next-scheduled = It will be sent by itself at the time above. Until then you can take it back.
web-next-preparing = Preparing the list of recipients; sending begins in a moment.
web-next-sending = It is being sent.
web-next-paused = Sending is paused. Nothing is sent until somebody resumes it.
web-next-sent = Sending is finished.
web-next-cancelled = Cancelled. Emails that were already sent stay with their readers; no more will be sent.

web-senders-title = Sender
web-senders-first = First
web-senders-second = Second
web-senders-none = no second sender
web-senders-choose = Change the sender
web-senders-hint = Takes over when the first sender’s provider fails. Emails that may have been sent through the first one wait until it is known whether they were.
web-senders-save = Save the senders
web-senders-carried = “{ $first }” is paused, so “{ $second }” sends the campaign. Nobody will get it twice.
web-needs-resume-sender = Use “{ $name }” again
web-done-senders = The senders are saved. The campaign is a draft again.
web-done-template = The template is chosen. The campaign is a draft again.

web-visibility-title = On the web
web-visibility-label = Who may read it
web-visibility-save = Save
web-visibility-unknown = That is not one of the choices. Nothing was changed. Choose one of those shown.
web-done-visibility = Saved. Emails already sent do not change.

web-behind-title = Pages that its links lead to
web-behind-frozen = This is what the pages of its publications show: what was approved with the campaign.
web-behind-draft = This is what the pages of its publications will show. It is approved together with the email.
web-behind-pdf = The PDF
web-behind-changed = The news item has changed since this was approved. Readers still see what was approved. The text now:
web-behind-publish = Publish the text as it is now
web-behind-publish-hint = Somebody who did not write it has to do this. Emails already sent do not change; the pages that they lead to do.
web-done-correction = Published. The pages that its links lead to show the new text and files.

web-words-now = Your entries are in the fields below. The text now:

web-reach-title = Recipients by language
web-reach-stand = { LANGUAGE($language) } → { LANGUAGE($instead) }: { $count ->
    [one] { $count } reader
   *[other] { $count } readers
}
web-variant-add-label = Another language
web-variant-add = Add a variant
web-variant-edit = Edit text
web-variant-mend = Correct the text
web-variant-voids = The campaign will be a draft again, and its approvals will no longer count.
web-edit-leaves-nobody = Nobody would be left who could approve this campaign: whoever changes something in it cannot approve it. Before you change it, think of who else could approve it, or ask the author to make the change.
web-edit-costs-vote = If you change something here, somebody else has to approve the campaign.
web-edit-shared-leaves-nobody = If you change something here, nobody is left who could approve these drafts, because whoever changes what they show cannot approve them. Approve them first, or find another approver:
web-variant-intro = Introduction
web-variant-intro-hint = A few words of your own before the news items. An empty line starts a new paragraph. [[recipient_name|friend]] is replaced by the name.
web-variant-save = Save text
web-variant-remove = Remove the variant: { LANGUAGE($language) }
web-done-words = The text is saved. The campaign is a draft again.
web-done-language-added = The variant is added, with text from the news items. Please check it.
web-done-language-removed = The variant is removed.

web-step-submit = Submit for approval
web-step-approve = Approve
web-step-approve-hint = Your approval covers exactly this text and these pictures; any later change voids it.
web-step-schedule-label = Date and time
web-step-schedule-zone = Local time in { $zone }
web-step-schedule = Schedule
web-step-send = Send now …
web-step-send-sure = This goes to everyone on the list “{ $list }”. { $seconds ->
    [0] It cannot be taken back.
    [one] You have { $seconds } second to take it back.
   *[other] You have { $seconds } seconds to take it back.
 }
web-step-send-yes = Send now to { $count ->
    [one] { $count } person
   *[other] { $count } people
 }
web-step-unschedule = Take it back
web-step-pause = Pause
web-step-resume = Resume sending
web-step-cancel = Cancel the campaign …
web-step-cancel-sure = It will never be sent, or no more of it will be sent. This cannot be undone.
web-step-cancel-yes = Yes, cancel it

web-done-submit = Submitted. A colleague can now approve it.
web-done-approve = Your approval is recorded.
web-done-schedule = Scheduled.
web-done-send = { $seconds ->
    [0] It is being sent.
    [one] It will be sent in { $seconds } second. Until then you can take it back.
   *[other] It will be sent in { $seconds } seconds. Until then you can take it back.
 }
web-done-unschedule = Taken back. Nothing is sent until you choose a time.
web-done-pause = Paused. Emails that were already on their way still arrive.
web-done-resume = Sending resumes.
web-done-cancel = Cancelled.
web-time-unreadable = That is not a date and time. Nothing was scheduled. Write it like this: 2026-11-22 18:00.

web-look = Check links and sender
web-look-hint = Checks whether every link and remote image in this email works, and whether the sender's domain is set up so that its emails count as genuine. It takes a few seconds; the results are shown above.
web-done-look = Links and sender have been checked. The results are among the findings.
web-findings-title = What the check found
web-findings-none = The check found nothing wrong.
web-finding-error = Must be fixed
web-finding-warning = Please check

web-preview-title = Preview
web-preview-languages = What to show
web-preview-html = With pictures
web-preview-text = Plain text
web-preview-subject = Subject
web-preview-preheader = Preheader
web-preview-frame = The email in this language: { $language }

web-report-title = Delivery status
web-report-not-yet = Numbers appear here once sending begins.
web-report-bar = Done
web-report-reload = Reload to see the latest numbers
web-report-recipients = Recipients
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
web-report-cancelled = Not sent, cancelled
web-report-skipped = Skipped
web-report-why-skipped = Why some were skipped

web-report-deliveries = All deliveries
web-report-downloads = { $count ->
    [0] Its PDF has not been downloaded yet.
    [one] Its PDF was downloaded once, from this email or elsewhere.
   *[other] Its PDF was downloaded { $count } times, from this email or elsewhere.
}
web-report-missed = Who did not get it, and why
web-next-doubts = It is not known whether some readers got it. Please decide.

web-needs-title = Needs your attention
web-needs-open = Open “{ $name }”

web-deliveries = Deliveries
web-deliveries-title = Deliveries of “{ $name }”
web-deliveries-who = Who
web-deliveries-everyone = Everyone
web-deliveries-missed = Did not get it
web-deliveries-any = Any
web-deliveries-reader = Reader
web-deliveries-language = Language
web-deliveries-status = Status
web-deliveries-outcome = Delivery result
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
web-again-lead = The provider refused these readers, or we gave up after several attempts, so they do not have this email. Send it again when the cause is gone, for example a sending limit. Anyone who has unsubscribed or been blocked in the meantime is skipped.
web-again-filter = This covers only readers who match the filter above.
web-again-why = Reason, kept with your name
web-again-do = Send again
web-again-old = This form does not say which readers you were shown. Nothing was changed. Open the campaign’s deliveries again and send from there.
web-deliveries-further = More readers
web-deliveries-first = From the beginning

web-delivery-facts = Status
web-delivery-name = Name
web-delivery-language = Language of the copy
web-delivery-words = What the provider says
web-delivery-story = History

web-copy-title = This reader’s copy
web-copy-closed = What exactly did this person get? If you open their copy, this is recorded with your name; you can then see it for ten minutes.
web-copy-open = Open the copy
web-copy-proven = This is exactly what was sent: made again, the copy has the same fingerprint as the one that the provider was given.
web-copy-rebuilt = Made again with today’s names, addresses, list and sender. Some of them have changed since, or somebody who was in the same call has been erased, so there is no proof that exactly this was sent.
web-copy-unsent = Nothing has been sent to this reader. This is what they will get, or would have got.
web-copy-covered = Only their own unsubscribe link is hidden: whoever has it can unsubscribe in their name. It is recorded that you opened this copy.
web-copy-hidden = This campaign went to a protected list, a list of people at risk. Only people with an administrator’s permission see who its readers are and what each of them was sent.
web-copy-erased = This reader’s data has been erased, so their copy cannot be made again. What everybody was sent is on the campaign’s page.
web-copy-part-html = With pictures
web-copy-part-text = Plain text
web-copy-part-headers = Headers
web-copy-frame = The email to { $address }

web-doubts-title = In doubt
web-doubts-lead = The provider was called but did not answer. If there is no evidence either way, you decide: check the provider’s own log first.
web-doubts-who = Readers concerned
web-doubt = Attempt { $number }, { $time }, through “{ $sender }”: { $count ->
    [one] one reader
   *[other] { $count } readers
 }
web-doubt-known = What is known: { $words }
web-doubt-looking = Bilten is still checking by itself and checks next on { $time }. You do not need to decide anything yet.
web-doubt-decide = What should happen?
web-doubt-leave = Leave it in doubt: better not sent than sent twice.
web-doubt-accepted = It was sent: the provider’s log says so.
web-doubt-send_again = Send it again to these readers only: the log shows nothing. If it did arrive after all, they get it twice.
web-doubt-why = Reason, kept with your name
web-doubt-do = Decide
web-doubts-all = Decide about all of them together
web-doubts-all-count = { $attempts } attempts need a decision; they concern { $count ->
    [one] one reader
   *[other] { $count } readers
 }.
web-doubts-all-only = Attempts that become doubtful after you opened this page are not included.
web-doubts-more = { $count ->
    [one] One more attempt is not listed here.
   *[other] { $count } more attempts are not listed here.
 }
web-doubt-approver = An approver decides what should happen.
web-doubt-choice = Nothing was chosen, so nothing was changed. Go back and choose what should happen.
web-done-leave = It stays in doubt, as you decided.
web-done-accepted = Marked as sent, as you decided.
web-done-send_again = It will be sent again to these readers only, as soon as the campaign is being sent.
