### Kar pove `bilten`. Vsaka napaka pove, kaj se je zgodilo, da se ni nič izgubilo in kaj storiti.

## The database

cli-database-missing =
    Podatkovne zbirke { $file } še ni. Nič se ni spremenilo.
    Ustvarite jo z ukazom: bilten init
cli-database-outdated =
    Podatkovna zbirka nima tabel te različice. Nič se ni spremenilo.
    Posodobite jo z ukazom: bilten init
cli-database-locked =
    Podatkovna zbirka je zasedena: drug proces piše vanjo dlje, kot Bilten čaka. Nič se ni spremenilo.
    Čez trenutek poskusite znova.
cli-database-unreachable =
    Podatkovna zbirka se ne odziva. Nič se ni spremenilo.
    Preverite, ali teče in ali je BILTEN_DATABASE_URL pravilen, nato poskusite znova.
cli-database-unwritable =
    Datoteke podatkovne zbirke ni mogoče odpreti ali vanjo pisati. Nič se ni spremenilo.
    Poskrbite, da sme ta uporabnik pisati v datoteko in njeno mapo.

cli-database-broken =
    Datoteka podatkovne zbirke je poškodovana ali ni zbirka SQLite. Nič se ni spremenilo.
    Preverite, ali BILTEN_DATABASE_URL navaja pravo datoteko; če jo, vzemite zadnjo varnostno kopijo.
cli-disk-full =
    Na disku ni več prostora. Kar ni bilo dokončano, je razveljavljeno.
    Naredite prostor in poskusite znova.
cli-file-refused =
    { $file } ni mogoče uporabiti ({ $reason }). Kar ni bilo dokončano, je razveljavljeno.
    Preverite, ali je nastavitev, ki to navaja, prava in ali sme ta uporabnik tam brati in pisati.

cli-misused = Ukaz ni pravilno napisan. Nič ni bilo narejeno. Kaj je narobe, piše na stderr.

## A defect of the program

cli-defect =
    Zgodilo se je nekaj, česar Bilten ne pozna ({ $kind }). Kar ni bilo dokončano, je razveljavljeno.
    Zaženite ukaz znova kot »bilten --debug …«, da se pokaže, kje.
cli-defect-kept =
    Zgodilo se je nekaj, česar Bilten ne pozna ({ $kind }). Kar ni bilo dokončano, je razveljavljeno.
    Podrobnosti brez naslovov so v datoteki { $file }; priložite jo, ko boste napako prijavili.
cli-defect-shown =
    Zgodilo se je nekaj, česar Bilten ne pozna ({ $kind }). Kar ni bilo dokončano, je razveljavljeno.

## What imports refused

cli-refused-files = { $count ->
        [one] { $count } datoteka je bila zavrnjena:
        [two] { $count } datoteki sta bili zavrnjeni:
        [few] { $count } datoteke so bile zavrnjene:
       *[other] { $count } datotek je bilo zavrnjenih:
    }
cli-refused-rows = { $count ->
        [one] { $count } vrstica je bila zavrnjena:
        [two] { $count } vrstici sta bili zavrnjeni:
        [few] { $count } vrstice so bile zavrnjene:
       *[other] { $count } vrstic je bilo zavrnjenih:
    }

## init

cli-init-secret-made = V datoteki { $file } je vaš skrivni ključ. Kopijo hranite na varnem.
cli-init-folder-made = Datoteke bodo shranjene v mapi { $folder }.
cli-init-database-made = Podatkovna zbirka je pripravljena.
cli-init-database-upgraded = Podatkovna zbirka je posodobljena na to različico.
cli-init-held =
    Nastala je, preden je Bilten prepoznaval starejša stanja, ta računalnik pa je od takrat že delal z neko bazo. Morda je
    starejše stanje prav te, zato se iz nje še nič ne pošilja. Če ste jo vrnili iz varnostne kopije, zaženite bilten adopt.
    Če je to druga namestitev in po tem stanju ni bilo nič poslano: bilten adopt --is-latest --apply
cli-init-brand-made = Podoba »{ $name }« je ustvarjena. Vpišite svoje ime in poštni naslov: bilten brand set --help
cli-init-list-made = Seznam »{ $name }« ({ $slug }) je ustvarjen.
cli-init-sender-made = Pošiljatelj »{ $name }« je ustvarjen. Pošilja simulatorju, nikoli pravim ljudem.
cli-init-nothing = Vse je že bilo pripravljeno; nič se ni spremenilo.
cli-init-next = Naprej: bilten user add NASLOV --name IME --role admin, nato bilten serve
cli-init-brand-name = Naša organizacija
cli-init-list-name = Bilten

## news

cli-news-added = { $count ->
        [0] Nobena novica ni bila uvožena.
        [one] Uvoženo je { $count } besedilo novice:
        [two] Uvoženi sta { $count } besedili novic:
        [few] Uvožena so { $count } besedila novic:
       *[other] Uvoženih je { $count } besedil novic:
    }
