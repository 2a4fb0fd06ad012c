# Kas įvyko – tam, kam pranešama: puslapiuose ir laiškuose.

told-something = Kažkas įvyko
told-referral-sent = Jūsų laukia nukreipimas
told-referral-information-requested = Klausimas laukia jūsų atsakymo
told-referral-answered = Į jūsų klausimą atsakyta
told-referral-accepted = Nukreipimas priimtas
told-referral-rejected = Nukreipimas nepriimtas
told-referral-completed = Nukreipimas užbaigtas
told-referral-withdrawn = Nukreipimas nebereikalingas
told-referral-waitlisted = Nukreipimas laukia vietos
told-referral-held = Darbas laikinai sustabdytas
told-referral-failed = Darbas nutrūko
told-referral-reopened = Nukreipimas atvertas iš naujo
told-referral-reminded = Artėja terminas
told-referral-escalated = Terminas praėjo, niekas nieko nepadarė
told-referral-expired = Į nukreipimą laiku neatsakyta
told-referral-entered-in-error = Nukreipimas buvo klaida
told-message-written = Gavote žinutę
told-appointment-made = Paskirtas susitikimas
told-consent-withdrawn = Sutikimas atšauktas
told-agreement-proposed = Sutartis laukia jūsų parašo
told-agreement-signed = Partneris pasirašė sutartį
told-agreement-suspended = Sutartis sustabdyta
told-agreement-resumed = Sutartis vėl galioja
told-agreement-ended = Sutartis nutraukta
told-referral-offered = Kolega perduoda jums nukreipimą: perimkite jį arba grąžinkite
told-referral-given-back = Nukreipimas grąžintas
