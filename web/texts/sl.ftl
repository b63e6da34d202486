# Splet: kar stoji na straneh. Najprej besedila za bralce v štirih jezikih, za njimi besedila za sodelavce v dveh.

web-skip = Na vsebino
web-languages = Jeziki
web-go-back = Nazaj
web-site-name = Bilten

web-error-typed = Kar ste vpisali
web-error-400-title = Tega ni bilo mogoče prebrati
web-error-400 = Vaš brskalnik je poslal nekaj poškodovanega ali v obliki, ki je ta stran ne pozna. Nič se ni spremenilo. Vrnite se in poskusite znova.
web-error-403-title = Ni dostopa
web-error-403 = Do te strani nimate dostopa. Nič se ni spremenilo. Prijavite se ali prosite osebo, ki dostop ima.
web-error-404-title = Strani ni
web-error-404 = Na tem naslovu ni strani. Naslov je morda nepopoln ali napačno prepisan. Nič se ni spremenilo. Preverite povezavo, po kateri ste prišli.
web-error-405-title = Tako ni mogoče
web-error-405 = Ta stran ne sprejema tega, kar je poslal vaš brskalnik. Nič se ni spremenilo. Vrnite se in uporabite gumbe na strani.
web-error-409-title = Nekaj se je spremenilo
web-error-409 = Odkar ste odprli stran, se je nekaj spremenilo, zato ni bilo narejeno nič. Stran naložite znova in preverite.
web-error-413-title = Preveliko
web-error-413 = Kar ste poslali, je preveliko. Nič se ni spremenilo. Pošljite manj.
web-error-422-title = Tega ni mogoče uporabiti
web-error-422 = Nečesa, kar ste poslali, ni mogoče uporabiti. Nič se ni spremenilo. Vrnite se, preverite in poskusite znova.
web-error-429-title = Preveč poskusov
web-error-429 = Z vaše povezave je prišlo preveč zahtev. Nič se ni spremenilo. Poskusite znova pozneje.
web-error-500-title = Prišlo je do napake
web-error-500 = Na naši strani je prišlo do napake. Nič ni ostalo napol narejeno. Poskusite znova čez nekaj minut; če se ponovi, nam sporočite to oznako: { $reference }
web-error-503-title = Trenutno ni na voljo
web-error-503 = To trenutno ni na voljo. Nič ni izgubljeno. Poskusite znova čez nekaj minut.

web-unsubscribe-title = Odjava
web-unsubscribe-question = Ne želite več prejemati sporočil s seznama »{ $list }«?
web-unsubscribe-button = Da, odjavite me
web-unsubscribe-nothing-yet = Za zdaj se ni spremenilo nič. Če ste sem prišli pomotoma, zaprite to stran.
web-unsubscribed-title = Odjavljeni ste
web-unsubscribed = S seznama »{ $list }« ne boste več prejemali sporočil. Sporočilo, ki je že na poti, vas lahko še doseže.
web-unsubscribed-again = Če se boste kdaj želeli vrniti, se prijavite znova. Nihče drug tega ne more storiti namesto vas.
web-unsubscribe-how-title = Kako se odjaviti
web-unsubscribe-how = To je javna različica sporočila ali poskusno sporočilo, zato ne vemo, kdo ste. Uporabite povezavo za odjavo v sporočilu, ki smo vam ga poslali; je na koncu. Če je ne najdete, odgovorite na katero koli naše sporočilo in odjavili vas bomo.

web-left-keep = Želim še naprej prejemati sporočila s seznama »{ $list }«.
web-left-undo = Razveljavi odjavo
web-resubscribed-title = Spet ste na seznamu
web-resubscribed = Spet boste prejemali sporočila s seznama »{ $list }«.
web-left-why = Nam poveste, zakaj?
web-left-why-hint = Ni vam treba. Štejemo samo, kolikokrat je bil naveden kateri razlog, ne pa, kdo ga je navedel.
web-left-too_many = Sporočil je preveč
web-left-not_relevant = Vsebina me ne zadeva
web-left-not_asked = Ne spomnim se svoje prijave
web-left-other_way = Spremljam vas drugje
web-left-other = Drug razlog
web-left-tell = Pošlji
web-left-thanks = Hvala.
web-preferences-title = Vaše nastavitve
web-preferences-lead = Izberite, kaj želite prejemati in v katerem jeziku. Dokler ne shranite, se ne spremeni nič.
web-preferences-lists = Seznami
web-preferences-lists-hint = Če seznamu odstranite kljukico, z njega ne boste več prejemali sporočil.
web-preferences-no-lists = Niste na nobenem seznamu, ki ga lahko tukaj pokažemo.
web-preferences-fields = O vas
web-preferences-fields-hint = Tega vam ni treba izpolniti. Pomaga nam, da vam pišemo o tem, kar vas zadeva.
web-preferences-topics = Teme
web-preferences-topics-hint = Če pri temi odstranite kljukico, ne boste več prejemali sporočil, ki so samo o njej.
web-preferences-frequency-hint = Enkrat na teden ali na mesec prejmete vse, kar objavimo o temi, v enem sporočilu. Kar ne more čakati, prejmejo vsi takoj.
web-frequency-at_once = Takoj
web-frequency-weekly = Enkrat na teden, v enem sporočilu
web-frequency-monthly = Enkrat na mesec, v enem sporočilu
web-frequency-never = Nikoli
web-frequency-kept-weekly = Izbrali ste enkrat na teden. Tedenskega sporočila o tej temi trenutno ne pošiljamo, zato taka sporočila prejemate takoj. Vašo izbiro smo ohranili.
web-frequency-kept-monthly = Izbrali ste enkrat na mesec. Mesečnega sporočila o tej temi trenutno ne pošiljamo, zato taka sporočila prejemate takoj. Vašo izbiro smo ohranili.
web-preferences-join = Drugi seznami
web-preferences-join-hint = Če se želite prijaviti, seznam označite. Poslali vam bomo sporočilo, da prijavo potrdite.
web-preferences-asked = Pošiljamo vam sporočilo: v njem potrdite, da želite »{ $list }«.
web-preferences-pause = Brez sporočil do tega dne
web-preferences-pause-hint = Na seznamih ostanete in od tega dne spet prejemate sporočila. Če premora ne želite, pustite polje prazno.
web-preferences-paused = Sporočila boste spet prejemali od tega dne: { $day }. Če jih želite že zdaj, polje izpraznite in shranite.
web-preferences-mails = Sporočila samo za naročnike
web-preferences-mails-hint = Te povezave delujejo en dan. Za nove znova odprite to stran.
web-preferences-save = Shrani
web-preferences-saved = Shranjeno. Velja od naslednjega sporočila.
web-preferences-nothing-saved = Nič se ni spremenilo. Popravite in shranite znova.
web-preferences-leave-hint = Če ne želite več nobenega našega sporočila, uporabite ta gumb. Odjavi vas tudi s seznamov, ki jih tukaj ne vidite.
web-preferences-leave = Odjavi me od vsega
web-preferences-how = To je javna različica sporočila ali poskusno sporočilo, zato ne vemo, kdo ste. Uporabite povezavo do nastavitev v sporočilu, ki smo vam ga poslali; je na koncu in je samo vaša.
web-left-everything = Odjavljeni ste z vseh naših seznamov. Sporočilo, ki je že na poti, vas lahko še doseže.
web-clicks-privacy = Štejemo, kolikokrat se odprejo povezave v naših sporočilih. Za vsako povezavo hranimo eno številko na dan, skupno za vse bralce. Ne beležimo, kdo jo je odprl.

web-preferences-data = Preberite ali prenesite svoje podatke
web-preferences-address = Spremenite svoj e-poštni naslov
web-address-title = Drug e-poštni naslov
web-address-lead = Kam naj odslej pošiljamo naša sporočila? Na novi naslov bomo poslali povezavo. Dokler tam ne potrdite, se ne spremeni nič.
web-address-new = Novi e-poštni naslov
web-address-told = Sporočilo o tem pošljemo tudi na vaš sedanji naslov, da tega nihče ne more storiti brez vas.
web-address-kept = Ostanete na svojih seznamih, s svojimi temami in premorom. Če nam je kdo rekel, naj na novi naslov ne pišemo, to še vedno velja.
web-address-button = Pošljite povezavo
web-address-asked-title = Preverite svoj poštni predal
web-address-asked = Če lahko sporočila pošiljamo na novi naslov, je sporočilo s povezavo že na poti; isti dan nihče ne prejme drugega. Preverite tudi neželeno pošto. Če ne prispe nič, je novi naslov morda že prijavljen ali pa nam je nekdo nekoč rekel, naj nanj ne pišemo: prijavite se z njim, tega pa odjavite.
web-address-confirm-title = Potrdite svoj novi naslov
web-address-wording = Da, to je moj naslov. Sporočila s seznamov, na katerih sem, mi pošiljajte na ta naslov in ne več na prejšnjega.
web-address-confirm = Potrjujem
web-address-nothing-yet = Za zdaj se ni spremenilo nič. Če tega niste želeli vi, zaprite to stran.
web-address-changed-title = Vaš naslov je spremenjen
web-address-changed = Naša sporočila boste odslej prejemali na ta naslov. V starejših sporočilih na prejšnjem naslovu delujejo le še povezave za odjavo.
web-address-refuse-title = Moj naslov naj ostane
web-address-refuse-question = Niste vi želeli, da pišemo na drug naslov? Potem to zavrnite s tem gumbom.
web-address-refuse-hint = Če je bil drugi naslov že potrjen, nanj ne bomo pošiljali ničesar več, vi pa se lahko znova prijavite.
web-address-refuse = To nisem jaz
web-address-refused-title = Hvala, da ste nam povedali
web-address-refused = Vaš naslov ostane, kakršen je. Povezava za njegovo spremembo ne deluje več.
web-address-refused-late = Naslov je bil že spremenjen. Na drugi naslov ne bomo pošiljali ničesar več. Če želite naša sporočila znova prejemati, se prijavite s svojim naslovom.
web-own-data-title = Vaši podatki
web-own-data-lead = To so podatki, ki jih imamo o vas. Stran lahko natisnete ali pa podatke prenesete kot datoteko, ki jo preberejo drugi programi.
web-own-data-not-in-it = To stran lahko odpre vsak, ki ima katero od sporočil, poslanih vam. Zato na njej ni seznamov, katerih naročnike varujemo, razen tistega, s katerega je prišlo sporočilo, in ničesar, kar so zapisali naši sodelavci. Če želite tudi to, odgovorite na katero koli naše sporočilo.
web-own-data-person = O vas
web-own-data-file = Prenesi kot datoteko (JSON)
web-own-data-back = Nazaj na nastavitve
web-erase-title = Izbris mojih podatkov
web-erase-lead = Ali želite, da izbrišemo vse, kar vemo o vas? Tega ni mogoče razveljaviti.
web-erase-what-goes = Izbrisali bomo vaš naslov, ime, jezik, sezname, teme in premor, v kaj ste privolili in kdaj ter kar so zapisali naši sodelavci. Naših sporočil ne boste več prejemali.
web-erase-what-stays = Ostaneta število poslanih sporočil in zapis, da so bili podatki izbrisani, oboje brez vašega imena, ter koda, ki s skrivnim ključem nastane iz vašega naslova. Naslova iz nje ni mogoče razbrati. Po njej prepoznamo, da od nas ne želite ničesar, če bi bil vaš naslov v kakšni datoteki ali če bi morali obnoviti starejšo varnostno kopijo. V varnostnih kopijah do danes so vaši podatki, dokler se kopije ne izbrišejo.
web-erase-instead = Če samo ne želite več sporočil, se v nastavitvah odjavite od vsega.
web-erase-nothing-yet = Za zdaj ni izbrisano nič. Če ste sem prišli pomotoma, zaprite to stran.
web-erase-button = Da, izbrišite moje podatke
web-erased-title = Vaši podatki so izbrisani
web-erased = Vaše podatke smo izbrisali. Naših sporočil ne boste več prejemali. Sporočilo, ki je že na poti, vas lahko še doseže.
web-export-address = E-poštni naslov
web-export-name = Ime
web-export-language = Jezik
web-export-since = Od
web-export-lists = Seznami
web-export-list = Seznam
web-export-status = Stanje
web-export-consent = Privolitev
web-export-action = Kaj se je zgodilo
web-export-method = Kako
web-export-wording = Besedilo
web-export-wording_version = Različica besedila
web-export-at = Kdaj
web-export-suppressions = Blokada
web-export-reason = Razlog
web-export-opted-out = Odjava od vseh sporočil
web-export-deliveries = Sporočila
web-export-campaign = Kampanja
web-export-outcome = Izid dostave
web-export-sign-up-emails = Sporočila ob prijavi
web-export-purpose = Namen
web-export-purpose-confirmation = vprašanje za potrditev
web-export-purpose-welcome = dobrodošlica
web-export-purpose-address_confirmation = vprašanje za potrditev novega naslova
web-export-purpose-address_notice = obvestilo o novem naslovu
web-export-suppressed-bounced = sporočila so bila zavrnjena
web-export-suppressed-complained = sporočilo je bilo označeno kot neželeno
web-export-suppressed-provider_unsubscribed = odjava pri ponudniku
web-export-suppressed-staff = po odločitvi sodelavcev
web-export-topics = Teme
web-export-topic = Tema
web-export-frequency = Kako pogosto
web-export-frequency-at_once = takoj
web-export-frequency-weekly = tedensko
web-export-frequency-monthly = mesečno
web-export-frequency-never = nikoli
web-export-tags = Oznake
web-export-tag = Oznaka
web-export-said_elsewhere_at = Drugje izrečeno (po uvozu)
web-export-fields = Polja
web-export-field = Kratko ime polja
web-export-label = Polje
web-export-value = Vrednost
web-export-pauses = Premor
web-export-until = Do
web-export-notes = Opombe
web-export-text = Besedilo opombe
web-export-acts = Kaj so storili sodelavci
web-export-looks = Kdaj so sodelavci pogledali podatke
web-export-purpose-person_looked_at = podatke osebe: zaradi teh podatkov, naročnine ali sporočil, ki jih prejema
web-export-purpose-copy_looked_at = kopija sporočila: da bi videli, kaj je bilo poslano
web-subscription-pending = še ni potrjeno
web-subscription-confirmed = prijava potrjena
web-subscription-unsubscribed = odjava

web-confirm-title = Potrdite prijavo
web-confirm-wording = Da, na ta naslov želim prejemati sporočila s seznama »{ $list }«. Kadar koli se lahko odjavim s povezavo v vsakem sporočilu.
web-confirm-unwanted = Ne želim sporočil, ki so samo o teh temah:
web-confirm-left-out = Na seznam »{ $list }« se ni več mogoče prijaviti, zato smo ga izpustili.
web-confirm-left-out-nameless = Na enega od izbranih seznamov se ni več mogoče prijaviti, zato smo ga izpustili.
web-confirm-button = Potrjujem
web-confirm-nothing-yet = Če to niste bili vi, pritisnite ta gumb: tri mesece vašega naslova ne bo mogoče znova prijaviti na { $count ->
    [1] ta seznam
   *[other] te sezname
  }. Brez vaše potrditve ne boste prejeli ničesar.
web-confirm-reject = To nisem jaz
web-rejected-title = Hvala, da ste nam povedali
web-rejected = Od nas ne boste prejeli ničesar. Tri mesece tega naslova ne bo mogoče znova prijaviti na { $count ->
    [1] ta seznam
   *[other] te sezname
  }.
web-confirmed-title = Hvala, prijavljeni ste
web-confirmed = Odslej boste prejemali sporočila s seznama »{ $list }«. V vsakem sporočilu je povezava za odjavo.
web-confirmed-more = Izberite teme in jezik ali si vzemite premor
web-still-wanted-title = Ali ta sporočila še želite prejemati?
web-still-wanted-asked = Od nas prejemate sporočila: »{ $list }«.
web-still-wanted-wording = Da, ta sporočila še želim prejemati: »{ $list }«. Kadar koli se lahko odjavim s povezavo v vsakem sporočilu.
web-still-wanted-yes = Da, pošiljajte mi jih še naprej
web-still-wanted-no = Ne, odjavite me
web-still-wanted-nothing-yet = Zaenkrat se ni spremenilo nič. Spremeni se šele, ko pritisnete gumb.
web-still-wanted-kept-title = Hvala
web-still-wanted-kept = Ta sporočila boste prejemali še naprej: »{ $list }«. V vsakem sporočilu je povezava za odjavo.

web-subscribe-title = Prijava: { $list }
web-subscribe-lead = Poslali vam bomo eno sporočilo s povezavo. Prijavljeni boste šele, ko jo odprete in prijavo potrdite.
web-subscribe-address = E-poštni naslov
web-subscribe-name = Ime (neobvezno)
web-subscribe-language = Jezik sporočil
web-subscribe-honeypot = To polje pustite prazno
web-subscribe-wording = Želim prejemati sporočila s seznama »{ $list }«. Najprej to potrdim s povezavo, ki jo prejmem na svoj naslov; kadar koli se lahko odjavim.
web-subscribe-also = Naši drugi seznami
web-subscribe-topics-hint = Odstranite kljukico pri temah, o katerih ne želite sporočil. To lahko pozneje spremenite.
web-subscribe-button = Prijava
web-subscribe-refused = Vnesenega ne moremo uporabiti. Preverite, ali je v e-poštnem naslovu tipkarska napaka. Nič ni bilo shranjeno. Popravite in pošljite znova.
web-subscribe-asked-title = Preverite svoj poštni predal
web-subscribe-asked = Če je naslov pravilen in ga še ni na seznamu »{ $list }«, je nanj že na poti sporočilo s povezavo za potrditev. Preverite tudi neželeno pošto. Če ste že na seznamu, se ne spremeni nič.
web-subscribe-asked-several = Če je naslov pravilen, je nanj na poti eno sporočilo s povezavo za potrditev, in sicer za tiste od teh seznamov, na katerih naslova še ni:
web-subscribe-asked-spam = Preverite tudi neželeno pošto. Pri seznamih, na katere ste že prijavljeni, se nič ne spremeni.
web-sign-up-busy = Trenutno se prijavlja preveč ljudi. Nič ni bilo shranjeno. { $minutes ->
    [one] Poskusite znova čez { $minutes } minuto.
    [two] Poskusite znova čez { $minutes } minuti.
    [few] Poskusite znova čez { $minutes } minute.
   *[other] Poskusite znova čez { $minutes } minut.
  }
web-sign-up-too-many = Iz vašega omrežja se je prijavilo preveč ljudi. Nič ni bilo shranjeno. { $minutes ->
    [one] Poskusite znova čez { $minutes } minuto.
    [two] Poskusite znova čez { $minutes } minuti.
    [few] Poskusite znova čez { $minutes } minute.
   *[other] Poskusite znova čez { $minutes } minut.
  }
web-proof-title = Ne želite čakati?
web-proof-lead = Vaša naprava lahko opravi kratek izračun, ki pokaže, da niste program, ki prijavlja ljudi na tisoče. Traja nekaj sekund in nikomur ne pove ničesar o vas.
web-proof-label = Nisem robot
web-proof-working = Računam …
web-proof-done = Opravljeno. Zdaj se lahko prijavite.
web-proof-needed = Najprej označite to polje.
web-proof-failed = Ni uspelo. Poskusite znova pozneje.

web-sign-up-closed = Prijava tu trenutno ni mogoča. Nič ni bilo shranjeno. Če želite prejemati sporočila organizacije, ji pišite.
web-sign-up-form-old = Obrazec je bil odprt predolgo. Nič ni bilo shranjeno. Prosimo, pošljite ga znova.

web-archive-title = Arhiv
web-archive-search = Iskanje po arhivu
web-archive-find = Poišči
web-archive-nothing-found = V arhivu ni ničesar s temi besedami. Poskusite z manj besedami.
web-archive-empty = Tukaj še ni objav.
web-archive-older = Starejše
web-archive-feeds = Novosti lahko spremljate tudi v bralniku novic:
web-archive-unknown = Arhiva v tem jeziku ni. Preverite naslov.
web-archive-kind = { $kind ->
    [statement] Izjava
    [publication] Publikacija
    [project] Projekt
    [report_summary] Povzetek poročila
    [event] Dogodek
    [appeal] Poziv
    [correction] Popravek
    [digest] Izbor
   *[bulletin] Bilten
}
web-publication-unknown = Na tem naslovu ni publikacije ali pa še ni objavljena. Preverite povezavo. Če vas je sem pripeljalo sporočilo, ga odprite v brskalniku, s povezavo v njem, in uporabite povezavo tam.
web-publication-download = Prenesite PDF
web-publication-facts = PDF{ $pages ->
    [0] {""}
    [one] , { $pages } stran
    [two] , { $pages } strani
    [few] , { $pages } strani
   *[other] , { $pages } strani
}, { NUMBER($size, maximumFractionDigits: 1) } MB
web-publication-counted = Prenose štejemo, o vas pa ne shranimo ničesar.
web-publication-cover = Naslovnica publikacije »{ $title }«
web-publication-words = Besedilo publikacije
web-version-withdrawn = Organizacija tega sporočila ne objavlja več. Če ste ga prejeli, je še v vašem poštnem predalu.
web-version-withdrawn-wrong = V tem sporočilu je bila napaka. Organizacija ga ne objavlja več.
web-version-members = To sporočilo je samo za naročnike. V katerem koli našem sporočilu odprite »Nastavitve«: tam ga boste našli.
web-version-corrected = V tem sporočilu je bila napaka. Popravek:
web-version-wrong = V tem sporočilu je bila napaka. Popravek še sledi.
web-version-recalled = To sporočilo smo umaknili. Prosimo, ne zanašajte se na njegovo vsebino.
web-version-unknown = Na tem naslovu ni javnega sporočila. Morda je naslov nepopoln ali pa sporočilo še ni bilo poslano. Preverite povezavo.

# Za sodelavce: slovensko in angleško.

web-form-from-elsewhere = Obrazec ni bil poslan s strani tega spletnega mesta, zato ni bilo narejeno nič. Nič se ni spremenilo. Stran odprite tukaj in uporabite njene gumbe.
web-signed-out-meanwhile = Medtem ko je bila stran odprta, je vaša prijava potekla, zato ni bilo narejeno nič. Po prijavi boste spet na tej strani.
web-signed-out-typed = Medtem ko je bila stran odprta, je vaša prijava potekla, zato ni bilo shranjeno nič. Kar ste vpisali, je spodaj: kopirajte, preden nadaljujete. Po prijavi boste spet pri obrazcu.
web-signed-out-carried = Medtem ko je bila stran odprta, je vaša prijava potekla, zato ni bilo shranjeno nič. Kar ste vpisali, je spodaj in gre z vami naprej: prijavite se in nato shranite.
web-send-again-title = Spet ste prijavljeni
web-send-again-lead = Kar ste vpisali, še ni shranjeno.
web-send-again-lead-refused = Ko je bila stran že odprta, ste se prijavili znova, zato to, kar ste vpisali, še ni shranjeno.
web-send-again-files = Datoteke, ki ste jih izbrali, niso zraven: po shranjevanju jih izberite znova.
web-send-again = Shrani zdaj
web-send-again-without = Na obrazec brez tega besedila
web-form-out-of-date = Stran je bila prestara: ko je že bila odprta, ste se prijavili znova, ali pa brskalnik ne hrani piškotkov. Nič se ni spremenilo. Stran naložite znova in korak ponovite.

web-set-up-title = Nastavite Bilten
web-set-up-lead = Prvi ste tukaj in postanete skrbnik. Sodelavce dodate pozneje.
web-set-up-name = Vaše ime
web-set-up-language = Jezik teh strani
web-set-up-password-hint = Vsaj 12 znakov; nekaj nepovezanih besed si je lahko zapomniti.
web-set-up-password-again = Še enkrat geslo
web-set-up-passwords-differ = Gesli nista enaki. Nič ni bilo shranjeno. Vpišite obe znova.
web-set-up-make = Ustvari in nadaljuj
web-steps = Koraki nastavitve
web-step-administrator = Vi
web-step-brand = Organizacija
web-step-list = Seznam
web-step-sender = Pošiljatelj
web-first-brand = Vaša organizacija
web-first-brand-lead = Vsako sporočilo pove, od koga je. Več o tem je v nastavitvah pod Podoba.
web-first-postal-hint = Zakon ga zahteva v vsakem biltenu.
web-first-list = Vaš prvi seznam
web-first-list-name = Bilten
web-first-list-lead = Na seznam se ljudje prijavijo in nanj se pošiljajo kampanje.
web-first-list-more = Jeziki, druga imena, zaščita in obrazec za prijavo so na strani seznama.
web-first-sender = Vaš pošiljatelj
web-first-sender-lead = Kateri ponudnik dostavlja vašo pošto? Ključi in gesla so nastavitve na strežniku; Bilten jih tu nikoli ne zahteva.
web-first-sender-there = Pošiljatelj že obstaja: »{ $name }« ({ $provider }).
web-first-sender-trial = Obstaja pošiljatelj za preizkušanje: »{ $name }« ({ $provider }). Kar pošlje, ostane na strežniku in tega ne prejme nihče. Za pravo pošto izberite svojega ponudnika.
web-mail-is-off = Prijava na spletu in e-pošta sodelavcem (povabila, kar čaka na odobritev) sta izklopljeni, dokler zanju ni določen pošiljatelj: njegovo ime na strežniku vpišite v BILTEN_SIGN_UP_SENDER v datoteki .env in znova zaženite Bilten.
web-first-sender-look = Pokaži ga
web-first-next = Shrani in nadaljuj
web-first-later = Nadaljuj brez tega
web-first-done = Končaj

web-sign-in-over-title = Prijavite se znova
web-sign-in-over-lead = Vaša prijava je potekla. Nič ni izgubljeno: prijavite se in to, kar ste napisali, se bo shranilo.
web-sign-in-title = Prijava
web-sign-in-lead = Za tiste, ki bilten pišejo in pošiljajo.
web-sign-in-address = E-poštni naslov
web-sign-in-password = Geslo
web-sign-in-by-link = Ta povezava velja za eno prijavo. Geslo še vedno potrebujete.
web-sign-in-button = Prijava
web-sign-in-passkey = Prijava s ključem za dostop
web-sign-in-oidc = Prijava z računom { $label }
web-sign-in-oidc-or = Ali pa:
web-sign-in-oidc-tab = Prijava se odpre v novem zavihku, da se tukaj nič ne izgubi. Ko se prijavite, se vrnite na to stran.
web-sign-in-oidc-go-on = Prijava je opravljena, nadaljuj
web-oidc-done-title = Opravljeno
web-oidc-done-lead = Zaprite ta zavihek in nadaljujte v tistem, iz katerega ste prišli.
web-oidc-refused-title = To ni uspelo
web-oidc-done-back = Zaprite ta zavihek. V tistem, iz katerega ste prišli, ni nič izgubljeno in lahko poskusite znova.
web-signed-out-here = Odjavljeni ste iz Biltena.
web-signed-out-not-there = Če ste se prijavili z računom { $label }, ste tam še vedno prijavljeni.
web-sign-out-there = Odjava tudi iz storitve { $label }
web-sign-out-there-title = Odjava iz storitve { $label }
web-sign-out-there-lead = Preusmerjamo vas v storitev { $label }. Če se nič ne zgodi, pritisnite gumb.
web-sign-out-there-go-on = Nadaljuj v storitev { $label }
web-sign-out = Odjava
web-signed-in-as = Prijavljeni ste kot { $name }
web-menu = Glavni meni
web-menu-campaigns = Kampanje

