## Readers: what they see of an email

templates-kind = { $kind ->
    [statement] Statement
    [report_summary] Report summary
    [project] Project
    [publication] Publication
    [journal] Journal
    [event] Event
    [appeal] Appeal
    [correction] Correction
   *[page] Page
}
templates-kinds = { $kind ->
    [statement] Statements
    [report_summary] Report summaries
    [project] Projects
    [publication] Publications
    [journal] Journals
    [event] Events
    [appeal] Appeals
    [correction] Corrections
   *[page] Pages
}
templates-in-language = { $code ->
    [en] in English
    [sl] in Slovenian
    [ar] in Arabic
    [fa] in Persian
    [hr] in Croatian
    [bs] in Bosnian
    [sr] in Serbian
    [de] in German
    [it] in Italian
    [fr] in French
   *[other] in { $name }
}
templates-contents = In this issue
templates-read-on = Read the full text
templates-read-on-website = Read on our website
templates-pdf = PDF
templates-pdf-open = Read about it or download it
templates-cover-of = Cover of “{ $title }”
templates-pdf-facts = { $pages ->
    [one] { $pages } page, { $size }
   *[other] { $pages } pages, { $size }
}
templates-pdf-size = { $size }
templates-megabytes = { $size }{ "\u00A0" }MB
templates-kilobytes = { $size }{ "\u00A0" }kB
templates-read = Read more about it
templates-digest-more = { $count ->
   *[other] { $count } more
}
templates-follow-up-correction = Correction: { $subject }
templates-follow-up-recall = Withdrawn: { $subject }
templates-download = Download the PDF
templates-partners = Partners
templates-when = When
templates-where = Where
templates-how-to-come = How to get there
templates-about-event = More about the event
templates-day-and-hour = { $day }, { $hour }
templates-from-hour-to-hour = { $first } to { $last }
templates-from-day-to-day = from { $first } to { $last }
templates-act = Take part
templates-until = Deadline: { $date }
templates-counter = { $count ->
    [one] { $count } person has taken part
   *[other] { $count } people have taken part
}
templates-counter-of = { $count ->
    [one] { $count } person has taken part. Our goal is { $goal }
   *[other] { $count } people have taken part. Our goal is { $goal }
}
templates-counted-on = As of { $date }.
templates-was-wrong = What was wrong
templates-is-right = Correct version
templates-corrects = This corrects our item:
templates-read-online = Read online
templates-website = Website
templates-why = You are receiving this email because you subscribed to “{ $list }”.
templates-why-any = You are receiving this email because you subscribed to at least one of these lists: { $lists }.
templates-why-list = “{ $list }”
templates-unsubscribe = Unsubscribe
templates-unsubscribe-text = To stop receiving these emails, unsubscribe here:
templates-preferences = Preferences
templates-preferences-text = To change your language, your name or your lists:

templates-confirm-subject = Please confirm your subscription: { $list }
templates-confirm-preheader = One more step: please confirm that this was you.
templates-confirm-heading = Please confirm your subscription
templates-confirm-asked = Someone, we hope you, asked to subscribe this address to “{ $list }”.
templates-confirm-asked-several = Someone, we hope you, asked to subscribe this address to these lists: { $lists }.
templates-confirm-unwanted = They do not want emails about: { $topics }.
templates-confirm-do = If this was you, please confirm. We will not write again until you do.
templates-confirm-button = Yes, subscribe me
templates-confirm-text = To confirm, open this address:
templates-confirm-ignore = If this was not you, you do not need to do anything. We will not write to you again. So that nobody can ask once more with your address, open the same link and press “It was not me”.
templates-confirm-link-fallback = If the button does not work, open this address in your browser:

templates-address-question-subject = Please confirm your new address
templates-address-question-preheader = One more step: please confirm that this address is yours.
templates-address-question-heading = Please confirm your new address
templates-address-question-asked = Someone, we hope you, asked us to send emails from “{ $organisation }” to this address from now on.
templates-address-question-do = If this was you, please confirm. Nothing changes until you do.
templates-address-question-button = Yes, write to me here
templates-address-question-text = To confirm, open this address:
templates-address-question-ignore = If this was not you, you do not need to do anything. Nothing is sent to you without your confirmation.

