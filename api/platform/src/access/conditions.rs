//! How conditions are written of which the visible rows are made.
//!
//! Constants and the day are written into a statement's text and only ids are bound, so that the statement stays the same,
//! stays prepared, and PostgreSQL plans it once. A bound day would make it expect a third of the agreements and consents to
//! count, instead of nearly all: it would then fetch and sort a whole inbox for its first page.

use chrono::NaiveDate;
use entities::codes::Word;
use sea_orm::{
    ColumnTrait,
    sea_query::{Expr, ExprTrait, SimpleExpr},
};

/// A code written into the statement's text.
pub fn constant(code: impl Word) -> SimpleExpr {
    Expr::cust(format!("'{}'", code.word()))
}

/// A day written into the statement's text.
pub fn day(day: NaiveDate) -> SimpleExpr {
    Expr::cust(format!("'{day}'"))
}

/// A column with a later day than this.
pub fn after(column: impl ColumnTrait, today: NaiveDate) -> SimpleExpr {
    Expr::col(column.as_column_ref()).gt(day(today))
}

/// A column that holds this code.
pub fn is(column: impl ColumnTrait, code: impl Word) -> SimpleExpr {
    Expr::col(column.as_column_ref()).eq(constant(code))
}

/// A column that holds one of these codes.
pub fn is_any<C: Word>(column: impl ColumnTrait, codes: impl IntoIterator<Item = C>) -> SimpleExpr {
    Expr::col(column.as_column_ref()).is_in(codes.into_iter().map(constant))
}

/// No row.
pub fn never() -> SimpleExpr {
    Expr::cust("1 = 0")
}
