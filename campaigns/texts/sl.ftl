### Errors

campaigns-unknown = Kampanje { $id } ni. Nič se ni spremenilo. Poglejte seznam kampanj.
campaigns-no-variant = »{ $name }« nima besedila v jeziku »{ $language }«. Nič se ni spremenilo.
campaigns-variant-exists = »{ $name }« že ima besedilo v jeziku »{ LANGUAGE($language) }«. Nič se ni spremenilo.
campaigns-main-variant-stays =
    »{ LANGUAGE($language) }« je glavni jezik kampanje »{ $name }«, zato ga ni mogoče odstraniti. Nič se ni
    spremenilo. Če ga ne potrebujete, pripravite novo kampanjo z drugim glavnim jezikom.
campaigns-second-sender-same = »{ $name }« ne more biti hkrati prvi in rezervni pošiljatelj. Nič se ni spremenilo. Izberite drugega ali nobenega.
campaigns-template-of-other-kind = Predloga »{ $name }« je za drugo vrsto kampanje. Nič se ni spremenilo. Izberite predlogo te vrste.
campaigns-sender-campaign-under-way =
    Kampanja »{ $name }«, ki jo pošilja »{ $sender }«, je v teku: oddana, odobrena, načrtovana ali se pošilja.
    Nič se ni spremenilo. Počakajte, da bo poslana, ali naredite drugega pošiljatelja.
campaigns-reopen-sender-changed =
    Pošiljatelj »{ $name }« se je po odobritvi te kampanje spremenil, zato se iz nje ne pošlje nič več. Nič se ni
    spremenilo. Za tiste, ki je niso dobili, pripravite novo kampanjo.
campaigns-sender-not-paused = Pošiljatelj »{ $name }« ni ustavljen. Nič se ni spremenilo.
campaigns-protected-not-public =
    »{ $name }« je za seznam ljudi, ki bi bili lahko ogroženi, zato ne more biti v javnem arhivu. Nič se ni
    spremenilo. Izberite »kdor ima povezavo« ali »nihče«.
campaigns-too-many-items =
    Za eno kampanjo je novic preveč ({ $count }); največ jih je lahko { $limit }. Osnutek ni nastal. Razdelite
    jih na dve kampanji.
campaigns-block-unknown = Tega bloka ni več v kampanji. Nič se ni spremenilo. Znova odprite sestavljanje in poglejte, kaj je v njej zdaj.
campaigns-block-newer = Blok je zapisala novejša različica Biltena (oblika { $version }), ki je ta različica ne zna prebrati. Nič se ni spremenilo. Posodobite Bilten.
campaigns-version-unknown = Take različice kampanje ni.
campaigns-preview-reader-unknown = Naročnika s tem naslovom ni.
campaigns-nothing-to-undo = Ničesar več ni mogoče razveljaviti.
campaigns-nothing-to-redo = Ničesar več ni mogoče ponoviti.
campaigns-compose-submitted = Kampanja je bila medtem oddana, zato se med pisanjem nič ne shranjuje. Pritisnite Shrani: potem bo spet osnutek.
campaigns-block-of-item = Novica se doda tako, da jo izberete. Nič ni dodano. Izberite novico in poskusite znova.
campaigns-too-many-blocks = Kampanja ima največ { $limit } blokov. Nič ni dodano. Najprej katerega odstranite.
campaigns-no-items-chosen = Niste izbrali nobene novice, zato ni nič dodano. Izberite vsaj eno.
campaigns-block-empty = Blok { $number } ({ $kind ->
    [heading] naslov
    [text] besedilo
    [quotation] citat
    [picture] slika
    [button] gumb
    [pdf] PDF
   *[appeal] poziv
  }) je v vseh jezikih prazen in ga v sporočilu ne bo. Izpolnite ga ali ga odstranite.
campaigns-block-language-missing = Blok { $number } ({ $kind ->
    [heading] naslov
    [text] besedilo
    [quotation] citat
    [picture] slika
    [button] gumb
    [pdf] PDF
   *[appeal] poziv
  }) nima besedila { $variants ->
    [one] v jeziku
   *[other] v jezikih
  }: { LANGUAGES($missing) }. Bralci { $variants ->
    [one] te različice
   *[other] teh različic
  } ga vidijo v jeziku: { LANGUAGE($instead) }. Dodajte besedilo ali odstranite blok.
campaigns-item-twice = Ena od novic je navedena dvakrat. Osnutek ni nastal. Vsako navedite enkrat.
campaigns-unknown-language =
    »{ $language }« ni oznaka jezika. Osnutek ni nastal. Uporabite oznake, kot so sl, en ali ar.
campaigns-no-brand =
    Ime in poštni naslov organizacije še nista vpisana, vsako sporočilo pa ju mora imeti. Nič se ni spremenilo.
    Zaženite »bilten init« in poskusite znova.
campaigns-changed-meanwhile =
    Kampanjo »{ $name }« je pravkar spremenil nekdo drug. Vaša sprememba ni bila shranjena, nič pa se ni
    izgubilo. Osvežite stran in poskusite znova.
campaigns-not-now =
    To zdaj ni mogoče: { $state ->
        [draft] kampanja je še osnutek
        [in_review] kampanja je v pregledu
        [approved] kampanja je odobrena, čas pošiljanja pa ni določen
        [scheduled] kampanja je načrtovana
        [preparing] kampanja bo vsak hip poslana
        [sending] kampanja se pošilja
        [paused] kampanja je ustavljena
        [sent] kampanja je že poslana
       *[cancelled] kampanja je preklicana
    }. Nič se ni spremenilo.
    Preverite trenutno stanje; morda jo je medtem spremenil kdo drug.
campaigns-changed-since-seen =
    Kampanja »{ $name }« se je spremenila, odkar ste jo pregledali. Ni bila odobrena. Še enkrat jo preglejte
    in jo nato odobrite.
campaigns-correction-too-early =
    Kampanja »{ $name }« še ni bila poslana, zato popravek ni potreben. Nič se ni spremenilo. Raje uredite kampanjo.
campaigns-changed-by-another =
    Odkar ste odprli stran, je to spremenil nekdo drug. Nič ni bilo shranjeno in sprememba druge osebe ni izgubljena. Preberite, kaj
    piše zdaj; če jo želite zamenjati s svojo, shranite še enkrat.
campaigns-own-approval =
    Osnutek »{ $name }« je vaš, zato ga mora odobriti nekdo drug. Nič se ni spremenilo.
campaigns-statement-no-text = Ta novica še nima besedila v nobenem jeziku.
campaigns-statement-no-list = Ni seznama, za katerega smejo vedeti vsi in na katerega se pošiljajo kampanje.
campaigns-statement-no-sender = Ni pošiljatelja, s katerim bi lahko poslali kampanjo.
campaigns-statement-protected = Ta novica je za zaščiten seznam. V enem koraku je ni mogoče poslati vsem: pripravite kampanjo in izberite prejemnike.
campaigns-rehearsal-changed = Kampanja se je med vajo spremenila. Ponovite vajo.
campaigns-import-column-file = datoteka
campaigns-import-column-line = vrstica
campaigns-import-column-address = e-naslov
campaigns-import-column-name = ime
campaigns-import-column-language = jezik
campaigns-import-column-outcome = izid
campaigns-import-column-reason = razlog
campaigns-import-column-undone = razveljavljeno
campaigns-import-column-said_elsewhere = povedano drugje
campaigns-import-broke = Nekaj je šlo narobe v samem Biltenu in uvoz se je ustavil. Kar je zapisano, ostane in ne bo zapisano dvakrat. Če se ponovi, obvestite skrbnika strežnika.
campaigns-rehearsal-broke = Nekaj je šlo narobe v samem Biltenu. Nič ni bilo poslano. Če se ponovi, obvestite skrbnika strežnika.
campaigns-rehearsal-refused-header = ime ali naslov, ki ga e-sporočilo ne more vsebovati
campaigns-rehearsal-refused-large = večje, kot sprejme ponudnik
campaigns-rehearsal-refused-provider = v nasprotju s pravili ponudnika
campaigns-comment-missing = Komentarja ni. Napišite, kaj želite sporočiti.
campaigns-comment-unknown = Tega komentarja ni. Nič se ni spremenilo.
campaigns-comments-too-many = Kampanja ima lahko { $limit } komentarjev. Ta ni shranjen.
campaigns-remark-missing = Pripombe ni. Kampanja ni bila vrnjena v popravek. Napišite, kaj naj se spremeni.
campaigns-remark-too-long =
    Znakov v besedilu: { $count }, dovoljenih pa jih je največ { $limit }. Nič se ni spremenilo in kar ste napisali, je
    ohranjeno. Skrajšajte besedilo.
campaigns-test-not-staff =
    Naslova »{ $address }« nima nihče od sodelavcev. Poskusno sporočilo ni bilo poslano. Pošljete ga lahko le sodelavcem.
campaigns-test-nobody = Nihče ni izbran. Poskusno sporočilo ni bilo poslano. Izberite vsaj enega sodelavca.
campaigns-test-too-many =
    Izbranih sodelavcev: { $count }, dovoljenih pa jih je največ { $limit }. Poskusno sporočilo ni bilo poslano. Izberite
    jih manj.
campaigns-test-language =
    »{ $name }« nima besedila v jeziku »{ $language }«. Poskusno sporočilo ni bilo poslano. Izberite drug jezik.
campaigns-test-no-sender =
    Pošiljatelj »{ $name }« je ustavljen, zato po njem ni mogoče poslati poskusnega sporočila. Nič ni bilo poslano.
    Razlog je na strani pošiljateljev.
campaigns-test-rate =
    Po enem pošiljatelju gre največ { $limit } poskusnih sporočil na uro. Poskusno sporočilo ni bilo poslano. Poskusite
    pozneje.
campaigns-test-subject = [Poskus] { $subject }
campaigns-test-banner =
    To je poskusno sporočilo: »{ $name }«, jezik: { LANGUAGE($language) }. Pošilja: { $by }. Bralci ga niso prejeli.
    Povezavi za odjavo in nastavitve ne naredita ničesar.
campaigns-staff-mail-unset =
    Nihče ne prejme obvestila po e-pošti, ker zanje ni nastavljen pošiljatelj. Navedite ga v BILTEN_STAFF_SENDER in
    znova zaženite Bilten; do takrat sodelavce obvestite sami.
campaigns-staff-mail-unknown =
    Nihče ne prejme obvestila po e-pošti, ker BILTEN_STAFF_SENDER ali BILTEN_SIGN_UP_SENDER navaja pošiljatelja
    »{ $name }«, ki ga ni. Popravite nastavitev ali dodajte pošiljatelja; do takrat sodelavce obvestite sami.
campaigns-staff-mail-paused =
    Nihče ne prejme obvestila po e-pošti, dokler je pošiljatelj »{ $name }« ustavljen. Oglejte si stran pošiljateljev;
    do takrat sodelavce obvestite sami.

### Email to staff

campaigns-need-staff-mail = Obvestila za sodelavce čakajo.
campaigns-mail-submitted-subject = Čaka na vašo odobritev: { $name }
campaigns-mail-submitted =
    { $by }: kampanja »{ $name }« je oddana v odobritev. { $count ->
        [one] Prejel bi jo { $count } bralec.
        [two] Prejela bi jo { $count } bralca.
        [few] Prejeli bi jo { $count } bralci.
       *[other] Prejelo bi jo { $count } bralcev.
    }
campaigns-mail-submitted-welcome =
    { $by }: kampanja »{ $name }« je oddana v odobritev. To je sporočilo pozdravne serije: prejel bi ga vsak nov bralec, dokler je serija vklopljena.
