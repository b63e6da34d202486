## Readers: what they see, some of it together with staff

# The sentence a reader agrees to. It is kept word for word with the consent.
subscribers-consent-wording = Yes, I want to receive “{ $list }” from { $organisation } by email. I can unsubscribe at any time with one click.

# Addresses, names, languages: read by readers at sign-up and by staff at import.
subscribers-address-missing = The email address is missing. Please enter it.
subscribers-address-with-name = Please enter the address only, such as ana@example.org, without a name and without < and >.
subscribers-address-without-at = This is not an email address: it has no @. Please correct it.
subscribers-address-too-long = The email address is too long. Please check it.
subscribers-address-long-before-at = The part of the email address before the @ is too long: the limit is 64 characters. Please check it.
subscribers-address-not-ascii = There is a letter before the @ (such as č or ž) that most mail providers do not support. Please check the address.
subscribers-address-refused = We cannot send email to this address as it is written. Please check it for a typing mistake.
subscribers-name-too-long = The name is too long; the limit is { $limit } characters. Please shorten it.
subscribers-pause-no-day = This is not a day. Please choose one from the calendar, or write it like 2027-01-31.
subscribers-pause-not-then = Please choose a day from tomorrow on, at most a year away.
subscribers-name-unreadable = The name contains invisible characters. Please type it again.
subscribers-value-yes = yes
subscribers-value-no = no
subscribers-value-too-long = The text in a field is longer than { $limit } characters. Please shorten it.
subscribers-value-unreadable = The text in a field contains characters that nobody sees. Please type it again.
subscribers-value-no-choice = “{ $text }” is not one of the words to choose from: { $known }. Please choose one of them.
subscribers-value-no-yes-or-no = “{ $text }” is neither yes nor no. Please write one of them.
subscribers-value-no-whole-number = “{ $text }” is not a whole number. Please write it in digits only, such as 1250.
subscribers-value-no-decimal = “{ $text }” is not a number that can only mean one thing. Please write it without separators of thousands and with at most four decimals, such as 1250.5.
subscribers-value-no-date = “{ $text }” is not a date. Please write it as 2026-01-31 or 31. 1. 2026.
subscribers-language-missing = The language is missing. Please give one, such as sl, en, ar or fa.
subscribers-language-unknown = “{ $language }” is not a language we know. Please use a code, such as sl, en, ar or fa.
subscribers-language-unclear = “{ $language }” may mean more than one language. Please write the one you mean: { $known }.
subscribers-language-is-country = “{ $language }” stands for a country ({ $country }), not for a language. Please write a language, such as sl, en, ar or fa.

# Links in emails.
subscribers-link-damaged = Part of this link is missing. Nothing was changed. Please open it from the email again, or copy all of it.
subscribers-unsubscribe-link-refused = This unsubscribe link is not valid, or it is too old. Nothing was changed. Please use the link in the latest email you received, or write to us and we will unsubscribe you.
subscribers-left-link-refused = This link has expired or is not valid. Nothing was changed. To get our emails again, please sign up.
subscribers-preferences-link-refused = This link to your preferences is not valid, or it is too old. Nothing was changed. Please use the link in the latest email you received; unsubscribe links also work in older ones.
subscribers-confirmation-link-refused = This confirmation link is not valid, or it has expired. Nothing was changed. Please sign up again and we will send you a new one.
subscribers-address-change-link-refused = This link is not valid, or the change of address is over. Nothing was changed. Please ask for the change again in your preferences.
subscribers-address-refusal-link-refused = This link is not valid or too old. Nothing was changed. To stop our emails, please use the unsubscribe link in any of them.
subscribers-address-is-yours = We already write to this address. Nothing was changed. Please enter another one.
subscribers-address-asked-too-often = You have asked for { $limit } new addresses today. Nothing was changed. Please try again tomorrow.
subscribers-address-taken = We cannot move your emails to this address: it is subscribed already, or we were once told not to write to it. Nothing was changed. To use it, please sign up with it and unsubscribe the other address.
subscribers-invitation-link-refused = This invitation is not valid, or it has expired. Please ask the person who gave it to you for a new one.
subscribers-request-unknown = There is no subscription here that needs to be confirmed. Nothing was changed. If you would like to subscribe, please sign up again.
subscribers-unsubscribed-since = You unsubscribed after we sent this link, so it is no longer valid. If you have changed your mind, please sign up again.
subscribers-still-wanted-link-refused = This link is not valid, or it has expired. Nothing was changed. If you get our emails, you can unsubscribe by the link in any of them.
subscribers-still-wanted-off = You are not on this list any more. Nothing was changed. If you want its emails again, please sign up.
subscribers-list-closed = The list “{ $list }” takes no new sign-ups. Nothing was saved. Write to the organisation if you would like its emails.
subscribers-question-closed = What you signed up for takes no new sign-ups any more. Nothing was saved. Write to the organisation if you would like its emails.

