//! Agreements: proposed, signed, suspended, resumed, ended.

use chrono::NaiveDate;
use entities::{
    agreement, agreement_party,
    codes::{AgreementState, Purpose, Scope, Set as Codes},
    described_enum,
    ids::{AgreementId, OrganisationId},
    instant::Instant,
    organisation,
};
use platform::{
    access::{Viewer, policy::works_with_people},
    context::RequestContext,
    db::{DomainEvent, Tx, update_at_version},
    error::{ActionError, DomainError},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::super::{
    model::{AgreementField, AgreementStep, agreement_after},
    policy, reads,
};
use crate::{
    checks::{Checks, LINE, field_codes},
    network::{
        AGREEMENT_PROPOSE,
        events::{
            AGREEMENT_ENDED, AGREEMENT_PROPOSED, AGREEMENT_RESUMED, AGREEMENT_SIGNED, AGREEMENT_SUSPENDED,
        },
        visible,
    },
};

described_enum! {
    /// Error of proposing an agreement.
    AgreementProposeErrorCode {
        Required = "REQUIRED": "A required field is empty.",
        TooLong = "TOO_LONG": "A text is too long, or there are too many partners.",
        EndsBeforeItStarts = "ENDS_BEFORE_IT_STARTS": "The last day is before the first day.",
        NotAPartner = "NOT_A_PARTNER": "A partner is one's own organisation, or does not work with people.",
    }
}
described_enum! {
    /// Error of a step with an agreement.
    AgreementStepErrorCode {
        NotNow = "NOT_NOW": "The agreement's state does not allow this step.",
    }
}
field_codes!(AgreementProposeErrorCode);

/// An agreement to propose.
#[derive(Clone, Debug)]
pub struct Proposal {
    pub title: String,
    pub purpose: Purpose,
    pub scopes: Codes<Scope>,
    pub starts_on: NaiveDate,
    pub ends_on: Option<NaiveDate>,
    /// The other parties.
    pub parties: Vec<OrganisationId>,
}

/// Proposes an agreement; the proposer's organisation has signed with it.
pub async fn agreement_propose(
    request: &RequestContext,
    proposal: Proposal,
) -> Result<AgreementId, ActionError<AgreementProposeErrorCode>> {
    let viewer = request.viewer_who_may(AGREEMENT_PROPOSE)?;
    let mut checks = Checks::default();
    let title = checks.required("title", &proposal.title, LINE);
    if proposal.scopes.is_empty() {
        checks.wrong("scopes", AgreementProposeErrorCode::Required, "choose at least one scope");
    }
    if proposal.ends_on.is_some_and(|last| last < proposal.starts_on) {
        checks.wrong(
            "endsOn",
            AgreementProposeErrorCode::EndsBeforeItStarts,
            "enter a last day on or after the first day",
        );
    }
    let partners = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(proposal.parties.iter().copied()))
        .all(request.read())
        .await?;
    if proposal.parties.is_empty() {
        checks.wrong("parties", AgreementProposeErrorCode::Required, "choose at least one partner");
    } else if proposal.parties.len() > 50 {
        checks.wrong("parties", AgreementProposeErrorCode::TooLong, "choose at most 50 partners");
    }
    for id in &proposal.parties {
        let partner = partners.iter().find(|row| row.id == *id);
        if *id == viewer.organisation || !partner.is_some_and(|row| works_with_people(row.kind)) {
            checks.wrong(
                "parties",
                AgreementProposeErrorCode::NotAPartner,
                "choose other organisations that work with people",
            );
        }
    }
    checks.done()?;

    let tx = request.begin().await?;
    let id = AgreementId(request.app.env.random_id());
    agreement::Entity::insert(agreement::ActiveModel {
        id: Set(id),
        title: Set(title),
        purpose: Set(proposal.purpose),
        state: Set(AgreementState::Proposed),
        scopes: Set(proposal.scopes),
        starts_on: Set(proposal.starts_on),
        ends_on: Set(proposal.ends_on),
        proposed_by: Set(viewer.organisation),
        version: Set(1),
        created_at: Set(request.now),
    })
    .exec_without_returning(tx.on())
    .await?;
    let mut others = proposal.parties;
    others.sort();
    others.dedup();
    let parties = std::iter::once(viewer.organisation).chain(others.iter().copied());
    agreement_party::Entity::insert_many(parties.clone().map(|party| agreement_party::ActiveModel {
        agreement_id: Set(id),
        organisation_id: Set(party),
        signed_at: Set((party == viewer.organisation).then_some(request.now)),
        signed_by: Set((party == viewer.organisation).then_some(viewer.member)),
        suspended_at: Set(None),
    }))
    .exec_without_returning(tx.on())
    .await?;
    let subjects = parties.map(|party| (party, id.0)).collect();
    tx.record(DomainEvent::new(AGREEMENT_PROPOSED, subjects));
    Ok(tx.commit(id).await?)
}

