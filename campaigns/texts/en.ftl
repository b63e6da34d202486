### Errors

campaigns-unknown = There is no campaign { $id }. Nothing was changed. See the list of campaigns.
campaigns-no-variant = “{ $name }” has no text in the language “{ $language }”. Nothing was changed.
campaigns-variant-exists = “{ $name }” has a text in { LANGUAGE($language) } already. Nothing was changed.
campaigns-main-variant-stays =
    { LANGUAGE($language) } is the main language of “{ $name }”, so it cannot be removed. Nothing was changed. If you
    do not need it, draft a new campaign with another main language.
campaigns-second-sender-same = “{ $name }” cannot be its own second sender. Nothing was changed. Choose another sender, or none.
campaigns-template-of-other-kind = The template “{ $name }” is for another kind of campaign. Nothing was changed. Choose one of this kind.
campaigns-sender-campaign-under-way =
    “{ $name }”, which the sender “{ $sender }” carries, is under way: submitted, approved, scheduled or being sent.
    Nothing was changed. Wait until it has been sent, or make another sender.
campaigns-reopen-sender-changed =
    The sender “{ $name }” has been changed since this campaign was approved, so nothing more of it is sent. Nothing
    was changed. Draft a new campaign for those who did not get this one.
campaigns-sender-not-paused = The sender “{ $name }” is not paused. Nothing was changed.
campaigns-protected-not-public =
    “{ $name }” is for a list of people who may be at risk, so it cannot be in the public archive. Nothing was changed.
    Choose “anyone who has the link” or “nobody”.
campaigns-too-many-items =
    { $count } items are too many for one campaign; the limit is { $limit }. Nothing was drafted. Make two campaigns.
campaigns-block-unknown = This block is no longer in the campaign. Nothing was changed. Open the composer again to see what is in it now.
campaigns-block-newer = A block was written by a newer version of Bilten (shape { $version }), which this version cannot read. Nothing was changed. Please update Bilten.
campaigns-version-unknown = There is no such version of the campaign.
campaigns-preview-reader-unknown = There is no subscriber with this address.
campaigns-nothing-to-undo = There is nothing left to undo.
campaigns-nothing-to-redo = There is nothing left to redo.
campaigns-compose-submitted = This campaign has been submitted meanwhile, so nothing is saved while you type. Press Save: it is then a draft again.
campaigns-block-of-item = News is added by choosing it. Nothing was added. Choose news and try again.
campaigns-too-many-blocks = A campaign has at most { $limit } blocks. Nothing was added. Remove one first.
campaigns-no-items-chosen = You chose no news, so nothing was added. Choose at least one news item.
campaigns-block-empty = Block { $number } ({ $kind ->
    [heading] heading
    [text] text
    [quotation] quotation
    [picture] image
    [button] button
    [pdf] PDF
   *[appeal] appeal
  }) is empty in every language and is left out of the email. Fill it in or remove it.
campaigns-block-language-missing = Block { $number } ({ $kind ->
    [heading] heading
    [text] text
    [quotation] quotation
    [picture] image
    [button] button
    [pdf] PDF
   *[appeal] appeal
  }) has nothing in { LANGUAGES($missing) }. Readers of { $variants ->
    [one] this variant
   *[other] these variants
  } see it in { LANGUAGE($instead) }. Add the text or remove the block.
campaigns-item-twice = An item is listed twice. Nothing was drafted. List each item once.
campaigns-unknown-language =
    “{ $language }” is not a language code. Nothing was drafted. Use codes such as sl, en or ar.
campaigns-no-brand =
    The organisation’s name and postal address are not set yet, and every email must have them.
    Nothing was changed. Run “bilten init”, then try again.
campaigns-changed-meanwhile =
    Somebody else has just changed “{ $name }”. Your change was not made, and nothing was lost.
    Reload the page and try again.
campaigns-not-now =
    That is not possible now: { $state ->
        [draft] the campaign is a draft
        [in_review] the campaign is in review
        [approved] the campaign is approved, and not scheduled
        [scheduled] the campaign is scheduled
        [preparing] the campaign is about to be sent
        [sending] the campaign is being sent
        [paused] the campaign is paused
        [sent] the campaign has been sent
       *[cancelled] the campaign was cancelled
    }. Nothing was changed.
    Check its present state; somebody else may have changed it.
campaigns-changed-since-seen =
    “{ $name }” has changed since you looked at it. It was not approved. Look at it again, then approve it.
campaigns-correction-too-early =
    “{ $name }” has not been sent yet, so there is nothing to correct. Nothing was changed. Edit the campaign instead.
campaigns-changed-by-another =
    Somebody else has changed this since you opened the page. Nothing was saved, and their change was not lost.
    Read it as it is now; save again if you want to replace it with yours.
campaigns-own-approval =
    You drafted “{ $name }” yourself, so somebody else has to approve it. Nothing was changed.
campaigns-statement-no-text = This news item has no text in any language yet.
campaigns-statement-no-list = There is no list that everybody may know of and that takes campaigns.
campaigns-statement-no-sender = There is no sender that campaigns can use.
campaigns-statement-protected = This news item belongs to a protected list. It cannot be sent to everybody in one step: draft a campaign, and choose its recipients.
campaigns-rehearsal-changed = The campaign was changed while it was being rehearsed. Rehearse it again.
campaigns-import-column-file = file
campaigns-import-column-line = line
campaigns-import-column-address = address
campaigns-import-column-name = name
campaigns-import-column-language = language
campaigns-import-column-outcome = outcome
campaigns-import-column-reason = reason
campaigns-import-column-undone = undone
campaigns-import-column-said_elsewhere = said_elsewhere
campaigns-import-broke = Something went wrong in Bilten itself, and the import has stopped. What was written stays and is not written twice. If it happens again, tell whoever runs the server.
campaigns-rehearsal-broke = Something went wrong in Bilten itself. Nothing was sent. If it happens again, tell whoever runs the server.
campaigns-rehearsal-refused-header = a name or address that no email can carry
campaigns-rehearsal-refused-large = larger than the provider takes
campaigns-rehearsal-refused-provider = against the rules of the provider
campaigns-comment-missing = There is no comment. Write what you want to say.
campaigns-comment-unknown = This comment does not exist. Nothing was changed.
campaigns-comments-too-many = A campaign can have { $limit } comments. This one was not saved.
campaigns-remark-missing = There is no remark. The campaign was not sent back. Write what should be changed.
campaigns-remark-too-long =
    The text has { $count } characters; the limit is { $limit }. Nothing was changed, and what you wrote is still there.
    Shorten it.
campaigns-test-not-staff = Nobody who works here has the address “{ $address }”. No test was sent. Tests go to colleagues only.
campaigns-test-nobody = Nobody is chosen. No test was sent. Choose at least one colleague.
campaigns-test-too-many =
    { $count } people are too many for one test; the limit is { $limit }. No test was sent. Choose fewer.
campaigns-test-language = “{ $name }” has no text in the language “{ $language }”. No test was sent. Choose another language.
campaigns-test-no-sender =
    The sender “{ $name }” is paused, so no test can be sent through it. No test was sent. See the page of senders for
    the reason.
campaigns-test-rate =
    No more than { $limit } test emails go through one sender in an hour. No test was sent. Try again later.
campaigns-test-subject = [Test] { $subject }
campaigns-test-banner =
    This is a test of “{ $name }” in { LANGUAGE($language) }, sent by { $by }. It went to no reader. The links to
    unsubscribe and to preferences do nothing.
campaigns-staff-mail-unset =
    No email tells anybody: no sender is set for it. Name one in BILTEN_STAFF_SENDER, restart Bilten, and tell your
    colleagues yourself until then.
campaigns-staff-mail-unknown =
    No email tells anybody: BILTEN_STAFF_SENDER or BILTEN_SIGN_UP_SENDER names “{ $name }”, but there is no such sender.
    Correct the setting or add the sender, and tell your colleagues yourself until then.
campaigns-staff-mail-paused =
    No email tells anybody as long as the sender “{ $name }” is paused. See the page of senders, and tell your
    colleagues yourself until then.

### Email to staff

campaigns-need-staff-mail = Emails to people who work here are waiting.
campaigns-mail-submitted-subject = Waiting for your approval: { $name }
campaigns-mail-submitted =
    { $by } submitted “{ $name }” for approval. It would go to { $count ->
        [one] { $count } reader
       *[other] { $count } readers
    }.
campaigns-mail-submitted-welcome =
    { $by } submitted “{ $name }” for approval. It is an email of a welcome series: each new reader would get it, for as long as the series is on.