templates-address-notice-subject = Is your address to be changed?
templates-address-notice-preheader = If it was not you who asked, you can stop it.
templates-address-notice-heading = Is your address to be changed?
templates-address-notice-asked = Someone, we hope you, asked us to send emails from “{ $organisation }” to another address instead of this one. They have to confirm it at the other address.
templates-address-notice-do = If this was you, you do not need to do anything. If it was not, please tell us:
templates-address-notice-button = It was not me
templates-address-notice-text = If it was not you, open this address:
templates-address-notice-ignore = This also works if the other address has been confirmed already: then nothing more is sent to it, and you can sign up again with this one.

templates-welcome-subject = Welcome to “{ $list }”
templates-welcome-preheader = Your subscription is confirmed.
templates-welcome-heading = Welcome
templates-welcome-done = Your subscription to “{ $list }” is confirmed. Thank you.
templates-welcome-promise = We only write when we have something to say, and we never share your address.
templates-welcome-leave = You can unsubscribe at any time with one click:
templates-welcome-visit = Visit our website

templates-still-wanted-subject = Do you still want our emails?
templates-still-wanted-preheader = It is a long time since we heard from you.
templates-still-wanted-heading = Do you still want our emails?
templates-still-wanted-asked = You get emails from us: “{ $list }”. We do not record who opens them, so we do not know whether you still want them.
templates-still-wanted-do = Please tell us. It takes a moment.
templates-still-wanted-button = Yes or no: answer here
templates-still-wanted-text = To answer, open this address:
templates-still-wanted-nothing = If you do not answer, nothing changes: you will go on getting them.
templates-still-wanted-until = The last day to answer is { $day }. If we have no answer by then, we will take you off this list.

## Staff: what they see when something is refused.

templates-field-unknown = The merge field “{ $field }” does not exist. Nothing was changed. Use one of these: { $known }, or write the word without double brackets.
templates-field-broken = A merge field is not finished, near “{ $excerpt }”. Nothing was changed. Write it as [[recipient_name|friend]], with two brackets on each side.
templates-field-missing = There is no value for the merge field “{ $field }”, so this copy was not made and not sent. Please report this: the program has to supply the value.
templates-field-not-a-url = The value of the merge field “{ $field }” is not a web address, so this copy was not made and not sent. Check BILTEN_PUBLIC_URL.
templates-mjml-broken = Line { $line }, column { $column } of the template: { $reason ->
    [mismatch] <{ $word }> is open here, and another element is closed instead
    [ends] the template ends before everything in it is closed
    [open] the template ends before <{ $word }> is closed
    [after-the-end] there is something after the end of the email
    [twice] the same attribute is given twice
    [character] HTML has no character of that name
    [token] MJML cannot read this; it may be a lone < or &, or a value without quotation marks
    [unwanted] a { $word } is not allowed in an email
   *[other] the compiler cannot read this MJML
}. Nothing was changed. Correct it and try again.
templates-mjml-element = Line { $line }, column { $column } of the template uses <{ $element }>, which Bilten does not know there. Nothing was changed. Check the spelling, or leave the element out.
templates-mjml-attribute = Line { $line }, column { $column } of the template gives <{ $element }> an attribute “{ $attribute }” that it does not have. Nothing was changed. Check the spelling, or leave it out.
templates-body-broken = An item's text is not well-formed HTML in line { $line }: { $detail }. Nothing was changed. Import the item again, or correct its text.
templates-body-element = An item's text uses <{ $element }> in line { $line }, which is not allowed in an email. Nothing was changed. Import the item again, or leave the element out.
templates-template-broken = The template { $template }, line { $line }, column { $column }: { $reason ->
    [nesting] “{ $word }” closes something that is not open
    [tag] there is no tag “{ $word }”
    [unclosed] “{ $word }” is never closed
    [unfinished] something is not finished
    [unexpected] “{ $word }” is not allowed here
    [filter] there is no filter “{ $word }”
    [test] there is no test “{ $word }”
    [block-twice] there are two blocks “{ $word }”
    [block] there is no source “{ $word }”
    [macro] “{ $word }” is called with something that it does not accept
    [name] there is nothing called “{ $word }”
    [unsafe] templates may not use “{ $word }”
    [steps] loops or macros take too many steps
    [output] the output is too long
    [long] the source is too long
    [operator] “{ $word }” works with two numbers only
    [number] a number gets too large
    [lists] a list cannot contain lists
    [printed-list] a list cannot be printed; print its entries in a loop
    [filter-detail] the filter’s arguments are too long
    [recursive] a loop cannot call itself
    [include] there is no “include”; import a block and call it
    [mapping] names with values in braces are not allowed here
   *[values] this cannot be worked out with these values
}. Nothing was changed. Correct it and try again.
templates-template-unknown = There is no template “{ $template }”. Nothing was changed. Choose one of these: { $known }.
templates-nothing-to-say = There is nothing in it yet that an email could show. Add a news item, or write in one of its blocks.
templates-one-item = A campaign of this kind is about exactly one news item; this one has { $found }. Nothing was changed. Leave one, or choose bulletin or digest.
templates-item-does-not-fit = A campaign of this kind needs { $needed ->
    [event] an event
    [appeal] an appeal
   *[correction] a correction
} as its news item; this one is something else. Nothing was changed. Choose another template or another item.
templates-language-unknown = “{ $language }” is not a language code that Bilten knows. Nothing was changed. Use a code such as sl, en or ar.
templates-kind-unknown = “{ $kind }” is not a kind of news item. Nothing was changed. Use one of these: { $known }.