campaigns-mail-approved-subject = Odobreno: { $name }
campaigns-mail-approved = { $by }: kampanja »{ $name }« je odobrena. Zdaj lahko izberete, kdaj naj bo poslana.
campaigns-mail-sent-back-subject = Vrnjeno v popravek: { $name }
campaigns-mail-sent-back = { $by }: kampanja »{ $name }« je vrnjena v popravek in je spet osnutek. Pripomba:
campaigns-mail-open-campaign = Odprite kampanjo
campaigns-mail-why = To sporočilo ste prejeli, ker delate tukaj. Povezava se odpre, ko se prijavite.
campaigns-mail-operator = Oseba, ki skrbi za strežnik
campaigns-mail-identity-provider = Storitev, s katero se prijavljate v vaši organizaciji
campaigns-mail-invitation-subject = Vaš račun za Bilten
campaigns-mail-invitation = { $by }: za vas je na { $site } ustvarjen račun za Bilten. S spodnjo povezavo si nastavite geslo; nato boste takoj prijavljeni.
campaigns-mail-password-link-subject = Novo geslo za Bilten
campaigns-mail-password-link = { $by } vam pošilja povezavo za novo geslo za Bilten na { $site }. Dosedanje geslo velja, dokler povezave ne uporabite.
campaigns-mail-password-reset-subject = Novo geslo za Bilten
campaigns-mail-password-reset = Nekdo, upamo, da vi, je prosil za novo geslo za Bilten na { $site }. Če to niste bili vi, vam ni treba storiti ničesar: dosedanje geslo velja, dokler povezava ni uporabljena.
campaigns-mail-set-password = Nastavite geslo
campaigns-mail-password-once = Povezavo lahko uporabite enkrat, do { DATE($until, case: "genitive") }. Sporočila ne posredujte naprej: kdor ima povezavo, lahko nastavi vaše geslo. Če ga niste pričakovali, obvestite sodelavca, ki je skrbnik.
campaigns-mail-alert-second_factor_removed-subject = Drugi dejavnik je bil odstranjen
campaigns-mail-alert-second_factor_removed-own = Drugi dejavnik vašega računa za Bilten na { $site } je bil odstranjen. Kdo ga je odstranil: { $by }. Dokler ga ne nastavite znova, za prijavo zadošča samo geslo.
campaigns-mail-alert-second_factor_removed = Drugi dejavnik osebe { $name } za Bilten na { $site } je bil odstranjen. Kdo ga je odstranil: { $by }. Dokler ne bo nastavljen nov, za prijavo v ta račun zadošča samo geslo.
campaigns-mail-alert-one_factor_removed-subject = { $kind ->
    [passkey] Ključ za dostop je bil odstranjen
   *[app] Aplikacija za kode je bila odstranjena
  }
campaigns-mail-alert-one_factor_removed-own = { $kind ->
    [passkey] Iz vašega računa za Bilten na { $site } je bil odstranjen ključ za dostop.
   *[app] Iz vašega računa za Bilten na { $site } je bila odstranjena aplikacija za kode.
  } Kdo je to storil: { $by }. Ostaja vam še en drugi dejavnik.
campaigns-mail-alert-one_factor_removed = { $kind ->
    [passkey] Iz računa osebe { $name } za Bilten na { $site } je bil odstranjen ključ za dostop.
   *[app] Iz računa osebe { $name } za Bilten na { $site } je bila odstranjena aplikacija za kode.
  } Kdo je to storil: { $by }. Račun ima še en drugi dejavnik.
campaigns-mail-alert-new_device-subject = Prijava z nove naprave: { $name }
campaigns-mail-alert-new_device-own = V vaš račun za Bilten na { $site } se je nekdo prijavil z naprave, s katere se doslej še niste prijavili: { $browser ->
    [unknown] brskalnik, ki se ni predstavil
   *[other] { $browser }
    }. Če ste bili to vi, vam ni treba storiti ničesar.
campaigns-mail-alert-new_device = Prijava v račun osebe { $name } za Bilten na { $site } z naprave, s katere se ta oseba doslej še ni prijavila: { $browser ->
    [unknown] brskalnik, ki se ni predstavil
   *[other] { $browser }
    }.
campaigns-mail-alert-enabled-subject = Račun je spet omogočen: { $name }
campaigns-mail-alert-enabled-own = Vaš račun za Bilten na { $site } je spet omogočen, z enakimi vlogami kot prej. Kdo ga je omogočil: { $by }.
campaigns-mail-alert-enabled = Račun osebe { $name } za Bilten na { $site } je bil onemogočen in je zdaj spet omogočen, z enakimi vlogami kot prej; navedene so v Nastavitvah pod Sodelavci. Kdo ga je omogočil: { $by }.
campaigns-mail-alert-colleague_added-subject = Nova oseba med sodelavci: { $name }
campaigns-mail-alert-colleague_added = Oseba { $name } ima zdaj račun za Bilten na { $site }. Kdo jo je dodal: { $by }. Njene vloge so navedene v Nastavitvah pod Sodelavci.
campaigns-mail-alert-role_raised-subject = Več dovoljenj: { $name }
campaigns-mail-alert-role_raised-own = V Biltenu na { $site } imate zdaj druge vloge, ki vam dovoljujejo več kot prej. Kdo jih je dodelil: { $by }. Katere so, vidite po prijavi pod svojim imenom.
campaigns-mail-alert-role_raised = Oseba { $name } ima v Biltenu na { $site } zdaj druge vloge, ki ji dovoljujejo več kot prej. Kdo jih je dodelil: { $by }. Katere so, je navedeno v Nastavitvah pod Sodelavci.
campaigns-mail-alert-exported-subject = Naročniki so bili izvoženi
campaigns-mail-alert-exported = Naročniki so bili iz Biltena na { $site } izvoženi v datoteko. Kdo jih je izvozil: { $by }. Kateri seznam, koliko ljudi in zakaj, je zapisano v revizijski sledi (Nastavitve, Revizijska sled).
campaigns-mail-alert-do = Če tega niste pričakovali, se takoj pogovorite s to osebo in s skrbniki: morda poskuša kdo vdreti v račun. Skrbnik lahko račun do pojasnitve onemogoči.
campaigns-mail-alert-do-own = Če tega niste pričakovali, to takoj sporočite skrbniku: morda vaš račun uporablja kdo drug. Pod svojim imenom se lahko povsod odjavite in nastavite novo geslo, če ga tukaj imate. Skrbnik lahko račun do pojasnitve onemogoči.
campaigns-folder-nowhere = Na strežniku še ni določeno, kje so lahko mape. Nič se ni spremenilo. Oseba, ki skrbi za strežnik, enkrat nastavi BILTEN_FOLDERS_BELOW ali uporabi »bilten folders add«.
campaigns-folder-refused = To ni mapa znotraj { $below }, ki jo Bilten sme brati. Nič se ni spremenilo. Preverite pot; začne se s »/«.
campaigns-folder-own = Mapa { $folder } vsebuje datoteke Biltena ali leži med njimi, zato je ni mogoče spremljati. Nič se ni spremenilo. Izberite drugo mapo.
campaigns-folder-name = Ime je prazno, daljše od { $limit } znakov ali vsebuje kontrolne znake. Nič se ni spremenilo. Vpišite kratko ime.
campaigns-folder-watched = Ta mapa se že spremlja, z imenom »{ $folder }«. Nič se ni spremenilo.
campaigns-folder-in-use = To mapo še bere avtomatizacija »{ $name }«. Nič se ni spremenilo. Avtomatizacijo najprej izklopite.
campaigns-folder-stopped = Mapa »{ $folder }« se ne spremlja več. Nič se ni spremenilo. Skrbnik jo lahko spet doda v nastavitvah, pod Mape.
campaigns-sender-in-settings = Pošiljatelj »{ $sender }« je naveden v nastavitvah na strežniku ({ $variable }), zato obdrži to ime. Nič se ni spremenilo. Oseba, ki skrbi za strežnik, lahko tam najprej navede drugega pošiljatelja.
campaigns-approver-let-in =
    Vaše geslo je bilo pravkar nastavljeno s povezavo, ki jo je ustvaril nekdo, ki je sodeloval pri tej vsebini ({ $name }). Nič se
    ni spremenilo. V naslednjih 24 urah jo mora odobriti nekdo drug.
campaigns-approver-lets-in =
    Pri tej vsebini je sodelovala oseba { $name }, katere geslo je bilo pravkar nastavljeno z vašo povezavo. Nič se ni spremenilo.
    V naslednjih 24 urah jo mora odobriti nekdo drug.
campaigns-approver-contributed =
    Spremenili ste { $matter ->
        [words] besedilo kampanje »{ $name }«
        [senders] pošiljatelja kampanje »{ $name }«
        [template] predlogo kampanje »{ $name }«
        [audience] naslovnike kampanje »{ $name }« ali jezike njenega seznama
        [news] novico v kampanji »{ $name }«
        [brand] podobo, ki jo uporablja »{ $name }«
       *[content] nekaj v kampanji »{ $name }«
    }, zato vaša odobritev ne velja. Nič se ni spremenilo.
    Odobriti jo mora nekdo, ki v njej ni spremenil ničesar; to je lahko tudi skrbnik. Če svojo spremembo
    razveljavite, jo lahko spet odobrite vi.
campaigns-people-reason-missing = Napišite, zakaj. Nič se ni spremenilo.
campaigns-people-reason-too-long = Razlog je predolg; dovoljenih je { $limit } znakov. Nič se ni spremenilo.
campaigns-people-reason-unreadable = V razlogu so znaki, ki jih ni mogoče videti. Nič se ni spremenilo; vpišite ga znova.
campaigns-people-reason-names = V razlogu je ime osebe ali naslov, razlog pa ostane v dnevniku tudi po izbrisu podatkov. Nič se ni spremenilo; napišite ga brez tega.
campaigns-people-status-unknown = To ni stanje prijave. Uporabite eno od teh: { $known }.
campaigns-people-status-of-list = Seznamov je več. Izberite, za kateri seznam velja prijava.
campaigns-people-not-on-list = Ta oseba ni prijavljena na seznam »{ $list }«. Nič se ni spremenilo.
campaigns-people-already-suppressed = Ta naslov je že blokiran. Nič se ni spremenilo.
campaigns-people-export-is-partial = Obstajajo zaščiteni seznami, katerih naročnikov ne smete videti, zato izročeni podatki morda ne bi bili popolni. Obrnite se na nekoga, ki jih sme videti.
campaigns-people-address-is-partial = Obstajajo zaščiteni seznami, katerih naročnikov ne smete videti, novi naslov pa bi vam lahko razkril, kdo je na njih. Obrnite se na nekoga, ki jih sme videti.
campaigns-people-nobody-asks = Novi naslov mora potrditi prejemnik, pošiljatelj za taka sporočila pa ni izbran (BILTEN_SIGN_UP_SENDER). Nič se ni spremenilo.
campaigns-people-merge-is-partial = Obstajajo zaščiteni seznami, katerih naročnikov ne smete videti, združitev pa bi vam lahko razkrila, kdo je na njih. Obrnite se na nekoga, ki jih sme videti.
campaigns-people-merge-same = To nista dva vpisa: številki sta enaki. Nič se ni spremenilo.
campaigns-people-merge-under-way = Eden od obeh vpisov pravkar dobiva kampanjo in še ni znano, ali je sporočilo sprejeto. Nič se ni spremenilo. Poskusite znova čez nekaj minut ali pa prej odločite o dvomljivih sporočilih.
campaigns-export-needs-grant = »{ $list }« je zaščiteni seznam: izvozi se le, če izvoz odobri še nekdo, ki ga sme izvoziti. Prosite na strani Izvoz naročnikov ali z --request.
campaigns-export-is-protected = To je zaščiteni seznam, katerega naročnikov ne smete videti. Obrnite se na nekoga, ki jih sme videti.
campaigns-export-segment-protected = Ta segment pove, kdo je na zaščitenem seznamu »{ $list }«. Nič ni bilo izvoženo; raje prosite za izvoz tega seznama.
campaigns-export-too-many-rows = Excelov list ima { $limit } vrstic, naročnikov pa je več. Nič ni bilo izvoženo; izberite CSV.
campaigns-export-asked-already = Za ta seznam ste že prosili; prošnja čaka ali je odobrena.
campaigns-export-own = Lastne prošnje ne morete odobriti. Obrnite se na nekoga, ki sme izvoziti zaščitene sezname.
campaigns-export-anothers = Datoteko lahko prevzame le, kdor je zanjo prosil.
campaigns-export-not-waiting = Ta prošnja ne čaka več: o njej je odločeno ali pa je njen dan potekel.
campaigns-export-not-granted = Ta prošnja ni odobrena ali ni več: odobritev velja eno uro in za eno datoteko. Prosite znova.
campaigns-export-needs-a-person = Navedite, kdo ste: --as z vašim e-naslovom. Zaščiteni seznam izvozita dve osebi.
campaigns-export-gone = Te prošnje ni.

## Bralci: v kaj so privolili, na strani z njihovimi podatki

campaigns-people-consent-requested = Želja po prijavi
campaigns-people-consent-confirmed = Potrjeno
campaigns-people-consent-unsubscribed = Odjava
campaigns-people-method-import = v uvoženi datoteki
campaigns-people-method-import_opt_out = v uvoženi datoteki, od vsega
campaigns-people-method-staff = prek sodelavcev
campaigns-people-method-sign_up = na strani za prijavo
campaigns-people-method-confirmation_link = s povezavo v sporočilu za potrditev
campaigns-people-method-unsubscribe_page = na strani za odjavo
campaigns-people-method-preferences_page = na strani z nastavitvami
campaigns-people-method-one_click = z gumbom poštnega programa
campaigns-people-method-address_change = ob spremembi naslova
campaigns-people-method-still_wanted = ob vprašanju, ali sporočila še želijo
campaigns-people-method-no_answer = ker na vprašanje, ali sporočila še želijo, ni bilo odgovora