cli-news-added-new = {"  "}{ $slug } ({ $language }), nova
cli-news-added-changed = {"  "}{ $slug } ({ $language }), spremenjena ali dodana k novici, ki je že bila tu
cli-news-added-same = {"  "}{ $slug } ({ $language }), je že bila tu, nespremenjena
cli-news-added-taken-over = {"  "}{ $slug } ({ $language }), prevzeta iz opazovane mape: avtomatizacija je ne pošlje več, njena datoteka v mapi pa bo odslej zavrnjena
cli-news-cleaned = { $count ->
    [0] V shrambi ni več datotek s podatki o tem, kdo jih je izdelal in s čim, kolikor jih je mogoče odstraniti.
    [one] { $count } datoteka je zapisana na novo, brez podatkov o tem, kdo jo je izdelal in s čim. Stari naslov še deluje.
    [two] { $count } datoteki sta zapisani na novo, brez podatkov o tem, kdo ju je izdelal in s čim. Stara naslova še delujeta.
    [few] { $count } datoteke so zapisane na novo, brez podatkov o tem, kdo jih je izdelal in s čim. Stari naslovi še delujejo.
   *[other] { $count } datotek je zapisanih na novo, brez podatkov o tem, kdo jih je izdelal in s čim. Stari naslovi še delujejo.
  }
cli-news-left = { $count ->
    [one] { $count } datoteka je ostala, kakršna je bila; bralci lahko še vedno vidijo, kdo jo je izdelal:
    [two] { $count } datoteki sta ostali, kakršni sta bili; bralci lahko še vedno vidijo, kdo ju je izdelal:
    [few] { $count } datoteke so ostale, kakršne so bile; bralci lahko še vedno vidijo, kdo jih je izdelal:
   *[other] { $count } datotek je ostalo, kakršne so bile; bralci lahko še vedno vidijo, kdo jih je izdelal:
  }
cli-news-prepared = { $count ->
    [0] Vse slike že imajo različico za sporočila. Nič se ni spremenilo.
    [one] { $count } slika ima zdaj različico za sporočila.
    [two] { $count } sliki imata zdaj različico za sporočila.
    [few] { $count } slike imajo zdaj različico za sporočila.
   *[other] { $count } slik ima zdaj različico za sporočila.
  }
cli-news-asset-lost = Datoteke { $file } v shrambi ni več ali pa je poškodovana. Novica je ostala, kakršna je bila; datoteko vrnite ali novico znova uvozite.
cli-news-none = Novic še ni. Uvozite jih z ukazom: bilten news add MAPA

## subscribers

cli-subscribers-imported = { $count ->
        [0] Na seznam »{ $list }« ni bil prijavljen nihče nov.
        [one] Na seznam »{ $list }« je prijavljena { $count } oseba.
        [two] Na seznam »{ $list }« sta prijavljeni { $count } osebi.
        [few] Na seznam »{ $list }« so prijavljene { $count } osebe.
       *[other] Na seznam »{ $list }« je prijavljenih { $count } oseb.
    }
cli-subscribers-already-subscribed = { $count ->
        [one] { $count } oseba je bila že na seznamu in ostaja, kakor je bila.
        [two] { $count } osebi sta bili že na seznamu in ostajata, kakor sta bili.
        [few] { $count } osebe so bile že na seznamu in ostajajo, kakor so bile.
       *[other] { $count } oseb je bilo že na seznamu in ostajajo, kakor so bile.
    }
cli-subscribers-unsubscribed = { $count ->
        [one] { $count } oseba se je po navedbah datoteke odjavila; zdaj je odjavljena tudi tu.
        [two] { $count } osebi sta se po navedbah datoteke odjavili; zdaj sta odjavljeni tudi tu.
        [few] { $count } osebe so se po navedbah datoteke odjavile; zdaj so odjavljene tudi tu.
       *[other] { $count } oseb se je po navedbah datoteke odjavilo; zdaj so odjavljene tudi tu.
    }
cli-subscribers-suppressed = { $count ->
        [one] Z { $count } naslova se je po navedbah datoteke pošta vračala ali pa je prišla pritožba; nanj ne pošiljamo več.
        [two] Z { $count } naslovov se je po navedbah datoteke pošta vračala ali pa sta prišli pritožbi; nanju ne pošiljamo več.
        [few] S { $count } naslovov se je po navedbah datoteke pošta vračala ali pa so prišle pritožbe; nanje ne pošiljamo več.
       *[other] S { $count } naslovov se je po navedbah datoteke pošta vračala ali pa so prišle pritožbe; nanje ne pošiljamo več.
    }
cli-subscribers-noes = { $count ->
        [one] Zabeležen je { $count } »ne« iz datoteke; te osebe noben uvoz ne vrne na seznam.
        [two] Zabeležena sta { $count } »ne« iz datoteke; teh oseb noben uvoz ne vrne na seznam.
        [few] Zabeleženi so { $count } »ne« iz datoteke; teh oseb noben uvoz ne vrne na seznam.
       *[other] Zabeleženih je { $count } »ne« iz datoteke; teh oseb noben uvoz ne vrne na seznam.
    }
