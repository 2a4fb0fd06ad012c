# Nukreipimas: poreikiai, paslaugos, kuo dalijamasi, patikra ir siuntimas.

refer-title = Nukreipti: { $name }
refer-steps = Nukreipimo žingsniai
refer-step-needs = Poreikiai
refer-step-services = Paslaugos
refer-step-share = Kuo dalijamės
refer-step-check = Patikra ir siuntimas

refer-needs = Kokios pagalbos ieškote?
refer-needs-lead = Toliau matysite, kas galėtų padėti ir kodėl.
refer-needs-none = Visi poreikiai patenkinti arba nė vienas neįrašytas. Pirmiausia pridėkite, ko reikia.
refer-asked-already = Jau prašyta: { $names }
refer-to-services = Ieškoti paslaugų
refer-back-needs = Pasirinkti kitus poreikius

refer-who = Kas gali padėti: { $name }?
refer-who-on = Kas gali padėti: { $name }, { $day }?
refer-pick = Pasirinkite vieną ar kelias.
refer-none-for = Tinkle dar nėra paslaugos šiam poreikiui.
refer-if-several = Jei sutiks keli
group-mode-hint-any-one = Kitiems pranešama, kad nebereikia, ir nieko daugiau.
group-mode-hint-all = Kiekvienas atlieka savo dalį.
refer-mixed = Šios paslaugos skirtos skirtingiems poreikiams. Kai pirmoji sutiks, kitos bus atleistos, o jų poreikiai liks nepatenkinti. Jei kiekviena turi atlikti savo dalį, grįžkite ir pasirinkite „{ $all }“.
refer-to-share = Toliau – kuo dalijamės
refer-none-fits = Šiuo metu nėra ko prašyti
refer-none-fits-words = Kol kas nė viena paslauga netinka. Kas padėtų: paprašyti asmens sutikimo ten, kur dar neklausta, pasirinkti kitus poreikius, susitarti su organizacija dėl dalijimosi arba peržiūrėti visą katalogą ir paskambinti.
refer-look-around = Visos paslaugos
refer-consent = Sutikimas
refer-consent-words = Nukreipti galite ten, kur asmuo sutiko arba kur sutikimo pagal teisę nereikia. Niekas kitas apie tai nesužino.
refer-not-asked-count = { $n ->
    [one] { $name }: dar neklausta dėl { $n } tinkamos organizacijos.
    [few] { $name }: dar neklausta dėl { $n } tinkamų organizacijų.
   *[other] { $name }: dar neklausta dėl { $n } tinkamų organizacijų.
}
refer-not-asked = { $name }: dar neklausta dėl organizacijos { $organisation }.
refer-said-no = Asmuo nesutiko, kad būtų dalijamasi su šia organizacija: { $organisation }. „Ne“ reiškia „ne“.
refer-ask-again = Klausti iš naujo, jei asmuo to nori
refer-already = Jau nukreipėte ten šį asmenį, ir nukreipimas dar atviras:
refer-no-agreement = Nėra galiojančios sutarties su šia organizacija: { $organisation }.
refer-could-not-take = Negalėjo priimti, todėl iš naujo neprašoma.
refer-rerouted = <b>{ $service }</b> ({ $recipient }) priimti negalėjo: { $reason }. Pasiūlykite kitam.
refer-release-near = <b>Artėja paleidimas.</b> Pažymėkite <b>„Paleidimo diena“</b>: toks nukreipimas galioja, kol kas nors jį priims.

match-area-yes = veikia ten, kur asmuo grįžta
match-area-no = veikia tik čia: { $area }
match-area-unknown = nežinoma, kur asmuo grįžta; veikia čia: { $area }
match-residence-yes = priima žmones iš: { $place }
match-residence-no = priima tik žmones iš: { $area }
match-residence-unknown = priima tik žmones iš: { $area }; nežinoma, kur asmuo grįžta
match-years-between = nuo { $least } iki { $most } metų
match-years-from = nuo { $least } metų
match-years-to = iki { $most } metų
match-age-yes = { $wanted }
match-age-no = tik { $wanted }; asmens amžius – { $found }
match-age-unknown = tik { $wanted }; amžius nežinomas
match-people-female = moterims
match-people-male = vyrams
match-people-other = kitos lyties asmenims
match-people-unknown = visiems
match-sex-yes = { $wanted }
match-sex-no = tik { $wanted }
match-sex-unknown = tik { $wanted }; lytis nežinoma
match-legal-status-yes = { $wanted }
match-legal-status-no = tik: { $wanted }; šis asmuo: { $found }
match-legal-status-unknown = tik: { $wanted }; apie asmenį nežinoma
match-sobriety-yes = { $wanted }
match-sobriety-no = tik: { $wanted }; šis asmuo: { $found }
match-sobriety-unknown = tik: { $wanted }; apie asmenį nežinoma
match-or = { " arba " }
match-and-more = { $named } ir kitur
match-agreement-yes = sutartis galioja
match-agreement-no = nėra galiojančios sutarties (tikslas – { $purpose })
match-agreement-unknown = nežinoma, ar yra sutartis (tikslas – { $purpose })
match-consent-yes = asmuo sutiko dalytis
match-consent-no = asmuo nesutiko dalytis
match-consent-unknown = dar neklausta
match-ground-no = registre nėra pagrindo jiems ką nors perduoti; jį įrašo koordinatorius
match-status-yes = priima nukreipimus
match-status-no = šiuo metu nukreipimų nepriima
match-status-unknown = nežinoma, ar priima nukreipimus
match-open-referral-no = jau nukreipta, { $reference }