templates-unknown = There is no template “{ $name }”. Nothing was changed. Check its name.
templates-newer-version =
    Somebody else has saved “{ $name }@{ $number }” since you opened the page. Nothing was saved. Look at that version;
    save again if yours should follow it.
templates-nothing-new = There is nothing new: your text is the same as version { $number } of “{ $name }”. No new version was made.
templates-other-kind = “{ $name }” is a template for another kind of campaign ({ $kind }). Nothing was changed. Save it under another name.
templates-name-refused = A template’s name has at most { $limit } lower-case letters and digits, with single hyphens between them, and is neither “library” nor “new”. Nothing was changed. Choose another.
templates-kind-needed = There is no template “{ $name }” yet, so please give its kind: { $known }. Nothing was changed.
templates-name-taken = Somebody has just made a template “{ $name }”. Nothing was changed. Look at theirs, or choose another name.
templates-note-long = The note is longer than { $limit } characters. Nothing was changed. Shorten it.

templates-brand-name = The organisation's name is missing or longer than { $limit } characters. The earlier details are unchanged. Enter a shorter name.
templates-brand-postal-address = The postal address is missing. The earlier details are unchanged. Enter it: the law requires it in every email.
templates-brand-address = “{ $address }” is not a web address. The earlier details are unchanged. Enter it in full, such as https://example.org.
templates-brand-colour = “{ $colour }” is not a colour. The earlier details are unchanged. Enter it as # and six digits, such as #8a1c1c.
templates-brand-contrast = { $colour } is too light: its contrast with the pale parts of an email is { $found }:1, and { $needed }:1 is needed for reading. The earlier details are unchanged. Choose a darker colour.
templates-brand-footer-language = “{ $language }” is not a language code that Bilten knows. The earlier details are unchanged. Use a code such as sl, en or ar.
templates-brand-footer-long = The footer text for “{ $language }” is longer than { $limit } characters. The earlier details are unchanged. Shorten it: it is in every email.
templates-brand-logo-dark-alone = A logo for dark backgrounds needs one for light backgrounds as well. The earlier details are unchanged. Add the light one too.

## Staff: what the check before sending finds: what, why it matters, how to mend it.