cli-subscribers-noes-without-address = { $count ->
        [one] { $count } »ne« ni zabeležen, ker v vrstici ni naslova. Ta oseba bo še dobivala pošto, če je na seznamu: poiščite jo.
        [two] { $count } »ne« nista zabeležena, ker v vrsticah ni naslova. Ti osebi bosta še dobivali pošto, če sta na seznamu: poiščite ju.
        [few] { $count } »ne« niso zabeleženi, ker v vrsticah ni naslova. Te osebe bodo še dobivale pošto, če so na seznamu: poiščite jih.
       *[other] { $count } »ne« ni zabeleženih, ker v vrsticah ni naslova. Te osebe bodo še dobivale pošto, če so na seznamu: poiščite jih.
    }
cli-subscribers-said-no-unknown = »{ $said }« ni ena od možnosti. Nič ni bilo uvoženo. Uporabite: { $known }.
cli-subscribers-kept-unsubscribed = { $count ->
        [one] { $count } oseba se je odjavila že prej in tako ostaja.
        [two] { $count } osebi sta se odjavili že prej in tako ostaja.
        [few] { $count } osebe so se odjavile že prej in tako ostaja.
       *[other] { $count } oseb se je odjavilo že prej in tako ostaja.
    }
cli-subscribers-kept-opted-out = { $count ->
        [one] { $count } oseba noče prejemati nobene vaše pošte in ni bila prijavljena. To lahko spremeni le sama, tako da se prijavi.
        [two] { $count } osebi nočeta prejemati nobene vaše pošte in nista bili prijavljeni. To lahko spremenita le sami, tako da se prijavita.
        [few] { $count } osebe nočejo prejemati nobene vaše pošte in niso bile prijavljene. To lahko spremenijo le same, tako da se prijavijo.
       *[other] { $count } oseb noče prejemati nobene vaše pošte in niso bile prijavljene. To lahko spremenijo le same, tako da se prijavijo.
    }
cli-subscribers-kept-suppressed = { $count ->
        [one] { $count } naslov je bil že prej zavrnjen ali izločen (vrnjena pošta, pritožba, zapora) in ni bil dodan.
        [two] { $count } naslova sta bila že prej zavrnjena ali izločena (vrnjena pošta, pritožba, zapora) in nista bila dodana.
        [few] { $count } naslovi so bili že prej zavrnjeni ali izločeni (vrnjena pošta, pritožba, zapora) in niso bili dodani.
       *[other] { $count } naslovov je bilo že prej zavrnjenih ali izločenih (vrnjena pošta, pritožba, zapora) in niso bili dodani.
    }
cli-subscribers-ignored-columns = Stolpci, ki jih Bilten ne potrebuje, niso bili prebrani: { $columns }
cli-subscribers-none = Tu še ni naročnic in naročnikov. Uvozite jih z ukazom: bilten subscribers import DATOTEKA --list SEZNAM

## lists, senders, user

cli-sender-resumed = Pošiljatelj »{ $name }« je spet v rabi.
cli-campaign-visibility-unknown = »{ $to }« ni ena od možnosti. Nič se ni spremenilo. Uporabite: { $known }.
cli-list-added = Seznam »{ $name }« je ustvarjen; v ukazih se imenuje { $slug }.
cli-list-languages = Seznam { $slug }: namesto manjkajočega jezika { $chain }; obvezno { $required }.
cli-list-nothing-to-set = Povedati je treba, kaj naj se spremeni: --chain ali --required. Nič se ni spremenilo.
cli-list-invitation = { $days ->
        [one] Ta naslov { $days } dan vodi na stran za prijavo. Kdor ga ima, vidi ime seznama: dajte ga ljudem, ne objavljajte ga.
        [two] Ta naslov { $days } dneva vodi na stran za prijavo. Kdor ga ima, vidi ime seznama: dajte ga ljudem, ne objavljajte ga.
        [few] Ta naslov { $days } dni vodi na stran za prijavo. Kdor ga ima, vidi ime seznama: dajte ga ljudem, ne objavljajte ga.
       *[other] Ta naslov { $days } dni vodi na stran za prijavo. Kdor ga ima, vidi ime seznama: dajte ga ljudem, ne objavljajte ga.
    }
