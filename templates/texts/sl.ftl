### Kar v sporočilu vidijo bralci.

templates-kind = { $kind ->
    [statement] Izjava
    [report_summary] Povzetek poročila
    [project] Projekt
    [publication] Publikacija
    [journal] Revija
    [event] Dogodek
    [appeal] Poziv
    [correction] Popravek
   *[page] Stran
}
templates-kinds = { $kind ->
    [statement] Izjave
    [report_summary] Povzetki poročil
    [project] Projekti
    [publication] Publikacije
    [journal] Revije
    [event] Dogodki
    [appeal] Pozivi
    [correction] Popravki
   *[page] Strani
}
templates-in-language = { $code ->
    [en] v angleščini
    [sl] v slovenščini
    [ar] v arabščini
    [fa] v perzijščini
    [hr] v hrvaščini
    [bs] v bosanščini
    [sr] v srbščini
    [de] v nemščini
    [it] v italijanščini
    [fr] v francoščini
   *[other] jezik: { $name }
}
templates-contents = V tej številki
templates-read-on = Preberite v celoti
templates-read-on-website = Preberite na spletni strani
templates-pdf = PDF
templates-pdf-open = Preberite več ali prenesite
templates-cover-of = Naslovnica: »{ $title }«
templates-pdf-facts = { $pages ->
    [one] { $pages } stran, { $size }
    [two] { $pages } strani, { $size }
    [few] { $pages } strani, { $size }
   *[other] { $pages } strani, { $size }
}
templates-pdf-size = { $size }
templates-megabytes = { $size }{ "\u00A0" }MB
templates-kilobytes = { $size }{ "\u00A0" }kB
templates-read = Preberite več o publikaciji
templates-digest-more = { $count ->
    [one] še { $count } novica
    [two] še { $count } novici
    [few] še { $count } novice
   *[other] še { $count } novic
}
templates-follow-up-correction = Popravek: { $subject }
templates-follow-up-recall = Umaknjeno: { $subject }
templates-download = Prenesite PDF
templates-partners = Partnerji
templates-when = Kdaj
templates-where = Kje
templates-how-to-come = Kako priti
templates-about-event = Več o dogodku
templates-day-and-hour = { $day }, { $hour }
templates-from-hour-to-hour = od { $first } do { $last }
templates-from-day-to-day = od { $first }, do { $last }
templates-act = Sodelujte
templates-until = Rok: { $date }
templates-counter = { $count ->
    [one] Sodeluje že { $count } človek
    [two] Sodelujeta že { $count } človeka
    [few] Sodelujejo že { $count } ljudje
   *[other] Sodeluje že { $count } ljudi
}
templates-counter-of = { $count ->
    [one] Sodeluje že { $count } človek, naš cilj je { $goal }
    [two] Sodelujeta že { $count } človeka, naš cilj je { $goal }
    [few] Sodelujejo že { $count } ljudje, naš cilj je { $goal }
   *[other] Sodeluje že { $count } ljudi, naš cilj je { $goal }
}
templates-counted-on = Stanje na dan { $date }.
templates-was-wrong = Napačno
templates-is-right = Pravilno
templates-corrects = Popravljamo objavo:
templates-read-online = Preberite na spletu
templates-website = Spletna stran
templates-why = To sporočilo prejemate, ker ste se naročili na »{ $list }«.
templates-why-any = To sporočilo prejemate, ker ste se naročili vsaj na enega od teh seznamov: { $lists }.
templates-why-list = »{ $list }«
templates-unsubscribe = Odjava
templates-unsubscribe-text = Če teh sporočil ne želite več prejemati, se odjavite tukaj:
templates-preferences = Nastavitve
templates-preferences-text = Jezik sporočil, ime in sezname spremenite tukaj:

templates-confirm-subject = Prosimo, potrdite prijavo: { $list }
templates-confirm-preheader = Še en korak: potrdite, da ste se prijavili vi.
templates-confirm-heading = Prosimo, potrdite prijavo
templates-confirm-asked = Nekdo, upamo, da vi, je ta naslov prijavil na seznam »{ $list }«.
templates-confirm-asked-several = Nekdo, upamo, da vi, je ta naslov prijavil na te sezname: { $lists }.
templates-confirm-unwanted = Sporočil o teh temah ne želi: { $topics }.
templates-confirm-do = Če ste bili to vi, prijavo potrdite. Dokler je ne potrdite, vam ne bomo več pisali.
templates-confirm-button = Da, prijavljam se
templates-confirm-text = Prijavo potrdite na tem naslovu:
templates-confirm-ignore = Če to niste bili vi, vam ni treba storiti ničesar. Ne bomo vam več pisali. Da vašega naslova nihče ne bo vpisal znova, odprite isto povezavo in pritisnite »To nisem jaz«.
templates-confirm-link-fallback = Če gumb ne deluje, odprite ta naslov v brskalniku:

templates-address-question-subject = Prosimo, potrdite svoj novi naslov
templates-address-question-preheader = Še en korak: potrdite, da je ta naslov vaš.
templates-address-question-heading = Prosimo, potrdite svoj novi naslov
templates-address-question-asked = Nekdo, upamo, da vi, želi, da sporočila organizacije »{ $organisation }« odslej pošiljamo na ta naslov.
templates-address-question-do = Če ste bili to vi, naslov potrdite. Dokler ga ne potrdite, se ne spremeni nič.
templates-address-question-button = Da, pišite mi na ta naslov
templates-address-question-text = Naslov potrdite tukaj:
templates-address-question-ignore = Če to niste bili vi, vam ni treba storiti ničesar. Brez vaše potrditve ne boste prejeli ničesar.

templates-address-notice-subject = Naj spremenimo vaš naslov?
templates-address-notice-preheader = Če tega niste želeli vi, lahko to preprečite.
templates-address-notice-heading = Naj spremenimo vaš naslov?
templates-address-notice-asked = Nekdo, upamo, da vi, želi, da sporočila organizacije »{ $organisation }« namesto na ta naslov pošiljamo na drugega. Na drugem naslovu mora to še potrditi.
templates-address-notice-do = Če ste bili to vi, vam ni treba storiti ničesar. Če niste, nam to sporočite:
templates-address-notice-button = To nisem jaz
templates-address-notice-text = Če to niste bili vi, odprite ta naslov:
templates-address-notice-ignore = To deluje tudi, če je bil drugi naslov že potrjen: nanj potem ne pošljemo ničesar več, vi pa se lahko s tem naslovom znova prijavite.

templates-welcome-subject = Dobrodošli med naročniki: { $list }
templates-welcome-preheader = Vaša prijava je potrjena.
templates-welcome-heading = Dobrodošli
templates-welcome-done = Vaša prijava na »{ $list }« je potrjena. Hvala.
templates-welcome-promise = Pišemo le, kadar imamo kaj povedati, vašega naslova pa ne damo nikomur.
templates-welcome-leave = Odjavite se lahko kadar koli z enim klikom:
templates-welcome-visit = Obiščite našo spletno stran

templates-still-wanted-subject = Ali naša sporočila še želite prejemati?
templates-still-wanted-preheader = Že dolgo se nam niste oglasili.
templates-still-wanted-heading = Ali naša sporočila še želite prejemati?
templates-still-wanted-asked = Od nas prejemate sporočila: »{ $list }«. Ker ne beležimo, kdo jih odpre, ne vemo, ali jih še želite prejemati.
templates-still-wanted-do = Prosimo, odgovorite nam. Vzelo vam bo le trenutek.
templates-still-wanted-button = Da ali ne: odgovorite tukaj
templates-still-wanted-text = Odgovorite tukaj:
templates-still-wanted-nothing = Če ne odgovorite, se nič ne spremeni: sporočila boste prejemali še naprej.
templates-still-wanted-until = Zadnji dan za odgovor je { $day }. Če do takrat ne odgovorite, vas bomo odjavili s tega seznama.

### Kar vidijo sodelavci, kadar je kaj zavrnjeno.

