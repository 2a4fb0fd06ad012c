//! Inputs and mutations of referrals.

use std::{
    future::Future,
    sync::{Mutex, PoisonError},
};

use async_graphql::{Context, ID, InputObject, Object};
use entities::{
    codes::{
        GroupMode, Outcome, OutcomeResult, PreAcceptanceFact, Priority, RejectReason, Scope, WithdrawReason,
    },
    ids::{AppointmentId, GroupId, MessageId, NeedId, PersonId, ReferralId, ServiceId},
};
use platform::{
    error::{ActionError, DomainError},
    graphql::{Coded, Date, GraphqlError, PublicId, UserErrors, codes::set, idempotent, payload, request},
};

use super::{
    super::{
        actions::{
            self, AppointmentErrorCode, Closing, Draft, MessageErrorCode, ReferralCompleteErrorCode,
            ReferralDraftErrorCode, ReferralRejectErrorCode, ReferralStepErrorCode,
            ReferralWithdrawErrorCode, Sending, StepResult,
        },
        reads,
    },
    groups::ReferralGroup,
    history::{Appointment, AppointmentAttendanceInput, AppointmentMakeInput, Message},
    step_result::AfterStep,
};

/// Group of referrals to write, one for each service.
#[derive(InputObject)]
pub struct ReferralDraftInput {
    /// Id of a person held by the viewer's organisation.
    person_id: ID,
    /// Ids of the person's needs, at least one.
    need_ids: Vec<ID>,
    /// Ids of the services, 1 to 10.
    service_ids: Vec<ID>,
    /// Number of acceptances that are wanted: any one, or all.
    mode: Coded<GroupMode>,
    /// Priority, which sets the response due date.
    priority: Coded<Priority>,
    /// First date on which capacity is wanted; the release date if null.
    start_date: Option<Date>,
    /// Scopes of data to share; NEEDS is always included.
    scopes: Vec<Coded<Scope>>,
    /// Facts to share before the recipient decides.
    pre_acceptance: Vec<Coded<PreAcceptanceFact>>,
    /// Request to the recipient, at most 10000 characters.
    ask: String,
    /// Id of the declined, expired or failed referral that this group replaces; null if it replaces none.
    reroute_of: Option<ID>,
    /// Whether to send the group at once; then everything is written and sent, or nothing. False if null.
    send: Option<bool>,
    /// Whether to send the group automatically when the release is confirmed, after all checks are repeated. False if
    /// null.
    send_on_release: Option<bool>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Group of drafts to send.
#[derive(InputObject)]
pub struct ReferralSendInput {
    /// Id of a group with drafts.
    group_id: ID,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Step that requires no text.
#[derive(InputObject)]
pub struct ReferralStepInput {
    /// Id of a referral that the viewer's organisation sent or received.
    pub(super) referral_id: ID,
    /// Version that was read, for optimistic locking.
    pub(super) version: i32,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Question, or answer to a question.
#[derive(InputObject)]
pub struct ReferralMessageInput {
    /// Id of a referral that the viewer's organisation sent or received.
    referral_id: ID,
    /// Version that was read, for optimistic locking.
    version: i32,
    /// Text, at most 10000 characters.
    text: String,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Referral to decline.
#[derive(InputObject)]
pub struct ReferralRejectInput {
    /// Id of a referral that the viewer's organisation received.
    referral_id: ID,
    /// Version that was read, for optimistic locking.
    version: i32,
    /// Reason shown to the sender; ALREADY_ENROLLED is shown as NO_CAPACITY.
    reason: Coded<RejectReason>,
    /// Explanation, at most 10000 characters; required for OTHER, else may be null.
    text: Option<String>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Referral to withdraw.
#[derive(InputObject)]
pub struct ReferralWithdrawInput {
    /// Id of a referral that the viewer's organisation sent.
    referral_id: ID,
    /// Version that was read, for optimistic locking.
    version: i32,
    /// Reason. CONSENT_WITHDRAWN, CONSENT_EXPIRED, PERSON_ERASED and SETTLED_ELSEWHERE are set by the program only.
    reason: Coded<WithdrawReason>,
    /// Explanation, at most 10000 characters; required for OTHER, else may be null.
    text: Option<String>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Referral to complete.
#[derive(InputObject)]
pub struct ReferralCompleteInput {
    /// Id of a referral that the viewer's organisation received.
    referral_id: ID,
    /// Version that was read, for optimistic locking.
    version: i32,
    /// Degree to which the aim was reached.
    outcome: Coded<Outcome>,
    /// Result for the person; the sender learns it if the consent reports it.
    result: Coded<OutcomeResult>,
    /// Notes, at most 10000 characters; null for none.
    notes: Option<String>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Message to the other side.
#[derive(InputObject)]
pub struct MessageWriteInput {
    /// Id of a referral that the viewer's organisation sent or received.
    referral_id: ID,
    /// Text, at most 10000 characters.
    text: String,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

payload!(ReferralDraftPayload, /// Referral group that was written.
    group: ReferralGroup, ReferralDraftErrorCode);
payload!(ReferralSendPayload, /// Referral group that was sent.
    group: ReferralGroup, ReferralDraftErrorCode);
payload!(ReferralStepPayload, /// Referral after the step.
    referral: AfterStep, ReferralStepErrorCode);
payload!(ReferralMessagePayload, /// Referral after the step.
    referral: AfterStep, MessageErrorCode);
payload!(ReferralRejectPayload, /// Referral after the step.
    referral: AfterStep, ReferralRejectErrorCode);
payload!(ReferralWithdrawPayload, /// Referral after the step.
    referral: AfterStep, ReferralWithdrawErrorCode);
payload!(ReferralCompletePayload, /// Referral after the step.
    referral: AfterStep, ReferralCompleteErrorCode);
payload!(MessageWritePayload, /// Message that was sent.
    message: Message, MessageErrorCode);
payload!(AppointmentPayload, /// Appointment after the change.
    appointment: Appointment, AppointmentErrorCode);

/// Mutations of referrals, messages and appointments.
#[derive(Default)]
pub struct ReferralsMutation;

#[Object]
impl ReferralsMutation {
    /// Writes a group of referrals, one for each service, and sends it at once on request.
    async fn referral_draft(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referrals to write")] input: ReferralDraftInput,
    ) -> Result<ReferralDraftPayload, GraphqlError> {
        let draft = draft(input)?;
        let written = Mutex::new(None);
        let done = || async {
            let drafted = actions::referral_draft(request(ctx), draft.clone()).await?;
            let id = drafted.group.id;
            *written.lock().unwrap_or_else(PoisonError::into_inner) = Some(drafted);
            Ok::<_, ActionError<_>>(id)
        };
        let (id, errors) = idempotent(ctx, done).await?;
        let group = match written.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some(drafted) => Some(drafted.into()),
            None => group(ctx, id).await?,
        };
        Ok(ReferralDraftPayload { group, errors })
    }

