//! Days and hours as people say them, and exactly.

use std::sync::{Arc, LazyLock, OnceLock};

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use fluent_bundle::FluentArgs;
use icu::{
    calendar::{Date, Gregorian},
    datetime::{FixedCalendarDateTimeFormatter, fieldsets},
    locale::{Locale, locale},
};
use quick_cache::sync::Cache;

use crate::text::{Key, Language, capital, key, text};

/// A day, however it is held.
pub trait Day {
    fn date(&self) -> NaiveDate;
}

impl Day for NaiveDate {
    fn date(&self) -> NaiveDate {
        *self
    }
}

impl<D: Day> Day for &D {
    fn date(&self) -> NaiveDate {
        (**self).date()
    }
}

/// An instant, however it is held.
pub trait Instant {
    fn instant(&self) -> DateTime<Utc>;
}

impl Instant for DateTime<Utc> {
    fn instant(&self) -> DateTime<Utc> {
        *self
    }
}

impl<I: Instant> Instant for &I {
    fn instant(&self) -> DateTime<Utc> {
        (**self).instant()
    }
}

struct Calendar {
    /// 28 December
    near: FixedCalendarDateTimeFormatter<Gregorian, fieldsets::MD>,
    /// 28 December 2026
    far: FixedCalendarDateTimeFormatter<Gregorian, fieldsets::YMD>,
    /// Monday, 28 December
    heading: FixedCalendarDateTimeFormatter<Gregorian, fieldsets::MDE>,
    /// Monday, 28 December 2026
    exact: FixedCalendarDateTimeFormatter<Gregorian, fieldsets::YMDE>,
    /// December 2026
    month: FixedCalendarDateTimeFormatter<Gregorian, fieldsets::YM>,
}

const COMPILED: &str = "the data of every locale is compiled in";

impl Calendar {
    fn of(language: Language) -> &'static Calendar {
        static CALENDARS: OnceLock<[Calendar; 3]> = OnceLock::new();
        let [english, lithuanian, russian] =
            CALENDARS.get_or_init(|| [locale!("en-GB"), locale!("lt"), locale!("ru")].map(Calendar::new));
        match language {
            Language::English => english,
            Language::Lithuanian => lithuanian,
            Language::Russian => russian,
        }
    }

    fn new(locale: Locale) -> Self {
        use FixedCalendarDateTimeFormatter as Formatter;
        Calendar {
            near: Formatter::try_new((&locale).into(), fieldsets::MD::long()).expect(COMPILED),
            far: Formatter::try_new((&locale).into(), fieldsets::YMD::long()).expect(COMPILED),
            heading: Formatter::try_new((&locale).into(), fieldsets::MDE::long()).expect(COMPILED),
            exact: Formatter::try_new((&locale).into(), fieldsets::YMDE::long()).expect(COMPILED),
            month: Formatter::try_new((&locale).into(), fieldsets::YM::long()).expect(COMPILED),
        }
    }
}

fn gregorian(date: NaiveDate) -> Date<Gregorian> {
    let (month, day) = (date.month() as u8, date.day() as u8);
    Date::try_new_gregorian(date.year(), month, day).expect("a day of one calendar is a day of the same")
}

/// A date with its year. Russian shortens the word for it to `г.`; in full, it can end a sentence.
fn with_year(date: impl ToString) -> String {
    let date = date.to_string();
    match date.strip_suffix("г.") {
        Some(before) => format!("{before}года"),
        None => date,
    }
}

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Form {
    Near,
    Far,
    Heading,
    Exact,
    Month,
}

/// A date, written; kept for the next time, since the rows of a page and the pages of a day name the same few days.
fn written(language: Language, form: Form, date: NaiveDate) -> String {
    static WRITTEN: LazyLock<Cache<(Language, Form, NaiveDate), Arc<str>>> =
        LazyLock::new(|| Cache::new(8_192));
    let key = (language, form, date);
    if let Some(known) = WRITTEN.get(&key) {
        return known.as_ref().to_owned();
    }
    let (calendar, day) = (Calendar::of(language), gregorian(date));
    let words = match form {
        Form::Near => calendar.near.format(&day).to_string(),
        Form::Far => with_year(calendar.far.format(&day)),
        Form::Heading => capital(&calendar.heading.format(&day).to_string()),
        Form::Exact => with_year(calendar.exact.format(&day)),
        Form::Month => with_year(calendar.month.format(&day)),
    };
    WRITTEN.insert(key, words.as_str().into());
    words
}

