### What `bilten` says. Each error says what happened, that nothing was lost, and what to do next.

## The database

cli-database-missing =
    There is no database at { $file } yet. Nothing was changed.
    Create it with: bilten init
cli-database-outdated =
    The database does not have this version's tables. Nothing was changed.
    Bring it up to date with: bilten init
cli-database-locked =
    The database is busy: another process has been writing for longer than Bilten waits. Nothing was changed.
    Try again in a moment.
cli-database-unreachable =
    The database does not answer. Nothing was changed.
    Check that it is running and that BILTEN_DATABASE_URL is right, then try again.
cli-database-unwritable =
    The database's file cannot be opened or written. Nothing was changed.
    Make sure that this user may write to the file and its folder.

cli-database-broken =
    The database file is damaged, or is not an SQLite database. Nothing was changed.
    Check that BILTEN_DATABASE_URL names the right file; if it does, restore the last backup.
cli-disk-full =
    The disk is full. What was not finished was rolled back.
    Free some space, then try again.
cli-file-refused =
    { $file } cannot be used ({ $reason }). What was not finished was rolled back.
    Check that the setting that names it is right, and that this user may read and write there.

cli-misused = The command is not written correctly. Nothing was done. The error is on stderr.

## A defect of the program

cli-defect =
    Something went wrong that Bilten did not expect ({ $kind }). What was not finished was rolled back.
    Run the command again as “bilten --debug …” to see where.
cli-defect-kept =
    Something went wrong that Bilten did not expect ({ $kind }). What was not finished was rolled back.
    The details, without addresses, are in { $file }; please include that file when you report this.
cli-defect-shown =
    Something went wrong that Bilten did not expect ({ $kind }). What was not finished was rolled back.

## What imports refused

cli-refused-files = { $count ->
        [one] One file was refused:
       *[other] { $count } files were refused:
    }
cli-refused-rows = { $count ->
        [one] One row was refused:
       *[other] { $count } rows were refused:
    }

## init

cli-init-env-closed = Everybody on this machine could read { $file }; now only you and its group can.
cli-init-secret-made = Your secret key is in { $file }. Keep a copy in a safe place.
cli-init-folder-made = Files will be kept in { $folder }.
cli-init-database-made = The database is ready.
cli-init-database-upgraded = The database was upgraded to this version.
cli-init-held =
    It was made before Bilten could recognise older states, and this machine has worked on a database since. This may be an older state
    of that database, so sending is paused. If you restored it, run bilten adopt. If it is another installation, and
    nothing was sent after this state: bilten adopt --is-latest --apply
cli-init-brand-made = The brand “{ $name }” was created. Enter your own name and postal address: bilten brand set --help
cli-init-list-made = The mailing list “{ $name }” ({ $slug }) was created.
cli-init-sender-made = The sender “{ $name }” was created. It sends to the simulator, never to real people.
cli-init-nothing = Everything was there already; nothing was changed.
cli-init-set-up = Next: bilten serve. Then open this address within a day and set Bilten up in the browser. It works once, for the first administrator, so give it to nobody else. Or: bilten user add ADDRESS --name NAME --role admin
cli-init-list-name = Bulletin

## news

cli-news-added = { $count ->
        [0] No news was imported.
        [one] One news text was imported:
       *[other] { $count } news texts were imported:
    }
cli-news-added-new = {"  "}{ $slug } ({ $language }), new
cli-news-added-changed = {"  "}{ $slug } ({ $language }), changed, or added to an existing item
cli-news-added-same = {"  "}{ $slug } ({ $language }), already there, unchanged
cli-news-added-taken-over = {"  "}{ $slug } ({ $language }), taken over from its watched folder: its automation no longer sends it, and its file there is refused from now on
cli-news-cleaned = { $count ->
    [0] No stored file contains details of who made it any more, as far as these can be removed.
    [one] { $count } file was rewritten without details of who made it. Its old address still works.
   *[other] { $count } files were rewritten without details of who made them. Their old addresses still work.
  }
cli-news-left = { $count ->
    [one] { $count } file was left as it is; readers can still see who made it:
   *[other] { $count } files were left as they are; readers can still see who made them:
  }
cli-news-prepared = { $count ->
    [0] Every image already has a version for emails. Nothing was changed.
    [one] { $count } image now has a version for emails.
   *[other] { $count } images now have a version for emails.
  }
cli-news-asset-lost = The file of { $file } is missing or damaged. Its news item is unchanged; put the file back, or import the news file again.
cli-news-unused = { $count ->
    [0] Every stored file is in use.
    [one] { $count } stored file is not in use ({ $megabytes } MB). It goes a week after it came; due now: { $due }.
   *[other] { $count } stored files are not in use ({ $megabytes } MB). Each goes a week after it came; due now: { $due }.
  }
cli-news-none = There is no news yet. Import some with: bilten news add FOLDER
cli-news-joined = “{ $other }” is now part of “{ $slug }”, which has these languages: { $languages }.
cli-news-separated = “{ $language }” of “{ $slug }” is now an item of its own: “{ $other }”.

## subscribers

cli-subscribers-imported = { $count ->
        [0] Nobody new was subscribed to “{ $list }”.
        [one] One person was subscribed to “{ $list }”.
       *[other] { $count } people were subscribed to “{ $list }”.
    }
cli-subscribers-already-subscribed = { $count ->
        [one] One person was already on the list and was not changed.
       *[other] { $count } people were already on the list and were not changed.
    }
