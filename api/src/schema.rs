//! The roots: what each capability contributes to Query and Mutation; and what every call is
//! answered with.

use std::sync::Arc;

use async_graphql::{Context, Data, EmptySubscription, ID, Interface, MergedObject, Object, Schema};
use entities::ids::{
    AgreementId, AppointmentId, ConsentId, DisclosureId, EmailId, GroupId, ImportId, MemberId, MessageId,
    MunicipalityId, NeedId, NotificationId, OrganisationId, PersonId, ReferralId, ServiceId, SessionId,
    TokenId,
};

use crate::{
    context::RequestContext,
    domain::{
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
            AssignmentMutation, HoldAndReopenMutation, Referral, ReferralGroup, ReferralsMutation,
            ReferralsQuery,
        },
    },
    error::DomainError,
    graphql::{
        GraphqlError, Listing, Loads, PublicId, Rows,
        cost::Limits,
        ids, loads, request,
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

/// What can be asked.
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

/// What can be done: one mutation a business action, named after what it acts on.
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
        Err(error) => Reply::from_error(crate::graphql::errors::as_error(&error)),
    }
}
