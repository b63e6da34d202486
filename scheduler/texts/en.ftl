### What the scheduler reports to staff

scheduler-need-clock-back = The clock was wrong: on { DATE($time) } it was { $minutes } min behind the time that it had shown before.
scheduler-need-clock-ahead = The clock jumped forward by { $minutes } min on { DATE($time) }.
scheduler-need-clock = The clock was wrong: on { DATE($time) } something was waiting for longer than Bilten ever waits.
scheduler-do-clock-back =
    Whatever was waiting for a wrong time has been corrected, and sending continues; nothing was lost. A campaign that was
    due by the wrong clock may have been sent too early. { scheduler-do-set-clock }
scheduler-do-clock-ahead =
    Nothing was lost. If the clock is wrong now, campaigns are sent too early: compare it with another clock.
    { scheduler-do-set-clock }
scheduler-do-clock = This has been corrected, and sending continues; nothing was lost. { scheduler-do-set-clock }
scheduler-do-set-clock =
    Ask the people who run the server to check its clock: timedatectl shows whether it is synchronised, and bilten doctor
    shows its present state.

## Health

scheduler-health-development = This is a development installation: unsafe defaults are accepted (BILTEN_ENVIRONMENT).
scheduler-health-production = This is a production installation; its settings are safe.
scheduler-health-secret-shared = The secret key is the published default. Run bilten init before the first person subscribes.
scheduler-health-secret-other = The secret key is not the one with which addresses were stored: suppressed people would not be recognised. Put the old BILTEN_SECRET_KEY back before anything is sent.
scheduler-health-encryption = { $people ->
    [one] { $people } person on protected lists is encrypted.
   *[other] { $people } people on protected lists are encrypted.
  }
scheduler-health-encryption-none = There are protected lists and no key in BILTEN_ENCRYPTION_KEYS: a stolen database tells who is on them. bilten keys new makes a key.
scheduler-health-encryption-due = { $people ->
    [one] { $people } person on protected lists is not encrypted yet. Bilten does it within minutes while it runs; bilten keys rotate does it now.
   *[other] { $people } people on protected lists are not encrypted yet. Bilten does it within minutes while it runs; bilten keys rotate does it now.
  }
scheduler-health-second-factor-none = { $people ->
    [one] Without the second factor that their role needs: { $names }. They are asked to set it up at once, before anything else.
   *[other] { $people } people are without the second factor that their role needs: { $names }. They are asked to set it up at once, before anything else.
  }
scheduler-health-second-factor-optional = { $people ->
    [one] Without a second factor, which their role does not need: { $names }.
   *[other] { $people } people have no second factor, and their roles do not need one: { $names }.
  }
scheduler-health-second-factor-unreadable = { $people ->
    [one] The second factor of { $names } was set up with another BILTEN_SECRET_KEY and no longer works. Remove it with “bilten user second-factor remove”, and let them set it up again.
   *[other] The second factors of { $people } people were set up with another BILTEN_SECRET_KEY and no longer work: { $names }. Remove them with “bilten user second-factor remove”, and let people set them up again.
  }
scheduler-health-passkeys-elsewhere = { $people ->
    [one] Passkeys of { $names } were made for another host than { $host } (BILTEN_PUBLIC_URL), and do not work here. They sign in with their password and another second factor or a recovery code, then remove these and add new ones.
   *[other] Passkeys of { $people } people were made for another host than { $host } (BILTEN_PUBLIC_URL), and do not work here: { $names }. They sign in with their password and another second factor or a recovery code, then remove these and add new ones.
  }
scheduler-health-password-old = { $people ->
    [one] A password is older than three years: { $names }. Ask for a new one; it may be in a list of stolen ones by now.
   *[other] The passwords of { $people } people are older than three years: { $names }. Ask for new ones; they may be in a list of stolen ones by now.
  }
scheduler-health-oidc = Single sign-on by { $issuer } is ready. Its redirect address is { $redirect }.
scheduler-health-oidc-away = Single sign-on: { $issuer } does not answer, or does not say what OpenID Connect needs. Nobody can sign in by it. Check BILTEN_OIDC_ISSUER. The redirect address that it has to know is { $redirect }.
scheduler-health-oidc-inside = Single sign-on: { $issuer } is inside your network, where Bilten asks only what you allow. Nobody can sign in by it. If this is right, set BILTEN_OIDC_INTERNAL=true.
scheduler-health-oidc-not-trusted = Single sign-on: the certificate of { $issuer } is for another name, out of date, or from an authority that is not known here. Nobody can sign in by it. If the authority is your own, set BILTEN_OIDC_CA_FILE.
scheduler-health-oidc-ca-file = Single sign-on: { $file } (BILTEN_OIDC_CA_FILE) cannot be read, or has no certificates in it (PEM). Nobody can sign in by { $issuer }.
scheduler-health-oidc-unasked = Single sign-on by { $issuer } is set up; it was not asked whether it answers. The redirect address that it has to know is { $redirect }.
scheduler-health-oidc-no-factor = Accounts are closed to passwords (BILTEN_OIDC_ONLY), and roles need a second factor (BILTEN_SECOND_FACTOR_ROLES): whoever has no app or passkey yet gets no further than the page that asks for it. If { $issuer } demands a second factor of everybody, set BILTEN_OIDC_SECOND_FACTOR=true.
scheduler-health-encryption-old = { $people ->
    [one] { $people } person is still encrypted with an older key. Keep it; bilten keys list says when it can go.
   *[other] { $people } people are still encrypted with an older key. Keep it; bilten keys list says when it can go.
  }
