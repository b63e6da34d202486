### What stands on pages.

## Readers: in four languages

web-skip = Skip to content
web-languages = Languages
web-go-back = Go back
web-site-name = Bilten

web-error-typed = What you had entered
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
web-unsubscribe-how = This is the public copy of an email, or a test of one, so we cannot tell who you are. Use the unsubscribe link in an email we sent you; it is at the end. If you cannot find it, reply to any of our emails and we will unsubscribe you.

web-left-keep = I want to keep getting emails from the list “{ $list }”.
web-left-undo = Undo: put me back on the list
web-resubscribed-title = You are back on the list
web-resubscribed = You get emails from “{ $list }” again.
web-left-why = Would you tell us why?
web-left-why-hint = You do not have to. We only count how often each reason is given, not who gave it.
web-left-too_many = Too many emails
web-left-not_relevant = They are not relevant to me
web-left-not_asked = I do not remember signing up
web-left-other_way = I follow you elsewhere
web-left-other = Another reason
web-left-tell = Send
web-left-thanks = Thank you.
web-preferences-title = Your preferences
web-preferences-lead = Choose what you get and in which language. Nothing changes until you save.
web-preferences-lists = Lists
web-preferences-lists-hint = Untick a list to stop getting its emails.
web-preferences-no-lists = You are not on any list that we can show here.
web-preferences-fields = About you
web-preferences-fields-hint = You need not fill this in. It helps us write to you about what concerns you.
web-preferences-topics = Topics
web-preferences-topics-hint = Untick a topic to stop getting emails that are only about it.
web-preferences-frequency-hint = Once a week and once a month bring what we publish on a topic together in one email. What cannot wait comes to everybody at once.
web-frequency-at_once = At once
web-frequency-weekly = Once a week, in one email
web-frequency-monthly = Once a month, in one email
web-frequency-never = Never
web-frequency-kept-weekly = You chose once a week. We send no weekly email on this topic at present, so you get such emails at once. We keep your choice.
web-frequency-kept-monthly = You chose once a month. We send no monthly email on this topic at present, so you get such emails at once. We keep your choice.
web-preferences-join = Other lists
web-preferences-join-hint = Tick a list to sign up. We will send you an email to confirm.
web-preferences-asked = We are sending you an email: confirm in it that you want “{ $list }”.
web-preferences-pause = No emails before this day
web-preferences-pause-hint = You stay on your lists and get emails again from that day on. Leave the field empty if you do not want a pause.
web-preferences-paused = You get no emails before { $day }. To get them again now, empty this field and save.
web-preferences-mails = Emails for subscribers only
web-preferences-mails-hint = These links work for one day. Open this page again to get new ones.
web-preferences-save = Save
web-preferences-saved = Saved. This applies from the next email.
web-preferences-nothing-saved = Nothing was changed. Correct it and save again.
web-preferences-leave-hint = To stop all email from us, use this button. It also covers lists not shown here.
web-preferences-leave = Unsubscribe me from everything
web-preferences-how = This is the public copy of an email, or a test of one, so we cannot tell who you are. Use the preferences link in an email we sent you; it is at the end, and it is only for you.
web-left-everything = You are unsubscribed from all our lists. An email that is already on its way may still arrive.
web-clicks-privacy = We count how often the links in our emails are opened: one number a day for each link, for all readers together. We do not record who opened it.

web-preferences-data = Read or download your data
web-preferences-address = Change your email address
web-address-title = Another email address
web-address-lead = Where do you want our emails from now on? We send a link to the new address. Nothing changes until you confirm there.
web-address-new = New email address
web-address-told = We also tell your present address that this was asked for, so that nobody can do it without you.
web-address-kept = You stay on your lists, with your topics and a pause. If somebody has told us not to write to the new address, that still holds.
web-address-button = Send the link
web-address-asked-title = Check your inbox
web-address-asked = If your emails can go to the new address, an email with a link is on its way there; nobody gets a second one on the same day. Check the spam folder too. If none arrives, the address may be subscribed already, or we were once told not to write to it: then sign up with it, and unsubscribe this one.
web-address-confirm-title = Confirm your new address
web-address-wording = Yes, this is my address. Send me the emails of the lists that I am on here, and not to my previous address.
web-address-confirm = I confirm
web-address-nothing-yet = Nothing has changed yet. If you did not ask for this, close this page.
web-address-changed-title = Your address has been changed
web-address-changed = From now on our emails come to this address. In older emails at your previous address, only the links to unsubscribe still work.
web-address-refuse-title = Keep my address
web-address-refuse-question = You did not ask us to write to another address? Then refuse it with this button.
web-address-refuse-hint = If the other address has been confirmed already, we send nothing more to it, and you can sign up again.
web-address-refuse = It was not me
web-address-refused-title = Thank you for telling us
web-address-refused = Your address stays as it is. The link to change it does not work any more.
web-address-refused-late = The address had been changed already. We send nothing more to the other address. To get our emails again, sign up with yours.
web-own-data-title = Your data
web-own-data-lead = This is what we know about you. You can print the page, or download the data as a file that other programs can read.
web-own-data-not-in-it = Whoever has one of our emails to you can open this page. So it shows no list whose readers we protect, other than the one that the email came from, and nothing that our colleagues have noted. If you want that as well, reply to one of our emails.
web-own-data-person = About you
web-own-data-file = Download as a file (JSON)
web-own-data-back = Back to your preferences
web-erase-title = Erase my data
web-erase-lead = Do you want us to erase everything we know about you? This cannot be undone.
web-erase-what-goes = We erase your address, your name, your language, your lists, topics and pause, what you agreed to and when, and what our colleagues have noted. You get no more emails from us.
web-erase-what-stays = What stays is the number of emails sent, a record that data was erased, both without your name, and a code made from your address with a secret key. Nobody can read the address from it. With it we recognise that you want nothing from us if your address comes in a file, or if we have to restore an older backup. Backups made until today hold your data until they are deleted.
web-erase-instead = If you only want to stop the emails, unsubscribe from everything in your preferences.
web-erase-nothing-yet = Nothing has been erased yet. If you came here by mistake, close this page.
web-erase-button = Yes, erase my data
web-erased-title = Your data is erased
web-erased = We have erased your data, and you get no more emails from us. An email that is already on its way may still arrive.
web-export-address = Email address
web-export-name = Name
web-export-language = Language
web-export-since = Since
web-export-lists = Lists
web-export-list = List
web-export-status = Status
web-export-consent = Consent
web-export-action = What happened
web-export-method = How
web-export-wording = Wording
web-export-wording_version = Version of the wording
web-export-at = When
web-export-suppressions = Block
web-export-reason = Reason
web-export-opted-out = Unsubscribed from all emails
web-export-deliveries = Emails
web-export-campaign = Campaign
web-export-outcome = Delivery result
web-export-sign-up-emails = Emails about signing up
web-export-purpose = Purpose
web-export-purpose-confirmation = asking for confirmation
web-export-purpose-welcome = welcome
web-export-purpose-address_confirmation = asking to confirm a new address
web-export-purpose-address_notice = notice about a new address
web-export-suppressed-bounced = emails bounced
web-export-suppressed-complained = the owner complained
web-export-suppressed-provider_unsubscribed = unsubscribed at the provider
web-export-suppressed-staff = by staff
web-export-topics = Topics
web-export-topic = Topic
web-export-frequency = How often
web-export-frequency-at_once = at once
web-export-frequency-weekly = weekly
web-export-frequency-monthly = monthly
web-export-frequency-never = never
web-export-tags = Tags
web-export-tag = Tag
web-export-said_elsewhere_at = Said elsewhere on, as imported
web-export-fields = Fields
web-export-field = Short name of the field
web-export-label = Field
web-export-value = Value
web-export-pauses = Pause
web-export-until = Until
web-export-notes = Notes
web-export-text = Text
web-export-acts = Done by staff
web-export-looks = When staff looked
web-export-purpose-person_looked_at = their data: to deal with these, with their subscription, or with what they are sent
web-export-purpose-copy_looked_at = a copy of an email: to see what was sent
web-subscription-pending = not confirmed yet
web-subscription-confirmed = subscribed
web-subscription-unsubscribed = unsubscribed

web-confirm-title = Confirm your subscription
web-confirm-wording = Yes, I want to get emails from the list “{ $list }” at this address. I can unsubscribe at any time with the link in every email.
web-confirm-unwanted = I do not want emails that are only about:
web-confirm-left-out = The list “{ $list }” takes no new sign-ups any more, so it was left out.
web-confirm-left-out-nameless = A list that was asked for takes no new sign-ups any more, so it was left out.
web-confirm-button = Confirm
web-confirm-nothing-yet = If this was not you, press this button: for three months nobody can ask for { $count ->
    [1] this list
   *[other] these lists
  } with your address. Without your confirmation you will get nothing.
web-confirm-reject = It was not me
web-rejected-title = Thank you for telling us
web-rejected = You get nothing from us. For three months this address cannot be entered for { $count ->
    [1] this list
   *[other] these lists
  } again.
web-confirmed-title = Thank you, you are subscribed
web-confirmed = You will now get emails from the list “{ $list }”. Every email has a link to unsubscribe.
web-confirmed-more = Choose topics and languages, or take a break
web-still-wanted-title = Do you still want these emails?
web-still-wanted-asked = You get emails from us: “{ $list }”.
web-still-wanted-wording = Yes, I still want to get these emails: “{ $list }”. I can unsubscribe at any time with the link in every email.
web-still-wanted-yes = Yes, keep sending them
web-still-wanted-no = No, unsubscribe me
web-still-wanted-nothing-yet = Nothing has changed yet. It changes when you press a button.
web-still-wanted-kept-title = Thank you
web-still-wanted-kept = You will go on getting these emails: “{ $list }”. Every email has a link to unsubscribe.

web-subscribe-title = Sign up: { $list }
web-subscribe-lead = We will send you one email with a link. You are not subscribed until you open that link and confirm.
web-subscribe-address = Email address
web-subscribe-name = Name (optional)
web-subscribe-language = Language of the emails
web-subscribe-honeypot = Leave this field empty
web-subscribe-wording = I want to get emails from the list “{ $list }”. First I confirm this with a link sent to my address; I can unsubscribe at any time.
web-subscribe-also = Our other lists
web-subscribe-topics-hint = Untick what you do not want emails about. You can change this later.
web-subscribe-button = Sign up
web-subscribe-refused = We cannot use what you entered. Please check the email address for a typing mistake. Nothing was saved. Correct it and send it again.
web-subscribe-asked-title = Check your inbox
web-subscribe-asked = If the address is right and not yet on the list “{ $list }”, an email with a confirmation link is on its way to it. Check your spam folder too. If you are already on the list, nothing changes.
web-subscribe-asked-several = If the address is right, one email with a confirmation link is on its way to it, for those of these lists that it is not on yet:
web-subscribe-asked-spam = Check your spam folder too. For lists that you are already on, nothing changes.
web-sign-up-busy = Too many people are signing up right now. Nothing was saved. { $minutes ->
    [one] Please try again in one minute.
   *[other] Please try again in { $minutes } minutes.
  }
web-sign-up-too-many = Too many people have signed up from your network. Nothing was saved. { $minutes ->
    [one] Please try again in one minute.
   *[other] Please try again in { $minutes } minutes.
  }
web-proof-title = If you do not want to wait
web-proof-lead = Your device can do a small calculation which shows that you are no program that signs people up by the thousand. It takes a few seconds, and nothing about you goes to anybody else.
web-proof-label = I am not a robot
web-proof-working = Calculating …
web-proof-done = Done. You can sign up now.
web-proof-needed = Please tick this first.
web-proof-failed = That did not work. Please try again later.

web-sign-up-closed = You cannot sign up here at the moment. Nothing was saved. Write to the organisation if you would like its emails.
web-sign-up-form-old = This form was open for too long. Nothing was saved. Please send it again.

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
web-version-withdrawn-wrong = There was a mistake in this email, and the organisation no longer publishes it.
web-version-members = This email is for subscribers only. Open “Preferences” in any email you got from us: you will find it there.
web-version-corrected = There was a mistake in this email. The correction:
web-version-wrong = There was a mistake in this email. A correction will follow.
web-version-recalled = We have taken this email back. Please do not rely on what it says.
web-version-unknown = There is no public email at this address. The address may be cut off, or the email has not been sent yet. Check the link.

## Staff: English and Slovenian

web-form-from-elsewhere = The form was not sent from a page of this site, so nothing was done. Nothing was changed. Open the page here and use its buttons.
web-signed-out-meanwhile = Your session ended while the page was open, so nothing was done. When you have signed in, you are back at the page.
web-signed-out-typed = Your session ended while the page was open, so nothing was saved. What you had entered is below: copy it before you go on. When you have signed in, you are back at the form.
web-signed-out-carried = Your session ended while the page was open, so nothing was saved. What you had entered is below and goes along: sign in, and then save it.
web-send-again-title = You are signed in again
web-send-again-lead = What you had entered is not saved yet.
web-send-again-lead-refused = You signed in again after the page was opened, so what you had entered is not saved yet.
web-send-again-files = Files that you had chosen do not go along: choose them again after saving.
web-send-again = Save it now
web-send-again-without = Go to the form without it
web-form-out-of-date = The page was too old: you signed in again after it was opened, or your browser does not keep cookies. Nothing was changed. Load the page again and repeat the step.

web-set-up-title = Set up Bilten
web-set-up-lead = You are the first here, and become its administrator. Colleagues are added afterwards.
web-set-up-name = Your name
web-set-up-language = Language of these pages
web-set-up-password-hint = At least 12 characters; a few unrelated words are easy to remember.
web-set-up-password-again = The password again
web-set-up-passwords-differ = The two passwords are not the same. Nothing was saved. Enter both again.
web-set-up-make = Create and continue
web-steps = Steps of the set-up
web-step-administrator = You
web-step-brand = Organisation
web-step-list = List
web-step-sender = Sender
web-first-brand = Your organisation
web-first-brand-lead = Every email says who it is from. More of this is under Settings, Brand.
web-first-postal-hint = The law asks for it in every newsletter.
web-first-list = Your first list
web-first-list-name = Bulletin
web-first-list-lead = People sign up for a list, and campaigns go to it.
web-first-list-more = Languages, other names, protection and the sign-up form are on the list’s own page.
web-first-sender = Your sender
web-first-sender-lead = Which provider delivers your email? Keys and passwords are settings on the server; Bilten never asks for them here.
web-first-sender-there = There is a sender: “{ $name }” ({ $provider }).
web-first-sender-trial = There is a sender for trying things out: “{ $name }” ({ $provider }). What it sends stays on the server, and nobody gets it. Choose your provider here to send real email.
web-mail-is-off = Signing up on the web and email to colleagues (invitations, what waits for approval) are off until a sender is named for them: on the server, write its name into BILTEN_SIGN_UP_SENDER in .env, and restart Bilten.
web-first-sender-look = Show it
web-first-next = Save and continue
web-first-later = Continue without this
web-first-done = Finish

web-sign-in-over-title = Sign in again
web-sign-in-over-lead = Your session has ended. Nothing is lost: sign in, and what you wrote is saved.
web-sign-in-title = Sign in
web-sign-in-lead = For those who write and send the bulletin.
web-sign-in-address = Email address
web-sign-in-password = Password
web-sign-in-by-link = This link works for one sign-in. You still need your password.
web-sign-in-button = Sign in
web-sign-in-passkey = Sign in with a passkey
web-sign-in-oidc = Sign in with { $label }
web-sign-in-oidc-or = Or:
web-sign-in-oidc-tab = This opens in a new tab, so that nothing is lost here. When you have signed in there, come back to this page.
web-sign-in-oidc-go-on = I have signed in: go on
web-oidc-done-title = Done
web-oidc-done-lead = Close this tab, and go on in the one that you came from.
web-oidc-refused-title = This did not work
web-oidc-done-back = Close this tab. In the one that you came from, nothing is lost, and you can try again.
web-signed-out-here = You are signed out of Bilten.
web-signed-out-not-there = If you signed in with { $label }, you are still signed in there.
web-sign-out-there = Sign out at { $label }, too
web-sign-out-there-title = Sign out at { $label }
web-sign-out-there-lead = You are being taken to { $label }. If nothing happens, use the button.
web-sign-out-there-go-on = Continue to { $label }
web-sign-out = Sign out
web-signed-in-as = Signed in as { $name }
web-menu = Main menu
web-menu-campaigns = Campaigns

