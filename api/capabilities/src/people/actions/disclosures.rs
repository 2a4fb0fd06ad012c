//! Disclosures and grants, changed in the transaction of the room that discloses; and the record
//! of who looked at an identity.

use std::collections::HashSet;

use chrono::NaiveDate;
use entities::{
    codes::{KeyPurpose, LegalBasis, PreAcceptanceFact, ReportBack, Scope, Set as Codes},
    disclosure, disclosure_grant,
    ids::{AgreementId, ConsentId, DisclosureId, GrantId, KeyId, OrganisationId, PersonId, ReferralId},
    organisation, person,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait, Query},
};

use super::super::model;
use crate::network::legal_bases;
use crate::people::events::IDENTITY_LOOKED_AT;
use crate::people::visible;
use platform::access::conditions;
use platform::{
    context::{IdentityAccess, RequestContext},
    db::{DomainEvent, Tx, run_anew},
    error::DomainError,
    sealing::{Sealing, random},
};

/// What a person is disclosed as to a recipient: made at the first disclosure, then always the
/// same.
pub async fn disclose(
    sealing: &Sealing,
    tx: &Tx,
    person: PersonId,
    recipient: &organisation::Model,
) -> Result<disclosure::Model, DomainError> {
    let known = disclosure::Entity::find()
        .filter(disclosure::Column::PersonId.eq(person))
        .filter(disclosure::Column::RecipientId.eq(recipient.id))
        .one(tx.on())
        .await?;
    if let Some(known) = known {
        return Ok(known);
    }
    let id = DisclosureId(tx.env().random_id());
    let key = sealing.make(tx, KeyPurpose::Disclosure, id.0).await?;
    let row = disclosure::Model {
        id,
        person_id: person,
        recipient_id: recipient.id,
        key_id: key.id(),
        pseudonym: free_pseudonym(tx, recipient).await?,
        created_at: tx.now(),
    };
    disclosure::Entity::insert(disclosure::ActiveModel::from(row.clone()))
        .exec_without_returning(tx.on())
        .await?;
    Ok(row)
}

/// A pseudonym that stands for nobody yet at an organisation.
async fn free_pseudonym(tx: &Tx, reader: &organisation::Model) -> Result<String, DomainError> {
    let mut free = free_pseudonyms(tx, reader, 1).await?;
    free.pop().ok_or_else(|| DomainError::Internal("no pseudonym is free at this organisation".to_owned()))
}

/// So many pseudonyms, each standing for nobody yet at an organisation, neither among its own people nor among
/// those disclosed to it. The fuller it is, the longer they become.
pub(super) async fn free_pseudonyms(
    tx: &Tx,
    reader: &organisation::Model,
    wanted: usize,
) -> Result<Vec<String>, DomainError> {
    /// Pseudonyms of one length are tried so often before longer ones are.
    const TRIES: u32 = 4;
    let (mut free, mut tries) = (Vec::with_capacity(wanted), 0);
    let mut seen = HashSet::new();
    while free.len() < wanted {
        if tries >= 8 * TRIES {
            return Err(DomainError::Internal("no pseudonym is free at this organisation".to_owned()));
        }
        let missing = wanted - free.len();
        // For one person some are tried at once: the first is nearly always free.
        let drawn = missing.max(4);
        let mut candidates: Vec<String> =
            (0..drawn).map(|_| model::pseudonym(&reader.language, random(), tries)).collect();
        candidates.retain(|each| seen.insert(each.clone()));
        let taken = taken_pseudonyms(tx, reader.id, &candidates).await?;
        candidates.retain(|each| !taken.contains(each));
        candidates.truncate(missing);
        let few = candidates.len() < missing / 2;
        free.extend(candidates);
        tries = if few { (tries / TRIES + 1) * TRIES } else { tries + 1 };
    }
    Ok(free)
}

async fn taken_pseudonyms(
    tx: &Tx,
    reader: OrganisationId,
    candidates: &[String],
) -> Result<HashSet<String>, DomainError> {
    let disclosed: Vec<String> = disclosure::Entity::find()
        .filter(disclosure::Column::RecipientId.eq(reader))
        .filter(disclosure::Column::Pseudonym.is_in(candidates))
        .select_only()
        .column(disclosure::Column::Pseudonym)
        .into_tuple()
        .all(tx.on())
        .await?;
    let own: Vec<String> = person::Entity::find()
        .filter(person::Column::HolderId.eq(reader))
        .filter(person::Column::Pseudonym.is_in(candidates))
        .select_only()
        .column(person::Column::Pseudonym)
        .into_tuple()
        .all(tx.on())
        .await?;
    Ok(disclosed.into_iter().chain(own).collect())
}

