# Nariai, ir kas yra savo: seansai ir programų raktai.

members-title = Nariai
members-what = Kas čia dirba organizacijai ir ką kiekvienas gali.
members-invite = Pakviesti
members-invite-lead = Pakviestasis gaus laišką su nuoroda prisijungti ir nuo šiol bus narys.
members-invite-do = Pakviesti
members-who = Kas
members-seen = Paskutinį kartą čia: { $day }
members-invited = Pakviestas, dar neprisijungė
members-role-until = { $role }, iki { $day }
member-name = Vardas ir pavardė
member-email = El. pašto adresas
member-email-hint = Asmeninis, kurio niekas kitas neskaito: kas skaito jo laiškus, gali prisijungti.
member-language = Laiškų kalba
member-language-hint = Puslapių kalbą kiekvienas renkasi pats.
member-role = Vaidmuo
member-ends-on = Paskutinė diena
member-ends-on-hint = Tam, kas ateina laikinai; auditorius visada toks.
member-keep = Įrašyti
member-end = Atleisti
member-end-asks = Nutraukti narystę: { $name }?
member-end-does = Nuo šios akimirkos narys nebegali prisijungti, jo programos taip pat. Kas padaryta, lieka žurnale jo vardu.
member-works-on = Asmenų, su kuriais dirba: { $people }; atvirų nukreipimų: { $referrals }.
member-works-on-nothing = Nedirba nei su asmenimis, nei su nukreipimais, tad perduoti nėra ko.
member-hand-over = Kas perima
member-hand-over-hint = Nuo šios akimirkos perėmėjas yra tose pačiose komandose ir turi tuos pačius nukreipimus.
member-not-yet = Dar neprisijungė.
member-invite-again = Siųsti kvietimą dar kartą

account-title = Jūsų prieiga
account-sessions = Kur esate prisijungę
account-sessions-what = Naršyklė, kurioje valandą nieko nevyksta, atjungiama pati, o kiekviena – po dvylikos valandų.
account-seen = Paskutinį kartą naudota: { $at }
account-this = Ši naršyklė
account-some-browser = Naršyklė
account-end = Atjungti
account-end-of = Atjungti: { $browser }
account-end-others = Atjungti visur kitur

tokens-title = Programų raktai
tokens-what = Su raktu jūsų programa naudojasi „Throughgate“ kaip jūs, tiek, kiek leidžiate.
tokens-new = Sukurti raktą
tokens-new-lead = Programai, kuri dirba jūsų vardu. Leiskite jai ne daugiau, nei reikia.
tokens-make = Sukurti raktą
tokens-made = Jūsų naujas raktas
tokens-made-once = Raktas rodomas tik šį vieną kartą. Dabar pat įrašykite jį savo programai ir niekam kitam jo neduokite.
tokens-made-twice = Ši forma buvo išsiųsta du kartus, o raktas parodytas tik pirmą kartą. Panaikinkite jį ir sukurkite kitą.
tokens-secret = Raktas
tokens-kept = Įrašiau, kur reikia
tokens-unnamed = Sukūrė sistemos prižiūrėtojas
tokens-used = Paskutinį kartą naudotas: { $at }
tokens-never-used = Nenaudotas
tokens-until = galioja iki { $day }
tokens-revoke = Panaikinti
tokens-revoke-of = Panaikinti: { $name }
tokens-all = Visi organizacijos raktai
tokens-all-what = Visų narių programos. Ko nereikia, geriau panaikinti.
tokens-none = Nė viena programa neturi rakto
tokens-none-words = Čia bus išvardyti raktai, kuriuos nariai sukuria savo programoms.
tokens-days = { $n ->
    [one] { $n } diena
    [few] { $n } dienos
   *[other] { $n } dienų
}
token-name = Kam jis skirtas
token-name-hint = Kad vėliau jį atpažintumėte: kokia programa ir kur ji veikia.
token-scopes = Ką jis gali
token-scopes-hint = Niekada ne daugiau nei jūs.
token-days = Kiek laiko

problem-not-an-address = Tai ne el. pašto adresas.
problem-already-a-member = Šio adreso savininkas jau yra narys.
problem-not-a-role = Jūsų organizacijoje tokio vaidmens nėra.
problem-hand-over-first = Šis narys dirba su asmenimis arba nukreipimais: nurodykite, kas perima.
problem-nobody-left = Neliktų nieko, kas tvarko narius. Pirmiausia duokite tokį vaidmenį kam nors kitam.
problem-came-in = Šis narys jau buvo prisijungęs ir jungiasi savo adresu.
problem-too-many = Jų jau per daug. Panaikinkite, ko nereikia.
field-role = Vaidmuo
field-hand-over-to = Kas perima

done-member-invited = Kvietimas jau pakeliui.
done-member-changed = Įrašyta.
done-member-ended = Narystė nutraukta.
done-session-ended = Ten atsijungta.
done-token-revoked = Raktas panaikintas.
