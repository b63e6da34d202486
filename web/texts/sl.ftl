# Splet: kar stoji na straneh. Najprej besedila za bralce v štirih jezikih, za njimi besedila za sodelavce v dveh.

web-skip = Na vsebino
web-languages = Jeziki
web-go-back = Nazaj
web-site-name = Bilten

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
web-unsubscribe-how = To je javna različica sporočila, zato ne vemo, kdo ste. Uporabite povezavo za odjavo v sporočilu, ki smo vam ga poslali; je na koncu. Če je ne najdete, odgovorite na katero koli naše sporočilo in odjavili vas bomo.

web-preferences-title = Vaše nastavitve
web-preferences-lead = Izberite, kaj želite prejemati in v katerem jeziku. Dokler ne shranite, se ne spremeni nič.
web-preferences-lists = Seznami
web-preferences-lists-hint = Če seznamu odstranite kljukico, z njega ne boste več prejemali sporočil.
web-preferences-no-lists = Niste na nobenem seznamu, ki ga lahko tukaj pokažemo.
web-preferences-mails = Sporočila samo za naročnike
web-preferences-mails-hint = Te povezave delujejo en dan. Za nove znova odprite to stran.
web-preferences-save = Shrani
web-preferences-saved = Shranjeno. Velja od naslednjega sporočila.
web-preferences-nothing-saved = Nič se ni spremenilo. Popravite in shranite znova.
web-preferences-leave-hint = Če ne želite več nobenega našega sporočila, uporabite ta gumb. Odjavi vas tudi s seznamov, ki jih tukaj ne vidite.
web-preferences-leave = Odjavi me od vsega
web-preferences-how = To je javna različica sporočila, zato ne vemo, kdo ste. Uporabite povezavo do nastavitev v sporočilu, ki smo vam ga poslali; je na koncu in je samo vaša.
web-left-everything = Odjavljeni ste z vseh naših seznamov. Sporočilo, ki je že na poti, vas lahko še doseže.

web-confirm-title = Potrdite prijavo
web-confirm-wording = Da, na ta naslov želim prejemati sporočila s seznama »{ $list }«. Kadar koli se lahko odjavim s povezavo v vsakem sporočilu.
web-confirm-button = Potrjujem
web-confirm-nothing-yet = Če to niste bili vi, zaprite to stran: brez vaše potrditve ne boste prejeli ničesar.
web-confirmed-title = Hvala, prijavljeni ste
web-confirmed = Odslej boste prejemali sporočila s seznama »{ $list }«. V vsakem sporočilu je povezava za odjavo.

web-subscribe-title = Prijava: { $list }
web-subscribe-lead = Poslali vam bomo eno sporočilo s povezavo. Prijavljeni boste šele, ko jo odprete in prijavo potrdite.
web-subscribe-address = E-poštni naslov
web-subscribe-name = Ime (neobvezno)
web-subscribe-language = Jezik sporočil
web-subscribe-honeypot = To polje pustite prazno
web-subscribe-wording = Želim prejemati sporočila s seznama »{ $list }«. Najprej to potrdim s povezavo, ki jo prejmem na svoj naslov; kadar koli se lahko odjavim.
web-subscribe-button = Prijava
web-subscribe-refused = Vnesenega ne moremo uporabiti. Preverite, ali je v e-poštnem naslovu tipkarska napaka. Nič ni bilo shranjeno. Popravite in pošljite znova.
web-subscribe-asked-title = Preverite svoj poštni predal
web-subscribe-asked = Če je naslov pravilen in ga še ni na seznamu »{ $list }«, je nanj že na poti sporočilo s povezavo za potrditev. Preverite tudi neželeno pošto. Če ste že na seznamu, se ne spremeni nič.
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

web-sign-up-closed = Prijava tu trenutno ni mogoča. Nič ni bilo shranjeno. Če želite prejemati sporočila organizacije, ji pišite.

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
web-version-members = To sporočilo je samo za naročnike. V katerem koli našem sporočilu odprite »Nastavitve«: tam ga boste našli.
web-version-corrected = V tem sporočilu je bila napaka. Popravek:
web-version-unknown = Na tem naslovu ni javnega sporočila. Morda je naslov nepopoln ali pa sporočilo še ni bilo poslano. Preverite povezavo.

# Za sodelavce: slovensko in angleško.

web-form-from-elsewhere = Obrazec ni bil poslan s strani tega spletnega mesta, zato ni bilo narejeno nič. Nič se ni spremenilo. Stran odprite tukaj in uporabite njene gumbe.
web-form-out-of-date = Stran je bila prestara: ko je že bila odprta, ste se prijavili znova, ali pa brskalnik ne hrani piškotkov. Nič se ni spremenilo. Stran naložite znova in korak ponovite.