cli-lists-none = Seznamov še ni. Ustvarite ga z ukazom: bilten lists add
cli-sender-added = Pošiljatelj »{ $name }« je ustvarjen. Pošta gre prek ponudnika { $provider }.
cli-sender-webhook = Ponudniku za obvestila (webhook) vpišite ta naslov: { $url }
cli-sender-no-webhooks = Ta ponudnik ne pošilja poročil: ali je bila pošta dostavljena, ne bo znano.
cli-senders-none = Pošiljateljev še ni. Ustvarite ga z ukazom: bilten senders add
cli-suppressions-nobody = Nobenega od ponudnikov vaših pošiljateljev ni mogoče vprašati, komu ne pošilja. Nič se ni spremenilo.
cli-suppressions-not-listed = Ponudnika { $provider } ni mogoče vprašati, komu ne pošilja. Nič se ni spremenilo. Kar izve sam, sporoči z obvestili.
cli-suppressions-pulled = { $count ->
        [0] »{ $sender }«: { $provider } ne izloča nikogar.
        [one] »{ $sender }«: { $provider } ne pošilja na { $count } naslov.
        [two] »{ $sender }«: { $provider } ne pošilja na { $count } naslova.
        [few] »{ $sender }«: { $provider } ne pošilja na { $count } naslove.
       *[other] »{ $sender }«: { $provider } ne pošilja na { $count } naslovov.
    }
cli-suppressions-new = { $count ->
        [0] Za Bilten ni med njimi nič novega.
        [one] Nov je { $count }; od zdaj nanj ne pošilja niti Bilten. Na vaših seznamih: { $subscribers }.
        [two] Nova sta { $count }; od zdaj nanju ne pošilja niti Bilten. Na vaših seznamih: { $subscribers }.
        [few] Novi so { $count }; od zdaj nanje ne pošilja niti Bilten. Na vaših seznamih: { $subscribers }.
       *[other] Novih je { $count }; od zdaj nanje ne pošilja niti Bilten. Na vaših seznamih: { $subscribers }.
    }
cli-suppressions-unreadable = { $count ->
        [one] { $count } zapis ni naslov in je bil preskočen.
        [two] { $count } zapisa nista naslova in sta bila preskočena.
        [few] { $count } zapisi niso naslovi in so bili preskočeni.
       *[other] { $count } zapisov ni naslovov in so bili preskočeni.
    }
cli-suppressions-not-all = Seznama ni bilo mogoče prebrati do konca: { $words }. Kar je prišlo do takrat, velja. Preverite ključ in naslov ponudnika ali poskusite pozneje.
cli-user-sees-protected = { $name } odslej vidi, kdo je na zaščitenih seznamih.
cli-user-sees-protected-no-more = { $name } odslej ne vidi več, kdo je na zaščitenih seznamih.
cli-user-let-in = S to povezavo se oseba { $name } lahko v enem dnevu enkrat prijavi s katere koli naprave. Geslo potrebuje tudi tako. Ne dajte je nikomur drugemu.
cli-user-added = { $name } se zdaj lahko prijavi; vloga: { $role }.
cli-user-password = Geslo
cli-user-password-missing =
    Ni terminala, na katerem bi lahko vprašali za geslo. Nihče ni bil dodan.
    Podajte ga v prvi vrstici standardnega vhoda z izbiro --password-stdin.
cli-user-role-unknown =
    Vloge »{ $role }« ni. Nihče ni bil dodan.
    Izberite editor, approver ali admin.
cli-role-editor = urejanje
cli-role-approver = odobravanje
cli-role-admin = upravljanje

## Heads of tables

cli-head-number = Številka
cli-head-slug = Kratko ime
cli-head-kind = Vrsta
cli-head-date = Datum
cli-head-titles = Naslovi
cli-head-name = Ime
cli-head-audience = Prejelo bi
cli-head-chain = Namesto manjkajočega
cli-head-required = Obvezno
cli-head-provider = Ponudnik
cli-head-from = Od
cli-head-paused = Ustavljen
cli-head-address = Naslov
cli-head-language = Jezik

## brand

cli-brand-missing =
    Podobe organizacije še ni. Nič se ni spremenilo.
    Ustvarite jo z ukazom: bilten init
cli-brand = { $name }, { $website }, barva { $colour }
cli-brand-logo = Logotip: { $alt }
cli-brand-no-logo = Logotipa ni; namesto njega stoji ime.
cli-brand-footer-unreadable =
    »{ $given }« ne pove, za kateri jezik je. Nič se ni spremenilo.
    Zapišite kot sl=Besede, z oznako jezika pred enačajem.
cli-brand-social-unreadable =
    »{ $given }« ne pove imena in naslova. Nič se ni spremenilo.
    Zapišite ju kot ime=naslov, na primer Mastodon=https://example.org/@mi.
cli-brand-logo-unreadable =
    Slike { $file } ni mogoče prebrati. Nič se ni spremenilo.
    Preverite ime in ali jo sme ta uporabnik odpreti.

## simulator, serve

cli-simulator-runs =
    Simulator sprejema pošto na { $url } in je ne pošilja naprej. Sporočila hrani v { $outbox }.
    Kaj je prispelo, vidite na { $url }; konča se s Ctrl-C.
