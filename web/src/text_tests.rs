//! Every text exists in every language, and every text that is asked for exists.

use std::{collections::BTreeSet, fs, path::Path};

use super::{texts, *};
use crate::codes;

fn keys(files: &[(&str, &str)]) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for (name, source) in files {
        for line in source.lines() {
            if let Some((key, _)) = line.split_once(" =")
                && key.starts_with(|c: char| c.is_ascii_lowercase())
            {
                assert!(keys.insert(key.to_owned()), "{key} is there twice, the second time in {name}");
            }
        }
        let parsed = FluentResource::try_new((*source).to_owned());
        assert!(parsed.is_ok(), "{name} does not parse: {:?}", parsed.err().map(|(_, errors)| errors));
    }
    keys
}

#[test]
fn every_language_says_the_same_things() {
    let english = keys(texts::EN);
    for language in Language::ALL {
        let own = keys(language.texts());
        let missing: Vec<_> = english.symmetric_difference(&own).collect();
        assert!(missing.is_empty(), "only in English or only in {language:?}: {missing:?}");
    }
}

/// What a text is given to fill in, the other languages are given too.
#[test]
fn every_language_fills_in_the_same() {
    for key in keys(texts::EN) {
        let arguments = |files: &[(&str, &str)]| -> BTreeSet<String> {
            let entry = files
                .iter()
                .flat_map(|(_, source)| source.split("\n"))
                .skip_while(|line| !line.starts_with(&format!("{key} =")))
                .enumerate()
                .take_while(|(at, line)| *at == 0 || line.starts_with([' ', '}']))
                .map(|(_, line)| line.to_owned())
                .collect::<Vec<_>>()
                .join("\n");
            entry
                .split('$')
                .skip(1)
                .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect())
                .collect()
        };
        let english = arguments(texts::EN);
        let one_may_count =
            |a: &BTreeSet<String>, b: &BTreeSet<String>| a.iter().all(|name| b.contains(name) || name == "n");
        for language in Language::ALL {
            let own = arguments(language.texts());
            assert!(
                one_may_count(&english, &own) && one_may_count(&own, &english),
                "{key}: {english:?} in English, {own:?} in {language:?}"
            );
        }
    }
}

/// Every place of every text can be filled, whatever the number.
#[test]
fn every_text_can_be_filled_in() {
    let mut places: BTreeSet<String> = BTreeSet::new();
    for (_, source) in texts::EN {
        places.extend(
            source
                .split('$')
                .skip(1)
                .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect()),
        );
    }
    for language in Language::ALL {
        let bundle = bundle(language);
        for key in keys(texts::EN) {
            for n in [0, 1, 2, 5, 11, 21, 22, 101] {
                let mut filled = FluentArgs::new();
                for place in &places {
                    match place.as_str() {
                        "n" | "weekday" => filled.set(place.as_str(), n),
                        words => filled.set(words, "words"),
                    }
                }
                let pattern = bundle.get_message(&key).and_then(|message| message.value());
                let mut errors = Vec::new();
                if let Some(pattern) = pattern {
                    bundle.format_pattern(pattern, Some(&filled), &mut errors);
                }
                assert!(pattern.is_some() && errors.is_empty(), "{key} in {language:?}: {errors:?}");
            }
        }
    }
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
        assert_eq!(text(Language::Lithuanian, "imports-was-known", Some(&given)), words);
    }
    let given = FluentArgs::from_iter([("n", 0)]);
    assert_eq!(text(Language::Lithuanian, "imports-written-people", Some(&given)), "Nieko neįrašyta");
}

#[test]
fn russian_counts_and_begins_as_it_is_spoken() {
    let russian = |key: &str, name: &'static str, value: FluentValue<'static>| {
        text(Language::Russian, key, Some(&FluentArgs::from_iter([(name, value)])))
    };
    for (n, words) in [(1, "человек"), (2, "человека"), (5, "человек"), (11, "человек"), (23, "человека")]
    {
        assert_eq!(russian("work-home-count", "n", n.into()), format!("{n} {words}"));
    }
    assert_eq!(russian("refer-send-all", "n", 1.into()), "Отправить направление");
    assert_eq!(russian("refer-send-all", "n", 21.into()), "Отправить 21 направление");
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
        assert_eq!(russian("referral-since", "day", day.into()), words);
    }
}

#[test]
fn every_code_has_words() {
    let known = keys(texts::EN);
    let missing: Vec<_> = codes::EVERY
        .iter()
        .flat_map(|(prefix, codes)| {
            codes.iter().map(move |code| format!("{prefix}-{}", code.to_lowercase().replace('_', "-")))
        })
        .filter(|key| !known.contains(key))
        .collect();
    assert!(missing.is_empty(), "codes without words: {missing:?}");
}

/// The codes of what a user can mend, one enum a mutation in the contract.
#[test]
fn every_problem_has_words() {
    let contract = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../api/schema.graphql"))
        .expect("the contract");
    let known = keys(texts::EN);
    let mut within = false;
    let mut missing = BTreeSet::new();
    for token in contract.split(['{', '}']).flat_map(|part| [part, "\u{0}"]) {
        if token == "\u{0}" {
            continue;
        }
        if within {
            let described = token.split('"').step_by(2);
            for code in described.flat_map(str::split_whitespace) {
                let key = format!("problem-{}", code.to_lowercase().replace('_', "-"));
                if !known.contains(&key) {
                    missing.insert(key);
                }
            }
            within = false;
            continue;
        }
        within = token
            .split_whitespace()
            .rev()
            .take(2)
            .collect::<Vec<_>>()
            .as_slice()
            .first()
            // What is wrong in a cell of a list has words of its own.
            .is_some_and(|name| name.ends_with("ErrorCode") && *name != "CellErrorCode")
            && token.split_whitespace().rev().nth(1) == Some("enum");
    }
    assert!(missing.is_empty(), "problems without words: {missing:?}");
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

#[test]
fn every_text_that_is_asked_for_exists() {
    let known = keys(texts::EN);
    let mut found = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    let calls = [".t(", ".t1(", ".t2(", ".h(", ".h1(", ".h2(", ".say(", ".markup(", ".hint(", ".or_any("];
    let mut missing = BTreeSet::new();
    for (path, source) in &found {
        for call in calls {
            missing.extend(
                asked(source, call)
                    .into_iter()
                    .filter(|key| !known.contains(key))
                    .map(|key| format!("{path}: {key}")),
            );
        }
    }
    assert!(missing.is_empty(), "asked for and missing: {missing:#?}");
}

/// The label is the third argument of a form's field.
#[test]
fn every_label_exists() {
    let known = keys(texts::EN);
    let mut found = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    let mut missing = BTreeSet::new();
    for (path, source) in &found {
        for call in [
            "form.text(",
            "form.long_text(",
            "form.date(",
            "form.time(",
            "form.number(",
            "form.select(",
            "form.radios(",
            "form.checks(",
        ] {
            for (at, _) in source.match_indices(call) {
                let arguments = source[at + call.len()..].split(')').next().unwrap_or_default();
                if let Some(label) = arguments
                    .split(',')
                    .nth(2)
                    .and_then(|label| label.trim().strip_prefix('"')?.strip_suffix('"'))
                    && !known.contains(label)
                {
                    missing.insert(format!("{path}: {label}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "labels without words: {missing:#?}");
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