    /// Sends the drafts of a group after the agreement, legal basis and consent of each are checked. All of them are
    /// sent, or none.
    async fn referral_send(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Group to send")] input: ReferralSendInput,
    ) -> Result<ReferralSendPayload, GraphqlError> {
        let id = GroupId::parse(&input.group_id)?;
        let (id, errors) = idempotent(ctx, || actions::referral_send(request(ctx), id)).await?;
        Ok(ReferralSendPayload { group: group(ctx, id).await?, errors })
    }

    /// Marks a referral as under review by the recipient.
    async fn referral_acknowledge(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referral under review")] input: ReferralStepInput,
    ) -> Result<ReferralStepPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let done = || actions::referral_acknowledge(request(ctx), id, input.version);
        moved(ctx, done).await
    }

    /// Asks the sender a question. The recipient's deadline is suspended until the answer.
    async fn referral_request_information(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referral and question")] input: ReferralMessageInput,
    ) -> Result<ReferralMessagePayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let done = || actions::referral_request_information(request(ctx), id, input.version, &input.text);
        let (left, errors) = idempotent(ctx, done).await?;
        Ok(ReferralMessagePayload { referral: left.map(AfterStep::from), errors })
    }

    /// Answers the recipient's question. The recipient has as many working days as were left.
    async fn referral_answer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referral and answer")] input: ReferralMessageInput,
    ) -> Result<ReferralMessagePayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let done = || actions::referral_answer(request(ctx), id, input.version, &input.text);
        let (left, errors) = idempotent(ctx, done).await?;
        Ok(ReferralMessagePayload { referral: left.map(AfterStep::from), errors })
    }

    /// Accepts a referral: capacity is reserved and identity is disclosed. In a group of which any one suffices, the
    /// other referrals are withdrawn.
    async fn referral_accept(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referral to accept")] input: ReferralStepInput,
    ) -> Result<ReferralStepPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        moved(ctx, || actions::referral_accept(request(ctx), id, input.version)).await
    }

    /// Records that work with the person has begun.
    async fn referral_start(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referral to start")] input: ReferralStepInput,
    ) -> Result<ReferralStepPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let done = || actions::referral_start(request(ctx), id, input.version);
        moved(ctx, done).await
    }

    /// Completes a referral with an outcome.
    async fn referral_complete(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referral and outcome")] input: ReferralCompleteInput,
    ) -> Result<ReferralCompletePayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let closing = Closing {
            outcome: input.outcome.0,
            result: input.result.0,
            notes: input.notes.unwrap_or_default(),
        };
        let done = || actions::referral_complete(request(ctx), id, input.version, closing.clone());
        let (left, errors) = idempotent(ctx, done).await?;
        Ok(ReferralCompletePayload { referral: left.map(AfterStep::from), errors })
    }

