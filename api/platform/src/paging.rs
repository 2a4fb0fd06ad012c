//! Pages of a list.

use std::str::FromStr;

use crate::error::DomainError;

/// Largest size of a page, in rows.
pub const MOST: u64 = 100;
const USUAL: u64 = 25;

/// Requested page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Number of rows, 1 to 100.
    pub first: u64,
    /// Cursor of the row before the page.
    pub after: Option<String>,
    /// Whether to count all rows.
    pub total: bool,
}

impl Page {
    /// Page as a client requests it; `first` is 25 if null.
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

    /// Number of rows to skip, for lists whose cursors are offsets.
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

/// Error for a cursor that does not belong to the list.
pub fn bad_cursor() -> DomainError {
    DomainError::BadInput("after: enter a cursor of this list".to_owned())
}

/// Value of a cursor, or of a part of one; an error for text that belongs to no list.
pub fn held_by<T: FromStr>(cursor: &str) -> Result<T, DomainError> {
    cursor.parse().ok().ok_or_else(bad_cursor)
}

/// A page of rows, each with its cursor.
#[derive(Debug)]
pub struct Paged<T> {
    pub rows: Vec<(String, T)>,
    pub has_next: bool,
    pub has_previous: bool,
    /// Number of all rows, if it was requested.
    pub total: Option<u64>,
}

impl<T> Paged<T> {
    /// Page out of at most `first + 1` rows, with offsets as cursors.
    pub fn at(page: &Page, skip: u64, mut rows: Vec<T>, total: Option<u64>) -> Self {
        let has_next = rows.len() as u64 > page.first;
        rows.truncate(page.first as usize);
        let rows =
            rows.into_iter().enumerate().map(|(n, row)| (format!("p{}", skip + n as u64), row)).collect();
        Self { rows, has_next, has_previous: skip > 0, total }
    }

    /// Page out of at most `first + 1` rows, each with its own cursor.
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
