use super::*;

const MUNICIPALITIES: &str = include_str!("../../../../platform/src/reference_data/municipalities.csv");

pub fn gazetteer() -> (Gazetteer, Vec<&'static str>) {
    let rows: Vec<Vec<&str>> = MUNICIPALITIES.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let places = rows.iter().enumerate().map(|(id, row)| Place {
        id,
        province: row[0],
        name: row[2],
        name_local: row[3],
    });
    (Gazetteer::new(places), rows.iter().map(|row| row[2]).collect())
}

#[test]
fn places_of_both_sheets_are_found_or_not() {
    let (gazetteer, names) = gazetteer();
    for (text, province, is) in [
        ("Marijampolė", "", "Marijampolė"),
        ("Kaunas", "", "Kaunas"),
        ("Kaišiadorys", "", "Kaišiadorys district"),
        ("Alytus", "", "Alytus"),
        ("Vilnius", "", "Vilnius"),
        ("Šiauliai", "", "Šiauliai"),
        ("Panevėžys", "", "Panevėžys"),
        ("Klaipėda", "", "Klaipėda"),
        ("Utena", "", "Utena district"),
        ("Telšiai", "", "Telšiai district"),
        ("Tauragė", "", "Tauragė district"),
        ("Kėdainiai", "", "Kėdainiai district"),
        ("Jonava", "", "Jonava district"),
        ("Vilkaviškis", "", "Vilkaviškis district"),
        ("Kalvarija", "", "Kalvarija"),
        ("Kazlų Rūda", "", "Kazlų Rūda"),
        ("Витебск", "Витебская", "Vitebsk"),
        ("Волковыск", "Гродненская", "Volkovysk district"),
        ("Гомель", "Гомельская", "Gomel"),
        ("Гродно", "Гродненская", "Grodno"),
        ("Жлобин", "Гомельская", "Zhlobin district"),
        ("Лида", "Гродненская", "Lida district"),
        ("Мозырь", "Гомельская", "Mozyr district"),
        ("Нигде", "Гомельская", ""),
        ("Новополоцк", "Витебская", "Novopolotsk"),
        ("Орша", "Витебская", "Orsha district"),
        ("Полоцк", "Витебская", "Polotsk district"),
        ("Речица", "Гомельская", "Rechitsa district"),
        ("Слоним", "Гродненская", "Slonim district"),
        // Other ways to write them.
        ("г. Витебск", "", "Vitebsk"),
        ("Витебский р-н", "", "Vitebsk district"),
        ("Витебский район", "", "Vitebsk district"),
        ("г. Жлобин", "", "Zhlobin district"),
        ("Жлобинский", "", "Zhlobin district"),
        ("ЖЛОБИНСКИЙ РАЙОН", "", "Zhlobin district"),
        ("Kauno m. sav.", "", "Kaunas"),
        ("Kauno r. sav.", "", "Kaunas district"),
        ("Kauno rajonas", "", "Kaunas district"),
        ("Kaunas (miestas)", "", "Kaunas"),
        ("Marijampolės sav.", "", "Marijampolė"),
        ("marijampole", "", "Marijampolė"),
        ("Kaišiadorių r.", "", "Kaišiadorys district"),
        ("Kaunas district", "", "Kaunas district"),
        ("Жлобін", "", "Zhlobin district"),
        ("Віцебск", "BY-VI", "Vitebsk"),
        ("Віцебскі раён", "", ""),
        ("Рогачев", "", "Rogachev district"),
        ("Рогачёв", "", "Rogachev district"),
        ("Буда-Кошелёво", "", "Buda-Koshelyovo district"),
        ("Сремска Митровица", "", "Sremska Mitrovica"),
        ("Инђија", "RS-07", "Inđija"),
        ("Шид", "", "Šid"),
        ("Пећинци", "", "Pećinci"),
        ("opština Ruma", "", "Ruma"),
        ("Жлобин, Гомельская область", "", "Zhlobin district"),
        ("Жлобин (Гомельская обл.)", "", "Zhlobin district"),
        ("Ельск", "", "Yelsk district"),
        ("Лоев", "", "Loyev district"),
        // What is somewhere else, or only looks alike.
        ("Жлобин", "Витебская", ""),
        ("Жлобин", "Минская", ""),
        ("Жлобин", "Нигде", ""),
        ("Вороны", "", ""),
        ("Дуброва", "", ""),
        ("Жлоб", "", ""),
        ("", "", ""),
        ("г.", "", ""),
        ("Kaun", "", ""),
        ("Marijampolis", "", ""),
        ("Новополоцкий район", "", ""),
        ("Marijampolė, Vytauto g. 30", "", ""),
        ("Гродненская", "", ""),
    ] {
        let found = gazetteer.find(text, Some(province));
        let name = match found {
            Found::One(id) => names[id],
            Found::None => "",
            Found::Several(_) => "several",
        };
        assert_eq!(name, is, "{text} {province}");
    }
    assert!(matches!(gazetteer.find("Kauno", None), Found::Several(ids) if ids.len() == 2));
    assert!(matches!(gazetteer.find("Kauno savivaldybė", None), Found::Several(_)));
}

