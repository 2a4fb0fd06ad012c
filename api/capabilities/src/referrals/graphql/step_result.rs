//! Referral after a step. A client that selects only what the step itself knows causes no further query; every other
//! selection is answered from the rows that the viewer may see.

use std::borrow::Cow;

use async_graphql::{
    Context, ContextSelectionSet, Error, Name, OutputType, Positioned, ServerResult, Value,
    indexmap::IndexMap,
    parser::types::{Field, Selection, SelectionSet},
    registry::Registry,
};
use entities::{codes::Code, ids::ReferralId};
use platform::{
    error::DomainError,
    graphql::{GraphqlError, nothing_but, public},
};

use super::{
    super::actions::{Standing, StepResult},
    types::Referral,
};

/// Shown in the schema as [`Referral`].
pub enum AfterStep {
    StepResult(StepResult),
    Read(Box<Referral>),
}

impl From<StepResult> for AfterStep {
    fn from(left: StepResult) -> Self {
        Self::StepResult(left)
    }
}

impl From<Referral> for AfterStep {
    fn from(referral: Referral) -> Self {
        Self::Read(Box::new(referral))
    }
}

impl AfterStep {
    /// Fields that the step itself knows.
    const KNOWN: &'static [&'static str] = &["id", "state", "version", "__typename"];
}

fn known(id: ReferralId, now: Standing, selected: &SelectionSet) -> Value {
    let mut answered = IndexMap::with_capacity(selected.items.len());
    for selection in &selected.items {
        let Selection::Field(field) = &selection.node else { continue };
        let value = match field.node.name.node.as_str() {
            "id" => Value::String(public(id).0),
            "state" => Value::Enum(Name::new(now.state.code())),
            "version" => Value::from(now.version),
            _ => Value::String(AfterStep::type_name().into_owned()),
        };
        answered.insert(field.node.response_key().node.clone(), value);
    }
    Value::Object(answered)
}

async fn read(ctx: &Context<'_>, id: ReferralId) -> Result<Referral, GraphqlError> {
    Referral::load(ctx, id).await?.ok_or_else(|| DomainError::NotFound("referral").into())
}

impl OutputType for AfterStep {
    fn type_name() -> Cow<'static, str> {
        <Referral as OutputType>::type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        <Referral as OutputType>::create_type_info(registry)
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, field: &Positioned<Field>) -> ServerResult<Value> {
        let left = match self {
            Self::Read(referral) => return referral.resolve(ctx, field).await,
            Self::StepResult(left) => left,
        };
        match left.now {
            Some(now) if nothing_but(Self::KNOWN, &ctx.item.node) => Ok(known(left.id, now, &ctx.item.node)),
            // Also a step that an earlier request with the same key carried out: the referral may have changed since.
            _ => match read(&ctx.with_field(field), left.id).await {
                Ok(referral) => referral.resolve(ctx, field).await,
                Err(fault) => Err(ctx.set_error_path(Error::from(fault).into_server_error(field.pos))),
            },
        }
    }
}
