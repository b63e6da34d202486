### What `bilten` says. Each error says what happened, that nothing was lost, and what to do next.

## The database

cli-database-missing =
    There is no database at { $file } yet. Nothing was changed.
    Make it with: bilten init
cli-database-outdated =
    The database does not have this version's tables. Nothing was changed.
    Bring it up to date with: bilten init
cli-database-locked =
    The database is busy: another process has been writing for longer than Bilten waits. Nothing was changed.
    Try again in a moment.
cli-database-unreachable =
    The database does not answer. Nothing was changed.
    See whether it runs and whether BILTEN_DATABASE_URL is right, then try again.
cli-database-unwritable =
    The database's file cannot be opened or written. Nothing was changed.
    See to it that this user may write the file and its folder.

cli-database-broken =
    The database's file is damaged, or is none of SQLite's. Nothing was changed.
    See whether BILTEN_DATABASE_URL names the right file; if it does, take the last backup.
cli-disk-full =
    The disk is full. What was not finished was rolled back.
    Make room, then try again.
cli-file-refused =
    { $file } cannot be used ({ $reason }). What was not finished was rolled back.
    See whether the setting that names it is right, and whether this user may read and write there.

cli-misused = The command was written wrongly. Nothing was done. What is wrong with it is on stderr.

## A defect of the program

cli-defect =
    Something went wrong that Bilten does not know ({ $kind }). What was not finished was rolled back.
    Run the command again as “bilten --debug …” to see where.
cli-defect-kept =
    Something went wrong that Bilten does not know ({ $kind }). What was not finished was rolled back.
    The details, without addresses, are in { $file }; please send that file along when you report it.
cli-defect-shown =
    Something went wrong that Bilten does not know ({ $kind }). What was not finished was rolled back.

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

cli-init-secret-made = A secret key of your own is in { $file }. Keep a copy in a safe place.
cli-init-folder-made = Files will be kept in { $folder }.
cli-init-database-made = The database is ready.
cli-init-database-upgraded = The database was brought up to this version.
cli-init-held =
    It was made before Bilten knew older states, and this machine has worked on a database since. It may be an older state
    of that one, so nothing is sent from it yet. Run bilten adopt if it was put back. If it is another installation, and
    nothing was sent after this state: bilten adopt --is-latest --apply
cli-init-brand-made = The brand “{ $name }” was made. Enter your own name and postal address: bilten brand set --help
cli-init-list-made = The mailing list “{ $name }” ({ $slug }) was made.
cli-init-sender-made = The sender “{ $name }” was made. It sends to the simulator, never to real people.
cli-init-nothing = Everything was there already; nothing was changed.
cli-init-next = Next: bilten user add ADDRESS --name NAME --role admin, then bilten serve
cli-init-brand-name = Our organisation
cli-init-list-name = Bulletin

## news

cli-news-added = { $count ->
        [0] No news was imported.
        [one] One news text was imported:
       *[other] { $count } news texts were imported:
    }
cli-news-added-new = {"  "}{ $slug } ({ $language }), new
cli-news-added-changed = {"  "}{ $slug } ({ $language }), changed or added to an item that was there
cli-news-added-same = {"  "}{ $slug } ({ $language }), was there already, unchanged
cli-news-added-taken-over = {"  "}{ $slug } ({ $language }), taken over from its watched folder: its automation no longer sends it, and its file there is refused from now on
cli-news-cleaned = { $count ->
    [0] No file in the asset store holds its maker's traces any more, as far as they can be taken out.
    [one] { $count } file was written anew without its maker's traces. Its old address still works.
   *[other] { $count } files were written anew without their makers' traces. Their old addresses still work.
  }
cli-news-left = { $count ->
    [one] { $count } file was left as it is; readers can still see who made it:
   *[other] { $count } files were left as they are; readers can still see who made them:
  }
cli-news-prepared = { $count ->
    [0] Every picture has its version for mails already. Nothing was changed.
    [one] { $count } picture now has a version for mails.
   *[other] { $count } pictures now have a version for mails.
  }
