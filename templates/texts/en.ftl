## Readers: what they see of a mail

templates-kind = { $kind ->
    [statement] Statement
    [report_summary] Report summary
    [project] Project
    [publication] Publication
    [journal] Journal
    [event] Event
    [appeal] Appeal
    [correction] Correction
   *[page] Background
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
   *[page] Background
}
templates-in-language = { $code ->
    [en] in English
    [sl] in Slovenian
    [ar] in Arabic
    [fa] in Farsi
    [hr] in Croatian
    [bs] in Bosnian
    [sr] in Serbian
    [de] in German
    [it] in Italian
    [fr] in French
   *[other] in { $name }
}
templates-contents = In this issue
templates-read-on = Read on
templates-read-on-website = Read on our website
templates-pdf = PDF
templates-pdf-open = Read about it and download
templates-cover-of = Cover of “{ $title }”
templates-pdf-facts = { $pages ->
    [one] { $pages } page, { $size }
   *[other] { $pages } pages, { $size }
}
templates-pdf-size = { $size }
templates-megabytes = { $size } MB
templates-kilobytes = { $size } kB
templates-read = Read
templates-download = Download the PDF
templates-partners = Partners
templates-when = When
templates-where = Where
templates-how-to-come = How to come
templates-about-event = More about the event
templates-day-and-hour = { $day }, { $hour }
templates-from-hour-to-hour = { $first } to { $last }
templates-from-day-to-day = from { $first } to { $last }
templates-act = Take part
templates-until = Until { $date }
templates-counter = { $count ->
    [one] { $count } person has taken part
   *[other] { $count } people have taken part
}
templates-counter-of = { $count ->
    [one] { $count } of { $goal } people has taken part
   *[other] { $count } of { $goal } people have taken part
}
templates-counted-on = Counted on { $date }.
templates-was-wrong = What was wrong
templates-is-right = What is right
templates-corrects = This corrects:
templates-read-online = Read online
templates-website = Website
templates-why = You receive this because you subscribed to “{ $list }”.
templates-unsubscribe = Unsubscribe
templates-unsubscribe-text = If you no longer want to receive these mails, unsubscribe here:
templates-preferences = Preferences
templates-preferences-text = To change your language, name or lists:

templates-confirm-subject = Please confirm your subscription: { $list }
templates-confirm-preheader = One step is left: confirm that it was you.
templates-confirm-heading = Please confirm your subscription
templates-confirm-asked = Somebody, we hope you, entered this address for “{ $list }”.
templates-confirm-do = If it was you, please confirm. Only then will we write to you.
templates-confirm-button = Yes, subscribe me
templates-confirm-text = To confirm, open this address:
templates-confirm-ignore = If this was not you, do nothing. You will not hear from us again.
templates-confirm-link-fallback = If the button does not work, open this address in your browser:

templates-welcome-subject = Welcome: { $list }
templates-welcome-preheader = Your subscription is confirmed.
templates-welcome-heading = Welcome
templates-welcome-done = Your subscription to “{ $list }” is confirmed. Thank you.
templates-welcome-promise = We write when there is something to say, and give your address to nobody.
templates-welcome-leave = You can leave whenever you like, with one click:
templates-welcome-visit = Visit our website

## Staff: what they see when something is refused.