templates-check-subject-empty = The subject is empty. Readers would not know what the email is about, and many filters refuse such emails. Write a subject.
templates-check-subject-too-long = The subject has { $length } characters; mail servers cut or refuse more than { $limit }. Shorten it.
templates-check-subject-long = The subject has { $length } characters; phones show about { $limit }. Put what matters first, or shorten it.
templates-check-preheader-empty = The preheader is empty. Mail programs will show the first words of the email beside the subject instead. Write one sentence.
templates-check-unresolved = “{ $mark }” is still in the text. Readers would see that it is not finished. Replace or remove it.
templates-check-unsubscribe-missing = There is no unsubscribe link in this part. The law and mail providers require one. Put the footer back into the template.
templates-check-postal-address-missing = The organisation's postal address is not in this part. The law requires it. Enter it on the brand page, or put the footer back into the template.
templates-check-corrects-unknown = The correction “{ $title }” names an item that is not here, so the email does not say where the mistake was. Correct “corrects”, or import that item too.
templates-check-alt-missing = The image { $src } has no alternative text. Readers who cannot see it, or whose program hides images, get nothing. Describe it in one sentence.
templates-check-link-relative = The link “{ $url }” is not a full address, so it does not work in an email. Begin it with https://.
templates-check-link-unsafe = The link “{ $url }” is no address of a page: it would run something, or open something on the reader’s own device. Email programs and browsers block such links. Link to a page with https://.
templates-check-link-target-missing = The link “{ $url }” leads to a place in the email that is not there. Put <a name="…"></a> with that name where it should lead, or give it a full address.
templates-check-link-insecure = The link “{ $url }” is not encrypted. Others could see and change what your readers open. Use https://.
templates-check-link-shortened = The link “{ $url }” goes through { $host }. Readers cannot see where it leads, the link shortener learns who opens it, and filters distrust it. Link to the page itself.
templates-check-link-without-words = The link “{ $url }” has no text. Readers who cannot see it do not know that it is there or where it leads. Give it a text, or give its picture an alternative text.
templates-check-link-says-nothing = The text of a link is “{ $words }” ({ $url }). Screen readers list links without the sentence around them. Say what it leads to.
templates-check-link-leads-elsewhere = A link shows “{ $shown }” but leads to { $url }. Fraudulent emails do this, and filters look for it. Show the address that it leads to, or use words.
templates-check-foreign-load =
    The email would load { $url } from another host ({ $place }{ $line ->
        [0] {""}
       *[other] , line { $line } of the template
    }). That host would learn who opens the email, when and from where. Use a picture that was imported with the news or the brand, and fonts that readers have; a link to that address is fine.
templates-check-field-as-typed = Readers would see “{ $field }” as it is typed: “{ $excerpt }”. News, headings, quotations and buttons are the same for everybody. Delete the field there; the reader’s name may stand in the introduction or in a text block.
templates-check-field-foreign = “{ $field }” looks like a field of another program. Readers would see it as it is typed. If their name is meant, write [[recipient_name|friend]] in the introduction or in a text block.
templates-check-field-in-address = The merge field “{ $field }” is inside another address or attribute ({ $place }). Opening the email or following the link would give a reader’s own link or name to somebody else. Let the field be the whole address of a link, or remove it.
templates-check-title-missing = The email has no title. Screen readers and browsers show it as its name. Put a title into the template's mj-head.
templates-check-heading-first = The first heading is of level { $level }. Readers who jump from heading to heading look for one of level 1. Correct the template.
templates-check-heading-skipped = After a heading of level { $above } comes one of level { $below }. Readers who jump from heading to heading will think that something is missing. Correct the template.
templates-check-table-without-role = { $count ->
        [one] A table that is only there for the layout is not marked as such. Screen readers would read out its rows and cells. Give it role="presentation".
       *[other] { $count } tables that are only there for the layout are not marked as such. Screen readers would read out their rows and cells. Give them role="presentation".
    }
templates-check-text-without-link = The link “{ $url }” is not in the plain text. Some readers get only the plain text and would not have this link. Put it into the template's text part.
templates-check-text-without-number = { $count ->
        [one] A number that is in the HTML is not in the plain text: { $number }. Readers of the plain text would not get it. Compare the two parts.
       *[other] { $count } numbers that are in the HTML are not in the plain text, among them { $number }. Readers of the plain text would not get them. Compare the two parts.
    }
templates-check-beginning-missing = The beginning of what was written, “{ $missing }”, is not in the email. Readers would get less than was written. If the template is your own, add what it leaves out; otherwise report this as a defect.
templates-check-words-missing = Words are missing from the email. In what was written, “{ $before }” is followed by “{ $missing }”; in the email it is not. Readers would get less than was written. If the template is your own, add what it leaves out; otherwise report this as a defect.
templates-check-tag-shown = Readers would see “{ $tag }” as it is typed: titles, summaries and quotations are plain text. Delete it.
templates-check-text-says-less = The plain text has only { $share } % of the words in the HTML. Some readers get only the plain text, and filters compare the two. Complete the template's text part.
templates-check-all-in-another-language = No item of this variant is in its language, { LANGUAGE($language) }: all are in { LANGUAGE($other) } or others. Only the headings and the footer of the email would be in the readers’ language. Translate an item, or leave the variant out.
templates-check-reading-order = Columns run { $way ->
        [rtl] from right to left
       *[ltr] from left to right
    }, but no language in them does: they are read out in a different order than they are seen. Leave out dir and direction there, or write the columns in the order in which they should be read.