cli-news-asset-lost = The file of { $file } is gone from the asset store or damaged. Its news item is as it was; put the file back, or import the news file again.
cli-news-none = There is no news yet. Import some with: bilten news add FOLDER

## subscribers

cli-subscribers-imported = { $count ->
        [0] Nobody new was subscribed to “{ $list }”.
        [one] One person was subscribed to “{ $list }”.
       *[other] { $count } people were subscribed to “{ $list }”.
    }
cli-subscribers-already-subscribed = { $count ->
        [one] One person was on the list already and stays as before.
       *[other] { $count } people were on the list already and stay as before.
    }
cli-subscribers-unsubscribed = { $count ->
        [one] One person has unsubscribed according to the file, and now has here, too.
       *[other] { $count } people have unsubscribed according to the file, and now have here, too.
    }
cli-subscribers-suppressed = { $count ->
        [one] One address bounced or complained according to the file; nothing is sent there from now on.
       *[other] { $count } addresses bounced or complained according to the file; nothing is sent there from now on.
    }
cli-subscribers-noes = { $count ->
        [one] One “no” of the file has been recorded; no import brings that person back.
       *[other] { $count } times “no” in the file has been recorded; no import brings these people back.
    }
cli-subscribers-noes-without-address = { $count ->
        [one] One “no” was not recorded, because its row has no address. If that person is on the list, they still get mail: please find them.
       *[other] { $count } times “no” was not recorded, because the row has no address. If these people are on the list, they still get mail: please find them.
    }
cli-subscribers-said-no-unknown = “{ $said }” is no choice. Nothing was imported. Use one of these: { $known }.
cli-subscribers-kept-unsubscribed = { $count ->
        [one] One person had unsubscribed, and that stays so.
       *[other] { $count } people had unsubscribed, and that stays so.
    }
cli-subscribers-kept-opted-out = { $count ->
        [one] One person wants no mail from you at all, and was not subscribed. Only they can change that, by signing up.
       *[other] { $count } people want no mail from you at all, and were not subscribed. Only they can change that, by signing up.
    }
cli-subscribers-kept-suppressed = { $count ->
        [one] One address bounced, complained or was barred before; it was not added.
       *[other] { $count } addresses bounced, complained or were barred before; they were not added.
    }
cli-subscribers-ignored-columns = Columns that Bilten has no use for were not read: { $columns }
cli-subscribers-none = There are no subscribers here yet. Import some with: bilten subscribers import FILE --list LIST

## lists, senders, user

cli-sender-resumed = The sender “{ $name }” is in use again.
cli-campaign-visibility-unknown = “{ $to }” is no choice. Nothing was changed. Use one of these: { $known }.
cli-list-added = The mailing list “{ $name }” was made; commands call it { $slug }.
cli-list-languages = List { $slug }: in place of a missing language { $chain }; required { $required }.
cli-list-nothing-to-set = Say what to change: --chain or --required. Nothing was changed.
cli-list-invitation = { $days ->
        [one] This address leads to the sign-up page for one day. Whoever has it sees the list's name: give it to people, do not publish it.
       *[other] This address leads to the sign-up page for { $days } days. Whoever has it sees the list's name: give it to people, do not publish it.
    }
cli-lists-none = There are no mailing lists yet. Make one with: bilten lists add
cli-sender-added = The sender “{ $name }” was made. Mail goes through { $provider }.
cli-sender-webhook = Give the provider this address for its webhooks: { $url }
cli-sender-no-webhooks = This provider posts no reports: whether mail was delivered will not be known.
cli-senders-none = There are no senders yet. Make one with: bilten senders add
cli-suppressions-nobody = None of your senders’ providers can be asked whom it sends nothing to. Nothing was changed.
cli-suppressions-not-listed = { $provider } cannot be asked whom it sends nothing to. Nothing was changed. What it learns, it posts as events.
cli-suppressions-pulled = { $count ->
        [0] “{ $sender }”: { $provider } holds nobody back.
        [one] “{ $sender }”: { $provider } sends nothing to { $count } address.
       *[other] “{ $sender }”: { $provider } sends nothing to { $count } addresses.
    }
