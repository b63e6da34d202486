### What the scheduler reports to staff

scheduler-need-clock-back =
    The clock was wrong: on { $time } it was { $minutes } min behind the time that it had shown before. Whatever was
    waiting for a wrong time has been corrected, and sending continues; nothing was lost. A campaign that was due by the wrong
    clock may have been sent too early.
scheduler-need-clock-ahead =
    The clock jumped forward by { $minutes } min on { $time }. Nothing was lost. If it is wrong now, campaigns are
    sent too early: compare it with another clock.
scheduler-need-clock =
    The clock was wrong: on { $time } something was waiting for longer than Bilten ever waits. This has been
    corrected, and sending continues; nothing was lost.
scheduler-do-set-clock =
    Ask whoever runs the server to look at its clock: timedatectl says whether it is synchronised, and bilten doctor
    how it stands now.

## Health

scheduler-health-development = This is a development installation: unsafe defaults are accepted (BILTEN_ENVIRONMENT).
scheduler-health-production = This is a production installation; its settings are safe.
scheduler-health-secret-shared = The secret key is the one that everybody knows. Run bilten init before the first person subscribes.
scheduler-health-secret-other = The secret key is not the one that addresses were kept with: suppressed people would not be recognised. Put the old BILTEN_SECRET_KEY back before anything is sent.
scheduler-health-public-url = Readers reach Bilten at { $url }.
scheduler-health-public-url-open = Links in mails begin with { $url }, which is not https: mail programs refuse one-click unsubscribe there.
scheduler-health-database = The database answers and has this version's tables.
scheduler-health-schema = The database's tables are not those of this version, although its number says so: somebody or something changed them. Compare with a new database, or restore a backup.
scheduler-health-schema-missing = { $what } is missing.
scheduler-health-schema-extra = { $what } should not be there.
scheduler-health-schema-other = { $what } is not as it should be.
scheduler-health-copy-kept = A copy of the database from before an upgrade is still there, with everybody's addresses: { $file }. If all is well, remove it with: bilten init
scheduler-health-folder = { $folder } can be written.
scheduler-health-folder-closed = { $folder } is missing or cannot be written. Make it, or let this user write there: bilten init
scheduler-health-space = { $megabytes } MB of disk space are free.
scheduler-health-space-little = Only { $megabytes } MB of disk space are free. Make room soon.
scheduler-health-space-none = Only { $megabytes } MB of disk space are free. Make room now; a full disk stops sending.
scheduler-health-brand = Mails carry the name and postal address of { $name }.
scheduler-health-brand-placeholder = Mails would carry a made-up name and postal address. Enter yours: bilten brand set --help
scheduler-health-provider-unknown = The sender “{ $name }” names the provider “{ $provider }”, which this version does not know: nothing goes out through it. Was the database made by a newer version?
scheduler-health-no-sender = There is no sender. Make one: bilten senders add --help
scheduler-health-provider = The provider of “{ $name }” ({ $provider }) answers at { $host }.
scheduler-health-provider-local = The sender “{ $name }” ({ $provider }) writes to this machine only.
scheduler-health-provider-silent = The provider of “{ $name }” ({ $provider }) does not answer at { $host }. Check the network, or start it: bilten simulator
scheduler-health-tracking-account = Mails of “{ $name }” go through { $provider }, where only you can keep opens and clicks from being tracked: make sure that it is switched off in your account there.
scheduler-health-scheduler = The scheduler is alive; every job has run lately.
scheduler-health-scheduler-silent = The scheduler does not run: nothing goes out until you start bilten serve.
scheduler-health-jobs-silent = Some jobs fail or have not run lately: { $jobs }. The log of bilten serve, or of bilten worker, says why.
scheduler-health-nobody-leads = Nobody wakes the workers: nothing goes out until you start bilten scheduler (or bilten serve --with-engine).
scheduler-health-no-worker = There is no worker: nothing goes out until you start bilten worker on some machine.
scheduler-health-machines = { $workers ->
        [one] A scheduler leads, and one worker is at work.
       *[other] A scheduler leads, and { $workers } workers are at work.
    }
scheduler-health-clock = The system keeps this machine's clock synchronised.
scheduler-health-clock-unsynchronised = Nothing keeps this machine's clock synchronised: where it is wrong, campaigns go out at the wrong time. Switch a time service on: timedatectl set-ntp true
scheduler-health-clock-behind = The clock is { $minutes } min behind what it was when a job last ran: it is wrong now, or was then. Set it right; bilten serve puts right what it left behind.
scheduler-health-clock-differs = The clocks of the database server and of this machine are { $minutes } min apart. The database's is the one that counts: make sure that it is right.
scheduler-health-sign-up-closed = The sign-up form is closed: BILTEN_SIGN_UP_SENDER names no sender for the question that confirms.
scheduler-health-sign-up-unknown = BILTEN_SIGN_UP_SENDER names “{ $name }”, and there is no such sender: new subscribers are never asked to confirm. Correct the setting, or add the sender.
scheduler-health-outbound-off = Links and senders' domains are not looked at, because other servers are not to be asked (BILTEN_OUTBOUND_CHECKS).
scheduler-health-spam-filter = SpamAssassin is on this machine: the check asks it about every mail.
scheduler-health-spam-filter-none = SpamAssassin is not on this machine, so the check does without it.
scheduler-health-backup = The last backup was made { $hours ->
    [0] less than an hour
    [one] an hour
   *[other] { $hours } hours
 } ago and found whole ({ $file }).
scheduler-needs-none = Nothing needs you: everything is taking its course.
    Ask the people who run the server to check its clock: timedatectl shows whether it is synchronised, and bilten doctor
    shows its present state.
