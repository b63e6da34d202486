### What the scheduler has to tell staff.

scheduler-need-clock-back = Ura je bila napačna: { DATE($time, case: "genitive") } je bila { $minutes } min za časom, ki ga je kazala prej.
scheduler-need-clock-ahead = Ura je { DATE($time, case: "genitive") } skočila naprej za { $minutes } min.
scheduler-need-clock = Ura je bila napačna: { DATE($time, case: "genitive") } je nekaj čakalo dlje, kot Bilten kadar koli čaka.
scheduler-do-clock-back =
    Kar je čakalo na napačen čas, je popravljeno in pošiljanje se nadaljuje; nič ni izgubljeno. Kampanja, ki je bila na vrsti
    po napačni uri, je bila morda poslana prezgodaj. { scheduler-do-set-clock }
scheduler-do-clock-ahead =
    Nič ni izgubljeno. Če je ura zdaj napačna, se kampanje pošiljajo prezgodaj: primerjajte jo z drugo uro.
    { scheduler-do-set-clock }
scheduler-do-clock = To je popravljeno in pošiljanje se nadaljuje; nič ni izgubljeno. { scheduler-do-set-clock }
scheduler-do-set-clock =
    Prosite osebo, ki skrbi za strežnik, naj preveri njegovo uro: timedatectl pokaže, ali je usklajena, bilten doctor
    pa njeno trenutno stanje.

## Health

scheduler-health-development = To je razvojna namestitev: dopuščene so nevarne privzete nastavitve (BILTEN_ENVIRONMENT).
scheduler-health-production = To je produkcijska namestitev; nastavitve so varne.
scheduler-health-secret-shared = Skrivni ključ je javno znan privzeti ključ. Zaženite bilten init, preden se prijavi prvi naročnik.
scheduler-health-secret-other = Skrivni ključ ni tisti, s katerim so bili naslovi shranjeni: izločenih ljudi Bilten ne bi prepoznal. Vrnite stari BILTEN_SECRET_KEY, preden kar koli pošljete.
scheduler-health-encryption = { $people ->
    [one] Šifrirana je { $people } oseba z zaščitenih seznamov.
    [two] Šifrirani sta { $people } osebi z zaščitenih seznamov.
    [few] Šifrirane so { $people } osebe z zaščitenih seznamov.
   *[other] Šifriranih je { $people } oseb z zaščitenih seznamov.
  }
scheduler-health-encryption-none = Imate zaščitene sezname, v BILTEN_ENCRYPTION_KEYS pa ni ključa: kdor ukrade podatkovno zbirko, izve, kdo je na njih. Ključ naredi ukaz bilten keys new.
scheduler-health-encryption-due = { $people ->
    [one] { $people } oseba z zaščitenih seznamov še ni šifrirana.
    [two] { $people } osebi z zaščitenih seznamov še nista šifrirani.
    [few] { $people } osebe z zaščitenih seznamov še niso šifrirane.
   *[other] { $people } oseb z zaščitenih seznamov še ni šifriranih.
  } Bilten to stori v nekaj minutah, ko teče; ukaz bilten keys rotate to stori takoj.
scheduler-health-second-factor-none = { $people ->
    [one] { $people } oseba nima drugega dejavnika, ki je za njeno vlogo obvezen: { $names }. Nastaviti ga mora takoj, pred vsem drugim.
    [two] { $people } osebi nimata drugega dejavnika, ki je za njuno vlogo obvezen: { $names }. Nastaviti ga morata takoj, pred vsem drugim.
    [few] { $people } osebe nimajo drugega dejavnika, ki je za njihovo vlogo obvezen: { $names }. Nastaviti ga morajo takoj, pred vsem drugim.
   *[other] { $people } oseb nima drugega dejavnika, ki je za njihovo vlogo obvezen: { $names }. Nastaviti ga morajo takoj, pred vsem drugim.
  }
scheduler-health-second-factor-optional = { $people ->
    [one] { $people } oseba nima drugega dejavnika, ki za njeno vlogo ni obvezen: { $names }.
    [two] { $people } osebi nimata drugega dejavnika, ki za njuno vlogo ni obvezen: { $names }.
    [few] { $people } osebe nimajo drugega dejavnika, ki za njihovo vlogo ni obvezen: { $names }.
   *[other] { $people } oseb nima drugega dejavnika, ki za njihovo vlogo ni obvezen: { $names }.
  }
