//! Sending: agreement, ground and consent are checked for each recipient, and a grant opens as far
//! as it is open before acceptance. All of a group is sent, or nothing of it.

use entities::{
    codes::{Code, Purpose, ReferralState, ServiceStatus},
    ids::GroupId,
    organisation, person, referral, service,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    super::model::{self, BEFORE_ACCEPTANCE, HOLDS_A_PLACE, ReferralStep},
    drafting::ReferralDraftErrorCode,
    moving::{Left, Moving},
};
use crate::{
    access::{Action, grounds, membership, visible, visible::Side},
    atlas::calendar::working_days_after,
    db::Tx,
    domain::{network, people},
    house::Call,
    refusal::{Failure, Problem, Refusal},
};

/// Sending fails for the reasons that writing and sending at once fails for.
pub type ReferralSendErrorCode = ReferralDraftErrorCode;

/// Sends the drafts of a group.
pub async fn referral_send(call: &Call, group: GroupId) -> Result<GroupId, Failure<ReferralSendErrorCode>> {
    let viewer = call.viewer_who_may(Action::ReferralSend)?;
    let tx = call.begin().await?;
    let rows = visible::referrals(viewer, call.today(), Some(Side::Sent))
        .filter(referral::Column::GroupId.eq(group))
        .order_by_asc(referral::Column::Id)
        .all(tx.on())
        .await?;
    let Some(first) = rows.first() else { return Err(Refusal::NotFound("referral group").into()) };
    let living = person::Entity::find().filter(person::Column::ErasedAt.is_null());
    let person = people::locked(living, &tx, first.person_id).await?;
    if rows.iter().all(|row| row.state != ReferralState::Draft) {
        return Err(super::moving::conflict(first.state).into());
    }
    let drafts: Vec<_> = rows.into_iter().filter(|row| row.state == ReferralState::Draft).collect();
    let services = service::Entity::find()
        .filter(service::Column::Id.is_in(drafts.iter().map(|row| row.service_id)))
        .all(tx.on())
        .await?;
    send_all(call, &tx, &person, drafts, &services).await?;
    Ok(tx.commit(group).await?)
}

/// Sends these drafts of one person, after checking each anew. The person's row is locked by then, so that no
/// answer of theirs comes between what is read of it here and what is sent on it.
pub async fn send_all(
    call: &Call,
    tx: &Tx,
    person: &person::Model,
    drafts: Vec<referral::Model>,
    services: &[service::Model],
) -> Result<Vec<Left>, Failure<ReferralDraftErrorCode>> {
    let viewer = call.viewer()?;
    let today = call.today();
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
            return Err(Refusal::Internal("a draft's service is missing".to_owned()).into());
        };
        let agreement = agreements.iter().find(|(agreement, others)| {
            others.contains(&draft.recipient_id)
                && agreement.purpose == service.purpose
                && agreement.scopes.covers(draft.scopes)
        });
        let lawful = lawful(call, tx, &draft, recipient, service.purpose).await?;
        let known = already_referred(call, tx, person, &draft).await?;
        let mut wrong = |code, message: String| {
            problems.push(Problem::at(&format!("serviceIds.{n}"), code, message));
        };
        if service.status != ServiceStatus::Active {
            wrong(ReferralDraftErrorCode::ServiceClosed, format!("{} takes no referrals now", service.name));
        }
        if let Some(reference) = known {
            let message = format!("already referred, and open: {reference}");
            wrong(ReferralDraftErrorCode::AlreadyReferred, message);
        }
        match (agreement, lawful) {
            (None, _) => wrong(
                ReferralDraftErrorCode::NoAgreement,
                format!("no active agreement with {} covers what is shared", recipient.name),
            ),
            (_, Err((code, message))) => wrong(code, message),
            (Some((agreement, _)), Ok(lawful)) => {
                ready.push((draft, recipient, service, agreement.id, lawful));
            }
        }
    }
    Failure::unless_empty(problems)?;
    let mut sent = Vec::new();
    for (draft, recipient, service, agreement, lawful) in ready {
        let disclosure = people::disclose(&call.house.sealing, tx, person.id, recipient).await?;
        people::grant(
            tx,
            people::Granting {
                referral: draft.id,
                disclosure: disclosure.id,
                sender: viewer.organisation,
                recipient: recipient.id,
                agreement,
                ground: lawful.ground,
                law: lawful.law,
                consent: lawful.consent.as_ref().map(|consent| consent.id),
                scopes: draft.scopes,
                deciding: draft.deciding,
                report_back: lawful
                    .consent
                    .map(|consent| consent.report_back)
                    .unwrap_or(entities::codes::Set::EMPTY),
            },
        )
        .await?;
        sent.push(start_clock(call, tx, draft, recipient, service).await?);
    }
    Ok(sent)
}