templates-field-unknown = Polje »{ $field }« ne obstaja. Nič se ni spremenilo. Uporabite eno od teh: { $known }, ali pa besedo zapišite brez dvojnih oklepajev.
templates-field-broken = Polje ni dokončano, blizu »{ $excerpt }«. Nič se ni spremenilo. Zapišite ga kot [[recipient_name|bralec]], z dvema oklepajema na vsaki strani.
templates-field-missing = Za polje »{ $field }« ni vrednosti, zato ta izvod ni nastal in ni bil poslan. Prosimo, sporočite nam: vrednost mora dodati program.
templates-field-not-a-url = Vrednost polja »{ $field }« ni spletni naslov, zato ta izvod ni nastal in ni bil poslan. Preverite BILTEN_PUBLIC_URL.
templates-mjml-broken = Predloga, vrstica { $line }, stolpec { $column }: { $reason ->
    [mismatch] odprt je <{ $word }>, zaprt pa drug element
    [ends] predloga se konča, preden je vse zaprto
    [open] predloga se konča, preden je <{ $word }> zaprt
    [after-the-end] za koncem sporočila je še nekaj
    [twice] isti atribut je zapisan dvakrat
    [character] HTML ne pozna znaka s tem imenom
    [token] MJML tega ne razume; morda je to osamljen < ali & ali vrednost brez narekovajev
    [unwanted] { $word } v sporočilu ni dovoljen
   *[other] tega MJML ni mogoče prevesti
}. Nič se ni spremenilo. Popravite in poskusite znova.
templates-mjml-element = V vrstici { $line }, stolpcu { $column } predloge je <{ $element }>, ki ga Bilten na tem mestu ne pozna. Nič se ni spremenilo. Preverite, ali je pravilno zapisan, ali ga izpustite.
templates-mjml-attribute = V vrstici { $line }, stolpcu { $column } predloge ima <{ $element }> atribut »{ $attribute }«, ki ga ta element nima. Nič se ni spremenilo. Preverite, ali je pravilno zapisan, ali ga izpustite.
templates-body-broken = Besedilo novice ni pravilen HTML, vrstica { $line }: { $detail }. Nič se ni spremenilo. Novico uvozite znova ali popravite njeno besedilo.
templates-body-element = Besedilo novice ima v vrstici { $line } element <{ $element }>, ki v sporočilu ni dovoljen. Nič se ni spremenilo. Novico uvozite znova ali element izpustite.
templates-template-broken = Predloga { $template }, vrstica { $line }, stolpec { $column }: { $reason ->
    [nesting] »{ $word }« zapira nekaj, kar ni odprto
    [tag] ukaza »{ $word }« ni
    [unclosed] »{ $word }« ni nikjer zaprt
    [unfinished] nekaj ni dokončano
    [unexpected] »{ $word }« tu ni dovoljen
    [filter] filtra »{ $word }« ni
    [test] preverjanja »{ $word }« ni
    [block-twice] blok »{ $word }« je zapisan dvakrat
    [block] vira »{ $word }« ni
    [macro] »{ $word }« dobi nekaj, česar ne sprejme
    [name] ničesar z imenom »{ $word }« ni
    [unsafe] predloge ne smejo uporabljati »{ $word }«
    [steps] zanke ali makri imajo preveč korakov
    [output] izpis je predolg
    [long] vir je predolg
    [operator] »{ $word }« je mogoče uporabiti samo z dvema številoma
    [number] število postane preveliko
    [lists] v seznamu ne morejo biti seznami
    [printed-list] seznama ni mogoče izpisati; njegove dele izpišite v zanki
    [filter-detail] argumenti filtra so predolgi
    [recursive] zanka ne more klicati same sebe
    [include] ukaza »include« ni; blok uvozite in ga pokličite
    [mapping] imena z vrednostmi v zavitih oklepajih tu niso dovoljena
   *[values] s temi vrednostmi tega ni mogoče izračunati
}. Nič se ni spremenilo. Popravite in poskusite znova.
templates-template-unknown = Predloge »{ $template }« ni. Nič se ni spremenilo. Izberite eno od teh: { $known }.
templates-nothing-to-say = V njej še ni ničesar, kar bi sporočilo lahko pokazalo. Dodajte novico ali napišite besedilo v enega od blokov.
templates-one-item = Kampanja te vrste je za natanko eno novico; ta jih ima { $found }. Nič se ni spremenilo. Pustite eno ali izberite bilten ali izbor.
templates-item-does-not-fit = Kampanja te vrste potrebuje novico vrste { $needed ->
    [event] Dogodek
    [appeal] Poziv
   *[correction] Popravek
}; ta je druge vrste. Nič se ni spremenilo. Izberite drugo predlogo ali drugo novico.
templates-language-unknown = »{ $language }« ni oznaka jezika, ki bi jo Bilten poznal. Nič se ni spremenilo. Uporabite oznako, kot je sl, en ali ar.
templates-kind-unknown = »{ $kind }« ni vrsta novice. Nič se ni spremenilo. Uporabite eno od teh: { $known }.

