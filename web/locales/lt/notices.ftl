# Apie ką skaitytojui pranešama.

frame-notices = Pranešimai
frame-notices-new = { $n ->
    [one] { $n } naujas
    [few] { $n } nauji
   *[other] { $n } naujų
}

notices-see-all = Pažymėti visus kaip skaitytus
notices-all-seen = Visi perskaityti
notices-unseen = { $n ->
    [one] { $n } naujas pranešimas
    [few] { $n } nauji pranešimai
   *[other] { $n } naujų pranešimų
}
notices-new = naujas
notices-none = Kol kas nieko
notices-none-words = Čia matysite, kai gausite nukreipimą, klausimą ar atsakymą.
notices-referral = { $reference }, { $organisation }
notices-person = Asmuo, su kuriuo dirbate
notices-gone = Jums nebeprieinama

choices-open = Pranešimai el. paštu
choices-title = Pranešimai el. paštu
choices-address = Adresas { $address }
choices-refused = Pašto serveris atmetė jūsų adresą { $day }, todėl laiškai nesiunčiami. Jei adresas teisingas, išsaugokite pasirinkimą iš naujo ir bus bandoma dar kartą; jei ne, praneškite savo organizacijos narių prižiūrėtojui.
choices-urgent = Kas jūsų laukia
choices-urgent-hint = Nukreipimas, klausimas, jūsų lauktas atsakymas, atsisakymas priimti.
choices-rest = Visa kita
choices-rest-hint = Kas priimta, užbaigta ar atšaukta, žinutės, susitikimai, sutartys.
choices-keep = Išsaugoti pasirinkimą
choices-nothing-personal = Laiške nurodoma, kas įvyko, numeris ir organizacija, bet nieko apie jokį asmenį.
done-mail-chosen = Jūsų pasirinkimas išsaugotas.

outbox-title = Siunčiami laiškai
outbox-own = Jums skirti laiškai ir jų būsena
outbox-of-organisation = Jūsų organizacijos nariams skirti laiškai ir jų būsena
outbox-none = Laiškų dar nėra
outbox-none-words = Čia laiškas atsiras praėjus dviem minutėms po įvykio arba bus paruoštas kitam rytui.
outbox-left = Organizaciją palikęs narys
outbox-pace = { $pace }
letter-title = Laiškas
letter-text = Laiško tekstas
letter-hidden = Laiško tekstas rodomas tik jo gavėjui ir tik tai, ką jis dar gali matyti.
letter-fares = Laiško būsena
letter-to = Gavėjas
letter-made = Parašytas
letter-due = Bus išsiųstas
letter-sent = Išsiųstas
letter-tries = Bandymai
letter-fault = Kas nepavyko
letter-retry = Bandyti dar kartą
done-mail-retried = Bandoma dar kartą.
