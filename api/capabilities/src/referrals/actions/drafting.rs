//! Writing a referral, or a group of them, to services that may help with a person's needs.

use chrono::NaiveDate;
use entities::{
    codes::{GroupMode, NeedDomain, PreAcceptanceFact, Priority, ReferralState, Scope, Set as Codes},
    described_enum,
    ids::{GroupId, NeedId, PersonId, ReferralId, ServiceId},
    need, person, referral, referral_group, referral_need, service,
};
use platform::{
    access::Viewer,
    context::RequestContext,
    db::{
        DomainEvent, Tx,
        locks::{self, Row},
    },
    error::{ActionError, DomainError},
    sealing::{Cell, random},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::{
    super::{
        model::{self, NEVER},
        policy,
    },
    sending,
    transition::{StepResult, find},
};
use crate::{
    checks::{Checks, TEXT, field_codes},
    people,
    referrals::{REFERRAL_SEND, events::REFERRAL_DRAFTED},
};

described_enum! {
    /// Error of writing or sending a referral.
    ReferralDraftErrorCode {
        Required = "REQUIRED": "A required field is empty.",
        TooLong = "TOO_LONG": "A text is too long, or there are too many services.",
        UnknownNeed = "UNKNOWN_NEED": "The person has no such need.",
        UnknownService = "UNKNOWN_SERVICE": "The service does not exist, is one's own, or is named twice.",
        NotRejected = "NOT_REJECTED": "The replaced referral is not a declined, expired or failed one of this person.",
        NotADate = "NOT_A_DATE": "The start date is not within ten years.",
        ServiceClosed = "SERVICE_CLOSED": "The service does not accept referrals now.",
        NoAgreement = "NO_AGREEMENT": "No active agreement with the organisation covers what is shared.",
        NoLegalBasis = "NO_LEGAL_BASIS": "The register has no legal basis for sharing with this kind of organisation.",
        NoConsent = "NO_CONSENT": "The person has not consented to share this data with the organisation.",
        ConsentRefused = "CONSENT_REFUSED": "The person refused to share data with the organisation.",
        AlreadyReferred = "ALREADY_REFERRED": "The person already has an open referral to the service.",
        NoPlace = "NO_PLACE": "The service has no free capacity on the start date; only for automatic sending.",
        AuthorLeft = "AUTHOR_LEFT": "The author may no longer send it; only for automatic sending.",
    }
}
field_codes!(ReferralDraftErrorCode);

/// A group of referrals to write.
#[derive(Clone, Debug)]
pub struct Draft {
    pub person: PersonId,
    pub needs: Vec<NeedId>,
    /// One referral each.
    pub services: Vec<ServiceId>,
    pub mode: GroupMode,
    pub priority: Priority,
    /// First date on which capacity is wanted; the release date if absent.
    pub start_date: Option<NaiveDate>,
    pub scopes: Codes<Scope>,
    pub pre_acceptance: Codes<PreAcceptanceFact>,
    pub ask: String,
    /// The rejected referral that this one takes over from.
    pub reroute_of: Option<ReferralId>,
    pub sending: Sending,
}

/// What happens to drafts after they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sending {
    /// They are kept.
    Later,
    Now,
    /// They are sent, by themselves, when the release is confirmed.
    OnRelease,
}

/// A group that was written, and its referrals as they were left; by id, as they are read.
#[derive(Debug)]
pub struct Drafted {
    pub group: referral_group::Model,
    pub referrals: Vec<StepResult>,
}

/// Most referrals of one group.
const MOST: usize = 10;

/// Writes a group of referrals, and sends it at once on request.
pub async fn referral_draft(
    request: &RequestContext,
    draft: Draft,
) -> Result<Drafted, ActionError<ReferralDraftErrorCode>> {
    let viewer = request.viewer_who_may(REFERRAL_SEND)?;
    let tx = request.begin().await?;
    let person = people::locked_person(request, &tx, draft.person).await?;
    let checked = check(request, &tx, viewer, &person, &draft).await?;

    let group = referral_group::Model {
        id: GroupId(tx.env().ordered_id()),
        sender_id: viewer.organisation,
        person_id: person.id,
        mode: draft.mode,
        settled_by: None,
        parent_id: draft.reroute_of,
        created_at: request.now,
        send_on_release: draft.sending == Sending::OnRelease,
        send_error: None,
    };
    referral_group::Entity::insert(referral_group::ActiveModel::from(group.clone()))
        .exec_without_returning(tx.on())
        .await?;
    let rows = write(request, &tx, viewer, &person, &draft, &checked, group.id).await?;
    let mut referrals = if draft.sending == Sending::Now {
        sending::send_all(request, &tx, &person, rows, &checked.services).await?
    } else {
        rows.iter().map(StepResult::from).collect()
    };
    referrals.sort_by_key(|referral| referral.id);
    tx.commit(group.id).await?;
    Ok(Drafted { group, referrals })
}

struct Checked {
    ask: String,
    needs: Vec<need::Model>,
    services: Vec<service::Model>,
    start_date: NaiveDate,
}

