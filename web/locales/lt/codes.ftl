# Kodų žodžiai pagal pradžią ir kodą.
#
# Žodynas: vienam dalykui – vienas žodis visuose šios kalbos puslapiuose ir laiškuose.
#
# referral: nukreipimas; aktyvus (open), uždarytas (closed)
# sender, recipient: siuntėjas, gavėjas
# person: asmuo
# case team, case worker: atvejo komanda, atvejo vadybininkas
# member, role: naudotojas, vaidmuo
# organisation, service, place, capacity: organizacija, paslauga, vieta, vietų skaičius
# need, urgency or priority: poreikis, skubumas
# consent: sutikimas; duoti, nesutikti, atšaukti; nebegalioja (expired)
# share, shared information: dalytis, duomenys
# scope before acceptance: duomenys sprendimui priimti
# access, access history: peržiūra, peržiūrų istorija
# legal basis, register of legal bases: teisinis pagrindas, teisinių pagrindų registras
# agreement, purpose: sutartis, tikslas
# release, release date: paleidimas, paleidimo data
# returns to: grįžimo vieta
# in custody: laisvės atėmimo vietoje
# alcohol and drugs: alkoholis ir narkotikai
# ID documents: asmens dokumentai
# under review: nagrinėjamas
# more information needed: trūksta informacijos
# declined: nepriimtas
# waiting list: laukiančiųjų eilė
# on hold: laikinai sustabdytas
# closed as incomplete: nutrauktas
# completed: užbaigtas
# withdrawn (referral): atšauktas
# not answered in time: neatsakytas laiku
# entered in error: įrašytas per klaidą
# reopen: atidaryti iš naujo
# assign, accept, decline (a referral within the organisation): paskirti, perimti, atsisakyti
# assignee: atsakingas darbuotojas
# deadline, working day: terminas, darbo diena
# appointment, message: susitikimas, žinutė
# notification, email, outbox: pranešimas, el. laiškas, siunčiami laiškai
# audit log: veiksmų žurnalas
# import, row with errors: importas, eilutė su klaidomis
# export: eksportuoti
# API token: API raktas
# directory: katalogas
# erase (a person): ištrinti duomenis
# cancel (leave a form): grįžti

organisation-kind-ngo = nevyriausybinė organizacija
organisation-kind-faith-based = parapija ar religinė bendruomenė
organisation-kind-local-authority = savivaldybė
organisation-kind-employment-service = užimtumo tarnyba
organisation-kind-prison = kalėjimas
organisation-kind-probation = probacijos tarnyba
organisation-kind-social-centre = socialinių paslaugų centras
organisation-kind-rehabilitation-centre = reabilitacijos centras
organisation-kind-vocational-school = profesinė mokykla
organisation-kind-employer = darbdavys
organisation-kind-funder = finansuotojas
organisation-kind-coordinator = tinklo koordinatorius
organisation-kind-other = kita organizacija

role-viewer = Stebėtojas
role-caseworker = Atvejo vadybininkas
role-job-officer = Užimtumo specialistas
role-trainer = Mokytojas
role-manager = Vadovas
role-admin = Administratorius
role-coordinator = Tinklo koordinatorius
role-auditor = Auditorius

scope-identity = vardas, pavardė ir gimimo data
scope-contact = telefonas, el. paštas ir adresas
scope-needs = poreikiai
scope-health = sveikata
scope-offence = nusikalstama veika ir rizika
scope-family = šeima
scope-employment = darbas ir mokymasis
scope-documents = dokumentai ir pinigai

need-domain-accommodation = Būstas
need-domain-education-training-employment = Darbas ir mokymasis
need-domain-finance-benefit-debt-id = Pinigai ir dokumentai
need-domain-dependency-and-recovery = Priklausomybės gydymas
need-domain-family-and-relationships = Šeima
need-domain-lifestyle-and-associates = Aplinka ir laisvalaikis
need-domain-attitudes-thinking-behaviour = Mąstymas ir elgesys
need-domain-emotional-wellbeing = Emocinė gerovė
need-domain-health = Sveikata
need-domain-social-inclusion = Įsitraukimas į bendruomenę
need-domain-legal = Teisinė pagalba
need-domain-faith-and-community = Tikėjimas ir bendruomenė
need-urgent = { $need } (skubu)
need-release-day = { $need } (paleidimo dieną)

