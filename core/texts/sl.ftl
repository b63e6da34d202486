core-database-unknown =
    Bilten ne pozna podatkovne zbirke »{ $kind }«. Nič se ni spremenilo.
    Nastavite BILTEN_DATABASE_URL na sqlite:///pot ali postgresql+psycopg://uporabnik@gostitelj/ime.
core-settings-refused =
    Bilten se ni zagnal, ker ene od nastavitev ni mogoče uporabiti. Nič se ni spremenilo.
    { $problems }
    Popravite jo v okolju ali v datoteki .env; vse nastavitve so razložene v .env.example.
core-illegal-transition =
    Tega zdaj ni mogoče narediti: stanje je »{ $state }«, v njem pa korak »{ $action }« ni mogoč. Nič se ni spremenilo.
    Najprej preverite trenutno stanje; morda ga je medtem spremenil kdo drug.
core-database-being-replaced = V { $file } se prav zdaj obnavlja varnostna kopija. Nič ni bilo spremenjeno. Ponovite to, ko bo obnovitev končana.
core-database-being-written = V { $file } prav zdaj piše drug ukaz. Nič ni bilo spremenjeno. Počakajte, da konča, in nato obnovite.
core-database-replaced = Medtem ko je to teklo, je bila v { $file } obnovljena varnostna kopija. Odtlej ni bilo spremenjeno nič več. Ponovite: potem bo delovalo na obnovljeni podatkovni zbirki.
core-already-running =
    Bilten na tej podatkovni zbirki že teče kot proces { $pid }. Nič se ni spremenilo.
    Uporabite ta proces ali ga najprej ustavite. (Ključavnica je { $file }.)
core-database-newer =
    To podatkovno zbirko je naredila novejša različica Biltena: ima oznako { $found }, ta program pa pozna največ { $known }. Nič se ni spremenilo.
    Zaženite tisto novejšo različico ali obnovite varnostno kopijo izpred nadgradnje.
core-server-version =
    Ta PostgreSQL je različice { $found }. Bilten deluje na različicah od { $oldest } do { $newest }. Nič se ni spremenilo.
    Uporabite strežnik ene od teh različic.
core-server-encoding =
    Ta podatkovna zbirka PostgreSQL ima kodiranje { $found }, v katerem bi se imena in besedila poškodovala. Nič se ni spremenilo.
    Ustvarite zbirko v UTF8 in jo navedite v BILTEN_DATABASE_URL: createdb --encoding=UTF8 --template=template0 IME
core-upgrade-while-running =
    Bilten teče na tej podatkovni zbirki ({ $workers ->
        [0] teče razporejevalnik
        [one] teče { $workers } delavec
        [two] tečeta { $workers } delavca
        [few] tečejo { $workers } delavci
       *[other] teče { $workers } delavcev
    }). Nič se ni spremenilo.
    Ustavite vse razporejevalnike, delavce in bilten serve, nato poskusite znova. Prisilno ustavljen proces šteje še eno minuto.
core-upgrade-no-copy =
    Podatkovna zbirka ni bila posodobljena, ker prej ni bilo mogoče narediti njene kopije ({ $reason }). Nič se ni spremenilo.
    Kopija bi bila { $file }. Sprostite toliko prostora, kot ga zaseda zbirka, nato poskusite znova.
core-upgrade-failed =
    Podatkovne zbirke ni bilo mogoče posodobiti ({ $reason }). Ostala je, kakršna je bila; nič ni izgubljeno.
    Dokler to ni popravljeno, uporabljajte dosedanjo različico in napako, prosimo, sporočite. Več vidite z ukazom bilten --debug init.
core-upgrade-failed-with-copy =
    Podatkovne zbirke ni bilo mogoče posodobiti ({ $reason }). Ostala je, kakršna je bila; nič ni izgubljeno.
    Kopija izpred nadgradnje je { $copy }. Dokler to ni popravljeno, uporabljajte dosedanjo različico in napako, prosimo, sporočite. Več vidite z ukazom bilten --debug init.