# News
web-menu-news = News
web-campaigns-new = New campaign
web-news-title = News
web-news-new = Write a news item
web-news-search = Search
web-news-kind = Kind
web-news-language = Language
web-news-origin = Source
web-news-origin-file = From a file
web-news-origin-browser = Written in the browser
web-news-origin-feed = From a website’s feed
web-news-from-source = From the source “{ $name }”
web-news-used = Use
web-news-used-yes = In a campaign
web-news-used-no = Not used yet
web-news-all = All
web-news-filter = Show
web-news-in = In:
web-news-withdrawn = Withdrawn
web-news-older = Older news
web-news-none = There is no news yet. Write the first item here, or import Markdown files.
web-news-none-such = No news item matches this.
web-news-show-all = Show all news
web-news-back = All news
web-news-back-item = Back to the news item
web-news-back-kinds = Other kinds
web-news-new-title = What kind of news is it?
web-news-new-lead = The kind decides what the form asks for and how the email looks.
web-news-kind-statement = The organisation’s own words about what has happened.
web-news-kind-page = A new or changed page of the website.
web-news-kind-report_summary = What a report says, in brief, with a link to all of it.
web-news-kind-project = News of a project, with its partners and funders.
web-news-kind-publication = A book, a brochure or a report as a PDF.
web-news-kind-journal = A new issue of a journal.
web-news-kind-event = An invitation: when, where and how to get there.
web-news-kind-appeal = One thing that you ask readers to do, with a button and a deadline.
web-news-kind-correction = What was wrong in an earlier item, and what is right.
web-news-elsewhere = Already written elsewhere?
web-news-from-address = From an address
web-news-from-address-lead = A page of a website: title, text, date, picture and PDF are taken over.
web-news-from-file = From a Word document or a PDF
web-news-from-file-lead = The text with its headings, links, lists and footnotes.
web-news-address = Address of the page
web-news-address-hint = Copy it from the address bar. Only pages that anybody can read without signing in.
web-news-address-files = Fetch its first picture and its first PDF too
web-news-address-languages = Fetch its versions in other languages too, if the page names them
web-news-address-read = Read the page
web-news-word-empty = The document has no text.
web-news-page-no-text = No text was found on this page. Open it yourself, copy the text and paste it into a new news item.
web-news-address-wait = This can take up to a minute. Nothing is saved before you have looked it over.
web-news-document = Document
web-news-document-hint = A .docx from Word, LibreOffice or Google Docs, or a PDF, up to 25 MB. A PDF is attached to the news item as well.
web-news-document-read = Read the document
web-news-document-paste = You can also copy text in Word and paste it into the text of a new news item: headings, links and lists stay.
web-news-found = This has been read and is not saved yet. Look it over, correct it and save it.
web-news-found-at = { $language }, from:
web-news-found-missing = Not found: { $parts }. Write it yourself where you need it.
web-news-found-image = The picture could not be taken over:
web-news-found-pdf = The PDF could not be taken over:
web-news-found-pictures = The document has several pictures. The first one was taken over.
web-news-found-rest = The text is very long. Only its beginning was taken over.
web-news-found-also = The page also exists in other languages:
web-uploading = Uploading …
web-media-title = Pictures and PDFs
web-media-search = Search by name or alternative text
web-media-picture = Pictures
web-media-pdf = PDFs
web-media-no-alt = Alternative text missing
web-media-news = News:
web-media-campaign = Campaign:
web-media-unused = Not used now.
web-media-delete = Delete …
web-media-delete-title = Delete a file
web-media-delete-sure = No news item and no campaign has this file now. Before it is deleted, everything that was sent is searched for it; if it is shown anywhere, it stays. Otherwise it leaves the library at once and is removed for good within a week. This cannot be undone.
web-media-delete-yes = Delete this file
web-media-deleted = The file is deleted.
web-media-back = Back to the library
web-media-older = Older files
web-media-none = No pictures or PDFs yet. Each one that you add to a news item or a campaign appears here.
web-media-none-such = No file matches this.
web-media-show-all = Show all files
web-media-choose = Choose one that is already here
web-media-choose-none = None of these
web-media-results = Results for “{ $search }”. Choose one and save. Nothing has been saved yet.
web-news-write-title = { $kind }: new
web-news-edit-title = Edit: { $title }
web-news-write = Save the news item
web-news-save = Save the changes
web-news-languages = Languages
web-news-common = For all languages
web-news-required = (required)
web-news-day = Day
web-news-hour = Time (may be empty)
web-news-quotation = Quotation
web-news-more = Topic, web page, partners, logos
web-news-summary-hint = One or two sentences. They are shown in digests, and beside the subject in an inbox.
web-news-body-hint = Written in Markdown: an empty line begins a new paragraph, **bold**, *italics*, ## heading, - list, [words](https://address).
web-news-body-html-hint = This text is shown as HTML, because Markdown could not say all of it. Elements that emails cannot show are removed.
web-news-quote-language-hint = Only if it is not the language of the text: sl, en, ar, fa …
web-news-topic-hint = One or two words. Items with the same topic stand together in a digest.
web-news-url-hint = Where readers can read all of it; the email links there.
web-news-partners-hint = Separate the names with semicolons.
web-news-corrects-hint = What has gone out lately, the latest first. For something older, open its page and choose “Write a correction”:
web-news-write-correction = Write a correction
web-news-slug = Short name
web-news-image-hint = JPEG, PNG, GIF or WebP, up to 25 MB. Location and camera data are removed.
web-upload-most = All files of this form together: up to { $most } MB.
web-upload-not-sent = The files are larger than { $most } MB together, so nothing was sent. Choose fewer, save, and add the others then.
web-upload-too-large = The files of this form are larger than { $most } MB together. Nothing was saved, and what you typed is still here. Choose fewer, save, and add the others then.
web-news-pdf-hint = In this language, up to 25 MB. Data about who made the file are removed.
web-news-alt-hint = What the picture shows, for people who do not see it.
web-news-file-kept = “{ $name }” has been uploaded and is kept. You need not choose it again.
web-news-file-without = Remove this file
web-news-unsaved = What you last wrote in this form was not saved. It is still in this tab of your browser; files have to be chosen again.
web-news-unsaved-bring-back = Bring it back
web-news-unsaved-throw-away = Throw it away
web-news-unsaved-without-scripts = Save before you leave this page: what is not saved is lost.
web-news-refused = This has not been saved yet. What you typed is still here. Please correct:
web-news-stale = Beside each field that both of you changed, you see what is saved now; the fields that you left alone already show it. Nothing has been overwritten. Put together what is right and save again: what is in the fields then takes its place.
web-news-theirs = Saved now:
web-news-take-over = This item comes from the watched folder “{ $name }”. When you save a change, it is yours: the folder no longer changes it. If its file changes later, you are shown both texts and decide.
web-news-change-draft = It is in drafts. Your change shows there at once; only subject and preheader stay as they are:
web-news-change-reopened = These have been submitted, approved or scheduled. When you save a change they become drafts again and need a new approval, and you cannot be the one who approves:
web-news-change-over = These have been sent, or are on their way or cancelled. Nothing about them changes. To tell their readers, write a correction:
web-news-steps = What you can do
web-news-edit = Edit
web-news-versions = Versions
web-news-withdraw = Withdraw
web-news-withdraw-sure = No new campaign will use this item. Campaigns that contain it keep it. You can bring it back at any time.
web-news-withdraw-yes = Withdraw this item
web-news-readmit = Bring it back
web-news-join = Join with a translation
web-news-join-hint = If another item says the same in another language, the two become one. You can separate them again until a campaign uses the item.
web-news-join-other = The same in another language
web-news-join-yes = Join
web-news-separate = Separate a language
web-news-separate-hint = The language becomes a news item of its own.
web-news-separate-yes = Separate: { $language }
web-news-delete = Delete
web-news-delete-sure = The item, its texts and all their versions are deleted. This cannot be undone.
web-news-delete-yes = Delete for good
web-news-draft = Draft a campaign
web-new-list = List
web-new-sender = Sender
web-new-main = Main language
web-news-draft-yes = Draft a campaign
web-news-draft-hint = Nothing is sent. You see the email, check it and submit it for approval.
web-news-statement = Urgent statement
web-news-statement-hint = To all confirmed readers, in every language that this news item has. Nothing is sent yet: you see the email and submit it for approval.
web-news-statement-lists = Lists:
web-news-statement-yes = Prepare a statement to all confirmed readers
web-new-lacks = A campaign needs a list and a sender, and there are none yet. An administrator creates them.
web-news-used-in = Campaigns with this item
web-news-used-nowhere = No campaign contains it yet.
web-news-preview = As an email
web-news-held = The source (a watched folder or a website) has changed its text since the item was edited here. Nothing has been overwritten. Compare the texts and decide:
web-news-held-see = Compare: { $language }
web-news-held-title = The source says something else
web-news-held-lead = The source was read on { $time }. Crossed out is what your text says; underlined is what the source says.
web-news-held-take = Take the source’s text
web-news-held-decline = Keep our text
web-news-versions-title = Versions: { $title }
web-news-versions-none = Nothing has been changed since versions are kept.
web-news-version-present = now
web-news-version-first = This is the first version that was kept.
web-news-by-nobody = from a file
web-news-difference = What this version changed
web-news-no-change = No difference
web-news-formatting-only = Only the formatting is different.
web-news-restore = Bring back this version
web-news-done-written = The news item has been saved.
web-news-done-edited = The change has been saved. The text from before is kept under Versions.
web-news-done-unchanged = Nothing was different, so nothing was saved.
web-news-done-restored = The earlier version is back. The text from before is kept under Versions.
web-news-done-file-taken = The item now says what the file says. The text from before is kept under Versions.
web-news-done-file-declined = Your text stays. You will be asked again when the file changes again.
web-news-done-withdrawn = The item has been withdrawn. No new campaign will use it.
web-news-done-readmitted = The item is back. New campaigns can use it.
web-news-done-joined = The two items are one now.
web-news-done-separated = This language is now a news item of its own.
web-news-done-deleted = The news item has been deleted.

web-silence = Attention: something that Bilten does by itself has stopped or keeps failing, so emails may be late. No email is lost. Ask the person who runs the server to check (bilten doctor).

# Websites that news comes from
web-menu-sources = Websites
web-settings-sources = Which websites news is read from by itself.
web-sources-lead = New publications on these websites come into the inbox. Nothing of them is sent by itself.
web-sources-none = No website is connected yet.
web-source-new = Connect a website
web-source-new-lead = Bilten looks for how the website can be read and shows what would come of it. Nothing is saved yet.
web-source-address = Address of the website or its feed
web-source-address-hint = For example example.org, or the address of an RSS, Atom or JSON feed.
web-source-preview = Show what would come
web-source-preview-again = Show again
web-source-wait = This can take up to a minute.
web-source-preview-title = What would come: { $name }
web-source-another = Another address
web-source-found = { $count ->
    [one] A feed was found ({ $format }), with one entry.
   *[other] A feed was found ({ $format }), with { $count } entries.
  }
web-source-format-rss = RSS
web-source-format-atom = Atom
web-source-format-json = JSON Feed
web-source-found-pages = This website has no feed. Bilten looks for new pages where it lists them, and reads their text. These are the latest.
web-source-found-wordpress = This is a WordPress website. These are its latest posts. Translations come as one item, pages and corrections come, too.
web-source-others = The website can also be read from these feeds:
web-source-entries = The latest entries, as they would come
web-source-entries-hint = These are there already, so they will not come into the inbox: only what is published from now on does.
web-source-no-day = no usable date: the day on which it comes counts
web-source-words = { $count ->
    [one] one word
   *[other] { $count } words
  }
web-source-picture = Picture:
web-source-pdf = PDF:
web-source-settings = How it is read
web-source-name = Name for staff
web-source-every = How often
web-source-interval = { $minutes ->
    [60] every hour
    [180] every 3 hours
    [720] twice a day
    [1440] once a day
   *[other] every { $minutes } minutes
  }
web-source-language = Language of the texts
web-source-language-said = as each text says
web-source-kind = Kind of news
web-source-rules = Other kinds by words
web-source-rules-hint = If the title or a category contains the word, the entry is of this kind. The first word that fits decides. Empty lines do not count.
web-source-rule-word = Word { $number }
web-source-rule-kind = Kind for word { $number }
web-source-save = Save
web-source-connect = Connect
web-source-connect-hint = What the website has now counts as seen.
web-source-read = Read now
web-source-send = Make an email of what comes from it, as soon as it comes
web-source-came = What has come
web-source-nothing-came = Nothing yet.
web-source-well = Last read { $time }.
web-source-failing = { $count ->
    [one] The last reading failed.
   *[other] The last { $count } readings failed.
  } Last read well { $time }.
web-source-unread = Not read since { $time }. What is published there does not reach you.
web-source-ended = The website says that this feed is gone for good ({ $time }). It is not read any more.
web-source-sends = The website sends by itself
web-source-sends-hint = A plug-in of the website’s content management system sends each publication as soon as it is published. For whoever looks after the website.
web-source-sends-connect = Create a token
web-source-sends-itself = This website sends its news by itself.
web-source-token-title = Token for “{ $name }”
web-source-token-once = This token is shown only now. Copy it; if it gets lost, create a new one.
web-source-token-give = For whoever looks after the website
web-source-token-address = Address
web-source-token = Token
web-source-token-example = Example
web-source-token-kept = I have copied it
web-source-token-new = New token
web-source-token-new-sure = The present token stops working at once. The website sends nothing until it has the new one.
web-source-token-new-yes = Create a new token
web-source-stop = Stop reading
web-source-stop-sure = News that came from it stays. If you connect it again later, what was published meanwhile does not come.
web-source-stop-yes = Stop
web-source-done-connected = Connected. What is published from now on comes into the inbox.
web-source-done-changed = Saved. This applies to what comes from now on.
web-source-done-read = The website has just been read.
web-source-done-stopped = The website is no longer read.
web-entry-before = there before it was connected
web-entry-new = came
web-entry-skipped = skipped
web-entry-gone = no longer on the website
web-inbox-title = Inbox
web-inbox-lead = New on the connected websites. Each is among the news already; decide what becomes of it.
web-inbox-waiting = Inbox ({ $count })
web-inbox-new = To decide
web-inbox-skipped = Skipped
web-inbox-statement = Make a statement
web-inbox-add = Add to bulletin
web-inbox-bulletin = Draft for “{ $title }”
web-inbox-skip = Skip
web-inbox-bring-back = Back to the inbox
web-inbox-done-skipped = Skipped. It stays among the news.
web-inbox-done-back = It is in the inbox again.
web-inbox-held = Your text was edited here, and the website says something else now. Compare and decide.
web-inbox-changed = Changed on the website { $time }. See what changed.
web-inbox-changed-out = Changed on the website { $time }, after it was sent or scheduled. See what changed.
web-inbox-gone = No longer on the website (noticed { $time }).
web-inbox-languages = Languages:
web-inbox-translated = Now also published in another language: { $language }.
web-inbox-none = Nothing is waiting. What the connected websites publish appears here.
web-inbox-none-such = There is nothing here.

web-menu-settings = Settings
web-menu-automations = Automations
web-settings-title = Settings
web-settings-segments = Who of a list is meant: conditions under a name, to choose in campaigns.
web-settings-lists = Whom emails go to: names, languages, sign-up, and lists that are no longer used.
web-settings-senders = Whom emails come from, and the provider that delivers them.
web-settings-automations = New publications in a folder become campaigns, as drafts or sent automatically.
web-settings-templates = How each kind of email is built. The templates that come with Bilten need no changes.
web-settings-brand = Name, address, colour and logo of the organisation, in every email and on every page.
web-menu-folders = Folders
web-settings-folders = Which folders on the server are watched for new publications.
web-folders-lead = Colleagues or another program put news as files into a folder; an automation makes campaigns of them.
web-folders-none = No folder is watched.
web-folder-new = Watch a folder
web-folder-name = Name
web-folder-path = Path on the server
web-folder-path-hint = A folder below { $below }.
web-folder-nowhere = No place for folders has been set aside on the server yet. Whoever looks after the server sets BILTEN_FOLDERS_BELOW once, or adds folders with “bilten folders add”.
web-folder-new-hint = Nothing is read yet. Then make an automation for the folder: what is in it at that moment is not sent.
web-folder-make = Watch the folder
web-folder-automations = Read by:
web-folder-read = last read { $time }
web-folder-unread = not read yet
web-folder-waiting = { $count ->
    [0] nothing is waiting
    [one] { $count } news item is waiting
   *[other] { $count } news items are waiting
  }
web-folder-idle = No automation that is on reads this folder.
web-folder-more = { $count ->
    [one] and { $count } more problem
   *[other] and { $count } more problems
  }
