//! Building of the conditions of visible rows.
//!
//! Constants and the date are written into the text of a statement and only ids are bound, so that the statement
//! stays the same and prepared, and PostgreSQL plans it once. With a bound date it would expect a third of the
//! agreements and consents to be valid, instead of nearly all, and then fetch and sort a whole inbox for its first
//! page.

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