## Sodelavci

campaigns-people-suppressed-bounced = Sporočila na ta naslov so bila zavrnjena; blokiran je od { DATE($time, case: "genitive") }.
campaigns-people-suppressed-complained = Lastnik tega naslova je sporočilo označil kot neželeno; blokiran je od { DATE($time, case: "genitive") }.
campaigns-people-suppressed-provider_unsubscribed = Lastnik tega naslova se je odjavil pri ponudniku; blokiran je od { DATE($time, case: "genitive") }.
campaigns-people-suppressed-staff = Ta naslov so sodelavci blokirali; blokiran je od { DATE($time, case: "genitive") }.
campaigns-people-did-unsubscribed = Odjava
campaigns-people-did-unsubscribed_from_all = Odjava z vseh seznamov
campaigns-people-did-corrected = Popravek imena ali jezika
campaigns-people-did-fields_filled = Sprememba polj
campaigns-people-did-readdressed = Popravek naslova
campaigns-people-did-merged = Združitev z drugim vpisom
campaigns-people-did-suppressed = Blokada naslova
campaigns-people-did-lifted = Preklic blokade
campaigns-people-did-exported = Izročitev podatkov
campaigns-people-did-evidence = Izročitev dokazila o privolitvi
campaigns-people-did-exported_many = Izvoz v datoteko
campaigns-people-did-erased = Izbris podatkov
campaigns-readers-hidden =
    Ta kampanja je šla na zaščiten seznam, vi pa nimate dovoljenja videti, kdo je na njem. Nič ni bilo prikazano. Skrbnik
    vam lahko dodeli vlogo »Zaščiteni seznami« (Nastavitve, Sodelavci).
campaigns-nobody-left-to-approve =
    Premalo je ljudi, ki smejo odobriti to kampanjo: kdor je v njej kaj napisal ali spremenil, je ne
    more odobriti. Potrebujete še koga, ki sme odobravati, ali skrbnika, ki v njej ni spremenil ničesar; lahko pa katero
    od sprememb razveljavite.
campaigns-approver-unknown =
    Odobriti mora oseba. Nič se ni spremenilo. Prijavite se ali se navedite z --as.
campaigns-check-failed =
    { $count ->
        [one] Pregled je v »{ $name }« našel { $count } napako,
        [two] Pregled je v »{ $name }« našel { $count } napaki,
        [few] Pregled je v »{ $name }« našel { $count } napake,
       *[other] Pregled je v »{ $name }« našel { $count } napak,
    } s katerimi ne sme biti poslana. Nič ni bilo oddano, osnutek je nespremenjen. Popravite, kar našteje pregled,
    in oddajte znova.
campaigns-time-past =
    { DATE($time, case: "genitive") } ({ $zone }) je že mimo. Čas pošiljanja ni bil določen. Izberite poznejši čas ali pošljite takoj.
campaigns-time-far =
    Leto v { DATE($time) } je predaleč; zadnje možno je { $last }. Čas pošiljanja ni bil določen. Popravite leto.
campaigns-time-does-not-exist =
    Tisto noč se ura premakne naprej, zato { DATE($time, case: "genitive") } v pasu { $zone } ne obstaja. Čas pošiljanja ni bil določen.
    Izberite eno uro poznejši čas.
campaigns-time-twice =
    Tisto noč se ura premakne nazaj, zato { DATE($time) } v pasu { $zone } nastopi dvakrat. Čas pošiljanja ni bil določen.
    Izberite, katerega od obeh časov mislite.
campaigns-time-offset =
    { DATE($time) }: v pasu { $zone } takrat ne velja { $offset }. Čas pošiljanja ni bil določen. Odmik
    popravite ali izpustite.
campaigns-unknown-zone =
    »{ $zone }« ni časovni pas. Čas pošiljanja ni bil določen. Uporabite ime, kot je Europe/Ljubljana.
campaigns-copy-name = { $name } (kopija)
campaigns-copy-archived = Seznam »{ $list }« je arhiviran, zato nanj ni mogoče pošiljati. Izberite drugega ali tega znova odprite.
campaigns-copy-left-out =
    { $count ->
        [one] { $count } novica je bila medtem umaknjena in je v kopiji ni.
        [two] { $count } novici sta bili medtem umaknjeni in ju v kopiji ni.
        [few] { $count } novice so bile medtem umaknjene in jih v kopiji ni.
       *[other] { $count } novic je bilo medtem umaknjenih in jih v kopiji ni.
    }
campaigns-name-empty = Kampanja potrebuje ime. Nič se ni spremenilo. Napišite ga, na primer »Bilten, december«.
campaigns-name-too-long = Ime je predolgo. Število znakov: { $count }, dovoljenih pa jih je največ { $limit }. Nič se ni spremenilo. Skrajšajte ga.
campaigns-rename-no-draft = »{ $name }« ni več osnutek, zato ime ostane. Nič se ni spremenilo.
campaigns-delete-not-possible =
    Kampanja »{ $name }« je bila že v pregledu ali pa je nekdo prejel njeno poskusno sporočilo, zato ostane zapisana.
    Nič ni bilo izbrisano. Kdor odobrava, jo lahko prekliče.
campaigns-list-campaign-under-way =
    Kampanja »{ $name }« za seznam »{ $list }« je v teku: oddana, odobrena, načrtovana ali se pošilja.
    Nič se ni spremenilo. Počakajte, da bo poslana, ali jo prekličite.
campaigns-list-has-automation =
    Avtomatizacija »{ $name }« dela kampanje za seznam »{ $list }«. Nič se ni spremenilo. Najprej jo izklopite.
campaigns-list-used-by-automation =
    Avtomatizacija »{ $name }« ima seznam »{ $list }«. Nič ni bilo izbrisano. Seznam lahko arhivirate.
campaigns-list-has-campaign =
    Kampanja »{ $name }« ima seznam »{ $list }«. Nič ni bilo izbrisano. Seznam lahko arhivirate.
campaigns-automation-exists =
    Avtomatizacija z imenom »{ $name }« že obstaja. Nič ni bilo dodano. Izberite drugo ime.
campaigns-automation-folder-taken =
    Novosti iz te mape že pošilja »{ $name }«, in sicer na seznam »{ $list }«. Če bi jih pošiljali dve, bi naročniki obeh
    seznamov vse dobili dvakrat. Nič ni bilo dodano. Uporabite --mode draft, da sodelavci vsak osnutek pregledajo, preden
    gre na drugi seznam, ali pa za drugi seznam uporabite ločeno mapo.
campaigns-automation-name = Avtomatizacija potrebuje ime v eni vrstici, dolgo od 1 do { $limit } znakov. Nič ni bilo dodano. Vpišite ga.
campaigns-automation-unknown =
    Avtomatizacije z imenom »{ $name }« ni. Nič se ni spremenilo. Vse pokaže ukaz: bilten automation list
campaigns-automation-needs-a-person =
    Avtomatizacija, ki pošilja sama, potrebuje osebo, ki zanjo odgovarja. Nič ni bilo dodano.
    Prijavite se kot oseba, ki sme odobravati, ali jo navedite z --as.
campaigns-automation-needs-approvals =
    Avtomatizacije »{ $name }« še ni odobrilo toliko ljudi, kot jih mora odobriti kampanjo. Nič ni bilo poslano. Odobri jo lahko
    še nekdo, ki sme odobravati: bilten automation approve »{ $name }«
campaigns-automation-contributed =
    Spremenili ste { $matter ->
        [brand] podobo
        [audience] jezike seznama
       *[template] predloge
    }, s katerimi pošilja avtomatizacija »{ $name }«, zato jo mora odobriti nekdo drug. Nič se ni spremenilo. Če drugih, ki smejo
    odobravati, ni dovolj, poženite: bilten automation set »{ $name }« --as OSEBA. Potem jo morajo znova odobriti vsi.
campaigns-automation-only-drafts =
    Avtomatizacija »{ $name }« samo pripravlja osnutke, zato odobritve ne potrebuje. Nič se ni spremenilo.
campaigns-automation-changing = Novica, podoba ali predloga se je ravno spreminjala. Avtomatizacija bo sama poskusila znova.
campaigns-automation-most = Avtomatizacija lahko naenkrat pošlje od 1 do { $limit } novih objav. Nič se ni spremenilo.
campaigns-automation-days = Starost objave je število dni med 0 in { $limit }. Nič se ni spremenilo.
campaigns-automation-time = »{ $value }« ni ura. Zapišite jo kot 09:00. Nič se ni spremenilo.

# Zakaj je avtomatizacija nekaj le pripravila in ni poslala
campaigns-held-repeats-address = Ima isti spletni naslov kot »{ $title }« ({ $slug }), ki je bila obravnavana { DATE($date, case: "genitive") }.
campaigns-held-repeats-words = Dobesedno je enaka kot »{ $title }« ({ $slug }), ki je bila obravnavana { DATE($date, case: "genitive") }.
campaigns-held-repeats-body = Njeno besedilo je enako kot pri »{ $title }« ({ $slug }), ki je bila obravnavana { DATE($date, case: "genitive") }.
campaigns-held-repeats-near = Naslov in besedilo sta do besede ali dveh enaka kot pri »{ $title }« ({ $slug }), ki je bila obravnavana { DATE($date, case: "genitive") }.
campaigns-held-repeats-lost = Njen naslov je podoben naslovu »{ $title }« ({ $slug }). Ta objava je bila obravnavana po varnostni kopiji, iz katere je bila podatkovna zbirka obnovljena { DATE($date, case: "genitive") }; njenega besedila ni več, zato ju ni mogoče primerjati.
campaigns-held-repeats-itself = Kampanja s to objavo je že poslana ali odobrena ({ DATE($date, case: "genitive") }).
campaigns-held-too-many = Približno ob istem času { $count ->
    [one] je prispela { $count } nova objava
    [two] sta prispeli { $count } novi objavi
    [few] so prispele { $count } nove objave
   *[other] je prispelo { $count } novih objav
  }; ta avtomatizacija jih naenkrat pošlje največ { $limit }.
campaigns-held-day-full = Njen datum je { DATE($date) }, za ta dan pa je ta avtomatizacija že razporedila toliko objav, kot jih pošlje naenkrat ({ $limit }).
campaigns-held-old = Od njenega datuma, { DATE($date, case: "genitive") }, je minilo več kot { $days ->
    [one] { $days } dan
    [two] { $days } dneva
    [few] { $days } dni
   *[other] { $days } dni
  }. (Če v besedilu ni datuma, velja dan zadnje spremembe datoteke.)
campaigns-held-before = Njen datum, { DATE($date) }, je izpred nastavitve avtomatizacije. (Če v besedilu ni datuma, velja dan zadnje spremembe datoteke.)
campaigns-held-approvals = Avtomatizacija še ne sme pošiljati: odobriti jo { $count ->
    [one] mora še { $count } oseba
    [two] morata še { $count } osebi
    [few] morajo še { $count } osebe
   *[other] mora še { $count } oseb
  }.
campaigns-approval-lost = { $matter ->
    [gone] Oseba { $name } jo je odobrila, zdaj pa ne sme več odobravati, zato ta odobritev ne šteje.
    [brand] Oseba { $name } jo je odobrila, nato pa spremenila podobo; dokler sprememba ni razveljavljena, ta odobritev ne šteje.
    [audience] Oseba { $name } jo je odobrila, nato pa spremenila njen seznam (imena ali jezike); dokler sprememba ni razveljavljena, ta odobritev ne šteje.
   *[template] Oseba { $name } jo je odobrila, nato pa spremenila predloge; dokler sprememba ni razveljavljena, ta odobritev ne šteje.
  } Avtomatizacijo mora odobriti nekdo drug.
campaigns-held-by-hand = Njeno besedilo ali besedilo tega, kar popravlja, je { DATE($date, case: "genitive") } ročno spremenila oseba { $name }. Avtomatizacija pošilja samo to, kar pride iz njene mape.

