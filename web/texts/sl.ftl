# Splet: kar stoji na straneh. Najprej besedila za bralce v štirih jezikih, za njimi besedila za sodelavce v dveh.

web-skip = Na vsebino
web-languages = Jeziki
web-go-back = Nazaj
web-site-name = Bilten

web-error-400-title = Tega ni bilo mogoče prebrati
web-error-400 = Kar je poslal vaš brskalnik, je poškodovano ali v obliki, ki je ta stran ne pozna. Nič se ni spremenilo. Vrnite se in poskusite znova.
web-error-403-title = Ni dovoljeno
web-error-403 = To vam ni dostopno. Nič se ni spremenilo. Prijavite se ali prosite nekoga, ki to sme.
web-error-404-title = Ni najdeno
web-error-404 = Na tem naslovu ni ničesar. Morda je nepopoln ali napačno prepisan; nič se ni spremenilo. Preverite povezavo, po kateri ste prišli.
web-error-405-title = Tako ne gre
web-error-405 = Ta naslov ne sprejema tega, kar je poslal vaš brskalnik. Nič se ni spremenilo. Vrnite se in uporabite gumbe na strani.
web-error-409-title = Vmes se je nekaj spremenilo
web-error-409 = Stanje ni več takšno, kot ga je kazala vaša stran, zato ni bilo storjeno nič. Stran naložite znova in preverite.
web-error-413-title = Preveč naenkrat
web-error-413 = Poslano je večje, kot ga stran sprejme. Nič se ni spremenilo. Pošljite manj.
web-error-422-title = Tega ni mogoče uporabiti
web-error-422 = Nečesa, kar ste poslali, ni mogoče uporabiti. Nič se ni spremenilo. Vrnite se, preglejte vneseno in poskusite znova.
web-error-429-title = Preveč poskusov
web-error-429 = Z vaše povezave je prišlo preveč zahtev. Nič se ni spremenilo. Poskusite znova pozneje.
web-error-500-title = Nekaj se je pokvarilo
web-error-500 = Napaka na naši strani je to ustavila. Nič ni ostalo na pol storjeno. Poskusite znova čez nekaj minut; če se ponovi, nam sporočite to oznako: { $reference }
web-error-503-title = Trenutno ne gre
web-error-503 = To trenutno ni na voljo. Nič se ni izgubilo. Poskusite znova čez nekaj minut.

web-unsubscribe-title = Odjava
web-unsubscribe-question = Ne želite več prejemati pošte s seznama »{ $list }«?
web-unsubscribe-button = Da, odjavite me
web-unsubscribe-nothing-yet = Za zdaj se ni spremenilo nič. Če ste sem prišli pomotoma, preprosto zaprite to stran.
web-unsubscribed-title = Odjavljeni ste
web-unsubscribed = S seznama »{ $list }« ne boste več prejemali pošte. Sporočilo, ki je prav ta hip na poti, vas lahko še doseže.
web-unsubscribed-again = Če se boste kdaj želeli vrniti, se prijavite znova; namesto vas tega ne more storiti nihče.
web-unsubscribe-how-title = Kako se odjaviti
web-unsubscribe-how = To je javna različica sporočila, ki ni naslovljena na nikogar, zato se tukaj ni mogoče odjaviti. Vsako sporočilo, ki vam ga pošljemo, ima na koncu povezavo za odjavo, ki je samo vaša. Če je ne najdete, odgovorite na katero koli naše sporočilo in uredili bomo mi.

web-preferences-title = Vaše nastavitve
web-preferences-lead = Izberite, kaj želite prejemati in v katerem jeziku. Dokler ne shranite, se ne spremeni nič.
web-preferences-lists = Seznami
web-preferences-lists-hint = Če kljukico odstranite, s tega seznama ne boste več prejemali pošte.
web-preferences-no-lists = Trenutno niste prijavljeni na noben seznam, ki bi ga lahko pokazali tukaj.
web-preferences-mails = Sporočila samo za naročnike
web-preferences-mails-hint = Te povezave veljajo en dan. Za nove znova odprite to stran.
web-preferences-save = Shrani
web-preferences-saved = Shranjeno. Velja od naslednjega sporočila dalje.
web-preferences-nothing-saved = Nič se ni spremenilo. Popravite in shranite znova.
web-preferences-leave-hint = Ne želite več ničesar od nas? Z enim pritiskom se odjavite od vsega, tudi s seznamov, ki jih tukaj ne vidite.
web-preferences-leave = Odjavi me od vsega
web-preferences-how = To je javna različica sporočila, ki ni naslovljena na nikogar, zato tukaj ni mogoče nastaviti ničesar. Vsako sporočilo, ki vam ga pošljemo, ima na koncu povezavo do nastavitev, ki je samo vaša.
web-left-everything = Odjavljeni ste z vseh naših seznamov. Sporočilo, ki je prav ta hip na poti, vas lahko še doseže.

