# Stavek, s katerim bralec privoli. Hrani se dobesedno, skupaj s privolitvijo.
subscribers-consent-wording = Da, po e-pošti želim prejemati sporočila s seznama »{ $list }«. Pošiljatelj: { $organisation }. Odjavim se lahko kadar koli z enim klikom.

# Naslovi, imena, jeziki: berejo jih bralci ob prijavi in sodelavci ob uvozu.
subscribers-address-missing = E-poštni naslov manjka. Prosimo, vpišite ga.
subscribers-address-with-name = Vpišite samo naslov, na primer ana@example.org, brez imena ter brez znakov < in >.
subscribers-address-without-at = To ni e-poštni naslov, saj v njem ni znaka @. Prosimo, popravite ga.
subscribers-address-too-long = E-poštni naslov je daljši, kot je dovoljeno. Prosimo, preverite ga.
subscribers-address-long-before-at = Del e-poštnega naslova pred znakom @ je predolg: dovoljenih je največ 64 znakov. Prosimo, preverite ga.
subscribers-address-not-ascii = Pred znakom @ je črka (na primer č ali ž), ki je večina ponudnikov pošte ne podpira. Prosimo, preverite naslov.
subscribers-address-refused = Na tako zapisan naslov sporočila ni mogoče poslati. Prosimo, preverite, ali je v njem tipkarska napaka.
subscribers-name-too-long = Ime je predolgo: dovoljenih je največ { $limit } znakov. Prosimo, skrajšajte ga.
subscribers-pause-no-day = To ni datum. Izberite ga na koledarju ali ga zapišite tako: 2027-01-31.
subscribers-pause-not-then = Izberite dan od jutri naprej, največ eno leto vnaprej.
subscribers-name-unreadable = V imenu so nevidni znaki. Prosimo, vpišite ga znova.
subscribers-value-yes = da
subscribers-value-no = ne
subscribers-value-too-long = Besedilo v polju je daljše od { $limit } znakov. Skrajšajte ga.
subscribers-value-unreadable = V besedilu polja so znaki, ki jih nihče ne vidi. Vpišite ga znova.
subscribers-value-no-choice = »{ $text }« ni ena od besed na izbiro: { $known }. Izberite eno od njih.
subscribers-value-no-yes-or-no = Pri »{ $text }« ni jasno, ali pomeni da ali ne. Napišite da ali ne.
subscribers-value-no-whole-number = »{ $text }« ni celo število. Napišite ga samo s števkami, na primer 1250.
subscribers-value-no-decimal = »{ $text }« ni število, ki bi imelo en sam pomen. Napišite ga brez ločil tisočic in z največ štirimi decimalkami, na primer 1250,5.
subscribers-value-no-date = »{ $text }« ni datum. Napišite ga kot 2026-01-31 ali 31. 1. 2026.
subscribers-language-missing = Jezik manjka. Prosimo, navedite ga, na primer sl, en, ar ali fa.
subscribers-language-unknown = Jezika »{ $language }« ne poznamo. Prosimo, navedite ga z oznako, na primer sl, en, ar ali fa.
subscribers-language-unclear = »{ $language }« lahko pomeni več jezikov. Prosimo, navedite tistega, ki ga mislite: { $known }.
subscribers-language-is-country = »{ $language }« je oznaka države ({ $country }), ne jezika. Prosimo, navedite jezik, na primer sl, en, ar ali fa.