templates-unknown = Predloge »{ $name }« ni. Nič se ni spremenilo. Preverite njeno ime.
templates-newer-version =
    Odkar ste odprli stran, je nekdo drug shranil »{ $name }@{ $number }«. Nič ni bilo shranjeno. Poglejte tisto različico;
    če naj ji vaša sledi, shranite še enkrat.
templates-nothing-new = Nič ni novega: vaše besedilo je enako različici { $number } predloge »{ $name }«. Nova različica ni nastala.
templates-other-kind = »{ $name }« je predloga za drugo vrsto kampanje ({ $kind }). Nič se ni spremenilo. Shranite jo pod drugim imenom.
templates-name-refused = Ime predloge ima največ { $limit } malih črk brez šumnikov in števk, med njimi so lahko posamezni vezaji, in ni ne »library« ne »new«. Nič se ni spremenilo. Izberite drugo.
templates-kind-needed = Predloge »{ $name }« še ni, zato navedite, za katero vrsto kampanje je: { $known }. Nič se ni spremenilo.
templates-name-taken = Predlogo »{ $name }« je pravkar ustvaril nekdo drug. Nič se ni spremenilo. Poglejte njegovo ali izberite drugo ime.
templates-note-long = Opomba ima več kot { $limit } znakov. Nič se ni spremenilo. Skrajšajte jo.

templates-brand-name = Ime organizacije manjka ali je daljše od { $limit } znakov. Prejšnji podatki so ostali, kot so bili. Vpišite krajše ime.
templates-brand-postal-address = Poštni naslov manjka. Prejšnji podatki so ostali, kot so bili. Vpišite ga: zakon ga zahteva v vsakem sporočilu.
templates-brand-address = »{ $address }« ni spletni naslov. Prejšnji podatki so ostali, kot so bili. Vpišite ga v celoti, na primer https://example.org.
templates-brand-colour = »{ $colour }« ni barva. Prejšnji podatki so ostali, kot so bili. Vpišite jo kot # in šest znakov, na primer #8a1c1c.
templates-brand-contrast = Barva { $colour } je presvetla: njen kontrast s svetlimi deli sporočila je { $found } : 1, za branje pa je potrebnih vsaj { $needed } : 1. Prejšnji podatki so ostali, kot so bili. Izberite temnejšo barvo.
templates-brand-footer-language = »{ $language }« ni oznaka jezika, ki bi jo Bilten poznal. Prejšnji podatki so ostali, kot so bili. Uporabite oznako, kot je sl, en ali ar.
templates-brand-footer-long = Noga sporočila za »{ $language }« ima več kot { $limit } znakov. Prejšnji podatki so ostali, kot so bili. Skrajšajte jo: v vsakem sporočilu je.
templates-brand-logo-dark-alone = Logotip za temna ozadja potrebuje tudi logotip za svetla. Prejšnji podatki so ostali, kot so bili. Dodajte še svetlega.

### Kar najde pregled pred pošiljanjem: kaj, zakaj je pomembno, kako popraviti.