web-confirm-title = Potrdite prijavo
web-confirm-wording = Da, na ta naslov želim prejemati pošto s seznama »{ $list }«. Kadar koli se lahko odjavim prek povezave v vsakem sporočilu.
web-confirm-button = Potrjujem
web-confirm-nothing-yet = Če za prijavo niste zaprosili vi, zaprite to stran: brez vaše potrditve ne boste prejeli ničesar.
web-confirmed-title = Hvala, prijavljeni ste
web-confirmed = Odslej boste prejemali pošto s seznama »{ $list }«. V vsakem sporočilu je povezava, prek katere se lahko odjavite.

web-subscribe-title = Prijava: { $list }
web-subscribe-lead = Poslali vam bomo eno sporočilo s povezavo. Prijavljeni boste šele, ko prijavo prek nje potrdite.
web-subscribe-address = E-poštni naslov
web-subscribe-name = Ime (neobvezno)
web-subscribe-language = Jezik sporočil
web-subscribe-honeypot = To polje pustite prazno
web-subscribe-wording = Prosim za prejemanje pošte s seznama »{ $list }«. Preden bo karkoli poslano, prijavo potrdim prek povezave, ki jo prejmem na svoj naslov; kadar koli se lahko odjavim.
web-subscribe-button = Prijava
web-subscribe-refused = Vnesenega ne moremo uporabiti: najpogosteje se skriva napaka v e-poštnem naslovu. Nič ni bilo shranjeno. Popravite in pošljite znova.
web-subscribe-asked-title = Poglejte v svoj poštni predal
web-subscribe-asked = Če je naslov pravilen in še ni na seznamu »{ $list }«, je nanj že na poti sporočilo s povezavo za potrditev. Poglejte tudi med neželeno pošto. Če ste na seznamu že prijavljeni, ostaja vse, kot je bilo.
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

web-sign-up-closed = Prijava tu trenutno ni mogoča. Nič ni bilo shranjeno. Če želite prejemati pošto, pišite organizaciji.

web-archive-title = Arhiv
web-archive-search = Iskanje po arhivu
web-archive-find = Poišči
web-archive-nothing-found = V arhivu ni ničesar s temi besedami. Poskusite z manj besedami.
web-archive-empty = Tukaj še ni objav.
web-archive-older = Starejše
web-archive-feeds = Novosti lahko spremljate tudi z bralnikom:
web-archive-unknown = Arhiva v tem jeziku ni. Preverite naslov.
web-archive-kind = { $kind ->
    [statement] Izjava
    [publication] Publikacija
    [project] Projekt
    [report_summary] Povzetek poročila
    [event] Dogodek
    [appeal] Poziv
    [correction] Popravek
    [digest] Pregled
   *[bulletin] Bilten
}
web-publication-unknown = Na tem naslovu ni publikacije ali pa še ni objavljena. Preverite povezavo. Če vas je sem pripeljalo sporočilo, ga odprite v brskalniku, s povezavo v njem, in sledite povezavi tam.
web-publication-download = Prenesite PDF
web-publication-facts = PDF, { $pages ->
    [one] { $pages } stran
    [two] { $pages } strani
    [few] { $pages } strani
   *[other] { $pages } strani
}, { NUMBER($size, maximumFractionDigits: 1) } MB
web-publication-counted = Prenose štejemo, o vas pa ne shranimo ničesar.
web-publication-cover = Naslovnica publikacije »{ $title }«
web-publication-words = Besedilo publikacije
web-version-withdrawn = Organizacija tega sporočila ne objavlja več. Če ste ga prejeli po e-pošti, ostaja v vašem nabiralniku.
web-version-members = To sporočilo je namenjeno naročnicam in naročnikom. V katerem koli našem sporočilu odprite »Nastavitve« in tam ga boste našli.
web-version-corrected = V tem sporočilu je bila napaka. Popravek:
web-version-unknown = Na tem naslovu ni javnega sporočila. Morda je naslov nepopoln ali pa sporočilo še ni bilo poslano. Preverite povezavo.

