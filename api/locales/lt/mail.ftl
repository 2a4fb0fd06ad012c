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
