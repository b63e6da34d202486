### Errors

campaigns-unknown = Kampanje { $id } ni. Nič se ni spremenilo. Seznam kampanj pokaže, katere so.
campaigns-no-variant = »{ $name }« nima besedila v jeziku »{ $language }«. Nič se ni spremenilo.
campaigns-variant-exists = »{ $name }« že ima besedilo v jeziku »{ LANGUAGE($language) }«. Nič se ni spremenilo.
campaigns-main-variant-stays =
    »{ LANGUAGE($language) }« je glavni jezik kampanje »{ $name }«, zato ga ni mogoče odstraniti. Nič se ni
    spremenilo. Če ga ne potrebujete, pripravite novo kampanjo z drugim glavnim jezikom.
campaigns-second-sender-same = »{ $name }« ne more biti sam sebi rezerva. Nič se ni spremenilo. Izberite drugega ali nobenega.
campaigns-template-of-other-kind = Predloga »{ $name }« je za drugo vrsto kampanje. Nič se ni spremenilo. Izberite predlogo te vrste.
campaigns-sender-not-paused = Pošiljatelj »{ $name }« ni ustavljen. Nič se ni spremenilo.
campaigns-protected-not-public =
    »{ $name }« je za seznam ljudi, ki bi bili lahko ogroženi, zato ne more stati v javnem arhivu. Nič se ni
    spremenilo. Izberite povezavo ali nikogar.
campaigns-no-items = Kampanja potrebuje vsaj eno novico. Osnutek ni nastal. Navedite novico in poskusite znova.
campaigns-too-many-items =
    Za eno kampanjo je novic preveč ({ $count }); največ jih je lahko { $limit }. Osnutek ni nastal. Razdelite jih
    v dve kampanji.
campaigns-item-twice = Ena od novic je navedena dvakrat. Osnutek ni nastal. Vsako navedite enkrat.
campaigns-unknown-language =
    »{ $language }« ni oznaka jezika. Osnutek ni nastal. Uporabite oznake, kot so sl, en ali ar.
campaigns-no-brand =
    Ime in poštni naslov organizacije še nista vpisana, vsako pismo pa ju mora imeti. Nič se ni spremenilo.
    Zaženite »bilten init« in poskusite znova.
campaigns-changed-meanwhile =
    Kampanjo »{ $name }« je pravkar spremenil nekdo drug. Vaš korak ni bil izveden, nič se ni izgubilo.
    Osvežite stran in poglejte znova.
campaigns-not-now =
    To zdaj ni mogoče: { $state ->
        [draft] kampanja je še osnutek
        [in_review] kampanja je v pregledu
        [approved] kampanja je potrjena, ni pa na urniku
        [scheduled] kampanja je na urniku
        [preparing] kampanja bo vsak hip šla ven
        [sending] kampanja se pošilja
        [paused] kampanja je ustavljena
        [sent] kampanja je že poslana
       *[cancelled] kampanja je preklicana
    }. Nič se ni spremenilo.
    Preverite, kako je z njo; morda vas je kdo prehitel.
campaigns-changed-since-seen =
    Kampanja »{ $name }« se je spremenila, odkar ste jo gledali. Potrditve nismo zabeležili. Še enkrat jo preglejte in
    potrdite to, kar vidite.
campaigns-correction-too-early =
    Kampanja »{ $name }« še ni bila poslana, zato ni česa popraviti. Nič se ni spremenilo. Uredite kampanjo samo.
campaigns-changed-by-another =
    Odkar ste odprli stran, je to spremenil nekdo drug. Nič se ni shranilo in nič njegovega ni izgubljeno. Poglejte, kaj
    piše zdaj; če naj velja vaše, shranite še enkrat.
campaigns-own-approval =
    Osnutek »{ $name }« je vaš, zato ga mora potrditi nekdo drug. Nič se ni spremenilo.
