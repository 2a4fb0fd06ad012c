//! Members are invited, and given another role or another last day.

use chrono::NaiveDate;
use entities::{
    account,
    codes::Role,
    described_enum,
    ids::{AccountId, MemberId, OrganisationId},
    member, organisation,
};
use platform::{
    access::policy::roles_in,
    context::RequestContext,
    db::{DomainEvent, Tx, changed, locks},
    error::{ActionError, DomainError},
    reference_data::LANGUAGES,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{
    super::{
        model::{MemberField, is_address},
        reads,
    },
    ending::{holds_anything, leaves_nobody},
    login_links::invite,
};
use crate::{
    checks::{Checks, LINE, field_codes},
    members::{
        MEMBER_MANAGE,
        events::{MEMBER_CHANGED, MEMBER_INVITED},
    },
    people::PERSON_READ,
};

described_enum! {
    /// Error of inviting a member.
    MemberInviteErrorCode {
        Required = "REQUIRED": "A required field is empty.",
        TooLong = "TOO_LONG": "A text is too long.",
        NotAnAddress = "NOT_AN_ADDRESS": "The email address is not valid.",
        AlreadyAMember = "ALREADY_A_MEMBER": "The email address belongs to a member of the organisation.",
        NotARole = "NOT_A_ROLE": "This kind of organisation has no members with this role.",
        Past = "PAST": "The last day is in the past.",
        NotALanguage = "NOT_A_LANGUAGE": "The language is not supported.",
    }
}
described_enum! {
    /// Error of changing a member.
    MemberChangeErrorCode {
        Required = "REQUIRED": "A required field is empty.",
        NotARole = "NOT_A_ROLE": "This kind of organisation has no members with this role.",
        Past = "PAST": "The last day is in the past.",
        HandOverFirst = "HAND_OVER_FIRST": "The new role reads no people. Add others to the case teams first.",
        NobodyLeft = "NOBODY_LEFT": "No member who manages members would be left.",
    }
}
described_enum! {
    /// Error of sending an invitation again.
    InvitationSendErrorCode {
        CameIn = "CAME_IN": "The member has already signed in.",
    }
}
field_codes!(MemberInviteErrorCode);

/// Member to invite.
#[derive(Clone, Debug)]
pub struct NewMember {
    pub email: String,
    pub name: String,
    /// BCP 47; the organisation's if empty.
    pub language: Option<String>,
    pub role: Role,
    /// The last day, of a membership for a time.
    pub ends_on: Option<NaiveDate>,
}

/// Invites a person: the membership starts now, and an email with a link lets them sign in.
pub async fn member_invite(
    request: &RequestContext,
    new: NewMember,
) -> Result<MemberId, ActionError<MemberInviteErrorCode>> {
    use MemberInviteErrorCode as Wrong;
    let viewer = request.viewer_who_may(MEMBER_MANAGE)?;
    let mut checks = Checks::default();
    let name = checks.required("name", &new.name, LINE);
    let email = checks.required("email", &new.email, LINE).to_lowercase();
    if !email.is_empty() && !is_address(&email) {
        checks.wrong("email", Wrong::NotAnAddress, "enter a valid email address");
    }
    if !roles_in(viewer.kind).any(|role| role == new.role) {
        checks.wrong("role", Wrong::NotARole, "choose a role of this kind of organisation");
    }
    if new.ends_on.is_none() && new.role == Role::Auditor {
        checks.wrong("endsOn", Wrong::Required, "enter the last day of the auditor's membership");
    }
    if new.ends_on.is_some_and(|last| last < request.today()) {
        checks.wrong("endsOn", Wrong::Past, "enter a last day that is not in the past");
    }
    if new.language.as_deref().is_some_and(|tag| !LANGUAGES.contains(&tag)) {
        checks.wrong("language", Wrong::NotALanguage, format!("choose one of {}", LANGUAGES.join(", ")));
    }
    checks.done()?;
    let tx = request.begin().await?;
    let home = lock(&tx, viewer.organisation).await?;
    let account = account_for(&tx, &email, name.clone(), new.language.unwrap_or(home.language)).await?;
    let before = member::Entity::find()
        .filter(member::Column::AccountId.eq(account))
        .filter(member::Column::OrganisationId.eq(viewer.organisation))
        .one(tx.on())
        .await?;
    let id = match before {
        Some(row) if reads::holds(&row, viewer, request.now) => {
            let message = "this email address belongs to a member";
            return Err(ActionError::one("email", Wrong::AlreadyAMember, message));
        }
        // A returning member keeps the same row, so that their earlier actions stay theirs.
        Some(row) => {
            member::Entity::update_many()
                .col_expr(member::Column::Role, Expr::value(new.role))
                .col_expr(member::Column::EndsOn, Expr::value(new.ends_on))
                .col_expr(member::Column::EndedAt, Expr::value(None::<i64>))
                .col_expr(member::Column::InvitedAs, Expr::value(Some(name)))
                .filter(member::Column::Id.eq(row.id))
                .exec(tx.on())
                .await?;
            row.id
        }
        None => add(&tx, account, viewer.organisation, new.role, new.ends_on, Some(name)).await?,
    };
    invite(&tx, id).await?;
    tx.record(DomainEvent::new(MEMBER_INVITED, vec![(viewer.organisation, id.0)]));
    Ok(tx.commit(id).await?)
}

/// The organisation with its row locked: changes of its members come one after another.
pub(super) async fn lock(tx: &Tx, id: OrganisationId) -> Result<organisation::Model, DomainError> {
    locks::organisation(tx, id).await?.ok_or(DomainError::NotFound("organisation"))
}

/// The account with this address, created if there is none. An existing one keeps its name and language.
pub(super) async fn account_for(
    tx: &Tx,
    email: &str,
    name: String,
    language: String,
) -> Result<AccountId, DomainError> {
    if let Some(row) = account::Entity::find().filter(account::Column::Email.eq(email)).one(tx.on()).await? {
        return Ok(row.id);
    }
    let id = AccountId(tx.env().ordered_id());
    account::Entity::insert(account::ActiveModel {
        id: Set(id),
        email: Set(email.to_owned()),
        name: Set(name),
        language: Set(language),
        created_at: Set(tx.now()),
    })
    .exec_without_returning(tx.on())
    .await?;
    Ok(id)
}

pub(super) async fn add(
    tx: &Tx,
    account: AccountId,
    organisation: OrganisationId,
    role: Role,
    ends_on: Option<NaiveDate>,
    invited_as: Option<String>,
) -> Result<MemberId, DomainError> {
    let id = MemberId(tx.env().ordered_id());
    member::Entity::insert(member::ActiveModel {
        id: Set(id),
        account_id: Set(account),
        organisation_id: Set(organisation),
        role: Set(role),
        created_at: Set(tx.now()),
        ended_at: Set(None),
        ends_on: Set(ends_on),
        invited_as: Set(invited_as),
        signed_in_at: Set(None),
    })
    .exec_without_returning(tx.on())
    .await?;
    Ok(id)
}

/// Gives a member another role, or another last day.
pub async fn member_change(
    request: &RequestContext,
    id: MemberId,
    role: Role,
    ends_on: Option<NaiveDate>,
) -> Result<MemberId, ActionError<MemberChangeErrorCode>> {
    use MemberChangeErrorCode as Wrong;
    let viewer = request.viewer_who_may(MEMBER_MANAGE)?;
    if !roles_in(viewer.kind).any(|each| each == role) {
        return Err(ActionError::one("role", Wrong::NotARole, "choose a role of this kind of organisation"));
    }
    if ends_on.is_none() && role == Role::Auditor {
        let message = "enter the last day of the auditor's membership";
        return Err(ActionError::one("endsOn", Wrong::Required, message));
    }
    if ends_on.is_some_and(|last| last < request.today()) {
        return Err(ActionError::one("endsOn", Wrong::Past, "enter a last day that is not in the past"));
    }
    let tx = request.begin().await?;
    lock(&tx, viewer.organisation).await?;
    locks::member(&tx, id).await?;
    let before = reads::member_of(tx.on(), viewer, id, request.now).await?;
    let keeps = MEMBER_MANAGE.is_allowed(viewer.kind, role) && ends_on.is_none();
    if !keeps && leaves_nobody(&tx, viewer, id, request.now).await? {
        let message = "give another member a role that manages members first";
        return Err(ActionError::one("role", Wrong::NobodyLeft, message));
    }
    if !PERSON_READ.is_allowed(viewer.kind, role) && holds_anything(&tx, id).await? {
        let message = "add other members to the case teams first";
        return Err(ActionError::one("role", Wrong::HandOverFirst, message));
    }
    let update = member::ActiveModel { role: Set(role), ends_on: Set(ends_on), ..Default::default() };
    let fields = changed(&before, &update, field_of);
    member::Entity::update_many().set(update).filter(member::Column::Id.eq(id)).exec(tx.on()).await?;
    let subjects = vec![(viewer.organisation, id.0)];
    tx.record(DomainEvent::new(MEMBER_CHANGED, subjects).fields(fields));
    Ok(tx.commit(id).await?)
}

/// The field of each column.
fn field_of(column: member::Column) -> Option<MemberField> {
    use member::Column as C;
    match column {
        C::Role => Some(MemberField::Role),
        C::EndsOn => Some(MemberField::EndsOn),
        C::Id
        | C::AccountId
        | C::OrganisationId
        | C::CreatedAt
        | C::EndedAt
        | C::InvitedAs
        | C::SignedInAt => None,
    }
}

/// Sends an invitation again, to a member who has not come in yet.
pub async fn invitation_send(
    request: &RequestContext,
    id: MemberId,
) -> Result<MemberId, ActionError<InvitationSendErrorCode>> {
    let viewer = request.viewer_who_may(MEMBER_MANAGE)?;
    let tx = request.begin().await?;
    let row = reads::member_of(tx.on(), viewer, id, request.now).await?;
    if row.signed_in_at.is_some() {
        let message = "the member has signed in before; no invitation is needed";
        return Err(ActionError::one("memberId", InvitationSendErrorCode::CameIn, message));
    }
    invite(&tx, id).await?;
    tx.record(DomainEvent::new(MEMBER_INVITED, vec![(viewer.organisation, id.0)]));
    Ok(tx.commit(id).await?)
}
