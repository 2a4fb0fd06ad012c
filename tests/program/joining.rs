//! How the first member of an installation comes in.

use serde_json::json;

use crate::for_each_database;
use crate::installation::Place;
use crate::plain_http;

for_each_database! {
    async fn the_first_member_of_all_comes_in_by_a_link_that_the_program_prints(database: Database) {
        let place = Place::new(database).await;
        let init = ["init", "--organisation", "Kartu", "--kind", "NGO", "--province", "LT-KU", "--name", "Ona",
            "--email", "ona@kartu.example", "--language", "lt"];
        let ended = place.program(&init).run();
        assert_eq!(ended.code, Some(0), "{ended:?}");
        let link = ended.out.trim().to_owned();
        assert!(link.contains("/sign-in/link?id=wayin_") && link.lines().count() == 1, "{ended:?}");
        let again = place.program(&init).run();
        assert_eq!((again.code, again.out.as_str()), (Some(1), ""), "{again:?}");
        let mut bad = init;
        bad[4] = "CHOIR";
        let ended = place.program(&bad).run();
        assert!(ended.code == Some(1) && ended.err.contains("FAITH_BASED"), "{ended:?}");

        let gateway = place.program(&["serve"]).start();
        let (_, query) = link.split_once("/sign-in/link?").expect("a link");
        let page = gateway.get(&format!("/sign-in/link?{query}"));
        let browser = page.cookie("browser").expect("a cookie");
        let token = page.body.split("name=\"_token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let form = format!("_token={}&{query}", token.expect("a form of ours"));
        let headers = format!("Cookie: browser={browser}\r\nContent-Type: application/x-www-form-urlencoded\r\n");
        let inside = plain_http::post(gateway.address, "/sign-in/link", &headers, &form).expect("an answer");
        assert!(inside.status == 303 && inside.cookie("session").is_some(), "{inside:?}");
        let ona = gateway.as_member("ona@kartu.example", &place.home);
        let seen = ona.data("{ viewer { role organisation { name } member { signedInAt } } }", json!({})).await;
        assert_eq!(seen["viewer"]["role"], "ADMIN", "{seen}");
        assert!(seen["viewer"]["member"]["signedInAt"].is_string(), "{seen}");
        let other = place.program(&["sign-in", "--member", "ona@kartu.example"]).run();
        assert!(other.out.contains("/sign-in/link?id=wayin_"), "{other:?}");
    }
}