cli-subscribers-unsubscribed = { $count ->
        [one] One person has unsubscribed according to the file, and is now unsubscribed here, too.
       *[other] { $count } people have unsubscribed according to the file, and are now unsubscribed here, too.
    }
cli-subscribers-suppressed = { $count ->
        [one] One address bounced according to the file, or its owner complained; nothing is sent there from now on.
       *[other] { $count } addresses bounced according to the file, or their owners complained; nothing is sent there from now on.
    }
cli-subscribers-noes = { $count ->
        [one] One “no” in the file was recorded; an import never subscribes that person again.
       *[other] { $count } times “no” in the file was recorded; an import never subscribes these people again.
    }
cli-subscribers-noes-without-address = { $count ->
        [one] One “no” was not recorded, because its row has no address. If that person is on the list, they still get email: please find them.
       *[other] { $count } times “no” was not recorded, because the row has no address. If these people are on the list, they still get email: please find them.
    }
cli-subscribers-said-no-unknown = “{ $said }” is not a valid choice. Nothing was imported. Use one of these: { $known }.
cli-subscribers-kept-unsubscribed = { $count ->
        [one] One person had unsubscribed before, or says no elsewhere in this file, and stays unsubscribed.
       *[other] { $count } people had unsubscribed before, or say no elsewhere in this file, and stay unsubscribed.
    }
cli-subscribers-kept-opted-out = { $count ->
        [one] One person wants no email from you at all, and was not subscribed. Only they can change that, by signing up.
       *[other] { $count } people want no email from you at all, and were not subscribed. Only they can change that, by signing up.
    }
cli-subscribers-kept-suppressed = { $count ->
        [one] Nothing is sent to one address, because of an earlier bounce, complaint or block; it was not added.
       *[other] Nothing is sent to { $count } addresses, because of an earlier bounce, complaint or block; they were not added.
    }
cli-subscribers-columns = Columns that were read: { $columns }
cli-subscribers-system = Read as: { $system }. { $about }
cli-subscribers-parts = Files in it that were read: { $files }
cli-subscribers-column-address = address
cli-subscribers-column-name = name
cli-subscribers-column-language = language
cli-subscribers-encoding = Text encoding: { $encoding }. Names as read: { $names }
cli-subscribers-encoding-guessed = Text encoding: { $encoding }, as far as we can tell. Names as read: { $names }. If they are wrong, say which it is next time, with --encoding.
cli-subscribers-language-as = “{ $said }” does not say what a word means. Nothing was imported. Write it like this: --language-as slo=sl
cli-subscribers-field = “{ $said }” is not a column and a field. Nothing was imported. Write it like this: --field "Kraj=town".
cli-subscribers-ignored-columns = These columns were not read, because Bilten does not need them: { $columns }
cli-subscribers-none = There are no subscribers here yet. Import some with: bilten subscribers import FILE --list LIST
cli-subscribers-dry-run = This is what an import would do. Nothing was written.
cli-subscribers-undo = This import can be looked at and undone for 30 days: bilten imports undo { NUMBER($number, useGrouping: 0) }
cli-subscribers-updated = { $count ->
        [one] The details of one person were corrected.
       *[other] The details of { $count } people were corrected.
    }

## imports

cli-imports-none = Nothing has been imported yet. Do so with: bilten subscribers import FILE --list LIST
cli-imports-group-unknown = “{ $said }” is not a valid choice. Use one of these: { $known }.
cli-imports-what = { $file }, for the list { $list }: { $state }
cli-imports-new = New: { $count }
cli-imports-changed = Changed: { $count }
cli-imports-unchanged = Unchanged: { $count }
cli-imports-protected = Protected by a no: { $count }
cli-imports-refused = Not imported: { $count }
cli-imports-erased = The rows have been erased, so it can no longer be undone.
cli-imports-written = All rows were written to { $file }. It may hold addresses: please delete it when you no longer need it.
cli-imports-not-written = { $file } cannot be written, or is there already. Nothing was written; please give another name.
cli-imports-undone = { $count ->
        [0] Nobody was taken off the list.
        [one] One person was taken off the list again.
       *[other] { $count } people were taken off the list again.
    }
cli-imports-restored = { $count ->
        [one] Name and language of one person are as before.
       *[other] Names and languages of { $count } people are as before.
    }
cli-imports-kept-acted = { $count ->
        [one] One person stays, because they have acted or were written to since.
       *[other] { $count } people stay, because they have acted or were written to since.
    }
cli-imports-kept-changed = { $count ->
        [one] One person's name or language stays, because it was changed since.
       *[other] The names or languages of { $count } people stay, because they were changed since.
    }

## lists, senders, user

cli-sender-resumed = The sender “{ $name }” is in use again.
cli-sender-limited = { $period ->
    [second] “{ $name }” sends at most { $count } emails a second from its next call on.
    [hour] “{ $name }” sends at most { $count } emails an hour from its next call on.
    [day] “{ $name }” sends at most { $count } emails a day from its next call on.
   *[none] “{ $name }” has no limit of its own from its next call on.
 }
cli-sender-bounces = Bounces of “{ $name }” come to { $address } from the next batch on. Have them read: bilten bounces read
cli-sender-bounces-none = Bounces of “{ $name }” go to its From address, and are not read.
cli-bounces-read = { $read ->
    [0] There was no email to read.
    [one] { $read } email was read, { $new } of them new.
   *[other] { $read } emails were read, { $new } of them new.
 }