templates-check-subject-empty = Zadeva je prazna. Bralci ne bi vedeli, o čem je sporočilo, številni filtri pa takšna sporočila zavrnejo. Napišite zadevo.
templates-check-subject-too-long = Zadeva je predolga (znakov: { $length }); kar presega { $limit } znakov, poštni strežniki odrežejo ali zavrnejo. Skrajšajte jo.
templates-check-subject-long = Zadeva je dolga (znakov: { $length }); telefoni jih pokažejo približno { $limit }. Najpomembnejše postavite na začetek ali pa zadevo skrajšajte.
templates-check-preheader-empty = Predogledna vrstica je prazna. Poštni programi bodo ob zadevi namesto nje pokazali prve besede sporočila. Napišite en stavek.
templates-check-unresolved = V besedilu je še »{ $mark }«. Bralci bi videli, da ni dokončano. Zamenjajte ali odstranite.
templates-check-unsubscribe-missing = V tem delu ni povezave za odjavo. Zahtevajo jo zakon in ponudniki pošte. Vrnite nogo v predlogo.
templates-check-postal-address-missing = V tem delu ni poštnega naslova organizacije. Zahteva ga zakon. Vpišite ga na strani »Podoba« ali vrnite nogo v predlogo.
templates-check-corrects-unknown = Popravek »{ $title }« navaja novico, ki je tu ni, zato sporočilo ne pove, kje je bila napaka. Popravite »corrects« ali uvozite tudi tisto novico.
templates-check-alt-missing = Slika { $src } nima opisa. Kdor je ne vidi ali ima slike izklopljene, ne izve ničesar. Opišite jo v enem stavku.
templates-check-link-relative = Povezava »{ $url }« ni celoten naslov, zato v sporočilu ne deluje. Začnite jo s https://.
templates-check-link-unsafe = Povezava »{ $url }« ni naslov strani: nekaj bi zagnala ali odprla na bralčevi napravi. E-poštni programi in brskalniki take povezave blokirajo. Povežite s stranjo, z naslovom na https://.
templates-check-link-target-missing = Povezava »{ $url }« vodi na mesto v sporočilu, ki ga ni. Tja, kamor naj vodi, postavite <a name="…"></a> s tem imenom ali ji dajte cel naslov.
templates-check-link-insecure = Povezava »{ $url }« ni šifrirana. Drugi lahko vidijo in spremenijo, kar odprejo vaši bralci. Uporabite https://.
templates-check-link-shortened = Povezava »{ $url }« gre prek { $host }. Bralci ne vidijo, kam vodi, krajševalnik povezav izve, kdo jo odpre, filtri pa ji ne zaupajo. Navedite povezavo do same strani.
templates-check-link-without-words = Povezava »{ $url }« nima besedila. Kdor je ne vidi, ne ve, da je tu, niti kam vodi. Dodajte ji besedilo, njeni sliki pa opis.
templates-check-link-says-nothing = Besedilo povezave je »{ $words }« ({ $url }). Bralniki zaslona naštejejo povezave brez stavka okoli njih. Povejte, kam vodi.
templates-check-link-leads-elsewhere = Povezava kaže »{ $shown }«, vodi pa na { $url }. Tako ravnajo goljufi in filtri to iščejo. Pokažite naslov, na katerega vodi, ali uporabite besede.
templates-check-foreign-load =
    Sporočilo bi z drugega strežnika naložilo { $url } ({ $place }{ $line ->
        [0] {""}
       *[other] , vrstica { $line } predloge
    }). Ta strežnik bi izvedel, kdo sporočilo odpre, kdaj in od kod. Uporabite sliko, uvoženo z novico ali podobo, in pisave, ki jih bralci imajo; povezava na ta naslov je v redu.
templates-check-field-as-typed = Bralci bi videli »{ $field }« tako, kot je natipkano: »{ $excerpt }«. Novice, naslovi, citati in gumbi so za vse enaki. Polje tam izbrišite; ime bralca je lahko v uvodu ali v bloku z besedilom.
templates-check-field-foreign = »{ $field }« je videti kot polje drugega programa. Bralci bi ga videli tako, kot je natipkano. Če naj tam stoji njihovo ime, v uvod ali v blok z besedilom zapišite [[recipient_name|bralec]].
templates-check-field-in-address = Polje »{ $field }« je v drugem naslovu ali atributu ({ $place }). Ob odprtju sporočila ali povezave bi bralčeva osebna povezava ali ime prišla do koga drugega. Polje naj bo celoten naslov povezave ali ga odstranite.
templates-check-title-missing = Sporočilo nima naslova dokumenta (title). Bralniki zaslona in brskalniki ga pokažejo kot njegovo ime. Dodajte ga v mj-head predloge.
templates-check-heading-first = Prvi naslov je ravni { $level }. Bralci, ki skačejo od naslova do naslova, iščejo naslov ravni 1. Popravite predlogo.
templates-check-heading-skipped = Za naslovom ravni { $above } je naslov ravni { $below }. Bralci, ki skačejo od naslova do naslova, bi mislili, da nekaj manjka. Popravite predlogo.
templates-check-table-without-role = { $count ->
        [one] { $count } tabela je tam le zaradi razporeditve, a tako ni označena. Bralniki zaslona bi brali njene vrstice in celice. Dodajte ji role="presentation".
        [two] { $count } tabeli sta tam le zaradi razporeditve, a tako nista označeni. Bralniki zaslona bi brali njune vrstice in celice. Dodajte jima role="presentation".
        [few] { $count } tabele so tam le zaradi razporeditve, a tako niso označene. Bralniki zaslona bi brali njihove vrstice in celice. Dodajte jim role="presentation".
       *[other] { $count } tabel je tam le zaradi razporeditve, a tako niso označene. Bralniki zaslona bi brali njihove vrstice in celice. Dodajte jim role="presentation".
    }