campaigns-mail-approved-subject = Approved: { $name }
campaigns-mail-approved = { $by } approved “{ $name }”. You can now choose when it is sent.
campaigns-mail-sent-back-subject = Sent back: { $name }
campaigns-mail-sent-back = { $by } sent “{ $name }” back to you. It is a draft again. The remark:
campaigns-mail-open-campaign = Open the campaign
campaigns-mail-why = You get this email because you work here. The link opens after you sign in.
campaigns-mail-operator = Whoever looks after the server
campaigns-mail-identity-provider = The service that your organisation signs in with
campaigns-mail-invitation-subject = Your account for Bilten
campaigns-mail-invitation = { $by } has made you an account for Bilten at { $site }. Choose a password with this link; you are signed in at once.
campaigns-mail-password-link-subject = A new password for Bilten
campaigns-mail-password-link = { $by } has sent you a link for a new password for Bilten at { $site }. Your present password stays valid until you use the link.
campaigns-mail-password-reset-subject = A new password for Bilten
campaigns-mail-password-reset = Somebody, we hope you, asked for a new password for Bilten at { $site }. If it was not you, you need do nothing: your present password stays valid until the link is used.
campaigns-mail-set-password = Set your password
campaigns-mail-password-once = The link works once, until { DATE($until) }. Do not forward this email: whoever has the link can set your password. If you did not expect it, tell a colleague who is an administrator.
campaigns-mail-alert-second_factor_removed-subject = A second factor was removed
campaigns-mail-alert-second_factor_removed-own = The second factor of your account for Bilten at { $site } was removed. Who removed it: { $by }. Until you set one up again, your password alone is enough to sign in.
campaigns-mail-alert-second_factor_removed = The second factor of { $name } for Bilten at { $site } was removed. Who removed it: { $by }. Until a new one is set up, the password alone is enough to sign in to this account.
campaigns-mail-alert-one_factor_removed-subject = { $kind ->
    [passkey] A passkey was removed
   *[app] The app for codes was removed
  }
campaigns-mail-alert-one_factor_removed-own = { $kind ->
    [passkey] A passkey of your account for Bilten at { $site } was removed.
   *[app] The app for codes was removed from your account for Bilten at { $site }.
  } Who removed it: { $by }. You still have another second factor.
campaigns-mail-alert-one_factor_removed = { $kind ->
    [passkey] A passkey of { $name } for Bilten at { $site } was removed.
   *[app] The app for codes was removed from the account of { $name } for Bilten at { $site }.
  } Who removed it: { $by }. The account still has another second factor.
campaigns-mail-alert-new_device-subject = Sign-in on a new device: { $name }
campaigns-mail-alert-new_device-own = Somebody signed in to your account for Bilten at { $site } on a device on which you had not signed in before: { $browser ->
    [unknown] a browser that does not say what it is
   *[other] { $browser }
    }. If it was you, there is nothing to do.
campaigns-mail-alert-new_device = { $name } signed in to Bilten at { $site } on a device on which they had not signed in before: { $browser ->
    [unknown] a browser that does not say what it is
   *[other] { $browser }
    }.
campaigns-mail-alert-enabled-subject = An account is enabled again: { $name }
campaigns-mail-alert-enabled-own = Your account for Bilten at { $site } is enabled again, with the roles that it had. Who enabled it: { $by }.
campaigns-mail-alert-enabled = The account of { $name } for Bilten at { $site } was disabled and is enabled again, with the roles that it had; they are shown under Settings, Colleagues. Who enabled it: { $by }.
campaigns-mail-alert-colleague_added-subject = A new colleague: { $name }
campaigns-mail-alert-colleague_added = { $name } now has an account for Bilten at { $site }. Who added them: { $by }. Their roles are shown under Settings, Colleagues.
campaigns-mail-alert-role_raised-subject = More permissions for { $name }
campaigns-mail-alert-role_raised-own = You now have other roles in Bilten at { $site }, with more permissions. Who gave them: { $by }. You see them under your name after signing in.
campaigns-mail-alert-role_raised = { $name } now has other roles in Bilten at { $site }, with more permissions. Who gave them: { $by }. Which they are is shown under Settings, Colleagues.
campaigns-mail-alert-exported-subject = Subscribers were exported
campaigns-mail-alert-exported = Subscribers were exported from Bilten at { $site } into a file. Who did it: { $by }. Which list, how many people and why is in the audit log (Settings, Audit log).
campaigns-mail-alert-do = If you did not expect this, speak with the person and with the administrators at once: somebody may be trying to get in. An administrator can disable an account until it is clear.
campaigns-mail-alert-do-own = If you did not expect this, tell an administrator at once: somebody else may be using your account. Under your name you can sign out everywhere and, where you have a password here, set a new one. An administrator can disable the account until it is clear.
campaigns-folder-nowhere = No place for folders was set aside on the server yet. Nothing was changed. Whoever looks after the server sets BILTEN_FOLDERS_BELOW once, or uses “bilten folders add”.
campaigns-folder-refused = That is not a folder below { $below } that Bilten may read. Nothing was changed. Check the path; it begins with “/”.
campaigns-folder-own = { $folder } holds files of Bilten itself, or lies inside them, so it cannot be watched. Nothing was changed. Choose another folder.
campaigns-folder-name = The name is empty, is longer than { $limit } characters or has control characters. Nothing was changed. Enter a short name.
campaigns-folder-watched = This folder is watched already, as “{ $folder }”. Nothing was changed.
campaigns-folder-in-use = The automation “{ $name }” still reads this folder. Nothing was changed. Turn the automation off first.
campaigns-folder-stopped = The folder “{ $folder }” is no longer watched. Nothing was changed. An administrator can watch it again under Settings, Folders.
campaigns-sender-in-settings = The settings on the server name the sender “{ $sender }” ({ $variable }), so it keeps this name. Nothing was changed. Whoever looks after the server can name another sender there first.
campaigns-approver-let-in =
    Your password was set less than a day ago with a link from { $name }, who has a hand in this. Nothing was changed. For a day after
    that, somebody else has to approve it.
campaigns-approver-lets-in =
    { $name } has a hand in this, and set a password less than a day ago with a link from you. Nothing was changed. For a day after that,
    somebody else has to approve it.
campaigns-approver-contributed =
    You changed { $matter ->
        [words] the text of “{ $name }”
        [senders] the sender of “{ $name }”
        [template] the template of “{ $name }”
        [audience] whom “{ $name }” goes to, or the languages of its list
        [news] a news item in “{ $name }”
        [brand] the brand that “{ $name }” uses
       *[content] something in “{ $name }”
    }, so your approval does not count. Nothing was changed.
    Somebody who changed nothing in it has to approve it; this can be an administrator. If you undo your
    change, you can approve it again.
campaigns-people-reason-missing = Please write why this is done. Nothing was changed.
campaigns-people-reason-too-long = The reason is too long; the limit is { $limit } characters. Nothing was changed.
campaigns-people-reason-unreadable = The reason contains characters that nobody can see. Nothing was changed; please type it again.
campaigns-people-reason-names = The reason names the person or an address, and it stays in the audit log after their data is erased. Nothing was changed; please write it without them.
campaigns-people-status-unknown = This is not a state of a subscription. Please use one of these: { $known }.
campaigns-people-status-of-list = There is more than one list. Please choose which list the subscription is to.
campaigns-people-not-on-list = This person is not subscribed to “{ $list }”. Nothing was changed.
campaigns-people-already-suppressed = This address is blocked already. Nothing was changed.
campaigns-people-export-is-partial = There are protected lists whose readers you may not see, so what you hand over might not be everything. Please ask somebody who may see them.
campaigns-people-address-is-partial = There are protected lists whose readers you may not see, and a new address could tell you who they are. Please ask somebody who may see them.
campaigns-people-nobody-asks = The new address has to be confirmed by its reader, and no sender is chosen for the emails that ask for that (BILTEN_SIGN_UP_SENDER). Nothing was changed.
campaigns-people-merge-is-partial = There are protected lists whose readers you may not see, and merging could tell you who they are. Please ask somebody who may see them.
campaigns-people-merge-same = These are not two entries: both numbers are the same. Nothing was changed.
campaigns-people-merge-under-way = A campaign is being sent to one of the two, and it is not known yet whether they got it. Nothing was changed. Please try again in a few minutes, or decide what is in doubt first.
campaigns-export-needs-grant = “{ $list }” is a protected list: it is exported only if a colleague agrees who may do so, too. Please ask for it on the page Export subscribers, or with --request.
campaigns-export-is-protected = This is a protected list whose readers you may not see. Please ask somebody who may see them.
campaigns-export-segment-protected = This segment tells who is on the protected list “{ $list }”. Nothing was exported; ask to export that list instead.
campaigns-export-too-many-rows = A sheet of Excel holds { $limit } rows, and there are more. Nothing was exported; please choose CSV.
campaigns-export-asked-already = You have asked for this list already, and the request waits or is agreed to.
campaigns-export-own = You cannot agree to a request of your own. Please ask a colleague who may export protected lists.
campaigns-export-anothers = Only the colleague who asked can take the file.
campaigns-export-not-waiting = This request does not wait any more: it was decided, or its day is over.
campaigns-export-not-granted = This request is not agreed to, or not any more: an agreement holds for one hour and one file. Please ask again.
campaigns-export-needs-a-person = Please say who you are: --as with your email address. A protected list is exported by two people.
campaigns-export-gone = There is no such request.