#[test]
fn every_seat_of_a_district_is_found_by_its_russian_name_and_every_place_by_its_own() {
    let (gazetteer, _) = gazetteer();
    for (id, line) in MUNICIPALITIES.lines().skip(1).enumerate() {
        let row: Vec<&str> = line.split(',').collect();
        for name in [row[2], row[3]] {
            assert_eq!(gazetteer.find(name, None), Found::One(id), "{name}");
            assert_eq!(gazetteer.find(&name.to_uppercase(), Some(row[0])), Found::One(id), "{name}");
        }
    }
    for seat in [
        "Берестовица",
        "Дятлово",
        "Ивье",
        "Кореличи",
        "Лида",
        "Мосты",
        "Новогрудок",
        "Ошмяны",
        "Островец",
        "Щучин",
        "Слоним",
        "Сморгонь",
        "Свислочь",
        "Волковыск",
        "Вороново",
        "Зельва",
        "Брагин",
        "Чечерск",
        "Добруш",
        "Калинковичи",
        "Хойники",
        "Корма",
        "Лельчицы",
        "Лоев",
        "Мозырь",
        "Наровля",
        "Петриков",
        "Речица",
        "Светлогорск",
        "Ветка",
        "Ельск",
        "Житковичи",
        "Жлобин",
        "Бешенковичи",
        "Браслав",
        "Чашники",
        "Докшицы",
        "Дубровно",
        "Глубокое",
        "Городок",
        "Лепель",
        "Лиозно",
        "Миоры",
        "Орша",
        "Полоцк",
        "Поставы",
        "Россоны",
        "Сенно",
        "Шарковщина",
        "Шумилино",
        "Толочин",
        "Ушачи",
        "Верхнедвинск",
        "Октябрьский",
    ] {
        assert!(matches!(gazetteer.find(seat, None), Found::One(_)), "{seat}");
    }
}

#[test]
fn a_district_that_is_spelled_otherwise_is_found_by_its_adjective() {
    let place = |id, name, name_local| Place { id, province: "BY-MI", name, name_local };
    let gazetteer = Gazetteer::new([
        place(0, "Salihorsk district", "Солигорский район"),
        place(1, "Lyuban district", "Любанский район"),
        place(2, "Barysaw", "Борисов"),
        place(3, "Barysaw district", "Борисовский район"),
    ]);
    assert_eq!(gazetteer.find("Любань", None), Found::One(1));
    assert_eq!(gazetteer.find("Борисов", None), Found::One(2));
    assert_eq!(gazetteer.find("Борисово", None), Found::None);
}

#[test]
fn provinces_are_found_by_code_and_name() {
    let (gazetteer, _) = gazetteer();
    for (text, is) in [
        ("Витебская", "BY-VI"),
        ("Витебская область", "BY-VI"),
        ("Витебская обл.", "BY-VI"),
        ("Гродненская", "BY-HR"),
        ("Гомельская", "BY-HO"),
        ("Marijampolės apskritis", "LT-MR"),
        ("Marijampolė county", "LT-MR"),
        ("Kauno apskr.", "LT-KU"),
        ("BY-VI", "BY-VI"),
        ("by-vi", "BY-VI"),
        ("Сремски округ", "RS-07"),
        ("Sremski okrug", "RS-07"),
        ("Srem district", "RS-07"),
        ("Віцебская вобласць", "BY-VI"),
        ("Grodno region", "BY-HR"),
        ("Pest megye", "HU-PE"),
    ] {
        assert_eq!(gazetteer.province(text).as_deref(), Some(is), "{text}");
    }
    for text in ["", "Нигде", "Витебский район", "Grodno district", "область"] {
        assert_eq!(gazetteer.province(text), None, "{text}");
    }
    // As the pages call them: what goes out as a table comes in again.
    for texts in [
        include_str!("../../../../../web/locales/en/places.ftl"),
        include_str!("../../../../../web/locales/lt/places.ftl"),
        include_str!("../../../../../web/locales/ru/places.ftl"),
    ] {
        let names = texts.lines().filter_map(|line| line.strip_prefix("province-")?.split_once(" = "));
        for (code, name) in names {
            assert_eq!(gazetteer.province(name), Some(code.to_uppercase()), "{name}");
        }
    }
}
