//! A header and five rows in each language.

/// A language's name, and a short file in it.
pub(super) const TEXTS: [(&str, &str); 12] = [
    (
        "Lithuanian",
        "Vardas;Pavardė;Gimimo data;Lytis;Savivaldybė;Telefonas;Pastabos\r\n\
         Jonas;Žukauskas;1988-03-12;vyras;Šiaulių m. sav.;+370 600 00001;ieško būsto\r\n\
         Rūta;Kazlauskaitė;1990-11-02;moteris;Panevėžio r. sav.;+370 600 00002;\r\n\
         Šarūnas;Petrauskas;1979-01-30;vyras;Vilniaus m. sav.;+370 600 00003;priklausomybė\r\n\
         Živilė;Jankūnienė;1985-07-19;moteris;Kėdainių r. sav.;+370 600 00004;turi dokumentų\r\n\
         Ąžuolas;Grįžaitis;1993-05-05;vyras;Marijampolė;+370 600 00005;grįžo rugsėjį\r\n",
    ),
    (
        "Latvian",
        "Vārds;Uzvārds;Dzimšanas datums;Dzimums;Pašvaldība;Tālrunis;Piezīmes\r\n\
         Jānis;Bērziņš;12.03.1988;vīrietis;Rīga;+371 20000001;meklē dzīvesvietu\r\n\
         Līga;Kalniņa;02.11.1990;sieviete;Jūrmala;+371 20000002;\r\n\
         Ģirts;Ozoliņš;30.01.1979;vīrietis;Ķekavas novads;+371 20000003;atkarība\r\n\
         Žanete;Liepiņa;19.07.1985;sieviete;Liepāja;+371 20000004;vajag dokumentus\r\n\
         Kārlis;Krūmiņš;05.05.1993;vīrietis;Daugavpils;+371 20000005;\r\n",
    ),
    (
        "Polish",
        "Imię;Nazwisko;Data urodzenia;Płeć;Województwo;Telefon;Uwagi\r\n\
         Łukasz;Wójcik;12.03.1988;mężczyzna;łódzkie;600000001;szuka mieszkania\r\n\
         Agnieszka;Wiśniewska;02.11.1990;kobieta;śląskie;600000002;\r\n\
         Zbigniew;Dąbrowski;30.01.1979;mężczyzna;małopolskie;600000003;uzależnienie\r\n\
         Żaneta;Kozłowska;19.07.1985;kobieta;świętokrzyskie;600000004;brak dokumentów\r\n\
         Józef;Zieliński;05.05.1993;mężczyzna;warmińsko-mazurskie;600000005;źle mówi\r\n",
    ),
    (
        "Hungarian",
        "Vezetéknév;Keresztnév;Születési dátum;Nem;Megye;Telefonszám;Megjegyzés\r\n\
         Kovács;István;1988.03.12;férfi;Győr-Moson-Sopron;06301111111;lakást keres\r\n\
         Szőke;Erzsébet;1990.11.02;nő;Csongrád;06301111112;\r\n\
         Tóth;László;1979.01.30;férfi;Szabolcs;06301111113;szenvedélybeteg\r\n\
         Fűrész;Zsófia;1985.07.19;nő;Békés;06301111114;nincs okmánya\r\n\
         Németh;Árpád;1993.05.05;férfi;Tolna;06301111115;\r\n",
    ),
    (
        "Serbian, Latin",
        "Ime;Prezime;Datum rođenja;Pol;Opština;Telefon;Napomena\r\n\
         Nenad;Petrović;12.03.1988.;muški;Šabac;061000001;traži smeštaj\r\n\
         Jelena;Đurić;02.11.1990.;ženski;Čačak;061000002;\r\n\
         Željko;Nikolić;30.01.1979.;muški;Užice;061000003;zavisnost\r\n\
         Ana;Živković;19.07.1985.;ženski;Niš;061000004;nema dokumenta\r\n\
         Dušan;Obradović;05.05.1993.;muški;Sremska Mitrovica;061000005;\r\n",
    ),
    (
        "Serbian, few letters",
        "Ime i prezime,Organizacija,Grad,Dan 1\n\
         Nenad Petrović,KPZ Niš,Ruma,da\n\
         Ana Jovanović,KPZ Zabela,Beograd,ne\n\
         Marko Ilić,Karitas,Novi Sad,da\n\
         Milan Đokić,Karitas,Ruma,da\n\
         Ivana Pavlović,Okno,Beograd,ne\n",
    ),
    (
        "German",
        "Vorname;Nachname;Geburtsdatum;Geschlecht;Straße;Ort;Bemerkungen\r\n\
         Jürgen;Müller;12.03.1988;männlich;Hauptstraße 5;Köln;sucht Wohnung\r\n\
         Käthe;Schäfer;02.11.1990;weiblich;Bäckergasse 2;München;\r\n\
         Jörg;Weiß;30.01.1979;männlich;Am Fluß 9;Düsseldorf;Abhängigkeit\r\n\
         Ute;Vögele;19.07.1985;weiblich;Grüner Weg 1;Nürnberg;keine Papiere\r\n\
         Ölaf;Krüger;05.05.1993;männlich;Übergasse 4;Würzburg;\r\n",
    ),
    (
        "Russian",
        "№ дела;Фамилия;Имя;Отчество;Дата рождения;Пол;Учреждение;Примечание\r\n\
         24/2000;Гончар;Дмитрий;Викторович;22.08.1978;м;ИК № 20;лечение зависимости\r\n\
         20/2001;Жук;Павел;Викторович;25.09.1987;м;ИК № 4;нет жилья\r\n\
         21/2001;Щербакова;Юлия;Сергеевна;14.02.1991;ж;ИК № 4;\r\n\
         22/2001;Ершов;Фёдор;Ильич;03.12.1969;м;ИК № 2;нужны документы\r\n\
         23/2001;Яковлева;Ольга;Эдуардовна;17.06.1983;ж;ИК № 4;двое детей\r\n",
    ),
    (
        "Russian, in capitals",
        "ФАМИЛИЯ;ИМЯ;ДАТА РОЖДЕНИЯ;ГОРОД\r\n\
         ИВАНОВ;ПЁТР;22.08.1978;МИНСК\r\n\
         СИДОРОВА;АННА;25.09.1987;ГОМЕЛЬ\r\n\
         КУЗНЕЦОВ;АЛЕКСЕЙ;14.02.1991;ВИТЕБСК\r\n\
         ПОПОВ;ДМИТРИЙ;03.12.1969;БРЕСТ\r\n\
         ЯКОВЛЕВА;ОЛЬГА;17.06.1983;ГРОДНО\r\n",
    ),
    (
        "Belarusian",
        "Прозвішча;Імя;Імя па бацьку;Дата нараджэння;Установа;Заўвагі\r\n\
         Ганчар;Дзмітрый;Віктаравіч;22.08.1978;ПК № 20;лячэнне залежнасці\r\n\
         Жук;Павел;Віктаравіч;25.09.1987;ПК № 4;няма жылля\r\n\
         Шчарбакова;Юлія;Сяргееўна;14.02.1991;ПК № 4;\r\n\
         Яршоў;Фёдар;Ільіч;03.12.1969;ПК № 2;патрэбны дакументы\r\n\
         Якаўлева;Вольга;Эдуардаўна;17.06.1983;ПК № 4;двое дзяцей\r\n",
    ),
    (
        "Serbian, Cyrillic",
        "Име;Презиме;Датум рођења;Пол;Општина;Напомена\r\n\
         Ненад;Петровић;12.03.1988.;мушки;Шабац;тражи смештај\r\n\
         Јелена;Ђурић;02.11.1990.;женски;Чачак;\r\n\
         Жељко;Николић;30.01.1979.;мушки;Ужице;зависност\r\n\
         Љиљана;Живковић;19.07.1985.;женски;Ниш;нема докумената\r\n\
         Душан;Његован;05.05.1993.;мушки;Сремска Митровица;џеп\r\n",
    ),
    (
        "Lithuanian, with quotation marks",
        "Pavadinimas;Tipas;Miestas;El. paštas\r\n\
         UAB „Nemunas“;įmonė;Kaunas;info1@example.org\r\n\
         VšĮ „Pagalba – tau“;viešoji įstaiga;Vilnius;info2@example.org\r\n\
         UAB „Žalias kelias“;įmonė;Klaipėda;info3@example.org\r\n\
         Caritas;asociacija;Alytus;info4@example.org\r\n\
         VšĮ „Ąžuolas“;viešoji įstaiga;Telšiai;info5@example.org\r\n",
    ),
];