cli-bounces-no-imap = No IMAP mailbox is configured. Nothing was read. Set { $setting } and try again.
cli-campaign-visibility-unknown = “{ $to }” is not a valid choice. Nothing was changed. Use one of these: { $known }.
cli-topic-added = The topic “{ $name }” was created; its short name in commands and news is { $slug }.
cli-topic-renamed = The topic { $slug } is called “{ $name }”.
cli-topic-status = The topic “{ $name }” is { $status }.
cli-topic-in-use = in use
cli-topic-archived = archived
cli-topic-deleted = The topic { $slug } was deleted.
cli-topics-none = There are no topics yet.
cli-field-added = The field “{ $label }” was created; its short name is { $word }.
cli-field-changed = The field { $word } is called “{ $label }”, and has been changed.
cli-field-status = The field “{ $label }” is { $status }.
cli-field-in-use = in use
cli-field-archived = archived
cli-field-deleted = The field { $word } was deleted.
cli-fields-none = There are no fields yet. Create one with: bilten fields add
cli-list-added = The mailing list “{ $name }” was created; its short name in commands is { $slug }.
cli-list-languages = List { $slug }: in place of a missing language { $chain }; required { $required }.
cli-list-sign-up = Sign-up form of { $slug }: also offers { $lists }; may be framed by { $origins }.
cli-nothing-to-set = You did not say what to change. Nothing was changed. See the options with --help.
cli-list-set = The list { $slug } is called “{ $name }”.
cli-list-name-in = “{ $given }” is not a language and a name. Nothing was changed. Write it like this: --name-in "sl=Bilten".
cli-list-status = The list “{ $name }” is { $status }.
cli-list-status-open = open
cli-list-status-closed = closed
cli-list-status-archived = archived
cli-list-status-unknown = “{ $status }” is not a state of a list. Nothing was changed. Use one of these: { $known }.
cli-list-deleted = The list { $slug } was deleted.
cli-list-invitation = { $days ->
        [one] This address leads to the sign-up page for one day. Anyone who has it can see the list's name: give it to people, but do not publish it.
       *[other] This address leads to the sign-up page for { $days } days. Anyone who has it can see the list's name: give it to people, but do not publish it.
    }
cli-segments-none = There are no segments yet. Create one with: bilten segments add
cli-segment-added = The segment “{ $name }” has been created.
cli-segment-removed = The segment “{ $name }” has been deleted.
cli-segment-count = { $count ->
    [0] Nobody is in it now
    [one] { $count } person is in it now
   *[other] { $count } people are in it now
  } (confirmed on: { $lists })
cli-segment-name-or-condition = Please name a segment, or give a condition with --condition, and not both.
cli-tags-none = There are no tags yet. Create one with: bilten tags add
cli-tag-added = The tag “{ $name }” has been created.
cli-tag-removed = The tag “{ $name }” has been deleted, and taken off everybody.
cli-tag-put = The tag “{ $name }” is on { $count ->
    [one] { $count } person.
   *[other] { $count } people.
  }
cli-tag-taken = The tag “{ $name }” was taken off { $count ->
    [one] { $count } person.
   *[other] { $count } people.
  }
cli-head-condition = Condition
cli-head-people = People
cli-lists-none = There are no mailing lists yet. Create one with: bilten lists add
cli-sender-added = The sender “{ $name }” was created. It sends through { $provider }.
cli-sender-set = Email of “{ $name }” comes from { $shown }; replies go to { $reply }.
cli-sender-webhook = Give the provider this address for its webhooks: { $url }
cli-sender-no-webhooks = This provider sends no reports: Bilten will not know whether emails were delivered.
cli-senders-none = There are no senders yet. Create one with: bilten senders add
cli-suppressions-nobody = None of your senders’ providers can be asked which addresses it does not send to. Nothing was changed.
cli-suppressions-not-listed = { $provider } cannot be asked which addresses it does not send to. Nothing was changed. It reports bounces and complaints as events.
cli-suppressions-pulled = { $count ->
        [0] “{ $sender }”: { $provider } sends to all addresses.
        [one] “{ $sender }”: { $provider } does not send to { $count } address.
       *[other] “{ $sender }”: { $provider } does not send to { $count } addresses.
    }
cli-suppressions-new = { $count ->
        [0] Bilten knew all of these already.
        [one] { $count } is new: from now on Bilten does not send to it either. On your lists: { $subscribers }.
       *[other] { $count } are new: from now on Bilten does not send to them either. On your lists: { $subscribers }.
    }
cli-suppressions-unreadable = { $count ->
        [one] { $count } entry is not an address and was skipped.
       *[other] { $count } entries are not addresses and were skipped.
    }
cli-suppressions-deleted = { $count ->
    [one] One person who was erased here was taken off the provider’s list.
   *[other] { $count } people who were erased here were taken off the provider’s list.
    }
cli-suppressions-erased = { $count ->
    [one] One person who was erased here is still on the provider’s list. If the provider does not delete the address when asked, delete it in the account there:
   *[other] { $count } people who were erased here are still on the provider’s list. If the provider does not delete the addresses when asked, delete them in the account there:
    }