templates-check-tab-order = A tabindex above 0 moves the keyboard focus in a different order than the eye. Leave it out in the template.
templates-check-contrast = { $scheme ->
        [dark] On a dark screen, “{ $words }” is hard to read: { $ink } on { $ground } has a contrast of { $found }:1, and { $needed }:1 is needed. People with weak eyesight, or reading in the sun, would miss it. Choose other colours in the template, in its rules for prefers-color-scheme: dark.
       *[light] “{ $words }” is hard to read: { $ink } on { $ground } has a contrast of { $found }:1, and { $needed }:1 is needed. People with weak eyesight, or reading in the sun, would miss it. Choose other colours in the template.
    }
templates-check-client-lacks = “{ $feature }” does not work in { $clients }. { $group ->
        [picture] Readers there see a gap, or the alternative text. Use a JPEG or PNG.
        [media] Readers there see nothing of it. Show a picture that links to the page with it.
        [form] Readers there cannot fill it in or press it. Link to a page that has it.
        [way] For readers there, pressing it does nothing. Link to a web page, each place with a link of its own.
        [sheet] Styles that are loaded this way are missing there. Write them into mj-style.
        [font] Readers there see another font; elsewhere it is loaded from a foreign host, which learns that they are reading. Use fonts that readers have.
        [layout] The layout there is different from what you see. Use mj-section, mj-column and padding, which become tables.
        [side] The space or line is missing there. Write left and right instead, with mail.way.start and mail.way.end.
        [hidden] It is visible there. Write display:none, or leave it out.
        [ground] There is no background behind the words there, so they may be unreadable. Add a background-color on which they can be read.
        [effect] It is missing there. Make sure that the email says the same without it, or leave it out.
        [value] Whatever has this value looks there as if it had none. Write it in px, or a colour as #rrggbb.
       *[inline] The rule does not apply there. Give the elements a class or a style of their own.
    }
templates-check-item-language = “{ $title }” is marked as { LANGUAGE($said) }, but seems to be in { LANGUAGE($seems) }. Screen readers would mispronounce it, and people who only read the first language would not understand it. Correct the item's language or its text. If it is right as it is, ignore this.
templates-check-picture-language = The picture of “{ $title }” came with the text in { LANGUAGE($said) }, and so did its alternative text and caption. Readers would see or hear them in that language. Add the picture in this language, too, with its own words.
templates-check-intro-language = The introduction should be in { LANGUAGE($said) }, but seems to be in { LANGUAGE($seems) }. Readers of { LANGUAGE($said) } might not understand the first thing they see. Write it in that language. If it is right as it is, ignore this.
templates-check-html-too-big = The email has { $size } kB of HTML; Gmail cuts off everything after { $limit } kB, including the unsubscribe link. Shorten it or leave items out.
templates-check-field-unknown = The merge field “{ $field }” does not exist in campaigns. Readers would see it as it is typed. Choose one from the menu of merge fields, or remove it.
templates-check-field-broken = A merge field is not finished, near “{ $excerpt }”. Readers would see it as it is written. Correct or remove it.
templates-check-field-without-default = { $field ->
    [recipient_name] The merge field “{ $field }” has no default for readers whose name we do not know. They would see a gap. Write it as [[{ $field }|friend]].
   *[other] The merge field “{ $field }” has no default for readers of whom we do not know it. They would see a gap. Write the words for them after the line, before the closing brackets.
}
templates-check-attachment = The text mentions an attachment (“{ $word }”), but campaigns have none. Readers would look for it in vain. Say where the link is instead.
templates-check-lang-missing = The HTML does not say that its language is “{ $language }” and in which direction it runs. Screen readers would mispronounce it. Put lang and dir on the template's mjml element.

## Placeholders

templates-brand-placeholder-address = (postal address of the organisation)