need-short-accommodation = Būstas
need-short-education-training-employment = Darbas
need-short-finance-benefit-debt-id = Dokumentai
need-short-dependency-and-recovery = Gydymas
need-short-family-and-relationships = Šeima
need-short-lifestyle-and-associates = Aplinka
need-short-attitudes-thinking-behaviour = Elgesys
need-short-emotional-wellbeing = Savijauta
need-short-health = Sveikata
need-short-social-inclusion = Įtrauktis
need-short-legal = Teisė
need-short-faith-and-community = Tikėjimas

priority-routine = Įprastas
priority-urgent = Skubus
priority-release-day = Paleidimo dieną

sex-female = moteris
sex-male = vyras
sex-other = kita
sex-unknown = nežinoma

legal-status-in-custody = laisvės atėmimo vietoje
legal-status-on-licence = taikomas lygtinis paleidimas
legal-status-probation = taikoma probacija
legal-status-free = laisvėje
legal-status-unknown = nežinoma

sobriety-sober = nevartoja alkoholio ir narkotikų
sobriety-in-treatment = gydosi nuo priklausomybės
sobriety-not-sober = šiuo metu vartoja alkoholį ar narkotikus
sobriety-unknown = nežinoma

legal-basis-consent = asmens sutikimas
legal-basis-legal-obligation = teisinė prievolė
legal-basis-public-task = užduotis, vykdoma viešojo intereso labui
legal-basis-vital-interest = gyvybiniai interesai

erasure-reason-requested = To paprašė asmuo
erasure-reason-not-needed = Duomenų nebereikia
erasure-reason-not-lawful = Duomenų įrašyti nereikėjo
erasure-reason-legal-obligation = To reikalauja įstatymas arba teismas

purpose-resettlement = integracija į visuomenę
purpose-employment = įdarbinimas
purpose-treatment = gydymas

consent-answer-given = Taip
consent-answer-refused = Ne

consent-how-paper = raštu
consent-how-spoken = žodžiu
consent-how-screen = ekrane

consent-standing-in-force = Galioja
consent-standing-expired = Nebegalioja
consent-standing-withdrawn = Atšauktas
consent-standing-refused = Nesutiko

report-back-attendance = ar asmuo atvyko į susitikimus
report-back-notes = kas pasiekta

pre-acceptance-fact-release-day = tiksli paleidimo data
pre-acceptance-fact-sex = lytis
pre-acceptance-fact-legal-status = teisinė padėtis
pre-acceptance-fact-sobriety = alkoholis ir narkotikai
pre-acceptance-fact-need-text = poreikių aprašymas

withheld-until-accepted = bus rodoma priėmus nukreipimą
withheld-until-not-shared = šiame nukreipime nesidalijama
withheld-until-closed = neberodoma
withheld-until-not-your-role = jūsų vaidmeniui nerodoma
withheld-until-ended = nebuvo rodoma: nukreipimas baigėsi anksčiau

service-status-active = Teikiama
service-status-inactive = Šiuo metu neteikiama
service-status-defunct = Nebeteikiama
service-status-temporarily-closed = Laikinai neteikiama

agreement-state-proposed = Laukia parašų
agreement-state-active = Galioja
agreement-state-suspended = Sustabdyta
agreement-state-ended = Nebegalioja

agreement-step-sign = Pasirašyti sutartį
agreement-step-suspend = Sustabdyti sutartį
agreement-step-resume = Atnaujinti sutartį
agreement-step-end = Nutraukti sutartį

