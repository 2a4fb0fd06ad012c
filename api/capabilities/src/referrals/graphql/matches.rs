//! Services that match a person's needs, with the reasons.

use async_graphql::{Context, Object, SimpleObject};
use platform::graphql::{Coded, GraphqlError};

use super::{super::reads::matching, types::Referral};
use crate::{
    loaders::loads,
    network::{Agreement, MatchAnswer, MatchFactor, Organisation, Places, Service},
};

/// Comparison between a person and a service.
#[derive(SimpleObject)]
pub struct MatchReason {
    /// Factor that was compared.
    factor: Coded<MatchFactor>,
    /// Answer of the comparison.
    answer: Coded<MatchAnswer>,
    /// Value that the service requires: codes separated by spaces, a range of numbers, or empty.
    wanted: String,
    /// Value that was found: a code, a number, a reference, or empty.
    found: String,
}

/// Service compared with a person's needs.
pub struct ServiceMatch(pub matching::ServiceMatch);

/// Service compared with a person's needs, with the reasons for and against.
#[Object]
impl ServiceMatch {
    /// Service that was compared.
    async fn service(&self) -> Service {
        self.0.service.clone().into()
    }

    /// Organisation that offers the service.
    async fn organisation(&self) -> Organisation {
        self.0.organisation.clone().into()
    }

    /// Whether a referral is reasonable: no reason speaks against it, except that the consent may be missing or that
    /// no capacity is free on the date.
    async fn fits(&self) -> bool {
        self.0.fits()
    }

    /// Every comparison that was made, whatever its answer.
    async fn reasons(&self) -> Vec<MatchReason> {
        let one = |reason: &crate::network::Reason| MatchReason {
            factor: Coded(reason.factor),
            answer: Coded(reason.answer),
            wanted: reason.wanted.clone(),
            found: reason.found.clone(),
        };
        self.0.reasons.iter().map(one).collect()
    }

    /// Capacity on the date on which it is wanted.
    async fn places(&self) -> Places {
        self.0.places.clone().into()
    }

    /// Agreement under which a referral would be sent; null if there is none.
    async fn agreement(&self, ctx: &Context<'_>) -> Result<Option<Agreement>, GraphqlError> {
        match self.0.agreement {
            Some(id) => Ok(loads(ctx).load_one(id).await?.map(Agreement)),
            None => Ok(None),
        }
    }

    /// Open referral of the person to this service by the viewer's organisation; null if there is none.
    async fn own_open_referral(&self) -> Option<Referral> {
        self.0.own_open.clone().map(Referral::from)
    }

    /// Whether the person's consent, or a legal basis that needs none, lets needs be shared with the service.
    async fn covered(&self) -> bool {
        self.0.covered
    }
}
