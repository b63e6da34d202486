## Readers: what they see, some of it together with staff

# The sentence a reader agrees to. It is kept word for word with the consent.
subscribers-consent-wording = Yes, I want to receive “{ $list }” from { $organisation } by e-mail. I can unsubscribe at any time with one click.

# Addresses, names, languages: read by readers at sign-up and by staff at import.
subscribers-address-missing = The e-mail address is missing. Please fill it in.
subscribers-address-with-name = Only the address belongs here, such as ana@example.org, without a name and without < and >.
subscribers-address-without-at = This is not an e-mail address: it has no @. Please correct it.
subscribers-address-too-long = The e-mail address is longer than any mailbox allows. Please check it.
subscribers-address-not-ascii = There is a letter before the @ that most mail providers cannot deliver to (such as č or ž). Please check the address.
subscribers-address-refused = Mail cannot be sent to this address as it is written. Please look for a typing mistake.
subscribers-name-too-long = The name is too long; { $limit } characters are the limit. Please shorten it.
subscribers-name-unreadable = The name contains invisible characters. Please type it again.
subscribers-language-missing = The language is missing. Please name one, such as sl, en, ar or fa.
subscribers-language-unknown = “{ $language }” is not a language we know. Please name one by its code, such as sl, en, ar or fa.

# Links in messages.
subscribers-link-damaged = Part of this link is missing. Nothing has been changed. Please open it from the message once more, or copy all of it.
subscribers-unsubscribe-link-refused = This unsubscribe link is not valid or is too old. Nothing has been changed. Please use the link in the newest message you received, or write to us and we will take you off the list.
subscribers-preferences-link-refused = This link to your preferences is not valid, or too old. Nothing was changed. Please use the link in the latest mail you got; unsubscribe links work in older ones, too.
subscribers-confirmation-link-refused = This confirmation link is not valid or has run out. Nothing has been changed. Please sign up again and we will send you a new one.
subscribers-invitation-link-refused = This invitation is not valid, or it has run out. Please ask whoever gave it to you for a new one.
subscribers-request-unknown = There is no subscription here that waits for a confirmation. Nothing has been changed. If you would like to subscribe, please sign up again.
subscribers-unsubscribed-since = You unsubscribed after this link was sent, so it does not count any more. If you have changed your mind, please sign up again.

## Staff

# Staff: lists and people.
subscribers-list-exists = There is a list called { $slug } already. Nothing has been changed; please choose another short name.
subscribers-protected-list-mixed = The list “{ $list }” is protected: its readers are written to on their own, and no other list is in or out together with it. Nothing has been changed; please choose this list alone, or another one.
subscribers-list-gone = This list does not exist. Please go back to the overview of lists and choose one from there.
subscribers-list-unknown = There is no list called “{ $slug }”. Nothing has been changed; please check the name in the overview of lists.
subscribers-list-name-refused = A list needs a name of 1 to { $limit } characters, on one line. Please enter one.
subscribers-list-languages-too-many = At most { $limit } languages can be listed. Choose only those that your readers really read.
subscribers-list-slug-refused = “{ $slug }” cannot be a list's short name. Please use a–z, 0–9 and single hyphens, at most { $limit } characters, such as monthly-bulletin.
subscribers-person-gone = This subscriber does not exist, or has been erased. Please look at the list of subscribers.
subscribers-said-no = This person has unsubscribed, and only they can change that. Nothing has been changed; please send them the sign-up page.
subscribers-wording-missing = A consent needs the words it was given to. Nothing has been changed; please enter what the person agreed to.

# Staff: a file to import. Nothing of it has been imported.
subscribers-file-missing = There is no file { $file }. Nothing was imported; please check the path.
subscribers-file-unreadable = { $file } cannot be opened. Nothing was imported; please check that you may read it.
subscribers-file-too-large = { $file } is larger than { $limit } MB. Nothing was imported; please split it into smaller files.
subscribers-file-is-workbook = { $file } is a spreadsheet workbook, not a CSV file. Nothing was imported; please save it as CSV (UTF-8) and try again.
subscribers-file-encoding = The letters in { $file } are in an encoding we do not know. Nothing was imported; please save it as CSV (UTF-8) and try again.
subscribers-file-empty = { $file } is empty. Nothing was imported; please check that you chose the right file.
subscribers-file-without-rows = { $file } has a header but no rows under it. Nothing was imported; please check that you chose the right file.
subscribers-file-without-header = The first line of { $file } names no column with addresses. Nothing was imported; please put a header there: email, name, language, status.
subscribers-file-without-language = { $file } has no column language. Nothing was imported; please add one, or name a default language for all rows.
subscribers-file-column-twice = In { $file } several columns mean the same: { $titles }. Nothing was imported; please rename those that do not belong.
subscribers-file-column-of-noes = In { $file } these columns may say who unsubscribed or bounced, and we cannot read them: { $titles }. Nothing was imported, so that no “no” is lost. Please rename the one that says so to “unsubscribed” or “bounced”, and delete the others.
subscribers-file-named-no = By its name, { $file } holds people who said no or never said yes, and no column of it says who. Nothing was imported. If they said no, import it with --said-no unsubscribed (or bounced, complained); if the name is wrong, rename the file.
subscribers-file-hopeless = More than { $limit } rows of { $file } are faulty, so it is probably not the right file. Nothing was imported; please check it.
subscribers-import-without-note = An import needs a note that says where these people gave their consent. Nothing was imported; please add the note.

# Staff: one row of a file. The good rows have been kept.
subscribers-row-columns = { $found ->
        [one] This row has { $found } column
       *[other] This row has { $found } columns
    }, the header has { $expected }. Please correct the row, or put quotes around a cell that contains a comma.
subscribers-row-quotes = The quotation marks in this row do not match. Please close each one that is opened.
subscribers-row-nul = This row contains bytes that are no text. Please type it again.
subscribers-row-too-long = This line is longer than { $limit } characters. Please shorten it.
subscribers-row-repeated = The same address stands on line { NUMBER($first, useGrouping: 0) }, which was used. Please remove this one.
subscribers-status-unknown = “{ $status }” is not a status we know, and we do not take it for a yes. Please write confirmed, pending or unsubscribed.
subscribers-row-may-say-no = The column “{ $title }” says “{ $words }”, which may be a no. This row was not imported. If it is a no, write unsubscribed in a column called status; if it is none, take this column out.
subscribers-row-without-consent = The column “{ $title }” is empty in this row, so nothing says that this person agreed. This row was not imported. If they did, write yes there; if the column is about something else, take it out.
subscribers-row-doubted = Line { NUMBER($other, useGrouping: 0) } names the same address and could not be read, so it may say no. This row was not imported. Please correct that line and import the file again.
subscribers-no-without-address = This row says “no”, but there is no e-mail address in it: “{ $words }”. Nothing was recorded for it. Please find the address and import the row again, so that this person gets no more mail.

# Staff: why somebody on a list was not mailed.
subscribers-skip-not_subscribed = not subscribed to the list
subscribers-skip-pending = has not confirmed yet
subscribers-skip-unsubscribed = unsubscribed
subscribers-skip-suppressed = the address bounced, complained or was barred
subscribers-skip-erased = erased