web-sign-in-title = Prijava
web-sign-in-lead = Za tiste, ki bilten pišejo in pošiljajo.
web-sign-in-address = E-poštni naslov
web-sign-in-password = Geslo
web-sign-in-by-link = Ta povezava velja za eno prijavo. Geslo še vedno potrebujete.
web-sign-in-button = Prijava
web-sign-out = Odjava
web-signed-in-as = Prijavljeni ste kot { $name }
web-menu = Glavni meni
web-menu-campaigns = Kampanje

web-silence = Pozor: nekaj, kar Bilten opravlja sam, se je ustavilo ali ves čas ne uspeva, zato lahko sporočila zamujajo. Nobeno sporočilo ni izgubljeno. Prosite osebo, ki skrbi za strežnik, naj to preveri (bilten doctor).

web-menu-lists = Seznami
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
web-brand-logo-hint = PNG, JPEG, GIF ali WebP, največ 900 kB. Podatki o kraju in napravi se odstranijo.
web-brand-logo-away = Odstrani logotip
web-brand-logo-alt = Opis logotipa, za bralce, ki ga ne vidijo
web-brand-socials = Povezave na koncu vsakega sporočila
web-brand-socials-hint = Vsaka v svoji vrstici: Mastodon = https://…
web-brand-footers = Noga vsakega sporočila
web-brand-save = Shrani
web-brand-kind = Vrsta kampanje
web-brand-logo-is-no-picture = PDF ne more biti logotip. Prejšnji podatki so nespremenjeni. Izberite sliko.
web-brand-social-unreadable = »{ $line }« ni ime z naslovom. Prejšnji podatki so nespremenjeni. Zapišite kot Mastodon = https://example.org/@mi.

web-templates-title = Predloge
web-templates-lead = Kako so kampanje videti. Bilten ima predlogo za vsako vrsto; oblikovalec lahko iz nje naredi vašo.
web-templates-used = Predloge za nove kampanje
web-templates-own = Vaše predloge
web-templates-none = Svoje predloge še nimate.
web-templates-all = Vse predloge
web-template-library = Biltenova lastna predloga
web-template-begin = Naredite svojo: { $kind }
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
web-campaign-template-choose = Izberite drugo
web-campaign-template-take = Uporabi

web-lists-title = Seznami
web-lists-none = Seznamov še ni. Ustvarite ga na strežniku z ukazom »bilten lists add«; nato se bo pojavil tukaj.
web-list-protected = zaščiteni seznam: o bralcih se nikoli ne beleži ničesar
web-list-no-public-page = Ta seznam nima javne strani za prijavo; v sporočilih, ki prosijo za potrditev, ni naveden.
web-list-invitation = Povezava za prijavo
web-list-invitation-hint = Kdor ima to povezavo, 90 dni vidi ime seznama in se lahko prijavi. Dajte jo ljudem, ne objavljajte je.
web-list-readers = Vsi bralci
web-list-nobody = Na seznamu še ni nikogar, ki bi mu smeli pisati.
web-list-chain = Namesto jezika, ki ga kampanja nima
web-list-chain-hint = Oznake jezikov po vrsti, na primer »en, sl«. Bralec prejme prvo od teh različic, ki jo kampanja ima; če nima nobene, glavni jezik kampanje.
web-list-required = Obvezni jeziki
web-list-required-hint = Kampanje brez različice v vsakem od teh jezikov ni mogoče oddati. Pustite prazno, če ni obvezen noben.
web-list-save = Shrani
web-list-saved = Shranjeno. Velja za kampanje, ki se še ne pošiljajo.
web-list-nothing-saved = Nič se ni spremenilo.

web-campaigns-title = Kampanje
web-campaigns-none = Kampanj še ni. Osnutek pripravite na strežniku z ukazom »bilten campaign draft«; nato se bo pojavil tukaj.
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
web-next-hand-audience = Spremenili ste jezike njenega seznama, zato jo mora odobriti nekdo drug.
web-next-hand-news = Dodali ali spremenili ste novico v njej, zato jo mora odobriti nekdo drug.
web-next-hand-brand = Spremenili ste podobo, ki jo uporablja, zato jo mora odobriti nekdo drug.
web-next-hand-content = V njej ste nekaj spremenili, zato jo mora odobriti nekdo drug.
web-next-approved = Odobreno. Izberite, kdaj naj bo poslano.
web-next-scheduled = Ob zgoraj navedenem času bo poslana samodejno. Do takrat jo lahko vzamete nazaj.
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
web-done-template = Predloga je izbrana. Kampanja je spet osnutek.