scheduler-health-second-factor-unreadable = Drugi dejavnik je bil nastavljen z drugim BILTEN_SECRET_KEY in ne deluje več. Prizadeti: { $names } (skupaj { $people }). Odstranite ga z ukazom »bilten user second-factor remove«; nato naj ga te osebe nastavijo znova.
scheduler-health-passkeys-elsewhere = Nekateri ključi za dostop so bili ustvarjeni za drugo ime gostitelja kot { $host } (BILTEN_PUBLIC_URL) in tu ne delujejo. Prizadeti: { $names } (skupaj { $people }). Te osebe naj se prijavijo z geslom ter drugim dejavnikom ali rezervno kodo, te ključe odstranijo in dodajo nove.
scheduler-health-password-old = { $people ->
    [one] { $people } oseba ima geslo, starejše od treh let: { $names }. Prosite jo, naj nastavi novo; staro je morda že na kakšnem seznamu ukradenih gesel.
    [two] { $people } osebi imata geslo, starejše od treh let: { $names }. Prosite ju, naj nastavita novo; staro je morda že na kakšnem seznamu ukradenih gesel.
    [few] { $people } osebe imajo geslo, starejše od treh let: { $names }. Prosite jih, naj nastavijo novo; staro je morda že na kakšnem seznamu ukradenih gesel.
   *[other] { $people } oseb ima geslo, starejše od treh let: { $names }. Prosite jih, naj nastavijo novo; staro je morda že na kakšnem seznamu ukradenih gesel.
  }
scheduler-health-oidc = Enotna prijava prek { $issuer } deluje. Naslov za preusmeritev je { $redirect }.
scheduler-health-oidc-away = Enotna prijava: { $issuer } se ne odziva ali ne pove vsega, kar OpenID Connect potrebuje. Z njo se ne more prijaviti nihče. Preverite BILTEN_OIDC_ISSUER. Naslov za preusmeritev, ki ga mora poznati, je { $redirect }.
scheduler-health-oidc-inside = Enotna prijava: { $issuer } je v vašem omrežju, kjer Bilten sprašuje le tisto, kar dovolite. Z njo se ne more prijaviti nihče. Če je to prav, nastavite BILTEN_OIDC_INTERNAL=true.
scheduler-health-oidc-not-trusted = Enotna prijava: potrdilo strežnika { $issuer } velja za drugo ime, je poteklo ali pa ga je izdal izdajatelj, ki tu ni znan. Z njo se ne more prijaviti nihče. Če je izdajatelj vaš, nastavite BILTEN_OIDC_CA_FILE.
scheduler-health-oidc-ca-file = Enotna prijava: datoteke { $file } (BILTEN_OIDC_CA_FILE) ni mogoče prebrati ali pa v njej ni potrdil (PEM). Prek { $issuer } se ne more prijaviti nihče.
scheduler-health-oidc-unasked = Enotna prijava prek { $issuer } je nastavljena; ali se odziva, ni bilo preverjeno. Naslov za preusmeritev, ki ga mora poznati, je { $redirect }.
scheduler-health-oidc-no-factor = Prijava z geslom ni mogoča (BILTEN_OIDC_ONLY), za nekatere vloge pa je obvezen drugi dejavnik (BILTEN_SECOND_FACTOR_ROLES): kdor še nima aplikacije ali ključa za dostop, ne pride dlje od strani, ki ga zahteva. Če { $issuer } drugi dejavnik zahteva od vseh, nastavite BILTEN_OIDC_SECOND_FACTOR=true.
scheduler-health-encryption-old = { $people ->
    [one] { $people } oseba je še šifrirana s starejšim ključem.
    [two] { $people } osebi sta še šifrirani s starejšim ključem.
    [few] { $people } osebe so še šifrirane s starejšim ključem.
   *[other] { $people } oseb je še šifriranih s starejšim ključem.
  } Obdržite ga; ukaz bilten keys list pove, kdaj ga lahko odstranite.
