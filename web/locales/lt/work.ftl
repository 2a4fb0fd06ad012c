# Mano darbas.

work-waiting-count = { $n ->
    [one] Jūsų veiksmo laukia { $n } nukreipimas
    [few] Jūsų veiksmo laukia { $n } nukreipimai
   *[other] Jūsų veiksmo laukia { $n } nukreipimų
}
work-nothing-waits = Laukiančių nukreipimų nėra
work-welcome = Sveiki
work-signatures-count = { $n ->
    [one] Jūsų parašo laukia { $n } sutartis
    [few] Jūsų parašo laukia { $n } sutartys
   *[other] Jūsų parašo laukia { $n } sutarčių
}
work-refer = Nukreipti asmenį
work-waiting = Laukia jūsų veiksmo
work-waiting-none = Sąrašas tuščias
work-waiting-none-words = Čia matysite naujus nukreipimus, klausimus ir artėjančius terminus. Skubiausi rodomi pirmi.
work-waiting-all = Rodyti visus ({ $n })
work-all-received = Visi gauti nukreipimai
work-refused = Nepriimti nukreipimai
work-refused-words = Kitai paslaugai dar nesiūlyta
work-sent = Išsiųsti nukreipimai
work-all-sent = Visi išsiųsti nukreipimai
work-sent-none = Aktyvių išsiųstų nukreipimų nėra
work-sent-none-words = Norėdami nukreipti asmenį, atidarykite jo puslapį ir pasirinkite paslaugą.
work-home = Paleidimai per artimiausias 90 dienų
work-home-count = { $n ->
    [one] { $n } asmuo
    [few] { $n } asmenys
   *[other] { $n } asmenų
}
work-home-none = Per artimiausias 90 dienų paleidimų nėra
work-home-none-words = Čia matysite asmenis, kurių paleidimo data žinoma, ir kas jiems dar nesutarta. Paleidimo datą galite įrašyti asmens puslapyje.
work-home-region = Pasirengimas paleidimui
work-home-person = Asmuo
work-home-release = Paleidimas
work-home-returns = grįžimo vieta: { $place }
work-home-expected = numatoma, { $away }
work-signatures = Jūsų organizacijos parašo laukiančios sutartys
work-all-agreements = Visos sutartys
work-agreement-by = pasiūlė { $organisation }
work-agreement-signed = pasirašė { $signed } iš { $all }
work-agreement-starts = nuo { $day }
work-elsewhere = Kiti skyriai
work-elsewhere-title = Jūsų vaidmuo skirtas darbui su organizacijomis
work-elsewhere-words = Kataloge matysite organizacijas, jų paslaugas ir sutartis.
work-members-title = Tvarkote naudotojus
work-members-words = Pakvieskite naudotojus ir suteikite jiems vaidmenis. Prieš pašalindami naudotoją, perduokite jo darbus.
work-all-refused = Visi nepriimti nukreipimai
work-proposed = Sutartys, laukiančios parašų