## Staff

# Staff: lists and people.
subscribers-list-exists = There is already a list called { $slug }. Nothing was changed; please choose another short name.
subscribers-protected-list-mixed = The list “{ $list }” is protected: its readers are written to on their own, and no other list is in or out together with it. Nothing has been changed; please choose this list alone, or another one.
subscribers-list-gone = This list does not exist. Please choose one on the lists page.
subscribers-list-not-offered = “{ $list }” cannot be offered here: a list is offered only with others, and neither may be closed or protected. Nothing was changed.
subscribers-list-offers-too-many = At most { $limit } lists are offered beside another. Nothing was changed.
subscribers-origin-refused = “{ $origin }” is not the address of a website. Nothing was changed. Write it like this: https://www.example.org, with https and without anything behind the name.
subscribers-origins-too-many = At most { $limit } websites may show the form. Nothing was changed.
subscribers-list-not-framed = “{ $list }” is protected, so its form stands on no other website. Nothing was changed.
subscribers-topic-exists = There is already a topic with the short name { $slug }. Nothing was changed; please choose another.
subscribers-topic-unknown = There is no topic called “{ $slug }”. Nothing was changed; please check the name on the topics page.
subscribers-topic-word-taken = “{ $word }” already means another topic, or is a name that topic had before. Nothing was changed; please choose another name.
subscribers-topic-name-refused = A topic needs a name of 1 to { $limit } characters, on one line. Please enter one.
subscribers-topic-slug-refused = “{ $slug }” cannot be a topic's short name. Please use a–z, 0–9 and single hyphens, at most { $limit } characters, such as at-sea.
subscribers-field-unknown = There is no field called “{ $word }”. Nothing was changed; please check the short name on the fields page.
subscribers-file-field-column = { $file } does not have just one column called “{ $title }”. Nothing was imported; please check the title of the column.
subscribers-field-exists = There is already a field with the short name { $word }. Nothing was changed; please choose another.
subscribers-field-word-refused = “{ $word }” cannot be a field's short name. Please use a–z, 0–9 and single underscores, with a letter first, at most { $limit } characters, such as home_town.
subscribers-field-label-refused = A field needs a name of 1 to { $limit } characters, on one line. Please enter one.
subscribers-fields-too-many = There are { $limit } fields already, and there cannot be more. Nothing was changed; please delete one that nobody has anything in.
subscribers-field-choices-count = A field of this kind needs 1 to { $limit } words to choose from. Please enter them, one on each line.
subscribers-field-choice-refused = “{ $choice }” cannot be a word to choose from: at most { $limit } characters, without commas, semicolons and quotation marks. Please change it.
subscribers-field-choices-alike = “{ $choice }” is there twice, perhaps with other accents or capitals. Please leave one of them.
subscribers-list-unknown = There is no list called “{ $slug }”. Nothing was changed; please check the name on the lists page.
subscribers-list-name-refused = A list needs a name of 1 to { $limit } characters, on one line. Please enter one.
subscribers-list-languages-too-many = At most { $limit } languages can be given. Choose only those that your readers really read.
subscribers-list-slug-refused = “{ $slug }” cannot be a list's short name. Please use a–z, 0–9 and single hyphens, at most { $limit } characters, such as monthly-bulletin.
subscribers-segment-name-refused = A segment needs a name of one line and at most { $limit } characters. Nothing was changed; please enter one.
subscribers-segment-exists = There is already a segment called “{ $name }”. Nothing was changed; please choose another name.
subscribers-segments-too-many = There are { $limit } segments already, and there cannot be more. Nothing was changed; please delete one that is no longer used.
subscribers-segment-unknown = There is no segment called “{ $name }”. Nothing was changed; please check the name on the segments page.
subscribers-segment-gone = This segment does not exist any more. Please choose one on the segments page.
subscribers-segment-empty = The segment has no condition. Nothing was changed; please add one.
subscribers-segment-too-long = The condition is longer than { $limit } characters. Nothing was changed; please shorten it, or make two segments of it.
subscribers-segment-too-many = The condition asks more than { $limit } things of a person. Nothing was changed; please shorten it, or make two segments of it.
subscribers-segment-too-deep = At character { $position }, there are more than { $limit } brackets and “not” inside one another. Nothing was changed; please write it more simply.
subscribers-segment-unreadable =
    The condition cannot be read: at character { $position } stands “{ $found }”. Expected: { $expected ->
        [test] list, language, tag, topic, field, signed_up, got campaign, not, or an opening bracket
        [equal_or_in] =, != or in
        [field_test] =, !=, in, <, >, contains, or is
        [measure] a number, such as 12.5, or a day, such as 2026-01-31
        [empty] the word “empty”
        [in] in
        [since_or_before] >= or <
        [campaign] the word “campaign”
        [value] a name; one with spaces stands in quotation marks
        [language] a language, such as sl or en
        [day] a day, such as 2026-01-31
        [number] the number of a campaign
        [open_bracket] an opening bracket
        [bracket] a closing bracket
        [comma_or_bracket] a comma or a closing bracket
       *[more] and, or, or the end
    }. Nothing was changed; please correct it.
