//! An organisation and its first member, created by the operator of the program.

use entities::{
    codes::{OrganisationKind, Role},
    ids::{MemberId, OrganisationId},
    member, organisation, province,
};
use platform::{
    access::policy::roles_in,
    context::AppState,
    db::{AuditContext, DomainEvent, Tx},
    error::DomainError,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::{
    super::model::is_address,
    inviting::{account_for, add},
};
use crate::{
    checks::LINE,
    members::{MEMBER_MANAGE, events::MEMBER_INVITED},
};

/// Organisation to create, with its first member.
#[derive(Debug)]
pub struct FirstMember {
    pub organisation: String,
    pub kind: OrganisationKind,
    /// ISO 3166-2; one that the installation knows.
    pub province: String,
    /// IANA name.
    pub time_zone: String,
    /// BCP 47, of the organisation and of its first member.
    pub language: String,
    pub email: String,
    pub name: String,
    pub role: Role,
}

/// Creates an organisation with its first member, or adds one to an imported organisation. An error says how to
/// correct the input.
pub async fn create_first_member(app: &AppState, new: FirstMember) -> Result<MemberId, DomainError> {
    let bad = |says: &str| Err(DomainError::BadInput(says.to_owned()));
    let (name, person) = (new.organisation.trim(), new.name.trim());
    if name.is_empty() || person.is_empty() || name.chars().count() > LINE || person.chars().count() > LINE {
        return bad("enter the names of the organisation and its first member, at most 200 characters each");
    }
    if !is_address(&new.email) {
        return bad("enter the email address of the first member");
    }
    if new.time_zone.parse::<chrono_tz::Tz>().is_err() {
        return bad("enter the time zone as an IANA name, such as Europe/Vilnius");
    }
    let keeps = MEMBER_MANAGE.is_allowed(new.kind, new.role);
    if !keeps || !roles_in(new.kind).any(|role| role == new.role) {
        return bad("the first member must be an ADMIN or a MANAGER, who can invite others");
    }
    if app.demonstration {
        return bad(
            "this database holds the demonstration network; use another database for a real organisation",
        );
    }
    let Some(province) = app.reference_data.province(&new.province) else {
        let known: Vec<&str> = app.reference_data.provinces().iter().map(|row| row.code.as_str()).collect();
        return bad(&format!("the province must be one of {}", known.join(", ")));
    };
    let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
    let there = organisation::Entity::find().filter(organisation::Column::Name.eq(name)).all(tx.on()).await?;
    let id = match there.as_slice() {
        [] => insert(&tx, &new, province).await?,
        [one] if one.kind == new.kind && !has_members(&tx, one.id).await? => one.id,
        _ => return bad("an organisation with this name exists; its members can invite others"),
    };
    let email = new.email.trim().to_lowercase();
    let account = account_for(&tx, &email, person.to_owned(), new.language).await?;
    let member = add(&tx, account, id, new.role, None, None).await?;
    tx.record(DomainEvent::new(MEMBER_INVITED, vec![(id, member.0)]));
    tx.commit().await?;
    Ok(member)
}

/// Whether an organisation has members. An imported one waits for its first member.
async fn has_members(tx: &Tx, id: OrganisationId) -> Result<bool, DomainError> {
    let members = member::Entity::find().filter(member::Column::OrganisationId.eq(id));
    Ok(members.one(tx.on()).await?.is_some())
}

async fn insert(
    tx: &Tx,
    new: &FirstMember,
    province: &province::Model,
) -> Result<OrganisationId, DomainError> {
    let id = OrganisationId(tx.env().random_id());
    organisation::Entity::insert(organisation::ActiveModel {
        id: Set(id),
        kind: Set(new.kind),
        name: Set(new.organisation.trim().to_owned()),
        description: Set(String::new()),
        province: Set(province.code.clone()),
        municipality_id: Set(None),
        address: Set(String::new()),
        phone: Set(String::new()),
        email: Set(String::new()),
        website: Set(String::new()),
        country: Set(province.country.clone()),
        time_zone: Set(new.time_zone.clone()),
        language: Set(new.language.clone()),
        managers_see_all: Set(true),
        version: Set(1),
        created_at: Set(tx.now()),
    })
    .exec_without_returning(tx.on())
    .await?;
    Ok(id)
}