# Povezave v sporočilih.
subscribers-link-damaged = Del povezave manjka. Nič se ni spremenilo. Prosimo, še enkrat jo odprite iz sporočila ali jo kopirajte v celoti.
subscribers-unsubscribe-link-refused = Povezava za odjavo ni veljavna ali je prestara. Nič se ni spremenilo. Prosimo, uporabite povezavo v zadnjem prejetem sporočilu ali nam pišite, da vas odjavimo.
subscribers-left-link-refused = Ta povezava je potekla ali ni veljavna. Nič se ni spremenilo. Če želite spet prejemati naša sporočila, se, prosimo, prijavite.
subscribers-preferences-link-refused = Povezava do nastavitev ni veljavna ali je prestara. Nič se ni spremenilo. Prosimo, uporabite povezavo v zadnjem prejetem sporočilu; povezava za odjavo deluje tudi v starejših.
subscribers-confirmation-link-refused = Povezava za potrditev ni veljavna ali je potekla. Nič se ni spremenilo. Prosimo, prijavite se znova in poslali vam bomo novo.
subscribers-address-change-link-refused = Ta povezava ni veljavna ali pa je sprememba naslova že končana. Nič se ni spremenilo. Za spremembo prosite znova v svojih nastavitvah.
subscribers-address-refusal-link-refused = Ta povezava ni veljavna ali je prestara. Nič se ni spremenilo. Če naših sporočil ne želite več, uporabite povezavo za odjavo v katerem koli od njih.
subscribers-address-is-yours = Na ta naslov vam že pišemo. Nič se ni spremenilo. Vpišite drugega.
subscribers-address-asked-too-often = Danes ste vpisali že toliko novih naslovov, kot jih je dovoljenih: { $limit }. Nič se ni spremenilo. Poskusite znova jutri.
subscribers-address-taken = Na ta naslov vaših sporočil ne moremo preusmeriti: ali je že prijavljen ali pa nam je nekdo nekoč rekel, naj nanj ne pišemo. Nič se ni spremenilo. Če ga želite uporabljati, se z njim prijavite, drugi naslov pa odjavite.
subscribers-invitation-link-refused = To vabilo ni veljavno ali je poteklo. Za novo prosite osebo, ki vam ga je dala.
subscribers-request-unknown = Tu ni prijave, ki bi čakala na potrditev. Nič se ni spremenilo. Če želite prejemati sporočila, se, prosimo, prijavite znova.
subscribers-unsubscribed-since = Odjavili ste se, potem ko smo vam poslali to povezavo, zato ne velja več. Če ste si premislili, se, prosimo, prijavite znova.
subscribers-still-wanted-link-refused = Povezava ni veljavna ali je potekla. Nič se ni spremenilo. Če naša sporočila prejemate, se lahko odjavite s povezavo v katerem koli od njih.
subscribers-still-wanted-off = Na tem seznamu niste več. Nič se ni spremenilo. Če sporočila s tega seznama spet želite prejemati, se, prosimo, prijavite znova.
subscribers-list-closed = Na seznam »{ $list }« se ni več mogoče prijaviti. Nič ni bilo shranjeno. Če želite prejemati sporočila organizacije, ji pišite.
subscribers-question-closed = Na to, kar ste izbrali, se ni več mogoče prijaviti. Nič ni bilo shranjeno. Če želite prejemati sporočila organizacije, ji pišite.