# Za sodelavce: slovensko in angleško.

web-form-from-elsewhere = Obrazec ni prišel s strani tega spletišča, zato ni bil izveden. Nič se ni spremenilo. Stran odprite tukaj in uporabite njene gumbe.
web-form-out-of-date = Stran je bila prestara: po tem, ko je bila odprta, ste se prijavili znova, ali pa brskalnik ne hrani piškotkov. Nič se ni spremenilo. Stran naložite znova in korak ponovite.

web-sign-in-title = Prijava
web-sign-in-lead = Za tiste, ki bilten pišejo in pošiljajo.
web-sign-in-address = E-poštni naslov
web-sign-in-password = Geslo
web-sign-in-by-link = Ta povezava velja za eno prijavo. Geslo potrebujete tudi tako.
web-sign-in-button = Prijava
web-sign-out = Odjava
web-signed-in-as = Prijavljeni račun: { $name }
web-menu = Glavni meni
web-menu-campaigns = Kampanje

web-silence = Pozor: nekaj, kar Bilten opravlja sam, se je ustavilo ali ponavljajoče ne uspe, zato lahko pošta zamuja. Izgubilo se ni nobeno sporočilo. Prosite osebo, ki skrbi za strežnik, naj to preveri (bilten doctor).

web-menu-lists = Seznami
web-menu-templates = Predloge
web-menu-brand = Podoba
web-brand-title = Podoba
web-brand-lead = Kakšna je organizacija v vsakem sporočilu in na vsaki strani za bralce. Kar je bilo odobreno, obdrži podobo, ki je bila odobrena.
web-brand-details = Podatki
web-brand-saved = Shranjeno. Predogledi so že takšni.
web-brand-typed-stays = Kar ste napisali, je še vedno spodaj; datoteke izberite znova.
web-brand-name = Ime organizacije
web-brand-postal-address = Poštni naslov
web-brand-website = Spletna stran
web-brand-colour = Poudarna barva
web-brand-colour-hint = Dovolj temna za bele besede na njej in zanjo samo na najsvetlejšem delu sporočila. Bledejša je zavrnjena.
web-brand-logo = Logotip
web-brand-logo-dark = Logotip za temna ozadja
web-brand-logo-hint = PNG, JPEG, GIF ali WebP, največ 900 kB. Podatki o kraju in napravi se odstranijo.
web-brand-logo-away = Odstrani
web-brand-logo-alt = Logotip z besedami, za tiste, ki ga ne vidijo
web-brand-socials = Povezave na koncu vsakega sporočila
web-brand-socials-hint = Vsaka v svoji vrstici: Mastodon = https://…
web-brand-footers = Zadnje besede vsakega sporočila
web-brand-save = Shrani
web-brand-kind = Vrsta kampanje
web-brand-logo-is-no-picture = PDF ni logotip. Prejšnji podatki so nespremenjeni. Izberite sliko.
web-brand-social-unreadable = »{ $line }« ni ime z naslovom. Prejšnji podatki so nespremenjeni. Zapišite kot Mastodon = https://example.org/@mi.