# Novice
web-menu-news = Novice
web-campaigns-new = Nova kampanja
web-news-title = Novice
web-news-new = Napiši novico
web-news-search = Iskanje
web-news-kind = Vrsta
web-news-language = Jezik
web-news-origin = Od kod je
web-news-origin-file = Iz datoteke
web-news-origin-browser = Napisana v brskalniku
web-news-origin-feed = S spletnega mesta
web-news-from-source = Iz vira »{ $name }«
web-news-used = Uporaba
web-news-used-yes = V kampanji
web-news-used-no = Še neuporabljena
web-news-all = Vse
web-news-filter = Pokaži
web-news-in = V:
web-news-withdrawn = Umaknjena
web-news-older = Starejše novice
web-news-none = Novic še ni. Prvo napišite tukaj ali uvozite datoteke Markdown.
web-news-none-such = Temu ne ustreza nobena novica.
web-news-show-all = Pokaži vse novice
web-news-back = Vse novice
web-news-back-item = Nazaj k novici
web-news-back-kinds = Druge vrste
web-news-new-title = Kakšna novica je to?
web-news-new-lead = Vrsta določa, kaj vpraša obrazec in kako je videti sporočilo.
web-news-kind-statement = Lastna beseda organizacije o tem, kar se je zgodilo.
web-news-kind-page = Nova ali spremenjena stran na spletišču.
web-news-kind-report_summary = Kaj pravi poročilo, na kratko, s povezavo do celotnega.
web-news-kind-project = Novica o projektu, s partnerji in financerji.
web-news-kind-publication = Knjiga, brošura ali poročilo v PDF.
web-news-kind-journal = Nova številka revije.
web-news-kind-event = Vabilo: kdaj, kje in kako priti.
web-news-kind-appeal = Ena stvar, h kateri pozivate bralce, z gumbom in rokom.
web-news-kind-correction = Kaj je bilo v prejšnji novici narobe in kaj je prav.
web-news-elsewhere = Besedilo že obstaja drugje?
web-news-from-address = S spletnega naslova
web-news-from-address-lead = Stran na spletišču: prevzamejo se naslov, besedilo, datum, slika in PDF.
web-news-from-file = Iz dokumenta Word ali PDF
web-news-from-file-lead = Besedilo z naslovi, povezavami, seznami in opombami.
web-news-address = Spletni naslov strani
web-news-address-hint = Kopirajte ga iz naslovne vrstice. Samo strani, ki jih lahko prebere vsakdo brez prijave.
web-news-address-files = Prenesi tudi prvo sliko in prvi PDF
web-news-address-languages = Prenesi tudi strani v drugih jezikih, če so na strani navedene
web-news-address-read = Preberi stran
web-news-word-empty = V dokumentu ni besedila.
web-news-page-no-text = Na tej strani ni bilo najdenega besedila. Odprite jo sami, kopirajte besedilo in ga prilepite v novo novico.
web-news-address-wait = To lahko traja do ene minute. Nič se ne shrani, dokler tega ne pregledate.
web-news-document = Dokument
web-news-document-hint = Datoteka .docx iz Worda, LibreOffica ali Google Dokumentov ali PDF, do 25 MB. PDF se novici tudi priloži.
web-news-document-read = Preberi dokument
web-news-document-paste = Besedilo lahko v Wordu tudi kopirate in prilepite v besedilo nove novice: naslovi, povezave in seznami ostanejo.
web-news-found = To je prebrano in še ni shranjeno. Preglejte, popravite in shranite.
web-news-found-at = { $language }, vir:
web-news-found-missing = Ni najdeno: { $parts }. Kar potrebujete, dopišite.
web-news-found-image = Slike ni bilo mogoče prevzeti:
web-news-found-pdf = Datoteke PDF ni bilo mogoče prevzeti:
web-news-found-pictures = V dokumentu je več slik. Prevzeta je prva.
web-news-found-rest = Besedilo je zelo dolgo. Prevzet je le začetek.
web-news-found-also = Stran obstaja tudi v drugih jezikih:
web-uploading = Nalaganje …
web-media-title = Slike in PDF
web-media-search = Iskanje po imenu ali opisu slike
web-media-picture = Slike
web-media-pdf = Datoteke PDF
web-media-no-alt = Manjka opis slike
web-media-news = Novica:
web-media-campaign = Kampanja:
web-media-unused = Zdaj ni nikjer v rabi.
web-media-delete = Izbriši …
web-media-delete-title = Izbris datoteke
web-media-delete-sure = Te datoteke zdaj nima nobena novica in nobena kampanja. Preden se izbriše, se preveri še vse, kar je bilo poslano; če je kje prikazana, ostane. Sicer takoj izgine iz knjižnice, v enem tednu pa se dokončno odstrani. Tega ni mogoče razveljaviti.
web-media-delete-yes = Izbriši datoteko
web-media-deleted = Datoteka je izbrisana.
web-media-back = Nazaj v knjižnico
web-media-older = Starejše datoteke
web-media-none = Slik in datotek PDF še ni. Tu se prikaže vsaka, ki jo dodate novici ali kampanji.
web-media-none-such = Temu ne ustreza nobena datoteka.
web-media-show-all = Pokaži vse datoteke
web-media-choose = Izberi med že naloženimi
web-media-choose-none = Nobena od teh
web-media-results = Zadetki za »{ $search }«. Izberite in shranite. Shranjeno še ni nič.
web-news-write-title = { $kind }: nova novica
web-news-edit-title = Urejanje: { $title }
web-news-write = Shrani novico
web-news-save = Shrani spremembe
web-news-languages = Jeziki
web-news-common = Za vse jezike
web-news-required = (obvezno)
web-news-day = Dan
web-news-hour = Ura (lahko ostane prazna)
web-news-quotation = Citat
web-news-more = Tema, spletna stran, partnerji, logotipi
web-news-summary-hint = En ali dva stavka. Prikažeta se v izborih in v nabiralniku ob zadevi.
web-news-body-hint = V zapisu Markdown: prazna vrstica začne nov odstavek, **krepko**, *ležeče*, ## naslov, - seznam, [besede](https://naslov).
web-news-body-html-hint = Besedilo je prikazano kot HTML, ker ga Markdown ne bi povedal v celoti. Elementi, ki jih sporočila ne morejo prikazati, se odstranijo.
web-news-quote-language-hint = Le če ni jezik besedila: sl, en, ar, fa …
web-news-topic-hint = Ena ali dve besedi. Novice z isto temo so v izboru skupaj.
web-news-url-hint = Kjer bralci preberejo vse; sporočilo ima povezavo tja.
web-news-partners-hint = Imena ločite s podpičji.
web-news-corrects-hint = Kar je bilo poslano v zadnjem času, najnovejše najprej. Za starejšo novico odprite njeno stran in izberite »Napiši popravek«:
web-news-write-correction = Napiši popravek
web-news-slug = Kratko ime
web-news-image-hint = JPEG, PNG, GIF ali WebP, do 25 MB. Podatki o kraju in fotoaparatu se odstranijo.
web-upload-most = Vse datoteke tega obrazca skupaj: do { $most } MB.
web-upload-not-sent = Datoteke so skupaj večje od { $most } MB, zato ni bilo poslano nič. Izberite jih manj, shranite in druge dodajte potem.
web-upload-too-large = Datoteke tega obrazca so skupaj večje od { $most } MB. Nič ni bilo shranjeno, kar ste napisali, pa je še tu. Izberite jih manj, shranite in druge dodajte potem.
web-news-pdf-hint = V tem jeziku, do 25 MB. Podatki o tem, kdo je datoteko izdelal, se odstranijo.
web-news-alt-hint = Kaj je na sliki, za ljudi, ki je ne vidijo.
web-news-file-kept = Datoteka »{ $name }« je naložena in ostane. Ni je treba izbrati znova.
web-news-file-without = Odstrani to datoteko
web-news-unsaved = Kar ste nazadnje napisali v ta obrazec, ni bilo shranjeno. Besedilo je še v tem zavihku brskalnika; datoteke boste morali izbrati znova.
web-news-unsaved-bring-back = Povrni besedilo
web-news-unsaved-throw-away = Zavrzi besedilo
web-news-unsaved-without-scripts = Preden zapustite to stran, shranite: kar ni shranjeno, se izgubi.
web-news-refused = To še ni shranjeno. Kar ste napisali, je še tu. Popravite:
web-news-stale = Ob poljih, ki jih je poleg vas spremenil še nekdo, vidite, kaj je shranjeno zdaj; polja, ki jih niste spreminjali, to že kažejo. Nič ni prepisano. Sestavite, kar je prav, in shranite znova: tedaj bo veljalo, kar je v poljih.
web-news-theirs = Shranjeno zdaj:
web-news-take-over = Novica je iz opazovane mape »{ $name }«. Ko shranite spremembo, je vaša: mapa je ne spreminja več. Če se datoteka pozneje spremeni, boste videli obe besedili in se odločili.
web-news-change-draft = Novica je v osnutkih. Sprememba se tam pokaže takoj, le zadeva in predogledna vrstica ostaneta, kot sta:
web-news-change-reopened = Te kampanje so oddane, odobrene ali razporejene. Ko shranite spremembo, so spet osnutki in potrebujejo novo odobritev, vi pa jih ne morete odobriti:
web-news-change-over = Te kampanje so poslane, na poti ali preklicane. V njih se nič ne spremeni. Če želite obvestiti bralce, napišite popravek:
web-news-steps = Kaj lahko storite
web-news-edit = Uredi
web-news-versions = Različice
web-news-withdraw = Umakni
web-news-withdraw-sure = Nobena nova kampanja ne bo uporabila te novice. Kampanje, v katerih je, jo obdržijo. Kadar koli jo lahko vrnete.
web-news-withdraw-yes = Umakni novico
web-news-readmit = Vrni med novice
web-news-join = Združi s prevodom
web-news-join-hint = Če druga novica pove isto v drugem jeziku, postaneta ena. Dokler je ne uporabi nobena kampanja, ju lahko spet ločite.
web-news-join-other = Ista novica v drugem jeziku
web-news-join-yes = Združi
web-news-separate = Loči jezik
web-news-separate-hint = Besedilo v tem jeziku postane samostojna novica.
web-news-separate-yes = Loči: { $language }
web-news-delete = Izbriši
web-news-delete-sure = Izbrišejo se novica, njena besedila in vse njihove različice. Tega ni mogoče razveljaviti.
web-news-delete-yes = Izbriši za vedno
web-news-draft = Pripravite kampanjo
web-new-list = Seznam
web-new-sender = Pošiljatelj
web-new-main = Glavni jezik
web-news-draft-yes = Pripravi osnutek kampanje
web-news-draft-hint = Nič se ne pošlje. Sporočilo si ogledate, preverite in oddate v odobritev.
web-news-statement = Nujna izjava
web-news-statement-hint = Vsem potrjenim naročnikom, v vseh jezikih, v katerih je ta novica. Nič se še ne pošlje: ogledate si sporočilo in ga oddate v odobritev.
web-news-statement-lists = Seznami:
web-news-statement-yes = Pripravi izjavo za vse potrjene naročnike
web-new-lacks = Kampanja potrebuje seznam in pošiljatelja, ki ju še ni. Ustvari ju skrbnik.
web-news-used-in = Kampanje s to novico
web-news-used-nowhere = Ni še v nobeni kampanji.
web-news-preview = Kot sporočilo
web-news-held = Vir (opazovana mapa ali spletno mesto) je besedilo spremenil, odkar je bila novica urejena tukaj. Nič ni prepisano. Primerjajte besedili in se odločite:
web-news-held-see = Primerjava: { $language }
web-news-held-title = V viru piše nekaj drugega
web-news-held-lead = Vir je bil prebran { $time }. Prečrtano je v vašem besedilu, podčrtano v viru.
web-news-held-take = Prevzemi besedilo vira
web-news-held-decline = Ohrani naše besedilo
web-news-versions-title = Različice: { $title }
web-news-versions-none = Odkar se različice hranijo, se ni nič spremenilo.
web-news-version-present = zdaj
web-news-version-first = To je prva shranjena različica.
web-news-by-nobody = iz datoteke
web-news-difference = Kaj je spremenila ta različica
web-news-no-change = Ni razlike
web-news-formatting-only = Drugačno je samo oblikovanje.
web-news-restore = Vrni to različico
web-news-done-written = Novica je shranjena.
web-news-done-edited = Sprememba je shranjena. Prejšnje besedilo je med različicami.
web-news-done-unchanged = Nič ni bilo drugače, zato ni nič shranjeno.
web-news-done-restored = Prejšnja različica je spet veljavna. Besedilo, ki je bilo pred tem, je med različicami.
web-news-done-file-taken = Novica zdaj pravi, kar pravi datoteka. Besedilo, ki je bilo pred tem, je med različicami.
web-news-done-file-declined = Vaše besedilo ostane. Ko se datoteka spet spremeni, boste znova vprašani.
web-news-done-withdrawn = Novica je umaknjena. Nobena nova kampanja je ne bo uporabila.
web-news-done-readmitted = Novica je spet med novicami. Nove kampanje jo lahko uporabijo.
web-news-done-joined = Novici sta zdaj ena.
web-news-done-separated = Besedilo v tem jeziku je zdaj samostojna novica.
web-news-done-deleted = Novica je izbrisana.

web-silence = Pozor: nekaj, kar Bilten opravlja sam, se je ustavilo ali ves čas ne uspeva, zato lahko sporočila zamujajo. Nobeno sporočilo ni izgubljeno. Prosite osebo, ki skrbi za strežnik, naj to preveri (bilten doctor).

# Spletna mesta, s katerih prihajajo novice
web-menu-sources = Spletna mesta
web-settings-sources = S katerih spletnih mest se novice berejo same.
web-sources-lead = Nove objave s teh spletnih mest pridejo med prispele novice. Samo od sebe se od tega ne pošlje nič.
web-sources-none = Povezano ni še nobeno spletno mesto.
web-source-new = Poveži spletno mesto
web-source-new-lead = Bilten ugotovi, kako se da spletno mesto brati, in pokaže, kaj bi prišlo. Shranjeno še ni nič.
web-source-address = Naslov spletnega mesta ali njegovega vira novic
web-source-address-hint = Na primer example.org ali naslov vira RSS, Atom ali JSON Feed.
web-source-preview = Pokaži, kaj bi prišlo
web-source-preview-again = Pokaži znova
web-source-wait = To lahko traja do ene minute.
web-source-preview-title = Kaj bi prišlo: { $name }
web-source-another = Drug naslov
web-source-found = Najden je vir novic ({ $format }), v njem { $count ->
    [one] je { $count } zapis
    [two] sta { $count } zapisa
    [few] so { $count } zapisi
   *[other] je { $count } zapisov
  }.
web-source-format-rss = RSS
web-source-format-atom = Atom
web-source-format-json = JSON Feed
web-source-found-pages = To spletno mesto nima vira novic. Bilten išče nove strani tam, kjer jih našteva, in bere njihovo besedilo. To so zadnje.
web-source-found-wordpress = To je spletno mesto WordPress. To so njegovi zadnji prispevki. Prevodi pridejo kot ena novica, pridejo pa tudi strani in popravki.
web-source-others = Spletno mesto se da brati tudi iz teh virov:
web-source-entries = Zadnji zapisi, kot bi prišli
web-source-entries-hint = Ti so že objavljeni, zato ne bodo prišli med prispele novice: prišlo bo le, kar bo objavljeno odslej.
web-source-no-day = brez uporabnega datuma: velja dan, ko pride
web-source-words = { $count ->
    [one] { $count } beseda
    [two] { $count } besedi
    [few] { $count } besede
   *[other] { $count } besed
  }
web-source-picture = Slika:
web-source-pdf = PDF:
web-source-settings = Kako se bere
web-source-name = Ime za sodelavce
web-source-every = Kako pogosto
web-source-interval = { $minutes ->
    [60] vsako uro
    [180] vsake 3 ure
    [720] dvakrat na dan
    [1440] enkrat na dan
   *[other] vsakih { $minutes } minut
  }
web-source-language = Jezik besedil
web-source-language-said = kot pove vsako besedilo
web-source-kind = Vrsta novice
web-source-rules = Druge vrste po besedah
web-source-rules-hint = Če naslov ali kategorija vsebuje besedo, je zapis te vrste. Odloči prva beseda, ki ustreza. Prazne vrstice ne štejejo.
web-source-rule-word = Beseda { $number }
web-source-rule-kind = Vrsta za besedo { $number }
web-source-save = Shrani
web-source-connect = Poveži
web-source-connect-hint = Kar je na spletnem mestu zdaj, velja za že videno.
web-source-read = Preberi zdaj
web-source-send = Iz tega, kar pride od tu, takoj pripravi sporočilo
web-source-came = Kaj je prišlo
web-source-nothing-came = Še nič.
web-source-well = Nazadnje prebrano { $time }.
web-source-failing = { $count ->
    [one] Zadnje branje ni uspelo.
    [two] Zadnji { $count } branji nista uspeli.
    [few] Zadnja { $count } branja niso uspela.
   *[other] Zadnjih { $count } branj ni uspelo.
  } Nazadnje uspešno prebrano { $time }.
web-source-unread = Ni prebrano od { $time }. Kar je tam objavljeno, ne pride do vas.
web-source-ended = Spletno mesto sporoča, da tega vira ni več ({ $time }). Ne bere se več.
web-source-sends = Spletno mesto pošilja novice samodejno
web-source-sends-hint = Vtičnik sistema, s katerim urejate spletno mesto, pošlje vsako objavo takoj, ko je objavljena. Za skrbnika spletnega mesta.
web-source-sends-connect = Ustvari žeton
web-source-sends-itself = To spletno mesto pošilja novice samodejno.
web-source-token-title = Žeton za »{ $name }«
web-source-token-once = Ta žeton je prikazan samo zdaj. Kopirajte ga; če se izgubi, ustvarite novega.
web-source-token-give = Za skrbnika spletnega mesta
web-source-token-address = Naslov
web-source-token = Žeton
web-source-token-example = Primer
web-source-token-kept = Kopirano
web-source-token-new = Nov žeton
web-source-token-new-sure = Sedanji žeton takoj preneha veljati. Spletno mesto ne pošlje ničesar, dokler ne dobi novega.
web-source-token-new-yes = Ustvari nov žeton
web-source-stop = Nehaj brati
web-source-stop-sure = Novice, ki so prišle od tod, ostanejo. Če spletno mesto pozneje spet povežete, vmesne objave ne pridejo.
web-source-stop-yes = Nehaj brati
web-source-done-connected = Povezano. Kar bo objavljeno odslej, pride med prispele novice.
web-source-done-changed = Shranjeno. Velja za to, kar pride odslej.
web-source-done-read = Spletno mesto je bilo pravkar prebrano.
web-source-done-stopped = Spletno mesto se ne bere več.
web-entry-before = objavljeno pred povezavo
web-entry-new = prispelo
web-entry-skipped = preskočeno
web-entry-gone = ni več na spletnem mestu
web-inbox-title = Prispele novice
web-inbox-lead = Novo na povezanih spletnih mestih. Vse je že med novicami; odločite, kaj naj nastane iz tega.
web-inbox-waiting = Prispele novice ({ $count })
web-inbox-new = Za odločitev
web-inbox-skipped = Preskočene
web-inbox-statement = Pripravi izjavo
web-inbox-add = Dodaj v bilten
web-inbox-bulletin = Osnutek za »{ $title }«
web-inbox-skip = Preskoči
web-inbox-bring-back = Nazaj med prispele
web-inbox-done-skipped = Preskočeno. Novica ostane med novicami.
web-inbox-done-back = Novica je spet med prispelimi.
web-inbox-held = Vaše besedilo je bilo urejeno tukaj, na spletnem mestu pa zdaj piše nekaj drugega. Primerjajte in se odločite.
web-inbox-changed = Spremenjeno na spletnem mestu { $time }. Poglejte, kaj se je spremenilo.
web-inbox-changed-out = Spremenjeno na spletnem mestu { $time }, ko je bilo že poslano ali razporejeno. Poglejte, kaj se je spremenilo.
web-inbox-gone = Ni več na spletnem mestu (opaženo { $time }).
web-inbox-languages = Jeziki:
web-inbox-translated = Zdaj objavljeno še v drugem jeziku: { $language }.
web-inbox-none = Nič ne čaka. Kar objavijo povezana spletna mesta, se pojavi tukaj.
web-inbox-none-such = Tu ni ničesar.

web-menu-settings = Nastavitve
web-menu-automations = Avtomatizacije
web-settings-title = Nastavitve
web-settings-segments = Kdo s seznama je mišljen: pogoji pod skupnim imenom, ki jih izberete v kampanjah.
web-settings-lists = Komu se pošilja: imena, jeziki, prijava in seznami, ki niso več v rabi.
web-settings-senders = Od koga prihaja pošta in kateri ponudnik jo dostavlja.
web-settings-automations = Nove publikacije v mapi postanejo kampanje: osnutki ali samodejno poslana sporočila.
web-settings-templates = Kako je sestavljena vsaka vrsta sporočila. Predlog, ki so del Biltena, ni treba spreminjati.
web-settings-brand = Ime, naslov, barva in logotip organizacije v vsakem sporočilu in na vsaki strani.
web-menu-folders = Mape
web-settings-folders = Katere mape na strežniku se spremljajo, ker se v njih pojavljajo nove publikacije.
web-folders-lead = Sodelavci ali drug program odlagajo novice kot datoteke v mapo; avtomatizacija iz njih pripravi kampanje.
web-folders-none = Ne spremlja se nobena mapa.
web-folder-new = Spremljaj mapo
web-folder-name = Ime
web-folder-path = Pot na strežniku
web-folder-path-hint = Mapa znotraj { $below }.
web-folder-nowhere = Na strežniku še ni določeno, kje so lahko mape. Oseba, ki skrbi za strežnik, enkrat nastavi BILTEN_FOLDERS_BELOW ali doda mape z ukazom »bilten folders add«.
web-folder-new-hint = Mapa se še ne bere. Nato zanjo ustvarite avtomatizacijo: kar je takrat že v mapi, ne bo poslano.
web-folder-make = Spremljaj mapo
web-folder-automations = Bere jo:
web-folder-read = nazadnje { $time }
web-folder-unread = še ni bila prebrana
web-folder-waiting = { $count ->
    [0] nič ne čaka
    [one] čaka { $count } novica
    [two] čakata { $count } novici
    [few] čakajo { $count } novice
   *[other] čaka { $count } novic
  }
web-folder-idle = Te mape ne bere nobena vklopljena avtomatizacija.
web-folder-more = { $count ->
    [one] in še { $count } težava
    [two] in še { $count } težavi
    [few] in še { $count } težave
   *[other] in še { $count } težav
  }
