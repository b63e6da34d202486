### queue

delivery-claim-lost = Od predvidenih pošiljk ({ $expected }) jih ta delavec drži le še { $held }; druge je medtem prevzel nekdo drug. Nič ni bilo poslano. Poslane bodo v naslednjem krogu.
delivery-attempt-unknown = Poskusa s številko { $attempt } ni. Nič se ni spremenilo. Poskusi so našteti na strani kampanje.
delivery-not-in-doubt = Poskus { $attempt } ni več negotov: medtem je bil razrešen. Nič se ni spremenilo. Izid je na strani kampanje.
delivery-doubt-being-settled = Poskus { $attempt } se pravkar preverja. Nič se ni spremenilo. Poglejte znova čez nekaj minut; če bo takrat še vedno negotov, odločite sami.

delivery-sender-unknown = Pošiljatelja s številko { $sender } ni. Nič se ni spremenilo. Izberite ga s seznama pošiljateljev.
delivery-sender-not-named = Pošiljatelja z imenom »{ $name }« ni. Nič se ni spremenilo. Pošiljatelje pokaže ukaz: bilten senders list
delivery-sender-exists = Pošiljatelj z imenom »{ $name }« že obstaja in je ostal nespremenjen. Izberite drugo ime.
delivery-sender-line-refused = { $field ->
    [name] Ime pošiljatelja
   *[from_name] Ime v polju »Od«
 } mora biti ena vrstica z vidnimi znaki, dolga največ { $longest ->
    [one] { $longest } znak
    [two] { $longest } znaka
    [few] { $longest } znake
   *[other] { $longest } znakov
 }. Nič ni bilo shranjeno. Popravite in shranite znova.
delivery-sender-address-refused = { $field ->
    [from_address] Naslova v polju »Od«
    [bounce_address] Naslova za zavrnjena sporočila
   *[reply_to] Naslova za odgovore
 } ni mogoče uporabiti: { $problem } Nič ni bilo shranjeno. Popravite ga in shranite znova.

delivery-sender-limit-refused = Omejitev je celo število sporočil od 1 do { $most }, na sekundo, uro ali dan. Nič ni shranjeno. Popravite in shranite znova.
delivery-sender-bounces-elsewhere = Pri ponudniku { $provider } se zavrnjena sporočila vračajo ponudniku, ta pa o njih poroča sem. Nič ni bilo shranjeno. Naslov za zavrnjena sporočila je za vaš poštni strežnik (smtp).
delivery-sender-delimiter-refused = Ločilo je eden od teh znakov: { $known } Nič ni bilo shranjeno. Vnesite tistega, ki ga uporablja vaš poštni strežnik, in shranite znova.
delivery-sender-bounce-address-long = Naslov za zavrnjena sporočila je predolg: pred znakom @ sme imeti največ { $longest } znakov, da gre zanje še oznaka vsakega sporočila. Nič ni bilo shranjeno. Izberite krajšega in shranite znova.
delivery-mail-no-bounce-address = Prišlo je sporočilo, noben pošiljatelj pa nima naslova za zavrnjena sporočila, zato ga ne bi nihče videl. Ni bilo prevzeto in ni izgubljeno. Naslov nastavite z ukazom: bilten senders bounces
delivery-complaint-unknown = Te pritožbe ni več: o njej je odločil kdo drug ali pa je bila po mesecu dni pozabljena. Nič se ni spremenilo.
delivery-mail-unknown = Tega sporočila ni več: prebral ga je kdo drug ali pa je bilo po mesecu dni pozabljeno. Nič se ni spremenilo.
delivery-mail-for-a-person = Sporočilo, ki ni poročilo.
delivery-mail-unproven = Sporočilo, za katero ni mogoče dokazati, da zadeva katero od vaših.
delivery-mailbox-unavailable = Nabiralnika za zavrnjena sporočila ni mogoče prebrati: { $problem } Nič ni izgubljeno; sporočila čakajo tam. Preverite nastavitve BILTEN_BOUNCES_IMAP_… in poskusite znova.
delivery-sender-no-one-click = Ponudnik { $provider } ne prenaša polj glave, ki omogočajo odjavo z enim klikom. Nič ni bilo shranjeno. Izberite drugega ponudnika.
delivery-sender-name-not-carried = Ponudnik { $provider } v imenu v polju »Od« ne sprejema znakov { $characters }. Nič ni bilo shranjeno. Napišite ime brez njih in shranite znova.
delivery-sender-name-too-long = Ime v polju »Od« sme imeti pri ponudniku { $provider } največ { $longest ->
    [one] { $longest } znak
    [two] { $longest } znaka
    [few] { $longest } znake
   *[other] { $longest } znakov
 }. Nič ni bilo shranjeno. Skrajšajte ga in shranite znova.