web-templates-title = Predloge
web-templates-lead = Kakšne so kampanje na pogled. Bilten ima predlogo za vsako vrsto, oblikovalka ali oblikovalec lahko iz nje naredi vašo.
web-templates-used = Kaj uporabijo nove kampanje
web-templates-own = Vaše predloge
web-templates-none = Svoje predloge še nimate.
web-templates-all = Vse predloge
web-template-library = Biltenova lastna predloga
web-template-begin = Naredite svojo: { $kind }
web-template-return = Nazaj na Biltenovo
web-template-version = različica { $number }
web-template-new = Nova predloga: { $kind }
web-template-saved-at = shranjena { $time }
web-template-done-saved = Shranjeno kot nova različica. Oglejte si jo spodaj; uporablja je še nič.
web-template-done-used = Odslej jo uporabijo nove kampanje te vrste. Obstoječe obdržijo svojo.
web-template-done-library = Nove kampanje te vrste spet uporabijo Biltenovo lastno predlogo.
web-template-typed-stays = Kar ste napisali, je še vedno spodaj.
web-template-use-title = Raba
web-template-in-use = To različico uporabijo nove kampanje. Njihova vrsta: { $kind }.
web-template-not-in-use = Nove kampanje te različice same ne uporabijo. Za posamezno kampanjo jo lahko izberete na njeni strani.
web-template-use = Uporabi za nove kampanje
web-template-use-hint = Njihova vrsta: { $kind }. Obstoječe kampanje obdržijo svojo predlogo.
web-template-used-now = v rabi
web-template-versions = Različice
web-template-changes = Kaj je novega v različici { $number }
web-template-with = Vsebina
web-template-with-example = Izmišljen zgled
web-template-language = Jezik bralca
web-template-show = Pokaži
web-template-sources = Vira
web-template-sources-hint = Različice se ne spreminjajo: s shranjevanjem nastane naslednja. Vir, iz katerega ni mogoče narediti sporočila, se ne shrani; izveste vrstico in stolpec napake.
web-template-name = Ime
web-template-name-hint = Male črke brez šumnikov, števke in vezaji, na primer »poziv-v-rdecem«.
web-template-html = Html-del (Jinja in MJML)
web-template-text = Besedilni del (Jinja)
web-template-note = Kaj je novega
web-template-save = Shrani kot naslednjo različico
web-campaign-template = Predloga
web-campaign-template-choose = Izberite drugo
web-campaign-template-take = Uporabi

web-lists-title = Seznami
web-lists-none = Seznamov še ni. Ustvarite ga na strežniku z ukazom »bilten lists add«, nato se bo pojavil tukaj.
web-list-protected = zaščiten: o bralcih se nikoli ne beleži ničesar
web-list-no-public-page = Ta seznam nima javne strani za prijavo in sporočila, ki prosijo za potrditev, ga ne imenujejo.
web-list-invitation = Naslov za prijavo
web-list-invitation-hint = Kdor ima ta naslov, 90 dni vidi ime seznama in se lahko prijavi. Dajte ga ljudem, ne objavljajte ga.
web-list-readers = Vsi bralci
web-list-nobody = Na seznamu še ni nikogar, ki bi mu smeli pisati.
web-list-chain = Namesto jezika, ki ga kampanja nima
web-list-chain-hint = Oznake jezikov po vrsti, na primer »en, sl«. Bralec prejme prvo različico s tega seznama, ki obstaja; če ni nobene, glavni jezik kampanje.
web-list-required = Obvezni jeziki
web-list-required-hint = Kampanje brez različice v teh jezikih ni mogoče oddati. Pustite prazno, če ni obvezen noben.
web-list-save = Shrani
web-list-saved = Shranjeno. Velja za kampanje, ki še niso šle na pot.
web-list-nothing-saved = Nič se ni spremenilo.

web-campaigns-title = Kampanje
web-campaigns-none = Kampanj še ni. Osnutek pripravite na strežniku z ukazom »bilten campaign draft«, nato se bo pojavil tukaj.
web-campaigns-older = Starejše kampanje

web-campaign-all = Vse kampanje
web-campaign-at = { $time } ({ $zone })
web-campaign-provider-says = Sporočilo ponudnika: { $words }

web-next-title = Kaj zdaj
web-next-draft = To je osnutek. Preglejte ga v vseh jezikih, nato ga oddajte v pregled.
web-next-in_review = Čaka na potrditev natanko tega, kar vidite tukaj: doslej { $approvals } od { $required }.
web-next-hand-draft = To kampanjo ste pripravili vi, zato jo mora potrditi nekdo drug.
web-next-hand-words = Spremenili ste njeno besedilo, zato jo mora potrditi nekdo drug.
web-next-hand-senders = Spremenili ste njenega pošiljatelja, zato jo mora potrditi nekdo drug.
web-next-hand-template = Spremenili ste njeno predlogo, zato jo mora potrditi nekdo drug.
web-next-hand-audience = Spremenili ste jezike njenega seznama, zato jo mora potrditi nekdo drug.
web-next-hand-news = Novico v njej ste uvozili ali spremenili vi, zato jo mora potrditi nekdo drug.
web-next-hand-brand = Spremenili ste podobo, ki jo nosi, zato jo mora potrditi nekdo drug.
web-next-hand-content = V njej ste nekaj spremenili, zato jo mora potrditi nekdo drug.
web-next-approved = Potrjeno. Določite, kdaj naj bo poslano.
web-next-scheduled = Ob zgoraj navedenem času bo poslana sama od sebe. Do takrat jo je mogoče ustaviti.
web-next-preparing = Pripravlja se seznam prejemnikov; pošiljanje se začne vsak hip.
web-next-sending = Pošiljanje poteka.
web-next-paused = Pošiljanje je ustavljeno. Dokler ga kdo ne nadaljuje, ne gre ven nič.
web-next-sent = Poslano je vsem, ki jim je bilo namenjeno.
web-next-cancelled = Kampanja je preklicana. Kar je bilo poslano prej, ostaja pri bralcih; nič več ne bo sledilo.