## Readers: what they agreed to, on the page of their own data

campaigns-people-consent-requested = Asked to subscribe
campaigns-people-consent-confirmed = Confirmed
campaigns-people-consent-unsubscribed = Unsubscribed
campaigns-people-method-import = in an imported file
campaigns-people-method-import_opt_out = in an imported file, from everything
campaigns-people-method-staff = by staff
campaigns-people-method-sign_up = on the sign-up page
campaigns-people-method-confirmation_link = by the link in the confirmation email
campaigns-people-method-unsubscribe_page = on the unsubscribe page
campaigns-people-method-preferences_page = on the preferences page
campaigns-people-method-one_click = by the mail program’s button
campaigns-people-method-address_change = by a change of address
campaigns-people-method-still_wanted = when asked whether they still want it
campaigns-people-method-no_answer = because they did not answer whether they still want it

## Staff

campaigns-people-suppressed-bounced = Emails to this address have bounced; it is blocked since { DATE($time) }.
campaigns-people-suppressed-complained = The owner of this address complained about an email; it is blocked since { DATE($time) }.
campaigns-people-suppressed-provider_unsubscribed = The owner of this address unsubscribed at the provider; it is blocked since { DATE($time) }.
campaigns-people-suppressed-staff = Staff have blocked this address since { DATE($time) }.
campaigns-people-did-unsubscribed = Unsubscribed
campaigns-people-did-unsubscribed_from_all = Unsubscribed from all lists
campaigns-people-did-corrected = Name or language corrected
campaigns-people-did-fields_filled = Fields changed
campaigns-people-did-readdressed = Address corrected
campaigns-people-did-merged = Merged with another entry
campaigns-people-did-suppressed = Address blocked
campaigns-people-did-lifted = Block lifted
campaigns-people-did-exported = Data handed over
campaigns-people-did-evidence = Proof of consent handed over
campaigns-people-did-exported_many = Exported in a file
campaigns-people-did-erased = Data erased
campaigns-readers-hidden =
    This campaign went to a protected list, and you may not see who is on it. Nothing was shown. An administrator
    can give you the role “Keeper of protected lists” (Settings, Colleagues).
campaigns-nobody-left-to-approve =
    There are not enough people left who may approve this campaign: anyone who wrote or changed something in it cannot
    approve it. Find another approver, or an administrator who changed nothing in it; or undo what one of you changed.
campaigns-approver-unknown =
    An approval needs a person. Nothing was changed. Sign in, or name yourself with --as.
campaigns-check-failed =
    { $count ->
        [one] The check found a mistake in “{ $name }”
       *[other] The check found { $count } mistakes in “{ $name }”
    } that must not be sent. Nothing was submitted, and your draft is unchanged. Correct what the check lists,
    then submit again.
campaigns-time-past =
    { DATE($time) } ({ $zone }) is in the past. Nothing was scheduled. Choose a later time, or send now.
campaigns-time-far =
    The year in { DATE($time) } is too far away; the last possible one is { $last }. Nothing was scheduled. Correct the year.
campaigns-time-does-not-exist =
    The clocks go forward that night, and { DATE($time) } does not exist in { $zone }. Nothing was scheduled.
    Choose a time an hour later.
campaigns-time-twice =
    The clocks go back that night, and { DATE($time) } comes twice in { $zone }. Nothing was scheduled.
    Say which of the two you mean.
campaigns-time-offset =
    Clocks in { $zone } are not at { $offset } on { DATE($time) }. Nothing was scheduled. Correct the
    offset or leave it out.
campaigns-unknown-zone =
    “{ $zone }” is not a time zone. Nothing was scheduled. Use a name such as Europe/Ljubljana.
campaigns-copy-name = { $name } (copy)
campaigns-copy-archived = The list “{ $list }” is archived, so nothing can be sent to it. Choose another one, or open that list again.
campaigns-copy-left-out =
    { $count ->
        [one] One news item has been withdrawn since and is left out.
       *[other] { $count } news items have been withdrawn since and are left out.
    }
campaigns-name-empty = A campaign needs a name. Nothing was changed. Write one, such as “Bulletin, December”.
campaigns-name-too-long = The name has { $count } characters, and { $limit } are possible. Nothing was changed. Shorten it.
campaigns-rename-no-draft = “{ $name }” is no longer a draft, so its name stays. Nothing was changed.
campaigns-delete-not-possible =
    “{ $name }” has been in review, or somebody was sent a test of it, so it stays as a record. Nothing was deleted. An
    approver can cancel it instead.
campaigns-list-campaign-under-way =
    “{ $name }”, which goes to the list “{ $list }”, is under way: submitted, approved, scheduled or being sent.
    Nothing was changed. Wait until it has been sent, or cancel it.
campaigns-list-has-automation =
    The automation “{ $name }” makes campaigns for the list “{ $list }”. Nothing was changed. Turn the automation off first.
campaigns-list-used-by-automation =
    The automation “{ $name }” has the list “{ $list }”. Nothing was deleted. You can archive the list instead.
campaigns-list-has-campaign =
    The campaign “{ $name }” has the list “{ $list }”. Nothing was deleted. You can archive the list instead.
campaigns-automation-exists =
    There is an automation called “{ $name }” already. Nothing was added. Choose another name.
campaigns-automation-folder-taken =
    “{ $name }” already sends what is new in this folder to “{ $list }”. With two, people on both lists would get
    everything twice. Nothing was added. Use --mode draft, so that staff see each draft before it goes to the second list,
    or use a separate folder for the other list.
campaigns-automation-name = An automation needs a name of 1 to { $limit } characters, on one line. Nothing was added. Enter one.
campaigns-automation-unknown =
    There is no automation called “{ $name }”. Nothing was changed. To see them all: bilten automation list
campaigns-automation-needs-a-person =
    An automation that sends by itself needs a person who is responsible for it. Nothing was
    added. Sign in as an approver, or name one with --as.
campaigns-automation-needs-approvals =
    The automation “{ $name }” has not been approved by as many people as a campaign needs. Nothing was sent. Another person
    who may approve can do so: bilten automation approve “{ $name }”
campaigns-automation-contributed =
    You changed { $matter ->
        [brand] the brand
        [audience] the languages of the list
       *[template] the templates
    } that “{ $name }” sends with, so somebody else has to approve the automation. Nothing was changed. If too few other
    people are left who may approve, run: bilten automation set “{ $name }” --as PERSON. It then needs everybody's approval anew.
campaigns-automation-only-drafts =
    The automation “{ $name }” only makes drafts, so it needs no approval. Nothing was changed.
campaigns-automation-changing = The news item, the brand or a template was being changed. The automation will try again by itself.
campaigns-automation-most = An automation can send between 1 and { $limit } new items at once. Nothing was changed.
campaigns-automation-days = The age of an item is a number of days between 0 and { $limit }. Nothing was changed.
campaigns-automation-time = “{ $value }” is not a time of day. Write it as 09:00. Nothing was changed.

# Why an automation drafted something and did not send it
campaigns-held-repeats-address = It has the same web address as “{ $title }” ({ $slug }), dealt with on { DATE($date) }.
campaigns-held-repeats-words = It is word for word the same as “{ $title }” ({ $slug }), dealt with on { DATE($date) }.
campaigns-held-repeats-body = Its text is the same as that of “{ $title }” ({ $slug }), dealt with on { DATE($date) }.
campaigns-held-repeats-near = Its title and text are, but for a word or two, those of “{ $title }” ({ $slug }), dealt with on { DATE($date) }.
campaigns-held-repeats-lost = Its title is like that of “{ $title }” ({ $slug }). That one was handled after the backup from which the database was restored on { DATE($date) }; its text is lost, so the two cannot be compared.
campaigns-held-repeats-itself = A campaign with this item has already been sent or approved ({ DATE($date) }).
campaigns-held-too-many = { $count } new items arrived at about the same time; this automation sends at most { $limit } at once.
campaigns-held-day-full = It is dated { DATE($date) }, and for that day this automation has already scheduled { $limit }, as many as it sends at once.
campaigns-held-old = Its date, { DATE($date) }, is more than { $days ->
    [one] one day
   *[other] { $days } days
  } ago. (If the text gives no date, the date is the day on which its file was last changed.)
