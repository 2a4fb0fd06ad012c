# Naujas nukreipimas: poreikiai, paslaugos, duomenys, patikra.

refer-title = Nukreipti asmenį: { $name }
refer-steps = Nukreipimo žingsniai
refer-step-needs = Poreikiai
refer-step-services = Paslaugos
refer-step-share = Duomenys
refer-step-check = Patikra

refer-needs = Kokiems poreikiams ieškote pagalbos?
refer-needs-lead = Kitame puslapyje matysite tinkamas paslaugas.
refer-needs-none = Visi poreikiai patenkinti arba neįrašyti. Pirmiausia pridėkite poreikį.
refer-asked-already = Jau nukreipta: { $names }
refer-to-services = Ieškoti paslaugų
refer-back-needs = Keisti poreikius

refer-who = Tinkamos paslaugos: { $name }
refer-who-on = Tinkamos paslaugos: { $name }, { $day }
refer-pick = Pasirinkite vieną ar kelias paslaugas.
refer-none-for = Šiam poreikiui tinkle paslaugų dar nėra.
refer-if-several = Jei sutiks kelios organizacijos
group-mode-hint-any-one = Kitoms pranešama tik tai, kad pagalbos nebereikia.
group-mode-hint-all = Kiekviena organizacija atlieka savo dalį.
refer-mixed = Pasirinktos paslaugos skirtos skirtingiems poreikiams. Kai viena organizacija sutiks, kiti nukreipimai bus atšaukti, o kiti poreikiai liks nepatenkinti. Jei reikia visų paslaugų, grįžkite ir pasirinkite „{ $all }“.
refer-to-share = Tęsti
refer-none-fits = Šiuo metu tinkamų paslaugų nėra
refer-none-fits-words = Galite paprašyti asmens sutikimo, pasirinkti kitus poreikius arba sudaryti sutartį su organizacija. Taip pat galite peržiūrėti visas katalogo paslaugas.
refer-look-around = Visos paslaugos
refer-consent = Sutikimas
refer-consent-words = Nukreipti galite, jei asmuo sutiko arba jei sutikimo pagal teisės aktus nereikia. Kitos organizacijos apie tai nesužinos.
refer-not-asked-count = { $n ->
    [one] { $name }: sutikimo dar neprašyta dėl { $n } tinkamos organizacijos.
    [few] { $name }: sutikimo dar neprašyta dėl { $n } tinkamų organizacijų.
   *[other] { $name }: sutikimo dar neprašyta dėl { $n } tinkamų organizacijų.
}
refer-not-asked = { $name }: sutikimo dar neprašyta dėl šios organizacijos: { $organisation }.
refer-said-no = Asmuo nesutiko, kad būtų dalijamasi su šia organizacija: { $organisation }. Dalytis negalima.
refer-ask-again = Klausti iš naujo, jei asmuo to nori
refer-already = Šis asmuo į šią paslaugą jau nukreiptas. Aktyvus nukreipimas:
refer-no-agreement = Su šia organizacija nėra galiojančios sutarties: { $organisation }.
refer-could-not-take = Organizacija nukreipimo nepriėmė, todėl iš naujo nesiūloma.
refer-rerouted = <b>{ $service }</b> ({ $recipient }): nukreipimas nepriimtas. Priežastis: { $reason }. Pasirinkite kitą paslaugą.
refer-release-near = <b>Artėja paleidimo data.</b> Pasirinkite skubumą <b>„Paleidimo dieną“</b>. Toks nukreipimas galioja, kol jį priims gavėjas.

match-area-yes = veikia asmens grįžimo vietoje
match-area-no = veikia tik čia: { $area }
match-area-unknown = asmens grįžimo vieta nežinoma; paslauga veikia čia: { $area }
match-residence-yes = priima asmenis, grįžtančius į: { $place }
match-residence-no = priima tik asmenis, grįžtančius į: { $area }
match-residence-unknown = priima tik asmenis, grįžtančius į: { $area }; asmens grįžimo vieta nežinoma
match-years-between = nuo { $least } iki { $most } metų
match-years-from = nuo { $least } metų
match-years-to = iki { $most } metų
match-age-yes = { $wanted }
match-age-no = tik { $wanted }; asmens amžius – { $found } m.
match-age-unknown = tik { $wanted }; asmens amžius nežinomas
match-people-female = moterims
match-people-male = vyrams
match-people-other = kitos lyties asmenims
match-people-unknown = visiems
match-sex-yes = { $wanted }
match-sex-no = tik { $wanted }
match-sex-unknown = tik { $wanted }; asmens lytis nežinoma
match-legal-status-yes = { $wanted }
match-legal-status-no = tik: { $wanted }; šis asmuo: { $found }
match-legal-status-unknown = tik: { $wanted }; šio asmens teisinė padėtis nežinoma
match-sobriety-yes = { $wanted }
match-sobriety-no = tik jei { $wanted }; šis asmuo { $found }
match-sobriety-unknown = tik jei { $wanted }; apie šį asmenį nežinoma
match-or = { " arba " }
match-and-more = { $named } ir kitur
match-agreement-yes = sutartis galioja
match-agreement-no = nėra galiojančios sutarties (tikslas – { $purpose })
match-agreement-unknown = nežinoma, ar yra galiojanti sutartis (tikslas – { $purpose })
match-consent-yes = asmuo sutiko dalytis duomenimis
match-consent-no = asmuo nesutiko dalytis duomenimis
match-consent-unknown = sutikimo dar neprašyta
match-ground-no = registre nėra teisinio pagrindo dalytis duomenimis; jį įrašo tinklo koordinatorius
match-open-referral-no = asmuo jau nukreiptas: { $reference }