web-folder-stop = Nehaj spremljati
web-folder-stop-which = Nehaj spremljati mapo { $name }
web-folder-stop-hint = Datoteke ostanejo, kjer so, in novice iz njih tudi.
web-folder-done-watched = Mapa se spremlja. Zdaj ustvarite avtomatizacijo, ki jo bo brala (Nastavitve, Avtomatizacije).
web-folder-done-stopped = Mapa se ne spremlja več.
web-menu-colleagues = Sodelavci
web-settings-colleagues = Kdo dela z Biltenom, kaj sme in kako dobi dostop nekdo nov.
web-role-hint = Označite eno ali več vlog. Kdor jih ima več, sme vse, kar dovoljuje katera koli od njih.
web-role-author = Pisanje
web-role-author-may = Piše novice in kampanje ter jih oddaja v odobritev.
web-role-approver = Odobravanje
web-role-approver-may = Odobrava, kar so napisali drugi, ali pa jim to s pripombami vrne.
web-role-sender = Pošiljanje
web-role-sender-may = Načrtuje in pošilja, kar je odobreno, po potrebi pošiljanje začasno ustavi ali prekliče, ureja avtomatizacije in vire novic ter poišče naročnike in uredi, kar želijo.
web-role-keeper = Zaščiteni seznami
web-role-keeper-may = Vidi, kdo je na zaščitenih seznamih. Skupaj z vlogo »Pošiljanje« tudi ureja, kar ti ljudje želijo.
web-role-viewer = Poročila
web-role-viewer-may = Bere poročila o poslanem: samo številke, brez imen. Drugega ne vidi.
web-role-admin = Skrbništvo
web-role-admin-may = Sme vse to, poleg tega pa ureja sezname, pošiljatelje, podobo, predloge, mape in dostope sodelavcev ter briše podatke naročnikov.
web-reports-title = Poročila
web-reports-none = Poslano še ni bilo nič. Ko bo poslana prva kampanja, bo poročilo o njej tukaj.
web-colleague-new = Dodaj sodelavca
web-colleagues-by-command = Vsi se prijavljajo z računom { $label }. Novo osebo doda, kdor skrbi za Bilten, z ukazom »bilten user add«.
web-colleagues-by-role = Vsi se prijavljajo z računom { $label }. Nova oseba dobi vlogo tam; njen račun nastane ob prvi prijavi.
web-colleague-new-hint = Dobili boste povezavo, ki jo predate sodelavcu. Z njo si nastavi geslo, ki ga ne pozna nihče drug.
web-colleague-invite = Pošlji vabilo
web-colleague-invite-hint = Sodelavec prejme e-sporočilo s povezavo, s katero si nastavi geslo, ki ga ne pozna nihče drug.
web-colleague-invite-again = Znova pošlji vabilo
web-colleague-invite-again-hint = Po e-pošti, z novo povezavo. Prejšnja ne deluje več.
web-colleague-mail-link = Pošlji povezavo za novo geslo
web-colleague-mail-link-hint = Po e-pošti na naslov te osebe. Dosedanje geslo velja, dokler povezava ni uporabljena; takrat je oseba odjavljena povsod. Še en dan zatem ne more odobriti ničesar, pri čemer ste sodelovali vi.
web-colleague-mailed-title = E-sporočilo za osebo { $name }
web-colleague-mailed = E-sporočilo s povezavo za nastavitev gesla bo poslano na { $address }.
web-colleague-mailed-hint = Povezavo je mogoče uporabiti enkrat, do { $until }. Če sporočilo ne prispe, preverite naslov ali na naslednji strani ustvarite povezavo in jo predajte sami.
web-colleague-mailed-done = Na stran sodelavca
web-colleague-locked = Zaklenjen
web-colleague-unlock = Odkleni račun
web-colleague-unlock-hint = Vnesenih je bilo preveč napačnih gesel. Pozabljena bodo in štetje se začne znova.
web-colleague-delete = Izbriši račun
web-colleague-delete-sure = Da, ta račun dokončno izbriši
web-colleague-delete-unsure = Račun ni izbrisan. Če ste prepričani, najprej označite polje.
web-colleague-delete-hint = Izbrišejo se naslov, geslo, naprave in sporočila, ki jih je tej osebi poslal Bilten. Ohrani se samo ime, v zgodovini tega, kar je oseba napisala in odobrila. Tega ni mogoče razveljaviti.
web-colleague-deleted = Izbrisan
web-colleague-deleted-since = Izbrisan
web-colleague-deleted-hint = Ta račun je izbrisan. Ime je ohranjeno zaradi zgodovine tega, kar je oseba napisala in odobrila.
web-colleague-done-unlocked = Račun je odklenjen.
web-colleague-done-deleted = Račun je izbrisan.
web-colleague-add = Dodaj in ustvari povezavo
web-colleague-name = Ime
web-colleague-language = Jezik teh strani
web-colleague-role = Vloge
web-colleague-change-role = Sprememba vlog
web-colleague-save-role = Shrani vloge
web-colleague-account = Račun
web-colleague-access = Dostop
web-colleague-since = Račun obstaja od
web-colleague-disabled = Onemogočen
web-colleague-disabled-since = Onemogočen od
web-colleague-sessions = Število prijavljenih naprav
web-colleague-waiting = Geslo še ni nastavljeno.
web-colleague-link-open = Povezava za nastavitev gesla še ni bila uporabljena. Velja do { $until }.
web-colleague-link-expired = Povezava za nastavitev gesla je potekla. Ustvarite novo.
web-colleague-link-title = Povezava za osebo { $name }
web-colleague-link-made = Povezava je pripravljena. Prikazana je samo zdaj.
web-colleague-link = Povezava
web-colleague-link-hint = Kopirajte jo in predajte samo tej osebi, osebno ali po poti, ki ji zaupate: kdor jo odpre, nastavi geslo. Uporabiti jo je mogoče enkrat, do { $until }.
web-colleague-link-done = Povezava je kopirana
web-colleague-make-link = Ustvari povezavo za novo geslo
web-colleague-make-link-hint = Za sodelavca, ki je pozabil geslo. Dosedanje geslo velja, dokler povezava ni uporabljena; takrat je oseba odjavljena povsod. Še en dan zatem ne more odobriti ničesar, pri čemer ste sodelovali vi.
web-colleague-sign-out = Odjavi povsod
web-colleague-sign-out-hint = Na primer, če se je naprava izgubila. Oseba se lahko znova prijavi kot prej.
web-colleague-disable = Onemogoči račun
web-colleague-disable-hint = Oseba je takoj odjavljena in se ne more več prijaviti. Kar je napisala in odobrila, ostane. Račun lahko pozneje spet omogočite.
web-colleague-enable = Omogoči račun
web-colleague-enable-hint = Oseba se lahko prijavi kot prej in ima vloge, ki jih je imela.
web-colleague-oneself = To je vaš račun. Vlogo vam lahko spremeni ali račun onemogoči drug skrbnik.
web-colleague-done-role = Vloge so shranjene.
web-colleague-done-disabled = Račun je onemogočen. Kjer je pomembno, koliko ljudi lahko odobri, ta oseba še en dan šteje kot prisotna.
web-colleague-done-enabled = Račun je spet omogočen.
web-colleague-done-signed-out = Oseba je odjavljena povsod.
web-account-title = Vaš račun
web-account-profile = O vas
web-account-save = Shrani
web-account-sessions = Kje ste prijavljeni
web-account-unknown-device = Neznana naprava
web-account-session = Prijava: { $since }; zadnja uporaba: { $seen }
web-account-this-device = Ta naprava
web-account-sign-out-elsewhere = Odjavi me povsod drugje
web-account-password = Novo geslo
web-account-present = Dosedanje geslo
web-account-your-password = Vaše geslo
web-account-password-hint = Tukaj ostanete prijavljeni, povsod drugje pa boste odjavljeni.
web-account-oidc-linked = Prijavite se lahko z računom { $label }.
web-account-oidc-not-linked = Z računom { $label } se lahko prijavite, če je v njem naveden isti e-poštni naslov kot tukaj.
web-account-oidc-only = Gesla in ključi za dostop se tukaj za prijavo ne uporabljajo.
web-account-save-password = Spremeni geslo
web-account-done-profile = Shranjeno.
web-account-done-password = Geslo je spremenjeno. Povsod drugje ste odjavljeni.
web-account-done-signed-out = Tam ste odjavljeni.
web-account-second-factor = Drugi dejavnik
web-account-second-factor-none = Prijavljate se samo z geslom. Če dodate ključ za dostop ali aplikacijo na telefonu, se samo z vašim geslom ne more prijaviti nihče.
web-account-second-factor-there = Aplikacija za kode, nastavljena: { $since }.
web-account-passkeys = Ključi za dostop:
web-account-second-factor-codes = { $left ->
    [0] Nimate nobene rezervne kode več. Ustvarite nove.
    [one] Na voljo imate še { $left } rezervno kodo. Ustvarite nove.
    [two] Na voljo imate še { $left } rezervni kodi.
    [few] Na voljo imate še { $left } rezervne kode.
   *[other] Na voljo imate še { $left } rezervnih kod.
  }
web-account-second-factor-set-up = Nastavi drugi dejavnik
web-account-second-factor-change = Ključi za dostop, aplikacija in rezervne kode
web-second-factor-title = Drugi dejavnik
web-second-factor-must = Za vašo vlogo je drugi dejavnik obvezen. Nastavite ga zdaj; nato lahko nadaljujete.
web-second-factor-removed = Drugi dejavnik je odstranjen. Povsod drugje ste odjavljeni.
web-second-factor-passkey-removed = Ključ za dostop je odstranjen. Povsod drugje ste odjavljeni.
web-second-factor-app-removed = Aplikacija je odstranjena. Povsod drugje ste odjavljeni.
web-second-factor-passkey-added = Ključ za dostop je dodan. Povsod drugje ste odjavljeni.
web-second-factor-app-added = Aplikacija je nastavljena. Povsod drugje ste odjavljeni.
web-second-factor-proved = Potrjeno. Zdaj lahko nadaljujete.
web-second-factor-lead = Z drugim dejavnikom se ne more prijaviti nihče, ki pozna samo vaše geslo. Zadošča ključ za dostop ali aplikacija; lahko imate oboje.
web-second-factor-first-again = Preden dodate še en drugi dejavnik, potrdite s tistim, ki ga že imate.
web-passkeys-title = Ključi za dostop
web-passkeys-lead = S ključem za dostop se prijavite s prstnim odtisom, obrazom ali kodo PIN svojega telefona ali računalnika: brez gesla in brez kode. Nobena lažna stran vam ga ne more vzeti.
web-passkey-since = Dodan: { $since }.
web-passkey-used = Nazadnje uporabljen: { $used }.
web-passkey-unused = Še ni bil uporabljen.
web-passkey-elsewhere = Ustvarjen za { $host }, kjer je bil Bilten prej. Tu ne deluje: odstranite ga in dodajte novega.
web-passkeys-elsewhere = Ključi za dostop, ki so bili ustvarjeni za { $host }, tu ne delujejo.
web-passkey-remove = Odstrani ta ključ za dostop
web-passkey-remove-with-code = Odstrani
web-passkey-new = Dodajte ključ za dostop
web-passkey-name = Ime
web-passkey-name-hint = Da ga boste prepoznali, na primer »Telefon« ali »Računalnik v pisarni«.
web-passkey-add = Dodaj ključ za dostop
web-passkey-use = Potrdi s ključem za dostop
web-passkey-or-code = Lahko pa vpišete kodo:
web-passkey-failed = Ključ za dostop se ni odzval. Nič se ni spremenilo. Poskusite znova ali uporabite drug način.
web-passkey-no-script = Za ključ za dostop potrebujete brskalnik, ki pozna ključe za dostop in ima vklopljen JavaScript. Če ga nimate, uporabite rezervno kodo.
web-passkeys-no-script = Za dodajanje ključa za dostop potrebujete brskalnik, ki pozna ključe za dostop in ima vklopljen JavaScript.
web-second-factor-app = Aplikacija za kode
web-second-factor-app-there = Nastavljena: { $since }.
web-second-factor-app-lead = Potrebujete aplikacijo za enkratne kode, na primer na telefonu: Aegis, FreeOTP ali katero koli drugo.
web-second-factor-scan = 1. Dodajte ključ v aplikacijo
web-second-factor-scan-hint = To sliko skenirajte z aplikacijo.
web-second-factor-picture = Koda QR s ključem za aplikacijo. Isti ključ je pod njo zapisan kot besedilo.
web-second-factor-key = Ključ kot besedilo
web-second-factor-key-hint = Če aplikacija slike ne more skenirati, vpišite ta ključ (vrsta: časovna koda, 6 števk, 30 sekund). Nikomur ga ne pokažite.
web-second-factor-confirm = 2. Vpišite kodo, ki jo kaže aplikacija
web-second-factor-code = Koda iz aplikacije, 6 števk
web-second-factor-save = Nastavi aplikacijo
web-second-factor-no-phone = Namesto tega uporabi rezervno kodo
web-second-factor-recovery-code = Rezervna koda
web-second-factor-recovery-hint = Ena od desetih, ki ste jih shranili ob nastavitvi drugega dejavnika. Vsaka velja enkrat.
web-second-factor-there = Po vpisu gesla vas Bilten vpraša po enem od teh. Za prijavo s ključem za dostop gesla ne potrebujete.
web-second-factor-codes = Rezervne kode
web-second-factor-codes-left = { $left ->
    [0] Nobene ni več.
    [one] Na voljo je še { $left }.
    [two] Na voljo sta še { $left }.
    [few] Na voljo so še { $left }.
   *[other] Na voljo jih je še { $left }.
  } Nove nadomestijo vse dosedanje.
web-second-factor-renew = Ustvari nove rezervne kode
web-second-factor-remove = Odstrani aplikacijo
web-second-factor-remove-hint = Na primer ob novem telefonu: odstranite jo in jo nato nastavite znova. O tem boste vi in skrbniki prejeli e-sporočilo.
web-recovery-codes-title = Vaše rezervne kode
web-recovery-codes-done = Drugi dejavnik je nastavljen in te kode veljajo.
web-recovery-codes-lead = Z eno od teh kod se lahko prijavite brez telefona ali ključa za dostop. Vsaka velja enkrat.
web-recovery-codes-keep = Prikazane so samo zdaj. Natisnite ali zapišite si jih in jih hranite ločeno od telefona in gesla.
web-recovery-codes-go-on = Kode so shranjene
web-sign-in-code-title = Vpišite kodo
web-sign-in-code-lead = Samo še korak: vpišite kodo, ki jo kaže aplikacija na vašem telefonu.
web-sign-in-passkey-lead = Samo še korak: potrdite, da ste to vi.
web-sign-in-code-lost = Če ste izgubili drugi dejavnik in tudi rezervne kode, se obrnite na osebo, ki pri vas skrbi za Bilten.
web-sign-in-code-back = Prijava z drugim računom
web-prove-again-title = Potrdite, da ste to vi
web-prove-again-lead = Pred takim korakom vas Bilten znova vpraša po drugem dejavniku. Zgodilo se še ni nič in nič od vpisanega ni izgubljeno: potrdite in postopek se nadaljuje.
web-prove-again-go-on = Potrdi in nadaljuj
web-prove-again-oidc-lead = Še enkrat se prijavite z računom { $label }. Prijava se odpre v novem zavihku; ko jo opravite, se vrnite na to stran.
web-prove-again-oidc = Znova se prijavi z računom { $label }
web-prove-again-oidc-go-on = Opravljeno, nadaljuj
web-file-ready-title = Zdaj lahko prenesete datoteko
web-file-ready-lead = Potrdili ste, da ste to vi. Pritisnite gumb in datoteka se prenese med vaše prenose. Ta stran ostane odprta.
web-file-ready-back = Nazaj
web-forgotten-title = Ste pozabili geslo?
web-forgotten-lead = Vpišite naslov, s katerim se prijavljate. Prejeli boste e-sporočilo s povezavo za novo geslo.
web-forgotten-ask = Pošlji povezavo
web-forgotten-asked = Če s tem naslovom tukaj kdo dela, bo prejel e-sporočilo.
web-forgotten-asked-hint = Povezavo v njem lahko uporabite enkrat v eni uri; deluje samo zadnja. Če sporočila ni, preverite neželeno pošto in naslov ali prosite sodelavca, ki je skrbnik.
web-forgotten-no-mail = Bilten vam trenutno ne more poslati e-sporočila. Prosite sodelavca, ki je skrbnik: povezavo za novo geslo lahko ustvari on.
web-forgotten-back = Nazaj na prijavo
web-menu-audit = Revizijska sled
web-settings-audit = Kdo je kaj naredil in kdaj: prijave, vloge, odobritve, pošiljanje, izvozi in zavrnjeni poskusi.
web-audit-search = Iskanje
web-audit-search-hint = Del tega, kar je bilo narejeno (password, approved), ali na kaj se nanaša (campaign 12, subscriber 7). Časi so v časovnem pasu organizacije; išče se po tehničnih imenih, kot je campaign.approved, ki so v vseh jezikih enaka.
web-audit-who = Kdo
web-audit-automation = Avtomatizacija { $number }
web-audit-cli = Ukazna vrstica
web-audit-scheduler = Bilten sam
web-audit-oidc = Enotna prijava
web-audit-stranger = Nekdo brez računa
web-audit-area = Področje
web-audit-since = Od
web-audit-until = Do
web-audit-none = V revizijski sledi ni ničesar takega.
web-audit-newest = Najnovejše
web-audit-older = Starejše
web-audit-export = Izvozi kot CSV
web-audit-export-xlsx = Izvozi za Excel (XLSX)
web-audit-export-hint = { $count ->
    [one] Kar kaže filter, najnovejši { $count } zapis. Tudi izvoz je zapisan v sledi.
    [two] Kar kaže filter, največ { $count } najnovejša zapisa. Tudi izvoz je zapisan v sledi.
    [few] Kar kaže filter, največ { $count } najnovejši zapisi. Tudi izvoz je zapisan v sledi.
   *[other] Kar kaže filter, največ { $count } najnovejših zapisov. Tudi izvoz je zapisan v sledi.
  }
web-audit-area-user = Računi in prijave
web-audit-area-access = Zavrnjeni poskusi
web-audit-area-campaign = Kampanje
web-audit-area-news = Novice
web-audit-area-subscriber = Posamezni naročnik
web-audit-area-subscribers = Uvozi
web-audit-area-suppressions = Naslovi, na katere ne pišemo
web-audit-area-export = Izvozi
web-audit-area-list = Seznami
web-audit-area-segment = Segmenti
web-audit-area-tag = Oznake
web-audit-area-topic = Teme
web-audit-area-field = Polja
web-audit-area-sender = Pošiljatelji
web-audit-area-automation = Avtomatizacije
web-audit-area-source = Mape in spletne strani
web-audit-area-feed = Viri novic
web-audit-area-template = Predloge
web-audit-area-brand = Podoba
web-audit-area-clicks = Štetje klikov
web-audit-area-doubt = Negotove dostave
web-audit-area-database = Podatkovna zbirka
web-audit-area-audit = Ta sled
web-audit-seal = Pečat
web-audit-sealed = Pečat številka { $number } (čas: { $time }) zajema vse zapise pred njim. Njegova zgoščena vrednost:
web-audit-seal-hint = Novi zapisi se enkrat na minuto zapečatijo: če jih kdo pozneje v podatkovni zbirki spremeni ali izbriše, se noben poznejši pečat ne ujema več. Številko in zgoščeno vrednost si občasno zapišite zunaj tega računalnika. Ali je sled nespremenjena, preverite z ukazom: bilten audit verify
web-password-title = Nastavite geslo
web-password-link-over = Ta povezava ne deluje več
web-password-link-used = Če ste z njo že nastavili geslo, se prijavite. Če ste ga pozabili, si povezavo pošljite po e-pošti.
web-password-lead = Pozdravljeni, { $name }. Izberite geslo za Bilten; nato boste prijavljeni.
web-password-save = Nastavi geslo in me prijavi
web-settings-look-only = To lahko pogledate. Spremeni lahko skrbnik; avtomatizacije, izbore in vire novic tudi, kdor pošilja, segmente pa, kdor piše.
web-menu-clicks = Kliki
web-settings-clicks = Ali se šteje, kolikokrat bralci odprejo povezave v sporočilih. Kdo jih je odprl, se nikoli ne beleži.
web-clicks-on = Kliki se štejejo.
web-clicks-off = Kliki se ne štejejo.
web-clicks-saved = Shranjeno.
web-clicks-what = Če se kliki štejejo, vsaka povezava na drugo spletno mesto vodi prek naslova na tem strežniku, ki je za vse bralce enak. Za vsako povezavo se hrani ena številka na dan.
web-clicks-not = O bralcih se ne hrani nič: ne kdo je kliknil, ne ob kateri uri in ne od kod. Piškotkov ni.
web-clicks-never = { $count ->
    [one] Kliki se nikoli ne štejejo v kampanjah za zaščitene sezname in pri povezavah, ki jih prejme manj kot { $count } bralec: tam bi številka lahko kazala na določeno osebo.
    [two] Kliki se nikoli ne štejejo v kampanjah za zaščitene sezname in pri povezavah, ki jih prejmeta manj kot { $count } bralca: tam bi številka lahko kazala na določeno osebo.
    [few] Kliki se nikoli ne štejejo v kampanjah za zaščitene sezname in pri povezavah, ki jih prejmejo manj kot { $count } bralci: tam bi številka lahko kazala na določeno osebo.
   *[other] Kliki se nikoli ne štejejo v kampanjah za zaščitene sezname in pri povezavah, ki jih prejme manj kot { $count } bralcev: tam bi številka lahko kazala na določeno osebo.
}
web-clicks-when = Velja za kampanje, ki bodo oddane od zdaj naprej. Kar je že oddano, ostane, kakor je bilo odobreno. Ko štetje izklopite, se ne šteje nič več; povezave v poslanih sporočilih delujejo naprej.
web-clicks-readers = Dokler se kliki štejejo, to bralcem povesta stran za prijavo in stran z nastavitvami.
web-clicks-turn-on = Začni šteti klike
web-clicks-turn-off = Nehaj šteti klike
web-clicks-look-only = To spreminja skrbnik.
web-clicks-links = Povezave s štetjem klikov
web-clicks-links-lead = Kliki na te povezave se štejejo. Vsaka vodi na naslov, ki je pod njo, in sicer prek naslova na tem strežniku, ki je za vse bralce enak. V navadnem besedilu in spletni različici so naslovi zapisani neposredno.
web-clicks-no-words = Povezava brez besed
web-clicks-over-title = Kliki na povezave: { $name }
web-clicks-none-in-language = V tem jeziku se pri nobeni povezavi kliki ne štejejo.
web-menu-lists = Seznami
web-menu-segments = Segmenti
web-menu-senders = Pošiljatelji
web-menu-templates = Predloge
web-menu-brand = Podoba
web-brand-title = Podoba
web-brand-lead = Kako je organizacija videti v vsakem sporočilu in na vsaki strani za bralce. Odobrene kampanje obdržijo podobo, ki je bila odobrena.
web-brand-details = Podatki
web-brand-saved = Shranjeno. Predogledi so odslej takšni.
web-brand-typed-stays = Vaš vnos je še vedno spodaj; datoteke izberite znova.
web-brand-now = Zdaj je shranjeno, kjer se razlikuje od vašega vnosa:
web-brand-name = Ime organizacije
web-brand-postal-address = Poštni naslov
web-brand-website = Spletna stran
web-brand-colour = Poudarna barva
web-brand-colour-hint = Dovolj temna, da je na njej berljivo belo besedilo in da je sama berljiva na svetli podlagi. Svetlejša ne bo sprejeta.
web-brand-logo = Logotip
web-brand-logo-dark = Logotip za temna ozadja
web-brand-logo-hint = PNG, JPEG, GIF ali WebP, največ 25 MB; velik se za pošto pomanjša. Podatki o kraju in napravi se odstranijo.
web-brand-logo-away = Odstrani logotip
web-brand-logo-alt = Opis logotipa, za bralce, ki ga ne vidijo
web-brand-socials = Povezave na koncu vsakega sporočila
web-brand-socials-hint = Vsaka v svoji vrstici: Mastodon = https://…
web-brand-footers = Noga vsakega sporočila
web-brand-save = Shrani
web-brand-kind = Vrsta kampanje
web-brand-social-unreadable = »{ $line }« ni ime z naslovom. Prejšnji podatki so nespremenjeni. Zapišite kot Mastodon = https://example.org/@mi.

web-templates-title = Predloge
web-templates-lead = Kako so kampanje videti. Bilten ima predlogo za vsako vrsto; oblikovalec lahko iz nje naredi vašo.
web-templates-used = Predloge za nove kampanje
web-templates-own = Vaše predloge
web-templates-none = Svoje predloge še nimate.
web-templates-all = Vse predloge
web-template-library = Biltenova lastna predloga
web-template-begin = Naredi svojo: { $kind }
web-template-return = Spet uporabi Biltenovo
web-template-version = različica { $number }
web-template-new = Nova predloga: { $kind }
web-template-saved-at = shranjena { $time }
web-template-done-saved = Shranjeno kot nova različica. Oglejte si jo spodaj; uporablja je še nič.
web-template-done-used = Odslej jo uporabljajo nove kampanje te vrste. Obstoječe obdržijo svojo.
web-template-done-library = Nove kampanje te vrste spet uporabljajo Biltenovo lastno predlogo.
web-template-typed-stays = Vaš vnos je še vedno spodaj.
web-template-use-title = Uporaba
web-template-in-use = To različico uporabljajo nove kampanje. Njihova vrsta: { $kind }.
web-template-not-in-use = Nove kampanje te različice ne uporabljajo same. Za posamezno kampanjo jo lahko izberete na njeni strani.
web-template-use = Uporabi za nove kampanje
web-template-use-hint = Njihova vrsta: { $kind }. Obstoječe kampanje obdržijo svojo predlogo.
web-template-used-now = v uporabi
web-template-versions = Različice
web-template-changes = Kaj je novega v različici { $number }
web-template-with = Vsebina
web-template-with-example = Izmišljen primer
web-template-language = Jezik bralca
web-template-show = Pokaži
web-template-sources = Izvorna koda
web-template-sources-hint = Različice se ne spreminjajo: s shranjevanjem nastane naslednja. Koda, iz katere ni mogoče narediti sporočila, se ne shrani; izveste vrstico in stolpec napake.
web-template-name = Ime
web-template-name-hint = Male črke brez šumnikov, števke in vezaji, na primer »poziv-v-rdecem«.
web-template-html = Del HTML (Jinja in MJML)
web-template-text = Navadno besedilo (Jinja)
web-template-note = Kaj je novega
web-template-save = Shrani kot naslednjo različico
web-campaign-template = Predloga
web-campaign-template-choose = Izberi drugo
web-campaign-template-take = Uporabi