web-folder-stop = Stop watching
web-folder-stop-which = Stop watching { $name }
web-folder-stop-hint = The files stay where they are, and so does the news that came from them.
web-folder-done-watched = The folder is watched. Now make an automation that reads it (Settings, Automations).
web-folder-done-stopped = The folder is no longer watched.
web-menu-colleagues = Colleagues
web-settings-colleagues = Who works with Bilten, what each of them may do, and how somebody new gets in.
web-role-hint = Tick one or several. Whoever has several may do what any of them allows.
web-role-author = Author
web-role-author-may = Writes news and campaigns and submits them for approval.
web-role-approver = Approver
web-role-approver-may = Approves what others have written, or sends it back with remarks.
web-role-sender = Sender
web-role-sender-may = Schedules and sends what has been approved, pauses and cancels, manages automations and news sources, finds subscribers and does what they ask for.
web-role-keeper = Keeper of protected lists
web-role-keeper-may = Sees who is on protected lists. Together with “Sender”, also does what these people ask for.
web-role-viewer = Viewer of reports
web-role-viewer-may = Reads the reports on what was sent: numbers, and nobody’s name. Sees nothing else.
web-role-admin = Administrator
web-role-admin-may = May do all of this, and manages lists, senders, the brand, templates, folders and colleagues, and erases subscribers’ data.
web-reports-title = Reports
web-reports-none = Nothing has been sent yet. Once a campaign goes out, its report is here.
web-colleague-new = Add a colleague
web-colleagues-by-command = Everybody signs in with { $label }. The person who runs Bilten adds a new colleague with “bilten user add”.
web-colleagues-by-role = Everybody signs in with { $label }. A new colleague gets a role there; their account is made when they first sign in.
web-colleague-new-hint = You then get a link to give to them. They set their password with it; nobody else knows it.
web-colleague-invite = Send the invitation
web-colleague-invite-hint = They get an email with a link, with which they set their password; nobody else knows it.
web-colleague-invite-again = Send the invitation again
web-colleague-invite-again-hint = By email, with a new link. The earlier one no longer works.
web-colleague-mail-link = Send a link for a new password
web-colleague-mail-link-hint = By email to their own address. The present password stays valid until the link is used; then they are signed out everywhere. For a day after that, they cannot approve what you have worked on.
web-colleague-mailed-title = An email to { $name }
web-colleague-mailed = An email with a link for setting a password is on its way to { $address }.
web-colleague-mailed-hint = The link works once, until { $until }. If the email does not arrive, check the address, or make a link on the next page and give it to them yourself.
web-colleague-mailed-done = To the colleague’s page
web-colleague-locked = Locked
web-colleague-unlock = Unlock the account
web-colleague-unlock-hint = There were too many wrong passwords. They are forgotten, and counting starts anew.
web-colleague-delete = Delete the account
web-colleague-delete-sure = Yes, delete this account for good
web-colleague-delete-unsure = The account was not deleted. Tick the box first if you are sure.
web-colleague-delete-hint = Address, password, devices and the emails that Bilten wrote to them are erased. Only the name is kept, in the history of what they wrote and approved. Nobody can undo this.
web-colleague-deleted = Deleted
web-colleague-deleted-since = Deleted on
web-colleague-deleted-hint = This account was deleted. The name is kept for the history of what this person wrote and approved.
web-colleague-done-unlocked = The account is unlocked.
web-colleague-done-deleted = The account is deleted.
web-colleague-add = Add and make the link
web-colleague-name = Name
web-colleague-language = Language of these pages
web-colleague-role = Roles
web-colleague-change-role = Change the roles
web-colleague-save-role = Save the roles
web-colleague-account = Account
web-colleague-access = Access
web-colleague-since = Account since
web-colleague-disabled = Disabled
web-colleague-disabled-since = Disabled since
web-colleague-sessions = Signed in on devices
web-colleague-waiting = Has not set a password yet.
web-colleague-link-open = There is a link for setting a password that has not been used yet. It is valid until { $until }.
web-colleague-link-expired = The link for setting a password has expired. Make a new one.
web-colleague-link-title = A link for { $name }
web-colleague-link-made = The link is ready. It is shown only this once.
web-colleague-link = Link
web-colleague-link-hint = Copy it and give it only to them, in person or through a channel that you trust: whoever opens it sets the password. It works once, until { $until }.
web-colleague-link-done = I have copied it
web-colleague-make-link = Make a link for a new password
web-colleague-make-link-hint = For somebody who has forgotten theirs. The present password stays valid until the link is used; then they are signed out everywhere. For a day after that, they cannot approve what you have worked on.
web-colleague-sign-out = Sign out everywhere
web-colleague-sign-out-hint = After a lost device, for example. They can sign in again as before.
web-colleague-disable = Disable the account
web-colleague-disable-hint = They are signed out at once and cannot sign in. What they have written and approved stays. You can enable the account again.
web-colleague-enable = Enable the account
web-colleague-enable-hint = They can sign in as before, with the roles they had.
web-colleague-oneself = This is your own account. Another administrator changes your role or disables the account.
web-colleague-done-role = The roles have been saved.
web-colleague-done-disabled = The account is disabled. For a day, they still count as there where it matters how many people could approve.
web-colleague-done-enabled = The account is enabled again.
web-colleague-done-signed-out = Signed out everywhere.
web-account-title = Your account
web-account-profile = You
web-account-save = Save
web-account-sessions = Where you are signed in
web-account-unknown-device = Unknown device
web-account-session = Signed in { $since }, last used { $seen }
web-account-this-device = This device
web-account-sign-out-elsewhere = Sign out everywhere else
web-account-password = New password
web-account-present = Present password
web-account-your-password = Your password
web-account-password-hint = You stay signed in here and are signed out everywhere else.
web-account-oidc-linked = You can sign in with { $label }.
web-account-oidc-not-linked = You can sign in with { $label } if its email address for you is the one that you have here.
web-account-oidc-only = Passwords and passkeys are not used for signing in here.
web-account-save-password = Change the password
web-account-done-profile = Saved.
web-account-done-password = Your password is changed. You are signed out everywhere else.
web-account-done-signed-out = Signed out there.
web-account-second-factor = Second factor
web-account-second-factor-none = You sign in with your password alone. With a passkey or an app on your phone, nobody who knows your password gets in without it.
web-account-second-factor-there = App for codes: set up { $since }.
web-account-passkeys = Passkeys:
web-account-second-factor-codes = { $left ->
    [0] You have no recovery codes left. Create new ones.
    [one] You have one recovery code left. Create new ones.
   *[other] You have { $left } recovery codes left.
  }
web-account-second-factor-set-up = Set up a second factor
web-account-second-factor-change = Passkeys, app and recovery codes
web-second-factor-title = Second factor
web-second-factor-must = Your role needs a second factor. Set it up now; after that you can go on.
web-second-factor-removed = The second factor is removed. You are signed out everywhere else.
web-second-factor-passkey-removed = The passkey is removed. You are signed out everywhere else.
web-second-factor-app-removed = The app is removed. You are signed out everywhere else.
web-second-factor-passkey-added = The passkey is added. You are signed out everywhere else.
web-second-factor-app-added = The app is set up. You are signed out everywhere else.
web-second-factor-proved = Confirmed. You can go on now.
web-second-factor-lead = With a second factor, nobody gets in who only knows your password. A passkey or an app is enough; you can have both.
web-second-factor-first-again = Before you add another second factor, confirm with one that you have.
web-passkeys-title = Passkeys
web-passkeys-lead = With a passkey you sign in by the fingerprint, face or PIN of your phone or computer: without a password and without a code. No false page can take it from you.
web-passkey-since = Added { $since }.
web-passkey-used = Last used { $used }.
web-passkey-unused = Not used yet.
web-passkey-elsewhere = Made for { $host }, where Bilten was before. It does not work here: remove it, and add a new one.
web-passkeys-elsewhere = Passkeys that were made for { $host } do not work here.
web-passkey-remove = Remove this passkey
web-passkey-remove-with-code = Remove
web-passkey-new = Add a passkey
web-passkey-name = Name
web-passkey-name-hint = So that you know it again, such as “Phone” or “Office computer”.
web-passkey-add = Add a passkey
web-passkey-use = Confirm with a passkey
web-passkey-or-code = Or enter a code:
web-passkey-failed = The passkey did not answer. Nothing was changed. Try again, or use another way.
web-passkey-no-script = Your passkey needs a browser that knows passkeys, with JavaScript switched on. Without one, use a recovery code.
web-passkeys-no-script = To add a passkey, you need a browser that knows passkeys, with JavaScript switched on.
web-second-factor-app = App for codes
web-second-factor-app-there = Set up { $since }.
web-second-factor-app-lead = You need an app that shows one-time codes, on your phone for example: Aegis, FreeOTP or any other.
web-second-factor-scan = 1. Add the key to the app
web-second-factor-scan-hint = Scan this picture with the app.
web-second-factor-picture = QR code with the key for the app. The same key stands below as text.
web-second-factor-key = The key as text
web-second-factor-key-hint = If the app cannot scan the picture, enter this key (type: time-based, 6 digits, 30 seconds). Show it to nobody.
web-second-factor-confirm = 2. Enter the code that the app shows
web-second-factor-code = Code from the app, 6 digits
web-second-factor-save = Set up the app
web-second-factor-no-phone = Use a recovery code instead
web-second-factor-recovery-code = Recovery code
web-second-factor-recovery-hint = One of the ten that you kept when you set up your second factor. Each works once.
web-second-factor-there = After your password, you are asked for one of these. Signing in with a passkey needs no password.
web-second-factor-codes = Recovery codes
web-second-factor-codes-left = { $left ->
    [0] There are none left.
    [one] There is one left.
   *[other] There are { $left } left.
  } New ones replace them all.
web-second-factor-renew = Create new recovery codes
web-second-factor-remove = Remove the app
web-second-factor-remove-hint = For a new phone, for example: remove it, then set it up again. You and the administrators get an email about it.
web-recovery-codes-title = Your recovery codes
web-recovery-codes-done = The second factor is set up, and these codes are valid.
web-recovery-codes-lead = With one of these codes you can sign in without your phone or your passkey. Each works once.
web-recovery-codes-keep = They are shown only now. Print them or write them down, and keep them apart from your phone and your password.
web-recovery-codes-go-on = I have kept them
web-sign-in-code-title = Enter the code
web-sign-in-code-lead = One more step: enter the code that the app on your phone shows.
web-sign-in-passkey-lead = One more step: confirm that it is you.
web-sign-in-code-lost = If you have lost your second factor and the recovery codes, ask the person who runs Bilten.
web-sign-in-code-back = Sign in as somebody else
web-prove-again-title = Confirm that it is you
web-prove-again-lead = Before a step like this, Bilten asks for your second factor again. Nothing has been done yet, and nothing that you entered is lost: confirm, and it goes on.
web-prove-again-go-on = Confirm and go on
web-prove-again-oidc-lead = Sign in with { $label } once more. It opens in a new tab; when you have done it there, come back to this page.
web-prove-again-oidc = Sign in with { $label } again
web-prove-again-oidc-go-on = I have done that: go on
web-file-ready-title = You can get the file now
web-file-ready-lead = It is confirmed that it is you. Press the button, and the file comes to your downloads. This page stays open.
web-file-ready-back = Back
web-forgotten-title = Forgotten your password?
web-forgotten-lead = Enter the address that you sign in with. You get an email with a link for a new password.
web-forgotten-ask = Send the link
web-forgotten-asked = If somebody works here with that address, an email is on its way to it.
web-forgotten-asked-hint = The link in it works once, for an hour; only the latest one works. If nothing comes, check the spam folder and the address, or ask a colleague who is an administrator.
web-forgotten-no-mail = Bilten cannot email you at the moment. Ask a colleague who is an administrator: they can make a link for a new password.
web-forgotten-back = Back to signing in
web-menu-audit = Audit log
web-settings-audit = Who did what and when: sign-ins, roles, approvals, sending, exports, and attempts that were refused.
web-audit-search = Search
web-audit-search-hint = A part of what was done (password, approved), or what it was about (campaign 12, subscriber 7). Times are in your organisation’s time zone; the technical names, such as campaign.approved, are the same in every language, and what is searched for.
web-audit-who = Who
web-audit-automation = Automation { $number }
web-audit-cli = Command line
web-audit-scheduler = Bilten itself
web-audit-oidc = Single sign-on
web-audit-stranger = Somebody without an account
web-audit-area = About
web-audit-since = From
web-audit-until = To
web-audit-none = Nothing like that is in the log.
web-audit-newest = Newest
web-audit-older = Older
web-audit-export = Export as CSV
web-audit-export-xlsx = Export for Excel (XLSX)
web-audit-export-hint = { $count ->
    [one] What the filter shows, the newest entry. The export is in the log, too.
   *[other] What the filter shows, the newest { $count } entries at most. The export is in the log, too.
  }
web-audit-area-user = Accounts and sign-in
web-audit-area-access = Refused attempts
web-audit-area-campaign = Campaigns
web-audit-area-news = News
web-audit-area-subscriber = One subscriber
web-audit-area-subscribers = Imports
web-audit-area-suppressions = Addresses not written to
web-audit-area-export = Exports
web-audit-area-list = Lists
web-audit-area-segment = Segments
web-audit-area-tag = Tags
web-audit-area-topic = Topics
web-audit-area-field = Fields
web-audit-area-sender = Senders
web-audit-area-automation = Automations
web-audit-area-source = Folders and websites
web-audit-area-feed = Feeds
web-audit-area-template = Templates
web-audit-area-brand = Brand
web-audit-area-clicks = Click counting
web-audit-area-doubt = Deliveries in doubt
web-audit-area-database = Database
web-audit-area-audit = This log
web-audit-seal = Seal
web-audit-sealed = Seal number { $number }, of { $time }, covers everything before it. Its hash:
web-audit-seal-hint = Once a minute new entries are sealed: whoever changes or deletes one in the database afterwards makes all later seals false. Write the number and the hash down now and then, outside this computer. Whether the log is unchanged is checked by: bilten audit verify
web-password-title = Set your password
web-password-link-over = This link opens nothing any more
web-password-link-used = If you have set your password with it already, sign in. If you have forgotten it, ask for a link by email.
web-password-lead = Welcome, { $name }. Choose a password for Bilten; afterwards you are signed in.
web-password-save = Set the password and sign in
web-settings-look-only = You can look at this. An administrator can change it; automations, digests and news sources, whoever sends, and segments, whoever writes.
web-menu-clicks = Clicks
web-settings-clicks = Whether it is counted how often the links in emails are followed. Who followed them is never recorded.
web-clicks-on = Clicks are counted.
web-clicks-off = Clicks are not counted.
web-clicks-saved = Saved.
web-clicks-what = When they are counted, each link in an email that leads to another website goes by an address of this server, the same for every reader. Of each link, one number a day is kept.
web-clicks-not = Nothing is kept of readers: not who clicked, not when, and not from where. No cookies are set.
web-clicks-never = Clicks are never counted in campaigns to protected lists, nor for links that fewer than { $count } readers get: there a number could point to a person.
web-clicks-when = This applies to campaigns that are submitted from now on. What has been submitted stays as it was approved. Once turned off, nothing more is counted; links in sent emails keep working.
web-clicks-readers = While clicks are counted, the sign-up page and the preferences page tell readers so.
web-clicks-turn-on = Count clicks
web-clicks-turn-off = Stop counting clicks
web-clicks-look-only = An administrator changes this.
web-clicks-links = Counted links
web-clicks-links-lead = Clicks on these links are counted. Each leads to the address below it, by an address of this server that is the same for every reader. The plain text and the web version have the addresses themselves.
web-clicks-no-words = Link without words
web-clicks-over-title = Clicks on the links of “{ $name }”
web-clicks-none-in-language = No links are counted in this language.
web-menu-lists = Lists
web-menu-segments = Segments
web-menu-senders = Senders
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
web-brand-logo-hint = PNG, JPEG, GIF or WebP, at most 25 MB; a large one is scaled down for email. Location and camera data are removed.
web-brand-logo-away = Remove logo
web-brand-logo-alt = Alternative text of the logo, for readers who cannot see it
web-brand-socials = Links at the end of every email
web-brand-socials-hint = One per line: Mastodon = https://…
web-brand-footers = Footer text of every email
web-brand-save = Save
web-brand-kind = Kind of campaign
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