async fn start_clock(
    call: &Call,
    tx: &Tx,
    draft: referral::Model,
    recipient: &organisation::Model,
    service: &service::Model,
) -> Result<Left, Refusal> {
    let today = call.today();
    let days = model::days_to_respond(draft.priority, service.respond_days);
    let respond_by = working_days_after(&recipient.country, today, days);
    let acknowledge_by = working_days_after(&recipient.country, today, 1);
    let moving = Moving {
        call,
        tx,
        viewer: call.viewer()?,
        before: draft,
        step: ReferralStep::Send,
        to: ReferralState::Sent,
        side: Side::Sent,
        country: recipient.country.clone(),
        zone: membership::zone(&recipient.time_zone),
    };
    moving
        .set(referral::ActiveModel {
            sent_at: Set(Some(tx.now())),
            respond_by: Set(Some(respond_by)),
            acknowledge_by: Set(Some(acknowledge_by.min(respond_by))),
            ..Default::default()
        })
        .await?;
    moving.record(None);
    Ok(moving.left())
}

/// On what a disclosure rests.
struct Lawful {
    ground: entities::codes::Ground,
    law: String,
    consent: Option<entities::consent::Model>,
}

/// The ground, and the consent where it needs one; or the problem in its way.
async fn lawful(
    call: &Call,
    tx: &Tx,
    draft: &referral::Model,
    recipient: &organisation::Model,
    purpose: Purpose,
) -> Result<Result<Lawful, (ReferralDraftErrorCode, String)>, Refusal> {
    let country = &call.viewer()?.country;
    let Some(rule) = grounds::of(tx.on(), purpose, recipient.kind, country).await? else {
        let (purpose, kind) = (purpose.code(), recipient.kind.code());
        let message = format!(
            "the register names no ground for {purpose} with {kind} from {country}: ask the coordinator to record it"
        );
        return Ok(Err((ReferralDraftErrorCode::NoGround, message)));
    };
    let answer = people::answer_for(tx.on(), draft.person_id, recipient.id, purpose).await?;
    let allowed = people::allows(answer.as_ref(), draft.scopes, call.today());
    if !grounds::needs_consent(rule.ground) {
        // The ground does without, and does not end with the consent; what the person agreed to
        // have reported still counts.
        let consent = answer.filter(|_| allowed);
        return Ok(Ok(Lawful { ground: rule.ground, law: rule.law, consent }));
    }
    if allowed {
        return Ok(Ok(Lawful { ground: rule.ground, law: rule.law, consent: answer }));
    }
    Ok(Err(if people::refused(answer.as_ref()) {
        (
            ReferralDraftErrorCode::ConsentRefused,
            format!("the person said no to sharing with {}", recipient.name),
        )
    } else {
        let message =
            format!("ask the person: no consent in force covers sharing this with {}", recipient.name);
        (ReferralDraftErrorCode::NoConsent, message)
    }))
}

/// The reference of the sender's own open referral of the person to the same service.
async fn already_referred(
    call: &Call,
    tx: &Tx,
    person: &person::Model,
    draft: &referral::Model,
) -> Result<Option<String>, Refusal> {
    let open = BEFORE_ACCEPTANCE.iter().chain(HOLDS_A_PLACE).copied();
    Ok(referral::Entity::find()
        .filter(referral::Column::PersonId.eq(person.id))
        .filter(referral::Column::SenderId.eq(call.viewer()?.organisation))
        .filter(referral::Column::ServiceId.eq(draft.service_id))
        .filter(referral::Column::Id.ne(draft.id))
        .filter(visible::is_any(referral::Column::State, open))
        .select_only()
        .column(referral::Column::Reference)
        .into_tuple()
        .one(tx.on())
        .await?)
}
