//! Lists that partners keep in spreadsheets, brought in by the program: as they really send them.

use std::fs;

use serde_json::{Value, json};

use crate::for_each_database;
use crate::installation::Place;
use crate::program::{Ended, Program};

const PRISON: &str = "Исправительная колония";
const HEAD: &str = "head@prison.test";
/// A prison service's list of people to be released; windows-1251, semicolons.
const PEOPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/spreadsheets/people-by.csv");
/// Organisations and what they offer, in Lithuania; windows-1257, semicolons.
const ORGANISATIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/spreadsheets/organisations-lt.csv");
/// What is wrong in that list, read by eye: the row as a spreadsheet program shows it, where, why, what.
const BAD: &[(u64, &str, &str, &str)] = &[
    (8, "Дата освобождения", "NOT_A_DATE", "31.02.2027"),
    (16, "Фамилия", "MISSING", ""),
    (23, "Дата рождения", "NOT_POSSIBLE", "1.1.1890"),
    (31, "Куда направляется", "UNKNOWN_PLACE", "Нигде"),
    (45, "Пол", "UNRECOGNISED", "?"),
    (61, "Дата освобождения", "NOT_A_DATE", "скоро"),
];

/// A prison of its own, with somebody who leads it.
async fn prison(database: crate::databases::Database) -> Place {
    let place = Place::new(database).await;
    let founded = place
        .program(&[
            "init",
            "--organisation",
            PRISON,
            "--kind",
            "PRISON",
            "--province",
            "BY-HO",
            "--time-zone",
            "Europe/Minsk",
            "--language",
            "ru",
            "--name",
            "Начальник",
            "--email",
            HEAD,
            "--role",
            "MANAGER",
        ])
        .run();
    assert_eq!(founded.code, Some(0), "{founded:?}");
    place
}

fn import(place: &Place, file: &str, more: &[&str]) -> Program {
    place.program(&[&["import", "people", file, "--organisation", PRISON, "--json"], more].concat())
}

fn told(ended: &Ended) -> Value {
    serde_json::from_str(&ended.out).unwrap_or_else(|_| panic!("no JSON: {ended:?}"))
}

fn counts(new: u64, existing: u64, duplicate: u64, invalid: u64) -> Value {
    json!({ "NEW": new, "EXISTING": existing, "DUPLICATE": duplicate, "INVALID": invalid })
}

/// A list of one's own, beside the data.
fn list(place: &Place, name: &str, text: impl AsRef<[u8]>) -> String {
    let path = place.home.join(name);
    fs::write(&path, text).expect("the home can be written to");
    path.to_string_lossy().into_owned()
}

