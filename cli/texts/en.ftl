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
        [one] One file was refused; the others were kept:
       *[other] { $count } files were refused; the others were kept:
    }
cli-refused-rows = { $count ->
        [one] One row was refused; the others were kept:
       *[other] { $count } rows were refused; the others were kept:
    }

## init

cli-init-secret-made = A secret key of your own is in { $file }. Keep a copy in a safe place.
cli-init-folder-made = Files will be kept in { $folder }.
cli-init-database-made = The database is ready.
cli-init-database-upgraded = The database was brought up to this version.
cli-init-brand-made = The brand “{ $name }” was made. Put your name and postal address there: bilten init --help
cli-init-list-made = The mailing list “{ $name }” ({ $slug }) was made.
cli-init-sender-made = The sender “{ $name }” was made. It sends to the simulator, never to real people.
cli-init-nothing = Everything was there already; nothing was changed.
cli-init-next = Next: bilten user add ADDRESS --name NAME --role admin, then bilten serve
cli-init-brand-name = Our organisation
cli-init-brand-address = (postal address of the organisation)
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
cli-subscribers-kept-unsubscribed = { $count ->
        [one] One person had unsubscribed, and that stays so.
       *[other] { $count } people had unsubscribed, and that stays so.
    }
cli-subscribers-kept-suppressed = { $count ->
        [one] One address bounced, complained or was barred before; it was not added.
       *[other] { $count } addresses bounced, complained or were barred before; they were not added.
    }
cli-subscribers-ignored-columns = Columns that Bilten has no use for were not read: { $columns }
cli-subscribers-none = There are no subscribers here yet. Import some with: bilten subscribers import FILE --list LIST

## lists, senders, user

cli-list-added = The mailing list “{ $name }” was made; commands call it { $slug }.
cli-lists-none = There are no mailing lists yet. Make one with: bilten lists add
cli-sender-added = The sender “{ $name }” was made. Mail goes through { $provider }.
cli-sender-webhook = Give the provider this address for its webhooks: { $url }
cli-senders-none = There are no senders yet. Make one with: bilten senders add
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
cli-head-provider = Provider
cli-head-from = From
cli-head-paused = Paused
cli-head-address = Address
cli-head-language = Language
