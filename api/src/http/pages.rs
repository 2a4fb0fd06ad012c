//! The pages' way to the schema: the same gateway, in the same process, with the visitor's own
//! credentials and nothing more.

use std::sync::Arc;

use crate::{
    graphql::{
        errors::as_error,
        transport::{Gateway, Operation, Reply, Via},
    },
    house::{Call, House},
    identity::Known,
    schema,
};

/// Runs the pages' operations.
pub struct Pages {
    pub house: Arc<House>,
    pub known: Known,
    pub gateway: Arc<Gateway>,
}

impl web::Executor for Pages {
    fn execute<'a>(
        &'a self,
        visitor: &'a web::Visitor,
        query: &'static str,
        operation: &'static str,
        variables: serde_json::Value,
    ) -> web::Answer<'a> {
        Box::pin(async move {
            let found = match &visitor.session {
                Some(secret) => self.known.by_session(secret).await,
                None => Ok(None),
            };
            let reply = match found {
                Ok(found) => {
                    let session = found.map(|found| (found.viewer, found.session));
                    let call = Arc::new(Call::in_session(self.house.clone(), session));
                    let mut asked = Operation::new(query).variables(variables);
                    asked.name = Some(operation.into());
                    let reply = self.gateway.run(asked, schema::data_of(&call), Via::InProcess).await;
                    schema::settle(&call, reply).await
                }
                Err(refusal) => Reply::from_error(as_error(&refusal)),
            };
            reply.into_bytes().to_vec()
        })
    }
}