    /// Declines a referral.
    async fn referral_reject(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referral and reason")] input: ReferralRejectInput,
    ) -> Result<ReferralRejectPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let text = input.text.unwrap_or_default();
        let done = || actions::referral_reject(request(ctx), id, input.version, input.reason.0, &text);
        let (left, errors) = idempotent(ctx, done).await?;
        Ok(ReferralRejectPayload { referral: left.map(AfterStep::from), errors })
    }

    /// Withdraws a referral.
    async fn referral_withdraw(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referral and reason")] input: ReferralWithdrawInput,
    ) -> Result<ReferralWithdrawPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let text = input.text.unwrap_or_default();
        let done = || actions::referral_withdraw(request(ctx), id, input.version, input.reason.0, &text);
        let (left, errors) = idempotent(ctx, done).await?;
        Ok(ReferralWithdrawPayload { referral: left.map(AfterStep::from), errors })
    }

    /// Sends a message to the other side.
    async fn message_write(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referral and message")] input: MessageWriteInput,
    ) -> Result<MessageWritePayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let (id, errors) = idempotent(ctx, || actions::message_write(request(ctx), id, &input.text)).await?;
        let message = match id {
            Some(id) => message(ctx, id).await?,
            None => None,
        };
        Ok(MessageWritePayload { message, errors })
    }

    /// Makes an appointment with the person.
    async fn appointment_make(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Time and place")] input: AppointmentMakeInput,
    ) -> Result<AppointmentPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let done = || actions::appointment_make(request(ctx), id, input.starts_at.0, &input.place);
        appointed(ctx, idempotent(ctx, done).await?).await
    }

    /// Records whether the person attended; may be corrected later.
    async fn appointment_record_attendance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Appointment and attendance")] input: AppointmentAttendanceInput,
    ) -> Result<AppointmentPayload, GraphqlError> {
        let id = AppointmentId::parse(&input.appointment_id)?;
        let attendance = input.attendance.0;
        let done = || actions::appointment_record_attendance(request(ctx), id, input.version, attendance);
        appointed(ctx, idempotent(ctx, done).await?).await
    }
}

fn draft(input: ReferralDraftInput) -> Result<Draft, DomainError> {
    Ok(Draft {
        person: PersonId::parse(&input.person_id)?,
        needs: input.need_ids.iter().map(|id| NeedId::parse(id)).collect::<Result<_, _>>()?,
        services: input.service_ids.iter().map(|id| ServiceId::parse(id)).collect::<Result<_, _>>()?,
        mode: input.mode.0,
        priority: input.priority.0,
        start_date: input.start_date.map(|date| date.0),
        scopes: set(input.scopes),
        pre_acceptance: set(input.pre_acceptance),
        ask: input.ask,
        reroute_of: input.reroute_of.map(|id| ReferralId::parse(&id)).transpose()?,
        sending: match (input.send, input.send_on_release) {
            (Some(true), Some(true)) => {
                let says = "choose only one of send and sendOnRelease".to_owned();
                return Err(DomainError::BadInput(says));
            }
            (Some(true), _) => Sending::Now,
            (_, Some(true)) => Sending::OnRelease,
            _ => Sending::Later,
        },
    })
}

/// Answer to a step of the recipient that requires no text.
pub(super) async fn moved<E, F>(
    ctx: &Context<'_>,
    done: impl FnMut() -> F,
) -> Result<ReferralStepPayload, GraphqlError>
where
    E: Into<ActionError<ReferralStepErrorCode>>,
    F: Future<Output = Result<StepResult, E>>,
{
    let (left, errors) = idempotent(ctx, done).await?;
    Ok(ReferralStepPayload { referral: left.map(AfterStep::from), errors })
}

async fn appointed(
    ctx: &Context<'_>,
    (id, errors): (Option<AppointmentId>, UserErrors<AppointmentErrorCode>),
) -> Result<AppointmentPayload, GraphqlError> {
    let appointment = match id {
        Some(id) => reads::appointments_by_id(request(ctx), &[id]).await?.remove(&id).map(Appointment),
        None => None,
    };
    Ok(AppointmentPayload { appointment, errors })
}

async fn group(ctx: &Context<'_>, id: Option<GroupId>) -> Result<Option<ReferralGroup>, GraphqlError> {
    match id {
        Some(id) => Ok(reads::groups_by_id(request(ctx), &[id]).await?.remove(&id).map(ReferralGroup::from)),
        None => Ok(None),
    }
}

async fn message(ctx: &Context<'_>, id: MessageId) -> Result<Option<Message>, GraphqlError> {
    Ok(reads::messages_by_id(request(ctx), &[id]).await?.remove(&id).map(Message))
}