campaigns-approver-contributed =
    Spremenili ste { $matter ->
        [words] besedilo kampanje »{ $name }«
        [senders] pošiljatelja kampanje »{ $name }«
        [template] predlogo kampanje »{ $name }«
        [audience] jezike seznama, na katerega gre »{ $name }«
        [news] novico v kampanji »{ $name }«
        [brand] podobo, ki jo nosi »{ $name }«
       *[content] nekaj v kampanji »{ $name }«
    }, zato vaša potrditev ne velja. Nič se ni spremenilo.
    Potrditi jo mora nekdo, ki v njej ni spremenil ničesar; to je lahko tudi skrbnik. Če vrnete to, kar je bilo pred
    vašo spremembo, lahko spet potrdite vi.
campaigns-readers-hidden =
    Ta kampanja je šla na zaščiten seznam in vi ne smete videti, kdo je na njem. Nič ni bilo odprto. Skrbnik vam lahko
    to dovoli: bilten user protected-readers NASLOV --allow
campaigns-no-such-user =
    Med sodelavci ni nikogar z naslovom { $address }. Nič se ni spremenilo. Preverite naslov ali osebo dodajte z bilten user add.
campaigns-nobody-left-to-approve =
    Premalo je ljudi, ki smejo potrditi to kampanjo: kdor je v njej kaj napisal ali spremenil, ne šteje.
    Potrebujete še koga, ki sme potrjevati, ali skrbnika, ki v njej ni spremenil ničesar; lahko pa vrnete to, kar je
    kdo od vas spremenil.
campaigns-approver-unknown =
    Potrditi mora oseba. Nič se ni spremenilo. Prijavite se ali se navedite z --as.
campaigns-check-failed =
    { $count ->
        [one] Pregled je v »{ $name }« našel { $count } napako,
        [two] Pregled je v »{ $name }« našel { $count } napaki,
        [few] Pregled je v »{ $name }« našel { $count } napake,
       *[other] Pregled je v »{ $name }« našel { $count } napak,
    } s katerimi ne sme ven. Nič ni bilo oddano, osnutek je tak, kot je bil. Popravite, kar našteje pregled, in
    oddajte znova.
campaigns-time-past =
    { $time } ({ $zone }) je že mimo. Nič ni na urniku. Izberite poznejši čas ali pošljite takoj.
campaigns-time-far =
    Leto v { $time } je predaleč; zadnje možno je { $last }. Nič ni na urniku. Popravite leto.
campaigns-time-does-not-exist =
    Tisto noč se ura premakne naprej in { $time } v pasu { $zone } ne obstaja. Nič ni na urniku.
    Izberite uro pozneje.
campaigns-unknown-zone =
    »{ $zone }« ni časovni pas. Nič ni na urniku. Uporabite ime, kot je Europe/Ljubljana.
campaigns-automation-exists =
    Avtomatizacija z imenom »{ $name }« že obstaja. Nič ni bilo dodano. Izberite drugo ime.
campaigns-automation-folder-taken =
    Novosti iz te mape že pošilja »{ $name }«, in sicer na seznam »{ $list }«. Če bi jih pošiljali dve, bi naročniki obeh
    seznamov vse dobili dvakrat. Nič ni bilo dodano. Uporabite --mode draft, da sodelavci vsak osnutek pregledajo, preden
    gre na drugi seznam, ali pa drugemu seznamu dajte svojo mapo.
campaigns-automation-unknown =
    Avtomatizacije z imenom »{ $name }« ni. Nič se ni spremenilo. Pokaže jih: bilten automation list
campaigns-automation-needs-a-person =
    Avtomatizacija, ki pošilja sama, potrebuje osebo, ki zanjo odgovarja. Nič ni bilo dodano.
    Prijavite se kot oseba, ki sme potrjevati, ali jo navedite z --as.
campaigns-automation-changing = Novica, podoba ali predloga se je ravno spreminjala. Avtomatizacija bo poskusila znova sama.
campaigns-automation-most = Avtomatizacija lahko naenkrat pošlje od 1 do { $limit } novih objav. Nič se ni spremenilo.
campaigns-automation-days = Starost objave je število dni med 0 in { $limit }. Nič se ni spremenilo.
campaigns-automation-time = »{ $value }« ni ura. Zapišite jo kot 09:00. Nič se ni spremenilo.