templates-field-unknown = The merge field “{ $field }” does not exist. Nothing was changed. Use one of these: { $known }, or write the word without double brackets.
templates-field-broken = A merge field is not finished, near “{ $excerpt }”. Nothing was changed. Write it as [[recipient_name|friend]], with two brackets on each side.
templates-field-missing = There is no value for the merge field “{ $field }”, so this copy was not made. Nothing was sent for it. Please report this: the program has to supply it.
templates-field-not-a-url = The value of the merge field “{ $field }” is not a web address, so this copy was not made. Nothing was sent for it. Check BILTEN_PUBLIC_URL.
templates-mjml-broken = Line { $line }, column { $column } of the template: { $reason ->
    [mismatch] <{ $word }> is open here, and another element is closed instead
    [ends] the template ends before everything in it is closed
    [open] the template ends before <{ $word }> is closed
    [after-the-end] something stands behind the end of the mail
    [twice] an attribute stands here twice
    [character] html has no character of that name
    [token] something stands here that MJML cannot read, such as a lone < or &, or a value without quotation marks
    [unwanted] a { $word } cannot stand in a mail
   *[other] the compiler cannot read this MJML
}. Nothing was changed. Correct it and try again.
templates-mjml-element = Line { $line }, column { $column } of the template uses <{ $element }>, which Bilten does not know there. Nothing was changed. Check the spelling, or leave the element out.
templates-mjml-attribute = Line { $line }, column { $column } of the template gives <{ $element }> an attribute “{ $attribute }” that it does not have. Nothing was changed. Check the spelling, or leave it out.
templates-body-broken = An item's text is not well-formed html in line { $line }: { $detail }. Nothing was changed. Import the item again, or correct its text.
templates-body-element = An item's text uses <{ $element }> in line { $line }, which cannot stand in a mail. Nothing was changed. Import the item again, or leave the element out.
templates-template-broken = The template { $template }, line { $line }, column { $column }: { $reason ->
    [nesting] “{ $word }” closes something other than what is open
    [tag] there is no tag “{ $word }”
    [unclosed] “{ $word }” is never closed
    [unfinished] something that was begun is not finished
    [unexpected] “{ $word }” cannot stand here
    [filter] there is no filter “{ $word }”
    [test] there is no test “{ $word }”
    [block-twice] there are two blocks “{ $word }”
    [block] there is no source “{ $word }”
    [macro] “{ $word }” is called with something that it does not take
    [name] there is nothing called “{ $word }”
    [unsafe] “{ $word }” is closed to templates
    [steps] loops or macros that hardly come to an end
    [output] it would print without measure
    [long] the source is too long
    [operator] “{ $word }” can be used with two numbers only
    [number] a number grows beyond measure
    [lists] a list cannot hold lists
    [printed-list] a list cannot be printed; print what it holds, in a loop
    [filter-detail] what stands beside the text of a filter is too long
    [recursive] a loop cannot call itself
    [include] there is no “include”; import a block and call it
    [mapping] names with values in braces cannot be written here
   *[values] this cannot be worked out with what stands here
}. Nothing was changed. Correct it and try again.
templates-template-unknown = There is no template “{ $template }”. Nothing was changed. Choose one of these: { $known }.
templates-nothing-to-say = The template “{ $template }” needs at least one news item. Nothing was changed. Add an item and try again.
templates-one-item = “{ $template }” is about exactly one news item; this campaign has { $found }. Nothing was changed. Leave one, or choose bulletin or digest.
templates-item-only = “{ $template }” is about one news item, and has no place for other blocks. Nothing was changed. Take them out, or choose bulletin or digest.
templates-item-does-not-fit = “{ $template }” needs a news item of kind { $needed }; this one is of kind { $kind }. Nothing was changed. Choose another template or another item.
templates-language-unknown = “{ $language }” is not a language code that Bilten knows. Nothing was changed. Use a code such as sl, en or ar.
templates-kind-unknown = “{ $kind }” is not a kind of news item. Nothing was changed. Use one of these: { $known }.

templates-unknown = There is no template “{ $name }”. Nothing was changed. Check its name.
templates-newer-version =
    Somebody else saved “{ $name }@{ $number }” since you opened the page. Nothing was saved. Look at that version; then
    save again if yours is to follow it.
templates-nothing-new = Nothing is new: version { $number } of “{ $name }” is the same. It is kept, and no other was made.
templates-other-kind = “{ $name }” is a template for another kind of campaign ({ $kind }). Nothing was changed. Save it under another name.
templates-name-refused = A template’s name has at most { $limit } lower-case letters and digits, with single hyphens between them, and is neither “library” nor “new”. Nothing was changed. Choose another.
templates-kind-needed = There is no template “{ $name }” yet, so its kind has to be said: { $known }. Nothing was changed.
templates-name-taken = Somebody has just made a template “{ $name }”. Nothing was changed. Look at theirs, or choose another name.
templates-note-long = The note is longer than { $limit } characters. Nothing was changed. Shorten it.

