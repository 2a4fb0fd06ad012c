//! Every text can be filled in, and languages count and begin as they are spoken. That every text exists in every language
//! is checked when the crate is built.

use std::{fs, path::Path};

use super::{texts, *};
use crate::codes;

/// Every place of every text can be filled, whatever the number.
#[test]
fn every_text_can_be_filled_in() {
    for language in Language::ALL {
        let bundle = bundle(language);
        for key in key::ALL {
            for n in [0, 1, 2, 5, 11, 21, 22, 101] {
                let mut filled = FluentArgs::new();
                for place in texts::FILLED_IN {
                    match *place {
                        "n" | "weekday" => filled.set(*place, n),
                        words => filled.set(words, "words"),
                    }
                }
                let pattern = bundle.get_message(key.spelt()).and_then(|message| message.value());
                let mut errors = Vec::new();
                if let Some(pattern) = pattern {
                    bundle.format_pattern(pattern, Some(&filled), &mut errors);
                }
                assert!(pattern.is_some() && errors.is_empty(), "{key:?} in {language:?}: {errors:?}");
            }
        }
    }
}

/// Keys are found by halving, so they must be in order.
#[test]
fn every_key_is_found() {
    for key in key::ALL {
        assert_eq!(Key::find(key.spelt()), Some(*key));
    }
    assert_eq!(Key::find("no-such-text"), None);
}

#[test]
fn lithuanian_counts_as_it_is_spoken() {
    for (n, words) in [
        (1, "1 eilutė jau buvo įrašyta."),
        (2, "2 eilutės jau buvo įrašytos."),
        (10, "10 eilučių jau buvo įrašyta."),
        (11, "11 eilučių jau buvo įrašyta."),
        (19, "19 eilučių jau buvo įrašyta."),
        (20, "20 eilučių jau buvo įrašyta."),
        (21, "21 eilutė jau buvo įrašyta."),
        (22, "22 eilutės jau buvo įrašytos."),
        (111, "111 eilučių jau buvo įrašyta."),
        (112, "112 eilučių jau buvo įrašyta."),
        (153, "153 eilutės jau buvo įrašytos."),
        (5_186, "5186 eilutės jau buvo įrašytos."),
    ] {
        let given = FluentArgs::from_iter([("n", n)]);
        assert_eq!(text(Language::Lithuanian, key::IMPORTS_WAS_KNOWN, Some(&given)), words);
    }
    let given = FluentArgs::from_iter([("n", 0)]);
    assert_eq!(text(Language::Lithuanian, key::IMPORTS_WRITTEN_PEOPLE, Some(&given)), "Nieko neįrašyta");
}

#[test]
fn russian_counts_and_begins_as_it_is_spoken() {
    let russian = |key: Key, name: &'static str, value: FluentValue<'static>| {
        text(Language::Russian, key, Some(&FluentArgs::from_iter([(name, value)])))
    };
    for (n, words) in [(1, "человек"), (2, "человека"), (5, "человек"), (11, "человек"), (23, "человека")]
    {
        assert_eq!(russian(key::WORK_HOME_COUNT, "n", n.into()), format!("{n} {words}"));
    }
    assert_eq!(russian(key::REFER_SEND_ALL, "n", 1.into()), "Отправить направление");
    assert_eq!(russian(key::REFER_SEND_ALL, "n", 21.into()), "Отправить 21 направление");
    for (day, words) in [
        ("2 декабря", "со 2 декабря"),
        ("22 декабря", "с 22 декабря"),
        ("среды", "со среды"),
        ("вторника", "со вторника"),
        ("сегодняшнего дня", "с сегодняшнего дня"),
        (
            "<span class=\"when\"><time>2 мая</time></span>",
            "со <span class=\"when\"><time>2 мая</time></span>",
        ),
    ] {
        assert_eq!(russian(key::REFERRAL_SINCE, "day", day.into()), words);
    }
}

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs" || e == "html")
            && !path.ends_with("text_tests.rs")
        {
            found.push((path.display().to_string(), fs::read_to_string(&path).expect("a source")));
        }
    }
}

/// The literal first argument of every call of these functions.
fn asked(source: &str, call: &str) -> Vec<String> {
    source
        .match_indices(call)
        .filter_map(|(at, _)| {
            let rest = source[at + call.len()..].trim_start().strip_prefix('"')?;
            Some(rest.split('"').next().unwrap_or_default().to_owned())
        })
        .filter(|key| !key.contains('{'))
        .collect()
}

/// The longest line of a template that still fits beside another.
const LINE: usize = 120;

#[test]
fn templates_have_short_lines() {
    let mut found = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    for (path, source) in found.iter().filter(|(path, _)| path.ends_with(".html")) {
        for (at, line) in source.lines().enumerate() {
            assert!(line.chars().count() <= LINE, "{path}:{} is longer than {LINE} characters", at + 1);
        }
    }
}

#[test]
fn every_icon_is_in_the_sprite() {
    let sprite: Vec<String> = serde_json::from_str(
        &fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/icons.json"))
            .expect("the list"),
    )
    .expect("a list of names");
    let mut found = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    for (path, source) in &found {
        for icon in ["icon(", "icon: ", "empty(", "empty_with("].iter().flat_map(|call| asked(source, call)) {
            assert!(sprite.contains(&icon), "{path} shows {icon}");
        }
    }
    for domain in codes::NeedDomain::ALL {
        assert!(sprite.iter().any(|name| name == domain.icon()));
    }
}

#[test]
fn the_readers_language_is_found() {
    assert_eq!(Language::negotiate("lt-LT,lt;q=0.9,en;q=0.8"), Language::Lithuanian);
    assert_eq!(Language::negotiate("pl,en;q=0.5,lt;q=0.9"), Language::Lithuanian);
    assert_eq!(Language::negotiate("lt;q=0, de"), Language::English);
    assert_eq!(Language::parse("lt"), Some(Language::Lithuanian));
    assert_eq!(Language::negotiate("ru-BY,ru;q=0.9,en;q=0.8"), Language::Russian);
    assert!(Language::Lithuanian.reads("Kauno apskritis") && !Language::Lithuanian.reads("Лидский район"));
    assert!(Language::Russian.reads("Лидский район") && !Language::Russian.reads("Kauno apskritis"));
    assert!(!Language::English.reads("Kauno apskritis") && !Language::Lithuanian.reads(""));
}

/// A letter with a mark stands after the one without, not after Z.
#[test]
fn words_are_in_order() {
    let mut names = ["Žagarė", "Vilnius", "Šakiai", "Zarasai", "Skuodas", "Svėdasai", "šilutė"];
    names.sort_by_key(|name| sort_key(name));
    assert_eq!(names, ["Skuodas", "Svėdasai", "Šakiai", "šilutė", "Vilnius", "Zarasai", "Žagarė"]);
}

/// Every province that people and organisations can be in has a name in every language.
#[test]
fn every_province_has_a_name() {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../api/platform/src/reference_data/municipalities.csv");
    let rows = fs::read_to_string(file).expect("the municipalities can be read");
    for row in rows.lines().skip(1) {
        let code = row.split(',').next().unwrap_or_default().to_lowercase();
        assert!(Key::find(&format!("province-{code}")).is_some(), "{code}");
        assert!(Key::find(&format!("country-{}", &code[..2])).is_some(), "{code}");
    }
}