for_each_database! {
    async fn a_prisons_list_comes_in_as_it_is_and_once(database: Database) {
        let place = prison(database).await;
        let dry = import(&place, PEOPLE, &["--dry-run"]).run();
        assert_eq!(dry.code, Some(2), "{dry:?}");
        let judged = told(&dry);
        assert_eq!(judged["counts"], counts(153, 0, 1, 6));
        let unsure: Vec<&Value> = judged["columns"].as_array().into_iter().flatten()
            .filter(|column| column["certainty"] != "CERTAIN").collect();
        assert!(unsure.is_empty(), "{unsure:?}");
        let invalid: Vec<(u64, String, String, String)> = judged["invalid"].as_array().into_iter().flatten()
            .flat_map(|row| row["errors"].as_array().into_iter().flatten().map(|failure| {
                let text = |name: &str| failure[name].as_str().unwrap_or_default().to_owned();
                (row["row"].as_u64().unwrap_or_default(), text("column"), text("code"), text("value"))
            }).collect::<Vec<_>>())
            .collect();
        let expected: Vec<_> = BAD.iter()
            .map(|(row, column, code, value)| (*row, (*column).to_owned(), (*code).to_owned(), (*value).to_owned()))
            .collect();
        assert_eq!(invalid, expected);
        assert_eq!(judged["imported"], Value::Null);

        // Nothing was written: the same again. Then all that is good is, and by mistake once more.
        assert_eq!(told(&import(&place, PEOPLE, &["--dry-run"]).run())["counts"], counts(153, 0, 1, 6));
        let imported = told(&import(&place, PEOPLE, &[]).run());
        assert_eq!((&imported["imported"], &imported["counts"]), (&json!(153), &counts(153, 0, 1, 6)));
        let again = import(&place, PEOPLE, &[]).run();
        assert_eq!((&told(&again)["imported"], &told(&again)["counts"]), (&json!(0), &counts(0, 154, 0, 6)));
        assert!(!again.err.contains("Гончар"), "the log names nobody: {}", again.err);

        // As the pages see it.
        let gateway = place.program(&["serve"]).start();
        let token = gateway.token(HEAD, &place.home);
        let query = "{ people(first: 5, name: \"Козлов Юрий\") { totalCount nodes { identity { givenName familyName dateOfBirth }
            release { date } municipality { name } custody { status } documents { kind number } needs { domain text } } } }";
        let seen = gateway.gql(Some(&token), query, json!({}));
        let found = seen["data"]["people"]["nodes"].as_array().cloned().unwrap_or_default();
        let one = found.iter().find(|person| person["identity"]["dateOfBirth"] == "2001-12-02");
        let one = one.unwrap_or_else(|| panic!("{seen:#}"));
        assert_eq!(one["identity"]["givenName"], "Юрий Викторович");
        assert_eq!(one["release"]["date"], "2027-04-27");
        assert_eq!(one["municipality"]["name"], "Slonim district");
        assert_eq!(one["custody"]["status"], "IN_CUSTODY");
        assert_eq!(one["documents"], json!([{ "kind": "№ дела", "number": "ИК-5/2093" }]));
        assert_eq!(one["needs"][0]["domain"], "DEPENDENCY_AND_RECOVERY");
        let text = one["needs"][0]["text"].as_str().unwrap_or_default();
        assert!(text.starts_with("лечение зависимости") && text.contains("ИК № 4"), "{text}");
        let all = gateway.gql(Some(&token), "{ people(first: 1) { totalCount } }", json!({}));
        assert_eq!(all["data"]["people"]["totalCount"], 153);
    }

    async fn organisations_come_in_and_lists_go_out(database: Database) {
        let place = Place::new(database).await;
        let network = |first: &[&str], more: &[&str]| place.program(&[first, &["--organisation", "Tinklas"], more].concat());
        let init = |organisation: &'static str, kind: &'static str| {
            place.program(&["init", "--organisation", organisation, "--kind", kind, "--province", "LT-KU", "--language", "lt",
                "--name", "Ona", "--email", "ona@kartu.test"]).run()
        };
        assert_eq!(init("Tinklas", "COORDINATOR").code, Some(0));
        let imported = network(&["import", "organisations", ORGANISATIONS], &["--json"]).run();
        assert_eq!((imported.code, &told(&imported)["counts"]), (Some(2), &counts(45, 0, 1, 3)), "{imported:?}");
        let again = network(&["import", "organisations", ORGANISATIONS], &["--json"]).run();
        assert_eq!((&told(&again)["counts"], &told(&again)["imported"]), (&counts(0, 46, 0, 3), &json!(0)));

        // Nobody looks after what came in by a list, until whoever runs the program lets the first one in.
        assert_eq!(init("Kaunas – Carito dienos centras", "NGO").code, Some(1), "it is something else");
        assert_eq!(init("Kaunas – Carito dienos centras", "FAITH_BASED").code, Some(0));
        assert_eq!(init("Kaunas – Carito dienos centras", "FAITH_BASED").code, Some(1), "it has members now");

        let table = network(&["export", "organisations"], &["--language", "lt"]).run();
        assert_eq!(table.code, Some(0), "{table:?}");
        assert!(table.out.contains("Kaunas – Carito dienos centras;") && table.out.contains("info995@kaunas.example"), "{}", table.out);
        let back = list(&place, "back.csv", &table.out);
        let judged = network(&["import", "organisations", &back], &["--dry-run", "--json"]).run();
        // The network's own coordinator has no municipality, and a list cannot name one without.
        assert_eq!(told(&judged)["counts"]["NEW"], 0, "{}", judged.out);
        let file = place.home.join("table.xlsx");
        let file = file.to_string_lossy();
        let sheet = ["--format", "xlsx", "--output", &file];
        assert_eq!(network(&["export", "services"], &sheet).run().code, Some(0));
        assert!(fs::read(&*file).expect("a file").starts_with(b"PK"));
        let ended = network(&["export", "services"], &sheet).run();
        assert_eq!((ended.code, ended.err.contains("cannot be written")), (Some(1), true), "{ended:?}");
        let ended = network(&["export", "people"], &[]).run();
        assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""), "nobody there reads people: {ended:?}");
    }

    async fn what_could_be_read_in_two_ways_is_asked(database: Database) {
        let place = prison(database).await;
        let text = "Surname,Name,Date of birth,Sex,Needs\nMüller,Jan,03/04/1980,m,housing\nSmith,Ann,05/06/1981,f,work\n";
        let file = list(&place, "list.csv", text);
        let judged = told(&import(&place, &file, &["--dry-run"]).run());
        assert_eq!(judged["counts"], counts(0, 0, 0, 2), "{judged:#}");
        assert_eq!(judged["invalid"][0]["errors"][0]["code"], "DATE_ORDER_UNKNOWN");
        let map = list(&place, "map.txt", "# said by whoever made it\nDate of birth = DATE_OF_BIRTH MONTH_FIRST\n");
        let ended = import(&place, &file, &["--map", &map]).run();
        assert_eq!((ended.code, &told(&ended)["imported"]), (Some(0), &json!(2)), "{ended:?}");
        // Read the other way they are others.
        let map = list(&place, "other.txt", "Date of birth = DATE_OF_BIRTH DAY_FIRST");
        assert_eq!(told(&import(&place, &file, &["--map", &map, "--dry-run"]).run())["counts"], counts(2, 0, 0, 0));
        let map = list(&place, "wrong.txt", "Surname = SHOE_SIZE");
        let ended = import(&place, &file, &["--map", &map]).run();
        assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""), "{ended:?}");
        assert!(ended.err.contains("SHOE_SIZE"), "{}", ended.err);
    }

    async fn what_is_no_list_is_refused_in_a_sentence(database: Database) {
        let place = prison(database).await;
        let wide = format!("{}\n", vec!["x"; 10_000].join(";"));
        for (name, bytes, says) in [
            ("picture.csv", b"\x89PNG\r\n\x1a\n and so on".to_vec(), "not a spreadsheet"),
            ("empty.csv", Vec::new(), "empty"),
            ("wide.csv", wide.into_bytes(), "too many columns"),
            ("long.csv", vec![b'a'; 50 << 20], "too large"),
            ("zip.xlsx", b"PK\x03\x04 and no more".to_vec(), "The file"),
        ] {
            let file = list(&place, name, bytes);
            let ended = import(&place, &file, &[]).run();
            assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""), "{name}: {ended:?}");
            assert!(ended.err.contains(says) && ended.err.lines().count() == 1, "{name}: {}", ended.err);
        }
        let ended = place.program(&["import", "people", PEOPLE, "--organisation", "Nobody"]).run();
        assert_eq!((ended.code, ended.err.contains("Nobody")), (Some(1), true), "{ended:?}");
    }
}
