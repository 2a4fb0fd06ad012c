//! Steps outside the usual order: waiting list, hold, closing as incomplete, re-opening and entry in error.

use std::future::Future;

use async_graphql::{Context, ID, InputObject, Object};
use entities::{
    codes::{HoldReason, WithdrawReason},
    ids::ReferralId,
};
use platform::{
    error::ActionError,
    graphql::{Coded, Date, GraphqlError, PublicId, idempotent, payload, request},
};

use super::{
    super::actions::{
        self, ReferralReasonErrorCode, ReferralReopenErrorCode, ReferralWaitlistErrorCode, StepResult,
    },
    inputs::{ReferralStepInput, ReferralStepPayload, moved},
    step_result::AfterStep,
    types::Referral,
};

/// Date on which the recipient expects capacity.
#[derive(InputObject)]
pub struct ReferralWaitlistInput {
    /// Id of a referral that the viewer's organisation received.
    referral_id: ID,
    /// Version that was read, for optimistic locking.
    version: i32,
    /// Expected date, within the next year; it becomes the deadline.
    expected_on: Date,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Referral to put on hold.
#[derive(InputObject)]
pub struct ReferralHoldInput {
    /// Id of a referral that the viewer's organisation received.
    referral_id: ID,
    /// Version that was read, for optimistic locking.
    version: i32,
    /// Reason for the hold.
    reason: Coded<HoldReason>,
    /// Explanation, at most 10000 characters; required for OTHER, else may be null.
    text: Option<String>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Referral to close as incomplete.
#[derive(InputObject)]
pub struct ReferralFailInput {
    /// Id of a referral that the viewer's organisation received.
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

/// Step that requires a written reason.
#[derive(InputObject)]
pub struct ReferralReasonInput {
    /// Id of a referral that the viewer's organisation sent or received.
    referral_id: ID,
    /// Version that was read, for optimistic locking.
    version: i32,
    /// Reason, at most 10000 characters.
    text: String,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

payload!(ReferralWaitlistPayload, /// Referral after the step.
    referral: AfterStep, ReferralWaitlistErrorCode);
payload!(ReferralReasonPayload, /// Referral after the step.
    referral: AfterStep, ReferralReasonErrorCode);
payload!(ReferralReopenPayload, /// Referral after the step.
    referral: AfterStep, ReferralReopenErrorCode);

/// Mutations for the steps outside the usual order.
#[derive(Default)]
pub struct HoldAndReopenMutation;

#[Object]
impl HoldAndReopenMutation {
    /// Puts a referral on the waiting list until the expected date. Data that acceptance disclosed stays disclosed.
    async fn referral_waitlist(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referral and expected date")] input: ReferralWaitlistInput,
    ) -> Result<ReferralWaitlistPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let done = || actions::referral_waitlist(request(ctx), id, input.version, input.expected_on.0);
        let (left, errors) = idempotent(ctx, done).await?;
        Ok(ReferralWaitlistPayload { referral: left.map(AfterStep::from), errors })
    }

    /// Puts work with the person on hold; the capacity stays reserved.
    async fn referral_hold(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referral and reason")] input: ReferralHoldInput,
    ) -> Result<ReferralReasonPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let text = input.text.unwrap_or_default();
        let done = || actions::referral_hold(request(ctx), id, input.version, input.reason.0, &text);
        reasoned(ctx, done).await
    }

    /// Resumes work with the person.
    async fn referral_resume(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referral to resume")] input: ReferralStepInput,
    ) -> Result<ReferralStepPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let done = || actions::referral_resume(request(ctx), id, input.version);
        moved(ctx, done).await
    }

    /// Closes a referral as incomplete.
    async fn referral_fail(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referral and reason")] input: ReferralFailInput,
    ) -> Result<ReferralReasonPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let text = input.text.unwrap_or_default();
        let done = || actions::referral_fail(request(ctx), id, input.version, input.reason.0, &text);
        reasoned(ctx, done).await
    }

    /// Re-opens a completed or failed referral if the legal basis of the disclosure still holds. The reason is sent
    /// to the other side as a message.
    async fn referral_reopen(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referral and reason")] input: ReferralReasonInput,
    ) -> Result<ReferralReopenPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let (left, errors) =
            idempotent(ctx, || actions::referral_reopen(request(ctx), id, input.version, &input.text))
                .await?;
        Ok(ReferralReopenPayload { referral: left.map(AfterStep::from), errors })
    }

    /// Marks a referral as entered in error. If the sender does so, the recipient loses access at once. Null if the
    /// viewer may no longer see the referral.
    async fn referral_enter_in_error(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Referral and reason")] input: ReferralReasonInput,
    ) -> Result<ReferralReasonPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let done = || actions::referral_enter_in_error(request(ctx), id, input.version, &input.text);
        let (left, errors) = idempotent(ctx, done).await?;
        // Null for a recipient who loses access by this step.
        let referral = match left {
            Some(left) => Referral::load(ctx, left.id).await?.map(AfterStep::from),
            None => None,
        };
        Ok(ReferralReasonPayload { referral, errors })
    }
}

async fn reasoned<F>(
    ctx: &Context<'_>,
    done: impl FnMut() -> F,
) -> Result<ReferralReasonPayload, GraphqlError>
where
    F: Future<Output = Result<StepResult, ActionError<ReferralReasonErrorCode>>>,
{
    let (left, errors) = idempotent(ctx, done).await?;
    Ok(ReferralReasonPayload { referral: left.map(AfterStep::from), errors })
}
