//! Services that may help, with the reasons.

use async_graphql::{Context, Object, SimpleObject};

use super::{super::reads::matching, types::Referral};
use crate::loaders::loads;
use crate::network::{Agreement, MatchAnswer, MatchFactor, Organisation, Places, Service};
use platform::graphql::{Coded, GraphqlError};

/// One comparison between a person and a service.
#[derive(SimpleObject)]
pub struct MatchReason {
    /// What was compared.
    factor: Coded<MatchFactor>,
    /// What came of it.
    answer: Coded<MatchAnswer>,
    /// What the service wants: codes separated by spaces, a range of numbers, or empty.
    wanted: String,
    /// What was found: a code, a number, a reference, or empty.
    found: String,
}

/// A service held against a person's needs.
pub struct ServiceMatch(pub matching::ServiceMatch);

/// A service held against a person's needs, with the reasons for and against.
#[Object]
impl ServiceMatch {
    /// What is offered.
    async fn service(&self) -> Service {
        self.0.service.clone().into()
    }

    /// Who offers it.
    async fn organisation(&self) -> Organisation {
        self.0.organisation.clone().into()
    }

    /// Whether a referral to it makes sense: nothing speaks against it but, perhaps, that the
    /// person was not asked yet or that there is no place on the day.
    async fn fits(&self) -> bool {
        self.0.fits()
    }

    /// Every comparison that was made, whatever came of it.
    async fn reasons(&self) -> Vec<MatchReason> {
        let one = |reason: &crate::network::Reason| MatchReason {
            factor: Coded(reason.factor),
            answer: Coded(reason.answer),
            wanted: reason.wanted.clone(),
            found: reason.found.clone(),
        };
        self.0.reasons.iter().map(one).collect()
    }

    /// On the day from which a place is wanted.
    async fn places(&self) -> Places {
        self.0.places.clone().into()
    }

    /// Under which a referral would go; null where there is none.
    async fn agreement(&self, ctx: &Context<'_>) -> Result<Option<Agreement>, GraphqlError> {
        match self.0.agreement {
            Some(id) => Ok(loads(ctx).load_one(id).await?.map(Agreement)),
            None => Ok(None),
        }
    }

    /// The viewer's organisation's own open referral of the person to it; null where there is none.
    async fn own_open_referral(&self) -> Option<Referral> {
        self.0.own_open.clone().map(Referral::from)
    }

    /// Whether the person's answer, or a ground that does without, lets needs be shared with it.
    async fn covered(&self) -> bool {
        self.0.covered
    }
}