cli-suppressions-new = { $count ->
        [0] None of that is news to Bilten.
        [one] { $count } is new: Bilten sends it nothing either from now on. On your lists: { $subscribers }.
       *[other] { $count } are new: Bilten sends them nothing either from now on. On your lists: { $subscribers }.
    }
cli-suppressions-unreadable = { $count ->
        [one] { $count } entry is no address and was passed over.
       *[other] { $count } entries are no addresses and were passed over.
    }
cli-suppressions-not-all = The list could not be read to its end: { $words }. What had come by then holds. Check the provider’s key and address, or try again later.
cli-user-sees-protected = { $name } may now see who is on protected lists.
cli-user-sees-protected-no-more = { $name } no longer sees who is on protected lists.
cli-user-let-in = With this link { $name } can sign in once within a day, from any device. The password is needed all the same. Give it to nobody else.
cli-user-added = { $name } can sign in now, as { $role }.
cli-user-password = Password
cli-user-password-missing =
    There is no terminal to ask for a password. Nobody was added.
    Give it on the first line of stdin with --password-stdin.
cli-user-role-unknown =
    There is no role “{ $role }”. Nobody was added.
    Choose editor, approver or admin.
cli-role-editor = editor
cli-role-approver = approver
cli-role-admin = admin

## Heads of tables

cli-head-number = Number
cli-head-slug = Short name
cli-head-kind = Kind
cli-head-date = Date
cli-head-titles = Titles
cli-head-name = Name
cli-head-audience = Would be mailed
cli-head-chain = In place of missing
cli-head-required = Required
cli-head-provider = Provider
cli-head-from = From
cli-head-paused = Paused
cli-head-address = Address
cli-head-language = Language

## brand

cli-brand-missing =
    There is no brand yet. Nothing was changed.
    Make it with: bilten init
cli-brand = { $name }, { $website }, colour { $colour }
cli-brand-logo = Logo: { $alt }
cli-brand-no-logo = No logo; the name stands in its place.
cli-brand-footer-unreadable =
    “{ $given }” does not say for which language it is. Nothing was changed.
    Write it as sl=Words, with the language's code before the sign.
cli-brand-social-unreadable =
    “{ $given }” does not say a name and an address. Nothing was changed.
    Write them as name=address, such as Mastodon=https://example.org/@us.
cli-brand-logo-unreadable =
    The image { $file } cannot be read. Nothing was changed.
    Check the name, and whether this user may open it.

## simulator, serve

cli-simulator-runs =
    The simulator takes mail at { $url } and sends none of it on. Messages are kept in { $outbox }.
    Look at { $url } for what came in; Ctrl-C ends it.
cli-simulator-webhooks = What becomes of each message is posted back to Bilten, as a provider would.
cli-simulator-no-webhooks = Webhooks are off: BILTEN_PUBLIC_URL is not on this machine, or this sender’s provider posts nothing that could be proven here: it needs a webhook key in .env, or its webhooks come with a certificate that only the provider has (docs/providers.md).
cli-simulator-verification-key = Bilten believes these webhooks once this line is in .env and it has been restarted: { $setting }={ $key }
cli-simulator-refused =
    The simulator cannot start like this: { $problem }. Nothing was started.
    Change that option and try again.
cli-sender-unknown =
    There is no sender “{ $name }”. Nothing was done.
    See what there is with: bilten senders list
cli-port-taken =
    Bilten cannot listen on { $host }:{ $port }; another program probably does. Nothing was started.
    Stop that one, or choose another port with --port.
cli-serve-runs =
    Bilten runs at { $url }, and what is scheduled goes out. Ctrl-C ends it.
cli-serve-held =
    Bilten’s pages are at { $url }, and nothing is sent. Ctrl-C ends it.
cli-serve-web-runs =
    Bilten’s pages are at { $url }. What is scheduled goes out where bilten scheduler and bilten worker run. Ctrl-C ends it.