# Sodelavci: seznami in ljudje.
subscribers-list-exists = Seznam { $slug } že obstaja. Nič se ni spremenilo; izberite drugo kratko ime.
subscribers-protected-list-mixed = Seznam »{ $list }« je zaščiten: njegovim bralcem se piše posebej, drugih seznamov se z njim ne dodaja ne izključuje. Nič se ni spremenilo; izberite samo ta seznam ali pa drugega.
subscribers-list-gone = Tega seznama ni. Izberite ga na strani s seznami.
subscribers-list-not-offered = Seznama »{ $list }« tu ni mogoče ponuditi: seznam se ponudi le ob drugem seznamu in nobeden od njiju ne sme biti zaprt ali zaščiten. Nič se ni spremenilo.
subscribers-list-offers-too-many = Ob seznamu se ponudi največ { $limit } drugih. Nič se ni spremenilo.
subscribers-origin-refused = »{ $origin }« ni naslov spletnega mesta. Nič se ni spremenilo. Napišite ga takole: https://www.example.org, s https in brez česar koli za imenom.
subscribers-origins-too-many = Obrazec sme prikazati največ { $limit } spletnih mest. Nič se ni spremenilo.
subscribers-list-not-framed = »{ $list }« je zaščiten seznam, zato njegovega obrazca ni na nobenem drugem spletnem mestu. Nič se ni spremenilo.
subscribers-topic-exists = Tema s kratkim imenom { $slug } že obstaja. Nič se ni spremenilo; izberite drugo.
subscribers-topic-unknown = Teme »{ $slug }« ni. Nič se ni spremenilo; preverite ime na strani s temami.
subscribers-topic-word-taken = »{ $word }« že pomeni drugo temo ali pa se je ta prej tako imenovala. Nič se ni spremenilo; izberite drugo ime.
subscribers-topic-name-refused = Tema potrebuje ime v eni vrstici, dolgo od 1 do { $limit } znakov. Vpišite ga.
subscribers-topic-slug-refused = »{ $slug }« ne more biti kratko ime teme. Uporabite črke a–z, števke 0–9 in posamezne vezaje, skupaj največ { $limit } znakov, na primer na-morju.
subscribers-field-unknown = Polja »{ $word }« ni. Nič se ni spremenilo; preverite kratko ime na strani s polji.
subscribers-file-field-column = Datoteka { $file } nima natanko enega stolpca z naslovom »{ $title }«. Nič ni bilo uvoženo; preverite naslov stolpca.
subscribers-field-exists = Polje s kratkim imenom { $word } že obstaja. Nič se ni spremenilo; izberite drugo.
subscribers-field-word-refused = »{ $word }« ne more biti kratko ime polja. Uporabite črke a–z, števke 0–9 in posamezne podčrtaje, na začetku naj bo črka, skupaj največ { $limit } znakov, na primer domaci_kraj.
subscribers-field-label-refused = Polje potrebuje ime v eni vrstici, dolgo od 1 do { $limit } znakov. Vpišite ga.
subscribers-fields-too-many = Polj je že { $limit } in več jih ne more biti. Nič se ni spremenilo; izbrišite polje, v katerem nihče nima ničesar.
subscribers-field-choices-count = Tako polje potrebuje od 1 do { $limit } besed na izbiro. Vpišite jih, vsako v svojo vrstico.
subscribers-field-choice-refused = »{ $choice }« ne more biti beseda na izbiro: največ { $limit } znakov, brez vejic, podpičij in narekovajev. Spremenite jo.
subscribers-field-choices-alike = »{ $choice }« je navedena dvakrat, morda z drugimi naglasi ali velikimi črkami. Pustite eno od njih.
subscribers-list-unknown = Seznama »{ $slug }« ni. Nič se ni spremenilo; preverite ime na strani s seznami.
subscribers-list-name-refused = Seznam potrebuje ime v eni vrstici, dolgo od 1 do { $limit } znakov. Vpišite ga.
subscribers-list-languages-too-many = Navedete lahko največ { $limit } jezikov. Izberite le tiste, ki jih vaši bralci res berejo.
subscribers-list-slug-refused = »{ $slug }« ne more biti kratko ime seznama. Uporabite črke a–z, števke 0–9 in posamezne vezaje, skupaj največ { $limit } znakov, na primer mesecni-bilten.
subscribers-segment-name-refused = Segment potrebuje ime v eni vrstici, dolgo največ { $limit } znakov. Nič se ni spremenilo; vpišite ga.
subscribers-segment-exists = Segment z imenom »{ $name }« že obstaja. Nič se ni spremenilo; izberite drugo ime.
subscribers-segments-too-many = Število segmentov je že { $limit }; več jih ne more biti. Nič se ni spremenilo; izbrišite katerega, ki ga ne uporabljate več.
subscribers-segment-unknown = Segmenta »{ $name }« ni. Nič se ni spremenilo; preverite ime na strani s segmenti.
subscribers-segment-gone = Tega segmenta ni več. Izberite ga na strani s segmenti.
subscribers-segment-empty = Segment nima pogoja. Nič se ni spremenilo; dodajte ga.
subscribers-segment-too-long = Pogoj je daljši od { $limit } znakov. Nič se ni spremenilo; skrajšajte ga ali ga razdelite na dva segmenta.
subscribers-segment-too-many = V pogoju je več kot { $limit } vprašanj o osebi. Nič se ni spremenilo; skrajšajte ga ali ga razdelite na dva segmenta.
subscribers-segment-too-deep = Pri znaku { $position } je več kot { $limit } oklepajev in besed »not« drug v drugem. Nič se ni spremenilo; zapišite pogoj preprosteje.
subscribers-segment-unreadable =
    Pogoja ni mogoče prebrati: pri znaku { $position } je »{ $found }«. Pričakovano: { $expected ->
        [test] list, language, tag, topic, field, signed_up, got campaign, not ali oklepaj
        [equal_or_in] =, != ali in
        [field_test] =, !=, in, <, >, contains ali is
        [measure] število, na primer 12.5, ali dan, na primer 2026-01-31
        [empty] beseda »empty«
        [in] in
        [since_or_before] >= ali <
        [campaign] beseda »campaign«
        [value] ime; če so v njem presledki, je v narekovajih
        [language] jezik, na primer sl ali en
        [day] dan, na primer 2026-01-31
        [number] številka kampanje
        [open_bracket] oklepaj
        [bracket] zaklepaj
        [comma_or_bracket] vejica ali zaklepaj
       *[more] and, or ali konec
    }. Nič se ni spremenilo; popravite ga.