referral-state-draft = Juodraštis
referral-state-sent = Išsiųstas
referral-state-acknowledged = Nagrinėjamas
referral-state-information-requested = Trūksta informacijos
referral-state-accepted = Priimtas
referral-state-in-progress = Vykdomas
referral-state-completed = Užbaigtas
referral-state-rejected = Nepriimtas
referral-state-withdrawn = Atšauktas
referral-state-waitlisted = Laukia eilėje
referral-state-on-hold = Laikinai sustabdytas
referral-state-failed = Nutrauktas
referral-state-expired = Neatsakytas laiku
referral-state-entered-in-error = Įrašytas per klaidą

referral-step-send = Išsiųsti nukreipimą
referral-step-acknowledge = Pradėti nagrinėti
referral-step-request-information = Paprašyti informacijos
referral-step-answer = Pateikti informaciją
referral-step-accept = Priimti nukreipimą
referral-step-start = Pradėti teikti paslaugą
referral-step-complete = Užbaigti nukreipimą
referral-step-reject = Nepriimti nukreipimo
referral-step-withdraw = Atšaukti nukreipimą
referral-step-waitlist = Įrašyti į eilę
referral-step-resume = Tęsti paslaugą
referral-step-hold = Laikinai sustabdyti
referral-step-fail = Nutraukti nukreipimą
referral-step-reopen = Atidaryti iš naujo
referral-step-enter-in-error = Pažymėti kaip klaidą

side-sent = Išsiųsti
side-received = Gauti

group-mode-any-one = Tęsti tik su pirmąja
group-mode-all = Tęsti su visomis

reject-reason-not-eligible = Asmuo neatitinka sąlygų
reject-reason-no-capacity = Nėra laisvų vietų
reject-reason-service-not-provided = Tokios paslaugos neteikiame
reject-reason-already-enrolled = Asmuo jau gauna mūsų pagalbą
reject-reason-out-of-area = Asmuo grįžta ne į mūsų teritoriją
reject-reason-missing-documents = Trūksta dokumentų
reject-reason-other = Kita priežastis

withdraw-reason-ineligible = Asmuo neatitinka sąlygų
withdraw-reason-mistake-or-duplicate = Nukreipta per klaidą arba du kartus
withdraw-reason-not-engaged = Asmuo nedalyvauja
withdraw-reason-needs-met-elsewhere = Pagalba gauta kitur
withdraw-reason-moved-out-of-area = Asmuo išvyko kitur
withdraw-reason-work-or-care = Trukdo darbas ar artimųjų priežiūra
withdraw-reason-died = Asmuo mirė
withdraw-reason-returned-to-custody = Asmuo vėl laisvės atėmimo vietoje
withdraw-reason-sentence-ended = Bausmė baigėsi
withdraw-reason-consent-withdrawn = Asmuo atšaukė sutikimą
withdraw-reason-consent-expired = Sutikimas nebegalioja
withdraw-reason-person-erased = Asmens duomenys ištrinti
withdraw-reason-settled-elsewhere = Pagalbos nebereikia
withdraw-reason-other = Kita priežastis

hold-reason-illness = Asmuo serga
hold-reason-in-custody = Asmuo laisvės atėmimo vietoje
hold-reason-unreachable = Nepavyksta susisiekti
hold-reason-waiting-for-documents = Laukiama dokumentų
hold-reason-waiting-for-place = Laukiama vietos
hold-reason-other = Kita priežastis

outcome-achieved = Tikslas pasiektas
outcome-partially-achieved = Tikslas pasiektas iš dalies
outcome-not-achieved = Tikslas nepasiektas

outcome-result-enrolled = Dalyvauja programoje ar kursuose
outcome-result-got-help = Gavo pagalbą
outcome-result-housed = Turi kur gyventi
outcome-result-employed = Dirba
outcome-result-in-education = Mokosi
outcome-result-could-not-contact = Nepavyko susisiekti
outcome-result-person-declined = Asmuo atsisakė pagalbos
outcome-result-could-not-help = Padėti nepavyko
outcome-result-referred-elsewhere = Asmuo nukreiptas kitur

