//! The mutations that move a referral, each from the fields of its form.

use super::referral::Told;
use crate::{client::Problem, prelude::*};

operation!(ReferralSend, "src/pages/referrals/moves.graphql");
operation!(ReferralAcknowledge, "src/pages/referrals/moves.graphql");
operation!(ReferralRequestInformation, "src/pages/referrals/moves.graphql");
operation!(ReferralAnswer, "src/pages/referrals/moves.graphql");
operation!(ReferralAccept, "src/pages/referrals/moves.graphql");
operation!(ReferralStart, "src/pages/referrals/moves.graphql");
operation!(ReferralComplete, "src/pages/referrals/moves.graphql");
operation!(ReferralReject, "src/pages/referrals/moves.graphql");
operation!(ReferralWithdraw, "src/pages/referrals/moves.graphql");
operation!(ReferralWaitlist, "src/pages/referrals/moves.graphql");
operation!(ReferralHold, "src/pages/referrals/moves.graphql");
operation!(ReferralResume, "src/pages/referrals/moves.graphql");
operation!(ReferralFail, "src/pages/referrals/moves.graphql");
operation!(ReferralReopen, "src/pages/referrals/moves.graphql");
operation!(ReferralEnterInError, "src/pages/referrals/moves.graphql");

/// What came of a step: nothing to mend, or what has to be mended.
type Moved = Result<Result<(), Vec<Problem>>, Stop>;

/// Takes a step. The version is the one that the form was shown with.
pub async fn take(v: &Visit, told: &Told, step: ReferralStep, fields: &Fields) -> Moved {
    let referral_id = told.id.clone();
    let version = fields.number("version").unwrap_or(told.version);
    match step {
        ReferralStep::Send => send(v, told).await,
        ReferralStep::Acknowledge => {
            let input =
                referral_acknowledge::ReferralMoveInput { idempotency_key: v.once(), referral_id, version };
            done(v.tell::<ReferralAcknowledge>(referral_acknowledge::Variables { input }).await)
        }
        ReferralStep::Accept => {
            let input =
                referral_accept::ReferralMoveInput { idempotency_key: v.once(), referral_id, version };
            done(v.tell::<ReferralAccept>(referral_accept::Variables { input }).await)
        }
        ReferralStep::Start => {
            let input = referral_start::ReferralMoveInput { idempotency_key: v.once(), referral_id, version };
            done(v.tell::<ReferralStart>(referral_start::Variables { input }).await)
        }
        ReferralStep::RequestInformation => {
            let text = fields.get("text").to_owned();
            let input = referral_request_information::ReferralAskInput {
                idempotency_key: v.once(),
                referral_id,
                version,
                text,
            };
            done(
                v.tell::<ReferralRequestInformation>(referral_request_information::Variables { input }).await,
            )
        }
        ReferralStep::Answer => {
            let text = fields.get("text").to_owned();
            let input =
                referral_answer::ReferralAskInput { idempotency_key: v.once(), referral_id, version, text };
            done(v.tell::<ReferralAnswer>(referral_answer::Variables { input }).await)
        }
        ReferralStep::Complete => complete(v, referral_id, version, fields).await,
        ReferralStep::Reject => reject(v, referral_id, version, fields).await,
        ReferralStep::Withdraw => withdraw(v, referral_id, version, fields).await,
        ReferralStep::Waitlist => waitlist(v, referral_id, version, fields).await,
        ReferralStep::Hold => hold(v, referral_id, version, fields).await,
        ReferralStep::Resume => {
            let input =
                referral_resume::ReferralMoveInput { idempotency_key: v.once(), referral_id, version };
            done(v.tell::<ReferralResume>(referral_resume::Variables { input }).await)
        }
        ReferralStep::Fail => fail(v, referral_id, version, fields).await,
        ReferralStep::Reopen => {
            let text = fields.get("text").to_owned();
            let input = referral_reopen::ReferralExplainInput {
                idempotency_key: v.once(),
                referral_id,
                version,
                text,
            };
            done(v.tell::<ReferralReopen>(referral_reopen::Variables { input }).await)
        }
        ReferralStep::EnterInError => {
            let text = fields.get("text").to_owned();
            let input = referral_enter_in_error::ReferralExplainInput {
                idempotency_key: v.once(),
                referral_id,
                version,
                text,
            };
            done(v.tell::<ReferralEnterInError>(referral_enter_in_error::Variables { input }).await)
        }
    }
}

/// The whole group goes at once.
async fn send(v: &Visit, told: &Told) -> Moved {
    let Some(group) = &told.group else {
        return Err(Stop::not_found(v));
    };
    let input = referral_send::ReferralSendInput { idempotency_key: v.once(), group_id: group.id.clone() };
    done(v.tell::<ReferralSend>(referral_send::Variables { input }).await)
}

async fn complete(v: &Visit, referral_id: String, version: i64, fields: &Fields) -> Moved {
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
    done(v.tell::<ReferralComplete>(referral_complete::Variables { input }).await)
}

async fn reject(v: &Visit, referral_id: String, version: i64, fields: &Fields) -> Moved {
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
    done(v.tell::<ReferralReject>(referral_reject::Variables { input }).await)
}

async fn withdraw(v: &Visit, referral_id: String, version: i64, fields: &Fields) -> Moved {
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
    done(v.tell::<ReferralWithdraw>(referral_withdraw::Variables { input }).await)
}

async fn waitlist(v: &Visit, referral_id: String, version: i64, fields: &Fields) -> Moved {
    let Some(expected_on) = fields.date("expectedOn") else {
        return Ok(Err(missing(&[("expectedOn", true)])));
    };
    let input = referral_waitlist::ReferralWaitlistInput {
        idempotency_key: v.once(),
        referral_id,
        version,
        expected_on,
    };
    done(v.tell::<ReferralWaitlist>(referral_waitlist::Variables { input }).await)
}

async fn hold(v: &Visit, referral_id: String, version: i64, fields: &Fields) -> Moved {
    let Some(reason) = HoldReason::parse(fields.get("reason")) else {
        return Ok(Err(missing(&[("reason", true)])));
    };
    let text = fields.some("text");
    let input =
        referral_hold::ReferralHoldInput { idempotency_key: v.once(), referral_id, version, reason, text };
    done(v.tell::<ReferralHold>(referral_hold::Variables { input }).await)
}

async fn fail(v: &Visit, referral_id: String, version: i64, fields: &Fields) -> Moved {
    let Some(reason) = WithdrawReason::parse(fields.get("reason")) else {
        return Ok(Err(missing(&[("reason", true)])));
    };
    let text = fields.some("text");
    let input =
        referral_fail::ReferralFailInput { idempotency_key: v.once(), referral_id, version, reason, text };
    done(v.tell::<ReferralFail>(referral_fail::Variables { input }).await)
}

fn done<T>(told: Result<Result<T, Vec<Problem>>, Stop>) -> Moved {
    told.map(|answer| answer.map(|_| ()))
}

fn missing(fields: &[(&str, bool)]) -> Vec<Problem> {
    let mut form = Form::empty();
    for (field, _) in fields.iter().filter(|(_, missing)| *missing) {
        form.problem("REQUIRED", field);
    }
    form.problems
}