subscribers-segment-unfinished =
    The condition ends too early, at character { $position }. Expected: { $expected ->
        [test] list, language, tag, topic, field, signed_up, got campaign, not, or an opening bracket
        [equal_or_in] =, != or in
        [field_test] =, !=, in, <, >, contains, or is
        [measure] a number, such as 12.5, or a day, such as 2026-01-31
        [empty] the word “empty”
        [in] in
        [since_or_before] >= or <
        [campaign] the word “campaign”
        [value] a name; one with spaces stands in quotation marks
        [language] a language, such as sl or en
        [day] a day, such as 2026-01-31
        [number] the number of a campaign
        [open_bracket] an opening bracket
        [bracket] a closing bracket
        [comma_or_bracket] a comma or a closing bracket
       *[more] and, or, or the end
    }. Nothing was changed; please complete it.
subscribers-segment-field-type = The field { $word } cannot be asked this: it is { $type ->
        [text] a text; use =, in, contains or is empty
        [choice] one of several words; use =, in or is empty
        [yes_no] yes or no; use = yes, = no or is empty
        [date] a date; use =, <, <=, >, >= with a day such as 2026-01-31, or is empty
       *[other] a number; use =, <, <=, >, >= with a number such as 12.5, or is empty
    }. Nothing was changed; please correct it.
subscribers-segment-field-choice = “{ $choice }” is not one of the words of the field { $word }: { $known }. Nothing was changed; please correct it.
subscribers-tag-refused = A tag is one line of at most { $limit } characters, without commas, semicolons and quotation marks. Nothing was changed; please write it differently.
subscribers-tag-exists = There is already a tag “{ $name }”. Nothing was changed.
subscribers-tags-too-many = There are { $limit } tags already, and there cannot be more. Nothing was changed; please delete one that is no longer used.
subscribers-tag-unknown = There is no tag “{ $name }”. Nothing was changed; please check it with: bilten tags list
subscribers-list-archived-import = The list “{ $list }” is archived, so nobody can join it. Nothing was imported. Open the list again, or choose another one.
subscribers-list-archived-campaign = The list “{ $list }” is archived, so nothing can be sent to it. Nothing was changed. Open the list again, or choose another one.
subscribers-list-stays-protected = People joined “{ $list }” while it was protected, so it stays protected. Nothing was changed. Make another list for what need not be.
subscribers-list-has-people = There are people on “{ $list }”, or there were, and their consent is kept. Nothing was deleted. You can archive the list instead.
subscribers-person-gone = This subscriber does not exist, or their data has been erased. Please check the list of subscribers.
subscribers-search-too-short = Please enter at least { $least } letters of a name or an address.
subscribers-not-suppressed = This address is not blocked. Nothing was changed.
subscribers-suppression-stays = The owner of this address complained or unsubscribed, and only they can change that. Nothing was changed; if they want our emails again, they can sign up with another address.
subscribers-readdress-same = This is the address that the person has already. Nothing was changed.
subscribers-readdress-taken = Another person here has this address. Nothing was changed. If the two are one person, merge them.
subscribers-readdress-said-no = Nothing may be sent to the new address: it is blocked, or its owner unsubscribed. Nothing was changed. Only its owner can change that, by signing up.
subscribers-merge-other-way = Nobody has ever confirmed at the address that you want to keep, but the other entry has. Nothing was changed. Please keep the other one; you can correct its address afterwards.
subscribers-note-missing = The note is empty. Please write it, or leave the page.
subscribers-note-too-long = The note is too long; the limit is { $limit } characters. Please shorten it.
subscribers-note-unreadable = The note contains characters that nobody can see. Please type it again.
subscribers-said-no = This person has unsubscribed, and only they can change that. Nothing was changed; please send them the link to the sign-up page.
subscribers-wording-missing = A consent needs the text that the person agreed to. Nothing was changed; please enter it.