subscribers-segment-unfinished =
    Pogoj se konča prezgodaj, pri znaku { $position }. Pričakovano: { $expected ->
        [test] list, language, tag, topic, field, signed_up, got campaign, not ali oklepaj
        [equal_or_in] =, != ali in
        [field_test] =, !=, in, <, >, contains ali is
        [measure] število, na primer 12.5, ali dan, na primer 2026-01-31
        [empty] beseda »empty«
        [in] in
        [since_or_before] >= ali <
        [campaign] beseda »campaign«
        [value] ime; če so v njem presledki, je v narekovajih
        [language] jezik, na primer sl ali en
        [day] dan, na primer 2026-01-31
        [number] številka kampanje
        [open_bracket] oklepaj
        [bracket] zaklepaj
        [comma_or_bracket] vejica ali zaklepaj
       *[more] and, or ali konec
    }. Nič se ni spremenilo; dopolnite ga.
subscribers-segment-field-type = Polja { $word } tega ni mogoče vprašati, ker je v njem { $type ->
        [text] besedilo; uporabite =, in, contains ali is empty
        [choice] ena od več besed; uporabite =, in ali is empty
        [yes_no] da ali ne; uporabite = yes, = no ali is empty
        [date] datum; uporabite =, <, <=, >, >= z dnem, na primer 2026-01-31, ali is empty
       *[other] število; uporabite =, <, <=, >, >= s številom, na primer 12.5, ali is empty
    }. Nič se ni spremenilo; popravite pogoj.
subscribers-segment-field-choice = »{ $choice }« ni ena od besed polja { $word }: { $known }. Nič se ni spremenilo; popravite pogoj.
subscribers-tag-refused = Oznaka je ena vrstica z največ { $limit } znaki, brez vejic, podpičij in narekovajev. Nič se ni spremenilo; zapišite jo drugače.
subscribers-tag-exists = Oznaka »{ $name }« že obstaja. Nič se ni spremenilo.
subscribers-tags-too-many = Število oznak je že { $limit }; več jih ne more biti. Nič se ni spremenilo; izbrišite katero, ki je ne uporabljate več.
subscribers-tag-unknown = Oznake »{ $name }« ni. Nič se ni spremenilo; preverite jo z ukazom: bilten tags list
subscribers-list-archived-import = Seznam »{ $list }« je arhiviran, zato se mu nihče ne more pridružiti. Nič ni bilo uvoženo. Seznam znova odprite ali izberite drugega.
subscribers-list-archived-campaign = Seznam »{ $list }« je arhiviran, zato nanj ni mogoče pošiljati. Nič se ni spremenilo. Seznam znova odprite ali izberite drugega.
subscribers-list-stays-protected = Ljudje so se na seznam »{ $list }« naročili, ko je bil zaščiten, zato zaščiten tudi ostane. Nič se ni spremenilo. Za ostalo naredite drug seznam.
subscribers-list-has-people = Na seznamu »{ $list }« so ljudje ali pa so bili in njihove privolitve se hranijo. Nič ni bilo izbrisano. Seznam lahko arhivirate.
subscribers-person-gone = Tega naročnika ni ali so njegovi podatki izbrisani. Poglejte seznam naročnikov.
subscribers-search-too-short = Vpišite vsaj { $least } črki imena ali naslova.
subscribers-not-suppressed = Ta naslov ni blokiran. Nič se ni spremenilo.
subscribers-suppression-stays = Lastnik tega naslova je sporočilo označil kot neželeno ali se je odjavil, to pa lahko spremeni le sam. Nič se ni spremenilo; če naša sporočila spet želi, se lahko prijavi z drugim naslovom.
subscribers-readdress-same = Oseba ta naslov že ima. Nič se ni spremenilo.
subscribers-readdress-taken = Ta naslov ima pri nas že druga oseba. Nič se ni spremenilo. Če gre za isto osebo, vpisa združite.
subscribers-readdress-said-no = Na novi naslov se ne sme pošiljati: blokiran je ali pa se je njegov lastnik odjavil. Nič se ni spremenilo. To lahko spremeni le lastnik naslova, tako da se prijavi.
subscribers-merge-other-way = Na naslovu, ki ga želite obdržati, ni prijave nikoli nihče potrdil, pri drugem vpisu pa jo je. Nič se ni spremenilo. Obdržite drugi vpis; naslov lahko popravite pozneje.
subscribers-note-missing = Opomba je prazna. Napišite jo ali zapustite stran.
subscribers-note-too-long = Opomba je predolga; dovoljenih je { $limit } znakov. Skrajšajte jo.
subscribers-note-unreadable = V opombi so znaki, ki jih ni mogoče videti. Vpišite jo znova.
subscribers-said-no = Ta oseba se je odjavila in to lahko spremeni le sama. Nič se ni spremenilo; pošljite ji povezavo do strani za prijavo.
subscribers-wording-missing = Privolitev potrebuje besedilo, na katero je bila dana. Nič se ni spremenilo; vpišite, v kaj je oseba privolila.

