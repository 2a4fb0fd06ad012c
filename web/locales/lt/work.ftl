# Mano darbas.

work-waiting-count = { $n ->
    [one] Jūsų laukia { $n } darbas
    [few] Jūsų laukia { $n } darbai
   *[other] Jūsų laukia { $n } darbų
}
work-nothing-waits = Niekas jūsų nelaukia
work-welcome = Sveiki
work-signatures-count = { $n ->
    [one] Jūsų parašo laukia { $n } sutartis
    [few] Jūsų parašo laukia { $n } sutartys
   *[other] Jūsų parašo laukia { $n } sutarčių
}
work-refer = Nukreipti asmenį
work-waiting = Laukia manęs
work-waiting-none = Į viską atsakyta
work-waiting-none-words = Čia matysite gautus nukreipimus, klausimus ir artėjančius kitus žingsnius; pirmiausia – skubiausius.
work-waiting-all = Rodyti visus: { $n }
work-all-received = Visi gauti
work-refused = Nepriimti
work-refused-words = Kitų organizacijų dar neprašyta
work-sent = Mūsų išsiųsti
work-all-sent = Visi išsiųsti
work-sent-none = Šiuo metu nieko nevyksta
work-sent-none-words = Norėdami nukreipti asmenį, atverkite jo puslapį ir pasirinkite, kas galėtų padėti.
work-home = Grįžta per artimiausias 90 dienų
work-home-count = { $n ->
    [one] { $n } asmuo
    [few] { $n } asmenys
   *[other] { $n } asmenų
}
work-home-none = Per artimiausias 90 dienų niekas negrįžta
work-home-none-words = Čia matysite asmenis, kurių paleidimo data žinoma, ir tai, kas dar nesutarta. Asmenį ir paleidimo datą galite įrašyti skyriuje „Asmenys“.
work-home-region = Kas sutarta dėl grįžtančiųjų
work-home-person = Asmuo
work-home-release = Paleidimas
work-home-returns = grįžta į: { $place }
work-home-expected = numatoma, { $away }
work-signatures = Laukia jūsų organizacijos parašo
work-all-agreements = Visos sutartys
work-agreement-by = pasiūlė { $organisation }
work-agreement-signed = pasirašė { $signed } iš { $all }
work-agreement-starts = nuo { $day }
work-elsewhere = Kur toliau
work-elsewhere-title = Jūsų pareigos susijusios su organizacijomis, o ne su asmenimis
work-elsewhere-words = Kataloge matysite, kas ką ir kur siūlo ir kokios sutartys galioja.
work-members-title = Jūs rūpinatės, kas čia prisijungia
work-members-words = Kolegos prisijungia gavę kvietimą, kiekvienas su savo pareigomis. Kas išeina, prieš tai perduoda darbus.
work-all-refused = Visi nepriimti
work-proposed = Sutartys, laukiančios parašų
