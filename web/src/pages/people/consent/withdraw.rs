//! Taking a consent back: one step, after saying what ends with it.

use crate::prelude::*;

operation!(ConsentEnd, "src/pages/people/consent/consent.graphql");
operation!(ConsentWithdraw, "src/pages/people/consent/consent.graphql");

type Consent = consent_end::ConsentEndPersonConsents;
type Referral = consent_end::ConsentEndPersonReferralsNodes;

#[derive(Template)]
#[template(path = "pages/people/consent/withdraw.html")]
struct WithdrawPage<'a> {
    v: &'a PageContext,
    page: FormPage,
    consent: Consent,
    /// Not accepted yet: they end.
    ending: Vec<Referral>,
    /// Accepted: our side of them closes.
    closing: Vec<Referral>,
}

pub fn routes() -> Router<AppState> {
    Router::new().route("/people/{id}/consents/{consent}/withdraw", get(show).post(withdraw))
}

async fn show(v: PageContext, Path((id, consent)): Path<(String, String)>) -> Result<Response, PageError> {
    let person = v.query::<ConsentEnd>(consent_end::Variables { id }).await?.person;
    if !person.may.contains(&Action::ConsentWithdraw) {
        return Err(PageError::new(&v, PageErrorKind::Forbidden, None));
    }
    let Some(consent) = person.consents.iter().find(|known| known.id == consent).cloned() else {
        return Err(PageError::not_found(&v));
    };
    if consent.standing != ConsentStanding::InForce {
        return Err(PageError::new(&v, PageErrorKind::Conflict, None));
    }
    let theirs = |referral: &&Referral| consent.recipients.iter().any(|one| one.id == referral.recipient.id);
    let among = |states: &[ReferralState]| -> Vec<Referral> {
        let referrals = person.referrals.nodes.iter().filter(theirs);
        referrals.filter(|referral| states.contains(&referral.state)).cloned().collect()
    };
    use ReferralState as State;
    let ending = among(&[
        State::Draft,
        State::Sent,
        State::Acknowledged,
        State::InformationRequested,
        State::Waitlisted,
    ]);
    let closing = among(&[State::Accepted, State::InProgress, State::OnHold]);
    let form = confirmation().filled(Fields::of([("version", consent.version.to_string())]));
    let back = format!("/people/{}", person.id);
    let action = format!("{back}/consents/{}/withdraw", consent.id);
    let page = FormPage::new(v.t(key::CONSENT_WITHDRAW_TITLE), action, form, key::CONSENT_WITHDRAW_DO)
        .danger()
        .below("/people", v.t(key::FRAME_PEOPLE))
        .below(back, &person.pseudonym);
    Ok(page.show_in(&v, |page| WithdrawPage { v: &v, page, consent, ending, closing }))
}

async fn withdraw(
    v: PageContext,
    Path((id, consent)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = confirmation().filled(fields);
    match v.submit::<ConsentWithdraw>(&mut form, json!({ "consentId": consent })).await? {
        Some(_) => Ok(v.done_at(&format!("/people/{id}"), key::DONE_CONSENT_WITHDRAWN)),
        // There is nothing to type here, so nothing that a user could correct.
        None => Err(PageError::new(&v, PageErrorKind::Conflict, None)),
    }
}

fn confirmation() -> Form {
    Form::of("ConsentWithdrawInput", vec![Field::hidden("version")])
}

impl WithdrawPage<'_> {
    fn recipients(&self) -> String {
        self.consent.recipients.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ")
    }
}