web-sender-page-title = Pošiljatelji
web-sender-page-none = Pošiljateljev še ni.
web-sender-new = Nov pošiljatelj
web-sender-new-lead = Kateri ponudnik dostavlja njegovo pošto? Ključi in gesla so nastavitve na strežniku; Bilten jih tu nikoli ne zahteva.
web-sender-new-of = Nov pošiljatelj: { $provider }
web-sender-card-system = Samo za sporočila, ki prosijo za potrditev: pogoji ponudnika prepovedujejo biltene.
web-sender-card-local = Vsako sporočilo zapiše v datoteko na strežniku; nič se ne pošlje. Za preizkušanje.
web-sender-card-unset = Na strežniku še ni nastavljen.
web-sender-card-ready = Na strežniku je nastavljen.
web-sender-unset = Preden lahko gre prava pošta ven, naj oseba, ki skrbi za strežnik, nastavi te spremenljivke in znova zažene Bilten:
web-sender-name = Ime za sodelavce
web-sender-name-hint = Tako se imenuje v Biltenu in v ukazih; bralci ga ne vidijo.
web-sender-from-name = Ime v polju »Od«
web-sender-from-name-hint = Od koga bralci dobijo sporočilo, na primer ime organizacije.
web-sender-from-address = Naslov v polju »Od«
web-sender-from-address-hint = Na vaši domeni, ki jo ponudnik pozna.
web-sender-reply-to = Naslov za odgovore
web-sender-reply-to-hint = Pustite prazno, če gredo odgovori na naslov v polju »Od«.
web-sender-make = Ustvari pošiljatelja
web-sender-created = Pošiljatelj je ustvarjen. Vnesite zapise njegove domene in si pošljite poskusno sporočilo.
web-sender-details = Od koga je pošta
web-sender-details-hint = Velja za osnutke; oddana kampanja se nikoli ne pošlje v imenu koga drugega. Avtomatizacije, ki pošiljajo prek tega pošiljatelja, morajo vsi znova odobriti. Le ime za sodelavce lahko spremenite kadar koli.
web-sender-save-details = Shrani, od koga je pošta
web-sender-how = Na kratko
web-sender-paused = Ustavljen
web-sender-test = Preizkus
web-sender-test-hint = Eno sporočilo vam, prek tega pošiljatelja. Nikjer ne šteje.
web-sender-test-send = Pošlji poskusno sporočilo na { $address }
web-sender-test-sent = Ponudnik je sprejel poskusno sporočilo za { $address }. Preverite, ali prispe in ali ni med neželeno pošto.
web-sender-test-refused = Ponudnik poskusnega sporočila ni sprejel. Nič ni bilo poslano. Pravi:
web-sender-domain = Zapisi DNS za { $domain }
web-sender-domain-hint = Vnese jih, kdor skrbi za vašo domeno. Brez njih veliki ponudniki poštnih predalov zavračajo pošto, poslano mnogim ljudem.
web-sender-domain-look-up = Preveri zapise
web-sender-domain-off = Zapisov od tu ni mogoče preveriti: nastavitev BILTEN_OUTBOUND_CHECKS je izklopljena.
web-sender-record-spf = SPF: zapis TXT
web-sender-record-spf-hint = Samo eden: če že obstaja, mu dodajte include.
web-sender-record-spf_own = SPF: zapis TXT
web-sender-record-spf_own-hint = Začne se z v=spf1 in navede vaš poštni strežnik, na primer v=spf1 a:mail.example.org ~all.
web-sender-record-return_path = Zavrnjena pošta: zapisa MX in TXT (SPF)
web-sender-record-return_path-hint = Zapisa s tem imenom sta dva; brez njiju ponudnik { $provider } domene ne potrdi. Vrednosti prekopirajte iz svojega računa pri njem, pa tudi ime, če ste izbrali drugega.
web-sender-record-dkim = DKIM: zapis CNAME ali TXT
web-sender-record-dkim-hint = Vrednost prekopirajte iz svojega računa pri ponudniku { $provider }.
web-sender-record-dkim_elsewhere = DKIM: zapisi CNAME ali TXT
web-sender-record-dkim_elsewhere-hint = Njihova imena so samo vaša: imena in vrednosti prekopirajte pri ponudniku { $provider }.
web-sender-record-dmarc = DMARC: zapis TXT
web-sender-record-dmarc-hint = Za začetek; p=quarantine, ko vse uspe. Če zapis že obstaja, ostane.
web-sender-limit-emails = Največ sporočil
web-sender-saved = Shranjeno. Velja od naslednjega klica.
web-sender-provider = Ponudnik
web-sender-from = Od
web-sender-reports = Poročila
web-sender-reports-none = Ta ponudnik ne poroča
web-sender-reports-never = Poročila še ni bilo
web-sender-reports-last = Zadnje je prišlo { DATE($time, case: "genitive") }
web-sender-webhook = Naslov za poročila ponudnika (webhook)
web-sender-webhook-hint = Vnesite ga pri ponudniku. Je skrivnost: kdor ga ima, lahko poskuša pošiljati poročila.
web-sender-limit = Omejitev pošiljanja
web-sender-limit-hint = Kolikor dovoljuje vaš gostitelj ali ponudnik; razporejeno enakomerno. Če takšne omejitve ni, pustite prazno.
web-sender-limit-none = brez lastne omejitve
web-sender-limit-second = { $count } na sekundo
web-sender-limit-hour = { $count } na uro
web-sender-limit-day = { $count } na dan
web-sender-period = Obdobje
web-sender-period-second = na sekundo
web-sender-period-hour = na uro
web-sender-period-day = na dan
web-sender-save = Shrani omejitev pošiljatelja »{ $name }«
web-sender-bounces = Naslov za zavrnjena sporočila
web-sender-bounces-hint = Poseben naslov, na primer zavrnjeno@example.org, katerega pošto bere Bilten. Vsako sporočilo dobi za njim oznako, po kateri se prepozna, če se vrne. Če polje pustite prazno, se zavrnjena sporočila vračajo na naslov v polju »Od« in jih Bilten ne bere.
web-sender-bounces-none = ni nastavljen: zavrnjena sporočila se vračajo na naslov v polju »Od« in jih Bilten ne bere
web-sender-delimiter = Znak pred oznako
web-sender-delimiter-hint = Kot ga ima vaš poštni strežnik; v Postfixu recipient_delimiter.
web-sender-bounces-save = Shrani naslov za zavrnjena sporočila pošiljatelja »{ $name }«
web-sender-mailbox-maildir = Mapa Maildir z zavrnjenimi sporočili
web-sender-mailbox-imap = Nabiralnik z zavrnjenimi sporočili
web-sender-mailbox-read = Nazadnje prebrano { $time }
web-sender-mailbox-failing = Od { $time } ni mogoče brati: { $problem }
web-sender-complaints = Pritožbe, o katerih je treba odločiti ({ $count })
web-sender-complaints-hint = Ti ljudje so neko sporočilo označili kot neželeno, ponudnik pa ne pove, katero od vaših je bilo. Morda prek istega računa pošilja še kdo. Če je bilo lahko vaše, na naslov ne pošiljajte več. Po mesecu dni se pritožbe izbrišejo.
web-sender-complaint-call = Oznaka sporočila pri ponudniku: { $id }
web-sender-complaint-ours = Ne pošiljaj več
web-sender-complaint-ours-what = Na { $address } ne pošiljaj več
web-sender-complaint-not-ours = Ni naše sporočilo
web-sender-complaint-not-ours-what = { $address }: ni naše sporočilo
web-sender-mails = Sporočila, ki niso obvestila o zavrnitvi ({ $count })
web-sender-mails-hint = Prišla so na naslov za zavrnjena sporočila. Kdor je odgovoril ali prosi, naj mu ne pišete, čaka na vas. Po mesecu dni se izbrišejo.
web-sender-mail-unproven = Ni mogoče dokazati, da zadeva katero od vaših sporočil. Morda je neželena pošta; zaradi nje se ni nič spremenilo.
web-sender-mail-no-subject = (brez zadeve)
web-sender-mail-read = Prebrano, izbriši
web-sender-mail-read-what = »{ $subject }«: prebrano, izbriši
web-automations-lead = Avtomatizacija spremlja mapo na strežniku in iz vsake nove publikacije v njej naredi kampanjo.
web-automations-none = Avtomatizacij še ni.
web-automation-new = Nova avtomatizacija
web-automation-new-hint = Kar je zdaj v mapi, ostane neposlano. Avtomatizacijo, ki pošilja, mora odobriti toliko ljudi kot kampanjo; s tem, da jo ustvarite, jo odobrite vi.
web-automation-no-source = Avtomatizacija bere spremljano mapo; doda jo skrbnik v nastavitvah, pod Mape.
web-automation-lacks = Avtomatizacija potrebuje spremljano mapo, seznam in pošiljatelja. Vse troje je v nastavitvah.
web-automation-make = Ustvari avtomatizacijo
web-automation-name = Ime
web-automation-source = Spremljana mapa
web-automation-source-hint = Spremljajo se lahko samo mape, ki so bile dodane na strežniku.
web-automation-mode = Kaj naredi z novimi publikacijami
web-automation-mode-draft = Naredi osnutke: sodelavci vsakega pregledajo, oddajo in odobrijo
web-automation-mode-send = Pošlje samodejno, v imenu ljudi, ki so to odobrili
web-automation-does-draft = dela osnutke
web-automation-does-send = pošilja samodejno
web-automation-list = Seznam
web-automation-second = Rezervni pošiljatelj
web-automation-most = Največ novic naenkrat
web-automation-most-hint = Če pride več novih naenkrat, postanejo osnutki in se ne pošljejo. Od 1 do { $limit }.
web-automation-days = Največja starost novice v dneh
web-automation-days-hint = Starejše novice veljajo za arhiv: postanejo osnutki in se ne pošljejo.
web-automation-time = Ura
web-automation-time-hint = Kdaj se novice s prihodnjim datumom pošljejo na svoj dan, v časovnem pasu organizacije, na primer 09:00.
web-automation-on = Vklopljena
web-automation-off = Izklopljena
web-automation-turn-on = Vklopi
web-automation-turn-on-hint = Kar je prišlo v mapo, ko je bila izklopljena, ostane neposlano. Če pošilja, jo morajo drugi znova odobriti.
web-automation-turn-off = Izklopi
web-automation-turn-off-hint = Ne naredi ničesar več. Kar je že načrtovala, se pošlje, razen če to prekličete med kampanjami.
web-automation-archive = Kar je zdaj tam, naj ostane neposlano
web-automation-archive-hint = Kar je zdaj v mapi in še ni bilo obdelano, se nikoli ne pošlje samodejno.
web-automation-read = Nazadnje prebrana
web-automation-details = Nastavitve
web-automation-voids = Če kar koli spremenite, odobritve drugih ne veljajo več in jo morajo znova odobriti.
web-automation-approvals = Odobritve
web-automation-approved-by = Odobritve:
web-automation-complete = Ima odobritve, ki jih potrebuje.
web-automation-missing = { $count ->
    [one] Odobriti jo mora še { $count } oseba. Do takrat dela osnutke.
    [two] Odobriti jo morata še { $count } osebi. Do takrat dela osnutke.
    [few] Odobriti jo morajo še { $count } osebe. Do takrat dela osnutke.
   *[other] Odobriti jo mora še { $count } oseb. Do takrat dela osnutke.
 }
web-automation-approve-hint = Vaša odobritev velja za vsako publikacijo, ki jo sama pošlje na »{ $list }«, dokler je kdo ne spremeni.
web-automation-done-created = Avtomatizacija je ustvarjena. Kar je zdaj v njeni mapi, ostane neposlano.
web-automation-done-details = Shranjeno.
web-automation-done-on = Avtomatizacija je vklopljena. Nadaljuje s tem, kar pride.
web-automation-done-off = Avtomatizacija je izklopljena.
web-automation-done-approve = Vaša odobritev je zabeležena.
web-automation-done-archive = Kar je zdaj v mapi, ostane neposlano. Avtomatizacija nadaljuje s tem, kar pride.
web-menu-topics = Teme
web-settings-topics = O čem govorijo novice in po čem bralci lahko izbirajo: imena v vseh jezikih in teme, ki niso več v rabi.
web-topics-title = Teme
web-topics-lead = Bralci izberejo, o katerih temah želijo sporočila. Kdor ni izbral ničesar, prejema vse.
web-topics-none = Tem še ni.
web-topics-words = Besede v novicah, ki niso teme
web-topics-words-lead = V izborih so prikazane, kot so zapisane. Iz tistih, po katerih naj bralci izbirajo, naredite teme.
web-topics-make-of = Naredi temo
web-topics-archived = Arhivirane teme ({ $count })
web-topic-new = Nova tema
web-topic-make = Ustvari temo
web-topic-name-hint = Beseda ali dve. Bralci ime vidijo, ko izbirajo, in v izborih.
web-topic-names-hint = Kjer naj bralci nekega jezika vidijo drugo ime. V novicah lahko temo zapišete s katerimkoli od teh imen.
web-topic-slug-hint = Z njim lahko temo navedete v novicah in pozneje se ne da spremeniti: a–z, 0–9 in vezaji, na primer na-morju. Če polje pustite prazno, ga Bilten naredi iz imena.
web-topic-lists = Izberejo jo lahko bralci teh seznamov
web-topic-lists-hint = Drugim ni prikazana. Zaščiteni seznam označite le, če ime teme ničesar ne izda.
web-topic-details-hint = Novo ime je v sporočilih, ki še niso oddana v pregled. Novice, zapisane s starim imenom, temo obdržijo.
web-topic-state = Arhivirajte ali izbrišite
web-topic-archived = arhivirana
web-topic-archive = Arhiviraj temo
web-topic-archive-hint = Nove kampanje je ne dobijo in bralcev se po njej ne sprašuje več. Kampanje, ki jo imajo, jo obdržijo, in kar so bralci izbrali, ostane.
web-topic-open = Znova odpri temo
web-topic-open-hint = Kampanje jo lahko znova imajo in bralci jo lahko izbirajo.
web-topic-delete = Izbriši temo
web-topic-delete-hint = Mogoče je, ker je nima nobena kampanja, noben bralec ni izbral, ali jo želi, in je ni v nobenem segmentu.
web-topic-done-created = Tema je ustvarjena. Kampanje, ki nastanejo iz novic o njej, jo imajo odslej.
web-topic-done-details = Shranjeno. Velja za sporočila, ki še niso oddana v pregled, na straneh za bralce pa takoj.
web-topic-done-archived = Tema je arhivirana. Nič ni bilo izbrisano.
web-topic-done-opened = Tema je znova v rabi.
web-topic-done-deleted = Tema je izbrisana.
web-menu-fields = Polja
web-settings-fields = Kaj še vodite o posamezni osebi, na primer kraj, da po tem izbirate bralce in to uporabite v sporočilih.
web-fields-title = Polja
web-fields-lead = Kaj poleg imena, naslova in jezika vodite o posamezni osebi. Vodite samo to, kar potrebujete.
web-fields-none = Polj še ni.
web-fields-archived = Arhivirana polja ({ $count })
web-field-new = Novo polje
web-field-make = Ustvari polje
web-field-sensitive = Tu ne vodite ničesar o državljanstvu ali poreklu, pravnem statusu, zdravju, veri, političnem prepričanju ali spolnem življenju oseb. Take podatke zakon posebej varuje (9. člen Splošne uredbe o varstvu podatkov), in kdor bi ukradel to zbirko, bi jih vedel o vseh. Če jih za pošiljanje sporočil ne potrebujete, jih ne vodite.
web-field-label = Ime
web-field-label-hint = Tako ga vidijo sodelavci in bralci, na primer: Kraj.
web-field-labels = Ime v drugih jezikih
web-field-labels-hint = Kjer naj bralci nekega jezika vidijo drugo ime.
web-field-type = Kaj je v njem
web-field-type-hint = Pozneje se ne da spremeniti.
web-field-type-text = besedilo
web-field-type-whole_number = celo število
web-field-type-decimal = število z decimalkami
web-field-type-date = datum
web-field-type-yes_no = da ali ne
web-field-type-choice = ena od več besed
web-field-choices = Besede na izbiro
web-field-choices-hint = Vsaka v svoji vrstici. Besede, ki jo kdo ima, ni mogoče odstraniti.
web-field-choices-hint-new = Samo za »ena od več besed«: vsaka v svoji vrstici.
web-field-own = Bralci ga lahko spreminjajo
web-field-own-hint = Vsak bralec svojega vidi in spremeni na strani z nastavitvami. Kar bralci ne morejo spreminjati, vseeno dobijo z vsemi svojimi podatki, če jih zahtevajo.
web-field-own-short = bralci ga lahko spreminjajo
web-field-in-emails = Sme biti v sporočilih
web-field-in-emails-hint = Pri sestavljanju je na voljo kot polje. Kdor sporočilo posreduje, posreduje tudi to.
web-field-in-emails-short = sme biti v sporočilih
web-field-word = Kratko ime
web-field-word-hint = Tako ga imenujejo segmenti, sporočila in datoteke in pozneje se ne da spremeniti: a–z, 0–9 in podčrtaji, na primer domaci_kraj. Če polje pustite prazno, ga Bilten naredi iz imena.
web-field-count = { $count ->
    [0] nihče nima v njem ničesar
    [one] izpolnjeno pri { $count } osebi
   *[other] izpolnjeno pri { $count } osebah
}
web-field-yes = da
web-field-no = ne
web-field-details = Ime in raba
web-field-use = Kako ga uporabite
web-field-use-segment = V segmentu
web-field-use-email = V sporočilu, skupaj z besedami za vse druge
web-field-state = Arhivirajte ali izbrišite
web-field-archived = arhivirano
web-field-archive = Arhiviraj polje
web-field-archive-hint = Nikomur ni več na voljo. Kar imajo osebe v njem, ostane, in segmenti z njim delujejo naprej.
web-field-open = Znova odpri polje
web-field-open-hint = Znova je na voljo, z vsem, kar imajo osebe v njem.
web-field-delete = Izbriši polje
web-field-delete-hint = Mogoče je, ker nihče nima v njem ničesar in ga ne uporablja noben segment.
web-field-done-created = Polje je ustvarjeno. Izpolnite ga lahko na strani osebe ali z uvozom datoteke.
web-field-done-details = Shranjeno.
web-field-done-archived = Polje je arhivirano. Nič ni bilo izbrisano.
web-field-done-opened = Polje je znova v rabi.
web-field-done-deleted = Polje je izbrisano.
web-audience-topics = Teme
web-audience-topics-hint = Kdor o nobeni od teh tem ne želi sporočil, ga ne prejme. Če ne označite nobene, gre sporočilo vsem na seznamih.
web-lists-title = Seznami
web-lists-none = Seznamov še ni.
web-lists-archived = Arhivirani seznami ({ $count })
web-list-new = Nov seznam
web-list-make = Ustvari seznam
web-list-name = Ime
web-list-name-hint = Bralci ga vidijo na strani za prijavo in v vsakem sporočilu.
web-list-names = Imena v drugih jezikih
web-list-names-hint = Kjer naj bralci nekega jezika vidijo drugo ime. Druga polja pustite prazna.
web-list-slug = Kratko ime
web-list-slug-hint = Je v naslovu strani za prijavo in se pozneje ne da spremeniti: a–z, 0–9 in vezaji, na primer mesecni-bilten. Če polje pustite prazno, ga Bilten naredi iz imena.
web-list-protect = Zaščiteni seznam
web-list-protect-hint = Za ljudi, ki so lahko ogroženi. Kdo je na njem, vidijo samo skrbniki in tisti, ki jih oni določijo; nima javne strani za prijavo, samo povezave za povabljene; njegovih sporočil ni v javnem arhivu; bralcem se nikoli ne sledi. Ko je na njem že kdo, ostane zaščiten.
web-list-details = Imena
web-list-details-hint = Novo ime je v sporočilih, ki še niso oddana v pregled. Kar je odobreno ali poslano, obdrži staro.
web-list-save-details = Shrani imena
web-list-languages = Jeziki
web-list-reader-count = { $count ->
    [one] { $count } bralec
    [two] { $count } bralca
    [few] { $count } bralci
   *[other] { $count } bralcev
 }
web-list-readers-title = Bralci
web-list-sign-up = Prijava
web-list-sign-up-closed = Zdaj se nihče ne more prijaviti.
web-list-sign-up-no-sender = Prijava je na tej namestitvi izklopljena: nastavitev BILTEN_SIGN_UP_SENDER ne navaja pošiljatelja. Nastavi jo oseba, ki skrbi za strežnik.
web-list-sign-up-address = Ljudje se prijavijo na tej strani in prijavo potrdijo po e-pošti:
web-list-offers = Tam ponudimo še
web-list-offers-hint = Kdor se prijavi tu, lahko označi še te sezname in vse potrdi z enim sporočilom. Ponudimo tudi teme teh seznamov.
web-list-frame-origins = Spletna mesta, ki smejo obrazec prikazati v okvirju
web-list-frame-origins-hint = Po en naslov v vrstici, na primer https://www.example.org. Če naj obrazca ne bo v nobenem okvirju, pustite prazno.
web-list-frame = Okvir za vaše spletno mesto
web-list-frame-hint = Prekopirajte okvir v jeziku svoje strani. Kar je v njem, ostane posodobljeno in ne potrebuje ne skript ne piškotkov.
web-list-embed-hint = Prekopirajte obrazec v jeziku svoje strani. Je navaden HTML brez skriptov, piškotkov in sledenja in vodi do iste potrditve.
web-list-embed = Obrazec za vašo spletno stran
web-list-why-left = Zakaj so se odjavili
web-list-why-left-hint = Kaj so povedali po odjavi v zadnjem letu. Večina ne pove ničesar.
web-list-rhythms = Kako pogosto želijo sporočila
web-list-rhythm-weekly = tedensko, o kateri od tem
web-list-rhythm-monthly = mesečno, o kateri od tem
web-list-rhythm-by-weekly = Tedenski izbori:
web-list-rhythm-by-monthly = Mesečni izbori:
web-list-rhythm-none-weekly = Na ta seznam ne gre noben tedenski izbor, ki se pošilja sam. { $count ->
    [one] { $count } oseba, ki je izbrala tedensko, prejema sporočila takoj.
    [two] { $count } osebi, ki sta izbrali tedensko, prejemata sporočila takoj.
    [few] { $count } osebe, ki so izbrale tedensko, prejemajo sporočila takoj.
   *[other] { $count } oseb, ki so izbrale tedensko, prejema sporočila takoj.
  }
web-list-rhythm-none-monthly = Na ta seznam ne gre noben mesečni izbor, ki se pošilja sam. { $count ->
    [one] { $count } oseba, ki je izbrala mesečno, prejema sporočila takoj.
    [two] { $count } osebi, ki sta izbrali mesečno, prejemata sporočila takoj.
    [few] { $count } osebe, ki so izbrale mesečno, prejemajo sporočila takoj.
   *[other] { $count } oseb, ki so izbrale mesečno, prejema sporočila takoj.
  }
web-list-state = Zaprite, arhivirajte ali izbrišite
web-list-status-protected = zaščiten
web-list-status-open = odprt
web-list-status-closed = zaprt
web-list-status-archived = arhiviran
web-list-is-open = Seznam je odprt: ljudje se lahko prijavijo in kampanje se nanj pošiljajo.
web-list-is-closed = Seznam je zaprt: nihče se ne more prijaviti. Kampanje se nanj še pošiljajo, ljudi je mogoče uvoziti in vsakdo se lahko odjavi.
web-list-is-archived = Seznam je arhiviran: nanj se nihče ne more prijaviti ali biti uvožen in nobena kampanja se nanj ne pošlje. Bralci in njihove privolitve ostanejo in vsakdo se še lahko odjavi.
web-list-close = Zapri seznam
web-list-close-hint = Nihče se ne bo mogel več prijaviti. Kadar koli ga lahko znova odprete.
web-list-open = Odpri seznam
web-list-open-hint = Ljudje se lahko prijavijo in kampanje se lahko pošiljajo nanj.
web-list-archive = Arhiviraj seznam
web-list-archive-hint = Brez prijav in brez kampanj. Nič se ne izbriše in seznam lahko znova odprete.
web-list-delete = Izbriši seznam
web-list-delete-hint = Mogoče je, ker na njem ni bilo nikogar in nanj ni bilo nič poslano.
web-list-done-created = Seznam je ustvarjen. Prekopirajte naslov strani za prijavo ali uvozite ljudi, ki so dali privolitev.
web-list-done-details = Shranjeno. Velja za sporočila, ki še niso oddana v pregled, na straneh za bralce pa takoj.
web-list-done-languages = Shranjeno. Velja za kampanje, ki se še niso začele pošiljati.
web-list-done-sign-up = Shranjeno. Na strani za prijavo velja takoj; obrazce na drugih spletnih mestih prekopirajte znova.
web-list-done-open = Seznam je odprt.
web-list-done-closed = Seznam je zaprt. Nihče se ne more več prijaviti.
web-list-done-archived = Seznam je arhiviran. Nič ni bilo izbrisano.
web-list-done-deleted = Seznam je izbrisan.
web-list-chain-place = { $place ->
    [1] Prva izbira
    [2] Druga izbira
   *[other] Tretja izbira
 }
web-list-required-more = Še en jezik
web-list-protected = zaščiteni seznam: o bralcih se nikoli ne beleži ničesar
web-list-encrypted = Ljudje s tega seznama so v podatkovni zbirki šifrirani. Najdete jih le po celem e-naslovu, segmenti pa ne morejo poizvedovati po njihovih poljih.
web-list-unencrypted = Ljudje s tega seznama v podatkovni zbirki niso šifrirani: kdor jo ukrade, izve, kdo so. To lahko spremeni skrbnik strežnika: glejte »Encryption« v priročniku za upravljanje.
web-list-no-public-page = Ta seznam nima javne strani za prijavo; v sporočilih, ki prosijo za potrditev, ni naveden.
web-list-invitation = Povezava za prijavo
web-list-invitation-hint = Kdor ima to povezavo, 90 dni vidi ime seznama in se lahko prijavi. Dajte jo ljudem, ne objavljajte je.
web-list-readers = Vsi bralci
web-list-counted-at = Bralci, kot so bili prešteti { $time }. Zdaj se štejejo znova: čez nekaj trenutkov osvežite stran.
web-list-nobody = Na seznamu še ni nikogar, ki bi mu smeli pisati.
web-list-chain = Namesto jezika, ki ga kampanja nima
web-list-chain-hint = Po tem vrstnem redu. Bralec prejme prvo od teh različic, ki jo kampanja ima; če nima nobene, glavni jezik kampanje.
web-list-required = Obvezni jeziki
web-list-required-hint = Kampanje brez različice v vsakem od teh jezikov ni mogoče oddati. Če ni obvezen noben, ne označite nobenega.
web-list-save = Shrani

web-campaigns-title = Kampanje
web-campaigns-none = Kampanj še ni. Začnite z gumbom »Nova kampanja«. Vsebina pride iz novic: napišite novico ali izberite tisto, ki že obstaja.
web-campaigns-none-news = Oglej si novice
web-new-title = Nova kampanja
web-new-designs = Izberite obliko
web-new-earlier = Ali začnite s prejšnjo kampanjo
web-new-earlier-hint = Nov osnutek z njenimi besedili, novicami, seznamom, pošiljateljem in predlogo. Prejšnja kampanja ostane, kakršna je.
web-new-step = { $step }. korak od { $of }
web-new-back-designs = Nazaj na oblike
web-new-back-news = Nazaj na novice
web-new-news-title = Izberite novice
web-new-news-one = V tej obliki je ena sama novica.
web-new-news-several = Dodajte novice v vrstnem redu, v katerem naj bodo v sporočilu. Pozneje ga lahko spremenite.
web-new-news-none = Za to obliko še ni nobene novice.
web-new-news-gone = Novica, ki ste jo izbrali, je bila medtem izbrisana ali umaknjena. Osnutka ni. Preverite seznam in nadaljujte.
web-new-chosen = { $count ->
    [0] Izbrano
    [one] Izbrana { $count } novica
    [two] Izbrani { $count } novici
    [few] Izbrane { $count } novice
   *[other] Izbranih { $count } novic
 }
web-new-chosen-none = Še nič. Dodajte novice s seznama.
web-new-full = V sporočilu je lahko največ { $count } novic.
web-new-up = Gor
web-new-down = Dol
web-new-remove = Odstrani
web-new-choose = Izberi
web-new-add = Dodaj
web-new-continue = Naprej
web-new-empty-title = Brez novic
web-new-empty-hint = Besedila napišete v sami kampanji, novice lahko dodate pozneje.
web-new-empty = Naprej brez novic
web-new-readers-title = Bralci in pošiljatelj
web-new-readers = Kdo jo prejme
web-new-in-it = Kaj je v njej
web-new-in-it-none = Novic še ni.
web-new-sent-in = Že poslano v kampanji »{ $name }«
web-new-name = Ime (neobvezno)
web-new-name-hint = Za vas in sodelavce. Če polje pustite prazno, je ime naslov prve novice.
web-new-name-hint-empty = Za vas in sodelavce. Če polje pustite prazno, sta ime seznam in mesec.
web-new-languages = Jeziki
web-new-texts = { $of ->
    [one] { $count ->
        [0] novica nima besedila v tem jeziku
       *[other] novica ima besedilo v tem jeziku
    }
   *[other] novice v tem jeziku: { $count } od { $of }
 }