# Zakaj je avtomatizacija nekaj le pripravila in ni poslala
campaigns-held-repeats-address = Ima isti spletni naslov kot »{ $title }« ({ $slug }), ki je bila obravnavana { $date }.
campaigns-held-repeats-words = Od besede do besede je enaka kot »{ $title }« ({ $slug }), ki je bila obravnavana { $date }.
campaigns-held-repeats-body = Njeno besedilo je enako kot pri »{ $title }« ({ $slug }), ki je bila obravnavana { $date }.
campaigns-held-repeats-itself = Kampanja s to objavo je že poslana ali odobrena ({ $date }).
campaigns-held-too-many = Približno ob istem času { $count ->
    [one] je prispela { $count } nova objava
    [two] sta prispeli { $count } novi objavi
    [few] so prispele { $count } nove objave
   *[other] je prispelo { $count } novih objav
  }; ta avtomatizacija jih naenkrat pošlje največ { $limit }.
campaigns-held-old = Od njenega datuma, { $date }, je minilo več kot { $days ->
    [one] { $days } dan
    [two] { $days } dneva
    [few] { $days } dni
   *[other] { $days } dni
  }. (Če besedilo ne navaja datuma, velja dan, ko je bila datoteka nazadnje zapisana.)
campaigns-held-before = Njen datum, { $date }, je starejši od avtomatizacije. (Če besedilo ne navaja datuma, velja dan, ko je bila datoteka nazadnje zapisana.)
campaigns-held-by-hand = Njeno besedilo ali besedilo tega, kar popravlja, je { $date } ročno spremenila oseba { $name }. Avtomatizacija sama pošlje samo to, kar pride iz njene mape.

# Kaj pove pregled o objavah, ki so že šle ven
campaigns-repeats-address = Ena od objav ima isti spletni naslov kot »{ $title }« ({ $slug }), ki je bila obravnavana { $date }. Bralci so jo morda že prejeli.
campaigns-repeats-words = Ena od objav je od besede do besede enaka kot »{ $title }« ({ $slug }), ki je bila obravnavana { $date }. Bralci so jo morda že prejeli.
campaigns-repeats-body = Besedilo ene od objav je enako kot pri »{ $title }« ({ $slug }), ki je bila obravnavana { $date }. Bralci so jo morda že prejeli.
campaigns-repeats-title = »{ $title }« ({ $slug }) ima isti naslov in je bila obravnavana { $date }. Preverite, ali je to res nekaj novega.

campaigns-need-held-draft = Avtomatizacija »{ $name }« je pripravila »{ $title }« in je ni poslala.
campaigns-need-held-drafts-more = Avtomatizacije zadržujejo še { $count ->
    [one] { $count } osnutek
    [two] { $count } osnutka
    [few] { $count } osnutke
   *[other] { $count } osnutkov
  }. Najdete jih na seznamu kampanj.
campaigns-do-release = Oglejte si osnutek: če naj gre ven, ga oddajte, sicer ga prekličite. Do takrat se nič ne pošlje.

### Findings of the check

campaigns-protected-tracking = Na seznamu so ogroženi ljudje, ponudniku { $provider } pa je sledenje odpiranju in klikom mogoče preprečiti le v njegovem računu. Sledena povezava bi izdala, kdo bere. Preden pošljete, tam preverite, ali je sledenje izklopljeno.
campaigns-audience-unusual = Kampanja bi šla toliko ljudem: { $count }; na ta seznam jih gre navadno približno { $usual }. Poslanega ni mogoče vzeti nazaj. Poglejte, kdo je bil nazadnje dodan na seznam.
campaigns-audience-empty =
    Tega ne bi prejel nihče. Na seznamu ni potrjenih naročnikov, ki jim smemo pisati, in kampanja brez
    prejemnikov se ustavi sama. Izberite drug seznam ali prej uvozite naročnike.
campaigns-language-missing =
    Jezik »{ LANGUAGE($language) }«: { $count ->
        [one] { $count } bralec, ki bo namesto tega prejel
        [two] { $count } bralca, ki bosta namesto tega prejela
        [few] { $count } bralci, ki bodo namesto tega prejeli
       *[other] { $count } bralcev, ki bodo namesto tega prejeli
    } besedilo v jeziku »{ LANGUAGE($instead) }«. Če lahko, dodajte različico.