core-upgrade-cut-off =
    Med posodabljanjem se je prekinila povezava s podatkovno zbirko. Posodobitev je izvedena v celoti ali pa sploh ne.
    Ko se zbirka spet odziva, še enkrat zaženite bilten init: naredil bo, kar še manjka.
core-number-ranges =
    »{ $text }« ni seznam številk. Nič se ni spremenilo. Napišite ga na primer takole: 12-18,20.
core-state-dir-unusable =
    Mape { $folder }, v katero ta računalnik zapisuje, kako daleč je prišel, ni mogoče uporabiti: { $reason }.
    Nič ni bilo poslano in nič ni izgubljeno. Omogočite pisanje vanjo ali v BILTEN_STATE_DIR navedite drugo.
core-held-quarantined =
    Pošiljanje je ustavljeno: ta podatkovna zbirka je v starejšem stanju od tistega, s katerim je Bilten že delal. Obnovljeno je bilo prejšnje stanje ali pa je
    strežnik zbirke izgubil zadnje spremembe. Zaradi zaustavitve ni nič izgubljeno. Zaženite bilten adopt: pove, kaj se je
    od takrat zgodilo, in nadaljuje od tam, ko to potrdite.
core-held-unknown-here =
    Pošiljanje je ustavljeno: ta računalnik s to podatkovno zbirko še ni delal. Zbirka je kopija ali pa je računalnik nov. Če
    želite pošiljati od tod, na tem računalniku zaženite bilten adopt. Če je to kopija za preizkušanje, jo pustite tako.
core-held-went-on-elsewhere =
    Pošiljanje s tega računalnika je ustavljeno: s podatkovno zbirko je medtem delal drug računalnik, ki
    zdaj ne teče. Zaženite tistega in ta se mu bo pridružil sam; če se tisti ne bo vrnil, tukaj zaženite bilten adopt.
core-held-lies-elsewhere =
    Pošiljanje je ustavljeno: ta računalnik je s to podatkovno zbirko delal na drugem mestu. Če je to kopija, na primer za
    preizkus, je ne prevzemite, ampak ji v BILTEN_STATE_DIR določite svojo mapo. Če ste zbirko preselili sem in druge ne
    uporabljate več, zaženite bilten adopt: pove, kaj se je od takrat zgodilo, in nadaljuje od tu, ko to potrdite.
core-held-folder-copied =
    Pošiljanje s tega računalnika je ustavljeno: njegovo mapo BILTEN_STATE_DIR ima tudi drug računalnik ali pa je mapa v
    starejšem stanju, kot je že bila. Računalnik je dobil svojo oznako in se bo pridružil sam, ko bo videl, da drugi teče.
    Če drugega računalnika ni, tukaj zaženite bilten adopt. Če je podatkovna zbirka zagotovo najnovejša in je starejša
    samo mapa: bilten adopt --is-latest
core-held-journal-closed =
    Pošiljanje je ustavljeno: tega, kar naj bi bilo poslano, ni mogoče zapisati v mapo BILTEN_STATE_DIR. Je disk poln?
    Nič ni izgubljeno; pošiljanje se samo nadaljuje, ko bo zapis spet mogoč.
core-held-may-send = Od tod se sme pošiljati: to je podatkovna zbirka, ki jo ta računalnik pozna.

### Varnostna kopija in obnova

core-backup-exists =
    Datoteka { $file } že obstaja in je ostala nespremenjena. Nič ni bilo zapisano.
    Izberite drugo ime ali dodajte --overwrite.
core-backup-no-folder =
    Bilten ne more pisati v mapo { $folder }. Varnostna kopija ni narejena; kar je tam, je nespremenjeno.
    Ustvarite mapo ali poskrbite, da bo njen lastnik uporabnik, pod katerim teče Bilten.
core-backup-no-database =
    Biltenove podatkovne zbirke, ki bi jo kopirali, ni ({ $file }). Nič ni bilo zapisano.
    Najprej zaženite bilten init ali preverite BILTEN_DATABASE_URL.
core-backup-disk-full =
    Za varnostno kopijo ni dovolj prostora na disku. Nedokončana datoteka je odstranjena; starejše kopije so nespremenjene.
    Sprostite prostor ali izberite drug disk.
