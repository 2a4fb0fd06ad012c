# Puslapio rėmas: viršutinė juosta, meniu, formos ir klaidų puslapiai.

frame-skip = Pereiti prie turinio
frame-find = Ieškoti nukreipimo pagal numerį ar paslaugą
frame-find-go = Ieškoti
frame-rooms = Pagrindinis meniu
frame-work = Mano darbas
frame-referrals = Nukreipimai
frame-people = Asmenys
frame-directory = Katalogas
frame-journal = Veiksmų žurnalas
frame-menu = Meniu
frame-act-as = Pasirinkite organizaciją
frame-language = Kalba
frame-sign-out = Atsijungti
frame-sending = Siunčiama…
frame-crumbs = Kelias iki puslapio

field-optional = (neprivaloma)
pager-label = Sąrašo puslapiai
pager-first = Pirmas puslapis
pager-next = Kitas puslapis

problems-title = { $n ->
    [1] Rasta klaida
    [one] Rasta { $n } klaida
    [few] Rastos { $n } klaidos
   *[other] Rasta { $n } klaidų
}
problem-of-field = { $field }: { $problem }
problem-required = Privalomas laukas. Užpildykite jį.
problem-required-text = Užpildykite lauką „{ $field }“.
problem-required-date = Lauke „{ $field }“ įveskite datą, pavyzdžiui, 2026-12-28.
problem-required-choice = Lauke „{ $field }“ pasirinkite vieną variantą.
problem-required-some = Lauke „{ $field }“ pasirinkite bent vieną variantą.
problem-required-tick = Norėdami tęsti, pažymėkite „{ $field }“.
problem-number = Įveskite sveikąjį skaičių.
problem-longer-than = { $n ->
    [one] Sutrumpinkite iki { $n } ženklo.
    [few] Sutrumpinkite iki { $n } ženklų.
   *[other] Sutrumpinkite iki { $n } ženklų.
}
problem-too-long = Tekstas per ilgas. Sutrumpinkite jį.
problem-invalid = Reikšmė neteisinga. Patikrinkite ją.
problem-date = Įveskite datą, pavyzdžiui, 2026-12-28.
problem-time = Įveskite laiką, pavyzdžiui, 14:30.
problem-past = Ši data arba laikas jau praėjo. Pasirinkite vėlesnį.

stop-not-found-title = Puslapis nerastas
stop-not-found-words = Puslapio nėra arba jūs negalite jo matyti.
stop-forbidden-title = Jūsų vaidmeniui šis veiksmas neleidžiamas
stop-forbidden-words = Kreipkitės į kolegą, kurio vaidmuo leidžia atlikti šį veiksmą.
stop-conflict-title = Duomenys jau pakeisti
stop-conflict-words = Kol puslapis buvo atidarytas, duomenys pasikeitė. Jūsų pakeitimai neišsaugoti. Peržiūrėkite dabartinius duomenis ir bandykite iš naujo.
stop-bad-input-title = Užklausa neapdorota
stop-bad-input-words = Puslapio duomenys neteisingi. Grįžkite ir bandykite iš naujo.
stop-too-much-title = Per daug užklausų
stop-too-much-words = Palaukite minutę ir bandykite iš naujo.
stop-internal-title = Įvyko klaida
stop-internal-words = Klaida įvyko sistemoje. Netrukus bandykite iš naujo. Jei klaida kartosis, kreipkitės į sistemos administratorių.
stop-reference = Klaidos numeris, kurį turėtumėte nurodyti:
stop-foreign-form-title = Puslapis buvo atidarytas per ilgai
stop-foreign-form-words = Duomenys neišsaugoti. Grįžkite, atnaujinkite puslapį ir bandykite iš naujo.
stop-as-it-stands = Rodyti dabartinius duomenis
stop-home = Mano darbas