cli-serve-web-stopped = Bilten’s pages have stopped. Sending goes on where bilten scheduler and bilten worker run.
cli-scheduler-runs = The scheduler { $name } runs: it wakes the workers, or stands by while another one does. Ctrl-C ends it.
cli-scheduler-stopped = The scheduler has stopped. If another one stands by, it takes over.
cli-worker-runs = The worker { $name } runs, and sends what the scheduler wakes it for. Ctrl-C ends it.
cli-worker-stopped = The worker has stopped. What was being sent has been recorded; what was not is left to the other workers.
cli-machines-need-postgresql =
    bilten { $command } works on PostgreSQL only; on SQLite, bilten serve does its work. Nothing was started.
    Run bilten serve, or set BILTEN_DATABASE_URL to postgresql+psycopg://user@host/name.
cli-serve-stopped = Bilten has stopped. What was being sent has been recorded; what was not goes out after the next start.

## doctor

cli-doctor-summary = { $problems ->
        [0] Nothing keeps mail from going out.
        [one] One thing keeps mail from going out as it should.
       *[other] { $problems } things keep mail from going out as it should.
    }

## What a person's state is called

cli-head-status = State
cli-subscription-pending = has to confirm
cli-subscription-confirmed = subscribed
cli-subscription-unsubscribed = unsubscribed
cli-suppressed = gets no mail (bounced, complained or barred)

### The demo

cli-demo-step-news = 1. News: what there is to say
cli-demo-news-loaded =
    { $items } news items in { $texts } texts were loaded; { $drawn } placeholder pictures and PDFs were drawn for them.
cli-demo-step-readers = 2. Readers: who wants to hear it
cli-demo-readers-imported = { $imported } subscribers were imported; { $refused } rows were refused:
cli-demo-step-campaigns = 3. Campaigns: drafted by Ana, checked, approved by Boris
cli-demo-campaign-approved =
    “{ $name }” is approved, in { $languages }. { $warnings ->
        [0] The check found nothing.
        [one] The check had one remark.
       *[other] The check had { $warnings } remarks.
    }
cli-demo-scheduled = The statement goes out on { $time } ({ $zone }), the bulletin after it.
cli-demo-step-sending = 4. Sending, over HTTP to the simulated provider
cli-demo-sending = Sent
cli-demo-hearing = Heard back
cli-demo-report-recipients = recipients
cli-demo-report-accepted = accepted
cli-demo-report-delivered = delivered
cli-demo-report-bounced = bounced
cli-demo-report-complained = complained
cli-demo-report-unsubscribed = unsubscribed
cli-demo-report-rejected = refused by the provider
cli-demo-report-skipped = skipped
cli-demo-skipped = Skipped: { $count } ({ $reason })
cli-demo-step-automation = 5. By itself: a new publication in a watched folder
cli-demo-dropped = A news file was dropped into { $folder }; nobody does anything else.
cli-demo-noticing = Waiting for Bilten to notice
cli-demo-done = { $messages } messages lie in { $folder }.
cli-demo-step-look = 6. Look at it
cli-demo-look-web = The web app: { $url }
cli-demo-look-sign-in = Sign in as { $address } with the password { $password }
cli-demo-look-simulator = What the simulated provider received: { $url }
cli-demo-look-end = Ctrl-C ends the demo.
cli-demo-stuck =
    The demo has not come further for { $seconds } seconds. Nothing outside its folder was touched.
    Run it again; “bilten --debug demo” shows where it stops.
cli-demo-no-examples =
    The demo's examples are not at { $folder }. Nothing was changed. Run it in a checkout of Bilten.

## campaign

cli-campaign = Campaign { $number }, “{ $name }”: { $status }
cli-campaign-content = Content: { $hash }
cli-campaign-when = Goes out: { $time }
cli-campaign-was-due = Its time: { $time }
cli-campaign-drafted = Look at it with: bilten campaign preview { $number }
cli-campaign-nothing-to-edit =
    Nothing to change was given, so nothing was changed. Give --subject, --preheader or --intro.
cli-campaign-kind-unknown =
    There is no kind “{ $kind }”. Nothing was drafted.
    Choose one of these: { $known }.
