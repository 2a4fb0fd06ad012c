//! Sending: the agreement, legal basis and consent of each recipient are checked, and a grant is created with the
//! extent that is open before acceptance. All of a group is sent, or none.

use entities::{
    codes::{Code, Purpose, ReferralState, ServiceStatus},
    ids::GroupId,
    organisation, person, referral, service,
};
use platform::{
    access::{conditions, membership},
    context::RequestContext,
    db::Tx,
    error::{ActionError, DomainError, ValidationError},
    reference_data::calendar::working_days_after,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    super::model::{self, BEFORE_ACCEPTANCE, HOLDS_A_PLACE, ReferralStep},
    drafting::ReferralDraftErrorCode,
    transition::{PendingStep, StepResult},
};
use crate::{
    disclosures,
    network::{self, legal_bases},
    people,
    referrals::{GRANT_OWNER, REFERRAL_SEND, Side, visible},
};

/// Sending fails for the reasons that writing and sending at once fails for.
pub type ReferralSendErrorCode = ReferralDraftErrorCode;

/// Sends the drafts of a group.
pub async fn referral_send(
    request: &RequestContext,
    group: GroupId,
) -> Result<GroupId, ActionError<ReferralSendErrorCode>> {
    request.viewer_who_may(REFERRAL_SEND)?;
    let tx = request.begin().await?;
    send_drafts(request, &tx, group).await?;
    Ok(tx.commit(group).await?)
}

/// Sends the drafts of a group, in a transaction of the caller's.
pub async fn send_drafts(
    request: &RequestContext,
    tx: &Tx,
    group: GroupId,
) -> Result<Vec<StepResult>, ActionError<ReferralSendErrorCode>> {
    let viewer = request.viewer_who_may(REFERRAL_SEND)?;
    let rows = visible::referrals(viewer, request.today(), Some(Side::Sent))
        .filter(referral::Column::GroupId.eq(group))
        .order_by_asc(referral::Column::Id)
        .all(tx.on())
        .await?;
    let Some(first) = rows.first() else { return Err(DomainError::NotFound("referral group").into()) };
    let person = people::locked_alive(tx, first.person_id).await?.ok_or(DomainError::NotFound("person"))?;
    if rows.iter().all(|row| row.state != ReferralState::Draft) {
        return Err(super::transition::conflict(first.state).into());
    }
    let drafts: Vec<_> = rows.into_iter().filter(|row| row.state == ReferralState::Draft).collect();
    let services = service::Entity::find()
        .filter(service::Column::Id.is_in(drafts.iter().map(|row| row.service_id)))
        .all(tx.on())
        .await?;
    send_all(request, tx, &person, drafts, &services).await
}

/// Sends these drafts of one person after checking each again. The person is locked, so that no consent or refusal
/// comes between the checks and the sending.
pub async fn send_all(
    request: &RequestContext,
    tx: &Tx,
    person: &person::Model,
    drafts: Vec<referral::Model>,
    services: &[service::Model],
) -> Result<Vec<StepResult>, ActionError<ReferralDraftErrorCode>> {
    let viewer = request.viewer()?;
    let today = request.today();
    let partners: Vec<_> = drafts.iter().map(|row| row.recipient_id).collect();
    let agreements = network::agreements_in_force(tx.on(), viewer.organisation, &partners, today).await?;
    let recipients = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(drafts.iter().map(|row| row.recipient_id)))
        .all(tx.on())
        .await?;
    let mut problems = Vec::new();
    let mut ready = Vec::new();
    for (n, draft) in drafts.into_iter().enumerate() {
        let service = services.iter().find(|row| row.id == draft.service_id);
        let recipient = recipients.iter().find(|row| row.id == draft.recipient_id);
        let (Some(service), Some(recipient)) = (service, recipient) else {
            return Err(DomainError::Internal("a draft's service is missing".to_owned()).into());
        };
        let agreement = agreements.iter().find(|(agreement, others)| {
            others.contains(&draft.recipient_id)
                && agreement.purpose == service.purpose
                && agreement.scopes.covers(draft.scopes)
        });
        let lawful = lawful(request, tx, &draft, recipient, service.purpose).await?;
        let known = already_referred(request, tx, person, &draft).await?;
        let mut wrong = |code, message: String| {
            problems.push(ValidationError::at(&format!("serviceIds.{n}"), code, message));
        };
        if service.status != ServiceStatus::Active {
            wrong(
                ReferralDraftErrorCode::ServiceClosed,
                format!("{} does not accept referrals now; choose another service", service.name),
            );
        }
        if let Some(reference) = known {
            let message = format!("the person has an open referral to this service: {reference}");
            wrong(ReferralDraftErrorCode::AlreadyReferred, message);
        }
        match (agreement, lawful) {
            (None, _) => wrong(
                ReferralDraftErrorCode::NoAgreement,
                format!(
                    "no active agreement with {} covers the shared scopes; propose one, or share less",
                    recipient.name
                ),
            ),
            (_, Err((code, message))) => wrong(code, message),
            (Some((agreement, _)), Ok(lawful)) => {
                ready.push((draft, recipient, service, agreement.id, lawful));
            }
        }
    }
    ActionError::unless_empty(problems)?;
    let mut sent = Vec::new();
    for (draft, recipient, service, agreement, lawful) in ready {
        let disclosure = disclosures::disclose(&request.app.sealing, tx, person.id, recipient).await?;
        let grant = disclosures::grant(
            tx,
            disclosures::Granting {
                owner_kind: GRANT_OWNER,
                owner: draft.id.0,
                disclosure: disclosure.id,
                sender: viewer.organisation,
                recipient: recipient.id,
                agreement,
                legal_basis: lawful.legal_basis,
                law: lawful.law,
                consent: lawful.consent.as_ref().map(|consent| consent.id),
                scopes: draft.scopes,
                pre_acceptance: draft.pre_acceptance,
                report_back: lawful
                    .consent
                    .map(|consent| consent.report_back)
                    .unwrap_or(entities::codes::Set::EMPTY),
            },
        )
        .await?;
        let draft = referral::Model { grant_id: Some(grant), ..draft };
        sent.push(start_clock(request, tx, draft, recipient, service).await?);
    }
    Ok(sent)
}