web-senders-title = Pošiljatelj
web-senders-first = Prvi
web-senders-second = Rezervni
web-senders-none = brez rezervnega
web-senders-choose = Spremenite pošiljatelja
web-senders-hint = Prevzame, če prvi ponudnik odpove. Kar je pri prvem morda že šlo ven, ostane pri njem, dokler se ne izve.
web-senders-save = Shrani pošiljatelja
web-senders-carried = »{ $first }« je ustavljen, zato kampanjo nosi »{ $second }«. Nihče ne bo dobil sporočila dvakrat.
web-needs-resume-sender = Znova uporabi »{ $name }«
web-done-senders = Pošiljatelja sta shranjena. Kampanja je osnutek.
web-done-template = Predloga je izbrana. Kampanja je osnutek.

web-visibility-title = Na spletu
web-visibility-label = Kdo sme brati
web-visibility-save = Shrani
web-visibility-unknown = Te izbire ni. Nič se ni spremenilo. Izberite eno od ponujenih.
web-done-visibility = Shranjeno. V poslanih sporočilih se ne spremeni nič.

web-behind-title = Za povezavami
web-behind-frozen = To kažejo strani njenih publikacij: kar je bilo potrjeno z njo.
web-behind-draft = To bodo kazale strani njenih publikacij. Potrdi se skupaj s sporočilom.
web-behind-pdf = PDF
web-behind-changed = Novica se je po potrditvi spremenila. Bralci še vedno vidijo, kar je bilo potrjeno. Zdaj pravi:
web-behind-publish = Objavi, kar pravi zdaj
web-behind-publish-hint = Za nekoga, ki tega ni napisal. Poslana sporočila se ne spremenijo, strani, na katere vodijo, pa se.
web-done-correction = Objavljeno. Strani za povezavami kažejo novo besedilo in datoteke.

web-words-now = Kar ste napisali, je v poljih spodaj. Kar je tam zdaj:

web-reach-title = Kdo dobi kaj
web-reach-stand = { LANGUAGE($language) } → { LANGUAGE($instead) }: { $count ->
    [one] { $count } bralec
    [two] { $count } bralca
    [few] { $count } bralci
   *[other] { $count } bralcev
}
web-variant-add-label = Še en jezik
web-variant-add = Dodaj različico
web-variant-edit = Spremenite besedilo
web-variant-mend = Popravite besedilo
web-variant-voids = Kampanja bo spet osnutek in potrditve ne bodo več veljale.
web-edit-leaves-nobody = Po vaši spremembi ne bi bilo nikogar več, ki bi smel potrditi to kampanjo: kdor v njej kaj spremeni, kot potrjevalec ne šteje. Pred spremembo premislite, kdo bi jo še lahko potrdil, ali prosite avtorja, naj jo spremeni.
web-edit-costs-vote = Če tu kaj spremenite, mora kampanjo potrditi nekdo drug.
web-edit-shared-leaves-nobody = Če tu kaj spremenite, ne bo nikogar več, ki bi smel potrditi te osnutke, saj kdor spremeni, kar kažejo, ne šteje. Najprej jih potrdite ali poiščite še koga, ki sme potrjevati:
web-variant-intro = Uvodne besede
web-variant-intro-hint = Nekaj lastnih besed pred novicami. Prazna vrstica loči odstavke. Kjer napišete [[recipient_name|bralec]], bo stalo ime.
web-variant-save = Shrani besedilo
web-variant-remove = Odstrani različico: { LANGUAGE($language) }
web-done-words = Besedilo je shranjeno. Kampanja je osnutek.
web-done-language-added = Različica je dodana, prve besede so iz novic. Preglejte jih.
web-done-language-removed = Različica je odstranjena.