cli-suppressions-not-deleted = The provider did not delete an address: { $words }. It is tried again within a day.
cli-suppressions-not-all = The list could not be read to the end: { $words }. What was read up to then was kept. Check the provider’s key and address, or try again later.
cli-user-let-in = With this link { $name } can sign in once within a day, from any device. The password is still needed. Give the link to nobody else.
cli-user-added = { $name } can now sign in. Roles: { $roles }.
cli-user-role = { $name }: { $roles }. They are signed out, and sign in again with this.
cli-user-disabled = The account of { $name } is disabled.
cli-user-enabled = The account of { $name } is enabled again. Roles: { $roles }.
cli-user-unlocked = Wrong passwords for the account of { $name } are forgotten. A network from which many came may still have to wait for an hour; “bilten user let-in” makes a link that works from there, too.
cli-user-deleted = The account of { $name } is deleted. Only the name is kept, for the history.
cli-user-password-set = The password of { $name } is set. They are signed out on all devices.
cli-user-link-mailed = { $name } gets an email at { $address } with a link for setting a password. It works once, within three days.
cli-user-signed-out = { $name } is signed out on all devices.
cli-user-factors = { $app ->
    [0] { $passkeys ->
        [0] –
        [one] 1 passkey
       *[other] { $passkeys } passkeys
      }
   *[other] { $passkeys ->
        [0] app
        [one] app, 1 passkey
       *[other] app, { $passkeys } passkeys
      }
  }
cli-user-second-factor-removed = The second factor of { $name } is removed. They are signed out on all devices; the password alone is enough until they set up a new one.
cli-user-second-factor-mailed = They and the administrators get an email about it.
cli-user-password-link = With this link { $name } can set a password, once, within three days. Whoever has it can do so: give it to nobody else.
cli-user-password = Password
cli-user-password-missing =
    There is no terminal to ask for a password. Nothing was changed.
    Give it on the first line of stdin with --password-stdin.
cli-user-role-unknown =
    There is no role “{ $role }”. Nothing was changed.
    Choose from { $known }, with commas between several.
cli-role-author = author
cli-role-approver = approver
cli-role-sender = sender
cli-role-keeper = keeper of protected lists
cli-role-viewer = viewer of reports
cli-role-admin = administrator

## Table headings

cli-head-number = Number
cli-head-names = Names in languages
cli-head-lists = Lists
cli-head-slug = Short name
cli-head-kind = Kind
cli-head-type = Type
cli-head-date = Date
cli-head-titles = Titles
cli-head-name = Name
cli-head-audience = Recipients
cli-head-chain = Languages used instead
cli-head-required = Required languages
cli-head-automations = Automations
cli-head-waiting = Waiting
cli-source-found = “{ $title }” ({ $address }): { $count ->
    [one] one entry
   *[other] { $count } entries
  }.
cli-source-other = Another feed of the website: { $address }
cli-source-connected = “{ $name }” is connected ({ $address }). What it publishes from now on comes into the inbox.
cli-source-read = read
cli-source-unread = not read for three times or longer
cli-source-gone = gone for good
cli-source-was-read = New: { $new }. Changed: { $changed }.
cli-source-token = Token of “{ $name }”, shown only now: { $token }
cli-source-token-address = The website sends its news to { $address }. See docs/news-webhook.md.
cli-source-disabled = “{ $name }” is no longer read.
cli-sources-none = No website is connected.
cli-folders-none = No folder is watched.
cli-folder-watched = “{ $name }” is watched: { $folder }. Now make an automation for it: bilten automation add
cli-folder-stopped = “{ $name }” is no longer watched.
cli-head-subject = About
cli-head-role = Role
cli-head-second-factor = Second factor
cli-head-disabled = Disabled since
cli-head-provider = Provider
cli-head-from = From
cli-head-paused = Paused
cli-head-address = Address
cli-head-language = Language

## brand

cli-brand-missing =
    There is no brand yet. Nothing was changed.
    Create it with: bilten init
cli-brand = { $name }, { $website }, colour { $colour }
cli-brand-logo = Logo: { $alt }
cli-brand-no-logo = No logo; the name is shown instead.
cli-brand-footer-unreadable =
    “{ $given }” does not say which language it is for. Nothing was changed.
    Write it as sl=Text, with the language code before the equals sign.
cli-brand-social-unreadable =
    “{ $given }” is not a name and an address. Nothing was changed.
    Write it as name=address, such as Mastodon=https://example.org/@us.
cli-brand-logo-unreadable =
    The image { $file } cannot be read. Nothing was changed.
    Check the name, and that this user may open it.

## simulator, serve

cli-simulator-runs =
    The simulator receives email at { $url } and sends none of it on. The emails are kept in { $outbox
    }. See what has arrived at { $url }. Stop it with Ctrl-C.
cli-simulator-webhooks = The simulator reports back to Bilten what happened to each email, as a provider would.
cli-simulator-no-webhooks = Webhooks are off: BILTEN_PUBLIC_URL is not on this machine, or this sender’s provider sends none that can be verified here: it needs a webhook key in .env, or its webhooks come with a certificate that only the provider has (docs/providers.md).
cli-simulator-verification-key = Bilten accepts these webhooks after you add this line to .env and restart it: { $setting }={ $key }
cli-simulator-refused =
    The simulator cannot start like this: { $problem }. Nothing was started.
    Change that option and try again.
cli-sender-unknown =
    There is no sender “{ $name }”. Nothing was
    done. To see the senders: bilten senders list
cli-port-taken =
    Bilten cannot listen on { $host }:{ $port }; another program probably uses this port. Nothing was started.
    Stop that program, or choose another port with --port.
cli-serve-runs =
    Bilten is running at { $url } and sends what is scheduled. Stop it with Ctrl-C.
cli-serve-held =
    Bilten’s pages are at { $url }. Sending is paused. Stop it with Ctrl-C.
cli-serve-web-runs =
    Bilten’s pages are at { $url }. Scheduled campaigns are sent by bilten scheduler and bilten worker, where they run. Stop it with Ctrl-C.