# Staff: a file to import. Nothing of it has been imported.
subscribers-file-missing = There is no file { $file }. Nothing was imported; please check the path.
subscribers-file-unreadable = { $file } cannot be opened. Nothing was imported; please check that you have permission to read it.
subscribers-file-too-large = { $file } is larger than { $limit } MB. Nothing was imported; please split it into smaller files.
subscribers-sheet-unreadable = { $file } cannot be read as a spreadsheet: it is damaged, or protected by a password. Nothing was imported; please save it anew, or as CSV (UTF-8), and try again.
subscribers-sheet-too-large = { $file } holds more than { $limit } MB when it is unpacked. Nothing was imported; please split it into smaller files.
subscribers-file-pickle = { $file } is an internal file of a program, which could run when it is read. Nothing was imported; please export the members as text (Mailman: list_members -f, or mailman members).
subscribers-archive-unreadable = { $file } cannot be unpacked: it is damaged, protected by a password, or not in UTF-8. Nothing was imported; please unpack it yourself and import its files one by one.
subscribers-archive-unknown = { $file } holds no files that we know: { $names }. Nothing was imported; please unpack it and import the files that have people in them.
subscribers-archive-other-files = { $file } holds more than the files of an audience, and one of them may say who has unsubscribed: { $names }. Nothing was imported; please take them out, or unpack the file and import each by itself.
subscribers-importer-unknown = “{ $said }” is not a system whose exports we know. Nothing was imported; please use one of these: { $known }.
subscribers-file-encoding = { $file } is in a text encoding we do not know. Nothing was imported; please save it as CSV (UTF-8) and try again.
subscribers-file-encoded-twice = In { $file }, letters seem to have been encoded twice: { $readings }. Nothing was imported. If the second form is right, add { $mend }; if the first is, { $keep }.
subscribers-file-encoding-unclear = It is not clear in which code page { $file } was saved. Nothing was imported. As read: { $readings }. Choose the one whose names are right, for example with { $option }, or save the file as CSV (UTF-8).
subscribers-encoding-unknown = “{ $encoding }” is not an encoding we can read. Nothing was imported; please use one of these: { $known }.
subscribers-file-empty = { $file } is empty. Nothing was imported; please check that you chose the right file.
subscribers-file-without-rows = { $file } has a header but no rows under it. Nothing was imported; please check that you chose the right file.
subscribers-file-without-header = The first line of { $file } has no column for addresses. Nothing was imported; please add a header: email, name, language, status.
subscribers-file-without-language = { $file } has no language column. Nothing was imported; please add one, or give a default language for all rows.
subscribers-file-column-twice = In { $file } several columns have the same meaning: { $titles }. Nothing was imported; please rename those that do not belong.
subscribers-file-columns-unread = { $file } was not imported, because we cannot tell whether these columns say that somebody does not want your email. (What stands there, with its line in brackets; – is an empty cell.)
    { $columns }
    Please look at each of them in the file.
    If it says who wants your email: write only yes or no in it and change its title to “subscribed”.
    If it says who does not want it, has left or cannot be reached: change its title to “unsubscribed”.
    If it says nothing about that: run the same command again with this at its end, without what you have changed. It is recorded.
    { $options }