web-step-submit = Oddaj v pregled
web-step-approve = Potrdi
web-step-approve-hint = Potrditev velja natanko za to besedilo in te slike; vsaka poznejša sprememba jo razveljavi.
web-step-schedule-label = Datum in ura
web-step-schedule-zone = Krajevni čas ({ $zone })
web-step-schedule = Določi čas pošiljanja
web-step-send = Pošlji zdaj …
web-step-send-sure = Kampanja bo poslana vsem na seznamu »{ $list }«. { $seconds ->
    [0] Tega ni mogoče vzeti nazaj.
    [one] Za premislek imate { $seconds } sekundo.
    [two] Za premislek imate { $seconds } sekundi.
    [few] Za premislek imate { $seconds } sekunde.
   *[other] Za premislek imate { $seconds } sekund.
 }
web-step-send-yes = Da, pošlji
web-step-unschedule = Vzemi nazaj
web-step-pause = Ustavi
web-step-resume = Nadaljuj pošiljanje
web-step-cancel = Prekliči kampanjo …
web-step-cancel-sure = Kampanja ne bo nikoli poslana oziroma se pošiljanje ne bo več nadaljevalo. Tega ni mogoče razveljaviti.
web-step-cancel-yes = Da, prekliči

web-done-submit = Oddano. Sodelavka ali sodelavec lahko kampanjo zdaj potrdi.
web-done-approve = Vaša potrditev je zabeležena.
web-done-schedule = Čas pošiljanja je določen.
web-done-send = { $seconds ->
    [0] Pošiljanje se začenja.
    [one] Pošiljanje se začne čez { $seconds } sekundo. Do takrat lahko kampanjo vzamete nazaj.
    [two] Pošiljanje se začne čez { $seconds } sekundi. Do takrat lahko kampanjo vzamete nazaj.
    [few] Pošiljanje se začne čez { $seconds } sekunde. Do takrat lahko kampanjo vzamete nazaj.
   *[other] Pošiljanje se začne čez { $seconds } sekund. Do takrat lahko kampanjo vzamete nazaj.
 }
web-done-unschedule = Vzeto nazaj. Dokler ne določite časa, ne gre ven nič.
web-done-pause = Ustavljeno. Kar je bilo v tem trenutku na poti, bo še prispelo.
web-done-resume = Pošiljanje se nadaljuje.
web-done-cancel = Preklicano.
web-time-unreadable = To nista datum in ura. Čas pošiljanja ni bil določen. Zapišite takole: 2026-11-22 18:00.

web-look = Preveri povezave in pošiljatelja
web-look-hint = Za vsako povezavo in sliko z drugih strežnikov preveri, ali je tam, in v domeni pošiljatelja, ali njegova pošta velja za pristno. Traja nekaj sekund; kar se najde, je navedeno zgoraj.
web-done-look = Povezave in pošiljatelj so preverjeni. Kar je bilo najdeno, je med ugotovitvami.
web-findings-title = Kaj je odkril pregled
web-findings-none = Pregled ni odkril nobene napake.
web-finding-error = Treba je popraviti
web-finding-warning = Vredno preveriti

web-preview-title = Predogled
web-preview-languages = Kaj želite videti
web-preview-html = S slikami
web-preview-text = Golo besedilo
web-preview-subject = Zadeva
web-preview-preheader = Prva vrstica
web-preview-frame = Sporočilo v tem jeziku: { $language }

web-report-title = Potek
web-report-not-yet = Številke se pojavijo, ko se začne pošiljanje.
web-report-bar = Opravljeno
web-report-reload = Naložite znova in poglejte, kako daleč je
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

web-report-deliveries = Pošiljke vseh bralcev
web-report-downloads = { $count ->
    [0] PDF-ja še ni prenesel nihče.
   *[other] PDF je bil prenesen { $count }-krat, iz tega sporočila ali od drugod.
}
web-report-missed = Kdo ni dobil in zakaj
web-next-doubts = Za nekatere bralce ni znano, ali so sporočilo dobili. Odločite.

web-needs-title = Kar čaka na vas
web-needs-open = Odpri »{ $name }«