templates-brand-name = The organisation's name is missing or longer than { $limit } characters. The earlier details are unchanged. Enter a shorter name.
templates-brand-postal-address = The postal address is missing. The earlier details are unchanged. Enter it: the law asks for it in every mail.
templates-brand-address = “{ $address }” is not a web address. The earlier details are unchanged. Enter it in full, such as https://example.org.
templates-brand-colour = “{ $colour }” is not a colour. The earlier details are unchanged. Enter it as # and six digits, such as #8a1c1c.
templates-brand-contrast = { $colour } is too light: its contrast with the pale parts of a mail is { $found }:1, and reading needs { $needed }:1. The earlier details are unchanged. Choose a darker colour.
templates-brand-footer-language = “{ $language }” is not a language code that Bilten knows. The earlier details are unchanged. Use a code such as sl, en or ar.
templates-brand-footer-long = The last words for “{ $language }” are longer than { $limit } characters. The earlier details are unchanged. Shorten them: they stand in every mail.
templates-brand-logo-dark-alone = A logo for dark backgrounds needs one for light backgrounds beside it. The earlier details are unchanged. Add the light one, too.

## Staff: what the check before sending finds: what, why it matters, how to mend it.

templates-check-subject-empty = The subject is empty. Readers would not know what the mail is about, and many filters refuse such mail. Write a subject.
templates-check-subject-too-long = The subject has { $length } characters; more than { $limit } are cut or refused on the way. Shorten it.
templates-check-subject-long = The subject has { $length } characters; telephones show about { $limit }. Put what matters first, or shorten it.
templates-check-preheader-empty = The preheader is empty. Mail programs will show the first words of the mail beside the subject instead. Write one sentence.
templates-check-unresolved = “{ $mark }” is still in the text. Readers would see that it is not finished. Replace or remove it.
templates-check-unsubscribe-missing = There is no link to unsubscribe in this part. The law and mail providers demand one. Put the footer back into the template.
templates-check-postal-address-missing = The organisation's postal address is not in this part. The law demands it. Enter it in the brand's details, or put the footer back.
templates-check-corrects-unknown = The correction “{ $title }” names an item that is not here, so the mail does not say where the mistake stood. Readers could not find it. Correct “corrects”, or import that item, too.
templates-check-alt-missing = The image { $src } has no alternative text. Readers who cannot see it, or whose program hides images, get nothing. Describe it in a sentence.
templates-check-link-relative = The link “{ $url }” is not a full address. It leads nowhere from a mail. Begin it with https://.
templates-check-link-insecure = The link “{ $url }” is not encrypted. Others on the way could see and change what your readers open. Use https://.
templates-check-link-shortened = The link “{ $url }” goes through { $host }. Readers cannot see where it leads, the shortener learns who opens it, and filters distrust it. Link to the page itself.
templates-check-link-without-words = The link “{ $url }” has no words. Who cannot see it does not know that it is there, nor where it leads. Give it words, or its picture a description.
templates-check-link-says-nothing = A link is called “{ $words }” ({ $url }). Screen readers list links without the sentence around them. Name what it leads to.
templates-check-link-leads-elsewhere = A link shows “{ $shown }” and leads to { $url }. That is how frauds do it, and filters know it. Show the address that it leads to, or words.
templates-check-foreign-load =
    The mail would load { $url } from another host ({ $place }{ $line ->
        [0] {""}
       *[other] , line { $line } of the template
    }). That host would learn who opens the mail, when and from where. Use a picture that was imported with the news or the brand, and fonts that readers have; a link to that address is fine.
templates-check-field-in-address = The merge field “{ $field }” stands inside another address or attribute ({ $place }). Opening the mail or following the link would give a reader’s own link or name to somebody else. Let the field be the whole address of a link, or take it out.
templates-check-title-missing = The mail has no title. Screen readers and browsers have nothing to call it by. Put a title into the template's mj-head.
templates-check-heading-first = The first heading is of level { $level }. Who jumps from heading to heading looks for one of level 1. Correct the template.
templates-check-heading-skipped = After a heading of level { $above } comes one of level { $below }. Who jumps from heading to heading believes that something is missing. Correct the template.
templates-check-table-without-role = { $count ->
        [one] A table that only arranges things does not say so. Screen readers would count its rows and cells aloud. Give it role="presentation".
       *[other] { $count } tables that only arrange things do not say so. Screen readers would count their rows and cells aloud. Give them role="presentation".
    }