# Kaj pove pregled o objavah, ki so že bile poslane
campaigns-repeats-address = Ena od objav ima isti spletni naslov kot »{ $title }« ({ $slug }), ki je bila obravnavana { DATE($date, case: "genitive") }. Bralci so jo morda že prejeli.
campaigns-repeats-words = Ena od objav je dobesedno enaka kot »{ $title }« ({ $slug }), ki je bila obravnavana { DATE($date, case: "genitive") }. Bralci so jo morda že prejeli.
campaigns-repeats-body = Besedilo ene od objav je enako kot pri »{ $title }« ({ $slug }), ki je bila obravnavana { DATE($date, case: "genitive") }. Bralci so jo morda že prejeli.
campaigns-repeats-near = Naslov in besedilo ene od objav sta do besede ali dveh enaka kot pri »{ $title }« ({ $slug }), ki je bila obravnavana { DATE($date, case: "genitive") }. Bralci so jo morda že prejeli.
campaigns-repeats-lost = Ena od objav ima podoben naslov kot »{ $title }« ({ $slug }). Ta je bila obravnavana po varnostni kopiji, iz katere je bila podatkovna zbirka obnovljena { DATE($date, case: "genitive") }; njenega besedila ni več, zato ju ni mogoče primerjati. Bralci so jo morda že prejeli.
campaigns-repeats-title = »{ $title }« ({ $slug }) ima isti naslov in je bila obravnavana { DATE($date, case: "genitive") }. Preverite, ali je to res nekaj novega.
campaigns-repeats-sent =
    { $count ->
        [one] { $count } objava je bila bralcem istega seznama že poslana
        [two] { $count } objavi sta bili bralcem istega seznama že poslani
        [few] { $count } objave so bile bralcem istega seznama že poslane
       *[other] { $count } objav je bilo bralcem istega seznama že poslanih
    }, nazadnje v kampanji »{ $name }« { DATE($date, case: "genitive") }. Znova bi { $count ->
        [one] jo
        [two] ju
        [few] jih
       *[other] jih
    } prejeli.
campaigns-repeats-waiting =
    { $count ->
        [one] Novica »{ $title }« je
        [two] { $count } novici te kampanje sta
        [few] { $count } novice te kampanje so
       *[other] { $count } novic te kampanje je
    } tudi v kampanji »{ $name }«, ki { $state ->
        [draft] je še osnutek
        [in_review] je v pregledu
        [approved] je odobrena
        [scheduled] je načrtovana za { DATE($time) }
        [preparing] bo vsak čas poslana
       *[paused] je ustavljena
    }. Nekateri bralci bi { $count ->
        [one] jo
        [two] ju
        [few] jih
       *[other] jih
    } prejeli dvakrat. Odstranite { $count ->
        [one] jo
        [two] ju
        [few] jih
       *[other] jih
    } iz ene od obeh kampanj ali pa eni od njiju izberite druge prejemnike.

campaigns-need-held-draft = Avtomatizacija »{ $name }« je pripravila »{ $title }« in je ni poslala.
campaigns-need-held-drafts-more = Avtomatizacije zadržujejo še { $count ->
    [one] { $count } osnutek
    [two] { $count } osnutka
    [few] { $count } osnutke
   *[other] { $count } osnutkov
  }. Najdete jih na seznamu kampanj.
campaigns-do-release = Oglejte si osnutek: če naj bo poslan, ga oddajte, sicer ga prekličite. Do takrat se nič ne pošlje.

### Findings of the check

campaigns-segment-before-key = Segment izbira ljudi na seznamu »{ $list }« po njihovih poljih. Ko bodo podatki ljudi na zaščitenih seznamih šifrirani, tam ne bo našel nikogar in kampanja ne bo dosegla nikogar. Izberite segment brez pogojev o poljih ali pa kampanjo pošljite, preden je ključ nastavljen.
campaigns-segment-is-encrypted = Podatki ljudi na seznamu »{ $list }« so šifrirani, segment pa poizveduje po njihovih poljih in ne najde nikogar. Izberite segment brez pogojev o poljih.
campaigns-protected-tracking = Na seznamu so ogroženi ljudje, sledenje odpiranju in klikom pri ponudniku { $provider } pa lahko izklopite le v svojem računu tam. Sledena povezava bi razkrila, kdo to bere. Preden pošljete, v tem računu preverite, ali je sledenje izklopljeno.
campaigns-corrects-protected = Popravlja objavo »{ $slug }«, ki je bila samo za zaščiteni seznam. Njen naslov in povezava bi zanjo razkrila drugim bralcem, zato sta izpuščena. Objavo odstranite iz kampanje, pošljite jo na tisti seznam ali pa jo napišite kot izjavo, ki ničesar ne imenuje.
campaigns-audience-capped = Število naslovnikov, ki kampanje ne bi prejeli, če bi bila poslana zdaj: { $count }. Vaša organizacija v sedmih dneh nikomur ne pošlje več kot { $most } sporočil in toliko so jih že prejeli. Pozneje jim ne bo poslana: če je namenjena tudi njim, izberite poznejši čas.
campaigns-audience-unusual = Število prejemnikov te kampanje: { $count }; na tem seznamu jih je navadno približno { $usual }. Poslanega ni mogoče preklicati. Preverite, kdo je bil nazadnje dodan na seznam.
campaigns-comments-open = Nerešeni komentarji: { $count }. Rešite jih ali pa nadaljujte, če veste, kaj v njih piše.
campaigns-audience-empty =
    Tega ne bi prejel nihče. Na seznamu ni potrjenih naročnikov, ki jim smemo pisati, kampanja brez
    prejemnikov pa se ustavi sama. Izberite drug seznam ali prej uvozite naročnike.
campaigns-language-missing =
    Kampanja nima besedila v { $number ->
        [one] tem jeziku
       *[other] teh jezikih
    }: { LANGUAGES($languages) }. { $count ->
        [one] { $count } bralec bo prejel
        [two] { $count } bralca bosta prejela
        [few] { $count } bralci bodo prejeli
       *[other] { $count } bralcev bo prejelo
    } besedilo v drugem jeziku ({ LANGUAGE($instead) }). Če lahko, dodajte { $number ->
        [one] ta jezik
        [two] ta jezika
       *[other] te jezike
    }.
campaigns-required-variant-missing =
    Za ta seznam je različica v jeziku »{ LANGUAGE($language) }« obvezna, kampanja pa je nima. Bralci bi prejeli
    besedilo v drugem jeziku, zato je ni mogoče oddati. Dodajte različico ali pa pri seznamu spremenite obvezne
    jezike.

### Who may read it on the web

campaigns-finding-in = { $where ->
        [subject] zadeva
        [preheader] predogledna vrstica
        [introduction] uvod
        [text] navadno besedilo
        [audience] naslovniki
        [sender] pošiljatelj
        [comments] komentarji
       *[html] del HTML
    }
campaigns-visibility-public = vsi: v arhivu in v iskalnikih
campaigns-visibility-link_only = kdor ima povezavo
campaigns-visibility-members = naročniki njenega seznama, na strani s svojimi nastavitvami
campaigns-visibility-none = nihče
campaigns-visibility-links-die = Nič se še ni spremenilo. V sporočilu je povezava na njegovo spletno stran. Če je ne sme brati nihče, sporočila ne bo videl, kdor ji sledi. Če to res želite, potrdite.
campaigns-visibility-links-closed = Nič se še ni spremenilo. V sporočilu je povezava na njegovo spletno stran. Če jo smejo brati samo naročniki, sporočila ne bo videl, kdor sledi povezavi: naročniki ga najdejo na strani svojih nastavitev. Če to res želite, potrdite.
campaigns-visibility-after-approval = Nič se še ni spremenilo. Kampanja je že odobrena in za to spremembo ni treba nove odobritve. Brali jo bodo lahko vsi: v arhivu in prek iskalnikov. Če to res želite, potrdite.

### States

campaigns-status-draft = Osnutek
campaigns-status-in_review = V pregledu
campaigns-status-approved = Odobrena
campaigns-status-scheduled = Načrtovana
campaigns-status-preparing = V pripravi
campaigns-status-sending = Se pošilja
campaigns-status-paused = Ustavljena
campaigns-status-sent = Poslana
campaigns-status-cancelled = Preklicana

campaigns-kind-statement = Izjava
campaigns-kind-bulletin = Bilten
campaigns-kind-publication = Publikacija
campaigns-kind-project = Projektne novice
campaigns-kind-report_summary = Povzetek poročila
campaigns-kind-event = Dogodek
campaigns-kind-appeal = Poziv
campaigns-kind-digest = Izbor
campaigns-kind-correction = Popravek

### Why it is paused, and what to do

campaigns-pause-staff = Ustavil jo je nekdo od sodelavcev. Dokler je nekdo ne nadaljuje, se nič več ne pošlje.
campaigns-pause-error_threshold =
    Ustavljena, ker je ponudnik večkrat zapored odpovedal. Noben prejemnik ni izpuščen: komur še ni bilo poslano,
    čaka v vrsti. Nadaljujte, ko bo ponudnik spet delal.
campaigns-pause-sender_misconfigured =
    Ustavljena, ker ponudnik zavrača pošto tega pošiljatelja: napačen ključ, dosežena omejitev pošiljanja ali blokada.
    Kaj od tega, pove njegovo sporočilo. Noben prejemnik ni izpuščen. Odpravite vzrok ali počakajte, da se omejitev obnovi,
    in nadaljujte: kdor je bil zavrnjen, pride znova na vrsto. Če jih bo nekaj spet zavrnjenih, drugi pa ne, je vzrok
    pri njih: navedeni bodo kot zavrnjeni, kampanjo pa jim lahko pošljete še enkrat.
campaigns-pause-content_rejected =
    Ustavljena, ker ponudnik zavrača vsebino. Noben prejemnik ni izpuščen. Preberite, kaj pravi ponudnik. Če je
    vzrok v besedilu, kampanjo prekličite in pripravite popravljeno; če se je zmotil ponudnik, nadaljujte. Če jih bo
    nekaj spet zavrnjenih, drugi pa ne, bodo navedeni kot zavrnjeni.
campaigns-pause-audience_empty =
    Ustavljena pred pošiljanjem: nikomur na seznamu ne smemo pisati. Uvozite naročnike in nadaljujte ali pa jo
    prekličite.
campaigns-pause-too_late =
    Ustavljena: njen čas je minil, ko Bilten ni tekel, zamuda pa je večja, kot dovolite. Nič ni bilo poslano.
    Nadaljujte, če naj bo poslana zdaj, ali jo prekličite.
campaigns-pause-content_changed =
    Ustavljena pred pošiljanjem: poslano bi bilo nekaj drugega, kot je bilo odobreno. Nič ni bilo poslano. Prekličite jo,
    pripravite jo znova in ugotovite, kdo je spreminjal podatkovno zbirko ali pošiljatelja.
campaigns-pause-wrong_recipient =
    Ustavljena: sporočilo bi šlo napačni osebi. Ni bilo poslano. To je napaka v Biltenu; preden nadaljujete,
    jo, prosimo, prijavite.
campaigns-pause-source_changed =
    Ustavljena pred pošiljanjem: njena datoteka v opazovani mapi je bila spremenjena tako, da je ni mogoče prebrati, ali pa je ni
    več. Nič ni bilo poslano. Popravite datoteko ali jo vrnite v mapo; kampanja bo potem spet čakala na svoj čas ali pa jo bo
    zamenjala popravljena. Nadaljujte, če naj bo poslano to, kar je bilo odobreno; prekličite jo, če ne sme biti poslana.

campaigns-pause-restored =
    Ustavljena: obnovljeno je bilo prejšnje stanje podatkovne zbirke. Nekateri prejemniki so to sporočilo medtem morda že
    dobili (zanje je negotovo) ali pa je bila kampanja medtem ustavljena ali spremenjena. Najprej odločite o negotovih; potem nadaljujte,
    da jo dobijo le tisti, ki so še v vrsti, ali jo prekličite.

### Why somebody was skipped

campaigns-skipped-not_subscribed = ni več na seznamu
campaigns-skipped-pending = še ni potrdil
campaigns-skipped-unsubscribed = odjavljen
campaigns-skipped-paused = prejemnik si je sporočila začasno ustavil
campaigns-skipped-not_their_topic = prejemnik o tej temi ne želi sporočil
campaigns-skipped-in_weekly_digest = prejemnik to dobi v tedenskem izboru
campaigns-skipped-in_monthly_digest = prejemnik to dobi v mesečnem izboru
campaigns-skipped-nothing_for_them = prejemnik je vse že dobil ali pa dobi v drugem izboru
campaigns-skipped-suppressed = naslov zavrača pošto ali pa se je prejemnik pritožil
campaigns-skipped-erased = podatki so izbrisani
campaigns-skipped-address_changed = naslov se je spremenil
campaigns-skipped-weekly_cap = v sedmih dneh že dovolj sporočil po nastavitvi organizacije; pozneje se ne pošlje
campaigns-skipped-merged = ista oseba prejme sporočilo na drug naslov

### The report in one sentence