scheduler-health-encryption-missing = S ključem { $key }, ki ga ni v BILTEN_ENCRYPTION_KEYS, { $people ->
    [one] je šifrirana { $people } oseba
    [two] sta šifrirani { $people } osebi
    [few] so šifrirane { $people } osebe
   *[other] je šifriranih { $people } oseb
  }: njihovih naslovov ni mogoče prebrati, zato jim ni mogoče pisati. Vrnite ključ v nastavitve.
scheduler-health-public-url = Bralci dosežejo Bilten na { $url }.
scheduler-health-public-url-open = Povezave v sporočilih se začnejo z { $url }, kar ni https: poštni programi tam zavrnejo odjavo z enim klikom.
scheduler-health-database = Podatkovna zbirka se odziva in ima tabele te različice.
scheduler-health-schema = Tabele v podatkovni zbirki niso tabele te različice, čeprav se oznaka različice ujema: nekdo ali nekaj jih je spremenilo. Primerjajte jih z novo zbirko ali obnovite varnostno kopijo.
scheduler-health-schema-missing = Manjka: { $what }.
scheduler-health-schema-extra = Odveč: { $what }.
scheduler-health-schema-other = Ni, kot bi moralo biti: { $what }.
scheduler-health-copy-kept = Kopija podatkovne zbirke izpred nadgradnje, z naslovi vseh naročnikov, je še vedno tu: { $file }. Če je vse v redu, jo odstrani ukaz bilten init.
scheduler-health-folder = V mapo { $folder } je mogoče pisati.
scheduler-health-folder-closed = Mape { $folder } ni ali vanjo ni mogoče pisati. Ustvarite jo oziroma dovolite pisanje: bilten init
scheduler-health-file-open = Datoteko { $file } lahko bere vsak, ki ima dostop do tega računalnika. V njej so skrivnosti ali podatki, ki naj jih vidite samo vi. Zaprite jo: chmod o-rwx { $file }
scheduler-health-journal-hole = Nekaj, kar se je zgodilo, ni bilo mogoče zapisati v mapo { $folder }. Shranjeno je v podatkovni zbirki in bo zapisano samo od sebe, ko bo disk to dopustil. Preverite prostor in pravice na disku; do takrat ne obnavljajte varnostne kopije.
scheduler-health-journal-gap = V dnevniku v mapi { $folder } manjkajo vrstice. Zaradi tega se nič ne ustavi, po obnovitvi pa ne bi bilo mogoče vedeti, kaj se je takrat zgodilo. Naredite varnostno kopijo zdaj: bilten backup create
scheduler-health-audit-whole = Revizijska sled je od pečatenja nespremenjena (število zapisov: { $entries }, pečat številka { $seal }).
scheduler-health-audit-changed = Revizijska sled ni takšna, kot je bila zapečatena: v podatkovni zbirki jo je nekdo spremenil ali pa je kriva napaka.
scheduler-do-audit-changed = Ugotovite, kdo lahko piše v podatkovno zbirko, shranite dnevnike strežnika in varnostne kopije ter sled primerjajte s starejšo kopijo. Kaj se ne ujema, pove: bilten audit verify
scheduler-seal-entries = Pečat številka { $seal }: zapis je bil spremenjen, izbrisan ali dodan.
scheduler-seal-chain = Pečat številka { $seal } ne sledi iz prejšnjega.
scheduler-seal-journal = Pečat številka { $seal } ni tak, kot je zapisan v dnevniku tega računalnika, ali pa manjka. Poznejši pečati tega ne spremenijo. Če ste obnovili starejšo varnostno kopijo podatkovne zbirke, je vzrok to; uredite ga z ukazom bilten adopt.
scheduler-seal-pruned = Pečat številka { $seal }: njegovi zapisi so bili izbrisani pri starosti, pri kateri jih noben rok hrambe še ne briše.
scheduler-seal-unnoted = Pečat številka { $seal }: njegovi zapisi so označeni kot izbrisani po izteku roka hrambe, v dnevniku tega računalnika pa takega izbrisa ni.
scheduler-health-space = Na disku je prostih { $megabytes } MB.
scheduler-health-space-little = Na disku je prostih le še { $megabytes } MB. Kmalu sprostite prostor.
scheduler-health-space-none = Na disku je prostih le še { $megabytes } MB. Takoj sprostite prostor; poln disk ustavi pošiljanje.
scheduler-health-brand = Sporočila imajo ime in poštni naslov: { $name }.
scheduler-health-brand-placeholder = Sporočila bi imela izmišljeno ime in poštni naslov. Vpišite svoja: bilten brand set --help
scheduler-health-provider-unknown = Pošiljatelj »{ $name }« navaja ponudnika »{ $provider }«, ki ga ta različica ne pozna: prek njega se nič ne pošilja. Je podatkovno zbirko naredila novejša različica?
scheduler-health-no-sender = Pošiljatelja ni. Ustvarite ga: bilten senders add --help
scheduler-health-provider = Ponudnik pošiljatelja »{ $name }« ({ $provider }) se odziva na { $host }.
scheduler-health-provider-local = Pošiljatelj »{ $name }« ({ $provider }) piše samo na ta računalnik.
scheduler-health-provider-silent = Ponudnik pošiljatelja »{ $name }« ({ $provider }) se na { $host } ne odziva. Preverite omrežje ali ga zaženite: bilten simulator
scheduler-health-session = Poštni strežnik pošiljatelja »{ $name }« na { $host } sprejema pošto: povezava, šifriranje in prijava delujejo.
scheduler-health-bounces-unread = Pošiljatelj »{ $name }« nima naslova za zavrnjena sporočila: kar se zavrne pozneje, tu ni znano. Nastavite ga z ukazom: bilten senders bounces
scheduler-health-session-refused = Poštni strežnik pošiljatelja »{ $name }« na { $host } pošte ne bi sprejel.
scheduler-health-session-advice = Gostitelja, vrata, šifriranje, uporabniško ime in geslo v nastavitvah primerjajte s tem, kar pravi vaš ponudnik; običajni pari so v docs/operating.md, v poglavju o lastnem poštnem strežniku. Eno sporočilo za preizkus pošlje: bilten doctor --mail NASLOV
scheduler-health-tracking-account = Sporočila pošiljatelja »{ $name }« gredo prek ponudnika { $provider }, kjer lahko sledenje odpiranju in klikom izklopite samo vi: preverite, ali je v vašem računu tam res izklopljeno.
scheduler-health-scheduler = Razporejevalnik teče; vsa opravila so se nedavno izvedla.
scheduler-health-scheduler-silent = Razporejevalnik ne teče: dokler ne zaženete bilten serve, se nič ne pošilja.
scheduler-health-jobs-new = Nekatera opravila se še niso izvedla: { $jobs }. Izvajati se začnejo, ko teče bilten serve oziroma bilten scheduler in bilten worker.
scheduler-health-jobs-silent = Nekatera opravila ne uspejo ali se že dolgo niso izvedla: { $jobs }. Zakaj, pove dnevnik ukaza bilten serve oziroma bilten worker.
scheduler-health-nobody-leads = Noben razporejevalnik ne budi delavcev: dokler ne zaženete bilten scheduler (ali bilten serve --with-engine), se nič ne pošilja.
scheduler-health-no-worker = Delavca ni: dokler na katerem od računalnikov ne zaženete bilten worker, se nič ne pošilja.
scheduler-health-machines = { $workers ->
        [one] Tečeta razporejevalnik in { $workers } delavec.
        [two] Tečejo razporejevalnik in { $workers } delavca.
        [few] Tečejo razporejevalnik in { $workers } delavci.
       *[other] Tečejo razporejevalnik in { $workers } delavcev.
    }
