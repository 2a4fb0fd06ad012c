//! The same input under the same key, sent again after the program was killed at whatever moment.

use entities::person;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::json;

use crate::databases::connect;
use crate::for_each_database;
use crate::installation::Place;
use crate::plain_http;
use crate::thoroughness::rounds;

for_each_database! {
    async fn whatever_moment_the_program_is_killed_at_there_is_one_effect(database: Database) {
        let place = Place::demonstration(database).await;
        let mut gateway = place.program(&["serve"]).start();
        let token = gateway.token("officer@prison.example", &place.home);
        let on = connect(&place.address()).await;
        let people = || person::Entity::find().count(&on);
        let person = json!({ "givenName": "Vaidas", "familyName": "Rugys", "sex": "MALE", "language": "lt",
            "legalStatus": "IN_CUSTODY", "sobriety": "UNKNOWN" });
        let query = "mutation($input: PersonRecordInput!) { personRecord(input: $input) { person { id } errors { code } } }";
        let before = people().await.expect("rows can be counted");
        let moments = [0, 6, 14, 40, 3, 9, 20];
        for (round, moment) in (1..).zip(moments.into_iter().take(rounds(4, moments.len()))) {
            let input = json!({ "person": person, "needs": [], "idempotencyKey": format!("round {round}") });
            let body = json!({ "query": query, "variables": { "input": input } });
            let (to, text, bearer) = (gateway.address, body.to_string(), token.clone());
            let sending = std::thread::spawn(move || {
                let headers = format!("Content-Type: application/json\r\nAuthorization: Bearer {bearer}\r\n");
                plain_http::post(to, "/graphql", &headers, &text).is_ok_and(|answer| answer.status == 200)
            });
            tokio::time::sleep(std::time::Duration::from_millis(moment)).await;
            gateway.cut();
            let _ = sending.join();
            gateway = place.program(&["serve"]).start();
            let reply = gateway.gql(Some(&token), query, body["variables"].clone());
            assert!(reply["data"]["personRecord"]["person"]["id"].is_string(), "{reply:#}");
            assert_eq!(people().await.expect("rows can be counted"), before + round, "after {moment} ms");
        }
    }
}
