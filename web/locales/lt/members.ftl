# Naudotojai ir jūsų paskyra: prisijungimai, API raktai.

members-title = Naudotojai
members-what = Organizacijos naudotojai ir jų vaidmenys.
members-invite = Pakviesti naudotoją
members-invite-lead = Naudotojas gaus el. laišką su prisijungimo nuoroda.
members-invite-do = Siųsti kvietimą
members-who = Naudotojas
members-seen = Paskutinis prisijungimas: { $day }
members-invited = Pakviestas, dar neprisijungė
members-role-until = { $role }, iki { $day }
member-name = Vardas ir pavardė
member-email = El. pašto adresas
member-email-hint = Asmeninis adresas, kurio laiškų neskaito kiti. Šių laiškų nuoroda leidžia prisijungti.
member-language = El. laiškų kalba
member-language-hint = Puslapių kalbą naudotojas pasirenka pats.
member-role = Vaidmuo
member-ends-on = Paskutinė prieigos diena
member-ends-on-hint = Nurodykite, jei prieiga laikina. Auditoriui nurodyti būtina.
member-keep = Išsaugoti naudotoją
member-end = Pašalinti naudotoją
member-end-asks = Ar pašalinti šį naudotoją: { $name }?
member-end-does = Naudotojas iš karto nebegalės prisijungti, o jo API raktai nebegalios. Jo veiksmai liks veiksmų žurnale.
member-works-on = Asmenys, su kuriais dirba: { $people }. Aktyvūs nukreipimai: { $referrals }.
member-works-on-nothing = Naudotojas neturi asmenų ir nukreipimų, kuriuos reikėtų perduoti.
member-hand-over = Darbų perėmėjas
member-hand-over-hint = Perėmėjas iš karto bus įtrauktas į tas pačias atvejo komandas ir perims nukreipimus.
member-not-yet = Naudotojas dar neprisijungė.
member-invite-again = Siųsti kvietimą iš naujo

account-title = Jūsų paskyra
account-sessions = Aktyvūs prisijungimai
account-sessions-what = Jei valandą nieko nedarote, sistema jus atjungia. Ilgiausia prisijungimo trukmė – dvylika valandų.
account-seen = Paskutinį kartą naudota: { $at }
account-this = Ši naršyklė
account-some-browser = Nežinoma naršyklė
account-end = Atjungti
account-end-of = Atjungti: { $browser }
account-end-others = Atjungti visur kitur

tokens-title = API raktai
tokens-what = Su API raktu programa naudojasi „Throughgate“ jūsų vardu ir tik su jūsų suteiktomis teisėmis.
tokens-new = Sukurti API raktą
tokens-new-lead = Programa veiks jūsų vardu. Suteikite jai tik būtinas teises.
tokens-make = Sukurti API raktą
tokens-made = Naujas API raktas
tokens-made-once = API raktas rodomas tik vieną kartą. Dabar įrašykite jį savo programoje. Niekam kitam jo neduokite.
tokens-made-twice = Forma išsiųsta du kartus, todėl API raktas neberodomas. Panaikinkite jį ir sukurkite kitą.
tokens-secret = API raktas
tokens-kept = Tęsti
tokens-unnamed = Sukūrė sistemos administratorius
tokens-used = Paskutinį kartą naudotas: { $at }
tokens-never-used = Dar nenaudotas
tokens-until = galioja iki { $day }
tokens-revoke = Panaikinti raktą
tokens-revoke-of = Panaikinti raktą: { $name }
tokens-all = Visi organizacijos API raktai
tokens-all-what = Visų naudotojų API raktai. Nereikalingus panaikinkite.
tokens-none = API raktų nėra
tokens-none-words = Čia matysite naudotojų sukurtus API raktus.
tokens-days = { $n ->
    [one] { $n } diena
    [few] { $n } dienos
   *[other] { $n } dienų
}
token-name = Pavadinimas
token-name-hint = Programa ir vieta, kur ji veikia.
token-scopes = Teisės
token-scopes-hint = Programa negali turėti daugiau teisių nei jūs.
token-days = Galiojimo trukmė

problem-not-an-address = El. pašto adresas neteisingas. Patikrinkite, ar jame yra @ ir domenas.
problem-already-a-member = Naudotojas šiuo adresu jau yra. Įveskite kitą adresą.
problem-not-a-role = Jūsų organizacijoje tokio vaidmens nėra. Pasirinkite kitą vaidmenį.
problem-hand-over-first = Naudotojas turi asmenų arba nukreipimų. Pasirinkite darbų perėmėją.
problem-nobody-left = Organizacijoje turi likti bent vienas naudotojus tvarkantis asmuo. Pirmiausia suteikite šį vaidmenį kitam.
problem-came-in = Naudotojas jau buvo prisijungęs. Kvietimo jam nereikia.
problem-too-many = Pasiektas didžiausias leistinas skaičius. Pašalinkite nereikalingus.

done-member-invited = Kvietimas išsiųstas.
done-member-changed = Naudotojo duomenys išsaugoti.
done-member-ended = Naudotojas pašalintas.
done-session-ended = Prisijungimas nutrauktas.
done-token-revoked = API raktas panaikintas.