attendance-attended = atvyko
attendance-late = vėlavo
attendance-absent = neatvyko
attendance-excused = neatvyko, bet pranešė

referral-deadline-answer = atsakymas
referral-deadline-information = informacijos pateikimas
referral-deadline-place = vieta
referral-deadline-next-step = kitas veiksmas

event-kind-referral-drafted = parengė nukreipimą
event-kind-referral-sent = išsiuntė nukreipimą
event-kind-referral-acknowledged = pradėjo nagrinėti nukreipimą
event-kind-referral-information-requested = paprašė informacijos
event-kind-referral-answered = pateikė informaciją
event-kind-referral-accepted = priėmė nukreipimą
event-kind-referral-started = pradėjo teikti paslaugą
event-kind-referral-completed = užbaigė nukreipimą
event-kind-referral-rejected = nepriėmė nukreipimo
event-kind-referral-withdrawn = atšaukė nukreipimą
event-kind-referral-waitlisted = įrašė į laukiančiųjų eilę
event-kind-referral-held = laikinai sustabdė paslaugos teikimą
event-kind-referral-resumed = atnaujino paslaugos teikimą
event-kind-referral-failed = nutraukė nukreipimą
event-kind-referral-reminded = priminė apie artėjantį terminą
event-kind-referral-escalated = pranešė abiejų organizacijų vadovams, kad terminas praėjo
event-kind-referral-expired = uždarė nukreipimą, nes laiku neatsakyta
event-kind-referral-entered-in-error = pažymėjo, kad nukreipimas įrašytas per klaidą
event-kind-referral-reopened = iš naujo atidarė nukreipimą
event-kind-message-written = parašė žinutę
event-kind-appointment-made = paskyrė susitikimą
event-kind-appointment-attendance-recorded = įrašė, ar asmuo atvyko
event-kind-identity-looked-at = peržiūrėjo vardą, pavardę ir kontaktus
event-kind-person-recorded = pridėjo asmenį
event-kind-person-changed = pakeitė asmens duomenis
event-kind-person-erased = ištrynė asmens duomenis
event-kind-need-added = pridėjo poreikį
event-kind-need-changed = pakeitė poreikį
event-kind-consent-recorded = įrašė sutikimą
event-kind-consent-withdrawn = įrašė sutikimo atšaukimą
event-kind-case-team-changed = pakeitė atvejo komandą
event-kind-agreement-proposed = pasiūlė sutartį
event-kind-agreement-signed = pasirašė sutartį
event-kind-ground-recorded = įrašė teisinį pagrindą
event-kind-organisation-changed = pakeitė organizacijos aprašymą
event-kind-agreement-suspended = sustabdė sutartį
event-kind-agreement-resumed = atnaujino sutartį
event-kind-agreement-ended = nutraukė sutartį
event-kind-service-recorded = pridėjo paslaugą
event-kind-service-changed = pakeitė paslaugą

action-directory-read = skaityti katalogą
action-service-manage = tvarkyti paslaugas
action-agreement-propose = siūlyti sutartis
action-agreement-sign = pasirašyti sutartis
action-agreement-suspend = stabdyti sutartis
action-person-read = skaityti asmenų duomenis
action-person-record = pridėti asmenis
action-person-change = keisti asmenų duomenis
action-person-erase = ištrinti asmenų duomenis
action-case-team-change = keisti atvejo komandas
action-consent-record = įrašyti sutikimus
action-consent-withdraw = įrašyti sutikimo atšaukimą
action-referral-read = skaityti nukreipimus
action-referral-send = siųsti nukreipimus
action-referral-answer = atsakyti į nukreipimus
action-referral-withdraw = atšaukti nukreipimus
action-referral-reopen = iš naujo atidaryti uždarytus nukreipimus
action-message-write = rašyti žinutes
action-appointment-manage = tvarkyti susitikimus
action-audit-log-read = skaityti veiksmų žurnalą
action-email-read = tvarkyti organizacijos el. laiškus
action-legal-basis-record = įrašyti teisinius pagrindus
action-organisation-change = keisti organizacijos aprašymą