scheduler-health-clock = Sistem skrbi, da je ura tega računalnika usklajena.
scheduler-health-clock-unsynchronised = Ura tega računalnika se ne usklajuje: če je napačna, se kampanje pošljejo ob napačnem času. Vklopite usklajevanje: timedatectl set-ntp true
scheduler-health-clock-behind = Ura je { $minutes } min za časom, ki ga je kazala, ko je nazadnje teklo katero od opravil: napačna je zdaj ali pa je bila takrat. Nastavite jo prav; kar čaka na napačen čas, popravi bilten serve.
scheduler-health-clock-differs = Uri strežnika s podatkovno zbirko in tega računalnika se razlikujeta za { $minutes } min. Bilten uporablja uro strežnika s podatkovno zbirko: poskrbite, da bo pravilna.
scheduler-health-sign-up-closed = Prijavni obrazec je zaprt: BILTEN_SIGN_UP_SENDER ne navaja pošiljatelja za sporočila, s katerimi se prijava potrdi.
scheduler-health-sign-up-unknown = BILTEN_SIGN_UP_SENDER navaja pošiljatelja »{ $name }«, ki ga ni: novi naročniki ne prejmejo sporočila za potrditev. Popravite nastavitev ali dodajte pošiljatelja.
scheduler-health-still-wanted = Bralce, ki se že dolgo niso oglasili, sprašujemo, ali še želijo prejemati: { $lists }
scheduler-health-still-wanted-no-sender = Bralce seznamov { $lists } bi morali vprašati, ali sporočila še želijo, vendar BILTEN_SIGN_UP_SENDER ne navaja obstoječega pošiljatelja: nihče ni vprašan. Popravite nastavitev ali vprašanje izklopite na strani seznama.
scheduler-health-still-wanted-stuck = { $count ->
    [one] { $count } sporočilo z vprašanjem, ali bralec seznam še želi, čaka že več kot en dan.
    [two] { $count } sporočili z vprašanjem, ali bralec seznam še želi, čakata že več kot en dan.
    [few] { $count } sporočila z vprašanjem, ali bralec seznam še želi, čakajo že več kot en dan.
   *[other] { $count } sporočil z vprašanjem, ali bralec seznam še želi, čaka že več kot en dan.
 } Preverite pošiljatelja: verjetno je ustavljen.
