//! What clients do with referrals.

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
use platform::{
    error::{ActionError, DomainError},
    graphql::{Coded, Date, GraphqlError, PublicId, UserErrors, codes::set, idempotent, payload, request},
};

/// A group of referrals to write: one to each service.
#[derive(InputObject)]
pub struct ReferralDraftInput {
    /// The `id` of a person whom the viewer's organisation holds.
    person_id: ID,
    /// Which of the person's needs it is about; at least one.
    need_ids: Vec<ID>,
    /// 10 at most.
    service_ids: Vec<ID>,
    /// Whether one acceptance suffices.
    mode: Coded<GroupMode>,
    /// How soon an answer is wanted.
    priority: Coded<Priority>,
    /// From which a place is wanted; the release date where not given.
    start_date: Option<Date>,
    /// What is shared; NEEDS always.
    scopes: Vec<Coded<Scope>>,
    /// What is shared before the recipient decides.
    pre_acceptance: Vec<Coded<PreAcceptanceFact>>,
    /// What is asked, in words; 10000 characters at most.
    ask: String,
    /// The rejected, expired or failed referral that it takes over from.
    reroute_of: Option<ID>,
    /// Whether to send it at once; it is all written and sent, or nothing is. False where not given.
    send: Option<bool>,
    /// Whether it sends itself when the release is confirmed, after everything is checked anew. False
    /// where not given.
    send_on_release: Option<bool>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A group of drafts to send.
#[derive(InputObject)]
pub struct ReferralSendInput {
    /// The `id` of a group with drafts.
    group_id: ID,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A step that needs no words.
#[derive(InputObject)]
pub struct ReferralStepInput {
    /// The `id` of a referral that the viewer's organisation sent or received.
    pub(super) referral_id: ID,
    /// The version that was read.
    pub(super) version: i32,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A question, or its answer.
#[derive(InputObject)]
pub struct ReferralMessageInput {
    /// The `id` of a referral that the viewer's organisation sent or received.
    referral_id: ID,
    /// The version that was read.
    version: i32,
    /// 10000 characters at most.
    text: String,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// Why one cannot take it.
#[derive(InputObject)]
pub struct ReferralRejectInput {
    /// The `id` of a referral that the viewer's organisation received.
    referral_id: ID,
    /// The version that was read.
    version: i32,
    /// Shown to the sender, but for ALREADY_ENROLLED, which shows as NO_CAPACITY.
    reason: Coded<RejectReason>,
    /// Needed for OTHER; 10000 characters at most.
    text: Option<String>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// Why one takes it back.
#[derive(InputObject)]
pub struct ReferralWithdrawInput {
    /// The `id` of a referral that the viewer's organisation sent.
    referral_id: ID,
    /// The version that was read.
    version: i32,
    /// Not CONSENT_WITHDRAWN, CONSENT_EXPIRED, PERSON_ERASED or SETTLED_ELSEWHERE: these the program gives.
    reason: Coded<WithdrawReason>,
    /// Needed for OTHER; 10000 characters at most.
    text: Option<String>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// How it ended.
#[derive(InputObject)]
pub struct ReferralCompleteInput {
    /// The `id` of a referral that the viewer's organisation received.
    referral_id: ID,
    /// The version that was read.
    version: i32,
    /// How the work ended.
    outcome: Coded<Outcome>,
    /// What came of it; told to the sender where the consent reports it.
    result: Coded<OutcomeResult>,
    /// 10000 characters at most.
    notes: Option<String>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// What to write to the other side.
#[derive(InputObject)]
pub struct MessageWriteInput {
    /// The `id` of a referral that the viewer's organisation sent or received.
    referral_id: ID,
    /// 10000 characters at most.
    text: String,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

payload!(ReferralDraftPayload, /// The group that was written.
    group: ReferralGroup, ReferralDraftErrorCode);
payload!(ReferralSendPayload, /// The group that was sent.
    group: ReferralGroup, ReferralDraftErrorCode);
payload!(ReferralStepPayload, /// The referral after the step.
    referral: AfterStep, ReferralStepErrorCode);
payload!(ReferralMessagePayload, /// The referral after the step.
    referral: AfterStep, MessageErrorCode);
payload!(ReferralRejectPayload, /// The referral after the step.
    referral: AfterStep, ReferralRejectErrorCode);
payload!(ReferralWithdrawPayload, /// The referral after the step.
    referral: AfterStep, ReferralWithdrawErrorCode);
payload!(ReferralCompletePayload, /// The referral after the step.
    referral: AfterStep, ReferralCompleteErrorCode);
payload!(MessageWritePayload, /// The message.
    message: Message, MessageErrorCode);
payload!(AppointmentPayload, /// The appointment.
    appointment: Appointment, AppointmentErrorCode);

/// Referrals, messages, appointments.
#[derive(Default)]
pub struct ReferralsMutation;

#[Object]
impl ReferralsMutation {
    /// Writes a group of referrals, one to each service; sends it at once where that is asked.
    async fn referral_draft(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is asked, of whom")] input: ReferralDraftInput,
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

    /// Sends the drafts of a group, after checking agreement, ground and consent for each; all of
    /// them, or none.
    async fn referral_send(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The group")] input: ReferralSendInput,
    ) -> Result<ReferralSendPayload, GraphqlError> {
        let id = GroupId::parse(&input.group_id)?;
        let (id, errors) = idempotent(ctx, || actions::referral_send(request(ctx), id)).await?;
        Ok(ReferralSendPayload { group: group(ctx, id).await?, errors })
    }

    /// "We are looking at it."
    async fn referral_acknowledge(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral")] input: ReferralStepInput,
    ) -> Result<ReferralStepPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let done = || actions::referral_acknowledge(request(ctx), id, input.version);
        moved(ctx, done).await
    }