campaigns-required-variant-missing =
    Za ta seznam je različica v jeziku »{ LANGUAGE($language) }« obvezna, kampanja pa je nima. Bralci bi prejeli
    besedilo v drugem jeziku, zato je ni mogoče oddati. Dodajte različico ali pa pri seznamu spremenite obvezne
    jezike.

### Who may read it on the web

campaigns-finding-in = { $where ->
        [subject] zadeva
        [preheader] prva vrstica
        [text] besedilni del
        [audience] bralci
        [sender] pošiljatelj
       *[html] html-del
    }
campaigns-visibility-public = vsi: v arhivu in iskalnikih
campaigns-visibility-link_only = kdor ima povezavo
campaigns-visibility-members = naročniki njenega seznama, na strani s svojimi nastavitvami
campaigns-visibility-none = nihče

### States

campaigns-status-draft = Osnutek
campaigns-status-in_review = V pregledu
campaigns-status-approved = Potrjena
campaigns-status-scheduled = Na urniku
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
campaigns-kind-digest = Pregled
campaigns-kind-correction = Popravek

### Why it is paused, and what to do

campaigns-pause-staff = Ustavil jo je nekdo od vas. Dokler je kdo ne nadaljuje, ne gre ven nič več.
campaigns-pause-error_threshold =
    Ustavljena, ker je ponudnik večkrat zapored odpovedal. Nihče se ni izgubil: komur še ni bilo poslano, čaka v
    vrsti. Nadaljujte, ko bo ponudnik spet delal.
campaigns-pause-sender_misconfigured =
    Ustavljena, ker ponudnik zavrača pošto tega pošiljatelja: napačen ključ, dosežena omejitev pošiljanja, blokada.
    Kaj od tega, povedo njegove besede. Nihče se ni izgubil. Uredite to ali počakajte, da se omejitev obnovi, in
    nadaljujte.
campaigns-pause-content_rejected =
    Ustavljena, ker ponudnik zavrača vsebino. Nihče se ni izgubil. Preberite, kaj pravi ponudnik; če je težava v
    besedilu, kampanjo prekličite in pripravite popravljeno, če se je zmotil ponudnik, nadaljujte.
campaigns-pause-audience_empty =
    Ustavljena pred pošiljanjem: nikomur na seznamu ne smemo pisati. Uvozite naročnike in nadaljujte ali pa jo
    prekličite.
campaigns-pause-too_late =
    Zadržana: njen čas je minil, ko Bilten ni tekel, in to dlje, kot je dovoljeno. Nič ni bilo poslano.
    Nadaljujte, če naj gre ven zdaj, ali jo prekličite.
campaigns-pause-content_changed =
    Ustavljena pred pošiljanjem: ven bi šlo nekaj drugega, kot je bilo potrjeno. Nič ni bilo poslano. Prekličite
    jo, pripravite znova in ugotovite, kdo je spreminjal bazo ali pošiljatelja.
campaigns-pause-wrong_recipient =
    Ustavljena: pismo bi šlo nekomu, komur ni bilo namenjeno. Ni bilo poslano. To je napaka v Biltenu; preden
    nadaljujete, jo sporočite.

campaigns-pause-restored =
    Ustavljena: vrnjeno je bilo prejšnje stanje baze. Kdor je to pošto medtem morda že prejel, je dvomljiv, ali pa je
    bila kampanja medtem ustavljena ali spremenjena. Najprej poglejte, kaj je dvomljivo; potem nadaljujte, in prejeli jo
    bodo le tisti, ki so še v vrsti, ali pa jo prekličite.

### Why somebody was skipped

campaigns-skipped-not_subscribed = ni več na seznamu
campaigns-skipped-pending = še ni potrdil
campaigns-skipped-unsubscribed = odjavljen
campaigns-skipped-suppressed = naslov zavrača pošto ali se je pritožil
campaigns-skipped-erased = izbrisan
campaigns-skipped-address_changed = naslov se je spremenil

### Decisions over what is in doubt

campaigns-doubt-needs-a-person =
    Za takšno odločitev mora stati oseba. Nič se ni spremenilo. Prijavite se ali se navedite z --as.
