# Ką galima pataisyti, pagal sąsajos kodus.

problem-closed = Šis nukreipimas užbaigtas arba dar neišsiųstas: niekas to neperskaitytų.
problem-no-place = Nuo tos dienos visos vietos užimtos.
problem-not-yours = Šios priežasties nurodyti negalite.
problem-already-referred = Šį asmenį į šią paslaugą jau nukreipėte, ir nukreipimas dar atviras.
problem-consent-refused = Asmuo nesutiko dalytis duomenimis su šia organizacija.
problem-no-consent = Asmuo nedavė sutikimo tuo dalytis su šia organizacija. Pirmiausia jo paklauskite.
problem-no-agreement = Jokia galiojanti sutartis su šia organizacija neapima to, kuo norite dalytis.
problem-no-ground = Teisė nenumato pagrindo dalytis tuo su tokia organizacija.
problem-service-closed = Ši paslauga šiuo metu nukreipimų nepriima.
problem-ends-before-it-starts = Paskutinė diena ankstesnė už pirmąją.
problem-not-a-colleague = Šis narys ne iš jūsų organizacijos arba negali skaityti apie asmenis.
problem-not-a-date = Tokia data negalima.
problem-not-a-time = Tokia diena ir valanda negalimos.
problem-not-yet = Ta diena dar neatėjo.
problem-not-a-partner = Ši organizacija negali būti partnerė: ji nedirba su asmenimis arba yra jūsų pačių.
problem-not-a-recipient = Ši organizacija negali būti gavėja: ji nedirba su asmenimis arba yra jūsų pačių.
problem-not-accepted = Susitikimus galima skirti tik priėmus nukreipimą.
problem-still-needed = Nukreipimas dar atviras, todėl duomenų dar reikia. Pirmiausia jį užbaikite arba nurodykite kitą priežastį.
problem-not-in-force = Šis sutikimas nebegalioja.
problem-not-now = Dabar sutartis to neleidžia.
problem-not-rejected = Ankstesnis nukreipimas nebuvo atmestas, todėl jo perimti negalima.
problem-unknown = Tokios vietos nėra.
problem-unknown-need = Tokio poreikio nėra.
problem-unknown-service = Tokios paslaugos nėra arba ji jūsų pačių.
problem-not-given-up = Šio laiško siuntimas nenutrauktas.
problem-author-left = Parašiusysis nebegali jo siųsti.
