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
    Preverite, ali BILTEN_DATABASE_URL navaja pravo datoteko; če jo, obnovite zadnjo varnostno kopijo.
cli-disk-full =
    Na disku ni več prostora. Kar ni bilo dokončano, je razveljavljeno.
    Sprostite prostor in poskusite znova.
cli-file-refused =
    { $file } ni mogoče uporabiti ({ $reason }). Kar ni bilo dokončano, je razveljavljeno.
    Preverite, ali je ustrezna nastavitev prava in ali sme ta uporabnik tam brati in pisati.

cli-misused = Ukaz ni pravilno napisan. Nič ni bilo narejeno. Napaka je izpisana na stderr.

## A defect of the program

cli-defect =
    Prišlo je do napake, ki je Bilten ni pričakoval ({ $kind }). Kar ni bilo dokončano, je razveljavljeno.
    Zaženite ukaz znova kot »bilten --debug …«, da vidite, kje.
cli-defect-kept =
    Prišlo je do napake, ki je Bilten ni pričakoval ({ $kind }). Kar ni bilo dokončano, je razveljavljeno.
    Podrobnosti brez naslovov so v datoteki { $file }; ko prijavite napako, priložite to datoteko.
cli-defect-shown =
    Prišlo je do napake, ki je Bilten ni pričakoval ({ $kind }). Kar ni bilo dokončano, je razveljavljeno.

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

cli-init-env-closed = Datoteko { $file } je lahko bral vsak, ki ima dostop do tega računalnika; zdaj jo lahko berete samo vi in njena skupina.
cli-init-secret-made = Vaš skrivni ključ je v datoteki { $file }. Kopijo hranite na varnem.
cli-init-folder-made = Datoteke bodo shranjene v mapi { $folder }.
cli-init-database-made = Podatkovna zbirka je pripravljena.
cli-init-database-upgraded = Podatkovna zbirka je posodobljena na to različico.
cli-init-held =
    Nastala je, preden je Bilten znal prepoznati starejša stanja, ta računalnik pa je od takrat že delal s podatkovno
    zbirko. Morda je to njeno starejše stanje, zato je pošiljanje ustavljeno. Če ste jo obnovili, zaženite bilten adopt.
    Če je to druga namestitev in po tem stanju ni bilo nič poslano: bilten adopt --is-latest --apply