campaigns-doubt-why =
    Napišite, zakaj, z največ { $longest ->
        [one] { $longest } znakom
        [two] { $longest } znakoma
        [few] { $longest } znaki
       *[other] { $longest } znaki
    }: razlog se shrani z odločitvijo. Nič se ni spremenilo.
campaigns-doubt-choice =
    Povejte, kaj naj se zgodi: --leave, --accepted ali --send-again, eno od tega. Nič se ni spremenilo.
campaigns-doubt-looked-into =
    Bilten še sam ugotavlja, kaj se je zgodilo s poskusom { $attempt }, in bo poslal znova, če ni prispel. Nič se ni
    spremenilo. Če je ustavljena kampanja ali njen pošiljatelj, nadaljujte; poglejte znova pozneje.
campaigns-doubt-cancelled =
    Kampanja »{ $name }« je preklicana, zato se od nje nič več ne pošlje. Nič se ni spremenilo; kar je negotovo,
    lahko še vedno označite kot poslano ali pustite. Če morajo ti bralci sporočilo dobiti, pripravite novo kampanjo.
campaigns-doubts-decided-already =
    Nobeden od teh poskusov ne čaka več na odločitev: nekdo je že odločil ali pa se je medtem pojavil dokaz. Nič se ni
    spremenilo. Kaj je še negotovo, piše na strani kampanje.
campaigns-refused-nobody =
    Nobena od teh pošiljk ni več zavrnjena ali opuščena: sporočilo se že pošilja znova ali pa je bilo od vašega ogleda
    še enkrat zavrnjeno. Nič se ni spremenilo. Še enkrat poglejte pošiljke kampanje.
campaigns-refused-sent-again = Poslano znova zavrnjenim in opuščenim

campaigns-choice-leave = Ostaja negotovo
campaigns-choice-accepted = Šteje za poslano
campaigns-choice-send_again = Poslano znova

### What needs somebody

campaigns-need-sender = Pošiljatelj »{ $name }« je ustavljen: prek njega ne gre ven nič.
campaigns-need-carried =
    Kampanjo »{ $name }« nosi rezervni pošiljatelj »{ $second }«, ker je »{ $first }« ustavljen. Nič ni izgubljeno;
    če odpove še ta, se kampanja ustavi.
campaigns-need-campaign = Kampanja »{ $name }« je ustavljena.
campaigns-need-doubts = »{ $name }«: ni znano, ali { $count ->
    [one] je sporočilo dobil { $count } bralec
    [two] sta sporočilo dobila { $count } bralca
    [few] so sporočilo dobili { $count } bralci
   *[other] je sporočilo dobilo { $count } bralcev
 }.
campaigns-need-automation = Avtomatizacija »{ $name }« ni poslala novice »{ $title }«.
campaigns-automation-check =
    { $count ->
        [one] Pregled je v »{ $name }« našel { $count } napako,
        [two] Pregled je v »{ $name }« našel { $count } napaki,
        [few] Pregled je v »{ $name }« našel { $count } napake,
       *[other] Pregled je v »{ $name }« našel { $count } napak,
    } s katerimi ne sme ven.
campaigns-need-lost-words =
    »{ $name }« je brez besedil, prispevkov in odobritev: izbrisala jih je nadgradnja ene od prejšnjih različic Biltna.
campaigns-need-lost-memory =
    Avtomatizacija »{ $name }« je zadržana: nadgradnja ene od prejšnjih različic Biltna je izbrisala podatke o tem, kaj je
    že videla, zato bi stare objave poslala še enkrat.
campaigns-adopted-meanwhile =
    To bazo je ob istem času prevzel že nekdo drug. Tukaj se ni nič spremenilo. Zaženite bilten doctor: pove, kako je.
campaigns-journal-none =
    V mapi { $folder } ni Biltenovega dnevnika. Nič se ni spremenilo. Navedite kopijo mape BILTEN_STATE_DIR z drugega
    računalnika.
campaigns-journal-other-database =
    Dnevnik v mapi { $folder } je o drugi bazi. Nič se ni spremenilo. Dnevnik te baze je v mapi { $identity } znotraj
    BILTEN_STATE_DIR na tistem računalniku.