places-no-limit = vietos neribojamos
places-free = { $n ->
    [one] tą dieną { $n } vieta
    [few] tą dieną { $n } vietos
   *[other] tą dieną { $n } vietų
}
places-none = tą dieną vietų nėra
places-none-until = tą dieną vietų nėra, bus nuo: { $day }

refer-share-title = Kuo dalijamės: { $names }
refer-ask = Ko prašoma
refer-ask-hint = Keliais sakiniais: kas padėtų, nuo kada, ką asmuo gali pats. Vardo nerašykite: tai skaitoma dar prieš priimant.
refer-scopes = Ką jie galės matyti
refer-scopes-hint = Vardas, ryšiai ir dokumentai atsiveria tik priėmus. Dalykitės tuo, ko reikia šiai užduočiai.
refer-deciding = Kas jiems padės apsispręsti
refer-deciding-hint = Matoma iš karto, greta poreikių, skubos, amžiaus grupės, paleidimo mėnesio ir savivaldybės.
refer-not-in-agreement = Sutartis to neapima: { $organisation }.
refer-not-in-consent = Asmuo nesutiko tuo dalytis su šia organizacija: { $organisation }.
refer-when = Kaip greitai
refer-priority = Kaip greitai reikia atsakymo?
priority-hint-routine = Atsakymas per dešimt darbo dienų.
priority-hint-urgent = Atsakymas per tris darbo dienas.
priority-hint-release-day = Atsakymas kitą darbo dieną; galioja, kol kas nors priims.
refer-start = Nuo kurios dienos
refer-start-hint = Priėmus vieta laikoma nuo šios dienos. Jei tai paleidimo diena, iki priėmimo jie mato tik mėnesį, nebent pažymėsite, kad ji padeda apsispręsti.
refer-start-month = Iki priėmimo jie mato tik mėnesį.
refer-to-check = Patikrinti
refer-back-services = Pasirinkti kitas paslaugas

refer-check-title = Štai ką jie matys
refer-check-lead = Dar niekas neišsiųsta.
refer-at-once = Iš karto
refer-on-acceptance = Kai priims
refer-never = Visai ne
refer-nothing-more = Nieko daugiau.
refer-all-shared = Dalijamasi viskuo.
refer-sees-needs = ko reikia: { $needs }
refer-sees-band = amžiaus grupė, paleidimo mėnuo ir savivaldybė
refer-sees-ask = jūsų prašymas, jūsų žodžiais
refer-sees-words = šių poreikių aprašymas: { $needs }
refer-ground = Pagrindas: { $ground } ({ $law }).
refer-agreement-until = Sutartis „{ $title }“ galioja iki { $day }
refer-agreement-open = Sutartis „{ $title }“ neterminuota.
refer-consent-until = Asmuo sutiko { $how }, sutikimas galioja iki { $day }
refer-closes = Vardas, ryšiai ir dokumentai užsiveria praėjus 30 dienų po nukreipimo pabaigos.
refer-send = Siųsti
refer-send-all = { $n ->
    [one] Siųsti
    [few] Siųsti { $n } nukreipimus
   *[other] Siųsti { $n } nukreipimų
}
refer-keep = Palikti juodraštį
refer-change = Keisti

done-referral-sent = Išsiųsta. Čia matysite, kai jie atsakys.
done-referral-kept = Išsaugotas juodraštis. Jo niekas nematė.

field-need = Poreikiai
field-service = Paslaugos
field-ask = Ko prašoma
field-priority = Kaip greitai
field-start-date = Nuo kurios dienos
refer-on-release = Siųsti, kai paleidimas bus patvirtintas
done-referral-waits = Palikta. Nukreipimas išsisiųs pats, kai paleidimas bus patvirtintas.