scheduler-health-encryption-missing = { $people ->
    [one] { $people } person is encrypted with the key { $key }, which is not in BILTEN_ENCRYPTION_KEYS: nobody can read their address or write to them. Put the key back.
   *[other] { $people } people are encrypted with the key { $key }, which is not in BILTEN_ENCRYPTION_KEYS: nobody can read their addresses or write to them. Put the key back.
  }
scheduler-health-public-url = Readers reach Bilten at { $url }.
scheduler-health-public-url-open = Links in emails begin with { $url }, which is not https: email programs refuse one-click unsubscribe there.
scheduler-health-database = The database answers and has this version's tables.
scheduler-health-schema = The database's tables are not those of this version, although its version number matches: somebody or something changed them. Compare with a new database, or restore a backup.
scheduler-health-schema-missing = { $what } is missing.
scheduler-health-schema-extra = { $what } should not be there.
scheduler-health-schema-other = { $what } is not as it should be.
scheduler-health-copy-kept = A copy of the database from before an upgrade is still there, with all subscribers' addresses: { $file }. If everything works, remove it with: bilten init
scheduler-health-folder = { $folder } can be written to.
scheduler-health-folder-closed = { $folder } is missing or cannot be written to. Create it, or let this user write there: bilten init
scheduler-health-file-open = Everybody on this machine can read { $file }. It holds secrets or what only you should see. Close it: chmod o-rwx { $file }
scheduler-health-journal-hole = Something that has happened could not be written down in { $folder }. It is kept in the database, and written down by itself as soon as the disk takes it. Check its free space and its rights, and do not restore a backup before.
scheduler-health-journal-gap = Lines are missing in the journal in { $folder }. Nothing stops because of it, but after a restore it could not be known what happened in them. Make a backup now: bilten backup create
scheduler-health-audit-whole = The audit log is unchanged since it was sealed ({ $entries ->
    [one] one entry
   *[other] { $entries } entries
}, seal number { $seal }).
scheduler-health-audit-changed = The audit log is not what was sealed: somebody, or a defect, has changed it in the database.
scheduler-do-audit-changed = Find out who can write to the database, keep the server’s logs and backups, and compare with an older backup. What is wrong since when: bilten audit verify
scheduler-seal-entries = Seal number { $seal }: an entry was changed, deleted or added.
scheduler-seal-chain = Seal number { $seal } does not follow from the one before it.
scheduler-seal-journal = Seal number { $seal } is not the one that this computer’s journal has written down, or it is missing. Seals that are made later do not change that. If you have put back an older backup of the database, that is why, and it is settled with: bilten adopt
scheduler-seal-pruned = Seal number { $seal }: its entries were deleted at an age at which no retention period deletes any.
scheduler-seal-unnoted = Seal number { $seal }: its entries are marked as deleted by a retention period, but this computer’s journal has no such deletion.
scheduler-health-space = { $megabytes } MB of disk space is free.
scheduler-health-space-little = Only { $megabytes } MB of disk space is free. Free some space soon.
scheduler-health-space-none = Only { $megabytes } MB of disk space is free. Free some space now; a full disk stops sending.
scheduler-health-brand = Emails show the name and postal address of { $name }.
scheduler-health-brand-placeholder = Emails would show a made-up name and postal address. Enter yours: bilten brand set --help
scheduler-health-provider-unknown = The sender “{ $name }” names the provider “{ $provider }”, which this version does not know: nothing is sent through it. Was the database made by a newer version?
scheduler-health-no-sender = There is no sender. Create one: bilten senders add --help
scheduler-health-provider = The provider of “{ $name }” ({ $provider }) answers at { $host }.
scheduler-health-provider-local = The sender “{ $name }” ({ $provider }) writes to this machine only.
scheduler-health-provider-silent = The provider of “{ $name }” ({ $provider }) does not answer at { $host }. Check the network, or start it: bilten simulator
scheduler-health-session = The mail server of “{ $name }” at { $host } takes email: connection, encryption and sign-in work.
scheduler-health-bounces-unread = The sender “{ $name }” has no bounce address: what bounces later is not known here. Set one with: bilten senders bounces
scheduler-health-session-refused = The mail server of “{ $name }” at { $host } would not take email.
scheduler-health-session-advice = Compare host, port, encryption, user name and password in the settings with what your host says; the chapter on your own mail server in docs/operating.md has the usual pairs. To send one email through it: bilten doctor --mail ADDRESS
scheduler-health-tracking-account = Emails from “{ $name }” go through { $provider }, where only you can switch off the tracking of opens and clicks: make sure that it is off in your account there.
scheduler-health-scheduler = The scheduler is running; every job has run recently.
scheduler-health-scheduler-silent = The scheduler is not running: nothing is sent until you start bilten serve.
scheduler-health-jobs-new = Some jobs have not run yet: { $jobs }. They run once bilten serve, or bilten scheduler and bilten worker, have started.
scheduler-health-jobs-silent = Some jobs fail or have not run recently: { $jobs }. The log of bilten serve, or of bilten worker, says why.
scheduler-health-nobody-leads = No scheduler wakes the workers: nothing is sent until you start bilten scheduler (or bilten serve --with-engine).
scheduler-health-no-worker = There is no worker: nothing is sent until you start bilten worker on a machine.
scheduler-health-machines = { $workers ->
        [one] A scheduler and one worker are running.
       *[other] A scheduler and { $workers } workers are running.
    }
