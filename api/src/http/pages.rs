//! The pages' way to the schema: the same gateway, in the same process, with the visitor's own
//! credentials and nothing more.

use std::sync::Arc;

use crate::{
    access::Viewer,
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
            match found {
                Ok(found) => {
                    let session = found.map(|found| (found.viewer, found.session));
                    let call = Call::in_session(self.house.clone(), session);
                    answer(&self.gateway, call, query, operation, variables).await
                }
                Err(refusal) => Reply::from_error(as_error(&refusal)).into_bytes().to_vec(),
            }
        })
    }
}

/// The same for one member, whom a command of the program speaks for.
pub struct PagesFor {
    pub house: Arc<House>,
    pub gateway: Arc<Gateway>,
    pub viewer: Viewer,
}

impl web::Executor for PagesFor {
    fn execute<'a>(
        &'a self,
        _: &'a web::Visitor,
        query: &'static str,
        operation: &'static str,
        variables: serde_json::Value,
    ) -> web::Answer<'a> {
        let call = Call::new(self.house.clone(), Some(self.viewer.clone()));
        Box::pin(answer(&self.gateway, call, query, operation, variables))
    }
}

async fn answer(
    gateway: &Gateway,
    call: Call,
    query: &'static str,
    operation: &'static str,
    variables: serde_json::Value,
) -> Vec<u8> {
    let call = Arc::new(call);
    let mut asked = Operation::new(query).variables(variables);
    asked.name = Some(operation.into());
    let reply = gateway.run(asked, schema::data_of(&call), Via::InProcess).await;
    schema::settle(&call, reply).await.into_bytes().to_vec()
}
