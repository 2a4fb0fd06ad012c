use entities::codes::{Code, ImportKind, NeedDomain as N, OrganisationKind as O, Sex};

use super::*;

/// A sheet with semicolons: what its columns seem to hold.
fn guessed(kind: ImportKind, sheet: &str) -> Vec<Guess> {
    let mut lines = sheet.lines();
    let header: Vec<String> = lines.next().unwrap().split(';').map(str::to_owned).collect();
    let rows: Vec<Vec<Cell>> = lines.map(|line| line.split(';').map(cell).collect()).collect();
    guess(kind, &header, &rows, today())
}

fn codes(guesses: &[Guess]) -> Vec<&'static str> {
    guesses.iter().map(|guess| guess.field.map_or("-", ImportField::code)).collect()
}

fn one_column(kind: ImportKind, header: &str, values: &[&str]) -> Guess {
    let rows: Vec<Vec<Cell>> = values.iter().map(|value| vec![cell(value)]).collect();
    guess(kind, &[header.to_owned()], &rows, today())[0]
}

#[test]
fn both_sheets_of_partners_are_understood_by_their_headers() {
    let people = guessed(
        ImportKind::People,
        "№ дела;Фамилия;Имя;Отчество;Дата рождения;Пол;Учреждение;Дата освобождения;Куда направляется;Область;Потребности;Примечание\n\
         ИК-24/2000;Гончар;Дмитрий;Викторович;22.08.1978;м;ИК № 20;06.01.2027;Витебск;Витебская;лечение зависимости;\n\
         ИК-3/2006;Мороз;Ирина;;18.05.1982;ж;ИК № 24;31.02.2027;Орша;Витебская;юридическая помощь;нет паспорта",
    );
    assert_eq!(
        codes(&people),
        [
            "CASE_NUMBER",
            "FAMILY_NAME",
            "GIVEN_NAME",
            "MIDDLE_NAME",
            "DATE_OF_BIRTH",
            "SEX",
            "PRISON",
            "RELEASE_DATE",
            "MUNICIPALITY",
            "PROVINCE",
            "NEEDS",
            "NOTES"
        ]
    );
    assert!(people.iter().all(|guess| guess.certainty == Certainty::Certain));
    assert_eq!(people[4].dates, Some(Dates::Ordered(DateOrder::DayFirst)));
    assert_eq!(people[7].dates, Some(Dates::Ordered(DateOrder::DayFirst)));
    assert_eq!(people[0].dates, None);
    let organisations = guessed(
        ImportKind::Organisations,
        "Pavadinimas;Tipas;Savivaldybė;Adresas;El. paštas;Telefonas;Teikiamos paslaugos;Vietų skaičius\n\
         Kaunas – Carito dienos centras;Tikybinė organizacija;Kaunas;Gedimino g. 67, Kaunas;info995@kaunas.example;+370 612 44167;Maisto parama;26",
    );
    assert_eq!(
        codes(&organisations),
        ["NAME", "ORGANISATION_KIND", "MUNICIPALITY", "ADDRESS", "EMAIL", "PHONE", "SERVICES", "PLACES"]
    );
    assert!(organisations.iter().all(|guess| guess.certainty == Certainty::Certain));
}