    /// Asks the sender a question; the recipient's clock stands still meanwhile.
    async fn referral_request_information(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The question")] input: ReferralMessageInput,
    ) -> Result<ReferralMessagePayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let done = || actions::referral_request_information(request(ctx), id, input.version, &input.text);
        let (left, errors) = idempotent(ctx, done).await?;
        Ok(ReferralMessagePayload { referral: left.map(AfterStep::from), errors })
    }

    /// Answers the recipient's question; the recipient has as many days as were left.
    async fn referral_answer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The answer")] input: ReferralMessageInput,
    ) -> Result<ReferralMessagePayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let done = || actions::referral_answer(request(ctx), id, input.version, &input.text);
        let (left, errors) = idempotent(ctx, done).await?;
        Ok(ReferralMessagePayload { referral: left.map(AfterStep::from), errors })
    }

    /// Takes the referral: a place is held, identity opens, and where any one of a group suffices
    /// the others are released.
    async fn referral_accept(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral")] input: ReferralStepInput,
    ) -> Result<ReferralStepPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        moved(ctx, || actions::referral_accept(request(ctx), id, input.version)).await
    }

    /// Work with the person has begun.
    async fn referral_start(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral")] input: ReferralStepInput,
    ) -> Result<ReferralStepPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let done = || actions::referral_start(request(ctx), id, input.version);
        moved(ctx, done).await
    }

    /// Closes it with an outcome.
    async fn referral_complete(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The outcome")] input: ReferralCompleteInput,
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

    /// Says that one cannot take it.
    async fn referral_reject(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The reason")] input: ReferralRejectInput,
    ) -> Result<ReferralRejectPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let text = input.text.unwrap_or_default();
        let done = || actions::referral_reject(request(ctx), id, input.version, input.reason.0, &text);
        let (left, errors) = idempotent(ctx, done).await?;
        Ok(ReferralRejectPayload { referral: left.map(AfterStep::from), errors })
    }

    /// Takes it back.
    async fn referral_withdraw(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The reason")] input: ReferralWithdrawInput,
    ) -> Result<ReferralWithdrawPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let text = input.text.unwrap_or_default();
        let done = || actions::referral_withdraw(request(ctx), id, input.version, input.reason.0, &text);
        let (left, errors) = idempotent(ctx, done).await?;
        Ok(ReferralWithdrawPayload { referral: left.map(AfterStep::from), errors })
    }

    /// Writes to the other side.
    async fn message_write(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The message")] input: MessageWriteInput,
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
        #[graphql(desc = "When and where")] input: AppointmentMakeInput,
    ) -> Result<AppointmentPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let done = || actions::appointment_make(request(ctx), id, input.starts_at.0, &input.place);
        appointed(ctx, idempotent(ctx, done).await?).await
    }

    /// Records whether the person came; may be corrected.
    async fn appointment_record_attendance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who came")] input: AppointmentAttendanceInput,
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
                let says = "choose one of send and sendOnRelease".to_owned();
                return Err(DomainError::BadInput(says));
            }
            (Some(true), _) => Sending::Now,
            (_, Some(true)) => Sending::OnRelease,
            _ => Sending::Later,
        },
    })
}

/// Answers a step of the recipient that needs no words.
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
