### queue

delivery-claim-lost = Od predvidenih pošiljk ({ $expected }) jih ta delavec drži le še { $held }; druge je medtem prevzel nekdo drug. Nič ni bilo poslano. Na vrsto pridejo v naslednjem krogu.
delivery-attempt-unknown = Poskusa s številko { $attempt } ni. Nič se ni spremenilo. Obstoječi poskusi so navedeni na strani kampanje.
delivery-not-in-doubt = Poskus { $attempt } ni več negotov, saj se je medtem razjasnil. Nič se ni spremenilo. Kako se je končal, piše na strani kampanje.
delivery-doubt-being-settled = Poskus { $attempt } se pravkar preverja. Nič se ni spremenilo. Poglejte znova čez nekaj minut; če bo takrat še vedno negotov, odločite sami.

delivery-sender-unknown = Pošiljatelja s številko { $sender } ni. Nič se ni spremenilo. Izberite ga s seznama pošiljateljev.
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

delivery-webhook-unknown = Na tem naslovu za povratna obvestila ne posluša noben pošiljatelj. Nič ni bilo shranjeno. Še enkrat prekopirajte naslov s strani pošiljatelja k ponudniku.
delivery-webhook-too-large = Zahteva je daljša od { $longest } bajtov, zato ni bila prebrana. Nič ni bilo shranjeno. Pri ponudniku nastavite, naj hkrati pošilja manj dogodkov.
