//! Member in whose name a command acts that a member could carry out as well.

use entities::codes::Origin;
use platform::access::{
    Action, Viewer,
    viewer::{find_member, first_who_may},
};

use crate::{
    App,
    start::{StartError, stop},
};

/// The member with this email address in an organisation; without one, the member of longest standing who may do
/// this.
pub async fn viewer_of(
    app: &App,
    organisation: &str,
    member: Option<&str>,
    action: Action,
) -> Result<Viewer, StartError> {
    let now = app.state().env.clock.now();
    let on = app.db().read();
    let member = match member {
        Some(email) => find_member(on, email, Some(organisation), now)
            .await?
            .or(Err(stop(format!("{email} is not a member of {organisation}"))))?,
        None => first_who_may(on, organisation, action, now).await?.ok_or_else(|| {
            stop(format!(
                "no single organisation named {organisation} has a member who may do this: check the name, or \
                 add --member"
            ))
        })?,
    };
    let viewer = Viewer::of_member(on, member, Origin::System, now).await?;
    viewer.ok_or_else(|| stop("this membership has ended"))
}