delivery-webhook-unknown = Tega naslova za povratna obvestila ne uporablja noben pošiljatelj. Nič ni bilo shranjeno. Naslov še enkrat kopirajte s strani pošiljatelja k ponudniku.
delivery-webhook-too-large = Zahteva je daljša od { $longest } bajtov, zato ni bila prebrana. Nič ni bilo shranjeno. Pri ponudniku nastavite, naj hkrati pošilja manj dogodkov.

### providers

delivery-wrong-recipient = Pošiljka { $delivery } bi skoraj šla napačni osebi. Poslano ni bilo nič. Kampanja je ustavljena. To se ne sme zgoditi: obvestite vzdrževalce Biltena.
delivery-recipient-twice = Pošiljka { $delivery } bi šla na naslov, ki je že v istem svežnju. Poslano ni bilo nič. Kampanja je ustavljena; obvestite vzdrževalce Biltena.
delivery-header-refused = V polju glave »{ $header }« je prelom vrstice ali znak, ki v glavi sporočila ni dovoljen. Poslano ni bilo nič. Popravite besedilo, iz katerega polje nastane (zadeva, ime pošiljatelja, ime seznama), in poskusite znova.
delivery-provider-transient = Ponudnik sporočila tokrat ni sprejel: { $detail }. Nič se ni izgubilo; Bilten bo sam poskusil znova.
delivery-provider-call-refused = Ponudnik je zavrnil klic z več prejemniki: { $detail }. Nihče iz tega klica ni dobil pošte; Bilten sam poskuša znova z manjšimi skupinami, da ugotovi, za koga gre.
delivery-provider-addresses-refused = Ponudnik je zavrnil klic zaradi enega od naslovov v njem: { $detail }. Nihče iz tega klica ni dobil pošte; Bilten ostalim sam pošlje brez tega naslova.
delivery-provider-content-rejected = Ponudnik zavrača vsebino: { $detail }. Ta sveženj ni bil poslan nikomur. Popravite kampanjo in jo nato nadaljujte.
delivery-provider-misconfigured = Ponudnik ne sprejema pošte tega pošiljatelja: { $detail }. Poslano ni bilo nič in nič se ni izgubilo. Preverite naslov ponudnika, ključ in domeno pošiljatelja, nato nadaljujte kampanjo.
delivery-provider-quota-spent = Kvota ali omejitev pošiljanja pri ponudniku je dosežena: { $detail }. Preostala sporočila čakajo. Povečajte kvoto ali počakajte, da se obnovi, nato nadaljujte kampanjo.
delivery-provider-refuses-everybody = Ponudnik je več prejemnikov zavrnil z enakim sporočilom: { $detail }. Vzrok najbrž ni v njihovih naslovih, zato noben prejemnik ni izpuščen; še vedno so v vrsti. Ugotovite, kaj sporočilo pomeni (omejitev, blokada, nedosegljiv imenik), počakajte, da mine, in nato nadaljujte kampanjo: ti prejemniki pridejo znova na vrsto. Kdor bo spet zavrnjen, medtem ko bodo drugi sprejeti, ostane zavrnjen in je naveden; prejemniku, ki bo spet zavrnjen, ker naslova ni, se ne pošilja več.
delivery-provider-outcome-unknown = Ni še znano, ali je ponudnik sporočila sprejel: { $detail }. Bilten jih brez dokaza ne pošlje še enkrat in ga išče naprej; če ga ni, odločite vi.
delivery-provider-unknown = Ponudnika »{ $provider }« ni. Izberite enega od teh: { $known }.
delivery-provider-without-webhooks = Ponudnik »{ $provider }« ne pošilja povratnih obvestil, zato zanje nima naslova.
delivery-webhook-unsigned = Te zahteve ni podpisal ponudnik. Nič se ni spremenilo. Če jo je vendarle poslal ponudnik, primerjajte skrivnost za povratna obvestila pri njem s tisto v nastavitvah.
delivery-webhook-too-old = Čas v podpisu te zahteve se preveč razlikuje od ure tega računalnika. Nič se ni spremenilo. Preverite, ali je ura tega računalnika pravilna; ponudnik bo poskusil znova.
delivery-webhook-unreadable = Obvestilo { $receipt } je podpisal ponudnik, vendar ni takšno, kot ga opisuje njegova dokumentacija. Shranjeno je, kakor je prišlo. Obvestite vzdrževalce Biltena.
delivery-webhook-secret-unreadable = { $setting } ni skrivnost za povratna obvestila. Prepišite jo s ponudnikove strani za povratna obvestila; začne se z »whsec_«.
delivery-webhook-secret-empty = Nastavitev { $setting } je prazna, zato ne bi bilo mogoče preveriti, ali povratno obvestilo res prihaja od ponudnika. Nič se ni spremenilo. Izmislite si dolgo skrivnost, vpišite jo tukaj in enako tudi pri ponudniku.
delivery-webhook-key-unreadable = { $setting } ni javni ključ. Še enkrat ga kopirajte s ponudnikove strani za povratna obvestila; to je ena sama dolga vrstica.
delivery-webhook-certificate-missing = Potrdila, ki ga navaja ta zahteva, ni bilo mogoče dobiti od ponudnika. Nič se ni spremenilo. Ponudnik bo poskusil znova; poskrbite, da ga ta računalnik doseže po protokolu https.
delivery-webhook-not-confirmed = Naročnine na temo pri ponudniku ni bilo mogoče potrditi. Nič se ni spremenilo. Ponudnik bo vprašal znova; poskrbite, da ga ta računalnik doseže po protokolu https.
delivery-provider-extra-missing = { $provider } potrebuje { $package }, ki ni nameščen. Poslano ni bilo nič. Namestite Bilten z dodatkom »{ $extra }« (uv sync --extra { $extra }) in ga znova zaženite.
delivery-sender-not-for-campaigns = Pošiljatelj »{ $name }« pošilja prek ponudnika { $provider }, ki novičnikov po svojih pogojih ne dovoljuje: namenjen je le sistemskim sporočilom, na primer prošnji za potrditev naročnine. Nič ni bilo shranjeno. Izberite drugega pošiljatelja.