campaigns-held-before = Its date, { DATE($date) }, is from before the automation was set up. (If the text gives no date, the date is the day on which its file was last changed.)
campaigns-held-approvals = The automation may not send yet: { $count ->
    [one] one more person has
   *[other] { $count } more people have
  } to approve it.
campaigns-approval-lost = { $matter ->
    [gone] { $name } approved it and may not approve any more, so that approval does not count.
    [brand] { $name } approved it and has changed the brand since, so that approval does not count until the change is undone.
    [audience] { $name } approved it and has changed its list since (its names or its languages), so that approval does not count until the change is undone.
   *[template] { $name } approved it and has changed the templates since, so that approval does not count until the change is undone.
  } Somebody else has to approve the automation.
campaigns-held-by-hand = { $name } added or changed its text, or the text of what it corrects, by hand ({ DATE($date) }). An automation only sends what comes from its folder.

# What a check says of news that was sent before
campaigns-repeats-address = One of its items has the same web address as “{ $title }” ({ $slug }), dealt with on { DATE($date) }. Readers may have received it already.
campaigns-repeats-words = One of its items is word for word the same as “{ $title }” ({ $slug }), dealt with on { DATE($date) }. Readers may have received it already.
campaigns-repeats-body = The text of one of its items is the same as that of “{ $title }” ({ $slug }), dealt with on { DATE($date) }. Readers may have received it already.
campaigns-repeats-near = Title and text of one of its items are, but for a word or two, those of “{ $title }” ({ $slug }), dealt with on { DATE($date) }. Readers may have received it already.
campaigns-repeats-lost = One of the items has a title like that of “{ $title }” ({ $slug }). That one was handled after the backup from which the database was restored on { DATE($date) }; its text is lost, so the two cannot be compared. Readers may have had it already.
campaigns-repeats-title = “{ $title }” ({ $slug }), dealt with on { DATE($date) }, has the same title. Check whether this is something new.
campaigns-repeats-sent =
    { $count ->
        [one] One of its items has
       *[other] { $count } of its items have
    } already gone out to readers of the same list, last in “{ $name }” on { DATE($date) }. They would get it again.
campaigns-repeats-waiting =
    { $count ->
        [one] “{ $title }” is
       *[other] { $count } of its items are
    } also in “{ $name }”, which { $state ->
        [draft] is still a draft
        [in_review] is in review
        [approved] is approved
        [scheduled] is scheduled for { DATE($time) }
        [preparing] is about to be sent
       *[paused] is paused
    }. Some readers would get { $count ->
        [one] it
       *[other] them
    } twice. Take { $count ->
        [one] it
       *[other] them
    } out of one of the two campaigns, or choose other recipients for one of them.

campaigns-need-held-draft = The automation “{ $name }” drafted “{ $title }” and did not send it.
campaigns-need-held-drafts-more = Automations are holding { $count ->
    [one] one more draft
   *[other] { $count } more drafts
  }. They are in the list of campaigns.
campaigns-do-release = Look at the draft: submit it if it should be sent, cancel it if not. Nothing is sent until then.

### Findings of the check

campaigns-segment-before-key = A segment picks people on “{ $list }” by their fields. As soon as people on protected lists are encrypted, it finds nobody there, and this campaign reaches nobody. Choose a segment without conditions on fields, or send the campaign before a key is set.
campaigns-segment-is-encrypted = The people on “{ $list }” are encrypted, and a segment asks what stands in their fields: it finds nobody. Choose a segment without conditions on fields.
campaigns-protected-tracking = This list is of people at risk, and tracking of opens and clicks at { $provider } can only be switched off in your account there. A tracked link would reveal who reads this. Check in that account that tracking is off before you send.
campaigns-corrects-protected = It corrects “{ $slug }”, which was only for a protected list. Its title and address would tell other readers of it. They were left out. Take this item out of the campaign, send it to that list instead, or write it as a statement that names nothing.
campaigns-audience-capped = People who would not get it if it went out now: { $count }. Your organisation sends nobody more than { $most } emails within seven days, and they have had as many. It is not sent to them later: choose a later time if it is for them, too.
campaigns-audience-unusual = { $count } people would get this campaign; on this list it is usually about { $usual }. What is sent cannot be taken back. Check who was added to the list recently.
campaigns-comments-open = Comments that nobody has settled: { $count }. Settle them, or go on if you know what they say.
campaigns-audience-empty =
    Nobody would get this. The list has no confirmed subscribers who may be sent email, and a campaign without
    recipients pauses by itself. Choose another list, or import subscribers first.
campaigns-language-missing =
    { LANGUAGES($languages) }: { $count ->
        [one] { $count } reader has
       *[other] { $count } readers have
    } chosen { $number ->
        [one] this language
       *[other] these languages
    }, but the campaign has no text in { $number ->
        [one] it. They will get the text in { LANGUAGE($instead) }. Add the language if you can.
       *[other] them. They will get the text in { LANGUAGE($instead) }. Add the languages if you can.
    }
campaigns-required-variant-missing =
    This list requires a variant in { LANGUAGE($language) }, and the campaign has none. Its readers would get another
    language, so the campaign cannot be submitted. Add the variant, or change which languages the list requires.

### Who may read it on the web

campaigns-finding-in = { $where ->
        [subject] subject
        [preheader] preheader
        [introduction] introduction
        [text] plain text
        [audience] readers
        [sender] sender
        [comments] comments
       *[html] HTML part
    }
campaigns-visibility-public = everyone: in the archive and in search engines
campaigns-visibility-link_only = anyone who has the link
campaigns-visibility-members = subscribers of its list, on their preferences page
campaigns-visibility-none = nobody
campaigns-visibility-links-die = Nothing has been changed yet. The email links to its page on the web. If nobody may read that page, readers who follow the link will not see the email. If that is what you want, confirm it.
campaigns-visibility-links-closed = Nothing has been changed yet. The email links to its page on the web. If only subscribers may read that page, whoever follows the link does not see the email: subscribers find it on the page of their preferences. If that is what you want, confirm it.
campaigns-visibility-after-approval = Nothing has been changed yet. This campaign has been approved already, and this change asks for no new approval. Everyone will be able to read it, in the archive and through search engines. If that is what you want, confirm it.

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

campaigns-pause-staff = Paused by staff. Nothing more is sent until somebody resumes it.
campaigns-pause-error_threshold =
    Paused because the provider failed several times in a row. No recipient was skipped: those who have not been sent
    it are still queued. Resume when the provider works again.
campaigns-pause-sender_misconfigured =
    Paused because the provider refuses email from this sender: a wrong key, a sending limit, or a block. Its message
    says which. No recipient was skipped. Correct the cause, or wait until the limit is renewed, then resume: those
    who were refused are tried again. If a few are refused again while others are accepted, it is about those few:
    they are then listed as refused, and you can have it sent to them again.
campaigns-pause-content_rejected =
    Paused because the provider refuses the content. No recipient was skipped. Read the provider’s message. If the
    text is the cause, cancel this campaign and draft a corrected one; if it was the provider’s mistake, resume. If a
    few are refused again while others are accepted, they are listed as refused.
campaigns-pause-audience_empty =
    Paused before sending: nobody on the list may be sent email. Import subscribers, then resume; or cancel.
campaigns-pause-too_late =
    Paused: its time passed while Bilten was not running, and it is later than you allow. Nothing was
    sent. Resume to send it now, or cancel it.
campaigns-pause-content_changed =
    Paused before sending: what would be sent is not what was approved. Nothing was sent. Cancel it and draft
    it again, and find out who changed the database or the sender.
campaigns-pause-wrong_recipient =
    Paused: an email was about to go to the wrong person. It was not sent. This is a defect in Bilten;
    please report it before you resume.
campaigns-pause-source_changed =
    Paused before sending: its file in the watched folder was changed so that it cannot be read, or it is gone. Nothing
    was sent. Correct the file or put it back, and the campaign waits for its time again or is replaced by the corrected one.
    Resume to send what was approved; cancel it if it must not be sent.

campaigns-pause-restored =
    Paused: an earlier state of the database was restored. Since that state, some recipients may have got this email (they are in
    doubt), or the campaign was stopped or changed. Decide first about those in doubt; then resume, and only those still queued get
    it, or cancel.

### Why somebody was skipped