core-backup-failed =
    Varnostne kopije ni bilo mogoče zapisati: { $reason }. Starejše kopije so nespremenjene.
core-backup-none =
    { $file } ni varnostna kopija, ki bi jo naredil Bilten. Nič se ni spremenilo.
core-backup-cut =
    To ni Biltenova varnostna kopija ali pa ji manjka konec. Nič se ni spremenilo.
    Uporabite starejšo ali drug izvod.
core-backup-changed =
    Ta varnostna kopija je poškodovana: ni natanko takšna, kot je bila zapisana. Nič se ni spremenilo.
    Uporabite starejšo ali drug izvod.
core-backup-unreadable = Na { $file } ni varnostne kopije, ki bi jo bilo mogoče prebrati ({ $reason }). Preverite ime in pravice za branje. Nič se ni spremenilo.
core-backup-broken =
    Ta varnostna kopija je poškodovana: { $part } ni takšen, kot bi moral biti. Nič se ni spremenilo.
    Uporabite starejšo ali drug izvod.
core-backup-strange =
    V tej datoteki je nekaj, kar ne spada v Biltenovo varnostno kopijo: { $part }. Nič ni bilo razpakirano in nič se ni
    spremenilo. Ne uporabite je in ugotovite, od kod je.
core-backup-database-damaged =
    Podatkovna zbirka v tej varnostni kopiji ali tista, ki naj bi jo kopirali, je poškodovana ({ $detail }).
    Nič se ni spremenilo. Uporabite starejšo kopijo, to pa shranite.
core-backup-newer =
    To varnostno kopijo je naredila novejša različica Biltena. Nič se ni spremenilo.
    Namestite tisto različico in poskusite znova.
core-restore-other-database =
    To je varnostna kopija zbirke { $kind ->
        [postgresql] PostgreSQL
       *[other] SQLite
    }, BILTEN_DATABASE_URL pa navaja zbirko druge vrste. Nič se ni spremenilo.
    Obnovite jo tam, kjer Bilten teče na zbirki iste vrste.
core-restore-other-key =
    { $file } je nastala z drugim skrivnim ključem, kot je v nastavitvah. Z napačnim ključem Bilten ne bi prepoznal
    nikogar, ki se je odjavil ali pritožil. Nič se ni spremenilo.
    V BILTEN_SECRET_KEY vpišite prejšnji ključ in poskusite znova.
core-restore-key-inside =
    { $file } je nastala z drugim skrivnim ključem, kot je v nastavitvah. Z napačnim ključem Bilten ne bi prepoznal
    nikogar, ki se je odjavil ali pritožil. Nič se ni spremenilo.
    Ključ je v varnostni kopiji: pokaže ga unzip -p { $file } secret_key. Vpišite ga v BILTEN_SECRET_KEY in poskusite
    znova.
core-restore-in-use =
    S podatkovno zbirko { $count ->
        [one] je povezan še { $count } odjemalec
        [two] sta povezana še { $count } odjemalca
        [few] so povezani še { $count } odjemalci
       *[other] je povezanih še { $count } odjemalcev
    } ({ $who }). Nič se ni spremenilo.
    Na vseh računalnikih ustavite bilten serve, bilten scheduler in bilten worker ter poskusite znova.
core-restore-no-schema =
    Uporabnik podatkovne zbirke v njej ne sme ustvariti sheme, ki jo obnova potrebuje. Nič se ni spremenilo.
    Lastnik zbirke naj izvede: GRANT CREATE ON DATABASE … TO …
core-restore-no-room =
    Obnova začasno potrebuje približno { $megabytes } MB prostora v mapi { $folder }. Nič se ni spremenilo.
    Sprostite prostor in poskusite znova.
core-encryption-key-missing =
    Ti podatki so šifrirani s ključem { $key }, Bilten pa tega ključa nima. Nič se ni spremenilo.
    Dodajte ga nazaj v BILTEN_ENCRYPTION_KEYS, za najnovejšim, in Bilten znova zaženite.