cli-simulator-webhooks = Biltenu sporoča, kaj se je zgodilo z vsakim sporočilom, tako kot pravi ponudnik.
cli-simulator-no-webhooks = Obvestila (webhook) so izključena: BILTEN_PUBLIC_URL ni na tem računalniku ali pa ponudnik tega pošiljatelja ne pošilja ničesar, kar bi se tu dalo preveriti: v .env je treba vpisati njegov ključ za obvestila, ali pa obvestila pridejo s potrdilom, ki ga ima samo ponudnik (docs/providers.md).
cli-simulator-verification-key = Bilten bo tem obvestilom verjel, ko bo v .env tale vrstica in ga boste znova zagnali: { $setting }={ $key }
cli-simulator-refused =
    Simulator se tako ne more zagnati: { $problem }. Nič se ni zagnalo.
    Spremenite to izbiro in poskusite znova.
cli-sender-unknown =
    Pošiljatelja »{ $name }« ni. Nič se ni zgodilo.
    Obstoječe pokaže ukaz: bilten senders list
cli-port-taken =
    Bilten ne more poslušati na { $host }:{ $port }; verjetno tam že posluša drug program. Nič se ni zagnalo.
    Ustavite ga ali izberite druga vrata z izbiro --port.
cli-serve-runs =
    Bilten teče na { $url } in pošilja, kar je načrtovano. Konča se s Ctrl-C.
cli-serve-held =
    Strani Biltena so na { $url }, ne pošilja pa se nič. Konča se s Ctrl-C.
cli-serve-web-runs =
    Strani Biltena so na { $url }. Načrtovano pošiljata bilten scheduler in bilten worker, kjer tečeta. Konča se s Ctrl-C.
cli-serve-web-stopped = Strani Biltena so se ustavile. Pošiljanje teče naprej tam, kjer tečeta bilten scheduler in bilten worker.
cli-scheduler-runs = Razporejevalnik { $name } teče: budi delavce ali čaka v pripravljenosti, medtem ko jih budi drug. Konča se s Ctrl-C.
cli-scheduler-stopped = Razporejevalnik se je ustavil. Če je v pripravljenosti še kateri, prevzame njegovo delo.
cli-worker-runs = Delavec { $name } teče in pošilja, kadar ga zbudi razporejevalnik. Konča se s Ctrl-C.
cli-worker-stopped = Delavec se je ustavil. Kar se je pošiljalo, je zabeleženo; ostalo prevzamejo drugi delavci.
cli-machines-need-postgresql =
    Ukaz bilten { $command } deluje samo s PostgreSQL; s SQLite njegovo delo opravi bilten serve. Nič se ni zagnalo.
    Zaženite bilten serve ali nastavite BILTEN_DATABASE_URL na postgresql+psycopg://uporabnik@gostitelj/ime.
cli-serve-stopped = Bilten se je ustavil. Kar se je pošiljalo, je zabeleženo; ostalo gre ven ob naslednjem zagonu.

## doctor

cli-doctor-summary = { $problems ->
        [0] Nič ne ovira pošiljanja.
        [one] Pošiljanje ovira { $problems } stvar.
        [two] Pošiljanje ovirata { $problems } stvari.
        [few] Pošiljanje ovirajo { $problems } stvari.
       *[other] Pošiljanje ovira { $problems } stvari.
    }

## What a person's state is called

cli-head-status = Stanje
cli-subscription-pending = čaka na potrditev
cli-subscription-confirmed = prijava velja
cli-subscription-unsubscribed = odjava
cli-suppressed = ne prejema pošte (vrnjena, pritožba ali zapora)

### The demo

cli-demo-step-news = 1. Novice: kaj imamo povedati
cli-demo-news-loaded =
    Naloženih novic: { $items }, besedil v različnih jezikih: { $texts }. Zanje smo narisali nadomestne slike in
    dokumente PDF ({ $drawn }).
cli-demo-step-readers = 2. Bralci: kdo želi brati
cli-demo-readers-imported = Uvoženih naročnikov: { $imported }, zavrnjenih vrstic: { $refused }:
cli-demo-step-campaigns = 3. Kampanje: osnutek je Anin, sledi pregled, potrdi Boris
cli-demo-campaign-approved =
    »{ $name }« je potrjena v jezikih: { $languages }. { $warnings ->
        [0] Pregled ni našel ničesar.
        [one] Pregled je imel { $warnings } pripombo.
        [two] Pregled je imel { $warnings } pripombi.
        [few] Pregled je imel { $warnings } pripombe.
       *[other] Pregled je imel { $warnings } pripomb.
    }