web-sender-page-title = Senders
web-sender-page-none = There are no senders yet.
web-sender-new = New sender
web-sender-new-lead = Which provider delivers its email? Keys and passwords are settings on the server; Bilten never asks for them here.
web-sender-new-of = New sender: { $provider }
web-sender-card-system = Only for emails that ask people to confirm: its terms forbid newsletters.
web-sender-card-local = Writes each email into a file on the server; nothing is sent. For trying out.
web-sender-card-unset = Not set up on the server yet.
web-sender-card-ready = Set up on the server.
web-sender-unset = Before real email can go out, whoever looks after the server sets these variables and restarts Bilten:
web-sender-name = Name for staff
web-sender-name-hint = How it is called in Bilten and in commands; readers never see it.
web-sender-from-name = Name in From
web-sender-from-name-hint = Who the email comes from, as readers see it, such as the name of the organisation.
web-sender-from-address = Address in From
web-sender-from-address-hint = At a domain of yours that the provider knows.
web-sender-reply-to = Address for replies
web-sender-reply-to-hint = Leave it empty if replies go to the From address.
web-sender-make = Create the sender
web-sender-created = The sender is created. Enter the records of its domain, then send yourself a test.
web-sender-details = Who the email is from
web-sender-details-hint = Applies to drafts; a campaign that was submitted is never sent from somebody else. Automations that send through it need everybody’s approval again. Only the name for staff may change at any time.
web-sender-save-details = Save who it is from
web-sender-how = At a glance
web-sender-paused = Paused
web-sender-test = Test
web-sender-test-hint = One email to you, through this sender. It counts nowhere.
web-sender-test-send = Send a test to { $address }
web-sender-test-sent = The provider has accepted the test to { $address }. See that it arrives, and not as spam.
web-sender-test-refused = The provider has not accepted the test. Nothing was sent. It says:
web-sender-domain = DNS records of { $domain }
web-sender-domain-hint = Whoever looks after your domain enters these. Without them, large mailbox providers refuse email to many people.
web-sender-domain-look-up = Look them up now
web-sender-domain-off = The records cannot be looked up from here: the setting BILTEN_OUTBOUND_CHECKS is off.
web-sender-record-spf = SPF: TXT record
web-sender-record-spf-hint = One record only: where there is one already, add the include to it.
web-sender-record-spf_own = SPF: TXT record
web-sender-record-spf_own-hint = It begins with v=spf1 and names your mail server, such as v=spf1 a:mail.example.org ~all.
web-sender-record-return_path = Bounces: MX and TXT (SPF) records
web-sender-record-return_path-hint = Two records under this name, without which { $provider } does not verify the domain. Copy both values from your account there, and the name, if you chose another.
web-sender-record-dkim = DKIM: CNAME or TXT record
web-sender-record-dkim-hint = Copy its value from your account at { $provider }.
web-sender-record-dkim_elsewhere = DKIM: CNAME or TXT records
web-sender-record-dkim_elsewhere-hint = Their names are your own: copy names and values from { $provider }.
web-sender-record-dmarc = DMARC: TXT record
web-sender-record-dmarc-hint = A beginning; p=quarantine once everything passes. Where there is one already, it stays.
web-sender-limit-emails = Emails at most
web-sender-saved = Saved. It holds from the next call on.
web-sender-provider = Provider
web-sender-from = From
web-sender-reports = Reports
web-sender-reports-none = This provider reports nothing
web-sender-reports-never = Nothing was reported yet
web-sender-reports-last = The last one came on { DATE($time) }
web-sender-webhook = Address for the provider’s reports (webhook)
web-sender-webhook-hint = Enter it at the provider. It is secret: whoever has it can try to post reports.
web-sender-limit = Sending limit
web-sender-limit-hint = As your host or provider allows; sent evenly over the time. Leave it empty if there is no such limit.
web-sender-limit-none = no limit of its own
web-sender-limit-second = { $count } a second
web-sender-limit-hour = { $count } an hour
web-sender-limit-day = { $count } a day
web-sender-period = Period
web-sender-period-second = per second
web-sender-period-hour = per hour
web-sender-period-day = per day
web-sender-save = Save the limit of “{ $name }”
web-sender-bounces = Bounce address
web-sender-bounces-hint = An address of its own, such as bounces@example.org, whose mail Bilten reads. Each email gets a code behind it, by which its bounce is recognised. Leave it empty, and bounces go to the From address and are not read.
web-sender-bounces-none = none: bounces go to the From address and are not read
web-sender-delimiter = Character before the code
web-sender-delimiter-hint = As your mail server has it; in Postfix, recipient_delimiter.
web-sender-bounces-save = Save the bounce address of “{ $name }”
web-sender-mailbox-maildir = Maildir with bounces
web-sender-mailbox-imap = Mailbox with bounces
web-sender-mailbox-read = Last read on { $time }
web-sender-mailbox-failing = Not readable since { $time }: { $problem }
web-sender-complaints = Complaints to decide on ({ $count })
web-sender-complaints-hint = These people reported an email as spam, and the provider does not say which of yours it was. Perhaps somebody else sends through the same account. If it may have been yours, send nothing more to the address. After a month complaints are deleted.
web-sender-complaint-call = The provider’s name for the email: { $id }
web-sender-complaint-ours = Send nothing more
web-sender-complaint-ours-what = Send nothing more to { $address }
web-sender-complaint-not-ours = Not our email
web-sender-complaint-not-ours-what = { $address }: not our email
web-sender-mails = Emails that are no bounces ({ $count })
web-sender-mails-hint = They came to the bounce address. Whoever answered, or asks to be left out, waits for you. After a month they are deleted.
web-sender-mail-unproven = Nobody can show that this is about one of your emails. It may be spam; nothing was changed by it.
web-sender-mail-no-subject = (no subject)
web-sender-mail-read = Read, delete
web-sender-mail-read-what = “{ $subject }”: read, delete
web-automations-lead = An automation watches a folder on the server and makes a campaign of each new publication in it.
web-automations-none = There are no automations yet.
web-automation-new = New automation
web-automation-new-hint = What is in the folder now stays unsent. One that sends needs as many people’s approval as a campaign does; yours is given by creating it.
web-automation-no-source = An automation reads a watched folder; an administrator adds one under Settings, Folders.
web-automation-lacks = An automation needs a watched folder, a list and a sender. All three are under Settings.
web-automation-make = Create the automation
web-automation-name = Name
web-automation-source = Watched folder
web-automation-source-hint = Only folders that were set up on the server can be watched.
web-automation-mode = What it does with new publications
web-automation-mode-draft = Make drafts: staff look at each, submit it and approve it
web-automation-mode-send = Send automatically, in the name of the people who approved this
web-automation-does-draft = makes drafts
web-automation-does-send = sends automatically
web-automation-list = List
web-automation-second = Second sender
web-automation-most = Items at once, at most
web-automation-most-hint = If more new items come at once, they become drafts and are not sent. 1 to { $limit }.
web-automation-days = Age of an item in days, at most
web-automation-days-hint = Older items are taken for an archive: they become drafts and are not sent.
web-automation-time = Time
web-automation-time-hint = When items dated in the future are sent on their day, in the organisation’s time zone, such as 09:00.
web-automation-on = On
web-automation-off = Off
web-automation-turn-on = Turn on
web-automation-turn-on-hint = What came into the folder while it was off stays unsent. If it sends, others have to approve it again.
web-automation-turn-off = Turn off
web-automation-turn-off-hint = It makes nothing any more. What it has scheduled already goes out, unless you cancel it under Campaigns.
web-automation-archive = Leave what is there unsent
web-automation-archive-hint = What is in the folder now and was not acted on is never sent by itself.
web-automation-read = Last read
web-automation-details = Settings
web-automation-voids = If you change anything, the approvals of others no longer count, and they have to approve it again.
web-automation-approvals = Approvals
web-automation-approved-by = Approved by:
web-automation-complete = It has the approvals that it needs.
web-automation-missing = { $count ->
    [one] One more person has to approve it. Until then it makes drafts.
   *[other] { $count } more people have to approve it. Until then it makes drafts.
 }
web-automation-approve-hint = Your approval covers every publication that it sends to “{ $list }” by itself, until somebody changes it.
web-automation-done-created = The automation is created. What is in its folder now stays unsent.
web-automation-done-details = Saved.
web-automation-done-on = The automation is on. It continues with what comes next.
web-automation-done-off = The automation is off.
web-automation-done-approve = Your approval is recorded.
web-automation-done-archive = What is in the folder now stays unsent. The automation continues with what comes next.
web-menu-topics = Topics
web-settings-topics = What news is about, as far as readers may choose it: names in each language, and topics that are no longer used.
web-topics-title = Topics
web-topics-lead = Readers choose which topics they want emails on. Whoever has chosen nothing gets everything.
web-topics-none = There are no topics yet.
web-topics-words = Words in news that are not topics
web-topics-words-lead = These are shown in digests as they are written. Make a topic of those that readers may choose by.
web-topics-make-of = Make a topic
web-topics-archived = Archived topics ({ $count })
web-topic-new = New topic
web-topic-make = Create the topic
web-topic-name-hint = A word or two. Readers see it when they choose, and in digests.
web-topic-names-hint = Where readers of a language should see another name. News may be written with any of these names.
web-topic-slug-hint = News can name the topic by it, and it cannot be changed later: a–z, 0–9 and hyphens, such as at-sea. Leave it empty to have it made from the name.
web-topic-lists = Readers of these lists may choose it
web-topic-lists-hint = Others are not shown it. Tick a protected list only if the name of the topic gives nothing away.
web-topic-details-hint = A new name shows in emails that have not been submitted yet. News that was written with the old name keeps the topic.
web-topic-state = Archive or delete
web-topic-archived = archived
web-topic-archive = Archive the topic
web-topic-archive-hint = New campaigns are not given it, and readers are no longer asked about it. Campaigns that have it keep it, and what readers chose is kept.
web-topic-open = Bring the topic back
web-topic-open-hint = Campaigns can have it again, and readers choose about it.
web-topic-delete = Delete the topic
web-topic-delete-hint = Possible because no campaign has it, no reader has chosen about it, and no segment asks about it.
web-topic-done-created = The topic is created. Campaigns that are made from news about it have it from now on.
web-topic-done-details = Saved. It applies to emails that have not been submitted yet, and to the pages for readers at once.
web-topic-done-archived = The topic is archived. Nothing was deleted.
web-topic-done-opened = The topic is in use again.
web-topic-done-deleted = The topic is deleted.
web-menu-fields = Fields
web-settings-fields = What else you keep of each person, such as the town or the language group, to choose readers by and to use in emails.
web-fields-title = Fields
web-fields-lead = What you keep of each person beside name, address and language. Keep only what you need.
web-fields-none = There are no fields yet.
web-fields-archived = Archived fields ({ $count })
web-field-new = New field
web-field-make = Create the field
web-field-sensitive = Please keep nothing here about anybody’s nationality or origin, legal status, health, religion, politics or sexual life. The law protects such data specially (GDPR, Article 9), and whoever steals this database would know it of everybody. If you do not need it to write to people, do not keep it.
web-field-label = Name
web-field-label-hint = As staff and readers see it, for example: Town.
web-field-labels = Name in other languages
web-field-labels-hint = Where readers of a language should see another name.
web-field-type = What stands in it
web-field-type-hint = It cannot be changed later.
web-field-type-text = text
web-field-type-whole_number = whole number
web-field-type-decimal = number with decimals
web-field-type-date = date
web-field-type-yes_no = yes or no
web-field-type-choice = one of several words
web-field-choices = Words to choose from
web-field-choices-hint = One on each line. A word that somebody has cannot be taken out.
web-field-choices-hint-new = Only for “one of several words”: one on each line.
web-field-own = Readers may change it
web-field-own-hint = Each reader sees and changes their own on the preferences page. What readers may not change, they still get with all their data when they ask for it.
web-field-own-short = readers may change it
web-field-in-emails = May stand in emails
web-field-in-emails-hint = In the composer it is offered as a merge field. Whoever forwards the email passes it on.
web-field-in-emails-short = may stand in emails
web-field-word = Short name
web-field-word-hint = Segments, emails and files call it by this, and it cannot be changed later: a–z, 0–9 and underscores, such as home_town. Leave it empty to have it made from the name.
web-field-count = { $count ->
    [0] nobody has anything in it
    [one] { $count } person has something in it
   *[other] { $count } people have something in it
}
web-field-yes = yes
web-field-no = no
web-field-details = Name and use
web-field-use = How to use it
web-field-use-segment = In a segment
web-field-use-email = In an email, with what stands there for everybody else
web-field-state = Archive or delete
web-field-archived = archived
web-field-archive = Archive the field
web-field-archive-hint = It is no longer offered to anybody. What people have in it stays, and segments with it go on.
web-field-open = Bring the field back
web-field-open-hint = It is offered again, with what people have in it.
web-field-delete = Delete the field
web-field-delete-hint = Possible because nobody has anything in it, and no segment uses it.
web-field-done-created = The field is created. You can fill it in on a person’s page, or import a file with it.
web-field-done-details = Saved.
web-field-done-archived = The field is archived. Nothing was deleted.
web-field-done-opened = The field is in use again.
web-field-done-deleted = The field is deleted.
web-audience-topics = Topics
web-audience-topics-hint = Whoever wants nothing on any of these topics gets no copy. Tick none, and it goes to everybody on the lists.
web-lists-title = Lists
web-lists-none = There are no mailing lists yet.
web-lists-archived = Archived lists ({ $count })
web-list-new = New list
web-list-make = Create the list
web-list-name = Name
web-list-name-hint = Readers see it on the sign-up page and in every email.
web-list-names = Names in other languages
web-list-names-hint = Where readers of a language should see another name. Leave the others empty.
web-list-slug = Short name
web-list-slug-hint = It stands in the address of the sign-up page and cannot be changed later: a–z, 0–9 and hyphens, such as monthly-bulletin. Leave it empty to have it made from the name.
web-list-protect = Protected list
web-list-protect-hint = For people who may be at risk. Nobody sees who is on it but administrators and those whom they name; it has no public sign-up page, only invitation links; its emails are never in the public archive; nothing about its readers is ever tracked. Once somebody is on it, it stays protected.
web-list-details = Names
web-list-details-hint = A new name shows in emails that have not been submitted yet. What was approved or sent keeps the old one.
web-list-save-details = Save the names
web-list-languages = Languages
web-list-reader-count = { $count ->
    [one] { $count } reader
   *[other] { $count } readers
 }
web-list-readers-title = Readers
web-list-sign-up = Sign-up
web-list-sign-up-closed = Nobody can sign up now.
web-list-sign-up-no-sender = Sign-up is switched off on this installation: the setting BILTEN_SIGN_UP_SENDER names no sender. Whoever looks after the server can set it.
web-list-sign-up-address = People sign up on this page, and confirm by email:
web-list-offers = Also offered there
web-list-offers-hint = Whoever signs up here can tick these lists as well, and confirms all of them with one email. Topics of the lists are offered, too.
web-list-frame-origins = Websites that may show the form in a frame
web-list-frame-origins-hint = One address a line, such as https://www.example.org. Leave it empty if the form is to stand in no frame.
web-list-frame = Frame for your own website
web-list-frame-hint = Copy the frame in the language of your page. What stands in it stays up to date, and needs neither scripts nor cookies.
web-list-embed-hint = Copy the form in the language of your page. It is plain HTML without scripts, cookies or trackers, and leads to the same confirmation.
web-list-embed = Form for your own website
web-list-why-left = Why readers left
web-list-why-left-hint = What they said after unsubscribing, in the last year. Most say nothing.
web-list-rhythms = How often they want emails
web-list-rhythm-weekly = weekly, on some topic
web-list-rhythm-monthly = monthly, on some topic
web-list-rhythm-by-weekly = Weekly digests:
web-list-rhythm-by-monthly = Monthly digests:
web-list-rhythm-none-weekly = No weekly digest that sends goes to this list. { $count ->
    [one] The one person who chose weekly gets emails at once.
   *[other] The { $count } people who chose weekly get emails at once.
  }
web-list-rhythm-none-monthly = No monthly digest that sends goes to this list. { $count ->
    [one] The one person who chose monthly gets emails at once.
   *[other] The { $count } people who chose monthly get emails at once.
  }
web-list-state = Close, archive or delete
web-list-status-protected = protected
web-list-status-open = open
web-list-status-closed = closed
web-list-status-archived = archived
web-list-is-open = The list is open: people can sign up, and campaigns go to it.
web-list-is-closed = The list is closed: nobody can sign up. Campaigns still go to it, people can still be imported, and everyone can unsubscribe.
web-list-is-archived = The list is archived: nobody can sign up or be imported, and no campaign can go to it. Its readers and their consent are kept, and everyone can still unsubscribe.
web-list-close = Close the list
web-list-close-hint = Nobody can sign up any more. You can open it again at any time.
web-list-open = Open the list
web-list-open-hint = People can sign up, and campaigns can go to it.
web-list-archive = Archive the list
web-list-archive-hint = Neither sign-ups nor campaigns. Nothing is deleted, and you can open it again.
web-list-delete = Delete the list
web-list-delete-hint = Possible because nobody was ever on it and nothing was sent to it.
web-list-done-created = The list is created. Copy the address of its sign-up page, or import people who have agreed.
web-list-done-details = Saved. It applies to emails that have not been submitted yet, and to the pages for readers at once.
web-list-done-languages = Saved. This applies to campaigns whose sending has not begun.
web-list-done-sign-up = Saved. The sign-up page shows it at once; copy forms on other sites anew.
web-list-done-open = The list is open.
web-list-done-closed = The list is closed. Nobody can sign up any more.
web-list-done-archived = The list is archived. Nothing was deleted.
web-list-done-deleted = The list is deleted.
web-list-chain-place = { $place ->
    [1] First choice
    [2] Second choice
   *[other] Third choice
 }
web-list-required-more = Another language
web-list-protected = protected list: nothing is ever recorded about its readers
web-list-encrypted = Its people are encrypted in the database. They are found by their whole email address only, and no segment can ask what stands in their fields.
web-list-unencrypted = Its people are not encrypted in the database: whoever steals it learns who they are. Whoever runs the server can change that: see “Encryption” in the operating manual.
web-list-no-public-page = This list has no public sign-up page, and emails that ask for confirmation do not name it.
web-list-invitation = Invitation link
web-list-invitation-hint = Whoever has this link can see the list’s name and sign up, for 90 days. Give it to people; do not publish it.
web-list-readers = All readers
web-list-counted-at = Readers as they were counted on { $time }. They are being counted again: look once more in a moment.
web-list-nobody = There is nobody on this list yet who may be sent email.
web-list-chain = Instead of a language that a campaign does not have
web-list-chain-hint = In this order. A reader gets the first of these that the campaign has; if it has none of them, the campaign’s main language.
web-list-required = Required languages
web-list-required-hint = A campaign without a variant in each of these cannot be submitted. Tick none if none is required.
web-list-save = Save

web-campaigns-title = Campaigns
web-campaigns-none = There are no campaigns yet. Begin with “New campaign”. What it says comes from the news: write an item, or choose one that is there.
web-campaigns-none-news = See the news
web-new-title = New campaign
web-new-designs = Choose a design
web-new-earlier = Or begin with an earlier campaign
web-new-earlier-hint = A new draft with its texts, news, list, sender and template. The earlier campaign stays as it is.
web-new-step = Step { $step } of { $of }
web-new-back-designs = Back to the designs
web-new-back-news = Back to the news
web-new-news-title = Choose the news
web-new-news-one = This design is about one news item.
web-new-news-several = Add the news items in the order in which they are to stand in the email. You can change it later.
web-new-news-none = There is no news for this design yet.
web-new-news-gone = A news item that you chose has been deleted or withdrawn meanwhile. Nothing was drafted. Check the list, then go on.
web-new-chosen = { $count ->
    [0] Chosen
    [one] { $count } item chosen
   *[other] { $count } items chosen
 }