campaigns-skipped-not_subscribed = no longer on the list
campaigns-skipped-pending = has not confirmed
campaigns-skipped-unsubscribed = unsubscribed
campaigns-skipped-paused = the reader has paused emails
campaigns-skipped-not_their_topic = the reader does not want emails on this topic
campaigns-skipped-in_weekly_digest = the reader gets it in the weekly digest
campaigns-skipped-in_monthly_digest = the reader gets it in the monthly digest
campaigns-skipped-nothing_for_them = the reader has had all of it, or gets it in another digest
campaigns-skipped-suppressed = the address bounced, or its owner complained
campaigns-skipped-erased = data erased
campaigns-skipped-address_changed = address changed
campaigns-skipped-weekly_cap = had as many emails within seven days as your organisation sends; not made up for later
campaigns-skipped-merged = the same person got it at another address

### The report in one sentence

campaigns-sentence-delivered = { $count ->
    [one] { $count } reader got it
   *[other] { $count } readers got it
}
campaigns-sentence-unreported = { $count ->
    [one] for { $count } reader it is not known yet whether it arrived
   *[other] for { $count } readers it is not known yet whether it arrived
}
campaigns-sentence-deferred = { $count ->
    [one] { $count } email is delayed on the way
   *[other] { $count } emails are delayed on the way
}
campaigns-sentence-refused = { $count ->
    [one] { $count } address refused it
   *[other] { $count } addresses refused it
}
campaigns-sentence-failed = { $count ->
    [one] { $count } email was given up after several attempts
   *[other] { $count } emails were given up after several attempts
}
campaigns-sentence-capped = { $count ->
    [one] { $count } reader was left out, having had as many emails within seven days as your organisation sends
   *[other] { $count } readers were left out, having had as many emails within seven days as your organisation sends
}
campaigns-sentence-skipped = { $count ->
    [one] { $count } reader was left out and may not be emailed any more
   *[other] { $count } readers were left out and may not be emailed any more
}
campaigns-sentence-cancelled = { $count ->
    [one] { $count } email was not sent because the campaign was cancelled
   *[other] { $count } emails were not sent because the campaign was cancelled
}
campaigns-sentence-queued = { $count ->
    [one] { $count } email is waiting to be sent
   *[other] { $count } emails are waiting to be sent
}
campaigns-sentence-in_doubt = { $count ->
    [one] for { $count } reader it is in doubt whether it was sent
   *[other] for { $count } readers it is in doubt whether it was sent
}
campaigns-sentence-unsubscribed = { $count ->
    [one] { $count } person unsubscribed
   *[other] { $count } people unsubscribed
}
campaigns-sentence-complained = { $count ->
    [one] { $count } person complained
   *[other] { $count } people complained
}
campaigns-sentence-closed = nothing is pending
campaigns-sentence-nobody = nobody was to get it

### Audience

campaigns-audience-no-list = Please choose at least one list that the campaign goes to. Nothing was changed.
campaigns-topic-archived = The topic “{ $topic }” is archived, so campaigns cannot be given it. Nothing was changed; please choose another topic, or bring this one back.
campaigns-topic-has-campaign = The topic “{ $topic }” cannot be deleted: the campaign “{ $name }” has it. Archive it instead.
campaigns-topic-has-segment = The topic “{ $topic }” cannot be deleted: the segment “{ $segment }” asks about it. Archive it instead, or change the segment first.
campaigns-topic-chosen = The topic “{ $topic }” cannot be deleted: readers have chosen whether they want it. Archive it instead.
campaigns-field-type-unknown = A field is one of these: { $known }. Nothing was changed; please choose one.
campaigns-field-choice-in-use = Somebody has “{ $choice }” in the field “{ $label }”. Nothing was changed; please leave this word in.
campaigns-field-filled = The field “{ $label }” cannot be deleted: people have something in it. Archive it instead.
campaigns-field-has-segment = The field “{ $label }” cannot be deleted: the segment “{ $segment }” uses it. Archive it instead, or change the segment first.
campaigns-merge-field-unknown = There is no field called “{ $word }”. Everybody would get the default instead. Correct the short name, or remove it.
campaigns-merge-field-not-in-emails = The field “{ $label }” may not stand in emails, so everybody would get the default instead. Remove it here, or allow it on the page of the field.
campaigns-merge-field-archived = The field “{ $label }” is archived. What people have in it may be out of date. Remove it here, or bring the field back.
campaigns-from-placeholder = Readers would see “{ $name }” as the sender. Enter your organisation’s name under Settings › Senders.
campaigns-event-time-skipped = “{ $title }”: the clocks in { $zone } go forward that night, and { DATE($time) } does not exist. Correct the time in the news item.
campaigns-event-time-twice = “{ $title }”: the clocks in { $zone } go back that night, and { DATE($time) } comes twice. Say in the text which one you mean: summer time or winter time.
campaigns-has-withdrawn-news = “{ $title }” has been withdrawn. Take it out, or bring it back under News.
campaigns-follow-up-without-notice = This campaign goes to whoever got “{ $name }”, and the notice that something was wrong with it has been removed. If nothing was, cancel or delete this campaign; otherwise add the notice there again.
campaigns-follow-up-other-notice =
    The notice above “{ $name }” now says that { $notice ->
        [recall] it was taken back
       *[correction] there was a mistake in it
    }, which it did not when this subject was written. Change the subject if it no longer fits.
campaigns-earlier-title = This still says “{ $earlier }”. The news item is now called “{ $now }”. Correct it here as well, if it should be.
campaigns-earlier-summary = This still begins “{ $earlier }”, as the news item’s summary did before it was changed. Correct it here as well, if it should be.
campaigns-topic-unknown = No topic is called “{ $word }” ({ LANGUAGE($language) }). It is shown as it is written, and readers cannot choose by it. Correct the word in the news item, or make a topic of it.
campaigns-topic-not-of-item = “{ $title }” is about none of this campaign’s topics. Readers who want nothing on those topics would not get it. Take the topics off the campaign, or leave the item out.
campaigns-audience-in-and-out = “{ $list }” cannot be both a list that it goes to and one that is left out. Nothing was changed; please untick one of the two.
campaigns-audience-segment-in-and-out = The segment “{ $segment }” cannot be both chosen and left out. Nothing was changed; please untick one of the two.
campaigns-segment-protected = A segment of this campaign says who is on the list “{ $list }”, which is protected. Nothing was changed; please use it only in campaigns that go to that list alone.
campaigns-segment-encrypted = The people on “{ $list }” are encrypted, so no segment can ask what stands in their fields. Nothing was changed; please choose a segment without conditions on fields.
campaigns-segment-two-protected = “{ $list }” and “{ $other }” are protected lists, and one segment cannot say who is on both. Nothing was changed; please make one segment for each.
campaigns-segment-campaign-not-sent = Campaign { $id } has not been sent, so nobody got it or did not get it. Nothing was changed; please choose one that has been sent.
campaigns-segment-topic-not-asked = No list offers the topic “{ $topic }” to its readers, so a segment cannot ask about it. Nothing was changed; please offer it on a list first, or choose another one.
campaigns-segment-under-way = “{ $name }” uses the segment “{ $segment }” and is about to go out. Nothing was changed; please wait until it has started, or cancel it.
campaigns-segment-has-campaign = “{ $name }” uses the segment “{ $segment }”, so it stays: the campaign says whom it was for. Nothing was changed.
campaigns-tag-has-segment = The segment “{ $segment }” names the tag “{ $name }”. Nothing was changed; please change or delete the segment first.
campaigns-tag-nobody = Nobody here has the address { $address }. Nothing was changed; please check it.
campaigns-list-has-segment = The segment “{ $segment }” says who is on the list “{ $list }”. Nothing was changed; please change or delete the segment first.
campaigns-audience-first = The first list has to be one of those that the campaign goes to. Nothing was changed; please choose another first list, or tick it as well.
campaigns-audience-public = Everybody may read “{ $name }” on the web, so it cannot go to a protected list. Nothing was changed; please choose first who may read it on the web.

### Decisions about what is in doubt

campaigns-doubt-needs-a-person =
    This decision needs a person who is responsible for it. Nothing was changed. Sign in, or name yourself with --as.
campaigns-doubt-why =
    Give a reason, in at most { $longest } characters: it is kept with the decision. Nothing was changed.
campaigns-doubt-choice =
    Say what should happen: --leave, --accepted or --send-again, one of these. Nothing was changed.
campaigns-doubt-looked-into =
    Bilten is still checking by itself what happened to attempt { $attempt }, and will send again if it did not arrive.
    Nothing was changed. If the campaign or its sender is paused, resume it; then look again later.
campaigns-doubt-cancelled =
    “{ $name }” was cancelled, so nothing more of it is sent. Nothing was changed; what is in doubt can still be
    marked as sent, or left in doubt. If these readers must get it, draft a new campaign.
campaigns-doubt-recalled =
    “{ $name }” was recalled or corrected, so nothing more of it is sent. Nothing was changed; what is in doubt can still
    be marked as sent, or left in doubt.