web-new-main-hint = Bralci, katerih jezika ni med njimi, jo prejmejo v tem jeziku.
web-new-main-language = Glavni jezik ni med jeziki, ki ste jih označili. Osnutka ni. Označite tudi njega ali izberite drugega.
web-new-create = Ustvari osnutek
web-design-statement = Kaj imate povedati o nečem, kar se je zgodilo.
web-design-bulletin = Več novic, prve s sliko in besedilom.
web-design-publication = Knjiga ali brošura z naslovnico, za branje ali prenos.
web-design-project = Novice projekta s partnerji in financerji.
web-design-report_summary = Poročilo v nekaj točkah, s povezavo do celote.
web-design-event = Vabilo: kdaj, kje in kako priti.
web-design-appeal = Ena stvar, za katero prosite bralce, s ciljem in gumbom.
web-design-digest = Veliko novic, vsaka z naslovom in enim stavkom.
web-design-correction = Kaj je bilo v prejšnjem sporočilu narobe in kaj je prav.
web-today-title = Danes
web-today-to-approve = Čaka na vašo odobritev
web-today-sent-back = Vrnjeno vam v popravek
web-today-drafts = Vaši osnutki
web-today-coming = Na vrsti za pošiljanje
web-calendar-title = Koledar
web-calendar-caption = Kaj bo poslano in kaj je bilo poslano, po dnevih
web-calendar-months = Meseci
web-calendar-before = Prejšnji mesec
web-calendar-now = Ta mesec
web-calendar-after = Naslednji mesec
web-calendar-automated = samodejno
web-calendar-none = V tem mesecu ne bo in ni bilo poslano nič.
web-calendar-more = Še { $count }
web-calendar-cut = V tem mesecu je preveč kampanj, da bi prikazali vse. V seznamu spodaj so vse.
web-today-past = Nazadnje poslano
web-today-recipients = { $count ->
    [one] { $count } prejemnik
    [two] { $count } prejemnika
    [few] { $count } prejemniki
   *[other] { $count } prejemnikov
 }
web-today-nobody = ni je prejel nihče
web-today-figures = dostavljeno: { $delivered }, zavrnjeno: { $refused }
web-campaigns-older = Starejše kampanje

web-campaign-all = Vse kampanje
web-campaign-at = { $time } ({ $zone })
web-campaign-provider-says = Ponudnik pravi: { $words }

web-next-title = Kaj zdaj
web-next-draft = To je osnutek. Preverite ga v vseh jezikih, nato ga oddajte v odobritev.
web-next-in_review = Čaka na odobritev natanko tega, kar vidite tukaj: doslej { $approvals } od { $required }.
web-next-hand-draft = To kampanjo ste pripravili vi, zato jo mora odobriti nekdo drug.
web-next-hand-words = Spremenili ste njeno besedilo, zato jo mora odobriti nekdo drug.
web-next-hand-senders = Spremenili ste njenega pošiljatelja, zato jo mora odobriti nekdo drug.
web-next-hand-template = Spremenili ste njeno predlogo, zato jo mora odobriti nekdo drug.
web-next-hand-audience = Spremenili ste, komu je namenjena, ali jezike njenega seznama, zato jo mora odobriti nekdo drug.
web-next-hand-news = Dodali ali spremenili ste novico v njej, zato jo mora odobriti nekdo drug.
web-next-hand-brand = Spremenili ste podobo, ki jo uporablja, zato jo mora odobriti nekdo drug.
web-next-hand-content = V njej ste nekaj spremenili, zato jo mora odobriti nekdo drug.
web-next-approved = Odobreno. Izberite, kdaj naj bo poslano.
web-next-approved-by-sender = Odobreno. Kdaj bo poslano, izbere nekdo, ki sme pošiljati.
web-next-scheduled = Ob zgoraj navedenem času bo poslana samodejno. Do takrat lahko čas pošiljanja prekličete.
web-next-scheduled-by-sender = Ob zgoraj navedenem času bo poslana samodejno. Do takrat lahko čas pošiljanja prekliče nekdo, ki sme pošiljati.
web-next-preparing = Pripravlja se seznam prejemnikov; pošiljanje se začne vsak hip.
web-next-sending = Pošiljanje poteka.
web-next-paused = Pošiljanje je ustavljeno. Dokler ga nekdo ne nadaljuje, se nič ne pošlje.
web-next-sent = Pošiljanje je končano.
web-next-cancelled = Preklicano. Že poslana sporočila ostanejo pri bralcih; drugih ne bo.

web-senders-title = Pošiljatelj
web-senders-first = Prvi
web-senders-second = Rezervni
web-senders-none = brez rezervnega
web-senders-choose = Spremenite pošiljatelja
web-senders-hint = Prevzame, če ponudnik prvega odpove. Sporočila, ki jih je prvi morda že poslal, počakajo, dokler ni znano, ali jih je.
web-senders-save = Shrani pošiljatelja
web-senders-carried = »{ $first }« je ustavljen, zato kampanjo pošilja »{ $second }«. Nihče ne bo dobil sporočila dvakrat.
web-needs-resume-sender = Znova uporabi »{ $name }«
web-done-senders = Pošiljatelja sta shranjena. Kampanja je spet osnutek.
web-done-audience = Naslovniki so shranjeni. Če so drugi kot prej, je kampanja spet osnutek.
web-done-template = Predloga je izbrana. Kampanja je spet osnutek.

web-visibility-title = Na spletu
web-visibility-label = Kdo sme brati
web-visibility-addresses = Naslovi za deljenje
web-visibility-save = Shrani
web-visibility-sure = Da, spremeni
web-visibility-unknown = Te izbire ni. Nič se ni spremenilo. Izberite eno od prikazanih.
web-done-visibility = Shranjeno. Že poslana sporočila se ne spremenijo.

web-behind-title = Strani, na katere vodijo povezave
web-behind-frozen = Na straneh publikacij, na katere vodi sporočilo, piše to, kar je bilo odobreno s kampanjo:
web-behind-draft = Na straneh publikacij, na katere vodi sporočilo, bo pisalo to. Odobri se skupaj s sporočilom.
web-behind-pdf = PDF
web-behind-changed = Novica se je po odobritvi spremenila. Bralci še vedno vidijo, kar je bilo odobreno. Besedilo zdaj:
web-behind-publish = Objavi zdajšnje besedilo
web-behind-publish-hint = Objavi lahko nekdo, ki tega ni napisal. Že poslana sporočila se ne spremenijo, strani, na katere vodijo, pa se.
web-done-correction = Objavljeno. Strani, na katere vodijo povezave, kažejo novo besedilo in datoteke.

web-words-now = Vaš vnos je v poljih spodaj. Besedilo zdaj:

web-reach-title = Prejemniki po jezikih
web-audience-link = Naslovniki: izbira seznamov in segmentov
web-reach-stand = { LANGUAGE($language) } → { LANGUAGE($instead) }: { $count ->
    [one] { $count } bralec
    [two] { $count } bralca
    [few] { $count } bralci
   *[other] { $count } bralcev
}
web-compose-title = Sestavljanje: { $name }
web-compose-back = Nazaj na kampanjo
web-compose-next = Naprej na pregled in oddajo
web-compose-back-here = Nazaj na sestavljanje
web-campaign-compose = Sestavi
web-compose-words = Zadeva in uvod
web-compose-blocks = Bloki
web-compose-empty = V tej kampanji še ni ničesar. Dodajte novico ali drug blok.
web-compose-read-only = Ta kampanja je oddana in je takšne ni mogoče spremeniti. Če jo uredite, bo spet osnutek, odobritve pa ne bodo več veljale.
web-compose-open = Uredi (umakne odobritev)
web-compose-over = Te kampanje ni več mogoče spremeniti. Vidite, iz česa je sestavljena.
web-compose-no-subject = Brez zadeve
web-compose-no-preheader = Brez predogledne vrstice
web-compose-length = Dolžina:
web-compose-length-limit = Poštni predali pokažejo približno { $limit } znakov.
web-compose-preheader-hint = Večina poštnih predalov jo pokaže za zadevo. Če je kratka, pokažejo še začetek sporočila.
web-compose-fields-to-copy = Spremenljiva polja za zadevo in predogledno vrstico, ki jih lahko kopirate:
web-compose-field-recipient_name = Ime bralca
web-compose-field-default = bralec
web-compose-saved = Shranjeno ob { $time }.
web-compose-not-saved = Še ni shranjeno: kar ste vpisali, je še v obrazcu.
web-compose-next-try = Bilten ni odgovoril. Naslednji poskus čez { $seconds } s.
web-compose-press-save = Pritisnite Shrani in izvedeli boste, zakaj.
web-compose-both = Medtem je to spremenil nekdo drug. Nič ni prepisano: izberite eno od obeh besedil ali pa v obrazcu sestavite, kar je prav, in shranite svoje.
web-compose-mine = Vaše:
web-compose-keep-mine = Shrani moje
web-compose-take-theirs = Uporabi shranjeno
web-compose-moved = { $kind }: mesto { $number } od { $count }.
web-compose-not-moved = Ni premaknjeno: Bilten ni odgovoril. Bloki so v prejšnjem vrstnem redu.
web-compose-as-title = Kot ga prejme naročnik
web-compose-as-address = Naslov naročnika
web-compose-as-recorded = Zabeležilo se bo, da ste si ogledali tega naročnika. Predogled kaže njegove podatke 30 minut.
web-compose-as-show = Pokaži
web-compose-as = Kot ga prejme { $name }.
web-compose-as-nameless = Kot ga prejme ta naročnik, katerega ime ni znano.
web-compose-as-nobody = Pokaži brez določenega naročnika
web-compose-undo = Razveljavi
web-compose-redo = Ponovi
web-compose-other = Tu zdaj piše tudi { $name }.
web-compose-versions-title = Različice: { $name }
web-compose-versions-none = Odkar je osnutek nastal, kampanje ni nihče urejal.
web-compose-version-order = Bloki po vrsti
web-compose-version-drafted = Začetek
web-compose-version-edited = Zadeva in uvod
web-compose-version-variant_added = Dodan jezik
web-compose-version-variant_removed = Odstranjen jezik
web-compose-version-block_added = Dodan blok
web-compose-version-block_changed = Urejen blok
web-compose-version-block_moved = Premaknjen blok
web-compose-version-block_removed = Odstranjen blok
web-compose-version-restored = Vrnjena različica
web-compose-version-undone = Razveljavljeno
web-compose-version-redone = Ponovljeno
web-compose-version-of = spet velja različica { $time } ({ $name })
web-compose-jump = Pojdi na blok
web-compose-jump-words = Pojdi na besedilo
web-compose-view-phone = Telefon
web-compose-view-desktop = Računalnik
web-compose-view-dark = Temno
web-compose-view-plain = Brez slik
web-compose-view-text = Navadno besedilo
web-compose-done-drafted = Osnutek kampanje je pripravljen. Tu ga uredite, nato ga na strani kampanje oddajte v odobritev.
web-compose-done-words = Besedilo je shranjeno.
web-compose-done-language-removed = Različica je odstranjena, z besedili vred.
web-compose-done-block-added = Dodano.
web-compose-done-block-changed = Blok je shranjen.
web-compose-done-block-moved = Premaknjeno.
web-compose-done-block-removed = Odstranjeno.
web-compose-done-opened = Kampanja je spet osnutek. Zdaj jo lahko urejate.
web-compose-done-undone = Zadnji korak je razveljavljen. Nič ni izgubljeno: vse različice so shranjene.
web-compose-done-undone-of = Avtor koraka: { $name }. Gumb »Ponovi« ga povrne.
web-compose-done-undone-less = Zadnji korak je razveljavljen. Novice, ki so bile medtem izbrisane ali umaknjene, se niso vrnile.
web-compose-done-redone = Razveljavljeni korak je ponovljen.
web-compose-done-redone-less = Razveljavljeni korak je ponovljen. Novice, ki so bile medtem izbrisane ali umaknjene, se niso vrnile.
web-compose-done-restored = Različica je vrnjena. Prejšnje besedilo je shranjeno med različicami.
web-compose-done-restored-less = Različica je vrnjena, vendar brez novic, ki so bile medtem izbrisane ali umaknjene.
web-compose-done-duplicated = To je novi osnutek. Preverite, kaj je treba spremeniti, in ali so bile njegove novice že poslane.
web-compose-done-duplicated-less = To je novi osnutek. Novic, ki so bile medtem umaknjene, v njem ni.
web-compose-done-duplicated-archived = To je novi osnutek. Eden od seznamov, ki jim je namenjen, je arhiviran, zato nanj ni mogoče pošiljati: izberite drugega ali arhiviranega znova odprite.
web-compose-done-duplicated-archived-less = To je novi osnutek. Novic, ki so bile medtem umaknjene, v njem ni. Eden od seznamov, ki jim je namenjen, je arhiviran, zato nanj ni mogoče pošiljati: izberite drugega ali arhiviranega znova odprite.
web-block-item = Novica
web-block-heading = Naslov
web-block-text = Besedilo
web-block-quotation = Citat
web-block-picture = Slika
web-block-button = Gumb
web-block-pdf = PDF
web-block-appeal = Poziv
web-block-divider = Ločilna črta
web-block-missing = Manjka: { LANGUAGE($language) }
web-block-edit = Uredi
web-block-close = Zapri
web-block-close-unsaved = brez shranjevanja
web-block-up = Gor
web-block-down = Dol
web-block-remove = Odstrani
web-block-save = Shrani blok
web-block-open-news = Odprite novico: tam spremenite njeno besedilo
web-block-mode = Koliko novice je v sporočilu
web-block-mode-auto = Kot to naredi oblika: povzetek, če je kje prebrati več, sicer celotno besedilo
web-block-mode-whole = Celotno besedilo
web-block-mode-teaser = Samo povzetek
web-block-picture-shown = S sliko
web-block-add-title = Dodajanje
web-block-add = Dodaj blok
web-block-add-news = Izberi novice
web-block-kind = Vrsta bloka
web-block-where = Kam
web-block-at-end = Na konec
web-block-below = Pod { $number }: { $kind }
web-block-list-hint = Seznami in tabele se pišejo v bloku z besedilom.
web-choose-news-title = Izberite novice: { $name }
web-choose-news-add = Dodaj v kampanjo
web-choose-news-none = Ni novic, ki bi jih lahko dodali.
web-variant-add-label = Še en jezik
web-variant-add = Dodaj jezik
web-edit-leaves-nobody = Po vaši spremembi ne bi bilo nikogar več, ki bi smel odobriti to kampanjo: kdor v njej kaj spremeni, je ne more odobriti. Pred spremembo premislite, kdo bi jo še lahko odobril, ali prosite avtorja, naj jo spremeni.
web-edit-costs-vote = Če tu kaj spremenite, mora kampanjo odobriti nekdo drug.
web-edit-shared-leaves-nobody = Če tu kaj spremenite, ne bo nikogar več, ki bi smel odobriti te osnutke, saj kdor spremeni, kar kažejo, jih ne more odobriti. Najprej jih odobrite ali poiščite še koga, ki sme odobravati:
web-variant-intro = Uvod
web-variant-intro-hint = Nekaj lastnih besed pred bloki. [[recipient_name|bralec]] zamenja ime.
web-variant-voids = Kampanja bo spet osnutek: njene odobritve ne bodo več veljale in ob določenem času ne bo poslana.
web-variant-save = Shrani besedilo
web-variant-remove = Odstrani jezik: { LANGUAGE($language) }
web-done-language-added = Jezik je dodan, besedilo je iz novic, kjer ga imajo. Preverite ga.
web-done-language-added-voids = Jezik je dodan, besedilo je iz novic, kjer ga imajo. Kampanja je spet osnutek: preverite jo in jo znova oddajte v odobritev.

web-step-submit = Oddaj v odobritev
web-step-approve = Odobri
web-step-approve-hint = Vaša odobritev velja natanko za to besedilo in te slike; z vsako poznejšo spremembo preneha veljati. Trenutno jo bo { $count ->
    [one] prejel { $count } prejemnik
    [two] prejela { $count } prejemnika
    [few] prejeli { $count } prejemniki
   *[other] prejelo { $count } prejemnikov
 } na seznamu »{ $list }«.
web-step-approve-hint-welcome = Vaša odobritev velja natanko za to besedilo in te slike; z vsako poznejšo spremembo preneha veljati. Prejel ga bo vsak nov bralec na seznamu »{ $list }«, dokler je serija vklopljena.
web-step-send-back = Vrni v popravek
web-step-send-back-open = Vrni v popravek s pripombo …
web-send-back-remark = Kaj naj se spremeni?
web-send-back-remark-hint = To bo prebral avtor. Kampanja postane spet osnutek, dosedanje odobritve pa ne veljajo več.
web-submit-errors = { $count ->
    [one] Pregled je odkril { $count } napako. Dokler ni popravljena, kampanje ni mogoče oddati.
    [two] Pregled je odkril { $count } napaki. Dokler nista popravljeni, kampanje ni mogoče oddati.
    [few] Pregled je odkril { $count } napake. Dokler niso popravljene, kampanje ni mogoče oddati.
   *[other] Pregled je odkril { $count } napak. Dokler niso popravljene, kampanje ni mogoče oddati.
 }
web-submit-warnings = { $count ->
    [one] Prej preverite še { $count } stvar, na katero opozarja pregled.
    [two] Prej preverite še { $count } stvari, na kateri opozarja pregled.
    [few] Prej preverite še { $count } stvari, na katere opozarja pregled.
   *[other] Prej preverite še { $count } stvari, na katere opozarja pregled.
 }
web-submit-remark = Sporočilo tistim, ki jo odobrijo (neobvezno)
web-submit-remark-hint = Navadno besedilo. Na primer: za kaj gre in do kdaj potrebujete odgovor.
web-review-title = Odobravanje
web-review-remark = Pripomba
web-review-word = { $name } ob oddaji sporoča:
web-review-decide = Odobri ali vrni v popravek
web-review-submitted = Oddano v odobritev: { $name }
web-review-sent_back = Vrnjeno v popravek: { $name }
web-review-approved = Odobreno: { $name }
web-review-voided = Nekaj je bilo spremenjeno: odobritev ne velja več ({ $name })
web-review-visibility = Spremenjeno, kdo jo sme brati na spletu: { $after } (prej: { $before }): { $name }
web-comments-title = Komentarji
web-comments-open = { $count ->
    [one] { $count } komentar še ni rešen
    [two] { $count } komentarja še nista rešena
    [few] { $count } komentarji še niso rešeni
   *[other] { $count } komentarjev še ni rešenih
 }
web-comment-open = Komentiraj …
web-comment-label = Komentar
web-comment-block = Na kaj se nanaša
web-comment-whole = Na celotno sporočilo
web-comment-on-removed = Na odstranjene bloke
web-comment-add = Dodaj komentar
web-comment-settle = Označi kot rešeno
web-comment-reopen = Znova odpri
web-comment-settled-by = Rešeno: { $name }, { $time }
web-done-commented = Komentar je dodan.
web-done-comment-settled = Komentar je rešen.
web-done-comment-reopened = Komentar je znova odprt.
web-compose-done-commented = Komentar je dodan.
web-compose-done-comment-settled = Komentar je rešen.
web-compose-done-comment-reopened = Komentar je znova odprt.
web-difference-since-approved = Kaj se je spremenilo po zadnji odobritvi
web-difference-since-sent_back = Kaj se je spremenilo, odkar je bilo vrnjeno v popravek
web-difference-since-submitted = Kaj se je spremenilo po zadnji oddaji
web-difference-compared = Primerjano s prej oddano različico: { $time }.
web-difference-nothing = Nič se ni spremenilo: vsebina je povsem enaka.
web-difference-looks-only = Spremenil se je samo videz. Besedilo je enako.
web-difference-otherwise = Drugače
web-difference-added = Novo
web-difference-removed = Odstranjeno
web-difference-shared = V vseh jezikih
web-difference-intro = Uvod
web-difference-senders = Pošiljatelj
web-difference-audience = Naslovniki
web-difference-template = Oblika
web-difference-web = Spletna različica
web-difference-brand = Podatki o organizaciji in noga sporočila
web-difference-order = Vrstni red blokov
web-rehearsal-title = Vaja
web-rehearsal-ask = Izvedi vajo z vsemi prejemniki
web-rehearsal-again = Ponovi vajo
web-rehearsal-hint = Vsako sporočilo se pripravi in odda simulatorju na tem strežniku. Nihče ne prejme ničesar in noben naslov ne zapusti strežnika.
web-rehearsal-by = Naročeno: { $name },
web-rehearsal-waiting = Začne se v nekaj sekundah.
web-rehearsal-under-way = Poteka: doslej { $count } od { $expected }.
web-rehearsal-failed = Vaje ni bilo mogoče izvesti.
web-rehearsal-of-this = Vaja je bila izvedena s točno to vsebino.
web-rehearsal-of-another = Vsebina ni enaka tisti, s katero je bila izvedena vaja.
web-rehearsal-taken = Prejelo bi jo
web-rehearsal-refused = Zavrnjenih bi bilo
web-rehearsal-calls = Klici
web-rehearsal-received = Simulator je naštel drugačno število sporočil: { $count }. Obvestite skrbnika strežnika.
web-rehearsal-largest = Največje sporočilo: { $size } kB ({ LANGUAGE($language) })
web-rehearsal-took = Trajanje na tem strežniku: { $seconds } s
web-rehearsal-check = Ugotovitve pregleda: napake { $errors }, opozorila { $warnings }
web-rehearsal-skipped = V zadnjem trenutku:
web-test-title = Poskusno sporočilo
web-test-open = Pošlji poskusno sporočilo …
web-test-people = Komu
web-test-languages = V katerih jezikih
web-test-hint = V zadevi in na vrhu ima oznako »[Poskus]«. Povezavi za odjavo in nastavitve vodita na stran s pojasnilom, nihče drug pa sporočila ne prejme.
web-test-send = Pošlji poskusno sporočilo
web-test-no-language = Noben jezik ni izbran. Poskusno sporočilo ni bilo poslano. Izberite vsaj enega.
web-step-schedule-label = Datum in ura
web-step-schedule-zone = Krajevni čas ({ $zone })
web-step-schedule = Določi čas pošiljanja
web-step-send = Pošlji zdaj …
web-send-link-dead = V sporočilu je povezava na njegovo spletno stran, ki je ne sme brati nihče. Kdor ji sledi, sporočila ne bo videl.
web-step-send-sure = Kampanja bo poslana takoj, po seznamu »{ $list }«. { $seconds ->
    [0] Tega ni mogoče razveljaviti.
    [one] Pošiljanje lahko razveljavite še { $seconds } sekundo.
    [two] Pošiljanje lahko razveljavite še { $seconds } sekundi.
    [few] Pošiljanje lahko razveljavite še { $seconds } sekunde.
   *[other] Pošiljanje lahko razveljavite še { $seconds } sekund.
 }
web-step-send-yes = Pošlji zdaj { $count ->
    [one] { $count } prejemniku
    [two] { $count } prejemnikoma
   *[other] { $count } prejemnikom
 }
web-step-capped = Če je kampanja poslana zdaj, { $count ->
    [one] bo izpuščen { $count } naslovnik, ki je
    [two] bosta izpuščena { $count } naslovnika, ki sta
    [few] bodo izpuščeni { $count } naslovniki, ki so
   *[other] bo izpuščenih { $count } naslovnikov, ki so
 } v sedmih dneh že { $count ->
    [one] prejel
    [two] prejela
   *[other] prejeli
 } največje dovoljeno število sporočil. Tudi pozneje ne bo poslana { $count ->
    [one] temu naslovniku
    [two] tema naslovnikoma
   *[other] tem naslovnikom
 }.
web-step-unschedule = Prekliči čas pošiljanja
web-step-reschedule = Izberi drug čas …
web-schedule-title = Določite čas pošiljanja { $count ->
    [one] { $count } prejemniku
    [two] { $count } prejemnikoma
    [few] { $count } prejemnikom
   *[other] { $count } prejemnikom
 }
web-schedule-which = Kdaj naj bo kampanja poslana?
web-schedule-first = Prvič ob { $time }, še po poletnem času ({ $offset })
web-schedule-second = Drugič ob { $time }, že po zimskem času ({ $offset })
web-schedule-around = Pošiljanje v teh dneh
web-schedule-calendar = Koledar
web-schedule-calendar-more = Več v koledarju
web-quick-today = Danes ob { $time }
web-quick-tomorrow = Jutri ob { $time }
web-quick-monday = V ponedeljek, { DATE($date, case: "genitive") }, ob { $time }
web-undo-in = Poslano bo čez
web-undo-readers = { $count ->
    [one] Prejel jo bo { $count } bralec
    [two] Prejela jo bosta { $count } bralca
    [few] Prejeli jo bodo { $count } bralci
   *[other] Prejelo jo bo { $count } bralcev
 } s seznama »{ $list }«.
web-undo = Razveljavi: ne pošlji
web-undo-over = Pošiljanje se začenja.
web-undo-reload = Ponovno naložite stran, da vidite, ali se je začelo
web-pace-rate = { $rate ->
    [one] { $rate } sporočilo na minuto.
    [two] { $rate } sporočili na minuto.
    [few] { $rate } sporočila na minuto.
   *[other] { $rate } sporočil na minuto.
 }
web-pace-minutes = { $count ->
    [0] Skoraj končano.
    [1] Končano bo čez približno minuto.
    [two] Končano bo čez približno { $count } minuti.
    [few] Končano bo čez približno { $count } minute.
   *[other] Končano bo čez približno { $count } minut.
 }
web-pace-hours = { $count ->
    [one] Končano bo čez približno { $count } uro.
    [two] Končano bo čez približno { $count } uri.
    [few] Končano bo čez približno { $count } ure.
   *[other] Končano bo čez približno { $count } ur.
 }
web-pace-none = V zadnjih dveh minutah ni bilo poslano nič.
web-whole-title = Ta kampanja
web-copied-from = iz kampanje
web-duplicate = Podvoji
web-duplicate-hint = Nov osnutek z istimi besedili, novicami, seznamom, pošiljateljem in predlogo. Nič se ne pošlje.
web-rename-open = Preimenuj …
web-rename-label = Ime
web-rename-hint = Za vas in sodelavce. Bralci vidijo zadevo.
web-rename = Shrani ime
web-delete-open = Izbriši osnutek …
web-delete-sure = { $count ->
    [one] Izbrisano bo besedilo v { $count } jeziku.
    [two] Izbrisani bosta besedili v { $count } jezikih.
    [few] Izbrisana bodo besedila v { $count } jezikih.
   *[other] Izbrisana bodo besedila v { $count } jezikih.
 } Novice, slike in datoteke ostanejo. Tega ni mogoče razveljaviti.
web-delete-yes = Da, izbriši osnutek
web-done-statement = Osnutek izjave je pripravljen. Oglejte si sporočilo in kaj pravi pregled, nato ga oddajte v odobritev.
web-done-rehearse = Vaja je naročena. Začne se v nekaj sekundah.
web-done-rename = Ime je shranjeno.
web-campaigns-done-deleted = Osnutek je izbrisan.
web-step-pause = Ustavi
web-step-resume = Nadaljuj pošiljanje
web-step-cancel = Prekliči kampanjo …
web-step-cancel-sure = Kampanja ne bo nikoli poslana ali pa se ne bo več pošiljala. Tega ni mogoče razveljaviti.
web-step-cancel-yes = Da, prekliči

