# El. laiškai naudotojams. Įvykių pavadinimai – iš puslapių tekstų.

subject-one = { $words }
subject-many = { $n ->
    [one] { $n } naujas pranešimas
    [few] { $n } nauji pranešimai
   *[other] { $n } naujų pranešimų
}
greeting-at-once = Naujas įvykis „Throughgate“ sistemoje:
greeting-daily = Neperskaityti „Throughgate“ pranešimai:
about-referral = { $reference }, { $organisation }
about-agreement = Kitos šalys: { $organisations }
more = { $n ->
    [one] ir dar { $n }
   *[other] ir dar { $n }
}
why = Laišką gaunate kaip šios organizacijos naudotojas: { $organisation }.
choose = Keisti el. pašto pranešimų nustatymus:
no-reply = Į šį laišką neatsakykite: atsakymai neskaitomi.

# Prisijungimo ir kvietimo laiškai.
sign-in-subject = Prisijungimas prie „Throughgate“
sign-in-greeting = Gavome prašymą prisijungti prie „Throughgate“ šiuo el. pašto adresu.
sign-in-open = Atidarykite nuorodą toje naršyklėje, kurioje prašėte prisijungti:
sign-in-code = Arba toje naršyklėje įveskite kodą:
sign-in-counts = Nuoroda ir kodas galioja 15 minučių ir tinka vieną kartą.
sign-in-not-you = Jei prisijungti prašėte ne jūs, nieko nedarykite. Be šio laiško niekas neprisijungs.
invitation-subject = Kvietimas naudotis „Throughgate“: { $organisation }
invitation-greeting = { $organisation } kviečia jus naudotis „Throughgate“. Šioje sistemoje organizacijos kartu padeda iš kalėjimo paleidžiamiems asmenims.
invitation-open = Prisijunkite pirmą kartą:
invitation-counts = Nuoroda galioja septynias dienas ir tinka vieną kartą. Vėliau prisijungsite šiuo el. pašto adresu.
invitation-not-you = Jei kvietimas skirtas ne jums, nieko nedarykite arba praneškite siuntėjui.