delivery-unknown = Pošiljke { $delivery } v tej kampanji ni. Nič se ni spremenilo. Bralca poiščite na seznamu pošiljk kampanje.
delivery-sender-failing = Ponudnik je večkrat zapored odpovedal. Zadnja napaka: { $detail }. Nič se ni izgubilo. Ko bo spet delal, kampanjo nadaljujte.

## Bralci: kaj je bilo s sporočilom, kot berejo tudi sodelavci

delivery-status-queued = Čaka
delivery-status-sending = Se pošilja
delivery-status-in_doubt = Negotovo
delivery-status-accepted = Poslano
delivery-status-rejected = Zavrnjeno
delivery-status-failed = Opuščeno
delivery-status-skipped = Preskočeno
delivery-status-cancelled = Preklicano

delivery-outcome-pending = Še brez poročila
delivery-outcome-deferred = Zadržano na poti
delivery-outcome-delivered = Dostavljeno
delivery-outcome-bounced = Zavrnjeno pri prejemniku
delivery-outcome-complained = Označeno kot neželeno

## Sodelavci

delivery-reason-invalid = naslov ne obstaja
delivery-reason-bounced = poštni predal je sporočilo zavrnil
delivery-reason-timed_out = prejemnikov strežnik ni bil pravočasno dosegljiv
delivery-reason-blocked = prejemnikov strežnik blokira pošiljatelja
delivery-reason-spam = obravnavano kot neželena pošta
delivery-reason-unsubscribed = odjava pri ponudniku
delivery-reason-other = drug razlog ponudnika
delivery-reason-no_answer = ponudnik ni odgovoril
delivery-reason-too_many_attempts = ni bilo sprejeto v nobenem poskusu

### The history of a delivery

delivery-attempt-under_way = Klic ponudniku še poteka.
delivery-attempt-taken = Ponudnik je sporočilo sprejel.
delivery-attempt-refused = Ponudnik je ta naslov zavrnil.
delivery-attempt-not_taken = Velja za nesprejeto in je spet v čakalni vrsti.
delivery-attempt-given_up = Ni bilo sprejeto in Bilten ni več poskušal.
delivery-attempt-in_doubt = Odgovora ni bilo: ni znano, ali je bilo sprejeto.