web-deliveries = Pošiljke
web-deliveries-title = Pošiljke kampanje »{ $name }«
web-deliveries-who = Kdo
web-deliveries-everyone = Vsi
web-deliveries-missed = Kdor ni dobil
web-deliveries-any = Vse
web-deliveries-reader = Bralec
web-deliveries-language = Jezik
web-deliveries-status = Stanje
web-deliveries-outcome = Odziv
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
web-again-why = Zakaj? Shrani se z vašim imenom.
web-again-do = Pošlji znova
web-again-old = Obrazec ne pove, kaj ste videli. Nič se ni spremenilo. Še enkrat odprite pošiljke kampanje in pošljite od tam.
web-deliveries-further = Naslednji bralci
web-deliveries-first = Od začetka

web-delivery-facts = Kako je s pošiljko
web-delivery-name = Ime
web-delivery-language = Jezik izvoda
web-delivery-words = Besede ponudnika
web-delivery-story = Kako je potekalo

web-copy-title = Izvod te osebe
web-copy-closed = Kaj natanko je ta oseba prejela? Vpogled v njen izvod se zabeleži z vašim imenom; potem vam je odprt deset minut.
web-copy-open = Odpri izvod
web-copy-proven = To je do zadnjega bajta tisto, kar je bilo poslano: ko izvod sestavimo znova, ima isti prstni odtis kot klic ponudniku.
web-copy-rebuilt = Sestavljeno znova z današnjimi imeni, naslovi, seznamom in pošiljateljem. Nekaj od tega se je medtem spremenilo ali pa nekoga iz istega klica ni več, zato ni mogoče dokazati, da je bilo poslano natanko to.
web-copy-unsent = Za to osebo ni bilo nobenega klica. To bo prejela oziroma bi prejela.
web-copy-covered = Zakrita je samo njena povezava za odjavo: kdor jo ima, se lahko odjavi v njenem imenu. Vaš vpogled je zabeležen.
web-copy-hidden = Ta kampanja je šla na zaščiten seznam, seznam ogroženih ljudi. Kdo so njeni bralci in kaj je kdo prejel, vidijo le tisti, ki jim je skrbnik to dovolil.
web-copy-erased = Ta oseba je izbrisana, z njo pa vse, kar je bilo samo njeno. Njenega izvoda ni več mogoče sestaviti; kar je bilo poslano vsem, je na strani kampanje.
web-copy-part-html = S slikami
web-copy-part-text = Golo besedilo
web-copy-part-headers = Polja glave
web-copy-frame = Sporočilo za { $address }

web-doubts-title = Negotovo
web-doubts-lead = Ponudnika smo poklicali, odgovora pa ni bilo. Česar ne razjasni noben dokaz, odločite vi: najprej poglejte v dnevnik pri ponudniku.
web-doubts-who = Koga zadeva
web-doubt = Poskus { $number }, { $time }, prek »{ $sender }«: { $count ->
    [one] { $count } bralec
    [two] { $count } bralca
    [few] { $count } bralci
   *[other] { $count } bralcev
 }
web-doubt-known = Kar je znano: { $words }
web-doubt-looking = Bilten še ugotavlja sam in bo znova preveril { $time }. Za zdaj ni treba odločiti ničesar.
web-doubt-decide = Kaj naj se zgodi?
web-doubt-leave = Naj ostane negotovo: raje nič kot dvakrat.
web-doubt-accepted = Bilo je poslano: tako piše v ponudnikovem dnevniku.
web-doubt-send_again = Pošlji znova samo tem bralcem: v dnevniku ni ničesar. Če je vendarle prispelo, bodo dobili dvakrat.
web-doubt-why = Zakaj? Shrani se z vašim imenom.
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
web-doubts-all-only = Kar postane negotovo, potem ko ste odprli to stran, ni vključeno.
web-doubts-more = { $count ->
    [one] Še { $count } poskus ni naveden posebej.
    [two] Še { $count } poskusa nista navedena posebej.
    [few] Še { $count } poskusi niso navedeni posebej.
   *[other] Še { $count } poskusov ni navedenih posebej.
 }
web-doubt-approver = O tem odloča nekdo, ki sme potrjevati kampanje.
web-doubt-choice = Nič ni bilo izbrano, zato se ni nič spremenilo. Vrnite se in izberite, kaj naj se zgodi.
web-done-leave = Ostaja negotovo, kot ste odločili.
web-done-accepted = Šteje za poslano, kot ste odločili.
web-done-send_again = Tem bralcem bo poslano znova, takoj ko se bo kampanja pošiljala.