web-new-chosen-none = Nothing yet. Add items from the list.
web-new-full = An email holds at most { $count } items.
web-new-up = Up
web-new-down = Down
web-new-remove = Remove
web-new-choose = Choose
web-new-add = Add
web-new-continue = Continue
web-new-empty-title = Without news
web-new-empty-hint = You write the texts in the campaign itself, and can add news later.
web-new-empty = Continue without news
web-new-readers-title = Readers and sender
web-new-readers = Who gets it
web-new-in-it = What is in it
web-new-in-it-none = No news yet.
web-new-sent-in = Already sent in “{ $name }”
web-new-name = Name (optional)
web-new-name-hint = For you and your colleagues. If you leave it empty, it is the title of the first news item.
web-new-name-hint-empty = For you and your colleagues. If you leave it empty, it is the name of the list and the month.
web-new-languages = Languages
web-new-texts = { $of ->
    [one] { $count ->
        [0] the news item is not in this language
       *[other] the news item is in this language
    }
   *[other] { $count } of { $of } items are in this language
 }
web-new-main-hint = Readers whose language is not among these get it in this one.
web-new-main-language = The main language is not among the languages that you ticked. Nothing was drafted. Tick it, too, or choose another.
web-new-create = Create the draft
web-design-statement = What you have to say about one thing that has happened.
web-design-bulletin = Several news items, the first ones with pictures and text.
web-design-publication = A book or a brochure with its cover, to open or download.
web-design-project = News of a project, with its partners and funders.
web-design-report_summary = A report in a few points, with a link to all of it.
web-design-event = An invitation: when, where and how to get there.
web-design-appeal = One thing that you ask readers to do, with its goal and a button.
web-design-digest = Many news items, each with a title and a sentence.
web-design-correction = What was wrong in an earlier email, and what is right.
web-today-title = Today
web-today-to-approve = Waiting for your approval
web-today-sent-back = Sent back to you
web-today-drafts = Your drafts
web-today-coming = Goes out next
web-calendar-title = Calendar
web-calendar-caption = What goes out and what went out, by day
web-calendar-months = Months
web-calendar-before = Previous month
web-calendar-now = This month
web-calendar-after = Next month
web-calendar-automated = automatic
web-calendar-none = Nothing goes out in this month, and nothing went out.
web-calendar-more = { $count } more
web-calendar-cut = There are too many campaigns in this month to show them all. The list below has every one.
web-today-past = Sent last
web-today-recipients = { $count ->
    [one] { $count } recipient
   *[other] { $count } recipients
 }
web-today-nobody = reached nobody
web-today-figures = delivered: { $delivered }, refused: { $refused }
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
web-next-hand-audience = You changed its audience or the languages of its list, so somebody else has to approve it.
web-next-hand-news = You added or changed a news item in it, so somebody else has to approve it.
web-next-hand-brand = You changed the brand that it uses, so somebody else has to approve it.
web-next-hand-content = You changed something in it, so somebody else has to approve it.
web-next-approved = Approved. Choose when to send it.
web-next-approved-by-sender = Approved. A colleague who may send chooses when it goes out.
web-next-scheduled = It will be sent by itself at the time above. Until then you can cancel that time.
web-next-scheduled-by-sender = It will be sent by itself at the time above. Until then a colleague who may send can cancel that time.
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
web-done-audience = The audience is saved. If it is another one than before, the campaign is a draft again.
web-done-template = The template is chosen. The campaign is a draft again.

web-visibility-title = On the web
web-visibility-label = Who may read it
web-visibility-addresses = Addresses to share
web-visibility-save = Save
web-visibility-sure = Yes, change it
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
web-audience-link = Audience: choose lists and segments
web-reach-stand = { LANGUAGE($language) } → { LANGUAGE($instead) }: { $count ->
    [one] { $count } reader
   *[other] { $count } readers
}
web-compose-title = Compose: { $name }
web-compose-back = Back to the campaign
web-compose-next = Continue: check and submit
web-compose-back-here = Back to the composer
web-campaign-compose = Compose
web-compose-words = Subject and introduction
web-compose-blocks = Blocks
web-compose-empty = There is nothing in this campaign yet. Add news or another block.
web-compose-read-only = This campaign has been submitted, and cannot be changed as it is. If you edit it, it is a draft again and its approvals no longer count.
web-compose-open = Edit (withdraws the approval)
web-compose-over = This campaign can no longer be changed. You see what it is made of.
web-compose-no-subject = No subject
web-compose-no-preheader = No preheader
web-compose-length = Length:
web-compose-length-limit = Inboxes show about { $limit } characters.
web-compose-preheader-hint = Most inboxes show it after the subject. If it is short, they show the beginning of the email as well.
web-compose-fields-to-copy = Merge fields for the subject and the preheader, to copy:
web-compose-field-recipient_name = Name of the reader
web-compose-field-default = friend
web-compose-saved = Saved at { $time }.
web-compose-not-saved = Not saved yet: what you typed is still in the form.
web-compose-next-try = Bilten did not answer. Next try in { $seconds } s.
web-compose-press-save = Press Save to see why.
web-compose-both = Somebody else has changed this meanwhile. Nothing has been overwritten: choose one of the two texts, or put together in the form what is right and save yours.
web-compose-mine = Yours:
web-compose-keep-mine = Save mine
web-compose-take-theirs = Take what is saved
web-compose-moved = { $kind }: place { $number } of { $count }.
web-compose-not-moved = Not moved: Bilten did not answer. The blocks are in their order from before.
web-compose-as-title = As a subscriber gets it
web-compose-as-address = Their email address
web-compose-as-recorded = It is recorded whom you choose. The preview shows their data for 30 minutes.
web-compose-as-show = Show
web-compose-as = As { $name } gets it.
web-compose-as-nameless = As this subscriber gets it, whose name is not known.
web-compose-as-nobody = Show it as nobody in particular gets it
web-compose-undo = Undo
web-compose-redo = Redo
web-compose-other = { $name } is writing here, too.
web-compose-versions-title = Versions: { $name }
web-compose-versions-none = Nobody has edited this campaign since it was drafted.
web-compose-version-order = Blocks in their order
web-compose-version-drafted = Beginning
web-compose-version-edited = Subject and introduction
web-compose-version-variant_added = Language added
web-compose-version-variant_removed = Language removed
web-compose-version-block_added = Block added
web-compose-version-block_changed = Block edited
web-compose-version-block_moved = Block moved
web-compose-version-block_removed = Block removed
web-compose-version-restored = Version brought back
web-compose-version-undone = Undone
web-compose-version-redone = Redone
web-compose-version-of = back to the version of { $time } ({ $name })
web-compose-jump = Go to the block
web-compose-jump-words = Go to the text
web-compose-view-phone = Phone
web-compose-view-desktop = Desktop
web-compose-view-dark = Dark
web-compose-view-plain = Without pictures
web-compose-view-text = Plain text
web-compose-done-drafted = The campaign has been drafted. Edit it here; then go on to its page and submit it for approval.
web-compose-done-words = The text is saved.
web-compose-done-language-removed = The variant is removed, with its texts.
web-compose-done-block-added = Added.
web-compose-done-block-changed = The block is saved.
web-compose-done-block-moved = Moved.
web-compose-done-block-removed = Removed.
web-compose-done-opened = The campaign is a draft again. You can edit it now.
web-compose-done-undone = The last step has been undone. Nothing is lost: all versions are kept.
web-compose-done-undone-of = It was a step of { $name }. “Redo” brings it back.
web-compose-done-undone-less = The last step has been undone. News items that were deleted or withdrawn since did not come back.
web-compose-done-redone = The step that was undone is back.
web-compose-done-redone-less = The step that was undone is back. News items that were deleted or withdrawn since did not come back.
web-compose-done-restored = The version is back. The text from before is kept under Versions.
web-compose-done-restored-less = The version is back, without news items that were deleted or withdrawn since.
web-compose-done-duplicated = This is the new draft. Check what has to change, also whether its news has been sent already.
web-compose-done-duplicated-less = This is the new draft. News items that have been withdrawn since are left out.
web-compose-done-duplicated-archived = This is the new draft. One of its lists is archived, so nothing can be sent to it: choose another one, or open that list again.
web-compose-done-duplicated-archived-less = This is the new draft. News items that have been withdrawn since are left out. One of its lists is archived, so nothing can be sent to it: choose another one, or open that list again.
web-block-item = News item
web-block-heading = Heading
web-block-text = Text
web-block-quotation = Quotation
web-block-picture = Image
web-block-button = Button
web-block-pdf = PDF
web-block-appeal = Appeal
web-block-divider = Divider
web-block-missing = Missing: { LANGUAGE($language) }
web-block-edit = Edit
web-block-close = Close
web-block-close-unsaved = without saving
web-block-up = Up
web-block-down = Down
web-block-remove = Remove
web-block-save = Save block
web-block-open-news = Open the news item, where its text is changed
web-block-mode = How much of it is in the email
web-block-mode-auto = As the design does it: the summary if there is a page to read on, the whole text if not
web-block-mode-whole = The whole text
web-block-mode-teaser = The summary only
web-block-picture-shown = With its image
web-block-add-title = Add
web-block-add = Add block
web-block-add-news = Choose news
web-block-kind = Kind of block
web-block-where = Where
web-block-at-end = At the end
web-block-below = Below { $number }: { $kind }
web-block-list-hint = Lists and tables are written in a text block.
web-choose-news-title = Choose news: { $name }
web-choose-news-add = Add to the campaign
web-choose-news-none = There is no news item to add.
web-variant-add-label = Another language
web-variant-add = Add the language
web-edit-leaves-nobody = Nobody would be left who could approve this campaign: whoever changes something in it cannot approve it. Before you change it, think of who else could approve it, or ask the author to make the change.
web-edit-costs-vote = If you change something here, somebody else has to approve the campaign.
web-edit-shared-leaves-nobody = If you change something here, nobody is left who could approve these drafts, because whoever changes what they show cannot approve them. Approve them first, or find another approver:
web-variant-intro = Introduction
web-variant-intro-hint = A few words of your own before the blocks. [[recipient_name|friend]] is replaced by the name.
web-variant-voids = The campaign will be a draft again: its approvals will no longer count, and it will not be sent at a time that was set.
web-variant-save = Save text
web-variant-remove = Remove the language: { LANGUAGE($language) }
web-done-language-added = The language is added, with text from the news items where they have it. Please check it.
web-done-language-added-voids = The language is added, with text from the news items where they have it. The campaign is a draft again: check it, and submit it for a new approval.

web-step-submit = Submit for approval
web-step-approve = Approve
web-step-approve-hint = Your approval covers exactly this text and these pictures; any later change voids it. As of now it goes to { $count ->
    [one] { $count } recipient
   *[other] { $count } recipients
 } on the list “{ $list }”.
web-step-approve-hint-welcome = Your approval covers exactly this text and these pictures; any later change voids it. Each new reader on the list “{ $list }” gets it, for as long as the series is on.
web-step-send-back = Send back
web-step-send-back-open = Send back with a remark …
web-send-back-remark = What should be changed?
web-send-back-remark-hint = The author will read this. The campaign becomes a draft again, and approvals given so far no longer count.
web-submit-errors = { $count ->
    [one] The check found { $count } error. Until it is fixed, this cannot be submitted.
   *[other] The check found { $count } errors. Until they are fixed, this cannot be submitted.
 }
web-submit-warnings = { $count ->
    [one] The check asks you to look at { $count } thing first.
   *[other] The check asks you to look at { $count } things first.
 }
web-submit-remark = A word to those who approve it (optional)
web-submit-remark-hint = Plain text. For example: what it is about, and until when you need an answer.
web-review-title = Review
web-review-remark = Remark
web-review-word = { $name } to those who approve it:
web-review-decide = Approve or send back
web-review-submitted = Submitted by { $name }
web-review-sent_back = Sent back by { $name }
web-review-approved = Approved by { $name }
web-review-voided = Something was changed: the approval no longer counts ({ $name })
web-review-visibility = { $name } changed who may read it on the web: { $after } (before: { $before })
web-comments-title = Comments
web-comments-open = { $count ->
    [one] { $count } comment is open
   *[other] { $count } comments are open
 }
web-comment-open = Comment …
web-comment-label = Comment
web-comment-block = On what
web-comment-whole = On the email as a whole
web-comment-on-removed = On blocks that have been removed
web-comment-add = Add comment
web-comment-settle = Settle
web-comment-reopen = Open again
web-comment-settled-by = Settled by { $name } on { $time }
web-done-commented = The comment has been added.
web-done-comment-settled = The comment is settled.
web-done-comment-reopened = The comment is open again.
web-compose-done-commented = The comment has been added.
web-compose-done-comment-settled = The comment is settled.
web-compose-done-comment-reopened = The comment is open again.
web-difference-since-approved = What has changed since the last approval
web-difference-since-sent_back = What has changed since it was sent back
web-difference-since-submitted = What has changed since it was last submitted
web-difference-compared = Compared with what was submitted on { $time }.
web-difference-nothing = Nothing has changed: it is exactly the same.
web-difference-looks-only = Only how it looks has changed. The words are the same.
web-difference-otherwise = Different
web-difference-added = New
web-difference-removed = Removed
web-difference-shared = In all languages
web-difference-intro = Introduction
web-difference-senders = Sender
web-difference-audience = Audience
web-difference-template = Design
web-difference-web = Web version
web-difference-brand = Your organisation’s details and footer
web-difference-order = Order of the blocks
web-rehearsal-title = Rehearsal
web-rehearsal-ask = Rehearse with all recipients
web-rehearsal-again = Rehearse again
web-rehearsal-hint = Each email is made and handed to a simulator on this server. Nobody gets anything, and no address leaves the server.
web-rehearsal-by = Asked for by { $name },
web-rehearsal-waiting = It begins within seconds.
web-rehearsal-under-way = Under way: { $count } of { $expected } so far.
web-rehearsal-failed = It could not be rehearsed.
web-rehearsal-of-this = Exactly this content was rehearsed.
web-rehearsal-of-another = The content is not the one that was rehearsed.
web-rehearsal-taken = Would get it
web-rehearsal-refused = Would be refused
web-rehearsal-calls = Calls
web-rehearsal-received = The simulator has counted { $count } emails, which is another number. Tell whoever runs the server.
web-rehearsal-largest = Largest email: { $size } kB ({ LANGUAGE($language) })
web-rehearsal-took = Time it took on this server: { $seconds } s
web-rehearsal-check = Found by the check: errors { $errors }, warnings { $warnings }
web-rehearsal-skipped = At the last moment:
web-test-title = Test email
web-test-open = Send a test email …
web-test-people = To whom
web-test-languages = In which languages
web-test-hint = It says “[Test]” in the subject and on top. Its links to unsubscribe lead to a page that explains, and nobody else gets it.
web-test-send = Send the test
web-test-no-language = No language is chosen. No test was sent. Choose at least one.
web-step-schedule-label = Date and time
web-step-schedule-zone = Local time in { $zone }
web-step-schedule = Schedule
web-step-send = Send now …
web-send-link-dead = The email links to its page on the web, which nobody may read. Readers who follow the link will not see the email.
web-step-send-sure = This goes out at once, by the list “{ $list }”. { $seconds ->
    [0] It cannot be undone.
    [one] You have { $seconds } second to undo it.
   *[other] You have { $seconds } seconds to undo it.
 }
web-step-send-yes = Send now to { $count ->
    [one] { $count } person
   *[other] { $count } people
 }
web-step-capped = If it goes out now, { $count ->
    [one] { $count } more person is left out, who has
   *[other] { $count } more people are left out, who have
 } had as many emails within seven days as your organisation sends. It is not sent to them later.
web-step-unschedule = Cancel the sending time
web-step-reschedule = Choose another time …
web-schedule-title = Schedule for { $count ->
    [one] { $count } reader
   *[other] { $count } readers
 }
web-schedule-which = When should it go out?
web-schedule-first = The first { $time }, still in summer time ({ $offset })
web-schedule-second = The second { $time }, in winter time ({ $offset })
web-schedule-around = Also sent around then
web-schedule-calendar = Calendar
web-schedule-calendar-more = More in the calendar
web-quick-today = Today, { $time }
web-quick-tomorrow = Tomorrow, { $time }
web-quick-monday = Monday, { DATE($date) }, { $time }
web-undo-in = It goes out in
web-undo-readers = To { $count ->
    [one] { $count } reader
   *[other] { $count } readers
 } of “{ $list }”.
web-undo = Undo: do not send
web-undo-over = Sending begins now.
web-undo-reload = Reload to see whether it has begun
web-pace-rate = { $rate ->
    [one] { $rate } email a minute.
   *[other] { $rate } emails a minute.
 }
web-pace-minutes = { $count ->
    [0] Nearly done.
    [1] Done in about a minute.
   *[other] Done in about { $count } minutes.
 }
web-pace-hours = Done in about { $count } hours.
web-pace-none = Nothing has gone out in the last two minutes.
web-whole-title = This campaign
web-copied-from = made from
web-duplicate = Duplicate
web-duplicate-hint = A new draft with the same texts, news, list, sender and template. Nothing is sent.
web-rename-open = Rename …
web-rename-label = Name
web-rename-hint = For you and your colleagues. Readers see the subject.
web-rename = Save the name
web-delete-open = Delete the draft …
web-delete-sure = { $count ->
    [one] Its text in { $count } language is deleted. News items, pictures and files stay. This cannot be undone.
   *[other] Its texts in { $count } languages are deleted. News items, pictures and files stay. This cannot be undone.
 }
