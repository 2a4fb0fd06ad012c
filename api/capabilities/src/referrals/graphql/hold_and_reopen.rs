//! What clients do beside the straight way: waiting for a place, resting, breaking off, opening again,
//! and what should never have been.

use std::future::Future;

use async_graphql::{Context, ID, InputObject, Object};
use entities::{
    codes::{HoldReason, WithdrawReason},
    ids::ReferralId,
};

use super::{
    super::actions::{
        self, ReferralReasonErrorCode, ReferralReopenErrorCode, ReferralWaitlistErrorCode, StepResult,
    },
    inputs::{ReferralStepInput, ReferralStepPayload, moved},
    step_result::AfterStep,
    types::Referral,
};
use platform::{
    error::ActionError,
    graphql::{Coded, Date, GraphqlError, PublicId, idempotent, payload, request},
};

/// By when a place is expected.
#[derive(InputObject)]
pub struct ReferralWaitlistInput {
    /// The `id` of a referral that the viewer's organisation received.
    referral_id: ID,
    /// The version that was read.
    version: i32,
    /// Within the coming year; it is the clock from now on.
    expected_on: Date,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// Why work rests.
#[derive(InputObject)]
pub struct ReferralHoldInput {
    /// The `id` of a referral that the viewer's organisation received.
    referral_id: ID,
    /// The version that was read.
    version: i32,
    /// What the work waits for.
    reason: Coded<HoldReason>,
    /// Needed for OTHER; 10000 characters at most.
    text: Option<String>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// Why work broke off.
#[derive(InputObject)]
pub struct ReferralFailInput {
    /// The `id` of a referral that the viewer's organisation received.
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

/// A step with its reason in words.
#[derive(InputObject)]
pub struct ReferralReasonInput {
    /// The `id` of the referral that it is about.
    referral_id: ID,
    /// The version that was read.
    version: i32,
    /// 10000 characters at most.
    text: String,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

payload!(ReferralWaitlistPayload, /// The referral after the step.
    referral: AfterStep, ReferralWaitlistErrorCode);
payload!(ReferralReasonPayload, /// The referral after the step.
    referral: AfterStep, ReferralReasonErrorCode);
payload!(ReferralReopenPayload, /// The referral after the step.
    referral: AfterStep, ReferralReopenErrorCode);

/// Steps beside the straight way.
#[derive(Default)]
pub struct HoldAndReopenMutation;

#[Object]
impl HoldAndReopenMutation {
    /// Says by when a place is expected; what acceptance opened stays open.
    async fn referral_waitlist(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "By when")] input: ReferralWaitlistInput,
    ) -> Result<ReferralWaitlistPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let done = || actions::referral_waitlist(request(ctx), id, input.version, input.expected_on.0);
        let (left, errors) = idempotent(ctx, done).await?;
        Ok(ReferralWaitlistPayload { referral: left.map(AfterStep::from), errors })
    }

    /// Work with the person rests; the place stays held.
    async fn referral_hold(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The reason")] input: ReferralHoldInput,
    ) -> Result<ReferralReasonPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let text = input.text.unwrap_or_default();
        let done = || actions::referral_hold(request(ctx), id, input.version, input.reason.0, &text);
        reasoned(ctx, done).await
    }

    /// Work with the person goes on.
    async fn referral_resume(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral")] input: ReferralStepInput,
    ) -> Result<ReferralStepPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let done = || actions::referral_resume(request(ctx), id, input.version);
        moved(ctx, done).await
    }

    /// Work with the person broke off.
    async fn referral_fail(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The reason")] input: ReferralFailInput,
    ) -> Result<ReferralReasonPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let text = input.text.unwrap_or_default();
        let done = || actions::referral_fail(request(ctx), id, input.version, input.reason.0, &text);
        reasoned(ctx, done).await
    }

    /// Opens a completed or failed referral again, where what it was shared on still holds. The
    /// reason is written to the other side.
    async fn referral_reopen(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Why")] input: ReferralReasonInput,
    ) -> Result<ReferralReopenPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let (left, errors) =
            idempotent(ctx, || actions::referral_reopen(request(ctx), id, input.version, &input.text))
                .await?;
        Ok(ReferralReopenPayload { referral: left.map(AfterStep::from), errors })
    }

    /// Says that it should never have been. What the sender takes back so is gone for the recipient at
    /// once; null where the viewer does not see it any more.
    async fn referral_enter_in_error(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Why")] input: ReferralReasonInput,
    ) -> Result<ReferralReasonPayload, GraphqlError> {
        let id = ReferralId::parse(&input.referral_id)?;
        let done = || actions::referral_enter_in_error(request(ctx), id, input.version, &input.text);
        let (left, errors) = idempotent(ctx, done).await?;
        // Null to a recipient from whom it is gone with this.
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