/// What a referral lets its recipient see, and why.
#[derive(Debug)]
pub struct Granting {
    pub referral: ReferralId,
    pub disclosure: DisclosureId,
    pub sender: OrganisationId,
    pub recipient: OrganisationId,
    pub agreement: AgreementId,
    pub legal_basis: LegalBasis,
    pub law: String,
    pub consent: Option<ConsentId>,
    pub scopes: Codes<Scope>,
    pub pre_acceptance: Codes<PreAcceptanceFact>,
    pub report_back: Codes<ReportBack>,
}

/// Opens the door for a referral, as far as it is open before acceptance.
pub async fn grant(tx: &Tx, granting: Granting) -> Result<(), DomainError> {
    disclosure_grant::Entity::insert(disclosure_grant::ActiveModel {
        id: Set(GrantId(tx.env().ordered_id())),
        referral_id: Set(granting.referral),
        disclosure_id: Set(granting.disclosure),
        sender_id: Set(granting.sender),
        recipient_id: Set(granting.recipient),
        agreement_id: Set(granting.agreement),
        legal_basis: Set(granting.legal_basis),
        law: Set(granting.law),
        consent_id: Set(granting.consent),
        given_consent_id: Set(granting.consent),
        scopes: Set(granting.scopes),
        pre_acceptance: Set(granting.pre_acceptance),
        report_back: Set(granting.report_back),
        opened_at: Set(None),
        closes_on: Set(None),
        revoked_at: Set(None),
        created_at: Set(tx.now()),
    })
    .exec_without_returning(tx.on())
    .await?;
    Ok(())
}

/// Acceptance opens the door.
pub async fn open_grant(tx: &Tx, referral: ReferralId) -> Result<(), DomainError> {
    change(tx, referral, disclosure_grant::Column::OpenedAt, Expr::value(tx.now())).await
}

/// The door closes on a day; never later than it was to close before.
pub async fn close_grant(tx: &Tx, referral: ReferralId, on: NaiveDate) -> Result<(), DomainError> {
    let closes = disclosure_grant::Column::ClosesOn;
    disclosure_grant::Entity::update_many()
        .col_expr(closes, Expr::value(on))
        .filter(disclosure_grant::Column::ReferralId.eq(referral))
        .filter(Condition::any().add(closes.is_null()).add(closes.gt(on)))
        .exec(tx.on())
        .await?;
    Ok(())
}

/// The door closes at once, and what was behind it never was.
pub async fn revoke_grant(tx: &Tx, referral: ReferralId) -> Result<(), DomainError> {
    change(tx, referral, disclosure_grant::Column::RevokedAt, Expr::value(tx.now())).await
}

/// Opens a closed door again, where what is behind it may still be shown: its ground does without
/// consent, or the consent is in force. Says whether it is open.
pub async fn reopen_grant(tx: &Tx, referral: ReferralId, today: NaiveDate) -> Result<bool, DomainError> {
    let legal_basis = Condition::any()
        .add(conditions::is_any(disclosure_grant::Column::LegalBasis, legal_bases::WITHOUT_CONSENT))
        .add(visible::consent_counts(today));
    let erased = Query::select()
        .column((disclosure::Entity, disclosure::Column::Id))
        .from(disclosure::Entity)
        .inner_join(
            person::Entity,
            Expr::col((person::Entity, person::Column::Id))
                .equals((disclosure::Entity, disclosure::Column::PersonId)),
        )
        .and_where(Expr::col((person::Entity, person::Column::ErasedAt)).is_not_null())
        .to_owned();
    let holds = disclosure_grant::Entity::find()
        .join(JoinType::LeftJoin, crate::referrals::visible::joins::consent())
        .filter(disclosure_grant::Column::ReferralId.eq(referral))
        .filter(disclosure_grant::Column::RevokedAt.is_null())
        .filter(disclosure_grant::Column::DisclosureId.not_in_subquery(erased))
        .filter(legal_basis)
        .count(tx.on())
        .await?;
    if holds == 0 {
        return Ok(false);
    }
    let open = Expr::value(None::<NaiveDate>);
    change(tx, referral, disclosure_grant::Column::ClosesOn, open).await?;
    Ok(true)
}

