### queue

delivery-claim-lost = Od predvidenih pošiljk ({ $expected }) jih ta delavec drži le še { $held }; druge je medtem prevzel nekdo drug. Nič ni bilo poslano. Na vrsto pridejo v naslednjem krogu.
delivery-attempt-unknown = Poskusa s številko { $attempt } ni. Nič se ni spremenilo. Obstoječi poskusi so navedeni na strani kampanje.
delivery-not-in-doubt = Poskus { $attempt } ni več negotov, saj se je medtem razjasnil. Nič se ni spremenilo. Kako se je končal, piše na strani kampanje.
delivery-doubt-being-settled = Poskus { $attempt } se pravkar preverja. Nič se ni spremenilo. Poglejte znova čez nekaj minut; če bo takrat še vedno negotov, odločite sami.

delivery-sender-unknown = Pošiljatelja s številko { $sender } ni. Nič se ni spremenilo. Izberite ga s seznama pošiljateljev.
delivery-sender-not-named = Pošiljatelja z imenom »{ $name }« ni. Nič se ni spremenilo. Ukaz »bilten senders list« pokaže, kateri so.
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
   *[reply_to] Naslova za odgovore
 } ni mogoče uporabiti: { $problem } Nič ni bilo shranjeno. Popravite ga in shranite znova.

delivery-sender-no-one-click = Ponudnik { $provider } ne prenaša polj glave, ki omogočajo odjavo z enim klikom. Nič ni bilo shranjeno. Izberite drugega ponudnika.
delivery-sender-name-not-carried = Ponudnik { $provider } v imenu v polju »Od« ne sprejema znakov { $characters }. Nič ni bilo shranjeno. Napišite ime brez njih in shranite znova.
delivery-sender-name-too-long = Ime v polju »Od« sme imeti pri ponudniku { $provider } največ { $longest ->
    [one] { $longest } znak
    [two] { $longest } znaka
    [few] { $longest } znake
   *[other] { $longest } znakov
 }. Nič ni bilo shranjeno. Skrajšajte ga in shranite znova.

delivery-webhook-unknown = Na tem naslovu za povratna obvestila ne posluša noben pošiljatelj. Nič ni bilo shranjeno. Še enkrat prekopirajte naslov s strani pošiljatelja k ponudniku.
delivery-webhook-too-large = Zahteva je daljša od { $longest } bajtov, zato ni bila prebrana. Nič ni bilo shranjeno. Pri ponudniku nastavite, naj hkrati pošilja manj dogodkov.

### providers

delivery-wrong-recipient = Pošiljka { $delivery } bi skoraj šla osebi, ki ji ni bila namenjena. Poslano ni bilo nič. Kampanja je ustavljena; obvestite vzdrževalce Biltena, saj se to ne sme zgoditi.
delivery-recipient-twice = Pošiljka { $delivery } bi šla na naslov, ki je že v istem svežnju. Poslano ni bilo nič. Kampanja je ustavljena; obvestite vzdrževalce Biltena.
delivery-header-refused = V polju glave »{ $header }« je prelom vrstice ali znak, ki v glavo sporočila ne sodi. Poslano ni bilo nič. Popravite besedilo, iz katerega polje nastane (zadeva, ime pošiljatelja, ime seznama), in poskusite znova.
delivery-provider-transient = Ponudnik sporočila tokrat ni sprejel: { $detail }. Nič se ni izgubilo; pošiljanje se bo samodejno ponovilo.
delivery-provider-content-rejected = Ponudnik zavrača vsebino: { $detail }. Ta sveženj ni bil poslan nikomur. Popravite kampanjo in jo nato nadaljujte.
delivery-provider-misconfigured = Ponudnik ne sprejema pošte tega pošiljatelja: { $detail }. Poslano ni bilo nič in nič se ni izgubilo. Preverite naslov ponudnika, ključ in domeno pošiljatelja, nato pošiljatelja znova vključite.
delivery-provider-quota-spent = Kvota pri ponudniku je porabljena: { $detail }. Preostala sporočila čakajo. Povečajte kvoto ali počakajte, da se obnovi, nato pošiljatelja znova vključite.
delivery-provider-outcome-unknown = Ni še znano, ali je ponudnik sporočila sprejel: { $detail }. Na slepo jih ne bomo poslali še enkrat. Bilten išče dokaze naprej; če jih ne najde, se odločite vi.
delivery-provider-unknown = Ponudnika »{ $provider }« ni. Izberite enega od teh: { $known }.
delivery-provider-without-webhooks = Ponudnik »{ $provider }« ne pošilja povratnih obvestil, zato zanje nima naslova.
delivery-webhook-unsigned = Te zahteve ni podpisal ponudnik. Nič se ni spremenilo. Če jo je vendarle poslal ponudnik, primerjajte skrivnost za povratna obvestila pri njem s tisto v nastavitvah.
delivery-webhook-too-old = Podpis te zahteve se od naše ure razlikuje za več kot pet minut. Nič se ni spremenilo. Preverite, ali gre ura tega računalnika prav; ponudnik bo poskusil znova.
delivery-webhook-unreadable = Obvestilo { $receipt } je podpisal ponudnik, vendar ni takšno, kot ga opisuje njegova dokumentacija. Shranili smo ga, kakor je prišlo. Obvestite vzdrževalce Biltena.
delivery-webhook-secret-unreadable = { $setting } ni skrivnost za povratna obvestila. Prepišite jo s ponudnikove strani za povratna obvestila; začne se z »whsec_«.
delivery-webhook-secret-empty = Nastavitev { $setting } je prazna, zato ne bi bilo mogoče preveriti, ali povratno obvestilo res prihaja od ponudnika. Nič se ni spremenilo. Izmislite si dolgo skrivnost, vpišite jo tukaj in enako tudi pri ponudniku.