cli-campaigns-none = There are no campaigns yet. Draft one with: bilten campaign draft
cli-content-too-short =
    That is too short to say which content you looked at. Nothing was approved.
    Give at least { $least } letters of what “bilten campaign preview” shows as content.
cli-user-unknown =
    Nobody with the address { $address } works here. Nothing was done.
    Add them with: bilten user add
cli-preview-unwritable =
    { $file } cannot be written ({ $reason }). Nothing was changed. Name a file in a folder that you may write to.
cli-preview-subject = Subject: { $subject }
cli-preview-preheader = Preheader: { $preheader }
cli-check-error = Must be mended
cli-check-warning = Think about it
cli-check-summary = { $errors ->
        [0] { $warnings ->
            [0] Nothing is wrong with it.
           *[other] It can go out.
        }
        [one] One thing must be mended before it can go out.
       *[other] { $errors } things must be mended before it can go out.
    }
cli-report-recipients = Recipients
cli-report-queued = Still to be sent
cli-report-accepted = Accepted by the provider
cli-report-delivered = Delivered
cli-report-deferred = Deferred by their mail server
cli-report-bounced = Bounced
cli-report-complained = Complained
cli-report-unsubscribed = Unsubscribed through it
cli-report-rejected = Refused by the provider
cli-report-failed = Given up
cli-report-in-doubt = In doubt
cli-report-cancelled = Cancelled
cli-report-skipped = Skipped
cli-head-list = List
cli-head-languages = Languages

## automation

cli-automation-added-draft = “{ $name }” watches { $folder }. New publications become drafts for staff.
cli-automation-added-send = “{ $name }” watches { $folder }. New publications go out by themselves.
cli-automation-mode-unknown =
    There is no mode “{ $mode }”. Nothing was added.
    Choose one of these: { $known }.
cli-automation-archived = { $count ->
        [0] “{ $name }” had seen everything already; nothing was changed.
        [one] One publication stays unsent. “{ $name }” goes on with what comes next.
       *[other] { $count } publications stay unsent. “{ $name }” goes on with what comes next.
    }
cli-automations-none = There are no automations yet. Make one with: bilten automation add
cli-automation-mode-draft = makes drafts
cli-automation-mode-send = sends
cli-automation-brake = “{ $name }” sends at most { $most_at_once } new items at once, none dated more than { $oldest_days ->
    [one] one day
   *[other] { $oldest_days } days
  } ago, and what is dated in the future at { $send_time } on its day. Everything else becomes a draft for staff.
cli-head-mode = What it does
cli-head-folder = Folder
cli-head-refused = Refused files

## deliveries and doubts

cli-head-outcome = Heard since
cli-head-when = When
cli-head-reason = Why
cli-deliveries-none = No delivery matches. Before a campaign is launched, it has none.
cli-deliveries-hidden = (hidden)
cli-deliveries-erased = (erased)
cli-deliveries-shown = { $shown } of { $count } are shown. For the next ones: --after { $last }
cli-doubts-none = Nothing is in doubt.
cli-doubts-waiting = All that wait for a decision: { $numbers } ({ $attempts ->
        [one] one attempt
       *[other] { $attempts } attempts
    }, { $count ->
        [one] one reader
       *[other] { $count } readers
    })
cli-doubts-decide =
    Look with the provider, then decide: bilten campaign decide { $number } ATTEMPTS --accepted | --send-again | --leave
    --as PERSON --why TEXT
