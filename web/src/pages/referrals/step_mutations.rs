//! The mutations that move a referral, each from the fields of its form.

use super::referral::Told;
use crate::{client::UserError, prelude::*};

operation!(ReferralSend, "src/pages/referrals/step_mutations.graphql");
operation!(ReferralAcknowledge, "src/pages/referrals/step_mutations.graphql");
operation!(ReferralRequestInformation, "src/pages/referrals/step_mutations.graphql");
operation!(ReferralAnswer, "src/pages/referrals/step_mutations.graphql");
operation!(ReferralAccept, "src/pages/referrals/step_mutations.graphql");
operation!(ReferralStart, "src/pages/referrals/step_mutations.graphql");
operation!(ReferralComplete, "src/pages/referrals/step_mutations.graphql");
operation!(ReferralReject, "src/pages/referrals/step_mutations.graphql");
operation!(ReferralWithdraw, "src/pages/referrals/step_mutations.graphql");
operation!(ReferralWaitlist, "src/pages/referrals/step_mutations.graphql");
operation!(ReferralHold, "src/pages/referrals/step_mutations.graphql");
operation!(ReferralResume, "src/pages/referrals/step_mutations.graphql");
operation!(ReferralFail, "src/pages/referrals/step_mutations.graphql");
operation!(ReferralReopen, "src/pages/referrals/step_mutations.graphql");
operation!(ReferralEnterInError, "src/pages/referrals/step_mutations.graphql");

/// What came of a step: nothing to mend, or what has to be mended.
type Moved = Result<Result<(), Vec<UserError>>, PageError>;

/// Takes a step. The version is the one that the form was shown with.
pub async fn take(v: &PageContext, told: &Told, step: ReferralStep, fields: &Fields) -> Moved {
    let referral_id = told.id.clone();
    let version = fields.number("version").unwrap_or(told.version);
    match step {
        ReferralStep::Send => send(v, told).await,
        ReferralStep::Acknowledge => {
            let input =
                referral_acknowledge::ReferralStepInput { idempotency_key: v.once(), referral_id, version };
            done(v.mutate::<ReferralAcknowledge>(referral_acknowledge::Variables { input }).await)
        }
        ReferralStep::Accept => {
            let input =
                referral_accept::ReferralStepInput { idempotency_key: v.once(), referral_id, version };
            done(v.mutate::<ReferralAccept>(referral_accept::Variables { input }).await)
        }
        ReferralStep::Start => {
            let input = referral_start::ReferralStepInput { idempotency_key: v.once(), referral_id, version };
            done(v.mutate::<ReferralStart>(referral_start::Variables { input }).await)
        }
        ReferralStep::RequestInformation => {
            let text = fields.get("text").to_owned();
            let input = referral_request_information::ReferralMessageInput {
                idempotency_key: v.once(),
                referral_id,
                version,
                text,
            };
            done(
                v.mutate::<ReferralRequestInformation>(referral_request_information::Variables { input })
                    .await,
            )
        }
        ReferralStep::Answer => {
            let text = fields.get("text").to_owned();
            let input = referral_answer::ReferralMessageInput {
                idempotency_key: v.once(),
                referral_id,
                version,
                text,
            };
            done(v.mutate::<ReferralAnswer>(referral_answer::Variables { input }).await)
        }
        ReferralStep::Complete => complete(v, referral_id, version, fields).await,
        ReferralStep::Reject => reject(v, referral_id, version, fields).await,
        ReferralStep::Withdraw => withdraw(v, referral_id, version, fields).await,
        ReferralStep::Waitlist => waitlist(v, referral_id, version, fields).await,
        ReferralStep::Hold => hold(v, referral_id, version, fields).await,
        ReferralStep::Resume => {
            let input =
                referral_resume::ReferralStepInput { idempotency_key: v.once(), referral_id, version };
            done(v.mutate::<ReferralResume>(referral_resume::Variables { input }).await)
        }
        ReferralStep::Fail => fail(v, referral_id, version, fields).await,
        ReferralStep::Reopen => {
            let text = fields.get("text").to_owned();
            let input = referral_reopen::ReferralReasonInput {
                idempotency_key: v.once(),
                referral_id,
                version,
                text,
            };
            done(v.mutate::<ReferralReopen>(referral_reopen::Variables { input }).await)
        }
        ReferralStep::EnterInError => {
            let text = fields.get("text").to_owned();
            let input = referral_enter_in_error::ReferralReasonInput {
                idempotency_key: v.once(),
                referral_id,
                version,
                text,
            };
            done(v.mutate::<ReferralEnterInError>(referral_enter_in_error::Variables { input }).await)
        }
    }
}

