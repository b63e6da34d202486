core-database-unknown =
    Bilten does not know the database “{ $kind }”. Nothing was changed.
    Set BILTEN_DATABASE_URL to sqlite:///path or postgresql+psycopg://user@host/name.
core-settings-refused =
    Bilten did not start, because a setting cannot be used. Nothing was changed.
    { $problems }
    Correct it in the environment or in .env; .env.example explains each setting.
core-illegal-transition =
    This cannot be done now: it is “{ $state }”, and “{ $action }” is not possible then. Nothing was changed.
    Look at its present state first; perhaps somebody else was quicker.
core-already-running =
    Bilten already runs on this database, as process { $pid }. Nothing was changed.
    Use that one, or stop it first. (The lock is { $file }.)
core-database-newer =
    A newer version of Bilten made this database: it is at { $found }, and this program knows { $known } at most. Nothing was changed.
    Start that newer version, or restore a backup from before the upgrade.
core-server-version =
    This PostgreSQL is version { $found }. Bilten runs on { $oldest } to { $newest }. Nothing was changed.
    Use a server of one of these versions.
core-server-encoding =
    This PostgreSQL database has the encoding { $found }, in which names and texts would be damaged. Nothing was changed.
    Make one in UTF8 and name it in BILTEN_DATABASE_URL: createdb --encoding=UTF8 --template=template0 NAME
core-upgrade-while-running =
    Bilten is at work on this database ({ $workers ->
        [0] its scheduler runs
        [one] one worker runs
       *[other] { $workers } workers run
    }). Nothing was changed.
    Stop every scheduler, worker and bilten serve, then try again. One that was killed counts for a minute longer.
core-upgrade-no-copy =
    The database was not brought up to date, because no copy of it could be made first ({ $reason }). Nothing was changed.
    The copy would be { $file }. Make room for a file as large as the database, then try again.
core-upgrade-failed =
    The database could not be brought up to date ({ $reason }). It is as it was; nothing was lost.
    Go on with the version that you had until this is mended, and please report it. With bilten --debug init you see more.
core-upgrade-failed-with-copy =
    The database could not be brought up to date ({ $reason }). It is as it was; nothing was lost.
    A copy from just before is { $copy }. Go on with the version that you had until this is mended, and please report it. With bilten --debug init you see more.
core-upgrade-cut-off =
    The connection to the database was lost while it was brought up to date. It was done as a whole, or not at all.
    When the database answers again, run bilten init once more: it does what is left to do.
core-number-ranges =
    “{ $text }” names no numbers. Nothing was changed. Write them like 12-18,20.
core-state-dir-unusable =
    The folder { $folder }, in which this machine remembers how far it has come, cannot be used: { $reason }.
    Nothing was sent and nothing was lost. Make it writable, or name another one in BILTEN_STATE_DIR.
core-held-quarantined =
    Nothing is sent: this database is older than one that has been worked on already. Somebody has put back an earlier
    state, or the database server has lost its last changes. Nothing was lost by stopping. Run bilten adopt: it says
    what has happened since, and goes on from there when you say so.
core-held-unknown-here =
    Nothing is sent: this machine has never worked on this database. It is a copy, or the machine is new. If mail is to
    go out from here, run bilten adopt on this machine. If it is a copy to try things out with, leave it so.
core-held-went-on-elsewhere =
    Nothing is sent from this machine: another one has worked on this database since, and is not to be seen at work.
    Start that one, and this one joins by itself; or run bilten adopt here if it will not come back.
core-held-journal-closed =
    Nothing is sent: what is about to be sent cannot be written down in the folder BILTEN_STATE_DIR. Is the disk full?
    Nothing was lost; sending goes on by itself once it can be written.
core-held-may-send = Mail may be sent from here: the database is the one that this machine knows.

### Backup and restore

core-backup-exists =
    There is a file { $file } already, and it was left as it is. Nothing was written.
    Choose another name, or say --overwrite.
core-backup-no-folder =
    Bilten cannot write to the folder { $folder }. No backup was made; what is there is as it was.
    Make the folder, or give it to the user that Bilten runs as.
core-backup-no-database =
    There is no database of Bilten’s to back up ({ $file }). Nothing was written.
    Run bilten init first, or look at BILTEN_DATABASE_URL.
core-backup-disk-full =
    There is no room for the backup. What was written of it has been removed; older backups are as they were.
    Make room, or choose another disk.
core-backup-failed =
    The backup could not be written: { $reason }. Older backups are as they were.
core-backup-none =
    { $file } is no backup made by Bilten. Nothing was changed.
core-backup-cut =
    This is no backup made by Bilten, or its end is missing. Nothing was changed. Take an older one, or another copy.
core-backup-changed =
    This backup is damaged: it is not, byte for byte, what was written. Nothing was changed.
    Take an older one, or another copy.
core-backup-broken =
    This backup is damaged: { $part } is not what it should be. Nothing was changed. Take an older one, or another copy.
core-backup-strange =
    This file holds what no backup made by Bilten holds: { $part }. Nothing was unpacked, and nothing was changed.
    Do not use it, and find out where it comes from.
core-backup-database-damaged =
    The database in this backup, or the one to back up, is damaged ({ $detail }). Nothing was changed.
    Take an older backup, and keep this one.
core-backup-newer =
    This backup was made by a newer version of Bilten. Nothing was changed. Install that version, then try again.
core-restore-other-database =
    This backup is of { $kind ->
        [postgresql] PostgreSQL
       *[other] SQLite
    }, and BILTEN_DATABASE_URL names a database of the other kind. Nothing was changed.
    Restore it where Bilten runs on the kind of the backup.
core-restore-other-key =
    { $file } was made with another secret key than the one in the settings. With the wrong key nobody who
    unsubscribed or complained would be recognised. Nothing was changed.
    Put the key of that time into BILTEN_SECRET_KEY, then try again.
core-restore-key-inside =
    { $file } was made with another secret key than the one in the settings. With the wrong key nobody who
    unsubscribed or complained would be recognised. Nothing was changed.
    The key is in the backup: unzip -p { $file } secret_key shows it. Put it into BILTEN_SECRET_KEY, then try again.
core-restore-in-use =
    { $count ->
        [one] Somebody is
       *[other] { $count } others are
    } connected to the database ({ $who }). Nothing was changed.
    Stop bilten serve, bilten scheduler and bilten worker on every machine, then try again.
core-restore-no-schema =
    The database’s user may not make a schema in it, which a restore needs. Nothing was changed.
    Have its owner say: GRANT CREATE ON DATABASE … TO …
core-restore-no-room =
    A restore needs about { $megabytes } MB of room in { $folder } for a while. Nothing was changed.
    Make room, then try again.
