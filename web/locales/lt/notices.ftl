# Pranešimai, jų nustatymai ir siunčiami el. laiškai.

frame-notices = Pranešimai
frame-notices-new = { $n ->
    [one] { $n } naujas
    [few] { $n } nauji
   *[other] { $n } naujų
}

notices-see-all = Pažymėti kaip perskaitytus
notices-all-seen = Visi pranešimai perskaityti
notices-unseen = { $n ->
    [one] { $n } naujas pranešimas
    [few] { $n } nauji pranešimai
   *[other] { $n } naujų pranešimų
}
notices-new = naujas
notices-none = Pranešimų dar nėra
notices-none-words = Čia matysite pranešimus apie nukreipimus, klausimus ir atsakymus.
notices-referral = { $reference }, { $organisation }
notices-person = Asmuo, su kuriuo dirbate
notices-gone = Nebegalite peržiūrėti

choices-open = Pranešimai el. paštu
choices-title = Pranešimai el. paštu
choices-address = El. pašto adresas: { $address }
choices-refused = Pašto serveris nepriėmė jūsų adreso { $day }, todėl laiškai nesiunčiami. Jei adresas teisingas, išsaugokite nustatymus iš naujo. Jei neteisingas, kreipkitės į organizacijos administratorių.
choices-urgent = Jūsų veiksmo laukiantys nukreipimai
choices-urgent-hint = Nauji nukreipimai, klausimai, atsakymai į juos ir nepriimti nukreipimai.
choices-rest = Kiti pranešimai
choices-rest-hint = Priimti, užbaigti ar atšaukti nukreipimai, žinutės, susitikimai, sutartys.
choices-keep = Išsaugoti nustatymus
choices-nothing-personal = El. laiške nurodomas įvykis, nukreipimo numeris ir organizacija. Asmens duomenų laiške nėra.
done-mail-chosen = Nustatymai išsaugoti.

outbox-title = Siunčiami laiškai
outbox-own = Jums siunčiami el. laiškai
outbox-of-organisation = Organizacijos naudotojams siunčiami el. laiškai
outbox-none = El. laiškų dar nėra
outbox-none-words = El. laiškai čia rodomi praėjus dviem minutėms po įvykio. Dienos suvestinės siunčiamos kitą rytą.
outbox-left = Pašalintas naudotojas
outbox-pace = { $pace }
letter-title = El. laiškas
letter-text = Laiško tekstas
letter-hidden = Laiško tekstą gali skaityti tik gavėjas, kol turi prieigą prie šių duomenų.
letter-fares = Laiško būsena
letter-to = Gavėjas
letter-made = Sukurtas
letter-due = Bus išsiųstas
letter-sent = Išsiųstas
letter-tries = Bandymai
letter-fault = Klaida
letter-retry = Siųsti iš naujo
done-mail-retried = Laiškas siunčiamas iš naujo.