campaigns-sentence-delivered = { $count ->
    [one] { $count } bralec ga je dobil
    [two] { $count } bralca sta ga dobila
    [few] { $count } bralci so ga dobili
   *[other] { $count } bralcev ga je dobilo
}
campaigns-sentence-unreported = { $count ->
    [one] za { $count } bralca še ni znano, ali ga je dobil
    [two] za { $count } bralca še ni znano, ali sta ga dobila
    [few] za { $count } bralce še ni znano, ali so ga dobili
   *[other] za { $count } bralcev še ni znano, ali so ga dobili
}
campaigns-sentence-deferred = { $count ->
    [one] { $count } sporočilo je zadržano na poti
    [two] { $count } sporočili sta zadržani na poti
    [few] { $count } sporočila so zadržana na poti
   *[other] { $count } sporočil je zadržanih na poti
}
campaigns-sentence-refused = { $count ->
    [one] { $count } naslov ga je zavrnil
    [two] { $count } naslova sta ga zavrnila
    [few] { $count } naslovi so ga zavrnili
   *[other] { $count } naslovov ga je zavrnilo
}
campaigns-sentence-failed = { $count ->
    [one] { $count } sporočilo je bilo opuščeno po več poskusih
    [two] { $count } sporočili sta bili opuščeni po več poskusih
    [few] { $count } sporočila so bila opuščena po več poskusih
   *[other] { $count } sporočil je bilo opuščenih po več poskusih
}
campaigns-sentence-capped = { $count ->
    [one] { $count } bralec je bil izpuščen, ker je v sedmih dneh že prejel največje dovoljeno število sporočil
    [two] { $count } bralca sta bila izpuščena, ker sta v sedmih dneh že prejela največje dovoljeno število sporočil
    [few] { $count } bralci so bili izpuščeni, ker so v sedmih dneh že prejeli največje dovoljeno število sporočil
   *[other] { $count } bralcev je bilo izpuščenih, ker so v sedmih dneh že prejeli največje dovoljeno število sporočil
}
campaigns-sentence-skipped = { $count ->
    [one] { $count } bralec je bil izpuščen, ker mu ne smemo več pisati
    [two] { $count } bralca sta bila izpuščena, ker jima ne smemo več pisati
    [few] { $count } bralci so bili izpuščeni, ker jim ne smemo več pisati
   *[other] { $count } bralcev je bilo izpuščenih, ker jim ne smemo več pisati
}
campaigns-sentence-cancelled = { $count ->
    [one] { $count } sporočilo ni bilo poslano, ker je bila kampanja preklicana
    [two] { $count } sporočili nista bili poslani, ker je bila kampanja preklicana
    [few] { $count } sporočila niso bila poslana, ker je bila kampanja preklicana
   *[other] { $count } sporočil ni bilo poslanih, ker je bila kampanja preklicana
}
campaigns-sentence-queued = { $count ->
    [one] { $count } sporočilo čaka na pošiljanje
    [two] { $count } sporočili čakata na pošiljanje
    [few] { $count } sporočila čakajo na pošiljanje
   *[other] { $count } sporočil čaka na pošiljanje
}
campaigns-sentence-in_doubt = { $count ->
    [one] za { $count } bralca ni gotovo, ali je bilo sporočilo poslano
    [two] za { $count } bralca ni gotovo, ali je bilo sporočilo poslano
    [few] za { $count } bralce ni gotovo, ali je bilo sporočilo poslano
   *[other] za { $count } bralcev ni gotovo, ali je bilo sporočilo poslano
}
campaigns-sentence-unsubscribed = { $count ->
    [one] { $count } oseba se je odjavila
    [two] { $count } osebi sta se odjavili
    [few] { $count } osebe so se odjavile
   *[other] { $count } oseb se je odjavilo
}
campaigns-sentence-complained = { $count ->
    [one] { $count } oseba ga je označila kot neželeno
    [two] { $count } osebi sta ga označili kot neželeno
    [few] { $count } osebe so ga označile kot neželeno
   *[other] { $count } oseb ga je označilo kot neželeno
}
campaigns-sentence-closed = nič več ne čaka
campaigns-sentence-nobody = prejemnikov ni bilo

### Audience

campaigns-audience-no-list = Izberite vsaj en seznam, katerega naročniki prejmejo kampanjo. Nič se ni spremenilo.
campaigns-topic-archived = Tema »{ $topic }« je arhivirana, zato je kampanji ni mogoče dodati. Nič se ni spremenilo; izberite drugo temo ali pa to znova odprite.
campaigns-topic-has-campaign = Teme »{ $topic }« ni mogoče izbrisati, ker jo ima kampanja »{ $name }«. Raje jo arhivirajte.
campaigns-topic-has-segment = Teme »{ $topic }« ni mogoče izbrisati, ker je v segmentu »{ $segment }«. Raje jo arhivirajte ali pa prej spremenite segment.
campaigns-topic-chosen = Teme »{ $topic }« ni mogoče izbrisati, ker so bralci že izbrali, ali jo želijo. Raje jo arhivirajte.
campaigns-field-type-unknown = Polje je eno od teh: { $known }. Nič se ni spremenilo; izberite eno.
campaigns-field-choice-in-use = Nekdo ima v polju »{ $label }« besedo »{ $choice }«. Nič se ni spremenilo; besedo pustite.
campaigns-field-filled = Polja »{ $label }« ni mogoče izbrisati, ker je pri nekaterih osebah izpolnjeno. Raje ga arhivirajte.
campaigns-field-has-segment = Polja »{ $label }« ni mogoče izbrisati, ker ga uporablja segment »{ $segment }«. Raje ga arhivirajte ali pa prej spremenite segment.
campaigns-merge-field-unknown = Polja »{ $word }« ni. Namesto njega bi vsi prejeli privzete besede. Popravite kratko ime ali polje odstranite.
campaigns-merge-field-not-in-emails = Polje »{ $label }« ne sme biti v sporočilih, zato bi namesto njega vsi prejeli privzete besede. Odstranite ga tu ali pa ga dovolite na strani polja.
campaigns-merge-field-archived = Polje »{ $label }« je arhivirano. Kar imajo osebe v njem, morda ne drži več. Odstranite ga tu ali pa ga znova odprite.
campaigns-from-placeholder = Bralci bi kot pošiljatelja videli »{ $name }«. Vpišite ime svoje organizacije pod Nastavitve › Pošiljatelji.
campaigns-event-time-skipped = »{ $title }«: v pasu { $zone } se ura tisto noč premakne naprej, zato časa { DATE($time) } ni. Popravite čas v novici.
campaigns-event-time-twice = »{ $title }«: v pasu { $zone } se ura tisto noč premakne nazaj, zato { DATE($time) } nastopi dvakrat. V besedilu povejte, ali mislite poletni ali zimski čas.
campaigns-has-withdrawn-news = Novica »{ $title }« je umaknjena. Odstranite jo ali jo vrnite na strani Novice.
campaigns-follow-up-without-notice = Ta kampanja je namenjena prejemnikom kampanje »{ $name }«, pri kateri obvestila o umiku ali napaki ni več. Če z njo ni bilo nič narobe, to kampanjo prekličite ali izbrišite; sicer tam znova dodajte obvestilo.
campaigns-follow-up-other-notice =
    Obvestilo nad kampanjo »{ $name }« zdaj pravi, da { $notice ->
        [recall] je umaknjena
       *[correction] je bila v njej napaka
    }. Ta zadeva je bila napisana, ko je pravilo drugače. Če ne ustreza več, jo popravite.
campaigns-earlier-title = Tu še vedno piše »{ $earlier }«. Naslov novice je zdaj »{ $now }«. Če je treba, popravite tudi tu.
campaigns-earlier-summary = To se še vedno začne z »{ $earlier }«, kot se je povzetek novice začel pred spremembo. Če je treba, popravite tudi tu.
campaigns-topic-unknown = Nobena tema se ne imenuje »{ $word }« ({ LANGUAGE($language) }). Prikazana je, kot je zapisana, bralci pa po njej ne morejo izbirati. Popravite besedo v novici ali pa iz nje naredite temo.
campaigns-topic-not-of-item = Novica »{ $title }« ne govori o nobeni od tem te kampanje. Bralci, ki o teh temah ne želijo sporočil, je ne bi prejeli. Kampanji odstranite teme ali pa novico izpustite.
campaigns-audience-in-and-out = Seznam »{ $list }« ne more biti hkrati izbran in izpuščen. Nič se ni spremenilo; odstranite eno od obeh kljukic.
campaigns-audience-segment-in-and-out = Segment »{ $segment }« ne more biti hkrati izbran in izpuščen. Nič se ni spremenilo; odstranite eno od obeh kljukic.
campaigns-segment-protected = Iz enega od segmentov te kampanje je razvidno, kdo je na zaščitenem seznamu »{ $list }«. Nič se ni spremenilo; uporabite ga le v kampanjah, ki gredo samo na ta seznam.
campaigns-segment-encrypted = Podatki ljudi na seznamu »{ $list }« so šifrirani, zato segment ne more poizvedovati po njihovih poljih. Nič se ni spremenilo; izberite segment brez pogojev o poljih.
campaigns-segment-two-protected = Seznama »{ $list }« in »{ $other }« sta zaščitena, en sam segment pa ne more povedati, kdo je na obeh. Nič se ni spremenilo; naredite za vsakega svoj segment.
campaigns-segment-campaign-not-sent = Kampanja { $id } še ni bila poslana, zato je ni še nihče prejel. Nič se ni spremenilo; izberite katero od poslanih.
campaigns-segment-topic-not-asked = Teme »{ $topic }« ne ponuja noben seznam, zato po njej ni mogoče izbirati bralcev. Nič se ni spremenilo; najprej jo ponudite na katerem od seznamov ali pa izberite drugo.
campaigns-segment-under-way = Kampanja »{ $name }« uporablja segment »{ $segment }« in bo vsak čas poslana. Nič se ni spremenilo; počakajte, da se pošiljanje začne, ali jo prekličite.
campaigns-segment-has-campaign = Kampanja »{ $name }« uporablja segment »{ $segment }«, zato ta ostane: kampanja pove, komu je bila namenjena. Nič se ni spremenilo.
campaigns-tag-has-segment = V segmentu »{ $segment }« je oznaka »{ $name }«. Nič se ni spremenilo; najprej spremenite ali izbrišite segment.
campaigns-tag-nobody = Naslova { $address } tu nima nihče. Nič se ni spremenilo; preverite ga.
campaigns-list-has-segment = Iz segmenta »{ $segment }« je razvidno, kdo je na seznamu »{ $list }«. Nič se ni spremenilo; najprej spremenite ali izbrišite segment.
campaigns-audience-first = Prvi seznam mora biti med izbranimi. Nič se ni spremenilo; izberite drug prvi seznam ali pa označite tudi tega.
campaigns-audience-public = »{ $name }« lahko na spletu bere vsak, zato ne more iti na zaščiten seznam. Nič se ni spremenilo; najprej izberite, kdo jo lahko bere na spletu.

### Decisions about what is in doubt

campaigns-doubt-needs-a-person =
    Za takšno odločitev mora odgovarjati oseba. Nič se ni spremenilo. Prijavite se ali se navedite z --as.
campaigns-doubt-why =
    Navedite razlog z največ { $longest ->
        [one] { $longest } znakom
        [two] { $longest } znakoma
        [few] { $longest } znaki
       *[other] { $longest } znaki
    }: razlog se shrani z odločitvijo. Nič se ni spremenilo.
campaigns-doubt-choice =
    Navedite, kaj naj se zgodi, eno od tega: --leave, --accepted ali --send-again. Nič se ni spremenilo.
campaigns-doubt-looked-into =
    Bilten še sam preverja, kaj se je zgodilo s poskusom { $attempt }, in bo poslal znova, če sporočilo ni prispelo. Nič se ni
    spremenilo. Če je kampanja ali njen pošiljatelj ustavljen, nadaljujte pošiljanje; pozneje poglejte znova.
campaigns-doubt-cancelled =
    Kampanja »{ $name }« je preklicana, zato se od nje nič več ne pošlje. Nič se ni spremenilo; kar je negotovo,
    lahko še vedno označite kot poslano ali pustite negotovo. Če morajo ti bralci sporočilo dobiti, pripravite novo kampanjo.
campaigns-doubt-recalled =
    Kampanja »{ $name }« je umaknjena ali popravljena, zato se od nje nič več ne pošlje. Nič se ni spremenilo; kar je
    negotovo, lahko še vedno označite kot poslano ali pustite negotovo.
campaigns-recall-too-early = Kampanje »{ $name }« ni dobil še nihče. Nič se ni spremenilo. Prekličite jo ali popravite njeno besedilo.
campaigns-notice-unknown = Obvestila »{ $notice }« ni. Izberite recall (umik), correction (popravek) ali none (brez). Nič se ni spremenilo.
campaigns-follow-up-first = Kampanja »{ $name }« ni ne umaknjena ne popravljena. Nič se ni spremenilo. Najprej povejte, kaj od tega velja.
campaigns-doubts-decided-already =
    Nobeden od teh poskusov ne čaka več na odločitev: nekdo je že odločil ali pa je medtem prišel dokaz. Nič se ni
    spremenilo. Kaj je še negotovo, piše na strani kampanje.