scheduler-health-outbound-off = Povezave in domene pošiljateljev se ne preverjajo, ker se Bilten ne sme obračati na druge strežnike (BILTEN_OUTBOUND_CHECKS).
scheduler-health-spam-filter = SpamAssassin je na tem računalniku: pregled ga uporabi za vsako sporočilo.
scheduler-health-spam-filter-none = SpamAssassina na tem računalniku ni, zato ga pregled ne uporablja.
scheduler-health-backup = Zadnja varnostna kopija je stara { $hours ->
    [0] manj kot uro
    [one] { $hours } uro
    [two] { $hours } uri
    [few] { $hours } ure
   *[other] { $hours } ur
 } in je popolna in nepoškodovana ({ $file }).
scheduler-needs-none = Nič ne čaka na vas.

### Email about what needs attention

scheduler-mail-subject = Bilten potrebuje vašo pozornost: { $count ->
    [one] { $count } zadeva
    [two] { $count } zadevi
    [few] { $count } zadeve
   *[other] { $count } zadev
 }
scheduler-mail-more = Na strani { $count ->
    [one] je še { $count } zadeva
    [two] sta še { $count } zadevi
    [few] so še { $count } zadeve
   *[other] je še { $count } zadev
 }.
scheduler-file-unknown = Te datoteke ni v knjižnici. Morda jo je nekdo izbrisal.
scheduler-file-used = Datoteka je v uporabi in ostane. Najprej jo odstranite iz vsega, kar je navedeno tukaj.
scheduler-file-brand = Datoteka ostane: uporablja jo podoba. Najprej jo zamenjajte v nastavitvah pod Podoba.
scheduler-file-version = Datoteka ostane: je v prejšnji različici besedila, ki jo je mogoče obnoviti.
scheduler-file-sent = Datoteka ostane: prikazuje jo poslano ali odobreno sporočilo ali stran na spletu.
scheduler-file-named = Datoteka ostane: navaja jo predloga, izbor ali kaj, kar je bilo prebrano iz vira.
scheduler-file-restored = Datoteka ostane: k nam je prišla pred zadnjo obnovitvijo podatkovne zbirke iz varnostne kopije, zato je lahko v sporočilih, ki so se pri tem izgubila.
scheduler-file-held = Zdaj ni mogoče izbrisati nobene datoteke: podatkovna zbirka je obnovljena iz varnostne kopije in nihče še ni odločil, ali se z njo nadaljuje.
scheduler-mail-open = Kaj storiti, pod »Čaka na vas«
scheduler-mail-why = To sporočilo ste prejeli, ker lahko ukrepate. Dokler to traja, ga prejmete le enkrat. Povezave se odprejo, ko se prijavite.