campaigns-journal-twice =
    Dnevnik v mapi { $folder } je od računalnika, čigar dnevnik je že znan: od tega računalnika ali od katerega, ki ste
    ga že navedli. Nič se ni spremenilo. Vsak drug računalnik navedite enkrat.
campaigns-automation-restored =
    Vrnjeno je bilo prejšnje stanje baze in objava je medtem morda že odšla. Ni bila poslana še enkrat.
campaigns-need-held = Nič se ne pošilja.
campaigns-need-adopted = Vrnjeno je bilo prejšnje stanje baze. Dvomljivih: { $doubt }. Kampanj, ki so medtem odšle in jih ni več: { $lost }.
campaigns-do-adopted =
    O tem, kar je dvomljivo, odločite na straneh kampanj. Kampanje, ki je že odšla, ne pripravljajte znova: bralci bi jo
    prejeli dvakrat. Prijave od takrat so izgubljene; kdor se prijavi znova, je dobrodošel.
campaigns-need-news = V opazovani mapi »{ $name }« { $count ->
    [one] je bila zavrnjena { $count } datoteka.
    [two] sta bili zavrnjeni { $count } datoteki.
    [few] so bile zavrnjene { $count } datoteke.
   *[other] je bilo zavrnjenih { $count } datotek.
 }
campaigns-need-receipts = { $count ->
    [one] { $count } obvestila ponudnika za pošiljatelja »{ $name }« ni bilo mogoče prebrati.
    [two] { $count } obvestil ponudnika za pošiljatelja »{ $name }« ni bilo mogoče prebrati.
    [few] { $count } obvestil ponudnika za pošiljatelja »{ $name }« ni bilo mogoče prebrati.
   *[other] { $count } obvestil ponudnika za pošiljatelja »{ $name }« ni bilo mogoče prebrati.
 }

campaigns-do-resume-sender = Ko je vzrok odpravljen, ga znova uporabite tukaj ali z ukazom bilten senders resume.
campaigns-do-decide = Preverite pri ponudniku, nato na strani kampanje povejte, kaj naj se zgodi.
campaigns-do-draft =
    Nič ni šlo ven in osnutek ni ostal. Kampanjo pripravite sami (bilten campaign draft { $slug }); pregled bo pokazal,
    kaj je narobe.
campaigns-do-lost-words =
    Ne bo poslana. Če od takrat ni šlo ven nič, obnovite varnostno kopijo izpred tiste nadgradnje; sicer jo prekličite in
    pripravite na novo.
campaigns-do-lost-memory =
    Dokler se ne odločite, ne pošlje ničesar. Če od takrat ni šlo ven nič, obnovite varnostno kopijo izpred tiste nadgradnje; sicer
    naj to, kar je zdaj v njeni mapi, ostane neposlano, ona pa nadaljuje s tem, kar pride: bilten automation archive »{ $name }«
campaigns-do-correct = Druge so sprejete. Popravite, kar je narobe; mapa se prebere znova sama od sebe.
campaigns-do-tell =
    Kar je prišlo, je shranjeno, vendar so nekatere pošiljke morda že dlje, kot je prikazano. Povejte vzdrževalcem
    Biltena.

### The story of a delivery

campaigns-story-written = Kampanja se je začela; pošiljka je šla v čakalno vrsto.
campaigns-story-attempt = Poskus { $number } prek »{ $sender }« ({ $provider }).
campaigns-story-decision = Odločitev ({ $who }):

### Findings of the check: what was seen out in the world

campaigns-outside-gone =
    { $kind ->
        [image] Slike { $url }
       *[link] Strani, na katero vodi { $url },
    } ni več (strežnik odgovarja { $status }). Bralke in bralci ne bi našli ničesar. Popravite ali odstranite naslov,
    nato ga dajte preveriti znova.
campaigns-outside-name-unknown =
    { $kind ->
        [image] Slike { $url } ni mogoče najti
       *[link] Povezava { $url } ne vodi nikamor
    }: strežnika s tem imenom ni. Bralke in bralci bi videli napako. Preverite, ali je v naslovu tipkarska napaka, nato
    ga dajte preveriti znova.