/// Signs, suspends, resumes or ends an agreement.
pub async fn agreement_step(
    request: &RequestContext,
    id: AgreementId,
    version: i32,
    step: AgreementStep,
) -> Result<AgreementId, ActionError<AgreementStepErrorCode>> {
    let viewer = request.viewer_who_may(policy::action_for(step))?;
    let tx = request.begin().await?;
    let agreement = visible::agreements(viewer)
        .filter(agreement::Column::Id.eq(id))
        .one(tx.on())
        .await?
        .ok_or(DomainError::NotFound("agreement"))?;
    let parties = reads::parties_of(tx.on(), vec![id]).await?.remove(&id).unwrap_or_default();
    if agreement.version != version {
        return Err(DomainError::stale().into());
    }
    if !policy::steps(viewer, &agreement, &parties).contains(&step) {
        let message =
            "the agreement does not allow this step now; `viewerMay` lists the steps that it allows";
        return Err(ActionError::one("step", AgreementStepErrorCode::NotNow, message));
    }
    let mut next = agreement_after(agreement.state, step).ok_or_else(DomainError::stale)?;
    let mut others = parties.iter().filter(|party| party.organisation_id != viewer.organisation);
    let waits = match step {
        AgreementStep::Sign => {
            sign(&tx, viewer, id).await?;
            others.any(|party| party.signed_at.is_none())
        }
        AgreementStep::Suspend => {
            keep_suspended(&tx, viewer, id, Some(tx.now())).await?;
            false
        }
        AgreementStep::Resume => {
            keep_suspended(&tx, viewer, id, None).await?;
            others.any(|party| party.suspended_at.is_some())
        }
        AgreementStep::End => false,
    };
    if waits {
        next = agreement.state;
    }
    let change = agreement::Entity::update_many()
        .col_expr(agreement::Column::State, Expr::value(next))
        .filter(agreement::Column::Id.eq(id));
    update_at_version(&tx, change, agreement::Column::Version, version).await?;
    let (kind, of_party) = match step {
        AgreementStep::Sign => (AGREEMENT_SIGNED, Some(AgreementField::SignedAt)),
        AgreementStep::Suspend => (AGREEMENT_SUSPENDED, Some(AgreementField::SuspendedAt)),
        AgreementStep::Resume => (AGREEMENT_RESUMED, Some(AgreementField::SuspendedAt)),
        AgreementStep::End => (AGREEMENT_ENDED, None),
    };
    let subjects = parties.iter().map(|party| (party.organisation_id, id.0)).collect();
    let of_state = (next != agreement.state).then_some(AgreementField::State);
    tx.record(DomainEvent::new(kind, subjects).fields(of_state.into_iter().chain(of_party)));
    Ok(tx.commit(id).await?)
}

async fn sign(tx: &Tx, viewer: &Viewer, id: AgreementId) -> Result<(), DomainError> {
    agreement_party::Entity::update_many()
        .col_expr(agreement_party::Column::SignedAt, Expr::value(tx.now()))
        .col_expr(agreement_party::Column::SignedBy, Expr::value(viewer.member))
        .filter(agreement_party::Column::AgreementId.eq(id))
        .filter(agreement_party::Column::OrganisationId.eq(viewer.organisation))
        .exec(tx.on())
        .await?;
    Ok(())
}

/// Notes since when the viewer's organisation keeps an agreement suspended; no more, without a time.
async fn keep_suspended(
    tx: &Tx,
    viewer: &Viewer,
    id: AgreementId,
    since: Option<Instant>,
) -> Result<(), DomainError> {
    agreement_party::Entity::update_many()
        .col_expr(agreement_party::Column::SuspendedAt, Expr::value(since))
        .filter(agreement_party::Column::AgreementId.eq(id))
        .filter(agreement_party::Column::OrganisationId.eq(viewer.organisation))
        .exec(tx.on())
        .await?;
    Ok(())
}