/// Those of these referrals whose disclosure is open to the recipient, wherever that is: by the later of two days.
pub async fn open_to_recipients(
    tx: &Tx,
    referrals: impl Iterator<Item = ReferralId>,
) -> Result<HashSet<ReferralId>, DomainError> {
    let today = tx.now().plus_seconds(14 * 3_600).utc().date_naive();
    let open: Vec<ReferralId> = disclosure_grant::Entity::find()
        .join(JoinType::LeftJoin, crate::referrals::visible::joins::consent())
        .filter(disclosure_grant::Column::ReferralId.is_in(referrals))
        .filter(visible::disclosure_open(today))
        .select_only()
        .column(disclosure_grant::Column::ReferralId)
        .into_tuple()
        .all(tx.on())
        .await?;
    Ok(open.into_iter().collect())
}

/// Closes every door to a person. What acceptance never opened is gone for its recipient; elsewhere what the
/// recipient's members wrote stays with them.
pub(super) async fn close_all(tx: &Tx, person: PersonId) -> Result<(), DomainError> {
    let theirs = || {
        let disclosures = Query::select()
            .column(disclosure::Column::Id)
            .from(disclosure::Entity)
            .and_where(Expr::col(disclosure::Column::PersonId).eq(person))
            .to_owned();
        disclosure_grant::Entity::update_many()
            .filter(disclosure_grant::Column::DisclosureId.in_subquery(disclosures))
    };
    theirs()
        .col_expr(disclosure_grant::Column::RevokedAt, Expr::value(tx.now()))
        .filter(disclosure_grant::Column::OpenedAt.is_null())
        .filter(disclosure_grant::Column::RevokedAt.is_null())
        .exec(tx.on())
        .await?;
    // Past wherever the recipient is.
    let past = tx.now().plus_seconds(-2 * 86_400).utc().date_naive();
    theirs()
        .col_expr(disclosure_grant::Column::ClosesOn, Expr::value(past))
        .filter(disclosure_grant::Column::OpenedAt.is_not_null())
        .exec(tx.on())
        .await?;
    Ok(())
}

async fn change(
    tx: &Tx,
    referral: ReferralId,
    column: disclosure_grant::Column,
    value: sea_orm::sea_query::Expr,
) -> Result<(), DomainError> {
    disclosure_grant::Entity::update_many()
        .col_expr(column, value)
        .filter(disclosure_grant::Column::ReferralId.eq(referral))
        .exec(tx.on())
        .await?;
    Ok(())
}

/// Records whom the answer of this call looks at: one event a call, before the answer leaves. The
/// holder learns of every look at its people, the looker's organisation of its own.
pub async fn record_accesses(request: &RequestContext) -> Result<(), DomainError> {
    let access_records = request.take_accesses();
    if access_records.is_empty() {
        return Ok(());
    }
    run_anew(|| write_looks(request, &access_records)).await
}

async fn write_looks(request: &RequestContext, access_records: &[IdentityAccess]) -> Result<(), DomainError> {
    let tx = request.begin().await?;
    let mut subjects = Vec::new();
    for look in access_records {
        subjects.push((look.holder, look.person.0));
        if let Some((disclosure, _)) = look.through {
            subjects.push((request.viewer()?.organisation, disclosure.0));
        }
    }
    let mut happened = DomainEvent::new(IDENTITY_LOOKED_AT, subjects);
    if let [look] = access_records
        && let Some((_, referral)) = look.through
    {
        happened = happened.about(referral.0);
    }
    tx.record(happened);
    tx.commit(()).await
}

/// The key of a person whom the caller was shown.
pub async fn key_of_person(tx: &Tx, person: PersonId) -> Result<KeyId, DomainError> {
    person::Entity::find_by_id(person)
        .select_only()
        .column(person::Column::KeyId)
        .into_tuple()
        .one(tx.on())
        .await?
        .ok_or_else(|| DomainError::Internal("a person's key is missing".to_owned()))
}

/// The key under which a recipient's words about a person are sealed.
pub async fn key_of_disclosure(
    tx: &Tx,
    person: PersonId,
    recipient: OrganisationId,
) -> Result<KeyId, DomainError> {
    disclosure::Entity::find()
        .filter(disclosure::Column::PersonId.eq(person))
        .filter(disclosure::Column::RecipientId.eq(recipient))
        .select_only()
        .column(disclosure::Column::KeyId)
        .into_tuple()
        .one(tx.on())
        .await?
        .ok_or_else(|| DomainError::Internal("a disclosure's key is missing".to_owned()))
}