web-visibility-title = Na spletu
web-visibility-label = Kdo sme brati
web-visibility-save = Shrani
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
web-reach-stand = { LANGUAGE($language) } → { LANGUAGE($instead) }: { $count ->
    [one] { $count } bralec
    [two] { $count } bralca
    [few] { $count } bralci
   *[other] { $count } bralcev
}
web-variant-add-label = Še en jezik
web-variant-add = Dodaj različico
web-variant-edit = Uredite besedilo
web-variant-mend = Popravite besedilo
web-variant-voids = Kampanja bo spet osnutek in njene odobritve ne bodo več veljale.
web-edit-leaves-nobody = Po vaši spremembi ne bi bilo nikogar več, ki bi smel odobriti to kampanjo: kdor v njej kaj spremeni, je ne more odobriti. Pred spremembo premislite, kdo bi jo še lahko odobril, ali prosite avtorja, naj jo spremeni.
web-edit-costs-vote = Če tu kaj spremenite, mora kampanjo odobriti nekdo drug.
web-edit-shared-leaves-nobody = Če tu kaj spremenite, ne bo nikogar več, ki bi smel odobriti te osnutke, saj kdor spremeni, kar kažejo, jih ne more odobriti. Najprej jih odobrite ali poiščite še koga, ki sme odobravati:
web-variant-intro = Uvod
web-variant-intro-hint = Nekaj lastnih besed pred novicami. Prazna vrstica začne nov odstavek. [[recipient_name|bralec]] zamenja ime.
web-variant-save = Shrani besedilo
web-variant-remove = Odstrani različico: { LANGUAGE($language) }
web-done-words = Besedilo je shranjeno. Kampanja je spet osnutek.
web-done-language-added = Različica je dodana, besedilo je iz novic. Preverite ga.
web-done-language-removed = Različica je odstranjena.

web-step-submit = Oddaj v odobritev
web-step-approve = Odobri
web-step-approve-hint = Odobritev velja natanko za to besedilo in te slike; vsaka poznejša sprememba jo razveljavi.
web-step-schedule-label = Datum in ura
web-step-schedule-zone = Krajevni čas ({ $zone })
web-step-schedule = Določi čas pošiljanja
web-step-send = Pošlji zdaj …
web-step-send-sure = Kampanja bo poslana vsem na seznamu »{ $list }«. { $seconds ->
    [0] Tega ni mogoče vzeti nazaj.
    [one] Nazaj jo lahko vzamete še { $seconds } sekundo.
    [two] Nazaj jo lahko vzamete še { $seconds } sekundi.
    [few] Nazaj jo lahko vzamete še { $seconds } sekunde.
   *[other] Nazaj jo lahko vzamete še { $seconds } sekund.
 }
web-step-send-yes = Pošlji zdaj { $count ->
    [one] { $count } prejemniku
    [two] { $count } prejemnikoma
   *[other] { $count } prejemnikom
 }
web-step-unschedule = Vzemi nazaj
web-step-pause = Ustavi
web-step-resume = Nadaljuj pošiljanje
web-step-cancel = Prekliči kampanjo …
web-step-cancel-sure = Kampanja ne bo nikoli poslana ali pa se ne bo več pošiljala. Tega ni mogoče razveljaviti.
web-step-cancel-yes = Da, prekliči

web-done-submit = Oddano. Kampanjo lahko zdaj odobri nekdo drug.
web-done-approve = Vaša odobritev je zabeležena.
web-done-schedule = Čas pošiljanja je določen.
web-done-send = { $seconds ->
    [0] Pošiljanje se začenja.
    [one] Pošiljanje se začne čez { $seconds } sekundo. Do takrat lahko kampanjo vzamete nazaj.
    [two] Pošiljanje se začne čez { $seconds } sekundi. Do takrat lahko kampanjo vzamete nazaj.
    [few] Pošiljanje se začne čez { $seconds } sekunde. Do takrat lahko kampanjo vzamete nazaj.
   *[other] Pošiljanje se začne čez { $seconds } sekund. Do takrat lahko kampanjo vzamete nazaj.
 }
web-done-unschedule = Vzeto nazaj. Dokler ne določite časa, se nič ne pošlje.
web-done-pause = Ustavljeno. Sporočila, ki so že na poti, bodo še prispela.
web-done-resume = Pošiljanje se nadaljuje.
web-done-cancel = Preklicano.
web-time-unreadable = To nista datum in ura. Čas pošiljanja ni bil določen. Zapišite takole: 2026-11-22 18:00.

web-look = Preveri povezave in pošiljatelja
web-look-hint = Preveri, ali delujejo vse povezave in slike z drugih strežnikov v tem sporočilu in ali je domena pošiljatelja nastavljena tako, da njena pošta velja za pristno. Traja nekaj sekund; rezultati so navedeni zgoraj.
web-done-look = Povezave in pošiljatelj so preverjeni. Rezultati so med ugotovitvami.
web-findings-title = Kaj je odkril pregled
web-findings-none = Pregled ni odkril nobene napake.
web-finding-error = Treba je popraviti
web-finding-warning = Preverite

web-preview-title = Predogled
web-preview-languages = Kaj naj se pokaže
web-preview-html = S slikami
web-preview-text = Navadno besedilo
web-preview-subject = Zadeva
web-preview-preheader = Predogledna vrstica
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
web-again-lead = Te bralce je ponudnik zavrnil ali pa smo po več poskusih odnehali, zato sporočila nimajo. Pošljite ga znova, ko vzroka ni več, na primer ko mine omejitev pošiljanja. Kdor se je medtem odjavil ali mu ne smemo več pisati, bo preskočen.
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