/// The whole group goes at once.
async fn send(v: &PageContext, told: &Told) -> Moved {
    let Some(group) = &told.group else {
        return Err(PageError::not_found(v));
    };
    let input = referral_send::ReferralSendInput { idempotency_key: v.once(), group_id: group.id.clone() };
    done(v.mutate::<ReferralSend>(referral_send::Variables { input }).await)
}

async fn complete(v: &PageContext, referral_id: String, version: i64, fields: &Fields) -> Moved {
    let outcome = Outcome::parse(fields.get("outcome"));
    let result = OutcomeResult::parse(fields.get("result"));
    let (Some(outcome), Some(result)) = (outcome, result) else {
        return Ok(Err(missing(&[("outcome", outcome.is_none()), ("result", result.is_none())])));
    };
    let notes = fields.some("notes");
    let input = referral_complete::ReferralCompleteInput {
        idempotency_key: v.once(),
        referral_id,
        version,
        outcome,
        result,
        notes,
    };
    done(v.mutate::<ReferralComplete>(referral_complete::Variables { input }).await)
}

async fn reject(v: &PageContext, referral_id: String, version: i64, fields: &Fields) -> Moved {
    let Some(reason) = RejectReason::parse(fields.get("reason")) else {
        return Ok(Err(missing(&[("reason", true)])));
    };
    let text = fields.some("text");
    let input = referral_reject::ReferralRejectInput {
        idempotency_key: v.once(),
        referral_id,
        version,
        reason,
        text,
    };
    done(v.mutate::<ReferralReject>(referral_reject::Variables { input }).await)
}

async fn withdraw(v: &PageContext, referral_id: String, version: i64, fields: &Fields) -> Moved {
    let Some(reason) = WithdrawReason::parse(fields.get("reason")) else {
        return Ok(Err(missing(&[("reason", true)])));
    };
    let text = fields.some("text");
    let input = referral_withdraw::ReferralWithdrawInput {
        idempotency_key: v.once(),
        referral_id,
        version,
        reason,
        text,
    };
    done(v.mutate::<ReferralWithdraw>(referral_withdraw::Variables { input }).await)
}

async fn waitlist(v: &PageContext, referral_id: String, version: i64, fields: &Fields) -> Moved {
    let Some(expected_on) = fields.date("expectedOn") else {
        return Ok(Err(missing(&[("expectedOn", true)])));
    };
    let input = referral_waitlist::ReferralWaitlistInput {
        idempotency_key: v.once(),
        referral_id,
        version,
        expected_on,
    };
    done(v.mutate::<ReferralWaitlist>(referral_waitlist::Variables { input }).await)
}

async fn hold(v: &PageContext, referral_id: String, version: i64, fields: &Fields) -> Moved {
    let Some(reason) = HoldReason::parse(fields.get("reason")) else {
        return Ok(Err(missing(&[("reason", true)])));
    };
    let text = fields.some("text");
    let input =
        referral_hold::ReferralHoldInput { idempotency_key: v.once(), referral_id, version, reason, text };
    done(v.mutate::<ReferralHold>(referral_hold::Variables { input }).await)
}

async fn fail(v: &PageContext, referral_id: String, version: i64, fields: &Fields) -> Moved {
    let Some(reason) = WithdrawReason::parse(fields.get("reason")) else {
        return Ok(Err(missing(&[("reason", true)])));
    };
    let text = fields.some("text");
    let input =
        referral_fail::ReferralFailInput { idempotency_key: v.once(), referral_id, version, reason, text };
    done(v.mutate::<ReferralFail>(referral_fail::Variables { input }).await)
}

fn done<T>(told: Result<Result<T, Vec<UserError>>, PageError>) -> Moved {
    told.map(|answer| answer.map(|_| ()))
}

fn missing(fields: &[(&str, bool)]) -> Vec<UserError> {
    let mut form = Form::empty();
    for (field, _) in fields.iter().filter(|(_, missing)| *missing) {
        form.problem("REQUIRED", field);
    }
    form.problems
}