cli-init-brand-made = Podoba »{ $name }« je ustvarjena. Vpišite svoje ime in poštni naslov: bilten brand set --help
cli-init-list-made = Seznam »{ $name }« ({ $slug }) je ustvarjen.
cli-init-sender-made = Pošiljatelj »{ $name }« je ustvarjen. Pošilja simulatorju, nikoli pravim ljudem.
cli-init-nothing = Vse je že bilo pripravljeno; nič se ni spremenilo.
cli-init-set-up = Naprej: bilten serve. Nato v enem dnevu odprite ta naslov in nastavite Bilten v brskalniku. Deluje enkrat, za prvega skrbnika, zato ga ne dajte nikomur drugemu. Ali pa: bilten user add NASLOV --name IME --role admin
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
cli-news-added-changed = {"  "}{ $slug } ({ $language }), spremenjena ali dodana k obstoječi novici
cli-news-added-same = {"  "}{ $slug } ({ $language }), že obstaja, nespremenjena
cli-news-added-taken-over = {"  "}{ $slug } ({ $language }), prevzeta iz opazovane mape: avtomatizacija je ne pošlje več, njena datoteka v mapi pa bo odslej zavrnjena
cli-news-cleaned = { $count ->
    [0] V shrambi ni več datotek s podatki o tem, kdo jih je izdelal, kolikor je te podatke mogoče odstraniti.
    [one] { $count } datoteka je zapisana na novo, brez podatkov o tem, kdo jo je izdelal. Stari naslov še deluje.
    [two] { $count } datoteki sta zapisani na novo, brez podatkov o tem, kdo ju je izdelal. Stara naslova še delujeta.
    [few] { $count } datoteke so zapisane na novo, brez podatkov o tem, kdo jih je izdelal. Stari naslovi še delujejo.
   *[other] { $count } datotek je zapisanih na novo, brez podatkov o tem, kdo jih je izdelal. Stari naslovi še delujejo.
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
cli-news-asset-lost = Datoteke { $file } v shrambi ni več ali pa je poškodovana. Novica je nespremenjena; datoteko vrnite ali novico znova uvozite.
cli-news-unused = { $count ->
    [0] Vse shranjene datoteke so v rabi.
    [one] { $count } shranjena datoteka ni v rabi ({ $megabytes } MB). Odstrani se teden dni po prihodu; zdaj na vrsti: { $due }.
    [two] { $count } shranjeni datoteki nista v rabi ({ $megabytes } MB). Vsaka se odstrani teden dni po prihodu; zdaj na vrsti: { $due }.
    [few] { $count } shranjene datoteke niso v rabi ({ $megabytes } MB). Vsaka se odstrani teden dni po prihodu; zdaj na vrsti: { $due }.
   *[other] { $count } shranjenih datotek ni v rabi ({ $megabytes } MB). Vsaka se odstrani teden dni po prihodu; zdaj na vrsti: { $due }.
  }
cli-news-none = Novic še ni. Uvozite jih z ukazom: bilten news add MAPA
cli-news-joined = »{ $other }« je zdaj del novice »{ $slug }«, ki ima te jezike: { $languages }.
cli-news-separated = Besedilo novice »{ $slug }« v jeziku »{ $language }« je zdaj samostojna novica »{ $other }«.

## subscribers

cli-subscribers-imported = { $count ->
        [0] Na seznam »{ $list }« ni bil prijavljen nihče nov.
        [one] Na seznam »{ $list }« je prijavljena { $count } oseba.
        [two] Na seznam »{ $list }« sta prijavljeni { $count } osebi.
        [few] Na seznam »{ $list }« so prijavljene { $count } osebe.
       *[other] Na seznam »{ $list }« je prijavljenih { $count } oseb.
    }
cli-subscribers-already-subscribed = { $count ->
        [one] { $count } oseba je bila že na seznamu in ni bila spremenjena.
        [two] { $count } osebi sta bili že na seznamu in nista bili spremenjeni.
        [few] { $count } osebe so bile že na seznamu in niso bile spremenjene.
       *[other] { $count } oseb je bilo že na seznamu in niso bile spremenjene.
    }
cli-subscribers-unsubscribed = { $count ->
        [one] { $count } oseba se je po navedbah datoteke odjavila; zdaj je odjavljena tudi tu.
        [two] { $count } osebi sta se po navedbah datoteke odjavili; zdaj sta odjavljeni tudi tu.
        [few] { $count } osebe so se po navedbah datoteke odjavile; zdaj so odjavljene tudi tu.
       *[other] { $count } oseb se je po navedbah datoteke odjavilo; zdaj so odjavljene tudi tu.
    }
cli-subscribers-suppressed = { $count ->
        [one] Z { $count } naslova se je po navedbah datoteke pošta vračala ali pa se je prejemnik pritožil; nanj se ne pošilja več.
        [two] Z { $count } naslovov se je po navedbah datoteke pošta vračala ali pa sta se prejemnika pritožila; nanju se ne pošilja več.
        [few] S { $count } naslovov se je po navedbah datoteke pošta vračala ali pa so se prejemniki pritožili; nanje se ne pošilja več.
       *[other] S { $count } naslovov se je po navedbah datoteke pošta vračala ali pa so se prejemniki pritožili; nanje se ne pošilja več.
    }
cli-subscribers-noes = { $count ->
        [one] Zabeležen je { $count } »ne« iz datoteke; te osebe noben uvoz ne prijavi znova.
        [two] Zabeležena sta { $count } »ne« iz datoteke; teh oseb noben uvoz ne prijavi znova.
        [few] Zabeleženi so { $count } »ne« iz datoteke; teh oseb noben uvoz ne prijavi znova.
       *[other] Zabeleženih je { $count } »ne« iz datoteke; teh oseb noben uvoz ne prijavi znova.
    }
cli-subscribers-noes-without-address = { $count ->
        [one] { $count } »ne« ni zabeležen, ker v vrstici ni naslova. Ta oseba bo še dobivala pošto, če je na seznamu: poiščite jo.
        [two] { $count } »ne« nista zabeležena, ker v vrsticah ni naslova. Ti osebi bosta še dobivali pošto, če sta na seznamu: poiščite ju.
        [few] { $count } »ne« niso zabeleženi, ker v vrsticah ni naslova. Te osebe bodo še dobivale pošto, če so na seznamu: poiščite jih.
       *[other] { $count } »ne« ni zabeleženih, ker v vrsticah ni naslova. Te osebe bodo še dobivale pošto, če so na seznamu: poiščite jih.
    }
cli-subscribers-said-no-unknown = »{ $said }« ni ena od možnosti. Nič ni bilo uvoženo. Uporabite eno od teh: { $known }.
cli-subscribers-kept-unsubscribed = { $count ->
        [one] { $count } oseba se je odjavila že prej ali pa v tej datoteki drugje pravi ne; ostaja odjavljena.
        [two] { $count } osebi sta se odjavili že prej ali pa v tej datoteki drugje pravita ne; ostajata odjavljeni.
        [few] { $count } osebe so se odjavile že prej ali pa v tej datoteki drugje pravijo ne; ostajajo odjavljene.
       *[other] { $count } oseb se je odjavilo že prej ali pa v tej datoteki drugje pravijo ne; ostajajo odjavljene.
    }
cli-subscribers-kept-opted-out = { $count ->
        [one] { $count } oseba noče prejemati nobene vaše pošte in ni bila prijavljena. To lahko spremeni le sama, tako da se prijavi.
        [two] { $count } osebi nočeta prejemati nobene vaše pošte in nista bili prijavljeni. To lahko spremenita le sami, tako da se prijavita.
        [few] { $count } osebe nočejo prejemati nobene vaše pošte in niso bile prijavljene. To lahko spremenijo le same, tako da se prijavijo.
       *[other] { $count } oseb noče prejemati nobene vaše pošte in niso bile prijavljene. To lahko spremenijo le same, tako da se prijavijo.
    }
cli-subscribers-kept-suppressed = { $count ->
        [one] Na { $count } naslov se zaradi prejšnje vrnjene pošte, pritožbe ali blokade ne pošilja; ni bil dodan.
        [two] Na { $count } naslova se zaradi prejšnje vrnjene pošte, pritožbe ali blokade ne pošilja; nista bila dodana.
        [few] Na { $count } naslove se zaradi prejšnje vrnjene pošte, pritožbe ali blokade ne pošilja; niso bili dodani.
       *[other] Na { $count } naslovov se zaradi prejšnje vrnjene pošte, pritožbe ali blokade ne pošilja; niso bili dodani.
    }
cli-subscribers-columns = Prebrani stolpci: { $columns }
cli-subscribers-system = Prebrano kot: { $system }. { $about }
cli-subscribers-parts = Prebrane datoteke v njej: { $files }
cli-subscribers-column-address = naslov
cli-subscribers-column-name = ime
cli-subscribers-column-language = jezik
cli-subscribers-encoding = Kodiranje besedila: { $encoding }. Imena, kot so prebrana: { $names }
cli-subscribers-encoding-guessed = Kodiranje besedila: { $encoding }, kolikor lahko presodimo. Imena, kot so prebrana: { $names }. Če niso pravilna, ga naslednjič navedite z --encoding.
cli-subscribers-language-as = »{ $said }« ne pove, kaj beseda pomeni. Nič ni bilo uvoženo. Zapišite tako: --language-as slo=sl
cli-subscribers-field = »{ $said }« nista stolpec in polje. Nič ni bilo uvoženo. Napišite takole: --field "Kraj=town".
cli-subscribers-ignored-columns = Ti stolpci niso bili prebrani, ker jih Bilten ne potrebuje: { $columns }
cli-subscribers-none = Tu še ni naročnikov. Uvozite jih z ukazom: bilten subscribers import DATOTEKA --list SEZNAM
cli-subscribers-dry-run = To bi uvoz naredil. Nič ni bilo zapisano.
cli-subscribers-undo = Ta uvoz si lahko 30 dni ogledate in ga razveljavite: bilten imports undo { NUMBER($number, useGrouping: 0) }
cli-subscribers-updated = { $count ->
        [one] Podatki so popravljeni pri { $count } osebi.
        [two] Podatki so popravljeni pri { $count } osebah.
        [few] Podatki so popravljeni pri { $count } osebah.
       *[other] Podatki so popravljeni pri { $count } osebah.
    }

## imports

cli-imports-none = Uvoženo ni bilo še nič. Uvozite z ukazom: bilten subscribers import DATOTEKA --list SEZNAM
cli-imports-group-unknown = »{ $said }« ni ena od možnosti. Uporabite eno od teh: { $known }.
cli-imports-what = { $file }, za seznam { $list }: { $state }
cli-imports-new = Novi: { $count }
cli-imports-changed = Spremenjeni: { $count }
cli-imports-unchanged = Nespremenjeni: { $count }
cli-imports-protected = Zaščiteni z odjavo ali zavrnitvijo: { $count }
cli-imports-refused = Neuvožene vrstice: { $count }
cli-imports-erased = Vrstice so izbrisane, zato uvoza ni več mogoče razveljaviti.
cli-imports-written = Vse vrstice so zapisane v { $file }. V njej so lahko naslovi: izbrišite jo, ko je ne potrebujete več.
cli-imports-not-written = Datoteke { $file } ni mogoče zapisati ali pa že obstaja. Nič ni bilo zapisano; navedite drugo ime.
cli-imports-undone = { $count ->
        [0] S seznama ni bil odstranjen nihče.
        [one] S seznama je spet odstranjena { $count } oseba.
        [two] S seznama sta spet odstranjeni { $count } osebi.
        [few] S seznama so spet odstranjene { $count } osebe.
       *[other] S seznama je spet odstranjenih { $count } oseb.
    }
cli-imports-restored = { $count ->
        [one] Ime in jezik { $count } osebe sta kot prej.
        [two] Imeni in jezika { $count } oseb sta kot prej.
        [few] Imena in jeziki { $count } oseb so kot prej.
       *[other] Imena in jeziki { $count } oseb so kot prej.
    }
cli-imports-kept-acted = { $count ->
        [one] { $count } oseba ostane, ker je od takrat kaj storila ali ji je bilo pisano.
        [two] { $count } osebi ostaneta, ker sta od takrat kaj storili ali jima je bilo pisano.
        [few] { $count } osebe ostanejo, ker so od takrat kaj storile ali jim je bilo pisano.
       *[other] { $count } oseb ostane, ker so od takrat kaj storile ali jim je bilo pisano.
    }
cli-imports-kept-changed = { $count ->
        [one] Ime ali jezik { $count } osebe ostane, ker je bil od takrat spremenjen.
        [two] Ime ali jezik { $count } oseb ostane, ker je bil od takrat spremenjen.
        [few] Ime ali jezik { $count } oseb ostane, ker je bil od takrat spremenjen.
       *[other] Ime ali jezik { $count } oseb ostane, ker je bil od takrat spremenjen.
    }

## lists, senders, user

cli-sender-resumed = Pošiljatelj »{ $name }« je spet v uporabi.
cli-sender-limited = { $period ->
    [second] Največ sporočil pošiljatelja »{ $name }« na sekundo, od naslednjega klica naprej: { $count }.
    [hour] Največ sporočil pošiljatelja »{ $name }« na uro, od naslednjega klica naprej: { $count }.
    [day] Največ sporočil pošiljatelja »{ $name }« na dan, od naslednjega klica naprej: { $count }.
   *[none] Pošiljatelj »{ $name }« od naslednjega klica naprej nima lastne omejitve.
 }
cli-sender-bounces = Zavrnjena sporočila pošiljatelja »{ $name }« se od naslednjega pošiljanja vračajo na { $address }. Berite jih z ukazom: bilten bounces read
cli-sender-bounces-none = Zavrnjena sporočila pošiljatelja »{ $name }« se vračajo na njegov naslov v polju »Od« in jih Bilten ne bere.
cli-bounces-read = { $read ->
    [0] Ni bilo sporočil za branje.
    [one] Prebrano je { $read } sporočilo, novih: { $new }.
    [two] Prebrani sta { $read } sporočili, novih: { $new }.
    [few] Prebrana so { $read } sporočila, novih: { $new }.
   *[other] Prebranih je { $read } sporočil, novih: { $new }.
 }
cli-bounces-no-imap = Nabiralnik IMAP ni nastavljen. Nič ni bilo prebrano. Nastavite { $setting } in poskusite znova.
cli-campaign-visibility-unknown = »{ $to }« ni ena od možnosti. Nič se ni spremenilo. Uporabite eno od teh: { $known }.
cli-topic-added = Tema »{ $name }« je ustvarjena; njeno kratko ime v ukazih in novicah je { $slug }.
cli-topic-renamed = Tema { $slug } se imenuje »{ $name }«.
cli-topic-status = Tema »{ $name }« je { $status }.
cli-topic-in-use = v rabi
cli-topic-archived = arhivirana
cli-topic-deleted = Tema { $slug } je izbrisana.
cli-topics-none = Tem še ni.
cli-field-added = Polje »{ $label }« je ustvarjeno; njegovo kratko ime je { $word }.
cli-field-changed = Polje { $word } se imenuje »{ $label }« in je spremenjeno.
cli-field-status = Polje »{ $label }« je { $status }.
cli-field-in-use = v rabi
cli-field-archived = arhivirano
cli-field-deleted = Polje { $word } je izbrisano.
cli-fields-none = Polj še ni. Ustvarite jih z ukazom: bilten fields add
cli-list-added = Seznam »{ $name }« je ustvarjen; njegovo kratko ime v ukazih je { $slug }.
cli-list-languages = Seznam { $slug }: namesto manjkajočega jezika { $chain }; obvezno { $required }.
cli-list-sign-up = Obrazec za prijavo na { $slug }: ponuja še { $lists }; v okvirju ga smejo prikazati: { $origins }.
cli-nothing-to-set = Niste navedli, kaj naj se spremeni. Nič se ni spremenilo. Možnosti pokaže --help.
cli-list-set = Seznam { $slug } se imenuje »{ $name }«.
cli-list-name-in = »{ $given }« nista jezik in ime. Nič se ni spremenilo. Napišite takole: --name-in "sl=Bilten".
cli-list-status = Stanje seznama »{ $name }«: { $status }.
cli-list-status-open = odprt
cli-list-status-closed = zaprt
cli-list-status-archived = arhiviran
cli-list-status-unknown = »{ $status }« ni stanje seznama. Nič se ni spremenilo. Mogoče je: { $known }.
cli-list-deleted = Seznam { $slug } je izbrisan.
cli-list-invitation = { $days ->
        [one] Ta naslov { $days } dan vodi na stran za prijavo. Kdor ga ima, vidi ime seznama: dajte ga ljudem, vendar ga ne objavljajte.
        [two] Ta naslov { $days } dneva vodi na stran za prijavo. Kdor ga ima, vidi ime seznama: dajte ga ljudem, vendar ga ne objavljajte.
        [few] Ta naslov { $days } dni vodi na stran za prijavo. Kdor ga ima, vidi ime seznama: dajte ga ljudem, vendar ga ne objavljajte.
       *[other] Ta naslov { $days } dni vodi na stran za prijavo. Kdor ga ima, vidi ime seznama: dajte ga ljudem, vendar ga ne objavljajte.
    }
cli-segments-none = Segmentov še ni. Ustvarite ga z ukazom: bilten segments add
cli-segment-added = Segment »{ $name }« je ustvarjen.
cli-segment-removed = Segment »{ $name }« je izbrisan.
cli-segment-count = { $count ->
    [0] V njem zdaj ni nikogar
    [one] V njem je zdaj { $count } oseba
    [two] V njem sta zdaj { $count } osebi
    [few] V njem so zdaj { $count } osebe
   *[other] V njem je zdaj { $count } oseb
  } (prijava potrjena na: { $lists })
cli-segment-name-or-condition = Navedite segment ali pa pogoj z --condition, ne obojega.
cli-tags-none = Oznak še ni. Ustvarite jo z ukazom: bilten tags add
cli-tag-added = Oznaka »{ $name }« je ustvarjena.
cli-tag-removed = Oznaka »{ $name }« je izbrisana in odstranjena z vseh oseb.
cli-tag-put = Oznako »{ $name }« { $count ->
    [one] ima { $count } navedena oseba.
    [two] imata { $count } navedeni osebi.
    [few] imajo { $count } navedene osebe.
   *[other] ima { $count } navedenih oseb.
  }
cli-tag-taken = Oznake »{ $name }« { $count ->
    [one] nima več { $count } oseba.
    [two] nimata več { $count } osebi.
    [few] nimajo več { $count } osebe.
   *[other] nima več { $count } oseb.
  }
cli-head-condition = Pogoj
cli-head-people = Osebe
cli-lists-none = Seznamov še ni. Ustvarite ga z ukazom: bilten lists add
cli-sender-added = Pošiljatelj »{ $name }« je ustvarjen. Pošilja prek ponudnika { $provider }.
cli-sender-set = Sporočila pošiljatelja »{ $name }« prihajajo od { $shown }; odgovori gredo na { $reply }.
cli-sender-webhook = Pri ponudniku za povratna obvestila (webhook) vpišite ta naslov: { $url }
cli-sender-no-webhooks = Ta ponudnik ne pošilja povratnih obvestil: Bilten ne bo vedel, ali so bila sporočila dostavljena.
cli-senders-none = Pošiljateljev še ni. Ustvarite ga z ukazom: bilten senders add
cli-suppressions-nobody = Nobenega od ponudnikov vaših pošiljateljev ni mogoče vprašati, na katere naslove ne pošilja. Nič se ni spremenilo.
cli-suppressions-not-listed = Ponudnika { $provider } ni mogoče vprašati, na katere naslove ne pošilja. Nič se ni spremenilo. Vrnjeno pošto in pritožbe sporoča s povratnimi obvestili.
cli-suppressions-pulled = { $count ->
        [0] »{ $sender }«: { $provider } pošilja na vse naslove.
        [one] »{ $sender }«: { $provider } ne pošilja na { $count } naslov.
        [two] »{ $sender }«: { $provider } ne pošilja na { $count } naslova.
        [few] »{ $sender }«: { $provider } ne pošilja na { $count } naslove.
       *[other] »{ $sender }«: { $provider } ne pošilja na { $count } naslovov.
    }
cli-suppressions-new = { $count ->
        [0] Bilten je vse te že poznal.
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
cli-suppressions-deleted = { $count ->
        [one] S ponudnikovega seznama je odstranjena { $count } oseba, ki je bila tukaj izbrisana.
        [two] S ponudnikovega seznama sta odstranjeni { $count } osebi, ki sta bili tukaj izbrisani.
        [few] S ponudnikovega seznama so odstranjene { $count } osebe, ki so bile tukaj izbrisane.
       *[other] S ponudnikovega seznama je odstranjenih { $count } oseb, ki so bile tukaj izbrisane.
    }
cli-suppressions-erased = { $count ->
        [one] Na ponudnikovem seznamu je še { $count } oseba, ki je bila tukaj izbrisana. Če ponudnik naslova ne izbriše na zahtevo, ga izbrišite v računu pri njem:
        [two] Na ponudnikovem seznamu sta še { $count } osebi, ki sta bili tukaj izbrisani. Če ponudnik naslovov ne izbriše na zahtevo, ju izbrišite v računu pri njem:
        [few] Na ponudnikovem seznamu so še { $count } osebe, ki so bile tukaj izbrisane. Če ponudnik naslovov ne izbriše na zahtevo, jih izbrišite v računu pri njem:
       *[other] Na ponudnikovem seznamu je še { $count } oseb, ki so bile tukaj izbrisane. Če ponudnik naslovov ne izbriše na zahtevo, jih izbrišite v računu pri njem:
    }
cli-suppressions-not-deleted = Ponudnik naslova ni izbrisal: { $words }. Bilten bo poskusil znova v enem dnevu.
cli-suppressions-not-all = Seznama ni bilo mogoče prebrati do konca: { $words }. Kar je bilo prebrano do takrat, je shranjeno. Preverite ključ in naslov ponudnika ali poskusite pozneje.
cli-user-let-in = S to povezavo se oseba { $name } lahko v enem dnevu enkrat prijavi s katere koli naprave. Geslo je kljub temu potrebno. Povezave ne dajte nikomur drugemu.
cli-user-added = { $name } se zdaj lahko prijavi. Vloge: { $roles }.
cli-user-role = { $name }: { $roles }. Oseba je odjavljena; novo velja, ko se znova prijavi.
cli-user-disabled = Račun osebe { $name } je onemogočen.
cli-user-enabled = Račun osebe { $name } je spet omogočen. Vloge: { $roles }.
cli-user-unlocked = Napačna gesla za račun osebe { $name } so pozabljena. Omrežje, iz katerega jih je prišlo veliko, mora morda še eno uro počakati; »bilten user let-in« ustvari povezavo, ki deluje tudi od tam.
cli-user-deleted = Račun osebe { $name } je izbrisan. Ohranjeno je samo ime, zaradi zgodovine.
cli-user-password-set = Geslo osebe { $name } je nastavljeno. Oseba je odjavljena na vseh napravah.
cli-user-link-mailed = { $name } prejme na { $address } e-sporočilo s povezavo za nastavitev gesla. Povezavo lahko v treh dneh uporabi enkrat.
cli-user-signed-out = Oseba { $name } je odjavljena na vseh napravah.
cli-user-factors = { $app ->
    [0] { $passkeys ->
        [0] –
       *[other] ključi za dostop: { $passkeys }
      }
   *[other] { $passkeys ->
        [0] aplikacija
       *[other] aplikacija, ključi za dostop: { $passkeys }
      }
  }
cli-user-second-factor-removed = Drugi dejavnik osebe { $name } je odstranjen. Oseba je odjavljena na vseh napravah; dokler ne nastavi novega, za prijavo zadošča samo geslo.
cli-user-second-factor-mailed = Oseba in skrbniki bodo o tem prejeli e-sporočilo.
cli-user-password-link = S to povezavo si oseba { $name } v treh dneh enkrat nastavi geslo. To lahko stori vsakdo, ki jo ima, zato je ne dajte nikomur drugemu.
cli-user-password = Geslo
cli-user-password-missing =
    Ni terminala, na katerem bi lahko vprašali za geslo. Nič se ni spremenilo.
    Podajte ga v prvi vrstici standardnega vhoda z izbiro --password-stdin.
cli-user-role-unknown =
    Vloge »{ $role }« ni. Nič se ni spremenilo.
    Izberite med { $known }; če jih je več, jih ločite z vejicami.
cli-role-author = pisanje
cli-role-approver = odobravanje
cli-role-sender = pošiljanje
cli-role-keeper = zaščiteni seznami
cli-role-viewer = poročila
cli-role-admin = skrbništvo

## Table headings

cli-head-number = Številka
cli-head-names = Imena v jezikih
cli-head-lists = Seznami
cli-head-slug = Kratko ime
cli-head-kind = Vrsta
cli-head-type = Vrsta vsebine
cli-head-date = Datum
cli-head-titles = Naslovi
cli-head-name = Ime
cli-head-audience = Prejemniki
cli-head-chain = Nadomestni jeziki
cli-head-required = Obvezni jeziki
cli-head-automations = Avtomatizacije
cli-head-waiting = Čaka
cli-source-found = »{ $title }« ({ $address }): { $count ->
    [one] { $count } zapis
    [two] { $count } zapisa
    [few] { $count } zapisi
   *[other] { $count } zapisov
  }.
cli-source-other = Drug vir tega spletnega mesta: { $address }
cli-source-connected = Spletno mesto »{ $name }« je povezano ({ $address }). Kar objavi odslej, pride med prispele novice.
cli-source-read = prebrano
cli-source-unread = vsaj trikrat zapored ni bilo prebrano
cli-source-gone = vira ni več
cli-source-was-read = Novo: { $new }. Spremenjeno: { $changed }.
cli-source-token = Žeton za »{ $name }«, prikazan samo zdaj: { $token }
cli-source-token-address = Spletno mesto pošilja novice na { $address }. Glejte docs/news-webhook.md.
cli-source-disabled = Spletno mesto »{ $name }« se ne bere več.
cli-sources-none = Povezano ni nobeno spletno mesto.
cli-folders-none = Ne spremlja se nobena mapa.
cli-folder-watched = Mapa »{ $name }« se spremlja: { $folder }. Zdaj zanjo ustvarite avtomatizacijo: bilten automation add
cli-folder-stopped = Mapa »{ $name }« se ne spremlja več.
cli-head-subject = Nanaša se na
cli-head-role = Vloga
cli-head-second-factor = Drugi dejavnik
cli-head-disabled = Onemogočen od
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
cli-brand-no-logo = Logotipa ni; namesto njega je prikazano ime.
cli-brand-footer-unreadable =
    V »{ $given }« manjka jezik, za katerega velja. Nič se ni spremenilo.
    Zapišite kot sl=Besedilo, z oznako jezika pred enačajem.
cli-brand-social-unreadable =
    »{ $given }« ni ime z naslovom. Nič se ni spremenilo.
    Zapišite ju kot ime=naslov, na primer Mastodon=https://example.org/@mi.
cli-brand-logo-unreadable =
    Slike { $file } ni mogoče prebrati. Nič se ni spremenilo.
    Preverite ime in ali jo sme ta uporabnik odpreti.

## simulator, serve

cli-simulator-runs =
    Simulator sprejema pošto na { $url } in je ne pošilja naprej. Sporočila hrani v { $outbox }.
    Kaj je prispelo, vidite na { $url }. Ustavite ga s Ctrl-C.
cli-simulator-webhooks = Simulator Biltenu sporoča, kaj se je zgodilo z vsakim sporočilom, tako kot pravi ponudnik.
cli-simulator-no-webhooks = Povratna obvestila (webhook) so izključena: BILTEN_PUBLIC_URL ni na tem računalniku ali pa ponudnik tega pošiljatelja ne pošilja takšnih, ki bi jih bilo mogoče tu preveriti: v .env je treba vpisati njegov ključ za povratna obvestila ali pa obvestila pridejo s potrdilom, ki ga ima samo ponudnik (docs/providers.md).
cli-simulator-verification-key = Bilten bo ta povratna obvestila sprejemal, ko v .env dodate to vrstico in ga znova zaženete: { $setting }={ $key }
cli-simulator-refused =
    Simulator se tako ne more zagnati: { $problem }. Nič se ni zagnalo.
    Spremenite to izbiro in poskusite znova.
cli-sender-unknown =
    Pošiljatelja »{ $name }« ni. Nič ni bilo narejeno.
    Pošiljatelje pokaže ukaz: bilten senders list
cli-port-taken =
    Bilten ne more poslušati na { $host }:{ $port }; verjetno ta vrata uporablja drug program. Nič se ni zagnalo.
    Ustavite ga ali izberite druga vrata z izbiro --port.
cli-serve-runs =
    Bilten teče na { $url } in pošilja, kar je načrtovano. Ustavite ga s Ctrl-C.
cli-serve-held =
    Strani Biltena so na { $url }. Pošiljanje je ustavljeno. Bilten ustavite s Ctrl-C.
cli-serve-web-runs =
    Strani Biltena so na { $url }. Načrtovane kampanje pošiljata bilten scheduler in bilten worker, kjer tečeta. Bilten ustavite s Ctrl-C.
cli-serve-web-stopped = Strani Biltena so se ustavile. Pošiljanje se nadaljuje tam, kjer tečeta bilten scheduler in bilten worker.
cli-scheduler-runs = Razporejevalnik { $name } teče: budi delavce ali čaka v pripravljenosti, medtem ko jih budi drug. Ustavite ga s Ctrl-C.
cli-scheduler-stopped = Razporejevalnik se je ustavil. Če je v pripravljenosti še kateri, prevzame njegovo delo.
cli-worker-runs = Delavec { $name } teče in pošilja, kadar ga zbudi razporejevalnik. Ustavite ga s Ctrl-C.
cli-worker-stopped = Delavec se je ustavil. Kar se je pošiljalo, je zabeleženo; ostalo pošljejo drugi delavci.
cli-machines-need-postgresql =
    Ukaz bilten { $command } deluje samo s PostgreSQL; s SQLite njegovo delo opravi bilten serve. Nič se ni zagnalo.
    Zaženite bilten serve ali nastavite BILTEN_DATABASE_URL na postgresql+psycopg://uporabnik@gostitelj/ime.
cli-serve-stopped = Bilten se je ustavil. Kar se je pošiljalo, je zabeleženo; ostalo se pošlje po naslednjem zagonu.

## doctor

cli-doctor-mail-address = Naslova ni mogoče uporabiti: { $problem } Nič ni bilo poslano.
cli-doctor-mail-sent = Ponudnik pošiljatelja »{ $name }« ({ $provider }) je sprejel preizkusno sporočilo. Preverite, ali prispe.
cli-doctor-mail-refused = Ponudnik pošiljatelja »{ $name }« ({ $provider }) preizkusnega sporočila ni sprejel.
cli-doctor-summary = { $problems ->
        [0] Nič ne ovira pošiljanja.
        [one] Pošiljanje ovira { $problems } težava.
        [two] Pošiljanje ovirata { $problems } težavi.
        [few] Pošiljanje ovirajo { $problems } težave.
       *[other] Pošiljanje ovira { $problems } težav.
    }

## Names of a subscription's states

cli-head-status = Stanje
cli-subscriber-exported = Zapisano v { $file }. Izročite samo tej osebi, nato datoteko tu izbrišite.
cli-subscriber-export-file = { $file } ni mogoče zapisati ali pa že obstaja. Izberite drugo datoteko.
cli-subscriber-export-what = Navedite, kaj naj se izvozi: eno od --person, --list, --segment, --search ali --request za zaščiteni seznam.
cli-subscriber-export-asked = To je zaščiteni seznam, zato še ni bilo nič izvoženo. Vaša prošnja ima številko { $id }: odobri jo druga oseba na strani Izvoz naročnikov ali z »bilten exports grant { $id } --as OSEBA«. Nato v eni uri zaženite ta ukaz z --request { $id } namesto --list.
cli-subscribers-exported = Datoteka { $file } je zapisana. Varno jo hranite in jo izbrišite, ko je ne potrebujete več.
cli-exports-none = Za izvoz zaščitenega seznama ni prosil nihče.
cli-head-who = Kdo
cli-subscriber-nothing-to-correct = Navedite, kaj naj se popravi: --name, --language ali --address.
cli-subscriber-merge-trial = Nič se ni spremenilo: to je bil le preizkus. Za združitev dodajte --apply.
cli-suppressions-none = Noben naslov ni blokiran.
cli-suppressions-no-address = (ni naročnik ali je skrit)
cli-subscription-pending = še ni potrdil
cli-subscription-confirmed = prijavljen
cli-subscription-unsubscribed = odjavljen
cli-suppressed = ne prejema pošte (vrnjena pošta, pritožba ali blokada)

### The demo

cli-demo-step-news = 1. Novice: kaj imamo povedati
cli-demo-news-loaded =
    Naloženih novic: { $items }, besedil v različnih jezikih: { $texts }. Zanje so narejene nadomestne
    slike in PDF-i ({ $drawn }).
cli-demo-step-readers = 2. Bralci: kdo želi brati
cli-demo-readers-imported = Uvoženih naročnikov: { $imported }, zavrnjenih vrstic: { $refused }:
cli-demo-step-campaigns = 3. Kampanje: osnutek pripravi Ana, sledi pregled, odobri Boris
cli-demo-campaign-approved =
    »{ $name }« je odobrena v jezikih: { $languages }. { $warnings ->
        [0] Pregled ni našel ničesar.
        [one] Pregled je dal { $warnings } opozorilo.
        [two] Pregled je dal { $warnings } opozorili.
        [few] Pregled je dal { $warnings } opozorila.
       *[other] Pregled je dal { $warnings } opozoril.
    }
cli-demo-scheduled = Izjava bo poslana { $time } ({ $zone }), bilten za njo.
cli-demo-step-sending = 4. Pošiljanje, po HTTP do navideznega ponudnika
cli-demo-sending = Poslano
cli-demo-hearing = Prejeta povratna obvestila
cli-demo-report-recipients = prejemniki
cli-demo-report-accepted = sprejeto
cli-demo-report-delivered = dostavljeno
cli-demo-report-bounced = zavrnjeno pri prejemniku
cli-demo-report-complained = označeno kot neželeno
cli-demo-report-unsubscribed = odjave
cli-demo-report-rejected = zavrnil ponudnik
cli-demo-report-skipped = preskočeno
cli-demo-skipped = Preskočeno: { $count } ({ $reason })
cli-demo-step-automation = 5. Samodejno: nova objava v opazovani mapi
cli-demo-dropped = V mapo { $folder } je bila dodana datoteka z novico; vse drugo naredi Bilten.
cli-demo-noticing = Čakamo, da jo Bilten opazi
cli-demo-telling = Sporočila sodelavcem
cli-demo-done = V mapi { $folder } so sporočila ({ $messages }).
cli-demo-step-try = 6. Preizkusite
cli-demo-look-web = Spletna aplikacija: { $url }
cli-demo-try-author = Kot Ana, ki piše: prijavite se kot { $address } z geslom { $password }
cli-demo-try-faulty = - Osnutek »{ $name }« ima napako: nima zadeve. Popravite ga pri sestavljanju in ga oddajte.
cli-demo-try-unused = - Novica »{ $name }« ni v nobeni kampanji. Pripravite kampanjo iz nje.
cli-demo-try-approver = Kot Boris, ki odobrava: prijavite se kot { $address } z geslom { $password }
cli-demo-try-waiting = - Kampanja »{ $name }« čaka na vašo odobritev. Preberite sporočilo, nato jo odobrite ali vrnite z opombo.
cli-demo-try-later = - Kampanja »{ $name }« bo poslana { $time } ({ $zone }). Izberite drug čas ali pošiljanje prekličite.
cli-demo-look-simulator = Kaj je prejel navidezni ponudnik: { $url }
cli-demo-look-end = Predstavitev ustavite s Ctrl-C.
cli-demo-stuck =
    Predstavitev že { $seconds } sekund ne napreduje. Zunaj njene mape se ni nič spremenilo.
    Zaženite jo znova; »bilten --debug demo« pokaže, kje se ustavi.
cli-demo-no-examples =
    Primerov za predstavitev ni v { $folder }. Nič se ni spremenilo. Zaženite jo v kopiji repozitorija Bilten.

## campaign

cli-campaign = Kampanja { $number }, »{ $name }«: { $status }
cli-campaign-content = Vsebina: { $hash }
cli-campaign-twice =
    Tisto noč se ura premakne nazaj, zato { DATE($time) } v pasu { $zone } nastopi dvakrat. Čas pošiljanja ni bil določen.
    Za prvega (poletni čas) zapišite "{ $first }", za drugega (zimski čas) pa "{ $second }".
cli-campaign-when = Načrtovano za: { $time }
cli-campaign-was-due = Bilo načrtovano za: { $time }
cli-campaign-drafted = Oglejte si jo z ukazom: bilten campaign preview { $number }
cli-campaign-deleted = { $number }  { $name }: izbrisano, skupaj z besedili. Novice, slike in datoteke ostanejo.
cli-campaign-nothing-to-edit =
    Niste navedli, kaj naj se spremeni, zato se ni nič spremenilo. Navedite --subject, --preheader ali --intro.
cli-campaign-kind-unknown =
    Vrste »{ $kind }« ni. Osnutek ni nastal.
    Izberite eno od teh: { $known }.
cli-campaigns-none = Kampanj še ni. Osnutek naredite z ukazom: bilten campaign draft
cli-content-too-short =
    To je prekratko, da bi bilo jasno, katero vsebino ste videli. Nič ni bilo odobreno.
    Navedite vsaj { $least } znakov tega, kar »bilten campaign preview« pokaže kot vsebino.
cli-user-unknown =
    Uporabnika z naslovom { $address } ni. Nič ni bilo narejeno.
    Osebo dodajte z ukazom: bilten user add
cli-preview-unwritable =
    V { $file } ni mogoče pisati ({ $reason }). Nič se ni spremenilo. Navedite datoteko v mapi, v katero smete pisati.
cli-preview-subject = Zadeva: { $subject }
cli-rehearsal = Vaja: { $count } od { $expected } sporočil, klici: { $calls }. Nihče ni prejel ničesar.
cli-rehearsal-language = { "  " }{ LANGUAGE($language) }: { $count }
cli-rehearsal-size = Največje sporočilo: { $size } kB. Trajanje: { $seconds } s.
cli-rehearsal-failed = Vaje ni bilo mogoče izvesti.
cli-test-queued = { $count ->
    [one] Na poti je { $count } poskusno sporočilo.
    [two] Na poti sta { $count } poskusni sporočili.
    [few] Na poti so { $count } poskusna sporočila.
   *[other] Na poti je { $count } poskusnih sporočil.
 }
cli-preview-preheader = Predogledna vrstica: { $preheader }
cli-check-error = Treba je popraviti
cli-check-warning = Preverite
cli-check-summary = { $errors ->
        [0] { $warnings ->
            [0] Pregled ni našel težav.
           *[other] Lahko se pošlje.
        }
        [one] Pred pošiljanjem je treba popraviti { $errors } stvar.
        [two] Pred pošiljanjem je treba popraviti { $errors } stvari.
        [few] Pred pošiljanjem je treba popraviti { $errors } stvari.
       *[other] Pred pošiljanjem je treba popraviti { $errors } stvari.
    }
cli-report-recipients = Prejemniki
cli-report-queued = Čakajo
cli-report-accepted = Sprejel ponudnik
cli-report-delivered = Dostavljeno
cli-report-deferred = Zadržano na poti
cli-report-bounced = Zavrnjeno pri prejemniku
cli-report-complained = Označeno kot neželeno
cli-report-unsubscribed = Odjave prek te kampanje
cli-report-rejected = Zavrnil ponudnik
cli-report-failed = Opuščeno
cli-report-in-doubt = Negotovo
cli-report-cancelled = Preklicano
cli-report-skipped = Preskočeno
cli-head-list = Seznam
cli-head-languages = Jeziki

## automation

cli-automation-added-draft = »{ $name }« spremlja mapo { $folder }. Iz novih objav nastanejo osnutki za sodelavce.
cli-automation-added-send = »{ $name }« spremlja mapo { $folder }. Nove objave se pošljejo samodejno.
cli-automation-mode-unknown =
    Načina »{ $mode }« ni. Nič ni bilo dodano.
    Izberite enega od teh: { $known }.
cli-automation-archived = { $count ->
        [0] »{ $name }« je že vse obravnavala; nič se ni spremenilo.
        [one] Neposlana ostane { $count } objava. »{ $name }« nadaljuje s tem, kar pride.
        [two] Neposlani ostaneta { $count } objavi. »{ $name }« nadaljuje s tem, kar pride.
        [few] Neposlane ostanejo { $count } objave. »{ $name }« nadaljuje s tem, kar pride.
       *[other] Neposlanih ostane { $count } objav. »{ $name }« nadaljuje s tem, kar pride.
    }
cli-automations-none = Avtomatizacij še ni. Ustvarite jo z ukazom: bilten automation add
cli-automation-mode-off = je izklopljena
cli-automation-off = »{ $name }« je izklopljena. Kar je že načrtovala, se pošlje.
cli-automation-on = { $count ->
    [0] »{ $name }« je vklopljena in nadaljuje s tem, kar pride.
    [one] »{ $name }« je vklopljena. { $count } publikacija je prišla vmes in ostane neposlana.
    [two] »{ $name }« je vklopljena. { $count } publikaciji sta prišli vmes in ostaneta neposlani.
    [few] »{ $name }« je vklopljena. { $count } publikacije so prišle vmes in ostanejo neposlane.
   *[other] »{ $name }« je vklopljena. { $count } publikacij je prišlo vmes in ostanejo neposlane.
 }
cli-automation-mode-draft = pripravlja osnutke
cli-automation-mode-send = pošilja
cli-automation-mode-send-unapproved = pošilja, ko bo odobrena
cli-automation-approved = { $count ->
        [0] »{ $name }« ima potrebne odobritve in nove objave pošilja sama.
        [one] Vaša odobritev avtomatizacije »{ $name }« je zapisana. Odobriti jo mora še { $count } oseba; do takrat pripravlja osnutke.
        [two] Vaša odobritev avtomatizacije »{ $name }« je zapisana. Odobriti jo morata še { $count } osebi; do takrat pripravlja osnutke.
        [few] Vaša odobritev avtomatizacije »{ $name }« je zapisana. Odobriti jo morajo še { $count } osebe; do takrat pripravlja osnutke.
       *[other] Vaša odobritev avtomatizacije »{ $name }« je zapisana. Odobriti jo mora še { $count } oseb; do takrat pripravlja osnutke.
    }
cli-automation-missing = Avtomatizacijo »{ $name }« { $count ->
    [one] mora odobriti še { $count } oseba
    [two] morata odobriti še { $count } osebi
    [few] morajo odobriti še { $count } osebe
   *[other] mora odobriti še { $count } oseb
  }; do takrat pripravlja osnutke.
cli-automation-brake = »{ $name }« naenkrat pošlje največ { $most_at_once ->
    [one] { $most_at_once } novo objavo
    [two] { $most_at_once } novi objavi
    [few] { $most_at_once } nove objave
   *[other] { $most_at_once } novih objav
  }, nobene, starejše od { $oldest_days ->
    [one] { $oldest_days } dneva
   *[other] { $oldest_days } dni
  }, tiste z datumom v prihodnosti pa na njihov dan ob { $send_time }. Vse drugo postane osnutek za sodelavce.
cli-head-mode = Kaj dela
cli-head-folder = Mapa
cli-head-file = Datoteka
cli-head-refused = Zavrnjene datoteke

## deliveries, and what is in doubt

cli-head-outcome = Rezultat dostave
cli-head-when = Kdaj
cli-head-reason = Razlog
cli-deliveries-none = Nobena pošiljka ne ustreza. Dokler se kampanja ne začne, nima pošiljk.
cli-deliveries-hidden = (skrito)
cli-deliveries-erased = (izbrisano)
cli-deliveries-shown = Prikazano: { $shown } od { $count }. Naslednje pokaže --after { $last }
cli-doubts-none = Nič ni negotovo.
cli-doubts-waiting = Čaka na odločitev: { $numbers } ({ $attempts ->
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
        [one] Znova je v vrsti { $count } pošiljka.
        [two] Znova sta v vrsti { $count } pošiljki.
        [few] Znova so v vrsti { $count } pošiljke.
       *[other] Znova je v vrsti { $count } pošiljk.
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
cli-head-in-use = V uporabi
cli-head-note = Kaj je novega
cli-template-yes = da
cli-template-none = Svoje predloge še nimate. »bilten template begin statement MAPA« zapiše vira, s katerima lahko začnete.
cli-template-written = Zapisano: { $file }
cli-template = { $handle }, za vrsto: { $kind }
cli-template-in-use = Nove kampanje te vrste jo uporabijo.
cli-template-not-in-use = Nove kampanje je še ne uporabljajo. Da jo bodo: bilten template use
cli-template-library = Nove kampanje vrste »{ $kind }« uporabijo Biltenovo lastno predlogo.
cli-template-unreadable = { $file } ni mogoče prebrati kot besedilo UTF-8. Nič se ni spremenilo. Navedite drugo datoteko.
cli-template-example-language = V jeziku »{ $language }« ni primera. Nič se ni spremenilo. Izberite enega od teh: { $known }.

cli-adopt-nothing = Ničesar ni treba prevzeti. Nič se ni spremenilo.
cli-adopt-whole = Vse, kar se je od takrat zgodilo, je zabeleženo: ljudem, ki jih v zapisu ni, ni bilo nič poslano.
cli-adopt-parts =
    Tukaj ni znano vse, kar se je od takrat zgodilo. Pri ljudeh, ki so sporočilo morda že prejeli, je to negotovo, kampanje,
    ki so bile morda že poslane, pa so ustavljene: odločite vi. Če so s to podatkovno zbirko delali tudi drugi računalniki, dodajte
    njihove dnevnike: vsakega navedite z --journal.
cli-adopt-calls = Klici ponudnikov od takrat: { $count }
cli-adopt-noes = Ljudje, ki so se od takrat odjavili s seznama: { $count }
cli-adopt-suppressed = Naslovi, s katerih se je od takrat pošta vrnila ali se je prejemnik pritožil: { $count }
cli-adopt-erased = Od takrat izbrisani ljudje, ki so znova izbrisani: { $count }
cli-adopt-lists = Od takrat narejeni seznami, ki so spet tu, vendar brez naročnikov: { $count }
cli-adopt-questions = Sporočila za potrditev in dobrodošlico, ki se ne pošljejo znova: { $count }
cli-adopt-automations = Objave, ki jih avtomatizacije prepustijo sodelavcem: { $count }
cli-adopt-in-doubt = Bralci, pri katerih je negotovo in odločite vi: { $count }
cli-adopt-goes-on = Nadaljujejo se same: { $names }
cli-adopt-paused = Ustavljene do vaše odločitve: { $names }
cli-adopt-cancelled = Preklicane, ker so bile medtem preklicane ali morda poslane v različici, ki je izgubljena: { $names }
cli-adopt-perhaps-sent =
    Tukaj so v pripravi ali v pregledu, od takrat pa so bile morda odobrene in poslane. Preden katero pošljete, vprašajte
    sodelavce, ki so jih pripravljali: { $names }
cli-adopt-silenced = Bralcev, ki se že dolgo niso oglasili, ne sprašujemo več, dokler tega znova ne vklopite: { $names }
cli-adopt-unknown = Poslane pozneje, vendar jih v tej podatkovni zbirki ni več: { $names }
cli-adopt-looked = Nič se ni spremenilo. Da se vse to izvede in se pošiljanje nadaljuje: bilten adopt --apply
cli-adopt-done = Opravljeno. Pošiljanje je spet mogoče.
### Varnostna kopija in obnova

cli-backup-made = Varnostna kopija { $file } je zapisana in preverjena ({ $megabytes } MB).
cli-backup-not-of-an-older-state = Obnovljeno je bilo starejše stanje podatkovne zbirke in čaka na `bilten adopt`: varnostna kopija ni narejena, sicer bi izpodrinila kopije izgubljenega stanja.
cli-backup-of-the-day-is-there = Današnja varnostna kopija je že narejena ali pa ravno nastaja. Nič ni bilo narejeno.
cli-backup-whole =
    { $file } je popolna in nepoškodovana. Stara je { $hours ->
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
        [one] { $delivery } pošiljka
        [two] { $delivery } pošiljki
        [few] { $delivery } pošiljke
       *[other] { $delivery } pošiljk
    } ter { $assets ->
        [one] { $assets } slika ali PDF
        [two] { $assets } sliki ali PDF-a
        [few] { $assets } slike ali PDF-i
       *[other] { $assets } slik in PDF-ov
    }.
cli-backup-key-inside = Skrivni ključ je v njej: kdor ima to datoteko, ima vse. Hranite jo na varnem.
cli-backup-key-outside =
    Skrivnega ključa v njej ni: datoteko .env hranite drugje. Brez nje bo obnova zavrnjena.
cli-restore-age =
    Varnostna kopija je stara { $hours ->
        [0] manj kot uro
        [one] { $hours } uro
        [two] { $hours } uri
        [few] { $hours } ure
       *[other] { $hours } ur
    }, naredil jo je Bilten { $version } (shema { $schema }). Kopija je popolna in nepoškodovana.
cli-head-what = Kaj
cli-head-action = Tehnično ime
cli-head-in-backup = V kopiji
cli-head-at-present = Zdaj
cli-restore-subscribers = Naročniki
cli-restore-unsubscribed = Odjavljeni
cli-restore-suppressed = Naslovi, na katere se ne pošilja
cli-restore-campaigns = Kampanje
cli-restore-nothing-to-compare =
    Sedanje podatkovne zbirke ni, je poškodovana ali iz druge različice, zato primerjava ni mogoča.
cli-restore-lost = { $count ->
    [one] { $count } kampanja je novejša od kopije in bi bila izgubljena:
    [two] { $count } kampanji sta novejši od kopije in bi bili izgubljeni:
    [few] { $count } kampanje so novejše od kopije in bi bile izgubljene:
   *[other] { $count } kampanj je novejših od kopije in bi bile izgubljene:
 }
cli-restore-under-way = { $count ->
    [one] { $count } kampanja je bila ob kopiranju v teku in je morda od takrat že poslana:
    [two] { $count } kampanji sta bili ob kopiranju v teku in sta morda od takrat že poslani:
    [few] { $count } kampanje so bile ob kopiranju v teku in so morda od takrat že poslane:
   *[other] { $count } kampanj je bilo ob kopiranju v teku in so morda od takrat že poslane:
 }
cli-restore-assets = { $count ->
    [0] Vse slike in PDF-i so tu.
    [one] Manjka { $count } slika ali PDF, ki je v kopiji.
    [two] Manjkata { $count } sliki ali PDF-a, ki sta v kopiji.
    [few] Manjkajo { $count } slike ali PDF-i, ki so v kopiji.
   *[other] Manjka { $count } slik in PDF-ov, ki so v kopiji.
 }
cli-restore-nothing-since = Po tej varnostni kopiji ni bilo nič poslano.
cli-restore-unknown-here =
    Ta računalnik še nikoli ni delal s to podatkovno zbirko in ne ve, kaj je bilo po varnostni kopiji poslano. Od tod ne
    bo poslano nič, dokler ne zaženete bilten adopt. Če je to kopija za preizkušanje, jo pustite tako.
cli-restore-rehearsed = To je bil preizkus: nič se ni spremenilo. Za obnovo dodajte --apply.
cli-restore-aside = Prejšnja podatkovna zbirka je shranjena: { $place }. Izbrišite jo, ko boste prepričani, da je ne potrebujete.
cli-restore-done = Varnostna kopija je obnovljena. Zaženite bilten doctor, nato Bilten.

## Clicks

cli-clicks-on = Kliki se štejejo v kampanjah, oddanih od zdaj naprej, nikoli pa v tistih za zaščitene sezname.
cli-clicks-off = Kliki se ne štejejo.
cli-head-rule = Kaj
cli-head-days = Po dneh
cli-head-due = Za izbris
cli-head-oldest = Najstarejši
cli-head-received = Prejeto
cli-head-due-on = Rok
cli-gdpr-signature-ours = Datoteko je naredila ta namestitev, { $time }, in od takrat ni bila spremenjena. Kaže, kateri koraki privolitve so bili zabeleženi za naslov v njej in s katerim besedilom; potrditev po povezavi pomeni, da jo je odprl nekdo z dostopom do tega nabiralnika.
cli-gdpr-signature-others = Datoteka od podpisa ni bila spremenjena, vendar ključ podpisa ni ključ te namestitve: naredila jo je druga ali pa je bil BILTEN_SECRET_KEY takrat drugačen.
cli-gdpr-signature-broken = To ni podpisano dokazilo o privolitvi ali pa je bilo po podpisu spremenjeno. Ne dokazuje ničesar.
cli-gdpr-evidence-written = Zapisano v { $file }. Datoteka je podpisana; preveri jo »bilten gdpr verify«.
cli-gdpr-no-file = Datoteke { $file } ni mogoče prebrati. Preverite ime in mapo.
cli-gdpr-language = Evidenca je napisana v slovenščini (sl) in angleščini (en).
cli-head-key = Ključ
cli-head-rows = Vrstice na poti
cli-head-key-state = Stanje
cli-key-newest = najnovejši
cli-key-older = starejši
cli-key-unknown = ni v nastavitvah
cli-keys-none = Ključa ni in nič ni šifrirano. Naredite ga z ukazom: bilten keys new
cli-keys-unencrypted = Nešifrirano: { $people ->
    [one] { $people } oseba
    [two] { $people } osebi
    [few] { $people } osebe
   *[other] { $people } oseb
  } z zaščitenih seznamov, { $rows ->
    [one] { $rows } vrstica
    [two] { $rows } vrstici
    [few] { $rows } vrstice
   *[other] { $rows } vrstic
  } na poti.
cli-keys-missing =
    V BILTEN_ENCRYPTION_KEYS ni ključa. Nič se ni spremenilo.
    Naredite ga z ukazom bilten keys new.
cli-keys-rotated = Z najnovejšim ključem šifrirano: { $people ->
    [one] { $people } oseba
    [two] { $people } osebi
    [few] { $people } osebe
   *[other] { $people } oseb
  }, { $rows ->
    [one] { $rows } vrstica
    [two] { $rows } vrstici
    [few] { $rows } vrstice
   *[other] { $rows } vrstic
  } na poti.

### Izbori

cli-digests-none = Izborov še ni. Ustvarite ga z ukazom: bilten digest add
cli-digest-on = »{ $name }« je vklopljen. Naslednjič: { $next }.
cli-digest-is-off = je izklopljen
cli-digest-on-publication = »{ $name }« je vklopljen: vsaka novica posebej, takoj ko je objavljena.
cli-digest-at-once = takoj ko je kaj objavljeno
cli-digest-nothing = Nič ne čaka.
cli-digest-served = { $count ->
    [one] { $count } oseba je izbrala, da novice prejema v njem. Dokler je izklopljen in ni drugega, jih prejema takoj.
    [two] { $count } osebi sta izbrali, da novice prejemata v njem. Dokler je izklopljen in ni drugega, jih prejemata takoj.
    [few] { $count } osebe so izbrale, da novice prejemajo v njem. Dokler je izklopljen in ni drugega, jih prejemajo takoj.
   *[other] { $count } oseb je izbralo, da novice prejema v njem. Dokler je izklopljen in ni drugega, jih prejema takoj.
  }
cli-digest-mode-draft = pripravi osnutek
cli-digest-mode-ask = odda v odobritev
cli-digest-mode-send = pošlje
cli-digest-next = Naslednji: { $times }
cli-digest-subject = Zdaj, zadeva ({ $language }): { $subject }
cli-digest-state-irrelevant = ni zanj
cli-digest-state-skipped = izpuščena
cli-digest-state-queued = čaka
cli-digest-state-drafted = v kampanji
cli-digest-state-sent = poslana
cli-digest-state-held = zadržana
cli-digest-state-errored = napaka

cli-audit-sealed = Zapečateni zapisi: { $entries }, pečati: { $seals }.
cli-audit-pruned = Pečati, katerih zapisi so se po preteku roka izbrisali: { $seals }.
cli-audit-unsealed = { $entries ->
    [0] Noben zapis ne čaka na pečat.
   *[other] Zapisi, ki še niso zapečateni: { $entries }.
}
cli-audit-last = Zadnji pečat: { $hash }
cli-audit-whole = Vsi zapečateni zapisi so na svojem mestu in nespremenjeni.

# Pozdravne serije
cli-head-had = Prejelo
cli-head-campaign = Kampanja
cli-welcome-none = Pozdravnih serij še ni. Ustvarite jo z ukazom: bilten welcome add
cli-welcome-added = Serija »{ $name }« je ustvarjena in izklopljena. Sporočila dodate z ukazom: bilten welcome add-email
cli-welcome-turned-on = Serija »{ $name }« je vklopljena. Začne se s tistimi, ki naročilo potrdijo od zdaj naprej.
cli-welcome-turned-off = Serija »{ $name }« je izklopljena.
cli-welcome-is-on = vklopljena od { $since }
cli-welcome-is-off = izklopljena
cli-welcome-drafted = Kampanja { $number } je osnutek. Napišite jo, oddajte in dajte v odobritev.
cli-welcome-saved = Shranjeno.
cli-welcome-coming = { $day }: sporočilo za dan { $days }, bralcev: { $count }
cli-welcome-state-no_text = brez besedila
cli-welcome-state-draft = v pripravi
cli-welcome-state-in_review = čaka na odobritev
cli-welcome-state-approved = odobreno
cli-welcome-state-goes_out = se pošilja
cli-welcome-state-is_off = izklopljeno
cli-welcome-state-paused = ustavljeno
cli-welcome-state-stopped = končano

cli-still-wanted-on = Vklopljeno: vprašani so bralci, ki se niso oglasili toliko mesecev: { $months }. Največ na dan: { $most }. Na vprašanje še čakajo: { $count }
cli-still-wanted-off = Izklopljeno. Bralci, ki se niso oglasili toliko mesecev: { $months }. Vprašanih bi bilo: { $count }. Največ na dan: { $most }
cli-still-wanted-stays = Kdor ne odgovori, ostane na seznamu.
cli-still-wanted-leaves = Kdor ne odgovori, je odjavljen s seznama. Dni za odgovor: { $days }
