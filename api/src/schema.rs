//! The roots: what each capability contributes to Query and Mutation; and what every call is
//! answered with.

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

/// What can be asked. What is not answered is an error whose `extensions.code` says why: `BAD_USER_INPUT`: the client
/// sent what no user could have meant; `UNAUTHENTICATED`: nobody is signed in, or the token does not count;
/// `FORBIDDEN`: the viewer may see it, and may not do this; `NOT_FOUND`: there is no such thing, or it is not for the
/// viewer; `TOO_COMPLEX`: the document asks for too much at once; `INTERNAL`: a fault on our side, which
/// `extensions.reference` names in the log.
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

/// What can be done: one mutation a business action, named after what it acts on. What a user can mend is in the
/// `errors` of its payload, each with a code of that mutation. Anything else that stands in its way is an error with
/// the codes of `Query`, or with `CONFLICT`: something has changed since it was read, or takes no such step now;
/// `extensions.state` says where a referral stands.
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

/// What is said of every connection; its type comes from a library, which says nothing.
const LISTED: &str = "A page of a list; `pageInfo` says how to ask for the next one.";

/// The schema behind its transport.
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

/// What resolvers find in their context: the call, and its loaders. Loaders are of one call, so
/// that two organisations never share what was loaded.
pub fn data_of(request: &Arc<RequestContext>) -> Data {
    let loads = Loads::new(Rows(request.clone()));
    let mut data = Data::default();
    data.insert(request.clone());
    data.insert(loads);
    data
}

/// The last word before an answer leaves: whoever was looked at is recorded, or nothing is shown.
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

    /// The description of a root, as the schema has it.
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
