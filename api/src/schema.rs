//! The roots of the schema: what each capability contributes to Query and Mutation, and the context of every request.

use std::sync::Arc;

use async_graphql::{Data, EmptySubscription, MergedObject, Schema};
use capabilities::{
    audit_log::graphql::{AuditLogEntry, AuditLogQuery},
    disclosures,
    imports::graphql::{Import, ImportRow, ImportsMutation, ImportsQuery},
    loaders::{Loads, Rows},
    members::graphql::{MembersMutation, MembersQuery, OwnMutation, OwnQuery},
    network::graphql::{Agreement, NetworkMutation, NetworkQuery, Organisation, Service},
    node::NodeQuery,
    notifications::graphql::{
        Email, EmailsMutation, EmailsQuery, Notification, NotificationsMutation, NotificationsQuery,
    },
    people::graphql::{PeopleMutation, PeopleQuery, Person},
    referrals::graphql::{
        AssignmentMutation, HoldAndReopenMutation, Referral, ReferralsMutation, ReferralsQuery,
    },
};
use platform::{
    capability::Capabilities,
    context::RequestContext,
    graphql::{
        Listing,
        cost::Limits,
        open_enums,
        transport::{Gateway, Reply},
    },
};

/// Queries. A query that fails has an error with a code in `extensions.code`. `BAD_USER_INPUT`: a value has a wrong
/// type or form. `UNAUTHENTICATED`: the request has no valid session or token. `FORBIDDEN`: the viewer may see the
/// object but may not take this action. `NOT_FOUND`: the object does not exist, or the viewer may not see it.
/// `TOO_COMPLEX`: the query exceeds the complexity limit. `INTERNAL`: the server failed; `extensions.reference` is
/// the reference of the entry in its log.
#[derive(MergedObject, Default)]
pub struct Query(
    NodeQuery,
    NetworkQuery,
    PeopleQuery,
    ReferralsQuery,
    AuditLogQuery,
    NotificationsQuery,
    EmailsQuery,
    MembersQuery,
    OwnQuery,
    ImportsQuery,
);

/// Mutations, one for each business action. Errors that a user can correct are in `errors` of the payload, each with
/// a code of that mutation. Any other error has a code of `Query`, or `CONFLICT`: the object changed since it was
/// read, or its state forbids the step; `extensions.state` is the present state of a referral.
#[derive(MergedObject, Default)]
pub struct Mutation(
    NetworkMutation,
    PeopleMutation,
    ReferralsMutation,
    HoldAndReopenMutation,
    AssignmentMutation,
    NotificationsMutation,
    EmailsMutation,
    MembersMutation,
    OwnMutation,
    ImportsMutation,
);

/// Description of every connection, whose type comes from a library without one.
const LISTED: &str = "Page of a list; `pageInfo` has the cursor of the next page.";

/// The schema with its transport.
pub fn gateway(capabilities: Capabilities) -> Result<Gateway, String> {
    let build = || {
        Schema::build(Query::default(), Mutation::default(), EmptySubscription)
            .override_output_type_description::<Listing<Agreement>>(LISTED)
            .override_output_type_description::<Listing<Import>>(LISTED)
            .override_output_type_description::<Listing<ImportRow>>(LISTED)
            .override_output_type_description::<Listing<AuditLogEntry>>(LISTED)
            .override_output_type_description::<Listing<Email>>(LISTED)
            .override_output_type_description::<Listing<Notification>>(LISTED)
            .override_output_type_description::<Listing<Organisation>>(LISTED)
            .override_output_type_description::<Listing<Person>>(LISTED)
            .override_output_type_description::<Listing<Referral>>(LISTED)
            .override_output_type_description::<Listing<Service>>(LISTED)
    };
    open_enums::of(capabilities, || Gateway::new(build, Limits::default())).map_err(|error| error.to_string())
}

/// Context of resolvers: the request and its loaders. Loaders belong to one request, so that loaded rows are never
/// shared between organisations.
pub fn data_of(request: &Arc<RequestContext>) -> Data {
    let loads = Loads::new(Rows(request.clone()));
    let mut data = Data::default();
    data.insert(request.clone());
    data.insert(loads);
    data
}

/// Records the accesses to identities before the answer is sent; if that fails, no data is sent.
pub async fn record_accesses(request: &RequestContext, reply: Reply) -> Reply {
    match disclosures::record_accesses(request).await {
        Ok(()) => reply,
        Err(error) => Reply::from_error(platform::graphql::errors::as_error(&error)),
    }
}

#[cfg(test)]
mod tests {
    use entities::codes::Code;

    use super::*;
    use platform::error::ErrorCode;

    fn sdl() -> String {
        gateway(capabilities::ALL).expect("the schema is whole").sdl().to_owned()
    }

    /// Description of a root, as in the schema.
    fn description<'a>(sdl: &'a str, root: &str) -> &'a str {
        let end = sdl.find(&format!("\ntype {root} ")).expect(root);
        let described = sdl[..end].trim_end().trim_end_matches("\"\"\"");
        described.rsplit("\"\"\"").next().unwrap_or_default()
    }

    #[test]
    fn the_roots_say_every_code_of_a_error_and_no_other() {
        let sdl = sdl();
        let told = [description(&sdl, "Query"), description(&sdl, "Mutation")].concat();
        for code in ErrorCode::all() {
            assert!(told.contains(&format!("`{}`", code.code())), "{code:?} is not said: {told}");
        }
        let capitals =
            |word: &&str| word.len() > 4 && word.chars().all(|c| c.is_ascii_uppercase() || c == '_');
        for said in told.split('`').skip(1).step_by(2).filter(capitals) {
            assert!(ErrorCode::from_code(said).is_some(), "{said} is never answered");
        }
    }
}