campaigns-recall-too-early = “{ $name }” has not gone out to anybody. Nothing was changed. Cancel it, or correct its text.
campaigns-notice-unknown = A campaign has no notice “{ $notice }”. Choose recall, correction or none. Nothing was changed.
campaigns-follow-up-first = “{ $name }” was neither recalled nor corrected. Nothing was changed. Say first which of them it is.
campaigns-doubts-decided-already =
    None of these is waiting for a decision any more: somebody has decided, or evidence has arrived. Nothing was
    changed. The campaign’s page shows what is still in doubt.
campaigns-refused-nobody =
    None of these readers counts as refused or given up any more: the email is already being sent to them again,
    or it was refused once more since you looked. Nothing was changed. Look at the campaign’s deliveries again.
campaigns-refused-sent-again = Sent again to those refused or given up

campaigns-choice-leave = Left in doubt
campaigns-choice-accepted = Marked as sent
campaigns-choice-send_again = Sent again

### What needs attention

campaigns-need-sender = The sender “{ $name }” is paused: nothing is sent through it.
campaigns-need-resting = The sender “{ $name }” waits until { DATE($time) }, as its provider asked. Nothing is lost; it goes on by itself.
campaigns-need-refused-webhooks = { $count ->
    [one] One report about emails of “{ $name }” was refused ({ DATE($time) }). Until this is fixed, bounces and complaints are not known here.
   *[other] At least { $count } reports about emails of “{ $name }” were refused since { DATE($time) }. Until this is fixed, bounces and complaints are not known here.
 }
campaigns-need-missing-webhooks = { NUMBER($count) } emails of “{ $name }” were accepted { $hours ->
    [0] { $minutes } minutes
    [one] an hour
   *[other] { $hours } hours
 } ago, and its provider has not reported on a single one. Bounces and complaints are not known here.
campaigns-need-carried =
    “{ $name }” is being sent by its second sender “{ $second }”, because “{ $first }” is paused. Nothing was lost; if
    this one fails too, the campaign pauses.
campaigns-need-campaign = “{ $name }” is paused.
campaigns-need-doubts = “{ $name }”: it is not known whether { $count ->
    [one] one reader
   *[other] { $count } readers
 } got it.
campaigns-need-refused = “{ $name }”: { $count } recipients were refused with the same message and did not get it.
campaigns-need-automation = The automation “{ $name }” did not send “{ $title }”.
campaigns-automation-check =
    { $count ->
        [one] The check found a mistake in “{ $name }”
       *[other] The check found { $count } mistakes in “{ $name }”
    } that must not be sent.
campaigns-need-lost-words =
    “{ $name }” has lost its text, items and approvals: an upgrade by an earlier version of Bilten deleted them.
campaigns-need-lost-memory =
    The automation “{ $name }” is paused: an upgrade by an earlier version of Bilten deleted the record of what it
    has dealt with, and it would send old publications again.
campaigns-adopted-meanwhile =
    Somebody else adopted this database at the same time. Nothing was changed here. Run bilten doctor to see
    the present state.
campaigns-journal-none =
    There is no Bilten journal in { $folder }. Nothing was changed. Name a copy of the other machine’s
    BILTEN_STATE_DIR.
campaigns-journal-other-database =
    The journal in { $folder } belongs to another database. Nothing was changed. The journal of this database is in
    the folder { $identity } of that machine’s BILTEN_STATE_DIR.
campaigns-journal-twice =
    The journal in { $folder } is from a machine whose journal is already included: this machine, or one that you
    have named. Nothing was changed. Name each other machine’s journal once.
campaigns-automation-restored =
    An earlier state of the database was restored, and this may have been sent since. It was not sent again.
campaigns-need-automation-approval = The automation “{ $name }” sends nothing yet: { $count ->
    [one] one more person has
   *[other] { $count } more people have
  } to approve it. What it would send is drafted.
campaigns-need-held = Nothing is sent.
campaigns-need-adopted = An earlier state of the database was restored. In doubt: { $doubt }. Campaigns sent after it that are no longer here: { $lost }.
campaigns-adopted-perhaps-sent = “{ $name }” was a draft or in review in that state, and may have been sent since.
campaigns-do-adopted =
    Decide about what is in doubt on the campaigns’ pages. Do not draft a campaign again that has already been sent:
    its readers would get it twice. Sign-ups since then are lost; those people can sign up again.
campaigns-need-news = { $count ->
    [one] One file in the watched folder “{ $name }” was refused.
   *[other] { $count } files in the watched folder “{ $name }” were refused.
 }
campaigns-need-news-before = “{ $title }” was changed in its watched folder, or its file is gone, after it was submitted. What will be sent are the words as they were.
campaigns-need-withdrawn-news = “{ $title }” has been withdrawn, and “{ $name }” would still send it.
campaigns-do-withdrawn-news = Take it out of the campaign, cancel the campaign, or bring the news item back.
campaigns-need-news-late = “{ $title }” came in another language ({ LANGUAGE($language) }) after it had been sent. Nobody has been sent it in that language.
campaigns-need-news-after = “{ $title }” was changed in its watched folder after it had been sent, or taken for the archive. Nobody has been sent the new words.
campaigns-need-receipts = { $count ->
    [one] One report from the provider of “{ $name }” could not be read.
   *[other] { $count } reports from the provider of “{ $name }” could not be read.
 }
campaigns-need-mails = { $count ->
    [one] One email to the bounce address of “{ $name }” is no bounce: somebody should read it.
   *[other] { $count } emails to the bounce address of “{ $name }” are no bounces: somebody should read them.
 }
campaigns-need-complaints = { $count ->
    [one] One complaint from the provider of “{ $name }” names no email of yours: somebody should decide on it.
   *[other] { $count } complaints from the provider of “{ $name }” name no email of yours: somebody should decide on them.
 }
campaigns-need-erased-listed = { $count ->
    [one] The provider of “{ $name }” still has one person on its suppression list who was erased here.
   *[other] The provider of “{ $name }” still has { $count } people on its suppression list who were erased here.
 }
campaigns-need-mailbox-maildir = The Maildir with bounces has not been readable since { DATE($time) }. Until it is, bounces and complaints are not known here.
campaigns-need-mailbox-imap = The mailbox with bounces has not been readable since { DATE($time) }. Until it is, bounces and complaints are not known here.

campaigns-do-resume-sender = When the cause is resolved, use the sender again here, or with bilten senders resume.
campaigns-do-mend-webhooks = Compare the webhook’s secret or key at the provider with the one in the settings, and check this machine’s clock (bilten doctor). Most providers post again for hours what was refused.
campaigns-do-set-webhooks = Check that the webhook address on the page of senders is entered at the provider, for all events, and that this server can be reached from outside.
campaigns-do-read-mails = Administrators can read on the page of senders what came. A person may have answered, or asked to be left out.
campaigns-do-decide-complaints = Administrators decide on the page of senders whether the address gets no more email.
campaigns-do-delete-listed = Where the provider has an interface for it, Bilten tries again by itself. Otherwise whoever runs the server sees who they are with bilten suppressions pull, and deletes them in the account there. Nothing is sent to them by Bilten either way.
campaigns-do-mend-mailbox = Nothing is lost: the emails wait there. Check the settings BILTEN_BOUNCES_… on the server.
campaigns-do-send-again = If the message is about you, such as a sending limit, wait until it is renewed and have it sent again to them, on the page of the campaign’s deliveries or with bilten campaign send-again. If it is about these recipients, there is nothing to do.
campaigns-do-decide = Check with the provider, then choose on the campaign’s page what should happen.
campaigns-do-draft =
    Nothing was sent, and there is no draft. Draft the campaign yourself (bilten campaign draft { $slug }); the
    check then shows what is wrong.
campaigns-do-approve-automation =
    Look at its folder, list and settings (bilten automation list). Somebody who may approve, and has not yet, then approves it:
    bilten automation approve “{ $name }” --as PERSON
campaigns-do-set-up-anew =
    Too few people are left who may approve it and did not change what it sends with. Undo the change, or look at a draft of it
    and set the automation up anew, which counts as your approval; the others then approve it:
    bilten automation set “{ $name }” --as PERSON
campaigns-do-lost-words =
    It will not be sent. If nothing has been sent since that upgrade, restore the backup from before it; or cancel this campaign
    and draft it again.
campaigns-do-lost-memory =
    It sends nothing until you decide. If nothing has been sent since that upgrade, restore the backup from before it. Or
    leave what is in its folder now unsent, and continue with what comes next: bilten automation archive “{ $name }”