readiness-state-nothing = nieko nesutarta
readiness-state-under-way = tvarkoma
readiness-state-arranged = sutarta
readiness-not-needed = nereikia

match-factor-domain = pagalbos sritis
match-factor-area = teritorija
match-factor-age = amžius
match-factor-sex = lytis
match-factor-legal-status = teisinė padėtis
match-factor-sobriety = alkoholis ir narkotikai
match-factor-residence = grįžimo vieta
match-factor-places = vietos
match-factor-agreement = sutartis
match-factor-open-referral = aktyvus mūsų nukreipimas
match-factor-consent = sutikimas
match-factor-legal-basis = teisinis pagrindas

match-answer-yes = taip
match-answer-no = ne
match-answer-unknown = nežinoma

referral-order-urgent-first = Pirmiausia skubiausi
referral-order-newest-first = Pirmiausia naujausi

attendance-do-attended = Atvyko
attendance-do-late = Vėlavo
attendance-do-absent = Neatvyko
attendance-do-excused = Neatvyko, pranešė

email-frequency-at-once = Iš karto
email-frequency-daily = Kartą per dieną, rytą
email-frequency-none = Nesiųsti
email-state-queued = Laukia siuntimo
email-state-sent = Išsiųstas
email-state-not-needed = Nebereikalingas
email-state-kept = Lieka sistemoje
email-state-refused = Adresas nepriimtas
email-state-failed = Neišsiųstas
email-failure-unreachable = Nepavyko pasiekti pašto serverio
email-failure-untrusted = Nepavyko patvirtinti pašto serverio tapatybės
email-failure-not-allowed = Pašto serveris neleidžia siųsti
email-failure-later = Pašto serveris prašo bandyti vėliau
email-failure-address-refused = Pašto serveris nepriima gavėjo adreso
email-failure-not-wanted = Pašto serveris nepriima šio laiško
email-failure-not-worded = Laiškas neparengtas dėl programos klaidos

event-kind-member-invited = pakvietė naudotoją
event-kind-member-changed = pakeitė naudotojo vaidmenį
event-kind-member-left = pašalino naudotoją
event-kind-signed-in = prisijungė
event-kind-signed-out-elsewhere = atsijungė kitoje naršyklėje
event-kind-token-created = sukūrė API raktą
event-kind-token-revoked = panaikino API raktą
action-member-manage = tvarkyti naudotojus
audit-log-subject-kind-member = naudotojas
token-scope-read = Skaityti duomenis be vardų
token-scope-identities = Matyti asmenų vardus
token-scope-people = Tvarkyti asmenų duomenis
token-scope-referrals = Tvarkyti nukreipimus
token-scope-manage = Tvarkyti organizaciją
token-scope-opens-read = Katalogas, asmenys be vardų, nukreipimai ir veiksmų žurnalas.
token-scope-opens-identities = Vardai, kontaktai ir asmens dokumentai. Kiekviena peržiūra įrašoma.
token-scope-opens-people = Asmenų pridėjimas, jų duomenų keitimas ir sutikimų įrašymas.
token-scope-opens-referrals = Nukreipimų siuntimas, atsakymai, užbaigimas, žinutės ir susitikimai.
token-scope-opens-manage = Naudotojai, paslaugos, sutartys ir el. laiškai.
event-kind-referral-offered = paskyrė nukreipimą kolegai
event-kind-referral-taken = perėmė nukreipimą
event-kind-referral-given-back = grąžino nukreipimą
event-kind-referral-not-sent = negalėjo automatiškai išsiųsti nukreipimo
event-kind-release-moved = pakeitė paleidimo datą
event-kind-consent-ran-out = pažymėjo, kad sutikimas nebegalioja
