//! Objects with a global id: the types that `node` can load.

use std::collections::HashMap;

use async_graphql::{Context, ID, Interface, Object};
use entities::ids::{
    AgreementId, AppointmentId, ConsentId, DisclosureId, EmailId, GroupId, ImportId, MemberId, MessageId,
    MunicipalityId, NeedId, NotificationId, OrganisationId, PersonId, ReferralId, ServiceId, SessionId,
    TokenId,
};
use platform::{
    error::DomainError,
    graphql::{GraphqlError, PublicId, ids, request},
};
use uuid::Uuid;

use crate::{
    loaders::loads,
    network::{Agreement, Member, Municipality, Organisation, Service, municipality_of},
    people::{
        Person,
        graphql::{Consent, Need},
    },
    referrals::{Referral, graphql::ReferralGroup},
};

/// Object with a global id.
#[derive(Clone, Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "Opaque global id"))]
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

impl Node {
    /// The objects of one type that the viewer may open, in as many statements as for one.
    pub async fn load_many(
        ctx: &Context<'_>,
        of_type: &str,
        ids: Vec<Uuid>,
    ) -> Result<HashMap<Uuid, Self>, GraphqlError> {
        /// Loads rows by typed ids and makes nodes of them.
        macro_rules! rows {
            ($id:ident, $node:expr) => {
                loads(ctx)
                    .load_many(ids.into_iter().map($id))
                    .await?
                    .into_iter()
                    .map(|(id, row)| (id.0, $node(row)))
                    .collect()
            };
        }
        Ok(match of_type {
            AgreementId::TYPE => rows!(AgreementId, |row| Self::Agreement(Agreement(row))),
            ConsentId::TYPE => rows!(ConsentId, |row| Self::Consent(Consent(row))),
            MemberId::TYPE => rows!(MemberId, |row| Self::Member(Member(row))),
            NeedId::TYPE => rows!(NeedId, |row| Self::Need(Need(row))),
            OrganisationId::TYPE => rows!(OrganisationId, |row| Self::Organisation(Organisation::from(row))),
            PersonId::TYPE => rows!(PersonId, |row| Self::Person(Person(row))),
            ReferralId::TYPE => rows!(ReferralId, |row| Self::Referral(Box::new(Referral::from(row)))),
            GroupId::TYPE => rows!(GroupId, |row| Self::ReferralGroup(ReferralGroup::from(row))),
            ServiceId::TYPE => rows!(ServiceId, |row| Self::Service(Service::from(row))),
            MunicipalityId::TYPE => {
                let known =
                    ids.into_iter().filter_map(|id| Some((id, municipality_of(ctx, MunicipalityId(id))?)));
                known.map(|(id, row)| (id, Self::Municipality(row))).collect()
            }
            _ => HashMap::new(),
        })
    }
}

/// Query of an object by its id.
#[derive(Default)]
pub struct NodeQuery;

#[Object]
impl NodeQuery {
    /// Object with this id; null if it does not exist, or the viewer may not see it.
    async fn node(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Global id of any object")] id: ID,
    ) -> Result<Option<Node>, GraphqlError> {
        request(ctx).viewer()?;
        let Some((of_type, id)) = ids::parts(&id) else {
            return Err(DomainError::BadInput("enter an id from an answer of this API".to_owned()).into());
        };
        let refused = |says: &str| Err(DomainError::BadInput(says.to_owned()).into());
        match of_type.as_str() {
            ImportId::TYPE | NotificationId::TYPE | EmailId::TYPE | SessionId::TYPE | TokenId::TYPE => {
                return refused("enter an id of another type; this object is read in its own list");
            }
            DisclosureId::TYPE | MessageId::TYPE | AppointmentId::TYPE => {
                return refused("enter an id of another type; this object is read through its referral");
            }
            AgreementId::TYPE
            | ConsentId::TYPE
            | MemberId::TYPE
            | MunicipalityId::TYPE
            | NeedId::TYPE
            | OrganisationId::TYPE
            | PersonId::TYPE
            | ReferralId::TYPE
            | GroupId::TYPE
            | ServiceId::TYPE => {}
            _ => return refused("enter an id from an answer of this API"),
        }
        Ok(Node::load_many(ctx, &of_type, vec![id]).await?.remove(&id))
    }
}
