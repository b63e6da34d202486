core-database-unknown =
    Bilten does not know the database “{ $kind }”. Nothing was changed.
    Set BILTEN_DATABASE_URL to sqlite:///path or postgresql+psycopg://user@host/name.
core-settings-refused =
    Bilten did not start, because a setting cannot be used. Nothing was changed.
    { $problems }
    Correct it in the environment or in .env; .env.example explains each setting.
core-illegal-transition =
    This cannot be done now: the state is “{ $state }”, in which “{ $action }” is not possible. Nothing was
    changed. Check the present state first; somebody else may have changed it.
core-database-being-replaced = A backup is being restored to { $file } at this moment. Nothing was changed. Repeat this when the restore is done.
core-database-being-written = Another command is writing to { $file } at this moment. Nothing was changed. Wait until it is done, then restore.
core-database-replaced = A backup has been restored to { $file } while this was running. Nothing more was changed from here on. Repeat this: it then works on the restored database.
core-already-running =
    Bilten is already running on this database, as process { $pid }. Nothing was changed.
    Use that process, or stop it first. (The lock is { $file }.)
core-database-newer =
    A newer version of Bilten made this database: it is at { $found }, and this program knows at most { $known }. Nothing was changed.
    Start that newer version, or restore a backup from before the upgrade.
core-server-version =
    This PostgreSQL is version { $found }. Bilten runs on { $oldest } to { $newest }. Nothing was changed.
    Use a server of one of these versions.
core-server-encoding =
    This PostgreSQL database has the encoding { $found }, in which names and texts would be damaged. Nothing was changed.
    Create one in UTF8 and name it in BILTEN_DATABASE_URL: createdb --encoding=UTF8 --template=template0 NAME
core-upgrade-while-running =
    Bilten is running on this database ({ $workers ->
        [0] its scheduler is running
        [one] one worker is running
       *[other] { $workers } workers are running
    }). Nothing was changed.
    Stop every scheduler, worker and bilten serve, then try again. One that was killed counts for one more minute.
core-upgrade-no-copy =
    The database was not brought up to date, because no copy of it could be made first ({ $reason }). Nothing was changed.
    The copy would be { $file }. Free as much disk space as the database takes, then try again.
core-upgrade-failed =
    The database could not be brought up to date ({ $reason }). It is as it was; nothing was lost.
    Keep using the version that you had until this is corrected, and please report it. bilten --debug init shows more.
core-upgrade-failed-with-copy =
    The database could not be brought up to date ({ $reason }). It is as it was; nothing was lost.
    A copy from just before is { $copy }. Keep using the version that you had until this is corrected, and please report it. bilten --debug init shows more.
core-upgrade-cut-off =
    The connection to the database was lost while it was being brought up to date. The update was made completely, or not at all.
    When the database answers again, run bilten init once more: it does what is left to do.
core-number-ranges =
    “{ $text }” is not a list of numbers. Nothing was changed. Write it like this: 12-18,20.
core-state-dir-unusable =
    The folder { $folder }, in which this machine records how far it has come, cannot be used: { $reason }.
    Nothing was sent and nothing was lost. Make it writable, or name another one in BILTEN_STATE_DIR.
core-held-quarantined =
    Sending is paused: this database is in an older state than one that Bilten has already worked on. Either an earlier
    state was restored, or the database server has lost its last changes. Pausing has lost nothing. Run bilten adopt: it says
    what has happened since, and continues from there when you confirm.
core-held-unknown-here =
    Sending is paused: this machine has never worked on this database. The database is a copy, or the machine is new.
    To send email from here, run bilten adopt on this machine. If this is a copy for testing, leave it as it is.
core-held-went-on-elsewhere =
    Sending from this machine is paused: another machine has worked on this database since, and is not running now.
    Start that machine, and this one joins by itself; or run bilten adopt here if the other will not come back.
core-held-lies-elsewhere =
    Sending is paused: this machine has worked on this database in another place. If this is a copy, for a test for instance,
    do not adopt it: give it a folder of its own in BILTEN_STATE_DIR. If the database was moved here and the other one
    is not used any more, run bilten adopt: it says what has happened since, and continues from here when you confirm.