campaigns-refused-nobody =
    Nobena od teh pošiljk ni več zavrnjena ali opuščena: sporočilo se že pošilja znova ali pa je bilo po vašem ogledu
    še enkrat zavrnjeno. Nič se ni spremenilo. Še enkrat poglejte pošiljke kampanje.
campaigns-refused-sent-again = Poslano znova zavrnjenim in opuščenim

campaigns-choice-leave = Ostaja negotovo
campaigns-choice-accepted = Označeno kot poslano
campaigns-choice-send_again = Poslano znova

### What needs attention

campaigns-need-sender = Pošiljatelj »{ $name }« je ustavljen: prek njega se nič ne pošilja.
campaigns-need-resting = Pošiljatelj »{ $name }« čaka do { DATE($time, case: "genitive") }, kot je prosil njegov ponudnik. Nič ni izgubljeno; nadaljuje sam.
campaigns-need-refused-webhooks = { $count ->
    [one] Od { DATE($time, case: "genitive") } je bilo zavrnjeno vsaj { $count } poročilo o sporočilih pošiljatelja »{ $name }«. Dokler to ni urejeno, tu ni znano, kaj se je odbilo in kdo se je pritožil.
    [two] Od { DATE($time, case: "genitive") } sta bili zavrnjeni vsaj { $count } poročili o sporočilih pošiljatelja »{ $name }«. Dokler to ni urejeno, tu ni znano, kaj se je odbilo in kdo se je pritožil.
    [few] Od { DATE($time, case: "genitive") } so bila zavrnjena vsaj { $count } poročila o sporočilih pošiljatelja »{ $name }«. Dokler to ni urejeno, tu ni znano, kaj se je odbilo in kdo se je pritožil.
   *[other] Od { DATE($time, case: "genitive") } je bilo zavrnjenih vsaj { $count } poročil o sporočilih pošiljatelja »{ $name }«. Dokler to ni urejeno, tu ni znano, kaj se je odbilo in kdo se je pritožil.
 }
campaigns-need-missing-webhooks = Sprejetih sporočil pošiljatelja »{ $name }«: { NUMBER($count) }, prvo pred { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h
 }. Ponudnik ni poročal o nobenem. Tu ni znano, kaj se je odbilo in kdo se je pritožil.
campaigns-need-carried =
    Kampanjo »{ $name }« pošilja rezervni pošiljatelj »{ $second }«, ker je »{ $first }« ustavljen. Nič ni izgubljeno;
    če odpove še ta, se kampanja ustavi.
campaigns-need-campaign = Kampanja »{ $name }« je ustavljena.
campaigns-need-doubts = »{ $name }«: ni znano, ali { $count ->
    [one] je sporočilo dobil { $count } bralec
    [two] sta sporočilo dobila { $count } bralca
    [few] so sporočilo dobili { $count } bralci
   *[other] je sporočilo dobilo { $count } bralcev
 }.
campaigns-need-refused = »{ $name }«: z enakim sporočilom zavrnjenih prejemnikov, ki je niso dobili: { $count }.
campaigns-need-automation = Avtomatizacija »{ $name }« ni poslala novice »{ $title }«.
campaigns-automation-check =
    { $count ->
        [one] Pregled je v »{ $name }« našel { $count } napako,
        [two] Pregled je v »{ $name }« našel { $count } napaki,
        [few] Pregled je v »{ $name }« našel { $count } napake,
       *[other] Pregled je v »{ $name }« našel { $count } napak,
    } s katerimi ne sme biti poslana.
campaigns-need-lost-words =
    »{ $name }« je brez besedil, novic in odobritev: izbrisala jih je nadgradnja z eno od prejšnjih različic Biltena.
campaigns-need-lost-memory =
    Avtomatizacija »{ $name }« je ustavljena: nadgradnja z eno od prejšnjih različic Biltena je izbrisala podatke o tem, kaj
    je že obravnavala, zato bi stare objave poslala še enkrat.
campaigns-adopted-meanwhile =
    To podatkovno zbirko je hkrati prevzel nekdo drug. Tukaj se ni nič spremenilo. Trenutno stanje pokaže bilten doctor.
campaigns-journal-none =
    V mapi { $folder } ni Biltenovega dnevnika. Nič se ni spremenilo. Navedite kopijo mape BILTEN_STATE_DIR z drugega
    računalnika.
campaigns-journal-other-database =
    Dnevnik v mapi { $folder } je od druge podatkovne zbirke. Nič se ni spremenilo. Dnevnik te zbirke je v mapi { $identity } znotraj
    BILTEN_STATE_DIR na tistem računalniku.
campaigns-journal-twice =
    Dnevnik v mapi { $folder } je od računalnika, katerega dnevnik je že upoštevan: od tega računalnika ali od katerega, ki ste ga
    že navedli. Nič se ni spremenilo. Dnevnik vsakega drugega računalnika navedite enkrat.
campaigns-automation-restored =
    Obnovljeno je bilo prejšnje stanje podatkovne zbirke, objava pa je bila medtem morda že poslana. Ni bila poslana še enkrat.
campaigns-need-automation-approval = Avtomatizacija »{ $name }« še ne pošilja: odobriti jo { $count ->
    [one] mora še { $count } oseba
    [two] morata še { $count } osebi
    [few] morajo še { $count } osebe
   *[other] mora še { $count } oseb
  }. Kar bi poslala, ostane kot osnutek.
campaigns-need-held = Nič se ne pošilja.
campaigns-need-adopted = Obnovljeno je bilo prejšnje stanje podatkovne zbirke. Negotovih: { $doubt }. Pozneje poslanih kampanj, ki jih tu ni več: { $lost }.
campaigns-adopted-perhaps-sent = Kampanja »{ $name }« je bila v tistem stanju v pripravi ali v pregledu in je bila od takrat morda poslana.
campaigns-do-adopted =
    O tem, kar je negotovo, odločite na straneh kampanj. Kampanje, ki je bila že poslana, ne pripravljajte znova: bralci
    bi jo prejeli dvakrat. Prijave od takrat so izgubljene; ti ljudje se lahko prijavijo znova.
campaigns-need-news = V opazovani mapi »{ $name }« { $count ->
    [one] je bila zavrnjena { $count } datoteka.
    [two] sta bili zavrnjeni { $count } datoteki.
    [few] so bile zavrnjene { $count } datoteke.
   *[other] je bilo zavrnjenih { $count } datotek.
 }
campaigns-need-news-before = Objava »{ $title }« je bila po oddaji v opazovani mapi spremenjena ali pa njene datoteke ni več. Poslana bo z besedami, kakršne so bile.
campaigns-need-withdrawn-news = Novica »{ $title }« je umaknjena, kampanja »{ $name }« pa bi jo še vedno poslala.
campaigns-do-withdrawn-news = Odstranite jo iz kampanje, prekličite kampanjo ali vrnite novico.
campaigns-need-news-late = Objava »{ $title }« je prišla še v drugem jeziku ({ LANGUAGE($language) }), ko je bila že poslana. V tem jeziku je ni prejel nihče.
campaigns-need-news-after = Objava »{ $title }« je bila v opazovani mapi spremenjena, ko je bila že poslana ali vzeta v arhiv. Novih besed ni prejel nihče.
campaigns-need-receipts = { $count ->
    [one] { $count } obvestila ponudnika za pošiljatelja »{ $name }« ni bilo mogoče prebrati.
    [two] { $count } obvestil ponudnika za pošiljatelja »{ $name }« ni bilo mogoče prebrati.
    [few] { $count } obvestil ponudnika za pošiljatelja »{ $name }« ni bilo mogoče prebrati.
   *[other] { $count } obvestil ponudnika za pošiljatelja »{ $name }« ni bilo mogoče prebrati.
 }
campaigns-need-mails = { $count ->
    [one] { $count } sporočilo na naslov za zavrnjena sporočila pošiljatelja »{ $name }« ni obvestilo o zavrnitvi: nekdo naj ga prebere.
    [two] { $count } sporočili na naslov za zavrnjena sporočila pošiljatelja »{ $name }« nista obvestili o zavrnitvi: nekdo naj ju prebere.
    [few] { $count } sporočila na naslov za zavrnjena sporočila pošiljatelja »{ $name }« niso obvestila o zavrnitvi: nekdo naj jih prebere.
   *[other] { $count } sporočil na naslov za zavrnjena sporočila pošiljatelja »{ $name }« ni obvestil o zavrnitvi: nekdo naj jih prebere.
 }
campaigns-need-complaints = { $count ->
    [one] { $count } pritožba, ki jo je sporočil ponudnik pošiljatelja »{ $name }«, ne navaja vašega sporočila: nekdo naj odloči o njej.
    [two] { $count } pritožbi, ki ju je sporočil ponudnik pošiljatelja »{ $name }«, ne navajata vašega sporočila: nekdo naj odloči o njiju.
    [few] { $count } pritožbe, ki jih je sporočil ponudnik pošiljatelja »{ $name }«, ne navajajo vašega sporočila: nekdo naj odloči o njih.
   *[other] { $count } pritožb, ki jih je sporočil ponudnik pošiljatelja »{ $name }«, ne navaja vašega sporočila: nekdo naj odloči o njih.
 }
campaigns-need-erased-listed = { $count ->
    [one] Ponudnik pošiljatelja »{ $name }« ima na svojem seznamu blokiranih še { $count } osebo, ki ste jo tukaj izbrisali.
    [two] Ponudnik pošiljatelja »{ $name }« ima na svojem seznamu blokiranih še { $count } osebi, ki ste ju tukaj izbrisali.
    [few] Ponudnik pošiljatelja »{ $name }« ima na svojem seznamu blokiranih še { $count } osebe, ki ste jih tukaj izbrisali.
   *[other] Ponudnik pošiljatelja »{ $name }« ima na svojem seznamu blokiranih še { $count } oseb, ki ste jih tukaj izbrisali.
 }
campaigns-need-mailbox-maildir = Mape Maildir z zavrnjenimi sporočili od { DATE($time, case: "genitive") } ni mogoče brati. Dokler je tako, tu ni znano, kaj se je odbilo in kdo se je pritožil.
campaigns-need-mailbox-imap = Nabiralnika z zavrnjenimi sporočili od { DATE($time, case: "genitive") } ni mogoče brati. Dokler je tako, tu ni znano, kaj se je odbilo in kdo se je pritožil.

campaigns-do-resume-sender = Ko je vzrok odpravljen, pošiljatelja znova uporabite tukaj ali z ukazom bilten senders resume.
campaigns-do-mend-webhooks = Skrivnost ali ključ za webhook pri ponudniku primerjajte s tistim v nastavitvah in preverite uro tega računalnika (bilten doctor). Večina ponudnikov zavrnjeno še več ur pošilja znova.
campaigns-do-set-webhooks = Preverite, ali je naslov s strani Pošiljatelji vnesen pri ponudniku, za vse dogodke, in ali je ta strežnik dosegljiv od zunaj.
campaigns-do-read-mails = Skrbniki lahko na strani Pošiljatelji preberejo, kaj je prišlo. Morda je kdo odgovoril ali prosil, naj mu ne pišete.
campaigns-do-decide-complaints = Skrbniki na strani Pošiljatelji odločijo, ali na ta naslov ne pošiljate več.
campaigns-do-delete-listed = Kjer ponudnik to omogoča, Bilten poskusi znova sam. Sicer pa upravitelj strežnika z ukazom bilten suppressions pull vidi, kdo so, in jih izbriše v računu pri ponudniku. Bilten jim v nobenem primeru ne pošlje ničesar.
campaigns-do-mend-mailbox = Nič ni izgubljeno: sporočila čakajo tam. Preverite nastavitve BILTEN_BOUNCES_… na strežniku.
campaigns-do-send-again = Če sporočilo velja vam, na primer omejitev pošiljanja, počakajte, da se obnovi, in jim kampanjo pošljite še enkrat: na strani z dostavami kampanje ali z bilten campaign send-again. Če velja tem prejemnikom, ni treba storiti ničesar.
campaigns-do-decide = Preverite pri ponudniku, nato na strani kampanje izberite, kaj naj se zgodi.
campaigns-do-draft =
    Nič ni bilo poslano in osnutka ni. Kampanjo pripravite sami (bilten campaign draft { $slug }); pregled bo pokazal,
    kaj je narobe.
campaigns-do-approve-automation =
    Oglejte si njeno mapo, seznam in nastavitve (bilten automation list). Nato naj jo odobri nekdo, ki sme odobravati in je še ni:
    bilten automation approve »{ $name }« --as OSEBA
