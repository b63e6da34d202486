simulator-title = Simulator pošte
simulator-promise = Nič od tega ni zapustilo tega računalnika. To bi prejeli vaši bralci.
simulator-languages = Jezik
simulator-received = { $count ->
    [0] Prispelo ni še nobeno sporočilo.
    [one] Prispelo je { $count } sporočilo.
    [two] Prispeli sta { $count } sporočili.
    [few] Prispela so { $count } sporočila.
   *[other] Prispelo je { $count } sporočil.
}
simulator-addresses = { $count ->
    [one] Namenjena so bila { $count } naslovu.
   *[other] Namenjena so bila { $count } naslovom.
}
simulator-duplicates = { $count ->
    [one] { $count } naslov je isto sporočilo prejel več kot enkrat.
    [two] { $count } naslova sta isto sporočilo prejela več kot enkrat.
    [few] { $count } naslovi so isto sporočilo prejeli več kot enkrat.
   *[other] { $count } naslovov je isto sporočilo prejelo več kot enkrat.
}
simulator-no-duplicates = Noben naslov ni dvakrat prejel istega sporočila.
simulator-webhooks = Povratna obvestila: poslana { $posted }, čakajoča { $pending }, opuščena { $failed }.
simulator-newest = Najnovejša sporočila (čas po UTC)
simulator-older = Starejša sporočila
simulator-time = Čas
simulator-from = Od
simulator-to = Za
simulator-subject = Zadeva
simulator-fate = Kaj se je zgodilo
simulator-fate-delivered = dostavljeno
simulator-fate-bounced = zavrnjeno pri prejemniku
simulator-fate-complained = označeno kot neželeno
simulator-back = Nazaj na vsa sporočila
simulator-eml = Prenesi kot datoteko .eml
simulator-html = Kar vidi bralec
simulator-text = Navadno besedilo