campaigns-outside-inner =
    { $kind ->
        [image] Slika { $url } je
       *[link] Povezava { $url } vodi na računalnik
    } v notranjem omrežju. Od zunaj je ne more odpreti nihče, zato je ni odprl niti Bilten. Uporabite javni naslov.
campaigns-outside-refused =
    { $kind ->
        [image] Slika { $url }
       *[link] Povezava { $url }
    } ni bila preverjena: v naslovu so uporabniško ime ali posebna vrata ali pa vodi na nekaj, kar ni splet. Nekatera
    omrežja take naslove zapirajo. Odprite jo sami ali uporabite navaden naslov.
campaigns-outside-untrusted =
    Strežnik naslova { $url } ne more dokazati, da je res to, za kar se predstavlja (potrdilo je napačno ali poteklo).
    Brskalniki bi bralke in bralce svarili. Obvestite skrbnike strežnika ali navedite drugo povezavo.
campaigns-outside-redirects =
    Naslov { $url } preusmerja z naslova na naslov in nikoli ne pripelje do cilja. Odprite ga sami in navedite naslov,
    na katerem pristanete.
campaigns-outside-silent =
    Strežnik naslova { $url } ni odgovoril pravočasno. Morda ga ni le ta hip, morda ga ni več. Odprite naslov sami ali ga
    pozneje dajte preveriti znova.
campaigns-outside-failing =
    Strežnik naslova { $url } ima ta hip napako (odgovarja { $status }). Bralke in bralci morda ne bi našli ničesar.
    Pred pošiljanjem ga dajte preveriti znova.
campaigns-outside-closed =
    Strežnik naslova { $url } Biltenu vsebine ne pokaže (odgovarja { $status }). Nekateri strežniki spustijo naprej le
    ljudi, drugi le prijavljene. Odprite naslov v zasebnem oknu in poglejte, kaj vidijo bralke in bralci.
campaigns-outside-no-image =
    Na naslovu { $url } ni slike. Bralke in bralci bi videli prazen okvir. Uporabite naslov same slike ali jo dodajte
    novici, da jo hrani Bilten.
campaigns-outside-unseen =
    { $count ->
        [one] { $count } povezava ali slika v zadnjem dnevu ni bila preverjena
        [two] { $count } povezavi ali sliki v zadnjem dnevu nista bili preverjeni
        [few] { $count } povezave in slike v zadnjem dnevu niso bile preverjene
       *[other] { $count } povezav in slik v zadnjem dnevu ni bilo preverjenih
    }. Da kam ne vodi, bi opazili šele bralke in bralci. Na strani kampanje pritisnite »Preveri povezave in
    pošiljatelja« ali zaženite: bilten campaign check { $id }
campaigns-outside-spam-likely =
    SpamAssassin daje temu sporočilu { $points ->
        [one] { $points } točko
        [two] { $points } točki
        [few] { $points } točke
       *[other] { $points } točk
    }; meja, od katere ga veliko strežnikov da med neželeno pošto, je { $limit }. Marsikdo ga ne bi videl. Odpravite
    razloge, ki so navedeni ob tem.
campaigns-outside-spam-reason =
    SpamAssassin pripominja ({ $rule }): »{ $words }«. Takšni filtri bi sporočilu manj zaupali. Spremenite besedilo ali
    obliko, ki jo ima v mislih.

### Varnostne kopije

campaigns-need-backup-none = Varnostna kopija še ni bila nikoli narejena.
campaigns-need-backup-old = Zadnja varnostna kopija je stara { $days ->
    [one] { $days } dan
    [two] { $days } dneva
    [few] { $days } dni
   *[other] { $days } dni
 }.
campaigns-need-backup-failed = Zadnja varnostna kopija ni uspela ali pa je poškodovana.
campaigns-do-set-backup =
    Nastavite BILTEN_BACKUP_DIR in Bilten jo bo naredil vsak dan; ali pa s svojim časovnikom zaganjajte bilten backup.
campaigns-do-back-up = Naredite jo zdaj z bilten backup in preverite mapo, v katero gredo dnevne.