#[test]
fn headers_of_seven_languages_are_known() {
    let people =
        "FAMILY_NAME GIVEN_NAME DATE_OF_BIRTH SEX RELEASE_DATE MUNICIPALITY PHONE NEEDS NOTES CASE_NUMBER";
    for header in [
        "Surname;First name;Date of birth;Gender;Release date;Town;Mobile;Support needs;Comments;Case No.",
        "Pavardė;Vardas;Gimimo data;Lytis;Paleidimo data;Miestas;Tel. nr.;Poreikiai;Pastabos;Bylos Nr.",
        "Фамилия;Имя;Дата рожд.;Пол (м/ж);Дата выхода;Населённый пункт;Тел.;Нуждается в;Комментарий;Личное дело",
        "Прозвішча;Імя;Дата нараджэння;Пал;Дата вызвалення;Горад;Тэлефон;Патрэбы;Заўвагі;Нумар справы",
        "Prezime;Ime;Datum rođenja;Pol;Datum otpusta;Opština;Broj telefona;Potrebe;Napomena;Broj predmeta",
        "Презиме;Име;Датум рођења;Пол;Датум отпуста;Општина;Број телефона;Потребе;Напомена;Број предмета",
        "Vezetéknév;Keresztnév;Születési idő;Nem;Szabadulás ideje;Település;Telefonszám;Igények;Megjegyzés;Ügyszám",
        "Nachname;Vorname;Geburtsdatum;Geschlecht;Entlassungsdatum;Wohnort;Handy;Hilfebedarf;Bemerkungen;Aktenzeichen",
    ] {
        let found = guessed(ImportKind::People, header);
        assert_eq!(codes(&found).join(" "), people, "{header}");
        assert!(found.iter().all(|guess| guess.certainty == Certainty::Certain), "{header}");
    }
    let organisations =
        "NAME ORGANISATION_KIND MUNICIPALITY ADDRESS EMAIL PHONE WEBSITE SERVICES PLACES DESCRIPTION";
    for header in [
        "Organisation;Type;City;Street address;E-mail;Telephone;Web site;Services offered;Capacity;About",
        "Įstaigos pavadinimas;Įstaigos tipas;Miestas;Buveinės adresas;El. p.;Mob. tel.;Interneto svetainė;Paslaugos;Vietų sk.;Veikla",
        "Учреждение;Вид;Город;Юридический адрес;Эл. почта;Контактный телефон;Сайт;Виды услуг;Кол-во мест;Деятельность",
        "Назва ўстановы;Тып;Раён;Паштовы адрас;Эл. пошта;Тэлефон;Вэб-сайт;Паслугі;Колькасць месцаў;Апісанне",
        "Naziv;Vrsta;Grad;Sedište;E-pošta;Telefon;Veb-sajt;Usluge;Broj mesta;Opis delatnosti",
        "Назив;Врста;Град;Седиште;Е-пошта;Телефон;Веб-сајт;Услуге;Број места;Опис делатности",
        "Szervezet neve;Típus;Város;Székhely;E-mail cím;Telefon;Honlap;Szolgáltatások;Férőhelyek száma;Bemutatkozás",
        "Träger;Art der Einrichtung;Ort;Anschrift;E-Mail-Adresse;Telefonnummer;Webseite;Angebote;Anzahl Plätze;Kurzbeschreibung",
    ] {
        let found = guessed(ImportKind::Organisations, header);
        assert_eq!(codes(&found).join(" "), organisations, "{header}");
        assert!(found.iter().all(|guess| guess.certainty == Certainty::Certain), "{header}");
    }
}

#[test]
fn a_header_with_more_words_is_likely_and_a_known_other_one_is_nothing() {
    let found = one_column(ImportKind::People, "Телефон родственника", &[]);
    assert_eq!((found.field, found.certainty), (Some(ImportField::Phone), Certainty::Likely));
    let found = one_column(ImportKind::People, "Дата рождения (дд.мм.гггг)", &[]);
    assert_eq!((found.field, found.certainty), (Some(ImportField::DateOfBirth), Certainty::Certain));
    for header in ["Place of birth", "№ п/п", "Eil. Nr.", "anyja neve"] {
        let found = one_column(ImportKind::People, header, &["1"]);
        assert_eq!((found.field, found.certainty), (None, Certainty::Certain), "{header}");
    }
    for header in ["Место работы", "Организация", "Статья", "Отряд", "Дата", "Įmonės kodas"]
    {
        assert_eq!(one_column(ImportKind::People, header, &[]).field, None, "{header}");
    }
    for (header, field) in [
        ("Name of prison", ImportField::Prison),
        ("Prisoner No.", ImportField::CaseNumber),
        ("Prisoner's telephone", ImportField::Phone),
        ("ФИО осуждённого", ImportField::FullName),
        ("Familienname, Vorname", ImportField::FullName),
        ("Szükséges támogatás", ImportField::Needs),
    ] {
        assert_eq!(one_column(ImportKind::People, header, &[]).field, Some(field), "{header}");
    }
    let found = one_column(ImportKind::People, "Date of birth", &["01/02/1980", "03/04/1981"]);
    assert_eq!(found.dates, Some(Dates::Open));
    assert_eq!(one_column(ImportKind::People, "Тип", &[]).field, None);
    assert_eq!(one_column(ImportKind::Organisations, "Фамилия", &[]).field, None);
}

#[test]
fn no_field_is_found_twice() {
    let found =
        guessed(ImportKind::People, "Телефон родственника;Телефон;Телефон;Примечание;Заметки;Name;Vorname");
    assert_eq!(codes(&found), ["-", "PHONE", "-", "NOTES", "NOTES", "FAMILY_NAME", "GIVEN_NAME"]);
    assert_eq!(codes(&guessed(ImportKind::People, "Name;Telefon")), ["FULL_NAME", "PHONE"]);
    let sheet = "a;Дата рождения\n01.02.1980;01.02.1980\n02.02.1980;01.02.1980\n03.02.1981;01.02.1980";
    assert_eq!(codes(&guessed(ImportKind::People, sheet)), ["-", "DATE_OF_BIRTH"]);
}