async fn check(
    request: &RequestContext,
    tx: &Tx,
    viewer: &Viewer,
    person: &person::Model,
    draft: &Draft,
) -> Result<Checked, ActionError<ReferralDraftErrorCode>> {
    let mut checks = Checks::default();
    let ask = checks.required("ask", &draft.ask, TEXT);
    let needs = need::Entity::find()
        .filter(need::Column::PersonId.eq(person.id))
        .filter(need::Column::Id.is_in(draft.needs.iter().copied()))
        .all(tx.on())
        .await?;
    if draft.needs.is_empty() {
        checks.wrong("needIds", ReferralDraftErrorCode::Required, "choose at least one need");
    } else if draft.needs.iter().any(|id| needs.iter().all(|row| row.id != *id)) {
        checks.wrong("needIds", ReferralDraftErrorCode::UnknownNeed, "choose only needs of this person");
    }
    if !draft.scopes.contains(Scope::Needs) {
        checks.wrong(
            "scopes",
            ReferralDraftErrorCode::Required,
            "add the scope NEEDS; the recipient cannot answer without it",
        );
    }
    let services = service::Entity::find()
        .filter(service::Column::Id.is_in(draft.services.iter().copied()))
        .all(tx.on())
        .await?;
    if draft.services.is_empty() {
        checks.wrong("serviceIds", ReferralDraftErrorCode::Required, "choose at least one service");
    } else if draft.services.len() > MOST {
        checks.wrong(
            "serviceIds",
            ReferralDraftErrorCode::TooLong,
            format!("choose at most {MOST} services"),
        );
    }
    for (n, id) in draft.services.iter().enumerate() {
        let known = services.iter().any(|row| row.id == *id && row.organisation_id != viewer.organisation);
        if !known || draft.services[..n].contains(id) {
            let path = format!("serviceIds.{n}");
            checks.wrong(
                &path,
                ReferralDraftErrorCode::UnknownService,
                "choose services of other organisations, each only once",
            );
        }
    }
    let start_date = draft.start_date.or(person.release_date).unwrap_or_else(|| request.today());
    if (start_date - request.today()).num_days().abs() > 3_660 {
        checks.wrong(
            "startDate",
            ReferralDraftErrorCode::NotADate,
            "enter a start date within ten years of today",
        );
    }
    if let Some(id) = draft.reroute_of {
        let old = match find(request, tx, id).await {
            Err(DomainError::NotFound(_)) => None,
            other => Some(other?),
        };
        if !old.is_some_and(|old| {
            policy::may_reroute(viewer, old.state, policy::side(viewer, &old)) && old.person_id == person.id
        }) {
            checks.wrong(
                "rerouteOf",
                ReferralDraftErrorCode::NotRejected,
                "enter the id of a declined, expired or failed referral of this person",
            );
        }
    }
    checks.done()?;
    // In the order in which they were named, so that a problem's path fits.
    let mut services = services;
    services.sort_by_key(|row| draft.services.iter().position(|id| *id == row.id));
    Ok(Checked { ask, needs, services, start_date })
}

/// The rows of a group, one referral a service, each with its needs.
async fn write(
    request: &RequestContext,
    tx: &Tx,
    viewer: &Viewer,
    person: &person::Model,
    draft: &Draft,
    checked: &Checked,
    group: GroupId,
) -> Result<Vec<referral::Model>, DomainError> {
    let key = request.app.sealing.key(tx.on(), person.key_id).await?;
    let domains: Codes<NeedDomain> = checked.needs.iter().map(|need| need.domain).collect();
    let mut rows = Vec::new();
    for service in &checked.services {
        let id = ReferralId(tx.env().random_id());
        let row = referral::Model {
            id,
            reference: model::reference(random()),
            group_id: group,
            person_id: person.id,
            sender_id: viewer.organisation,
            recipient_id: service.organisation_id,
            service_id: service.id,
            grant_id: None,
            state: ReferralState::Draft,
            state_since: request.now,
            priority: draft.priority,
            domains,
            municipality_id: person.municipality_id,
            start_date: checked.start_date,
            starts_on_release: person.release_date == Some(checked.start_date),
            scopes: draft.scopes,
            pre_acceptance: draft.pre_acceptance,
            ask: Some(key.seal(Cell::new("referral", "ask", id.0), &checked.ask)),
            acknowledge_by: None,
            respond_by: None,
            expected_on: None,
            due_on: NEVER,
            next_reminder_at: None,
            reminders_sent: 0,
            reject_reason: None,
            reject_reason_shown: None,
            withdraw_reason: None,
            fail_reason: None,
            hold_reason: None,
            outcome: None,
            outcome_result: None,
            reason: None,
            created_by: viewer.member,
            assigned_to: None,
            offered_to: None,
            sent_at: None,
            closed_at: None,
            version: 1,
            created_at: request.now,
        };
        tx.record(DomainEvent::new(REFERRAL_DRAFTED, vec![(viewer.organisation, id.0)]));
        rows.push(row);
    }
    referral::Entity::insert_many(rows.iter().cloned().map(referral::ActiveModel::from))
        .exec_without_returning(tx.on())
        .await?;
    locks::made(tx, rows.iter().map(|row| Row::Referral(row.id)));
    let links = rows.iter().flat_map(|row| {
        checked
            .needs
            .iter()
            .map(|need| referral_need::ActiveModel { referral_id: Set(row.id), need_id: Set(need.id) })
    });
    referral_need::Entity::insert_many(links).exec_without_returning(tx.on()).await?;
    Ok(rows)
}