web-done-submit = Oddano. Kdor jo sme odobriti, dobi obvestilo po e-pošti.
web-done-submit-untold = Oddano. Kampanjo lahko zdaj odobri nekdo drug.
web-done-approve = Vaša odobritev je zabeležena.
web-done-send-back = Vrnjeno v popravek. Avtor vidi vašo pripombo.
web-done-test = Poskusno sporočilo je na poti. Nikjer se ne šteje.
web-done-schedule = Čas pošiljanja je določen.
web-done-send = { $seconds ->
    [0] Pošiljanje se začenja.
    [one] Pošiljanje se začne čez { $seconds } sekundo. Do takrat lahko pošiljanje razveljavite.
    [two] Pošiljanje se začne čez { $seconds } sekundi. Do takrat lahko pošiljanje razveljavite.
    [few] Pošiljanje se začne čez { $seconds } sekunde. Do takrat lahko pošiljanje razveljavite.
   *[other] Pošiljanje se začne čez { $seconds } sekund. Do takrat lahko pošiljanje razveljavite.
 }
web-done-unschedule = Čas pošiljanja je preklican. Dokler ne določite novega, se nič ne pošlje.
web-done-pause = Ustavljeno. Sporočila, ki so že na poti, bodo še prispela.
web-done-resume = Pošiljanje se nadaljuje.
web-done-cancel = Preklicano.
web-done-recall-recall = Umaknjeno: nič več se ne pošlje, spletna različica pa pove, da ste sporočilo umaknili.
web-done-recall-correction = Nič več se ne pošlje, spletna različica pa pove, da je bila v sporočilu napaka.
web-done-recall-none = Obvestila na spletni različici ni več.
web-done-follow-up = Ta osnutek je namenjen natanko tistim, ki so tisto sporočilo dobili. Napišite ga in oddajte kot vsakega drugega.
web-recall-title = Je kaj narobe?
web-recall-open = Popravi ali umakni
web-recall-change = Spremeni
web-recall-stops = Kampanja se še pošilja: s katero koli od teh izbir se pošiljanje takoj in dokončno ustavi.
web-recall-recall = Umakni sporočilo
web-recall-correction = V sporočilu je napaka
web-recall-none = Odstrani obvestilo
web-recall-hint-recall = Spletna različica pove, da ste sporočilo umaknili. Sporočila, ki so že prispela, ostanejo, kjer so.
web-recall-hint-correction = Spletna različica pove, da je bila v sporočilu napaka; ko je popravek poslan, je na njej tudi povezava nanj.
web-recall-hint-none = Spletna različica je spet prikazana brez njega. Kar je ustavljeno, se ne pošlje.
web-recall-hint-correction-unseen = Spletna različica pove, da je bila v sporočilu napaka. Povezave na popravek na njej ni, ker je ne sme brati nihče.
web-recall-hint-none-unseen = Spletna različica tega ne pove več; še vedno je ne sme brati nihče. Kar je ustavljeno, se ne pošlje.
web-recall-is-recall = Sporočilo je umaknjeno ({ $time }; { $name }). Nič več se ne pošlje, spletna različica pa to pove.
web-recall-is-correction = V sporočilu je napaka ({ $time }; { $name }). Nič več se ne pošlje, spletna različica pa to pove.
web-recall-write = Piši tistim, ki so ga dobili
web-recall-write-hint = Osnutek samo zanje; če je med novicami popravek, je že v njem. Potrebuje svoje odobritve.
web-recall-write-costs-vote = Če ga začnete sami, ga mora odobriti nekdo drug.
web-recall-written = Tistim, ki so ga dobili, je namenjena kampanja:
web-recall-items = V kateri novici je napaka?
web-recall-ask = Odobritelji in skrbniki lahko na spletni različici povedo, da je v sporočilu napaka, ali ga prekličejo; kar se še pošilja, se ustavi. Obrnite se nanje.
web-time-unreadable = To nista datum in ura. Čas pošiljanja ni bil določen. Zapišite takole: 2026-11-22 18:00.

web-look = Preveri povezave in pošiljatelja
web-look-hint = Preveri, ali delujejo vse povezave in slike z drugih strežnikov v tem sporočilu in ali je domena pošiljatelja nastavljena tako, da njena pošta velja za pristno. Traja nekaj sekund; rezultati so navedeni zgoraj.
web-done-look = Povezave in pošiljatelj so preverjeni. Rezultati so med ugotovitvami.
web-findings-title = Kaj je odkril pregled
web-findings-none = Pregled ni odkril nobene napake.
web-finding-error = Treba je popraviti
web-finding-warning = Preverite
web-finding-campaign = Pojdi na tisto kampanjo

web-preview-title = Predogled
web-preview-swipe = Za druge jezike podrsajte vstran.
web-preview-languages = Kaj naj se pokaže
web-preview-html = S slikami
web-preview-text = Navadno besedilo
web-preview-subject = Zadeva
web-preview-preheader = Predogledna vrstica
web-preview-sets = Ta izbor ima { $count ->
    [one] { $count } različico
    [two] { $count } različici
    [few] { $count } različice
   *[other] { $count } različic
  }: vsak bralec prejme, česar še ni dobil. Vse so odobrene skupaj.
web-preview-sets-label = Različice tega izbora
web-preview-set-all = Z vsemi novicami
web-preview-set-readers = { $count ->
    [one] { $count } oseba
    [two] { $count } osebi
    [few] { $count } osebe
   *[other] { $count } oseb
  }
web-preview-frame = Sporočilo v tem jeziku: { $language }

web-report-title = Stanje dostave
web-report-not-yet = Številke se pojavijo, ko se začne pošiljanje.
web-report-bar = Opravljeno
web-report-reload = Naložite znova, da vidite najnovejše številke
web-report-recipients = Prejemniki
web-report-queued = Čakajo
web-report-accepted = Sprejel ponudnik
web-report-delivered = Dostavljeno
web-report-deferred = Zadržano na poti
web-report-bounced = Zavrnjeno pri prejemniku
web-report-complained = Označeno kot neželeno
web-report-unsubscribed = Odjave
web-report-rejected = Zavrnil ponudnik
web-report-failed = Opuščeno po več poskusih
web-report-in_doubt = Negotovo
web-report-cancelled = Preklicano, neposlano
web-report-skipped = Preskočeno
web-report-why-skipped = Zakaj so bili nekateri preskočeni

web-report-deliveries = Vse pošiljke
web-report-downloads = { $count ->
    [0] PDF-ja še ni prenesel nihče.
   *[other] PDF je bil prenesen { $count }-krat, iz tega sporočila ali od drugod.
}
web-report-missed = Kdo ga ni dobil in zakaj
web-report-page = Poročilo
web-report-page-title = Poročilo: { $name }
web-report-recall = Ta kampanja je bila umaknjena: { $time }.
web-report-correction = V tej kampanji je bila napaka, kar pove tudi njena spletna različica: { $time }.
web-report-as-of = Stanje: { $time }.
web-report-csv = Prenesi kot CSV
web-file-xlsx = Prenesi za Excel (XLSX)
web-report-column-part = del
web-report-column-code = koda
web-report-column-label = opis
web-report-column-readers = prejemniki
web-report-column-delivered = dostavljeno
web-report-column-refused = zavrnjeno
web-report-column-unsubscribed = odjave
web-report-column-complained = pritožbe
web-report-column-clicks = kliki
web-report-part-total = skupaj
web-report-part-result = izid
web-report-part-refusal = zavrnitev
web-report-part-skipped = izpuščeno
web-report-part-domain = domena
web-report-part-day = dan
web-report-part-link = povezava
web-report-part-click_day = kliki po dnevih
web-report-readers = Kaj je bilo s sporočili
web-report-result = Izid
web-report-readers-delivered = Dostavljeno
web-report-readers-unreported = Poslano, poročila še ni
web-report-readers-deferred = Zadržano na poti
web-report-readers-refused = Naslov je zavrnil
web-report-readers-failed = Opuščeno po več poskusih
web-report-readers-capped = Izpuščeno: dovolj sporočil v sedmih dneh
web-report-readers-skipped = Izpuščeno
web-report-readers-cancelled = Preklicano, neposlano
web-report-readers-queued = Čakajo
web-report-readers-in_doubt = Negotovo
web-report-reasons = Zakaj ga nekateri niso dobili
web-report-refused = Zavrnjeno
web-report-domains = Po domenah naslovov
web-report-domains-lead = Najprej tiste, ki so zavrnile največ sporočil.
web-report-domains-hidden = Domena, ki ima manj kot { $count } bralcev, ni imenovana: lahko bi bila last enega človeka.
web-report-domain = Domena
web-report-domain-others = Vse druge
web-report-days = Odjave po dnevih
web-report-day = Dan
web-report-day-later = Pozneje
web-report-days-none = Nihče se ni odjavil ali sporočila označil kot neželeno.
web-report-compared = Primerjava z drugimi te vrste
web-report-compared-lead = { $count ->
    [one] Ob njej je prejšnja kampanja te vrste.
    [two] Ob njej je mediana zadnjih { $count } kampanj te vrste.
    [few] Ob njej je mediana zadnjih { $count } kampanj te vrste.
   *[other] Ob njej je mediana zadnjih { $count } kampanj te vrste.
}
web-report-compared-none = To je prva kampanja te vrste.
web-report-measure = Mera
web-report-this = Ta kampanja
web-report-median = Mediana
web-report-downloaded = Prenosi
web-report-untracked = Odpiranj in klikov ne štejemo.
web-report-untracked-clicks = Odpiranj ne štejemo. Klike štejemo po povezavah in dnevih, nikoli po bralcih.
web-report-clicks = Kliki
web-report-clicks-total = { $count ->
    [one] Skupaj { $count } klik.
    [two] Skupaj { $count } klika.
    [few] Skupaj { $count } kliki.
   *[other] Skupaj { $count } klikov.
}
web-report-clicks-median = { $count ->
    [one] Število klikov pri prejšnji kampanji te vrste, pri kateri so se šteli: { $median }.
    [two] Mediana zadnjih { $count } kampanj te vrste, pri katerih so se kliki šteli: { $median }.
    [few] Mediana zadnjih { $count } kampanj te vrste, pri katerih so se kliki šteli: { $median }.
   *[other] Mediana zadnjih { $count } kampanj te vrste, pri katerih so se kliki šteli: { $median }.
}
web-report-clicks-upper = Povezave odpirajo tudi programi, ki v sporočilih iščejo viruse, in tudi to se šteje. Prave številke so verjetno nižje.
web-report-clicks-link = Povezava
web-report-clicks-links = Povezave po vrstnem redu v sporočilu
web-report-clicks-few = premalo bralcev
web-report-clicks-over = Kliki v sporočilu: { $language }
web-report-clicks-too-few = { $count ->
    [one] Kliki se štejejo le pri povezavah, ki jih prejme vsaj { $count } bralec. Ta kampanja jih je imela manj, zato številk ni.
    [two] Kliki se štejejo le pri povezavah, ki jih prejmeta vsaj { $count } bralca. Ta kampanja jih je imela manj, zato številk ni.
    [few] Kliki se štejejo le pri povezavah, ki jih prejmejo vsaj { $count } bralci. Ta kampanja jih je imela manj, zato številk ni.
   *[other] Kliki se štejejo le pri povezavah, ki jih prejme vsaj { $count } bralcev. Ta kampanja jih je imela manj, zato številk ni.
}
web-report-clicks-days = Kliki po dnevih

web-menu-subscribers = Naročniki
web-subscribers-title = Naročniki
web-subscribers-search = Ime ali e-naslov
web-subscribers-search-hint = Zadostuje začetek katere koli besede, vsaj dve črki. Če polje ostane prazno, vidite najnovejše naročnike. Če koga najdete po celotnem naslovu, se to zabeleži.
web-subscribers-search-encrypted = Ljudi z zaščitenih seznamov najdete le po celem e-naslovu.
web-subscribers-list = Seznam
web-subscribers-status = Prijava
web-subscribers-language = Jezik
web-subscribers-suppressed = Blokada
web-subscribers-suppressed-yes = Blokiran
web-subscribers-suppressed-no = Ni blokiran
web-subscribers-any = Vse
web-subscribers-protected = Naročniki zaščitenih seznamov niso prikazani: ne smete videti, kdo je na njih.
web-subscribers-none = Tega naročnika ni mogoče najti. Morda se je prijavil z drugim imenom ali naslovom.
web-subscribers-empty = Tu še ni naročnikov. Ljudje se prijavijo sami ali pa jih uvozite na strani seznama.
web-subscribers-first = Prva stran
web-subscribers-further = Naslednji naročniki
web-open-person-title = Ogled te strani se zabeleži
web-open-person-lead = To je stran osebe { NUMBER($id, useGrouping: 0) }. Ko jo odprete, se v revizijsko sled zapišeta vaše ime in čas.
web-open-person-lasts =
    { $minutes ->
        [one] Stran bo za vas nato odprta { $minutes } minuto.
        [two] Stran bo za vas nato odprta { $minutes } minuti.
        [few] Stran bo za vas nato odprta { $minutes } minute.
       *[other] Stran bo za vas nato odprta { $minutes } minut.
    }
web-open-person-do = Odpri stran
web-subscriber-person = O tej osebi
web-subscriber-name = Ime
web-subscriber-new-address = Novi e-naslov
web-subscriber-since = Pri nas od
web-subscriber-number = Številka
web-subscriber-lists = Seznami
web-subscriber-fields = Polja
web-subscriber-no-lists = Ni na nobenem seznamu, ki ga smete videti.
web-subscriber-suppression-stays = To lahko spremeni le oseba sama.
web-subscriber-opted-out = Od { DATE($time, case: "genitive") } je oseba odjavljena od vseh sporočil. Noben uvoz je ne prijavi na noben seznam; znova se lahko prijavi le sama.
web-subscriber-sent = Sporočila
web-subscriber-newest = Najnovejša sporočila
web-subscriber-consent = Privolitev
web-subscriber-said-elsewhere = Po uvoženi datoteki je bilo to izrečeno:
web-subscriber-wording-version = različica besedila { $version }
web-subscriber-no-consent = Za sezname, ki jih smete videti, ni zabeležene privolitve.
web-subscriber-notes = Opombe
web-subscriber-note = Nova opomba
web-subscriber-note-hint = Za sodelavce. Oseba jo dobi, če zahteva svoje podatke; izbriše se skupaj z njimi.
web-subscriber-note-save = Shrani opombo
web-subscriber-acts = Kaj so storili sodelavci
web-subscriber-no-acts = Še nič.
web-subscriber-command-line = Ukazna vrstica
web-subscriber-requests = Na željo te osebe
web-subscriber-back = Nazaj brez sprememb
web-subscriber-reason = Razlog
web-subscriber-reason-hint = Na primer »klic 3. marca«. Ne navajajte imena ali naslova: razlog ostane v dnevniku tudi po izbrisu podatkov.
web-subscriber-which = S katerega seznama?
web-subscriber-choose = Izberite
web-subscriber-all-lists = Z vseh seznamov, tudi z nastalih pozneje
web-subscriber-list-missing = Izberite, s katerega seznama naj se oseba odjavi, ali izberite vse. Nič se ni spremenilo.
web-subscriber-do-unsubscribe = Odjavi
web-subscriber-do-correct = Popravi ime ali jezik
web-subscriber-do-fields = Spremeni polja
web-subscriber-do-address = Popravi naslov
web-subscriber-do-merge = Združi z drugim vpisom
web-subscriber-do-suppress = Blokiraj naslov
web-subscriber-do-lift = Prekliči blokado
web-subscriber-do-export = Izroči podatke
web-subscriber-do-evidence = Dokazilo o privolitvi
web-subscriber-do-erase = Izbriši
web-subscriber-about-unsubscribe = Oseba ne bo več prejemala sporočil izbranega seznama. Znova se lahko prijavi le sama; noben uvoz tega ne stori.
web-subscriber-about-correct = Naslednje sporočilo bo poslano v novem jeziku in z novim imenom.
web-subscriber-about-fields = Sprememba velja za segmente in za naslednje sporočilo. V dnevniku ostane, katera polja so bila spremenjena, ne pa tudi njihova vsebina.
web-subscriber-about-address = Osebi ostane vse: seznami, privolitve, odjave in že poslana sporočila. Če je prijavo že kdaj potrdila po e-pošti, gredo sporočila takoj na novi naslov, tudi sporočila kampanje, ki se pravkar pošilja; nihče ne dobi iste kampanje dvakrat. Sicer prejme novi naslov najprej sporočilo, v katerem prejemnik potrdi prijavo. Na stari naslov se ne pošlje nič več.
web-subscriber-about-suppress = Na ta naslov se ne pošlje nič več, ne glede na sezname. Privolitev ostane, kakršna je, blokado pa lahko pozneje prekličete. Če oseba naših sporočil ne želi, jo raje odjavite.
web-subscriber-about-lift = Na ta naslov se spet pošiljajo sporočila seznamov, na katere je oseba prijavljena. Če ponudnik naslov še blokira, se blokada v enem dnevu vrne.
web-subscriber-about-export = Dobite vse, kar je znano o tej osebi, da ji to izročite: za branje ali kot datoteko za drug program. Prepričajte se, da podatke res zahteva oseba sama.
web-subscriber-about-evidence = Dobite, s čim je ta oseba soglašala in kaj je zavrnila: sezname, besedilo, ki ga je videla, jezik, način in čas. Datoteka je podpisana: »bilten gdpr verify« pove, ali je bilo v njej kaj spremenjeno. V njej je naslov; izročite jo samo tistemu, ki jo sme imeti.
web-subscriber-about-erase = Izbriše se vse, kar je znano o tej osebi: naslov, ime, privolitev, opombe in poročila ponudnikov. Tega ni mogoče razveljaviti. Ostane le kodirana sled naslova, da osebe ne vrneta ne uvoz ne obnovljena varnostna kopija. V varnostnih kopijah do danes podatki ostanejo, dokler se te ne izbrišejo.
web-subscriber-done-unsubscribe = Oseba je odjavljena.
web-subscriber-done-correct = Sprememba je shranjena.
web-subscriber-done-fields = Polja so shranjena.
web-subscriber-done-address = Naslov je popravljen.
web-subscriber-done-address-asked = Naslov je popravljen. Novi naslov prejme sporočilo, v katerem prejemnik potrdi prijavo; dotlej s seznamov, ki čakajo na potrditev, ne prejme nič drugega.
web-subscriber-done-merge = Vpisa sta združena.
web-subscriber-done-suppress = Naslov je blokiran.
web-subscriber-done-lift = Blokada je preklicana.
web-subscriber-done-note = Opomba je shranjena.
web-subscriber-done-erase = Podatki osebe so izbrisani.
web-subscriber-export-page = Prikaži za branje
web-subscriber-export-file = Prenesi kot datoteko (JSON)
web-subscriber-evidence-title = Dokazilo o privolitvi
web-subscriber-evidence-lead = Dokazilo kaže, kateri koraki so bili zabeleženi za ta naslov: z besedilom, ki je bilo prikazano, jezikom, načinom in časom. Potrditev po povezavi pomeni, da jo je odprl nekdo z dostopom do tega nabiralnika; kar je prišlo z uvozom, sloni na pravni podlagi, navedeni ob uvozu. Datoteka, ki jo lahko prenesete namesto te strani, je podpisana.
web-subscriber-evidence-made = Narejeno:
web-subscriber-export-title = Podatki o osebi
web-subscriber-export-lead = To je vse, kar je znano o tej osebi. Stran lahko natisnete ali pa se vrnete in prenesete datoteko.
web-merge-find-lead = Če je ista oseba vpisana dvakrat, navedite drugi vpis. Preden se kar koli spremeni, vidite oba vpisa drugega ob drugem in kaj iz njiju nastane.
web-merge-other = E-naslov ali številka drugega vpisa
web-merge-other-hint = Celoten naslov ali številka s strani drugega vpisa.
web-merge-look = Prikaži oba
web-merge-kept = Ta vpis ostane
web-merge-gone = Ta vpis se mu pridruži
web-merge-opted-out = Odjava od vseh sporočil.
web-merge-swap = Raje obdržite drugi vpis
web-merge-outcome = Kaj nastane
web-merge-was = prej: { $kept }; drugi vpis: { $gone }
web-merge-lead = Odjava ali pritožba pri enem od vpisov velja za oba: kdor se je pri enem odjavil s seznama, ni več na njem. Teme, ki jih oseba ne želi, ostanejo neželene; velja daljši premor. Privolitve, opombe, oznake in poslana sporočila ostanejo. Kampanjo, ki se pravkar pošilja, oseba prejme enkrat. Na drugi naslov se ne pošlje nič več. Tega ni mogoče razveljaviti.
web-merge-press = Združi vpisa
web-exports-title = Izvoz naročnikov
web-exports-alert = O vsakem izvozu so skrbniki obveščeni po e-pošti.
web-exports-lead = Dobite datoteko z naslovi, imeni in prijavami. Zabeleži se, kdo jo je prevzel in zakaj. Datoteko varno hranite in jo izbrišite, ko je ne potrebujete več.
web-exports-what = Kaj želite izvoziti?
web-exports-lists = Seznami
web-exports-segments = Segmenti
web-exports-of-search = Kar najde vaše iskanje, brez naročnikov zaščitenih seznamov.
web-exports-what-missing = Izberite seznam ali segment. Nič ni bilo izvoženo.
web-exports-format = Oblika
web-exports-format-csv = CSV, tudi za uvoz sem
web-exports-format-xlsx = Excel (XLSX), tudi za uvoz sem
web-exports-format-json = JSON, za programe, tudi za uvoz sem
web-exports-format-unknown = Te oblike ne poznamo. Izberite CSV, XLSX ali JSON.
web-exports-reason = Na kakšni podlagi?
web-exports-reason-hint = Na primer »za tiskarno letnega poročila, pogodba z dne 3. marca«. Ostane v dnevniku.
web-exports-press = Izvozi
web-exports-requests = Zaščiteni seznami
web-exports-requests-hint = Zaščiteni seznam se izvozi le, če izvoz odobri še nekdo, ki ga sme izvoziti. Odobritev velja eno uro in za eno datoteko.
web-exports-no-requests = Prošenj še ni. Prosite tako, da zgoraj izberete zaščiteni seznam.
web-exports-state-waiting = čaka na drugo osebo
web-exports-state-granted = odobreno
web-exports-state-refused = zavrnjeno
web-exports-state-used = prevzeto
web-exports-state-lapsed = poteklo
web-exports-decided-by = Odločitev:
web-exports-until = Velja do
web-exports-grant = Odobri
web-exports-refuse = Zavrni
web-exports-download = Prenesi datoteko
web-exports-done-asked = Kdor sme odločati, vidi prošnjo na svoji strani Danes. Vrnite se sem, ko bo odobrena.
web-exports-done-granted = Izvoz ste odobrili. Kdor je prosil, ima za prevzem datoteke eno uro.
web-exports-done-refused = Izvoz ste zavrnili.
web-exports-found = Izvozi najdene
web-today-exports = { $count ->
    [one] { $count } prošnja za izvoz zaščitenega seznama čaka na vas.
    [two] { $count } prošnji za izvoz zaščitenega seznama čakata na vas.
    [few] { $count } prošnje za izvoz zaščitenega seznama čakajo na vas.
   *[other] { $count } prošenj za izvoz zaščitenega seznama čaka na vas.
}
web-search-title = Je ta oseba dobila sporočilo?
web-search-lead = Vnesite celoten naslov naročnika. Za vsako kampanjo v enem stavku piše, ali jo je oseba dobila oziroma zakaj ne. Če je naročnik najden, se v revizijsko sled zapišeta vaše ime in čas.
web-search-link = Iskanje osebe v vseh kampanjah
web-search-address = E-poštni naslov
web-search-do = Poišči
web-search-protected = Kampanj za zaščitene sezname iskanje ne zajame: ne smete videti, kdo je na njih.
web-search-unknown = Naročnika s tem naslovom ni. Morda se je prijavil z drugim.
web-search-no-campaigns = Ni kampanje, ki bi jo lahko prikazali.
web-search-delivery = Podrobnosti
web-search-delivered = Poslano { DATE($time, case: "genitive") } in dostavljeno
web-search-pending = Poslano { DATE($time, case: "genitive") }; ni še poročila, ali je prispelo
web-search-deferred = Poslano { DATE($time, case: "genitive") }; na poti je zadržano
web-search-bounced = Poslano { DATE($time, case: "genitive") }, a ga je prejemnikov strežnik zavrnil
web-search-complained = Poslano { DATE($time, case: "genitive") } in dostavljeno; prejemnik ga je označil kot neželeno
web-search-queued = Čaka na pošiljanje
web-search-sending = Pravkar se pošilja
web-search-in_doubt = Ni gotovo, ali je bilo poslano
web-search-rejected = Ni poslano: ponudnik je naslov zavrnil
web-search-failed = Ni poslano: opuščeno po več poskusih
web-search-skipped = Ni poslano: izpuščeno, ko je prišlo na vrsto
web-search-cancelled = Ni poslano: kampanja je bila prej preklicana
web-search-suppressed = Ni poslano: naslov je bil blokiran od { DATE($time, case: "genitive") }, ker je zavračal pošto, se je prejemnik pritožil ali ga je blokiral sodelavec
web-search-unconfirmed = Ni poslano: oseba se je prijavila na seznam, prijave pa še ni potrdila
web-search-unsubscribed = Ni poslano: oseba se je prej odjavila, { DATE($time, case: "genitive") }
web-search-joined_later = Ni poslano: oseba se je seznamu pridružila pozneje, { DATE($time, case: "genitive") }
web-search-not_on_list = Ni poslano: osebe ni bilo na seznamu
web-search-paused = Ni poslano: oseba si je sporočila ustavila do { DATE($time, case: "genitive") }
web-search-not_their_topic = Ni poslano: oseba o tej temi ni želela sporočil
web-search-in_weekly_digest = Ni poslano: oseba to prejme v tedenskem izboru, kakor je izbrala
web-search-in_monthly_digest = Ni poslano: oseba to prejme v mesečnem izboru, kakor je izbrala
web-search-nothing_for_them = Ni poslano: v tem izboru za to osebo ni bilo ničesar novega
web-search-excluded = Ni poslano: oseba je bila na seznamu, ki ga je kampanja izpustila
web-search-not_in_segments = Ni poslano: kampanja je šla samo nekaterim segmentom svojih seznamov in ta oseba takrat ni bila med njimi
web-search-unexplained = Ni poslano; iz ohranjenih zapisov ni razvidno, zakaj

