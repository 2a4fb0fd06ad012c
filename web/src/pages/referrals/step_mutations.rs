//! The steps that move a referral: what each asks for, and the mutation that takes it.

use graphql_client::GraphQLQuery;
use serde::de::DeserializeOwned;

use super::referral::Told;
use crate::{codes::Code, components::choices, prelude::*};

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

/// What a step asks for.
pub fn form(v: &PageContext, step: ReferralStep) -> Form {
    use ReferralStep as Step;
    let message = |label, hint| Field::long_text("text", label).hint(hint).required().limit(10_000);
    let reason = |choices, hint| {
        [
            Field::radios("reason", key::STEP_REASON, choices),
            Field::long_text("text", key::STEP_REASON_TEXT).hint(hint).limit(10_000),
        ]
    };
    let (input, fields) = match step {
        Step::Send => return Form::of("ReferralSendInput", Vec::new()),
        Step::Acknowledge | Step::Accept | Step::Start | Step::Resume => ("ReferralStepInput", Vec::new()),
        Step::RequestInformation => {
            ("ReferralMessageInput", vec![message(key::STEP_QUESTION, key::STEP_QUESTION_HINT)])
        }
        Step::Answer => ("ReferralMessageInput", vec![message(key::STEP_ANSWER_TEXT, key::STEP_ANSWER_HINT)]),
        Step::Reopen => ("ReferralReasonInput", vec![message(key::STEP_REASON, key::STEP_REOPEN_HINT)]),
        Step::EnterInError => ("ReferralReasonInput", vec![message(key::STEP_REASON, key::STEP_ERROR_HINT)]),
        Step::Complete => (
            "ReferralCompleteInput",
            vec![
                Field::radios("outcome", key::STEP_OUTCOME, choices(v, Outcome::ALL)),
                Field::select("result", key::STEP_RESULT, choices(v, OutcomeResult::ALL))
                    .or_empty(key::STEP_CHOOSE),
                Field::long_text("notes", key::STEP_NOTES)
                    .hint(key::STEP_NOTES_HINT)
                    .optional()
                    .limit(10_000),
            ],
        ),
        Step::Waitlist => {
            let expected = Field::date("expectedOn", key::STEP_EXPECTED).hint(key::STEP_EXPECTED_HINT);
            ("ReferralWaitlistInput", vec![expected.required().least(v.today)])
        }
        Step::Reject => ("ReferralRejectInput", reason(reject_reasons(v), key::STEP_REJECT_HINT).into()),
        Step::Hold => ("ReferralHoldInput", reason(choices(v, HoldReason::ALL), key::STEP_FAIL_HINT).into()),
        Step::Fail => ("ReferralFailInput", reason(withdraw_reasons(v), key::STEP_FAIL_HINT).into()),
        Step::Withdraw => {
            ("ReferralWithdrawInput", reason(withdraw_reasons(v), key::STEP_WITHDRAW_HINT).into())
        }
    };
    Form::of(input, [Field::hidden("version")].into_iter().chain(fields).collect())
}

/// Takes a step; false where something is wrong, which the form then says.
pub async fn take(
    v: &PageContext,
    told: &Told,
    step: ReferralStep,
    form: &mut Form,
) -> Result<bool, PageError> {
    use ReferralStep as Step;
    match step {
        // The whole group goes at once.
        Step::Send => match &told.group {
            Some(group) => {
                Ok(v.submit::<ReferralSend>(form, json!({ "groupId": group.id })).await?.is_some())
            }
            None => Err(PageError::not_found(v)),
        },
        Step::Acknowledge => moved::<ReferralAcknowledge>(v, told, form).await,
        Step::Accept => moved::<ReferralAccept>(v, told, form).await,
        Step::Start => moved::<ReferralStart>(v, told, form).await,
        Step::RequestInformation => moved::<ReferralRequestInformation>(v, told, form).await,
        Step::Answer => moved::<ReferralAnswer>(v, told, form).await,
        Step::Complete => moved::<ReferralComplete>(v, told, form).await,
        Step::Reject => moved::<ReferralReject>(v, told, form).await,
        Step::Withdraw => moved::<ReferralWithdraw>(v, told, form).await,
        Step::Waitlist => moved::<ReferralWaitlist>(v, told, form).await,
        Step::Hold => moved::<ReferralHold>(v, told, form).await,
        Step::Resume => moved::<ReferralResume>(v, told, form).await,
        Step::Fail => moved::<ReferralFail>(v, told, form).await,
        Step::Reopen => moved::<ReferralReopen>(v, told, form).await,
        Step::EnterInError => moved::<ReferralEnterInError>(v, told, form).await,
    }
}

async fn moved<M>(v: &PageContext, told: &Told, form: &mut Form) -> Result<bool, PageError>
where
    M: GraphQLQuery,
    M::Variables: DeserializeOwned,
{
    Ok(v.submit::<M>(form, json!({ "referralId": told.id })).await?.is_some())
}

fn reject_reasons(v: &PageContext) -> Vec<Choice> {
    let mut reasons = choices(v, RejectReason::ALL);
    for reason in reasons.iter_mut().filter(|reason| reason.value == RejectReason::AlreadyEnrolled.code()) {
        reason.hint = Some(v.t(key::REJECT_ALREADY_HINT));
    }
    reasons
}

/// Those that a sender can give; the others are the system's own.
fn withdraw_reasons(v: &PageContext) -> Vec<Choice> {
    let own = [
        WithdrawReason::ConsentWithdrawn,
        WithdrawReason::ConsentExpired,
        WithdrawReason::PersonErased,
        WithdrawReason::SettledElsewhere,
    ];
    let given: Vec<_> = WithdrawReason::ALL.iter().copied().filter(|reason| !own.contains(reason)).collect();
    choices(v, &given)
}
