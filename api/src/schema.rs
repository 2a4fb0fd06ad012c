//! The roots: what each capability contributes to Query and Mutation; and what every call is
//! answered with.

use std::sync::Arc;

use async_graphql::{Context, Data, EmptySubscription, ID, Interface, MergedObject, Object, Schema};
use entities::ids::{
    AgreementId, AppointmentId, ConsentId, DisclosureId, EmailId, GroupId, ImportId, MemberId, MessageId,
    MunicipalityId, NeedId, NotificationId, OrganisationId, PersonId, ReferralId, ServiceId, SessionId,
    TokenId,
};

use capabilities::loaders::{Loads, Rows, loads};
use capabilities::{
    audit_log::graphql::{AuditLogEntry, AuditLogQuery},
    imports::graphql::{Import, ImportRow, ImportsMutation, ImportsQuery},
    members::graphql::{MembersMutation, MembersQuery, OwnMutation, OwnQuery},
    network::graphql::{
        Agreement, Member, Municipality, NetworkMutation, NetworkQuery, Organisation, Service,
        municipality_of,
    },
    notifications::graphql::{
        Email, EmailsMutation, EmailsQuery, Notification, NotificationsMutation, NotificationsQuery,
    },
    people::{
        self,
        graphql::{Consent, Need, PeopleMutation, PeopleQuery, Person},
    },
    referrals::graphql::{
        AssignmentMutation, HoldAndReopenMutation, Referral, ReferralGroup, ReferralsMutation, ReferralsQuery,
    },
};
use platform::{
    context::RequestContext,
    error::DomainError,
    graphql::{
        GraphqlError, Listing, PublicId,
        cost::Limits,
        ids, request,
        transport::{Gateway, Reply},
    },
};

/// Anything with an id.
#[derive(Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "Opaque; says what it is the id of"))]
pub enum Node {
    Agreement(Agreement),
    Consent(Consent),
    Member(Member),
    Municipality(Municipality),
    Need(Need),
    Organisation(Organisation),
    Person(Person),
    Referral(Box<Referral>),
    ReferralGroup(ReferralGroup),
    Service(Service),
}

/// Anything by its id.
#[derive(Default)]
pub struct NodeQuery;

#[Object]
impl NodeQuery {
    /// Whatever has this id; null where nothing has, or it is not for the viewer.
    async fn node(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "An id from any answer")] id: ID,
    ) -> Result<Option<Node>, GraphqlError> {
        let of_type = ids::type_of(&id).unwrap_or_default();
        request(ctx).viewer()?;
        Ok(match of_type.as_str() {
            AgreementId::TYPE => loads(ctx)
                .load_one(AgreementId::parse(&id)?)
                .await?
                .map(|row| Node::Agreement(Agreement(row))),
            ConsentId::TYPE => {
                loads(ctx).load_one(ConsentId::parse(&id)?).await?.map(|row| Node::Consent(Consent(row)))
            }
            MemberId::TYPE => Member::load(ctx, MemberId::parse(&id)?).await?.map(Node::Member),
            MunicipalityId::TYPE => municipality_of(ctx, MunicipalityId::parse(&id)?).map(Node::Municipality),
            NeedId::TYPE => loads(ctx).load_one(NeedId::parse(&id)?).await?.map(|row| Node::Need(Need(row))),
            OrganisationId::TYPE => {
                let row = loads(ctx).load_one(OrganisationId::parse(&id)?).await?;
                row.map(|row| Node::Organisation(row.into()))
            }
            PersonId::TYPE => {
                loads(ctx).load_one(PersonId::parse(&id)?).await?.map(|row| Node::Person(Person(row)))
            }
            ReferralId::TYPE => {
                Referral::load(ctx, ReferralId::parse(&id)?).await?.map(|row| Node::Referral(Box::new(row)))
            }
            GroupId::TYPE => {
                let row = loads(ctx).load_one(GroupId::parse(&id)?).await?;
                row.map(|row| Node::ReferralGroup(row.into()))
            }
            ServiceId::TYPE => {
                let row = loads(ctx).load_one(ServiceId::parse(&id)?).await?;
                row.map(|row| Node::Service(row.into()))
            }
            ImportId::TYPE | NotificationId::TYPE | EmailId::TYPE | SessionId::TYPE | TokenId::TYPE => {
                let says = "it is read in its own list".to_owned();
                return Err(DomainError::BadInput(says).into());
            }
            DisclosureId::TYPE | MessageId::TYPE | AppointmentId::TYPE => {
                let says = "it is read through its referral".to_owned();
                return Err(DomainError::BadInput(says).into());
            }
            _ => return Err(DomainError::BadInput("this is not an id of ours".to_owned()).into()),
        })
    }
}

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
pub fn gateway() -> Result<Gateway, String> {
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
    Gateway::new(build, Limits::default()).map_err(|error| error.to_string())
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
    match people::record_accesses(request).await {
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
        gateway().expect("the schema is whole").sdl().to_owned()
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