web-segments-title = Segmenti
web-segments-follow-ups = Za sporočila prejemnikom umaknjenih ali popravljenih kampanj ({ $count })
web-segments-follow-ups-hint = Nastali so z osnutkom za tiste, ki so tako kampanjo prejeli. Pri izbiri segmentov niso na voljo.
web-segments-none = Segmentov še ni. Segment pove, kdo s seznama je mišljen: bralci v enem jeziku, prijavljeni letos ali tisti, ki zadnje kampanje niso prejeli.
web-segment-new = Nov segment
web-segment-name = Ime
web-segment-conditions = Kdo je v njem
web-segment-group = Skupina { $number }
web-segment-kind = Za osebo velja
web-segment-kind-all = vse od tega
web-segment-kind-any = vsaj eno od tega
web-segment-kind-none = nič od tega
web-segment-row-list = Na seznamu
web-segment-row-language = Jezik
web-segment-row-signed_up = Čas prijave
web-segment-row-got = Prejeta kampanja
web-segment-row-tag = Oznaka
web-segment-row-topic = Prejema novice o temi
web-segment-row-field = Polje: { $label }
web-segment-operator = Da ali ne
web-segment-when = Kdaj
web-segment-operator-is = da
web-segment-operator-not = ne
web-segment-operator-since = ta dan ali pozneje
web-segment-operator-before = pred tem dnem
web-segment-asked = Kaj je v njem
web-segment-field-is = je
web-segment-field-not = ni
web-segment-field-contains = vsebuje te besede
web-segment-field-lacks = ne vsebuje teh besed
web-segment-field-at_least = je najmanj
web-segment-field-more = je več kot
web-segment-field-at_most = je največ
web-segment-field-less = je manj kot
web-segment-field-filled = je izpolnjeno
web-segment-field-empty = je prazno
web-segment-date-is = je ta dan
web-segment-date-not = ni ta dan
web-segment-date-at_least = ta dan ali pozneje
web-segment-date-more = po tem dnevu
web-segment-date-at_most = ta dan ali prej
web-segment-date-less = pred tem dnevom
web-segment-date-filled = je izpolnjeno
web-segment-date-empty = je prazno
web-segment-value-list = Kateri koli od teh seznamov
web-segment-value-language = Jeziki, na primer: sl, en
web-segment-value-signed_up = Dan
web-segment-value-got = Kampanja
web-segment-value-tag = Oznake, ločene z vejico
web-segment-value-topic = Katera koli od teh tem
web-segment-value-field = Vrednost
web-segment-value-missing = Pogoj { $number } je še prazen. Nič se ni spremenilo; izpolnite ga ali ga odstranite.
web-segment-add-label = Nov pogoj
web-segment-add = Dodaj
web-segment-remove = Odstrani
web-segment-another-group = Še ena skupina
web-segment-another-group-hint = Za osebo morajo veljati vse skupine.
web-segment-too-nested = Ti pogoji so gnezdeni globlje, kot jih lahko pokaže obrazec. Urejajo se kot besedilo.
web-segment-as-text = Kot besedilo
web-segment-text = Isto kot besedilo
web-segment-text-hint = Z besedami and (in), or (ali), not (ne) in z oklepaji. Na primer:
web-segment-save = Shrani segment
web-segment-save-text = Shrani to besedilo
web-segment-done-saved = Segment je shranjen.
web-segment-done-deleted = Segment je izbrisan.
web-segment-reopens = Če spremenite, kdo je v njem, bodo te kampanje spet osnutki in jih bo treba znova odobriti:
web-segment-uses = Kampanje s tem segmentom
web-segment-unused = Ne uporablja ga nobena kampanja.
web-segment-delete = Izbriši segment
web-segment-total = { $count ->
    [0] V njem zdaj ni nikogar
    [one] V njem je zdaj { $count } oseba
    [two] V njem sta zdaj { $count } osebi
    [few] V njem so zdaj { $count } osebe
   *[other] V njem je zdaj { $count } oseb
  }
web-segment-between = V njem je zdaj med { $least } in { $most } oseb
web-segment-estimated = Ocenjeno po eni osebi od { $parts }. Preden se kampanja pošlje, so prešteti vsi.
web-segment-count-everybody = Preštej vse
web-segment-through = Potrjeni bralci seznamov:
web-segment-encrypted = Pogoji o poljih izpustijo ljudi z zaščitenih seznamov: vsebina njihovih polj je šifrirana.
web-segment-not-counted = Še ni prešteto.
web-campaign-got = samo prejemniki kampanje { $names }
web-campaign-segments = { $count ->
    [one] samo segment { $names }
    [two] samo segmenta { $names }
   *[other] samo segmenti { $names }
}
web-campaign-lost-by-segment = Segment, ki določa njene naslovnike, je bil po oddaji kampanje spremenjen. Kampanja je spet osnutek; znova jo je treba oddati in odobriti.
web-campaign-segments-out = { $count ->
    [one] brez segmenta { $names }
   *[other] brez segmentov { $names }
}
web-audience-title = Naslovniki kampanje »{ $name }«
web-audience-lists = Seznami in segmenti
web-audience-in = Prejmejo jo naročniki seznamov
web-audience-out = Razen naročnikov seznamov
web-audience-protected = (zaščiten: samo brez drugih)
web-audience-first = Prvi seznam
web-audience-first-hint = Če je seznamov več, v glavi sporočila stoji ime tega; kdor je na njem in še na drugem, ga dobi prek tega.
web-audience-segments = Samo tisti, ki so v katerem od teh segmentov
web-audience-segments-hint = Če ne označite nobenega, jo prejmejo vsi s seznamov.
web-audience-segments-out = Razen tistih, ki so v teh segmentih
web-audience-segments-page = Segmenti: nov segment ali sprememba
web-audience-save = Shrani naslovnike
web-audience-count = Samo preštej
web-audience-unsaved = Prešteto je za to, kar je označeno zdaj. To še ni shranjeno.
web-audience-frozen = Kampanja se že pošilja, zato naslovniki ostanejo, kot so.
web-audience-total = { $count ->
    [0] Zdaj je ne bi dobil nihče
    [one] Zdaj bi jo dobila { $count } oseba
    [two] Zdaj bi jo dobili { $count } osebi
    [few] Zdaj bi jo dobile { $count } osebe
   *[other] Zdaj bi jo dobilo { $count } oseb
}
web-audience-other-language = Ne v svojem jeziku
web-audience-capped = Med temi so naslovniki, ki so v sedmih dneh že prejeli največje dovoljeno število sporočil: { $count }. Če je kampanja poslana zdaj, je ne prejmejo ne zdaj ne pozneje.
web-audience-urgent = Nujna izjava: takoj jo prejmejo tudi tisti, ki so izbrali tedensko ali mesečno.
web-audience-left-out = Izpuščeni
web-audience-left-out-none = S teh seznamov ni izpuščen nihče.
web-audience-left-out-pending = prijave še niso potrdili
web-audience-left-out-unsubscribed = odjavljeni
web-audience-left-out-suppressed = naslov zavrača pošto, prejemnik se je pritožil ali pa je naslov blokiran
web-audience-left-out-paused = sporočila so si začasno ustavili
web-audience-left-out-not_their_topic = o tej temi ne želijo sporočil
web-audience-left-out-in_weekly_digest = to prejmejo v tedenskem izboru
web-audience-left-out-in_monthly_digest = to prejmejo v mesečnem izboru
web-audience-left-out-nothing_for_them = so vse že prejeli ali pa prejmejo v drugem izboru
web-audience-left-out-excluded = na seznamu, ki je izpuščen
web-audience-left-out-excluded_segment = v segmentu, ki je izpuščen
web-audience-left-out-in_no_segment = v nobenem od izbranih segmentov
web-audience-sample = Nekateri med njimi
web-audience-sample-lead = { $count ->
    [one] Do { $count } naključno izbranega.
    [two] Do { $count } naključno izbranih.
    [few] Do { $count } naključno izbranih.
   *[other] Do { $count } naključno izbranih.
}
web-audience-hidden = Bralec (skrit)
web-next-doubts = Za nekatere bralce ni znano, ali so sporočilo dobili. Odločite, kaj naj se zgodi.

web-needs-title = Čaka na vas
web-needs-open = Odpri »{ $name }«

web-deliveries = Pošiljke
web-deliveries-title = Pošiljke kampanje »{ $name }«
web-deliveries-who = Kdo
web-deliveries-everyone = Vsi
web-deliveries-missed = Kdor ga ni dobil
web-deliveries-any = Vse
web-deliveries-reader = Bralec
web-deliveries-language = Jezik
web-deliveries-status = Stanje
web-deliveries-outcome = Rezultat dostave
web-deliveries-when = Kdaj
web-deliveries-reason = Zakaj
web-deliveries-show = Pokaži
web-deliveries-count = { $count ->
    [0] Nobena pošiljka ne ustreza.
    [one] { $count } bralec.
    [two] { $count } bralca.
    [few] { $count } bralci.
   *[other] { $count } bralcev.
 }
web-deliveries-hidden = Bralec št. { $number } (skrit)
web-deliveries-erased = Izbrisano (pošiljka { $number })
web-again-title = { $count ->
    [one] Pošljite znova { $count } zavrnjenemu bralcu
    [two] Pošljite znova { $count } zavrnjenima bralcema
    [few] Pošljite znova { $count } zavrnjenim bralcem
   *[other] Pošljite znova { $count } zavrnjenim bralcem
 }
web-again-lead = Kogar je ponudnik zavrnil ali smo pri njem po več poskusih odnehali, sporočila nima. Pošljite ga znova, ko vzroka ni več, na primer ko mine omejitev pošiljanja. Kdor se je medtem odjavil ali mu ne smemo več pisati, bo preskočen.
web-again-filter = Velja samo za bralce, ki ustrezajo zgornjemu izboru.
web-again-why = Razlog, shrani se z vašim imenom
web-again-do = Pošlji znova
web-again-old = Obrazec ne pove, katere bralce ste videli. Nič se ni spremenilo. Še enkrat odprite pošiljke kampanje in pošljite od tam.
web-deliveries-further = Naslednji bralci
web-deliveries-first = Od začetka

web-delivery-facts = Stanje
web-delivery-name = Ime
web-delivery-language = Jezik izvoda
web-delivery-words = Kaj pravi ponudnik
web-delivery-story = Zgodovina

web-copy-title = Izvod te osebe
web-copy-closed = Kaj natanko je ta oseba prejela? Če odprete njen izvod, se to zabeleži z vašim imenom; nato ga lahko vidite deset minut.
web-copy-open = Odpri izvod
web-copy-proven = Natanko to je bilo poslano: znova sestavljeni izvod ima isti prstni odtis kot tisti, ki ga je dobil ponudnik.
web-copy-rebuilt = Sestavljeno znova z današnjimi imeni, naslovi, seznamom in pošiljateljem. Nekaj od tega se je medtem spremenilo ali so podatki nekoga iz istega klica izbrisani, zato ni dokaza, da je bilo poslano natanko to.
web-copy-unsent = Tej osebi ni bilo poslano nič. To bo prejela oziroma bi prejela.
web-copy-covered = Skrita je samo njena povezava za odjavo: kdor jo ima, se lahko odjavi v njenem imenu. Zabeleženo je, da ste odprli ta izvod.
web-copy-hidden = Ta kampanja je šla na zaščiteni seznam, seznam ogroženih ljudi. Kdo so njeni bralci in kaj je kdo prejel, vidijo le tisti, ki jim je skrbnik to dovolil.
web-copy-erased = Podatki te osebe so izbrisani, zato njenega izvoda ni več mogoče sestaviti. Kar je bilo poslano vsem, je na strani kampanje.
web-copy-part-html = S slikami
web-copy-part-text = Navadno besedilo
web-copy-part-headers = Polja glave
web-copy-frame = Sporočilo za { $address }

web-doubts-title = Negotovo
web-doubts-lead = Ponudnika smo poklicali, odgovora pa ni bilo. Če ni dokaza ne za eno ne za drugo, odločite vi: najprej poglejte v dnevnik pri ponudniku.
web-doubts-who = Bralci, ki jih zadeva
web-doubt = Poskus { $number }, { $time }, prek »{ $sender }«: { $count ->
    [one] { $count } bralec
    [two] { $count } bralca
    [few] { $count } bralci
   *[other] { $count } bralcev
 }
web-doubt-known = Kar je znano: { $words }
web-doubt-looking = Bilten še sam preverja in bo znova preveril { $time }. Za zdaj vam ni treba odločiti ničesar.
web-doubt-decide = Kaj naj se zgodi?
web-doubt-leave = Naj ostane negotovo: raje neposlano kot poslano dvakrat.
web-doubt-accepted = Bilo je poslano: tako piše v dnevniku pri ponudniku.
web-doubt-send_again = Pošlji znova samo tem bralcem: v dnevniku ni ničesar. Če je sporočilo vendarle prispelo, ga bodo dobili dvakrat.
web-doubt-why = Razlog, shrani se z vašim imenom
web-doubt-do = Odloči
web-doubts-all = Odločite o vseh hkrati
web-doubts-all-count = Na odločitev { $attempts ->
    [one] čaka { $attempts } poskus
    [two] čakata { $attempts } poskusa
    [few] čakajo { $attempts } poskusi
   *[other] čaka { $attempts } poskusov
 }; { $count ->
    [one] zadeva { $count } bralca
    [two] zadevajo { $count } bralca
    [few] zadevajo { $count } bralce
   *[other] zadevajo { $count } bralcev
 }.
web-doubts-all-only = Poskusi, ki postanejo negotovi, potem ko ste odprli to stran, niso vključeni.
web-doubts-more = { $count ->
    [one] Še { $count } poskus ni naveden posebej.
    [two] Še { $count } poskusa nista navedena posebej.
    [few] Še { $count } poskusi niso navedeni posebej.
   *[other] Še { $count } poskusov ni navedenih posebej.
 }
web-doubt-approver = O tem odloča nekdo, ki sme odobravati kampanje.
web-doubt-choice = Nič ni bilo izbrano, zato se ni nič spremenilo. Vrnite se in izberite, kaj naj se zgodi.
web-done-leave = Ostaja negotovo, kot ste odločili.
web-done-accepted = Označeno kot poslano, kot ste odločili.
web-done-send_again = Samo tem bralcem bo poslano znova, takoj ko se bo kampanja pošiljala.

web-editor-tools = Oblikovanje
web-editor-heading = Naslov
web-editor-subheading = Podnaslov
web-editor-bold = Krepko
web-editor-italic = Ležeče
web-editor-link = Povezava
web-editor-link-address = Naslov povezave
web-editor-link-save = Nastavi povezavo
web-editor-link-remove = Odstrani povezavo
web-editor-link-wrong = Tega naslova iz e-pošte ni mogoče odpreti. Vpišite naslov strani (na primer example.org/novice), e-poštni naslov ali tel: s številko, brez presledkov.
web-editor-cancel = Prekliči
web-editor-bullets = Seznam z alinejami
web-editor-numbers = Oštevilčen seznam
web-editor-quotation = Navedek
web-editor-table = Vstavi tabelo
web-editor-header-row = V zgornji vrstici so naslovi stolpcev
web-editor-row-after = Dodaj vrstico pod to
web-editor-column-after = Dodaj stolpec
web-editor-delete-row = Izbriši vrstico
web-editor-delete-column = Izbriši stolpec
web-editor-delete-table = Izbriši tabelo
web-editor-undo = Razveljavi
web-editor-redo = Ponovi
web-editor-merge-field = Vstavi spremenljivo polje
web-editor-direction = Smer pisave
web-editor-direction-auto = Kot tečejo črke
web-editor-direction-ltr = Od leve proti desni
web-editor-direction-rtl = Od desne proti levi
web-editor-pictures-left-out = Besedilo je prilepljeno brez slik. Dodajte jih spodaj, vsako z opisom za tiste, ki je ne vidijo.
web-editor-files-left-out = Datotek ni mogoče vstaviti v besedilo. Dodajte jih spodaj, vsako z opisom. Nič se ni spremenilo.
web-editor-missing = Urejevalnika ni, ker strežnik ob namestitvi ni mogel prenesti njegovih delov. Besedilo pišete tako, kot stoji tukaj, v Markdownu ali HTML, in nič se ne izgubi. Da bi urejevalnik dobili, na strežniku z omrežjem znova poženite »make install«.

# Uvozi naročnikov.
web-import-all = Uvoz ljudi iz datoteke
web-import-title = Uvoz ljudi na seznam »{ $list }«
web-import-lead = Preden se karkoli zapiše, boste videli, kako se datoteka bere in kaj bi se spremenilo. Kdor se je odjavil, se pritožil ali se mu pošta vrača, ne bo znova prijavljen.
web-import-archived = Seznam je arhiviran, zato vanj ni mogoče uvažati. Znova ga odprite na njegovi strani.
web-import-consent = Kje in kako so ti ljudje dali privolitev?
web-import-consent-hint = Na primer: papirnati obrazci, zbor maja 2026. Privolitev je pravna podlaga tega uvoza: vaš opis se shrani pri vsakem kot dokaz in je v dnevniku sprememb.
web-import-language = Jezik ljudi, pri katerih ni naveden
web-import-language-each = Vsaka vrstica navaja jezik
web-import-language-hint = Vrstice brez jezika niso uvožene, razen če ga izberete tu.
web-import-said-no = Ljudje, ki so rekli ne
web-import-said-no-nobody = To pove datoteka sama ali pa takih ni
web-import-said-no-unsubscribed = Vsi v datoteki so se odjavili
web-import-said-no-opted_out = Vsi v datoteki ne želijo nobene naše pošte
web-import-said-no-bounced = Z vseh naslovov v datoteki se je pošta vrnila
web-import-said-no-blocked = Na noben naslov v datoteki ne pošiljamo
web-import-said-no-complained = Vsi v datoteki so se pritožili
web-import-said-no-hint = Za datoteko, v kateri so vsi rekli ne, a tega noben stolpec ne pove.
web-import-update = Iz datoteke prevzemi tudi imena, jezike in polja ljudi, ki so tu že znani
web-import-file = Datoteka
web-import-file-hint = Datoteka CSV, preglednica (XLSX, ODS, XLS) ali nespremenjen izvoz iz drugega sistema, na primer zip iz Mailchimpa ali seznam naslovov; največ { $megabytes } MB in { $rows } vrstic. Hrani se do uvoza, vendar največ dva dni.
web-import-file-missing = Nobena datoteka ni izbrana. Prosimo, izberite jo.
web-import-too-large = Datoteka je večja od { $limit } MB. Nič ni bilo shranjeno; razdelite jo na manjše.
web-import-note-too-long = Opis privolitve je daljši od { $limit } znakov. Prosimo, skrajšajte ga.
web-import-words-refused = »{ $words }« ne pove, kaj beseda pomeni. Zapišite tako: slo=sl
web-import-upload = Naloži in preglej
web-import-earlier = Prejšnji uvozi
web-import-of = Uvoz datoteke { $file }
web-import-reading = Kako se datoteka bere
web-import-names = Imena, kot so prebrana:
web-import-sheet = List preglednice
web-import-sheet-first = { $sheet } (prvi)
web-import-encoding = Kodiranje besedila
web-import-encoding-found = { $encoding } (ugotovljeno)
web-import-find-out = Ugotovi samodejno
web-import-system = Od kod je datoteka
web-import-parts = Prebrane datoteke:
web-import-delimiter = Med celicami je
web-import-delimiter-found = { $delimiter } (ugotovljeno)
web-import-delimiter-comma = vejica
web-import-delimiter-semicolon = podpičje
web-import-delimiter-tab = tabulator
web-import-delimiter-bar = navpična črta
web-import-words = Kaj pomenijo besede v stolpcu z jezikom
web-import-words-hint = Samo če Bilten vpraša zanje, na primer slo=sl. Več jih ločite z vejicami.
web-import-columns = Stolpci
web-import-columns-hint = Pri vsakem so prve vrstice in to, za kaj ga imamo. Če ni prav, izberite drugo.
web-import-columns-more = { $count ->
        [one] Prebere se še { $count } stolpec, ki tu ni prikazan.
        [two] Prebereta se še { $count } stolpca, ki tu nista prikazana.
        [few] Preberejo se še { $count } stolpci, ki tu niso prikazani.
       *[other] Prebere se še { $count } stolpcev, ki tu niso prikazani.
    }
web-import-column-title = Naslov stolpca
web-import-column-cells = Prve vrstice
web-import-column-taken = Pomeni
web-import-as-found = { $what } (ugotovljeno)
web-import-as-address = E-poštni naslov
web-import-as-name = Ime
web-import-as-first_name = Osebno ime
web-import-as-last_name = Priimek
web-import-as-language = Jezik
web-import-as-status = Stanje
web-import-as-confirmed = Ali je prijava potrjena
web-import-as-moment = Kdaj je oseba privolila
web-import-as-no = Pove, kdo je rekel ne. To vedno velja.
web-import-as-ignored = Ne govori o privolitvi; ni potreben
web-import-as-tags = Oznake
web-import-as-topics = Izbire o temah
web-import-as-paused_until = Do kdaj traja premor
web-import-as-field = Polje: { $label }
web-import-as-harmless = Ni potreben
web-import-as-asked = Ni znano; preverimo, ali pomeni ne
web-import-grounds = Privolitev
web-import-check = Preveri brez uvoza
web-import-check-hint = Pri ljudeh se še nič ne zapiše. Videli boste vsako vrstico in kaj bi nastalo iz nje.
web-import-read-again = Znova preberi datoteko tako
web-import-columns-unread = Datoteke { $file } tako ni mogoče uvoziti, ker ne vemo, ali ti stolpci povedo, da kdo vaše pošte noče. (Kaj je v njih; v oklepaju je številka vrstice, – je prazna celica.)
    { $columns }
    Poglejte vsakega od njih v datoteki. Če o tem ne govori, spodaj zanj izberite »Ne govori o privolitvi; ni potreben«; to se zabeleži. Če pove, kdo želi vašo pošto ali kdo je noče, ga v datoteki preimenujte v »subscribed« ali »odjavljen«, vanj vpišite samo da ali ne in datoteko naložite znova.
web-import-encoding-unclear = Ni jasno, v kateri kodni tabeli je shranjena datoteka { $file }. Kako se bere: { $readings }. Spodaj izberite kodiranje, v katerem so imena pravilna.
web-import-encoded-twice = Nekatera imena v datoteki { $file } so videti dvakrat kodirana. Kako se berejo in kako so morda mišljena: { $readings }. Spodaj izberite kodiranje besedila: tisto, ki se začne z »utf-8-as«, jih popravi, utf-8 jih pusti, kot so.
web-import-heading = Vrstica { NUMBER($line, useGrouping: 0) } datoteke { $file } nima e-poštnega naslova in stoji sama: »{ $words }«. Pod njo so ljudje, in če je to naslov razdelka, morda govori o tistih, ki vaše pošte nočejo. V tem primeru dajte ljudi pod njo v svojo datoteko in ob njej povejte, da so se vsi odjavili; sicer vrstico zbrišite ali, če gre za osebo, dopolnite in datoteko naložite znova.
web-import-named-no = Ime datoteke { $file } kaže, da so v njej ljudje, ki so rekli ne ali nikoli niso rekli da, noben stolpec pa ne pove, kdo. Če so rekli ne, to povejte spodaj; če je ime napačno, datoteko preimenujte in naložite znova.
web-import-without-header = V datoteki { $file } ni stolpca, ki bi ga prepoznali kot e-poštni naslov. Izberite ga spodaj; če datoteka nima glave, jo dodajte: e-naslov, ime, jezik, stanje.
web-import-may-say-no = Stolpec »{ $title }« pravi »{ $words }«, kar je morda odjava. Ta vrstica ne bo uvožena. Če gre za odjavo, v stolpec stanje vpišite odjavljen; { $column ->
    [name] če je to del imena, ime v datoteki zapišite drugače.
   *[other] če stolpec govori o čem drugem, povejte, da ne govori o privolitvi.
 }
web-import-facts = Povzetek
web-import-nothing-written = Pri ljudeh še nič ni zapisano. To bi uvoz naredil zdaj.
web-import-is-undone = { $count ->
        [0] Uvoz je razveljavljen. S seznama ni bil odstranjen nihče.
        [one] Uvoz je razveljavljen: s seznama je spet odstranjena { $count } oseba.
        [two] Uvoz je razveljavljen: s seznama sta spet odstranjeni { $count } osebi.
        [few] Uvoz je razveljavljen: s seznama so spet odstranjene { $count } osebe.
       *[other] Uvoz je razveljavljen: s seznama je spet odstranjenih { $count } oseb.
    }