templates-check-text-without-link = The plain text lacks the link “{ $url }”. Some readers get only the text and would not come to it. Put it into the template's text part.
templates-check-text-without-number = { $count ->
        [one] The plain text lacks a number that stands in the html: { $number }. Readers of the text would not learn it. Compare the two parts.
       *[other] The plain text lacks { $count } numbers that stand in the html, { $number } among them. Readers of the text would not learn them. Compare the two parts.
    }
templates-check-text-says-less = Of the words in the html, the plain text has { $share } %. Some readers get only the text, and filters compare the two. Complete the template's text part.
templates-check-all-in-another-language = Not one item of this variant is in its language, { LANGUAGE($language) }: all are in { LANGUAGE($other) } or others. Readers would get a mail of which only the frame is in their language. Translate an item, or leave the variant out.
templates-check-reading-order = Columns run { $way ->
        [rtl] from right to left
       *[ltr] from left to right
    }, and no language in them does: they are read out in another order than they are seen. Leave out dir and direction there, or write the columns in the order in which they are to be read.
templates-check-tab-order = A tabindex above 0 leads the keyboard about in another order than the eye goes. Leave it out in the template.
templates-check-contrast = { $scheme ->
        [dark] On a dark screen, “{ $words }” can hardly be read: { $ink } on { $ground } is a contrast of { $found }:1, and { $needed }:1 is needed. Weak eyes, and good ones in the sun, would miss it. Choose other colours in the template, in its rules for prefers-color-scheme: dark.
       *[light] “{ $words }” can hardly be read: { $ink } on { $ground } is a contrast of { $found }:1, and { $needed }:1 is needed. Weak eyes, and good ones in the sun, would miss it. Choose other colours in the template.
    }
templates-check-client-lacks = “{ $feature }” does not work in { $clients }. { $group ->
        [picture] Readers there see a gap, or the words that stand for the picture. Use a JPEG or PNG.
        [media] Readers there see nothing of it. Show a picture that links to the page with it.
        [form] Readers there cannot fill it in or press it. Link to a page that has it.
        [way] Readers there press and get nowhere. Link to a web page, each place with a link of its own.
        [sheet] Styles that come that way are missing there. Write them into mj-style.
        [font] Readers there see another font, and with the others it asks a foreign host, which learns that they read. Use fonts that readers have.
        [layout] There, things lie otherwise than you see them. Arrange them with mj-section, mj-column and padding, which become tables.
        [side] The distance or line is missing there. Write left and right instead, as mail.way.start and mail.way.end say them.
        [hidden] There, it is seen. Write display:none, or leave it out.
        [ground] There, nothing lies behind the words, and they may be unreadable. Give a background-color with it on which they can be read.
        [effect] There, it is missing. See to it that the mail says the same without, or leave it out.
        [value] There, whatever has this value falls back to what it would be without. Write it in px, or a colour as #rrggbb.
       *[inline] There, the rule does not hold. Give the elements a class or a style of their own.
    }
templates-check-item-language = “{ $title }” is said to be in { LANGUAGE($said) }, and seems to be in { LANGUAGE($seems) }. Screen readers would mispronounce it, and whoever reads only the one language would not understand it. Correct the item's language, or put the text there that belongs there. If all is as it should be, leave it.
templates-check-intro-language = The opening words should be in { LANGUAGE($said) }, and seem to be in { LANGUAGE($seems) }. Readers of { LANGUAGE($said) } might not understand the first thing they see. Write them in that language. If all is as it should be, leave them.
templates-check-html-too-big = The mail has { $size } kB of html; Gmail cuts off everything after { $limit } kB, the unsubscribe link too. Shorten it or leave items out.
templates-check-field-unknown = The merge field “{ $field }” does not exist. Readers would see it as it stands. Correct or remove it.
templates-check-field-broken = A merge field is not finished, near “{ $excerpt }”. Readers would see it as it stands. Correct or remove it.
templates-check-field-without-default = The merge field “{ $field }” has no words for readers of whom we know nothing. They would see a gap. Write it as [[{ $field }|friend]].
templates-check-attachment = The text speaks of an attachment (“{ $word }”), but campaigns carry none. Readers would look for it in vain. Say where the link is instead.
templates-check-lang-missing = The html does not say that its language is “{ $language }” and which way it runs. Screen readers would mispronounce it. Put lang and dir on the template's mjml element.

## Placeholders

templates-brand-placeholder-address = (postal address of the organisation)
