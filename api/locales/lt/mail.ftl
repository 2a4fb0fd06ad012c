# Laiškai nariams. Kas įvyko, sakoma puslapių žodžiais.

subject-one = { $words }
subject-many = { $n ->
    [one] { $n } naujas pranešimas
    [few] { $n } nauji pranešimai
   *[other] { $n } naujų pranešimų
}
greeting-at-once = Ką tik „Throughgate“ sistemoje:
greeting-daily = Nauja „Throughgate“ sistemoje ir dar neskaityta:
about-referral = { $reference }, { $organisation }
about-agreement = Su: { $organisations }
more = { $n ->
    [one] ir dar { $n }
   *[other] ir dar { $n }
}
why = Šį laišką gaunate, nes dirbate organizacijoje „{ $organisation }“.
choose = Pasirinkti, kokius laiškus gauti:
no-reply = Atsakymų į šį adresą niekas neskaito.

# Kelias į vidų: paprašytas arba atsiųstas pakviestajam.
sign-in-subject = Prisijungimas prie „Throughgate“
sign-in-greeting = Kažkas, tikimės, jūs, paprašė prisijungti prie „Throughgate“ šiuo adresu.
sign-in-open = Prisijunkite toje naršyklėje, kurioje prašėte:
sign-in-code = Arba įrašykite ten šį kodą:
sign-in-counts = Ir nuoroda, ir kodas galioja vieną kartą, 15 minučių.
sign-in-not-you = Jei prašėte ne jūs, nieko nedarykite: be šio laiško niekas neprisijungs.
invitation-subject = Kvietimas į „Throughgate“: { $organisation }
invitation-greeting = Organizacija „{ $organisation }“ kviečia jus dirbti su ja „Throughgate“ sistemoje, kurioje organizacijos drauge padeda žmonėms, išeinantiems iš įkalinimo.
invitation-open = Prisijunkite pirmą kartą:
invitation-counts = Nuoroda galioja vieną kartą, septynias dienas. Vėliau prisijungsite šiuo adresu.
invitation-not-you = Jei kvietimas skirtas ne jums, nieko nedarykite arba praneškite jį siuntusiesiems.