cli-demo-scheduled = Izjava gre ven { $time } ({ $zone }), bilten za njo.
cli-demo-step-sending = 4. Pošiljanje, po HTTP do navideznega ponudnika
cli-demo-sending = Poslano
cli-demo-hearing = Odzivi
cli-demo-report-recipients = prejemniki
cli-demo-report-accepted = sprejeto
cli-demo-report-delivered = dostavljeno
cli-demo-report-bounced = zavrnila pošta
cli-demo-report-complained = pritožbe
cli-demo-report-unsubscribed = odjave
cli-demo-report-rejected = zavrnil ponudnik
cli-demo-report-skipped = izpuščeno
cli-demo-skipped = Izpuščeno: { $count } ({ $reason })
cli-demo-step-automation = 5. Samo od sebe: nova publikacija v opazovani mapi
cli-demo-dropped = V mapo { $folder } smo odložili novico; drugega nihče ne stori.
cli-demo-noticing = Čakamo, da jo Bilten opazi
cli-demo-done = V mapi { $folder } so sporočila ({ $messages }).
cli-demo-step-look = 6. Oglejte si
cli-demo-look-web = Spletna aplikacija: { $url }
cli-demo-look-sign-in = Prijavite se kot { $address } z geslom { $password }
cli-demo-look-simulator = Kaj je prejel navidezni ponudnik: { $url }
cli-demo-look-end = Ctrl-C konča predstavitev.
cli-demo-stuck =
    Predstavitev že { $seconds } sekund ni prišla dlje. Zunaj njene mape se ni nič spremenilo.
    Zaženite jo znova; »bilten --debug demo« pokaže, kje se ustavi.
cli-demo-no-examples =
    Primerov za predstavitev ni v { $folder }. Nič se ni spremenilo. Zaženite jo v kopiji repozitorija Bilten.

## campaign

cli-campaign = Kampanja { $number }, »{ $name }«: { $status }
cli-campaign-content = Vsebina: { $hash }
cli-campaign-when = Gre ven: { $time }
cli-campaign-was-due = Njen čas: { $time }
cli-campaign-drafted = Oglejte si jo z ukazom: bilten campaign preview { $number }
cli-campaign-nothing-to-edit =
    Ni navedeno, kaj naj se spremeni, zato se ni nič spremenilo. Navedite --subject, --preheader ali --intro.
cli-campaign-kind-unknown =
    Vrste »{ $kind }« ni. Osnutek ni nastal.
    Izberite eno od teh: { $known }.
cli-campaigns-none = Kampanj še ni. Osnutek naredite z ukazom: bilten campaign draft
cli-content-too-short =
    To je prekratko, da bi povedalo, katero vsebino ste videli. Nič ni bilo odobreno.
    Navedite vsaj { $least } znakov tega, kar »bilten campaign preview« kaže kot vsebino.
cli-user-unknown =
    Nihče z naslovom { $address } ne dela tukaj. Nič se ni zgodilo.
    Dodate ga z ukazom: bilten user add
cli-preview-unwritable =
    V { $file } ni mogoče pisati ({ $reason }). Nič se ni spremenilo. Navedite datoteko v mapi, v katero smete pisati.
cli-preview-subject = Zadeva: { $subject }
cli-preview-preheader = Predogled: { $preheader }
cli-check-error = Treba popraviti
cli-check-warning = Vredno premisleka
cli-check-summary = { $errors ->
        [0] { $warnings ->
            [0] Vse je v redu.
           *[other] Lahko gre ven.
        }
        [one] Preden gre lahko ven, je treba popraviti { $errors } stvar.
        [two] Preden gre lahko ven, je treba popraviti { $errors } stvari.
        [few] Preden gre lahko ven, je treba popraviti { $errors } stvari.
       *[other] Preden gre lahko ven, je treba popraviti { $errors } stvari.
    }
cli-report-recipients = Prejemnice in prejemniki
cli-report-queued = Še čaka
cli-report-accepted = Prevzel ponudnik
cli-report-delivered = Dostavljeno
cli-report-deferred = Odložil prejemni strežnik
cli-report-bounced = Vrnjeno
cli-report-complained = Pritožbe
cli-report-unsubscribed = Odjave prek te kampanje
cli-report-rejected = Zavrnil ponudnik
cli-report-failed = Opuščeno
cli-report-in-doubt = Negotovo
cli-report-cancelled = Preklicano
cli-report-skipped = Preskočeno
cli-head-list = Seznam
cli-head-languages = Jeziki

## automation

cli-automation-added-draft = »{ $name }« spremlja mapo { $folder }. Iz novih objav nastanejo osnutki.
cli-automation-added-send = »{ $name }« spremlja mapo { $folder }. Nove objave gredo ven same.
cli-automation-mode-unknown =
    Načina »{ $mode }« ni. Nič ni bilo dodano.
    Izberite enega od teh: { $known }.
cli-automation-archived = { $count ->
        [0] »{ $name }« je že videla vse; nič se ni spremenilo.
        [one] Neposlana ostane { $count } objava. »{ $name }« nadaljuje s tem, kar pride.
        [two] Neposlani ostaneta { $count } objavi. »{ $name }« nadaljuje s tem, kar pride.
        [few] Neposlane ostanejo { $count } objave. »{ $name }« nadaljuje s tem, kar pride.
       *[other] Neposlanih ostane { $count } objav. »{ $name }« nadaljuje s tem, kar pride.
    }
