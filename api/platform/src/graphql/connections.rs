//! Lists that can grow, as Relay connections.

use async_graphql::{
    Context, OutputType, SimpleObject,
    connection::{Connection, Edge, EmptyFields},
};

use super::GraphqlError;
use crate::paging::{Page, Paged};

/// Fields of a connection beyond Relay's.
#[derive(SimpleObject, Default)]
pub struct Extra {
    /// Number of all items; counted only if selected.
    total_count: i32,
}

/// A page of a list.
pub type Listing<T> = Connection<String, T, Extra, EmptyFields>;

/// Page that the client requests; counts only if `totalCount` is selected.
pub fn page(ctx: &Context<'_>, first: Option<i32>, after: Option<String>) -> Result<Page, GraphqlError> {
    Ok(Page::ask(first, after, ctx.look_ahead().field("totalCount").exists())?)
}

/// A page of rows as a connection.
pub fn listing<R, T: OutputType>(paged: Paged<R>, show: impl Fn(R) -> T) -> Listing<T> {
    let extra = Extra { total_count: paged.total.unwrap_or_default().try_into().unwrap_or(i32::MAX) };
    let mut connection = Connection::with_additional_fields(paged.has_previous, paged.has_next, extra);
    connection.edges = paged.rows.into_iter().map(|(cursor, row)| Edge::new(cursor, show(row))).collect();
    connection
}