cli-serve-web-stopped = Bilten’s pages have stopped. Sending continues where bilten scheduler and bilten worker run.
cli-scheduler-runs = The scheduler { $name } is running: it wakes the workers, or stands by while another one does. Stop it with Ctrl-C.
cli-scheduler-stopped = The scheduler has stopped. If another one is standing by, it takes over.
cli-worker-runs = The worker { $name } is running, and sends when the scheduler wakes it. Stop it with Ctrl-C.
cli-worker-stopped = The worker has stopped. What was being sent has been recorded; the other workers send the rest.
cli-machines-need-postgresql =
    bilten { $command } works only on PostgreSQL; on SQLite, bilten serve does its work. Nothing was started.
    Run bilten serve, or set BILTEN_DATABASE_URL to postgresql+psycopg://user@host/name.
cli-serve-stopped = Bilten has stopped. What was being sent has been recorded; the rest is sent after the next start.

## doctor

cli-doctor-mail-address = The address cannot be used: { $problem } Nothing was sent.
cli-doctor-mail-sent = The provider of “{ $name }” ({ $provider }) has accepted the test email. Check that it arrives.
cli-doctor-mail-refused = The provider of “{ $name }” ({ $provider }) has not accepted the test email.
cli-doctor-summary = { $problems ->
        [0] Nothing prevents sending.
        [one] One problem prevents sending from working as it should.
       *[other] { $problems } problems prevent sending from working as it should.
    }

## Names of a subscription's states

cli-head-status = Status
cli-subscriber-exported = Written to { $file }. Give it to nobody but this person, then delete it here.
cli-subscriber-export-file = { $file } could not be written, or is there already. Please choose another file.
cli-subscriber-export-what = Please say what to export: one of --person, --list, --segment, --search, or --request for a protected list.
cli-subscriber-export-asked = This is a protected list, so nothing was exported yet. Your request has number { $id }: a colleague grants it on the page Export subscribers, or with “bilten exports grant { $id } --as COLLEAGUE”. Then run this command with --request { $id } in place of --list within an hour.
cli-subscribers-exported = The file { $file } has been written. Keep it safe, and delete it when you no longer need it.
cli-exports-none = Nobody has asked to export a protected list.
cli-head-who = Who
cli-subscriber-nothing-to-correct = Please say what to correct: --name, --language or --address.
cli-subscriber-merge-trial = Nothing was changed: this was a trial run. Add --apply to merge them.
cli-suppressions-none = No address is blocked.
cli-suppressions-no-address = (not a subscriber, or hidden)
cli-subscription-pending = not confirmed yet
cli-subscription-confirmed = subscribed
cli-subscription-unsubscribed = unsubscribed
cli-suppressed = gets no email (bounce, complaint or block)

### The demo

cli-demo-step-news = 1. News: what there is to say
cli-demo-news-loaded =
    { $items } news items with { $texts } texts were loaded; { $drawn } placeholder images and PDFs were made for them.
cli-demo-step-readers = 2. Readers: who wants to hear it
cli-demo-readers-imported = { $imported } subscribers were imported; { $refused } rows were refused:
cli-demo-step-campaigns = 3. Campaigns: drafted by Ana, checked, approved by Boris
cli-demo-campaign-approved =
    “{ $name }” is approved, in { $languages }. { $warnings ->
        [0] The check found nothing.
        [one] The check gave one warning.
       *[other] The check gave { $warnings } warnings.
    }
cli-demo-scheduled = The statement is sent on { $time } ({ $zone }), the bulletin after it.
cli-demo-step-sending = 4. Sending, over HTTP to the simulated provider
cli-demo-sending = Sent
cli-demo-hearing = Reports received
cli-demo-report-recipients = recipients
cli-demo-report-accepted = accepted
cli-demo-report-delivered = delivered
cli-demo-report-bounced = bounced
cli-demo-report-complained = complained
cli-demo-report-unsubscribed = unsubscribed
cli-demo-report-rejected = refused by the provider
cli-demo-report-skipped = skipped
cli-demo-skipped = Skipped: { $count } ({ $reason })
cli-demo-step-automation = 5. Automatically: a new publication in a watched folder
cli-demo-dropped = A news file was put into { $folder }; Bilten does the rest.
cli-demo-noticing = Waiting for Bilten to notice
cli-demo-telling = Emails to colleagues
cli-demo-done = { $messages } emails are in { $folder }.
cli-demo-step-try = 6. Try this
cli-demo-look-web = The web app: { $url }
cli-demo-try-author = As Ana, who writes: sign in as { $address } with the password { $password }
cli-demo-try-faulty = - The draft “{ $name }” has a fault: it has no subject. Put it right in the composer, and submit it.
cli-demo-try-unused = - The news item “{ $name }” is in no campaign. Make one from it.
cli-demo-try-approver = As Boris, who approves: sign in as { $address } with the password { $password }
cli-demo-try-waiting = - The campaign “{ $name }” waits for your approval. Read the email, then approve it, or send it back with a remark.
cli-demo-try-later = - The campaign “{ $name }” is sent on { $time } ({ $zone }). Choose another time, or take it back.
cli-demo-look-simulator = What the simulated provider received: { $url }
cli-demo-look-end = Stop the demo with Ctrl-C.
cli-demo-stuck =
    The demo has made no progress for { $seconds } seconds. Nothing outside its folder was changed.
    Run it again; “bilten --debug demo” shows where it stops.