cli-automations-none = Avtomatizacij še ni. Ustvarite jo z ukazom: bilten automation add
cli-automation-mode-draft = pripravlja osnutke
cli-automation-mode-send = pošilja
cli-automation-brake = »{ $name }« naenkrat pošlje največ { $most_at_once ->
    [one] { $most_at_once } novo objavo
    [two] { $most_at_once } novi objavi
    [few] { $most_at_once } nove objave
   *[other] { $most_at_once } novih objav
  }, nobene, starejše od { $oldest_days ->
    [one] { $oldest_days } dneva
   *[other] { $oldest_days } dni
  }, tiste z datumom v prihodnosti pa na njihov dan ob { $send_time }. Vse drugo postane osnutek.
cli-head-mode = Kaj dela
cli-head-folder = Mapa
cli-head-refused = Zavrnjene datoteke

## deliveries and doubts

cli-head-outcome = Odziv
cli-head-when = Kdaj
cli-head-reason = Zakaj
cli-deliveries-none = Nobena pošiljka ne ustreza. Dokler se kampanja ne začne, jih nima.
cli-deliveries-hidden = (skrito)
cli-deliveries-erased = (izbrisano)
cli-deliveries-shown = Prikazanih je { $shown } od { $count }. Za naslednje: --after { $last }
cli-doubts-none = Nič ni negotovo.
cli-doubts-waiting = Vse, kar čaka na odločitev: { $numbers } ({ $attempts ->
        [one] { $attempts } poskus
        [two] { $attempts } poskusa
        [few] { $attempts } poskusi
       *[other] { $attempts } poskusov
    }, { $count ->
        [one] { $count } bralec
        [two] { $count } bralca
        [few] { $count } bralci
       *[other] { $count } bralcev
    })
cli-doubts-decide =
    Preverite pri ponudniku, nato odločite: bilten campaign decide { $number } POSKUSI --accepted | --send-again | --leave
    --as OSEBA --why BESEDILO
cli-sent-again = { $count ->
        [one] Znova čaka { $count } pošiljka.
        [two] Znova čakata { $count } pošiljki.
        [few] Znova čakajo { $count } pošiljke.
       *[other] Znova čaka { $count } pošiljk.
    }
cli-decided = Poskus { $attempt }: { $choice }.
cli-decided-count = { $count ->
        [0] Nobena pošiljka se ni spremenila.
        [one] Spremenila se je { $count } pošiljka.
        [two] Spremenili sta se { $count } pošiljki.
        [few] Spremenile so se { $count } pošiljke.
       *[other] Spremenilo se je { $count } pošiljk.
    }

cli-head-template = Predloga
cli-head-in-use = V rabi
cli-head-note = Kaj je novega
cli-template-yes = da
cli-template-none = Svoje predloge še nimate. »bilten template begin statement MAPA« zapiše vira, s katerima lahko začnete.
cli-template-written = Zapisano: { $file }
cli-template = { $handle }, za vrsto: { $kind }
cli-template-in-use = Nove kampanje te vrste jo uporabijo.
cli-template-not-in-use = Nove kampanje je same ne uporabijo. V rabo jo da »bilten template use«.
cli-template-library = Nove kampanje vrste »{ $kind }« uporabijo Biltenovo lastno predlogo.
cli-template-unreadable = { $file } ni mogoče prebrati kot besedilo UTF-8. Nič se ni spremenilo. Navedite drugo datoteko.
cli-template-example-language = V jeziku »{ $language }« ni zgleda. Nič se ni spremenilo. Izberite enega od teh: { $known }.

cli-adopt-nothing = Ničesar ni treba prevzeti. Nič se ni spremenilo.
cli-adopt-whole = Vse, kar se je od takrat zgodilo, je zapisano: kogar v zapisu ni, temu ni bilo poslano.
cli-adopt-parts =
    Tukaj ni znano vse, kar se je od takrat zgodilo. Kdor je pošto morda že prejel, ostane dvomljiv, kampanje, ki so
    morda že odšle, pa so ustavljene: odločite vi. Če so s to bazo delali tudi drugi računalniki, spadajo zraven njihovi
    dnevniki: vsakega navedite z --journal.
cli-adopt-calls = Klici ponudnikov od takrat: { $count }
cli-adopt-noes = Ljudje, ki so se od takrat odjavili s seznama: { $count }
cli-adopt-suppressed = Naslovi, ki so od takrat zavrnili pošto ali se pritožili: { $count }
cli-adopt-questions = Sporočila za potrditev ali dobrodošlico, ki ne gredo še enkrat: { $count }
cli-adopt-automations = Objave, ki jih avtomatizacije prepustijo vam: { $count }
cli-adopt-in-doubt = Bralci, za katere lahko le vi poveste, ali so pošto prejeli: { $count }
cli-adopt-goes-on = Nadaljujejo se same: { $names }
cli-adopt-paused = Ustavljene, da jih pogledate: { $names }
cli-adopt-cancelled = Preklicane, ker ste jih medtem preklicali ali ker so odšle v obliki, ki je ni več: { $names }
cli-adopt-unknown = Odšle so pozneje in jih v tej bazi ni več: { $names }
cli-adopt-looked = Nič se ni spremenilo. bilten adopt --apply vse to naredi in potem pošta spet odhaja.
cli-adopt-done = Opravljeno. Pošta sme spet odhajati.
### Varnostna kopija in obnova