# Sodelavci: datoteka za uvoz. Iz nje ni bilo uvoženo nič.
subscribers-file-missing = Datoteke { $file } ni. Nič ni bilo uvoženo; preverite pot.
subscribers-file-unreadable = Datoteke { $file } ni mogoče odpreti. Nič ni bilo uvoženo; preverite, ali imate dovoljenje za branje.
subscribers-file-too-large = Datoteka { $file } je večja od { $limit } MB. Nič ni bilo uvoženo; razdelite jo na manjše.
subscribers-sheet-unreadable = Datoteke { $file } ni mogoče prebrati kot preglednico: poškodovana je ali zaščitena z geslom. Nič ni bilo uvoženo; shranite jo na novo ali kot CSV (UTF-8) in poskusite znova.
subscribers-sheet-too-large = V datoteki { $file } je, ko se razpakira, več kot { $limit } MB. Nič ni bilo uvoženo; razdelite jo na manjše.
subscribers-file-pickle = { $file } je notranja datoteka programa, ki bi se lahko ob branju zagnala. Nič ni bilo uvoženo; člane izvozite kot besedilo (Mailman: list_members -f ali mailman members).
subscribers-archive-unreadable = Datoteke { $file } ni mogoče razpakirati: poškodovana je, zaščitena z geslom ali pa ni v UTF-8. Nič ni bilo uvoženo; razpakirajte jo sami in njene datoteke uvozite eno za drugo.
subscribers-archive-unknown = V datoteki { $file } ni datotek, ki jih poznamo: { $names }. Nič ni bilo uvoženo; razpakirajte jo in uvozite datoteke, v katerih so ljudje.
subscribers-archive-other-files = V datoteki { $file } niso samo datoteke z naročniki in v kateri od teh morda piše, kdo se je odjavil: { $names }. Nič ni bilo uvoženo; odstranite jih ali pa datoteko razpakirajte in uvozite vsako posebej.
subscribers-importer-unknown = Sistema »{ $said }«, iz katerega naj bi bila datoteka, ne poznamo. Nič ni bilo uvoženo; uporabite eno od teh možnosti: { $known }.
subscribers-file-encoding = Datoteka { $file } je zapisana v kodiranju, ki ga ne poznamo. Nič ni bilo uvoženo; shranite jo kot CSV (UTF-8) in poskusite znova.
subscribers-file-encoded-twice = V datoteki { $file } so črke očitno dvakrat kodirane: { $readings }. Nič ni bilo uvoženo. Če je pravilna druga oblika, dodajte { $mend }; če je prva, pa { $keep }.
subscribers-file-encoding-unclear = Ni jasno, v kateri kodni tabeli je shranjena datoteka { $file }. Nič ni bilo uvoženo. Kako se bere: { $readings }. Izberite tisto, v kateri so imena pravilna, na primer z { $option }, ali shranite datoteko kot CSV (UTF-8).
subscribers-encoding-unknown = Kodiranja »{ $encoding }« ne znamo brati. Nič ni bilo uvoženo; prosimo, uporabite eno od teh: { $known }.
subscribers-file-empty = Datoteka { $file } je prazna. Nič ni bilo uvoženo; preverite, ali ste izbrali pravo.
subscribers-file-without-rows = Datoteka { $file } ima glavo, pod njo pa nobene vrstice. Nič ni bilo uvoženo; preverite, ali ste izbrali pravo.
subscribers-file-without-header = V prvi vrstici datoteke { $file } ni stolpca z naslovi. Nič ni bilo uvoženo; na vrh dodajte glavo: e-naslov, ime, jezik, stanje.
subscribers-file-without-language = V datoteki { $file } ni stolpca jezik. Nič ni bilo uvoženo; dodajte ga ali navedite privzeti jezik za vse vrstice.
subscribers-file-column-twice = V datoteki { $file } ima več stolpcev isti pomen: { $titles }. Nič ni bilo uvoženo; preimenujte tiste, ki ne sodijo zraven.
subscribers-file-columns-unread = Datoteka { $file } ni bila uvožena, ker ne vemo, ali ti stolpci povedo, da kdo vaše pošte noče. (Kaj je v njih; v oklepaju je številka vrstice, – je prazna celica.)
    { $columns }
    Poglejte vsakega od njih v datoteki.
    Če pove, kdo želi vašo pošto: vanj vpišite samo da ali ne in ga preimenujte v »subscribed«.
    Če pove, kdo je noče, se je odjavil ali ni dosegljiv: preimenujte ga v »odjavljen«.
    Če o tem ne govori: isti ukaz zaženite še enkrat in na koncu dodajte tole, brez tistega, kar ste popravili. To se zabeleži.
    { $options }