campaigns-do-set-up-anew =
    Premalo je ljudi, ki smejo odobravati in niso spremenili tega, s čimer pošilja. Spremembo razveljavite ali pa si oglejte njen
    osnutek in avtomatizacijo postavite na novo; to je vaša odobritev, drugi jo nato odobrijo:
    bilten automation set »{ $name }« --as OSEBA
campaigns-do-lost-words =
    Ne bo poslana. Če po tisti nadgradnji ni bilo nič poslano, obnovite varnostno kopijo izpred nje; sicer kampanjo prekličite
    in pripravite znova.
campaigns-do-lost-memory =
    Dokler se ne odločite, ne pošlje ničesar. Če po tisti nadgradnji ni bilo nič poslano, obnovite varnostno kopijo izpred nje.
    Lahko pa to, kar je zdaj v njeni mapi, ostane neposlano in nadaljuje s tem, kar pride na novo: bilten automation archive »{ $name }«
campaigns-do-correct = Druge datoteke so uvožene. Te popravite; Bilten mapo sam prebere znova.
campaigns-do-news-before =
    Če naj bo poslana taka, kot je zdaj, kampanjo uredite in znova oddajte. Če ne sme biti poslana, jo prekličite. Sicer ni treba
    storiti ničesar.
campaigns-do-news-late =
    Bralci tega jezika so jo prejeli v drugem. Če naj jo dobijo v svojem, pripravite kampanjo (bilten campaign draft { $slug });
    vsi na njenem seznamu jo prejmejo še enkrat. Sicer ni treba storiti ničesar.
campaigns-do-news-after =
    Če morajo bralci to izvedeti, napišite popravek ali pripravite kampanjo (bilten campaign draft { $slug }). Če je to nova objava v
    že uporabljeni datoteki, jo shranite pod drugim imenom.
campaigns-do-tell =
    Obvestila so shranjena, vendar so nekatere pošiljke morda že dlje, kot je prikazano. Obvestite vzdrževalce
    Biltena.

### The history of a delivery

campaigns-story-written = Kampanja se je začela; pošiljka je v čakalni vrsti.
campaigns-story-attempt = Poskus { $number } prek »{ $sender }« ({ $provider }).
campaigns-story-decision = Odločitev ({ $who }):

### Findings of the check: links, images and what other servers answer

campaigns-outside-gone =
    { $kind ->
        [image] Slike { $url }
       *[link] Strani, na katero vodi { $url },
    } ni več (strežnik odgovarja { $status }). Bralci ne bi našli ničesar. Popravite ali odstranite
    naslov, nato preverite znova.
campaigns-outside-name-unknown =
    { $kind ->
        [image] Slike { $url } ni mogoče najti
       *[link] Povezava { $url } ne deluje
    }: strežnika s tem imenom ni. Bralci bi videli napako. Poglejte, ali je v naslovu tipkarska napaka,
    nato preverite znova.
campaigns-outside-inner =
    { $kind ->
        [image] Slika { $url } je
       *[link] Povezava { $url } vodi na računalnik
    } v notranjem omrežju. Od zunaj je ne more odpreti nihče, zato Bilten ni poskušal. Uporabite javni naslov.
campaigns-outside-refused =
    { $kind ->
        [image] Slika { $url }
       *[link] Povezava { $url }
    } ni bila preverjena: v naslovu so uporabniško ime ali neobičajna vrata ali pa ne vodi na spletno stran. Nekatera
    omrežja take naslove blokirajo. Odprite jo sami ali uporabite navaden naslov.
campaigns-outside-untrusted =
    Strežnik naslova { $url } ne more dokazati svoje identitete (potrdilo je napačno ali poteklo).
    Brskalniki bi bralce opozorili. Obvestite skrbnike strežnika ali navedite drugo povezavo.
campaigns-outside-redirects =
    Naslov { $url } brez konca preusmerja z naslova na naslov. Odprite ga sami in navedite naslov,
    na katerega pridete.
campaigns-outside-silent =
    Strežnik naslova { $url } ni odgovoril pravočasno. Morda ne deluje le ta hip, morda ga ni več. Odprite naslov sami
    ali ga pozneje preverite znova.
campaigns-outside-failing =
    Strežnik naslova { $url } ima ta hip napako (odgovarja { $status }). Bralci morda ne bi našli
    ničesar. Pred pošiljanjem preverite znova.
campaigns-outside-closed =
    Strežnik naslova { $url } Biltenu strani ne pokaže (odgovarja { $status }). Nekateri strežniki zavračajo
    programe, drugi vse, ki niso prijavljeni. Odprite naslov v zasebnem oknu in poglejte, kaj vidijo bralci.
campaigns-outside-no-image =
    Na naslovu { $url } ni slike. Bralci bi videli prazen okvir. Uporabite naslov same slike ali jo dodajte
    novici, da jo hrani Bilten.
campaigns-outside-unseen =
    { $count ->
        [one] { $count } povezava ali slika v zadnjem dnevu ni bila preverjena
        [two] { $count } povezavi ali sliki v zadnjem dnevu nista bili preverjeni
        [few] { $count } povezave in slike v zadnjem dnevu niso bile preverjene
       *[other] { $count } povezav in slik v zadnjem dnevu ni bilo preverjenih
    }. Brez preverjanja bi nedelujočo povezavo opazili šele bralci. Na strani kampanje pritisnite »Preveri povezave in
    pošiljatelja« ali zaženite: bilten campaign check { $id }
campaigns-outside-spam-likely =
    SpamAssassin daje temu sporočilu { $points ->
        [one] { $points } točko
        [two] { $points } točki
        [few] { $points } točke
       *[other] { $points } točk
    }; meja, od katere ga veliko strežnikov šteje za neželeno pošto, je { $limit }. Veliko bralcev ga ne bi videlo.
    Odpravite razloge, ki so navedeni tukaj.
campaigns-outside-spam-reason =
    SpamAssassin sporoča ({ $rule }): »{ $words }«. Takšni filtri bi sporočilu manj zaupali. Spremenite besedilo ali
    obliko, na katero se to nanaša.

### Varnostne kopije

campaigns-need-backup-none = Varnostna kopija še ni bila nikoli narejena.
campaigns-need-backup-old = Zadnja varnostna kopija je stara { $days ->
    [one] { $days } dan
    [two] { $days } dneva
    [few] { $days } dni
   *[other] { $days } dni
 }.
campaigns-need-backup-failed = Zadnja varnostna kopija ni uspela ali je poškodovana.
campaigns-do-set-backup =
    Nastavite BILTEN_BACKUP_DIR in Bilten jo bo naredil vsak dan; ali pa bilten backup zaganjajte s svojim časovnikom.
campaigns-do-back-up = Naredite jo zdaj z ukazom bilten backup in preverite mapo, v katero gredo dnevne kopije.

# Novice v brskalniku
campaigns-news-slug-taken = Nekdo je pravkar napisal novico z enakim kratkim imenom (»{ $slug }«). Nič ni shranjeno. Vrnite se in svojo shranite znova.
campaigns-news-is-used = Novico je že uporabila kampanja ali avtomatizacija, zato je ni mogoče izbrisati. Nič se ni spremenilo. Raje jo umaknite: nobena nova kampanja je ne bo uporabila.
campaigns-news-not-joined = Teh dveh novic ni mogoče združiti. Nič se ni spremenilo. Biti morata iste vrste, s spletnega mesta ali napisani tukaj, v različnih jezikih in še ne uporabljeni.
campaigns-news-not-separated = Tega jezika ni mogoče ločiti. Nič se ni spremenilo. Novica obdrži svoje jezike, če ima le enega, če je iz datoteke ali če je v kampanji.
campaigns-news-of-folder = Novica pripada opazovani mapi in datoteka bi jo prinesla nazaj. Nič se ni spremenilo. Raje jo umaknite ali odstranite datoteko.
campaigns-item-withdrawn = Novica »{ $slug }« je umaknjena, zato je nova kampanja ne more uporabiti. Nič se ni spremenilo. Najprej jo vrnite med novice ali pa jo izpustite.

# Viri
campaigns-feed-busy = To spletno mesto se ravno bere. Poskusite znova čez minuto.
campaigns-feed-name = Ime je prazno, daljše od { $limit } znakov ali vsebuje krmilne znake. Nič se ni spremenilo. Vnesite kratko ime.
campaigns-feed-choice = Ene od izbir tu ni na voljo. Nič se ni spremenilo. Izberite znova.
campaigns-feed-connected = Ta vir je že povezan: »{ $name }«.
campaigns-followed-polled = { $minutes ->
    [60] Bere se vsako uro.
    [180] Bere se vsake 3 ure.
    [720] Bere se dvakrat na dan.
    [1440] Bere se enkrat na dan.
   *[other] Bere se vsakih { $minutes } minut.
  }