cli-backup-made = Varnostna kopija { $file } je zapisana in preverjena ({ $megabytes } MB).
cli-backup-of-the-day-is-there = Današnja varnostna kopija je že narejena ali pa ravno nastaja. Nič ni bilo narejeno.
cli-backup-whole =
    { $file } je cela. Stara je { $hours ->
        [0] manj kot uro
        [one] { $hours } uro
        [two] { $hours } uri
        [few] { $hours } ure
       *[other] { $hours } ur
    }; naredil jo je Bilten { $version } (shema { $schema }).
cli-backup-contents =
    V njej so: { $subscriber ->
        [one] { $subscriber } naročnik
        [two] { $subscriber } naročnika
        [few] { $subscriber } naročniki
       *[other] { $subscriber } naročnikov
    }, { $campaign ->
        [one] { $campaign } kampanja
        [two] { $campaign } kampanji
        [few] { $campaign } kampanje
       *[other] { $campaign } kampanj
    }, { $delivery ->
        [one] { $delivery } dostava
        [two] { $delivery } dostavi
        [few] { $delivery } dostave
       *[other] { $delivery } dostav
    } ter { $assets ->
        [one] { $assets } slika ali PDF
        [two] { $assets } sliki ali PDF-a
        [few] { $assets } slike ali PDF-i
       *[other] { $assets } slik in PDF-ov
    }.
cli-backup-key-inside = Skrivni ključ je v njej: kdor ima to datoteko, ima vse. Varujte jo.
cli-backup-key-outside =
    Skrivnega ključa v njej ni: datoteko .env hranite drugje. Brez nje bo obnova zavrnjena.
cli-restore-age =
    Varnostna kopija je stara { $hours ->
        [0] manj kot uro
        [one] { $hours } uro
        [two] { $hours } uri
        [few] { $hours } ure
       *[other] { $hours } ur
    }, naredil jo je Bilten { $version } (shema { $schema }) in je cela.
cli-head-what = Kaj
cli-head-in-backup = V kopiji
cli-head-at-present = Zdaj
cli-restore-subscribers = Naročniki
cli-restore-unsubscribed = Odjavljeni
cli-restore-suppressed = Naslovi, na katere se ne pošilja
cli-restore-campaigns = Kampanje
cli-restore-nothing-to-compare =
    Sedanje podatkovne zbirke ni, je poškodovana ali druge različice, zato ni s čim primerjati.
cli-restore-lost = { $count ->
    [one] { $count } kampanja je mlajša od kopije in je po obnovi ne bi bilo več:
    [two] { $count } kampanji sta mlajši od kopije in ju po obnovi ne bi bilo več:
    [few] { $count } kampanje so mlajše od kopije in jih po obnovi ne bi bilo več:
   *[other] { $count } kampanj je mlajših od kopije in jih po obnovi ne bi bilo več:
 }
cli-restore-under-way = { $count ->
    [one] { $count } kampanja je bila ob kopiranju v teku in je morda od takrat že odšla:
    [two] { $count } kampanji sta bili ob kopiranju v teku in sta morda od takrat že odšli:
    [few] { $count } kampanje so bile ob kopiranju v teku in so morda od takrat že odšle:
   *[other] { $count } kampanj je bilo ob kopiranju v teku in so morda od takrat že odšle:
 }
cli-restore-assets = { $count ->
    [0] Vse slike in PDF-i so na svojem mestu.
    [one] Manjka { $count } slika ali PDF, ki je v kopiji.
    [two] Manjkata { $count } sliki ali PDF-a, ki sta v kopiji.
    [few] Manjkajo { $count } slike ali PDF-i, ki so v kopiji.
   *[other] Manjka { $count } slik in PDF-ov, ki so v kopiji.
 }
cli-restore-nothing-since = Po tej varnostni kopiji ni bilo nič poslano.
cli-restore-unknown-here =
    Ta računalnik še nikoli ni delal s to podatkovno zbirko in ne ve, kaj je bilo po varnostni kopiji poslano. Od tod ne
    bo poslano nič, dokler ne poženete bilten adopt. Če je to le kopija za preizkušanje, pustite tako.
cli-restore-rehearsed = Vse je bilo preizkušeno in nič se ni spremenilo. Da se zares zgodi: isto z --apply.
cli-restore-aside = Prejšnja podatkovna zbirka je shranjena: { $place }. Izbrišite jo, ko boste prepričani.
cli-restore-done = Varnostna kopija je na svojem mestu. Poženite bilten doctor, nato zaženite Bilten.