delivery-event-queued = Ponudnik ga je dal v svojo čakalno vrsto.
delivery-event-sent = Ponudnik ga je poslal naprej.
delivery-event-rejected = Ponudnik ga je zavrnil.
delivery-event-failed = Ponudnik ga ni mogel poslati.
delivery-event-bounced = Zavrnjeno je bilo pri prejemniku.
delivery-event-deferred = Zadržano je na poti; ponudnik poskuša znova.
delivery-event-delivered = Dostavljeno je bilo.
delivery-event-opened = Odprto je bilo.
delivery-event-clicked = Odprta je bila povezava v njem.
delivery-event-complained = Označeno je bilo kot neželeno.
delivery-event-unsubscribed = Bralec se je odjavil pri ponudniku.
delivery-event-unknown = Ponudnik je sporočil nekaj, česar Bilten ne pozna.

delivery-filter-unknown = Stanja »{ $word }« ni. Nič se ni spremenilo. Uporabite eno od teh: { $known }.

## Staff: what a sender's domain says

delivery-trial-subject = Bilten: preizkus pošiljatelja »{ $name }«
delivery-trial-text = Če to berete, sporočila pošiljatelja »{ $name }« ({ $provider }) prispejo. Poglejte še glave sporočila: pri SPF, DKIM in DMARC naj piše »pass«.
delivery-domain-good = Domena { $domain } dovoljuje, da zanjo pošilja { $provider } (SPF, DKIM, DMARC).
delivery-domain-silent = Imenski strežniki o domeni { $domain } niso odgovorili pravočasno, zato njeni zapisi niso znani (SPF, DKIM, DMARC). Poskusite pozneje.
delivery-domain-spf-missing = Domena { $domain } ne pove, kdo sme pošiljati zanjo (SPF). Veliko strežnikov bi pošto zavrnilo ali jo štelo za neželeno. Dodajte zapis TXT: v=spf1 include:{ $include } ~all
delivery-domain-spf-missing-own = Domena { $domain } ne pove, kdo sme pošiljati zanjo (SPF). Veliko strežnikov bi pošto zavrnilo ali jo štelo za neželeno. Dodajte zapis TXT, ki se začne z v=spf1 in imenuje vaš poštni strežnik.
delivery-domain-spf-many = { $count ->
        [one] Domena { $domain } ima { $count } zapis SPF
        [two] Domena { $domain } ima { $count } zapisa SPF
        [few] Domena { $domain } ima { $count } zapise SPF
       *[other] Domena { $domain } ima { $count } zapisov SPF
    }; kadar jih je več, ne velja nobeden. Strežniki bi pošti manj zaupali. Združite jih v enega.
delivery-domain-spf-provider = Zapis SPF domene { $domain } ne imenuje ponudnika { $provider }. Strežniki bi pošti manj zaupali. V zapis dodajte include:{ $include }.
delivery-domain-dkim-missing = V domeni { $domain } ni ključa DKIM ponudnika { $provider } (preverjeno na { $names }). Brez podpisa veliki ponudniki predalov množično pošto zavračajo. Vpišite zapise, ki jih { $provider } pokaže za vašo domeno; če imajo drugačna imena, je morda vse v redu.
delivery-domain-dkim-unseen = Ali { $provider } podpisuje pošto domene { $domain } (DKIM), od tod ni vidno, ker ste ime ključa izbrali vi. Preverite v svojem računu tam ali v glavi prejetega sporočila.
delivery-domain-dmarc-missing = Domena { $domain } ne pove, kaj naj se zgodi s pošto, ki ni pristna (DMARC). Gmail in Yahoo to zahtevata od vseh, ki pišejo mnogim. Na _dmarc.{ $domain } dodajte zapis TXT: v=DMARC1; p=none
delivery-domain-dmarc-many = { $count ->
        [one] Domena { $domain } ima { $count } zapis DMARC
        [two] Domena { $domain } ima { $count } zapisa DMARC
        [few] Domena { $domain } ima { $count } zapise DMARC
       *[other] Domena { $domain } ima { $count } zapisov DMARC
    }; kadar jih je več, ne velja nobeden. Pustite enega.
delivery-domain-dmarc-refuses = Domena { $domain } od strežnikov zahteva, da pošto brez njenega podpisa zavrnejo ali izločijo (DMARC, p={ $policy }), ključa ponudnika { $provider } pa v njej ni. Večina bralcev pošte ne bi dobila. Najprej vpišite zapise DKIM.
