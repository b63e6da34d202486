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
