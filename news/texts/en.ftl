# Kinds of news, as staff read them
news-kind-statement = Statement
news-kind-page = Page
news-kind-report_summary = Report summary
news-kind-project = Project
news-kind-publication = Publication
news-kind-journal = Journal
news-kind-event = Event
news-kind-appeal = Appeal
news-kind-correction = Correction

# A news file
news-file-missing = There is no file { $file }. Check the name and the folder. Nothing has been changed.
news-file-unreadable = { $file } cannot be read: it is not an ordinary file, or Bilten may not open it. Check the file and its permissions. Nothing has been changed.
news-file-too-large = { $file } is larger than { $limit } kB, the limit for a news text. Shorten it, or put the long version in a PDF. Nothing has been changed.
news-file-not-utf8 = { $file }, line { $line }: a character is not written in UTF-8. Open the file in your editor, save it as UTF-8 and import it again. Nothing has been changed.
news-front-matter-missing = { $file }: the first line must be ---, which begins the front matter (kind, language, title …). Add it and import the file again. Nothing has been changed.
news-front-matter-open = { $file }: the front matter is not closed. Put a line with --- after its last key and import the file again. Nothing has been changed.
news-front-matter-too-long = { $file }: the front matter is longer than { $limit } characters. Move the text below it. Nothing has been changed.
news-front-matter-unreadable = { $file }, line { $line }: this line or the one before it cannot be read. Usually a value needs quotation marks, because it begins with [ or " or contains a colon: title: "[PDF] Title". Nothing has been changed.
news-character-not-allowed = { $file }, line { $line }: there is an invisible control character. Delete the line and type it again. Nothing has been changed.
news-too-many-brackets = { $file }, line { $line }: the text has more than { $limit } opening brackets “[”. Delete those that it does not need. Nothing has been changed.
news-key-misspelt = { $file }, line { $line }: there is no key “{ $key }”. Did you mean “{ $suggestion }”? Nothing has been changed.
news-key-unknown = { $file }, line { $line }: there is no key “{ $key }”. These can be used: { $keys }. Nothing has been changed.
news-key-twice = { $file }, line { $line }: “{ $key }” is there twice. Keep one of the two. Nothing has been changed.
news-key-alone = { $file }, line { $line }: “{ $key }” also needs “{ $needed }”. Add “{ $needed }”, or delete “{ $key }”. Nothing has been changed.
news-value-not-text = { $file }, line { $line }: only key: value is possible here, and the value must be plain text. Put the value in quotation marks if it begins with [, {"{"}, &, * or !. Nothing has been changed.
news-value-missing = { $file }: the front matter must contain “{ $key }”. Add it and import the file again. Nothing has been changed.
news-value-too-long = { $file }, line { $line }: “{ $key }” is longer than { $limit } characters. Shorten it. Nothing has been changed.
news-kind-unknown = { $file }, line { $line }: “{ $value }” is not a kind of news. Use one of these: { $kinds }. Nothing has been changed.
news-language-missing = { $file }: Bilten cannot tell the language. Add language: sl to the front matter, or call the file name.sl.md. Nothing has been changed.
news-language-unknown = { $file }, line { $line }: “{ $value }” is not a language code. Use, for example, sl, en, ar or fa. Nothing has been changed.
news-language-differs = { $file }, line { $line }: the front matter says { $language }, the file's name says { $suffix }. Correct one of them. Nothing has been changed.
news-slug-unusable = { $file }, line { $line }: a short name (slug) consists of lower-case letters a–z, digits and single hyphens, for example { $suggestion }. Nothing has been changed.
news-slug-missing = { $file }: no short name can be made from the file's name. Add slug: short-name to the front matter. Nothing has been changed.
news-url-unusable = { $file }, line { $line }: the address must be complete: it must begin with https:// or http:// and contain no spaces. Nothing has been changed.
news-date-unreadable = { $file }, line { $line }: “{ $value }” is not a date. Write year, month and day like this: 2026-11-22. Nothing has been changed.
news-moment-unreadable = { $file }, line { $line }: “{ $value }” is neither a day nor a day with a time. Write it like this: 2026-12-05 18:00, or 2026-12-05 if there is no time. Nothing has been changed.
news-ends-early = { $file }, line { $line }: “ends” must be later than “starts” and be written in the same way, both with a time or both without. Nothing has been changed.
news-time-skipped = { $file }, line { $line }: the clocks in { $zone } go forward that night, and this time does not exist. Choose a time an hour later. Nothing has been changed.
news-number-unreadable = { $file }, line { $line }: “{ $value }” is not a number that can be used here. Write it in digits only, such as 1240. Nothing has been changed.
news-key-of-another-kind = { $file }, line { $line }: “{ $key }” belongs to a news item of kind { $kind }. Change the kind, or delete “{ $key }”. Nothing has been changed.
news-details-newer = The details of a news text were written by a later version of Bilten (shape { $version }). Nothing was lost or changed. Install that version again.
news-kind-needs = { $file }: a news item of kind { $kind } must have “{ $key }” in its front matter. Add it and import the file again. Nothing has been changed.
news-corrects-itself = { $file }, line { $line }: the correction names itself. “corrects” is the short name of the item that contains the mistake. Nothing has been changed.
news-image-in-body = { $file }, line { $line }: an image cannot be inside the text. Name it in the front matter with image: and image_alt:. Nothing has been changed.
news-comment-open = { $file }, line { $line }: a comment begins here (<!--) and never ends. Put --> after it, or delete it. Nothing has been changed.
news-tag-in-body = { $file }, line { $line }: { $tag } is HTML, and readers would see it as it is typed. Delete it, or write what you mean in Markdown: **bold**, *italics*, ~~struck through~~, an empty line for a new paragraph. To show it as it is, put \ before the <. Nothing has been changed.
news-code-block = { $file }, line { $line }: three backticks or tildes begin a block of code here, and an email has none. Delete them, and the ones below it. Nothing has been changed.
news-table-row-too-long = { $file }, line { $line }: this row of the table has { $cells } cells and its first row has { $columns }. Put | into the first row, too, or \| where a stroke is meant. Nothing has been changed.
news-table-unreadable = { $file }, line { $line }: these lines look like a table, but the line below its first row is missing: |---|---|, with as many columns. Add it. Nothing has been changed.
news-link-unusable = { $file }, line { $line }: the link “{ $address }” leads nowhere from an email. It must be complete: https://…, mailto:…, tel:+386… or sms:+386…. Nothing has been changed.
news-dialect = { $file }, line { $line }: “{ $written }” is Markdown of other programs, and would arrive with its marks. Say it in words, or with **bold** or a list. To show the marks themselves, put a backslash before the first one. Nothing has been changed.
news-reference-missing = { $file }, line { $line }: the link { $written } has no address. Add a line such as [1]: https://… at the end, or write [words](https://…). Nothing has been changed.
news-link-unreadable = { $file }, line { $line }: a link cannot be read. Write [words](https://address) without spaces in the address (%20 stands for one). Nothing has been changed.
news-link-title = { $file }, line { $line }: no reader of an email sees the title of a link (“{ $title }”). Put these words into the text, or delete them. Nothing has been changed.
news-link-twice = { $file }, line { $line }: the address of [{ $label }] is there twice. Keep one of the two. Nothing has been changed.
news-link-unused = { $file }, line { $line }: [{ $label }] is an address that no link in the text uses. Write [words][{ $label }] where it belongs, or delete the line. Nothing has been changed.
news-footnote-missing = { $file }, line { $line }: the footnote [^{ $label }] has no text. Add a paragraph that begins with [^{ $label }]: at the end. Nothing has been changed.
news-footnote-twice = { $file }, line { $line }: the footnote [^{ $label }] is there twice. Keep one of the two. Nothing has been changed.
news-footnote-unused = { $file }, line { $line }: nothing in the text refers to the footnote [^{ $label }]. Put [^{ $label }] where it belongs, or delete it. Nothing has been changed.
news-value-cut = { $file }, line { $line }: everything after the # would be lost, because # after a space begins a note. Put the whole value of “{ $key }” in quotation marks: { $key }: "…"; or put the note on a line of its own. Nothing has been changed.
news-text-undecoded = { $file }: the text could not be read: { $cause ->
    [time] reading it takes too long
    [memory] reading it takes too much memory
   *[crash] the program that reads it crashes
  }. Usually the cause is a bracket or an asterisk that is repeated very often. Correct the text. Nothing has been changed.
news-text-twice = { $file }: { $other } already contains this text (short name { $slug }, same language). Keep one of the two files, or give one another short name. The first one was imported.
news-files-differ = { $file }: its “{ $key }” differs from the one in { $other }, although both are texts of one item ({ $slug }). Make them the same, or give one another short name. This file has not been imported.
news-slug-in-folder = { $file }: the short name “{ $slug }” belongs to an item of the watched folder { $folder } (“{ $source }”). Give this file another name, or another slug: in its front matter; or correct the file in that folder. If the item should no longer belong to the folder, import this file with --take-over. Nothing has been changed.
news-slug-by-hand = { $file }: the short name “{ $slug }” belongs to a news item that somebody added by hand, and automations do not send those. Give this file another name, or another slug: in its front matter. To send the item that was added by hand, draft a campaign with “{ $slug }” (bilten campaign draft) and remove this file from the folder. If both are the same and need not be sent, give the item to the folder: bilten automation archive. Nothing has been changed.
news-slug-of-feed = { $file }: the short name “{ $slug }” belongs to an item of the website “{ $source }”. Give this file another name, or another slug: in its front matter. Nothing has been changed.
news-slug-elsewhere = { $file }: the short name “{ $slug }” belongs to an item of another watched folder, { $folder } (“{ $source }”). Give this file another name, or another slug: in its front matter. Nothing has been changed.
news-name-used = { $file }: the short name “{ $slug }” belongs to “{ $title }”, which has been dealt with, and this is something else: it has another title or date. It was not sent, and nothing has been changed. If it is a new publication, give the file another name, or another slug: in its front matter. If it is a correction, keep title and date; or bring it in yourself, and send it if needed: bilten news add FILE --take-over

# Files named in the front matter
news-asset-outside = { $file }, line { $line }: { $asset } is outside the folder of the news file. Put a copy beside the news file and name that copy. Nothing has been changed.
news-asset-missing = { $file }, line { $line }: { $asset } is not there, or Bilten may not open it. Put it beside the news file and import the news file again. Nothing has been changed.
news-asset-wrong-role = { $file }, line { $line }: { $asset } cannot be used as “{ $role }”: pdf: needs a PDF; image:, logo: and funder_logo: need an image. Nothing has been changed.
news-asset-refused = { $file }, line { $line }, { $asset }: { $reason ->
    [asset-empty] { news-asset-empty }
    [asset-too-large] { news-asset-too-large }
    [asset-svg] { news-asset-svg }
    [image-unreadable] { news-image-unreadable }
    [asset-undecoded] { news-asset-undecoded }
    [image-too-many-frames] { news-image-too-many-frames }
    [image-too-many-pixels] { news-image-too-many-pixels }
    [pdf-unreadable] { news-pdf-unreadable }
    [pdf-encrypted] { news-pdf-encrypted }
    [pdf-signed] { news-pdf-signed }
    [pdf-portfolio] { news-pdf-portfolio }
    [pdf-dynamic-form] { news-pdf-dynamic-form }
    [pdf-too-long] { news-pdf-too-long }
   *[asset-type-unknown] { news-asset-type-unknown }
  }

# The asset store
news-asset-empty = The file is empty. Copy or upload it again. Nothing has been changed.
news-asset-too-large = The file is larger than { $limit } MB. Make it smaller and try again. Nothing has been changed.
news-logo-is-no-picture = A PDF cannot be a logo. The earlier details are unchanged. Choose a picture.
news-asset-svg = SVG images are not accepted: they can contain scripts, and most email programs do not show them. Export the image as PNG. Nothing has been changed.
news-asset-type-unknown = This is neither an image (JPEG, PNG, GIF, WebP) nor a PDF, whatever its name says. Export it as one of these. Nothing has been changed.
news-asset-undecoded = The file could not be read: { $cause ->
    [time] reading it takes too long
    [memory] reading it takes too much memory
   *[crash] the program that reads such files crashes
  }. It was set aside, and Bilten will try again after its next upgrade. Save the file again in another program, as a plain PDF or image, and replace it. Nothing has been changed.
news-image-unreadable = The image is damaged or incomplete. Export or copy it again. Nothing has been changed.
news-image-too-many-pixels = The image has more than { $limit } million pixels. Make it smaller (a width of 1,200 pixels is enough) and try again. Nothing has been changed.
news-image-too-many-frames = The animated image has more than { $limit } frames. Make it shorter, or keep only one frame, and try again. Nothing has been changed.
news-pdf-unreadable = The PDF is damaged, incomplete or locked with a password. Export or copy it again. Nothing has been changed.
news-pdf-encrypted = The PDF is locked or protected with a password. Export it without protection and try again. Nothing has been changed.
news-pdf-signed = The PDF is signed, or has a field for a signature. Bilten removes details of who made a file, which would make the signature invalid. Print it to a new PDF, or put a link to the signed one in the text. Nothing has been changed.
news-pdf-portfolio = The PDF is a portfolio: its files are attached, and its page only says so. Add each of these PDFs by itself. Nothing has been changed.
news-pdf-dynamic-form = The PDF is a form that only Adobe programs can show; anybody else sees “Please wait”. Print it to a new PDF and add that one. Nothing has been changed.
news-pdf-too-long = The PDF has more than { $limit } pages. Split it and try again. Nothing has been changed.
news-asset-unknown = There is no such file here. The name may be wrong.

# Items and sources
news-item-unknown = There is no news item { $item }. To see the news items: bilten news list
news-folder-missing = The folder { $folder } is not there, or Bilten may not open it. Create it, or correct its name. What was imported earlier is kept.
news-source-exists = There is already a source called “{ $name }”. Choose another name. Nothing has been changed.
news-source-unknown = There is no source { $source }.

news-item-not-named = There is no news item “{ $slug }”. Nothing was changed. To see the news items: bilten news list
news-source-not-named = There is no news source “{ $name }”. Nothing was changed. Check the name.

# Fields of a news item, as the form and the versions call them
news-field-title = Title
news-field-summary = Summary
news-field-heading = Heading
news-field-label = What the button says
news-field-body = Text
news-field-quote = Words of the quotation
news-field-quote_source = Who said or wrote it
news-field-quote_language = Language of the quotation
news-field-topic = Topic
news-field-url = Address of its web page
news-field-partners = Partners
news-field-funding = Funding
news-field-date = Date
news-field-image = Image
news-field-image_alt = Alternative text of the image
news-field-image_caption = Caption of the image
news-field-logo = Logo of the project
news-field-logo_alt = Alternative text of the logo
news-field-funder_logo = Logo of the funder
news-field-funder_logo_alt = Alternative text of the funder’s logo
news-field-pdf = PDF
news-field-starts = Starts
news-field-ends = Ends
news-field-place = Place
news-field-directions = How to get there
news-field-action = What the button says
news-field-action_url = Address that the button opens
news-field-deadline = Deadline
news-field-count = How many people have taken part
news-field-goal = Goal
news-field-counted_on = Counted on
news-field-corrects = Item with the mistake
news-field-wrong = What was wrong
news-field-correct = What is right

# What the form says beside a field
news-form-missing = Please fill this in.
news-form-nothing = Write a title and a text in at least one language.
news-form-too-long = This has { $count } characters; { $limit } is the limit. Shorten it.
news-form-text-too-long = The text is larger than { $limit } kB. Shorten it, or put the long version in a PDF.
news-form-character = There is an invisible control character here. Delete the line and type it again.
news-form-date = “{ $value }” is not a date. Write year, month and day like this: 2026-11-22.
news-form-time-skipped = The clocks in { $zone } go forward that night, and this time does not exist. Choose a time an hour later.
news-form-number = “{ $value }” is not a number that can be used here. Write it in digits only, such as 1240.
news-form-url = The address must be complete: it must begin with https:// or http:// and contain no spaces.
news-form-slug = A short name consists of lower-case letters a–z, digits and single hyphens, for example { $suggestion }.
news-form-itself = The correction names itself. Name the item that contains the mistake.
news-form-item-unknown = There is no news item of that name. Choose the one that contains the mistake.
news-form-ends-early = The end must be later than the start. Give both a time, or neither.
news-form-language = This is not a language code. Use, for example, sl, en, ar or fa.
news-form-not-a-pdf = This is not a PDF. Choose a PDF here, and images in their own fields.
news-form-not-an-image = This is a PDF. Choose an image here, and the PDF in its own field.
news-form-file-again = This file is no longer here. Choose it again.

# News from a page, a Word document or a PDF
news-page-address-refused = This is not the address of a web page. It must begin with https:// or http:// and have no unusual port.
news-page-address-inner = This address leads to an internal network, and is not fetched. Use one that anybody can open.
news-page-name-unknown = There is no website by this name. Check how the address is written.
news-page-not-trusted = The site cannot prove that it is the one it says: its certificate is not valid.
news-page-redirects = This address leads on and on, and never to a page.
news-page-silent = The site does not answer, or takes too long. Try again later.
news-page-not-http = What answers there is not a website.
news-page-no-web = This installation does not fetch pages (BILTEN_OUTBOUND_CHECKS is off). Copy the text and paste it into a new news item.
news-page-gone = There is no such page or file. Check the address: it may have moved.
news-page-sign-in = The site wants a sign-in before it shows this page. Open it yourself, copy the text and paste it into a new news item.
news-page-failing = The site has a fault of its own at the moment ({ $status }). Try again later.
news-page-closed = The site does not give out this page ({ $status }). Open it yourself, copy the text and paste it into a new news item.
news-page-not-a-page = There is something at this address, but it is not a web page.
news-page-robots = The website asks programs not to read this page (robots.txt), so it was not read. Open it yourself, copy the text and paste it into a new news item.
news-page-no-text = No text was found on this page.
news-site-lists-nothing = There is no sitemap and no list of articles at this address.
news-page-too-large = The page is larger than { $limit } MB. Open it yourself, copy the text and paste it into a new news item.
news-extract-undecoded = The text could not be read: { $cause ->
    [time] it takes too long
    [memory] it takes too much memory
   *[crash] the program that reads it crashes
  }. Open it yourself, copy the text and paste it into a new news item.
news-word-old = This is a .doc in the old format, or is protected by a password. Save it in Word as a .docx without a password.
news-word-unreadable = This is not a Word document (.docx), or it is damaged. Open it in Word or LibreOffice and save it again as .docx.
news-word-protected = The document is protected by a password. Save it without one.
news-word-bomb = The document unpacks into more than { $limit } MB. Save it with smaller pictures.
news-word-macros = The document contains macros (small programs). Save it as .docx without macros.
news-word-outside = The document shows content that lies elsewhere, such as a linked picture. Insert it into the document itself and save it again.
news-pdf-no-words = This PDF has no text, only pictures of it. Attach it to a news item and write the text yourself.

# News written in the browser
news-slug-in-browser = { $file }: the short name “{ $slug }” belongs to a news item that is written in the browser. Give this file another name, or another slug: in its front matter; or change the item in the browser. If the file is to take its place, import it with --take-over. Nothing has been changed.
news-file-held = { $file } has changed, and its text (“{ $slug }”) was edited in the browser. Nothing has been overwritten. Open the item under News and compare the two; then take the file’s text or keep yours.
news-version-unknown = This version is not here (any more). Nothing was changed. Open the versions of the item again.

# Feeds
news-feed-none-there = There is no feed at this address.
news-feed-empty = The site answers, but sends nothing.
news-feed-undecoded = The feed could not be read: { $cause ->
    [time] reading it takes too long
    [memory] reading it takes too much memory
   *[crash] the program that reads feeds crashes
  }.
news-feed-too-large = The feed is larger than { $limit } MB, and is not read.
news-feed-gone = The site says that this feed is gone for good. It is not read any more. Look for a new one, or stop this source.
news-feed-busy = The site asks us to come back later. Bilten tries again by itself.
news-feed-no-web = This installation reads nothing from the web (BILTEN_OUTBOUND_CHECKS is off).
news-feed-broken = The feed is damaged in line { $line }. { $count ->
    [one] One entry
   *[other] { $count } entries
  } could be read all the same.
news-feed-too-many = { $count ->
    [one] One entry was
   *[other] { $count } entries were
  } left out: the feed has too many.
news-feed-entry-empty = An entry says nothing: it has no title, no text and no address.
news-source-not-found = Nothing was found on this website that news can be read from. Ask whoever looks after it for the address of its RSS, Atom or JSON feed.
news-wordpress-none-there = This WordPress does not answer as it should. A security plug-in may have closed its REST API; ask whoever looks after the website, or use its feed.
news-wordpress-old = This WordPress is older than version 5.7 and does not say what has changed. Use its feed, or ask whoever looks after the website to update it.
news-posted-unknown = This token is wrong or no longer valid.
news-posted-wrong = This is not a publication as it is expected here. Look at: { $field }
news-posted-too-many = Too many publications wait to be read. Try again later.
news-hub-unsafe = The hub has no https address, so no secret can be agreed with it.
news-hub-inner = Bilten may not go to the hub’s address.
news-hub-silent = The hub could not be reached.
news-hub-unverified = The hub has accepted the request, but has never come back to confirm it.
news-hub-refused = The hub has refused the request (status { $status }).
news-hub-denied = The hub declines to.
news-hub-denied-because = The hub declines to, and says: “{ $reason }”
news-feed-file = “{ $asset }” could not be brought along. Add it yourself if the item needs it.