/// `Monday, 28 December 2026`
pub fn exact(language: Language, date: NaiveDate) -> String {
    written(language, Form::Exact, date)
}

/// `Monday, 28 December`: for headings of a page that is about today.
pub fn heading(language: Language, date: NaiveDate) -> String {
    written(language, Form::Heading, date)
}

/// `December 2026`, of the contract's `2026-12`; what does not read so is shown as it came.
pub fn month(language: Language, month: &str) -> String {
    match NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d") {
        Ok(first) => written(language, Form::Month, first),
        Err(_) => month.to_owned(),
    }
}

/// `28 December`, with the year when it is another one than this.
pub fn plain(language: Language, date: NaiveDate, today: NaiveDate) -> String {
    let is_near = date.year() == today.year() || (date - today).num_days().abs() < 120;
    written(language, if is_near { Form::Near } else { Form::Far }, date)
}

/// Inside a sentence: `today`, `tomorrow`, `on Thursday`, `on 28 December`.
pub fn within(language: Language, date: NaiveDate, today: NaiveDate) -> String {
    let forms = [
        key::DAY_WITHIN_TODAY,
        key::DAY_WITHIN_TOMORROW,
        key::DAY_WITHIN_YESTERDAY,
        key::DAY_WITHIN_COMING,
        key::DAY_WITHIN_PAST,
        key::DAY_WITHIN_DATE,
    ];
    said(language, forms, date, today)
}

/// By itself: `Today`, `Thursday`, `28 December`.
pub fn alone(language: Language, date: NaiveDate, today: NaiveDate) -> String {
    let forms = [
        key::DAY_ALONE_TODAY,
        key::DAY_ALONE_TOMORROW,
        key::DAY_ALONE_YESTERDAY,
        key::DAY_ALONE_COMING,
        key::DAY_ALONE_PAST,
        key::DAY_ALONE_DATE,
    ];
    said(language, forms, date, today)
}

/// After until, from or since: `today`, `Thursday`, `28 December`.
pub fn bare(language: Language, date: NaiveDate, today: NaiveDate) -> String {
    let forms = [
        key::DAY_BARE_TODAY,
        key::DAY_BARE_TOMORROW,
        key::DAY_BARE_YESTERDAY,
        key::DAY_BARE_COMING,
        key::DAY_BARE_PAST,
        key::DAY_BARE_DATE,
    ];
    said(language, forms, date, today)
}

/// A day in one of its six forms: today, tomorrow, yesterday, a weekday to come or past, or the date.
fn said(language: Language, forms: [Key; 6], date: NaiveDate, today: NaiveDate) -> String {
    let [is_today, tomorrow, yesterday, coming, past, by_date] = forms;
    let days = (date - today).num_days();
    let mut arguments = FluentArgs::new();
    let form = match days {
        0 => is_today,
        1 => tomorrow,
        -1 => yesterday,
        2..=6 | -6..=-2 => {
            arguments.set("weekday", i64::from(date.weekday().number_from_monday()));
            if days > 0 { coming } else { past }
        }
        _ => {
            arguments.set("date", plain(language, date, today));
            by_date
        }
    };
    text(language, form, Some(&arguments))
}

/// How far away: `today`, `in 3 days`, `in 5 weeks`, `2 months ago`.
pub fn away(language: Language, date: NaiveDate, today: NaiveDate) -> String {
    let days = (date - today).num_days();
    let (ahead, ago, number) = match days.abs() {
        0 => return text(language, key::DAY_WITHIN_TODAY, None),
        1 if days > 0 => return text(language, key::DAY_WITHIN_TOMORROW, None),
        1 => return text(language, key::DAY_WITHIN_YESTERDAY, None),
        length @ 2..=13 => (key::AWAY_DAYS_AHEAD, key::AWAY_DAYS_AGO, length),
        length @ 14..=83 => (key::AWAY_WEEKS_AHEAD, key::AWAY_WEEKS_AGO, (length + 3) / 7),
        length => (key::AWAY_MONTHS_AHEAD, key::AWAY_MONTHS_AGO, (length + 15) / 30),
    };
    let mut arguments = FluentArgs::new();
    arguments.set("n", number);
    text(language, if days > 0 { ahead } else { ago }, Some(&arguments))
}