scheduler-health-clock = The system keeps this machine's clock synchronised.
scheduler-health-clock-unsynchronised = This machine's clock is not synchronised: if it is wrong, campaigns are sent at the wrong time. Switch on a time service: timedatectl set-ntp true
scheduler-health-clock-behind = The clock is { $minutes } min behind the time at which a job last ran: it is wrong now, or was wrong then. Set it right; bilten serve corrects whatever is waiting for a wrong time.
scheduler-health-clock-differs = The clocks of the database server and of this machine differ by { $minutes } min. Bilten uses the database server's clock: make sure that it is right.
scheduler-health-sign-up-closed = The sign-up form is closed: BILTEN_SIGN_UP_SENDER does not name a sender for the confirmation emails.
scheduler-health-sign-up-unknown = BILTEN_SIGN_UP_SENDER names “{ $name }”, but there is no such sender: new subscribers are never asked to confirm. Correct the setting, or add the sender.
scheduler-health-still-wanted = Readers who have not been heard from are asked whether they still want: { $lists }
scheduler-health-still-wanted-no-sender = Readers of { $lists } are to be asked whether they still want the emails, but BILTEN_SIGN_UP_SENDER names no sender that exists: nobody is asked. Correct the setting, or turn the question off on the page of the list.
scheduler-health-still-wanted-stuck = { $count ->
    [one] { $count } email that asks a reader whether they still want a list has waited for more than a day.
   *[other] { $count } emails that ask readers whether they still want a list have waited for more than a day.
 } Look at the sender: it is probably paused.
scheduler-health-outbound-off = Links and senders' domains are not checked, because Bilten may not contact other servers (BILTEN_OUTBOUND_CHECKS).
scheduler-health-spam-filter = SpamAssassin is on this machine: the check uses it for every email.
scheduler-health-spam-filter-none = SpamAssassin is not on this machine, so the check does not use it.
scheduler-health-backup = The last backup was made { $hours ->
    [0] less than an hour
    [one] an hour
   *[other] { $hours } hours
 } ago and is complete and undamaged ({ $file }).
scheduler-needs-none = Nothing needs your attention.

### Email about what needs attention

scheduler-mail-subject = Bilten needs attention: { $count ->
    [one] { $count } thing
   *[other] { $count } things
 }
scheduler-mail-more = There { $count ->
    [one] is { $count } more
   *[other] are { $count } more
 } on the page.
scheduler-file-unknown = There is no such file in the library. Somebody may have deleted it.
scheduler-file-used = This file is in use and stays. Take it out of what is named here first.
scheduler-file-brand = This file stays: the brand has it. Replace it under Settings › Brand first.
scheduler-file-version = This file stays: an earlier version of a text has it, and can be brought back.
scheduler-file-sent = This file stays: an email that went out or was approved, or a page on the web, shows it.
scheduler-file-named = This file stays: a template, a digest or something that was read from a source names it.
scheduler-file-restored = This file stays: it came before the database was last restored from a backup, and emails that were lost with it may show it.
scheduler-file-held = No file can be deleted now: this database was restored from a backup, and nobody has said yet whether to go on with it.
scheduler-mail-open = What to do, under “Needs your attention”
scheduler-mail-why = You get this email because you may act on it. You get it once, as long as this lasts. The links open after you sign in.