web-delete-yes = Yes, delete the draft
web-done-statement = The statement is drafted. Look at the email and at what the check says, then submit it for approval.
web-done-rehearse = The rehearsal has been asked for. It begins within seconds.
web-done-rename = The name is saved.
web-campaigns-done-deleted = The draft is deleted.
web-step-pause = Pause
web-step-resume = Resume sending
web-step-cancel = Cancel the campaign …
web-step-cancel-sure = It will never be sent, or no more of it will be sent. This cannot be undone.
web-step-cancel-yes = Yes, cancel it

web-done-submit = Submitted. Whoever may approve it is told by email.
web-done-submit-untold = Submitted. A colleague can now approve it.
web-done-approve = Your approval is recorded.
web-done-send-back = Sent back. The author sees your remark.
web-done-test = The test is on its way. It counts nowhere.
web-done-schedule = Scheduled.
web-done-send = { $seconds ->
    [0] It is being sent.
    [one] It will be sent in { $seconds } second. Until then you can undo it.
   *[other] It will be sent in { $seconds } seconds. Until then you can undo it.
 }
web-done-unschedule = The sending time is cancelled. Nothing is sent until you choose a time.
web-done-pause = Paused. Emails that were already on their way still arrive.
web-done-resume = Sending resumes.
web-done-cancel = Cancelled.
web-done-recall-recall = Recalled: nothing more of it is sent, and its web version says that you have taken it back.
web-done-recall-correction = Nothing more of it is sent, and its web version says that there was a mistake in it.
web-done-recall-none = The notice is gone from its web version.
web-done-follow-up = This draft goes to exactly those who got that email. Write it, and submit it like any other.
web-recall-title = Something wrong with it?
web-recall-open = Correct or recall
web-recall-change = Change
web-recall-stops = It is still being sent: with either of these, it stops at once, and for good.
web-recall-recall = Take it back
web-recall-correction = There was a mistake in it
web-recall-none = Remove the notice
web-recall-hint-recall = Its web version says that you have taken it back. Emails that have arrived stay where they are.
web-recall-hint-correction = Its web version says that there was a mistake, and links to the correction once that has been sent.
web-recall-hint-none = Its web version is shown without it again. What was stopped is not sent.
web-recall-hint-correction-unseen = Its web version says that there was a mistake. It links to no correction, because nobody may read it.
web-recall-hint-none-unseen = Its web version no longer says so; nobody may read it, as before. What was stopped is not sent.
web-recall-is-recall = { $name } took it back ({ $time }). Nothing more of it is sent, and its web version says so.
web-recall-is-correction = { $name } said that there was a mistake in it ({ $time }). Nothing more of it is sent, and its web version says so.
web-recall-write = Write to those who got it
web-recall-write-hint = A draft to exactly them, with the correction among your news if there is one. It needs its own approvals.
web-recall-write-costs-vote = If you begin it yourself, somebody else has to approve it.
web-recall-written = Written to those who got it:
web-recall-items = In which item is the mistake?
web-recall-ask = Approvers and administrators can say on its web version that there was a mistake in it, or take it back, and stop what is still being sent. Ask one of them.
web-time-unreadable = That is not a date and time. Nothing was scheduled. Write it like this: 2026-11-22 18:00.

web-look = Check links and sender
web-look-hint = Checks whether every link and remote image in this email works, and whether the sender's domain is set up so that its emails count as genuine. It takes a few seconds; the results are shown above.
web-done-look = Links and sender have been checked. The results are among the findings.
web-findings-title = What the check found
web-findings-none = The check found nothing wrong.
web-finding-error = Must be fixed
web-finding-warning = Please check
web-finding-campaign = Go to that campaign

web-preview-title = Preview
web-preview-swipe = Swipe sideways for the other languages.
web-preview-languages = What to show
web-preview-html = With pictures
web-preview-text = Plain text
web-preview-subject = Subject
web-preview-preheader = Preheader
web-preview-sets = This digest has { $count ->
    [one] { $count } version
   *[other] { $count } versions
  }: each reader gets what they have not had. All of them are approved together.
web-preview-sets-label = Versions of this digest
web-preview-set-all = With all items
web-preview-set-readers = { $count ->
    [one] { $count } person
   *[other] { $count } people
  }
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
web-report-page = Report
web-report-page-title = Report: { $name }
web-report-recall = This campaign was taken back: { $time }.
web-report-correction = There was a mistake in this campaign, and its readers are told so on the web: { $time }.
web-report-as-of = As of { $time }.
web-report-csv = Download as CSV
web-file-xlsx = Download for Excel (XLSX)
web-report-column-part = part
web-report-column-code = code
web-report-column-label = label
web-report-column-readers = readers
web-report-column-delivered = delivered
web-report-column-refused = refused
web-report-column-unsubscribed = unsubscribed
web-report-column-complained = complained
web-report-column-clicks = clicks
web-report-part-total = total
web-report-part-result = result
web-report-part-refusal = refusal
web-report-part-skipped = skipped
web-report-part-domain = domain
web-report-part-day = day
web-report-part-link = link
web-report-part-click_day = click_day
web-report-readers = What became of it
web-report-result = Result
web-report-readers-delivered = Delivered
web-report-readers-unreported = Sent, no report yet
web-report-readers-deferred = Delayed on the way
web-report-readers-refused = Refused by the address
web-report-readers-failed = Given up
web-report-readers-capped = Left out: enough emails in seven days
web-report-readers-skipped = Left out
web-report-readers-cancelled = Not sent, cancelled
web-report-readers-queued = Waiting
web-report-readers-in_doubt = In doubt
web-report-reasons = Why some did not get it
web-report-refused = Refused
web-report-domains = By the domain of the address
web-report-domains-lead = Those that refused the most come first.
web-report-domains-hidden = A domain with fewer than { $count } readers is not named: it could be one person’s own.
web-report-domain = Domain
web-report-domain-others = All others
web-report-days = Unsubscribed, day by day
web-report-day = Day
web-report-day-later = Later
web-report-days-none = Nobody unsubscribed or complained.
web-report-compared = Compared with others of its kind
web-report-compared-lead = { $count ->
    [one] The last campaign of this kind before it stands beside it.
   *[other] The median of the last { $count } campaigns of this kind stands beside it.
}
web-report-compared-none = It is the first campaign of its kind.
web-report-measure = Measure
web-report-this = This one
web-report-median = Median
web-report-downloaded = Downloads
web-report-untracked = Opens and clicks are not counted.
web-report-untracked-clicks = Opens are not counted. Clicks are counted for each link and day, never for each reader.
web-report-clicks = Clicks
web-report-clicks-total = { $count ->
    [one] { $count } click in total.
   *[other] { $count } clicks in total.
}
web-report-clicks-median = { $count ->
    [one] The last campaign of this kind whose clicks were counted had { $median }.
   *[other] The median of the last { $count } campaigns of this kind whose clicks were counted is { $median }.
}
web-report-clicks-upper = The programs that check emails for viruses follow links too, and are counted. The real numbers are probably lower.
web-report-clicks-link = Link
web-report-clicks-links = Links in the order of the email
web-report-clicks-few = too few readers
web-report-clicks-over = Clicks in the email: { $language }
web-report-clicks-too-few = Clicks are counted only where at least { $count } readers got a link. This campaign had fewer, so there are no numbers.
web-report-clicks-days = Clicks, day by day

web-menu-subscribers = Subscribers
web-subscribers-title = Subscribers
web-subscribers-search = Name or email address
web-subscribers-search-hint = The beginning of any word will do, at least two letters. Leave it empty to see the newest subscribers. If you find somebody by their whole address, this is recorded.
web-subscribers-search-encrypted = People on protected lists are found by their whole email address only.
web-subscribers-list = List
web-subscribers-status = Subscription
web-subscribers-language = Language
web-subscribers-suppressed = Blocked
web-subscribers-suppressed-yes = Blocked
web-subscribers-suppressed-no = Not blocked
web-subscribers-any = Any
web-subscribers-protected = Subscribers of protected lists are not shown: you may not see who is on them.
web-subscribers-none = No subscriber is found. They may have signed up with another name or address.
web-subscribers-empty = There are no subscribers here yet. People sign up themselves, or you import them on the page of a list.
web-subscribers-first = First page
web-subscribers-further = More subscribers
web-open-person-title = Opening this page is recorded
web-open-person-lead = This is the page of person { NUMBER($id, useGrouping: 0) }. When you open it, your name and the time are written into the audit log.
web-open-person-lasts =
    { $minutes ->
        [one] The page then stays open to you for { $minutes } minute.
       *[other] The page then stays open to you for { $minutes } minutes.
    }
web-open-person-do = Open the page
web-subscriber-person = About this person
web-subscriber-name = Name
web-subscriber-new-address = New email address
web-subscriber-since = Known since
web-subscriber-number = Number
web-subscriber-lists = Lists
web-subscriber-fields = Fields
web-subscriber-no-lists = Not on any list that you may see.
web-subscriber-suppression-stays = Only the person can change that.
web-subscriber-opted-out = Unsubscribed from all emails on { DATE($time) }. No import subscribes this person to any list; only they can sign up again.
web-subscriber-sent = Emails
web-subscriber-newest = Newest emails
web-subscriber-consent = Consent
web-subscriber-said-elsewhere = According to the imported file, this was said on
web-subscriber-wording-version = wording { $version }
web-subscriber-no-consent = There is no consent on record for any list that you may see.
web-subscriber-notes = Notes
web-subscriber-note = New note
web-subscriber-note-hint = For colleagues. The person gets it too if they ask for their data, and it is deleted with their data.
web-subscriber-note-save = Save note
web-subscriber-acts = Done by staff
web-subscriber-no-acts = Nothing yet.
web-subscriber-command-line = Command line
web-subscriber-requests = At this person’s request
web-subscriber-back = Back without changing anything
web-subscriber-reason = Reason
web-subscriber-reason-hint = For example “asked by telephone on 3 March”. Do not write the name or the address: the reason stays in the audit log after the person’s data is erased.
web-subscriber-which = From which list?
web-subscriber-choose = Please choose
web-subscriber-all-lists = From all lists, also those made later
web-subscriber-list-missing = Please choose which list this person leaves, or all of them. Nothing was changed.
web-subscriber-do-unsubscribe = Unsubscribe
web-subscriber-do-correct = Correct name or language
web-subscriber-do-fields = Change the fields
web-subscriber-do-address = Correct the address
web-subscriber-do-merge = Merge with another entry
web-subscriber-do-suppress = Block the address
web-subscriber-do-lift = Lift the block
web-subscriber-do-export = Hand over the data
web-subscriber-do-evidence = Proof of consent
web-subscriber-do-erase = Erase
web-subscriber-about-unsubscribe = The person gets no more emails to the list you choose. Only they can subscribe again; no import does.
web-subscriber-about-correct = The next email goes out in the new language and with the new name.
web-subscriber-about-fields = What you change here counts for segments and for the next email. The audit log keeps which fields were changed, not what stands in them.
web-subscriber-about-address = Everything stays with this person: lists, consent, unsubscriptions, and what they were sent. If they have confirmed by email before, emails go to the new address at once, also those of a campaign that is being sent now; nobody gets the same campaign twice. Otherwise the new address first gets an email asking its reader to confirm. Nothing is sent to the old address any more.
web-subscriber-about-suppress = Nothing is sent to this address any more, whatever the lists say. The consent stays as it is, and you can lift the block later. If the person does not want our emails, unsubscribe them instead.
web-subscriber-about-lift = Emails are sent to this address again, to the lists that the person is subscribed to. If the provider still blocks the address, the block comes back within a day.
web-subscriber-about-export = You get everything that is known about this person, to give to them: to read, or as a file for another program. Make sure that the person asking is really the one.
web-subscriber-about-evidence = You get what this person agreed to and refused: lists, the words they saw, in which language, how and when. The file is signed: “bilten gdpr verify” says whether anything in it was changed. It holds the address; give it only to whoever may have it.
web-subscriber-about-erase = Everything that is known about this person is deleted: address, name, consent, notes, and what providers reported. Nobody can undo this. Only an encoded trace of the address stays, so that no import and no restored backup brings the person back. Backups made until today keep the data until they are deleted.
web-subscriber-done-unsubscribe = The person has been unsubscribed.
web-subscriber-done-correct = The change has been saved.
web-subscriber-done-fields = The fields have been saved.
web-subscriber-done-address = The address has been corrected.
web-subscriber-done-address-asked = The address has been corrected. The new address gets an email asking its reader to confirm; until then they get nothing else from the lists that wait for it.
web-subscriber-done-merge = The two entries have been merged.
web-subscriber-done-suppress = The address has been blocked.
web-subscriber-done-lift = The block has been lifted.
web-subscriber-done-note = The note has been saved.
web-subscriber-done-erase = The person’s data has been erased.
web-subscriber-export-page = Show it to read
web-subscriber-export-file = Download as a file (JSON)
web-subscriber-evidence-title = Proof of consent
web-subscriber-evidence-lead = This shows which steps were recorded for this address: with the words that were shown, the language, the way and the moment. A confirmation by link shows that somebody with access to this mailbox followed it; what came by import rests on what the import’s legal basis says. The file that you can download in place of this page is signed.
web-subscriber-evidence-made = Made on
web-subscriber-export-title = Data about one person
web-subscriber-export-lead = This is everything that is known about this person. You can print the page, or go back and download a file.
web-merge-find-lead = If this person is here twice, name the other entry. You then see both side by side and what comes of them, before anything changes.
web-merge-other = Email address or number of the other entry
web-merge-other-hint = The whole address, or the number on the other entry’s page.
web-merge-look = Show both
web-merge-kept = This entry stays
web-merge-gone = This entry is merged into it
web-merge-opted-out = Unsubscribed from all emails.
web-merge-swap = Keep the other one instead
web-merge-outcome = What comes of it
web-merge-was = before: { $kept }; other entry: { $gone }
web-merge-lead = An unsubscription or a complaint at either entry counts for both: whoever left a list at one of them is off it. Topics that the person does not want stay unwanted, and the longer pause counts. Consent, notes, tags and what was sent stay. A campaign that is being sent now reaches the person once. Nothing is sent to the other address any more. This cannot be undone.
web-merge-press = Merge the two entries
web-exports-title = Export subscribers
web-exports-alert = Administrators are told of each export by email.
web-exports-lead = You get a file with addresses, names and subscriptions. It is noted who took it and why. Keep the file safe, and delete it when you no longer need it.
web-exports-what = What?
web-exports-lists = Lists
web-exports-segments = Segments
web-exports-of-search = What your search finds, without subscribers of protected lists.
web-exports-what-missing = Please choose a list or a segment. Nothing was exported.
web-exports-format = Format
web-exports-format-csv = CSV, also to import here
web-exports-format-xlsx = Excel (XLSX), also to import here
web-exports-format-json = JSON, for programs, also to import here
web-exports-format-unknown = This format is not known. Please choose CSV, XLSX or JSON.
web-exports-reason = On what grounds?
web-exports-reason-hint = For example “copy for the printer of the annual report, contract of 3 March”. It stays in the audit log.
web-exports-press = Export
web-exports-requests = Protected lists
web-exports-requests-hint = A protected list leaves the program only if a colleague agrees who may export it, too. The agreement holds for one hour and one file.
web-exports-no-requests = Nobody has asked yet. Choose a protected list above to ask.
web-exports-state-waiting = waits for a colleague
web-exports-state-granted = agreed
web-exports-state-refused = refused
web-exports-state-used = taken
web-exports-state-lapsed = lapsed
web-exports-decided-by = Decided by
web-exports-until = Valid until
web-exports-grant = Agree
web-exports-refuse = Refuse
web-exports-download = Download the file
web-exports-done-asked = Your colleagues who may decide see the request on their Today page. Come back here when one of them has agreed.
web-exports-done-granted = You have agreed. The colleague who asked has one hour to take the file.
web-exports-done-refused = You have refused.
web-exports-found = Export what was found
web-today-exports = { $count ->
    [one] A colleague asks to export a protected list.
   *[other] { $count } requests to export a protected list wait for you.
}
web-search-title = Did this reader get it?
web-search-lead = Enter the whole address of a subscriber. For each campaign you see in one sentence whether they got it, or why not. If a subscriber is found, your name and the time are written into the audit log.
web-search-link = Search for one reader in all campaigns
web-search-address = Email address
web-search-do = Search
web-search-protected = Campaigns to protected lists are not searched: you may not see who is on them.
web-search-unknown = There is no subscriber with this address. They may have signed up with another one.
web-search-no-campaigns = There is no campaign to show.
web-search-delivery = Details
web-search-delivered = Sent on { DATE($time) }, and delivered
web-search-pending = Sent on { DATE($time) }; there is no report yet whether it arrived
web-search-deferred = Sent on { DATE($time) }; it is delayed on the way
web-search-bounced = Sent on { DATE($time) }, but the reader’s mail server refused it
web-search-complained = Sent on { DATE($time) }, and delivered; the reader complained about it
web-search-queued = It is waiting to be sent
web-search-sending = It is being sent right now
web-search-in_doubt = It is in doubt whether it was sent
web-search-rejected = Not sent: the provider refused the address
web-search-failed = Not sent: given up after several attempts
web-search-skipped = Not sent: left out when its turn came
web-search-cancelled = Not sent: the campaign was cancelled before
web-search-suppressed = Not sent: the address was blocked from { DATE($time) } on, because it bounced, its owner complained, or staff blocked it
web-search-unconfirmed = Not sent: this person had asked for the list, but had not confirmed
web-search-unsubscribed = Not sent: this person had unsubscribed on { DATE($time) }
web-search-joined_later = Not sent: this person joined the list later, on { DATE($time) }
web-search-not_on_list = Not sent: this person was not on the list
web-search-paused = Not sent: this person had paused emails until { DATE($time) }
web-search-not_their_topic = Not sent: this person had chosen to get no emails on this topic
web-search-in_weekly_digest = Not sent: this person gets it in the weekly digest, as they chose
web-search-in_monthly_digest = Not sent: this person gets it in the monthly digest, as they chose
web-search-nothing_for_them = Not sent: there was nothing new in this digest for this person
web-search-excluded = Not sent: this person was on a list that this campaign left out
web-search-not_in_segments = Not sent: the campaign went to certain segments of its lists only, and this person was not meant then
web-search-unexplained = Not sent; the records that are left do not say why