/// `today, 9:12` or `12 November, 16:40`.
pub fn moment(language: Language, at: DateTime<Utc>, zone: Tz, today: NaiveDate) -> String {
    let local = at.with_timezone(&zone);
    let mut arguments = FluentArgs::new();
    let form = if language == Language::English { alone } else { within };
    arguments.set("day", form(language, local.date_naive(), today));
    arguments.set("time", local.format("%H:%M").to_string());
    text(language, key::MOMENT, Some(&arguments))
}

/// `Monday, 28 December 2026, 16:40`
pub fn exact_moment(language: Language, at: DateTime<Utc>, zone: Tz) -> String {
    let local = at.with_timezone(&zone);
    format!("{}, {}", exact(language, local.date_naive()), local.format("%H:%M"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn days_are_said_as_people_say_them() {
        let today = day("2026-11-23"); // a Monday
        let english = |date| within(Language::English, day(date), today);
        let lithuanian = |date| within(Language::Lithuanian, day(date), today);
        assert_eq!(english("2026-11-23"), "today");
        assert_eq!(english("2026-11-24"), "tomorrow");
        assert_eq!(english("2026-11-26"), "on Thursday");
        assert_eq!(english("2026-11-20"), "last Friday");
        assert_eq!(english("2026-12-28"), "on 28 December");
        assert_eq!(english("2027-11-23"), "on 23 November 2027");
        assert_eq!(lithuanian("2026-11-26"), "ketvirtadienį");
        assert_eq!(lithuanian("2026-12-28"), "gruodžio 28 d.");
        assert_eq!(bare(Language::Lithuanian, day("2026-11-26"), today), "ketvirtadienio");
        assert_eq!(exact(Language::Lithuanian, day("2026-12-28")), "2026 m. gruodžio 28 d., pirmadienis");
    }

    #[test]
    fn distances_have_their_plurals() {
        let today = day("2026-11-23");
        assert_eq!(away(Language::English, day("2026-12-28"), today), "in 5 weeks");
        assert_eq!(away(Language::Lithuanian, day("2026-12-28"), today), "po 5 savaičių");
        assert_eq!(away(Language::Lithuanian, day("2026-11-20"), today), "prieš 3 dienas");
        assert_eq!(month(Language::English, "2026-12"), "December 2026");
        let russian = |date| away(Language::Russian, day(date), today);
        assert_eq!(russian("2026-11-26"), "через 3 дня");
        assert_eq!(russian("2026-11-16"), "7 дней назад");
        assert_eq!(russian("2026-12-28"), "через 5 недель");
        assert_eq!(russian("2027-05-23"), "через 6 месяцев");
    }

    #[test]
    fn days_are_bent_in_russian() {
        let (today, russian) = (day("2026-11-23"), Language::Russian);
        assert_eq!(within(russian, day("2026-11-24"), today), "завтра");
        assert_eq!(within(russian, day("2026-11-25"), today), "в среду");
        assert_eq!(within(russian, day("2026-11-17"), today), "в прошлый вторник");
        assert_eq!(within(russian, day("2026-12-28"), today), "28 декабря");
        assert_eq!(bare(russian, day("2026-11-26"), today), "четверга");
        assert_eq!(bare(russian, day("2027-11-23"), today), "23 ноября 2027\u{202f}года");
        assert_eq!(exact(russian, day("2026-12-28")), "понедельник, 28 декабря 2026\u{202f}года");
        assert_eq!(heading(russian, day("2026-12-28")), "Понедельник, 28 декабря");
        assert_eq!(month(russian, "2026-12"), "декабрь 2026\u{202f}года");
    }
}
