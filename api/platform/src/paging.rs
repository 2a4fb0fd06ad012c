//! Pages of a list, as the rooms speak of them.

use std::str::FromStr;

use crate::error::DomainError;

/// The most rows of a page.
pub const MOST: u64 = 100;
const USUAL: u64 = 25;

/// Which page is asked for.
#[derive(Clone, Debug)]
pub struct Page {
    /// How many rows; 1 to 100.
    pub first: u64,
    /// The cursor of the row before the page.
    pub after: Option<String>,
    /// Whether to count all rows.
    pub total: bool,
}

impl Page {
    /// A page as a client asks for it; `first` is 25 where it is not given.
    pub fn ask(first: Option<i32>, after: Option<String>, total: bool) -> Result<Self, DomainError> {
        let first = match first {
            None => USUAL,
            Some(first) => u64::try_from(first)
                .ok()
                .filter(|first| (1..=MOST).contains(first))
                .ok_or_else(|| DomainError::BadInput(format!("first must be from 1 to {MOST}")))?,
        };
        Ok(Self { first, after, total })
    }

    /// The number of rows to skip, where a list's cursors are places in it.
    pub fn skip(&self) -> Result<u64, DomainError> {
        match &self.after {
            None => Ok(0),
            Some(cursor) => cursor
                .strip_prefix('p')
                .and_then(|place| place.parse::<u32>().ok())
                .map(|place| u64::from(place) + 1)
                .ok_or_else(bad_cursor),
        }
    }
}

/// The refusal of a cursor that no list gave.
pub fn bad_cursor() -> DomainError {
    DomainError::BadInput("after is not a cursor of this list".to_owned())
}

/// What a cursor holds, or a part of one; text that holds something else comes from no list.
pub fn held_by<T: FromStr>(cursor: &str) -> Result<T, DomainError> {
    cursor.parse().ok().ok_or_else(bad_cursor)
}

/// A page of rows, each with its cursor.
#[derive(Debug)]
pub struct Paged<T> {
    pub rows: Vec<(String, T)>,
    pub has_next: bool,
    pub has_previous: bool,
    /// How many rows there are in all, where it was asked.
    pub total: Option<u64>,
}

impl<T> Paged<T> {
    /// A page out of `first + 1` rows at most, whose cursors are places in the list.
    pub fn at(page: &Page, skip: u64, mut rows: Vec<T>, total: Option<u64>) -> Self {
        let has_next = rows.len() as u64 > page.first;
        rows.truncate(page.first as usize);
        let rows =
            rows.into_iter().enumerate().map(|(n, row)| (format!("p{}", skip + n as u64), row)).collect();
        Self { rows, has_next, has_previous: skip > 0, total }
    }

    /// A page out of `first + 1` rows at most, each with a cursor of its own.
    pub fn behind(page: &Page, mut rows: Vec<T>, total: Option<u64>, cursor: impl Fn(&T) -> String) -> Self {
        let has_next = rows.len() as u64 > page.first;
        rows.truncate(page.first as usize);
        let rows = rows.into_iter().map(|row| (cursor(&row), row)).collect();
        Self { rows, has_next, has_previous: page.after.is_some(), total }
    }

    pub fn map<U>(self, f: impl Fn(T) -> U) -> Paged<U> {
        Paged {
            rows: self.rows.into_iter().map(|(cursor, row)| (cursor, f(row))).collect(),
            has_next: self.has_next,
            has_previous: self.has_previous,
            total: self.total,
        }
    }
}