places-no-limit = vietos neribojamos
places-free = { $n ->
    [one] tą dieną { $n } vieta
    [few] tą dieną { $n } vietos
   *[other] tą dieną { $n } vietų
}
places-none = tą dieną vietų nėra
places-none-until = tą dieną vietų nėra; artimiausia laisva vieta: { $day }

refer-share-title = Duomenys, kuriais dalijatės: { $names }
refer-ask = Prašymas
refer-ask-hint = Keliais sakiniais parašykite, kokios pagalbos reikia, nuo kada ir ką asmuo gali pats. Vardo nerašykite: prašymas matomas prieš priimant nukreipimą.
refer-scopes = Duomenys, kuriuos matys gavėjas
refer-scopes-hint = Vardas, kontaktai ir asmens dokumentai rodomi tik priėmus nukreipimą. Dalykitės tik būtinais duomenimis.
refer-deciding = Duomenys sprendimui priimti
refer-deciding-hint = Gavėjas matys juos iš karto. Iš karto jis mato ir poreikius, skubumą, amžiaus grupę, paleidimo mėnesį ir savivaldybę.
refer-not-in-agreement = Sutartis su šia organizacija to neapima: { $organisation }.
refer-not-in-consent = Asmuo nesutiko tuo dalytis su šia organizacija: { $organisation }.
refer-when = Skubumas ir pradžia
refer-priority = Skubumas
priority-hint-routine = Gavėjas turi atsakyti per dešimt darbo dienų.
priority-hint-urgent = Gavėjas turi atsakyti per tris darbo dienas.
priority-hint-release-day = Gavėjas turi atsakyti kitą darbo dieną. Nukreipimas galioja, kol bus priimtas.
refer-start = Pradžios data
refer-start-hint = Priėmus nukreipimą, vieta bus laikoma nuo šios dienos. Jei tai paleidimo data, gavėjas iki tol mato tik mėnesį. Tikslią datą jis matys, jei ją pažymėsite tarp duomenų sprendimui priimti.
refer-start-month = Prieš priimdamas nukreipimą gavėjas mato tik mėnesį.
refer-to-check = Tęsti
refer-back-services = Keisti paslaugas

refer-check-title = Patikrinkite, ką matys gavėjas
refer-check-lead = Nukreipimas dar neišsiųstas.
refer-at-once = Matys iš karto
refer-on-acceptance = Matys priėmęs nukreipimą
refer-never = Nematys
refer-nothing-more = Nieko daugiau.
refer-all-shared = Dalijamasi visais duomenimis.
refer-sees-needs = poreikiai: { $needs }
refer-sees-band = amžiaus grupė, paleidimo mėnuo ir savivaldybė
refer-sees-ask = jūsų prašymo tekstas
refer-sees-words = poreikių aprašymas: { $needs }
refer-ground = Teisinis pagrindas: { $ground } ({ $law }).
refer-agreement-until = Sutartis „{ $title }“ galioja iki { $day }
refer-agreement-open = Sutartis „{ $title }“ neterminuota.
refer-consent-until = Asmuo davė sutikimą { $how }; sutikimas galioja iki { $day }
refer-closes = Vardas, kontaktai ir asmens dokumentai neberodomi praėjus 30 dienų po nukreipimo uždarymo.
refer-send = Siųsti nukreipimą
refer-send-all = { $n ->
    [1] Siųsti nukreipimą
    [one] Siųsti { $n } nukreipimą
    [few] Siųsti { $n } nukreipimus
   *[other] Siųsti { $n } nukreipimų
}
refer-keep = Išsaugoti juodraštį
refer-change = Keisti duomenis

done-referral-sent = Nukreipimas išsiųstas.
done-referral-kept = Juodraštis išsaugotas. Gavėjas jo nemato.

refer-on-release = Siųsti patvirtinus paleidimą
done-referral-waits = Juodraštis išsaugotas. Jis bus išsiųstas automatiškai, kai paleidimas bus patvirtintas.