web-segments-title = Segments
web-segments-follow-ups = For follow-ups to recalled or corrected campaigns ({ $count })
web-segments-follow-ups-hint = Made with the draft to whoever got such a campaign. Where you choose segments, they are not offered.
web-segments-none = There are no segments yet. A segment says who of a list is meant: of one language, signed up this year, or who did not get the last campaign.
web-segment-new = New segment
web-segment-name = Name
web-segment-conditions = Who is in it
web-segment-group = Group { $number }
web-segment-kind = A person meets
web-segment-kind-all = all of these
web-segment-kind-any = any of these
web-segment-kind-none = none of these
web-segment-row-list = On a list
web-segment-row-language = Language
web-segment-row-signed_up = Signed up
web-segment-row-got = Got a campaign
web-segment-row-tag = Tag
web-segment-row-topic = Gets news on a topic
web-segment-row-field = Field: { $label }
web-segment-operator = Yes or no
web-segment-when = When
web-segment-operator-is = yes
web-segment-operator-not = no
web-segment-operator-since = on this day or later
web-segment-operator-before = before this day
web-segment-asked = What is in it
web-segment-field-is = is
web-segment-field-not = is not
web-segment-field-contains = has these words
web-segment-field-lacks = does not have these words
web-segment-field-at_least = is at least
web-segment-field-more = is more than
web-segment-field-at_most = is at most
web-segment-field-less = is less than
web-segment-field-filled = is filled in
web-segment-field-empty = is empty
web-segment-date-is = is this day
web-segment-date-not = is not this day
web-segment-date-at_least = on this day or later
web-segment-date-more = after this day
web-segment-date-at_most = on this day or earlier
web-segment-date-less = before this day
web-segment-date-filled = is filled in
web-segment-date-empty = is empty
web-segment-value-list = Any of these lists
web-segment-value-language = Languages, such as: sl, en
web-segment-value-signed_up = Day
web-segment-value-got = Campaign
web-segment-value-tag = Tags, with commas between them
web-segment-value-topic = Any of these topics
web-segment-value-field = Value
web-segment-value-missing = Condition { $number } says nothing yet. Nothing was changed; please fill it in, or remove it.
web-segment-add-label = Add a condition
web-segment-add = Add
web-segment-remove = Remove
web-segment-another-group = Another group
web-segment-another-group-hint = A person has to meet every group.
web-segment-too-nested = These conditions are nested more deeply than the form can show. They are edited as text.
web-segment-as-text = As text
web-segment-text = The same, as text
web-segment-text-hint = With and, or, not and brackets. For example:
web-segment-save = Save the segment
web-segment-save-text = Save this text
web-segment-done-saved = The segment is saved.
web-segment-done-deleted = The segment is deleted.
web-segment-reopens = If you change who is in it, these campaigns become drafts again and have to be approved anew:
web-segment-uses = Campaigns with this segment
web-segment-unused = No campaign uses it.
web-segment-delete = Delete the segment
web-segment-total = { $count ->
    [0] Nobody is in it now
    [one] { $count } person is in it now
   *[other] { $count } people are in it now
  }
web-segment-between = Between { $least } and { $most } people are in it now
web-segment-estimated = Estimated from one person in { $parts }. Before a campaign goes out, everybody is counted.
web-segment-count-everybody = Count everybody now
web-segment-through = Confirmed readers of:
web-segment-encrypted = Conditions on fields leave out people on protected lists: what stands in their fields is encrypted.
web-segment-not-counted = Not counted yet.
web-campaign-got = only whoever got the campaign { $names }
web-campaign-segments = { $count ->
    [one] only the segment { $names }
   *[other] only the segments { $names }
}
web-campaign-lost-by-segment = A segment of its audience was changed after this campaign had been submitted. It is a draft again, and has to be submitted and approved anew.
web-campaign-segments-out = { $count ->
    [one] without the segment { $names }
   *[other] without the segments { $names }
}
web-audience-title = Audience of “{ $name }”
web-audience-lists = Lists and segments
web-audience-in = Goes to subscribers of
web-audience-out = Except subscribers of
web-audience-protected = (protected: alone only)
web-audience-first = First list
web-audience-first-hint = With several lists, this one’s name stands in the heading, and whoever is on it and on others is reached through it.
web-audience-segments = Only those in one of these segments
web-audience-segments-hint = With none ticked, everybody on the lists gets it.
web-audience-segments-out = Except those in these segments
web-audience-segments-page = Segments: make or change one
web-audience-save = Save the audience
web-audience-count = Count only
web-audience-unsaved = This is counted for what is ticked now. It is not saved yet.
web-audience-frozen = The campaign has begun to go out: its audience stays as it is.
web-audience-total = { $count ->
    [0] Nobody would get it now
    [one] { $count } person would get it now
   *[other] { $count } people would get it now
}
web-audience-other-language = In another language than their own
web-audience-capped = Of these, people who have had as many emails within seven days as your organisation sends: { $count }. If it goes out now, they do not get it, now or later.
web-audience-urgent = An urgent statement: it goes at once also to people who chose weekly or monthly.
web-audience-left-out = Left out
web-audience-left-out-none = Nobody on these lists is left out.
web-audience-left-out-pending = not confirmed yet
web-audience-left-out-unsubscribed = unsubscribed
web-audience-left-out-suppressed = address bounced, its owner complained, or it is blocked
web-audience-left-out-paused = paused emails for a while
web-audience-left-out-not_their_topic = do not want emails on this topic
web-audience-left-out-in_weekly_digest = get it in the weekly digest
web-audience-left-out-in_monthly_digest = get it in the monthly digest
web-audience-left-out-nothing_for_them = have had all of it, or get it in another digest
web-audience-left-out-excluded = on a list that is left out
web-audience-left-out-excluded_segment = in a segment that is left out
web-audience-left-out-in_no_segment = in none of the chosen segments
web-audience-sample = Some of them
web-audience-sample-lead = { $count ->
    [one] One of them, picked at random.
   *[other] Up to { $count } of them, picked at random.
}
web-audience-hidden = A reader (hidden)
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
web-again-lead = Whoever was refused by the provider, or given up after several attempts, does not have this email. Send it again when the cause is gone, for example a sending limit. Anyone who has unsubscribed or been blocked in the meantime is skipped.
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

web-editor-tools = Formatting
web-editor-heading = Heading
web-editor-subheading = Subheading
web-editor-bold = Bold
web-editor-italic = Italic
web-editor-link = Link
web-editor-link-address = Address of the link
web-editor-link-save = Set the link
web-editor-link-remove = Remove the link
web-editor-link-wrong = This address cannot be opened from an email. Enter the address of a page (such as example.org/news), an email address, or tel: and a number, without spaces.
web-editor-cancel = Cancel
web-editor-bullets = Bulleted list
web-editor-numbers = Numbered list
web-editor-quotation = Quotation
web-editor-table = Insert a table
web-editor-header-row = First row is column headings
web-editor-row-after = Add a row below
web-editor-column-after = Add a column
web-editor-delete-row = Delete the row
web-editor-delete-column = Delete the column
web-editor-delete-table = Delete the table
web-editor-undo = Undo
web-editor-redo = Redo
web-editor-merge-field = Insert a merge field
web-editor-direction = Direction of writing
web-editor-direction-auto = As the letters run
web-editor-direction-ltr = Left to right
web-editor-direction-rtl = Right to left
web-editor-pictures-left-out = The text is pasted without its pictures. Add them below, each with a text for those who cannot see it.
web-editor-files-left-out = Files cannot be put into the text. Add them below, each with its text. Nothing has changed.
web-editor-missing = The editor is not there, because this server could not fetch its parts when it was set up. The text is written as it stands here, in Markdown or HTML, and nothing is lost. To have the editor, run “make install” on the server again, with a network.

# Imports of subscribers.
web-import-all = Import people from a file
web-import-title = Import people into “{ $list }”
web-import-lead = You will see how the file is read and what would change before anything is written. Nobody who has unsubscribed, bounced or complained is subscribed again.
web-import-archived = The list is archived, so nobody can be imported into it. Open it again on its page.
web-import-consent = Where and how did these people agree?
web-import-consent-hint = For example: paper forms, assembly of May 2026. Their consent is the legal basis of this import: your words are kept with each of them as proof, and in the audit log.
web-import-language = Language of people whose row names none
web-import-language-each = Every row names its language
web-import-language-hint = Rows without a language are not imported unless you choose one here.
web-import-said-no = People who said no
web-import-said-no-nobody = The file itself says who did, or nobody did
web-import-said-no-unsubscribed = Everybody in the file has unsubscribed
web-import-said-no-opted_out = Everybody in the file wants no email from us at all
web-import-said-no-bounced = Every address in the file has bounced
web-import-said-no-blocked = We do not write to any address in the file
web-import-said-no-complained = Everybody in the file has complained
web-import-said-no-hint = For a file in which all have said no and no column says so.
web-import-update = Also take names, languages and fields of people who are known already from the file
web-import-file = File
web-import-file-hint = A CSV file, a spreadsheet (XLSX, ODS, XLS), or an export of another system as it is, such as Mailchimp’s zip or a list of addresses; up to { $megabytes } MB and { $rows } rows. It is kept until it is imported, for two days at most.
web-import-file-missing = No file was chosen. Please choose one.
web-import-too-large = The file is larger than { $limit } MB. Nothing was saved; please split it into smaller files.
web-import-note-too-long = The description of the consent is longer than { $limit } characters. Please shorten it.
web-import-words-refused = “{ $words }” does not say what a word means. Please write it like this: slo=sl
web-import-upload = Upload and look at it
web-import-earlier = Earlier imports
web-import-of = Import of { $file }
web-import-reading = How the file is read
web-import-names = Names as they are read:
web-import-sheet = Sheet
web-import-sheet-first = { $sheet } (the first one)
web-import-encoding = Text encoding
web-import-encoding-found = { $encoding } (found out)
web-import-find-out = Find out
web-import-system = Where the file comes from
web-import-parts = Files that are read:
web-import-delimiter = Between the cells
web-import-delimiter-found = { $delimiter } (found out)
web-import-delimiter-comma = comma
web-import-delimiter-semicolon = semicolon
web-import-delimiter-tab = tab
web-import-delimiter-bar = vertical bar
web-import-words = What words in the language column mean
web-import-words-hint = Only where Bilten asks about them, such as slo=sl. Separate several with commas.
web-import-columns = Columns
web-import-columns-hint = Each with its first rows and what it was taken for. Choose something else where that is wrong.
web-import-columns-more = { $count ->
        [one] One more column is read, but not shown here.
       *[other] { $count } more columns are read, but not shown here.
    }
web-import-column-title = Title
web-import-column-cells = First rows
web-import-column-taken = Taken as
web-import-as-found = { $what } (found out)
web-import-as-address = Email address
web-import-as-name = Name
web-import-as-first_name = First name
web-import-as-last_name = Last name
web-import-as-language = Language
web-import-as-status = Status
web-import-as-confirmed = Whether they confirmed
web-import-as-moment = When they agreed
web-import-as-no = Says who said no. This always counts.
web-import-as-ignored = Says nothing about consent; not needed
web-import-as-tags = Tags
web-import-as-topics = Choices about topics
web-import-as-paused_until = Emails paused until
web-import-as-field = Field: { $label }
web-import-as-harmless = Not needed
web-import-as-asked = Not known; it is checked for a no
web-import-grounds = Consent
web-import-check = Check without importing
web-import-check-hint = Nothing is written to people yet. You will see each row and what would become of it.
web-import-read-again = Read the file again like this
web-import-columns-unread = { $file } cannot be imported like this, because we cannot tell whether these columns say that somebody does not want your email. (What stands there, with its line in brackets; – is an empty cell.)
    { $columns }
    Please look at each of them in the file. If it says nothing about that, choose “Says nothing about consent; not needed” for it below; this is recorded. If it says who wants your email or who does not, change its title in the file to “subscribed” or “unsubscribed”, write only yes or no in it, and upload the file again.
web-import-encoding-unclear = It is not clear in which code page { $file } was saved. As read: { $readings }. Choose the text encoding whose names are right below.
web-import-encoded-twice = Some names in { $file } look as if they had been encoded twice. As read, and as they may be meant: { $readings }. Choose the text encoding below: one that begins with “utf-8-as” corrects them, utf-8 keeps them as they stand.
web-import-heading = Line { NUMBER($line, useGrouping: 0) } of { $file } has no address and stands alone: “{ $words }”. There are people below it, and if it is a heading, it may be about who does not want your email. If so, put the people below it into a file of their own and say there that everybody has unsubscribed; if not, delete the line, or complete it if it is a person, and upload the file again.
web-import-named-no = The name of { $file } suggests that these people said no or never said yes, but no column says who. If they said no, say so below; if the name is wrong, rename the file and upload it again.
web-import-without-header = No column of { $file } was recognised as the one with email addresses. Choose it below; if the first line is no header, please add one: email, name, language, status.
web-import-may-say-no = The column “{ $title }” says “{ $words }”, which may mean no. This row is not imported. If it means no, write unsubscribed in a column called status; { $column ->
    [name] if it is part of the name, write the name otherwise in the file.
   *[other] if this column is about something else, say that it says nothing about consent.
 }
web-import-facts = Summary
web-import-nothing-written = Nothing has been written to people yet. This is what the import would do now.
web-import-is-undone = { $count ->
        [0] The import is undone. Nobody was taken off the list.
        [one] The import is undone: one person was taken off the list again.
       *[other] The import is undone: { $count } people were taken off the list again.
    }
