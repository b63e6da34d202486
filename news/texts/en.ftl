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
news-file-missing = There is no file { $file }. Check the name and the folder; nothing has been changed.
news-file-unreadable = { $file } cannot be read: it is not an ordinary file, or Bilten may not open it. Check the file and its permissions. Nothing has been changed.
news-file-too-large = { $file } is larger than { $limit } kB, which no news text needs. Shorten it, or put the long version into a PDF. Nothing has been changed.
news-file-not-utf8 = { $file }, line { $line }: a character is not written in UTF-8. Open the file in your editor, save it as UTF-8 and import it again. Nothing has been changed.
news-front-matter-missing = { $file }: the first line has to be --- and start the front matter (kind, language, title …). Add it and import the file again. Nothing has been changed.
news-front-matter-open = { $file }: the front matter is not closed. Put a line with --- after its last key and import the file again. Nothing has been changed.
news-front-matter-too-long = { $file }: the front matter is longer than { $limit } characters. Move the text below it. Nothing has been changed.
news-front-matter-unreadable = { $file }, line { $line }: this line or the one before it cannot be understood. Most often a value has to stand in quotes, because it begins with [ or " or contains a colon: title: "[PDF] Title". Nothing has been changed.
news-character-not-allowed = { $file }, line { $line }: there is an invisible control character. Delete the line, type it again and import the file. Nothing has been changed.
news-key-misspelt = { $file }, line { $line }: there is no key “{ $key }”. Did you mean “{ $suggestion }”? Nothing has been changed.
news-key-unknown = { $file }, line { $line }: there is no key “{ $key }”. These can be used: { $keys }. Nothing has been changed.
news-key-twice = { $file }, line { $line }: “{ $key }” stands there a second time. Keep one of the two. Nothing has been changed.
news-key-alone = { $file }, line { $line }: “{ $key }” needs “{ $needed }” beside it. Add “{ $needed }”, or delete “{ $key }”. Nothing has been changed.
news-value-not-text = { $file }, line { $line }: only key: value is possible here, with a plain text for a value. Put the value in quotes if it begins with [, {"{"}, &, * or !. Nothing has been changed.
news-value-missing = { $file }: the front matter has to say “{ $key }”. Add it and import the file again. Nothing has been changed.
news-value-too-long = { $file }, line { $line }: “{ $key }” is longer than { $limit } characters. Shorten it. Nothing has been changed.
news-kind-unknown = { $file }, line { $line }: “{ $value }” is not a kind of news. Use one of these: { $kinds }. Nothing has been changed.
news-language-missing = { $file }: Bilten cannot tell the language. Add language: sl to the front matter, or call the file name.sl.md. Nothing has been changed.
news-language-unknown = { $file }, line { $line }: “{ $value }” is not the code of a language. Use sl, en, ar, fa and the like. Nothing has been changed.
news-language-differs = { $file }, line { $line }: the front matter says { $language }, the file's name says { $suffix }. Correct one of them. Nothing has been changed.
news-slug-unusable = { $file }, line { $line }: a slug consists of small letters a–z, digits and single hyphens, for instance { $suggestion }. Nothing has been changed.
news-slug-missing = { $file }: no slug can be made of the file's name. Add slug: short-name to the front matter. Nothing has been changed.
news-url-unusable = { $file }, line { $line }: the address has to be whole, beginning with https:// or http:// and without spaces. Nothing has been changed.
news-date-unreadable = { $file }, line { $line }: “{ $value }” is not a date. Write year, month and day like this: 2026-11-22. Nothing has been changed.
news-moment-unreadable = { $file }, line { $line }: “{ $value }” is neither a day nor a day with a time. Write it like this: 2026-12-05 18:00, or 2026-12-05 where there is no hour. Nothing has been changed.
news-ends-early = { $file }, line { $line }: “ends” has to come after “starts” and be written like it, both with a time or both without. Nothing has been changed.
news-number-unreadable = { $file }, line { $line }: “{ $value }” is not a number that can stand here. Write it in digits alone, such as 1240. Nothing has been changed.
news-key-of-another-kind = { $file }, line { $line }: “{ $key }” belongs to a news item of kind { $kind }. Change the kind, or delete “{ $key }”. Nothing has been changed.
news-details-newer = The details of a news text were written by a later version of Bilten (shape { $version }). Nothing was lost or changed. Install that version again.
news-kind-needs = { $file }: a news item of kind { $kind } has to say “{ $key }” in its front matter. Add it and import the file again. Nothing has been changed.
news-corrects-itself = { $file }, line { $line }: the correction names itself. “corrects” is the slug of the item in which the mistake stands. Nothing has been changed.
news-image-in-body = { $file }, line { $line }: a picture cannot stand inside the text. Name it in the front matter with image: and image_alt:. Nothing has been changed.
news-text-undecoded = { $file }: the text could not be read: { $cause ->
    [time] reading it takes too long
    [memory] reading it takes too much memory
   *[crash] the program that reads it breaks off
  }. Most often a bracket or an asterisk stands there very many times. Correct the text; nothing has been changed.
news-text-twice = { $file }: { $other } already holds this text (slug { $slug }, same language). Keep one of the two files, or give one another slug. The first one has been kept.
news-files-differ = { $file }: its “{ $key }” differs from the one in { $other }, although both are texts of one item ({ $slug }). Make them the same, or give one another slug. This file has not been imported.
news-slug-in-folder = { $file }: the short name “{ $slug }” belongs to an item of the watched folder { $folder } (“{ $source }”). Give this file another name, or another slug: in its front matter; or correct the file in that folder. If the item is to be taken out of the folder’s hands, import this file with --take-over. Nothing has been changed.
news-slug-by-hand = { $file }: the short name “{ $slug }” belongs to news that somebody brought in by hand, and no automation sends that. Give this file another name, or another slug: in its front matter. To send what was brought in by hand, draft a campaign with “{ $slug }” (bilten campaign draft) and take this file out of the folder. If both say the same and need not go out, leave it to the folder: bilten automation archive. Nothing has been changed.
news-slug-elsewhere = { $file }: the short name “{ $slug }” belongs to an item of another watched folder, { $folder } (“{ $source }”). Give this file another name, or another slug: in its front matter. Nothing has been changed.

# Files named in the front matter
news-asset-outside = { $file }, line { $line }: { $asset } leads out of the folder in which the news file lies. Put a copy beside the news file and name that. Nothing has been changed.
news-asset-missing = { $file }, line { $line }: { $asset } is not there, or Bilten may not open it. Put it beside the news file and import that again. Nothing has been changed.
news-asset-wrong-role = { $file }, line { $line }: { $asset } cannot be used as “{ $role }”: pdf: takes a PDF, image:, logo: and funder_logo: take a picture. Nothing has been changed.
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
    [pdf-too-long] { news-pdf-too-long }
   *[asset-type-unknown] { news-asset-type-unknown }
  }

# The asset store
news-asset-empty = The file is empty. Copy or upload it again; nothing has been changed.
news-asset-too-large = The file is larger than { $limit } MB. Make it smaller and try again; nothing has been changed.
news-asset-svg = SVG pictures are not accepted: they can carry scripts, and most mail programs do not show them. Export the picture as PNG; nothing has been changed.
news-asset-type-unknown = This is neither a picture (JPEG, PNG, GIF, WebP) nor a PDF, whatever its name says. Export it as one of these; nothing has been changed.
news-asset-undecoded = The file could not be read: { $cause ->
    [time] reading it takes too long
    [memory] reading it takes too much memory
   *[crash] the program that reads such files breaks off
  }. It is set aside and will be tried again after an upgrade of Bilten. Save it anew in another program, as a plain PDF or picture, and put that in its place; nothing has been changed.
news-image-unreadable = The picture is damaged or incomplete. Export or copy it again; nothing has been changed.
news-image-too-many-pixels = The picture has more than { $limit } million pixels. Scale it down (1,200 pixels across are plenty) and try again; nothing has been changed.
news-image-too-many-frames = The picture moves through more than { $limit } frames. Make it shorter, or keep one frame of it, and try again; nothing has been changed.
news-pdf-unreadable = The PDF is damaged, incomplete or locked with a password. Export or copy it again; nothing has been changed.
news-pdf-encrypted = The PDF is locked or protected with a password. Export it without protection and try again; nothing has been changed.
news-pdf-signed = The PDF is signed, or has a field for a signature. Bilten takes out what it says of its makers, and that would break the signature. Print it to a new PDF, or put a link to the signed one into the text; nothing has been changed.
news-pdf-too-long = The PDF has more than { $limit } pages. Split it and try again; nothing has been changed.
news-asset-unknown = There is no such file here. It may have been named wrongly.

# Items and sources
news-item-unknown = There is no news item { $item }. “bilten news list” shows those that there are.
news-folder-missing = The folder { $folder } is not there, or Bilten may not open it. Make it, or correct its name; what was imported earlier is kept.
news-source-exists = There is already a source called “{ $name }”. Choose another name; nothing has been changed.
news-source-unknown = There is no source { $source }.

news-item-not-named = There is no news item “{ $slug }”. Nothing was changed. “bilten news list” shows those there are.
news-source-not-named = There is no news source “{ $name }”. Nothing was changed. Check the name.
