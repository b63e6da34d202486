core-database-unknown =
    Bilten ne pozna podatkovne zbirke »{ $kind }«. Nič se ni spremenilo.
    Nastavite BILTEN_DATABASE_URL na sqlite:///pot ali postgresql+psycopg://uporabnik@gostitelj/ime.
core-settings-refused =
    Bilten se ni zagnal, ker ene od nastavitev ni mogoče uporabiti. Nič se ni spremenilo.
    { $problems }
    Popravite jo v okolju ali v datoteki .env; vse nastavitve so razložene v .env.example.
core-illegal-transition =
    Tega zdaj ni mogoče narediti: stanje je »{ $state }«, v njem pa korak »{ $action }« ni mogoč. Nič se ni spremenilo.
    Najprej preverite trenutno stanje; morda vas je kdo prehitel.
core-already-running =
    Bilten na tej podatkovni zbirki že teče kot proces { $pid }. Nič se ni spremenilo.
    Uporabite tistega ali ga najprej ustavite. (Ključavnica je { $file }.)