subscribers-file-ignored-unknown = { $file } has no column “{ $title }” that could be ignored. Nothing was imported; please check how its title is written.
subscribers-file-ignored-twice = { $file } has several columns with the title “{ $title }”. Nothing was imported; please look at each of them, and give the place of the one that says nothing about consent instead of its title, out of { $options }.
subscribers-file-ignored-read = The column “{ $title }” in { $file } is read, because it belongs to a person’s details or consent, so it cannot be ignored. Nothing was imported; if it is about something else, please rename it in the file.
subscribers-file-heading = Line { NUMBER($line, useGrouping: 0) } of { $file } has no address and stands alone: “{ $words }”. There are people below it, and if it is a heading, it may be about who does not want your email. Nothing was imported. If so, put the people below it into a file of their own and import that with --said-no unsubscribed; if not, delete the line, or complete it if it is a person, and import the file again.
subscribers-file-status-missing = In { $file } some people are said to be subscribed, but line { NUMBER($line, useGrouping: 0) } and perhaps others have no status, so we cannot tell whether these people want your email. Nothing was imported; please write confirmed or unsubscribed there, or remove those rows.
subscribers-file-named-no = The name of { $file } suggests that these people said no or never said yes, but no column says who. Nothing was imported. If they said no, import it with --said-no unsubscribed (or bounced, complained); if the name is wrong, rename the file.
subscribers-file-quotes = In { $file } the quotation marks that begin on line { NUMBER($line, useGrouping: 0) } are not closed, or are closed in the middle of a cell, so nobody can tell what is a row and what is text in a cell. Nothing was imported; please close them (a quotation mark inside a quoted cell is written twice), or delete that column, and import the file again.
subscribers-file-hopeless = More than { $limit } rows of { $file } have mistakes, so it is probably not the right file. Nothing was imported; please check it.
subscribers-import-without-note = An import needs a note that says where these people gave their consent. Nothing was imported; please add the note.
subscribers-file-too-many-rows = { $file } has more than { $limit } rows. Nothing was imported; please split it into smaller files.
subscribers-import-unknown = There is no such import. Please look at the list's page.
subscribers-import-moved-on = This import has gone on in the meantime, so this was not done. Please look at the page again.
subscribers-import-file-erased = While this import waited, somebody was erased here, and the uploaded file was deleted with them. What was read of everybody else is kept and can be imported. To read the file otherwise, upload it again.
subscribers-import-upload-erased = Before this file was checked, somebody was erased here, and the file was deleted with them, because they may stand in it. Nothing was imported. Please upload the file again: whoever was erased is left out.
subscribers-import-taken = This import is being worked on elsewhere. Please look again in a few minutes.

# Staff: how far an import is.
subscribers-import-uploading = being uploaded
subscribers-import-uploaded = uploaded
subscribers-import-checking = being checked
subscribers-import-checked = checked, not imported
subscribers-import-applying = being imported
subscribers-import-done = imported
subscribers-import-undoing = being undone
subscribers-import-undone = undone
subscribers-import-discarded = discarded
# Staff: whose export a file is, and what is special in it.
subscribers-system-bilten = Bilten
subscribers-system-bilten_json = Bilten (JSON)
subscribers-system-mailchimp = Mailchimp
subscribers-system-listmonk = listmonk
subscribers-system-listmonk_list = listmonk, with the status on a list
subscribers-system-ghost = Ghost
subscribers-system-buttondown = Buttondown
subscribers-system-brevo = Brevo
subscribers-system-keila = Keila
subscribers-system-sympa = Sympa
subscribers-system-sympa_dump = Sympa (member.dump)
subscribers-system-mailman = Mailman
subscribers-system-plain_list = List of addresses, one on each line
subscribers-system-table = Another table
subscribers-system-about-bilten = Tags, topics, pauses, fields and the days of consent are taken over. Tags that are not here yet are created. Of people who said no, only the no and its day are taken.
subscribers-system-about-bilten_json = { subscribers-system-about-bilten }
subscribers-system-about-mailchimp = Unsubscribed contacts count as unsubscribed here, too, and cleaned addresses as bounced. When each person signed up and confirmed is kept with their consent.
subscribers-system-about-listmonk = The status in this file is not that of a list: it does not say who has left one, or has not confirmed. Please export only the confirmed subscribers of the list. When each of them was added is kept with their consent.
subscribers-system-about-listmonk_list = Whoever has not confirmed there is not confirmed here either, and gets no email. When each of them was added is kept with their consent.
subscribers-system-about-ghost = Members who get no newsletter count as unsubscribed. When each of them signed up is kept with their consent.
subscribers-system-about-buttondown = Whoever has not confirmed there is not confirmed here either, and gets no email. Undeliverable addresses count as bounced. When each person subscribed is kept with their consent.
subscribers-system-about-brevo = Whoever has not confirmed there (DOUBLE_OPT-IN) is not confirmed here either, and gets no email. Blocklisted contacts count as wanting no email from us at all. When each contact was added is kept with their consent.
subscribers-system-about-keila = Unreachable contacts count as bounced. The file does not say when anybody agreed.
subscribers-system-about-sympa = This export does not say who has switched email off, or when anybody subscribed. The file member.dump does.
subscribers-system-about-sympa_dump = Members who have switched email off count as unsubscribed. Members who are suspended, bounce or were included from another source are not imported. When each of them subscribed is kept with their consent.
subscribers-system-about-mailman = The text does not say who has switched email off. Please export these members separately (with --nomail), import them too, and say that they have unsubscribed or bounced.
subscribers-system-about-plain_list = Nothing but addresses is known of these people. If they have said no, say so.
subscribers-system-about-table = Each column is read by its title.