templates-check-text-without-link = V navadnem besedilu ni povezave »{ $url }«. Nekateri bralci dobijo samo navadno besedilo in te povezave ne bi imeli. Dodajte jo v besedilni del predloge.
templates-check-text-without-number = { $count ->
        [one] V navadnem besedilu manjka { $count } številka, ki je v HTML-ju: { $number }. Bralci navadnega besedila je ne bi izvedeli. Primerjajte oba dela.
        [two] V navadnem besedilu manjkata { $count } številki, ki sta v HTML-ju, med njima { $number }. Bralci navadnega besedila ju ne bi izvedeli. Primerjajte oba dela.
        [few] V navadnem besedilu manjkajo { $count } številke, ki so v HTML-ju, med njimi { $number }. Bralci navadnega besedila jih ne bi izvedeli. Primerjajte oba dela.
       *[other] V navadnem besedilu manjka { $count } številk, ki so v HTML-ju, med njimi { $number }. Bralci navadnega besedila jih ne bi izvedeli. Primerjajte oba dela.
    }
templates-check-beginning-missing = Začetka besedila, »{ $missing }«, v sporočilu ni. Bralci bi dobili manj, kot je bilo napisano. Če je predloga vaša, vanjo dodajte, kar izpušča; sicer to prijavite kot napako.
templates-check-words-missing = V sporočilu manjkajo besede. V napisanem za »{ $before }« sledi »{ $missing }«, v sporočilu pa ne. Bralci bi dobili manj, kot je bilo napisano. Če je predloga vaša, vanjo dodajte, kar izpušča; sicer to prijavite kot napako.
templates-check-tag-shown = Bralci bi videli »{ $tag }« tako, kot je natipkano: naslovi, povzetki in navedki so navadno besedilo. Izbrišite ga.
templates-check-text-says-less = Navadno besedilo ima le { $share } % besed iz HTML-ja. Nekateri bralci dobijo samo navadno besedilo, filtri pa oba dela primerjajo. Dopolnite besedilni del predloge.
templates-check-all-in-another-language = Nobena novica te različice ni v njenem jeziku ({ LANGUAGE($language) }): vse so v drugem, na primer { LANGUAGE($other) }. V jeziku bralcev bi bili le naslovi razdelkov in noga sporočila. Prevedite katero od novic ali različico izpustite.
templates-check-reading-order = Stolpci tečejo { $way ->
        [rtl] z desne na levo
       *[ltr] z leve na desno
    }, noben jezik v njih pa ne: bralnik zaslona jih prebere v drugem vrstnem redu, kot jih vidimo. Tam izpustite dir in direction ali stolpce zapišite v vrstnem redu, v katerem naj se berejo.
templates-check-tab-order = Tabindex nad 0 premika tipkovnico v drugem vrstnem redu, kot gre oko. V predlogi ga izpustite.
templates-check-contrast = { $scheme ->
        [dark] Na temnem zaslonu je »{ $words }« težko prebrati: barva { $ink } na { $ground } ima kontrast { $found }:1, potreben je { $needed }:1. Slabovidni in tisti, ki berejo na soncu, bi to spregledali. V predlogi izberite drugi barvi, v pravilih za prefers-color-scheme: dark.
       *[light] »{ $words }« je težko prebrati: barva { $ink } na { $ground } ima kontrast { $found }:1, potreben je { $needed }:1. Slabovidni in tisti, ki berejo na soncu, bi to spregledali. V predlogi izberite drugi barvi.
    }
