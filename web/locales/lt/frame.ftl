# Kas supa kiekvieną puslapį: juosta, meniu, formos ir klaidų puslapiai.

frame-skip = Pereiti prie turinio
frame-find = Ieškoti nukreipimo pagal numerį ar paslaugą
frame-find-go = Ieškoti
frame-rooms = Skyriai
frame-work = Mano darbas
frame-referrals = Nukreipimai
frame-people = Asmenys
frame-directory = Katalogas
frame-journal = Žurnalas
frame-menu = Meniu
frame-act-as = Dirbti kaip
frame-language = Kalba
frame-sign-out = Atsijungti
frame-sending = Siunčiama …
frame-crumbs = Kur esate

field-optional = (neprivaloma)
pager-label = Sąrašo puslapiai
pager-first = Pirmas puslapis
pager-next = Kitas puslapis

problems-title = { $n ->
    [one] Reikia pataisyti { $n } dalyką
    [few] Reikia pataisyti { $n } dalykus
   *[other] Reikia pataisyti { $n } dalykų
}
problem-of-field = { $field }: { $problem }
problem-required = Tai būtina nurodyti.
problem-too-long = Per ilgas tekstas. Prašome sutrumpinti.
problem-invalid = Netinka. Prašome patikrinti.
problem-date = Nurodykite datą, pavyzdžiui, 2026-12-28.
problem-time = Nurodykite laiką, pavyzdžiui, 14:30.
problem-past = Šis laikas jau praėjo.

stop-not-found-title = Čia nieko nerasta
stop-not-found-words = Gali būti, kad to nėra arba kad jums tai nerodoma.
stop-forbidden-title = Jūsų pareigoms tai neleidžiama
stop-forbidden-words = Matyti galite, bet tai turi atlikti kitas jūsų organizacijos darbuotojas.
stop-conflict-title = Įrašas tuo metu pasikeitė
stop-conflict-words = Nuo tada, kai atvėrėte puslapį, įrašas pasikeitė, todėl jūsų pakeitimai neišsaugoti. Pažiūrėkite, kaip yra dabar, ir nuspręskite iš naujo.
stop-bad-input-title = Nepavyko
stop-bad-input-words = Puslapis atsiuntė tai, ko nepavyko suprasti. Grįžkite ir bandykite dar kartą.
stop-too-much-title = Palaukite akimirką
stop-too-much-words = Per trumpą laiką gauta labai daug užklausų. Palaukite minutę ir bandykite dar kartą.
stop-internal-title = Įvyko klaida
stop-internal-words = Tai mūsų, ne jūsų kaltė. Netrukus pabandykite dar kartą; jei pasikartos, praneškite sistemos prižiūrėtojui.
stop-reference = Nurodykite šį numerį, kad klaidą būtų galima rasti:
stop-foreign-form-title = Puslapis buvo atvertas per ilgai
stop-foreign-form-words = Niekas neišsaugota. Grįžkite, atverkite puslapį iš naujo ir išsiųskite dar kartą.
stop-as-it-stands = Žiūrėti, kaip yra dabar
stop-home = Mano darbas