subscribers-file-ignored-unknown = V datoteki { $file } ni stolpca »{ $title }«, ki bi ga lahko izpustili. Nič ni bilo uvoženo; preverite, kako je napisan njegov naslov.
subscribers-file-ignored-twice = V datoteki { $file } je več stolpcev z naslovom »{ $title }«. Nič ni bilo uvoženo; poglejte vsakega od njih in namesto naslova navedite mesto tistega, ki o privolitvi ne govori, izmed { $options }.
subscribers-file-ignored-read = Stolpec »{ $title }« v datoteki { $file } se bere, ker spada k podatkom ali privolitvi osebe, zato ga ni mogoče izpustiti. Nič ni bilo uvoženo; če govori o čem drugem, ga v datoteki preimenujte.
subscribers-file-heading = Vrstica { NUMBER($line, useGrouping: 0) } datoteke { $file } nima e-poštnega naslova in stoji sama: »{ $words }«. Pod njo so ljudje, in če je to naslov razdelka, morda govori o tistih, ki vaše pošte nočejo. Nič ni bilo uvoženo. V tem primeru dajte ljudi pod njo v svojo datoteko in jo uvozite z --said-no unsubscribed; sicer vrstico zbrišite ali, če gre za osebo, dopolnite in datoteko uvozite znova.
subscribers-file-status-missing = V datoteki { $file } pri nekaterih piše, da so prijavljeni, v vrstici { NUMBER($line, useGrouping: 0) } in morda še v kateri pa stanja ni, zato ne vemo, ali ti ljudje želijo vašo pošto. Nič ni bilo uvoženo; vanje vpišite potrjen ali odjavljen ali te vrstice odstranite.
subscribers-file-named-no = Ime datoteke { $file } kaže, da so v njej ljudje, ki so rekli ne ali nikoli niso rekli da, noben stolpec pa ne pove, kdo. Nič ni bilo uvoženo. Če so rekli ne, jo uvozite z --said-no unsubscribed (ali bounced, complained); če je ime napačno, datoteko preimenujte.
subscribers-file-quotes = V datoteki { $file } narekovaji, ki se začnejo v vrstici { NUMBER($line, useGrouping: 0) }, niso zaprti ali pa se zaprejo sredi celice, zato ni jasno, kaj je vrstica in kaj besedilo v celici. Nič ni bilo uvoženo; zaprite jih (narekovaj znotraj celice v narekovajih se piše dvakrat) ali zbrišite ta stolpec in datoteko uvozite znova.
subscribers-file-hopeless = V datoteki { $file } je več kot { $limit } napačnih vrstic, zato najbrž ni prava. Nič ni bilo uvoženo; preverite jo.
subscribers-import-without-note = Uvoz potrebuje opombo o tem, kje so ti ljudje dali privolitev. Nič ni bilo uvoženo; dodajte opombo.
subscribers-file-too-many-rows = V datoteki { $file } je več kot { $limit } vrstic. Nič ni bilo uvoženo; razdelite jo na manjše.
subscribers-import-unknown = Tega uvoza ni. Poglejte stran seznama.
subscribers-import-moved-on = Uvoz je medtem že napredoval, zato to ni bilo storjeno. Znova poglejte stran.
subscribers-import-file-erased = Medtem ko je ta uvoz čakal, so bili tu izbrisani podatki neke osebe, z njimi pa tudi naložena datoteka. Kar je bilo prebrano o drugih, je ohranjeno in se lahko uvozi. Če želite datoteko prebrati drugače, jo naložite znova.
subscribers-import-upload-erased = Preden je bila ta datoteka preverjena, so bili tu izbrisani podatki neke osebe. Ker je ta oseba morda navedena v njej, je bila izbrisana tudi datoteka. Nič ni bilo uvoženo. Datoteko naložite znova: izbrisane osebe uvoz ne bo zajel.
subscribers-import-taken = S tem uvozom se pravkar ukvarja drug proces. Poglejte znova čez nekaj minut.