campaigns-do-correct = The other files were imported. Correct these; Bilten reads the folder again by itself.
campaigns-do-news-before =
    If it should be sent as it is now, edit the campaign and submit it again. If it should not be sent, cancel it. Otherwise leave
    it as it is.
campaigns-do-news-late =
    Readers of that language got it in another one. If they should get it in their own, draft a campaign (bilten campaign draft
    { $slug }); everybody on its list gets it once more. Otherwise leave it.
campaigns-do-news-after =
    If readers should know, write a correction, or draft a campaign (bilten campaign draft { $slug }). If it is a new publication in
    a used file, save it under another file name.
campaigns-do-tell =
    The reports are kept, but some deliveries may be further along than shown. Please tell the people who maintain Bilten.

### The history of a delivery

campaigns-story-written = The campaign was started; this delivery was queued.
campaigns-story-attempt = Attempt { $number } through “{ $sender }” ({ $provider }).
campaigns-story-decision = { $who } decided:

### Findings of the check: links, images and what other servers answer

campaigns-outside-gone =
    { $kind ->
        [image] The image { $url } is
       *[link] The page that { $url } leads to is
    } no longer there (the server answers { $status }). Readers would find nothing. Correct or remove the
    address, then check it again.
campaigns-outside-name-unknown =
    { $kind ->
        [image] The image { $url } cannot be found
       *[link] The link { $url } does not work
    }: there is no server with that name. Readers would get an error. Look for a typing mistake in the
    address, then check it again.
campaigns-outside-inner =
    { $kind ->
        [image] The image { $url } is
       *[link] The link { $url } leads to a machine
    } on an internal network. Nobody outside can open it, so Bilten did not try. Use the public address.
campaigns-outside-refused =
    { $kind ->
        [image] The image { $url }
       *[link] The link { $url }
    } was not checked: its address has a user name or an unusual port, or leads to something that is not a web page.
    Some networks block such addresses. Open it yourself, or use an ordinary address.
campaigns-outside-untrusted =
    The server of { $url } cannot prove its identity (its certificate is wrong or has expired). Browsers
    would warn your readers. Tell the people who run it, or link to something else.
campaigns-outside-redirects =
    { $url } redirects from address to address without end. Open it yourself and use the address that you arrive at.
campaigns-outside-silent =
    The server of { $url } did not answer in time. It may be down for a moment, or for good. Open it
    yourself, or check it again later.
campaigns-outside-failing =
    The server of { $url } has an error at the moment (it answers { $status }). Readers might find nothing.
    Check it again before you send.
campaigns-outside-closed =
    The server of { $url } does not show the page to Bilten (it answers { $status }). Some servers turn programs away,
    others everybody who is not signed in. Open it in a private window to see what readers see.
campaigns-outside-no-image =
    There is no image at { $url }. Readers would see an empty frame. Use the address of the image itself, or
    add the image to the item, so that Bilten keeps it.
campaigns-outside-unseen =
    { $count ->
        [one] { $count } link or image has
       *[other] { $count } links and images have
    } not been checked in the last day. Without a check, only readers would notice a broken link. Press “Check
    links and sender” on the campaign's page, or run: bilten campaign check { $id }
campaigns-outside-spam-likely =
    SpamAssassin gives this email { $points } points; from { $limit } points, many servers treat email as spam.
    Many readers would not see it. Correct what the reasons listed here name.
campaigns-outside-spam-reason =
    SpamAssassin reports ({ $rule }): “{ $words }”. Filters like it would trust the email less. Change the text or
    layout that it refers to.

### Backups

campaigns-need-backup-none = No backup has ever been made.
campaigns-need-backup-old = { $days ->
    [one] The last backup is one day old.
   *[other] The last backup is { $days } days old.
 }
campaigns-need-backup-failed = The last backup failed, or is damaged.
campaigns-do-set-backup =
    Set BILTEN_BACKUP_DIR, and Bilten makes one every day; or run bilten backup from your own timer.
campaigns-do-back-up = Make one now with bilten backup, and check the folder that the daily backups go to.

# News in the browser
campaigns-news-slug-taken = Somebody has just written a news item with the same short name (“{ $slug }”). Nothing was saved. Go back and save yours again.
campaigns-news-is-used = A campaign or an automation has used this news item, so it cannot be deleted. Nothing was changed. Withdraw it instead: no new campaign will use it.
campaigns-news-not-joined = These two items cannot be joined. Nothing was changed. Both must be of the same kind, come from a website or be written here, have different languages, and not be used yet.
campaigns-news-not-separated = This language cannot be separated. Nothing was changed. An item keeps its languages when it has only one, comes from a file or is used in a campaign.
campaigns-news-of-folder = This news item belongs to a watched folder, and its file would bring it back. Nothing was changed. Withdraw it instead, or remove the file.
campaigns-item-withdrawn = The news item “{ $slug }” has been withdrawn, so no new campaign can use it. Nothing was changed. Bring it back under News first, or leave it out.

# Sources
campaigns-feed-busy = This website is being read at the moment. Try again in a minute.
campaigns-feed-name = The name is empty, is longer than { $limit } characters or has control characters. Nothing was changed. Enter a short name.
campaigns-feed-choice = One of the choices is not offered here. Nothing was changed. Choose again.
campaigns-feed-connected = This feed is a source already: “{ $name }”.
campaigns-followed-polled = { $minutes ->
    [60] Read every hour.
    [180] Read every 3 hours.
    [720] Read twice a day.
    [1440] Read once a day.
   *[other] Read every { $minutes } minutes.
  }
campaigns-followed-told = The website’s hub ({ $hub }) tells of news at once. Agreed until { $ends }; this is renewed by itself.
campaigns-followed-asked = The website’s hub ({ $hub }) is being asked to tell of news at once. It has not confirmed that yet.
campaigns-followed-unreachable = The website has a hub ({ $hub }) that could tell of news at once, but this installation cannot be reached from outside (BILTEN_PUBLIC_URL).
campaigns-followed-without = The website’s hub ({ $hub }) does not tell of news.
campaigns-followed-ignored = Something without the hub’s signature came to the hub’s address here ({ $moment }). It was ignored.
campaigns-entry-unknown = There is no such entry in the inbox.
campaigns-need-feed = “{ $name }” could not be read three times in a row or longer. What is published there does not reach you.
campaigns-do-feed = Bilten goes on trying. Check whether the website works; if its feed has moved, stop this source and connect the new address (Settings, Websites).
campaigns-need-feed-gone = “{ $name }” says that its feed is gone for good. It is not read any more.
campaigns-do-feed-gone = Look for its new feed and connect it, or stop this source (Settings, Websites).
campaigns-retention-under-way = This is already under way. Nothing was changed.
campaigns-retention-held = Nothing is deleted while this database is held back after a restore. Decide about that first: bilten doctor says how.
campaigns-request-kind-unknown = Choose what they ask for. Nothing was saved.
campaigns-request-day-unreadable = Enter the day on which it came, such as 2031-05-01; today at the latest. Nothing was saved.
campaigns-request-unknown = There is no such request.
campaigns-request-done-already = This request is done already. Nothing was changed.
campaigns-need-request = { $count ->
    [one] One person waits for an answer under the GDPR. It is due { $days ->
        [0] today.
        [one] tomorrow.
       *[other] in { $days } days.
    }
   *[other] { $count } people wait for an answer under the GDPR. The first is due { $days ->
        [0] today.
        [one] tomorrow.
       *[other] in { $days } days.
    }
}
campaigns-need-request-late = { $count ->
    [one] One person waits for an answer under the GDPR.
   *[other] { $count } people wait for an answer under the GDPR.
} { $days ->
    [one] It was due yesterday.
   *[other] It was due { $days } days ago.
}
campaigns-do-request = An administrator finds it under Settings, Data protection.
campaigns-retention-rule-unconfirmed = Unconfirmed sign-ups
campaigns-retention-rule-left = People who have left every list
campaigns-retention-rule-webhooks = Providers’ reports that could not be read, and emails to the bounce address
campaigns-retention-rule-events = What providers said of each email
campaigns-retention-rule-staff_mails = Emails to staff
campaigns-retention-rule-audit_log = The audit log
campaigns-retention-kept-person = Name, address, lists, proof of consent, fields, tags, topics and notes: until the person is erased.
campaigns-retention-kept-noes = Who said no, or whose mailbox no longer exists: only a keyed hash of the address, for good. Without it an import could bring the person back.
campaigns-retention-kept-requests = Who asked for access, correction or erasure, and when it was done: for good, as proof. Of erased people only a keyed hash of the address.
campaigns-retention-kept-links = A change of address that was asked for: as long as the links in its emails work.
campaigns-retention-kept-imports = Files for import: two days at most if nobody imports them. The rows of an import: 30 days, while it can be undone.
campaigns-retention-kept-deliveries = What was sent in which campaign: by numbers, so that reports hold and nobody gets anything twice. When a person is erased, nothing in it leads to them any more.
campaigns-retention-kept-staff = Accounts of colleagues, the audit log and what colleagues wrote to each other: for good. Reasons in the audit log name nobody.
campaigns-register-title = Record of processing activities
campaigns-register-text-refused = This text cannot be saved: { $limit } characters at most, without control characters. Nothing was changed.
campaigns-register-to-fill-in = (still to be filled in)
campaigns-register-part-controller = Controller: name and address
campaigns-register-part-contact = Contact for questions about data
campaigns-register-part-officer = Data protection officer
campaigns-register-part-transfers = Transfers to third countries
campaigns-register-part-measures = Security measures
campaigns-register-purposes = Purposes and legal basis
campaigns-register-purpose-emails = Sending news and campaigns to whoever subscribed (consent, GDPR article 6(1)(a)).
campaigns-register-purpose-consent = Proof of consent and respect of objections (legal obligation, articles 7(1) and 21; article 6(1)(c)).
campaigns-register-purpose-delivery = Delivering emails and detecting addresses that no longer work (legitimate interest, article 6(1)(f)).
campaigns-register-people = Categories of people
campaigns-register-people-subscribers = Subscribers, and people who signed up and have not confirmed yet.
campaigns-register-people-staff = Colleagues with an account.
campaigns-register-lists = Lists: { $names }
campaigns-register-protected = { $count ->
    [one] One protected list of people at risk, whose name does not stand here.
   *[other] { $count } protected lists of people at risk, whose names do not stand here.
}
campaigns-register-data = Categories of data
campaigns-register-data-contact = Email address, name and language.
campaigns-register-data-consent = Steps of consent: wording, language, way and time.
campaigns-register-data-choices = Lists, topics, pauses, tags and notes.
campaigns-register-data-delivery = Which campaign was sent, whether it arrived, and what the provider said. Opens are not counted.
campaigns-register-data-clicks = Clicks on links: one number for each link and day, without people.
campaigns-register-data-staff = Of colleagues: name, email address, role, sign-ins, and what they did.
campaigns-register-fields = Own fields: { $names }
campaigns-register-recipients = Recipients
campaigns-register-recipient = Email provider (processor): { $provider }
campaigns-register-retention = Erasure periods
campaigns-register-days = { $days ->
    [one] after one day
   *[other] after { $days } days
}
campaigns-register-kept = until the person is erased
campaigns-register-measure-access = Access by role; data of protected lists only for those with a permission of their own.
campaigns-register-measure-approval = Another person approves each campaign; a protected list is exported by two people.
campaigns-register-measure-passwords = Passwords are kept hashed; attempts to sign in are limited.
campaigns-register-measure-hashes = Of erased people only a keyed hash of the address is kept.
campaigns-register-measure-audit = An audit log says who did what; it holds no addresses of subscribers.
campaigns-register-measure-erasure = What is too old is deleted by itself, once a day.
campaigns-register-measure-tracking = No tracking pixels, no personal links but those to unsubscribe and to preferences, no third-party content in emails.
campaigns-register-measure-backups = Backups are verified, kept for a limited time, and after a restore whoever was erased is erased again.