templates-check-client-lacks = »{ $feature }« ne deluje v odjemalcih: { $clients }. { $group ->
        [picture] Bralci tam vidijo praznino ali opis slike. Uporabite JPEG ali PNG.
        [media] Bralci tam ne vidijo ničesar. Pokažite sliko, ki vodi na stran s posnetkom.
        [form] Bralci tam ne morejo ničesar izpolniti ali pritisniti. Navedite povezavo na stran, kjer je to mogoče.
        [way] Ko bralci tam pritisnejo, se ne zgodi nič. Navedite povezavo na spletno stran, za vsako mesto svojo.
        [sheet] Slogov, ki se naložijo na ta način, tam ni. Zapišite jih v mj-style.
        [font] Bralci tam vidijo drugo pisavo, pri drugih pa se naloži s tujega strežnika, ki tako izve, da berejo. Uporabite pisave, ki jih bralci imajo.
        [layout] Razporeditev je tam drugačna, kot jo vidite. Uporabite mj-section, mj-column in padding, iz katerih nastanejo tabele.
        [side] Razmika ali črte tam ni. Namesto tega zapišite left in right, z mail.way.start in mail.way.end.
        [hidden] Tam je to vidno. Zapišite display:none ali to izpustite.
        [ground] Za besedami tam ni ozadja, zato jih morda ni mogoče prebrati. Dodajte background-color, na kateri so berljive.
        [effect] Tam tega ni. Poskrbite, da sporočilo tudi brez tega pove isto, ali to izpustite.
        [value] Kar ima takšno vrednost, je tam videti, kot da je nima. Zapišite jo v px, barvo pa kot #rrggbb.
       *[inline] Pravilo tam ne velja. Dajte elementom razred ali lasten slog.
    }
templates-check-item-language = Novica »{ $title }«: njen jezik je označen kot { LANGUAGE($said) }, zdi pa se, da je { LANGUAGE($seems) }. Bralniki zaslona bi jo napačno izgovarjali, kdor bere le prvi jezik, pa je ne bi razumel. Popravite jezik ali besedilo novice. Če je tako prav, tega ne upoštevajte.
templates-check-picture-language = Slika novice »{ $title }« je prišla z besedilom v drugem jeziku ({ LANGUAGE($said) }), z njo pa tudi njen opis in podnapis. Bralci bi ju videli ali slišali v tem jeziku. Dodajte sliko tudi v jeziku različice, z njenim opisom in podnapisom.
templates-check-intro-language = Uvod: njegov jezik naj bi bil { LANGUAGE($said) }, zdi pa se, da je { LANGUAGE($seems) }. Bralci morda ne bi razumeli prvega, kar vidijo. Napišite ga v jeziku različice. Če je tako prav, tega ne upoštevajte.
templates-check-html-too-big = Sporočilo ima { $size } kB HTML-ja; Gmail odreže vse, kar presega { $limit } kB, tudi povezavo za odjavo. Skrajšajte ga ali izpustite katero od novic.
templates-check-field-unknown = Polje »{ $field }« v kampanjah ne obstaja. Bralci bi ga videli tako, kot je natipkano. Izberite katero iz menija s polji ali ga odstranite.
templates-check-field-broken = Polje ni dokončano, blizu »{ $excerpt }«. Bralci bi videli, kar je zapisano. Popravite ali odstranite ga.
templates-check-field-without-default = { $field ->
    [recipient_name] Polje »{ $field }« nima privzetih besed za bralce, katerih imena ne poznamo. Videli bi vrzel. Zapišite ga kot [[{ $field }|bralec]].
   *[other] Polje »{ $field }« nima privzetih besed za bralce, o katerih tega ne vemo. Videli bi vrzel. Besede zanje napišite za navpično črto, pred zaklepajema.
}
templates-check-attachment = Besedilo omenja prilogo (»{ $word }«), kampanje pa prilog nimajo. Bralci bi jo iskali zaman. Raje povejte, kje je povezava.
templates-check-lang-missing = HTML ne pove, da je njegov jezik »{ $language }« in v katero smer teče. Bralniki zaslona bi ga napačno izgovarjali. Elementu mjml v predlogi dodajte lang in dir.

## Placeholders

templates-brand-placeholder-address = (poštni naslov organizacije)