cli-sent-again = { $count ->
        [one] One delivery waits again.
       *[other] { $count } deliveries wait again.
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
cli-template-none = There is no template of your own yet. “bilten template begin statement FOLDER” writes sources to begin from.
cli-template-written = Written: { $file }
cli-template = { $handle }, for: { $kind }
cli-template-in-use = New campaigns of this kind take it.
cli-template-not-in-use = New campaigns do not take it by themselves. “bilten template use” has them take it.
cli-template-library = New campaigns of the kind “{ $kind }” take Bilten’s own design.
cli-template-unreadable = { $file } cannot be read as UTF-8 text. Nothing was changed. Name another file.
cli-template-example-language = There is no example in the language “{ $language }”. Nothing was changed. Choose one of these: { $known }.

cli-adopt-nothing = There is nothing to adopt. Nothing was changed.
cli-adopt-whole = Everything that was done since has been written down: whoever does not stand there was not written to.
cli-adopt-parts =
    Not everything that was done since is known here. Whoever may have got a mail is left in doubt, and campaigns that
    may have gone out are paused: staff decide. Where other machines have worked on this database, their journals belong
    to it: name each with --journal.
cli-adopt-calls = Calls to providers since then: { $count }
cli-adopt-noes = People who have left a list since then: { $count }
cli-adopt-suppressed = Addresses that bounced or complained since then: { $count }
cli-adopt-questions = Mails to confirm or welcome that are not sent once more: { $count }
cli-adopt-automations = Publications that automations leave to staff: { $count }
cli-adopt-in-doubt = Readers of whom only staff can say whether they got their mail: { $count }
cli-adopt-goes-on = Go on by themselves: { $names }
cli-adopt-paused = Paused for staff to look at: { $names }
cli-adopt-cancelled = Cancelled, because they were since, or went out in a form that is gone: { $names }
cli-adopt-unknown = Went out since, and are not in this database any more: { $names }
cli-adopt-looked = Nothing was changed. bilten adopt --apply does all this, and then mail goes out again.
cli-adopt-done = Done. Mail may go out again.
### Backup and restore

cli-backup-made = The backup { $file } has been written and verified ({ $megabytes } MB).
cli-backup-of-the-day-is-there = The backup of the day has been made already, or is being made. Nothing was done.
cli-backup-whole =
    { $file } is whole. It was made { $hours ->
        [0] less than an hour
        [one] an hour
       *[other] { $hours } hours
    } ago, by Bilten { $version } (schema { $schema }).
cli-backup-contents =
    It holds { $subscriber ->
        [one] one subscriber
       *[other] { $subscriber } subscribers
    }, { $campaign ->
        [one] one campaign
       *[other] { $campaign } campaigns
    }, { $delivery ->
        [one] one delivery
       *[other] { $delivery } deliveries
    } and { $assets ->
        [one] one picture or PDF
       *[other] { $assets } pictures and PDFs
    }.
cli-backup-key-inside = The secret key is in it: whoever has this file has everything. Guard it.
cli-backup-key-outside = The secret key is not in it: keep a copy of .env elsewhere. Without it a restore is refused.
cli-restore-age =
    The backup was made { $hours ->
        [0] less than an hour
        [one] an hour
       *[other] { $hours } hours
    } ago, by Bilten { $version } (schema { $schema }), and is whole.
cli-head-what = What
cli-head-in-backup = In the backup
cli-head-at-present = At present
cli-restore-subscribers = Subscribers
cli-restore-unsubscribed = Unsubscribed
cli-restore-suppressed = Suppressed addresses
cli-restore-campaigns = Campaigns
cli-restore-nothing-to-compare =
    The present database is missing, damaged or of another version, so there is nothing to compare with.
cli-restore-lost = { $count ->
    [one] One campaign is younger than the backup and would be gone:
   *[other] { $count } campaigns are younger than the backup and would be gone:
 }
cli-restore-under-way = { $count ->
    [one] One campaign was under way in the backup and may have gone out since:
   *[other] { $count } campaigns were under way in the backup and may have gone out since:
 }
cli-restore-assets = { $count ->
    [0] All pictures and PDFs are there.
    [one] One picture or PDF is missing here and is in the backup.
   *[other] { $count } pictures and PDFs are missing here and are in the backup.
 }
cli-restore-nothing-since = Nothing was sent after this backup.
cli-restore-unknown-here =
    This machine has never worked on this database, and knows nothing of what was sent after the backup. Nothing will be
    sent from here until you run bilten adopt. If this is a copy to try things out with, leave it so.
cli-restore-rehearsed = Everything was tried out, and nothing was changed. To do it: the same with --apply.
cli-restore-aside = The database that was there is kept: { $place }. Delete it when you are sure.
cli-restore-done = The backup is in place. Run bilten doctor, then start Bilten.