async fn start_clock(
    request: &RequestContext,
    tx: &Tx,
    draft: referral::Model,
    recipient: &organisation::Model,
    service: &service::Model,
) -> Result<StepResult, DomainError> {
    let (today, grant_id) = (request.today(), draft.grant_id);
    let days = model::days_to_respond(draft.priority, service.respond_days);
    let respond_by = working_days_after(&recipient.country, today, days);
    let acknowledge_by = working_days_after(&recipient.country, today, 1);
    let pending = PendingStep {
        request,
        tx,
        viewer: request.viewer()?,
        before: draft,
        step: ReferralStep::Send,
        to: ReferralState::Sent,
        side: Side::Sent,
        country: recipient.country.clone(),
        zone: membership::zone(&recipient.time_zone),
    };
    pending
        .move_and_close(referral::ActiveModel {
            grant_id: Set(grant_id),
            sent_at: Set(Some(tx.now())),
            respond_by: Set(Some(respond_by)),
            acknowledge_by: Set(Some(acknowledge_by.min(respond_by))),
            ..Default::default()
        })
        .await?;
    pending.record(None);
    Ok(pending.result())
}

/// On what a disclosure rests.
struct Lawful {
    legal_basis: entities::codes::LegalBasis,
    law: String,
    consent: Option<entities::consent::Model>,
}

/// Legal basis, with the consent if it needs one; or the error that prevents sending.
async fn lawful(
    request: &RequestContext,
    tx: &Tx,
    draft: &referral::Model,
    recipient: &organisation::Model,
    purpose: Purpose,
) -> Result<Result<Lawful, (ReferralDraftErrorCode, String)>, DomainError> {
    let country = &request.viewer()?.country;
    let Some(rule) = legal_bases::of(tx.on(), purpose, recipient.kind, country).await? else {
        let (purpose, kind) = (purpose.code(), recipient.kind.code());
        let message = format!(
            "the register has no legal basis for {purpose} with {kind} from {country}; ask the coordinator to record it"
        );
        return Ok(Err((ReferralDraftErrorCode::NoLegalBasis, message)));
    };
    let answer = disclosures::answer_for(tx.on(), draft.person_id, recipient.id, purpose).await?;
    let allowed = disclosures::allows(answer.as_ref(), draft.scopes, request.today());
    if !legal_bases::needs_consent(rule.legal_basis) {
        // The legal basis needs no consent and does not end with it; the consent still decides what is reported back.
        let consent = answer.filter(|_| allowed);
        return Ok(Ok(Lawful { legal_basis: rule.legal_basis, law: rule.law, consent }));
    }
    if allowed {
        return Ok(Ok(Lawful { legal_basis: rule.legal_basis, law: rule.law, consent: answer }));
    }
    Ok(Err(if disclosures::refused(answer.as_ref()) {
        (
            ReferralDraftErrorCode::ConsentRefused,
            format!("the person refused to share data with {}", recipient.name),
        )
    } else {
        let message =
            format!("no consent in force covers the sharing with {}; ask the person", recipient.name);
        (ReferralDraftErrorCode::NoConsent, message)
    }))
}

/// The reference of the sender's own open referral of the person to the same service.
async fn already_referred(
    request: &RequestContext,
    tx: &Tx,
    person: &person::Model,
    draft: &referral::Model,
) -> Result<Option<String>, DomainError> {
    let open = BEFORE_ACCEPTANCE.iter().chain(HOLDS_A_PLACE).copied();
    Ok(referral::Entity::find()
        .filter(referral::Column::PersonId.eq(person.id))
        .filter(referral::Column::SenderId.eq(request.viewer()?.organisation))
        .filter(referral::Column::ServiceId.eq(draft.service_id))
        .filter(referral::Column::Id.ne(draft.id))
        .filter(conditions::is_any(referral::Column::State, open))
        .select_only()
        .column(referral::Column::Reference)
        .into_tuple()
        .one(tx.on())
        .await?)
}