# Sodelavci: kako daleč je uvoz.
subscribers-import-uploading = se nalaga
subscribers-import-uploaded = naložen
subscribers-import-checking = se preverja
subscribers-import-checked = preverjen, še ne uvožen
subscribers-import-applying = se uvaža
subscribers-import-done = uvožen
subscribers-import-undoing = se razveljavlja
subscribers-import-undone = razveljavljen
subscribers-import-discarded = zavržen
# Sodelavci: iz katerega sistema je datoteka in kaj je v njej posebnega.
subscribers-system-bilten = Bilten
subscribers-system-bilten_json = Bilten (JSON)
subscribers-system-mailchimp = Mailchimp
subscribers-system-listmonk = listmonk
subscribers-system-listmonk_list = listmonk, s stanjem na seznamu
subscribers-system-ghost = Ghost
subscribers-system-buttondown = Buttondown
subscribers-system-brevo = Brevo
subscribers-system-keila = Keila
subscribers-system-sympa = Sympa
subscribers-system-sympa_dump = Sympa (member.dump)
subscribers-system-mailman = Mailman
subscribers-system-plain_list = Seznam naslovov, po eden v vrstici
subscribers-system-table = Druga preglednica
subscribers-system-about-bilten = Prevzamejo se oznake, teme, premori, polja in dnevi privolitev. Oznake, ki jih tukaj še ni, se ustvarijo. Pri tistih, ki so rekli ne, se prevzameta samo njihov ne in njegov dan.
subscribers-system-about-bilten_json = { subscribers-system-about-bilten }
subscribers-system-about-mailchimp = Odjavljeni stiki (unsubscribed) so odjavljeni tudi tukaj, na počiščene naslove (cleaned) pa se pošta vrača. Pri privolitvi se ohrani, kdaj se je kdo prijavil in kdaj je prijavo potrdil.
subscribers-system-about-listmonk = Stanje v tej datoteki ni stanje na seznamu: ne pove, kdo ga je zapustil ali prijave še ni potrdil. Izvozite samo potrjene naročnike seznama. Pri privolitvi se ohrani, kdaj je bil kdo dodan.
subscribers-system-about-listmonk_list = Kdor prijave tam ni potrdil, tudi tukaj ni potrjen in ne dobi sporočil. Pri privolitvi se ohrani, kdaj je bil kdo dodan.
subscribers-system-about-ghost = Člani, ki ne prejemajo novic, veljajo za odjavljene. Pri privolitvi se ohrani, kdaj se je kdo prijavil.
subscribers-system-about-buttondown = Kdor prijave tam ni potrdil, tudi tukaj ni potrjen in ne dobi sporočil. Na nedosegljive naslove (undeliverable) se pošta vrača. Pri privolitvi se ohrani, kdaj se je kdo naročil.
subscribers-system-about-brevo = Kdor prijave tam ni potrdil (DOUBLE_OPT-IN), tudi tukaj ni potrjen in ne dobi sporočil. Blokirani stiki (blacklisted) od nas ne želijo nobenih sporočil. Pri privolitvi se ohrani, kdaj je bil kdo dodan.
subscribers-system-about-keila = Na nedosegljive stike (unreachable) se pošta vrača. Datoteka ne pove, kdaj je kdo privolil.
subscribers-system-about-sympa = Ta izvoz ne pove, kdo je sporočila izklopil in kdaj se je kdo naročil. To pove datoteka member.dump.
subscribers-system-about-sympa_dump = Člani, ki so sporočila izklopili, veljajo za odjavljene. Člani, ki so začasno izključeni, se jim pošta vrača ali so bili dodani iz drugega vira, ne bodo uvoženi. Pri privolitvi se ohrani, kdaj se je kdo naročil.
subscribers-system-about-mailman = Besedilo ne pove, kdo je sporočila izklopil. Te člane izvozite posebej (z --nomail), uvozite tudi njih in navedite, da so se odjavili ali da se jim pošta vrača.
subscribers-system-about-plain_list = O teh ljudeh so znani samo naslovi. Če so sporočila zavrnili, to navedite.
subscribers-system-about-table = Vsak stolpec se bere po svojem naslovu.

# Sodelavci: kaj se zgodi z vrstico.
subscribers-outcome-imported = nov na seznamu
subscribers-outcome-updated = popravljeno ime ali jezik
subscribers-outcome-already_subscribed = že na seznamu
subscribers-outcome-kept_unsubscribed = odjava od prej ostane
subscribers-outcome-kept_opted_out = ne želi nobene vaše pošte in je ne bo dobivala
subscribers-outcome-kept_suppressed = pošta se je vračala, prejemnik se je pritožil ali je naslov zaprt; tako ostane
subscribers-outcome-unsubscribed = odjava po navedbah datoteke
subscribers-outcome-suppressed = vračanje pošte ali pritožba po navedbah datoteke
subscribers-outcome-refused = ni uvoženo
subscribers-undo-removed = spet odstranjeno s seznama
subscribers-undo-restored = ime in jezik sta kot prej
subscribers-undo-kept_acted = ostane: od takrat je oseba kaj storila ali ji je bilo pisano
subscribers-undo-kept_changed = ostane: od takrat je bilo spremenjeno