# Staff: what becomes of a row.
subscribers-outcome-imported = new on the list
subscribers-outcome-updated = name or language corrected
subscribers-outcome-already_subscribed = already on the list
subscribers-outcome-kept_unsubscribed = had unsubscribed, and stays unsubscribed
subscribers-outcome-kept_opted_out = wants no email from you at all, and gets none
subscribers-outcome-kept_suppressed = the address bounced, complained or is blocked, and stays so
subscribers-outcome-unsubscribed = unsubscribed by the file
subscribers-outcome-suppressed = bounced or complained according to the file
subscribers-outcome-refused = not imported
subscribers-undo-removed = taken off again
subscribers-undo-restored = name and language are as before
subscribers-undo-kept_acted = stays: has acted or was written to since
subscribers-undo-kept_changed = stays: was changed since

# Staff: one row of a file. The good rows have been kept.
subscribers-row-columns = { $found ->
        [one] This row has { $found } column
       *[other] This row has { $found } columns
    }, the header has { $expected }. Please correct the row, or put quotes around a cell that contains a comma.
subscribers-row-quotes = The quotation marks in this row do not match. Please close each one that is opened.
subscribers-row-nul = This row contains bytes that are not text. Please type it again.
subscribers-row-too-long = This line is longer than { $limit } characters. Please shorten it.
subscribers-row-repeated = The same address is on line { NUMBER($first, useGrouping: 0) }, which was used. Please remove this one.
subscribers-status-unknown = “{ $status }” is not a status we know, so we do not count it as consent. Please write confirmed, pending or unsubscribed.
subscribers-moment-unknown = { $title } says “{ $words }”, which is not a date as this system writes it. This row was not imported. Please correct it, or choose another system or column.
subscribers-row-may-say-no = The column “{ $title }” says “{ $words }”, which may mean no. This row was not imported. If it means no, write unsubscribed in a column called status; { $column ->
    [name] if it is part of the name, write the name otherwise in the file.
   *[other] if this column is about something else, import the file with --ignore "{ $title }".
 }
subscribers-row-address-struck-out = The address begins with “{ $sign }”, as if somebody had crossed it out. This row was not imported. If it is an address, remove the sign; if not, write unsubscribed in a column called status.
subscribers-row-pause-unknown = “{ $words }” is no moment until which emails are paused. This row was not imported. Please write it as 2026-12-24T00:00:00+01:00, or leave the cell empty.
subscribers-row-topic-choice-unknown = “{ $words }” is no choice about a topic. This row was not imported. Please write it as housing=never; it may also be at_once, weekly or monthly.
subscribers-row-topic-unknown = There is no topic called “{ $topic }” here. This row was not imported, because the person may not want emails about it. Please create the topic under this short name and import the file again.
subscribers-row-doubted = Line { NUMBER($other, useGrouping: 0) } has the same address and could not be read, so it may say no. This row was not imported. Please correct that line and import the file again.
subscribers-no-without-address = This row says “no”, but there is no email address in it: “{ $words }”. Nothing was recorded for it. Please find the address and import the row again, so that this person gets no more email.

# Staff: why somebody on a list was not sent an email.
subscribers-skip-not_subscribed = not subscribed to the list
subscribers-skip-pending = has not confirmed yet
subscribers-skip-unsubscribed = unsubscribed
subscribers-skip-paused = paused emails until a day they chose
subscribers-skip-not_their_topic = does not want emails on this topic
subscribers-skip-in_weekly_digest = gets it in the weekly digest
subscribers-skip-in_monthly_digest = gets it in the monthly digest
subscribers-skip-nothing_for_them = there is nothing new in it for them
subscribers-skip-suppressed = the address bounced, its owner complained, or staff blocked it
subscribers-skip-erased = data erased
