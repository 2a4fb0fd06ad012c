# Prisijungimas.

sign-in-title = Prisijungti
sign-in-choose = Kuo norėtumėte būti?
sign-in-invented = Tai parodomasis tinklas: visi asmenys ir organizacijos išgalvoti, tad galite išbandyti viską.
sign-in-as = Prisijungti: { $name }
sign-in-none-title = Prisijungti čia dar negalima
sign-in-none-words = Šioje sistemoje nėra narių, kuriuos galėtumėte pasirinkti. Kreipkitės į tą, kas ją parengė jūsų organizacijai.

here-viewer = Skaito tai, kuo organizacija sutarė dalytis, ir nieko nekeičia.
here-caseworker = Atsako į nukreipimus, palaiko ryšį su asmenimis ir nukreipia juos toliau.
here-caseworker-prison = Rengia asmenis paleidimui ir nukreipia juos pagalbos ten, kur jie grįžta.
here-caseworker-ngo = Atsako į nukreipimus, susitinka su paleistais asmenimis ir nukreipia juos toliau.
here-caseworker-faith-based = Kartais atsako į nukreipimą, randa žmogui lovą, maisto ir bendrystę.
here-caseworker-local-authority = Nukreipia asmenis į savivaldybės paslaugas ir atsako į nukreipimus.
here-caseworker-social-centre = Atsako į centrui skirtus nukreipimus ir tvarko susitikimus.
here-caseworker-rehabilitation-centre = Priima asmenis gydytis ir, jiems išvykstant, nukreipia toliau.
here-job-officer = Atsako į nukreipimus dėl darbo ir mato tik tai, ko reikia šiai užduočiai.
here-trainer = Moko į kursus nukreiptus asmenis ir pažymi, kas atvyko.
here-manager = Mato, kas laukia visoje organizacijoje, ir rūpinasi, kad niekas nebūtų pamirštas.
here-manager-local-authority = Prižiūri savivaldybės nukreipimus ir paslaugas.
here-admin = Tvarko organizacijos paslaugas, vietas ir sutartis.
here-coordinator = Tvarko tinklo katalogą ir sutartis; asmenų nemato.
here-auditor = Ribotą laiką skaito, kas ką matė ir keitė.
