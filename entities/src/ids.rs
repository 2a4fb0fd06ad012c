//! Typed ids: one a table, so that an id of one thing is never taken for another's.

use uuid::Uuid;

/// Declares a typed id over a UUID.
macro_rules! id {
    ($(#[doc = $doc:literal])+ $name:ident) => {
        $(#[doc = $doc])+
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, sea_orm::DeriveValueType,
            serde::Serialize, serde::Deserialize,
        )]
        pub struct $name(pub Uuid);

        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    };
}

id! {
    /// An organisation; random.
    OrganisationId
}
id! {
    /// A user; time-ordered.
    AccountId
}
id! {
    /// A user in an organisation; time-ordered.
    MemberId
}
id! {
    /// An API token; time-ordered.
    TokenId
}
id! {
    /// A session of a browser; random.
    SessionId
}
id! {
    /// A login link, perhaps with a code; random.
    LoginLinkId
}
id! {
    /// A service; random.
    ServiceId
}
id! {
    /// A line of a service area.
    ServiceAreaId
}
id! {
    /// An agreement; random.
    AgreementId
}
id! {
    /// A line of the register of legal bases.
    LegalBasisRuleId
}
id! {
    /// A municipality; made from its province and name, so that it is the same everywhere.
    MunicipalityId
}
id! {
    /// An encrypted key; time-ordered.
    KeyId
}
id! {
    /// A person; time-ordered, never shown outside the holder.
    PersonId
}
id! {
    /// A need; time-ordered.
    NeedId
}
id! {
    /// A consent; time-ordered.
    ConsentId
}
id! {
    /// A disclosure; random, since its recipient sees it.
    DisclosureId
}
id! {
    /// A grant; time-ordered.
    GrantId
}
id! {
    /// A referral group; time-ordered, never shown outside the sender.
    GroupId
}
id! {
    /// A referral; random, since both sides see it.
    ReferralId
}
id! {
    /// A message; random, since both sides see it.
    MessageId
}
id! {
    /// An appointment; random, since both sides see it.
    AppointmentId
}
id! {
    /// An event; time-ordered.
    EventId
}
id! {
    /// An email; time-ordered.
    EmailId
}
id! {
    /// An import; random, because the upload address contains it.
    ImportId
}
id! {
    /// A notification; time-ordered.
    NotificationId
}