core-held-folder-copied =
    Sending from this machine is paused: another machine has a copy of its folder BILTEN_STATE_DIR, or the folder is in an
    older state than it was. The machine has taken an id of its own, and joins by itself once it sees the other one running.
    If there is no other machine, run bilten adopt here. Where the database is certainly the latest and only the folder
    came back in an older state: bilten adopt --is-latest
core-held-journal-closed =
    Sending is paused: what is about to be sent cannot be recorded in the folder BILTEN_STATE_DIR. Is the disk full?
    Nothing was lost; sending continues by itself once the record can be written.
core-held-may-send = Email may be sent from here: the database is the one that this machine knows.

### Backup and restore

core-backup-exists =
    The file { $file } already exists and was left as it is. Nothing was written.
    Choose another name, or add --overwrite.
core-backup-no-folder =
    Bilten cannot write to the folder { $folder }. No backup was made; what is there is unchanged.
    Create the folder, or make the user that Bilten runs as its owner.
core-backup-no-database =
    There is no Bilten database to back up ({ $file }). Nothing was written.
    Run bilten init first, or check BILTEN_DATABASE_URL.
core-backup-disk-full =
    There is not enough disk space for the backup. The unfinished file has been removed; older backups are unchanged.
    Free some space, or choose another disk.
core-backup-failed =
    The backup could not be written: { $reason }. Older backups are unchanged.
core-backup-none =
    { $file } is not a backup made by Bilten. Nothing was changed.
core-backup-cut =
    This is not a backup made by Bilten, or its end is missing. Nothing was changed. Use an older backup, or another copy.
core-backup-changed =
    This backup is damaged: it is not exactly what was written. Nothing was changed.
    Use an older backup, or another copy.
core-backup-unreadable = There is no backup to read at { $file } ({ $reason }). Check its name and whether you may read it. Nothing was changed.
core-backup-broken =
    This backup is damaged: { $part } is not what it should be. Nothing was changed. Use an older backup, or another copy.
core-backup-strange =
    This file contains something that does not belong in a Bilten backup: { $part }. Nothing was unpacked, and nothing was changed.
    Do not use it, and find out where it comes from.
core-backup-database-damaged =
    The database in this backup, or the one to back up, is damaged ({ $detail }). Nothing was changed.
    Use an older backup, and keep this one.
core-backup-newer =
    This backup was made by a newer version of Bilten. Nothing was changed. Install that version, then try again.
core-restore-other-database =
    This backup is of { $kind ->
        [postgresql] PostgreSQL
       *[other] SQLite
    }, but BILTEN_DATABASE_URL names a database of the other kind. Nothing was changed.
    Restore it where Bilten runs on the same kind of database.
core-restore-other-key =
    { $file } was made with another secret key than the one in the settings. With the wrong key, Bilten would not recognise anyone who
    unsubscribed or complained. Nothing was changed.
    Put the earlier key into BILTEN_SECRET_KEY, then try again.
core-restore-key-inside =
    { $file } was made with another secret key than the one in the settings. With the wrong key, Bilten would not recognise anyone who
    unsubscribed or complained. Nothing was changed.
    The key is in the backup: unzip -p { $file } secret_key shows it. Put it into BILTEN_SECRET_KEY, then try again.
core-restore-in-use =
    { $count ->
        [one] Somebody is
       *[other] { $count } others are
    } connected to the database ({ $who }). Nothing was changed.
    Stop bilten serve, bilten scheduler and bilten worker on every machine, then try again.
core-restore-no-schema =
    The database’s user may not create a schema in it, which a restore needs. Nothing was changed. Ask the
    owner of the database to run: GRANT CREATE ON DATABASE … TO …
core-restore-no-room =
    A restore temporarily needs about { $megabytes } MB of space in { $folder }. Nothing was changed.
    Free some space, then try again.
core-encryption-key-missing =
    This is encrypted with the key { $key }, and Bilten does not have that key. Nothing was changed.
    Put it back into BILTEN_ENCRYPTION_KEYS, behind the newest one, and start Bilten again.