cli-demo-no-examples =
    The demo's examples are not in { $folder }. Nothing was changed. Run the demo in a checkout of Bilten.

## campaign

cli-campaign = Campaign { $number }, “{ $name }”: { $status }
cli-campaign-content = Content: { $hash }
cli-campaign-twice =
    The clocks go back that night, and { DATE($time) } comes twice in { $zone }. Nothing was scheduled.
    Write "{ $first }" for the first (summer time) or "{ $second }" for the second (winter time).
cli-campaign-when = Scheduled for: { $time }
cli-campaign-was-due = Was scheduled for: { $time }
cli-campaign-drafted = Look at it with: bilten campaign preview { $number }
cli-campaign-deleted = { $number }  { $name }: deleted, with its texts. News items, pictures and files stay.
cli-campaign-nothing-to-edit =
    You did not say what to change, so nothing was changed. Give --subject, --preheader or --intro.
cli-campaign-kind-unknown =
    There is no kind “{ $kind }”. Nothing was drafted.
    Choose one of these: { $known }.
cli-campaigns-none = There are no campaigns yet. Draft one with: bilten campaign draft
cli-content-too-short =
    This is too short to show which content you looked at. Nothing was approved.
    Give at least { $least } characters of what “bilten campaign preview” shows as content.
cli-user-unknown =
    There is no user with the address { $address }. Nothing was done.
    Add the person with: bilten user add
cli-preview-unwritable =
    { $file } cannot be written ({ $reason }). Nothing was changed. Name a file in a folder that you may write to.
cli-preview-subject = Subject: { $subject }
cli-rehearsal = Rehearsed: { $count } of { $expected } emails, in { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
 }. Nobody got anything.
cli-rehearsal-language = { "  " }{ LANGUAGE($language) }: { $count }
cli-rehearsal-size = Largest email: { $size } kB. Time it took: { $seconds } s.
cli-rehearsal-failed = It could not be rehearsed.
cli-test-queued = { $count ->
    [one] { $count } test email is on its way.
   *[other] { $count } test emails are on their way.
 }
cli-preview-preheader = Preheader: { $preheader }
cli-check-error = Must be fixed
cli-check-warning = Please check
cli-check-summary = { $errors ->
        [0] { $warnings ->
            [0] The check found no problems.
           *[other] It can be sent.
        }
        [one] One thing must be fixed before it can be sent.
       *[other] { $errors } things must be fixed before it can be sent.
    }
cli-report-recipients = Recipients
cli-report-queued = Waiting
cli-report-accepted = Accepted by the provider
cli-report-delivered = Delivered
cli-report-deferred = Delayed on the way
cli-report-bounced = Bounced
cli-report-complained = Complained
cli-report-unsubscribed = Unsubscribed through this campaign
cli-report-rejected = Refused by the provider
cli-report-failed = Given up
cli-report-in-doubt = In doubt
cli-report-cancelled = Cancelled
cli-report-skipped = Skipped
cli-head-list = List
cli-head-languages = Languages

## automation

cli-automation-added-draft = “{ $name }” watches { $folder }. New publications become drafts for staff.
cli-automation-added-send = “{ $name }” watches { $folder }. New publications are sent automatically.
cli-automation-mode-unknown =
    There is no mode “{ $mode }”. Nothing was added.
    Choose one of these: { $known }.
cli-automation-archived = { $count ->
        [0] “{ $name }” had already dealt with everything; nothing was changed.
        [one] One publication stays unsent. “{ $name }” continues with what comes next.
       *[other] { $count } publications stay unsent. “{ $name }” continues with what comes next.
    }
cli-automations-none = There are no automations yet. Create one with: bilten automation add
cli-automation-mode-off = is off
cli-automation-off = “{ $name }” is off. What it has scheduled already goes out.
cli-automation-on = { $count ->
    [0] “{ $name }” is on, and continues with what comes next.
    [one] “{ $name }” is on. One publication came meanwhile and stays unsent.
   *[other] “{ $name }” is on. { $count } publications came meanwhile and stay unsent.
 }
cli-automation-mode-draft = makes drafts
cli-automation-mode-send = sends
cli-automation-mode-send-unapproved = sends when approved
cli-automation-approved = { $count ->
        [0] “{ $name }” has the approvals that it needs, and sends new publications by itself.
        [one] Your approval of “{ $name }” is recorded. One more person has to approve it; until then it makes drafts.
       *[other] Your approval of “{ $name }” is recorded. { $count } more people have to approve it; until then it makes drafts.
    }
cli-automation-missing = { $count ->
    [one] One more person has
   *[other] { $count } more people have
  } to approve “{ $name }”; until then it makes drafts.
cli-automation-brake = “{ $name }” sends at most { $most_at_once } new items at once, none dated more than { $oldest_days ->
    [one] one day
   *[other] { $oldest_days } days
  } ago. An item with a future date is sent on that day at { $send_time }. Everything else becomes a draft for staff.
cli-head-mode = What it does
cli-head-folder = Folder
cli-head-file = File
cli-head-refused = Refused files

## deliveries, and what is in doubt

cli-head-outcome = Delivery result
cli-head-when = When
cli-head-reason = Reason
cli-deliveries-none = No delivery matches. A campaign has no deliveries before it starts.
cli-deliveries-hidden = (hidden)
cli-deliveries-erased = (erased)
cli-deliveries-shown = Showing { $shown } of { $count }. To see the next ones: --after { $last }
cli-doubts-none = Nothing is in doubt.
cli-doubts-waiting = Waiting for a decision: { $numbers } ({ $attempts ->
        [one] one attempt
       *[other] { $attempts } attempts
    }, { $count ->
        [one] one reader
       *[other] { $count } readers
    })