#[test]
fn without_a_known_header_values_say_what_a_column_holds() {
    let people = |values: &[&str]| one_column(ImportKind::People, "x1", values);
    let likely = |field| (Some(field), Certainty::Likely);
    let of = |guess: Guess| (guess.field, guess.certainty);
    assert_eq!(of(people(&["22.08.1978", "1.2.1990", "5.6.2001"])), likely(ImportField::DateOfBirth));
    assert_eq!(of(people(&["22.08.2027", "1.2.2027", "5.12.2026"])), likely(ImportField::ReleaseDate));
    assert_eq!(of(people(&["м", "ж", "м", ""])), likely(ImportField::Sex));
    assert_eq!(of(people(&["v", "m", "v"])), likely(ImportField::Sex));
    assert_eq!(of(people(&["m", "f", "m"])), likely(ImportField::Sex));
    assert_eq!(of(people(&["férfi", "nő", "nő"])), likely(ImportField::Sex));
    assert_eq!(of(people(&["a@b.example", "c@d.example", "e@f.example"])), likely(ImportField::Email));
    assert_eq!(
        of(people(&["+370 612 44167", "8 612 44167", "+375 (29) 123-45-67"])),
        likely(ImportField::Phone)
    );
    assert_eq!(of(people(&["работа", "жильё, долги", "семья"])), likely(ImportField::Needs));
    assert_eq!(of(people(&["работа"])), (Some(ImportField::Needs), Certainty::Unsure));
    assert_eq!(of(people(&["Гончар", "Жук", "Мороз"])), (None, Certainty::Unsure));
    assert_eq!(of(people(&["1", "2", "3"])), (None, Certainty::Unsure));
    assert_eq!(of(people(&["22081", "30012", "41000"])), (None, Certainty::Unsure));
    let organisations = |values: &[&str]| one_column(ImportKind::Organisations, "", values).field;
    assert_eq!(
        organisations(&["Maisto parama", "Laikinas būstas", "Darbo paieška"]),
        Some(ImportField::Services)
    );
    assert_eq!(
        organisations(&["VšĮ", "Savivaldybė", "Užimtumo tarnyba"]),
        Some(ImportField::OrganisationKind)
    );
    assert_eq!(organisations(&["https://a.example", "www.b.example"]), Some(ImportField::Website));
    assert_eq!(organisations(&["22.08.1978", "1.2.1990", "5.6.2001"]), None);
    assert!(guess(ImportKind::People, &[], &[], today()).is_empty());
    assert_eq!(people(&["v", "v", "v"]).field, None);
    let training = "Ime i prezime;Organizacija;Grad;E-pošta;Dan 1;Dan 2\n\
                    Ana Petrović;Okružni zatvor Novi Sad;Ruma;a@b.example;da;ne";
    assert_eq!(
        codes(&guessed(ImportKind::People, training)),
        ["FULL_NAME", "-", "MUNICIPALITY", "EMAIL", "-", "-"]
    );
}

#[test]
fn fields_have_their_codes() {
    for kind in [ImportKind::People, ImportKind::Organisations] {
        for field in ImportField::of(kind) {
            assert_eq!(ImportField::from_code(field.code()), Some(*field));
        }
        assert!(ImportField::of(kind).iter().any(|field| field.is_required()));
    }
    assert_eq!(ImportField::from_code("NOTHING"), None);
}

#[test]
fn lists_of_words_have_known_codes_and_no_header_means_two_things() {
    type Known = fn(&str) -> bool;
    let lists: [(&str, Known); 5] = [
        (include_str!("../words/headers.txt"), |code| {
            code == "NOTHING" || ImportField::from_code(code).is_some()
        }),
        (include_str!("../words/needs.txt"), |code| N::from_code(code).is_some()),
        (include_str!("../words/services.txt"), |code| N::from_code(code).is_some()),
        (include_str!("../words/kinds.txt"), |code| O::from_code(code).is_some()),
        (include_str!("../words/sex.txt"), |code| Sex::from_code(code).is_some()),
    ];
    for (list, is_known) in lists {
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            assert!(is_known(line.split_once(':').unwrap().0), "{line}");
        }
    }
    for kind in [ImportKind::People, ImportKind::Organisations] {
        let mut seen = std::collections::HashMap::new();
        for line in include_str!("../words/headers.txt").lines().filter(|line| !line.starts_with('#')) {
            let (code, phrases) = line.split_once(':').unwrap();
            if code != "NOTHING" && !ImportField::of(kind).contains(&ImportField::from_code(code).unwrap()) {
                continue;
            }
            for phrase in phrases.split(';') {
                let words = folded_words(phrase).join(" ");
                let before = seen.insert(words, code);
                assert!(
                    before.is_none_or(|before| before == code),
                    "{kind:?} {phrase}: {before:?} and {code}"
                );
            }
        }
    }
}