web-import-progress = { NUMBER($count) } of { $total } rows
web-import-goes-on = It goes on by itself; you can leave this page.
web-import-on-grounds = Consent:
web-import-erased = The rows have been erased, so the import can no longer be undone.
web-import-rows-until = The rows can be looked at until
web-import-by-command = By a command on the server
web-import-kept-until = The rows can be looked at, and the import can be undone, until
web-import-start = Import
web-import-start-hint = It is written in the background, and can be undone for 30 days.
web-import-change = Change how the file is read
web-import-change-hint = Back to encoding, columns and consent. The check is made again afterwards.
web-import-undo = Undo the import
web-import-undo-hint = Who was new is taken off the list, and names and languages come back. Whoever has signed up, confirmed, saved their preferences, unsubscribed or was written to since stays, and a no stays a no.
web-import-discard = Discard
web-import-discard-hint = The file and what was read of it are erased. Nothing was written to people.
web-import-rows = Row by row
web-import-rows-first = From the beginning
web-import-rows-further = Further rows
web-import-rows-download = Download as CSV
web-import-rows-download-protected = Without addresses and names, because the list is protected.
web-import-group-new = New
web-import-group-changed = Changed
web-import-group-unchanged = Unchanged
web-import-group-protected = Protected by a no
web-import-group-refused = Not imported
web-import-about-new = People who are not on the list yet.
web-import-about-changed = A correction, or a no of the file that was not known here.
web-import-about-unchanged = People who are on the list already, and about whom the file says nothing new.
web-import-about-protected = They have said no, or their address bounced, complained or is blocked. No import changes that.
web-import-about-refused = Each with the reason. Correct these rows in the file and import it again: what was imported stays as it is.
web-import-row-address = Address
web-import-row-line = Line
web-import-row-name = Name
web-import-row-language = Language
web-import-row-outcome = Outcome
web-import-row-before = before:
web-menu-retention = Retention
web-settings-retention = What is deleted by its age, how much that is today, and when it goes.
web-retention-lead = What is no longer needed is deleted once a day, by itself. Here you see beforehand what would go. Nobody’s unsubscription or block is lost by it, and the numbers in reports stay.
web-retention-next = The next time:
web-retention-rules = What is deleted
web-retention-what-unconfirmed = Whoever signed up and never confirmed is deleted. Whoever had unsubscribed before, and did not confirm the new sign-up, is unsubscribed again.
web-retention-what-left = They are erased like somebody who asks for it. A keyed hash of the address stays, so that no import brings them back.
web-retention-what-webhooks = Their contents are deleted. Deal before that with the complaints and emails that are waiting for you.
web-retention-what-events = Reports of deliveries are deleted; of bounces and complaints only the number stays. What a campaign needs that is still being sent, or was finished within this time, is kept.
web-retention-what-staff_mails = The subject and the text are deleted once the email has been sent.
web-retention-what-audit_log = Old entries are deleted. Their seals stay, so that it can be checked that nothing else is missing.
web-retention-period = { $days ->
    [one] Deleted after one day.
   *[other] Deleted after { $days } days.
}
web-retention-due = { $count ->
    [0] Nothing is due now.
    [one] One entry is due now.
   *[other] { $count } entries are due now.
}
web-retention-oldest = The oldest is of
web-retention-off = Off: nobody has set after how many days they are deleted.
web-retention-setting = Set in the settings file as
web-retention-at-once = Delete at once
web-retention-reason = Why at once?
web-retention-reason-hint = For example “before the audit”. It stays in the audit log. What is deleted cannot be brought back.
web-retention-press = Delete what is due
web-retention-asked = It begins within a minute. How far it is stands below.
web-retention-under-way = Under way
web-retention-by-hand = At once:
web-retention-taken = { $count ->
    [0] Nothing was due.
    [one] One entry deleted.
   *[other] { $count } entries deleted.
}
web-retention-runs = What was deleted
web-retention-no-runs = Nothing has been deleted by its age yet.
web-retention-kept = What else is kept, and how long
web-menu-data-protection = Data protection
web-settings-data-protection = Who asked for their data, a correction or erasure, by when it is due, and when it was done.
web-request-lead = Whoever asks has an answer due within a month (GDPR, article 12). What you do in Bilten, such as handing over data or erasing, is entered here by itself. What comes by letter and waits, you enter. No name and no address stands here.
web-request-waiting = Waiting
web-request-none-waiting = Nobody waits for an answer.
web-request-closed = Done
web-request-none-closed = Nothing is done yet.
web-request-older = Older
web-request-kind = What do they ask for?
web-request-kind-access = Access to their data
web-request-kind-correction = Correction
web-request-kind-erasure = Erasure
web-request-kind-restriction = Restriction of processing
web-request-kind-portability = Their data to take elsewhere
web-request-kind-objection = No more emails (objection)
web-request-person = Person { NUMBER($id, useGrouping: 0) }
web-request-nobody = Not here, or erased
web-request-received = Received on
web-request-due = Due on
web-request-done-on = Done on
web-request-late = Late
web-request-by-themselves = Done by the person, from their preferences.
web-request-close = Done
web-request-enter = Enter a request
web-request-who = Who?
web-request-who-hint = An email address, or the number of a person here. Of an address that nobody here has, only a keyed hash is kept.
web-request-received-on = When did it come?
web-request-how = How did they ask?
web-request-how-hint = For example “by letter, folder 12”. Without a name or an address.
web-request-press = Enter
web-request-done-entered = Entered. It is due within a month.
web-request-done-closed = This request is done.
web-register-lead = What Bilten knows of its own settings is filled in: purposes, lists, recipients, erasure periods, security. What only you know, you write here, in each language. Read it through before you hand it out: the legal bases are those usual for a newsletter.
web-register-sheet = Show all of it to print
web-register-file = Download (Markdown)
web-register-write = What you write: { $language }
web-register-save = Save
web-register-saved = Saved.

### Digests

web-menu-digests = Digests
web-settings-digests = What is new goes out together on days that you choose, or each item at once: as a draft, to approvers, or sent automatically.
web-digests-lead = A digest gathers what has been published since the last one, and goes out on days that you choose. Or each item goes out by itself, as soon as it is published.
web-digests-none = There are no digests yet.
web-digest-new = New digest
web-digest-new-hint = What there is now is not in it; it begins with what comes next. A digest that is sent automatically has to be approved by as many people as a campaign; by creating it, you approve it.
web-digest-lacks = A digest needs a list and a sender. Both are in the settings.
web-digest-make = Create digest
web-digest-does-draft = Makes drafts
web-digest-does-ask = Drafts it and asks approvers
web-digest-does-send = Is sent automatically
web-digest-is-on = On
web-digest-is-off = Off
web-digest-next = next: { $time }
web-digest-next-ten = The next ten
web-digest-moved = (moved from { $day }, a public holiday)
web-digest-off-hint = It is off.
web-digest-turn-off-hint = Nothing is made any more. What is scheduled already is sent, unless you cancel it among the campaigns.
web-digest-served = { $count ->
    [one] One person chose to get news by this digest. If you turn it off and no other digest serves them, they get it at once.
   *[other] { $count } people chose to get news by this digest. If you turn it off and no other digest serves them, they get it at once.
  }
web-digest-turn-on-hint = What came while it was off is not in it. If it is sent automatically, others have to approve it anew.
web-digest-approve-hint = Your approval is for every digest that it sends, until somebody changes it.
web-digest-history = What became of the last ones
web-digest-history-none = There has not been one yet.
web-digest-outcome-drafted = drafted
web-digest-outcome-asked = approvers were asked
web-digest-outcome-scheduled = sent automatically
web-digest-outcome-held = drafted, not sent
web-digest-outcome-empty = left out
web-digest-outcome-failed = not possible
web-digest-items = { $count ->
    [one] one item
   *[other] { $count } items
}
web-digest-now = What would go out now
web-digest-would-be-held = It would be drafted and not sent:
web-digest-each-item = Each news item, and why
web-digest-no-items = There is no news yet.
web-digest-older = Older
web-digest-to-campaign = Campaign { $number }
web-digest-state-irrelevant = not for it
web-digest-state-skipped = left out
web-digest-state-queued = waits
web-digest-state-drafted = in a campaign
web-digest-state-sent = sent
web-digest-state-held = held
web-digest-state-errored = error
web-digest-as-it-is = Show how it is now
web-digest-done-created = The digest is on.
web-digest-done-details = Saved.
web-digest-done-on = The digest is on. It begins with what comes next.
web-digest-done-off = The digest is off.
web-digest-done-approve = Your approval is recorded.
web-digest-when = When
web-digest-pattern-weekly = Every week
web-digest-pattern-fortnightly = Every two weeks
web-digest-pattern-first_of_month = On the first of the month
web-digest-pattern-last_working_day = On the last working day of the month
web-digest-pattern-on_publication = As soon as something is published, each item in an email of its own
web-digest-on-publication-hint = In that case, days and times have no meaning; nor has what is asked below about the email, except its languages.
web-digest-each-by-itself = each item by itself, as soon as it is published
web-digest-on-publication = As soon as something is published, and nothing of it has changed for a moment. What is published at night waits for the morning, if your installation is set so.
web-digest-nothing-waits = Nothing is waiting.
web-digest-most-at-once-hint = Only for items that go out by themselves: if more come at about the same time, they become drafts and are not sent. From 1 to { $limit }.
web-digest-weekdays = Days of the week
web-digest-at = Time
web-digest-at-hint = For example 08:00.
web-digest-moves = If it falls on a public holiday, make it on the next working day
web-digest-mode = What happens then
web-digest-mode-draft = A draft is made; you look at it and submit it
web-digest-mode-ask = A draft is made and submitted; approvers get an email
web-digest-mode-send = It is sent, in the name of the people who approved this
web-digest-lists = To which lists
web-digest-segments = Only to those in one of these segments (none ticked: to everybody):
web-digest-news = Which news
web-digest-news-hint = Of each group, what you tick. Nothing ticked: everything.
web-digest-kinds = Kinds
web-digest-sources = Sources
web-digest-by-hand = Added by hand
web-digest-topics = Topics
web-digest-only-languages = Has a text in
web-digest-words = Words
web-digest-words-hint = With commas between them; at least one must be in the title, the summary or the topic.
web-digest-days-hint = What is older is not taken.
web-digest-takes-sent = Also take what the same readers have had in an email of its own
web-digest-email = The email
web-digest-least = At least so many items
web-digest-least-hint = If there are fewer, they wait for the next digest.
web-digest-most = At most so many items
web-digest-most-hint = The others wait for the next digest. From 1 to { $limit }.
web-digest-order = Order
web-digest-order-newest = Newest first
web-digest-order-oldest = Oldest first
web-digest-lead = What comes first
web-digest-lead-none = In this order
web-digest-design = Design
web-digest-languages = Languages of the email
web-digest-languages-hint = Nothing ticked: those of its news.
web-digest-introduction = Introduction
web-digest-subject = Subject
web-digest-subject-hint = What stands around the titles, such as “This week: {"{titles}"}”. Empty: the titles of what is in it, as many as fit.
web-digest-calendar = Public holidays, first day, time zone
web-digest-starts-on = First day
web-digest-starts-on-hint = Every two weeks is counted from its week.
web-digest-zone = Time zone
web-digest-zone-hint = Its name, for example Europe/Ljubljana.
web-digest-voids = If you change anything, the approvals of others no longer count and they have to approve it again.
web-digest-missing = { $count ->
    [one] One more person has to approve it before it is sent. Until then it makes drafts.
   *[other] { $count } more people have to approve it before it is sent. Until then it makes drafts.
}

# Welcome series
web-menu-welcome = Welcome series
web-settings-welcome = Emails that each new reader of a list gets by itself, some days after confirming.
web-welcome-lead = Whoever confirms that they want a list gets these emails one after another: the first at once, for example, and others after three and seven days.
web-welcome-none = There is no welcome series yet.
web-welcome-new = New welcome series
web-welcome-name = Name, for staff
web-welcome-list = For new readers of
web-welcome-sender = Sender
web-welcome-new-hint = It is off at first. Write its emails next; each is approved like any campaign.
web-welcome-make = Create series
web-welcome-lacks = A welcome series needs a list and a sender. Both are in the settings.
web-welcome-is-on = On
web-welcome-is-off = Off
web-welcome-email-count = { $count ->
    [0] no emails yet
    [one] { $count } email
   *[other] { $count } emails
}
web-welcome-for = For new readers of
web-welcome-state = On or off
web-welcome-since = On since { $time }. It is for whoever confirms after that.
web-welcome-off = It is off: nobody gets an email of it.
web-welcome-turn-on-hint = It begins with whoever confirms from now on. Nobody who is on the list already gets it.
web-welcome-turn-off-hint = Nobody gets another email of it, those in the middle of it neither. What is on its way arrives.
web-welcome-coming = The next two weeks
web-welcome-coming-line = { $count ->
    [one] { $count } reader, the email { $days ->
        [0] right after confirming
        [one] one day after confirming
       *[other] { $days } days after confirming
    }
   *[other] { $count } readers, the email { $days ->
        [0] right after confirming
        [one] one day after confirming
       *[other] { $days } days after confirming
    }
}
web-welcome-coming-hint = As it is today. Before each email it is asked again who may be sent it.
web-welcome-coming-none = At the moment nobody is waiting for an email of it.
web-welcome-rules = Who gets it
web-welcome-rule-who = Whoever confirmed by the link in our email. Not whom staff or an import put on the list.
web-welcome-rule-once = Each email once, also if somebody leaves the list and comes back. Between two emails there is at least a day.
web-welcome-rule-late = In quiet hours nothing is sent; it goes when they are over. What could not be sent for { $days } days is not sent any more.
web-welcome-rule-cap = The weekly limit of emails does not hold them back, but they count in it.
web-welcome-why = Did this reader get it, and if not, why?
web-welcome-emails = Emails
web-welcome-days = { $days ->
    [0] Right after confirming
    [one] One day after confirming
   *[other] { $days } days after confirming
}
web-welcome-had = { $count ->
    [0] Nobody has had it yet
    [one] { $count } reader has had it
   *[other] { $count } readers have had it
}
web-welcome-state-no_text = no text
web-welcome-state-draft = being written
web-welcome-state-in_review = waiting for approval
web-welcome-state-approved = approved
web-welcome-state-goes_out = goes out
web-welcome-state-is_off = off
web-welcome-state-paused = paused
web-welcome-state-stopped = stopped
web-welcome-hint-no_text = Its draft was deleted or cancelled. Take the email out, and add it again.
web-welcome-hint-paused = Nobody gets it at the moment. The campaign says why; resume it there.
web-welcome-hint-stopped = It was cancelled or recalled, or its sender is another by now. Write a new text, and have it approved.
web-welcome-new-text = Write a new text
web-welcome-new-text-hint = You get a copy to change. Until it is approved, the present text goes out; then the new one, to whoever has not had this email.
web-welcome-new-text-draft = a new text is being written
web-welcome-new-text-in_review = a new text is waiting for approval
web-welcome-new-text-approved = a new text is approved
web-welcome-change = Change
web-welcome-days-label = Days after confirming
web-welcome-days-hint = 0 is at once; { $limit } at most.
web-welcome-remove = Take this email out
web-welcome-remove-hint = Nobody gets it any more. Its report stays.
web-welcome-no-emails = There is no email in it yet. Add the first one.
web-welcome-add = Add an email
web-welcome-languages = Languages
web-welcome-languages-hint = Readers of other languages get the one that the list uses instead.
web-welcome-add-do = Write it
web-welcome-done-created = The series is created. Now add its emails.
web-welcome-done-on = The series is on. It begins with whoever confirms from now on.
web-welcome-done-off = The series is off.
web-welcome-done-days = Saved.
web-welcome-done-removed = The email is taken out.
web-welcome-campaign = This is an email of the welcome series “{ $name }”. Each new reader gets it { $days ->
    [0] right after confirming
    [one] one day after confirming
   *[other] { $days } days after confirming
}. Nobody sends it by hand.
web-welcome-campaign-approved = It is approved, and goes out as soon as the series is on.
web-welcome-campaign-reach = What you see below is everybody who is on the list today. They do not get this email; it shows in which language new readers would.
web-search-welcome_is_off = Not sent: the welcome series is off, or this email was taken out of it
web-search-welcome_no_text = Not sent: this email of the welcome series is paused, or stopped
web-search-welcome_had = Not sent: this person had this email of the welcome series with another text, on { DATE($time) }
web-search-welcome_not_by_themselves = Not sent: staff or an import put this person on the list; the welcome series is for whoever confirmed by themselves
web-search-welcome_before_series = Not sent: this person confirmed on { DATE($time) }, before the welcome series was turned on
web-search-welcome_before_email = Not sent: it would have been their turn on { DATE($time) }, before this email of the welcome series began to go out
web-search-welcome_too_late = Not sent: it was their turn on { DATE($time) }, could not be sent then, and is too late now
web-search-welcome_waits = Not sent yet: the welcome series sends it to this person on { DATE($time) }
web-search-welcome_is_due = Not sent yet: the welcome series sends it to this person next

web-quiet-title = Still want this?
web-quiet-lead = Readers who have not been heard from for a long time get one email: do they still want this list?
web-quiet-is-on = On
web-quiet-is-off = Off
web-quiet-state = On or off
web-quiet-due = { $count ->
    [0] Nobody would be asked at the moment.
    [one] { $count } reader would be asked.
   *[other] { $count } readers would be asked.
 }
web-quiet-due-now = { $count ->
    [0] Nobody is waiting to be asked at the moment.
    [one] { $count } reader is still to be asked.
   *[other] { $count } readers are still to be asked.
 }
web-quiet-between = Between { $least } and { $most } readers would be asked.
web-quiet-between-now = Between { $least } and { $most } readers are still to be asked.
web-quiet-estimated = Estimated from one person in { $parts }.
web-quiet-pace = { $days ->
    [one] At most { $most } a day: that takes { $days } day.
   *[other] At most { $most } a day: that takes about { $days } days.
 }
web-quiet-waiting = { $count ->
    [one] { $count } reader was asked and has a day to answer by.
   *[other] { $count } readers were asked and have a day to answer by.
 }
web-quiet-turn-on-hint = The first emails go out within a quarter of an hour, but not in the quiet hours.
web-quiet-turn-off-hint = Nobody else is asked, and nobody is taken off the list, not even those who were told a day.
web-quiet-no-sender = No sender is set for these emails. Whoever looks after the server sets BILTEN_SIGN_UP_SENDER.
web-quiet-archived = The list is archived: nobody is asked.
web-quiet-rule = Who is asked, and what follows
web-quiet-months = Months without a sign of life
web-quiet-months-hint = From { $least } to { $most }. Who stays silent is asked again after as many months.
web-quiet-a-day = Readers asked in a day, at most
web-quiet-a-day-hint = A list that was imported on one day is asked bit by bit, not all at once.
web-quiet-outcome = If a reader does not answer
web-quiet-outcome-stays = Nothing happens. The reader stays on the list.
web-quiet-outcome-leaves = The reader is taken off the list. The email says so, and names the day.
web-quiet-days = Days to answer
web-quiet-days-hint = From { $least } to { $most }. It counts only if readers are taken off.
web-quiet-protected = This list is for people at risk: its readers stay on it, whether they answer or not. The email does not name the list.
web-quiet-signs = What counts as a sign of life
web-quiet-sign-own = What readers do themselves: confirm, save their preferences, take a break, change their address, leave another list, or answer this question.
web-quiet-sign-none = Opening an email or following a link does not count: Bilten does not record who does.
web-quiet-sign-whom = Nobody is asked who has taken a break, whose address is blocked, or who is in a welcome series.
web-quiet-sign-cap = The weekly limit does not hold this email back, but counts it.
web-quiet-done-on = It is on. The first emails go out within a quarter of an hour.
web-quiet-done-off = It is off. Nobody is asked, and nobody is taken off the list.
web-quiet-done-saved = Saved.