cli-doubts-decide =
    Check with the provider, then decide: bilten campaign decide { $number } ATTEMPTS --accepted | --send-again | --leave
    --as PERSON --why TEXT
cli-sent-again = { $count ->
        [one] One delivery is queued again.
       *[other] { $count } deliveries are queued again.
    }
cli-decided = Attempt { $attempt }: { $choice }.
cli-decided-count = { $count ->
        [0] No delivery has changed.
        [one] One delivery has changed.
       *[other] { $count } deliveries have changed.
    }

cli-head-template = Template
cli-head-in-use = In use
cli-head-note = What is new
cli-template-yes = yes
cli-template-none = You have no template of your own yet. “bilten template begin statement FOLDER” writes sources to start from.
cli-template-written = Written: { $file }
cli-template = { $handle }, for: { $kind }
cli-template-in-use = New campaigns of this kind use it.
cli-template-not-in-use = New campaigns do not use it yet. To make them use it: bilten template use
cli-template-library = New campaigns of the kind “{ $kind }” use Bilten’s own design.
cli-template-unreadable = { $file } cannot be read as UTF-8 text. Nothing was changed. Name another file.
cli-template-example-language = There is no example in the language “{ $language }”. Nothing was changed. Choose one of these: { $known }.

cli-adopt-nothing = There is nothing to adopt. Nothing was changed.
cli-adopt-whole = Everything that was done since then is on record: people who are not on record were not sent anything.
cli-adopt-parts =
    Not everything that was done since then is known here. People who may have got an email are in doubt, and campaigns that
    may have been sent are paused: staff decide. If other machines have worked on this database, include their
    journals: name each with --journal.
cli-adopt-calls = Calls to providers since then: { $count }
cli-adopt-noes = People who have unsubscribed from a list since then: { $count }
cli-adopt-suppressed = Addresses with a bounce or complaint since then: { $count }
cli-adopt-erased = People who were erased since then, and are erased again: { $count }
cli-adopt-lists = Lists that were made since then and are here again, without their subscribers: { $count }
cli-adopt-questions = Confirmation and welcome emails that are not sent again: { $count }
cli-adopt-automations = Publications that automations leave for staff to send: { $count }
cli-adopt-in-doubt = Readers in doubt, about whom staff decide: { $count }
cli-adopt-goes-on = Continue by themselves: { $names }
cli-adopt-paused = Paused until staff decide: { $names }
cli-adopt-cancelled = Cancelled, because they were cancelled since then, or may have been sent in a version that is lost: { $names }
cli-adopt-perhaps-sent =
    Drafts here, or in review, that may have been approved and sent since then. Ask who worked on them before you send
    one: { $names }
cli-adopt-silenced = Readers who have not been heard from are not asked any more, until you turn it on again: { $names }
cli-adopt-unknown = Sent since then, and no longer in this database: { $names }
cli-adopt-looked = Nothing was changed. To do all this and continue sending: bilten adopt --apply
cli-adopt-done = Done. Email can be sent again.
### Backup and restore

cli-backup-made = The backup { $file } has been written and verified ({ $megabytes } MB).
cli-backup-not-of-an-older-state = An older state of the database was restored, and it waits for `bilten adopt`: no backup was made, or it would push out those of the state that was lost.
cli-backup-of-the-day-is-there = Today's backup has already been made, or is being made. Nothing was done.
cli-backup-whole =
    { $file } is complete and undamaged. It was made { $hours ->
        [0] less than an hour
        [one] an hour
       *[other] { $hours } hours
    } ago, by Bilten { $version } (schema { $schema }).
cli-backup-contents =
    It contains { $subscriber ->
        [one] one subscriber
       *[other] { $subscriber } subscribers
    }, { $campaign ->
        [one] one campaign
       *[other] { $campaign } campaigns
    }, { $delivery ->
        [one] one delivery
       *[other] { $delivery } deliveries
    } and { $assets ->
        [one] one image or PDF
       *[other] { $assets } images and PDFs
    }.
cli-backup-key-inside = The secret key is in it: anyone who has this file has everything. Keep it safe.
cli-backup-key-outside = The secret key is not in it: keep a copy of .env elsewhere. Without it a restore is refused.
cli-restore-age =
    The backup was made { $hours ->
        [0] less than an hour
        [one] an hour
       *[other] { $hours } hours
    } ago, by Bilten { $version } (schema { $schema }). It is complete and undamaged.
cli-head-what = What
cli-head-action = Technical name
cli-head-in-backup = In the backup
cli-head-at-present = Now
cli-restore-subscribers = Subscribers
cli-restore-unsubscribed = Unsubscribed
cli-restore-suppressed = Suppressed addresses
cli-restore-campaigns = Campaigns
cli-restore-nothing-to-compare =
    The current database is missing, damaged or from another version, so there is nothing to compare with.
cli-restore-lost = { $count ->
    [one] One campaign is newer than the backup and would be lost:
   *[other] { $count } campaigns are newer than the backup and would be lost:
 }
cli-restore-under-way = { $count ->
    [one] One campaign was in progress in the backup and may have been sent since:
   *[other] { $count } campaigns were in progress in the backup and may have been sent since:
 }
cli-restore-assets = { $count ->
    [0] All images and PDFs are there.
    [one] One image or PDF is missing here and is in the backup.
   *[other] { $count } images and PDFs are missing here and are in the backup.
 }
