//! Ids in the schema: TypeIDs, whose type is checked on input (`referral_01h45ytscbebyvny4gc8cr8ma2`).

use async_graphql::ID;
use entities::ids::{
    AgreementId, AppointmentId, ConsentId, DisclosureId, EmailId, EventId, GroupId, ImportId, LoginLinkId,
    MemberId, MessageId, MunicipalityId, NeedId, NotificationId, OrganisationId, PersonId, ReferralId,
    ServiceId, SessionId, TokenId,
};
use type_safe_id::{DynamicType, TypeSafeId};
use uuid::Uuid;

use crate::error::DomainError;

/// Id that the schema shows.
pub trait PublicId: Copy {
    /// Type of the object, in lower case.
    const TYPE: &'static str;
    fn uuid(self) -> Uuid;
    fn of(uuid: Uuid) -> Self;

    /// Parses an id of this type; any other id is an error.
    fn parse(id: &str) -> Result<Self, DomainError> {
        let parsed: Option<TypeSafeId<DynamicType>> = id.parse().ok();
        match parsed {
            Some(parsed) if parsed.type_prefix() == Self::TYPE => Ok(Self::of(parsed.uuid())),
            _ => Err(DomainError::BadInput(format!("enter an id of the type {}", Self::TYPE))),
        }
    }
}

/// An id as the schema shows it.
pub fn public<T: PublicId>(id: T) -> ID {
    ID(of_type(T::TYPE, id.uuid()))
}

/// Id of an object of a type, as the schema shows it.
pub fn of_type(name: &'static str, id: Uuid) -> String {
    let kind = DynamicType::new(name).expect("types are lower case words");
    TypeSafeId::from_type_and_uuid(kind, id).to_string()
}

/// Type and UUID of an id; `None` if the text is no id.
pub fn parts(id: &str) -> Option<(String, Uuid)> {
    let parsed = id.parse::<TypeSafeId<DynamicType>>().ok()?;
    Some((parsed.type_prefix().to_owned(), parsed.uuid()))
}

/// Type that an id names.
pub fn type_of(id: &str) -> Option<String> {
    parts(id).map(|parts| parts.0)
}

macro_rules! public_ids {
    ($($id:ident = $text:literal,)+) => {
        $(impl PublicId for $id {
            const TYPE: &'static str = $text;

            fn uuid(self) -> Uuid {
                self.0
            }

            fn of(uuid: Uuid) -> Self {
                Self(uuid)
            }
        })+
    };
}

public_ids! {
    AgreementId = "agreement",
    AppointmentId = "appointment",
    ConsentId = "consent",
    DisclosureId = "disclosure",
    EventId = "event",
    GroupId = "group",
    ImportId = "import",
    EmailId = "mail",
    MemberId = "member",
    MessageId = "message",
    MunicipalityId = "municipality",
    NeedId = "need",
    NotificationId = "notice",
    OrganisationId = "organisation",
    PersonId = "person",
    ReferralId = "referral",
    ServiceId = "service",
    SessionId = "session",
    TokenId = "token",
    LoginLinkId = "wayin",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_comes_back_and_another_types_does_not() {
        let id = PersonId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001));
        let text = public(id).0;
        assert!(text.starts_with("person_"));
        assert_eq!(PersonId::parse(&text).unwrap(), id);
        for bad in [text.replace("person", "referral"), id.0.to_string(), "person_x".into(), String::new()] {
            assert!(PersonId::parse(&bad).is_err(), "{bad}");
        }
    }
}