# Sodelavci: ena vrstica datoteke. Dobre vrstice so ohranjene.
subscribers-row-columns = { $found ->
        [one] V tej vrstici je { $found } stolpec
        [two] V tej vrstici sta { $found } stolpca
        [few] V tej vrstici so { $found } stolpci
       *[other] V tej vrstici je { $found } stolpcev
    }, v glavi pa { $expected }. Popravite vrstico; celico, v kateri je vejica, dajte v narekovaje.
subscribers-row-quotes = Narekovaji v tej vrstici se ne ujemajo. Vsakega, ki se odpre, je treba tudi zapreti.
subscribers-row-nul = V tej vrstici so bajti, ki niso besedilo. Vpišite jo znova.
subscribers-row-too-long = Ta vrstica je daljša od { $limit } znakov. Skrajšajte jo.
subscribers-row-repeated = Isti naslov je že v vrstici { NUMBER($first, useGrouping: 0) }, ki smo jo upoštevali. To odstranite.
subscribers-status-unknown = Stanja »{ $status }« ne poznamo, zato ga ne štejemo za privolitev. Vpišite potrjen, nepotrjen ali odjavljen.
subscribers-moment-unknown = V stolpcu { $title } je »{ $words }«, kar ni datum, kot ga piše ta sistem. Ta vrstica ni bila uvožena. Popravite jo ali izberite drug sistem ali stolpec.
subscribers-row-may-say-no = Stolpec »{ $title }« pravi »{ $words }«, kar je morda odjava. Ta vrstica ni bila uvožena. Če gre za odjavo, v stolpec stanje vpišite odjavljen; { $column ->
    [name] če je to del imena, ime v datoteki zapišite drugače.
   *[other] če stolpec govori o čem drugem, datoteko uvozite z --ignore "{ $title }".
 }
subscribers-row-address-struck-out = E-poštni naslov se začne z znakom »{ $sign }«, kakor da bi ga kdo prečrtal. Ta vrstica ni bila uvožena. Če je naslov pravi, znak zbrišite; sicer v stolpec stanje vpišite odjavljen.
subscribers-row-pause-unknown = »{ $words }« ni trenutek, do katerega so sporočila ustavljena. Ta vrstica ni bila uvožena. Zapišite ga kot 2026-12-24T00:00:00+01:00 ali pustite celico prazno.
subscribers-row-topic-choice-unknown = »{ $words }« ni izbira o temi. Ta vrstica ni bila uvožena. Zapišite jo na primer kot housing=never; namesto never je lahko tudi at_once, weekly ali monthly.
subscribers-row-topic-unknown = Teme s kratkim imenom »{ $topic }« tukaj ni. Ta vrstica ni bila uvožena, ker oseba sporočil o njej morda ne želi. Ustvarite temo s tem kratkim imenom in datoteko uvozite znova.
subscribers-row-doubted = Isti naslov je v vrstici { NUMBER($other, useGrouping: 0) }, ki je ni bilo mogoče prebrati in morda pomeni odjavo. Ta vrstica ni bila uvožena. Popravite tisto vrstico in datoteko uvozite znova.
subscribers-no-without-address = Ta vrstica pravi »ne«, a v njej ni e-poštnega naslova: »{ $words }«. Nič iz nje ni bilo zabeleženo. Poiščite naslov in vrstico uvozite znova, da ta oseba ne bo več dobivala sporočil.

# Sodelavci: zakaj nekdo s seznama ni prejel sporočila.
subscribers-skip-not_subscribed = ni na seznamu
subscribers-skip-pending = prijava še ni potrjena
subscribers-skip-unsubscribed = odjava
subscribers-skip-paused = sporočila si je začasno ustavil
subscribers-skip-not_their_topic = o tej temi ne želi sporočil
subscribers-skip-in_weekly_digest = to prejme v tedenskem izboru
subscribers-skip-in_monthly_digest = to prejme v mesečnem izboru
subscribers-skip-nothing_for_them = v njem zanj ni ničesar novega
subscribers-skip-suppressed = naslov ne sprejema sporočil, prejemnik se je pritožil ali pa so ga zaprli sodelavci
subscribers-skip-erased = podatki so izbrisani