cli-restore-nothing-since = Nothing was sent after this backup.
cli-restore-unknown-here =
    This machine has never worked on this database, and does not know what was sent after the backup. Nothing will be
    sent from here until you run bilten adopt. If this is a copy for testing, leave it as it is.
cli-restore-rehearsed = This was a trial run: nothing was changed. To restore the backup, add --apply.
cli-restore-aside = The previous database is kept: { $place }. Delete it when you are sure that you do not need it.
cli-restore-done = The backup is restored. Run bilten doctor, then start Bilten.

## Clicks

cli-clicks-on = Clicks are counted in campaigns submitted from now on, never in those to protected lists.
cli-clicks-off = Clicks are not counted.
cli-head-rule = What
cli-head-days = After days
cli-head-due = Due now
cli-head-oldest = The oldest
cli-head-received = Received
cli-head-due-on = Due
cli-gdpr-signature-ours = This file was made by this installation on { $time }, and has not been changed since. It shows which steps of consent were recorded for the address in it, and in which words; a confirmation by link shows that somebody with access to that mailbox followed it.
cli-gdpr-signature-others = This file has not been changed since it was signed, but with a key that is not this installation’s: it comes from another one, or BILTEN_SECRET_KEY was another then.
cli-gdpr-signature-broken = This is no signed proof of consent, or it was changed after it was signed. It proves nothing.
cli-gdpr-evidence-written = Written to { $file }. It is signed; “bilten gdpr verify” checks it.
cli-gdpr-no-file = { $file } cannot be read. Check the name and the folder.
cli-gdpr-language = The record is written in Slovenian (sl) and English (en).
cli-head-key = Key
cli-head-rows = Rows on their way
cli-head-key-state = State
cli-key-newest = newest
cli-key-older = older
cli-key-unknown = not in the settings
cli-keys-none = There is no key, and nothing is encrypted. Make one with: bilten keys new
cli-keys-unencrypted = Not encrypted: { $people ->
    [one] { $people } person
   *[other] { $people } people
  } on protected lists, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
  } on their way.
cli-keys-missing =
    There is no key in BILTEN_ENCRYPTION_KEYS. Nothing was changed.
    bilten keys new makes one.
cli-keys-rotated = Encrypted with the newest key: { $people ->
    [one] { $people } person
   *[other] { $people } people
  }, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
  } on their way.

### Digests

cli-digests-none = There are no digests yet. Create one with: bilten digest add
cli-digest-on = “{ $name }” is on. Next: { $next }.
cli-digest-is-off = is off
cli-digest-on-publication = “{ $name }” is on: each news item by itself, as soon as it is published.
cli-digest-at-once = as soon as something is published
cli-digest-nothing = Nothing is waiting.
cli-digest-served = { $count ->
    [one] One person chose to get news by it. While it is off they get it at once, unless another digest serves them.
   *[other] { $count } people chose to get news by it. While it is off they get it at once, unless another digest serves them.
  }
cli-digest-mode-draft = makes drafts
cli-digest-mode-ask = asks approvers
cli-digest-mode-send = sends
cli-digest-next = Next: { $times }
cli-digest-subject = Now, subject ({ $language }): { $subject }
cli-digest-state-irrelevant = not for it
cli-digest-state-skipped = left out
cli-digest-state-queued = waits
cli-digest-state-drafted = in a campaign
cli-digest-state-sent = sent
cli-digest-state-held = held
cli-digest-state-errored = error

cli-audit-sealed = { $entries ->
    [one] One entry is sealed, by
   *[other] { $entries } entries are sealed, by
} { $seals ->
    [one] one seal.
   *[other] { $seals } seals.
}
cli-audit-pruned = Of { $seals ->
    [one] one seal
   *[other] { $seals } seals
} the entries were deleted by their age.
cli-audit-unsealed = { $entries ->
    [0] No entry waits for its seal.
    [one] One entry is not sealed yet.
   *[other] { $entries } entries are not sealed yet.
}
cli-audit-last = The last seal: { $hash }
cli-audit-whole = Every sealed entry is there, and unchanged.

# Welcome series
cli-head-had = Had it
cli-head-campaign = Campaign
cli-welcome-none = There are no welcome series yet. Create one with: bilten welcome add
cli-welcome-added = “{ $name }” is created, and off. Add emails with: bilten welcome add-email
cli-welcome-turned-on = “{ $name }” is on. It begins with whoever confirms from now on.
cli-welcome-turned-off = “{ $name }” is off.
cli-welcome-is-on = on since { $since }
cli-welcome-is-off = off
cli-welcome-drafted = Campaign { $number } is drafted. Write it, submit it and have it approved.
cli-welcome-saved = Saved.
cli-welcome-coming = { $day }: the email of day { $days }, readers: { $count }
cli-welcome-state-no_text = no text
cli-welcome-state-draft = being written
cli-welcome-state-in_review = waiting for approval
cli-welcome-state-approved = approved
cli-welcome-state-goes_out = goes out
cli-welcome-state-is_off = off
cli-welcome-state-paused = paused
cli-welcome-state-stopped = stopped

cli-still-wanted-on = On: whoever has given no sign of life for { $months } months is asked, at most { $most } a day. Still to be asked: { $count }
cli-still-wanted-off = Off. After { $months } months without a sign of life, readers who would be asked, at most { $most } a day: { $count }
cli-still-wanted-stays = Whoever does not answer stays on the list.
cli-still-wanted-leaves = Whoever does not answer is taken off the list. Days to answer: { $days }