campaigns-followed-told = Vozlišče spletnega mesta ({ $hub }) nove objave sporoči takoj. Dogovor se podaljša samodejno; zdaj velja do: { $ends }.
campaigns-followed-asked = Bilten prosi vozlišče spletnega mesta ({ $hub }), naj nove objave sporoči takoj. Vozlišče tega še ni potrdilo.
campaigns-followed-unreachable = Spletno mesto ima vozlišče ({ $hub }), ki bi lahko nove objave sporočilo takoj, vendar ta namestitev od zunaj ni dosegljiva (BILTEN_PUBLIC_URL).
campaigns-followed-without = Vozlišče spletnega mesta ({ $hub }) novih objav ne sporoča.
campaigns-followed-ignored = Na naslov, ki je tu namenjen vozlišču, je prišlo nekaj brez njegovega podpisa ({ $moment }). Bilten je to prezrl.
campaigns-entry-unknown = Takega zapisa med prispelimi novicami ni.
campaigns-need-feed = Spletnega mesta »{ $name }« že vsaj trikrat zapored ni bilo mogoče prebrati. Kar je tam objavljeno, ne pride do vas.
campaigns-do-feed = Bilten poskuša naprej. Preverite, ali spletno mesto deluje; če se je vir preselil, ta vir ustavite in povežite novi naslov (Nastavitve, Spletna mesta).
campaigns-need-feed-gone = Spletno mesto »{ $name }« sporoča, da njegovega vira novic ni več. Ne bere se več.
campaigns-do-feed-gone = Poiščite novi vir in ga povežite ali pa ta vir ustavite (Nastavitve, Spletna mesta).
campaigns-retention-under-way = To že poteka. Nič ni bilo spremenjeno.
campaigns-retention-held = Dokler je ta podatkovna zbirka po obnovitvi zadržana, se ne izbriše nič. Najprej odločite o njej: kako, pove bilten doctor.
campaigns-request-kind-unknown = Izberite, kaj oseba zahteva. Nič ni bilo shranjeno.
campaigns-request-day-unreadable = Vpišite dan, ko je zahteva prišla, na primer 2031-05-01; najpozneje današnjega. Nič ni bilo shranjeno.
campaigns-request-unknown = Te zahteve ni.
campaigns-request-done-already = Ta zahteva je že opravljena. Nič ni bilo spremenjeno.
campaigns-need-request = { $count ->
    [one] Na odgovor po Splošni uredbi o varstvu podatkov čaka { $count } oseba.
    [two] Na odgovor po Splošni uredbi o varstvu podatkov čakata { $count } osebi.
    [few] Na odgovor po Splošni uredbi o varstvu podatkov čakajo { $count } osebe.
   *[other] Na odgovor po Splošni uredbi o varstvu podatkov čaka { $count } oseb.
} { $days ->
    [0] Rok je danes.
    [one] Rok je čez { $days } dan.
    [two] Rok je čez { $days } dneva.
    [few] Rok je čez { $days } dni.
   *[other] Rok je čez { $days } dni.
}
campaigns-need-request-late = { $count ->
    [one] Na odgovor po Splošni uredbi o varstvu podatkov čaka { $count } oseba.
    [two] Na odgovor po Splošni uredbi o varstvu podatkov čakata { $count } osebi.
    [few] Na odgovor po Splošni uredbi o varstvu podatkov čakajo { $count } osebe.
   *[other] Na odgovor po Splošni uredbi o varstvu podatkov čaka { $count } oseb.
} { $days ->
    [one] Rok je potekel pred { $days } dnevom.
    [two] Rok je potekel pred { $days } dnevoma.
   *[other] Rok je potekel pred { $days } dnevi.
}
campaigns-do-request = Skrbnik jo najde med nastavitvami, pod »Varstvo podatkov«.
campaigns-retention-rule-unconfirmed = Nepotrjene prijave
campaigns-retention-rule-left = Osebe, ki so se odjavile z vseh seznamov
campaigns-retention-rule-webhooks = Obvestila ponudnikov, ki jih ni bilo mogoče prebrati, in sporočila na naslov za zavrnitve
campaigns-retention-rule-events = Kaj so ponudniki sporočili o posameznem sporočilu
campaigns-retention-rule-staff_mails = Sporočila sodelavcem
campaigns-retention-rule-audit_log = Revizijska sled
campaigns-retention-kept-person = Ime, naslov, seznami, dokazila o privolitvi, polja, oznake, teme in opombe: dokler oseba ni izbrisana.
campaigns-retention-kept-noes = Kdo je rekel ne ali čigav nabiralnik ne obstaja več: samo zgoščena vrednost naslova, trajno. Brez nje bi uvoz osebo lahko vrnil.
campaigns-retention-kept-requests = Kdo je zahteval dostop, popravek ali izbris in kdaj je bilo to opravljeno: trajno, kot dokazilo. Od izbrisanih oseb samo zgoščena vrednost naslova.
campaigns-retention-kept-links = Zahtevana sprememba naslova: dokler delujejo povezave v sporočilih o njej.
campaigns-retention-kept-imports = Datoteke za uvoz: največ dva dni, če jih nihče ne uvozi. Vrstice uvoza: 30 dni, dokler ga je mogoče razveljaviti.
campaigns-retention-kept-deliveries = Kaj je bilo poslano v kateri kampanji: po številkah, da poročila držijo in nihče ne dobi ničesar dvakrat. Ko je oseba izbrisana, od tam do nje ne vodi nič več.
campaigns-retention-kept-staff = Računi sodelavcev, dnevnik in kar so si sodelavci pisali: trajno. Razlogi v dnevniku ne imenujejo nikogar.
campaigns-register-title = Evidenca dejavnosti obdelave
campaigns-register-text-refused = Tega besedila ni mogoče shraniti: največ { $limit } znakov, brez krmilnih znakov. Nič ni bilo spremenjeno.
campaigns-register-to-fill-in = (še ni izpolnjeno)
campaigns-register-part-controller = Upravljavec: ime in naslov
campaigns-register-part-contact = Stik za vprašanja o podatkih
campaigns-register-part-officer = Pooblaščena oseba za varstvo podatkov
campaigns-register-part-transfers = Prenosi v tretje države
campaigns-register-part-measures = Varnostni ukrepi
campaigns-register-purposes = Nameni in pravne podlage
campaigns-register-purpose-emails = Pošiljanje novic in kampanj naročnikom (privolitev, člen 6(1)(a) Splošne uredbe o varstvu podatkov).
campaigns-register-purpose-consent = Dokazovanje privolitve in upoštevanje ugovorov (zakonska obveznost, člena 7(1) in 21; člen 6(1)(c)).
campaigns-register-purpose-delivery = Dostava sporočil in prepoznavanje naslovov, ki ne delujejo več (zakoniti interes, člen 6(1)(f)).
campaigns-register-people = Vrste posameznikov
campaigns-register-people-subscribers = Naročniki ter osebe, ki so se prijavile in prijave še niso potrdile.
campaigns-register-people-staff = Sodelavci z računom.
campaigns-register-lists = Seznami: { $names }
campaigns-register-protected = { $count ->
    [one] { $count } zaščiten seznam ogroženih oseb, katerega ime tu ni navedeno.
    [two] { $count } zaščitena seznama ogroženih oseb, katerih imeni tu nista navedeni.
    [few] { $count } zaščiteni seznami ogroženih oseb, katerih imena tu niso navedena.
   *[other] { $count } zaščitenih seznamov ogroženih oseb, katerih imena tu niso navedena.
}
campaigns-register-data = Vrste podatkov
campaigns-register-data-contact = E-poštni naslov, ime in jezik.
campaigns-register-data-consent = Koraki privolitve: besedilo, jezik, način in čas.
campaigns-register-data-choices = Seznami, teme, premori, oznake in opombe.
campaigns-register-data-delivery = Katera kampanja je bila poslana, ali je prispela in kaj je sporočil ponudnik. Odpiranja se ne štejejo.
campaigns-register-data-clicks = Kliki na povezave: ena številka za povezavo in dan, brez oseb.
campaigns-register-data-staff = Od sodelavcev: ime, e-poštni naslov, vloga, prijave in kaj so naredili.
campaigns-register-fields = Lastna polja: { $names }
campaigns-register-recipients = Uporabniki podatkov
campaigns-register-recipient = Ponudnik e-pošte (obdelovalec): { $provider }
campaigns-register-retention = Roki izbrisa
campaigns-register-days = { $days ->
    [one] po { $days } dnevu
   *[other] po { $days } dneh
}
campaigns-register-kept = dokler oseba ni izbrisana
campaigns-register-measure-access = Dostop po vlogah; podatke zaščitenih seznamov vidijo samo osebe s posebnim dovoljenjem.
campaigns-register-measure-approval = Vsako kampanjo odobri druga oseba; zaščiteni seznam izvozita dve osebi.
campaigns-register-measure-passwords = Gesla so shranjena kot zgoščene vrednosti; poskusi prijave so omejeni.
campaigns-register-measure-hashes = Od izbrisanih oseb ostane samo zgoščena vrednost naslova, zaščitena s ključem.
campaigns-register-measure-audit = Dnevnik pove, kdo je kaj naredil; naslovov naročnikov v njem ni.
campaigns-register-measure-erasure = Kar je prestaro, se enkrat na dan samodejno izbriše.
campaigns-register-measure-tracking = Brez sledilnih slikovnih pik, brez osebnih povezav razen za odjavo in nastavitve, brez tujih vsebin v sporočilih.
campaigns-register-measure-backups = Varnostne kopije se preverijo in hranijo omejen čas; po obnovitvi se izbrisane osebe znova izbrišejo.

### Izbori

campaigns-automation-is-digest = »{ $name }« je izbor in ne spremlja nobene mape. Nič se ni spremenilo. Spremenite ga z ukazom: bilten digest set »{ $name }«
campaigns-automation-no-digest = »{ $name }« spremlja mapo in ni izbor. Nič se ni spremenilo. Vse izbore pokaže ukaz: bilten digest list
campaigns-digest-name = Izbor potrebuje ime v eni vrstici, dolgo od 1 do { $limit } znakov. Nič se ni spremenilo. Vpišite ga.
campaigns-digest-weekdays = Tedenski izbor potrebuje vsaj en dan v tednu. Nič se ni spremenilo. Izberite dan.
campaigns-digest-words = Besed je lahko največ { $limit }; vsaka mora imeti črke ali števke in največ { $longest } znakov. Nič se ni spremenilo. Ločite jih z vejico.
campaigns-digest-choice = Ene od izbir tu ni na voljo. Nič se ni spremenilo. Izberite znova.
campaigns-digest-numbers = Najmanjše število novic je vsaj 1, največje ni manjše od njega in je največ { $limit }. Nič se ni spremenilo.
campaigns-digest-days = Starost novice je število dni med 1 in { $limit }. Nič se ni spremenilo.
campaigns-digest-date = »{ $value }« ni datum. Nič se ni spremenilo. Zapišite ga kot 2026-11-30.
campaigns-digest-subject = Zadeva ima tukaj lahko največ { $limit } znakov in enkrat {"{titles}"}, drugega v zavitih oklepajih pa ne. Nič se ni spremenilo. Popravite jo.
campaigns-digest-introduction = Uvod ima lahko največ { $limit } znakov. Nič se ni spremenilo. Skrajšajte ga.

# Zakaj novice ni v izboru ali je še ni
campaigns-digest-before = Bila je tam že pred vklopom izbora.
campaigns-digest-other-kind = Je vrste, ki je ta izbor ne zajema.
campaigns-digest-other-source = Prihaja iz vira, ki ga ta izbor ne zajema.
campaigns-digest-other-language = Ni v nobenem od jezikov, ki jih ta izbor zajema.
campaigns-digest-other-topic = Ne govori o nobeni od tem, ki jih ta izbor zajema.
campaigns-digest-other-words = V naslovu, povzetku in temi nima nobene od besed, ki jih ta izbor išče.
campaigns-digest-taken-out = Nekdo jo je odstranil iz »{ $name }«.
campaigns-digest-cancelled = Njena kampanja »{ $name }« je bila preklicana. Znova ne bo narejena.
campaigns-digest-deleted = Njen osnutek je bil izbrisan. Znova ne bo narejen.
campaigns-digest-withdrawn = Umaknjena je.
campaigns-digest-gone = Njen vir je ne prikazuje več.
campaigns-digest-skipped = Nekdo jo je preskočil med prispelimi novicami.
campaigns-digest-went-out = Isti bralci jo dobijo ali so jo dobili v »{ $name }«.
campaigns-digest-secret = Namenjena je samo zaščitenemu seznamu.
campaigns-digest-future = Njen datum je { DATE($date) }; čaka na ta dan.
campaigns-digest-just-changed = Ravnokar se je spremenila. Počaka trenutek, če ji sledi še drug jezik.
campaigns-digest-empty = { $least ->
    [one] Novega ni bilo nič.
   *[other] Novih novic je bilo manj kot { $least }. Počakajo na naslednji izbor.
}
campaigns-digest-late = Ob napovedanem času ({ DATE($time) }) Bilten ni deloval, zato izbor ni bil samodejno poslan.
campaigns-digest-by-hand = »{ $title }« je { DATE($date, case: "genitive") } ročno spremenila oseba { $name }. Izbor samodejno pošlje samo to, kar prinesejo njegovi viri.
campaigns-need-digest-failed = Izbora »{ $name }« ni bilo mogoče narediti.
campaigns-do-digest-failed = Popravite, kar je narobe. Kar je novega, počaka na naslednji izbor (Nastavitve, Izbori).
campaigns-do-publication-failed = Popravite, kar je narobe, in kampanjo iz novice naredite sami: samodejno se ne bo poskusilo znova (Nastavitve, Izbori).

# Pozdravne serije
campaigns-welcome-name = Pozdravna serija potrebuje ime, dolgo od 1 do { $limit } znakov, v eni vrstici. Nič se ni spremenilo. Vpišite ga.
campaigns-welcome-name-used = Pozdravna serija z imenom »{ $name }« že obstaja. Nič se ni spremenilo. Vpišite drugo ime.
campaigns-welcome-empty = V seriji »{ $name }« še ni sporočil. Serija ostane izklopljena. Najprej dodajte sporočilo.
campaigns-welcome-most = Pozdravna serija ima lahko največ toliko sporočil: { $limit }. Nič se ni spremenilo.
campaigns-welcome-days = Število dni po potrditvi je med 0 in { $limit }. Nič se ni spremenilo. Vpišite tako število.
campaigns-welcome-day-taken = Serija ima na ta dan že sporočilo (dni po potrditvi: { $days }). Nič se ni spremenilo. Izberite drug dan.
campaigns-welcome-language = Sporočilo potrebuje vsaj en jezik. Nič se ni spremenilo. Označite ga.
campaigns-welcome-text-open = Novo besedilo tega sporočila že obstaja: »{ $name }«. Nič se ni spremenilo. Spremenite tisto besedilo.
campaigns-welcome-no-text = Osnutek tega sporočila je bil izbrisan. Nič se ni spremenilo. Sporočilo odstranite in ga dodajte znova.
campaigns-welcome-unknown = Take pozdravne serije ni. Nič se ni spremenilo. Vse so naštete v nastavitvah.
campaigns-welcome-email-unknown = V pozdravni seriji takega sporočila ni; morda ga je kdo odstranil. Nič se ni spremenilo.
campaigns-welcome-sends-by-itself = To je sporočilo pozdravne serije: serija ga pošlje vsakemu novemu bralcu. Nič se ni spremenilo. Namesto tega vklopite serijo.
campaigns-list-has-welcome = Pozdravna serija »{ $name }« je namenjena seznamu »{ $list }«. Nič se ni spremenilo. Najprej izklopite serijo.
campaigns-list-used-by-welcome = Pozdravna serija »{ $name }« je namenjena seznamu »{ $list }«. Seznam ni bil izbrisan. Lahko ga arhivirate.
campaigns-still-wanted-months = Število mesecev brez odziva je med { $least } in { $most }. Nič se ni spremenilo. Vpišite tako število.
campaigns-still-wanted-a-day = Število bralcev, vprašanih v enem dnevu, je med 1 in { $most }. Nič se ni spremenilo. Vpišite tako število.
campaigns-still-wanted-days = Število dni za odgovor je med { $least } in { $most }. Nič se ni spremenilo. Vpišite tako število.
campaigns-still-wanted-protected = Ta seznam je namenjen ogroženim ljudem: z njega nikogar ne odjavimo samo zato, ker ni odgovoril. Nič se ni spremenilo. Izberite, da se ne zgodi nič.
campaigns-still-wanted-no-sender = Za to sporočilo ni pošiljatelja. Nič se ni spremenilo. Najprej ga navedite v BILTEN_SIGN_UP_SENDER.