### Digests

campaigns-automation-is-digest = “{ $name }” is a digest and watches no folder. Nothing was changed. Change it with: bilten digest set “{ $name }”
campaigns-automation-no-digest = “{ $name }” watches a folder and is no digest. Nothing was changed. All digests are shown by: bilten digest list
campaigns-digest-name = A digest needs a name of 1 to { $limit } characters, on one line. Nothing was changed. Enter one.
campaigns-digest-weekdays = A digest by the week needs at least one day of the week. Nothing was changed. Choose a day.
campaigns-digest-words = There can be at most { $limit } words, each with letters or digits and at most { $longest } characters long. Nothing was changed. Put a comma between them.
campaigns-digest-choice = One of the choices is not offered here. Nothing was changed. Choose again.
campaigns-digest-numbers = The least number of items is at least 1, the most is no smaller than that, and at most { $limit }. Nothing was changed.
campaigns-digest-days = The age of an item is a number of days between 1 and { $limit }. Nothing was changed.
campaigns-digest-date = “{ $value }” is not a date. Nothing was changed. Write it as 2026-11-30.
campaigns-digest-subject = A subject can have { $limit } characters here and {"{titles}"} once, and nothing else in braces. Nothing was changed. Correct it.
campaigns-digest-introduction = An introduction is at most { $limit } characters long. Nothing was changed. Shorten it.

# Why an item is not in a digest, or not yet
campaigns-digest-before = It was there before the digest was turned on.
campaigns-digest-other-kind = It is of a kind that this digest does not take.
campaigns-digest-other-source = It comes from a source that this digest does not take.
campaigns-digest-other-language = It is in none of the languages that this digest takes.
campaigns-digest-other-topic = It is about none of the topics that this digest takes.
campaigns-digest-other-words = Its title, summary and topic have none of the words that this digest looks for.
campaigns-digest-taken-out = Somebody took it out of “{ $name }”.
campaigns-digest-cancelled = Its campaign, “{ $name }”, was cancelled. It is not made again.
campaigns-digest-deleted = Its draft was deleted. It is not made again.
campaigns-digest-withdrawn = It has been withdrawn.
campaigns-digest-gone = Its source no longer shows it.
campaigns-digest-skipped = Somebody skipped it in the inbox.
campaigns-digest-went-out = The same readers get it, or got it, with “{ $name }”.
campaigns-digest-secret = It is only for a protected list.
campaigns-digest-future = It is dated { DATE($date) }, and waits for that day.
campaigns-digest-just-changed = It has only just changed. It waits a moment, in case another language follows.
campaigns-digest-empty = { $least ->
    [one] There was nothing new.
   *[other] There were fewer than { $least } new items. They wait for the next digest.
}
campaigns-digest-late = Bilten was not running when it was due ({ DATE($time) }), so it was not sent by itself.
campaigns-digest-by-hand = { $name } changed “{ $title }” by hand on { DATE($date) }. A digest sends by itself only what its sources bring.
campaigns-need-digest-failed = The digest “{ $name }” could not be made.
campaigns-do-digest-failed = Correct what is wrong. What was new waits for the next digest (Settings, Digests).
campaigns-do-publication-failed = Correct what is wrong, and make a campaign of the news item yourself: it is not tried again (Settings, Digests).

# Welcome series
campaigns-welcome-name = A welcome series needs a name of 1 to { $limit } characters, on one line. Nothing was changed. Enter one.
campaigns-welcome-name-used = There is a welcome series with the name “{ $name }” already. Nothing was changed. Enter another name.
campaigns-welcome-empty = “{ $name }” has no email yet. It stays off. Add an email first.
campaigns-welcome-most = A welcome series has at most { $limit } emails. Nothing was changed.
campaigns-welcome-days = The days after confirming are a number from 0 to { $limit }. Nothing was changed. Enter such a number.
campaigns-welcome-day-taken = The series has an email on that day already (day { $days }). Nothing was changed. Choose another day.
campaigns-welcome-language = An email needs at least one language. Nothing was changed. Tick one.
campaigns-welcome-text-open = There is a new text of this email already: “{ $name }”. Nothing was changed. Change that one.
campaigns-welcome-no-text = The draft of this email was deleted. Nothing was changed. Take the email out, and add it again.
campaigns-welcome-unknown = There is no such welcome series. Nothing was changed. All of them are listed in the settings.
campaigns-welcome-email-unknown = There is no such email in the welcome series; perhaps somebody has taken it out. Nothing was changed.
campaigns-welcome-sends-by-itself = This is an email of a welcome series: the series sends it to each new reader. Nothing was changed. Turn the series on instead.
campaigns-list-has-welcome = The welcome series “{ $name }” is for the list “{ $list }”. Nothing was changed. Turn the series off first.
campaigns-list-used-by-welcome = The welcome series “{ $name }” is for the list “{ $list }”. The list was not deleted. You can archive it instead.
campaigns-still-wanted-months = The months without a sign of life are a number from { $least } to { $most }. Nothing was changed. Enter such a number.
campaigns-still-wanted-a-day = The readers who are asked in a day are a number from 1 to { $most }. Nothing was changed. Enter such a number.
campaigns-still-wanted-days = The days to answer are a number from { $least } to { $most }. Nothing was changed. Enter such a number.
campaigns-still-wanted-protected = This list is for people at risk: nobody is taken off it for not answering. Nothing was changed. Choose that nothing happens.
campaigns-still-wanted-no-sender = There is no sender for this email. Nothing was changed. First name one in BILTEN_SIGN_UP_SENDER.