web-import-progress = Vrstice: { NUMBER($count) } od { $total }
web-import-goes-on = Poteka samodejno; to stran lahko zapustite.
web-import-on-grounds = Privolitev:
web-import-erased = Vrstice so izbrisane, zato uvoza ni več mogoče razveljaviti.
web-import-rows-until = Vrstice si lahko ogledate do
web-import-by-command = Z ukazom na strežniku
web-import-kept-until = Vrstice si lahko ogledate in uvoz razveljavite do
web-import-start = Uvozi
web-import-start-hint = Zapisuje se v ozadju; uvoz lahko razveljavite še 30 dni.
web-import-change = Spremeni branje datoteke
web-import-change-hint = Nazaj h kodiranju, stolpcem in privolitvi. Potem se preverjanje ponovi.
web-import-undo = Razveljavi uvoz
web-import-undo-hint = Kdor je bil nov, se odstrani s seznama, imena in jeziki pa se vrnejo. Kdor se je od takrat sam prijavil, potrdil prijavo, shranil svoje nastavitve, se odjavil ali mu je bilo pisano, ostane; zavrnitev ostane zavrnitev.
web-import-discard = Zavrzi
web-import-discard-hint = Datoteka in vse, kar je bilo prebrano iz nje, se izbriše. Pri ljudeh ni bilo zapisano nič.
web-import-rows = Vrstica za vrstico
web-import-rows-first = Od začetka
web-import-rows-further = Naslednje vrstice
web-import-rows-download = Prenesi kot CSV
web-import-rows-download-protected = Brez naslovov in imen, ker je seznam zaščiten.
web-import-group-new = Novi
web-import-group-changed = Spremenjeni
web-import-group-unchanged = Nespremenjeni
web-import-group-protected = Zaščiteni z zavrnitvijo
web-import-group-refused = Neuvoženi
web-import-about-new = Ljudje, ki jih na seznamu še ni.
web-import-about-changed = Popravek ali zavrnitev iz datoteke, ki tu še ni bila znana.
web-import-about-unchanged = Ljudje, ki so že na seznamu in o katerih datoteka ne pove nič novega.
web-import-about-protected = Rekli so ne, pošta se jim vrača, so se pritožili ali je njihov naslov zaprt. Tega ne spremeni noben uvoz.
web-import-about-refused = Pri vsaki vrstici je razlog. Popravite jih v datoteki in jo uvozite znova: kar je že uvoženo, ostane, kot je.
web-import-row-address = Naslov
web-import-row-line = Vrstica
web-import-row-name = Ime
web-import-row-language = Jezik
web-import-row-outcome = Izid
web-import-row-before = prej:
web-menu-retention = Roki hrambe
web-settings-retention = Kaj se po preteku roka izbriše, koliko je tega danes in kdaj se bo to zgodilo.
web-retention-lead = Kar ni več potrebno, se enkrat na dan samodejno izbriše. Tu že prej vidite, kaj bo izbrisano. Pri tem se ne izgubi nobena odjava ali blokada, številke v poročilih pa ostanejo.
web-retention-next = Naslednjič:
web-retention-rules = Kaj se izbriše
web-retention-what-unconfirmed = Kdor se je prijavil in prijave ni potrdil, se izbriše. Kdor se je pred tem odjavil in nove prijave ni potrdil, je spet odjavljen.
web-retention-what-left = Izbrišejo se, kot da bi to same zahtevale. Ostane zgoščena vrednost naslova, zaščitena s ključem, da jih noben uvoz ne vrne.
web-retention-what-webhooks = Izbriše se njihova vsebina. Pritožbe in sporočila, ki čakajo na vas, obravnavajte pred tem.
web-retention-what-events = Obvestila o dostavi se izbrišejo; od zavrnitev in pritožb ostane samo število. Kar potrebuje kampanja, ki se še pošilja ali je bila končana v tem roku, se ohrani.
web-retention-what-staff_mails = Ko je sporočilo poslano, se zadeva in besedilo po preteku roka izbrišeta.
web-retention-what-audit_log = Stari zapisi se izbrišejo. Njihovi pečati ostanejo, da je mogoče preveriti, da ne manjka nič drugega.
web-retention-period = { $days ->
    [one] Izbriše se po { $days } dnevu.
   *[other] Izbriše se po { $days } dneh.
}
web-retention-due = { $count ->
    [0] Zdaj ni za izbris nič.
    [one] Zdaj je za izbris { $count } vnos.
    [two] Zdaj sta za izbris { $count } vnosa.
    [few] Zdaj so za izbris { $count } vnosi.
   *[other] Zdaj je za izbris { $count } vnosov.
}
web-retention-oldest = Najstarejši:
web-retention-off = Izklopljeno: po koliko dneh se izbrišejo, ni določeno.
web-retention-setting = Nastavitev v datoteki z nastavitvami:
web-retention-at-once = Takojšen izbris
web-retention-reason = Zakaj takoj?
web-retention-reason-hint = Na primer »pred revizijo«. Razlog ostane v dnevniku. Izbrisanega ni mogoče vrniti.
web-retention-press = Izbriši, kar je za izbris
web-retention-asked = Začelo se bo v eni minuti. Kako poteka, je zapisano spodaj.
web-retention-under-way = V teku
web-retention-by-hand = Takoj:
web-retention-taken = { $count ->
    [0] Za izbris ni bilo nič.
    [one] Izbrisan je { $count } vnos.
    [two] Izbrisana sta { $count } vnosa.
    [few] Izbrisani so { $count } vnosi.
   *[other] Izbrisanih je { $count } vnosov.
}
web-retention-runs = Kaj je bilo izbrisano
web-retention-no-runs = Po preteku roka še ni bilo nič izbrisano.
web-retention-kept = Kaj se še hrani in kako dolgo
web-menu-data-protection = Varstvo podatkov
web-settings-data-protection = Kdo je zahteval svoje podatke, popravek ali izbris, do kdaj morate odgovoriti in kdaj je bilo opravljeno.
web-request-lead = Kdor kaj zahteva, mora dobiti odgovor v enem mesecu (Splošna uredba o varstvu podatkov, člen 12). Kar naredite v Biltenu, na primer izročite podatke ali osebo izbrišete, se tu zabeleži samodejno. Kar pride na papirju in čaka, vpišete sami. Imen in naslovov tu ni.
web-request-waiting = Čaka
web-request-none-waiting = Na odgovor ne čaka nihče.
web-request-closed = Opravljeno
web-request-none-closed = Opravljeno še ni nič.
web-request-older = Starejše
web-request-kind = Kaj zahteva?
web-request-kind-access = Dostop do podatkov
web-request-kind-correction = Popravek
web-request-kind-erasure = Izbris
web-request-kind-restriction = Omejitev obdelave
web-request-kind-portability = Prenos podatkov
web-request-kind-objection = Nobenih sporočil več (ugovor)
web-request-person = Oseba { NUMBER($id, useGrouping: 0) }
web-request-nobody = Ni je tu ali je izbrisana
web-request-received = Prejeto
web-request-due = Rok
web-request-done-on = Opravljeno
web-request-late = Rok je potekel
web-request-by-themselves = Oseba je to naredila sama, na strani z nastavitvami.
web-request-close = Opravljeno
web-request-enter = Vpis zahteve
web-request-who = Kdo?
web-request-who-hint = E-poštni naslov ali številka osebe v Biltenu. Od naslova, ki ga tu ni, ostane samo zgoščena vrednost.
web-request-received-on = Kdaj je prišla?
web-request-how = Kako je prišla?
web-request-how-hint = Na primer »pisno, mapa 12«. Brez imena ali naslova.
web-request-press = Vpiši
web-request-done-entered = Vpisano. Rok za odgovor je en mesec.
web-request-done-closed = Zahteva je opravljena.
web-register-lead = Kar Bilten ve iz svojih nastavitev, je izpolnjeno: nameni, seznami, uporabniki podatkov, roki izbrisa, varnost. Kar veste samo vi, napišite tu, v vsakem jeziku posebej. Preden evidenco izročite, jo preberite: pravne podlage so tiste, ki so za glasila običajne.
web-register-sheet = Pokaži vse za tiskanje
web-register-file = Prenesi (Markdown)
web-register-write = Kar napišete vi: { $language }
web-register-save = Shrani
web-register-saved = Shranjeno.

### Izbori

web-menu-digests = Izbori
web-settings-digests = Kar je novega, gre ven skupaj ob izbranih dnevih ali vsaka novica takoj: kot osnutek, v odobritev ali samodejno.
web-digests-lead = Izbor zbere, kar je bilo objavljeno od prejšnjega, in nastane ob dnevih, ki jih izberete. Lahko pa gre vsaka novica ven posebej, takoj ko je objavljena.
web-digests-none = Izborov še ni.
web-digest-new = Nov izbor
web-digest-new-hint = Tega, kar je zdaj že tu, v njem ne bo; začne s tem, kar pride. Izbor, ki se pošlje samodejno, mora odobriti toliko ljudi kot kampanjo; s tem, da ga ustvarite, ga odobrite vi.
web-digest-lacks = Izbor potrebuje seznam in pošiljatelja. Oboje je v nastavitvah.
web-digest-make = Ustvari izbor
web-digest-does-draft = Pripravi osnutek
web-digest-does-ask = Pripravi osnutek in ga odda v odobritev
web-digest-does-send = Pošlje se samodejno
web-digest-is-on = Vklopljen
web-digest-is-off = Izklopljen
web-digest-next = naslednji: { $time }
web-digest-next-ten = Naslednjih deset
web-digest-moved = (prestavljeno zaradi praznika: { $day })
web-digest-off-hint = Izklopljen je.
web-digest-turn-off-hint = Nič več ne nastane. Kar je že načrtovano, se pošlje, razen če to prekličete med kampanjami.
web-digest-served = { $count ->
    [one] { $count } oseba je izbrala, da novice prejema v tem izboru. Če ga izklopite in ni drugega, jih prejema takoj.
    [two] { $count } osebi sta izbrali, da novice prejemata v tem izboru. Če ga izklopite in ni drugega, jih prejemata takoj.
    [few] { $count } osebe so izbrale, da novice prejemajo v tem izboru. Če ga izklopite in ni drugega, jih prejemajo takoj.
   *[other] { $count } oseb je izbralo, da novice prejema v tem izboru. Če ga izklopite in ni drugega, jih prejema takoj.
  }
web-digest-turn-on-hint = Tega, kar je prišlo, ko je bil izklopljen, v njem ne bo. Če se pošilja samodejno, ga morajo drugi znova odobriti.
web-digest-approve-hint = Vaša odobritev velja za vsak izbor, ki ga pošlje, dokler ga kdo ne spremeni.
web-digest-history = Kaj je bilo z zadnjimi
web-digest-history-none = Nobenega še ni bilo.
web-digest-outcome-drafted = pripravljen osnutek
web-digest-outcome-asked = oddan v odobritev
web-digest-outcome-scheduled = samodejno poslan
web-digest-outcome-held = pripravljen osnutek, ni poslan
web-digest-outcome-empty = izpuščen
web-digest-outcome-failed = ni bil mogoč
web-digest-items = { $count ->
    [one] { $count } novica
    [two] { $count } novici
    [few] { $count } novice
   *[other] { $count } novic
}
web-digest-now = Kaj bi šlo ven zdaj
web-digest-would-be-held = Nastal bi osnutek, ki ne bi bil poslan:
web-digest-each-item = Vsaka novica in zakaj
web-digest-no-items = Novic še ni.
web-digest-older = Starejše
web-digest-to-campaign = Kampanja { $number }
web-digest-state-irrelevant = ni zanj
web-digest-state-skipped = izpuščena
web-digest-state-queued = čaka
web-digest-state-drafted = v kampanji
web-digest-state-sent = poslana
web-digest-state-held = zadržana
web-digest-state-errored = napaka
web-digest-as-it-is = Pokaži, kakšen je zdaj
web-digest-done-created = Izbor je vklopljen.
web-digest-done-details = Shranjeno.
web-digest-done-on = Izbor je vklopljen. Začne s tem, kar pride.
web-digest-done-off = Izbor je izklopljen.
web-digest-done-approve = Vaša odobritev je zabeležena.
web-digest-when = Kdaj
web-digest-pattern-weekly = Vsak teden
web-digest-pattern-fortnightly = Vsaka dva tedna
web-digest-pattern-first_of_month = Prvega v mesecu
web-digest-pattern-last_working_day = Zadnji delovni dan v mesecu
web-digest-pattern-on_publication = Takoj ko je kaj objavljeno, vsaka novica v svojem sporočilu
web-digest-on-publication-hint = V tem primeru dnevi in ura ne veljajo, od nastavitev sporočila spodaj pa veljajo samo jeziki.
web-digest-each-by-itself = vsaka novica posebej, takoj ko je objavljena
web-digest-on-publication = Takoj ko je kaj objavljeno in se nekaj trenutkov ne spremeni. Kar je objavljeno ponoči, počaka do jutra, če je tako nastavljeno.
web-digest-nothing-waits = Nič ne čaka.
web-digest-most-at-once-hint = Samo za novice, ki gredo ven posamič: če jih približno ob istem času pride več, postanejo osnutki in se ne pošljejo. Od 1 do { $limit }.
web-digest-weekdays = Dnevi v tednu
web-digest-at = Ura
web-digest-at-hint = Na primer 08:00.
web-digest-moves = Če je takrat praznik, naj pride na vrsto naslednji delovni dan
web-digest-mode = Kaj se takrat zgodi
web-digest-mode-draft = Nastane osnutek; pregledate ga in oddate
web-digest-mode-ask = Nastane osnutek in se odda; kdor sme odobravati, dobi sporočilo
web-digest-mode-send = Pošlje se, v imenu ljudi, ki so to odobrili
web-digest-lists = Na katere sezname
web-digest-segments = Samo ljudem iz enega od teh segmentov (če ne označite nobenega: vsem):
web-digest-news = Katere novice
web-digest-news-hint = V vsaki skupini to, kar označite. Če ne označite ničesar: vse.
web-digest-kinds = Vrste
web-digest-sources = Viri
web-digest-by-hand = Dodano ročno
web-digest-topics = Teme
web-digest-only-languages = Ima besedilo v jeziku
web-digest-words = Besede
web-digest-words-hint = Ločite jih z vejico; vsaj ena mora biti v naslovu, povzetku ali temi.
web-digest-days-hint = Kar je starejše, se ne zajame.
web-digest-takes-sent = Zajemi tudi to, kar so isti bralci že dobili v samostojnem sporočilu
web-digest-email = Sporočilo
web-digest-least = Najmanj novic
web-digest-least-hint = Če jih je manj, počakajo na naslednji izbor.
web-digest-most = Največ novic
web-digest-most-hint = Druge počakajo na naslednji izbor. Od 1 do { $limit }.
web-digest-order = Vrstni red
web-digest-order-newest = Najprej najnovejše
web-digest-order-oldest = Najprej najstarejše
web-digest-lead = Kaj je na začetku
web-digest-lead-none = Po vrstnem redu
web-digest-design = Oblika
web-digest-languages = Jeziki sporočila
web-digest-languages-hint = Če ne označite nobenega: jeziki njegovih novic.
web-digest-introduction = Uvod
web-digest-subject = Zadeva
web-digest-subject-hint = Kaj stoji ob naslovih, na primer »Ta teden: {"{titles}"}«. Prazno: naslovi novic v izboru, kolikor jih gre v zadevo.
web-digest-calendar = Prazniki, prvi dan, časovni pas
web-digest-starts-on = Prvi dan
web-digest-starts-on-hint = Vsaka dva tedna se štejeta od njegovega tedna.
web-digest-zone = Časovni pas
web-digest-zone-hint = Njegovo ime, na primer Europe/Ljubljana.
web-digest-voids = Če kar koli spremenite, odobritve drugih ne veljajo več in ga morajo znova odobriti.
web-digest-missing = { $count ->
    [one] Preden se pošlje, ga mora odobriti še { $count } oseba. Do takrat nastajajo osnutki.
    [two] Preden se pošlje, ga morata odobriti še { $count } osebi. Do takrat nastajajo osnutki.
    [few] Preden se pošlje, ga morajo odobriti še { $count } osebe. Do takrat nastajajo osnutki.
   *[other] Preden se pošlje, ga mora odobriti še { $count } oseb. Do takrat nastajajo osnutki.
}

# Pozdravne serije
web-menu-welcome = Pozdravne serije
web-settings-welcome = Sporočila, ki jih vsak nov bralec seznama prejme samodejno, nekaj dni po potrditvi.
web-welcome-lead = Kdor potrdi naročilo na seznam, prejme ta sporočila eno za drugim: prvo na primer takoj, druga čez tri in sedem dni.
web-welcome-none = Pozdravnih serij še ni.
web-welcome-new = Nova pozdravna serija
web-welcome-name = Ime, za sodelavce
web-welcome-list = Za nove bralce seznama
web-welcome-sender = Pošiljatelj
web-welcome-new-hint = Najprej je izklopljena. Nato napišite njena sporočila; vsako se odobri kot katera koli kampanja.
web-welcome-make = Ustvari serijo
web-welcome-lacks = Pozdravna serija potrebuje seznam in pošiljatelja. Oboje je v nastavitvah.
web-welcome-is-on = Vklopljena
web-welcome-is-off = Izklopljena
web-welcome-email-count = { $count ->
    [0] še brez sporočil
    [one] { $count } sporočilo
    [two] { $count } sporočili
    [few] { $count } sporočila
   *[other] { $count } sporočil
}
web-welcome-for = Za nove bralce seznama
web-welcome-state = Vklop in izklop
web-welcome-since = Vklopljena od: { $time }. Namenjena je tistim, ki naročilo potrdijo po tem.
web-welcome-off = Izklopljena je: nihče ne prejme njenih sporočil.
web-welcome-turn-on-hint = Začne se s tistimi, ki naročilo potrdijo od zdaj naprej. Kdor je že na seznamu, je ne prejme.
web-welcome-turn-off-hint = Nihče ne prejme nobenega sporočila več, tudi ne tisti, ki so sredi serije. Kar je že na poti, pride.
web-welcome-coming = Naslednja dva tedna
web-welcome-coming-line = { $count ->
    [one] { $count } bralec, sporočilo { $days ->
        [0] takoj po potrditvi
        [one] { $days } dan po potrditvi
        [two] { $days } dneva po potrditvi
        [few] { $days } dni po potrditvi
       *[other] { $days } dni po potrditvi
    }
    [two] { $count } bralca, sporočilo { $days ->
        [0] takoj po potrditvi
        [one] { $days } dan po potrditvi
        [two] { $days } dneva po potrditvi
        [few] { $days } dni po potrditvi
       *[other] { $days } dni po potrditvi
    }
    [few] { $count } bralci, sporočilo { $days ->
        [0] takoj po potrditvi
        [one] { $days } dan po potrditvi
        [two] { $days } dneva po potrditvi
        [few] { $days } dni po potrditvi
       *[other] { $days } dni po potrditvi
    }
   *[other] { $count } bralcev, sporočilo { $days ->
        [0] takoj po potrditvi
        [one] { $days } dan po potrditvi
        [two] { $days } dneva po potrditvi
        [few] { $days } dni po potrditvi
       *[other] { $days } dni po potrditvi
    }
}
web-welcome-coming-hint = Kot je danes. Pred vsakim sporočilom se znova preveri, komu se sme poslati.
web-welcome-coming-none = Trenutno nihče ne čaka na sporočilo iz te serije.
web-welcome-rules = Kdo jo prejme
web-welcome-rule-who = Kdor je naročilo potrdil s povezavo v našem sporočilu. Ne pa tisti, ki so jih na seznam dodali sodelavci ali uvoz.
web-welcome-rule-once = Vsako sporočilo enkrat, tudi če se kdo odjavi in znova prijavi. Med dvema sporočiloma mine vsaj en dan.
web-welcome-rule-late = V tihih urah se ne pošilja; sporočilo gre, ko minejo. Česar ni bilo mogoče poslati { $days ->
    [one] { $days } dan
    [two] { $days } dneva
    [few] { $days } dni
   *[other] { $days } dni
}, se ne pošlje več.
web-welcome-rule-cap = Tedenska omejitev števila sporočil jih ne zadrži, vendar štejejo vanjo.
web-welcome-why = Je ta bralec sporočilo prejel, in če ne, zakaj?
web-welcome-emails = Sporočila
web-welcome-days = { $days ->
    [0] Takoj po potrditvi
    [one] { $days } dan po potrditvi
    [two] { $days } dneva po potrditvi
    [few] { $days } dni po potrditvi
   *[other] { $days } dni po potrditvi
}
web-welcome-had = { $count ->
    [0] Prejel ga še ni nihče
    [one] Prejel ga je { $count } bralec
    [two] Prejela sta ga { $count } bralca
    [few] Prejeli so ga { $count } bralci
   *[other] Prejelo ga je { $count } bralcev
}
web-welcome-state-no_text = brez besedila
web-welcome-state-draft = v pripravi
web-welcome-state-in_review = čaka na odobritev
web-welcome-state-approved = odobreno
web-welcome-state-goes_out = se pošilja
web-welcome-state-is_off = izklopljeno
web-welcome-state-paused = ustavljeno
web-welcome-state-stopped = končano
web-welcome-hint-no_text = Njegov osnutek je bil izbrisan ali preklican. Sporočilo odstranite in ga dodajte znova.
web-welcome-hint-paused = Trenutno ga ne prejme nihče. Zakaj, piše pri kampanji; tam jo tudi nadaljujete.
web-welcome-hint-stopped = Bilo je preklicano ali umaknjeno ali pa ima zdaj drugega pošiljatelja. Napišite novo besedilo in ga dajte v odobritev.
web-welcome-new-text = Napiši novo besedilo
web-welcome-new-text-hint = Dobite kopijo, ki jo spremenite. Dokler ni odobrena, se pošilja sedanje besedilo, potem pa novo, in sicer tistim, ki tega sporočila še niso prejeli.
web-welcome-new-text-draft = novo besedilo je v pripravi
web-welcome-new-text-in_review = novo besedilo čaka na odobritev
web-welcome-new-text-approved = novo besedilo je odobreno
web-welcome-change = Spremeni
web-welcome-days-label = Dni po potrditvi
web-welcome-days-hint = 0 pomeni takoj; največ { $limit }.
web-welcome-remove = Odstrani to sporočilo
web-welcome-remove-hint = Nihče ga ne prejme več. Poročilo o njem ostane.
web-welcome-no-emails = V seriji še ni sporočil. Dodajte prvo.
web-welcome-add = Dodaj sporočilo
web-welcome-languages = Jeziki
web-welcome-languages-hint = Bralci drugih jezikov prejmejo tistega, ki ga seznam uporabi namesto njihovega.
web-welcome-add-do = Napiši
web-welcome-done-created = Serija je ustvarjena. Zdaj dodajte njena sporočila.
web-welcome-done-on = Serija je vklopljena. Začne se s tistimi, ki naročilo potrdijo od zdaj naprej.
web-welcome-done-off = Serija je izklopljena.
web-welcome-done-days = Shranjeno.
web-welcome-done-removed = Sporočilo je odstranjeno.
web-welcome-campaign = To je sporočilo pozdravne serije »{ $name }«. Vsak nov bralec ga prejme { $days ->
    [0] takoj po potrditvi
    [one] { $days } dan po potrditvi
    [two] { $days } dneva po potrditvi
    [few] { $days } dni po potrditvi
   *[other] { $days } dni po potrditvi
}. Ročno ga ne pošilja nihče.
web-welcome-campaign-approved = Odobreno je in se začne pošiljati, takoj ko je serija vklopljena.
web-welcome-campaign-reach = Spodaj so vsi, ki so danes na seznamu. Tega sporočila ne prejmejo; številke kažejo le, v katerem jeziku bi ga prejeli novi bralci.
web-search-welcome_is_off = Ni poslano: pozdravna serija je izklopljena ali pa je bilo to sporočilo iz nje odstranjeno
web-search-welcome_no_text = Ni poslano: to sporočilo pozdravne serije je ustavljeno ali končano
web-search-welcome_had = Ni poslano: oseba je to sporočilo pozdravne serije prejela z drugim besedilom, { DATE($time, case: "genitive") }
web-search-welcome_not_by_themselves = Ni poslano: osebo so na seznam dodali sodelavci ali uvoz; pozdravna serija je za tiste, ki so naročilo potrdili sami
web-search-welcome_before_series = Ni poslano: oseba je naročilo potrdila { DATE($time, case: "genitive") }, preden je bila pozdravna serija vklopljena
web-search-welcome_before_email = Ni poslano: na vrsti bi bila { DATE($time, case: "genitive") }, preden se je to sporočilo pozdravne serije začelo pošiljati
web-search-welcome_too_late = Ni poslano: oseba je bila na vrsti { DATE($time, case: "genitive") }, takrat sporočila ni bilo mogoče poslati, zdaj pa je prepozno
web-search-welcome_waits = Še ni poslano: pozdravna serija ga tej osebi pošlje { DATE($time, case: "genitive") }
web-search-welcome_is_due = Še ni poslano: pozdravna serija ga tej osebi pošlje kot naslednje

web-quiet-title = Ali to še želite prejemati?
web-quiet-lead = Bralci, ki se že dolgo niso oglasili, prejmejo eno sporočilo z vprašanjem, ali ta seznam še želijo prejemati.
web-quiet-is-on = Vklopljeno
web-quiet-is-off = Izklopljeno
web-quiet-state = Vklop in izklop
web-quiet-due = { $count ->
    [0] Trenutno ne bi bil vprašan nihče.
    [one] Vprašan bi bil { $count } bralec.
    [two] Vprašana bi bila { $count } bralca.
    [few] Vprašani bi bili { $count } bralci.
   *[other] Vprašanih bi bilo { $count } bralcev.
 }
web-quiet-due-now = { $count ->
    [0] Trenutno na vprašanje ne čaka nihče.
    [one] Na vprašanje čaka še { $count } bralec.
    [two] Na vprašanje čakata še { $count } bralca.
    [few] Na vprašanje čakajo še { $count } bralci.
   *[other] Na vprašanje čaka še { $count } bralcev.
 }
web-quiet-between = Vprašanih bi bilo od { $least } do { $most } bralcev.
web-quiet-between-now = Na vprašanje čaka še od { $least } do { $most } bralcev.
web-quiet-estimated = Ocenjeno po eni osebi od { $parts }.
web-quiet-pace = { $days ->
    [one] Na dan največ { $most }: trajalo bo { $days } dan.
    [two] Na dan največ { $most }: trajalo bo približno { $days } dneva.
    [few] Na dan največ { $most }: trajalo bo približno { $days } dni.
   *[other] Na dan največ { $most }: trajalo bo približno { $days } dni.
 }
web-quiet-waiting = { $count ->
    [one] { $count } bralec je bil vprašan in ima še čas za odgovor.
    [two] { $count } bralca sta bila vprašana in imata še čas za odgovor.
    [few] { $count } bralci so bili vprašani in imajo še čas za odgovor.
   *[other] { $count } bralcev je bilo vprašanih in imajo še čas za odgovor.
 }
web-quiet-turn-on-hint = Prva sporočila gredo v četrt ure, v tihih urah pa ne.
web-quiet-turn-off-hint = Nihče več ni vprašan in nihče ni odjavljen s seznama, tudi tisti ne, ki jim je bil že sporočen zadnji dan za odgovor.
web-quiet-no-sender = Pošiljatelj za ta sporočila ni določen. Kdor skrbi za strežnik, ga navede v BILTEN_SIGN_UP_SENDER.
web-quiet-archived = Seznam je arhiviran: nihče ni vprašan.
web-quiet-rule = Kdo je vprašan in kaj sledi
web-quiet-months = Meseci brez odziva
web-quiet-months-hint = Od { $least } do { $most }. Kdor se še naprej ne oglasi, je čez toliko mesecev vprašan znova.
web-quiet-a-day = Največ vprašanih bralcev na dan
web-quiet-a-day-hint = Bralci seznama, ki je bil uvožen v enem dnevu, so tako vprašani postopoma in ne vsi naenkrat.
web-quiet-outcome = Če bralec ne odgovori
web-quiet-outcome-stays = Ne zgodi se nič. Bralec ostane na seznamu.
web-quiet-outcome-leaves = Bralec je odjavljen s seznama. Sporočilo to pove in navede zadnji dan za odgovor.
web-quiet-days = Dni za odgovor
web-quiet-days-hint = Od { $least } do { $most }. Velja le, če se bralci odjavijo.
web-quiet-protected = Ta seznam je namenjen ogroženim ljudem: bralci ostanejo na njem, naj odgovorijo ali ne. Sporočilo seznama ne imenuje.
web-quiet-signs = Kaj šteje kot odziv
web-quiet-sign-own = Kar bralci naredijo sami: potrdijo naročilo, shranijo nastavitve, si vzamejo premor, spremenijo naslov, se odjavijo z drugega seznama ali odgovorijo na to vprašanje.
web-quiet-sign-none = Odprto sporočilo ali kliknjena povezava ne šteje: Bilten ne beleži, kdo to stori.
web-quiet-sign-whom = Ne vprašamo nikogar, ki si je vzel premor, ima blokiran naslov ali je sredi pozdravne serije.
web-quiet-sign-cap = Tedenska omejitev števila sporočil tega sporočila ne zadrži, vendar šteje vanjo.
web-quiet-done-on = Vklopljeno je. Prva sporočila gredo v četrt ure.
web-quiet-done-off = Izklopljeno je. Nihče ni vprašan in nihče ni odjavljen s seznama.
web-quiet-done-saved = Shranjeno.
